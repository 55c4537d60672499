"""The dashboard in a browser, from a folder, without a server: filters, search, pages, phone and print."""

import re
from dataclasses import replace

import pytest

from service.model.examination import Verdict
from service.model.unit import Registry, Unit
from service.outbox.board.dashboard import MOST_ROWS, PAGE_ROWS
from service.outbox.board.data import DATA
from tests.outbox.board.builder import (
    AN_BIEN,
    CITY,
    DO_SON,
    EVERYTHING,
    LE_CHAN,
    NASTY,
    REGISTRY,
    finding,
    hostile,
    many,
    sent,
)

pytestmark = pytest.mark.browser

HOA_BINH = Unit("hai-phong.hoa-binh", "Hòa Bình", "district", "quận", "hai-phong")
HOA_AN = Unit("hai-phong.hoa-an", "Hóa An", "district", "quận", "hai-phong")
THUY = Unit("hai-phong.thuy-nguyen", "Thủy Nguyên", "district", "huyện", "hai-phong")
NAMED = Registry((*REGISTRY.units, HOA_BINH, HOA_AN, THUY))
SENT = (
    sent(1, LE_CHAN, Verdict.COMPLETE),
    sent(2, DO_SON, Verdict.GAPS, lacking=["lessons_learned"], findings=[finding()]),
    sent(3, AN_BIEN, Verdict.UNREADABLE),
)
SIZES = pytest.mark.parametrize("size", [0, MOST_ROWS], ids=["rows in the page", "rows from files"])


def grown(registry, size):
    """The registry with so many wards more."""
    return Registry((*registry.units, *many(size).units[len(REGISTRY.units) :]))


@SIZES
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("#state=complete", ["Quận Lê Chân"]),
        ("#section=lessons_learned", ["Quận Đồ Sơn"]),
        ("#sign=look", ["Phường An Biên"]),
        ("#sign=late", ["Quận Lê Chân"]),
        ("#search=do+son&level=district", ["Quận Đồ Sơn"]),
        ("#group=hai-phong.do-son&state=gaps", ["Quận Đồ Sơn"]),
        ("#level=district&sort=newest&search=do", ["Quận Đồ Sơn"]),
        ("#search=kh%C3%B4ng+c%C3%B3", []),
    ],
)
def test_an_address_that_was_sent_on_opens_the_same_view(reader, size, asked, shown):
    reader.lay(SENT, registry=grown(NAMED, size), pages=()).open(asked=asked)
    assert reader.names == shown
    assert reader.told.startswith(f"Đang xem {len(shown)} trong" if shown else "Không có đơn vị nào")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("le chan", ["Quận Lê Chân", "Phường An Biên", "Phường Cát Dài"]),
        ("AN BIÊN", ["Phường An Biên"]),
        ("an bie\u0302n", ["Phường An Biên"]),
        ("do son", ["Quận Đồ Sơn"]),
        ("đo son", ["Quận Đồ Sơn"]),
        ("hoà bình", ["Quận Hòa Bình"]),
        ("hoa", ["Quận Hòa Bình", "Quận Hóa An"]),
        ("hóa", ["Quận Hóa An"]),
        ("thuỷ", ["Huyện Thủy Nguyên"]),
        ("cát cũ", ["Phường Cát Dài"]),
        ("bc 2", ["Quận Đồ Sơn"]),
        ("docx", []),
        ("lễ chân", ["Quận Lê Chân", "Phường An Biên", "Phường Cát Dài"]),
        ("?", ["Thành phố Hải Phòng", "Quận Lê Chân", "Phường An Biên"]),
    ],
)
def test_search_needs_neither_accents_nor_their_usual_place(reader, typed, shown):
    reader.lay(SENT, registry=NAMED, pages=()).open()
    reader.page.get_by_label("Tìm tên đơn vị").fill(typed)
    assert reader.names[: len(shown)] == shown
    assert len(reader.names) == len(shown) or typed == "?"


