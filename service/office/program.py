"""Where LibreOffice is installed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

VARIABLE = "TONGKET_SOFFICE"
"""Environment variable that names the program, and goes before every usual place."""

_NAMES = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
_USUAL = (
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")


def find() -> str | None:
    """The path of LibreOffice's `soffice`, or None where it isn't installed."""
    named = os.environ.get(VARIABLE)
    if named:
        return shutil.which(named) or (named if Path(named).is_file() else None)
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return next((place for place in (*_USUAL, *_windows()) if Path(place).is_file()), None)


def _windows() -> list[str]:
    roots = [os.environ[name] for name in _WINDOWS_FOLDERS if name in os.environ]
    return [
        str(Path(root) / "LibreOffice" / "program" / name) for root in roots for name in ("soffice.com", "soffice.exe")
    ]
