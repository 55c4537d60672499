"""`tongket read PATH`: what the program sees in a file, before it judges anything."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say
from service.errors import UnreadableReport
from service.words.showing import shown

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=say("cli.help.read") + "\n\n" + say("cli.help.exit_read"))
@click.argument("path", metavar="PATH", type=options.PATH)
@options.form
def read(path: Path, form: str) -> None:
    """Show a file as it is read; exit 1 where it can't be."""
    from service.cli import view  # noqa: PLC0415 - `--help` stays quick
    from service.flow.opening import must_open, open_report  # noqa: PLC0415
    from service.outline import outline, parted  # noqa: PLC0415

    must_open(path)
    try:
        manuscript = open_report(path.read_bytes(), path.name)
    except UnreadableReport as trouble:
        click.echo(say("cli.error.prefix", message=_reason(trouble)), err=True)
        sys.exit(1)
    lines, origin = parted(manuscript)
    structure = outline(lines)
    if origin is not None:
        from service.flow.tracing import traced_outline  # noqa: PLC0415

        structure = traced_outline(structure, origin)
    if form == "json":
        import json  # noqa: PLC0415

        click.echo(json.dumps(view.to_object(path.name, manuscript, structure), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(map(shown, view.lines(path.name, manuscript, structure, catalogue()))))


def _reason(trouble: UnreadableReport) -> str:
    """Why a file can't be read and what to do, in the words that the rule pack has for it."""
    from service.check.documents.traits import unreadable  # noqa: PLC0415 - only where a file can't be read

    finding = unreadable(options.rules_of(None)[0], trouble)
    return f"{finding.message} {finding.fix}"
