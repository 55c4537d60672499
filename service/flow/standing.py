"""How the round stands, for whoever asks: from the ledger and the inbox to `tongket status`. Nothing is written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from service.errors import WorkspaceError
from service.flow.accepted import accepted_in_file
from service.flow.workspaces import ledger_file
from service.gaps import standings
from service.inbox.scan import survey
from service.inbox.seen import is_archive
from service.inbox.settling import CHANGING
from service.model.standing import Board, Waiting
from service.rounds.objects import lineage_object, waiving_object
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from service.model.comparison import Lineage
    from service.model.rulebook import Rulebook
    from service.model.standing import Standing
    from service.model.submission import Submission
    from service.settings import Settings
    from service.words import Words

UNLISTED = "cli.waiting.unlisted"


def read_board(settings: Settings, rulebook: Rulebook) -> Board:
    """The board as anyone may read it, whether or not the service runs, or the file of waivers is right."""
    submissions: tuple[Submission, ...] = ()
    waivers, _ = accepted_in_file(settings, rulebook)
    file = ledger_file(settings)
    if file.exists():
        from service.ledger.sql import SqlLedger  # noqa: PLC0415 - a fresh workspace needs no database

        with SqlLedger(file) as ledger:
            submissions, waivers = ledger.submissions(), (*waivers, *ledger.waivers())
    lying, today = _lying(settings, submissions), datetime.now().astimezone().date()
    return standings(rulebook.registry, submissions, lying, settings.round, waivers=waivers, today=today)


def unlisted(inbox: Path, folders: Iterable[Path], moment: datetime) -> list[Waiting]:
    """Folders of the inbox that can't be looked into, as things that wait."""
    since = moment.isoformat(timespec="seconds")
    return [Waiting(shown(path.relative_to(inbox).as_posix()), "", UNLISTED, since) for path in folders]


def _lying(settings: Settings, submissions: Iterable[Submission]) -> list[Waiting]:
    """What lies in the inbox and isn't in the ledger."""
    submissions = tuple(submissions)
    taken = {(each.claim.folder, each.claim.name): each.claim.bytes for each in submissions}
    archives = {folder for each in submissions for folder in _upwards(each.claim.folder) if is_archive(folder)}
    try:
        seen = survey(settings.inbox, settings.ignore, settings.release_folder)
    except WorkspaceError:
        return []  # what is known is still worth telling; `doctor` tells of the inbox
    files = [
        Waiting(shown(file.name), shown(file.folder), CHANGING, _moment(file.stamp.mtime_ns / 1e9))
        for file in seen.files
        if taken.get((file.folder, file.name)) != file.stamp.size
        and f"{file.folder}/{file.name}".strip("/") not in archives
    ]
    return files + unlisted(settings.inbox, seen.unlisted, datetime.now().astimezone())


def _upwards(folder: str) -> Iterator[str]:
    """A folder and those that it lies in."""
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def status_object(board: Board, words: Words) -> dict[str, Any]:
    """The object of `tongket status --format json`."""
    return {
        "units": [_unit_row(standing) for standing in board.standings],
        "unassigned": [_file_row(submission) for submission in board.unassigned],
        "waiting": [
            {"file": f"{each.folder}/{each.name}".strip("/"), "reason": words.say(each.reason), "since": each.since}
            for each in board.waiting
        ],
    }


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
        "round": standing.round,
        **_rounds(standing.lineage(standing.latest), standing.lineage(standing.note_latest)),
        "waivers": waiving_object(standing.waiving),
    }


def _rounds(lineage: Lineage | None, newer: Lineage | None) -> dict[str, Any]:
    """What changed since the version before the one that speaks; and what a newer file is that doesn't."""
    return {
        "comparison": lineage_object(lineage) if lineage else None,
        "newer": lineage_object(newer) if newer else None,
    }


def _file_row(submission: Submission) -> dict[str, Any]:
    claim, examination = submission.claim, submission.examination
    return {
        "file": shown(f"{claim.folder}/{claim.name}".strip("/")),
        "received": claim.received,
        "verdict": examination.verdict if examination else None,
        "findings": [finding.code for finding in examination.findings] if examination else [],
    }
