"""The part of a drafted report that remembers its blocks: what was generated, and from which words of which files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from service.model.owned import Known, Owned, Source
from service.outbox.city.blocks.package import OFFICE
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from service.outbox.city.blocks.package import Package

SPACE = "urn:tongket:nguon:1"
_N = f"{{{SPACE}}}"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ID = "{6B7B2C52-7C0A-4B6E-9D56-1C0F2D5A7E10}"
"""Word keeps custom parts by an id of their own; this one is ours."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a drafted report remembers of itself."""

    unit: str
    """Id of the unit that consolidates."""
    issued: str
    pack: str
    """The rule pack by which the reports were read."""
    blocks: tuple[tuple[Known, Owned], ...] = ()

    def block(self, code: str) -> tuple[Known, Owned] | None:
        """A block by its code."""
        return next((pair for pair in self.blocks if pair[0].code == code), None)

    def renewed(self, known: Iterable[Known], newer: Memory) -> Memory:
        """What the document remembers after an update: its own blocks with today's sources."""
        today, then = ({one.code: owned for one, owned in memory.blocks} for memory in (newer, self))
        pairs = ((one, today.get(one.code) or then.get(one.code) or Owned(one.code, one.title)) for one in known)
        return replace(newer, blocks=tuple(pairs))


def remember(package: Package, memory: Memory) -> None:
    """Write the memory into a document; one that is there is replaced."""
    name = _part(package)
    if name:
        package.put(name, _tree(memory))
        return
    taken = {part for part in package.names if part.startswith("customXml/")}
    number = next(n for n in range(1, len(taken) + 2) if f"customXml/item{n}.xml" not in taken)
    name = f"customXml/item{number}.xml"
    package.add(name, _tree(memory), "application/xml", source=package.main, relation=f"{OFFICE}/customXml")
    properties = etree.Element(f"{{{_STORE}}}datastoreItem", {f"{{{_STORE}}}itemID": _ID}, nsmap={"ds": _STORE})
    etree.SubElement(
        etree.SubElement(properties, f"{{{_STORE}}}schemaRefs"), f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": SPACE}
    )
    package.add(
        f"customXml/itemProps{number}.xml", properties, _PROPERTIES, source=name, relation=f"{OFFICE}/customXmlProps"
    )


def recall(package: Package) -> Memory | None:
    """What a document remembers; None where it isn't one of ours."""
    name = _part(package)
    if not name:
        return None
    root = package.tree(name)
    files = [(one.get("file", ""), one.get("sha256", "")) for one in root.iterfind(f"{_N}file")]
    blocks = tuple(_block(element, files) for element in root.iterfind(f"{_N}block"))
    return Memory(root.get("unit", ""), root.get("issued", ""), root.get("pack", ""), blocks)


def _part(package: Package) -> str:
    names = (name for name in package.names if name.startswith("customXml/") and name.endswith(".xml"))
    mark = SPACE.encode()
    return next((name for name in names if mark in package.read(name) and package.tree(name).tag == f"{_N}map"), "")


def _tree(memory: Memory) -> _Element:
    told = {"unit": memory.unit, "issued": memory.issued, "pack": memory.pack}
    root = etree.Element(f"{_N}map", told, nsmap={"tk": SPACE})
    files: dict[tuple[str, str], int] = {}
    for _, owned in memory.blocks:
        for source in owned.sources:
            files.setdefault((source.file, source.sha256), len(files))
    for file, sha256 in files:
        etree.SubElement(root, f"{_N}file", {"file": shown(file), "sha256": sha256})
    for known, owned in memory.blocks:
        marks = {"code": known.code, "gen": known.gen, "size": str(known.size), "title": shown(known.title)}
        marks |= {name: value for name, value in (("unit", owned.unit), ("section", owned.section)) if value}
        marks |= {"offered": known.offered} if known.offered else {}
        marks |= {"gone": "1"} if known.gone else {}
        block = etree.SubElement(root, f"{_N}block", marks)
        etree.SubElement(block, f"{_N}text").text = _clean(known.text)
        for source in owned.sources:
            _source(block, source, files[source.file, source.sha256])
    return root


def _clean(text: str) -> str:
    return "\n".join("\t".join(shown(cell) for cell in line.split("\t")) for line in text.split("\n"))


def _source(block: _Element, source: Source, file: int) -> None:
    marks = {"unit": source.unit, "file": str(file)}
    marks |= {} if source.paragraph is None else {"paragraph": str(source.paragraph)}
    marks |= {"figure": source.figure} if source.figure else {}
    marks |= {} if source.value is None else {"value": repr(source.value), "measure": source.measure}
    etree.SubElement(block, f"{_N}from", marks).text = shown(source.words)


def _block(element: _Element, files: list[tuple[str, str]]) -> tuple[Known, Owned]:
    code, title = element.get("code", ""), element.get("title", "")
    sources = tuple(_read_source(one, files) for one in element.iterfind(f"{_N}from"))
    known = Known(
        code,
        element.findtext(f"{_N}text") or "",
        element.get("gen", ""),
        int(element.get("size", "1")),
        element.get("offered", ""),
        gone=element.get("gone") == "1",
        title=title,
    )
    return known, Owned(code, title, element.get("unit", ""), element.get("section", ""), sources)


def _read_source(element: _Element, files: list[tuple[str, str]]) -> Source:
    file, sha256 = files[int(element.get("file", "0"))]
    paragraph, value = element.get("paragraph"), element.get("value")
    return Source(
        element.get("unit", ""),
        file,
        sha256,
        None if paragraph is None else int(paragraph),
        element.text or "",
        element.get("figure", ""),
        None if value is None else float(value),
        element.get("measure", ""),
    )
