"""One after another, in this process: for single files, for tests, and where processes can't be made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from service.executor.interface import A, B, Done, Failed, Reason, cannot_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType


class Inline:
    """See `service.executor.interface.Executor`. Here a task that ends the process ends everything."""

    def __init__(self, initializer: Callable[..., object] | None = None, initargs: tuple[Any, ...] = ()) -> None:
        """`initializer(*initargs)` is called once, before the first item."""
        self._initializer = initializer
        self._initargs = initargs

    def each(self, task: Callable[[A], B], items: Iterable[A]) -> Iterator[Done[A, B] | Failed[A]]:
        """Do `task` for every item, in order."""
        for item in items:
            self._prepare()
            try:
                value = task(item)
            except (Exception, SystemExit) as error:  # noqa: BLE001  # one item's trouble isn't everyone's
                outcome: Done[A, B] | Failed[A] = Failed(item, Reason.RAISED, error)
            else:
                outcome = Done(item, value)
            yield outcome

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _prepare(self) -> None:
        if self._initializer is None:
            return
        try:
            self._initializer(*self._initargs)
        except Exception as error:
            raise cannot_start(error) from error
        self._initializer = None
