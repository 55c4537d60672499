"""Which paragraphs are headings, why, and how they nest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from service.language import fold
from service.model.outline import Heading
from service.outline.labels import Label, LabelKind, read_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.manuscript import Manuscript, Paragraph

_CAPTION = re.compile(
    r"(?:bảng|biểu|hình|ảnh|sơ đồ|biểu đồ)(?: (?:số )?[0-9ivx]+)?\s*[.:\-]|(?:đơn vị tính|đvt|ảnh)\s*:"
)
_SENTENCE_END = (".", ";", ",", "!", "?", "./")
_CLOSING = re.compile(
    r"(?:nơi nhận|(?:t/?m|tm\.|kt\.|thay mặt)[. ]*(?:ban|bch|btv|đoàn|chủ tịch)|chủ tịch$|phó chủ tịch$|- ?như trên|kính gửi"
    r"|kính thưa|cộng hòa xã hội|độc lập - tự do|đảng cộng sản việt nam$|người (?:lập|viết))"
)
_ENUMERATED = re.compile(
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là(?![^\W_])"
    r"|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W_])"
)
_HEADING_STYLE = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class _Candidate:
    paragraph: Paragraph
    label: Label
    title: str
    rank: int
    confidence: float
    reason: str
    last: int
    run_in: int = 0
    style_level: int | None = None


def headings(manuscript: Manuscript, start: int, end: int, skipped: frozenset[int]) -> tuple[Heading, ...]:
    """The headings among the paragraphs [start, end), in order, nested by level."""
    tables = _heading_tables(manuscript)
    found: list[_Candidate] = []
    paragraphs = manuscript.paragraphs
    index = start
    while index < end:
        candidate = None
        if index not in skipped:
            candidate = _candidate(paragraphs, index, end, tables)
        if candidate is not None:
            candidate = _joined(paragraphs, candidate, end, tables, skipped)
            found.append(candidate)
            index = candidate.last + 1
        else:
            index += 1
    return _nested(found, end)


def _heading_tables(manuscript: Manuscript) -> frozenset[int]:
    """Tables that only frame a heading: one cell, few words."""
    return frozenset(t.index for t in manuscript.tables if len(t.cells) == 1 and len(t.cells[0].text.split()) <= 45)


def _candidate(paragraphs: Sequence[Paragraph], index: int, end: int, tables: frozenset[int]) -> _Candidate | None:
    paragraph = paragraphs[index]
    text = paragraph.text.strip()
    if not text or (paragraph.place.table is not None and paragraph.place.table not in tables):
        return None
    folded = fold(text)
    if _CLOSING.match(folded) or (_CAPTION.match(folded) and _style_level(paragraph) is None):
        return None
    label = read_label(paragraph.text, paragraph.label)
    words = len(label.rest.split())
    found = _judged(paragraph, label, words, paragraphs, index, end)
    if found is None:
        return _run_in(paragraph, label)
    rank, confidence, reason = found
    title = " ".join(label.rest.split())
    if label.kind is LabelKind.NONE and fold(title).startswith("phụ lục"):
        rank = 5
    return _Candidate(paragraph, label, title, rank, confidence, reason, index, style_level=_style_level(paragraph))


def _style_level(paragraph: Paragraph) -> int | None:
    if paragraph.look.outline_level is not None:
        return paragraph.look.outline_level + 1
    found = _HEADING_STYLE.fullmatch(paragraph.look.style)
    return int(found[1]) if found else None


def _judged(
    paragraph: Paragraph, label: Label, words: int, paragraphs: Sequence[Paragraph], index: int, end: int
) -> tuple[int, float, str] | None:
    """Rank, confidence and reason where the paragraph is a heading of its own."""
    look = paragraph.look
    text = label.rest or paragraph.text.strip()
    if _style_level(paragraph) is not None and words <= 60:
        level = _style_level(paragraph) or 1
        return label.rank if label.kind is not LabelKind.NONE else 8 + 10 * level, 0.98, "style"
    if label.kind is LabelKind.PART and words <= 45:
        return label.rank, 0.98, "part label"
    ends_sentence = text.endswith(_SENTENCE_END)
    framed = paragraph.place.table is not None or paragraph.place.text_box
    if label.kind in (LabelKind.ROMAN, LabelKind.CAPITAL):
        return _strong_label(label, look.bold or look.capitals or framed, words, ends_sentence)
    if label.kind in (LabelKind.DECIMAL, LabelKind.BRACKET, LabelKind.LETTER, LabelKind.STAR):
        return _weak_label(paragraph, label, words, ends_sentence, framed, _next_text(paragraphs, index, end))
    if label.kind is LabelKind.DASH or _ENUMERATED.match(fold(text)):
        return None
    if not look.capitals and not framed and _before_table(paragraphs, index, end):
        return None  # a caption
    return _unlabelled(paragraph, words, ends_sentence, framed, _next_text(paragraphs, index, end))


def _strong_label(label: Label, stands_out: bool, words: int, ends_sentence: bool) -> tuple[int, float, str] | None:
    if stands_out and words <= 60:
        return label.rank, 0.97, "label and looks"
    if words <= 40 and not ends_sentence:
        return label.rank, 0.85, "label"
    return (label.rank, 0.7, "label") if words <= 15 else None


def _weak_label(
    paragraph: Paragraph, label: Label, words: int, ends_sentence: bool, framed: bool, following: str
) -> tuple[int, float, str] | None:
    look = paragraph.look
    if _ENUMERATED.match(fold(label.rest)):
        return None
    if (look.bold or look.capitals or framed) and words <= 45:
        return label.rank, 0.93, "label and looks"
    if look.underlined and words <= 30 and not ends_sentence:
        return label.rank, 0.85, "label and underline"
    short = words <= (16 if label.kind is LabelKind.DECIMAL else 12)
    if short and not ends_sentence and len(following.split()) > max(words, 8):
        return label.rank, 0.65, "label, short line"
    return None


def _unlabelled(
    paragraph: Paragraph, words: int, ends_sentence: bool, framed: bool, following: str
) -> tuple[int, float, str] | None:
    look = paragraph.look
    text = paragraph.text.strip()
    if not text[0].isalpha() and text[0] not in '“"':
        return None
    if look.capitals and 2 <= words <= 45 and not text.startswith(("“", '"')):
        return (25, 0.9, "capitals, centred") if look.centred else (33, 0.85, "capitals")
    if text.startswith(("“", '"')) or ends_sentence or words < 2:
        return None
    if look.bold and words <= 30:
        return (34, 0.8, "bold, centred") if look.centred else (72, 0.75, "bold")
    if framed and words <= 30:
        return 35, 0.7, "frame of its own"
    if look.underlined and words <= 20:
        return 73, 0.7, "underlined"
    if (
        words <= 11
        and text[0].isupper()
        and not text.endswith(":")
        and len(following.split()) >= 18
        and not look.italic
    ):
        return 80, 0.55, "short line before a paragraph"
    return None


def _next_text(paragraphs: Sequence[Paragraph], index: int, end: int) -> str:
    for paragraph in paragraphs[index + 1 : min(end, index + 4)]:
        if paragraph.text.strip():
            return paragraph.text if paragraph.place.table is None else ""
    return ""


def _before_table(paragraphs: Sequence[Paragraph], index: int, end: int) -> bool:
    following = next((p for p in paragraphs[index + 1 : min(end, index + 4)] if p.text.strip()), None)
    return following is not None and following.place.table is not None and following.place.column == 0


def _run_in(paragraph: Paragraph, label: Label) -> _Candidate | None:
    """A bold head that runs into its own text: "**6. Phối hợp với nhà trường:** Hội phối hợp…"."""
    length = paragraph.look.bold_prefix
    text = paragraph.text
    head = text[:length].rstrip()
    if not head or length >= len(text.rstrip()) or paragraph.place.table is not None:
        return None
    if label.kind is LabelKind.DASH or _ENUMERATED.match(fold(label.rest)):
        return None
    title = " ".join(head[min(label.start, len(head)) :].split()).rstrip(":.- ")
    if not 2 <= len(title.split()) <= 25 or len(text) - length < 20:
        return None
    rank = label.rank if label.kind is not LabelKind.NONE else 74
    return _Candidate(paragraph, label, title, rank, 0.8, "bold head of a paragraph", paragraph.index, len(head))


def _joined(
    paragraphs: Sequence[Paragraph], first: _Candidate, end: int, tables: frozenset[int], skipped: frozenset[int]
) -> _Candidate:
    """The candidate with the lines below it that go on with its title."""
    if first.run_in:
        return first
    titles, last = [first.title] if first.title else [], first.last
    while last + 1 < end and last - first.paragraph.index < 4 and last + 1 not in skipped:
        following = paragraphs[last + 1]
        if not _goes_on(first, titles, paragraphs[last], following, tables):
            break
        titles.append(" ".join(following.text.split()))
        last += 1
    return replace(first, title=" ".join(titles), last=last)


def _goes_on(
    first: _Candidate, titles: list[str], previous: Paragraph, following: Paragraph, tables: frozenset[int]
) -> bool:
    text = following.text.strip()
    if not text or read_label(following.text, following.label).text or _CLOSING.match(fold(text)):
        return False
    if following.place.table != previous.place.table and following.place.table not in tables:
        return False
    look, words = following.look, len(text.split())
    if not titles:  # the label stood alone on its line
        return words <= 45 and (
            look.capitals or look.bold or look.centred or _style_level(following) is not None or words <= 30
        )
    if titles[-1].endswith(_SENTENCE_END) or words > 30 or first.style_level != _style_level(following):
        return False
    if look.capitals and previous.look.capitals:
        return look.bold == previous.look.bold and look.centred == previous.look.centred
    return look.bold and previous.look.bold and text[0].islower()


def _nested(found: list[_Candidate], end: int) -> tuple[Heading, ...]:
    """Give every candidate its level and its end."""
    levels = _levels(found)
    ends = [end] * len(found)
    for n, level in enumerate(levels):
        for later in range(n + 1, len(found)):
            if levels[later] <= level:
                ends[n] = found[later].paragraph.index
                break
    return tuple(_heading(c, level, stop) for c, level, stop in zip(found, levels, ends, strict=True))


def _levels(found: list[_Candidate]) -> list[int]:
    stack: list[tuple[object, int]] = []
    levels = []
    for candidate in found:
        signature = _signature(candidate)
        if signature in (seen for seen, _ in stack):
            while stack[-1][0] != signature:
                stack.pop()
        else:
            inner = candidate.label.kind is LabelKind.CAPITAL and candidate.label.number == 1
            while stack and stack[-1][1] >= candidate.rank and not (inner and stack[-1][1] == LabelKind.ROMAN):
                stack.pop()
            stack.append((signature, candidate.rank))
        levels.append(len(stack))
    return levels


def _signature(candidate: _Candidate) -> object:
    if candidate.label.kind is not LabelKind.NONE:
        return (candidate.label.kind, candidate.label.depth)
    return ("style", candidate.style_level) if candidate.style_level is not None else ("look", candidate.rank)


def _heading(candidate: _Candidate, level: int, end: int) -> Heading:
    return Heading(
        paragraph=candidate.paragraph.index,
        last=candidate.last,
        label=candidate.label.text,
        title=candidate.title,
        level=level,
        end=end,
        body=candidate.paragraph.index if candidate.run_in else candidate.last + 1,
        run_in=candidate.run_in,
        confidence=candidate.confidence,
        reason=candidate.reason,
    )
