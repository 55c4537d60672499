"""What lies in the inbox at this moment. The scan is the truth; events of the file system are hints."""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.errors import WorkspaceError
from service.inbox.ignored import NOT_A_FILE, why_ignored
from service.inbox.seen import Seen, Stamp
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

RELEASE_FOLDER = "da-nhan"

_YOUNG = 600 * 10**9
"""An owner file older than this was left behind by a crash."""

_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An entry of the inbox that is not taken, and the key of the reason."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that one look at the inbox found."""

    files: tuple[Seen, ...]
    ignored: tuple[PassedOver, ...]
    unlisted: tuple[Path, ...]
    """Folders below the inbox that couldn't be listed: what they hold is not known."""


def scan(
    inbox: Path, ignore: Collection[str] = (), release_folder: str = RELEASE_FOLDER, wall_ns: int | None = None
) -> tuple[Seen, ...]:
    """Return the files that lie in the inbox to be taken, ordered by folder and name; see `survey`."""
    return survey(inbox, ignore, release_folder, wall_ns).files


def survey(
    inbox: Path, ignore: Collection[str] = (), release_folder: str = RELEASE_FOLDER, wall_ns: int | None = None
) -> Survey:
    """Look through the inbox and the folders below it.

    Links are not followed and only regular files are taken, whatever their suffix. `wall_ns` is the
    time by the calendar, which tells young owner files from forgotten ones.

    Raises:
        WorkspaceError: the inbox itself can't be listed. Nothing may be concluded from that: the share
            may be away.
    """
    walk = _Walk(ignore, release_folder.casefold(), time.time_ns() if wall_ns is None else wall_ns)
    try:
        walk.list(inbox, "")
    except OSError as error:
        raise WorkspaceError("inbox.unreachable", path=shown(inbox)) from error
    while walk.below:
        path, folder = walk.below.pop()
        try:
            walk.list(path, folder)
        except (FileNotFoundError, NotADirectoryError):
            continue  # moved away while we looked
        except OSError:
            walk.unlisted.append(path)
    walk.files.sort(key=lambda seen: (seen.folder, seen.name))
    walk.ignored.sort(key=lambda entry: str(entry.path))
    return Survey(tuple(walk.files), tuple(walk.ignored), tuple(sorted(walk.unlisted)))


class _Walk:
    def __init__(self, ignore: Collection[str], release_folder: str, wall_ns: int) -> None:
        self._ignore = ignore
        self._release_folder = release_folder
        self._wall_ns = wall_ns
        self.files: list[Seen] = []
        self.ignored: list[PassedOver] = []
        self.unlisted: list[Path] = []
        self.below: list[tuple[Path, str]] = []

    def list(self, path: Path, folder: str) -> None:
        """Add what lies directly in `path`."""
        with os.scandir(path) as entries:
            names = [entry.name for entry in entries]
        owners = self._owners(path, names)
        for name in names:
            if not folder and name.casefold() == self._release_folder:
                continue
            self._add(path / name, name, folder, owners)

    def _add(self, path: Path, name: str, folder: str, owners: frozenset[str]) -> None:
        reason = why_ignored(name, self._ignore)
        if reason is not None:
            self.ignored.append(PassedOver(path, reason))
            return
        try:
            # Not DirEntry.stat: on Windows that one knows no inode and an older size.
            status = os.lstat(path)
        except FileNotFoundError:
            return  # gone while we looked
        except OSError:
            self.unlisted.append(path)
            return
        if stat.S_ISDIR(status.st_mode) and getattr(status, "st_reparse_tag", 0) != _JUNCTION:
            self.below.append((path, f"{folder}/{name}" if folder else name))
        elif stat.S_ISREG(status.st_mode):
            self.files.append(Seen(path, name, folder, Stamp.of(status), not owners.isdisjoint(_owner_names(name))))
        else:
            self.ignored.append(PassedOver(path, NOT_A_FILE))

    def _owners(self, path: Path, names: Collection[str]) -> frozenset[str]:
        """The young owner files among `names`, in lower case."""
        return frozenset(
            name.lower() for name in names if name.startswith(("~$", ".~lock.")) and self._young(path / name)
        )

    def _young(self, path: Path) -> bool:
        try:
            # A future time is a clock that runs ahead, so it counts as now.
            return self._wall_ns - os.lstat(path).st_mtime_ns < _YOUNG
        except OSError:
            return False


def _owner_names(name: str) -> Iterator[str]:
    """How the owner file of `name` may be called: Word writes "~$" over the first letters of longer names."""
    lower = name.lower()
    yield from (f"~${lower[cut:]}" for cut in range(3))
    yield f".~lock.{lower}#"
