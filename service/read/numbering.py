"""Automatic numbers: what Word would print before each numbered paragraph."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from service.read import formats
from service.read.fonts import font_of
from service.read.legacy import apply, of_font
from service.read.looks import SILENT, RunLook, is_on, read_run, whole
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.fonts import Theme
    from service.read.styles import Styles

LEVELS = 9
_SLOT = re.compile(r"%([1-9])")
_MAX_LINKS = 10
_MAX_TEXT = 255  # each numbered paragraph gets a copy


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Restarts after this level, counted from 1; 0 never, None after any higher one."""
    legal: bool = False
    font: str = ""
    look: RunLook = SILENT
    """What the level says of its labels' looks."""
    paragraph_style: str = ""


_PLAIN_LEVEL = Level()
_LEGAL = frozenset(("none", "decimalZero"))
"""Formats that a legal label keeps: "Section 1.01" below "Article I"."""


@lru_cache(maxsize=512)
def _template(text: str) -> tuple[tuple[str, int | None], ...]:
    """A label's text in parts: words as they are, and the levels whose numbers stand between them."""
    parts = _SLOT.split(text)[: 2 * LEVELS + 1]
    return tuple((part, int(part) - 1 if number % 2 else None) for number, part in enumerate(parts) if part)


class _List(NamedTuple):
    """One `w:num`: its levels and which definition it counts with."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class _Counter:
    """Where the paragraphs of one definition have got to."""

    def __init__(self) -> None:
        self.values: list[int | None] = [None] * LEVELS
        self.pending: dict[int, int] = {}
        """Start values that a `w:num` asked for and no paragraph has used."""
        self.used: set[str] = set()


class Count(NamedTuple):
    """Where a numbered paragraph stands in its list."""

    abstract: str
    """The definition that it counts with."""
    depth: int
    """Its level, from 0."""
    values: tuple[int, ...]
    """The number of each level down to its own."""


class Numbering:
    """The lists of a package, counting as paragraphs pass in order."""

    def __init__(self, root: _Element | None, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._abstracts: dict[str, _Element] = {}
        self._nums: dict[str, _Element] = {}
        self._lenders: dict[str, str] = {}
        """The definition that a numbering style stands for."""
        self._lists: dict[str, _List | None] = {}
        self._known: dict[str, dict[int, Level]] = {}
        self._counters: dict[str, _Counter] = {}
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                self._add_abstract(element)
            elif element.tag == W + "num":
                self._nums.setdefault(element.get(W + "numId", ""), element)

    def _add_abstract(self, element: _Element) -> None:
        ident = element.get(W + "abstractNumId", "")
        self._abstracts.setdefault(ident, element)
        link = child(element, W + "styleLink")
        if link is not None:
            self._lenders.setdefault(link.get(VAL, ""), ident)

    def label(self, num_id: str, level: int = 0, linked: str | None = None) -> str:
        """Count one paragraph and return its label; empty where the list isn't there. Arguments as in `count`."""
        found = self._list(num_id) if num_id != "0" else None
        depth = -1 if found is None else self._level_of(found, level, linked)
        if found is None or depth not in found.levels:
            return ""
        return self._written(found, self._counted(found, num_id, depth), depth)

    def count(self, num_id: str, level: int = 0, linked: str | None = None) -> Count | None:
        """Count one paragraph; None where the list isn't there.

        Args:
            num_id: The `w:numId` in effect; "0" takes a paragraph out of its list.
            level: The `w:ilvl` in effect.
            linked: The style that the number comes from; unless a style says a level itself, the one that the list
                links to it goes before `level`.
        """
        found = self._list(num_id) if num_id != "0" else None
        depth = -1 if found is None else self._level_of(found, level, linked)
        if found is None or depth not in found.levels:
            return None
        counter = self._counted(found, num_id, depth)
        return Count(found.abstract, depth, tuple(value or 0 for value in counter.values[: depth + 1]))

    def _counted(self, found: _List, num_id: str, depth: int) -> _Counter:
        counter = self._counters.setdefault(found.abstract, _Counter())
        self._advance(counter, found, num_id, depth)
        return counter

    def _level_of(self, found: _List, level: int, linked: str | None) -> int:
        chain = self._styles.chain(linked) if linked else []
        for link, base in zip(chain, [*chain[1:], None], strict=False):
            said = self._styles.get(link).paragraph.level
            if said is not None and (base is None or said != self._styles.get(base).paragraph.level):
                break  # the style says a level of its own
            for depth, definition in found.levels.items():
                if definition.paragraph_style == link:
                    return depth
        return min(max(level, 0), LEVELS - 1)

    def _advance(self, counter: _Counter, found: _List, num_id: str, depth: int) -> None:
        if num_id not in counter.used:
            counter.used.add(num_id)
            for level, start in found.starts.items():
                counter.pending[level] = start
        value = counter.values[depth]
        if depth in counter.pending:
            counter.values[depth] = counter.pending.pop(depth)
        else:
            counter.values[depth] = found.levels[depth].start if value is None else value + 1
        for level in range(depth):  # what this label shows of the levels above is counted, skipped or not
            if counter.values[level] is None:
                counter.values[level] = counter.pending.pop(level, found.levels.get(level, _PLAIN_LEVEL).start)
        for level in range(depth + 1, LEVELS):
            definition = found.levels.get(level)
            if definition and (definition.restart is None or depth < definition.restart):
                counter.values[level] = None

    def _written(self, found: _List, counter: _Counter, depth: int) -> str:
        level = found.levels[depth]
        if level.look.hidden:
            return ""
        if level.style == "bullet":
            return formats.bullet(apply(level.text, of_font(level.font)), level.font)

        written = "".join(
            [
                part if number is None else self._number(found, counter, level, number)
                for part, number in _template(level.text)
            ]
        )
        written = apply(written, of_font(level.font), level.font) if level.font else written
        return (written.upper() if level.look.caps else written).strip()

    def _number(self, found: _List, counter: _Counter, level: Level, place: int) -> str:
        other = found.levels.get(place, _PLAIN_LEVEL)
        value = counter.values[place]
        style = "decimal" if level.legal and other.style not in _LEGAL else other.style
        return formats.number(other.start if value is None else value, style)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract_id = self._abstract_of(num)
        abstract = self._abstracts.get(abstract_id)
        if num is None or abstract is None:
            return None
        levels = dict(self._levels(abstract_id, abstract))
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            depth = _depth(override)
            own = child(override, W + "lvl")
            if own is not None:
                levels[depth] = self._level(own)
            start = child(override, W + "startOverride")
            if start is not None:
                starts[depth] = _number(start, 1)
        return _List(abstract_id, levels, starts)

    def _abstract_of(self, num: _Element | None) -> str:
        """Follow a list that borrows its levels from a numbering style."""
        ident = ""
        for _ in range(_MAX_LINKS):
            pointer = child(num, W + "abstractNumId") if num is not None else None
            ident = pointer.get(VAL, "") if pointer is not None else ident
            abstract = self._abstracts.get(ident)
            link = child(abstract, W + "numStyleLink") if abstract is not None else None
            if link is None:
                return ident
            style = self._styles.get(link.get(VAL))
            if style.paragraph.num_id not in self._nums:
                return self._lenders.get(link.get(VAL, ""), ident)
            num = self._nums[style.paragraph.num_id or ""]
        return ident

    def _levels(self, ident: str, abstract: _Element) -> dict[int, Level]:
        """The levels of a definition, read once: Word gives every list of a report its own copy of the same few."""
        if ident not in self._known:
            self._known[ident] = {_depth(element): self._level(element) for element in abstract.iterchildren(W + "lvl")}
        return self._known[ident]

    def _level(self, element: _Element) -> Level:
        parts = {part.tag.rpartition("}")[2]: part for part in element}
        rpr = parts.get("rPr")
        fonts = child(rpr, W + "rFonts") if rpr is not None else None
        style = _format(parts["numFmt"]) if "numFmt" in parts else _alternate_format(element)
        text = parts["lvlText"].get(VAL, "")[:_MAX_TEXT] if "lvlText" in parts else ""
        return Level(
            start=_number(parts.get("start"), 0),
            style=style,
            text="•" if "lvlPicBulletId" in parts and style == "bullet" else text,
            restart=whole(parts["lvlRestart"].get(VAL)) if "lvlRestart" in parts else None,
            legal="isLgl" in parts and is_on(parts["isLgl"]),
            font=(font_of(fonts, self._theme) or "") if fonts is not None else "",
            look=read_run(rpr, self._theme) if rpr is not None else SILENT,
            paragraph_style=parts["pStyle"].get(VAL, "") if "pStyle" in parts else "",
        )


def _alternate_format(element: _Element) -> str:
    """Word wraps formats that older versions lack."""
    chosen = next(element.iter(W + "numFmt"), None)
    return _format(chosen) if chosen is not None else "decimal"


def _format(element: _Element) -> str:
    """The name of a format; one of the document's own is told by its first number ("001")."""
    style = element.get(VAL, "decimal")
    return element.get(W + "format", "").partition(",")[0] if style == "custom" else style


def _depth(element: _Element) -> int:
    return min(max(whole(element.get(W + "ilvl")) or 0, 0), LEVELS - 1)


def _number(element: _Element | None, default: int) -> int:
    value = whole(element.get(VAL)) if element is not None else None
    return min(max(default if value is None else value, -1_000_000), 1_000_000)
