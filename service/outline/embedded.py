"""Heads that share a paragraph with their text: in bold before it, or on a line of their own above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.language import opening, words_in
from service.outline.labels import Label, LabelKind
from service.outline.looks import ENUMERATED, SENTENCE_END
from service.outline.page import TEXT_BELOW

if TYPE_CHECKING:
    from service.model.manuscript import Paragraph

_NO_HEADS = frozenset((LabelKind.DASH, LabelKind.STAR))


def run_in_head(paragraph: Paragraph, label: Label) -> tuple[str, int] | None:
    """The bold head that runs into its own text ("**6. Phối hợp:** Hội phối hợp…"): its words, and its length."""
    length = paragraph.look.bold_prefix
    text = paragraph.text
    head = text[:length].rstrip()
    if not head or length >= len(text.rstrip()) or paragraph.place.table is not None:
        return None
    if label.kind is LabelKind.DASH or ENUMERATED.match(opening(label.rest)):
        return None
    title = " ".join(head[min(label.start, len(head)) :].split()).rstrip(":.- ")
    if not 2 <= words_in(title) <= 25 or len(text) - length < 20:
        return None
    return title, len(head)


def broken_head(paragraph: Paragraph, label: Label) -> tuple[str, int] | None:
    """The head that a line break parts from its text in one paragraph ("I. KẾT QUẢ⏎Toàn phường…"): words and length."""
    text = paragraph.text
    if "\n" not in text.strip() or label.kind in _NO_HEADS or paragraph.place.table is not None:
        return None
    length = _head_lines(text, label)
    head, body = text[label.start : length].strip(), text[length:].strip()
    words = head.split()
    if not head or head.endswith(SENTENCE_END) or ENUMERATED.match(opening(head)) or words_in(body) < TEXT_BELOW:
        return None
    fits = 2 <= len(words) <= 45 if head.isupper() else label.kind is not LabelKind.NONE and len(words) <= 16
    return (" ".join(words).rstrip(":.- "), length) if fits and not body.isupper() else None


def _head_lines(text: str, label: Label) -> int:
    """Where the first line behind the label ends, or the last of those in capitals."""
    at = end = label.start
    for line in text[label.start :].split("\n"):
        at += len(line) + 1
        if end == label.start or not line.strip() or line.isupper():
            end = at - 1
        else:
            break
    return min(end, len(text))
