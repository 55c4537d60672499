"""Where a thing that isn't in a report belongs: at the heading that comes nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.examination import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from service.model.examination import Examination, Finding, SectionAnswer

_ABSENT = ("section.", "goals.", "results.", "authority.missing")
"""Findings of these kinds may speak of what isn't there."""
_DIRECTIONS = "new_term_goals"
"""Where a document is cited that is followed."""


def belongs(finding: Finding, examination: Examination, where: Callable[[str], int | None]) -> int | None:
    """The paragraph beside which an absent thing would stand; None where nothing tells or it isn't absent.

    Args:
        finding: What isn't there.
        examination: Of the report that lacks it.
        where: Gives the paragraph that holds a text.
    """
    if finding.paragraph is not None or not finding.code.startswith(_ABSENT):
        return None
    wanted = finding.section or (_DIRECTIONS if finding.authority else "")
    return next(_places(wanted, {one.id: one for one in examination.sections}, where), None)


def _places(wanted: str, sections: dict[str, SectionAnswer], where: Callable[[str], int | None]) -> Iterator[int]:
    """Its own section, headings like it, the section that follows it, those before it."""
    own = sections.get(wanted)
    if own is None:
        return
    places = [own.paragraph, *(where(text) for text in own.near_misses)]
    at = list(SECTIONS).index(own.id)
    around = [sections.get(name) for name in (*SECTIONS[at + 1 :], *reversed(SECTIONS[:at]))]
    # What is told in passing is no place for a section of its own.
    places += [one.paragraph for one in around if one is not None and one.heading]
    yield from (place for place in places if place is not None)
