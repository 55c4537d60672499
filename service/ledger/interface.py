"""What every ledger promises. `tests/contracts/test_ledger.py` holds them to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from service.model.examination import Examination
    from service.model.submission import Claim, Submission


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

    def mark_published(self, claim_id: int, outputs: Iterable[str]) -> None:
        """Remember that the answer lies in the outbox, and where. Refused for a claim without an answer."""

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

    def close(self) -> None:
        """Let go of files and connections. May be repeated."""

    def __enter__(self) -> Self:
        """Return the ledger itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger."""
