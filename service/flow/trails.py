"""From a block, a phrase or a total of a drafted report back to the words of the units' reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.errors import UsageError, WorkspaceError
from service.flow.boards import CONSOLIDATED, REPORT
from service.flow.drafts import versions
from service.outbox.city.blocks.renew import opened
from service.outbox.publish import folder_of
from service.words.showing import shown

if TYPE_CHECKING:
    from pathlib import Path

    from service.model.owned import Source
    from service.model.unit import Registry
    from service.outbox.city.blocks.memory import Memory

SUMMARY = "summary"
"""Code of the block that holds the totals."""


@dataclass(frozen=True, slots=True)
class Trail:
    """One block, or one total, with the places that it comes from."""

    code: str
    title: str
    sources: tuple[Source, ...]
    total: float | None = None
    """The sum over the sources, where a total is asked for."""
    figure: str = ""


def newest_report(outbox: Path, unit: str) -> Path:
    """The newest report that the service has drafted for a unit.

    Raises:
        UsageError: there is none.
    """
    found = versions(outbox / folder_of(unit) / CONSOLIDATED, *REPORT)
    if not found:
        raise UsageError("city_report.trace.no_report", unit=unit)
    return found[max(found)]


def remembered(file: Path) -> Memory:
    """What a report remembers of its sources.

    Raises:
        UsageError: the file isn't there, or isn't one that this service drafted.
        WorkspaceError: it can't be read.
    """
    if not file.is_file():
        raise UsageError("cli.error.no_such_path", path=shown(file))
    try:
        return opened(file.read_bytes(), shown(file.name))[1]
    except OSError as trouble:
        reason = trouble.strerror or ""
        raise WorkspaceError("city_report.update.unreadable", file=shown(file), reason=reason) from trouble


def trails(memory: Memory, what: str) -> tuple[Trail, ...]:
    """The block of that code, or every block that holds that phrase, each with its sources."""
    phrase = _folded(what)
    exact = memory.block(what)
    found = [exact] if exact else [pair for pair in memory.blocks if phrase and phrase in _folded(pair[0].text)]
    return tuple(
        Trail(known.code, known.title, owned.sources if exact else _about(owned.sources, phrase))
        for known, owned in found
    )


def total_trails(memory: Memory, registry: Registry, indicator: str) -> tuple[Trail, ...]:
    """Each total of an indicator with the figures of the units directly below, which are what it was added from."""
    pair = memory.block(SUMMARY)
    sources = [one for one in pair[1].sources if one.figure.partition(".")[0] == indicator] if pair else []
    below = {unit.id for unit in registry.below(memory.unit)}
    direct = [one for one in sources if one.unit in below and one.value is not None]
    kinds = dict.fromkeys(one.figure for one in direct)
    return tuple(_total(kind, [one for one in direct if one.figure == kind]) for kind in kinds)


def _total(figure: str, sources: list[Source]) -> Trail:
    added = all(one.measure != "percent" for one in sources)
    total = sum(one.value or 0 for one in sources) if added else None
    return Trail(SUMMARY, "", tuple(sources), total, figure)


def _about(sources: tuple[Source, ...], phrase: str) -> tuple[Source, ...]:
    """The sources that say the phrase, or all of them where none says it word for word."""
    return tuple(one for one in sources if phrase in _folded(one.words)) or sources


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
