"""What a content control asks for and nobody has filled in is no text of the report."""

from __future__ import annotations

import pytest

from service.read import read
from tests.read.builder import members, zipped

TEXT = "Bấm hoặc gõ vào đây để nhập văn bản."
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr{}/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


def r(text: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def manuscript(body: str, **parts: str):
    return read(zipped(members(body, **parts)))


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{r('Hội viên: ')}{PROMPT.format('', r(TEXT))}</w:p>",
        f"<w:p>{r('Hội viên: ')}</w:p>" + PROMPT.format("", f"<w:p>{r(TEXT)}</w:p>"),
        f"<w:p>{r('Hội viên: ')}<w:hyperlink>{PROMPT.format('', r(TEXT[:9]) + r(TEXT[9:]))}</w:hyperlink></w:p>",
        f"<w:tbl><w:tr><w:tc><w:p>{r('Hội viên: ')}</w:p></w:tc>"
        + PROMPT.format("", f"<w:tc><w:p>{r(TEXT)}</w:p></w:tc>")
        + "</w:tr></w:tbl>",
    ],
    ids=["in a line", "around a paragraph", "in a link", "around a cell"],
)
def test_a_prompt_is_kept_apart_from_the_text(body):
    found = manuscript(body)
    assert [one.text for one in found.paragraphs if one.text] == ["Hội viên: "]
    assert [(one.text, one.paragraph) for one in found.prompts] == [(TEXT, len(found.paragraphs) - 1)]
    assert (found.deletions, found.hidden, found.insertions) == ((), (), ())


def test_what_was_filled_in_is_text_whatever_a_program_left_in_the_file():
    off = PROMPT.format(' w:val="0"', r("1.250"))
    long = PROMPT.format("", r("Hội Khuyến học đã vận động nhân dân tham gia phong trào. " * 6))
    found = manuscript(
        f"<w:p>{off}</w:p><w:p>{long}</w:p><w:p>{PROMPT.replace('w:showing', 'w:x').format('', r('a'))}</w:p>"
    )
    assert [one.text[:10] for one in found.paragraphs] == ["1.250", "Hội Khuyến", "a"]
    assert found.prompts == ()


def test_a_prompt_with_a_picture_to_choose_is_no_picture():
    picture = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'
    assert manuscript(f"<w:p>{PROMPT.format('', picture)}</w:p><w:p>{r('Hội')}</w:p>").pictures == 0


def test_a_prompt_in_a_header_or_in_deleted_text_is_told_nowhere():
    header = f"<w:p>{r('Hội')}{PROMPT.format('', r(TEXT))}</w:p>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/></w:sectPr>'
    gone = f'<w:p><w:del w:author="An">{PROMPT.format("", r(TEXT))}</w:del>{r("Quỹ")}</w:p>'
    found = manuscript(gone + section, header1=header)
    assert [one.text for one in found.notes] == ["Hội"]
    assert (found.prompts, [one.text for one in found.deletions]) == ((), [TEXT])
