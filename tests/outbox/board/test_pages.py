"""The dashboard tells every unit's standing, runs nothing from a report, and asks nothing of the network."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.defaults import folder
from service.errors import TemplateError
from service.gaps import standings
from service.model.examination import Certainty, Verdict
from service.model.rulebook import Round
from service.model.standing import Waiting
from service.model.unit import Registry
from service.outbox.board.dashboard import MOST_ROWS, dashboard
from service.outbox.board.data import DATA, FIELDS
from service.outbox.board.signs import signs
from service.outbox.board.text import documents, href, updated
from service.outbox.phrasing.numbers import short_date
from service.words.showing import shown
from tests.outbox.board.builder import (
    AN_BIEN,
    CITY,
    DO_SON,
    EARLY,
    EVERYTHING,
    LE_CHAN,
    MADE,
    NASTY,
    REGISTRY,
    VI,
    build,
    finding,
    hostile,
    index,
    many,
    sent,
)


def unit_page(files, unit):
    return files[f"_tong-quan/don-vi/{unit.id}.html"].decode()


class Page(HTMLParser):
    """A page as a browser takes it: its elements, its rows, and whether every element is closed."""

    VOID = frozenset({"meta", "link", "input", "rect", "br"})

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.rows, self.scripts = [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag == "script":
            self.scripts.append("")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "script" in self.open:
            self.scripts[-1] += data
        elif "tr" in self.open and data.strip():
            self.rows[-1].append(data.strip())

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def policy(self):
        return next(one["content"] for one in self.all("meta") if one.get("http-equiv") == "Content-Security-Policy")

    def row(self, name):
        """The last row of that name: a district stands in the table of districts, too."""
        return next(row for row in reversed(self.rows) if row[0] == name)


def test_every_unit_is_counted_once_under_its_answer():
    counts = dict(re.findall(r'class="count choose (\w+)".*?<strong>(\d+)</strong>', index(EVERYTHING)))
    assert counts == {"complete": "1", "gaps": "1", "unusable": "3", "missing": "2"}


def test_a_row_tells_answer_sections_findings_day_and_report_in_words():
    page = Page(index(EVERYTHING))
    row = page.row("Quận Lê Chân")
    assert row == [
        "Quận Lê Chân", "Gửi sau hạn 01/6/2020", "!", "Cần bổ sung", "✓", "Có", "✗", "Thiếu", "✓", "Có", "✓", "Có",
        "1", "02/7/2020", "Mở phiếu",
    ]  # fmt: skip
    assert "./hai-phong/le-chan/000002/phieu-ra-soat.docx" in {link.get("href") for link in page.all("a")}


def test_a_unit_that_sent_nothing_has_a_row_too_and_its_missed_deadline_is_told():
    row = Page(index()).row("Quận Lê Chân")
    assert row[:4] == ["Quận Lê Chân", "Quá hạn từ 01/6/2020", "○", "Chưa gửi"]


def test_a_file_of_another_round_or_kind_is_named_so():
    page = Page(index(EVERYTHING))
    assert "Của nhiệm kỳ khác" in page.row("Huyện Bạch Long Vĩ")
    assert "Sai loại văn bản" in page.row("Phường An Biên")
    assert "Không đọc được" in page.row("Phường Cát Dài")


def test_a_newer_file_that_does_not_count_is_told_beside_the_answer():
    good, broken, open_file = sent(1, LE_CHAN), sent(2, LE_CHAN, Verdict.UNREADABLE), sent(3, DO_SON, None)
    assert "Tệp gửi sau không dùng được: bc 2.docx" in Page(index([good, broken])).row("Quận Lê Chân")
    in_folder = replace(open_file, claim=replace(open_file.claim, folder="hai-phong/do-son"))
    assert "Có tệp mới hơn đang chờ đọc: bc 3.docx" in Page(index([sent(1, DO_SON), in_folder])).row("Quận Đồ Sơn")


def test_a_file_that_waits_to_be_read_is_neither_missing_nor_judged():
    waiting = sent(3, DO_SON, None)
    text = index([replace(waiting, claim=replace(waiting.claim, folder="hai-phong/do-son"))])
    assert 'href="#state=taken">Đang chờ đọc: <strong>1 đơn vị' in text
    assert "Đang chờ đọc" in Page(text).row("Quận Đồ Sơn")


def test_districts_have_bars_and_bodies_without_one_share_the_top_units():
    head, *table = Page(index(EVERYTHING)).rows[:5]
    assert head[1:] == [
        "Đã gửi", "Tỷ lệ", "Đủ nội dung", "Cần bổ sung", "Sai loại, không đọc được", "Chưa gửi",
        "Cần người xem lại", "Gửi sau hạn",
    ]  # fmt: skip
    assert table == [
        ["Thành phố Hải Phòng và đơn vị trực thuộc", "1/2", "1", "–", "–", "1", "–", "–"],
        ["Quận Lê Chân", "3/3", "–", "1", "2", "–", "2", "1"],
        ["Quận Đồ Sơn", "0/1", "–", "–", "–", "1", "–", "–"],
        ["Huyện Bạch Long Vĩ", "1/1", "–", "–", "1", "–", "1", "–"],
    ]


def test_every_number_of_a_district_leads_to_its_units():
    page = Page(index(EVERYTHING))
    chosen = {link["href"]: link["aria-label"] for link in page.all("a") if link["href"].startswith("#group=")}
    assert chosen["#group=hai-phong.le-chan&state=unusable"] == "2 đơn vị: Quận Lê Chân, Sai loại, không đọc được"
    assert chosen["#group=-&state=missing"].startswith("1 đơn vị: Thành phố Hải Phòng")


@pytest.mark.parametrize(
    ("submissions", "found"),
    [
        ([], ("overdue",)),
        ([sent(1, LE_CHAN)], ("late",)),
        ([sent(1, LE_CHAN, received="2020-06-01T23:59:00+07:00"), sent(2, LE_CHAN)], ()),
        ([sent(1, LE_CHAN, Verdict.UNREADABLE, received="2020-05-30T08:00:00+07:00")], ("look",)),
        ([sent(1, LE_CHAN, received=EARLY), sent(2, LE_CHAN, Verdict.WRONG_KIND)], ("look",)),
        ([sent(1, LE_CHAN, received=EARLY, findings=[finding(certainty=Certainty.CHECK)])], ("look",)),
        ([sent(1, LE_CHAN, received=EARLY, findings=[finding()])], ()),
    ],
)
def test_what_asks_for_a_person_is_marked(submissions, found):
    standing = standings(Registry((CITY, LE_CHAN)), submissions).of(LE_CHAN.id)
    assert signs(standing, MADE) == found


def test_a_share_that_is_more_than_none_is_never_told_as_none():
    text = index([sent(1, LE_CHAN)], registry=many(300))
    assert "&lt;1% số đơn vị" in text
    assert "100% số đơn vị" not in text


def test_the_section_most_often_missing_stands_first():
    lacking = [sent(1, LE_CHAN, Verdict.GAPS, lacking=["new_term_goals"]), sent(2, DO_SON, Verdict.GAPS, lacking=[])]
    shown = re.findall(r'href="#section=(\w+)"', index(lacking))
    assert shown == ["new_term_goals"]
    assert "1 báo cáo thiếu;" in index(lacking)


def test_files_without_a_unit_are_listed_with_the_reason_in_plain_words():
    page = Page(index(EVERYTHING))
    assert "không thấy tên đơn vị" in page.row("bc 6.docx")[1]
    assert page.row("bc 7.docx")[1] == "Tệp có mật khẩu. Thêm một mục."
    assert page.row("bc 8.docx")[1].startswith("Đây là phụ lục số liệu")
    assert page.row("bc 9.docx")[1] == "Tệp đang chờ đọc."


@pytest.mark.parametrize("reason", ["", "no.such.key", "outbox.unwritable"])
def test_a_waiting_file_has_a_reason_even_where_the_catalogue_has_no_sentence_for_it(reason):
    page = Page(index((), [Waiting("dang chep.docx", "le-chan", reason, MADE)]))
    row = page.row("dang chep.docx")
    assert row[1] == "trong thư mục le-chan"
    assert len(row[2]) > 20
    assert row[3] == "06/7/2020"


def test_consolidated_outputs_are_linked_with_their_labels():
    page = index(sources=[("Báo cáo <tổng hợp>", "hai-phong/tong-hop/bao cao 1.docx")])
    assert '<a href="./hai-phong/tong-hop/bao%20cao%201.docx"><bdi>Báo cáo &lt;tổng hợp&gt;</bdi></a>' in page


def test_the_round_is_told():
    assert "Tổng kết nhiệm kỳ 2014-2019" in index(gathered=Round(closing="2014-2019", opening="2019-2024"))


def test_a_unit_has_a_page_with_its_findings_history_and_files():
    old, new = sent(1, LE_CHAN, Verdict.GAPS), sent(2, LE_CHAN, Verdict.GAPS, findings=[
        finding(quote="đạt 72%", source="Hướng dẫn 25", certainty=Certainty.CHECK)
    ])  # fmt: skip
    text = unit_page(build([old, new]), LE_CHAN)
    page = Page(text)
    assert [row[:2] for row in page.rows if row[0].startswith("Lần ")] == [
        ["Lần 2", "bc 2.docx"],
        ["Lần 1", "bc 1.docx"],
    ]
    assert {"đạt 72%", "Hướng dẫn 25", "Cần kiểm tra lại"} <= set(re.findall(r">([^<]+)<", text))
    assert "../../hai-phong/le-chan/000001/result.json" in {link["href"] for link in page.all("a")}
    assert "Phường An Biên" in [row[0] for row in page.rows]


def test_the_page_of_a_unit_that_sent_nothing_says_where_its_report_goes():
    text = unit_page(build(), AN_BIEN)
    assert "Chưa nhận được báo cáo nào" in text
    assert "hai-phong/le-chan/an-bien" in text


def test_a_units_page_stays_the_same_while_nothing_of_it_changes():
    registry, subs = REGISTRY, [sent(1, LE_CHAN)]
    board = standings(registry, subs)
    earlier = dashboard(folder("templates"), board, registry, VI, MADE)
    later = dashboard(folder("templates"), board, registry, VI, "2021-01-01T00:00:00+07:00")
    assert {path for path in later if later[path] != earlier[path]} == {"index.html"}


def test_only_the_wanted_units_pages_are_made():
    pages = [path for path in build(pages={LE_CHAN.id}) if "don-vi" in path]
    assert pages == ["_tong-quan/don-vi/hai-phong.le-chan.html"]


def test_the_index_comes_last_because_it_names_the_others():
    assert list(build(EVERYTHING, registry=many(600)))[-1] == "index.html"


def test_the_same_board_gives_the_same_bytes():
    assert build(EVERYTHING) == build(EVERYTHING)


# --- what a report may not do


def pages(files):
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_nothing_of_a_report_becomes_markup():
    registry, submissions = hostile()
    for text in pages(build(submissions, [Waiting(NASTY, NASTY, "", MADE)], registry=registry)).values():
        page = Page(text)
        *data, program = page.scripts or [""]
        assert "alert" not in program
        assert "<" not in "".join(data)
        assert not page.all("img")
        assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
        assert "\u202e" not in text


def test_every_link_leads_into_the_outbox_or_the_page():
    registry, submissions = hostile()
    for text in pages(build(submissions, registry=registry)).values():
        page = Page(text)
        addresses = [attrs[key] for _, attrs in page.elements for key in ("href", "src") if key in attrs]
        assert all(re.match(r"(\./|\.\./|#|[a-z0-9.-]+\.html$)", address) for address in addresses), addresses


@pytest.mark.parametrize("size", [3, 600])
def test_no_page_names_an_outside_address(size):
    for text in build(EVERYTHING, registry=many(size)).values():
        assert not re.search(rb"https?:|//\w|@import|url\(", re.sub(rb"'sha256-[^']+'", b"", text))


@pytest.mark.parametrize("size", [3, 600])
def test_the_policy_allows_only_the_pages_own_script_and_style(size):
    text = index(EVERYTHING, registry=many(size))
    page = Page(text)
    policy = dict(part.split(" ", 1) for part in page.policy.split("; "))
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == digest(style)
    assert policy["script-src"].split()[0] == digest(page.scripts[-1])
    nonces = {attrs.get("nonce") for attrs in page.all("script") if "src" in attrs}
    assert policy["script-src"].split()[1:] == [f"'nonce-{nonce}'" for nonce in nonces]
    assert "unsafe" not in page.policy
    assert not [attrs for _, attrs in page.elements if "style" in attrs]


def test_a_units_page_runs_no_script_and_takes_its_style_by_a_nonce_that_no_report_can_foresee():
    first, second = (unit_page(build([sent(1, LE_CHAN, name=name)]), LE_CHAN) for name in ("a.docx", "b.docx"))
    page = Page(first)
    (link,) = page.all("link")
    assert "script-src 'none'" in page.policy
    assert f"style-src 'nonce-{link['nonce']}'" in page.policy
    assert link["nonce"] not in second


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@given(st.text(st.characters(), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_whatever_a_file_is_called_the_pages_stay_sound(name):
    files = build([sent(1, LE_CHAN, name=name), sent(2, None, name=name)], [Waiting(name)], pages={LE_CHAN.id})
    for text in pages(files).values():
        Page(text)


# --- large registries


def listed(files):
    """The data files by group: place and rows."""
    bodies = [body.decode() for path, body in files.items() if path.startswith(DATA)]
    begin, end = "(self.tongket = self.tongket || []).push(", ");\n"
    read = [json.loads(body.removeprefix(begin).removesuffix(end)) for body in bodies]
    return {group: (place, [dict(zip(FIELDS, row, strict=True)) for row in rows]) for group, place, rows in read}


def test_a_large_registry_is_drawn_from_data_files_named_by_their_contents():
    files = build(EVERYTHING, registry=many(5000), pages=())
    text = files["index.html"].decode()
    paths = [path for path in files if path.startswith(DATA)]
    assert re.findall(r'src="./([^"]+)"', text) == paths
    assert all(hashlib.sha256(files[path]).hexdigest()[:16] in path for path in paths)
    place, rows = listed(files)[LE_CHAN.id]
    assert (place, len(rows), rows[0]["name"]) == ("Quận Lê Chân", 5003, "Quận Lê Chân")
    assert sum(len(rows) for _, rows in listed(files).values()) == 5007
    assert len(text) < 100_000


def test_where_one_unit_changes_one_data_file_does():
    registry = many(600)
    before, after = (build([*EVERYTHING, *more], registry=registry) for more in ((), [sent(10, DO_SON)]))
    changed = {path for path in after if after[path] != before.get(path)}
    (data,) = [path for path in changed if path.startswith(DATA)]
    assert changed - {data} == {"index.html", *(f"_tong-quan/don-vi/{unit.id}.html" for unit in (DO_SON, CITY))}


def test_no_page_lists_more_units_than_a_browser_draws_at_once():
    files = build(registry=many(5000), pages={CITY.id, LE_CHAN.id, AN_BIEN.id})
    assert {path: text.count("<tr ") for path, text in pages(files).items() if text.count("<tr ") > MOST_ROWS} == {}
    assert 'href="../../index.html#group=hai-phong.le-chan"' in unit_page(files, LE_CHAN)


def test_a_units_page_leads_to_those_beside_it():
    page = Page(unit_page(build(), DO_SON))
    assert {link["rel"]: link["href"] for link in page.all("a") if "rel" in link} == {
        "prev": "hai-phong.le-chan.html",
        "next": "hai-phong.bach-long-vi.html",
    }


def test_a_small_registry_needs_no_data_file_and_no_script_to_be_read():
    files = build(EVERYTHING)
    assert not [path for path in files if path.endswith(".js")]
    assert files["index.html"].decode().count("<tr ") > len(REGISTRY.units)


def test_no_name_can_end_the_data_script():
    registry = Registry((*many(600).units, replace(DO_SON, id="hai-phong.x", name=f"</script><!--{NASTY}")))
    files = build(registry=registry, pages=())
    body = "".join(body.decode() for path, body in files.items() if path.startswith(DATA))
    assert not set("<>&\u2028\u2029\u202e") & set(body)
    assert listed(files)["hai-phong.x"][1][0]["name"].startswith("Quận </script><!--")


# --- templates and words


def test_a_template_that_asks_for_what_is_not_there_is_refused(tmp_path):
    for file in folder("templates").glob("bang-theo-doi*"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (tmp_path / "bang-theo-doi.html").write_text("{{ nothing_such }}", "utf-8")
    with pytest.raises(TemplateError) as raised:
        dashboard(tmp_path, standings(REGISTRY, []), REGISTRY, VI, MADE)
    assert raised.value.key == "outbox.template.unknown"
    (tmp_path / "bang-theo-doi.html").write_text("{% if %}", "utf-8")
    with pytest.raises(TemplateError) as raised:
        dashboard(tmp_path, standings(REGISTRY, []), REGISTRY, VI, MADE)
    assert raised.value.key == "outbox.template.syntax"


def test_a_template_cannot_reach_into_the_program(tmp_path):
    for file in folder("templates").glob("bang-theo-doi*"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (tmp_path / "bang-theo-doi.html").write_text("{{ say.__globals__ }}", "utf-8")
    with pytest.raises(TemplateError):
        dashboard(tmp_path, standings(REGISTRY, []), REGISTRY, VI, MADE)


def test_a_missing_template_is_named(tmp_path):
    with pytest.raises(TemplateError) as raised:
        dashboard(tmp_path, standings(REGISTRY, []), REGISTRY, VI, MADE)
    assert raised.value.key == "outbox.template.missing"


def test_the_pages_speak_english_too():
    files = build(EVERYTHING, language="en")
    assert '<html lang="en">' in files["index.html"].decode()
    assert "Has gaps" in unit_page(files, LE_CHAN)


def test_an_empty_registry_makes_a_page():
    Page(index(registry=Registry(())))


@pytest.mark.parametrize(
    ("moment", "shown"), [(MADE, "06/7/2020"), ("", ""), ("hôm qua", "hôm qua"), ("2020-02-01", "01/02/2020")]
)
def test_a_day_is_shown_as_an_office_writes_it(moment, shown):
    assert short_date(moment, VI) == shown


def test_the_moment_of_the_page_is_told_even_where_it_is_no_moment():
    assert updated(MADE, VI) == "Cập nhật lúc 08:30 ngày 06/7/2020."
    assert updated("?", VI) == "Cập nhật: ?."


def test_the_first_word_file_is_the_gap_report_unless_one_is_named_so():
    plain = sent(1, LE_CHAN, outputs=("a/x.docx", "a/y.docx", "a/result.json", "a/z.zip"))
    assert [link.kind for link in documents(plain, VI)] == ["gap_report", "annotated", "other", "data"]
    named = sent(1, LE_CHAN, outputs=("a/ban-chu-thich.docx", "a/phieu-ra-soat.docx"))
    assert [link.href for link in documents(named, VI)] == ["./a/phieu-ra-soat.docx", "./a/ban-chu-thich.docx"]


@given(st.text(st.characters()))
def test_clean_text_and_links_can_be_written(text):
    shown(text).encode()
    assert href(text).startswith("./")
    href(text).encode("ascii")
