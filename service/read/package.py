"""The package: its parts, what they are, and how they point at each other."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.read import xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.read.gate import Container

CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_MAIN_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": Format.DOCX,
    "application/vnd.ms-word.document.macroenabled.main+xml": Format.DOCM,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": Format.DOTX,
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": Format.DOTM,
}
_FOREIGN = (("spreadsheet", "spreadsheet"), ("ms-excel", "spreadsheet"), ("presentation", "presentation"),
            ("powerpoint", "presentation"))  # fmt: skip


class Link(NamedTuple):
    """A relationship to a part inside the package."""

    kind: str
    """Last word of its type: styles, footnotes, image."""
    part: str


class Package:
    """A Word package whose container has passed the gate.

    Args:
        container: Its parts.
        format: What the file is, where that isn't told by the main part.
    """

    def __init__(self, container: Container, format: Format | None = None) -> None:  # noqa: A002 - the domain's word
        self.container = container
        self._types = _Types(container)
        self._links: dict[str, dict[str, Link]] = {}
        self.main = self._main_part()
        told = self._format()
        self.format = format or told

    def xml(self, part: str) -> _Element:
        """The root element of a part."""
        return xml.parse(self.container.read(part))

    def content_type(self, part: str) -> str:
        """The declared content type of a part, in lower case."""
        return self._types.of(part)

    def links(self, part: str) -> dict[str, Link]:
        """The relationships of a part to others inside the package, by id; outside and dangling ones are left out."""
        if part not in self._links:
            self._links[part] = {ident: Link(kind, target) for ident, kind, target in self._read_links(part)}
        return self._links[part]

    def related(self, kind: str) -> str | None:
        """The first part that the main part relates to as `kind`."""
        return next((link.part for link in self.links(self.main).values() if link.kind == kind), None)

    def _read_links(self, part: str) -> Iterator[tuple[str, str, str]]:
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", name + ".rels")
        if source not in self.container:
            return
        for element in self.xml(source).iterchildren(_RELATIONSHIP):
            if element.get("TargetMode") == "External":
                continue
            target = self._member(folder, element.get("Target", ""))
            if target is not None:
                yield element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target

    def _member(self, folder: str, target: str) -> str | None:
        """The part that a target means: names are written with and without their signs in percent."""
        path = target.partition("#")[0].replace("\\", "/")
        names = (_unquoted(path), path) if "%" in path else (path,)
        return next((part for part in (_resolve(folder, one) for one in names) if part in self.container), None)

    def _main_part(self) -> str:
        named = next((link.part for link in self.links("").values() if link.kind == "officeDocument"), None)
        part = named or self._types.first(tuple(_MAIN_TYPES)) or "word/document.xml"
        if part not in self.container:
            raise UnreadableReport("file.corrupt", "no_main")
        return part

    def _format(self) -> Format:
        declared = self._types.of(self.main)
        for word, variant in _FOREIGN:
            if word in declared:
                raise UnreadableReport("file.not_word", variant)
        if not declared:
            raise UnreadableReport("file.corrupt", "no_main")
        return _MAIN_TYPES.get(declared, Format.DOCX)


class _Types:
    """[Content_Types].xml."""

    def __init__(self, container: Container) -> None:
        if CONTENT_TYPES not in container:
            raise UnreadableReport("file.corrupt", "no_main")
        self._parts: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        for element in xml.parse(container.read(CONTENT_TYPES)):
            kind = element.get("ContentType", "").lower()
            if name := element.get("PartName"):
                self._parts[name.lstrip("/").casefold()] = kind
            elif ending := element.get("Extension"):
                self._endings[ending.casefold()] = kind

    def of(self, part: str) -> str:
        key = part.casefold()
        return self._parts.get(key) or self._endings.get(key.rpartition(".")[2], "")

    def first(self, kinds: tuple[str, ...]) -> str | None:
        return next((part for part, kind in self._parts.items() if kind in kinds), None)


def _unquoted(path: str) -> str:
    from urllib.parse import unquote  # noqa: PLC0415 - a slow start for what few files need

    return unquote(path)


def _resolve(folder: str, path: str) -> str:
    joined = path if path.startswith("/") else posixpath.join("/" + folder, path)
    return posixpath.normpath(joined).lstrip("/")
