"""Making a file's bytes safe: a verified copy among the originals, named by its hash and never changed."""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from uuid import uuid4

from service.errors import WorkspaceError
from service.inbox.complete import complete
from service.inbox.opening import open_regular
from service.inbox.seen import Stamp
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 2**20
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP}

_SOURCE_KEYS = {
    "inbox.vanished": ("ENOENT", "ENOTDIR"),
    "inbox.no_permission": ("EACCES", "EPERM"),
    "inbox.busy": ("EBUSY", "ETXTBSY", "EAGAIN"),
    "inbox.not_a_file": ("ELOOP", "EINVAL", "ENXIO", "EISDIR"),
}
_SOURCE_KEY_OF = {getattr(errno, name, 0): key for key, names in _SOURCE_KEYS.items() for name in names}
_HELD_BY_ANOTHER = {32, 33}
"""Windows: sharing violation, lock violation."""


class StillChanging(WorkspaceError):  # noqa: N818  # it is a state of the file rather than an error
    """The file changed while it was copied: nothing was kept, the next look decides anew."""


TRY_LATER = frozenset(
    {
        "inbox.still_changing",
        "inbox.vanished",
        "inbox.no_permission",
        "inbox.busy",
        "inbox.not_a_file",
        "inbox.unreadable",
        "inbox.disk_full",
        "inbox.state_not_writable",
    }
)
"""Keys of what `Originals.stage` raises. The file lies in the inbox as before, so it can be tried again."""

OUR_DISK = frozenset({"inbox.disk_full", "inbox.state_not_writable"})
"""Those that are no single file's trouble: the next file would meet them, too."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A file whose bytes are safe."""

    sha256: str
    size: int
    stamp: Stamp
    """What the file in the inbox looked like when it was copied."""


class Originals:
    """The store of originals below the state folder: `originals/<first two digits>/<sha256>`, each written once."""

    def __init__(self, state: Path) -> None:
        self._folder = state / "originals"
        self._staging = state / "staging"

    def stage(self, path: Path, expected: Stamp | None = None) -> Staged:
        """Copy the file at `path` into the store, durably. May be repeated.

        Raises:
            StillChanging: it changed meanwhile, or isn't as `expected`.
            WorkspaceError: with a key of `TRY_LATER`.
        """
        with _source_troubles(path):
            source = open_regular(path)
        copy = self._staging / f"{uuid4().hex}.part"
        try:
            with source:
                before = Stamp.of(os.fstat(source.fileno()))
                sha256, size = self._copy(path, source, copy)
                _must_be_same(path, source, before, size)
            if before != (expected or before) or (not complete(copy) and complete(path)):
                raise StillChanging("inbox.still_changing", name=shown(path.name))
            self._keep(copy, sha256)
        finally:
            with suppress(OSError):
                copy.unlink()
        return Staged(sha256, size, before)

    def keep(self, content: bytes) -> str:
        """Put bytes into the store, durably; return their hash. May be repeated.

        Raises:
            WorkspaceError: with a key of `OUR_DISK`.
        """
        copy = self._staging / f"{uuid4().hex}.part"
        try:
            sha256, _ = self._copy(copy, BytesIO(content), copy)
            self._keep(copy, sha256)
        finally:
            with suppress(OSError):
                copy.unlink()
        return sha256

    def path(self, sha256: str) -> Path:
        """Where the original with this hash lies, whether or not it is there."""
        return self._folder / sha256[:2] / sha256

    def read(self, sha256: str) -> bytes:
        """Return an original's bytes, which are certain to be those that were taken.

        Raises:
            WorkspaceError: it isn't there, can't be read or was changed.
        """
        try:
            content = self.path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise WorkspaceError("inbox.original_missing", sha256=sha256, path=shown(self.path(sha256))) from error
        except OSError as error:
            raise WorkspaceError("inbox.original_unreadable", path=shown(self.path(sha256))) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise WorkspaceError("inbox.original_damaged", sha256=sha256, path=shown(self.path(sha256)))
        return content

    def sweep(self) -> None:
        """Remove what a sudden end left half-copied. Only for the holder of the workspace's lock."""
        with suppress(OSError):
            for left in self._staging.iterdir():
                with suppress(OSError):
                    left.unlink()

    def _copy(self, path: Path, source: BinaryIO, copy: Path) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        with self._own_troubles():
            self._staging.mkdir(parents=True, exist_ok=True)
            with copy.open("xb") as target:
                while chunk := _chunk(path, source):
                    digest.update(chunk)
                    size += len(chunk)
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
        return digest.hexdigest(), size

    def _keep(self, copy: Path, sha256: str) -> None:
        kept = self.path(sha256)
        with self._own_troubles():
            if _has(kept, sha256):
                return
            kept.parent.mkdir(parents=True, exist_ok=True)
            # Where a damaged original lies under this hash, this also mends it.
            os.replace(copy, kept)  # noqa: PTH105  # the name says what it does to what is there
            for folder in (kept.parent, self._folder, self._folder.parent):
                sync_folder(folder)

    @contextmanager
    def _own_troubles(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            key = "inbox.disk_full" if error.errno in _FULL else "inbox.state_not_writable"
            raise WorkspaceError(key, path=shown(self._folder.parent)) from error


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system knows how."""
    if os.name == "nt":
        return  # Windows keeps names with the file; a folder can't be opened for this
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _chunk(path: Path, source: BinaryIO) -> bytes:
    with _source_troubles(path):
        return source.read(_CHUNK)


def _must_be_same(path: Path, source: BinaryIO, before: Stamp, copied: int) -> None:
    """Both what was read and what now has its name must be as the file was before."""
    with _source_troubles(path):
        stamps = {Stamp.of(os.fstat(source.fileno())), Stamp.of(os.lstat(path))}
    if stamps != {before} or copied != before.size:
        raise StillChanging("inbox.still_changing", name=shown(path.name))


def _has(kept: Path, sha256: str) -> bool:
    try:
        with kept.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


@contextmanager
def _source_troubles(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        key = _SOURCE_KEY_OF.get(error.errno or -1, "inbox.unreadable")
        if getattr(error, "winerror", None) in _HELD_BY_ANOTHER:
            key = "inbox.busy"
        raise WorkspaceError(key, name=shown(path.name), path=shown(path)) from error
