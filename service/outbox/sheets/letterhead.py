"""Who signs: the association at the head of a letter, the one above it, place and date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.outbox.phrasing.numbers import long_date

if TYPE_CHECKING:
    from datetime import date

    from service.model.unit import Registry, Unit
    from service.words import Words

_NO_BREAK = "\u00a0"
_LINE = 22
"""So many capital letters fit the left column of the head."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a letter."""

    superior: str
    """The association above the one that signs, in capitals; empty at the top."""
    association: str
    """The association that signs, in capitals."""
    name: str
    """The same in running text."""
    place: str
    date: str


def letterhead(unit: Unit | None, registry: Registry, issued: date, words: Words) -> Letterhead:
    """The head of a letter that a unit signs."""
    above = registry.get(unit.parent) if unit and unit.parent else None
    return Letterhead(
        superior=_lines(above),
        association=_lines(unit),
        name=unit.association if unit else "",
        place=unit.name if unit else "",
        date=long_date(issued, words),
    )


def _lines(unit: Unit | None) -> str:
    """The association in capitals; a name that a line can hold breaks only before itself: "… HỌC / QUẬN LÊ CHÂN"."""
    if unit is None:
        return ""
    own = f"{unit.type} {unit.name}".strip()
    kept = own.replace(" ", _NO_BREAK) if len(own) <= _LINE else _NO_BREAK.join(own.rsplit(" ", 1))
    return f"{unit.association.removesuffix(own)}{kept}".upper()


def reviewer(unit_id: str | None, registry: Registry) -> Unit | None:
    """The unit that reviews a report: the one above its sender; the top one where the sender can't be told."""
    sender = registry.get(unit_id) if unit_id else None
    above = registry.get(sender.parent) if sender and sender.parent else None
    return above or registry.top
