"""`tongket check PATH...`: judge files where they lie."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from service.model.examination import Examination, Finding
    from service.words import Words


@click.command(cls=Command, help=say("cli.help.check") + "\n\n" + say("cli.help.exit_check"))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=options.PATH)
@options.form
@options.workspace
def check(paths: tuple[Path, ...], form: str, workspace: Path | None) -> None:
    """Judge files; exit 0 where all are complete, 1 where something was found, 2 for a wrong call."""
    from service.flow.checking import check_files, files_of  # noqa: PLC0415 - `--help` stays quick
    from service.flow.comparing import beside_workspace  # noqa: PLC0415

    files = files_of(paths)
    rulebook, settings = options.rules_of(workspace)
    quiet = not sys.stderr.isatty()
    with click.progressbar(length=len(files), label=say("cli.check.progress"), file=sys.stderr, hidden=quiet) as bar:
        examinations = check_files(files, rulebook, settings.workers, lambda: bar.update(1))
    if workspace is not None:
        examinations = beside_workspace(examinations, settings, rulebook)
    if form == "json":
        _print_json(examinations)
    else:
        click.echo("\n".join(map(shown, _text(examinations, paths, catalogue(settings.language)))))
    sys.exit(1 if any(each.verdict != "complete" or each.findings for each in examinations) else 0)


def _print_json(examinations: list[Examination]) -> None:
    from service.answer import dump, to_object  # noqa: PLC0415 - `--help` stays quick

    click.echo(dump([to_object(examination) for examination in examinations], indent=1))


def _text(examinations: list[Examination], paths: tuple[Path, ...], words: Words) -> Iterator[str]:
    if not examinations:
        yield words.say("cli.check.nothing", paths=", ".join(str(path) for path in paths))
        return
    for examination in examinations:
        yield from _head(examination, words)
        yield from _findings(examination, words)
        yield ""
    counts = Counter(str(examination.verdict) for examination in examinations)
    names = ("complete", "gaps", "wrong_kind", "unreadable")
    yield words.say("cli.check.summary", files=len(examinations), **{name: counts[name] for name in names})


def _head(examination: Examination, words: Words) -> Iterator[str]:
    yield f"{examination.file.name}: {words.say(f'cli.verdict.{examination.verdict}').upper()}"
    if examination.unit:
        place = words.say(f"cli.place.{examination.unit.found_in}")
        yield "  " + words.say("cli.check.unit", unit=examination.unit.name, place=place)
    elif examination.kind:
        yield "  " + words.say("cli.check.no_unit")
    terms = examination.terms
    if terms.closing or terms.opening:
        yield "  " + words.say("cli.check.terms", closing=terms.closing or "–", opening=terms.opening or "–")
    for section in examination.sections:
        heading = f" ({section.heading})" if section.heading else ""
        name, status = words.say(f"cli.section.{section.id}"), words.say(f"cli.status.{section.status}")
        yield f"  - {name}: {status}{heading}"


def _findings(examination: Examination, words: Words) -> Iterator[str]:
    if not examination.findings:
        yield "  " + words.say("cli.check.none")
        return
    yield "  " + words.say("cli.check.findings", count=len(examination.findings))
    for number, finding in enumerate(examination.findings, 1):
        yield from _finding(number, finding, words)


def _finding(number: int, finding: Finding, words: Words) -> Iterator[str]:
    place = "" if finding.paragraph is None else f" ({words.say('cli.check.paragraph', number=finding.paragraph + 1)})"
    unsure = f" [{words.say('cli.check.unsure')}]" if finding.certainty == "check" else ""
    yield f"  {number}. {words.say(f'cli.severity.{finding.severity}')}: {finding.message}{place}{unsure}"
    if finding.quote and finding.quote not in finding.message:
        yield "     " + words.say("cli.check.quote", quote=finding.quote)
    yield "     " + words.say("cli.check.why", why=finding.why)
    yield "     " + words.say("cli.check.fix", fix=finding.fix)
