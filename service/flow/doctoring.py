"""`tongket doctor`: what is wrong with the installation or the workspace, and how to mend it."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from service import office
from service.defaults import folder
from service.errors import TongketError
from service.flow.workspaces import ledger_file, rulebook_of
from service.ledger.sql import SqlLedger
from service.settings import FILE, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.settings import Settings
    from service.words import Words

_LIBRARIES = ("spacy", "python-docx", "docxtpl", "lxml", "rapidfuzz", "watchdog", "SQLAlchemy", "XlsxWriter")
_LOW_SPACE = 2 * 10**9
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
    good = sys.version_info >= (3, 11)
    yield Point(
        Health.OK if good else Health.BAD, words.say(f"cli.doctor.python{'' if good else '_old'}", version=version)
    )
    for name in _LIBRARIES:
        try:
            yield Point(Health.OK, words.say("cli.doctor.package", name=name, version=metadata.version(name)))
        except metadata.PackageNotFoundError:
            yield Point(Health.BAD, words.say("cli.doctor.package_missing", name=name))
    program = office.find()
    if program:
        yield Point(Health.OK, words.say("cli.doctor.office", path=program))
    else:
        yield Point(Health.WARN, words.say("cli.doctor.office_missing"))


def _workspace(root: Path, words: Words) -> Iterator[Point]:
    try:
        settings = load(root)
    except TongketError as trouble:
        yield Point(Health.BAD, words.say(trouble.key, **trouble.values))
        return
    if not settings.rules.is_dir():
        yield Point(Health.BAD, words.say("cli.doctor.workspace_missing", path=root))
        return
    yield Point(Health.OK, words.say("cli.doctor.workspace", path=settings.root))
    if (root / FILE).exists():
        yield Point(Health.OK, words.say("cli.doctor.settings"))
    yield from _rules(settings, words)
    yield from _folders(settings, words)
    yield from _templates(settings, words)
    yield _space(settings, words)
    yield _ledger(settings, words)
    yield from _shares(settings, words)


def _rules(settings: Settings, words: Words) -> Iterator[Point]:
    try:
        yield Point(Health.OK, words.say("cli.doctor.rules", pack=rulebook_of(settings).name))
    except TongketError as trouble:
        yield Point(Health.BAD, words.say(trouble.key, **trouble.values))


def _folders(settings: Settings, words: Words) -> Iterator[Point]:
    for name, path in (("inbox", settings.inbox), ("outbox", settings.outbox)):
        if not path.is_dir():
            yield Point(Health.BAD, words.say("cli.doctor.folder_missing", name=name, path=path, root=settings.root))
        elif not os.access(path, os.W_OK):
            yield Point(Health.BAD, words.say("cli.doctor.folder_unwritable", name=name, path=path))
        else:
            yield Point(Health.OK, words.say("cli.doctor.folder", name=name, path=path))


def _templates(settings: Settings, words: Words) -> Iterator[Point]:
    names = sorted(file.name for file in folder("templates").iterdir() if file.is_file())
    missing = [name for name in names if not (settings.templates / name).is_file()]
    for name in missing:
        values = {"name": name, "path": settings.templates, "root": settings.root}
        yield Point(Health.BAD, words.say("cli.doctor.template_missing", **values))
    if not missing:
        yield Point(Health.OK, words.say("cli.doctor.templates", count=len(names)))


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
        with SqlLedger(file) as ledger:
            return Point(Health.OK, words.say("cli.doctor.ledger", count=len(ledger.submissions())))
    except TongketError as trouble:
        return Point(Health.BAD, words.say(trouble.key, **trouble.values))


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
