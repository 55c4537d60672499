"""A Word file as its parts: those that nobody changes stay as they are, byte for byte."""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from service.read import xml

if TYPE_CHECKING:
    from lxml.etree import _Element

TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_LINKS = f'<Relationships xmlns="{_LINK.strip("{}")}"/>'.encode()
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


class Package:
    """The parts of a Word file, to be read and changed."""

    def __init__(self, data: bytes) -> None:
        """Open a package.

        Raises:
            zipfile.BadZipFile: it is none.
            KeyError: it holds no document.
        """
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self._infos = package.infolist()
            self._parts = {info.filename: package.read(info) for info in self._infos}
        self.main = self._target("", f"{OFFICE}/officeDocument")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part; KeyError where there is none."""
        return self._parts[name]

    def tree(self, name: str) -> _Element:
        """A part as a tree that may be changed."""
        return xml.parse(self._parts[name])

    def put(self, name: str, part: bytes | _Element) -> None:
        """Replace or add a part."""
        if not isinstance(part, bytes):
            part = etree.tostring(part, encoding="UTF-8", standalone=True)
        self._parts[name] = part

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the package: kind and name of the part by the relationship's id."""
        source = _links_of(name)
        if source not in self._parts:
            return {}
        return {
            link.get("Id", ""): (link.get("Type", ""), _absolute(name, link.get("Target", "")))
            for link in self.tree(source).iterfind(f"{_LINK}Relationship")
            if link.get("TargetMode") != "External"
        }

    def styles(self) -> _Element:
        """The styles of the document; an empty element where it has none."""
        found = (name for kind, name in self.links(self.main).values() if kind.endswith("/styles"))
        name = next((one for one in found if one in self._parts), "")
        return self.tree(name) if name else etree.Element("styles")

    def kind(self, name: str) -> str:
        """The content type of a part."""
        types = self.tree(TYPES)
        for element in types.iterfind(f"{_TYPE}Override"):
            if element.get("PartName", "").casefold() == f"/{name}".casefold():
                return element.get("ContentType", "")
        ending = posixpath.splitext(name)[1].lstrip(".").casefold()
        defaults = types.iterfind(f"{_TYPE}Default")
        return next(
            (one.get("ContentType", "") for one in defaults if one.get("Extension", "").casefold() == ending), ""
        )

    def add(self, name: str, part: bytes | _Element, kind: str, *, source: str, relation: str, ident: str = "") -> str:
        """Add or replace a part that `source` refers to; return the relationship's id."""
        self.put(name, part)
        if self.kind(name) != kind:
            types = self.tree(TYPES)
            etree.SubElement(types, f"{_TYPE}Override", {"PartName": f"/{name}", "ContentType": kind})
            self.put(TYPES, types)
        known = next((one for one, (_, target) in self.links(source).items() if target == name), "")
        if known:
            return known
        links = self.tree(_links_of(source)) if _links_of(source) in self._parts else xml.parse(_NO_LINKS)
        taken = {element.get("Id") for element in links}
        free = (f"rIdTk{number}" for number in range(1, len(taken) + 2))
        ident = ident if ident and ident not in taken else next(one for one in free if one not in taken)
        target = posixpath.relpath(name, posixpath.dirname(source) or ".")
        etree.SubElement(links, f"{_LINK}Relationship", {"Id": ident, "Type": relation, "Target": target})
        self.put(_links_of(source), links)
        return ident

    def bytes(self) -> bytes:
        """The whole file: old parts in their order, new ones behind them by name, every date the same."""
        written = io.BytesIO()
        old = {info.filename: info for info in self._infos}
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
            for name in [*old, *sorted(set(self._parts) - set(old))]:
                info = copy.copy(old[name]) if name in old else zipfile.ZipInfo(name, _FIRST_DAY)
                info.extra, info.compress_type = b"", zipfile.ZIP_DEFLATED
                if name not in old:
                    info.external_attr, info.create_system = 0o600 << 16, 0
                package.writestr(info, self._parts[name])
        return written.getvalue()

    def _target(self, source: str, relation: str) -> str:
        for kind, name in self.links(source).values():
            if kind == relation or kind.endswith("/officeDocument"):
                return name
        raise KeyError(relation)


def _links_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _absolute(source: str, target: str) -> str:
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(source), target)
    return posixpath.normpath(joined)
