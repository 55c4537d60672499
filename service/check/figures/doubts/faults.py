"""What is wrong with a figure, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from service.check.wording import Bilingual, finding
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.model.examination import Finding
    from service.model.rulebook import Rulebook

_SCALES = ((1e9, "tỷ", "billion"), (1e6, "triệu", "million"))
_ENGLISH = str.maketrans(".,", ",.")


@dataclass(frozen=True, slots=True)
class Fault:
    """One figure that can't be right, with the words that hold it."""

    code: str
    paragraph: int
    quote: str
    blanks: Mapping[str, Any]
    """Values for the blanks of the finding's wording."""
    values: tuple[tuple[int, float], ...] = ()
    """Paragraph and value of each figure that is faulted: none of them is an indicator."""
    variant: str = ""
    certainty: Certainty = Certainty.SURE
    indicator: str | None = None
    """Id of the indicator that it is about, where it is about one."""


def in_words(fault: Fault, rulebook: Rulebook) -> Finding:
    """The finding of a fault, in the pack's language."""
    return finding(
        rulebook,
        fault.code,
        variant=fault.variant,
        quote=fault.quote,
        paragraph=fault.paragraph,
        certainty=fault.certainty,
        indicator=fault.indicator,
        **fault.blanks,
    )


def plain(value: float, decimals: int | None = None) -> Bilingual:
    """A number as offices write it: 46.250 and 28,3; in English 46,250 and 28.3."""
    rounded = round(value, 4 if decimals is None else decimals)
    whole = f"{int(abs(rounded)):,}".replace(",", ".")
    text = f"{abs(rounded) % 1:.{4 if decimals is None else decimals}f}"[2:]
    tail = text.rstrip("0") if decimals is None else text
    written = ("-" if rounded < 0 else "") + whole + (f",{tail}" if tail else "")
    return Bilingual(written, written.translate(_ENGLISH))


def money(value: float) -> Bilingual:
    """A sum as offices write it: "21,356 tỷ đồng", "21.356 billion đồng"."""
    for scale, name, english in _SCALES:
        if abs(value) >= scale:
            return _with(plain(value / scale, None), f" {name} đồng", f" {english} đồng")
    return _with(plain(value, 0), " đồng")


def percent(value: float, decimals: int | None = 1) -> Bilingual:
    """A percentage, with one decimal where nothing else is asked for."""
    return _with(plain(value, decimals), "%")


def _with(figure: Bilingual, measure: str, english: str = "") -> Bilingual:
    return Bilingual(figure + measure, figure.english + (english or measure))
