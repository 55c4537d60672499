"""How a submission stands in the finest words that the pages have, and what of it asks for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.gaps import usable
from service.model.comparison import Sameness
from service.model.examination import SECTIONS, Certainty, Severity, Verdict
from service.model.waiver import NONE
from service.outbox.phrasing.causes import accepted_points, accepted_sections, points
from service.outbox.phrasing.numbers import short_date

if TYPE_CHECKING:
    from service.model.comparison import Lineage
    from service.model.examination import Examination
    from service.model.standing import Standing
    from service.model.submission import Submission
    from service.model.waiver import Waiving
    from service.words import Words

STATES = ("complete", "gaps", "unusable", "missing")
"""The four answers that the page counts; a file that waits to be read ("taken") has none yet."""
SEGMENTS = ("complete", "gaps", "unusable", "taken", "missing")
"""States in the order in which a bar shows them."""
SIGNS = ("look", "overdue", "late", "waived", "lapsed")
"""What a reviewer may ask for: a doubt, an unusable file or a request to decide; nothing sent though it was due;
first sent after that; findings that are accepted; waivers that no longer hold."""
_STATE_OF = {"wrong_kind": "unusable", "unreadable": "unusable", "other_round": "unusable", "accepted": "complete"}


def answer(submission: Submission | None) -> str:
    """Key of how a submission stands: complete, gaps, wrong_kind, unreadable, other_round, taken or missing."""
    if submission is None:
        return "missing"
    if submission.examination is None:
        return "taken"
    verdict = submission.examination.verdict
    readable = verdict in (Verdict.COMPLETE, Verdict.GAPS)
    return "other_round" if readable and not usable(submission) else verdict.value


def state_of(label: str) -> str:
    """The answer that the page counts, one of SEGMENTS, from the exact one."""
    return _STATE_OF.get(label, label)


def standing_label(standing: Standing) -> str:
    """Key of how a unit stands, as `answer` has it; "accepted" where a reviewer accepts all that must be mended."""
    label, answered = answer(standing.latest), standing.examination
    if label != "gaps" or answered is None or not standing.waiving.count:
        return label
    return "gaps" if points(standing.waiving.due(answered.findings), Severity.ERROR) else "accepted"


def statuses(answered: Examination | None, waiving: Waiving = NONE) -> tuple[str, ...]:
    """Status of each required section; "accepted" where a reviewer accepts that it lacks, "none" without a report."""
    known: dict[str, str] = {section.id: section.status.value for section in answered.sections} if answered else {}
    if answered:
        known |= dict.fromkeys(accepted_sections(answered, waiving), "accepted")
    return tuple(known.get(section, "none") for section in SECTIONS)


def to_mend(answered: Examination | None, waiving: Waiving = NONE) -> int:
    """How many points ask for a change and aren't accepted."""
    return points(waiving.due(answered.findings), Severity.ERROR, Severity.WARNING) if answered else 0


def doubtful(answered: Examination | None, waiving: Waiving = NONE) -> int:
    """How many points the service itself isn't sure of and nobody has accepted."""
    doubted = (one for one in waiving.due(answered.findings) if one.certainty is Certainty.CHECK) if answered else ()
    return points(doubted)


def accepted(standing: Standing) -> int:
    """How many points of the file that speaks for a unit are accepted."""
    return accepted_points(standing.examination.findings, standing.waiving) if standing.examination else 0


def signs(standing: Standing, made: str) -> tuple[str, ...]:
    """Those of SIGNS that hold for a unit at the moment `made` (ISO 8601)."""
    due, sent = standing.unit.deadline, standing.submissions
    first = sent[-1].claim.received if sent else made
    missed = due is not None and first[:10] > due.isoformat()
    found = (
        _asks(standing),
        missed and not sent,
        missed and bool(sent),
        standing.waiving.count > 0,
        bool(standing.waiving.lapsed),
    )
    return tuple(sign for sign, holds in zip(SIGNS, found, strict=True) if holds)


def _asks(standing: Standing) -> bool:
    speakers = (standing.latest, standing.note_latest)
    unusable = any(state_of(answer(one)) == "unusable" for one in speakers)
    uncertain = any(_uncertain(lineage) for one in speakers if (lineage := standing.lineage(one)))
    doubts = doubtful(standing.examination, standing.waiving)
    return unusable or uncertain or doubts > 0 or bool(standing.waiving.proposals)


def _uncertain(lineage: Lineage) -> bool:
    """Whether it's only likely that the file is the unit's next version."""
    unlike = lineage.comparison is not None and lineage.comparison.sameness is Sameness.UNLIKE
    return bool(lineage.presumed) or lineage.older or unlike


def note(standing: Standing, words: Words, made: str = "") -> str:
    """What the answer alone doesn't tell: a newer file, or a deadline."""
    newer, due = standing.note_latest, standing.unit.deadline
    if newer is not None:
        kind = "newer_open" if newer.examination is None else "newer_unusable"
        return words.say(f"dashboard.table.{kind}", file=newer.claim.name)
    if due is None:
        return ""
    missed = signs(standing, made)
    if standing.latest is not None and "late" not in missed:
        return ""
    kind = next((sign for sign in ("overdue", "late") if sign in missed), "deadline")
    return words.say(f"dashboard.table.{kind}", day=short_date(due.isoformat(), words))
