"""What each unit says under each section, word for word, in a length that a drafter can read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

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
_ENDS = tuple(".;!?…,")
_CAPTION = 12
"""A line of fewer words without an end mark is a caption or an unnoticed heading."""
_SHORT = 4
"""A sentence of fewer words ("Kính thưa Đại hội!") says nothing."""


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
        chosen = excerpts(extracts.get(claim, Extract()).under(section), budget) or _evidence(answer)
        voices.append(Voice(row.unit, row.depth, answer.status, answer.heading, chosen))
    own, shared = _told_once(voices)
    return Chapter(section, own, tuple(silent), shared)


def _answer(row: CoverageRow, section: str) -> SectionAnswer | None:
    answer = row.standing.examination
    return next((one for one in answer.sections if one.id == section), None) if answer else None


def _evidence(answer: SectionAnswer) -> tuple[Excerpt, ...]:
    """The words by which the section was found, where no longer extract is at hand."""
    if not answer.evidence or answer.paragraph is None:
        return ()
    return (Excerpt(answer.paragraph, " ".join(answer.evidence.split())),)


def excerpts(passages: Sequence[Passage], budget: int) -> tuple[Excerpt, ...]:
    """First sentences of the section's paragraphs: those that open a subsection first, then the others.

    Sentences are never cut; the first one is taken whatever its length, so that no unit stays silent.
    """
    chosen: dict[int, Excerpt] = {}
    left = budget
    for passage in _leaders_first(passages):
        sentence = _first_sentence(passage.text)
        length = len(sentence.split())
        if length < _SHORT or (chosen and length > left):
            continue
        left -= length
        whole = " ".join(passage.text.split())
        chosen[passage.paragraph] = Excerpt(passage.paragraph, sentence, cut=sentence != whole)
    return tuple(chosen[number] for number in sorted(chosen))


def _leaders_first(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Paragraphs of running text, those that directly follow a heading or the like before the others.

    Captions are left out unless there is nothing else: some officers end no line with a full stop.
    """
    leaders: list[Passage] = []
    others: list[Passage] = []
    captions: list[Passage] = []
    after_heading = True
    for passage in passages:
        if passage.heading or passage.text.rstrip().endswith(":"):
            after_heading = True
        elif passage.table or not passage.text.strip():
            continue
        elif _caption(passage.text):
            captions.append(passage)
            after_heading = True
        else:
            (leaders if after_heading else others).append(passage)
            after_heading = False
    return [*leaders, *others] or captions


def _caption(text: str) -> bool:
    words = text.split()
    return len(words) < _CAPTION and words[-1].rstrip("”\"')»")[-1:] not in _ENDS


def _first_sentence(text: str) -> str:
    """Up to the first mark that ends a sentence; the whole paragraph where none does."""
    words = text.split()
    for position, word in enumerate(words[:-1]):
        if position + 1 >= _SHORT and _ends(word) and not words[position + 1][0].islower():
            return " ".join(words[: position + 1])
    return " ".join(words)


def _ends(word: str) -> bool:
    """Whether a sentence may end with this word; "TP." and "1." are no ends."""
    bare = word.rstrip("”\"')»")
    stem = bare.rstrip(".!?…")
    short = stem.isdigit() or (stem.isupper() and len(stem) <= 3)
    return stem != bare and not short


def _told_once(voices: Sequence[Voice]) -> tuple[tuple[Voice, ...], tuple[Shared, ...]]:
    """Take sentences that several units write word for word out of the voices; figures always count as words."""
    where: dict[str, list[tuple[Unit, Excerpt]]] = defaultdict(list)
    for voice in voices:
        for excerpt in voice.excerpts:
            where[_bare(excerpt.text)].append((voice.unit, excerpt))
    common = {key for key, told in where.items() if len({unit.id for unit, _ in told}) > 1}
    own = tuple(
        Voice(
            voice.unit,
            voice.depth,
            voice.status,
            voice.heading,
            tuple(one for one in voice.excerpts if _bare(one.text) not in common),
        )
        for voice in voices
    )
    shared = (told for key, told in where.items() if key in common)
    return own, tuple(
        Shared(told[0][1].text, tuple((unit, excerpt.paragraph) for unit, excerpt in told)) for told in shared
    )


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .;")
