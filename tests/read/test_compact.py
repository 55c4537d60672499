"""Parsing equal formatting once changes nothing of what is read."""

from __future__ import annotations

import pytest

from service.read import compact, read

BOLD = "<w:rPr><w:b/></w:rPr>"
RUN = f"<w:r>{BOLD}<w:t>đậm</w:t></w:r>"
OLD = "<w:rPr><w:i/><w:rPrChange w:author='A'><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>"
CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'
OLD_PARAGRAPH = f'<w:pPr><w:outlineLvl w:val="1"/><w:pPrChange w:author="A">{CENTRED}</w:pPrChange></w:pPr>'
GONE = '<w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>'
WIDE = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
DATED = " w:rsidR='00AA'"

BODIES = {
    "runs": f"<w:p>{CENTRED}{RUN}{RUN}<w:r><w:t>thường</w:t></w:r></w:p>" * 3,
    "runs with attributes": f"<w:p{DATED}>{CENTRED}<w:r{DATED}>{BOLD}<w:t>a</w:t></w:r></w:p>" * 2,
    "old versions of properties": f"<w:p>{OLD_PARAGRAPH}<w:r>{OLD}<w:t>a</w:t></w:r></w:p><w:p>{CENTRED}{RUN}</w:p>"
    * 2,
    "deleted marks": f"<w:p>{GONE}{RUN}</w:p><w:p>{CENTRED}{RUN}</w:p>" * 2,
    "cells": f"<w:tbl><w:tr><w:tc>{WIDE}<w:p>{RUN}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 2,
    "properties out of place": f"<w:p>{RUN}{CENTRED}</w:p><w:p><w:r><w:t>a</w:t>{BOLD}</w:r></w:p>" * 2,
    "spread over lines": f"<w:p>\n {CENTRED}\n <w:r>\n  <w:rPr>\n   <w:b/>\n  </w:rPr>\n  <w:t>a</w:t></w:r></w:p>" * 2,
    "a prefix declared further in": f"<w:p xmlns:z='urn:z'><w:pPr><z:x/><w:jc w:val='center'/></w:pPr>{RUN}</w:p>" * 2,
    "a character before the properties": f"<w:p><w:r>x>{BOLD}<w:t>a</w:t></w:r></w:p>" * 2,
    "a key that was there": f"<w:p><w:r k='0'>{BOLD}<w:t>a</w:t></w:r></w:p>" * 2,
    "a key of something else": f"<w:p>{CENTRED}{RUN}</w:p><w:p k='1'><w:r k='0'><w:t>b</w:t></w:r></w:p>",
    "words cut into runs of one look": f'<w:p>{RUN}<w:proofErr w:type="spellStart"/>{RUN}</w:p><w:p>{RUN}</w:p>' * 2,
    "words of two looks": f"<w:p>{RUN}{RUN.replace('w:b', 'w:i')}{RUN}</w:p>" * 2,
    "runs that hold more than words": f"<w:p>{RUN}<w:r>{BOLD}<w:t>a</w:t><w:br/><w:t>b</w:t></w:r>{RUN}</w:p>" * 2,
    "words of changes": f"<w:p>{RUN}<w:ins w:author='A'>{RUN}</w:ins>{RUN}<w:del w:author='A'>{RUN}</w:del>{RUN}</w:p>"
    * 2,
    "words of a ruby": f"<w:p><w:r><w:ruby><w:rt>{RUN}</w:rt><w:rubyBase>{RUN}</w:rubyBase></w:ruby></w:r></w:p>" * 2,
    "words in a field's code": f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>{RUN}<w:r><w:fldChar"
    f" w:fldCharType='separate'/></w:r>{RUN}<w:r><w:fldChar w:fldCharType='end'/></w:r>{RUN}</w:p>",
    "space kept and not kept": f"<w:p><w:r>{BOLD}<w:t xml:space='preserve'> a </w:t></w:r>"
    f'<w:r>{BOLD}<w:t xml:space="preserve"> b </w:t></w:r><w:r>{BOLD}<w:t> c </w:t></w:r></w:p>' * 2,
    "runs without properties": "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr/><w:t>b</w:t></w:r><w:r><w:rPr/></w:r></w:p>"
    * 2,
    "no words in the words": f"<w:p><w:r>{BOLD}<w:t></w:t></w:r><w:r>{BOLD}<w:t/></w:r>{RUN}</w:p>" * 2,
    "unparsed text": "<w:p><w:r><w:t><![CDATA[<w:rPr><w:b/></w:rPr>]]></w:t></w:r></w:p>",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_document_reads_the_same_with_and_without(docx, monkeypatch, name):
    data = docx(BODIES[name])
    with_blocks = read(data)
    monkeypatch.setattr(compact, "_compacted", lambda _: None)
    assert read(data) == with_blocks


def test_equal_blocks_are_moved_once():
    body = f"<w:p>{CENTRED}{RUN}{RUN}</w:p>" * 3
    xml = f'<w:document xmlns:w="urn:w"><w:body>{body}</w:body></w:document>'
    smaller = compact._compacted(xml.encode())
    assert smaller is not None
    assert (smaller.count(b"<w:rPr>"), smaller.count(b"<w:pPr>")) == (1, 1)


def test_runs_of_one_look_become_one_element():
    body = f"<w:p>{RUN}{RUN}{RUN}</w:p>"
    xml = f'<w:document xmlns:w="urn:w"><w:body>{body}</w:body></w:document>'
    smaller = compact._compacted(xml.encode())
    assert smaller is not None
    assert '<w:p><w:words k="0">đậmđậmđậm</w:words></w:p>'.encode() in smaller
