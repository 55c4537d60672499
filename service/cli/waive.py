"""`tongket waive UNIT FINDING --reason … --by …`, `tongket waive list`, `tongket waive remove`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from service.cli import options
from service.cli.plain import Group
from service.cli.speech import catalogue, say
from service.errors import UsageError
from service.outbox.phrasing.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from service.model.standing import Board
    from service.model.waiver import Lapsed, Waiver
    from service.words import Words

_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


class _Waive(Group):
    """A group whose plain call accepts a finding."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; anything that is no command's name begins with a unit."""
        if self.get_command(ctx, args[0]) is None:
            return "accept", accept, args
        return super().resolve_command(ctx, args)


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    for form in _DAYS:
        try:
            return datetime.strptime(value.strip(), form).date()  # noqa: DTZ007  # a day of the office's calendar
        except ValueError:
            continue
    raise UsageError("cli.waive.bad_day", value=value)


def _words(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not value.strip():
        raise UsageError("cli.waive.empty")
    return " ".join(value.split())


_place = click.option(
    "--workspace", "directory", metavar="DIR", type=options.PATH, default=".", help=say("cli.help.workspace")
)
_by = click.option("--by", metavar="NAME", required=True, callback=_words, help=say("cli.help.waive_by"))


@click.group(cls=_Waive, help=say("cli.help.waive"))
def waive() -> None:
    """Accept findings, and see or take back what was accepted."""


@waive.command("accept", help=say("cli.help.waive_accept"))
@click.argument("unit", metavar="UNIT")
@click.argument("finding", metavar="FINDING")
@click.option("--reason", metavar="TEXT", required=True, callback=_words, help=say("cli.help.waive_reason"))
@_by
@click.option("--until", metavar="DATE", callback=_day, help=say("cli.help.waive_until"))
@_place
def accept(unit: str, finding: str, *, reason: str, by: str, until: date | None, directory: Path) -> None:
    """Accept one finding of a unit's report."""
    from service.flow.clock import now  # noqa: PLC0415
    from service.flow.standing import read_board  # noqa: PLC0415 - `--help` stays quick
    from service.flow.waivers import accept as remember  # noqa: PLC0415
    from service.flow.workspaces import ledger_file, rulebook_of  # noqa: PLC0415
    from service.ledger.sql import SqlLedger  # noqa: PLC0415
    from service.model.waiver import Waiver  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings, moment = load(directory), now()
    if until is not None and until.isoformat() < moment[:10]:
        raise UsageError("cli.waive.past", day=until.isoformat())
    board = read_board(settings, rulebook_of(settings))
    with SqlLedger(ledger_file(settings)) as ledger:
        kept = remember(ledger, board, unit, finding, Waiver("", "", reason, by, until, moment))
    words = catalogue(settings.language)
    click.echo(words.say("cli.waive.done", number=kept.number, finding=kept.finding, message=kept.message))


@waive.command("list", help=say("cli.help.waive_list"))
@options.folder
@options.form
def listed(directory: Path, form: str) -> None:
    """Print everything that was accepted or asked for, and how it stands."""
    from service.answer import dump  # noqa: PLC0415 - `--help` stays quick
    from service.flow.standing import read_board  # noqa: PLC0415
    from service.flow.workspaces import rulebook_of  # noqa: PLC0415
    from service.rounds.objects import waiving_object  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(directory)
    board = read_board(settings, rulebook_of(settings))
    if form == "json":
        rows = {one.unit.id: waiving_object(one.waiving) for one in board.standings}
        click.echo(dump({unit: row for unit, row in rows.items() if any(row.values())}, indent=1))
        return
    lines = list(_lines(board, catalogue(settings.language)))
    click.echo("\n".join(lines) if lines else say("cli.waive.none"))


@waive.command("remove", help=say("cli.help.waive_remove"))
@click.argument("number", metavar="NUMBER", type=int)
@_by
@_place
def remove(number: int, by: str, directory: Path) -> None:
    """Take a waiver back; the ledger keeps who gave it and who took it back."""
    from service.flow.clock import now  # noqa: PLC0415 - `--help` stays quick
    from service.flow.workspaces import ledger_file  # noqa: PLC0415
    from service.ledger.sql import SqlLedger  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(directory)
    with SqlLedger(ledger_file(settings)) as ledger:
        ledger.withdraw(number, by, now())
    click.echo(catalogue(settings.language).say("cli.waive.removed", number=number))


def _lines(board: Board, words: Words) -> Iterator[str]:
    for standing in board.standings:
        waiving = standing.waiving
        accepted = [_line(one, "", words) for one in waiving.accepted if one]
        lapsed = [_line(one.waiver, _lapse(one, words), words) for one in waiving.lapsed]
        asked = [_line(one, words.say("cli.waive.proposed"), words) for one in waiving.proposals]
        if accepted or lapsed or asked:
            yield standing.unit.association
            yield from (f"  {line}" for line in (*accepted, *lapsed, *asked))


def _line(waiver: Waiver, state: str, words: Words) -> str:
    name = str(waiver.number) if waiver.number else waiver.place
    until = words.say("rounds.waived.until", day=short_date(waiver.until.isoformat(), words)) if waiver.until else ""
    line = f"{name}  {waiver.finding}  {waiver.reason} ({waiver.by}{until})"
    return f"{line} – {state}" if state else line


def _lapse(lapsed: Lapsed, words: Words) -> str:
    said = words.say(f"rounds.lapse.{lapsed.lapse}")
    return f"{said} ({lapsed.now})" if lapsed.now else said
