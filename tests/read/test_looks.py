"""The looks of paragraphs, through runs, styles and defaults."""

from __future__ import annotations

import pytest

from service.read import read
from service.read.styles import canonical


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def style(ident: str, name: str, inside: str = "", kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{ident}" {more}><w:name w:val="{name}"/>{inside}</w:style>'


def look(docx, body: str, styles: str = ""):
    return read(docx(body, styles=styles)).paragraphs[0].look


def styled(ident: str, inside: str = r("x")) -> str:
    return p(inside, f'<w:pStyle w:val="{ident}"/>')


def test_direct_formatting_is_seen(docx):
    found = look(docx, p(r("MỤC", '<w:b/><w:i/><w:u w:val="single"/><w:sz w:val="28"/>'), '<w:jc w:val="center"/>'))
    assert (found.bold, found.italic, found.underlined, found.capitals, found.centred, found.size) == (
        *[True] * 5,
        14.0,
    )


def test_bold_needs_every_visible_character_and_spaces_dont_count(docx):
    assert look(docx, p(r("a", "<w:b/>") + r("  ") + r("b", "<w:b/>"))).bold
    assert not look(docx, p(r("a", "<w:b/>") + r("b"))).bold
    assert not look(docx, p(r("  ", "<w:b/>"))).bold


@pytest.mark.parametrize(
    ("inside", "length"),
    [
        (r("Một là, ", "<w:b/>") + r("bám sát"), 7),
        (r("Mô", "<w:b/>") + r("\u0323t", "<w:b/>") + r(" hai"), 3),
        (r("thường ") + r("đậm", "<w:b/>"), 0),
        (r("hết", "<w:b/>"), 3),
        (r("không"), 0),
    ],
)
def test_a_bold_beginning_is_measured(docx, inside, length):
    assert look(docx, p(inside)).bold_prefix == length


def test_a_style_gives_its_name_level_and_looks_through_its_chain(docx):
    styles = style(
        "u1",
        "Tiêu đề 1",
        '<w:pPr><w:outlineLvl w:val="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
    )
    styles += style("Con", "Mục của tôi", '<w:basedOn w:val="u1"/><w:rPr><w:sz w:val="26"/></w:rPr>')
    found = look(docx, styled("Con"), styles)
    assert (found.style, found.outline_level, found.centred, found.bold, found.size) == (
        "mục của tôi",
        0,
        True,
        True,
        13,
    )
    assert look(docx, styled("u1"), styles).style == "heading 1"


def test_a_level_of_nine_is_body_text_and_a_direct_level_goes_first(docx):
    styles = style("H", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    assert look(docx, p(r("x"), '<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>'), styles).outline_level is None
    assert look(docx, p(r("x"), '<w:outlineLvl w:val="2"/>'), styles).outline_level == 2


def test_a_heading_style_has_its_level_even_where_no_style_sheet_says_so(docx):
    assert look(docx, styled("H"), style("H", "heading 3")).outline_level == 2
    found = read(docx(styled("Heading2"))).paragraphs[0].look
    assert (found.style, found.outline_level) == ("heading 2", 1)


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "<w:b/>", "", False),
        ("<w:b/>", "", "", True),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
        ("<w:b/>", "", '<w:b w:val="off"/>', False),
    ],
)
def test_switches_of_two_styles_cancel_each_other_and_direct_formatting_decides(
    docx, paragraph, character, direct, bold
):
    styles = style("P", "p", f"<w:rPr>{paragraph}</w:rPr>") + style(
        "C", "c", f"<w:rPr>{character}</w:rPr>", "character"
    )
    assert look(docx, styled("P", r("x", '<w:rStyle w:val="C"/>' + direct)), styles).bold is bold


def test_defaults_and_the_default_style_hold_where_nothing_else_is_said(docx):
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert look(docx, p(r("x")), defaults).size == 12
    styles = defaults + style("Bt", "Normal", '<w:rPr><w:sz w:val="28"/><w:caps/></w:rPr>', more='w:default="1"')
    manuscript = read(docx(p(r("báo cáo")), styles=styles))
    assert (manuscript.paragraphs[0].text, manuscript.paragraphs[0].look.size) == ("BÁO CÁO", 14)
    assert manuscript.paragraphs[0].look.capitals


def test_a_style_that_is_based_on_itself_ends(docx):
    styles = style("A", "a", '<w:basedOn w:val="B"/>') + style("B", "b", '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>')
    assert look(docx, styled("A"), styles).bold


@pytest.mark.parametrize(
    "before",
    [
        p('<w:r><w:br w:type="page"/></w:r>'),
        p(r("a") + '<w:r><w:br w:type="page"/></w:r>'),
        p(r("a"), "<w:sectPr/>"),
    ],
)
def test_a_page_break_before_a_paragraph_is_seen_from_any_side(docx, before):
    assert read(docx(before + p(r("b")) + "<w:sectPr/>")).paragraphs[1].look.page_break_before


def test_a_page_break_within_or_before_the_paragraph_itself_counts(docx):
    assert look(docx, p('<w:r><w:br w:type="page"/></w:r>' + r("a"))).page_break_before
    assert look(docx, p(r("a"), "<w:pageBreakBefore/>")).page_break_before
    body = p(r("a"), "<w:sectPr/>") + p(r("b")) + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    assert not read(docx(body)).paragraphs[1].look.page_break_before


@pytest.mark.parametrize(
    ("name", "known"),
    [("heading 1", "heading 1"), ("Heading 2,Mục", "heading 2"), ("Đầu đề 3", "heading 3"), ("Tiêu đề", "title"),
     ("Bình thường", "normal"), ("Heading1", "heading 1"), ("Của riêng", "của riêng"), ("Mục lục 1", "toc 1")],
)  # fmt: skip
def test_style_names_have_one_spelling(name, known):
    assert canonical(name) == known
