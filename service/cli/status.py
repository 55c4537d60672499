"""`tongket status [DIR]`: who has sent what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say

if TYPE_CHECKING:
    from pathlib import Path

    from service.model.standing import Board
    from service.words import Words


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
    from rich.console import Console  # noqa: PLC0415 - only where a table is drawn
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False)
    for key in ("unit", "verdict", "received", "file"):
        table.add_column(words.say(f"cli.table.{key}"), overflow="fold")
    sent = [standing for standing in board.standings if standing.latest is not None]
    for standing in sent:
        verdict = words.say(f"cli.verdict.{standing.verdict or 'none'}")
        table.add_row(
            standing.unit.association, verdict, (standing.received or "")[:16].replace("T", " "), standing.file
        )
    Console(markup=False, highlight=False).print(table)
    click.echo(words.say("cli.table.sent", sent=len(sent), owed=len(board.standings)))
    for submission in board.unassigned:
        click.echo(words.say("cli.table.unassigned", file=submission.claim.name))
    for file in board.waiting:
        click.echo(words.say("cli.table.waiting", file=file.name))
