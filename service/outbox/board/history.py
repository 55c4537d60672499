"""What a unit's page tells of everything that the unit sent: when, what it was worth, what changed by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.comparison import Progress
from service.outbox.board.findings import fixed
from service.outbox.board.signs import answer, state_of, to_mend
from service.outbox.board.text import documents, minute
from service.outbox.phrasing.versions import since

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.comparison import Lineage
    from service.model.standing import Standing
    from service.model.submission import Submission
    from service.outbox.board.text import Link
    from service.words import Words


@dataclass(frozen=True, slots=True)
class Sent:
    """One file that the unit sent."""

    number: int
    """Which version of the report it is, from 1; 0 where it's none."""
    name: str
    folder: str
    when: str
    label: str
    state: str
    findings: int
    counted: bool
    """Whether it speaks for the unit."""
    told: tuple[str, ...]
    """What changed since the version before, in sentences, and whatever makes that doubtful."""
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    """The changed findings by what became of them: key ("new", "changed", "fixed") and messages."""
    files: tuple[Link, ...]


def history(standing: Standing, words: Words, up: str) -> Iterator[Sent]:
    """Everything that a unit sent, newest first; files are addressed from a page that lies `up` below the outbox."""
    for submission in standing.submissions:
        label, lineage = answer(submission), standing.lineage(submission)
        counted = submission is standing.latest
        yield Sent(
            number=lineage.version.number if lineage else 0,
            name=submission.claim.name,
            folder=submission.claim.folder,
            when=minute(submission.claim.received, words),
            label=label,
            state=state_of(label),
            findings=to_mend(submission.examination, standing.waiving) if counted else to_mend(submission.examination),
            counted=counted,
            told=tuple(since(lineage, words)) if lineage else (),
            changes=tuple(_changes(submission, lineage)),
            files=documents(submission, words, up),
        )


def _changes(submission: Submission, lineage: Lineage | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    if submission.examination is None or lineage is None or lineage.comparison is None:
        return
    pairs = list(zip(submission.examination.findings, lineage.comparison.traces, strict=True))
    for progress in (Progress.NEW, Progress.CHANGED):
        if told := tuple(finding.message for finding, trace in pairs if trace.progress is progress):
            yield progress.value, told
    if mended := fixed(lineage):
        yield "fixed", mended
