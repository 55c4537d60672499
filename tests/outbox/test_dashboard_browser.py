"""The dashboard in a browser, from a folder, without a server: filters, search, policy, phone and print."""

import re
import shutil
import subprocess

import pytest

from service.defaults import folder
from service.gaps import standings
from service.model.examination import SECTIONS, Examination, FileFacts, Kind, SectionAnswer, Status, UnitMatch, Verdict
from service.model.submission import Claim, Submission
from service.model.unit import Registry, Unit
from service.outbox.dashboard import dashboard
from service.words import words

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="Chromium isn't installed"),
]

CITY = Unit("hai-phong", "Hải Phòng", "city", "thành phố", None)
LE_CHAN = Unit("hai-phong.le-chan", "Lê Chân", "district", "quận", "hai-phong")
AN_BIEN = Unit("hai-phong.le-chan.an-bien", "An Biên", "commune", "phường", "hai-phong.le-chan")
DO_SON = Unit("hai-phong.do-son", 'Đồ Sơn <b>"&', "district", "quận", "hai-phong")
SMALL = (CITY, LE_CHAN, AN_BIEN, DO_SON)
WARDS = tuple(Unit(f"hai-phong.do-son.p{n}", f"Số {n}", "commune", "phường", DO_SON.id) for n in range(700))
LARGE = (*SMALL, *WARDS)


def sent(number, unit, verdict, missing=""):
    claim = Claim(f"{number:064x}", f"bc {number}.docx", "", 10, f"2020-07-{number:02}T08:00:00+07:00", number)
    sections = tuple(SectionAnswer(one, Status.MISSING if one == missing else Status.PRESENT) for one in SECTIONS)
    match = UnitMatch(unit.id, unit.association, unit.level, "title")
    facts = FileFacts(claim.name, claim.sha256, 10, "docx")
    answer = Examination(facts, Kind.TERM_REPORT, verdict, match, sections=sections)
    return Submission(claim, answer, published=True, outputs=(f"{unit.id}/phieu-ra-soat.docx",))


def outbox(root, units):
    registry = Registry(units)
    submissions = [sent(1, LE_CHAN, Verdict.COMPLETE), sent(2, DO_SON, Verdict.GAPS, "lessons_learned")]
    files = dashboard(
        folder("templates"), standings(registry, submissions), registry, words(), "2020-07-06T08:30:00+07:00"
    )
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root / "index.html"


@pytest.fixture(scope="module", params=["small", "large"])
def index(request, tmp_path_factory):
    return outbox(tmp_path_factory.mktemp(request.param), SMALL if request.param == "small" else LARGE)


def browse(page, profile, *options, asked=""):
    flags = [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr",
    ]  # fmt: skip
    address = page.as_uri() + asked
    done = subprocess.run(
        [BROWSER, *flags, f"--user-data-dir={profile}", *options, address], capture_output=True, timeout=120, check=True
    )
    said = [line for line in done.stderr.decode(errors="replace").splitlines() if "CONSOLE" in line]
    assert said == []
    return done.stdout.decode()


def names(dom):
    body = dom[dom.index('id="rows"') : dom.index("</tbody>", dom.index('id="rows"'))]
    return re.findall(r'class="name"[^>]*><bdi>(.*?)</bdi>', body)


def told(dom):
    return re.search(r'id="shown"[^>]*>(.*?)</p>', dom)[1]


LE_CHAN_NAME, DO_SON_NAME = "Quận Lê Chân", 'Quận Đồ Sơn &lt;b&gt;"&amp;'


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("#state=complete", [LE_CHAN_NAME]),
        ("#section=lessons_learned", [DO_SON_NAME]),
        ("#search=le+chan", [LE_CHAN_NAME, "Phường An Biên"]),
        ("#search=AN+BI%C3%8AN", ["Phường An Biên"]),
        ("#search=do+son&level=district", [DO_SON_NAME]),
        ("#group=hai-phong.le-chan&sort=name", ["Phường An Biên", LE_CHAN_NAME]),
        ("#level=district&sort=newest", [DO_SON_NAME, LE_CHAN_NAME]),
        ("#search=kh%C3%B4ng+c%C3%B3", []),
    ],
)
def test_the_address_filters_the_table(index, tmp_path, asked, shown):
    dom = browse(index, tmp_path, "--dump-dom", asked=asked)
    assert names(dom) == shown
    assert told(dom).startswith(f"Đang xem {len(shown)} trong" if shown else "Không có đơn vị nào")


def test_a_drawn_row_is_the_same_as_a_printed_one(tmp_path):
    small = browse(outbox(tmp_path / "a", SMALL), tmp_path / "p", "--dump-dom", asked="#search=do+son&level=district")
    large = browse(outbox(tmp_path / "b", LARGE), tmp_path / "q", "--dump-dom", asked="#search=do+son&level=district")
    assert seen(small) == seen(large)


def seen(dom):
    row = dom[dom.index("<tr", dom.index('id="rows"')) : dom.index("</tbody>", dom.index('id="rows"'))]
    return re.sub(r"\s+", " ", re.sub(r"<tr[^>]*>", "<tr>", row)).strip()


def test_a_long_table_is_drawn_as_needed(tmp_path):
    dom = browse(outbox(tmp_path, LARGE), tmp_path / "profile", "--dump-dom")
    assert 0 < len(names(dom)) < len(LARGE)
    assert told(dom) == "Đang xem 704 trong 704 đơn vị."


def test_a_reader_whose_page_has_outlived_its_data_is_told_to_load_it_again(tmp_path):
    index = outbox(tmp_path, LARGE)
    for data in tmp_path.glob("_tong-quan/du-lieu-*"):
        data.write_text("", "utf-8")
    assert "tải lại trang" in told(browse(index, tmp_path / "profile", "--dump-dom"))


def test_a_script_that_is_not_the_pages_own_does_not_run(tmp_path):
    index = outbox(tmp_path, SMALL)
    text = index.read_text("utf-8").replace("</body>", "<script>document.title = 'taken over'</script></body>")
    index.write_text(text, "utf-8")
    with pytest.raises(AssertionError, match="inline script violates"):
        browse(index, tmp_path / "profile", "--dump-dom")


def test_pages_can_be_seen_and_printed(index, tmp_path):
    browse(index, tmp_path / "a", f"--screenshot={tmp_path / 'seen.png'}", "--window-size=1280,1600")
    assert (tmp_path / "seen.png").read_bytes().startswith(b"\x89PNG")
    browse(index, tmp_path / "b", "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'printed.pdf'}")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_of_a_unit_takes_its_style_from_the_folder(tmp_path):
    page = outbox(tmp_path, SMALL).parent / "_tong-quan" / "don-vi" / "hai-phong.le-chan.html"
    assert "Hội Khuyến học quận Lê Chân" in browse(page, tmp_path / "profile", "--dump-dom")
