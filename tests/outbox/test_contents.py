"""The drafted report lists its own headings, each with a field that asks for its page."""

import io
import zipfile
from datetime import date

from lxml import etree

from service.outbox.city.blocks.contents import set_contents
from service.outbox.city.report import city_report
from service.read.xml import W
from service.words import words

DAY = date(2020, 7, 6)
STYLES = etree.fromstring(
    f'<w:styles xmlns:w="{W.strip("{}")}">'
    '<w:style w:styleId="u1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="u2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="m1"><w:name w:val="TOC 1"/></w:style></w:styles>'
)
HERE = "<w:p><w:r><w:t>here</w:t></w:r></w:p>"


def heading(text, style="u1", more=""):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r>{text}</w:r></w:p>'


def said(text):
    return f"<w:t>{text}</w:t>"


def body(*parts):
    made = etree.fromstring(f'<w:body xmlns:w="{W.strip("{}")}">{"".join(parts)}</w:body>')
    set_contents(made, "here", STYLES)
    return made


def lines(made):
    """Words of each line, and the bookmark whose page it asks for."""
    links = [one for one in made.iter(f"{W}p") if one.find(f"{W}hyperlink") is not None]
    asked = [one.findtext(f"{W}r/{W}instrText", "") for one in links]
    return [
        ("".join(one.find(f"{W}hyperlink").itertext()), field.split()[1] if field else "")
        for one, field in zip(links, asked, strict=True)
    ]


def bookmarks(made):
    """Words of the paragraph that each bookmark stands around."""
    return {
        one.get(f"{W}name"): "".join(text.text for text in one.getparent().iter(f"{W}t"))
        for one in made.iter(f"{W}bookmarkStart")
    }


def test_each_heading_has_a_line_that_asks_for_the_page_of_its_bookmark():
    made = body(HERE, heading(said("I. Một")), heading(said("1. Nhỏ"), "u2"), heading(said("II. Hai")))
    assert [text for text, _ in lines(made)] == ["I. Một", "1. Nhỏ", "II. Hai"]
    assert [bookmarks(made)[name] for _, name in lines(made)] == ["I. Một", "1. Nhỏ", "II. Hai"]


def test_headings_of_the_same_words_lead_each_to_its_own_place():
    made = body(HERE, heading(said("Như nhau")), heading(said("Như nhau")))
    names = [name for _, name in lines(made)]
    assert len(set(names)) == 2
    assert len({one.get(f"{W}id") for one in made.iter(f"{W}bookmarkStart")}) == 2


def test_an_annex_that_is_paged_by_itself_is_named_without_a_page_and_without_its_parts():
    own = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    annex = f"{said('Phụ lục I')}<w:br/>{said('Ai đã gửi')}"
    restarted = '<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>'
    made = body(HERE, heading(said("I. Một")), own, heading(annex), heading(said("1. Nhỏ"), "u2"), restarted)
    assert [(text, bool(name)) for text, name in lines(made)] == [("I. Một", True), ("Phụ lục I. Ai đã gửi", False)]


def test_a_template_of_the_office_without_the_place_stays_as_it_is():
    made = body(heading(said("I. Một")))
    assert lines(made) == []
    assert bookmarks(made) == {}


def test_lines_take_the_style_that_word_knows_by_name_whatever_its_id():
    made = body(HERE, heading(said("I. Một")), heading(said("1. Nhỏ"), "u2"))
    styles = [one.find(f"{W}pPr/{W}pStyle") for one in made.iter(f"{W}p") if one.find(f"{W}hyperlink") is not None]
    assert [one.get(f"{W}val") if one is not None else None for one in styles] == ["m1", None]


def test_the_report_lists_its_sections_and_its_annexes(templates, city, registry):
    data = city_report(templates, city, registry, words(), DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        made = etree.fromstring(package.read("word/document.xml"))
    told = lines(made)
    assert told[0] == ("I. TÌNH HÌNH GỬI BÁO CÁO", told[0][1])
    assert [text for text, name in told if not name] == [
        "Phụ lục I. TÌNH HÌNH GỬI BÁO CÁO CỦA TỪNG ĐƠN VỊ",
        "Phụ lục II. SỐ LIỆU CỦA TỪNG ĐƠN VỊ",
    ]
    assert {name for _, name in told if name} <= set(bookmarks(made))
