"""The consolidated report says what it was made from."""

from dataclasses import replace
from datetime import date

import pytest

from service.consolidate import consolidate
from service.gaps import standings
from service.model.city import IndicatorTable
from service.model.unit import Registry, Unit
from service.outbox.city.report import city_report
from service.outbox.city.tables import grids
from service.outbox.phrasing.names import Names
from service.words import words
from tests.outbox.opened import opened

DAY = date(2020, 7, 6)


@pytest.fixture
def document(templates, city, registry):
    return opened(city_report(templates, city, registry, words(), DAY))


def plain(text):
    return text.replace("\u00a0", " ")


def rows(table):
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def table_with(document, head):
    return next(rows(table) for table in document.tables if head in [cell.text for cell in table.rows[0].cells])


def text_of(document):
    return plain("\n".join(paragraph.text for paragraph in document.paragraphs))


def test_page_one_tells_who_is_in_it_and_who_is_not(document):
    assert "Đến ngày 06/7/2020, 3/4 đơn vị trực thuộc đã gửi báo cáo; 2 báo cáo được đưa vào" in text_of(document)
    assert table_with(document, "Tình trạng")[1:] == [
        ["Đủ bốn nội dung", "2", "Trực thuộc (1): quận Lê Chân\nCấp dưới (1): quận Ngô Quyền: phường Lạch Tray"],
        ["Còn nội dung cần bổ sung (vẫn tổng hợp)", "1", "Trực thuộc (1): quận Ngô Quyền"],
        ["Tệp chưa đọc được (chưa tổng hợp)", "1", "Trực thuộc (1): huyện Kiến Thụy"],
        ["Chưa nhận được báo cáo", "1", "Trực thuộc (1): quận Đồ Sơn"],
    ]


def test_a_total_stands_with_its_coverage_and_a_rate_with_its_span(document):
    found = {row[1]: row for row in table_with(document, "Kết quả")[1:]}
    assert found["Hội viên"][2:] == [
        "chưa có số liệu",
        "khoảng 87.500 (cộng từ 2/4 đơn vị)",
        "45.000 (cộng từ 1/4 đơn vị)",
    ]
    assert found["Tỷ lệ hội viên so với dân số"][3] == "từ 20,5% đến 28% (2/4 đơn vị có số liệu)"
    assert found["Quỹ khuyến học vận động trong nhiệm kỳ"][3] == "30.712,5 triệu đồng (cộng từ 2/4 đơn vị)"


def test_each_unit_has_its_line_and_no_figure_is_not_zero(document):
    found = rows(document.tables[-1])
    assert found[0][2] == "Hội viên (người): kết quả"
    assert [row[1] for row in found[1:]] == [
        *("quận Ngô Quyền", "– phường Lạch Tray", "quận Lê Chân", "huyện Kiến Thụy", "quận Đồ Sơn"),
        "Cộng các đơn vị trực thuộc",
    ]
    assert [row[2] for row in found[1:]] == [
        *("46.250", "2.310", "khoảng 41.250", "–", "–"),
        "khoảng 87.500 (cộng từ 2/4 đơn vị)",
    ]


def test_words_are_attributed_and_what_units_share_is_told_once(document):
    text = text_of(document)
    assert "- Riêng quận Lê Chân rút thêm bài học về vận động người xa quê ủng hộ quỹ. [đoạn 45]" in text
    assert text.count("“Hai là, lấy gia đình và tổ dân phố làm gốc.”") == 1
    assert "Chưa thấy nội dung này trong báo cáo của 1 đơn vị: quận Ngô Quyền." in text


def test_the_annex_says_why_a_unit_is_not_in_it_and_that_a_newer_file_could_not_be_used(document):
    found = {row[1]: row for row in table_with(document, "Tệp báo cáo")[1:]}
    assert found["huyện Kiến Thụy"][4] == "Tệp chỉ có ảnh chụp các trang, không có chữ để đọc"
    assert found["quận Lê Chân"][4] == "Tệp mới hơn “le chan ban moi.docx” chưa dùng được"
    assert found["phường Lạch Tray (quận Ngô Quyền)"][3] == "Đủ bốn nội dung"
    assert "quận Đồ Sơn" not in found
    assert table_with(document, "Tên đơn vị")[1:] == [["Đơn vị trực thuộc", "1/4", "quận Đồ Sơn"]]


