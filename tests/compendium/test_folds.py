"""Equal properties are settled once: what stands in the compendium is what each run and paragraph had of its own."""

from __future__ import annotations

from service.read.xml import W
from tests.compendium.test_probes import docx, merged, normal, p, style

BOLD = "<w:rPr><w:b/></w:rPr>"
TABLE = '<w:tbl><w:tblPr><w:tblStyle w:val="B"/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>'


def run(text, properties=BOLD, session=""):
    return f"<w:r{session}>{properties}<w:t>{text}</w:t></w:r>"


def test_words_that_look_alike_and_touch_stand_in_one_run():
    mark = '<w:proofErr w:type="spellStart"/>'
    first, second, third = run("Hội ", session=' w:rsidR="00AB12CD"'), run("Khuyến học"), run(" xã", "")
    body = f"<w:p>{first}{mark}{second}{third}</w:p>"
    made = merged(docx(body))
    runs = [one for one in made.document.iter(W + "r") if "".join(one.itertext(W + "t")).startswith(("Hội", " xã"))]
    assert [one.findtext(W + "t") for one in runs] == ["Hội Khuyến học", " xã"]
    assert [one.find(f"{W}rPr/{W}b") is not None for one in runs] == [True, False]


def test_nothing_of_the_shorthand_is_left_in_the_file():
    cell = TABLE.format("<w:tcPr><w:noWrap/></w:tcPr>" + p("Ô", more='<w:jc w:val="right"/>'))
    empty = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r></w:p>'
    made = merged(docx(p("Một", more='<w:jc w:val="center"/>') + cell + empty))
    tags = {one.tag for one in made.document.iter()}
    assert not {W + "words", W + "blocks"} & tags
    assert not [one for one in made.document.iter() if "k" in one.attrib]
    assert made.document.find(f".//{W}tcPr/{W}noWrap") is not None
    assert [one.get(W + "val") for one in made.document.iter(W + "jc")][-3:] == ["center", "right", "center"]


def test_equal_properties_in_and_outside_of_a_table_get_the_styles_of_their_place():
    sheet = normal() + style("B", "Bảng", '<w:rPr><w:sz w:val="40"/></w:rPr>', kind="table")
    alike = '<w:jc w:val="center"/>'
    made = merged(docx(p("Ngoài", more=alike) + TABLE.format(p("Trong", more=alike)), styles=sheet))
    outside, inside = made.style_of("Ngoài")[0], made.style_of("Trong")[0]
    assert made.value(inside, "rPr/sz/val") == "40"
    assert made.value(outside, "rPr/sz/val") != "40"
