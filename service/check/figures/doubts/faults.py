"""What is wrong with a figure, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from service.check.wording import finding
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.model.examination import Finding
    from service.model.rulebook import Rulebook

_SCALES = ((1e9, "tỷ"), (1e6, "triệu"))


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


def plain(value: float, decimals: int | None = None) -> str:
    """A number as Vietnamese offices write it: 46.250 and 28,3."""
    rounded = round(value, 4 if decimals is None else decimals)
    whole = f"{int(abs(rounded)):,}".replace(",", ".")
    text = f"{abs(rounded) % 1:.{4 if decimals is None else decimals}f}"[2:]
    tail = text.rstrip("0") if decimals is None else text
    return ("-" if rounded < 0 else "") + whole + (f",{tail}" if tail else "")


def money(value: float) -> str:
    """A sum as offices write it: "21,356 tỷ đồng"."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{plain(value / scale, None)} {name} đồng"
    return f"{plain(value, 0)} đồng"


def percent(value: float) -> str:
    """A percentage with one decimal."""
    return f"{plain(value, 1)}%"
