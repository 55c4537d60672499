"""`tongket rules diff`: what another pack would say of the reports that were sent. Nothing is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.executor.interface import Done
from service.flow.judging import Work, answer, given_up
from service.flow.tools import executor_of
from service.flow.workspaces import ledger_file
from service.inbox.staging import Originals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from service.model.examination import Examination, Finding
    from service.model.rulebook import Rulebook
    from service.settings import Settings

_About = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One finding that one pack has and the other hasn't, or weighs otherwise."""

    code: str
    about: str
    """Section, part or authority; empty where it is about none."""
    quote: str
    before: str
    """Its severity under the old pack; empty where it doesn't come."""
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What another pack makes of one report."""

    unit: str
    """Name of the unit's association; empty where none is told."""
    file: str
    verdict: tuple[str, str]
    """Before and after."""
    sections: tuple[tuple[str, str, str], ...]
    """Sections that stand otherwise: id, before, after."""
    findings: tuple[Told, ...]
    trial: tuple[Told, ...]
    """Of rules on trial."""

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.sections or self.findings or self.trial or self.verdict[0] != self.verdict[1])


def stored(settings: Settings) -> list[Work]:
    """The originals of a workspace, as they were taken."""
    from service.ledger.sql import SqlLedger  # noqa: PLC0415 - files that are named need no database

    file = ledger_file(settings)
    if not file.exists():
        return []
    originals = Originals(settings.state)
    with SqlLedger(file) as ledger:
        claims = [submission.claim for submission in ledger.submissions()]
    return [Work(originals.path(claim.sha256), claim.name, claim.folder, n) for n, claim in enumerate(claims)]


def named(files: Iterable[tuple[Path, str]]) -> list[Work]:
    """Files that lie somewhere, with their folder below the path that was named."""
    return [Work(path, path.name, folder, n) for n, (path, folder) in enumerate(files)]


def differences(work: Sequence[Work], before: Rulebook, after: Rulebook, settings: Settings) -> list[Difference]:
    """What each report is told under the second pack and not under the first, and the other way round.

    Raises:
        WorkspaceError: no worker can be started.
    """
    old, new = (_answers(work, rulebook, settings) for rulebook in (before, after))
    return [_difference(each, old[each.key], new[each.key]) for each in work]


def _answers(work: Sequence[Work], rulebook: Rulebook, settings: Settings) -> dict[int, Examination]:
    answers: dict[int, Examination] = {}
    with executor_of(settings, rulebook) as executor:
        for outcome in executor.each(answer, work):
            answers[outcome.item.key] = outcome.value if isinstance(outcome, Done) else given_up(outcome, rulebook)
    return answers


def _difference(work: Work, old: Examination, new: Examination) -> Difference:
    unit = new.unit or old.unit
    stood = {section.id: str(section.status) for section in old.sections}
    stands = {section.id: str(section.status) for section in new.sections}
    sections = tuple(
        (name, stood.get(name, ""), stands.get(name, ""))
        for name in {**stood, **stands}
        if stood.get(name) != stands.get(name)
    )
    return Difference(
        unit.name if unit else "", work.name, (str(old.verdict), str(new.verdict)), sections,
        tuple(_told(old.findings, new.findings)), tuple(_told(old.trial, new.trial)),
    )  # fmt: skip


def _told(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[Told]:
    """The findings that differ; the same words in two places are two findings."""
    before, after = _weights(old), _weights(new)
    for about in {**before, **after}:
        was, now = list(before.get(about, ())), list(after.get(about, ()))
        same = Counter(was) & Counter(now)
        left, come = list((Counter(was) - same).elements()), list((Counter(now) - same).elements())
        for n in range(max(len(left), len(come))):
            yield Told(*about, left[n] if n < len(left) else "", come[n] if n < len(come) else "")


def _weights(findings: Iterable[Finding]) -> dict[_About, list[str]]:
    found: dict[_About, list[str]] = {}
    for each in findings:
        about = (each.code, each.part or each.authority or each.section or "", each.quote or "")
        found.setdefault(about, []).append(str(each.severity))
    return found
