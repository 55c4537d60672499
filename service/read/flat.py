"""Word files that are one XML file ("Word XML Document"): the parts of the package as its elements."""

from __future__ import annotations

import binascii
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from service.errors import UnreadableReport
from service.read import xml
from service.read.gate import MAX_MEMBERS, MAX_WHOLE
from service.read.package import CONTENT_TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://schemas.microsoft.com/office/2006/xmlPackage"
_PKG = f"{{{NAMESPACE}}}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_END = b"package>"
_LONGEST_TAIL = 64
_LONGEST_NAME = 0xFFFF
"""In bytes: a zip holds no longer one."""


def is_flat(text: str) -> bool:
    """Whether a file that begins so is one."""
    return NAMESPACE in text


def package(data: bytes) -> bytes:
    """The same file as the zip that Word usually makes of it.

    Raises:
        UnreadableReport: file.corrupt or file.too_large.
    """
    root = _root(data)
    types = etree.Element(f"{{{_TYPES}}}Types", nsmap={"t": _TYPES})
    packed, names, left = BytesIO(), {CONTENT_TYPES.casefold()}, MAX_WHOLE
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as written:
        for part in root.iterchildren(_PKG + "part"):
            name, content = part.get(_PKG + "name", "").removeprefix("/"), _content(part)
            left -= len(content)
            if left < 0 or len(names) >= MAX_MEMBERS:
                raise UnreadableReport("file.too_large")
            if not name or name.casefold() in names or "\0" in name or len(name.encode()) > _LONGEST_NAME:
                raise UnreadableReport("file.corrupt", "unsafe")
            names.add(name.casefold())
            kind = part.get(_PKG + "contentType", "")
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
            written.writestr(zipfile.ZipInfo(name), content)
        written.writestr(zipfile.ZipInfo(CONTENT_TYPES), etree.tostring(types, encoding="UTF-8"))
    return packed.getvalue()


def _root(data: bytes) -> _Element:
    checked = xml.checked(data)
    if _END not in checked.rstrip()[-_LONGEST_TAIL:].replace(b" ", b""):
        raise UnreadableReport("file.corrupt", "cut")
    root = xml.tree(checked)
    if root.tag != _PKG + "package":
        raise UnreadableReport("file.corrupt", "no_main")
    return root


def _content(part: _Element) -> bytes:
    """The bytes of a part, whether it is written as XML or as the letters of base64."""
    for said in part:
        if said.tag == _PKG + "xmlData":
            inner = next(said.iterchildren(etree.Element), None)
            return b"" if inner is None else etree.tostring(inner, encoding="UTF-8", with_tail=False)
        if said.tag == _PKG + "binaryData":
            try:
                return binascii.a2b_base64(said.text or "")
            except (binascii.Error, ValueError):
                raise UnreadableReport("file.corrupt", "damaged") from None
    return b""
