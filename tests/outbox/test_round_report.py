"""The round report says who has sent, who is late and what is missing, in the form of an official report."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from service.consolidate.progress import progress
from service.outbox.phrasing.names import Names
from service.outbox.round.report import round_report
from service.words import words
from tests.consolidate import sent
from tests.consolidate.sent import AN_BIEN, DU_HANG, KIEN_AN, LE_CHAN

TEMPLATES = Path(__file__).parents[2] / "templates"
UNTIL = date(2020, 4, 17)


def made(*submissions, unit="hp", registry=sent.REGISTRY, language="vi", today=sent.TODAY):
    told = progress(sent.board(*submissions, registry=registry), registry, unit, sent.ROUND, today)
    said = words(language)
    data = round_report(TEMPLATES, told, registry, said, UNTIL, gathered=sent.ROUND, names=Names(said))
    return docx.Document(io.BytesIO(data))


@pytest.fixture
def document():
    return made(
        sent.report(1, AN_BIEN, "03-30", sent.LESSONS),
        sent.report(2, LE_CHAN, "04-05", sent.UNCOUNTED),
        sent.report(3, AN_BIEN, "04-06", sent.LESSONS, sent.NQ29),
        sent.report(4, AN_BIEN, "04-08", sent.LESSONS, name="bc sua.docx"),
    )


def text(document):
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def table(document, head, *, number=False):
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return next(rows[1:] for rows in found if head in rows[0] and (rows[0][0] == "TT") == number)


def test_it_has_the_frame_of_an_official_report(document):
    head = document.tables[0]
    assert "HỘI KHUYẾN HỌC \nTHÀNH PHỐ HẢI PHÒNG".replace("\n", "") in head.cell(0, 0).text.replace("\u00a0", " ")
    assert "Độc lập - Tự do - Hạnh phúc" in head.cell(0, 1).text
    assert head.cell(1, 0).text.strip().endswith("/BC-HKH")
    assert head.cell(1, 1).text.startswith("Hải Phòng, ngày")
    sign = next(one for one in document.tables if "Nơi nhận:" in one.cell(0, 0).text)
    assert "CHỦ TỊCH" in sign.cell(0, 1).text
    assert text(document).rstrip().endswith("thì chưa tính.")
    assert "tính đến ngày 10/4/2020./." in text(document)


def test_a_district_reports_to_the_city_and_the_city_to_nobody():
    assert "Kính gửi: Hội Khuyến học thành phố Hải Phòng." in text(made(unit="hp.le-chan"))
    assert "Kính gửi" not in text(made())


def test_it_counts_who_has_sent_against_the_schedule(document):
    assert "Có 4 đơn vị phải gửi báo cáo. Đến ngày 10/4/2020, đã nhận được báo cáo của 2 đơn vị (50%)." in text(
        document
    )
    assert "Chưa nhận được báo cáo của 2 đơn vị, trong đó 1 đơn vị đã quá hạn gửi." in text(document)
    assert table(document, "Hạn gửi") == [
        ["Quận, huyện", "30/6/2020", "2", "1", "1", "0", "1", "0"],
        ["Xã, phường, thị trấn", "31/3/2020", "2", "1", "1", "0", "0", "1"],
        ["Cộng", "31/3/2020 – 30/6/2020", "4", "2", "2", "0", "1", "1"],
    ]


def test_it_names_the_units_that_are_overdue(document):
    assert "- quận Lê Chân (1): phường Dư Hàng." in text(document)


def test_it_tells_what_is_missing_most_often_with_share_and_place(document):
    first = table(document, "Còn sơ lược")[0]
    assert first == ["Bài học kinh nghiệm", "1", "0", "50%", "phường An Biên"]
    assert ["1", "Mục tiêu nhiệm kỳ mới chưa có số liệu", "1", "50%", "quận Lê Chân"] in (
        table(document, "Nội dung", number=True)
    )


def test_it_counts_how_often_units_sent(document):
    assert "Trong số các đơn vị đã gửi có 1 đơn vị gửi một lần, 1 đơn vị gửi từ 3 lần trở lên." in text(document)
    assert "Gửi nhiều lần nhất: phường An Biên (3 lần)." in text(document)


def test_it_asks_without_blame_and_by_the_new_day(document):
    assert (
        "Đề nghị 1 đơn vị đã quá hạn gửi báo cáo về Hội Khuyến học thành phố Hải Phòng chậm nhất là ngày 17/4/2020."
        in (text(document))
    )
    assert all(word not in text(document).lower() for word in ("vi phạm", "lỗi", "yếu kém"))


def test_every_unit_has_its_line_in_the_annex(document):
    lines = table(document, "Tiến độ", number=True)
    assert [line[1] for line in lines] == ["quận Lê Chân", "– phường An Biên", "– phường Dư Hàng", "quận Kiến An"]
    assert lines[1][2:] == [
        "31/3/2020", "30/3/2020", "Trong hạn", "Cần bổ sung", "3", "chưa thấy phần: Bài học kinh nghiệm"
    ]  # fmt: skip
    assert lines[2][2:7] == ["31/3/2020", "–", "Quá hạn 10 ngày", "Chưa gửi", "–"]


def test_a_round_that_is_done_asks_for_nothing():
    found = text(made(*(sent.report(number, unit, "03-01") for number, unit in enumerate(UNITS, 1))))
    assert "Tất cả các đơn vị đều đã gửi báo cáo." in found
    assert "không có đề nghị bổ sung" in found
    assert "Cả 4 đơn vị đã gửi đều gửi một lần." in found


def test_a_round_in_which_nothing_came_is_told_too():
    found = text(made(registry=sent.changed(*(replace(unit, deadline=None) for unit in UNITS))))
    assert "Chưa có đơn vị nào gửi báo cáo." in found
    assert "Chưa có báo cáo tổng kết nào được rà soát." in found
    assert "4 đơn vị chưa được đặt hạn gửi" in found
    assert "V. ĐỀ NGHỊ" not in found


def test_units_that_owe_nothing_are_named_where_they_sent():
    registry = sent.changed(replace(AN_BIEN, expected=False))
    assert "1 đơn vị không phải gửi báo cáo trong đợt này nhưng đã gửi tệp: phường An Biên." in text(
        made(sent.report(1, AN_BIEN, "03-30"), registry=registry)
    )


def test_it_is_filled_in_english_too():
    assert "4 units owe a report." in text(made(language="en"))
    assert "itself is not counted here" in text(made(language="en"))


UNITS = (LE_CHAN, AN_BIEN, DU_HANG, KIEN_AN)
