"""Foreign documents inside a Word file: their visible words and nothing else."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.read import chunks, graphics, mhtml, rtf, xml


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (r"Hai d\'f2ng\par m\u7897?i", "Hai dòng\nmội"),
        (r"{\fonttbl{\f0 Arial;}}{\*\generator Word;}ch\u7919?", "chữ"),
        (r"{\v khu\u7845?t}th\u7845?y{\v\v0 l\u7841?i}", "thấylại"),
        (r"\uc2\u7897\'3f\'3fx\uc0\u7897 y", "ộxộy"),
        (r"a\tab b\cell c\row d\line e\~f\_g\emdash\{h\}\\", "a\tb\tc\nd\ne f-g—{h}\\"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 7}}", "7"),
        (r"{{{}}}}}}", ""),
    ],
)
def test_rich_text_says_its_visible_words(inside, said):
    assert rtf.text(rb"{\rtf1\ansi\ansicpg1252 " + inside.encode("ascii") + b"}") == said


@given(st.binary(max_size=300))
def test_any_rich_text_is_read_to_its_end(data):
    assert isinstance(rtf.text(b"{\\rtf1 " + data), str)


PAGE = "<html><body><p>Kết quả</p></body></html>"


def test_a_page_is_found_in_envelopes_within_envelopes():
    inner = "Content-Type: text/html;\r\n charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    inner += base64.b64encode(PAGE.encode()).decode()
    plain = "Content-Type: text/plain\r\n\r\nx"
    middle = f'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n{plain}\r\n--b\r\n{inner}\r\n--b--\r\n'
    outer = f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n{middle}\r\n--a--\r\n"
    assert mhtml.page(outer.encode()) == (PAGE.encode(), b"utf-8")
    assert chunks.lines(outer.encode(), "") == ["Kết quả"]


@given(st.binary(max_size=300))
def test_any_envelope_is_opened_or_isnt(data):
    assert isinstance(mhtml.page(b"Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n" + data), tuple)


def test_a_page_that_would_take_too_long_isnt_read():
    many = " ".join(f"a{number}=1" for number in range(2000))
    assert chunks.lines(f"<html><p {many}>x".encode(), "text/html") is None
    assert chunks.lines(b"<html><p>x", "text/html") == ["x"]


def test_a_page_whose_tags_nobody_closes_is_read_to_its_end_or_not_at_all():
    def unclosed(lines: int) -> bytes:
        return b"<html><body>" + b"".join(b"<p><b><font>%d" % number for number in range(lines))

    assert chunks.lines(unclosed(300), "text/html") == [str(number) for number in range(300)]
    assert chunks.lines(unclosed(3000), "text/html") is None


def test_words_of_a_graphic_stand_once_each():
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    split = "<a:p><a:r><a:t>Một </a:t></a:r><a:r><a:t>hai</a:t></a:r></a:p>"
    root = xml.parse(f"<x {a}>{split}<a:p/><a:p><a:t>Một hai</a:t></a:p></x>".encode())
    assert graphics.words(root) == "Một hai"
