"""`tongket consolidate [DIR] [--unit ID] [--update FILE]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say
from service.errors import UsageError
from service.words.showing import shown

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools


@click.command(cls=Command, help=say("cli.help.consolidate"))
@options.folder
@click.option("--unit", "unit_id", metavar="ID", help=say("cli.help.unit"))
@click.option("--update", "file", metavar="FILE", type=options.PATH, help=say("cli.help.update"))
def consolidate(directory: Path, unit_id: str | None, file: Path | None) -> None:
    """Build the consolidated outputs of a unit in the outbox, or bring a drafter's report up to date."""
    from service.flow.city_round import consolidate_unit  # noqa: PLC0415 - `--help` stays quick
    from service.flow.tools import tools  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    if unit_id and file:
        raise UsageError("cli.consolidate.unit")
    settings = load(directory)
    speech = catalogue(settings.language)
    with tools(settings, speech, click.echo) as means:
        if file is not None:
            _update(means, file)
            return
        for path in consolidate_unit(means, unit_id):
            click.echo(speech.say("cli.consolidate.written", path=path))


def _update(means: Tools, file: Path) -> None:
    from service.flow.updating import update_report  # noqa: PLC0415 - only where it's asked for
    from service.outbox.city.trail import ORDER  # noqa: PLC0415

    done, say_ = update_report(means, file), means.speech.say
    for fate in ORDER:
        found = [change for change in done.changes if change.fate is fate]
        if found:
            click.echo(say_(f"city_report.fate.{fate}", count=len(found)))
            for change in found:
                click.echo(f"  - {shown(change.title)} [{change.code}]")
    if done.report is None:
        click.echo(say_("cli.consolidate.nothing_new", file=shown(file.name)))
        return
    click.echo(say_("cli.consolidate.updated", path=done.report, file=shown(file.name)))
    for page in done.pages:
        click.echo(say_("cli.consolidate.written", path=page))
