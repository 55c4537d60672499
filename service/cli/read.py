"""`tongket read PATH`: what the program sees in a file, before it judges anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import say

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=say("cli.help.read") + "\n\n" + say("cli.help.exit_read"))
@click.argument("path", metavar="PATH", type=options.PATH)
@options.form
def read(path: Path, form: str) -> int:
    """Show a file as it is read; exit 1 where it can't be."""
    from service.cli.reading import show  # noqa: PLC0415 - `--help` stays quick

    return show(path, form)
