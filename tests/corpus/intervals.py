"""How sure a figure is: Wilson's interval for shares, a bootstrap over reports for precision, recall and F1."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from score import Tally

SHARES = {
    "kind %": ("kind", "files"),
    "verdict %": ("verdict", "files"),
    "unit %": ("unit", "units_of"),
    "terms %": ("terms", "terms_of"),
    "section status %": ("sections", "sections_of"),
    "heading located %": ("headings", "headings_of"),
    "goal parts %": ("parts", "parts_of"),
    "traps avoided %": ("traps_avoided", "traps_of"),
}
RATIOS: dict[str, tuple[str, Callable[[int, int, int], float]]] = {}
_DRAWS = 1000


def _precision(hit: int, _miss: int, extra: int) -> float:
    return hit / (hit + extra) if hit + extra else 1.0


def _recall(hit: int, miss: int, _extra: int) -> float:
    return hit / (hit + miss) if hit + miss else 1.0


def _f1(hit: int, miss: int, extra: int) -> float:
    return 2 * hit / (2 * hit + miss + extra) if hit + miss + extra else 1.0


RATIOS.update(
    {
        "authority F1": ("authority", _f1),
        "indicator recall": ("indicator", _recall),
        "indicator F1": ("indicator", _f1),
        "finding precision": ("finding", _precision),
        "finding recall": ("finding", _recall),
    }
)


@dataclass(frozen=True)
class Figure:
    """A figure in percent with the interval in which the true one lies with 95 % certainty; None: nothing to count."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None


class PerFile:
    """Counts of each file, taken from the scorer's running totals."""

    def __init__(self) -> None:
        self.files: list[tuple[str, Counter[str]]] = []
        self._before: Counter[str] = Counter()

    def __call__(self, file: str, shares: Counter[str], tallies: dict[str, Tally]) -> None:
        now = Counter(shares)
        now["traps_avoided"] = shares["traps_of"] - shares["traps_hit"]
        for name, tally in tallies.items():
            now.update({f"{name} hit": tally.hit, f"{name} miss": tally.miss, f"{name} extra": tally.extra})
        self.files.append((file, Counter({name: count - self._before[name] for name, count in now.items()})))
        self._before = now


def wilson(share: float, count: int) -> tuple[float, float]:
    """The interval in which the true share lies with 95 % certainty, from `count` trials."""
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    reach = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def figures(files: list[tuple[str, Counter[str]]]) -> list[Figure]:
    """Every figure of these files. Those of one report ("name--traits.docx") are drawn together: they share a text."""
    total = _sum(counts for _, counts in files)
    shares = [_share(name, total[right], total[of]) for name, (right, of) in SHARES.items()]
    reports: dict[str, Counter[str]] = {}
    for file, counts in files:
        reports.setdefault(file.split("--")[0], Counter()).update(counts)
    draws = _draws(list(reports.values()))
    return [*shares, *(_ratio(name, tally, rule, total, draws) for name, (tally, rule) in RATIOS.items())]


def _share(name: str, right: int, of: int) -> Figure:
    if not of:
        return Figure(name, None)
    low, high = wilson(right / of, of)
    return Figure(name, 100 * right / of, 100 * low, 100 * high)


def _ratio(
    name: str, tally: str, rule: Callable[[int, int, int], float], total: Counter[str], draws: list[Counter[str]]
) -> Figure:
    def value(counts: Counter[str]) -> float:
        return 100 * rule(counts[f"{tally} hit"], counts[f"{tally} miss"], counts[f"{tally} extra"])

    drawn = sorted(value(each) for each in draws)
    return Figure(name, value(total), drawn[len(drawn) // 40], drawn[-1 - len(drawn) // 40])


def _draws(reports: list[Counter[str]]) -> list[Counter[str]]:
    dice = random.Random(1)
    return [_sum(dice.choices(reports, k=len(reports))) for _ in range(_DRAWS)]


def _sum(counters: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counters:
        for name, count in each.items():
            total[name] += count
    return total
