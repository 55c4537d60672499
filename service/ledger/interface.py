"""What every ledger promises. `tests/contracts/test_ledger.py` holds them to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from service.model.examination import Examination
    from service.model.notice import Notice
    from service.model.reminder import Draft
    from service.model.submission import Claim, Submission
    from service.model.waiver import Waiver


class Ledger(Protocol):
    """The queue of the service and its memory.

    What a call has returned from is kept, whatever happens next. Every call may be repeated after a
    crash. "In order" is the order in which claims were first made, whatever the clock said. A claim
    id that the ledger never gave out is refused with `WorkspaceError("ledger.unknown_claim")`.
    """

    def claim(self, claim: Claim) -> Claim:
        """Remember a file whose original is safe; return it with its id.

        Where the latest claim of the same folder and name has the same bytes, that one is returned
        and nothing is added: it is the same file seen again.
        """

    def open_claims(self) -> tuple[Claim, ...]:
        """Claims that have no answer yet, in order."""

    def settle(self, claim_id: int, examination: Examination | str) -> None:
        """Store the answer to a claim, as a value or as its JSON text.

        A different answer replaces the old one and has yet to be published.
        """

    def unpublished(self) -> tuple[Submission, ...]:
        """Claims whose answer doesn't lie in the outbox yet, in order."""

    def mark_published(self, claim_id: int, outputs: Iterable[str], told: str = "") -> None:
        """Remember that the answer lies in the outbox, where, and what it tells of waivers.

        Refused for a claim without an answer.
        """

    def unpublish(self, claim_ids: Iterable[int]) -> None:
        """Have the answers of these claims laid in the outbox again; the answers themselves stay."""

    def submissions(self) -> tuple[Submission, ...]:
        """Every claim with its answer, in order."""

    def submission(self, claim_id: int) -> Submission:
        """One claim with its answer."""

    def reopen(self, claim_ids: Iterable[int]) -> None:
        """Forget the answers and attempts of these claims, so that they are answered afresh.

        Their `outputs` stay known until the new answer is published: those files still lie in the outbox.
        """

    def attempts(self, claim_id: int) -> int:
        """How often the answer to a claim was begun in a way that may have ended the worker."""

    def count_attempt(self, claim_id: int) -> int:
        """Add one attempt before trying; return how many there are now."""

    def waive(self, waiver: Waiver) -> Waiver:
        """Remember a waiver or a proposal; return it with its number.

        One that says the same of the same finding, given at the same moment, is kept once, even if it was withdrawn:
        it is the same waiver seen again.
        """

    def withdraw(self, number: int, by: str, moment: str) -> None:
        """Take a waiver back. It stays known, with who took it back and when; to do so again changes nothing.

        Raises:
            WorkspaceError: there is no such waiver ("ledger.unknown_waiver").
        """

    def waivers(self) -> tuple[Waiver, ...]:
        """Every waiver and proposal that was ever given, in order, the withdrawn ones too."""

    def keep_draft(self, draft: Draft) -> None:
        """Remember a letter that was drafted, by its path; what was known of that path is replaced."""

    def forget_draft(self, path: str) -> None:
        """Forget a letter; one that isn't known is no mistake."""

    def drafts(self) -> tuple[Draft, ...]:
        """Every letter that was drafted, by path."""

    def plan_notice(self, notice: Notice) -> None:
        """Remember that an answer is to be told by e-mail; once for each claim and answer, however it went."""

    def update_notice(self, notice: Notice) -> None:
        """Store how far a notice has come.

        Raises:
            WorkspaceError: there is no notice with this id ("ledger.unknown_notice").
        """

    def notices(self) -> tuple[Notice, ...]:
        """Every notice that was ever planned, in order."""

    def close(self) -> None:
        """Let go of files and connections. May be repeated."""

    def __enter__(self) -> Self:
        """Return the ledger itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
