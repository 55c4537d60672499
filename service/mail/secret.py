"""The password of the mail server: from the environment, or from a file that nobody else can read."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from service.errors import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def password(variable: str, file: Path | None) -> str:
    """The password. What the environment says comes before the file.

    On POSIX a file that others can read or write is refused; Windows keeps rights elsewhere, there nothing is checked.

    Raises:
        WorkspaceError: there is none, the file can't be read, or others can read it.
    """
    if given := os.environ.get(variable, ""):
        return given
    if file is None:
        raise WorkspaceError("mail.password_missing", variable=variable)
    try:
        if os.name == "posix" and file.stat().st_mode & _OTHERS:
            raise WorkspaceError("mail.password_open", path=str(file))
        text = file.read_bytes().decode("utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError) as trouble:
        raise WorkspaceError("mail.password_unreadable", path=str(file)) from trouble
    if not text:
        raise WorkspaceError("mail.password_missing", variable=variable)
    return text
