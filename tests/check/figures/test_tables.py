"""Tables are read by their heads: merged cells, years, units, and totals in rows or columns."""

from __future__ import annotations

import pytest

from service.check.case import Zone, make_case
from service.check.figures.judge import judge_figures
from service.check.figures.tables.columns import Role, columns
from service.check.figures.tables.tables import grids
from service.check.lists import phrasebook
from service.model.manuscript import Cell, Format, Manuscript, Paragraph, Place, Table
from service.outline import outline
from tests.check.builder import TITLE, manuscript, rules, zoned

PAST, FUTURE = Zone.PAST, Zone.FUTURE


def merged(rows, zone=PAST, level="district"):
    """Case and context of one table; a cell is a text, or a text with the rows and columns that it covers."""
    paragraphs, cells, taken = list(manuscript(*TITLE).paragraphs), [], set()
    for row, texts in enumerate(rows):
        column = 0
        for one in texts:
            text, height, width = (one, 1, 1) if isinstance(one, str) else one
            while (row, column) in taken:
                column += 1
            taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
            index = len(paragraphs)
            paragraphs.append(Paragraph(index, text, place=Place(table=0, row=row, column=column)))
            cells.append(Cell(row, column, height, width, (index,), text))
            column += width
    across = 1 + max(column for _, column in taken)
    read = Manuscript(Format.DOCX, tuple(paragraphs), (Table(0, len(rows), across, tuple(cells)),))
    outlined = outline(read)
    made = make_case(read, outlined, outlined.pieces[0], rules(), phrasebook(rules()))
    return made, zoned(made, zone, level)


def told(rows, zone=PAST, level="district"):
    made, context = merged(rows, zone, level)
    indicators, findings = judge_figures(made, context)
    return {f"{one.id}.{one.kind}": one.value for one in indicators}, [(one.code, one.quote) for one in findings]


def test_heads_in_two_rows_name_the_columns_below_them():
    rows = [
        [("TT", 2, 1), ("Đơn vị", 2, 1), ("Hội viên", 1, 2), ("Gia đình học tập", 1, 3)],
        ["Số lượng", "Tỷ lệ %", "Tổng số hộ", "Số hộ đạt", "Tỷ lệ %"],
        ["1", "Xã A", "2.150", "27,0", "2.400", "1.800", "75,0"],
        ["2", "Xã B", "2.040", "28,5", "2.200", "1.628", "74,0"],
        ["3", "Xã C", "2.310", "26,4", "2.500", "1.900", "76,0"],
        ["", "Toàn huyện", "6.500", "27,2", "7.100", "5.328", "75,0"],
    ]
    values, findings = told(rows)
    assert values == {
        "members.result": 6500,
        "member_rate.result": 27.2,
        "learning_families.result": 5328,
        "learning_families_rate.result": 75,
    }
    assert findings == []


def test_a_total_label_may_cover_the_column_of_numbers():
    rows = [
        ["TT", "Tên xã", "Chi hội", "Hội viên"],
        ["1", "Xã A", "24", "2.150"],
        ["2", "Xã B", "22", "2.040"],
        ["3", "Xã C", "25", "2.010"],
        [("Tổng cộng", 1, 2), "71", "6.210"],
    ]
    assert told(rows) == ({"branches.result": 71}, [("figure.total", "6.210")])


def test_a_title_across_the_table_is_no_head_of_a_column():
    rows = [
        [("BIỂU TỔNG HỢP SỐ LIỆU NHIỆM KỲ 2015 - 2020", 1, 4)],
        ["TT", "Chỉ tiêu", "Nghị quyết", "Thực hiện"],
        ["1", "Hội viên/dân số (%)", "25", "28,0"],
        ["2", "Chi hội", "12", "14"],
    ]
    expected = {"member_rate.target": 25, "member_rate.result": 28, "branches.target": 12, "branches.result": 14}
    assert told(rows, level="commune") == (expected, [])


def test_years_below_a_common_head_are_years():
    rows = [
        [("Nội dung", 2, 1), ("Đơn vị tính", 2, 1), ("Kết quả các năm", 1, 5), ("Tổng cộng", 2, 1)],
        ["2016", "2017", "2018", "2019", "6/2020"],
        ["Vận động quỹ", "Triệu đồng", "120", "131", "140", "155", "70", "616"],
        ["Số suất học bổng", "Suất", "310", "325", "340", "361", "120", "1.456"],
        ["Hội viên", "Người", "1.860", "1.995", "2.140", "2.330", "2.480", ""],
    ]
    expected = {"members.result": 2480, "fund_raised.result": 616_000_000, "scholarships.result": 1456}
    assert told(rows, level="commune") == (expected, [])


@pytest.mark.parametrize(("total", "findings"), [("6.500", []), ("6.600", [("figure.total", "6.600")])])
def test_a_column_may_add_up_the_units_beside_it(total, findings):
    rows = [
        ["Chỉ tiêu", "Phường A", "Phường B", "Phường C", "Toàn quận"],
        ["Số hội viên", "2.150", "2.040", "2.310", total],
        ["Số chi hội", "24", "22", "25", "71"],
        ["Tỷ lệ hội viên/dân số (%)", "27,0", "28,5", "26,4", "27,2"],
    ]
    assert told(rows)[1] == findings


def test_the_year_before_the_goals_is_the_result():
    rows = [
        ["STT", "Nội dung chỉ tiêu", "Đến 2020", "Phấn đấu 2025"],
        ["1", "Số hội viên (người)", "2.480", "2.900"],
        ["2", "Quỹ khuyến học vận động", "693 triệu", "850 triệu"],
        ["3", "100% chi hội hoạt động tốt", "", ""],
    ]
    assert told(rows, zone=FUTURE, level="commune")[0] == {
        "members.result": 2480,
        "members.goal": 2900,
        "fund_raised.result": 693_000_000,
        "fund_raised.goal": 850_000_000,
    }


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Nghị quyết", Role.TARGET),
        ("Chỉ tiêu Đại hội", Role.TARGET),
        ("Mục tiêu 2015 - 2020", Role.TARGET),
        ("Kết quả", Role.RESULT),
        ("Thực hiện 2020", Role.RESULT),
        ("Số lượng", Role.RESULT),
        ("Mục tiêu 2025", Role.GOAL),
        ("Đến 2025", Role.GOAL),
        ("Nhiệm kỳ 2020 - 2025", Role.GOAL),
        ("Năm 2015", Role.START),
        ("Đầu nhiệm kỳ", Role.START),
        ("2018", Role.YEAR),
        ("6 tháng 2020", Role.YEAR),
        ("Cộng", Role.TOTAL),
        ("Tổng số", Role.TOTAL),
        ("Cộng 5 năm", Role.TOTAL),
        ("So với Nghị quyết (%)", Role.SHARE),
        ("Tăng, giảm", Role.SHARE),
        ("Đăng ký", Role.SHARE),
    ],
)
def test_a_head_tells_what_its_column_is(head, role):
    made, context = merged([["Nội dung", head], ["Hội viên", "2.480"], ["Chi hội", "14"]])
    (grid,) = grids(made)
    assert [column.role for column in columns(grid, context)] == [role]
