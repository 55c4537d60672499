"""`tongket trace [WHAT] [--total ID]`: where a part of the consolidated report comes from."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say
from service.errors import UsageError
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from service.flow.trails import Trail
    from service.model.unit import Registry
    from service.outbox.phrasing.names import Names
    from service.words import Words


@click.command(cls=Command, help=say("cli.help.trace"))
@click.argument("what", metavar="[WHAT]", default="")
@click.option("--total", "indicator", metavar="ID", help=say("cli.help.total"))
@click.option("--file", "file", metavar="FILE", type=options.PATH, help=say("cli.help.traced_file"))
@click.option("--unit", "unit_id", metavar="ID", help=say("cli.help.unit"))
@click.option("--workspace", metavar="DIR", default=".", type=options.PATH, help=say("cli.help.workspace"))
@options.form
def trace(
    *, what: str, indicator: str | None, file: Path | None, unit_id: str | None, workspace: Path, form: str
) -> None:
    """Tell the unit, file, paragraph and words that a block, a phrase or a total comes from."""
    from service.flow.trails import newest_report, remembered, total_trails, trails  # noqa: PLC0415 - help stays quick
    from service.flow.workspaces import rulebook_of  # noqa: PLC0415
    from service.outbox.phrasing.names import Names  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    if bool(what.strip()) == bool(indicator):
        raise UsageError("city_report.trace.what")
    settings = load(workspace)
    speech = catalogue(settings.language)
    rulebook = rulebook_of(settings)
    top = rulebook.registry.top
    memory = remembered(file or newest_report(settings.outbox, unit_id or (top.id if top else "")))
    found = total_trails(memory, rulebook.registry, indicator) if indicator else trails(memory, what)
    if not found:
        raise UsageError("city_report.trace.nothing", what=shown(indicator or what))
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    _tell(found, rulebook.registry, Names(speech, rulebook), speech)


def _tell(found: Sequence[Trail], registry: Registry, names: Names, speech: Words) -> None:
    from service.outbox.phrasing.numbers import figure  # noqa: PLC0415 - only where text is asked for
    from service.outbox.phrasing.units import unit_name  # noqa: PLC0415

    for trail in found:
        head = shown(trail.title)
        if trail.figure:
            name, _, kind = trail.figure.partition(".")
            measure = trail.sources[0].measure
            value = (
                speech.say("city_report.figure.never") if trail.total is None else figure(trail.total, measure, speech)
            )
            told = speech.say(f"city_report.kind.{kind}").lower()
            head = speech.say("city_report.trace.figure", indicator=names.indicator(name), kind=told, value=value)
        click.echo(f"{head} [{trail.code}]")
        for source in trail.sources:
            unit = registry.get(source.unit)
            parts = [unit_name(unit, speech) if unit else source.unit]
            if source.paragraph is not None:
                parts.append(speech.say("city_report.paragraph", number=source.paragraph + 1))
            click.echo(f"  - {', '.join(parts)} | {shown(source.file)} | {source.sha256}")
            if source.words:
                click.echo(f"    “{shown(source.words)}”")
