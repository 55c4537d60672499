"""The service: look, take, judge, publish; again and again, or once until nothing is left."""

from __future__ import annotations

import threading
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from service.errors import TongketError, WorkspaceError
from service.flow.answering import answer_open
from service.flow.boards import Dashboard
from service.flow.comparing import compare_answers
from service.flow.daily import DailyReports
from service.flow.intake import Intake
from service.flow.letters import sweep_letters
from service.flow.notices import Notices
from service.flow.printing import Printing
from service.flow.publishing import publish_answers, reopen
from service.flow.rules_in_force import RulesInForce
from service.flow.tools import Tally
from service.flow.waivers import Waivers
from service.inbox.lock import only_instance
from service.inbox.watch import Watch
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from service.flow.tools import Tools
    from service.model.standing import Board, Waiting
    from service.settings import Settings

_SOON = 0.3
"""Seconds until the next look while a file is about to be ready."""


def serve(tools: Tools, *, once: bool, again: bool = False, stop: threading.Event | None = None) -> None:
    """Run the service until `stop` is set; with `once`, until nothing is left to do.

    What goes wrong in a running service is told once and waited out: a share that is away, a full disk, a
    template that is being edited. Nothing is lost by it: what was taken is in the ledger, the rest in the inbox.
    With `again`, everything that was ever taken is judged anew, by the rules and the registry as they are now.

    Raises:
        WorkspaceError: another instance holds the workspace; with `once`, also an inbox, an outbox or a disk
            that can't be used.
        TemplateError: with `once`, a template can't be filled.
    """
    stop = stop or threading.Event()
    with only_instance(tools.settings.state):
        tools.originals.sweep()
        _make_inbox(tools.settings)
        reopen(tools, everything=again)
        with _watch(tools, stop) as watch, closing(_Rounds(tools, stop.is_set)) as rounds:
            rounds.go_on(watch, once=once)


class _Rounds:
    def __init__(self, tools: Tools, stopping: Callable[[], bool]) -> None:
        self._tools = tools
        self._stopping = stopping
        self._intake = Intake(tools)
        self._waivers = Waivers(tools)
        self._dashboard = Dashboard(tools)
        self._daily = DailyReports(tools)
        self._notices = Notices(tools, stopping)
        self._board: Board | None = None
        self._to_sweep = False
        self._once = False
        self._printing = Printing(tools)
        self._rules = RulesInForce(tools)
        self._notice = ""
        self._waiting: tuple[Waiting, ...] = ()
        self._told: frozenset[str] = frozenset()
        self._due = True
        self._to_compare = True

    def close(self) -> None:
        """Wait for what is on its way."""
        self._notices.close()

    def go_on(self, watch: Watch, *, once: bool) -> None:
        self._once = once
        while not self._stopping():
            tally = self._round()
            ended = once and not tally.done and not self._intake.moving
            # With `once`, a trouble that passes before the end is none.
            self._tell_news(tally.troubles[1:] if ended else () if once else tally.troubles)
            if ended and tally.troubles:
                raise tally.troubles[0]
            if ended:
                return
            if not once and not tally.done and not self._intake.moving and self._printing.print_next().done:
                continue
            watch.wait(_SOON if once or self._intake.moving else self._tools.settings.scan_seconds)

    def _round(self) -> Tally:
        """One look at the inbox and all that follows; one step's trouble doesn't keep the next from its work."""
        round_ = Tally()
        for step in (self._rules.renew, self._look, self._answer, self._compare, self._waive, self._publish):
            self._attempt(step, round_)
        if not self._stopping():
            self._attempt(lambda: self._show(changed=round_.done > 0), round_)
            self._attempt(self._sweep, round_)
            self._attempt(lambda: self._notices.step(once=self._once), round_)
            if not self._once and not round_.done:
                self._attempt(self._report, round_)
        return round_

    @staticmethod
    def _attempt(step: Callable[[], Tally], round_: Tally) -> None:
        try:
            tally = step()
        except TongketError as trouble:
            round_.troubles.append(trouble)
        else:
            round_.done += tally.done
            round_.troubles += tally.troubles

    def _look(self) -> Tally:
        return self._intake.look(time.monotonic())

    def _answer(self) -> Tally:
        tally = answer_open(self._tools, self._stopping)
        self._to_compare = self._to_compare or tally.done > 0
        return tally

    def _compare(self) -> Tally:
        """Compare at the start, lest a run was stopped before it came to that, and after every new answer."""
        if not self._to_compare or self._stopping():
            return Tally()
        tally = compare_answers(self._tools)
        self._to_compare = False
        return tally

    def _publish(self) -> Tally:
        tally = publish_answers(self._tools, self._stopping, self._waivers.all)
        if tally.done:
            self._printing.renew()
        return tally

    def _waive(self) -> Tally:
        return self._waivers.look()

    def _show(self, *, changed: bool) -> Tally:
        """Bring the dashboard up to date if something changed, a file waits for another reason, or it's a new day."""
        waiting = self._intake.waiting(time.monotonic())
        same = [(file.name, file.folder, file.reason) for file in waiting] == [
            (file.name, file.folder, file.reason) for file in self._waiting
        ]
        notice = " ".join(filter(None, (self._rules.notice, self._waivers.notice)))
        self._due = self._due or changed or not same or notice != self._notice or not self._dashboard.of_today
        if self._due:
            board = self._waivers.board(waiting)
            self._dashboard.show(board, notice=notice)
            self._waiting, self._notice, self._due = waiting, notice, False
            self._board, self._to_sweep = board, True
        return Tally()

    def _sweep(self) -> Tally:
        """Letters that were drafted may be overtaken by what the board shows now."""
        if self._to_sweep and self._board is not None:
            if sweep_letters(self._tools, self._board):
                self._dashboard.show(self._board, notice=self._notice)  # its links to them would be dead
            self._to_sweep = False
        return Tally()

    def _report(self) -> Tally:
        return self._daily.step(self._board)

    def _tell_news(self, news: Sequence[TongketError]) -> None:
        """Tell each trouble and each file that can't be taken once for as long as it lasts."""
        troubles = [self._tools.speech.sentence(trouble) for trouble in news]
        sentences = dict.fromkeys([*troubles, *self._intake.stuck(), *self._waivers.notices])
        for sentence in sentences:
            if sentence not in self._told:
                self._tools.tell(sentence)
        self._told = frozenset(sentences)


def _make_inbox(settings: Settings) -> None:
    """Make an inbox that belongs to the workspace. One elsewhere may be a share that is away: it isn't ours to make."""
    if not settings.inbox.is_relative_to(settings.root):
        return
    try:
        settings.inbox.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise WorkspaceError("inbox.unreachable", path=shown(settings.inbox)) from trouble


def _wake(watch: Watch, stop: threading.Event) -> None:
    stop.wait()
    watch.wake()


@contextmanager
def _watch(tools: Tools, stop: threading.Event) -> Iterator[Watch]:
    watch = Watch(tools.settings.inbox, lambda key: tools.say(key, path=shown(tools.settings.inbox)))
    # A signal handler may set `stop`, but not touch the lock that our own waiting holds: so another thread wakes us.
    threading.Thread(target=_wake, args=(watch, stop), daemon=True).start()
    try:
        yield watch
    finally:
        watch.stop()
