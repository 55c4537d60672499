"""The moment in which something is done, as the ledger and the outputs keep it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment with the office's own offset, to the second."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
