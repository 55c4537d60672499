"""A table of contents that Word made is told by its field or control, whatever its lines look like."""

from __future__ import annotations

import pytest

from service.outline import outline
from service.read import read
from tests.read.builder import members, zipped

SIGN = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
BEGIN, SEPARATE, END = SIGN % "begin", SIGN % "separate", SIGN % "end"
TOC = (
    f'{BEGIN}<w:r><w:instrText> TO</w:instrText></w:r><w:r><w:instrText>C \\n \\o "1-3" </w:instrText></w:r>{SEPARATE}'
)
PAGE = f"{BEGIN}<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>{SEPARATE}<w:r><w:t>3</w:t></w:r>{END}"
FIRST, SECOND = "I. KẾT QUẢ THỰC HIỆN", "II. BÀI HỌC KINH NGHIỆM"
PROSE = "Trong nhiệm kỳ qua, Hội đã vận động được hơn ba tỷ đồng cho quỹ khuyến học của toàn quận. " * 3


def p(*content: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = (one if one.startswith("<") else f"<w:r><w:t>{one}</w:t></w:r>" for one in content if one)
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def control(content: str) -> str:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


REPORT = p(FIRST) + p(PROSE) + p(SECOND) + p(PROSE)


def headings(body: str) -> list[tuple[int, str]]:
    found = outline(read(zipped(members(body))))
    return [(heading.paragraph, heading.text) for piece in found.pieces for heading in piece.headings]


@pytest.mark.parametrize(
    "contents",
    [
        p(TOC, FIRST) + p(SECOND, END),
        p(TOC, FIRST, PAGE) + p(SECOND, PAGE) + p(END),
        p(TOC, f"<w:hyperlink>{p(FIRST)[5:-6]}</w:hyperlink>") + p(SECOND) + p(END),
        control(p("Nội dung chính") + p(FIRST) + p(SECOND)),
        control(p(TOC, FIRST) + p(SECOND) + p(END)),
        p(TOC, "I. KẾT QUẢ THỰC HIỆN\t1") + p("II. BÀI HỌC KINH NGHIỆM\t3", END),
    ],
)
def test_the_lines_of_words_own_contents_are_no_headings(contents):
    before = contents.count("<w:p>")
    assert headings(contents + REPORT) == [(before, FIRST), (before + 2, SECOND)]


@pytest.mark.parametrize(
    "broken",
    [
        p(TOC) + REPORT,  # the field never ends
        p(TOC) + REPORT + p("Hết", END),  # it ends behind the report
        control(p("Mục lục") + p("III. PHƯƠNG HƯỚNG", style="Heading1") + p(PROSE) + REPORT),
        control(p(FIRST) + p(SECOND) + REPORT),  # the report was typed into the control
        p(TOC, "III. PHƯƠNG HƯỚNG") + p(END, FIRST) + p(PROSE) + p(SECOND) + p(PROSE),
    ],
)
def test_broken_contents_do_not_swallow_the_report(broken):
    assert SECOND in [text for _, text in headings(broken)]


def test_a_field_that_is_no_contents_hides_no_heading():
    field = f"{BEGIN}<w:r><w:instrText>STYLEREF TOC</w:instrText></w:r>{SEPARATE}"
    assert [text for _, text in headings(p(field, FIRST) + p(PROSE, END))] == [FIRST]


def test_a_heading_style_switched_off_in_its_paragraph_makes_no_heading():
    off = p(PROSE[:90], style="Heading1").replace("</w:pPr>", '<w:outlineLvl w:val="9"/></w:pPr>')
    assert headings(off + p(PROSE)) == []
