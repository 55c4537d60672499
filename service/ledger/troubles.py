"""What goes wrong with a ledger, in the words of the workspace."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from service.answer import from_json
from service.errors import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

    from service.model.examination import Examination

_KEYS = {
    sqlite3.SQLITE_BUSY: "ledger.locked",
    sqlite3.SQLITE_LOCKED: "ledger.locked",
    sqlite3.SQLITE_FULL: "ledger.disk_full",
    sqlite3.SQLITE_CORRUPT: "ledger.corrupt",
    sqlite3.SQLITE_NOTADB: "ledger.corrupt",
    sqlite3.SQLITE_READONLY: "ledger.no_access",
    sqlite3.SQLITE_CANTOPEN: "ledger.no_access",
    sqlite3.SQLITE_PERM: "ledger.no_access",
    sqlite3.SQLITE_AUTH: "ledger.no_access",
    sqlite3.SQLITE_IOERR: "ledger.disk_trouble",
}

TRY_LATER = frozenset({"ledger.locked", "ledger.disk_full", "ledger.disk_trouble", "ledger.no_access"})
"""Troubles that may pass by themselves; the others need a person first."""


def told(file: Path, error: BaseException | None) -> WorkspaceError:
    """The database's error as one of the workspace."""
    code = getattr(error, "sqlite_errorcode", None)
    key = _KEYS.get(code & 0xFF, "ledger.trouble") if isinstance(code, int) else "ledger.trouble"
    return WorkspaceError(key, path=str(file), reason=str(error))


def read_answer(text: str, claim_id: int) -> Examination:
    """Read a stored answer.

    Raises:
        WorkspaceError: this version of the service can't make anything of it.
    """
    try:
        return from_json(text)
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError("ledger.bad_answer", claim=claim_id) from error
