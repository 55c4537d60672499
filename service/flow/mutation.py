"""What each phrase of the pack is good for: it is taken out, and some example should notice.

The phrases are compiled once, and what they find in each line is kept. A phrase is taken out by overlooking what it
found, and only those examples are judged for it in which something else would be found without it: where it stands
in none, or a longer phrase of its list hides it everywhere, nothing is judged at all.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from service.check.lists import phrase_lists, use_book
from service.flow.rule_tests import as_active, failures
from service.language import Phrasebook, fold, syllables
from service.language.phrases import longest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from service.flow.small_reports import SmallReport
    from service.language import Hit
    from service.model.rulebook import Rulebook

_Key: TypeAlias = tuple[str, tuple[str, ...]]
"""A phrase of the phrasebook: the name of its list, and its syllables."""

_TRYING = "trying"
_PLACES = "place"
_OWN, _SHARED = 24, 3
"""So many examples are judged again that have the phrase in lines of their own, those made for it first, and of those
whose base has it."""
_WORDED = ("title", "related")
"""The lists of an authority that hold words of its title."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One phrase of one list."""

    rule: str
    """The list: "sections.lessons_learned.headings", "vocabulary.figure.members", "authorities.nq29.title"."""
    phrase: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of taking out every phrase."""

    needed: tuple[Variant, ...]
    idle: tuple[Variant, ...]
    """Those that no example needs."""
    judged: int = 0
    """How many times a small report was judged again."""

    @property
    def share(self) -> float:
        """The share of phrases that some example needs, in percent."""
        every = len(self.needed) + len(self.idle)
        return 100 * len(self.needed) / every if every else 100.0


class _Overlooking(Phrasebook):
    """A phrasebook that keeps what it found, and overlooks one phrase of one list."""

    def __init__(self, book: Phrasebook) -> None:
        self._book = book
        self._known: dict[str, tuple[Hit, ...]] = {}
        self._telling: dict[str, frozenset[_Key]] = {}
        self.overlooked: _Key | None = None

    def every(self, folded: str) -> tuple[Hit, ...]:
        hits = self._known.get(folded)
        if hits is None:
            hits = self._known[folded] = self._book.every(folded)
        if self.overlooked is None or self.overlooked not in self.telling(folded):
            return hits
        return tuple(hit for hit in hits if _key(hit) != self.overlooked)

    def find(self, folded: str) -> tuple[Hit, ...]:
        return longest(self.every(folded))

    def find_each(self, texts: Sequence[str]) -> list[tuple[Hit, ...]]:
        return [self.find(text) for text in texts]

    def telling(self, folded: str) -> frozenset[_Key]:
        """The phrases without which something else would be found in a text: none that a longer one hides."""
        if folded not in self._telling:
            hits = self._book.every(folded) if folded not in self._known else self._known[folded]
            found = longest(hits)
            self._telling[folded] = frozenset(
                key
                for key in {_key(hit) for hit in found}
                if longest([hit for hit in hits if _key(hit) != key]) != found
            )
        return self._telling[folded]


def _key(hit: Hit) -> _Key:
    return hit.name, syllables(hit.phrase)


def try_variants(
    rulebook: Rulebook,
    reports: Sequence[SmallReport],
    step: Callable[[int, int], None] = lambda _done, _all: None,
    one_in: int = 1,
) -> Tried:
    """Take out each phrase in turn and see whether an example fails; all examples are right before.

    Args:
        rulebook: the pack.
        reports: its small reports.
        step: called with how many phrases are done and how many there are.
        one_in: only every so manieth phrase is tried, for a quick estimate.
    """
    trial = _Trial(as_active(rulebook), reports)
    every = tuple(_phrases(rulebook))[::one_in]
    needed: list[Variant] = []
    idle: list[Variant] = []
    for done, (variant, list_name) in enumerate(every):
        found = trial.without(variant.phrase, list_name) if list_name else trial.without_word(variant)
        (needed if found else idle).append(variant)
        step(done + 1, len(every))
    return Tried(tuple(needed), tuple(idle), trial.judged)


def _phrases(rulebook: Rulebook) -> Iterator[tuple[Variant, str]]:
    """Every phrase with the name of its list in the phrasebook; no name for words of an authority's title."""
    named = {f"heading.{each.id}": f"sections.{each.id}.headings" for each in rulebook.sections}
    named |= {f"weak.{each.id}": f"sections.{each.id}.weak_headings" for each in rulebook.sections}
    named |= {f"not.{each.id}": f"sections.{each.id}.not_headings" for each in rulebook.sections}
    named |= {f"evidence.{each.id}": f"sections.{each.id}.evidence" for each in rulebook.sections}
    named |= {f"part.{part}": f"sections.{each.id}.parts.{part}" for each in rulebook.sections for part in each.parts}
    for key, name in (("starts", "title_starts"), ("title", "titles"), ("not", "not_titles"), ("sign", "signs")):
        named |= {f"kind.{key}.{each.id}": f"kinds.{each.id}.{name}" for each in rulebook.kinds}
    for name, phrases in phrase_lists(rulebook).items():
        if name != _PLACES:
            yield from ((Variant(named.get(name, f"vocabulary.{name}"), phrase), name) for phrase in phrases)
    for rule in rulebook.authorities:
        for key in _WORDED:
            yield from ((Variant(f"authorities.{rule.id}.{key}", phrase), "") for phrase in getattr(rule, key))


