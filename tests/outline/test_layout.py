"""Text that a table only lays out is text; tables of figures, letterheads and framed headings stay tables."""

import pytest

from service.outline import outline, unboxed
from tests.check.builder import CENTRED_TITLE, manuscript

LONG = (
    "Trong nhiệm kỳ qua, toàn phường có mười hai chi hội với hơn hai nghìn hội viên sinh hoạt đều hằng quý, quỹ khuyến"
    " học được các dòng họ, doanh nghiệp và nhà hảo tâm ủng hộ."
)


def told(*blocks):
    """Headings, and how many paragraphs are left in tables."""
    read = unboxed(manuscript(*CENTRED_TITLE, LONG, *blocks))
    found = [h.text for piece in outline(read).pieces for h in piece.headings]
    return found, sum(p.place.table is not None for p in read.paragraphs)


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        ([["I. KẾT QUẢ", LONG], ["II. BÀI HỌC", LONG]], ["I. KẾT QUẢ", "II. BÀI HỌC"]),
        ([["I. KẾT QUẢ"], [LONG], ["II. BÀI HỌC"], [LONG]], ["I. KẾT QUẢ", "II. BÀI HỌC"]),
        ([["I", "KẾT QUẢ", LONG], ["II", "BÀI HỌC", LONG]], ["I KẾT QUẢ", "II BÀI HỌC"]),
        ([["I. KẾT QUẢ", ""], [LONG, ""], ["II. BÀI HỌC", ""], [LONG, ""]], ["I. KẾT QUẢ", "II. BÀI HỌC"]),
    ],
)
def test_a_report_laid_out_in_a_table_is_text(rows, headings):
    assert told(rows) == (headings, 0)


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Chỉ tiêu", "Kết quả"], ["1", "Hội viên", "2.140"], ["2", "Quỹ", "640 triệu đồng"]],
        [["TT", "Nội dung", "Kết quả"], ["1", "Củng cố tổ chức", LONG], ["2", "Xây dựng quỹ", LONG]],
        [["HỘI KHUYẾN HỌC QUẬN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 05/BC", "An Biên, ngày 20 tháng 5"]],
        [["I. Kết quả", "25", "30"], ["II. Quỹ", "640", "700"]],
        [["Nơi nhận:", "TM. BAN CHẤP HÀNH"]],
    ],
)
def test_tables_of_figures_and_frames_stay_tables(rows):
    assert told(rows) == ([], sum(map(len, rows)))


def test_a_framed_heading_stays_one():
    assert told([["II. BÀI HỌC KINH NGHIỆM"]], LONG) == (["II. BÀI HỌC KINH NGHIỆM"], 1)
