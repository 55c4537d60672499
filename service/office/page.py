"""A web page as LibreOffice reads it right: out of its envelope, and in an encoding that is told."""

from __future__ import annotations

import codecs
import re

from service.read import mhtml

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_HEAD = 2000
"""Where a page tells its encoding."""
_NAMED = re.compile(rb"<meta\s+name\s*=[^<>]{0,2000}>", re.IGNORECASE)
"""What a page says of itself: LibreOffice makes comments of what it doesn't know of it."""
_UTF8 = "utf-8"
_FALLBACK = "cp1252"
"""What Word wrote before UTF-8; pages in the fonts of those days hold their bytes as its signs."""


def readable(data: bytes) -> bytes:
    """The page itself, in the encoding that it tells; else, or where it tells UTF-8 or nonsense, in marked UTF-8."""
    page, outside = mhtml.page(data) if mhtml.is_message(data) else (data, b"")
    page = _NAMED.sub(b"", page)
    if page.startswith(_BOMS) or b"\0" in page[:_HEAD]:
        return page
    told = _CHARSET.search(page[:_HEAD])
    inside = _known(told[1]) if told else ""
    if inside and inside != _UTF8:
        return page
    charset = inside or _known(outside)
    text = _guessed(page) if charset in ("", _UTF8) else page.decode(charset, "replace")
    return codecs.BOM_UTF8 + text.encode()


def _known(charset: bytes) -> str:
    """An encoding's name as Python spells it; empty where it's none of a page that is ASCII but for its words."""
    try:
        name = codecs.lookup(charset.decode("ascii")).name
        return name if b"a".decode(name, "replace") == "a" else ""
    except (LookupError, UnicodeError):
        return ""


def _guessed(page: bytes) -> str:
    """UTF-8 where most of what isn't ASCII is right in it, although a page may be cut or hold a stray byte."""
    text = page.decode(_UTF8, "replace")
    beyond = sum(not sign.isascii() for sign in text)
    return page.decode(_FALLBACK, "replace") if text.count("\ufffd") * 2 > beyond else text
