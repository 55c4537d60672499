"""`tongket doctor`: what is wrong with the installation or the workspace, and how to mend it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from service import office
from service.defaults import folder
from service.errors import TongketError
from service.flow.accepted import accepted_in_file, mistake
from service.flow.workspaces import ledger_file, rulebook_of
from service.inbox.scan import survey
from service.settings import FILE, load
from service.words import words as words_of
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.rulebook import Rulebook
    from service.settings import Settings
    from service.words import Words

_LIBRARIES = {
    "spacy": "spacy",
    "python-docx": "docx",
    "docxtpl": "docxtpl",
    "lxml": "lxml.etree",
    "rapidfuzz": "rapidfuzz",
    "watchdog": "watchdog.observers",
    "SQLAlchemy": "sqlalchemy",
    "XlsxWriter": "xlsxwriter",
}
"""Libraries with parts for one kind of machine, or needed late: by the name to install and the module to load."""

_LOW_SPACE = 2 * 10**9
_MOST_IGNORED = 10
_SHARES = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "sshfs", "fuse.sshfs", "9p", "davfs", "webdav"})


class Health(StrEnum):
    """How one point stands."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was looked at."""

    health: Health
    sentence: str


def examine_health(root: Path, words: Words) -> Iterator[Point]:
    """Look at the installation first, then at the workspace; no trouble of one point hides another."""
    yield from _installation(words)
    yield from _workspace(root, words)


def _installation(words: Words) -> Iterator[Point]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield Point(Health.OK, words.say("cli.doctor.python", version=version))
    broken = [(name, problem) for name, module in _LIBRARIES.items() if (problem := _problem(module))]
    for name, problem in broken:
        yield Point(Health.BAD, words.say("cli.doctor.package_broken", name=name, problem=problem))
    if not broken:
        yield Point(Health.OK, words.say("cli.doctor.packages", count=len(_LIBRARIES)))
    program = office.find()
    if program:
        yield Point(Health.OK, words.say("cli.doctor.office", path=program))
    else:
        yield Point(Health.WARN, words.say("cli.doctor.office_missing"))


def _problem(module: str) -> str:
    """Why a library can't be loaded: it isn't there, or its compiled part doesn't fit this machine."""
    try:
        import_module(module)
    except (ImportError, OSError) as trouble:
        return str(trouble) or type(trouble).__name__
    return ""


def _workspace(root: Path, words: Words) -> Iterator[Point]:
    try:
        settings = load(root)
    except TongketError as trouble:
        yield Point(Health.BAD, words.sentence(trouble))
        return
    if not settings.rules.is_dir():
        yield Point(Health.BAD, words.say("cli.doctor.workspace_missing", path=root))
        return
    yield Point(Health.OK, words.say("cli.doctor.workspace", path=settings.root))
    if (root / FILE).exists():
        yield Point(Health.OK, words.say("cli.doctor.settings"))
    yield from _rules_and_templates(settings, words)
    yield from _folders(settings, words)
    yield from _inbox(settings, words)
    yield _space(settings, words)
    yield _ledger(settings, words)
    yield from _mail(settings, words)
    yield from _waivers(settings, words)
    yield from _shares(settings, words)


def _rules_and_templates(settings: Settings, words: Words) -> Iterator[Point]:
    try:
        rulebook = rulebook_of(settings)
    except TongketError as trouble:
        yield Point(Health.BAD, words.sentence(trouble))
        return
    yield Point(Health.OK, words.say("cli.doctor.rules", pack=rulebook.name))
    yield from _templates(settings, rulebook, words)


def _folders(settings: Settings, words: Words) -> Iterator[Point]:
    for name, path in (("inbox", settings.inbox), ("outbox", settings.outbox)):
        if not path.is_dir():
            yield Point(Health.BAD, words.say("cli.doctor.folder_missing", name=name, path=path, root=settings.root))
        elif not _writable(path):
            yield Point(Health.BAD, words.say("cli.doctor.folder_unwritable", name=name, path=path))
        else:
            yield Point(Health.OK, words.say("cli.doctor.folder", name=name, path=path))


def _writable(path: Path) -> bool:
    """Whether a file can be made here: rights alone don't tell it on Windows or on a share."""
    try:
        with tempfile.TemporaryFile(dir=path, prefix=".tongket-"):
            return True
    except OSError:
        return False


def _inbox(settings: Settings, words: Words) -> Iterator[Point]:
    """What lies in the inbox and will never be taken."""
    try:
        seen = survey(settings.inbox, settings.ignore, settings.release_folder)
    except TongketError:
        return  # told with the folders
    for path in seen.unlisted:
        yield Point(Health.BAD, words.say("inbox.folder_unlisted", path=shown(path)))
    for entry in seen.ignored[:_MOST_IGNORED]:
        yield Point(
            Health.WARN, words.say("cli.doctor.ignored", name=shown(entry.path.name), reason=words.say(entry.reason))
        )
    if (more := len(seen.ignored) - _MOST_IGNORED) > 0:
        yield Point(Health.WARN, words.say("cli.doctor.ignored_more", count=more))


