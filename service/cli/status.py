"""`tongket status [DIR]`: who has sent what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Command
from service.cli.speech import catalogue, say
from service.errors import RuleError
from service.outbox.phrasing.causes import accepted_points
from service.outbox.phrasing.versions import since
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from service.model.rulebook import Rulebook
    from service.model.standing import Board, Standing, Waiting
    from service.model.submission import Claim, Submission
    from service.settings import Settings
    from service.words import Words

_NAMED = 10
"""So many of the units that sent nothing are told by name."""


@click.command(cls=Command, help=say("cli.help.status"))
@options.folder
@options.form
@click.option("--trial", is_flag=True, help=say("cli.help.status_trial"))
def status(directory: Path, form: str, trial: bool) -> None:
    """Print how every unit stands."""
    from service.answer import dump  # noqa: PLC0415 - `--help` stays quick
    from service.flow.accepted import accepted_in_file, mistake  # noqa: PLC0415
    from service.flow.mail_health import notice_lines, notice_objects, read_notices  # noqa: PLC0415
    from service.flow.standing import read_board, status_object  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(directory)
    words = catalogue(settings.language)
    rulebook, refused = _rules(settings)
    problem = words.say("cli.run.rules_kept", pack=rulebook.name, problem=words.sentence(refused)) if refused else None
    board, notices = read_board(settings, rulebook), read_notices(settings)
    unheard = mistake(accepted_in_file(settings, rulebook)[1], words)
    if form == "json":
        rules = {"pack": rulebook.name, "problem": problem}
        mail = {"notices": notice_objects(notices), "waivers": {"problem": unheard or None}}
        click.echo(dump(status_object(board, words) | {"rules": rules} | mail, indent=1))
        return
    _print_table(board, words)
    if unheard:
        click.echo(unheard)
    for line in notice_lines(notices, rulebook, words):
        click.echo(line)
    click.echo(problem or words.say("dashboard.pack", pack=rulebook.name))
    if trial:
        _print_trial(board, words)


def _rules(settings: Settings) -> tuple[Rulebook, RuleError | None]:
    """The pack that lies in the workspace; where it can't be used, the one last in force, and why."""
    from service.flow.kept_rules import last_in_force  # noqa: PLC0415 - `--help` stays quick
    from service.flow.workspaces import rulebook_of  # noqa: PLC0415

    try:
        return rulebook_of(settings), None
    except RuleError as trouble:
        kept = last_in_force(settings)
        if kept is None:
            raise
        return kept, trouble


def _print_trial(board: Board, words: Words) -> None:
    """What rules on trial found: for reviewers, and nowhere in what a unit gets."""
    sent = [each for standing in board.standings for each in standing.submissions] + list(board.unassigned)
    for submission in sent:
        for found in submission.examination.trial if submission.examination else ():
            click.echo(words.say("cli.table.trial", file=shown(submission.claim.name), code=found.code,
                                 message=shown(found.message)))  # fmt: skip


def _print_table(board: Board, words: Words) -> None:
    sent = [standing for standing in board.standings if standing.latest is not None]
    if sent:
        _print_sent(sent, words)
    click.echo(words.say("cli.table.sent", sent=len(sent), owed=len(board.standings)))
    lacking = [standing.unit.association for standing in board.standings if standing.latest is None]
    if lacking:
        more = words.say("cli.table.more", count=len(lacking) - _NAMED) if len(lacking) > _NAMED else ""
        click.echo(words.say("cli.table.lacking", units="; ".join(lacking[:_NAMED]), more=more).rstrip())
    for standing in sent:
        for line in _news(standing, words):
            click.echo(line)
    for submission in board.unassigned:
        click.echo(words.say("cli.table.unassigned", file=_place(submission.claim), why=_why(submission)).rstrip())
    for file in board.waiting:
        click.echo(words.say("cli.table.waiting", file=_place(file), reason=words.say(file.reason)))


def _news(standing: Standing, words: Words) -> Iterator[str]:
    """What changed since the version before, what a newer file is, and what was accepted or no longer is."""
    lineage, newer = standing.lineage(standing.latest), standing.lineage(standing.note_latest)
    for one, key in ((lineage, "cli.table.since"), (newer, "cli.table.newer")):
        if one and (said := " ".join(since(one, words))):
            yield words.say(key, unit=standing.unit.association, file=shown(one.version.name), said=said)
    waiving, answered = standing.waiving, standing.examination
    if waiving.count and answered:
        count = accepted_points(answered.findings, waiving)
        yield words.say("cli.table.waived", unit=standing.unit.association, count=count)
    for lapsed in waiving.lapsed:
        why = words.say(f"rounds.lapse.{lapsed.lapse}")
        yield words.say("cli.table.lapsed", unit=standing.unit.association, finding=lapsed.waiver.finding, why=why)
    if waiving.proposals:
        yield words.say("cli.table.proposed", unit=standing.unit.association, count=len(waiving.proposals))


def _print_sent(sent: Sequence[Standing], words: Words) -> None:
    from rich.console import Console  # noqa: PLC0415 - only where a table is drawn
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False)
    for key in ("unit", "verdict", "received", "file"):
        table.add_column(words.say(f"cli.table.{key}"), overflow="fold")
    for standing in sent:
        verdict = words.say(f"cli.verdict.{standing.verdict or 'none'}")
        received = (standing.received or "")[:16].replace("T", " ")
        table.add_row(standing.unit.association, verdict, received, shown(standing.file or ""))
    Console(markup=False, highlight=False).print(table)


def _place(file: Claim | Waiting) -> str:
    return shown(f"{file.folder}/{file.name}".strip("/"))


def _why(submission: Submission) -> str:
    """What is wrong with a file that no unit can be told of, and what to do; empty where nothing was found."""
    findings = submission.examination.findings if submission.examination else ()
    return shown(f"{findings[0].message} {findings[0].fix}") if findings else ""
