"""What Word shows is read once and in order, and what it doesn't show isn't, construct by construct."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from service.read import read
from tests.read import construct_body, construct_files, construct_more, construct_odd, construct_packed  # noqa: F401 - each fills the table
from tests.read.constructs import ROWS, faults

if TYPE_CHECKING:
    from service.model.manuscript import Manuscript


def spoken(manuscript: Manuscript) -> str:
    return "\n".join(f"{one.label} {one.text}" for one in manuscript.paragraphs)


@pytest.mark.parametrize("construct", ROWS, ids=lambda one: one.name)
def test_every_construct_is_read_as_word_shows_it(construct):
    manuscript = read(construct.data)
    levels = {
        one.text: one.look.outline_level + 1 for one in manuscript.paragraphs if one.look.outline_level is not None
    }
    beside = "\n".join(one.text for one in manuscript.notes)
    assert not faults(construct, spoken(manuscript), beside, levels)


def test_the_table_is_as_long_as_the_peers_one():
    assert len(ROWS) >= 39
    assert len({row.name for row in ROWS}) == len(ROWS)


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="Goc"><w:rPr><w:i/></w:rPr></w:style><w:style w:type="table" w:styleId="Luoi">'
    '<w:basedOn w:val="Goc"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastCol"><w:rPr><w:caps/></w:rPr></w:tblStylePr></w:style>'
)


@pytest.mark.parametrize("switches", ['w:firstRow="1" w:lastColumn="1"', 'w:val="0120"'])
def test_a_tables_style_gives_its_looks_to_the_rows_and_columns_that_are_switched_on(docx, switches):
    cells = "".join(f"<w:tc><w:p>{r(text)}</w:p></w:tc>" for text in ("một", "hai"))
    properties = f'<w:tblPr><w:tblStyle w:val="Luoi"/><w:tblLook {switches}/></w:tblPr>'
    body = f"<w:tbl>{properties}<w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl><w:p>{r('ngoài')}</w:p>"
    found = [(one.text, one.look.bold, one.look.italic) for one in read(docx(body, styles=TABLE_STYLE)).paragraphs]
    assert found == [
        ("một", True, True), ("HAI", True, True), ("một", False, True), ("HAI", False, True), ("ngoài", False, False)
    ]  # fmt: skip


def test_a_tables_style_that_isnt_switched_on_or_not_there_gives_nothing(docx):
    for properties in ('<w:tblStyle w:val="Luoi"/>', '<w:tblStyle w:val="Mat"/><w:tblLook w:val="xyz"/>'):
        body = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr><w:tc><w:p>{r('một')}</w:p></w:tc></w:tr></w:tbl>"
        assert not read(docx(body, styles=TABLE_STYLE)).paragraphs[0].look.bold


def test_words_under_a_merged_cell_are_told_as_hidden(docx):
    cell = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p>{}</w:p></w:tc>"
    rows = (cell.format(' w:val="restart"', r("thấy")), cell.format("", r("khuất")))
    manuscript = read(docx("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"))
    assert [(one.text, one.paragraph) for one in manuscript.hidden] == [("khuất", 1)]
    assert [(cell.text, cell.row_span) for cell in manuscript.tables[0].cells] == [("thấy", 2)]


def chunked(docx, name: str, content: bytes | str) -> Manuscript:
    link = f'<Relationship Id="rIdC" Type="http://x/aFChunk" Target="{name}"/>'
    return read(docx(f'<w:p>{r("a")}</w:p><w:altChunk r:id="rIdC"/>', relations=link, extra={f"word/{name}": content}))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("c.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("c.mht", "MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx"),
        ("c.xml", '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
    ],
)
def test_a_document_inside_that_cant_be_read_is_told(docx, name, content):
    assert [(one.text, one.paragraph) for one in chunked(docx, name, content).unread] == [(f"word/{name}", 0)]


def test_a_document_inside_that_isnt_there_is_told(docx):
    assert [one.text for one in read(docx(f'<w:p>{r("a")}</w:p><w:altChunk r:id="rIdC"/>')).unread] == ["rIdC"]


def test_a_footnote_of_a_document_inside_is_its_own(docx):
    def footnoted(text: str, more: str = "", **parts: object) -> bytes:
        reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        note = f'<w:footnote w:id="2"><w:p>{r(text)}</w:p></w:footnote>'
        return docx(f"<w:p>{r('a')}{reference}</w:p>{more}", footnotes=note, **parts)

    link = '<Relationship Id="rIdC" Type="http://x/aFChunk" Target="c.docx"/>'
    inner = footnoted("chú thích trong")
    outer = footnoted("ngoài", '<w:altChunk r:id="rIdC"/>', relations=link, extra={"word/c.docx": inner})
    assert sorted((one.text, one.anchor) for one in read(outer).notes) == [("chú thích trong", 1), ("ngoài", 0)]


@pytest.mark.parametrize(
    ("kind", "switch", "settings", "shown"),
    [
        ("first", "", "", False), ("first", "<w:titlePg/>", "", True), ("first", '<w:titlePg w:val="0"/>', "", False),
        ("even", "", "", False), ("even", "", "<w:evenAndOddHeaders/>", True), ("default", "", "", True),
    ],
)  # fmt: skip
def test_a_header_that_no_page_shows_isnt_read(docx, kind, switch, settings, shown):
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId_header1"/>{switch}</w:sectPr>'
    body = f"<w:p>{r('a')}</w:p>{section}"
    notes = read(docx(body, header1=f"<w:p>{r('đầu trang')}</w:p>", settings=settings)).notes
    assert [one.text for one in notes] == ["đầu trang"] * shown
