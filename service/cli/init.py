"""`tongket init DIR`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=say("cli.help.init"))
@options.new_folder
def init(directory: Path) -> None:
    """Make a workspace; nothing is overwritten."""
    from service.flow.workspaces import make_workspace  # noqa: PLC0415 - `--help` stays quick

    made, kept = make_workspace(directory, catalogue())
    click.echo(say("cli.init.made", count=len(made), root=directory))
    if kept:
        click.echo(say("cli.init.kept", count=len(kept)))
    click.echo(say("cli.init.next", inbox=directory / "inbox", root=directory))
