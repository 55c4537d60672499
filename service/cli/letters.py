"""`tongket letters [DIR] [--unit ID] [--to ID]...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say
from service.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=say("cli.help.letters"))
@options.folder
@click.option("--unit", "sender", metavar="ID", help=say("cli.help.letters_unit"))
@click.option("--to", metavar="ID", multiple=True, help=say("cli.help.letters_to"))
def letters(directory: Path, sender: str | None, to: tuple[str, ...]) -> None:
    """Draft the reminder letters that are due."""
    from service.flow.accepted import accepted_in_file, mistake  # noqa: PLC0415
    from service.flow.letters import draft_letters  # noqa: PLC0415 - `--help` stays quick
    from service.flow.tools import tools  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    if sender and to:
        raise UsageError("reminder.unit_or_to")
    settings = load(directory)
    speech = catalogue(settings.language)
    with tools(settings, speech, click.echo) as means:
        if unheard := mistake(accepted_in_file(settings, means.rulebook)[1], speech):
            click.echo(unheard, err=True)
        done = draft_letters(means, sender, to)
    for key in ("written", "kept", "removed"):
        for path in getattr(done, key):
            click.echo(speech.say(f"reminder.said.{key}", path=settings.outbox / path))
    for line in done.left:
        click.echo(speech.say("reminder.said.left", line=line))
    counts = {"written": len(done.written), "kept": len(done.kept), "left": len(done.left)}
    click.echo(
        speech.say("reminder.said.done", **counts) if any(counts.values()) else speech.say("reminder.said.nothing")
    )
