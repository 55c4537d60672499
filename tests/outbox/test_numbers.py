"""Figures are written as an office writes them, and no digit is lost."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.outbox.phrasing.numbers import figure, long_date, money, plain, short_date
from service.words import words

VI, EN = words("vi"), words("en")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (46_250.0, "46.250"),
        (1234.5, "1.234,5"),
        (28.0, "28"),
        (0.1, "0,1"),
        (-1500, "-1.500"),
        (1e15, "1.000.000.000.000.000"),
    ],
)
def test_a_number_has_dots_for_thousands_and_a_comma_for_decimals(value, text):
    assert plain(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (16_462_000_000, "16,462 tỷ đồng"),
        (1_200_000_000, "1,2 tỷ đồng"),
        (16_462_350_000, "16.462,35 triệu đồng"),
        (945_000_000, "945 triệu đồng"),
        (50_485_000, "50,485 triệu đồng"),
        (65_000, "65.000 đồng"),
        (1_234_567, "1.234.567 đồng"),
        (0, "0 đồng"),
    ],
)
def test_money_is_readable_and_exact(value, text):
    assert money(value, VI) == text


@given(st.integers(0, 10**14))
def test_money_says_the_same_amount(value):
    number, unit, _ = (*money(value, VI).split(" "), "")[:3]
    scale = {"tỷ": 10**9, "triệu": 10**6}.get(unit, 1)
    assert Decimal(number.replace(".", "").replace(",", ".")) * scale == value


def test_a_figure_carries_its_measure_and_whether_it_is_approximate():
    assert figure(32_000, "person", VI, approximate=True) == "khoảng 32.000"
    assert figure(28.5, "percent", VI) == "28,5%"
    assert figure(1_500_000_000, "VND", EN) == "1.5 billion đồng"


def test_dates_are_padded_as_the_decree_asks():
    assert long_date(date(2020, 2, 6), VI) == "ngày 06 tháng 02 năm 2020"
    assert long_date(date(2020, 7, 16), VI) == "ngày 16 tháng 7 năm 2020"
    assert short_date("2020-07-05T10:00:00+07:00", VI) == "05/7/2020"
    assert short_date("2020-03-05", EN) == long_date(date(2020, 3, 5), EN) == "5 March 2020"
    assert short_date("", VI) == ""
    assert short_date("hôm qua", VI) == "hôm qua"
