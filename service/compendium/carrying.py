"""Pictures, charts and diagrams: each part comes along once, under a name of its own, with what it leads to."""

from __future__ import annotations

import hashlib
import posixpath
import re
from html import escape
from typing import TYPE_CHECKING, Protocol

from service.compendium.accepting import remove
from service.model.compendium import Removed
from service.read.compact import WORDS
from service.read.xml import A, R, W

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element

    from service.compendium.survey import Survey
    from service.read.package import Link, Package

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = {
    "diagramDrawing": "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
    "chartEx": "http://schemas.microsoft.com/office/2014/relationships/chartEx",
    "chartStyle": "http://schemas.microsoft.com/office/2011/relationships/chartStyle",
    "chartColorStyle": "http://schemas.microsoft.com/office/2011/relationships/chartColorStyle",
}
_WITH_LINKS = frozenset(("chart", "chartEx", "diagramData", "diagramDrawing", "diagramLayout"))
_CARRIED = _WITH_LINKS | {"image", "diagramQuickStyle", "diagramColors", "chartStyle", "chartColorStyle", "package",
                          "chartUserShapes", "themeOverride"}  # fmt: skip
_MOST_DEEP = 4
_HOLDERS = frozenset(W + name for name in ("drawing", "pict", "object"))
_DRAWING_LINK = re.compile(rb'\brelId="([^"]*)"')
_POINTER = re.compile(rb'\sr:(?:id|embed|link|pict|href)="([^"<>]{1,40})"')
_EXTERNAL = re.compile(rb"<c:externalData\b.*?</c:externalData>|<c:externalData\b[^>]*/>", re.DOTALL)
_ENDING = re.compile(r"[a-z0-9]{1,5}")


class Store(Protocol):
    """Where parts go."""

    def add(self, name: str, data: bytes, kind: str) -> None:
        """Take a part in, with its content type."""


class Relations:
    """The relationships of one part of the compendium."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}

    def to(self, kind: str, target: str) -> str:
        """The id of the relationship to a part, given by its path from the part that has it."""
        key = (kind, target)
        if key not in self._known:
            self._known[key] = f"rId{len(self._known) + 1}"
        return self._known[key]

    def written(self) -> bytes:
        """The relationships part."""
        return _relationships((ident, kind, target) for (kind, target), ident in self._known.items())


class Carrier:
    """Carries the parts of all reports into one package."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stored: dict[bytes, str] = {}

    def carry(
        self, package: Package, links: dict[str, Link], seen: Survey, to: Relations, removed: Counter[Removed]
    ) -> None:
        """Bring along every part that something in what was seen shows, and point at it there.

        Args:
            package: The report.
            links: The relationships of the part that it is of.
            seen: Changed in place: what leads nowhere, or out of the file, goes.
            to: The relationships of the part that it goes to.
            removed: Counts what was taken out.
        """
        drawing_of = {ident: link for ident, link in links.items() if link.kind == "diagramDrawing"}
        dropped = False
        # A drawing may hold another one; each element is pointed anew once.
        for element in dict.fromkeys(one for holder in seen.holders for one in holder.iter()):
            for name in _pointers(element):
                link = links.get(element.get(name, ""))
                if link is None or link.kind not in _CARRIED:
                    removed[Removed.LINKS] += link is None and name == R + "link"
                    self._drop(element, name)
                    dropped = True
                    continue
                target = self._stored_as(package, link, 0, drawing_of, to)
                element.set(name, to.to(link.kind, target))
        if dropped:
            seen.look()

    def _drop(self, element: _Element, name: str) -> None:
        del element.attrib[name]
        if element.tag in (A + "hlinkClick", A + "hlinkHover"):
            remove(element)
            return
        if _pointers(element):
            return
        holder = next((above for above in (element, *element.iterancestors()) if above.tag in _HOLDERS), None)
        if holder is not None and next(holder.iter(W + "t", WORDS), None) is None:
            remove(holder)

    def _stored_as(
        self, package: Package, link: Link, depth: int, drawings: dict[str, Link], to: Relations | None
    ) -> str:
        """Path of a part below `word/`; parts that hold the same bytes and lead nowhere are one."""
        data = package.container.read(link.part)
        links = package.links(link.part) if link.kind in _WITH_LINKS and depth < _MOST_DEEP else {}
        inner = {ident: one for ident, one in links.items() if one.kind in _CARRIED}
        relations = _relationships(
            (ident, one.kind, posixpath.join("..", self._stored_as(package, one, depth + 1, {}, None)))
            for ident, one in inner.items()
        )
        data = _without_outside(data, inner) if link.kind in _WITH_LINKS else data
        if link.kind == "diagramData" and to is not None:
            data = self._with_drawing(package, data, drawings, to)
        key = hashlib.sha256(link.kind.encode() + data + relations).digest()
        name = self._stored.get(key)
        if name is None:
            name = self._stored[key] = _named(link, len(self._stored) + 1)
            self._store.add(f"word/{name}", data, package.content_type(link.part))
            if inner:
                folder, last = posixpath.split(name)
                self._store.add(f"word/{folder}/_rels/{last}.rels", relations, "")
        return name

    def _with_drawing(self, package: Package, data: bytes, drawings: dict[str, Link], to: Relations) -> bytes:
        """A diagram's data names the relationship of the text to the drawing that shows it."""
        found = _DRAWING_LINK.search(data)
        link = drawings.get(found[1].decode("ascii", "replace")) if found else None
        if found is None or link is None:
            return data
        ident = to.to(link.kind, self._stored_as(package, link, 1, {}, None))
        return data[: found.start(1)] + ident.encode() + data[found.end(1) :]


def _pointers(element: _Element) -> list[str]:
    """The attributes by which an element points at other parts."""
    return [name for name in map(str, element.attrib) if name.startswith(R)]


def _without_outside(data: bytes, inner: Collection[str]) -> bytes:
    """A part without what leads out of the file."""

    def kept(match: re.Match[bytes]) -> bytes:
        return match[0] if match[1].decode("ascii", "replace") in inner else b""

    data = _POINTER.sub(kept, data)
    return _EXTERNAL.sub(lambda match: match[0] if b"r:id=" in match[0] else b"", data)


def _relationships(lines: Iterable[tuple[str, str, str]]) -> bytes:
    written = "".join(
        f'<Relationship Id="{escape(ident)}" Type="{_TYPES.get(kind, _TYPE + kind)}" Target="{target}"/>'
        for ident, kind, target in lines
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.'
        f'openxmlformats.org/package/2006/relationships">{written}</Relationships>'
    ).encode()


def _named(link: Link, number: int) -> str:
    ending = link.part.rpartition(".")[2].lower()
    ending = ending if _ENDING.fullmatch(ending) else "bin"
    folder = "media" if link.kind == "image" else "parts"
    return f"{folder}/{link.kind.lower()}{number}.{ending}"
