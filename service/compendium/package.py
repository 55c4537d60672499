"""Writes the package: parts as they come, then what names them; the same parts give the same bytes."""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PACKED = frozenset(("png", "jpg", "jpeg", "gif", "emz", "wmz", "xlsx"))
"""Formats that don't get smaller."""
_LEVEL = 4
"""The next ones save a few hundredths of the size and take half as long again."""
_KINDS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_USUAL = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Types of what a report carries without saying of which type it is."""


class Writer:
    """A Word package on its way to a file."""

    def __init__(self, sink: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        self._endings = dict(_KINDS)
        self._parts: dict[str, str] = {}

    def add(self, name: str, data: bytes, kind: str) -> None:
        """Write a part whose bytes are at hand; without a content type, that of its ending holds."""
        ending = name.rpartition(".")[2]
        self._declare(name, kind)
        stored = ending in _PACKED
        self._zip.writestr(
            _entry(name, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED), data, compresslevel=_LEVEL
        )

    def stream(self, name: str, kind: str, chunks: Iterable[bytes]) -> None:
        """Write a part piece by piece."""
        self._declare(name, kind)
        with self._zip.open(_entry(name, zipfile.ZIP_DEFLATED), "w", force_zip64=True) as part:
            for chunk in chunks:
                part.write(chunk)

    def close(self) -> None:
        """Write the list of content types and the directory."""
        lines = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in self._endings.items()]
        lines += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._parts.items()]
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(lines)}</Types>'
        self._zip.writestr(_entry("[Content_Types].xml", zipfile.ZIP_DEFLATED), head + types)
        self._zip.close()

    def _declare(self, name: str, kind: str) -> None:
        ending = name.rpartition(".")[2]
        kind = kind or self._endings.get(ending) or _USUAL.get(ending, "application/octet-stream")
        if self._endings.setdefault(ending, kind) != kind:
            self._parts[name] = kind


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type, entry.external_attr, entry.create_system = method, 0o600 << 16, 0
    entry._compresslevel = _LEVEL  # type: ignore[attr-defined] # noqa: SLF001 - `open` takes the level from here alone
    return entry
