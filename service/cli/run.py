"""`tongket run [DIR] [--once]`: the service."""

from __future__ import annotations

import signal
import threading
from pathlib import Path

import click

from service.cli import options
from service.cli.speech import catalogue, say


@click.command(help=say("cli.help.run"))
@options.folder
@click.option("--once", is_flag=True, help=say("cli.help.once"))
def run(directory: Path, once: bool) -> None:
    """Take what lies in the inbox, then watch; with --once end when nothing is left to do."""
    from service.flow.boards import read_board  # noqa: PLC0415 - `--help` stays quick
    from service.flow.service import serve  # noqa: PLC0415
    from service.flow.tools import tools  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(directory)
    words = catalogue(settings.language)
    stop = threading.Event()
    _stop_on_signals(stop)
    with tools(settings, _tell) as means:
        if not once:
            _tell(words.say("cli.run.started", inbox=settings.inbox, outbox=settings.outbox))
        serve(means, once=once, stopping=stop.is_set)
        board = read_board(settings, means.rulebook)
        judged = sum(1 for submission in means.ledger.submissions() if submission.examination)
    if stop.is_set():
        _tell(words.say("cli.run.stopped"))
    else:
        page = settings.outbox / "index.html"
        _tell(words.say("cli.run.done", judged=judged, waiting=len(board.waiting), page=page))


def _tell(sentence: str) -> None:
    click.echo(sentence)


def _stop_on_signals(stop: threading.Event) -> None:
    """End after the present file: what is being judged stays in the ledger and is done by the next run."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: stop.set())
