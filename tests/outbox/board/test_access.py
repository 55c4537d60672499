"""The dashboard for those who use no mouse, or no eyes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from service.model.examination import Certainty, Severity, Verdict
from service.outbox.board.dashboard import MOST_ROWS
from tests.outbox.board.builder import EVERYTHING, LE_CHAN, REGISTRY, finding, many, sent

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BOARD = (
    *EVERYTHING[2:],
    sent(11, LE_CHAN, Verdict.GAPS, lacking=["lessons_learned"]),
    sent(12, LE_CHAN, Verdict.GAPS, lacking=["lessons_learned"], findings=[
        finding(quote="đạt 72%", source="Hướng dẫn 25", certainty=Certainty.CHECK),
        finding(severity=Severity.WARNING), finding(severity=Severity.INFO),
    ]),
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("place", ["first page", "first page, filtered", "first page, many units", "a unit's page"])
def test_axe_finds_nothing_to_mend(opened, scheme, width, place):
    # axe builds elements from text of its own, which the pages' policy forbids.
    reader = opened(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    registry = many(MOST_ROWS) if "many" in place else REGISTRY
    reader.lay(BOARD, registry=registry, pages={LE_CHAN.id})
    page = reader.open_unit(LE_CHAN) if "unit's" in place else reader.open(asked="#sign=look" if "," in place else "")
    found = Axe().run(page, options=RULES)
    assert {one["id"]: [node["html"] for node in one["nodes"]] for one in found.response["violations"]} == {}
    assert len(found.response["passes"]) > 20


def test_the_first_key_leads_past_the_head_to_the_list(reader):
    page = reader.lay(BOARD, pages=()).open(asked="#state=gaps")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Đi thẳng đến danh sách đơn vị"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("id") == "f-search"
    assert page.url.endswith("#state=gaps")


def test_a_unit_is_found_opened_and_left_by_keys_alone(reader):
    page = reader.lay(BOARD).open()
    page.get_by_label("Tìm tên đơn vị").focus()
    page.keyboard.type("le chan")
    for _ in range(7):
        page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Bỏ lọc"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Quận Lê Chân"
    page.keyboard.press("Enter")
    page.wait_for_url("**/hai-phong.le-chan.html")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Đi thẳng đến nội dung"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html")


def test_whatever_has_the_focus_can_be_seen(reader):
    page = reader.lay(BOARD, pages=()).open()
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
        )
        assert style[0] == "solid"
        assert float(style[1].removesuffix("px")) >= 2


def test_what_is_found_is_announced(reader):
    page = reader.lay(BOARD, pages=()).open()
    status = page.get_by_role("status")
    page.get_by_label("Tìm tên đơn vị").fill("lê chân")
    assert status.inner_text() == "Đang xem 3 trong 7 đơn vị. Tìm tên đơn vị: “lê chân”."


def test_a_table_is_read_as_a_table_though_a_phone_shows_cards(opened):
    reader = opened(viewport={"width": 390, "height": 800})
    page = reader.lay(BOARD, pages=()).open()
    row = (
        page.get_by_role("table", name="Tình trạng báo cáo của từng đơn vị")
        .get_by_role("row", name="Quận Lê Chân")
        .first
    )
    assert row.get_by_role("rowheader").count() == 1
    assert row.get_by_role("cell").count() == 8


def test_no_answer_is_told_by_colour_alone(reader):
    page = reader.lay(BOARD, pages=()).open()
    marks = page.evaluate("""
        Object.fromEntries(Array.from(document.querySelectorAll("#rows .badge"), (one) =>
          [one.querySelector(".word").textContent, one.querySelector(".mark").textContent]))
    """)
    assert len(marks) >= 4
    assert all(marks.values())
