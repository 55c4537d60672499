"""`tongket rules check|test|explain`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Group
from service.cli.speech import catalogue, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from service.flow.rule_diff import Difference
    from service.flow.small_reports import SmallReport
    from service.model.rulebook import Rulebook
    from service.words import Words


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
    words = catalogue(settings.language)
    click.echo(words.say("cli.rules.good", pack=rulebook.name, **counts))
    for change in rulebook.changes:
        key = f"cli.rules.change_{change.action}"
        if change.action == "idle" and change.before:
            key = "cli.rules.change_idle_near"
        click.echo(words.say(key, file=change.file, line=change.line, rule=change.rule, value=change.value or "…",
                             before=change.before or "–"))  # fmt: skip
    lives = [*rulebook.findings.items(), *((rule.id, rule) for rule in (*rulebook.authorities, *rulebook.indicators))]
    for name, rule in lives:
        if rule.state != "active" or rule.effective_from or rule.effective_to:
            state = words.say(f"cli.rules.state_{rule.state}")
            since, until = rule.effective_from or "–", rule.effective_to or "–"
            click.echo(words.say("cli.rules.life", name=name, state=state, since=since, until=until))


@rules.command("test", help=say("cli.help.rules_test"))
@options.some_folder
@click.option("--phrases", is_flag=True, help=say("cli.help.rules_phrases"))
@click.option("--strict", is_flag=True, help=say("cli.help.rules_strict"))
def test(directory: Path | None, phrases: bool, strict: bool) -> None:
    """Run the examples of the pack; exit 1 where one is wrong, or a rule has none."""
    from service.flow.rule_tests import run_examples, untried  # noqa: PLC0415 - `--help` stays quick
    from service.flow.small_reports import small_reports  # noqa: PLC0415

    rulebook, settings = options.rules_of(directory)
    words = catalogue(settings.language)
    reports = small_reports(rulebook)
    failures = run_examples(rulebook, reports)
    for failure in failures:
        key = "cli.rules.fired_wrongly" if failure.fired else "cli.rules.did_not_fire"
        click.echo(words.say(key, example=failure.example, code=failure.code))
    lacking = untried(rulebook)
    for key, silent in (("cli.rules.never_fired", False), ("cli.rules.never_silent", True)):
        if names := [each.rule for each in lacking if each.silent is silent]:
            click.echo(words.say(key, rules=", ".join(names)))
    wrong = len({failure.example for failure in failures})
    click.echo(words.say("cli.rules.tested", count=len(reports) - wrong, wrong=wrong))
    if failures or lacking:
        sys.exit(1)
    if (phrases or strict) and not _try_phrases(rulebook, reports, words) and strict:
        sys.exit(1)


def _try_phrases(rulebook: Rulebook, reports: Sequence[SmallReport], words: Words) -> bool:
    """Tell which phrases no example needs; whether they are few enough."""
    from service.flow.mutation import try_variants  # noqa: PLC0415 - `--help` stays quick

    tried = try_variants(rulebook, reports)
    lists: dict[str, list[str]] = {}
    for variant in tried.idle:
        lists.setdefault(variant.rule, []).append(variant.phrase)
    for rule, idle in lists.items():
        click.echo(words.say("cli.rules.idle", rule=rule, phrases="; ".join(idle)))
    every = len(tried.needed) + len(tried.idle)
    least = rulebook.pack.phrases_tried
    click.echo(
        words.say("cli.rules.share", needed=len(tried.needed), every=every, share=f"{tried.share:.1f}", least=least)
    )
    return tried.share >= least


@rules.command("explain", help=say("cli.help.rules_explain"))
@click.argument("path", metavar="FILE", type=options.PATH)
@click.argument("rule", metavar="[RULE]", default="")
@options.workspace
@options.form
@click.option("--all", "everything", is_flag=True, help=say("cli.help.rules_all"))
def explain(path: Path, rule: str, workspace: Path | None, form: str, everything: bool) -> None:
    """Tell what was looked at in a file; RULE is a section, authority or indicator id, or a finding's code."""
    from service.answer import dump  # noqa: PLC0415 - `--help` stays quick
    from service.flow.explained import in_words  # noqa: PLC0415
    from service.flow.explaining import explain as explained  # noqa: PLC0415
    from service.flow.opening import must_open  # noqa: PLC0415

    must_open(path)
    rulebook, settings = options.rules_of(workspace)
    told = explained(path, rulebook, rule)
    if form == "json":
        click.echo(dump(told, indent=1))
        return
    for line in in_words(told, catalogue(settings.language), everything=everything):
        click.echo(line)


@rules.command("diff", help=say("cli.help.rules_diff"))
@click.argument("old", metavar="OLD", type=options.PATH, callback=options.a_folder)
@click.argument("new", metavar="NEW", type=options.PATH, callback=options.a_folder)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=options.PATH)
@options.workspace
@options.form
def diff(old: Path, new: Path, paths: tuple[Path, ...], workspace: Path | None, form: str) -> None:
    """Judge the stored originals, or the files named, by two packs; tell what would change."""
    from pathlib import Path  # noqa: PLC0415 - `--help` stays quick

    from service.answer import dump  # noqa: PLC0415
    from service.flow.checking import files_of  # noqa: PLC0415
    from service.flow.rule_diff import differences, named, stored  # noqa: PLC0415
    from service.rules import load as load_rules  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(workspace or Path())
    words = catalogue(settings.language)
    before, after = (load_rules(folder, settings.language, settings.round) for folder in (old, new))
    work = named(files_of(paths)) if paths else stored(settings)
    if form == "text":
        click.echo(words.say("cli.rules.diff_packs", before=before.name, after=after.name, count=len(work)))
    found = differences(work, before, after, settings)
    if form == "json":
        listed = [asdict(each) for each in found if each.any]
        click.echo(
            dump({"before": before.name, "after": after.name, "reports": len(found), "differ": listed}, indent=1)
        )
        return
    for difference in found:
        if difference.any:
            for line in _told(difference, words):
                click.echo(line)
    click.echo(_totals(found, words))


def _told(difference: Difference, words: Words) -> Iterator[str]:
    from service.words.showing import shown  # noqa: PLC0415 - `--help` stays quick

    yield f"{difference.unit or words.say('cli.unit.unknown')} | {shown(difference.file)}"
    before, after = difference.verdict
    if before != after:
        yield words.say("cli.rules.diff_verdict", before=words.say(f"cli.verdict.{before}"),
                        after=words.say(f"cli.verdict.{after}"))  # fmt: skip
    for section, was, now in difference.sections:
        yield words.say("cli.rules.diff_section", section=section, before=was or "–", after=now or "–")
    for trial, findings in ((False, difference.findings), (True, difference.trial)):
        for each in findings:
            key = "changes" if each.before and each.after else "goes" if each.before else "comes"
            about = f"{each.code}:{each.about}" if each.about else each.code
            more = words.say("cli.rules.diff_trial") if trial else ""
            quote = f" “{each.quote}”" if each.quote else ""
            yield (
                words.say(f"cli.rules.diff_{key}", code=f"{about}{quote}", before=each.before, after=each.after) + more
            )


def _totals(found: Sequence[Difference], words: Words) -> str:
    told = [each for difference in found for each in difference.findings]
    return words.say(
        "cli.rules.diff_total", reports=len(found), differ=sum(each.any for each in found),
        comes=sum(not each.before for each in told), goes=sum(not each.after for each in told),
        changes=sum(bool(each.before and each.after) for each in told),
        verdicts=sum(each.verdict[0] != each.verdict[1] for each in found),
    )  # fmt: skip
