"""Small files that cost far more than their size: each was found by trying, and must stay cheap."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

import service.read.body
import service.read.inline
from service.errors import UnreadableReport
from service.read import read
from tests.read.builder import NAMESPACES, members, relation, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

SECONDS = 5.0
"""Of this process's time; each takes a second at most. Before it was mended, each took far more, and grew with the
square of its size."""

P = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="%s"/></w:numPr></w:pPr></w:p>'
SIGN = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
VNI = '<w:r><w:rPr>%s<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:t>Khuyeán hoïc </w:t></w:r>'
TABLE_ROW = (
    "<w:tbl><w:tr>" + "<w:tc/>" * 15_000 + "<w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc>" * 15_000 + "</w:tr></w:tbl>"
)


class OutOfTimeError(BaseException):
    """No `Exception`: the reader must not take it for a damaged file."""


def read_in_time(data: bytes) -> None:
    if not hasattr(signal, "setitimer"):
        pytest.skip("this system can't interrupt a process by its own time")

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGPROF, stop)
    # Again and again: raised while lxml lets go of an element, the first is swallowed.
    signal.setitimer(signal.ITIMER_PROF, SECONDS, 0.1)
    try:
        read(data)
    except UnreadableReport as refusal:
        in_time = refusal.key == "file.too_large"
    except OutOfTimeError:
        signal.setitimer(signal.ITIMER_PROF, 0)
        in_time = False
    else:
        in_time = True
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    assert in_time


def numbered(count: int, levels: str, lists: str) -> bytes:
    return zipped(members("".join(NUMBERED % number for number in range(count)), numbering=levels + lists))


def numbered_alike(count: int, text: str) -> bytes:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>' + NUM % (1, 1)
    return zipped(members(NUMBERED % 1 * count, numbering=lists))


def chunks(body: str, name: str, content: str | bytes, kind: str) -> bytes:
    found = members(body, relations=relation("c", "aFChunk", name), extra={f"word/{name}": content})
    ending = f'<Default Extension="{name.partition(".")[2]}" ContentType="{kind}"/><Override'
    found["[Content_Types].xml"] = str(found["[Content_Types].xml"]).replace("<Override", ending, 1)
    return zipped(found)


def nested_chunks(width: int, depth: int) -> bytes:
    inner = nested_chunks(width, depth - 1) if depth else zipped(members(""))
    return chunks(CHUNK * width, "a.docx", inner, "") if depth else inner


NUM = '<w:num w:numId="%s"><w:abstractNumId w:val="%s"/></w:num>'
CHUNK = '<w:altChunk r:id="c"/>'


def test_a_note_that_is_pointed_at_often_is_read_once():
    note = "<w:footnote w:id='1'>" + P * 3000 + "</w:footnote>"
    body = "<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 3000 + "</w:p>"
    read_in_time(zipped(members(body, footnotes=note)))


def test_a_label_of_a_million_letters_is_not_copied_into_every_paragraph():
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{"%1" * 50_000}"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>' + NUM % (1, 1)
    body = NUMBERED % 1 * 5000
    read_in_time(zipped(members(body, numbering=lists)))


def test_a_row_of_many_merged_cells_is_read():
    read_in_time(zipped(members(TABLE_ROW)))


def test_many_different_formats_are_read():
    body = "".join(
        f'<w:p><w:pPr><w:spacing w:after="{n}"/></w:pPr><w:r><w:rPr><w:sz w:val="{n}"/></w:rPr></w:r></w:p>'
        for n in range(12_000)
    )
    read_in_time(zipped(members(body)))


def test_a_level_that_no_list_has_is_read():
    styles = '<w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    level = '<w:lvl w:ilvl="99"><w:pStyle w:val="S"/><w:lvlText w:val="a"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>' + NUM % (1, 1)
    body = '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr></w:p>'
    assert read(zipped(members(body, styles=styles, numbering=lists))).paragraphs[0].text == ""


def test_a_form_field_that_chooses_an_entry_beyond_all_numbers_is_read():
    listed = f'<w:ffData><w:ddList><w:result w:val="{"9" * 5000}"/><w:listEntry w:val="x"/></w:ddList></w:ffData>'
    field = f'<w:p><w:r><w:fldChar w:fldCharType="begin">{listed}</w:fldChar></w:r></w:p>'
    assert read(zipped(members(field + P))).paragraphs[1].text == "x"


def test_lists_that_share_a_definition_of_many_levels_are_read():
    levels = '<w:abstractNum w:abstractNumId="1">' + '<w:lvl w:ilvl="0"/>' * 5000 + "</w:abstractNum>"
    read_in_time(numbered(5000, levels, "".join(NUM % (number, 1) for number in range(5000))))


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 101,
        "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 101 + "</w:tr></w:tbl>",
        "<w:p>" + "".join(f'<w:r><w:rPr><w:sz w:val="{n}"/></w:rPr><w:t>x</w:t></w:r>' for n in range(101)) + "</w:p>",
    ],
    ids=["paragraphs", "cells", "looks"],
)
def test_more_of_anything_than_a_report_can_have_is_refused(body, monkeypatch):
    monkeypatch.setattr(service.read.body, "MAX_PARAGRAPHS", 100)
    monkeypatch.setattr(service.read.inline, "MAX_LOOKS", 100)
    with pytest.raises(UnreadableReport) as refusal:
        read(zipped(members(body)))
    assert refusal.value.key == "file.too_large"


def case(what: str, build: Callable[[], bytes]) -> object:
    return pytest.param(build, id=what)


@pytest.mark.parametrize(
    "build",
    [
        case(
            "a deletion of many runs",
            lambda: zipped(
                members("<w:p><w:del>" + "<w:r><w:delText>xxxxxxxxá</w:delText></w:r>" * 80_000 + "</w:del></w:p>")
            ),
        ),
        case(
            "runs of two looks in one legacy font",
            lambda: zipped(members("<w:p>" + (VNI % "<w:b/>" + VNI % "") * 6000 + "</w:p>")),
        ),
        case(
            "lists that borrow from no style",
            lambda: numbered(
                5000,
                "".join(
                    f'<w:abstractNum w:abstractNumId="{n}"><w:numStyleLink w:val="none"/></w:abstractNum>'
                    for n in range(5000)
                ),
                "".join(NUM % (n, n) for n in range(5000)),
            ),
        ),
        case(
            "one chunk at many places",
            lambda: chunks(CHUNK * 3000, "a.html", "<p>a</p>" * 2000, "text/html"),
        ),
        case(
            "packages in packages",
            lambda: nested_chunks(50, 3),
        ),
        case(
            "a chart shown at many places",
            lambda: zipped(
                members(
                    '<w:p><w:r><w:drawing><c:chart r:id="g"/></w:drawing></w:r></w:p>' * 5000 + P,
                    relations=relation("g", "chart", "g.xml"),
                    extra={"word/g.xml": f"<c:chartSpace {NAMESPACES}>{'<a:p/>' * 50_000}</c:chartSpace>"},
                )
            ),
        ),
        case(
            "fields that never end",
            lambda: zipped(
                members("<w:p>" + (SIGN % "begin" + SIGN % "separate") * 40_000 + "</w:p>"
                        + f"<w:p>{SIGN % 'begin'}</w:p>" * 10_000)
            ),
        ),
        case(
            "labels of a hundred numbers",
            lambda: numbered_alike(20_000, "%1" * 127),
        ),
        case(
            "a pile of accents",
            lambda: zipped(members("<w:p><w:r><w:t>a" + "\u0301\u0323" * 30_000 + "</w:t></w:r></w:p>")),
        ),
        case(
            "a page's element of many attributes",
            lambda: chunks(
                CHUNK, "a.html", "<i " + " ".join(f"a{n}=1" for n in range(40_000)) + ">", "text/html"
            ),
        ),
    ],
)  # fmt: skip
def test_small_files_cost_little(build):
    read_in_time(build())
