"""`tongket init DIR`."""

from __future__ import annotations

from pathlib import Path

import click

from service.cli.speech import catalogue, say


@click.command(help=say("cli.help.init"))
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(directory: Path) -> None:
    """Make a workspace; nothing is overwritten."""
    from service.flow.workspaces import make_workspace  # noqa: PLC0415 - `--help` stays quick

    made, kept = make_workspace(directory, catalogue())
    click.echo(say("cli.init.made", count=len(made), root=directory))
    if kept:
        click.echo(say("cli.init.kept", count=len(kept)))
    click.echo(say("cli.init.next", inbox=directory / "inbox", root=directory))
