"""What the compendium has of its own: styles, page numbers, headings, contents; measures by Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from service.read.xml import R, W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.model.city import Passage
    from service.model.compendium import Heading

_W, _R = W.strip("{}"), R.strip("{}")
_IGNORED = {
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16cex": "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "w16": "http://schemas.microsoft.com/office/word/2018/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
}
KNOWN = frozenset(_IGNORED.values())
"""Namespaces that the whole document lets older programs skip."""
_NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _IGNORED.items())
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DOCUMENT = (
    f'{HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" {_NAMES} '
    f'mc:Ignorable="{" ".join(_IGNORED)}"><w:body>'
)
CHAPTER, UNIT, PLAIN, BREAK = "TapHopPhan", "TapHopDonVi", "TapHopVan", "TapHopNgat"
_CONTENTS, _CONTENTS_TITLE = ("TapHopMucLuc1", "TapHopMucLuc2"), "TapHopMucLuc"
_HEADER = "TapHopDauTrang"
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_UPRIGHT = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)
_DOTS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>'


def _style(ident: str, name: str, ppr: str, rpr: str, more: str = "") -> str:
    size = "" if "w:sz " in rpr else '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>{more}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{_FONT}{rpr}{size}</w:rPr></w:style>"
    )


STYLES = "".join(
    (
        _style(
            CHAPTER,
            "heading 1",
            '<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0" w:after="240"/><w:jc w:val="center"/>'
            '<w:outlineLvl w:val="0"/>',
            "<w:b/><w:bCs/><w:caps/>",
            f'<w:next w:val="{PLAIN}"/><w:qFormat/>',
        ),
        _style(
            UNIT,
            "heading 2",
            '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="808080"/></w:pBdr>'
            '<w:spacing w:before="360" w:after="160"/><w:outlineLvl w:val="1"/>',
            "<w:b/><w:bCs/>",
            f'<w:next w:val="{PLAIN}"/><w:qFormat/>',
        ),
        _style(PLAIN, "Tập hợp: văn bản", '<w:spacing w:before="60" w:after="60"/><w:jc w:val="both"/>', ""),
        _style(
            _CONTENTS_TITLE,
            "Tập hợp: mục lục",
            '<w:pageBreakBefore/><w:spacing w:after="240"/><w:jc w:val="center"/>',
            "<w:b/><w:bCs/>",
        ),
        _style(BREAK, "Tập hợp: ngắt trang", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
               '<w:sz w:val="2"/><w:szCs w:val="2"/>'),
        _style(_CONTENTS[0], "toc 1", f'{_DOTS}<w:spacing w:before="120" w:after="0"/>', "<w:b/><w:bCs/>"),
        _style(_CONTENTS[1], "toc 2", f'{_DOTS}<w:spacing w:before="0" w:after="0"/><w:ind w:left="284"/>', ""),
        _style(_HEADER, "header", '<w:jc w:val="center"/>', ""),
    )
)  # fmt: skip


def styles(own: Iterable[bytes]) -> Iterable[bytes]:
    """The styles part around these styles."""
    yield f'{HEAD}<w:styles xmlns:w="{_W}">'.encode()
    yield from own
    yield b"</w:styles>"


def style_sheet() -> bytes:
    """Our own styles as a part."""
    return f'<w:styles xmlns:w="{_W}">{STYLES}</w:styles>'.encode()


def section(header: str, layout: bytes = b"", *, first: bool = False) -> bytes:
    """A `w:sectPr`; upright where no layout is given."""
    bare = "<w:titlePg/>" if first else ""
    inside = layout.decode() or _UPRIGHT
    return f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>{inside}{bare}</w:sectPr>'.encode()


def section_break(section_: bytes) -> bytes:
    """An empty paragraph that ends a section."""
    return b'<w:p><w:pPr><w:pStyle w:val="%b"/>%b</w:pPr></w:p>' % (BREAK.encode(), section_)


CONTROL_END = b"</w:sdt>"


def control(tag: str, alias: str, ident: int) -> bytes:
    """What begins the content control around a piece: who wrote it, and in which file."""
    head = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(alias[:64])}"/><w:tag w:val="{escape(tag)}"/><w:id w:val="{ident}"/>'
        "</w:sdtPr>"
    )
    return head.encode()


def heading(one: Heading, ident: int) -> bytes:
    """A heading with the bookmark that the contents lead to."""
    style = CHAPTER if one.level == 1 else UNIT
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:bookmarkStart w:id="{ident}" w:name="{one.bookmark}"/>'
        f'<w:r><w:t xml:space="preserve">{escape(one.text)}</w:t></w:r><w:bookmarkEnd w:id="{ident}"/></w:p>'
    ).encode()


def paragraph(text: str, style: str = PLAIN) -> bytes:
    """A paragraph of words alone; line breaks and tabs are kept."""
    parts = escape(text, quote=False).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    parts = parts.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    run = f'<w:r><w:t xml:space="preserve">{parts}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'.encode()


def plain(passages: Iterable[Passage], notes: Iterable[str]) -> bytes:
    """The words of a section without their looks, as the inside of a control; then the notes to them."""
    texts = [f"{one.label} {one.text}".strip() for one in passages]
    said = b"".join(map(paragraph, (*texts, *(f"* {note}" for note in notes))))
    return b"<w:sdtContent>%b</w:sdtContent>" % said


def contents(title: str, headings: Iterable[Heading]) -> bytes:
    """The table of contents: each line asks for the page of its heading, which every program can tell by itself.

    A field for the whole table is left out: where Word would build it anew, others show its lines as they were written.
    """
    entries = "".join(map(_entry, headings))
    return paragraph(title, _CONTENTS_TITLE) + entries.encode()


def _entry(one: Heading) -> str:
    page = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'PAGEREF {one.bookmark} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>…</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{_CONTENTS[one.level - 1]}"/></w:pPr><w:hyperlink w:anchor="{one.bookmark}" '
        f'w:history="1"><w:r><w:t xml:space="preserve">{escape(one.text)}</w:t></w:r></w:hyperlink><w:r><w:tab/></w:r>'
        f"{page}</w:p>"
    )


def header() -> bytes:
    """The page number in the middle of the top margin."""
    return (
        f'{HEAD}<w:hdr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="{_HEADER}"/></w:pPr><w:fldSimple w:instr=" PAGE ">'
        "<w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>"
    ).encode()


def notes(kind: str, pieces: Iterable[bytes]) -> Iterable[bytes]:
    """The part of the footnotes or endnotes."""
    yield f'{HEAD}<w:{kind}s xmlns:w="{_W}" xmlns:r="{_R}">'.encode()
    for ident, mark in ((-1, "separator"), (0, "continuationSeparator")):
        yield (
            f'<w:{kind} w:type="{mark}" w:id="{ident}"><w:p><w:pPr><w:pStyle w:val="{BREAK}"/></w:pPr>'
            f"<w:r><w:{mark}/></w:r></w:p></w:{kind}>"
        ).encode()
    yield from pieces
    yield f"</w:{kind}s>".encode()


def numbering(abstracts: Iterable[bytes], nums: Iterable[bytes]) -> Iterable[bytes]:
    """The part of the lists."""
    yield f'{HEAD}<w:numbering xmlns:w="{_W}">'.encode()
    yield from abstracts
    yield from nums
    yield b"</w:numbering>"


def settings() -> bytes:
    """How programs are to treat the file: as Word of today."""
    kinds = "".join(
        f'<w:{kind}Pr><w:{kind} w:id="-1"/><w:{kind} w:id="0"/></w:{kind}Pr>' for kind in ("footnote", "endnote")
    )
    return (
        f'{HEAD}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{kinds}<w:compat><w:compatSetting w:name='
        '"compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    ).encode()


def properties(title: str, day: str) -> bytes:
    """The document's title and day."""
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>tongket</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>'
    ).encode()


def package_relations() -> bytes:
    """Where the package begins."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    ).encode()
