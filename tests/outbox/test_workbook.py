"""The workbook adds only what may be added, and runs nothing."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from service.outbox.city.workbook import workbook
from service.words import words

DAY = date(2020, 7, 6)


@pytest.fixture
def data(city, registry):
    return workbook(city, registry, words(), DAY)


def opened(data, **more):
    return openpyxl.load_workbook(io.BytesIO(data), **more)


def values(sheet):
    return [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]


def test_it_has_its_sheets_with_frozen_heads_and_filters(data):
    book = opened(data)
    assert book.sheetnames == ["Chỉ tiêu", "Chỉ tiêu cấp dưới", "Chi tiết", "Tình hình gửi"]
    assert [sheet.freeze_panes for sheet in book] == ["B5", "C5", "B5", "B5"]
    assert all(sheet.auto_filter.ref for sheet in book)


def test_totals_are_formulas_over_the_units_directly_below_with_their_coverage(data):
    formulas, shown = values(opened(data)["Chỉ tiêu"]), values(opened(data, data_only=True)["Chỉ tiêu"])
    assert formulas[0] == [
        *("Đơn vị", "Hội viên (người)", "Tỷ lệ hội viên so với dân số (%)"),
        "Quỹ khuyến học vận động trong nhiệm kỳ (đồng)",
    ]
    assert formulas[1][:2] == ["quận Ngô Quyền", 46_250]
    assert formulas[4] == ["quận Đồ Sơn", "–", "–", "–"]
    assert formulas[5] == ["Cộng các đơn vị trực thuộc", "=SUBTOTAL(9,B5:B8)", "không cộng", "=SUBTOTAL(9,D5:D8)"]
    assert shown[5][1:] == [87_500, "không cộng", 30_712_500_000]
    assert shown[6] == ["Số đơn vị có số liệu", "2/4", "2/4", "2/4"]


def test_every_figure_is_told_with_its_source(data):
    rows = values(opened(data)["Chi tiết"])[1:]
    assert [
        *("quận Lê Chân", "thành phố Hải Phòng", "Hội viên", "Kết quả", 41_250, "người", "2019", "ước chừng"),
        *("gần 41.250 hội viên", 13, "Bao cao tong ket NK - Le Chan.docx"),
    ] in rows


def test_words_of_a_report_are_never_formulas_or_links(data):
    for sheet in opened(data):
        for row in sheet.iter_rows(min_row=5):
            for cell in row:
                assert cell.data_type != "f" or str(cell.value).startswith("=SUBTOTAL(")
                assert cell.hyperlink is None
    texts = [row[8] for row in values(opened(data)["Chi tiết"])]
    assert "=2.310 hội viên" in texts


def test_a_figure_opens_the_annotated_copy_of_its_report(city, registry):
    row = next(one for one in city.coverage.rows if one.unit.name == "Lê Chân")
    folder = "hai-phong/le-chan/01-bao-cao"
    outputs = tuple(f"{folder}/{name}" for name in ("phieu-ra-soat.docx", "ban-ghi-chu.docx", "result.json"))
    sent = replace(row, standing=replace(row.standing, latest=replace(row.standing.latest, outputs=outputs)))
    rows = tuple(sent if one is row else one for one in city.coverage.rows)
    linked = replace(city, coverage=replace(city.coverage, rows=rows))
    book = opened(workbook(linked, registry, words(), DAY))
    links = {cell.hyperlink.target for line in book["Chi tiết"].iter_rows() for cell in line if cell.hyperlink}
    assert {link.replace("\\", "/") for link in links} == {f"../../{folder}/ban-ghi-chu.docx"}


def test_coverage_names_every_unit_once(data):
    rows = {row[0]: row for row in values(opened(data)["Tình hình gửi"])[1:]}
    assert list(rows) == ["quận Ngô Quyền", "phường Lạch Tray", "quận Lê Chân", "huyện Kiến Thụy", "quận Đồ Sơn"]
    assert rows["quận Đồ Sơn"][2:5] == ["Chưa nhận được báo cáo", None, None]
    assert rows["quận Lê Chân"][6] == "le chan ban moi.docx"


def test_the_same_report_gives_the_same_bytes(data, city, registry):
    assert data == workbook(city, registry, words(), DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
