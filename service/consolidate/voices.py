"""What each unit says under each section, word for word, in a length that a drafter can read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.consolidate.alike import groups
from service.consolidate.excerpts import excerpts
from service.model.city import Chapter, Excerpt, Extract, Shared, Voice
from service.model.examination import SECTIONS, SectionAnswer, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.model.city import CoverageRow, Passage
    from service.model.unit import Unit

DIRECT_WORDS = 150
"""How many words of a section are quoted from a unit directly below…"""
DEEPER_WORDS = 60
"""…and from a unit further down;"""
MOST_DEEPER = 40
"""where more of those are summed up, each says one sentence: the whole is in the compendium."""


def chapters(summed: Sequence[CoverageRow], extracts: Mapping[int, Extract]) -> tuple[Chapter, ...]:
    """The four sections over all units that are summed up."""
    return tuple(_chapter(section, summed, extracts) for section in SECTIONS)


def _chapter(section: str, summed: Sequence[CoverageRow], extracts: Mapping[int, Extract]) -> Chapter:
    many = sum(row.depth > 1 for row in summed) > MOST_DEEPER
    voices: list[Voice] = []
    silent: list[Unit] = []
    for row in summed:
        answer = _answer(row, section)
        if answer is None or answer.status is Status.MISSING:
            silent.append(row.unit)
            continue
        claim = row.standing.latest.claim.id if row.standing.latest else 0
        budget = DIRECT_WORDS if row.depth == 1 else 1 if many else DEEPER_WORDS
        chosen = excerpts(_own(extracts.get(claim, Extract()), section), budget, section) or _evidence(answer)
        voices.append(Voice(row.unit, row.depth, answer.status, answer.heading, chosen))
    own, shared = _told_once(voices)
    return Chapter(section, own, tuple(silent), shared)


def _own(extract: Extract, section: str) -> Sequence[Passage]:
    """The section's passages without those of a section that lies inside it: lessons within a whole Phần of results."""
    passages = extract.under(section)
    inside: set[int] = set()
    for name in SECTIONS[:3]:
        other = extract.under(name)
        if name != section and len(other) < len(passages):
            inside |= {passage.paragraph for passage in other}
    return [passage for passage in passages if passage.paragraph not in inside] or passages


def _answer(row: CoverageRow, section: str) -> SectionAnswer | None:
    answer = row.standing.examination
    return next((one for one in answer.sections if one.id == section), None) if answer else None


def _evidence(answer: SectionAnswer) -> tuple[Excerpt, ...]:
    """The words by which the section was found, where no longer extract is at hand."""
    if not answer.evidence or answer.paragraph is None:
        return ()
    return (Excerpt(answer.paragraph, " ".join(answer.evidence.split())),)


def _told_once(voices: Sequence[Voice]) -> tuple[tuple[Voice, ...], tuple[Shared, ...]]:
    """Take sentences that several units write out of the voices: word for word, or nearly so with the same figures."""
    told = [(voice, excerpt) for voice in voices for excerpt in voice.excerpts]
    together = [
        group
        for group in groups(told, lambda one: one[1].text)
        if len({voice.unit.id for voice, _ in group}) > 1
    ]  # fmt: skip
    common = {(voice.unit.id, excerpt) for group in together for voice, excerpt in group}
    own = tuple(
        replace(voice, excerpts=tuple(one for one in voice.excerpts if (voice.unit.id, one) not in common))
        for voice in voices
    )
    return own, tuple(
        Shared(
            group[0][1].text,
            tuple((voice.unit, excerpt.paragraph) for voice, excerpt in group),
            tuple(excerpt.text for _, excerpt in group),
        )
        for group in together
    )
