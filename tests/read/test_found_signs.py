"""What public and odd documents showed about signs: raised digits, formulas, boxes, marks without width."""

from __future__ import annotations

import pytest

from service.check.figures.numbers.numbers import figures
from service.language import fold
from service.read import read
from tests.read.builder import members, relation, zipped


def t(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def shown(*content: str, **parts: str) -> str:
    return read(zipped(members(f"<w:p>{''.join(content)}</w:p>", **parts))).paragraphs[0].text


UP = '<w:vertAlign w:val="superscript"/>'


def test_raised_digits_behind_a_number_or_word_do_not_go_on_with_it():
    found = shown(t("có 41.250"), t("1", UP), t(" hội viên"), t("12", UP), t(", đạt 27%"), t("3", UP), t(" dân số"))
    assert found == "có 41.250¹ hội viên¹², đạt 27%³ dân số"
    assert [figure.value for figure in figures(fold(found))] == [41250, 27]
    assert "hội viên" in fold(found).split(",")[0].rstrip()


def test_raised_letters_and_square_metres_stay_as_they_are():
    assert shown(t("20 m"), t("2", UP), t(", lần thứ 4"), t("th", UP)) == "20 m2, lần thứ 4th"
    assert shown(t("2", UP), t("H"), t("2", '<w:vertAlign w:val="subscript"/>'), t("O")) == "2H2O"


def test_a_note_mark_raised_by_its_style_is_one_too():
    style = f'<w:style w:type="character" w:styleId="a"><w:rPr>{UP}</w:rPr></w:style>'
    marked = '<w:rStyle w:val="a"/>'
    assert (
        shown(t("1.200"), t("1", marked), t("1", marked + '<w:vertAlign w:val="baseline"/>'), styles=style) == "1.200¹1"
    )


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (f"<m:f><m:num>{r('1')}</m:num><m:den>{r('2')}</m:den></m:f>", "1/2"),
        (f"<m:sSup><m:e>{r('10')}</m:e><m:sup>{r('6')}</m:sup></m:sSup>", "10⁶"),
        (f"<m:sSubSup><m:e>{r('a')}</m:e><m:sub>{r('1')}</m:sub><m:sup>{r('n')}</m:sup></m:sSubSup>", "a_1^n"),
        (f"<m:rad><m:deg/><m:e>{r('4')}</m:e></m:rad>", "√4"),
        (f"<m:d><m:e>{r('a')}</m:e><m:e>{r('b')}</m:e></m:d>", "(a b)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{r("a")}</m:e></m:d>', "[a"),
        (f"<m:m><m:mr><m:e>{r('12')}</m:e><m:e>{r('34')}</m:e></m:mr></m:m>", "12 34"),
        (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub/><m:sup/><m:e>{r("x")}</m:e></m:nary>', "∑x"),
        ("<m:f><m:num/><m:den/></m:f>", ""),
    ],
)
def test_a_formula_is_a_line_in_which_no_two_numbers_run_together(formula, line):
    assert shown(f"<m:oMath>{formula}</m:oMath>") == line


BOX = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>'
CODE = '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_a_box_of_a_form_is_shown_ticked_or_not():
    ticked = ("<w:default/>", '<w:default w:val="0"/><w:checked/>')
    empty = ("", '<w:default w:val="0"/>', '<w:checked w:val="0"/><w:default/>')
    assert [shown(BOX.format(state) + CODE) for state in (*ticked, *empty)] == ["☒", "☒", "☐", "☐", "☐"]


def test_signs_of_the_second_wingdings_font_are_boxes_and_ticks():
    signs = "".join(f'<w:r><w:sym w:font="Wingdings 2" w:char="F0{code}"/></w:r>' for code in ("50", "52", "A3", "97"))
    assert shown(signs) == "✓☑☐•"


def test_marks_of_direction_have_no_width():
    assert shown(t("\u2066Hội\u2069 Khuyến\u200f học")) == "Hội Khuyến học"


def test_a_web_page_shown_in_a_cell_is_text_of_the_cell():
    cell = '<w:tbl><w:tr><w:tc><w:altChunk r:id="a"/><w:p/></w:tc></w:tr></w:tbl>'
    page = {"word/a.html": "<html><meta charset=utf-8><p>Hội</p><p>Quỹ</p></html>"}
    found = read(zipped(members(cell, relations=relation("a", "aFChunk", "a.html"), extra=page)))
    assert (found.tables[0].cells[0].text, [one.text for one in found.paragraphs]) == ("Hội\nQuỹ\n", ["Hội", "Quỹ", ""])


STRICT = {
    "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/": "http://purl.oclc.org/ooxml/wordprocessingml/",
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
}
DRAWN = '<w:p><w:r><w:drawing><wp:extent cx="360000" cy="360000"/>{}</w:drawing></w:r></w:p>'


def test_charts_and_sizes_of_pictures_are_read_in_the_strict_dialect():
    body = DRAWN.format('<c:chart r:id="a"/>') + DRAWN.format('<a:blip r:embed="b"/>')
    spaces = " ".join(f'xmlns:{short}="http://schemas.openxmlformats.org/drawingml/2006/{name}"'
                      for short, name in (("c", "chart"), ("a", "main")))  # fmt: skip
    chart = f"<c:chartSpace {spaces}><a:p><a:r><a:t>Hội viên</a:t></a:r></a:p></c:chartSpace>"
    package = members(body, relations=relation("a", "chart", "chart.xml"), extra={"word/chart.xml": chart})
    for name in package:
        for usual, strict in STRICT.items():
            package[name] = str(package[name]).replace(usual, strict)
    found = read(zipped(package))
    assert [(note.kind, note.text) for note in found.notes] == [("graphic", "Hội viên")]
    assert (found.pictures, found.largest_picture) == (1, 1.0)
