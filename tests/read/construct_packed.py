"""Constructs of the package: parts beside the text, prefixes, targets, encodings, and ways to zip."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from tests.read.builder import NAMESPACES, members, relation, zipped
from tests.read.constructs import STYLES, p, row, t, tbl, tc, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[dict[str, str | bytes]], None]

OLE = (
    '<w:object><v:shape><v:imagedata r:id="rIdP"/></v:shape><o:OLEObject Type="Embed" ProgID="Word.Document.12" '
    'r:id="rIdO"/></w:object>'
)
row(
    "document as an object: only its picture is shown",
    p(t("Thân bài") + f"<w:r>{OLE}</w:r>") + p("Hội đã vận động nhân dân học tập. " * 8),
    "Thân bài",
    hides="Bên trong",
    relations=relation("rIdO", "package", "embeddings/a.docx"),
    extra={"word/embeddings/a.docx": zipped(members(p("Bên trong")))},
)
row(
    "building blocks of the template",
    p("Thân bài"),
    "Thân bài",
    hides="Khối mẫu",
    relations=relation("rIdG", "glossaryDocument", "glossary/document.xml"),
    extra={
        "word/glossary/document.xml": f"<w:glossaryDocument {NAMESPACES}><w:docParts><w:docPart><w:docPartBody>"
        f"{p('Khối mẫu')}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    },
)


def other_prefix(package: dict[str, str | bytes]) -> None:
    text = str(package["word/document.xml"])
    package["word/document.xml"] = text.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace(" w:", " ns0:") \
        .replace("xmlns:w=", "xmlns:ns0=")  # fmt: skip


def default_prefix(package: dict[str, str | bytes]) -> None:
    text = str(package["word/document.xml"]).replace("<w:", "<").replace("</w:", "</")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package["word/document.xml"] = text.replace("<document ", f'<document xmlns="{space}" ')


def targets(old: str, new: str, member: str = "") -> Change:
    def change(package: dict[str, str | bytes]) -> None:
        for name in list(package):
            if name.endswith(".rels"):
                package[name] = str(package[name]).replace(f'Target="{old}"', f'Target="{new}"')
        if member:
            package[member] = package.pop("word/header1.xml")

    return change


def recoded(encoding: str, mark: bytes = b"", declared: str = "") -> Change:
    def change(package: dict[str, str | bytes]) -> None:
        for name in list(package):
            if name.endswith(".xml"):
                text = f"<?xml {declared or 'version=' + repr('1.0')}?>" + str(package[name])
                package[name] = mark + text.encode(encoding)

    return change


HEADED = p("Thân bài") + '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/></w:sectPr>'
row(
    "another prefix for Word's names",
    tbl(tr(tc("Ô"))) + p("Báo cáo", '<w:jc w:val="center"/>'),
    "Ô | Báo cáo",
    change=other_prefix,
)
row(
    "Word's names without a prefix",
    tbl(tr(tc("Ô"))) + p("Báo cáo", '<w:jc w:val="center"/>'),
    "Ô | Báo cáo",
    change=default_prefix,
)
row("target with a backslash", p("Báo cáo"), "Báo cáo", change=targets("word/document.xml", "word\\document.xml"))
row(
    "target from the folder itself",
    p("Báo cáo"),
    "Báo cáo",
    change=targets("word/document.xml", "./word/../word/document.xml"),
)
row(
    "target with a space as %20",
    HEADED,
    "Thân bài",
    beside="Đầu trang",
    header1=p("Đầu trang"),
    change=targets("header1.xml", "dau%20trang.xml", "word/dau trang.xml"),
)
row(
    "target with %20 that is the name itself",
    HEADED,
    "Thân bài",
    beside="Đầu trang",
    header1=p("Đầu trang"),
    change=targets("header1.xml", "dau%20trang.xml", "word/dau%20trang.xml"),
)
row(
    "target in other letters than the name",
    HEADED,
    "Thân bài",
    beside="Đầu trang",
    header1=p("Đầu trang"),
    change=targets("header1.xml", "Header1.XML"),
)
row("parts in UTF-8 with a byte order mark", p("Báo cáo"), "Báo cáo", change=recoded("utf-8", b"\xef\xbb\xbf"))
row("parts in UTF-16, most significant byte first", p("Báo cáo"), "Báo cáo", change=recoded("utf-16-be", b"\xfe\xff"))
row("parts in XML 1.1", p("Báo cáo"), "Báo cáo", change=recoded("utf-8", declared="version='1.1' encoding='utf-8'"))
row(
    "parts in windows-1258",
    p("Bao cao nam"),
    "Bao cao nam",
    change=recoded("cp1258", declared="version='1.0' encoding='windows-1258'"),
)


def repacked(method: int = zipfile.ZIP_DEFLATED, *, streamed: bool = False, large: bool = False, comment: bytes = b"",
             folders: bool = False) -> bytes:  # fmt: skip
    """The same file as other programs pack it."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return not streamed

    packed = Pipe()
    with zipfile.ZipFile(packed, "w", method) as archive:
        if folders:
            archive.writestr("word/", b"")
        for name, content in members(p("Báo cáo"), styles=STYLES).items():
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=large) as member:
                member.write(content.encode() if isinstance(content, str) else content)
        archive.comment = comment
    return packed.getvalue()


row("packed without compression", data=repacked(zipfile.ZIP_STORED), shows="Báo cáo")
row("packed in a stream (sizes behind the data)", data=repacked(streamed=True), shows="Báo cáo")
row("packed with fields for large files (zip64)", data=repacked(large=True), shows="Báo cáo")
row("packed with a comment", data=repacked(comment=b"PK ghi chu " * 20), shows="Báo cáo")
row("packed with entries for folders", data=repacked(folders=True), shows="Báo cáo")
row("a line before the package", data=b"\r\n" + repacked(), shows="Báo cáo")
