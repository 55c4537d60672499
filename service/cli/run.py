"""`tongket run [DIR] [--once]`: the service."""

from __future__ import annotations

import logging
import signal
import threading
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from service.flow.tools import Tools


@click.command(cls=Command, help=say("cli.help.run"))
@options.folder
@click.option("--once", is_flag=True, help=say("cli.help.once"))
@click.option("--again", is_flag=True, help=say("cli.help.again"))
def run(directory: Path, once: bool, again: bool) -> None:
    """Take what lies in the inbox, then watch; with --once end when nothing is left to do."""
    from service.flow.service import serve  # noqa: PLC0415 - `--help` stays quick
    from service.flow.tools import tools  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    # What libraries log is for their makers; with no handler at all it would stand between our own sentences.
    logging.getLogger().addHandler(logging.NullHandler())
    settings = load(directory)
    stop = threading.Event()
    _stop_on_signals(stop)
    with tools(settings, catalogue(settings.language), click.echo) as means:
        if not once:
            means.say("cli.run.started", inbox=settings.inbox, outbox=settings.outbox)
        serve(means, once=once, again=again, stop=stop)
        if stop.is_set():
            means.say("cli.run.stopped")
        else:
            _tell_end(means)


def _tell_end(means: Tools) -> None:
    from service.flow.standing import read_board  # noqa: PLC0415

    board = read_board(means.settings, means.rulebook)
    sent = [*board.unassigned, *(each for standing in board.standings for each in standing.submissions)]
    judged = sum(submission.examination is not None for submission in sent)
    page = means.settings.outbox / "index.html"
    means.say("cli.run.done", judged=judged, waiting=len(board.waiting), page=page)


def _stop_on_signals(stop: threading.Event) -> None:
    """End after the present files: what isn't judged yet stays in the ledger for the next run.

    The same signal once more ends the process at once; nothing is lost by that either.
    """

    def ask(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, before[number])
        stop.set()

    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)]
    before = {number: signal.signal(number, ask) for number in numbers}
