"""Chunks: foreign documents that a Word file holds unopened (`w:altChunk`) and shows as its own text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from service.read.sniff import plain_text
from service.read.story import Draft
from service.read.xml import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.model.manuscript import Place
    from service.read.styles import RunFormat, Style

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
        "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_UNSEEN = frozenset(("head", "script", "style", "title", "template"))
_SPACES = re.compile(r"[ \t\r\n\f]+")


def lines(data: bytes, kind: str) -> list[str]:
    """The paragraphs of an HTML or plain text chunk; none for a kind that isn't read."""
    if "html" in kind or kind.endswith(("htm", "/xml")):
        return list(_html_lines(data))
    if kind.startswith("text/plain") or kind.endswith("txt"):
        return [line.strip() for line in (plain_text(data) or "").lstrip("\ufeff").splitlines() if line.strip()]
    return []


def drafts(found: list[str], style: Style, look: RunFormat, place: Place) -> Iterator[Draft]:
    """Lines of a chunk as paragraphs without formatting."""
    for line in found:
        yield Draft(place, style, [(line, look, None)])


def _html_lines(data: bytes) -> Iterator[str]:
    encoding = None if re.search(rb"charset", data[:2000], re.IGNORECASE) else "utf-8"
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=encoding)
    root = etree.fromstring(data, parser) if data.strip() else None
    line = ""
    for text, breaks in _html_words(root) if root is not None else ():
        if breaks and line.strip():
            yield line.strip()
        line = ("" if breaks else line) + text
    if line.strip():
        yield line.strip()


def _html_words(root: _Element) -> Iterator[tuple[str, bool]]:
    """Text in order, each with whether a new line starts before it."""
    depth = unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        depth += 1 if event == "start" else -1
        if tag in _UNSEEN:
            unseen += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return
        text = element.text if event == "start" else element.tail
        hidden = unseen or (event == "start" and tag in _UNSEEN)
        yield ("" if hidden else _SPACES.sub(" ", text or "")), tag in _BLOCKS or tag == "br"
