"""`tongket round [DIR] [--unit ID]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command("round", cls=Command, help=say("cli.help.round"))
@options.folder
@click.option("--unit", "unit_id", metavar="ID", help=say("cli.help.round_unit"))
def round(directory: Path, unit_id: str | None) -> None:  # noqa: A001 - the command's name
    """Build the round reports in the outbox."""
    from service.flow.accepted import accepted_in_file, mistake  # noqa: PLC0415
    from service.flow.round_reports import report_round  # noqa: PLC0415 - `--help` stays quick
    from service.flow.tools import tools  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(directory)
    speech = catalogue(settings.language)
    with tools(settings, speech, click.echo) as means:
        if unheard := mistake(accepted_in_file(settings, means.rulebook)[1], speech):
            click.echo(unheard, err=True)
        for path in report_round(means, unit_id):
            click.echo(speech.say("cli.consolidate.written", path=path))
