"""What the check answers about one file: the object of contract version 1, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from service.model.manuscript import Reply

ENGINE = "0.1.0"
"""Version of the judging code; stored with every answer, so that a change can reopen old answers."""

SectionId = Literal["resolution_results", "lessons_learned", "new_term_goals", "resolution29_alignment"]
SECTIONS: tuple[SectionId, ...] = ("resolution_results", "lessons_learned", "new_term_goals", "resolution29_alignment")
PARTS = ("objectives", "directions", "key_tasks", "solutions")


class Kind(StrEnum):
    """What kind of document a file is."""

    TERM_REPORT = "term_report"
    SELF_REVIEW = "self_review"
    SPEECH = "speech"
    DRAFT_RESOLUTION = "draft_resolution"
    PERSONNEL_PLAN = "personnel_plan"
    PERIODIC_REPORT = "periodic_report"
    COMMENTS = "comments"
    ANNEX = "annex"
    OTHER = "other"


class Verdict(StrEnum):
    """How a file stands."""

    COMPLETE = "complete"
    GAPS = "gaps"
    WRONG_KIND = "wrong_kind"
    UNREADABLE = "unreadable"


class Status(StrEnum):
    """How a required section stands."""

    PRESENT = "present"
    THIN = "thin"
    MISSING = "missing"


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """Must be mended: a required part is not there, or the file can't be used."""
    WARNING = "warning"
    """Should be mended."""
    INFO = "info"
    """Worth knowing."""


class Certainty(StrEnum):
    """How sure the service is of a finding."""

    SURE = "sure"
    CHECK = "check"
    """Likely; shown with "cần kiểm tra lại"."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The file as it lay in the inbox."""

    name: str
    sha256: str
    bytes: int
    format: str


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """The unit that a report was recognised as."""

    id: str
    name: str
    """The association's full name."""
    level: str
    found_in: str
    """folder, file_name, letterhead, title or text."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The two terms of a report, as "2015-2020"."""

    closing: str | None = None
    opening: str | None = None


@dataclass(frozen=True, slots=True)
class SectionAnswer:
    """How one of the four required sections stands."""

    id: SectionId
    status: Status
    heading: str | None = None
    paragraph: int | None = None
    evidence: str | None = None
    parts: tuple[str, ...] | None = None
    """For new_term_goals: those of PARTS that are there; None for the other sections."""
    confidence: float = 1.0
    near_misses: tuple[str, ...] = ()
    """For a missing section: the headings that came closest, in the document's words."""
    spans: tuple[tuple[int, int], ...] = ()
    """Paragraph ranges [first, last) whose text is this section's; for the consolidated report."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An authority that the report cites, at its fullest citation."""

    id: str
    status: str
    """correct or misquoted."""
    quote: str
    paragraph: int
    problem: str | None = None
    """number, date, issuer, congress or title, where misquoted."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure of the report that the pack knows by name."""

    id: str
    value: float
    """Plain number: counts, percent points, đồng."""
    unit: str
    """person, percent, count, VND…"""
    kind: str
    """result, target or goal."""
    quote: str
    paragraph: int
    as_of: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence or row that no other unit can have by chance: what reports are compared by."""

    key: str
    """The same for the same figures and names in the same order."""
    weight: int
    """How many figures and names it holds."""
    paragraph: int
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend or to look at, in the words of the person who reads it."""

    code: str
    severity: Severity
    message: str
    why: str
    fix: str
    source: str = ""
    """Who says so: document and clause."""
    section: str | None = None
    part: str | None = None
    authority: str | None = None
    quote: str | None = None
    paragraph: int | None = None
    certainty: Certainty = Certainty.SURE
    indicator: str | None = None
    """Id of the indicator whose figure it is about, where it is about one."""
    found: str = ""
    """What the report says, where something else can be held against it; else empty."""
    expected: str = ""
    """What is held against it: another place of the report, a sum, a document's true name; else empty."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to know it again in another file."""

    words: str
    """16 hexadecimal digits of all its words in order; the same for any looks, spacing and comments."""
    grains: tuple[int, ...] = ()
    """The smallest hashes of its runs of words: how many two texts share tells how much of them is the same."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """What a file shows to people but not to the reader, so that nothing is said of it."""

    foreign: int = 0
    """Documents of other programs that Word shows as part of the body."""
    pictures: int = 0
    """Pictures, whose words can't be read."""


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything that the check says of one file."""

    file: FileFacts
    kind: Kind | None
    """None for an unreadable file."""
    verdict: Verdict
    unit: UnitMatch | None = None
    terms: Terms = Terms()
    sections: tuple[SectionAnswer, ...] = ()
    authorities: tuple[Citation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    findings: tuple[Finding, ...] = ()
    pack: str = ""
    """Rule pack, version and fingerprint that judged it: "tong-ket@1.0.0+1f0c9a2b"."""
    engine: str = ENGINE
    marks: tuple[Mark, ...] = ()
    """Kept in the ledger alone, for the comparison with other reports."""
    trial: tuple[Finding, ...] = ()
    """What rules on trial found: for reviewers alone, and no part of the verdict."""
    sketch: Sketch | None = None
    """None for an unreadable file."""
    unseen: Unseen = Unseen()
    """Kept in the ledger alone, for the gap report."""
    replies: tuple[Reply, ...] = ()
    """What people answered to our comments in the file."""
