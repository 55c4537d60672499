"""Who signs: the association at the head of a letter, the one above it, place and date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.outbox.numbers import long_date

if TYPE_CHECKING:
    from datetime import date

    from service.model.unit import Registry, Unit
    from service.words import Words


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
        superior=above.association.upper() if above else "",
        association=unit.association.upper() if unit else "",
        name=unit.association if unit else "",
        place=unit.name if unit else "",
        date=long_date(issued, words),
    )


def reviewer(unit_id: str | None, registry: Registry) -> Unit | None:
    """The unit that reviews a report: the one above its sender; the top one where the sender can't be told."""
    sender = registry.get(unit_id) if unit_id else None
    above = registry.get(sender.parent) if sender and sender.parent else None
    return above or registry.top
