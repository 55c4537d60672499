"""Chunks: foreign documents that a Word file holds unopened (`w:altChunk`) and shows as its own text."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from lxml import etree

from service.read import mhtml, rtf
from service.read.sniff import plain_text
from service.read.story import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.model.manuscript import Place
    from service.read.shown import RunFormat
    from service.read.styles import Style

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
        "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_UNSEEN = frozenset(("head", "script", "style", "title", "template"))
MAX_PAGE = 8 << 20
"""Largest page that is read, in bytes."""
MAX_ATTRIBUTES = 500
"""Most attributes that a tag of it may have."""
_LONG_TAG = re.compile(rb"<[^<>]{1000,}")
_SPACES = re.compile(r"[ \t\r\n\f]+")


def lines(data: bytes, kind: str) -> list[str] | None:
    """The paragraphs of a foreign document, told by its bytes, then by its kind; None where it can't be read."""
    head = data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{\\rtf"):
        return _typed(rtf.text(data))
    if mhtml.is_message(head):
        page, charset = mhtml.page(data)
        return _html_lines(page, charset.decode("ascii")) if page else None
    if _is_page(head, kind):
        return _html_lines(data)
    if kind.startswith("text/plain") or kind.endswith("txt"):
        return _typed(plain_text(data) or "")
    return None


def _is_page(head: bytes, kind: str) -> bool:
    if b"<?mso-application" in head or b"<pkg:package" in head or b"<w:worddocument" in head:
        return False
    return "html" in kind or kind.endswith(("htm", "/xml")) or head.startswith((b"<!doctype html", b"<html"))


def _is_bearable(page: bytes) -> bool:
    """Whether a page can be parsed in reasonable time: the parser compares each attribute with all of its tag's."""
    return len(page) <= MAX_PAGE and all(len(tag[0].split()) <= MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(page))


def _typed(text: str) -> list[str]:
    return [line.strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]


def drafts(found: list[str], style: Style, look: RunFormat, place: Place) -> Iterator[Draft]:
    """Lines of a chunk as paragraphs without formatting."""
    for line in found:
        yield Draft(place, style, [(line, look, None)])


def _html_lines(page: bytes, charset: str = "") -> list[str] | None:
    """The lines of a page, None where it can't be read to its end; it is UTF-8 where nothing says otherwise."""
    if not _is_bearable(page):
        return None
    declared = re.search(rb"charset", page[:2000], re.IGNORECASE) or page.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = _known(charset) or (None if declared else "utf-8")
    # Tags that nobody closes lie ever deeper in each other: the usual parser gives up at the 256th.
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=encoding, huge_tree=True)
    root = etree.fromstring(page, parser) if page.strip() else None
    if parser.error_log.filter_from_fatals():
        return None
    return list(_lines_below(root)) if root is not None else []


def _lines_below(root: _Element) -> Iterator[str]:
    line = ""
    for text, breaks in _html_words(root):
        if breaks and line.strip():
            yield line.strip()
        line = ("" if breaks else line) + text
    if line.strip():
        yield line.strip()


def _html_words(root: _Element) -> Iterator[tuple[str, bool]]:
    """Text in order, each with whether a new line starts before it."""
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _UNSEEN:
            unseen += 1 if event == "start" else -1
        text = element.text if event == "start" else element.tail
        hidden = unseen or (event == "start" and tag in _UNSEEN)
        yield ("" if hidden else _SPACES.sub(" ", text or "")), tag in _BLOCKS or tag == "br"


def _known(charset: str) -> str | None:
    """A charset's name, where the parser will know it."""
    try:
        return codecs.lookup(charset).name if charset else None
    except LookupError:
        return None
