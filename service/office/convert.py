"""Conversion through LibreOffice, in a profile where no macro runs and no link is followed."""

from __future__ import annotations

import atexit
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.office import page, process, warm, word2003
from service.office.profile import environment, make_profile, options
from service.office.program import find
from service.read import flat
from service.read.gate import MAX_FILE
from service.read.sniff import sight

TIMEOUT = 60.0
"""Seconds that one conversion may take."""

_INPUT_FILTERS = {
    Format.HTML: "HTML (StarWriter)",  # else a page opens as a web document, which exports no .docx
    Format.XML: "MS Word 2003 XML",
}
_READABLE = {Format.HTML: page.readable, Format.XML: word2003.readable}
_FLAT = "OpenDocument Text Flat XML"
_OUTPUT_FILTERS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}


def to_docx(data: bytes, format: Format, timeout: float = TIMEOUT) -> bytes:  # noqa: A002 - the domain's word
    """Turn an older or foreign document into a Word package.

    Args:
        data: The whole file.
        format: What `service.read.sniff` told it to be; one of `service.read.CONVERTIBLE`.
        timeout: Seconds after which the conversion is given up.

    Returns:
        The bytes of a .docx.

    Raises:
        UnreadableReport: file.encrypted, file.not_word (no_office) or file.corrupt (conversion).
    """
    sighting = sight(data)
    if sighting.package is not None and format is Format.XML:
        return flat.package(data)
    if sighting.key and sighting.variant != "convertible":
        raise UnreadableReport(sighting.key, sighting.variant)
    readable = _READABLE.get(format)
    return _convert(readable(data) if readable else data, format, "docx", timeout)


def to_pdf(data: bytes, timeout: float = TIMEOUT, format: Format = Format.DOCX) -> bytes:  # noqa: A002 - the domain's word
    """Print a document to PDF; raises as `to_docx` does."""
    return _convert(data, format, "pdf", timeout)


def _convert(data: bytes, source: Format, target: str, timeout: float) -> bytes:
    if len(data) > MAX_FILE:
        raise UnreadableReport("file.too_large")
    program = find()
    if program is None:
        raise UnreadableReport("file.not_word", "no_office")
    try:
        converted = _OFFICE.convert(program, data, source, target, time.monotonic() + timeout)
    except OSError:
        converted = b""
    if not converted:
        raise UnreadableReport("file.corrupt", "conversion")
    return converted


class _Office:
    """The LibreOffice of this process. The first document starts one for itself; from the second on one stays."""

    def __init__(self) -> None:
        self._asked = False
        self._possible = warm.POSSIBLE
        self._warm: warm.Warm | None = None

    def convert(self, program: str, data: bytes, source: Format, target: str, deadline: float) -> bytes:
        """The converted bytes; none where that didn't work or took too long."""
        standing = self._standing(program, deadline) if self._asked and self._possible else None
        self._asked = True
        if standing is not None:
            with TemporaryDirectory(dir=standing.workshop, ignore_cleanup_errors=True) as folder:
                arguments, result = _order(Path(folder), data, source, target)
                alive = standing.take(arguments, deadline - time.monotonic())
                converted = result.read_bytes() if result.is_file() else b""
            if not alive or not converted:
                self.close()
            if converted:
                return converted
        return _cold(program, data, source, target, deadline)

    def close(self) -> None:
        """Let LibreOffice go. May be repeated."""
        if self._warm is not None:
            self._warm.close()
            self._warm = None

    def _standing(self, program: str, deadline: float) -> warm.Warm | None:
        if self._warm is not None and not (self._warm.fit and self._warm.program == program):
            self.close()
        if self._warm is None:
            try:
                self._warm = warm.Warm(program, deadline)
            except OSError:
                self._possible = False  # it would only cost the next one time, too
        return self._warm


_OFFICE = _Office()
atexit.register(_OFFICE.close)


def _cold(program: str, data: bytes, source: Format, target: str, deadline: float) -> bytes:
    """Convert with a LibreOffice that is started for this document alone."""
    timeout = deadline - time.monotonic()
    if timeout <= 0:
        return b""
    with TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as folder:
        workshop = Path(folder)
        arguments, result = _order(workshop, data, source, target)
        command = [program, *options(make_profile(workshop)), *arguments]
        ended = process.run(command, timeout, environment(workshop), workshop)
        return result.read_bytes() if ended and result.is_file() else b""


def _order(folder: Path, data: bytes, source: Format, target: str) -> tuple[list[str], Path]:
    """The document laid into a folder, the arguments that ask for its conversion, and where the result will lie."""
    document = folder / f"report.{source.value}"
    document.write_bytes(data)
    is_flat = source is Format.ODT and not data.startswith(b"PK")
    name = _FLAT if is_flat else _INPUT_FILTERS.get(source)
    read_as = [f"--infilter={name}"] if name else []
    arguments = [*read_as, "--convert-to", _OUTPUT_FILTERS[target], "--outdir", str(folder / "out"), str(document)]
    return arguments, folder / "out" / f"report.{target}"
