"""`tongket doctor [DIR]`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say

if TYPE_CHECKING:
    from pathlib import Path

_COLOURS = {"ok": "green", "warn": "yellow", "bad": "red"}


@click.command(cls=Command, help=say("cli.help.doctor"))
@options.folder
def doctor(directory: Path) -> None:
    """Print every point that was looked at; exit 1 where something is to be mended."""
    from service.flow.doctoring import Health, examine_health  # noqa: PLC0415 - `--help` stays quick

    words = catalogue()
    bad = 0
    for point in examine_health(directory, words):
        label = click.style(words.say(f"cli.doctor.{point.health}"), fg=_COLOURS[point.health])
        click.echo(f"{label}: {point.sentence}")
        bad += point.health is Health.BAD
    click.echo(words.say("cli.doctor.some_bad", count=bad) if bad else words.say("cli.doctor.all_good"))
    sys.exit(1 if bad else 0)
