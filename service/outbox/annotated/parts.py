"""The parts of a Word file that comments need: the comments themselves, their content type, their relationship."""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from service.read import xml
from service.read.package import CONTENT_TYPES
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_LINKS = f'<Relationships xmlns="{_LINKS}"/>'.encode()
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_SIZE = "20"
"""Half points: comments are read in the margin, where the document's own size would be too large."""
_FONT = "Times New Roman"
"""A document in an old Vietnamese font would show a comment's Unicode letters as other ones."""
COMMENT = W + "comment"


class Parts:
    """The members of a package; those that are changed or added go beside the others, which stay as they are."""

    def __init__(self, data: bytes) -> None:
        """Open a package.

        Raises:
            zipfile.BadZipFile: it is damaged in a way that a repaired copy would hide.
        """
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self._infos = package.infolist()
            self._bytes = {info.filename: package.read(info) for info in self._infos}
            self._comment = package.comment
        self._changed: dict[str, bytes] = {}
        doubled = len(self._bytes) != len(self._infos)
        if doubled or any(info.flag_bits & 1 for info in self._infos) or CONTENT_TYPES not in self._bytes:
            raise zipfile.BadZipFile

    def __contains__(self, name: str) -> bool:
        """Whether there is a member of exactly that name."""
        return name in self._bytes or name in self._changed

    def tree(self, name: str) -> _Element:
        """A part as a tree that may be changed."""
        return xml.parse(self._changed.get(name) or self._bytes[name])

    def put(self, name: str, root: _Element) -> None:
        """Replace or add a part."""
        self._changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def packed(self) -> bytes:
        """The whole file: members in their order, with their dates; new ones at the end."""
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
            package.comment = self._comment
            for info in self._infos:
                same = copy.copy(info)
                same.extra = b""
                package.writestr(same, self._changed.get(info.filename, self._bytes[info.filename]))
            for name in (name for name in self._changed if name not in self._bytes):
                new = zipfile.ZipInfo(name, _FIRST_DAY)
                new.compress_type, new.external_attr, new.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 0
                package.writestr(new, self._changed[name])
        return written.getvalue()


def comments_part(parts: Parts, main: str, known: str | None) -> tuple[str, _Element]:
    """The part that holds comments and its tree; made, named and related where the file has none."""
    if known is not None:
        return known, parts.tree(known)
    folder = posixpath.dirname(main)
    name = _free(parts, posixpath.join(folder, "comments"))
    _declare(parts, name)
    _relate(parts, main, posixpath.basename(name))
    return name, etree.Element(W + "comments", nsmap={"w": W.strip("{}")})


def comment(ident: str, author: str, initials: str, day: str, lines: Sequence[Mapping[str, str]]) -> _Element:
    """One comment.

    Args:
        ident: Its id.
        author: Who writes.
        initials: The writer's initials.
        day: Date, ISO 8601.
        lines: Its paragraphs: "label" in bold, then "text".
    """
    made = etree.Element(
        COMMENT,
        {W + "id": ident, W + "author": author, W + "date": f"{day}T00:00:00Z", W + "initials": initials},
        nsmap={"w": W.strip("{}")},
    )
    for number, line in enumerate(lines):
        paragraph = etree.SubElement(made, W + "p")
        if number == 0:
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
        for text, bold in ((line.get("label", ""), True), (line.get("text", ""), False)):
            if text:
                _run(paragraph, text, bold=bold)
    return made


def next_ident(trees: Iterable[_Element]) -> int:
    """A number that no comment in these trees has."""
    tags = (COMMENT, W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
    told = (element.get(W + "id", "") for tree in trees for element in tree.iter(*tags))
    return max((int(text) for text in told if text.isascii() and text.isdigit()), default=-1) + 1


def _run(paragraph: _Element, text: str, *, bold: bool) -> None:
    run = etree.SubElement(paragraph, W + "r")
    looks = etree.SubElement(run, W + "rPr")
    etree.SubElement(looks, W + "rFonts", {W + name: _FONT for name in ("ascii", "hAnsi", "cs")})
    if bold:
        etree.SubElement(looks, W + "b")
    etree.SubElement(looks, W + "sz", {W + "val": _SIZE})
    said = etree.SubElement(run, W + "t")
    said.text = text
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _free(parts: Parts, stem: str) -> str:
    number = 1
    while (name := f"{stem}{number if number > 1 else ''}.xml") in parts:
        number += 1
    return name


def _declare(parts: Parts, name: str) -> None:
    types = parts.tree(CONTENT_TYPES)
    # A declaration without a part may be left over from a program that dropped the comments.
    for element in types.findall(f"{{{_TYPES}}}Override"):
        if element.get("PartName", "").casefold() == f"/{name}".casefold():
            types.remove(element)
    etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE})
    parts.put(CONTENT_TYPES, types)


def _relate(parts: Parts, main: str, target: str) -> None:
    source = posixpath.join(posixpath.dirname(main), "_rels", posixpath.basename(main) + ".rels")
    links = parts.tree(source) if source in parts else xml.parse(_NO_LINKS)
    for element in links.findall(f"{{{_LINKS}}}Relationship"):
        if element.get("Type") == _COMMENTS_LINK:
            links.remove(element)  # it leads nowhere, else its part would be known
    taken = {element.get("Id") for element in links}
    ident = next(name for number in range(1, len(taken) + 2) if (name := f"rIdTongket{number}") not in taken)
    etree.SubElement(links, f"{{{_LINKS}}}Relationship", {"Id": ident, "Type": _COMMENTS_LINK, "Target": target})
    parts.put(source, links)
