"""Conversion through LibreOffice, each in a throw-away profile where no macro runs and no link is followed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.office import process
from service.office.program import find
from service.read.gate import MAX_FILE
from service.read.sniff import sight

TIMEOUT = 60.0
"""Seconds that one conversion may take."""

_INPUT_FILTERS = {Format.HTML: "HTML (StarWriter)"}  # else a page opens as a web document, which exports no .docx
_OUTPUT_FILTERS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}
_KEPT_VARIABLES = (
    "PATH",
    "SYSTEMROOT",
    "WINDIR",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_PATH",
    "FONTCONFIG_FILE",
)

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Writer/Content/Update">
  <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


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
    if sighting.key and sighting.variant != "convertible":
        raise UnreadableReport(sighting.key, sighting.variant)
    return _convert(data, format, "docx", timeout)


def to_pdf(data: bytes, timeout: float = TIMEOUT, format: Format = Format.DOCX) -> bytes:  # noqa: A002 - the domain's word
    """Print a document to PDF; raises as `to_docx` does."""
    return _convert(data, format, "pdf", timeout)


def _convert(data: bytes, source: Format, target: str, timeout: float) -> bytes:
    if len(data) > MAX_FILE:
        raise UnreadableReport("file.too_large")
    program = find()
    if program is None:
        raise UnreadableReport("file.not_word", "no_office")
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as folder:
        workshop = Path(folder)
        document = workshop / f"report.{source.value}"
        document.write_bytes(data)
        result = workshop / "out" / f"report.{target}"
        command = _command(program, workshop, document, source, target)
        try:
            ended = process.run(command, timeout, _environment(workshop))
            converted = result.read_bytes() if ended and result.is_file() else b""
        except OSError:
            converted = b""
    if not converted:
        raise UnreadableReport("file.corrupt", "conversion")
    return converted


def _command(program: str, workshop: Path, document: Path, source: Format, target: str) -> list[str]:
    profile = workshop / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    read_as = [f"--infilter={_INPUT_FILTERS[source]}"] if source in _INPUT_FILTERS else []
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        *read_as,
        "--convert-to",
        _OUTPUT_FILTERS[target],
        "--outdir",
        str(workshop / "out"),
        str(document),
    ]


def _environment(workshop: Path) -> dict[str, str]:
    """Only what the program needs to start; its home and temporary folder are the workshop."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    home = str(workshop)
    return kept | {"HOME": home, "USERPROFILE": home, "TMPDIR": home, "TEMP": home, "TMP": home}
