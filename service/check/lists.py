"""All phrase lists of a rulebook under their names, and the compiled book of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.check.unit.places import PLACES, place_names
from service.language import Phrasebook

if TYPE_CHECKING:
    from service.model.rulebook import Rulebook

_COMPILED = "placeholder."
"""How the lists are named that `leftovers.blanks` makes patterns of: of a report's phrases every fourth would be one of
theirs, and nobody asks for them."""

_books: dict[str, Phrasebook] = {}


def phrase_lists(rulebook: Rulebook) -> dict[str, tuple[str, ...]]:
    """Every list of phrases that a judge may ask for, by name.

    `heading.<section>`, `weak.<section>`, `not.<section>`, `evidence.<section>`, `part.<part>`,
    `kind.starts.<kind>`, `kind.title.<kind>`, `kind.not.<kind>`, `kind.sign.<kind>`, `place`, and the vocabulary.
    """
    lists = dict(rulebook.vocabulary)
    for section in rulebook.sections:
        lists[f"heading.{section.id}"] = section.headings
        lists[f"weak.{section.id}"] = section.weak_headings
        lists[f"not.{section.id}"] = section.not_headings
        lists[f"evidence.{section.id}"] = section.evidence
        lists.update({f"part.{part}": phrases for part, phrases in section.parts.items()})
    for kind in rulebook.kinds:
        lists[f"kind.starts.{kind.id}"] = kind.title_starts
        lists[f"kind.title.{kind.id}"] = kind.titles
        lists[f"kind.not.{kind.id}"] = kind.not_titles
        lists[f"kind.sign.{kind.id}"] = kind.signs
    lists[PLACES] = tuple(place_names(rulebook.registry))
    return lists


def phrasebook(rulebook: Rulebook) -> Phrasebook:
    """The compiled phrases of a rulebook that judges search for; made once a process for each digest."""
    book = _books.get(rulebook.digest)
    if book is None:
        lists = {name: each for name, each in phrase_lists(rulebook).items() if not name.startswith(_COMPILED)}
        book = _books[rulebook.digest] = Phrasebook(lists)
    return book


def use_book(digest: str, book: Phrasebook) -> None:
    """Have a book used for the rulebook of a digest: for trying out what a phrase is good for."""
    _books[digest] = book
