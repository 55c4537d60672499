"""Once a day the running service brings the round reports up to date: one at a look, while nothing else is to do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from service.consolidate.progress import progress
from service.flow.boards import CONSOLIDATED, PROGRESS
from service.flow.clock import now
from service.flow.drafts import versions
from service.flow.round_reports import lay_report, reviewing
from service.flow.tools import Tally
from service.outbox.publish import folder_of

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools
    from service.model.progress import Progress
    from service.model.standing import Board


class DailyReports:
    """Knows which reports are still to be looked after today."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._day = ""
        self._todo: list[str] = []

    def step(self, board: Board | None) -> Tally:
        """Look after one report: lay a new one where there is news since the last.

        Raises:
            TongketError: a template or the outbox can't be used.
        """
        today = now()[:10]
        if today != self._day:
            self._day, self._todo = today, list(reviewing(self._tools.rulebook.registry))
        if board is None or not self._todo:
            return Tally()
        unit, gathered = self._todo.pop(0), self._tools.settings.round
        if any(standing.unit.id.startswith(f"{unit}.") for standing in board.standings):
            told = progress(board, self._tools.rulebook.registry, unit, gathered, date.fromisoformat(today))
            if news(told, self._last(unit)):
                lay_report(self._tools, told)
        return Tally()

    def _last(self, unit: str) -> date | None:
        """The day of the newest report that lies there."""
        taken = versions(self._tools.settings.outbox / folder_of(unit) / CONSOLIDATED, *PROGRESS)
        return _day(taken[max(taken)]) if taken else None


def news(told: Progress, last: date | None) -> bool:
    """Whether a report of today would tell what one of that day doesn't: something came, or a last day has passed."""
    sent = [one.claim.received[:10] for row in told.rows for one in row.standing.submissions]
    if last is None:
        return bool(sent)
    if last >= told.today:
        return False
    passed = any(row.unit.deadline is not None and last <= row.unit.deadline < told.today for row in told.rows)
    return passed or max(sent, default="") >= last.isoformat()


def _day(path: Path) -> date | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
    except OSError:
        return None
