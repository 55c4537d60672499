"""What a unit's page tells of single findings: what is to mend, what was accepted, what became of earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import Certainty
from service.outbox.phrasing.causes import numbered
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.versions import accepted
from service.rounds.fingerprint import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.comparison import Lineage
    from service.model.examination import Finding
    from service.model.standing import Standing
    from service.model.waiver import Waiver
    from service.words import Words


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding of the file that speaks for the unit."""

    number: int
    """Of its point on the gap report; findings of one cause share it."""
    id: str
    """What a reviewer types to accept it."""
    severity: str
    message: str
    why: str
    fix: str
    source: str
    quote: str
    found: str
    """What the report says, where something is held against it."""
    expected: str
    """What is held against it."""
    check: bool
    progress: str
    """How it stands against the version before, in a word; empty without one."""
    accepted: str
    """Who accepted it, why and until when; empty where nobody did."""


@dataclass(frozen=True, slots=True)
class WaiverView:
    """A waiver that doesn't hold (any more, or yet)."""

    finding: str
    message: str
    told: str
    """By whom and why it was given or is asked for."""
    lapse: str
    """Why it no longer holds; empty where it's only asked for."""


def findings(standing: Standing, words: Words) -> Iterator[FindingView]:
    """Those of the file that speaks for a unit, in order."""
    found = standing.examination.findings if standing.examination else ()
    lineage = standing.lineage(standing.latest)
    numbers = numbered(found, standing.waiving)
    for place, (finding, mark) in enumerate(zip(found, marks(found), strict=True)):
        waiver = standing.waiving.of(place)
        yield FindingView(
            number=numbers[place],
            id=mark.id,
            severity=finding.severity.value,
            message=finding.message,
            why=finding.why,
            fix=finding.fix,
            source=finding.source,
            quote=finding.quote or "",
            found=finding.found if finding.found != finding.quote else "",
            expected=finding.expected,
            check=finding.certainty is Certainty.CHECK,
            progress=_progress(lineage, place, words),
            accepted=accepted(waiver, words) if waiver else "",
        )


def fixed(lineage: Lineage | None) -> tuple[str, ...]:
    """What was mended since the version before, as it was told then."""
    return _messages(lineage.comparison.fixed) if lineage and lineage.comparison else ()


def waivers(standing: Standing, words: Words) -> Iterator[WaiverView]:
    """Waivers that no longer hold, then those that are asked for."""
    for lapsed in standing.waiving.lapsed:
        yield _waiver(lapsed.waiver, words.say(f"rounds.lapse.{lapsed.lapse}"), words)
    for proposal in standing.waiving.proposals:
        yield _waiver(proposal, "", words)


def _waiver(waiver: Waiver, lapse: str, words: Words) -> WaiverView:
    key = "given" if lapse else "asked"
    told = words.say(f"dashboard.waiver.{key}", by=waiver.by, reason=waiver.reason.rstrip(" ."))
    if lapse and waiver.until:
        told += " " + words.say("dashboard.waiver.until", day=short_date(waiver.until.isoformat(), words))
    return WaiverView(waiver.finding, waiver.message, told, lapse)


def _progress(lineage: Lineage | None, place: int, words: Words) -> str:
    if lineage is None or lineage.comparison is None:
        return ""
    return words.say(f"rounds.progress.{lineage.comparison.traces[place].progress}")


def _messages(found: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(finding.message for finding in found)
