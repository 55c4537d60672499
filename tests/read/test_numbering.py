"""Automatic numbers are what Word prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.read import read
from service.read.formats import bullet, number


def level(depth: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(ident: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{ident}">{"".join(levels)}</w:abstractNum>'


def num(ident: int, abstract_id: int, more: str = "") -> str:
    return f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{abstract_id}"/>{more}</w:num>'


def item(ident: int, depth: int = 0, text: str = "x") -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{ident}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def labels(docx, body: str, numbering: str, **more: str) -> list[str]:
    return [one.label for one in read(docx(body, numbering=numbering, **more)).paragraphs]


REPORT = abstract(
    1,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    level(3, "lowerLetter", "%4)"),
)


def test_levels_count_and_start_again_below_a_higher_one(docx):
    body = "".join(item(1, depth) for depth in (0, 1, 1, 2, 3, 3, 0, 1))
    assert labels(docx, body, REPORT + num(1, 1)) == ["I.", "1.", "2.", "1.2.1", "a)", "b)", "II.", "1."]


def test_two_lists_of_one_definition_count_on(docx):
    assert labels(docx, item(1) + item(2) + item(1), REPORT + num(1, 1) + num(2, 1)) == ["I.", "II.", "III."]


def test_a_list_with_a_start_of_its_own_starts_there_once(docx):
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item(1) + item(1) + item(2) + item(2)
    assert labels(docx, body, REPORT + num(1, 1) + num(2, 1, override)) == ["I.", "II.", "I.", "II."]


def test_a_list_may_redefine_a_level(docx):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "Phần %1:", start=3)}</w:lvlOverride>'
    assert labels(docx, item(2) + item(2), REPORT + num(2, 1, override)) == ["Phần 3:", "Phần 4:"]


@pytest.mark.parametrize(("restart", "last"), [("0", "3."), ("1", "1."), (None, "1.")])
def test_a_level_starts_again_only_after_the_level_that_it_names(docx, restart, last):
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%2.", more)) + num(1, 1)
    assert labels(docx, "".join(item(1, depth) for depth in (0, 1, 1, 0, 1)), lists)[-1] == last


def test_a_number_may_come_from_the_style_and_from_the_style_it_is_based_on(docx):
    lists = abstract(
        1,
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>', start=7),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Tieumuc"/>'),
    ) + num(4, 1)
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Tieumuc"><w:basedOn w:val="Muc"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>' for style in ("Muc", "Tieumuc", "Con"))
    assert labels(docx, body, lists, styles=styles) == ["VII.", "1.", "VIII."]


def test_number_zero_takes_a_paragraph_out_of_its_styles_list(docx):
    styles = (
        '<w:style w:type="paragraph" w:styleId="M"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    out = '<w:p><w:pPr><w:pStyle w:val="M"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>'
    assert labels(docx, out + '<w:p><w:pPr><w:pStyle w:val="M"/></w:pPr></w:p>', REPORT + num(1, 1), styles=styles) == [
        "",
        "I.",
    ]


def test_a_list_may_borrow_its_levels_from_a_numbering_style(docx):
    borrowed = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
    lender = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Kieu"/>'
        + level(0, "lowerRoman", "(%1)")
        + "</w:abstractNum>"
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Kieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(docx, item(2) + item(2), lender + borrowed + num(1, 1) + num(2, 2), styles=style) == ["(i)", "(ii)"]


def test_a_list_that_borrows_from_itself_ends(docx):
    loop = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="K"/></w:abstractNum>' + num(2, 2)
    style = '<w:style w:type="numbering" w:styleId="K"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    assert labels(docx, item(2), loop, styles=style) == [""]


def test_a_style_that_says_a_level_doesnt_take_the_one_of_the_style_it_is_based_on(docx):
    lists = abstract(1, level(0, "decimal", "%1.", '<w:pStyle w:val="Muc"/>'), level(1, "decimal", "%1.%2."))
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>' for style in ("Muc", "Con", "Muc", "Con"))
    assert labels(docx, body, lists + num(1, 1), styles=styles) == ["1.", "1.1.", "2.", "2.1."]


def test_a_legal_label_has_no_roman_numbers_and_keeps_its_leading_zero(docx):
    lists = abstract(1, level(0, "upperRoman", "Điều %1."), level(1, "decimalZero", "Khoản %1.%2", "<w:isLgl/>")) + num(
        1, 1
    )
    assert labels(docx, item(1) + item(1, 1), lists) == ["Điều I.", "Khoản 1.01"]


def test_a_redefined_level_goes_on_counting_where_the_list_stands(docx):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    body = item(1) + item(2) + item(2) + item(1)
    assert labels(docx, body, REPORT + num(1, 1) + num(2, 1, override)) == ["I.", "B.", "C.", "IV."]


def test_a_level_that_was_skipped_is_counted(docx):
    lists = abstract(1, *(level(n, "decimal", text) for n, text in enumerate(("%1.", "%1.%2.", "%1.%2.%3."))))
    body = "".join(item(1, depth) for depth in (2, 1, 0, 2, 1))
    assert labels(docx, body, lists + num(1, 1)) == ["1.1.1.", "1.2.", "2.", "2.1.1.", "2.2."]


def test_an_empty_paragraph_that_ends_a_section_has_no_number(docx):
    broken = item(1, text="").replace("</w:pPr>", "<w:sectPr/></w:pPr>")
    pictured = broken.replace("<w:t>", "<w:drawing/><w:t>")
    assert labels(docx, item(1) + broken + item(1), REPORT + num(1, 1)) == ["I.", "", "II."]
    assert labels(docx, item(1) + pictured + item(1), REPORT + num(1, 1)) == ["I.", "II.", "III."]


def test_a_higher_level_that_never_came_shows_its_start(docx):
    assert labels(docx, item(1, 2), REPORT + num(1, 1)) == ["1.1.1"]


def test_a_label_in_a_legacy_font_is_decoded(docx):
    lists = abstract(
        1, level(0, "decimal", "PhÇn %1:", '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>')
    )
    assert labels(docx, item(1), lists + num(1, 1)) == ["Phần 1:"]


def test_a_deleted_paragraph_and_an_unknown_list_count_nothing(docx):
    joined = item(1).replace("<w:numPr>", '<w:rPr><w:del w:author="A"/></w:rPr><w:numPr>')
    assert labels(docx, item(1) + joined + item(1) + item(9), REPORT + num(1, 1)) == ["I.", "II.", ""]


@pytest.mark.parametrize(
    ("style", "value", "written"),
    [
        ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("upperRoman", 1994, "MCMXCIV"), ("lowerRoman", 4, "iv"),
        ("upperLetter", 26, "Z"), ("lowerLetter", 27, "aa"), ("lowerLetter", 54, "bbb"), ("ordinal", 1, "1st"),
        ("ordinal", 12, "12th"), ("ordinal", 23, "23rd"), ("none", 5, ""), ("numberInDash", 2, "- 2 -"),
        ("cardinalText", 1, "One"), ("cardinalText", 40, "Forty"), ("cardinalText", 21, "Twenty-one"),
        ("cardinalText", 100, "100"), ("ordinalText", 1, "First"), ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 20, "Twentieth"), ("ordinalText", 32, "Thirty-second"), ("ordinalText", 101, "101st"),
        ("vietnameseCounting", 4, "bốn"), ("vietnameseCounting", 10, "mười"), ("vietnameseCounting", 15, "mười lăm"),
        ("vietnameseCounting", 21, "hai mươi mốt"), ("vietnameseCounting", 100, "100"), ("hex", 26, "1A"),
        ("chicago", 2, "†"), ("chicago", 5, "**"), ("chicago", 0, "0"), ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"), ("decimalFullWidth", 12, "１２"), ("ganada", 2, "2"),
        ("upperRoman", 0, "0"), ("lowerLetter", 0, "0"),
    ],
)  # fmt: skip
def test_a_number_is_written_in_its_format(style, value, written):
    assert number(value, style) == written


@given(st.integers(1, 3999))
def test_roman_numbers_read_back(value):
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [worth[letter] for letter in number(value, "upperRoman")]
    assert sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True)) == value


@pytest.mark.parametrize(
    ("text", "font", "sign"),
    [
        ("\uf0b7", "Symbol", "•"), ("\uf02d", "Symbol", "-"), ("\uf0a7", "Wingdings", "•"), ("o", "Courier New", "•"),
        ("-", "Times New Roman", "-"), ("–", "Calibri", "-"), ("+", "Times New Roman", "+"), ("*", "Arial", "*"),
        ("·", "Symbol", "•"), ("", "", ""),
    ],
)  # fmt: skip
def test_a_bullet_is_a_dash_or_a_dot(text, font, sign):
    assert bullet(text, font) == sign
