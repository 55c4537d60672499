"""Side by side, in supervised worker processes.

Each worker has a pipe of its own and one item at a time. So when a worker dies, the item that it had
is known; the others never notice; and a worker that hangs can be ended alone. (A shared pool, such as
`concurrent.futures` has, breaks as a whole and can't say which item broke it.)
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, Any, Generic, Self

from service.errors import WorkspaceError
from service.executor.interface import A, B, Done, Failed, Reason, cannot_start
from service.executor.worker import READY, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

_START = 120.0
"""Seconds for a worker to become ready: the language model may have to come from a slow disk."""

_FALSE_STARTS = 3
"""So many workers in a row may die while they get ready before it is the machine's fault."""


class Processes:
    """See `service.executor.interface.Executor`. Workers are started when first needed and kept."""

    def __init__(
        self,
        workers: int,
        initializer: Callable[..., object] | None = None,
        initargs: tuple[Any, ...] = (),
        seconds_per_item: float | None = 120.0,
    ) -> None:
        """`initializer(*initargs)` is called once in each worker; all of it must be picklable."""
        _hold_standard_streams()
        self.workers = workers
        self.seconds_per_item = seconds_per_item
        self._initializer = initializer
        self._initargs = initargs
        self._context = multiprocessing.get_context("spawn")
        self._idle: list[Worker] = []
        self._warming: dict[Worker, float] = {}
        self._closed = False

    def each(self, task: Callable[[A], B], items: Iterable[A]) -> Iterator[Done[A, B] | Failed[A]]:
        """Do `task` for every item, in the workers."""
        run = _Run(self, task, iter(items))
        try:
            while run.draw():
                yield from run.step()
        finally:
            run.end()

    def close(self) -> None:
        """Let the workers go."""
        self._closed = True
        while self._warming:
            self._warming.popitem()[0].end()
        while self._idle:
            self._idle.pop().dismiss()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def take(self) -> tuple[list[Worker], dict[Worker, float]]:
        """Hand over the workers that are ready and those that are getting ready; a call of `each` has its own."""
        idle, self._idle = self._idle, []
        warming, self._warming = self._warming, {}
        return idle, warming

    def hire(self) -> Worker:
        """Start one more worker."""
        try:
            return Worker(self._context, self._initializer, self._initargs)
        except Exception as error:
            raise cannot_start(error) from error

    def give_back(self, ready: list[Worker], warming: dict[Worker, float]) -> None:
        """Keep workers for the next call, where there is room for them."""
        for worker in ready:
            if self._has_room:
                self._idle.append(worker)
            else:
                worker.dismiss()
        for worker, deadline in warming.items():
            if self._has_room:
                self._warming[worker] = deadline
            else:
                worker.end()

    @property
    def _has_room(self) -> bool:
        return not self._closed and len(self._idle) + len(self._warming) < self.workers


class _Run(Generic[A, B]):
    """One call of `each`."""

    def __init__(self, executor: Processes, task: Callable[[A], B], source: Iterator[A]) -> None:
        self._executor = executor
        self._task = task
        self._source = source
        self._drawn: deque[A] = deque()
        self._ready, self._starting = executor.take()
        self._busy: dict[Worker, tuple[A, float]] = {}
        self._false_starts = 0

    def draw(self) -> bool:
        """Draw as many items as can be worked on; return whether there is anything to do."""
        while len(self._drawn) + len(self._busy) < self._executor.workers:
            try:
                self._drawn.append(next(self._source))
            except StopIteration:
                break
        return bool(self._drawn or self._busy)

    def step(self) -> list[Done[A, B] | Failed[A]]:
        """Go on until there may be outcomes; leave the workers with new work before returning them."""
        outcomes: list[Done[A, B] | Failed[A]] = [*self._hand_out()]
        if not outcomes:
            outcomes += self._gather()
            self.draw()
            outcomes += self._hand_out()
        return outcomes

    def end(self) -> None:
        """Stop what is still going on; keep the workers that have nothing to do."""
        for worker in self._busy:
            worker.end()
        self._executor.give_back(self._ready, self._starting)

    def _hand_out(self) -> Iterator[Failed[A]]:
        while self._drawn and self._ready:
            worker, item = self._ready.pop(), self._drawn.popleft()
            try:
                request = ForkingPickler.dumps((self._task, item))
            except Exception as error:  # noqa: BLE001  # an item that can't be carried is that item's trouble
                self._ready.append(worker)
                yield Failed(item, Reason.RAISED, error)
                continue
            try:
                worker.pipe.send_bytes(request)
            except OSError:  # it died while it had nothing to do: nobody's fault
                worker.end()
                self._drawn.appendleft(item)
            else:
                self._busy[worker] = (item, self._deadline())
        while len(self._drawn) > len(self._starting):
            try:
                self._starting[self._executor.hire()] = time.monotonic() + _START
            except WorkspaceError:
                if not (self._busy or self._starting):
                    raise
                return  # fewer workers than wished for are enough

    def _deadline(self) -> float:
        limit = self._executor.seconds_per_item
        return float("inf") if limit is None else time.monotonic() + limit

    def _gather(self) -> Iterator[Done[A, B] | Failed[A]]:
        """Wait for the next word of any worker, or for the next one to run out of time."""
        deadlines = [*self._starting.values(), *(deadline for _, deadline in self._busy.values())]
        if not deadlines:
            return
        rest = min(deadlines) - time.monotonic()
        heard = wait([worker.pipe for worker in (*self._busy, *self._starting)], None if rest > 1e9 else max(0, rest))
        for worker in [worker for worker in self._starting if worker.pipe in heard]:
            self._started(worker)
        for worker in [worker for worker in self._busy if worker.pipe in heard]:
            yield self._outcome(worker)
        yield from self._overdue()

    def _overdue(self) -> Iterator[Failed[A]]:
        now = time.monotonic()
        for worker in [worker for worker, (_, deadline) in self._busy.items() if deadline <= now]:
            if not worker.pipe.poll():  # else it was just in time
                item, _ = self._busy.pop(worker)
                worker.end()
                yield Failed(item, Reason.TIMED_OUT, TimeoutError(self._executor.seconds_per_item))
        if any(deadline <= now for deadline in self._starting.values()):
            raise cannot_start(TimeoutError(_START))

    def _started(self, worker: Worker) -> None:
        del self._starting[worker]
        try:
            word = worker.pipe.recv_bytes()
        except (EOFError, OSError) as error:
            worker.end()
            self._false_starts += 1
            if self._false_starts >= _FALSE_STARTS:
                raise WorkspaceError("executor.cannot_start", reason="a worker ended while starting") from error
            return
        if word != READY:
            worker.end()
            reason = ForkingPickler.loads(word)[1]
            raise cannot_start(reason) from reason
        self._false_starts = 0
        self._ready.append(worker)

    def _outcome(self, worker: Worker) -> Done[A, B] | Failed[A]:
        item, _ = self._busy.pop(worker)
        try:
            reply = worker.pipe.recv_bytes()
        except (EOFError, OSError) as error:
            worker.end()
            return Failed(item, Reason.DIED, error)
        self._ready.append(worker)
        try:
            worked, value = ForkingPickler.loads(reply)
        except Exception as error:  # noqa: BLE001  # a value that can't be read back is that item's trouble
            return Failed(item, Reason.RAISED, error)
        return Done(item, value) if worked else Failed(item, Reason.RAISED, value)


def _hold_standard_streams() -> None:
    """Fill closed standard streams, or a worker's pipe gets their number and is closed with its stdin."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one
