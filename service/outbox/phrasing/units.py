"""Units as running text names them, one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.unit import Unit
    from service.words import Words

MOST_NAMES = 12
"""A list of units in running text names no more than this."""


def unit_name(unit: Unit, words: Words) -> str:
    """The unit as running text names it: "quận Lê Chân"."""
    return words.say("city_report.unit", type=unit.type, name=unit.name).strip()


def unit_names(units: Sequence[Unit], words: Words) -> str:
    """Units in running text; of many, the first ones."""
    named = ", ".join(unit_name(unit, words) for unit in units[:MOST_NAMES])
    return f"{named}…" if len(units) > MOST_NAMES else named


def typed_names(units: Iterable[Unit]) -> str:
    """Names after their common noun, which stands once: "phường An Dương, An Biên; xã Kỳ Sơn"."""
    names: dict[str, list[str]] = {}
    for unit in sorted(units, key=lambda unit: unit.type):
        names.setdefault(unit.type, []).append(unit.name)
    return "; ".join(f"{kind} {', '.join(same)}".strip() for kind, same in names.items())