@SIZES
def test_filters_narrow_the_list_and_are_told_and_taken_back(reader, size):
    page = reader.lay(SENT, registry=grown(REGISTRY, size), pages=()).open()
    total = reader.told
    page.get_by_label("Tình trạng", exact=True).select_option("Cần bổ sung")
    assert reader.names == ["Quận Đồ Sơn"]
    assert reader.told.endswith("Tình trạng: Cần bổ sung.")
    assert page.url.endswith("#state=gaps")
    page.get_by_role("button", name="Bỏ lọc").click()
    assert reader.told == total


def test_a_count_chooses_its_units_and_gives_them_back(reader):
    page = reader.lay(EVERYTHING, pages=()).open()
    count = page.get_by_role("link", name="2 đơn vị: Quận Lê Chân, Sai loại, không đọc được")
    count.click()
    assert reader.names == ["Phường An Biên", "Phường Cát Dài"]
    assert page.evaluate("document.activeElement.id") == "units-head"
    assert count.get_attribute("aria-current") == "true"
    count.click()
    assert len(reader.names) == len(REGISTRY.units)


def test_back_from_a_units_page_finds_the_list_as_it_was(reader):
    page = reader.lay(SENT, registry=many(MOST_ROWS)).open()
    page.get_by_label("Tìm tên đơn vị").fill("số")
    page.get_by_role("button", name="Trang sau").click()
    before = (reader.names, reader.told)
    page.get_by_role("link", name=reader.names[3], exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Hội Khuyến học phường Số")
    page.go_back()
    assert (reader.names, reader.told) == before
    page.reload()
    assert (reader.names, reader.told) == before


def test_a_unit_beside_is_one_click_away(reader):
    page = reader.lay(SENT).open_unit(DO_SON)
    page.get_by_role("link", name="Quận Lê Chân").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Hội Khuyến học quận Lê Chân"
    page.get_by_role("link", name="Bảng theo dõi").click()
    assert len(reader.names) == len(REGISTRY.units)


def test_a_drawn_row_is_the_same_as_a_printed_one(reader):
    def row(size):
        page = reader.lay(SENT, registry=grown(REGISTRY, size), pages=()).open(asked="#search=do+son&level=district")
        return re.sub(r"\s+", " ", page.locator("#rows tr").inner_html())

    assert row(0) == row(MOST_ROWS)


# --- many units


def test_however_many_units_there_are_the_page_holds_few_rows(reader):
    page = reader.lay(registry=many(5000), pages=()).open()
    for _ in range(3):
        assert page.locator("tr").count() < 2 * PAGE_ROWS
        page.get_by_role("button", name="Trang sau").click()
    assert reader.told == "Đang xem đơn vị thứ 151 đến 200 trong 5.007 đơn vị (cả thảy 5.007)."
    assert page.url.endswith("#page=4")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#rows tr").count() == MOST_ROWS
    assert "chỉ có 500 đơn vị đầu trong 5.007" in reader.told
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#rows tr").count() == PAGE_ROWS


def test_the_first_and_last_leaf_end_the_list(reader):
    page = reader.lay(registry=many(MOST_ROWS), pages=()).open(asked="#page=999")
    assert reader.told == "Đang xem đơn vị thứ 501 đến 507 trong 507 đơn vị (cả thảy 507)."
    page.get_by_role("button", name="Trang sau").click(force=True)
    assert len(reader.names) == 7
    page.get_by_label("Tìm tên đơn vị").fill("lê chân")
    assert reader.told.startswith("Đang xem đơn vị thứ 1 đến 50")
    page.get_by_role("button", name="Trang trước").click(force=True)
    assert len(reader.names) == PAGE_ROWS


def test_a_reader_whose_page_has_outlived_its_data_is_told_to_load_it_again(opened):
    reader = opened().lay(registry=many(MOST_ROWS), pages=())
    next(reader.outbox.glob(f"{DATA}*")).write_text("", "utf-8")
    reader.open()
    assert "tải lại trang" in reader.told


def test_a_page_that_is_open_while_the_outbox_changes_still_finds_its_data(reader):
    page = reader.lay(SENT, registry=many(MOST_ROWS), pages=()).open(asked="#state=gaps")
    reader.lay((), registry=many(MOST_ROWS), pages=())
    assert reader.names == ["Quận Đồ Sơn"]
    page.reload()
    assert reader.told.startswith("Không có đơn vị nào")


# --- what a report may not do


@SIZES
def test_hostile_names_and_words_stay_text(reader, size):
    registry, submissions = hostile()
    bad = registry.units[1]
    reader.lay(submissions, registry=grown(registry, size)).open()
    shown = [name for name in reader.names if "script" in name]
    assert shown == [f"Quận {NASTY}".replace("\u202e", "\ufffd")]
    reader.page.get_by_role("link", name=shown[0], exact=True).last.click()
    words = reader.page.locator("main").inner_text()
    assert "<img src=x onerror=alert(1)>" in words
    assert bad.association.replace("\u202e", "\ufffd") == reader.page.get_by_role("heading", level=1).text_content()
    assert reader.page.locator("img, main script").count() == 0


WORDS = ("{{ 7 * 7 }}", '=HYPERLINK("x")', "</script><b>đậm</b>", "A b c", "${1}", "'\"`", "{name}", "&amp;")


@SIZES
def test_a_name_is_shown_letter_for_letter(reader, size):
    odd = [Unit(f"hai-phong.x{at}", word, "base", "", "hai-phong") for at, word in enumerate(WORDS)]
    reader.lay(registry=grown(Registry((CITY, *odd)), size), pages=()).open(asked="#level=base")
    assert tuple(reader.page.locator("#rows .name").all_text_contents())[: len(WORDS)] == WORDS


def test_a_script_that_is_not_the_pages_own_does_not_run(opened):
    reader = opened().lay(SENT, pages=())
    index = reader.outbox / "index.html"
    text = index.read_text("utf-8").replace("</body>", "<script>document.title = 'taken over'</script></body>")
    index.write_text(text, "utf-8")
    assert "taken over" not in reader.open().title()
    assert "inline script violates" in "".join(reader.troubles)


# --- phone and print

WIDTHS = pytest.mark.parametrize("width", [320, 390, 800, 1280])


@WIDTHS
@SIZES
def test_nothing_has_to_be_scrolled_sideways(opened, width, size):
    reader = opened(viewport={"width": width, "height": 800})
    registry = grown(Registry((*REGISTRY.units, replace(HOA_AN, name="Rất" + "dài" * 40))), size)
    long_name = sent(4, HOA_BINH, Verdict.GAPS, name="x" * 120 + ".docx", findings=[finding(quote="y" * 200)])
    reader.lay((*EVERYTHING, long_name), registry=Registry((*registry.units, HOA_BINH)), pages={HOA_BINH.id})
    for page in (reader.open(), reader.open_unit(HOA_BINH)):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert reader.troubles == []


def test_what_is_touched_on_a_phone_is_large_enough(opened):
    reader = opened(viewport={"width": 390, "height": 800}, has_touch=True)
    page = reader.lay(EVERYTHING, registry=many(MOST_ROWS), pages=()).open()
    small = page.evaluate("""
        Array.from(document.querySelectorAll("button, select, input, .choose, .jumps a, td a"))
          .filter((one) => one.offsetParent && one.getClientRects().length === 1)
          .filter((one) => one.getBoundingClientRect().height < 24)
          .map((one) => one.outerHTML)
    """)
    assert small == []


def test_a_filtered_list_is_printed_by_itself(reader):
    page = reader.lay(SENT, pages=()).open(asked="#state=gaps")
    page.emulate_media(media="print")
    heads = [head.inner_text() for head in page.get_by_role("heading").all() if head.is_visible()]
    assert heads == ["Bảng theo dõi báo cáo tổng kết nhiệm kỳ", "Từng đơn vị"]
    assert not page.get_by_role("button", name="In danh sách").is_visible()
    assert reader.told.endswith("Tình trạng: Cần bổ sung.")


def test_printed_colours_do_not_follow_a_dark_screen(opened):
    reader = opened(color_scheme="dark").lay(SENT)
    for page in (reader.open(), reader.open_unit(LE_CHAN)):
        page.emulate_media(media="print")
        colours = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        )
        assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
        assert page.pdf().startswith(b"%PDF")
