"""How the round stands: from the ledger and the inbox to the dashboard and to `tongket status`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from service.errors import WorkspaceError
from service.flow.tools import LEDGER, now
from service.gaps import standings
from service.inbox import settling
from service.inbox.scan import survey
from service.inbox.seen import shown
from service.ledger.sql import SqlLedger
from service.model.standing import Board, Waiting
from service.outbox.dashboard import dashboard
from service.outbox.publish import publish

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from service.flow.tools import Tools
    from service.model.rulebook import Rulebook
    from service.model.standing import Standing
    from service.model.submission import Submission
    from service.settings import Settings
    from service.words import Words

CONSOLIDATED = "tong-hop"


def board_of(tools: Tools, waiting: Iterable[settling.Waiting], clock: float) -> Board:
    """The board of a running service."""
    settings, moment = tools.settings, datetime.fromisoformat(now())
    files = [_waiting(settings.inbox, each, moment - timedelta(seconds=clock - each.since)) for each in waiting]
    return standings(tools.rulebook.registry, tools.ledger.submissions(), files, settings.round)


def _waiting(inbox: Path, file: settling.Waiting, since: datetime) -> Waiting:
    folder = file.path.parent.relative_to(inbox).as_posix()
    name, folder = shown(file.path.name), "" if folder == "." else shown(folder)
    return Waiting(name, folder, file.reason, since.isoformat(timespec="seconds"))


def publish_dashboard(tools: Tools, board: Board, pages: Collection[str] | None = None) -> None:
    """Bring the dashboard up to date; readers see the old page or the new one."""
    settings = tools.settings
    files = dashboard(
        settings.templates, board, tools.rulebook.registry, tools.words, now(),
        consolidated(settings.outbox, tools.rulebook, tools.words), gathered=settings.round, pages=pages,
    )  # fmt: skip
    for path, data in files.items():
        publish(settings.outbox, path, data)


def consolidated(outbox: Path, rulebook: Rulebook, words: Words) -> tuple[tuple[str, str], ...]:
    """The consolidated outputs that lie in the outbox, the newest version of each: what it is, and its path."""
    found = []
    for folder in sorted(outbox.rglob(CONSOLIDATED)) if outbox.is_dir() else ():
        unit_id = ".".join(folder.parent.relative_to(outbox).parts)
        unit = rulebook.registry.get(unit_id)
        if unit is None or not folder.is_dir():
            continue
        for stem, key in (("bao-cao-tong-hop", "cli.output.report"), ("so-lieu", "cli.output.workbook")):
            files = sorted(folder.glob(f"{stem}*"), key=lambda file: (len(file.name), file.name))
            if files:
                path = files[-1].relative_to(outbox).as_posix()
                found.append((words.say(key, unit=unit.association), path))
    return tuple(found)


def read_board(settings: Settings, rulebook: Rulebook) -> Board:
    """The board as anyone may read it, whether or not the service runs; nothing is written."""
    file = settings.state / LEDGER
    submissions: tuple[Submission, ...] = ()
    if file.exists():
        with SqlLedger(file) as ledger:
            submissions = ledger.submissions()
    return standings(rulebook.registry, submissions, _lying(settings, submissions), settings.round)


def _lying(settings: Settings, submissions: Iterable[Submission]) -> list[Waiting]:
    """What lies in the inbox and isn't in the ledger."""
    taken = {(each.claim.folder, each.claim.name): each.claim.bytes for each in submissions}
    try:
        files = survey(settings.inbox, settings.ignore, settings.release_folder).files
    except WorkspaceError:
        return []
    lying = [file for file in files if taken.get((file.folder, file.name)) != file.stamp.size]
    return [
        Waiting(
            shown(file.name), shown(file.folder), settling.CHANGING,
            datetime.fromtimestamp(file.stamp.mtime_ns / 1e9).astimezone().isoformat(timespec="seconds"),
        )
        for file in lying
    ]  # fmt: skip


def status_object(board: Board, words: Words) -> dict[str, Any]:
    """The object of `tongket status --format json`."""
    return {
        "units": [_unit_row(standing) for standing in board.standings],
        "unassigned": [_file_row(submission) for submission in board.unassigned],
        "waiting": [
            {"file": f"{w.folder}/{w.name}".strip("/"), "reason": words.say(w.reason) if words.has(w.reason) else w.reason,
             "since": w.since}
            for w in board.waiting
        ],
    }  # fmt: skip


def _unit_row(standing: Standing) -> dict[str, Any]:
    return {
        "id": standing.unit.id,
        "name": standing.unit.association,
        "level": standing.unit.level,
        "state": standing.state,
        "verdict": standing.verdict,
        "received": standing.received,
        "file": shown(standing.file) if standing.file else None,
        "submissions": len(standing.submissions),
    }


def _file_row(submission: Submission) -> dict[str, Any]:
    claim, examination = submission.claim, submission.examination
    return {
        "file": shown(f"{claim.folder}/{claim.name}".strip("/")),
        "received": claim.received,
        "verdict": examination.verdict if examination else None,
        "findings": [finding.code for finding in examination.findings] if examination else [],
    }