def _templates(settings: Settings, rulebook: Rulebook, words: Words) -> Iterator[Point]:
    names = sorted(file.name for file in folder("templates").iterdir() if file.is_file())
    missing = [name for name in names if not (settings.templates / name).is_file()]
    for name in missing:
        values = {"name": name, "path": settings.templates, "root": settings.root}
        yield Point(Health.BAD, words.say("cli.doctor.template_missing", **values))
    if missing:
        return
    unfit = dict.fromkeys(_unfit(settings, rulebook, words))
    for problem in unfit:
        told = words.say("cli.doctor.template_unfit", problem=problem, path=settings.templates, root=settings.root)
        yield Point(Health.BAD, told)
    if not unfit:
        yield Point(Health.OK, words.say("cli.doctor.templates", count=len(names)))


def _unfit(settings: Settings, rulebook: Rulebook, words: Words) -> Iterator[str]:
    """Why templates can't be filled, each in a sentence."""
    from service.flow.sampling import samples  # noqa: PLC0415 - a broken library is told above, not here

    for fill in samples(settings, rulebook, words_of(settings.language), datetime.now(UTC).date()):
        try:
            fill()
        except TongketError as trouble:
            yield words.sentence(trouble)


def _space(settings: Settings, words: Words) -> Point:
    there = next(path for path in (settings.state, settings.root, Path(settings.root.anchor)) if path.exists())
    free = shutil.disk_usage(there).free
    health, key = (Health.OK, "space") if free > _LOW_SPACE else (Health.WARN, "space_low")
    return Point(health, words.say(f"cli.doctor.{key}", free=free // 10**9))


def _ledger(settings: Settings, words: Words) -> Point:
    file = ledger_file(settings)
    if not file.exists():
        return Point(Health.OK, words.say("cli.doctor.ledger_none"))
    try:
        from service.ledger.sql import SqlLedger  # noqa: PLC0415 - a broken library is told above, not here

        with SqlLedger(file) as ledger:
            return Point(Health.OK, words.say("cli.doctor.ledger", count=len(ledger.submissions())))
    except TongketError as trouble:
        return Point(Health.BAD, words.sentence(trouble))


def _waivers(settings: Settings, words: Words) -> Iterator[Point]:
    """A file of waivers with a mistake, and waivers that no longer hold."""
    try:
        rulebook = rulebook_of(settings)
    except TongketError:
        return  # told with the rules
    if (trouble := accepted_in_file(settings, rulebook)[1]) is not None:
        yield Point(Health.BAD, mistake(trouble, words))
    try:
        from service.flow.standing import read_board  # noqa: PLC0415 - a broken library is told above, not here

        board = read_board(settings, rulebook)
    except TongketError:
        return  # told with the ledger
    for standing in board.standings:
        for lapsed in standing.waiving.lapsed:
            values = {"unit": standing.unit.association, "finding": lapsed.waiver.finding}
            why = words.say(f"rounds.lapse.{lapsed.lapse}")
            yield Point(Health.WARN, words.say("cli.table.lapsed", **values, why=why))


def _mail(settings: Settings, words: Words) -> Iterator[Point]:
    """The settings of notices, and those that didn't simply go out."""
    from service.flow.mail_health import mail_points, notice_lines, read_notices  # noqa: PLC0415 - a broken library is told above

    try:
        rulebook = rulebook_of(settings)
    except TongketError:
        return  # told above
    for health, sentence in mail_points(settings, rulebook, words):
        yield Point(Health(health), sentence)
    if settings.mail.on:
        with suppress(TongketError):  # told above
            yield from (Point(Health.WARN, line) for line in notice_lines(read_notices(settings), rulebook, words))


def _shares(settings: Settings, words: Words) -> Iterator[Point]:
    """Where a folder lies on a network share; only Linux tells without asking the network."""
    if kind := share_kind(settings.inbox):
        yield Point(Health.OK, words.say("cli.doctor.share", kind=kind))
    if kind := share_kind(settings.state):
        yield Point(Health.BAD, words.say("cli.doctor.state_on_share", path=settings.state, kind=kind))


def share_kind(path: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The kind of network file system that a path lies on; empty where it is local or can't be told."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    points = [(fields[1].replace("\\040", " "), fields[2]) for line in lines if len(fields := line.split()) > 2]
    around = [(len(point), kind) for point, kind in points if path.is_relative_to(point)]
    kind = max(around, default=(0, ""))[1]
    return kind if kind in _SHARES else ""
