"""`tongket rules check|test|explain`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Group
from service.cli.speech import catalogue, say

if TYPE_CHECKING:
    from pathlib import Path


@click.group(cls=Group, help=say("cli.help.rules"))
def rules() -> None:
    """What can be done with rule packs."""


@rules.command("check", help=say("cli.help.rules_check"))
@options.some_folder
def check(directory: Path | None) -> None:
    """Validate the pack of a workspace (or the default one)."""
    rulebook, settings = options.rules_of(directory)
    counts = {
        "findings": len(rulebook.findings),
        "sections": len(rulebook.sections),
        "authorities": len(rulebook.authorities),
        "indicators": len(rulebook.indicators),
        "units": len(rulebook.registry.units),
    }
    click.echo(catalogue(settings.language).say("cli.rules.good", pack=rulebook.name, **counts))


@rules.command("test", help=say("cli.help.rules_test"))
@options.some_folder
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
@click.argument("path", metavar="FILE", type=options.PATH)
@click.argument("rule", metavar="[RULE]", default="")
@options.workspace
def explain(path: Path, rule: str, workspace: Path | None) -> None:
    """Tell what was looked at in a file; RULE is a section, authority or indicator id, or a finding's code."""
    from service.flow.checking import must_open  # noqa: PLC0415 - `--help` stays quick
    from service.flow.explaining import explain as explained  # noqa: PLC0415

    must_open(path)
    rulebook, settings = options.rules_of(workspace)
    for line in explained(path, rulebook, catalogue(settings.language), rule):
        click.echo(line)