def test_of_many_silent_units_page_one_tells_how_many_and_the_annex_who(templates, registry):
    wards = tuple(
        Unit(f"hai-phong.le-chan.p{number}", f"Số {number}", "commune", "phường", "hai-phong.le-chan")
        for number in range(30)
    )
    registry = Registry((*registry.units, *wards))
    silent = consolidate(standings(registry, []), registry, "hai-phong", {})
    document = opened(city_report(templates, silent, registry, words(), DAY))
    glance = table_with(document, "Tình trạng")[-1]
    assert glance[1] == "35"
    assert glance[2].endswith("Cấp dưới (31): quận Ngô Quyền 1/1 phường; quận Lê Chân 30/30 phường")
    named = {row[0]: row for row in table_with(document, "Tên đơn vị")[1:]}
    assert named["quận Lê Chân"][1] == "30/30 phường"
    assert named["quận Lê Chân"][2].startswith("phường Số 0, Số 1, Số 2")


def test_page_numbers_start_on_page_two_and_wide_tables_lie_across(document):
    sections = document.sections
    assert all(section.different_first_page_header_footer for section in sections)
    assert "PAGE" in sections[0].header._element.xml
    assert sections[-1].page_width > sections[-1].page_height
    assert sections[0].page_width < sections[0].page_height


def test_it_is_the_same_every_time(templates, city, registry):
    made = [city_report(templates, city, registry, words(), DAY) for _ in range(2)]
    assert made[0] == made[1]


def test_an_empty_round_makes_a_report_too(templates, city, registry):
    empty = replace(city, tables=(), gaps=(), chapters=tuple(replace(one, voices=()) for one in city.chapters))
    text = text_of(opened(city_report(templates, empty, registry, words(), DAY)))
    assert "Các báo cáo đã nhận chưa có số liệu để tổng hợp." in text
    assert "Chưa có báo cáo nào nêu nội dung này." in text


def test_a_page_holds_no_more_columns_than_can_be_read(city):
    many = tuple(replace(city.tables[0], indicator=f"muc_{number}") for number in range(20))
    pages = grids(replace(city, tables=many), words(), Names(words()))
    assert {len(page.columns) for page in pages} <= set(range(1, 8))
    assert sum(len(page.columns) for page in pages) == 40


def test_an_indicator_that_only_a_unit_further_down_gives_has_no_total(city):
    unit = Unit("hai-phong.x", "X", "district", "quận", "hai-phong")
    lonely = IndicatorTable("moi", "count", tuple(replace(row, result=None, goal=None) for row in city.tables[0].rows))
    assert grids(replace(city, unit=unit, tables=(lonely,)), words(), Names(words())) == ()


def test_figures_to_look_at_stand_in_a_table_with_their_reason_and_their_place(document):
    assert table_with(document, "Điều cần xem lại")[1:] == [
        [
            "1",
            "Hội viên: kết quả",
            "Số ước chừng: đã cộng, số cộng ghi “khoảng”",
            "quận Lê Chân: khoảng 41.250 (2019) [đoạn 13]",
        ],
        [
            "2",
            "Hội viên: kết quả",
            "Số của năm khác (phần lớn đơn vị: năm 2020): đã cộng",
            "quận Lê Chân: khoảng 41.250 (2019) [đoạn 13]",
        ],
    ]
    nothing = "Không có số liệu nào phải để riêng"
    assert nothing not in text_of(document)


def test_without_doubtful_figures_the_report_says_so(templates, city, registry):
    text = text_of(opened(city_report(templates, replace(city, doubts=()), registry, words(), DAY)))
    assert "Không có số liệu nào phải để riêng, ước chừng hoặc khác xa các đơn vị cùng cấp." in text


def test_goals_with_figures_stand_by_unit_beside_the_words_of_the_goals(document):
    found = table_with(document, "Hội viên (người): mục tiêu")
    assert found[0][1:] == ["Đơn vị", "Hội viên (người): mục tiêu"]
    assert [row[1:] for row in found[1:]] == [
        ["quận Lê Chân", "45.000"],
        ["Cộng các đơn vị trực thuộc", "45.000 (cộng từ 1/4 đơn vị)"],
    ]
