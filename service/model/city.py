"""What the units below one unit say together: the material of the consolidated report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.model.examination import Status
    from service.model.standing import Standing
    from service.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a report that belongs to a required section."""

    paragraph: int
    """Its number in the manuscript, from 0."""
    text: str
    label: str = ""
    """Its automatic number or bullet; empty when none."""
    heading: bool = False
    table: bool = False
    """It stands in a table."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A report's own words under each required section, in reading order."""

    sections: tuple[tuple[str, tuple[Passage, ...]], ...] = ()
    """Section id and its passages."""
    blocks: tuple[int, ...] = ()
    """First paragraph of each block of the body, as the manuscript tells it; then how many paragraphs there are."""
    notes: tuple[tuple[int, str], ...] = ()
    """Paragraph and words of each footnote and endnote, in the order in which the text refers to them."""

    def under(self, section: str) -> tuple[Passage, ...]:
        """The passages of a section; empty when it has none."""
        return next((passages for name, passages in self.sections if name == section), ())


class Group(StrEnum):
    """How a unit stands in the consolidated report, best first."""

    COMPLETE = "complete"
    GAPS = "gaps"
    OTHER_ROUND = "other_round"
    """A term report, but of another term: not summed up."""
    WRONG_KIND = "wrong_kind"
    UNREADABLE = "unreadable"
    OPEN = "open"
    """Sent, not judged yet."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One unit of the subtree and why it is or isn't summed up."""

    unit: Unit
    depth: int
    """1 directly below the consolidating unit."""
    group: Group
    standing: Standing
    reasons: tuple[str, ...] = ()
    """What must be mended, in the words of the findings."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who is in the report and who isn't."""

    rows: tuple[CoverageRow, ...]
    """Every unit of the subtree that owes or sent a report, in registry order below its parent."""

    def of(self, *groups: Group) -> tuple[CoverageRow, ...]:
        """The rows of these groups."""
        return tuple(row for row in self.rows if row.group in groups)

    @property
    def direct(self) -> tuple[CoverageRow, ...]:
        """The rows directly below the consolidating unit."""
        return tuple(row for row in self.rows if row.depth == 1)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as its report gives it."""

    value: float
    measure: str
    """person, percent, count, VND…"""
    quote: str
    paragraph: int
    as_of: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One unit's figures for one indicator; None is "no figure", never 0."""

    unit: Unit
    depth: int
    result: Figure | None = None
    target: Figure | None = None
    goal: Figure | None = None
    unclear: tuple[str, ...] = ()
    """Kinds for which the report gives several values that can't be told apart; none of them is used."""

    def kind(self, name: str) -> Figure | None:
        """The figure of a kind: result, target or goal."""
        return {"result": self.result, "target": self.target, "goal": self.goal}.get(name)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over units directly below, with what it was added from."""

    kind: str
    value: float
    approximate: bool
    units: tuple[str, ...]
    """Ids of the units that were added."""
    expected: int
    """How many units directly below there are."""
    as_of: tuple[str, ...] = ()
    """The different dates of the figures, where they are told."""

    @property
    def counted(self) -> int:
        """How many units were added."""
        return len(self.units)


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the greatest of what units directly below report of a rate."""

    kind: str
    least: float
    greatest: float
    counted: int
    expected: int


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """One indicator over the subtree."""

    indicator: str
    measure: str
    """The unit of measure; empty when reports use different ones, which are then never added."""
    rows: tuple[FigureRow, ...]
    totals: tuple[Total, ...] = ()
    """Only where adding means something."""
    spans: tuple[Span, ...] = ()
    """For rates, which are never added."""

    def total(self, kind: str) -> Total | None:
        """The total of a kind, or None."""
        return next((total for total in self.totals if total.kind == kind), None)

    def span(self, kind: str) -> Span | None:
        """The span of a kind, or None."""
        return next((span for span in self.spans if span.kind == kind), None)


class Why(StrEnum):
    """Why a figure asks to be looked at."""

    CONFLICT = "conflict"
    """The report gives several values: none is used."""
    UNIT = "unit"
    """Its unit of measure can't be right: not used."""
    MEASURE = "measure"
    """Reports use different units of measure: nothing is added."""
    ABOUT = "about"
    """Approximate, and added."""
    DATE = "date"
    """Of another year than most, and added."""
    FAR = "far"
    """Far from what the other units of the same level report."""


@dataclass(frozen=True, slots=True)
class Questioned:
    """One unit's figures that ask to be looked at."""

    unit: Unit
    figures: tuple[Figure, ...] = ()
    quote: str = ""
    """The report's words, where no figure was taken from them."""
    paragraph: int | None = None
    other: str = ""
    """What another place of the report says instead."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to look at before one total is relied on."""

    why: Why
    indicator: str
    """Empty where the figure is of no indicator."""
    kind: str
    """result, target or goal; empty where it isn't told."""
    given: tuple[Questioned, ...]
    usual: str = ""
    """The year of most figures."""
    middle: float = 0.0
    """The median of the units that were compared…"""
    compared: int = 0
    """…and how many they are."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some sentences of a report, word for word."""

    paragraph: int
    text: str
    cut: bool = False
    """The paragraph goes on."""
    late: bool = False
    """The paragraph begins before it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one unit says under one section."""

    unit: Unit
    depth: int
    status: Status
    heading: str | None
    excerpts: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that several units write, word for word or nearly so; shown once, as the first of them writes it."""

    text: str
    where: tuple[tuple[Unit, int], ...]
    """Each unit with the paragraph number."""
    said: tuple[str, ...] = ()
    """The sentence as each of these units writes it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One required section over all units that are summed up."""

    section: str
    voices: tuple[Voice, ...]
    """Units whose report holds the section, thin ones included."""
    silent: tuple[Unit, ...] = ()
    """Units whose report lacks it."""
    shared: tuple[Shared, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthorityUse:
    """Which units cite an authority."""

    authority: str
    correct: tuple[Unit, ...] = ()
    misquoted: tuple[Unit, ...] = ()
    absent: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class FrequentGap:
    """The same thing to mend in several units' reports."""

    code: str
    units: tuple[Unit, ...]
    section: str | None = None
    part: str | None = None
    authority: str | None = None
    message: str = ""
    """The first unit's finding, for a code that the catalogue has no short name for."""


@dataclass(frozen=True, slots=True)
class CityReport:
    """Everything that the consolidated outputs of one unit say."""

    unit: Unit
    coverage: Coverage
    tables: tuple[IndicatorTable, ...]
    chapters: tuple[Chapter, ...]
    authorities: tuple[AuthorityUse, ...]
    gaps: tuple[FrequentGap, ...]
    doubts: tuple[Doubt, ...] = ()
