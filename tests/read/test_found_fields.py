"""What public documents showed about fields."""

from __future__ import annotations

from service.read import read
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
