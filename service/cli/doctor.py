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

    from service.words import Words

_COLOURS = {"ok": "green", "warn": "yellow", "bad": "red"}


@click.command(cls=Command, help=say("cli.help.doctor"))
@options.folder
@click.option("--mail", "probe_to", metavar="TO", help=say("cli.help.doctor_mail"))
def doctor(directory: Path, probe_to: str | None) -> None:
    """Print every point that was looked at; exit 1 where something is to be mended."""
    from service.flow.doctoring import Health, examine_health  # noqa: PLC0415 - `--help` stays quick

    words = catalogue()
    bad = looked = 0
    for point in examine_health(directory, words):
        label = click.style(words.say(f"cli.doctor.{point.health}"), fg=_COLOURS[point.health])
        click.echo(f"{label}: {point.sentence}")
        bad += point.health is Health.BAD
        looked += point.health is Health.WARN
    bad += probe_to is not None and _probe(directory, probe_to, words)
    key = "some_bad" if bad else "some_warn" if looked else "all_good"
    click.echo(words.say(f"cli.doctor.{key}", count=bad or looked))
    sys.exit(1 if bad else 0)


def _probe(directory: Path, to: str, words: Words) -> bool:
    """Send a test message; whether it didn't go."""
    from service.flow.mail_health import probe  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    health, sentence = probe(load(directory), words, to)
    label = click.style(words.say(f"cli.doctor.{health}"), fg=_COLOURS[health])
    click.echo(f"{label}: {sentence}")
    return health == "bad"
