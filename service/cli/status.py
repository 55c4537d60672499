"""`tongket status [DIR]`: who has sent what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say
from service.inbox.seen import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from service.model.standing import Board, Standing, Waiting
    from service.model.submission import Claim, Submission
    from service.words import Words

_NAMED = 10
"""So many of the units that sent nothing are told by name."""


@click.command(cls=Command, help=say("cli.help.status"))
@options.folder
@options.form
def status(directory: Path, form: str) -> None:
    """Print how every unit stands."""
    from service.answer import dump  # noqa: PLC0415 - `--help` stays quick
    from service.flow.standing import read_board, status_object  # noqa: PLC0415
    from service.flow.workspaces import rulebook_of  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(directory)
    words = catalogue(settings.language)
    board = read_board(settings, rulebook_of(settings))
    if form == "json":
        click.echo(dump(status_object(board, words), indent=1))
    else:
        _print_table(board, words)


def _print_table(board: Board, words: Words) -> None:
    sent = [standing for standing in board.standings if standing.latest is not None]
    if sent:
        _print_sent(sent, words)
    click.echo(words.say("cli.table.sent", sent=len(sent), owed=len(board.standings)))
    lacking = [standing.unit.association for standing in board.standings if standing.latest is None]
    if lacking:
        more = words.say("cli.table.more", count=len(lacking) - _NAMED) if len(lacking) > _NAMED else ""
        click.echo(words.say("cli.table.lacking", units="; ".join(lacking[:_NAMED]), more=more).rstrip())
    for submission in board.unassigned:
        click.echo(
            words.say("cli.table.unassigned", file=shown(_place(submission.claim)), why=_why(submission)).rstrip()
        )
    for file in board.waiting:
        click.echo(words.say("cli.table.waiting", file=_place(file), reason=words.say(file.reason)))


def _print_sent(sent: Sequence[Standing], words: Words) -> None:
    from rich.console import Console  # noqa: PLC0415 - only where a table is drawn
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False)
    for key in ("unit", "verdict", "received", "file"):
        table.add_column(words.say(f"cli.table.{key}"), overflow="fold")
    for standing in sent:
        verdict = words.say(f"cli.verdict.{standing.verdict or 'none'}")
        received = (standing.received or "")[:16].replace("T", " ")
        table.add_row(standing.unit.association, verdict, received, shown(standing.file or ""))
    Console(markup=False, highlight=False).print(table)


def _place(file: Claim | Waiting) -> str:
    return f"{file.folder}/{file.name}".strip("/")


def _why(submission: Submission) -> str:
    """What is wrong with a file that no unit can be told of, and what to do; empty where nothing was found."""
    findings = submission.examination.findings if submission.examination else ()
    return f"{findings[0].message} {findings[0].fix}" if findings else ""
