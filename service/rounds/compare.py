"""Two examinations of a unit's report side by side: what is new, left, changed and mended."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from service.model.comparison import Comparison, Progress, Sameness, Trace
from service.rounds.fingerprint import fingerprint, kin, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from service.model.examination import Examination, Finding

_ALIKE = 75.0
"""Of a hundred: quotes of one code that are as alike as this are the same words, edited."""
_TELLING = 12
"""Shorter quotes are alike by chance."""
_MOST = 200
"""No more findings of one side are tried against each other word by word."""


def compare(earlier: Examination, later: Examination, sameness: Sameness = Sameness.REWORKED) -> Comparison:
    """The findings of a later version beside those of an earlier one.

    Equal fingerprints are one finding, in the order in which they stand; of the rest, those that are about the same
    thing have changed. What is left of the later is new, what is left of the earlier is mended.

    Args:
        earlier: what was found in the version before.
        later: what was found in this one.
        sameness: how much of the text is the same, where somebody has looked.
    """
    pairs = _Pairs(earlier.findings, later.findings)
    pairs.by(fingerprint, Progress.STILL_OPEN)
    pairs.by(kin, Progress.CHANGED)
    pairs.by_likeness()
    rules = (earlier.pack, earlier.engine) != (later.pack, later.engine)
    return Comparison(pairs.traces(), pairs.fixed(), rules, sameness)


class _Pairs:
    """Findings of both sides, paired step by step; what a step has paired, the next one leaves alone."""

    def __init__(self, earlier: Sequence[Finding], later: Sequence[Finding]) -> None:
        self._earlier, self._later = earlier, later
        self._old, self._new = dict.fromkeys(range(len(earlier))), dict.fromkeys(range(len(later)))
        self._paired: dict[int, tuple[int, Progress]] = {}

    def by(self, key: Callable[[Finding], str], progress: Progress) -> None:
        """Pair what has the same key, in order."""
        waiting: dict[str, deque[int]] = defaultdict(deque)
        for old in self._old:
            waiting[key(self._earlier[old])].append(old)
        for new in list(self._new):
            if fitting := waiting.get(key(self._later[new])):
                self._pair(fitting.popleft(), new, progress)

    def by_likeness(self) -> None:
        """Pair what has the same code and quotes nearly the same words, the most alike first."""
        for _, new, old in sorted(self._alike()):
            if old in self._old and new in self._new:
                self._pair(old, new, Progress.CHANGED)

    def traces(self) -> tuple[Trace, ...]:
        """How each finding of the later side stands."""
        return tuple(self._trace(new) for new in range(len(self._later)))

    def fixed(self) -> tuple[Finding, ...]:
        """What nothing of the later side was paired with."""
        return tuple(self._earlier[old] for old in self._old)

    def _trace(self, new: int) -> Trace:
        if new not in self._paired:
            return Trace(Progress.NEW)
        old, progress = self._paired[new]
        return Trace(progress, self._earlier[old])

    def _pair(self, old: int, new: int, progress: Progress) -> None:
        del self._old[old], self._new[new]
        self._paired[new] = (old, progress)

    def _alike(self) -> Iterator[tuple[float, int, int]]:
        for new in islice(self._new, _MOST):
            for old in islice(self._old, _MOST):
                likeness = _likeness(self._earlier[old], self._later[new])
                if likeness >= _ALIKE:
                    yield -likeness, new, old


def _likeness(one: Finding, other: Finding) -> float:
    if one.code != other.code or one.section != other.section or not one.quote or not other.quote:
        return 0.0
    first, second = words_of(one.quote), words_of(other.quote)
    return fuzz.ratio(first, second) if min(len(first), len(second)) >= _TELLING else 0.0
