"""Names of units as texts write them, and the units each may mean."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from service.model.unit import Registry, Unit

PLACES = "place"
"""Name of the phrase list of all units' names with the common noun before them."""

_NOUNS = {
    "quận": ("quận", "q."),
    "huyện": ("huyện", "h."),
    "phường": ("phường", "p."),
    "xã": ("xã", "x."),
    "thị trấn": ("thị trấn", "tt.", "tt", "thị trấn:"),
    "thành phố": ("thành phố", "tp.", "tp", "t.p"),
}


def place_names(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """Folded names with their common noun ("quận lê chân", "p. an biên") to the ids that they may mean."""
    names: dict[str, list[str]] = defaultdict(list)
    for unit in registry.units:
        for spelling in spellings(unit):
            if unit.id not in names[spelling]:
                names[spelling].append(unit.id)
    return {name: tuple(ids) for name, ids in names.items()}


def spellings(unit: Unit) -> Iterable[str]:
    """The ways in which a text may write a unit's name with its common noun, folded."""
    for name in (unit.name, *unit.aliases):
        for noun in _NOUNS.get(unit.type, (unit.type,)):
            yield fold(f"{noun} {name}".strip())


def key(phrase: str) -> str:
    """A phrase found in a text, as `place_names` writes it: one space between words, none before a point."""
    return " ".join(phrase.split())
