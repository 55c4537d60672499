"""The reminder letters that lie drafted in the outbox: all of them on the first page, each unit's own on its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.outbox.board.text import Link, href
from service.outbox.phrasing.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.reminder import Draft
    from service.model.unit import Registry
    from service.words import Words

MOST_LETTERS = 60
"""The first page links no more of them; the others are on their units' pages."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Links to letters, and how many more there are."""

    links: tuple[Link, ...] = ()
    more: int = 0


def listed(drafts: Sequence[Draft], registry: Registry, words: Words) -> Letters:
    """Those that the first page links."""
    shown = tuple(_link(draft, registry, words, "./") for draft in drafts[:MOST_LETTERS])
    return Letters(shown, max(len(drafts) - MOST_LETTERS, 0))


def by_unit(drafts: Iterable[Draft]) -> dict[str, tuple[Draft, ...]]:
    """The letters to each unit and those that ask something of it."""
    found: dict[str, list[Draft]] = {}
    for draft in drafts:
        asked = (mark.partition(" ")[0] for mark in draft.asked)
        for unit in dict.fromkeys((draft.addressee, *asked)):
            found.setdefault(unit, []).append(draft)
    return {unit: tuple(letters) for unit, letters in found.items()}


def links(drafts: Iterable[Draft], registry: Registry, words: Words, up: str) -> tuple[Link, ...]:
    """Links from a page that lies `up` below the outbox."""
    return tuple(_link(draft, registry, words, up) for draft in drafts)


def _link(draft: Draft, registry: Registry, words: Words, up: str) -> Link:
    unit = registry.get(draft.addressee)
    name = unit.association if unit else draft.addressee
    label = words.say("dashboard.letters.one", unit=name, day=short_date(draft.until, words))
    return Link(label, href(draft.path, up))
