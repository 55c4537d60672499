"""From a path or bytes to what stands in the report, whatever format it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import UnreadableReport, UsageError
from service.model.manuscript import Format
from service.model.record import replace
from service.outline import unboxed
from service.read import CONVERTIBLE, read, sniff
from service.read.sniff import sight

if TYPE_CHECKING:
    from pathlib import Path

    from service.model.manuscript import Manuscript


def must_open(path: Path) -> None:
    """See that a file can be read.

    Raises:
        UsageError: it isn't there, is no ordinary file, or can't be opened.
    """
    if not path.exists():
        raise UsageError("cli.error.no_such_path", path=_shown(path))
    if not path.is_file():  # a pipe would be waited for without end
        raise UsageError("cli.error.not_a_file", path=_shown(path))
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as trouble:
        raise UsageError("cli.error.cannot_open", path=_shown(path), reason=trouble.strerror or "") from trouble


def open_report(data: bytes, name: str) -> Manuscript:
    """Read a file's bytes, through LibreOffice where its format needs it; text in layout tables is text.

    Raises:
        UnreadableReport: it can't be read; the code says why.
    """
    try:
        return unboxed(read(data, name))
    except UnreadableReport:
        kind = sniff(data, name)
        if kind is not Format.ZIP and kind not in CONVERTIBLE:
            raise
    return _through_others(data, name, kind)


def word_package(data: bytes, name: str) -> bytes:
    """A file's bytes as those of a Word package, through LibreOffice where its format needs it.

    Raises:
        UnreadableReport: it can't be converted; the code says why.
    """
    if sight(data, name).package is not None:
        return data
    from service.office import to_docx  # noqa: PLC0415 - most files are Word packages

    return to_docx(data, sniff(data, name))


def _through_others(data: bytes, name: str, kind: Format) -> Manuscript:
    from service.flow.unpacking import why_not  # noqa: PLC0415 - most files are Word packages
    from service.office import to_docx  # noqa: PLC0415

    if kind is Format.ZIP:
        raise why_not(data)
    return replace(unboxed(read(to_docx(data, kind), name)), format=kind)


def _shown(path: Path) -> str:
    from service.words.showing import shown  # noqa: PLC0415 - only where something is wrong

    return shown(path)
