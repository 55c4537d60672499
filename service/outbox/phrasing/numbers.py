"""Figures, money and dates as an office writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.words import Words

_MARKS = {"vi": (".", ","), "en": (",", ".")}
"""Thousands mark and decimal mark of a language."""
_SCALES = ((Decimal(1_000_000_000), "billion"), (Decimal(1_000_000), "million"))


def plain(value: float, language: str = "vi") -> str:
    """1234.5 as "1.234,5"; every digit that the value has, none that it hasn't."""
    return _grouped(Decimal(repr(value)), language)


def money(value: float, words: Words) -> str:
    """Đồng in the greatest unit that needs no more than three decimals: "16,462 tỷ đồng", "945 triệu đồng"."""
    amount = Decimal(repr(value))
    for scale, name in _SCALES:
        scaled = (amount / scale).normalize()
        exponent = scaled.as_tuple().exponent
        if abs(amount) >= scale and isinstance(exponent, int) and exponent >= -3:
            return words.say(f"outbox.money.{name}", value=_grouped(scaled, words.language))
    return words.say("outbox.money.one", value=_grouped(amount, words.language))


def figure(value: float, measure: str, words: Words, *, approximate: bool = False) -> str:
    """A figure with its unit of measure, marked where it's approximate: "khoảng 32.000"."""
    if measure == "VND":
        text = money(value, words)
    elif measure == "percent":
        text = f"{plain(value, words.language)}%"
    else:
        text = plain(value, words.language)
    return words.say("outbox.about", value=text) if approximate else text


def long_date(day: date, words: Words) -> str:
    """A date of a letterhead: "ngày 06 tháng 7 năm 2020", "6 July 2020"."""
    return _dated("long_date", day, words)


def short_date(text: str, words: Words) -> str:
    """The day of an ISO moment as "06/7/2020", "6 July 2020"; anything else as it is."""
    try:
        return _dated("short_date", date.fromisoformat(text[:10]), words)
    except ValueError:
        return text


def _dated(form: str, day: date, words: Words) -> str:
    month = words.say(f"outbox.month.{day.month}")
    return words.say(f"outbox.{form}", day=day.day, month=month, year=day.year)


def _grouped(value: Decimal, language: str) -> str:
    thousands, mark = _MARKS.get(language, _MARKS["vi"])
    whole, _, part = f"{value:,f}".partition(".")
    part = part.rstrip("0")
    text = whole.replace(",", thousands)
    return f"{text}{mark}{part}" if part else text
