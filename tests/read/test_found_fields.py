"""What public documents showed about fields."""

from __future__ import annotations

from service.read import read
from service.read.anchors import anchors
from tests.read.builder import members, zipped

ENTRIES = '<w:listEntry w:val="Hội"/><w:listEntry w:val="Quỹ"/>'
LISTED = f'<w:ffData><w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList></w:ffData>'
SIGN = '<w:r><w:fldChar w:fldCharType="%s">%s</w:fldChar></w:r>'


def test_a_drop_down_field_that_stores_its_result_too_shows_it_once():
    field = SIGN % ("begin", LISTED) + SIGN % ("separate", "") + "<w:r><w:t>Quỹ</w:t></w:r>" + SIGN % ("end", "")
    assert read(zipped(members(f"<w:p>{field}</w:p>"))).paragraphs[0].text == "Quỹ"


def test_a_drop_down_field_without_a_result_shows_its_entry():
    field = SIGN % ("begin", LISTED) + SIGN % ("end", "")
    assert read(zipped(members(f"<w:p>{field}</w:p>"))).paragraphs[0].text == "Quỹ"


def char(kind: str) -> str:
    return SIGN % (kind, "")


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def texts(*paragraphs: str, styles: str = "") -> list[str]:
    return [one.text for one in read(zipped(members("".join(paragraphs), styles=styles))).paragraphs]


def field(instruction: str, result: str = "") -> str:
    shown = char("separate") + t(result) if result else ""
    return char("begin") + code(instruction) + shown + char("end")


def test_a_field_that_never_ends_hides_nothing_behind_it():
    begun = char("begin") + code(" REF a ")
    assert texts(p(begun, t("Hội")), p(t("Quỹ"))) == ["Hội", "Quỹ"]
    assert texts(p(begun, char("separate"), t("Hội")), p(t("Quỹ"))) == ["Hội", "Quỹ"]
    assert texts(p(begun, t("Hội "), field(" PAGE ", "7")), p(t("Quỹ"))) == ["Hội 7", "Quỹ"]
    assert texts(p(field(" IF ", f"a{begun}"), t("Hội"))) == ["aHội"]


def test_a_field_that_comes_upon_another_ones_end_hides_no_pages():
    lost = [p(t(f"dòng {number}")) for number in range(60)]
    found = texts(p(char("begin"), code(" PAGE "), t("Hội")), *lost, p(char("end"), t("Quỹ")))
    assert (found[0], found[30], found[-1], len(found)) == ("Hội", "dòng 29", "Quỹ", 62)


def test_a_code_over_several_paragraphs_is_not_shown_and_its_result_is():
    choice = (
        p(t("Đơn vị: "), char("begin"), code(' IF "'), field(" MERGEFIELD a ", "khuất")),
        p(code("x"), field(" MERGEFIELD b ", "ẩn"), t("lọt")),
        p(code('" '), char("separate"), t("Hội")),
        p(t("Quỹ"), char("end"), t(" hết")),
    )
    assert texts(*choice) == ["Đơn vị: ", "", "Hội", "Quỹ hết"]


def test_fields_in_fields_show_the_outer_result():
    inner = field(" IF ", field(" PAGE ", "1"))
    assert texts(p(char("begin"), code(" IF "), inner, char("separate"), t("Hội"), char("end"), t(" Quỹ"))) == [
        "Hội Quỹ"
    ]


def test_a_table_of_contents_in_a_simple_field_is_no_text_of_the_report():
    simple = '<w:fldSimple w:instr=" TOC \\o ">%s</w:fldSimple>'
    found = read(zipped(members(p(simple % t("I. Kết quả")) + p(simple % t("II"), t(" Văn bản"))))).paragraphs
    assert [(one.text, one.look.contents) for one in found] == [("I. Kết quả", True), ("II Văn bản", False)]


HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>' for level in (1, 2)
)


def test_numbers_of_old_fields_are_counted_level_by_level():
    number = field(" AUTONUM ") + t(" ")
    lines = [("H1", "A"), ("H2", "B"), ("H2", "C"), ("", "D"), ("", "E"), ("H1", "F"), ("H2", "G"), ("", "H")]
    found = texts(*(p(number, t(text), style=style) for style, text in lines), styles=HEADINGS)
    assert found == ["1. A", "1. B", "2. C", "1. D", "2. E", "2. F", "1. G", "1. H"]


def test_old_numbers_are_written_as_their_code_asks():
    simple = '<w:fldSimple w:instr="%s"/>'
    assert texts(p(field(" AUTONUM \\* ROMAN \\s ) "))) == ["I)"]
    assert texts(p(field(" AUTONUM ", "7.")), p(simple % " AUTONUM \\* alphabetic")) == ["7.", "a."]
    legal = [p(field(" AUTONUMLGL "), style=style) for style in ("H1", "H2", "H2", "H1", "")]
    assert texts(*legal, styles=HEADINGS) == ["1.", "1.1.", "1.2.", "2.", ""]
    bare = [p(field(" AUTONUMLGL \\e "), style=style) for style in ("H1", "H2")]
    assert texts(*bare, styles=HEADINGS) == ["1", "1.1"]
    outlined = [p(field(" AUTONUMOUT "), style=style) for style in ("H1", "H2", "H2", "")]
    assert texts(*outlined, styles=HEADINGS) == ["I.", "A.", "B.", ""]
    assert texts(p(field(" LISTNUM "), t("Hội"))) == ["Hội"]


def test_a_sign_that_a_field_names_by_its_number_is_shown():
    assert texts(p(field(" SYMBOL 252 \\f Wingdings "), t(" đạt"))) == ["✓ đạt"]
    assert texts(p(field(" SYMBOL 0xB3 \\f &quot;Symbol&quot; ", ""))) == ["≥"]
    assert texts(p(field(" SYMBOL 00x "), field(" SYMBOL "), field(" SYMBOL 99999999999 "), t("a"))) == ["a"]


def test_a_formula_of_its_own_between_paragraphs_is_read():
    formula = "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>"
    assert texts(p(t("Hội")), formula, p(t("Quỹ"))) == ["Hội", "a=b", "Quỹ"]
    cell = f"<w:tbl><w:tr><w:tc>{formula}<w:p/></w:tc></w:tr></w:tbl>"
    assert texts(cell) == ["a=b", ""]
    assert [len(elements) for elements in anchors(zipped(members(p(t("Hội")) + formula))).elements] == [1, 0]


def test_buttons_and_old_formulas_show_what_their_code_says():
    assert texts(p(field(" MACROBUTTON  NoMacro [Nhập tên đơn vị] "), t(" báo cáo"))) == ["[Nhập tên đơn vị] báo cáo"]
    assert texts(p(char("begin"), code(" GOTOBUTTON a xem"), code(" trang sau "), char("end"))) == ["xem trang sau"]
    assert texts(p(field(" EQ \\f(1;2) "), t(" dân số"))) == ["1/2 dân số"]
    assert texts(p(field(" EQ \\o\\ac(○,1) "), field(" EQ \\f(\\f(1;2);3) "), t("a"))) == ["a"]
    assert texts(p(field(" MACROBUTTON NoMacro "), field(" EQ "), field(" MACROBUTTON "), t("a"))) == ["a"]
