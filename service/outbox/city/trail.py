"""Two pages beside the drafted report: where each of its blocks comes from, and what an update changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from service.model.owned import Fate
from service.outbox.phrasing.numbers import figure, short_date
from service.outbox.phrasing.units import unit_name
from service.outbox.sheets.page import policy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.owned import Change, Known, Owned, Source
    from service.model.unit import Registry
    from service.outbox.city.blocks.memory import Memory
    from service.outbox.phrasing.names import Names
    from service.outbox.sheets.page import Press

_STYLE = "nguon-tong-hop.css"
_PAGE = "nguon-tong-hop.html"
_CHANGES = "thay-doi-tong-hop.html"


@dataclass(frozen=True, slots=True)
class Origin:
    """One place in one unit's report, as readers see it."""

    unit: str
    file: str
    sha256: str
    place: str
    """"đoạn 13"; empty where the file as a whole is meant."""
    figure: str
    """The indicator, its kind and its value; empty for words."""
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block beside its sources."""

    code: str
    title: str
    lines: tuple[str, ...]
    gone: bool
    origins: tuple[Origin, ...]


def trace_page(press: Press, memory: Memory, registry: Registry, names: Names, report: str) -> bytes:
    """The page that shows each block of a report and the words that it comes from, side by side.

    Args:
        press: Fills the template.
        memory: What the report remembers.
        registry: All units.
        names: What indicators are called.
        report: Name of the report's file.
    """
    unit = registry.get(memory.unit)
    blocks = tuple(_block(known, owned, registry, names, press) for known, owned in memory.blocks)
    return _page(
        press,
        _PAGE,
        {
            "report": report,
            "association": unit.association if unit else "",
            "issued": short_date(memory.issued, press.words),
            "pack": memory.pack,
            "blocks": blocks,
        },
    )


def origins(sources: Sequence[Source], registry: Registry, names: Names, press: Press) -> tuple[Origin, ...]:
    """Places in reports, as readers see them."""
    return tuple(_origin(source, registry, names, press) for source in sources)


def change_page(press: Press, changes: Sequence[Change], old: str, new: str) -> bytes:
    """The page that lists what an update changed; what is to be decided comes first.

    Args:
        press: Fills the template.
        changes: What became of each block.
        old: Name of the drafter's file.
        new: Name of the new one.
    """
    groups = [(fate, [one for one in changes if one.fate is fate]) for fate in ORDER]
    told = [
        {"title": press.words.say(f"city_report.fate.{fate}", count=len(found)), "changes": found}
        for fate, found in groups
        if found
    ]
    return _page(press, _CHANGES, {"groups": told, "old": old, "new": new})


ORDER = (Fate.CONFLICT, Fate.ORPHANED, Fate.STAYS_OUT, Fate.NEW, Fate.RENEWED, Fate.REMOVED, Fate.FOUND)
"""What asks for a person comes first."""


def _page(press: Press, name: str, values: dict[str, object]) -> bytes:
    style = press.source(_STYLE)
    # The office's own file; nothing of a report goes into it.
    values |= {"style": Markup(style), "policy": policy(style=style, script=None, nonce=False)}  # noqa: S704 - see above
    return press.page(name, values)


def _block(known: Known, owned: Owned, registry: Registry, names: Names, press: Press) -> Block:
    lines = tuple(line for line in known.text.split("\n") if line.strip())
    return Block(known.code, known.title, lines, known.gone, origins(owned.sources, registry, names, press))


def _origin(source: Source, registry: Registry, names: Names, press: Press) -> Origin:
    words, unit = press.words, registry.get(source.unit)
    place = "" if source.paragraph is None else words.say("city_report.paragraph", number=source.paragraph + 1)
    told = ""
    if source.figure and source.value is not None:
        name, _, kind = source.figure.partition(".")
        value = figure(source.value, source.measure, words)
        told = words.say(
            "city_report.trace.figure",
            indicator=names.indicator(name),
            kind=words.say(f"city_report.kind.{kind}").lower(),
            value=value,
        )
    return Origin(
        unit_name(unit, words) if unit else source.unit, source.file, source.sha256, place, told, source.words
    )
