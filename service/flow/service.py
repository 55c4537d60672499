"""The service: look, take, judge, publish; again and again, or once until nothing is left."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from service.errors import TongketError, WorkspaceError
from service.flow.answering import answer_open, publish_answers
from service.flow.boards import board_of, publish_dashboard
from service.flow.intake import Intake
from service.inbox import settling
from service.inbox.lock import only_instance
from service.inbox.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.flow.tools import Tools

_PATIENT = frozenset({settling.CHANGING, settling.EMPTY, settling.INCOMPLETE, settling.OPEN, settling.READY})
"""Reasons for waiting that pass by themselves; a file with another one can't be taken now."""
_ONCE_SECONDS = 0.3


def serve(tools: Tools, *, once: bool, stopping: Callable[[], bool] = lambda: False) -> None:
    """Run the service until `stopping`; with `once`, until nothing is left to do.

    Raises:
        WorkspaceError: another instance holds the workspace; with `once`, also an inbox, an outbox or a disk
            that can't be used. Nothing is lost by that: what was taken is in the ledger.
        TemplateError: with `once`, a template can't be filled.
    """
    settings = tools.settings
    with only_instance(settings.state):
        tools.originals.sweep()
        settings.inbox.mkdir(parents=True, exist_ok=True)
        watch = Watch(settings.inbox, lambda key: tools.tell(tools.words.say(key, path=settings.inbox)))
        try:
            _rounds(tools, watch, once=once, stopping=stopping)
        finally:
            watch.stop()


def _rounds(tools: Tools, watch: Watch, *, once: bool, stopping: Callable[[], bool]) -> None:
    intake, shown, told = Intake(tools), False, ""
    while not stopping():
        try:
            changed = _round(tools, intake, shown)
            shown, told = True, ""
            if once and not changed and _nothing_left(tools, intake):
                return
        except TongketError as trouble:
            # A share that is away, a full disk or a locked file passes; the service waits for it.
            if once or not isinstance(trouble, WorkspaceError):
                raise
            sentence = tools.words.say(trouble.key, **trouble.values)
            if sentence != told:
                tools.tell(sentence)
                told = sentence
        watch.wait(_ONCE_SECONDS if once or intake.waiting() else tools.settings.scan_seconds)


def _round(tools: Tools, intake: Intake, shown: bool) -> bool:
    """One look at the inbox with all that follows from it; return whether anything changed."""
    before = [(file.path, file.reason) for file in intake.waiting()]
    taken = intake.look(time.monotonic())
    answered = answer_open(tools)
    published = publish_answers(tools)
    waiting_changed = [(file.path, file.reason) for file in intake.waiting()] != before
    changed = bool(taken or answered or published)
    if changed or waiting_changed or not shown:
        publish_dashboard(tools, board_of(tools, intake.waiting(), time.monotonic()))
    return changed


def _nothing_left(tools: Tools, intake: Intake) -> bool:
    stuck = [file for file in intake.waiting() if file.reason not in _PATIENT]
    if len(stuck) < len(intake.waiting()) or tools.ledger.open_claims():
        return False
    for file in stuck:
        tools.tell(tools.words.say(file.reason, name=file.path.name, path=file.path))
    return True
