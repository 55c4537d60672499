"""Parsing only the styles that are used changes nothing of what they say."""

from __future__ import annotations

import pytest
from docx import Document
from lxml import etree

from service.errors import UnreadableReport
from service.read.stylesheet import Sheet
from service.read.xml import W

NAMESPACE = f'xmlns:w="{W[1:-1]}"'
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
ODD = {
    "single quotes": NORMAL.replace('"', "'"),
    "an entity in an id": NORMAL.replace("Normal", "A&amp;B"),
    "a comment": NORMAL + "<!--<w:style w:styleId='Other'></w:style>-->",
    "a style of no content": '<w:style w:styleId="Empty"/>' + NORMAL,
    "a style without attributes": "<w:style></w:style>" + NORMAL,
    "an id that comes twice": NORMAL + NORMAL.replace("/></w:style>", "/><w:rPr><w:b/></w:rPr></w:style>"),
    "line ends": f"\n {NORMAL}\n {NORMAL.replace('Normal', 'Other')}\n",
    "a prefix declared further in": NORMAL.replace("<w:name", "<z:x xmlns:z='urn:z'/><w:name"),
    "no style": "",
}


def sheet(styles: str, defaults: str = DEFAULTS) -> bytes:
    return f"<w:styles {NAMESPACE}>{defaults}{styles}</w:styles>".encode()


def told(data: bytes) -> dict[str, bytes]:
    """Everything that a sheet says, as one spelling of it."""
    found = Sheet(data)
    ids = [ident for ident in ("Normal", "A&B", "Other", "Empty", "") if ident in found]
    elements = {ident: found[ident] for ident in ids} | {
        style.get(W + "styleId", ""): found[style.get(W + "styleId", "")]
        for style in etree.fromstring(data).iterchildren(W + "style")
    }
    if found.defaults is not None:
        elements["defaults"] = found.defaults
    return {name: etree.tostring(element, method="c14n") for name, element in elements.items()} | {
        "default": found.default_id.encode()
    }


@pytest.mark.parametrize("name", ODD)
def test_a_sheet_says_the_same_cut_and_whole(name, monkeypatch):
    cut = told(sheet(ODD[name]))
    monkeypatch.setattr(Sheet, "_cut", lambda _self, _data: False)
    assert told(sheet(ODD[name])) == cut


def test_the_sheet_of_a_real_document_says_the_same_cut_and_whole(monkeypatch):
    data = etree.tostring(Document().styles.element)
    cut = told(data)
    monkeypatch.setattr(Sheet, "_cut", lambda _self, _data: False)
    assert len(cut) > 100
    assert told(data) == cut


def test_a_style_that_nothing_asks_for_is_not_parsed():
    damaged = NORMAL.replace("Normal", "Damaged").replace('w:val="', "w:val=")
    found = Sheet(sheet(NORMAL + damaged))
    assert found["Normal"].get(W + "styleId") == "Normal"
    with pytest.raises(UnreadableReport):
        found["Damaged"]


def test_a_document_type_is_refused_wherever_it_stands():
    with pytest.raises(UnreadableReport):
        Sheet(b"<!DOCTYPE a>" + sheet(NORMAL))
