"""The list of units as scripts beside the page: a browser lets a page without a server load nothing else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from service.outbox.sheets.page import as_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.outbox.board.rows import Row

DATA = "_tong-quan/du-lieu-"
"""How the path of a data file begins: its contents follow as a hash, so that a reader who still has the
older page open never gets the newer data. Files with this beginning that the last call didn't give are stale."""
FIELDS = (
    "id", "name", "level", "state", "label", "sections", "findings", "doubts", "waived", "received", "day", "report",
    "note", "terms", "signs",
)  # fmt: skip
"""What is told of a unit, in this order; its group is told once for all that are in it."""


def data_files(table: Sequence[Row]) -> Iterator[tuple[str, bytes]]:
    """Path and contents of a file for each group: where one unit changes, one small file does."""
    groups: dict[str, list[Row]] = {}
    for row in table:
        groups.setdefault(row.group, []).append(row)
    for key, members in groups.items():
        listed = [[getattr(row, field) for field in FIELDS] for row in members]
        place = max((row.place for row in members), default="")
        body = f"(self.tongket = self.tongket || []).push({as_data([key, place, listed])});\n".encode()
        yield f"{DATA}{hashlib.sha256(body).hexdigest()[:16]}.js", body
