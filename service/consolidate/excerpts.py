"""Chooses the sentences by which a unit speaks under a section: what the section is for, first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from service.consolidate.wording import Around, bare, courtesy, is_caption, sentences_of, weight
from service.model.city import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.city import Passage

_FIRST_SHARE = {"new_term_goals": 0.6}
"""So much of the budget goes to the sentences that weigh most; the rest tells of what follows them."""
_SHORT = 6
"""A sentence of fewer words is a label ("Về tổ chức Hội.") unless nothing longer is there."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One sentence that may be quoted."""

    paragraph: int
    text: str
    position: int
    """Its number in its paragraph."""
    last: bool
    """Nothing follows it in its paragraph."""
    leads: bool
    """It opens the first paragraph after a heading."""
    weight: int


def excerpts(passages: Sequence[Passage], budget: int, section: str = "") -> tuple[Excerpt, ...]:
    """At most one sentence of each paragraph, in reading order, about `budget` words together.

    Sentences are never cut; one is taken whatever its length, so that no unit stays silent.

    Args:
        passages: The section's paragraphs.
        budget: How many words may be quoted.
        section: Id of the section: results are told by figures against targets, goals by objectives.
    """
    candidates = _candidates(passages, section)
    heaviest = [one for one in candidates if one.weight > 0]
    chosen: dict[int, _Candidate] = {}
    _take(chosen, sorted(heaviest, key=lambda one: -one.weight), int(budget * _FIRST_SHARE.get(section, 1)))
    rest = [one for one in candidates if one.weight < 0 or one.position == 0]
    _take(chosen, sorted(rest, key=_usual), budget)
    return tuple(
        Excerpt(number, one.text, cut=not one.last, late=one.position > 0) for number, one in sorted(chosen.items())
    )


def _usual(one: _Candidate) -> tuple[bool, bool]:
    """The order of sentences that nothing singles out: those that open a part, then other openings."""
    return (one.weight < 0, not one.leads)


def _take(chosen: dict[int, _Candidate], candidates: Iterable[_Candidate], budget: int) -> None:
    left = budget - sum(len(one.text.split()) for one in chosen.values())
    for one in candidates:
        length = len(one.text.split())
        if one.paragraph in chosen or (chosen and length > left):
            continue
        # What weighs little only keeps a unit from silence.
        if one.weight < 0 and chosen:
            continue
        left -= length
        chosen[one.paragraph] = one


def _candidates(passages: Sequence[Passage], section: str) -> list[_Candidate]:
    """Sentences of running text; captions, labels and headings only where a report has nothing else."""
    found: list[_Candidate] = []
    captions: list[_Candidate] = []
    around = Around()
    leads = True
    for at, passage in enumerate(passages):
        announced = passage.text.rstrip().endswith(":")
        if passage.heading or announced:
            around, leads = around.under(passage.text, heading=passage.heading), True
        elif passage.table or not passage.text.strip():
            continue
        elif is_caption(passage.text, before_table=at + 1 < len(passages) and passages[at + 1].table):
            captions.extend(replace(one, weight=0) for one in _of(passage, section, around, leads=False))
            around, leads = around.under(passage.text, heading=False), True
        else:
            found.extend(_of(passage, section, around, leads=leads))
            leads = False
    return found or captions


def _of(passage: Passage, section: str, around: Around, *, leads: bool) -> list[_Candidate]:
    texts = sentences_of(bare(passage.text))
    return [
        _Candidate(
            passage.paragraph,
            text,
            position,
            last=position == len(texts) - 1,
            leads=leads and position == 0,
            weight=-1 if len(text.split()) < _SHORT or courtesy(text) else weight(section, text, around),
        )
        for position, text in enumerate(texts)
    ]
