"""What every executor promises. `tests/contracts/test_executor.py` holds them to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

from service.errors import TongketError, WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

A = TypeVar("A")
B = TypeVar("B")


class Reason(StrEnum):
    """Why an item has no value."""

    RAISED = "raised"
    """The task raised, or its item or value couldn't be carried to or from a worker."""
    DIED = "died"
    """The worker ended while it had this item."""
    TIMED_OUT = "timed_out"
    """The item took too long; its worker was ended."""


@dataclass(frozen=True, slots=True)
class Done(Generic[A, B]):
    """An item and what the task made of it."""

    item: A
    value: B


@dataclass(frozen=True, slots=True)
class Failed(Generic[A]):
    """An item that the task made nothing of."""

    item: A
    reason: Reason
    error: BaseException


class Executor(Protocol):
    """Does a task for many items.

    - Each item gets exactly one outcome; they may come in another order than the items.
    - Nothing that a task does escapes as an exception: it becomes that item's `Failed`. The death of a
      worker costs the one item that it had.
    - Items are drawn lazily: only as many as can be worked on, and one outcome for each worker, ahead
      of the caller. What the iterable of items raises is the caller's own and is passed on.
    - Closing the iterator stops new work; what was being worked on is dropped without an outcome.
    - `each` may be called again, and workers stay warm between calls.
    - `task` is a module-level function; items and values can be pickled.
    - Where no worker can be made ready at all, `each` raises: the initializer's own `TongketError`, or
      `WorkspaceError("executor.cannot_start")`. No item is blamed for that.
    """

    def each(self, task: Callable[[A], B], items: Iterable[A]) -> Iterator[Done[A, B] | Failed[A]]:
        """Do `task` for every item; return outcomes as they come."""

    def close(self) -> None:
        """Let the workers go. May be repeated."""

    def __enter__(self) -> Self:
        """Return the executor itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the executor."""


def cannot_start(error: BaseException) -> TongketError:
    """What to raise where a worker could not be made ready because of `error`."""
    if isinstance(error, TongketError):
        return error
    return WorkspaceError("executor.cannot_start", reason=f"{type(error).__name__}: {error}")
