"""Figures of Vietnamese office texts: every way of writing them, and the digits that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.check.figures.numbers.numbers import Measure, amount, figures
from service.language import fold

COUNT, PERCENT, POINTS, MONEY = Measure.COUNT, Measure.PERCENT, Measure.POINTS, Measure.MONEY


def found(text):
    return [figure for figure in figures(fold(text)) if not figure.label]


def only(text):
    (figure,) = found(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("46.250 người", 46250, COUNT),
        ("2492 đảng viên", 2492, COUNT),
        ("06 chi hội", 6, COUNT),
        ("02 lớp", 2, COUNT),
        ("1,234,567 người", 1234567, COUNT),
        ("46,250 hội viên", 46250, COUNT),
        ("15 nghìn lượt người", 15000, COUNT),
        ("250 ngàn lượt", 250000, COUNT),
        ("3 vạn dân", 30000, COUNT),
        ("1,2 triệu lượt người", 1200000, COUNT),
        ("28,0%", 28, PERCENT),
        ("28.5%", 28.5, PERCENT),
        ("28.125%", 28.125, PERCENT),
        ("1.234,5%", 1234.5, PERCENT),
        ("2.500,000.000 đồng", 2.5e9, MONEY),
        ("28,3 %", 28.3, PERCENT),
        ("28 phần trăm", 28, PERCENT),
        ("94,o%", 94, PERCENT),
        ("100%", 100, PERCENT),
        ("2,5 điểm phần trăm", 2.5, POINTS),
        ("1,5 điểm %", 1.5, POINTS),
        ("50.485.000 đồng", 50485000, MONEY),
        ("500.000đ", 500000, MONEY),
        ("500.000,đ", 500000, MONEY),
        ("500.000.đ", 500000, MONEY),
        ("500.000 VNĐ", 500000, MONEY),
        ("486,000 đồng", 486000, MONEY),
        ("945 triệu đồng", 945e6, MONEY),
        ("635 triệu", 635e6, MONEY),
        ("2,95 tỷ đồng", 2.95e9, MONEY),
        ("17,516 tỉ đồng", 17.516e9, MONEY),
        ("1.5 tỷ", 1.5e9, MONEY),
        ("1.412 tỷ đồng", 1412e9, MONEY),
        ("21,356 triệu đồng", 21.356e6, MONEY),
        ("21.356 triệu đồng", 21356e6, MONEY),
        ("16.462,5 triệu đồng", 16462.5e6, MONEY),
        ("1 tỷ 200 triệu đồng", 1.2e9, MONEY),
        ("1 tỷ 200 triệu 500 nghìn đồng", 1.2005e9, MONEY),
        ("1tỷ2", 1.2e9, MONEY),
        ("2 tỷ rưỡi", 2.5e9, MONEY),
        ("1,01 triệu tỷ đồng", 1.01e15, MONEY),
        ("361,6 nghìn tỷ đồng", 361.6e12, MONEY),
        ("500k", 500000, MONEY),
        ("12 tr.đ", 12e6, MONEY),
    ],
)
def test_a_figure_is_worth_what_it_says(text, value, measure):
    figure = only(text)
    worth = figure.count if measure is COUNT else figure.value
    assert worth == pytest.approx(value)
    assert figure.measure is measure


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("61 đồng chí", [61]),
        ("2 đ/c", [2]),
        ("12 trường học", [12]),
        ("5 đồng bào", [5]),
        ("13 phường, 15 xã", [13, 15]),
        ("Cả ba khu dân cư và có hai trung tâm", [3, 2]),
    ],
)
def test_words_that_look_like_money_or_scale_are_not(text, values):
    assert [(figure.value, figure.measure) for figure in found(text)] == [(value, COUNT) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 30/6/2020",
        "đến ngày 30.6.2020",
        "tháng 6/2020",
        "ngày 02/10",
        "dịp 20/11; ký kết",
        "Ngày Khuyến học Việt Nam 02/10, Tết",
        "dịp Quốc khánh 2/9 hằng năm",
        "mùng 6 tháng Giêng",
        "nhiệm kỳ 2015 - 2020",
        "nhiệm kỳ 2020-2025, toàn",
        "giai đoạn 2016 – 2020, các",
        "năm học 2019 - 2020",
        "năm 2019",
        "Quyết định số 281/QĐ-TTg ngày 20/02/2014",
        "Kết luận 49- KL/TW",
        "Chỉ thị 11 - CT/TW",
        "Nghị quyết số 29-NQ/ĐU",
        "Thông tư 44/2014/TT-BGDĐT",
        "Đại hội lần thứ 4",
        "khóa 12",
        "tổ dân phố số 4 và số 7",
        "tổ 7",
        "lớp 12",
        "Bảng 2",
        "Cụm số 1",
        "quý 4",
        "lúc 19 giờ 30 phút hằng ngày",
        "ĐT: 0225.3745.123",
        "1. Tham mưu",
        "2) Củng cố",
        "3.1. Công tác Hội",
        "gần một phần ba",
        "cả năm đều tốt",
        "hội viên dưới 40 tuổi",
        "1.500 USD",
    ],
)
def test_dates_labels_and_document_numbers_are_no_figures(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "count", "base"),
    [
        ("31.460/41.950 hộ", 31460, 41950),
        ("6/6 phường có trung tâm", 6, 6),
        ("đạt 10/11, bằng 90,9%", 10, 11),
        ("Cộng đồng học tập 10/11.", 10, 11),
        ("đến 12/12 phường", 12, 12),
        ("tổ dân phố 52/61", 52, 61),
        ("29.836 hộ/41.210 hộ", 29836, 41210),
        ("29.836 / 41.210 hộ", 29836, 41210),
        ("148 trong tổng số 168 tổ dân phố", 148, 168),
        ("148 tổ dân phố trên tổng số 168 tổ dân phố", 148, 168),
        ("46 trên 52 dòng họ", 46, 52),
    ],
)
def test_a_fraction_keeps_its_base(text, count, base):
    first = found(text)[0]
    assert (first.count, first.base) == (count, base)


def test_a_fraction_beside_its_percentage_is_one():
    share, fraction = found("91,7% (11/12)")
    assert (share.value, fraction.count, fraction.base) == (91.7, 11, 12)


@pytest.mark.parametrize(
    "text",
    [
        "gần 700 triệu đồng",
        "trên 52 nghìn lượt",
        "hơn 9 nghìn người",
        "khoảng 142.000 người",
        "ước đạt 3.000 hộ",
        "ước 3.000 hộ",
        "xấp xỉ 30%",
        "ít nhất 40 nghìn lượt",
        "dưới 5%",
        "80% hộ gia đình trở lên",
        "90% trở lên",
        "≥98,5%",
        "trên dưới 500 người",
    ],
)
def test_words_beside_a_figure_make_it_approximate(text):
    assert only(text).approximate


@pytest.mark.parametrize(
    "text", ["46.250 người trên địa bàn", "18 xã, thị trấn", "có 231 chi hội", "đạt trên địa bàn 28%"]
)
def test_other_words_leave_it_exact(text):
    assert not only(text).approximate


@pytest.mark.parametrize(
    "text",
    [
        "15 - 20%",
        "27- 30%",
        "5,2-5,3%",
        "từ 3 đến 5 chi hội",
        "1 - 1,5 điểm phần trăm",
        "300.000 đồng đến 1 triệu đồng",
        "80-85%",
    ],
)
def test_both_ends_of_a_range_are_marked(text):
    assert [figure.ranged for figure in found(text)] == [True, True]


@pytest.mark.parametrize(
    "text", ["từ 41% lên 68%", "có 412 chi hội đến 30/6/2020", "tăng từ 28% đến 32%", "9 thôn - 14 chi hội"]
)
def test_a_rise_a_date_and_a_list_are_no_range(text):
    assert not any(figure.ranged for figure in found(text))


def test_the_step_is_the_worth_of_the_last_digit():
    assert only("28,0%").step == pytest.approx(0.1)
    assert only("4,28 tỷ đồng").step == pytest.approx(1e7)
    assert only("52 nghìn lượt").step == pytest.approx(1e3)


def test_places_are_places_in_the_text():
    text = "Toàn quận có gần 46.250 hội viên"
    (figure,) = figures(fold(text))
    assert text[figure.opening : figure.end] == "gần 46.250"
    assert text[figure.start : figure.end] == "46.250"


def test_a_cell_with_one_figure_is_an_amount_and_with_more_none():
    assert amount("46.250") is not None
    assert amount("61% - 31% - 8%") is None


@given(st.integers(0, 10**12))
def test_every_number_with_points_for_thousands_is_read_back(number):
    assert only(f"{number:,}".replace(",", ".") + " hội viên").count == number


@given(st.integers(1, 99999), st.integers(0, 99))
def test_every_decimal_comma_is_read_back(whole, tenths):
    assert only(f"{whole},{tenths:02d} tỷ đồng").value == pytest.approx((whole + tenths / 100) * 1e9)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text):
    folded = fold(text)
    for figure in figures(folded):
        assert 0 <= figure.opening <= figure.start < figure.end <= len(folded)


@pytest.mark.parametrize("text", ["4,628.12,250 suất", "68,0.0.000 hộ", "9" * 400 + " người", "0," + "0" * 400 + "1%"])
def test_a_row_of_digits_that_is_no_number_is_no_figure(text):
    assert found(text) == []


def test_a_sum_of_too_many_scales_is_still_a_number():
    assert only("999 tỷ" + " tỷ" * 99 + " đồng").value < 1e99


def test_a_base_that_is_no_number_is_none():
    assert [(figure.value, figure.base) for figure in found("41.250/60,0.08,75 hộ")] == [(41250, None)]


@given(st.from_regex(r"[0-9]{1,4}([.,][0-9]{1,3}){0,6}", fullmatch=True))
def test_a_number_alone_in_a_cell_is_read_as_one_behind_a_bracket_is(text):
    alone, behind = figures(text), figures(f"({text}")
    assert [(one.value, one.step, one.reading, one.label) for one in alone] == [
        (one.value, one.step, one.reading, one.label) for one in behind
    ]
    assert [(one.start, one.end, one.digits, one.opening) for one in alone] == [
        (one.start - 1, one.end - 1, one.digits - 1, one.opening - 1) for one in behind
    ]
