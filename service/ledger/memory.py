"""A ledger that forgets everything at its end: for tests and for trials that leave nothing behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from service.answer import to_json
from service.errors import WorkspaceError
from service.ledger.troubles import read_answer
from service.model.submission import Claim, Submission
from service.rounds.waiving import same_waiver

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from service.model.examination import Examination
    from service.model.notice import Notice
    from service.model.reminder import Draft
    from service.model.waiver import Waiver


@dataclass(slots=True)
class _Entry:
    claim: Claim
    answer: str | None = None
    published: bool = False
    outputs: tuple[str, ...] = ()
    attempts: int = 0
    told: str = ""


class MemoryLedger:
    """See `service.ledger.interface.Ledger`. Answers are kept as JSON here, too, so that both ledgers return alike."""

    def __init__(self) -> None:
        self._entries: dict[int, _Entry] = {}
        self._drafts: dict[str, Draft] = {}
        self._notices: dict[int, Notice] = {}
        self._waivers: list[Waiver] = []

    def claim(self, claim: Claim) -> Claim:
        """Remember a file, once for each time that it is another one."""
        latest = self._latest(claim.folder, claim.name)
        if latest is not None and latest.sha256 == claim.sha256:
            return latest
        kept = replace(claim, id=len(self._entries) + 1)
        self._entries[kept.id] = _Entry(kept)
        return kept

    def open_claims(self) -> tuple[Claim, ...]:
        """Claims without an answer."""
        return tuple(entry.claim for entry in self._entries.values() if entry.answer is None)

    def settle(self, claim_id: int, examination: Examination | str) -> None:
        """Store an answer."""
        entry = self._entry(claim_id)
        answer = examination if isinstance(examination, str) else to_json(examination, kept=True)
        if answer != entry.answer:
            entry.answer, entry.published = answer, False

    def unpublished(self) -> tuple[Submission, ...]:
        """Answers that don't lie in the outbox."""
        waiting = (entry for entry in self._entries.values() if entry.answer is not None and not entry.published)
        return tuple(_submission(entry) for entry in waiting)

    def mark_published(self, claim_id: int, outputs: Iterable[str], told: str = "") -> None:
        """Remember where an answer lies."""
        entry = self._entry(claim_id)
        if entry.answer is None:
            raise WorkspaceError("ledger.not_answered", claim=claim_id)
        entry.published, entry.outputs, entry.told = True, tuple(outputs), told

    def unpublish(self, claim_ids: Iterable[int]) -> None:
        """Have answers laid again."""
        for entry in [self._entry(claim_id) for claim_id in claim_ids]:
            entry.published = False

    def submissions(self) -> tuple[Submission, ...]:
        """Everything, in order."""
        return tuple(_submission(entry) for entry in self._entries.values())

    def submission(self, claim_id: int) -> Submission:
        """One of them."""
        return _submission(self._entry(claim_id))

    def reopen(self, claim_ids: Iterable[int]) -> None:
        """Forget answers and attempts."""
        for entry in [self._entry(claim_id) for claim_id in claim_ids]:
            entry.answer, entry.published, entry.attempts = None, False, 0

    def attempts(self, claim_id: int) -> int:
        """How often an answer was begun."""
        return self._entry(claim_id).attempts

    def count_attempt(self, claim_id: int) -> int:
        """Count one more."""
        entry = self._entry(claim_id)
        entry.attempts += 1
        return entry.attempts

    def waive(self, waiver: Waiver) -> Waiver:
        """Remember a waiver once."""
        for kept in self._waivers:
            if same_waiver(kept, waiver):
                return kept
        self._waivers.append(replace(waiver, number=len(self._waivers) + 1))
        return self._waivers[-1]

    def withdraw(self, number: int, by: str, moment: str) -> None:
        """Take one back."""
        if not 1 <= number <= len(self._waivers):
            raise WorkspaceError("ledger.unknown_waiver", number=number)
        kept = self._waivers[number - 1]
        if not kept.withdrawn:
            self._waivers[number - 1] = replace(kept, withdrawn=moment, withdrawn_by=by)

    def waivers(self) -> tuple[Waiver, ...]:
        """All of them."""
        return tuple(self._waivers)

    def keep_draft(self, draft: Draft) -> None:
        """Remember a letter."""
        self._drafts[draft.path] = draft

    def forget_draft(self, path: str) -> None:
        """Forget a letter."""
        self._drafts.pop(path, None)

    def drafts(self) -> tuple[Draft, ...]:
        """All letters."""
        return tuple(self._drafts[path] for path in sorted(self._drafts))

    def plan_notice(self, notice: Notice) -> None:
        """Remember a notice once."""
        self._entry(notice.claim)
        if not any((one.claim, one.answer) == (notice.claim, notice.answer) for one in self._notices.values()):
            number = len(self._notices) + 1
            self._notices[number] = replace(notice, id=number)

    def update_notice(self, notice: Notice) -> None:
        """Store how far a notice has come."""
        if notice.id not in self._notices:
            raise WorkspaceError("ledger.unknown_notice", number=notice.id)
        kept = self._notices[notice.id]
        self._notices[notice.id] = replace(notice, claim=kept.claim, answer=kept.answer)

    def notices(self) -> tuple[Notice, ...]:
        """All notices."""
        return tuple(self._notices.values())

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _entry(self, claim_id: int) -> _Entry:
        try:
            return self._entries[claim_id]
        except KeyError:
            raise WorkspaceError("ledger.unknown_claim", claim=claim_id) from None

    def _latest(self, folder: str, name: str) -> Claim | None:
        claims = (entry.claim for entry in reversed(self._entries.values()))
        return next((claim for claim in claims if (claim.folder, claim.name) == (folder, name)), None)


def _submission(entry: _Entry) -> Submission:
    examination = None if entry.answer is None else read_answer(entry.answer, entry.claim.id)
    return Submission(entry.claim, examination, entry.published, entry.outputs, entry.told)
