"""`tongket rules check|test|explain`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from service.cli import options
from service.cli.speech import catalogue, say
from service.errors import UsageError


@click.group(help=say("cli.help.rules"))
def rules() -> None:
    """What can be done with rule packs."""


@rules.command("check", help=say("cli.help.rules_check"))
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path, file_okay=False))
def check(directory: Path | None) -> None:
    """Validate the pack of a workspace (or the default one)."""
    rulebook, settings = options.rules_of(directory)
    click.echo(
        catalogue(settings.language).say(
            "cli.rules.good", pack=rulebook.name, findings=len(rulebook.findings), sections=len(rulebook.sections),
            authorities=len(rulebook.authorities), indicators=len(rulebook.indicators), units=len(rulebook.registry.units),
        )
    )  # fmt: skip


@rules.command("test", help=say("cli.help.rules_test"))
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path, file_okay=False))
def test(directory: Path | None) -> None:
    """Run the examples of the pack; exit 1 where one is wrong."""
    from service.flow.rule_tests import never_fired, run_examples  # noqa: PLC0415 - `--help` stays quick

    rulebook, settings = options.rules_of(directory)
    words = catalogue(settings.language)
    if not rulebook.examples:
        click.echo(words.say("cli.rules.no_examples"))
        return
    failures = run_examples(rulebook)
    for failure in failures:
        key = "cli.rules.fired_wrongly" if failure.fired else "cli.rules.did_not_fire"
        click.echo(words.say(key, example=failure.example, code=failure.code))
    if unfired := never_fired(rulebook):
        click.echo(words.say("cli.rules.never_fired", codes=", ".join(unfired)))
    wrong = len({failure.example for failure in failures})
    click.echo(words.say("cli.rules.tested", count=len(rulebook.examples) - wrong, wrong=wrong))
    sys.exit(1 if failures else 0)


@rules.command("explain", help=say("cli.help.rules_explain"))
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("rule", metavar="[RULE]", default="")
@options.workspace
def explain(path: Path, rule: str, workspace: Path | None) -> None:
    """Tell what was looked at in a file; RULE is a section, authority or indicator id, or a finding's code."""
    from service.flow.explaining import explain as explained  # noqa: PLC0415 - `--help` stays quick

    if not path.is_file():
        raise UsageError("cli.error.no_such_path", path=path)
    rulebook, settings = options.rules_of(workspace)
    for line in explained(path, rulebook, catalogue(settings.language), rule):
        click.echo(line)