class _Trial:
    def __init__(self, rulebook: Rulebook, reports: Sequence[SmallReport]) -> None:
        self._book = _Overlooking(Phrasebook(phrase_lists(rulebook)))
        self._rulebook = replace(rulebook, digest=_TRYING)
        self._reports = reports
        self._own: dict[_Key, list[int]] = defaultdict(list)
        self._shared: dict[_Key, list[int]] = defaultdict(list)
        self.judged = 0
        use_book(_TRYING, self._book)
        for n, report in enumerate(reports):
            own = self._telling(report.own)
            for key in self._telling(_texts(report)) | own:
                (self._own if key in own else self._shared)[key].append(n)
        self._words = [" ".join(syllables(" ".join(_texts(one)))) for one in reports]

    def _telling(self, texts: Iterable[str]) -> set[_Key]:
        return {key for text in texts for key in self._book.telling(fold(text))}

    def without(self, phrase: str, list_name: str) -> bool:
        """Whether an example fails without a phrase of the phrasebook."""
        key = (list_name, syllables(phrase))
        made_for_it = sorted(self._own[key], key=lambda n: syllables(self._reports[n].phrase) != key[1])
        order = [*made_for_it[:_OWN], *self._shared[key][:_SHARED]]
        words = self._rulebook.vocabulary.get(list_name)
        mutant = self._rulebook
        if words is not None:
            left = tuple(each for each in words if each != phrase)
            mutant = replace(mutant, vocabulary={**mutant.vocabulary, list_name: left})
        self._book.overlooked = key
        try:
            return self._fails(mutant, order)
        finally:
            self._book.overlooked = None

    def without_word(self, variant: Variant) -> bool:
        """Whether an example fails without a phrase of an authority's title."""
        _, name, key = variant.rule.split(".")
        words = " ".join(syllables(variant.phrase))
        told = [n for n, text in enumerate(self._words) if words in text]
        own = [n for n in told if words in " ".join(syllables(" ".join(self._reports[n].own)))]
        own.sort(key=lambda n: name not in self._reports[n].example.authorities)
        order = [*own[:_OWN], *[n for n in told if n not in own][:_SHARED]]
        changed = [
            _without(rule, key, variant.phrase) if rule.id == name else rule for rule in self._rulebook.authorities
        ]
        return bool(order) and self._fails(replace(self._rulebook, authorities=tuple(changed)), order)

    def _fails(self, mutant: Rulebook, order: Sequence[int]) -> bool:
        for n in order:
            self.judged += 1
            if next(failures(self._reports[n], self._reports[n].judged(mutant)), None) is not None:
                return True
        return False


def _texts(report: SmallReport) -> Iterator[str]:
    """The paragraphs of a small report, and its titles: those may run over several."""
    yield from (paragraph.text for paragraph in report.manuscript.paragraphs)
    for piece in report.outline.pieces:
        yield piece.title
        yield from (heading.title for heading in piece.headings)


def _without(rule: Any, key: str, phrase: str) -> Any:
    return replace(rule, **{key: tuple(each for each in getattr(rule, key) if each != phrase)})
