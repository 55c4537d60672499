"""A tiny builder of Word files: XML strings zipped up."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "theme": "theme",
    "settings": "settings",
    "header1": "header",
    "footer1": "footer",
}
ROOTS = {"header1": "hdr", "footer1": "ftr"}


def content_types(main: str = MAIN, part: str = "/word/document.xml", endings: str = "", parts: str = "") -> str:
    return (
        f'<Types xmlns="{PACKAGE}content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'{endings}<Override PartName="{part}" ContentType="{main}"/>{parts}</Types>'
    )


def relationships(entries: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}relationships">{entries}</Relationships>'


def relation(ident: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{ident}" Type="{RELATIONSHIP}{kind}" Target="{target}" {more}/>'


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def members(
    body: str, *, relations: str = "", extra: Mapping[str, str | bytes] | None = None, **parts: str
) -> dict[str, str | bytes]:
    """The members of a Word file; each keyword is a part (`styles`, `numbering`, `header1`...) and its content."""
    links = "".join(relation(f"rId_{name}", KINDS[name], f"{name}.xml") for name in parts)
    declared = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN.replace("document.main", KINDS[name])}"/>'
        for name in parts
        if name != "theme"
    )
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(parts=declared),
        "_rels/.rels": relationships(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(links + relations),
    }
    for name, content in parts.items():
        root = ROOTS.get(name, name)
        found[f"word/{name}.xml"] = content if name == "theme" else f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
    return found | dict(extra or {})
