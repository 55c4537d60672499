"""Prints gap reports to PDF while nothing else is to be done, where LibreOffice is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import TongketError
from service.flow.tools import Tally
from service.office import find, to_pdf
from service.outbox.publish import publish

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools

_SHEET = "/phieu-ra-soat.docx"


class Printing:
    """One sheet after another; an answer never waits for more than the one that is being printed."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._looked = False
        self._due: list[str] = []

    def renew(self) -> None:
        """Look again for sheets that were laid anew."""
        self._looked = False

    def print_next(self) -> Tally:
        """Print one sheet whose PDF isn't there or is older; what can't be printed stays without one."""
        if not self._tools.settings.pdf or find() is None:
            return Tally()
        if not self._looked:
            self._due, self._looked = list(self._stale()), True
        if not self._due:
            return Tally()
        path = self._due.pop(0)
        try:
            data = to_pdf((self._tools.settings.outbox / path).read_bytes())
            publish(self._tools.settings.outbox, _pdf(path), data)
        except (TongketError, OSError):
            return Tally()  # the Word file is the sheet; a PDF of it is only handier
        return Tally(done=1)

    def _stale(self) -> list[str]:
        sheets = [path for one in self._tools.ledger.submissions() for path in one.outputs if path.endswith(_SHEET)]
        outbox = self._tools.settings.outbox
        return [path for path in sheets if _older(outbox / _pdf(path), outbox / path)]


def _pdf(path: str) -> str:
    return path.removesuffix(".docx") + ".pdf"


def _older(made: Path, source: Path) -> bool:
    """Whether a file must be made anew from its source."""
    try:
        wanted = source.stat().st_mtime_ns
    except OSError:
        return False
    try:
        return made.stat().st_mtime_ns < wanted
    except OSError:
        return True
