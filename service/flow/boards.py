"""The dashboard in the outbox, brought up to date with as little writing as can be."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from service.flow.clock import now
from service.flow.drafts import versions, within
from service.flow.stand_ins import filled
from service.outbox.board.dashboard import INDEX, dashboard
from service.outbox.board.data import DATA
from service.outbox.board.reminders import by_unit
from service.outbox.publish import folder_of, publish

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from service.flow.tools import Tools
    from service.model.reminder import Draft
    from service.model.rulebook import Rulebook
    from service.model.standing import Board
    from service.words import Words

CONSOLIDATED = "tong-hop"
REPORT = ("bao-cao-tong-hop", ".docx")
COMPENDIUM = ("tap-hop", ".docx")
WORKBOOK = ("so-lieu", ".xlsx")
PROGRESS = ("bao-cao-tien-do", ".docx")
_LISTED = (
    (REPORT, "cli.output.report"),
    (COMPENDIUM, "cli.output.compendium"),
    (WORKBOOK, "cli.output.workbook"),
    (PROGRESS, "cli.output.progress"),
)
_STALE = 24 * 3600
"""Seconds for which a reader may still have the page open that asks for an older data file."""


class Dashboard:
    """Knows what it showed last, so that only pages of units that changed are made again."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._shown: Board | None = None
        self._day = ""
        self._letters: tuple[Draft, ...] = ()

    @property
    def of_today(self) -> bool:
        """Whether the last state was shown today: what is overdue changes by itself at midnight."""
        return self._day == now()[:10]

    def show(self, board: Board, *, listing: bool = False, notice: str = "", also: Collection[str] = ()) -> None:
        """Bring the pages up to date; a reader sees the old page or the new one.

        Args:
            board: who has sent what.
            listing: only what the first page lists is new; the units' pages lie there already.
            notice: why the rules that lie there aren't in force.
            also: units whose page is another one, though they stand as they did.

        Raises:
            TongketError: a template or the outbox can't be used.
        """
        tools, moment = self._tools, now()
        letters = tuple(one for one in tools.ledger.drafts() if (tools.settings.outbox / one.path).is_file())
        told = set(letters) ^ set(self._letters) if self._shown else ()
        again = {*also, *by_unit(told)}
        pages = changed_units(self._shown or board, board) | again if listing or self._shown else None
        sources = consolidated(tools.settings.outbox, tools.rulebook, tools.words)
        files = filled(tools, lambda templates: dashboard(
            templates, board, tools.rulebook.registry, tools.words, moment, sources,
            gathered=tools.settings.round, pages=pages, letters=letters, notice=notice, pack=tools.rulebook.name,
        ))  # fmt: skip
        for path, data in files.items():
            if path != INDEX or not _says_the_same(tools.settings.outbox / path, data, tools.words):
                publish(tools.settings.outbox, path, data)
        _sweep(tools.settings.outbox, files)
        self._shown, self._day, self._letters = board, moment[:10], letters


def changed_units(before: Board, after: Board) -> frozenset[str]:
    """Units whose page is another one now: those that stand otherwise, and all above them."""
    stood = {standing.unit.id: standing for standing in before.standings}
    parents = {standing.unit.id: standing.unit.parent for standing in after.standings}
    found: set[str] = set()
    for standing in after.standings:
        unit: str | None = standing.unit.id
        if stood.get(standing.unit.id) != standing:
            while unit is not None and unit not in found:
                found.add(unit)
                unit = parents.get(unit)
    return frozenset(found)


def consolidated(outbox: Path, rulebook: Rulebook, words: Words) -> tuple[tuple[str, str], ...]:
    """The consolidated outputs that lie in the outbox, the newest version of each: what it is, and its path."""
    parents = {unit.parent for unit in rulebook.registry.units}
    found = []
    for unit in rulebook.registry.units:
        folder = f"{folder_of(unit.id)}/{CONSOLIDATED}"
        if unit.id not in parents or not (outbox / folder).is_dir():
            continue
        for (stem, suffix), key in _LISTED:
            if taken := versions(outbox / folder, stem, suffix):
                found.append((words.say(key, unit=unit.association), f"{folder}/{taken[max(taken)].name}"))
    return tuple(found)


def _says_the_same(page: Path, data: bytes, words: Words) -> bool:
    """Whether the page that lies there says no more and no less, but for the moment at which it was made."""
    moment = re.escape(words.say("dashboard.updated", time="\0", day="\1"))
    moment = moment.replace("\0", r"\d\d:\d\d").replace("\1", r"[\w/ ]{8,20}")
    try:
        old = page.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return re.sub(moment, "", old, count=1) == re.sub(moment, "", data.decode(), count=1)


def _sweep(outbox: Path, kept: Collection[str]) -> None:
    """Remove data files of older pages that nobody has open any more."""
    folder = (outbox / DATA).parent
    for path in within(folder):
        relative = path.relative_to(outbox).as_posix()
        if relative.startswith(DATA) and relative not in kept:
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _STALE:
                    path.unlink()
