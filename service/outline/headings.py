"""Which paragraphs are headings, and how they nest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from service.language import closed_up, opening, words_in
from service.model.outline import Heading
from service.outline.embedded import broken_head, run_in_head
from service.outline.labelled import next_in_row
from service.outline.labels import Label, LabelKind
from service.outline.looks import (
    CLOSING,
    SENTENCE_END,
    in_capitals,
    is_annex,
    is_caption,
    is_frame,
    label_of,
    style_level,
)
from service.outline.page import Page, Verdict
from service.outline.verdicts import judged

if TYPE_CHECKING:
    from service.model.manuscript import Paragraph

_OPEN_END = re.compile(r"(?:,| (?:lần thứ|thứ|số|khóa|khoá|nhiệm kỳ|và|của|về|các|trong|theo))$", re.IGNORECASE)
"""A line that ends so goes on, whatever the next one looks like: "ĐẠI HỘI LẦN THỨ", "III"."""
_GOING_ON = re.compile(r"(?:nhiệm kì|giai đoạn|lần thứ|khóa|năm học|và|của|trong|tại|theo|từ|\() ?")
"""A line that begins so goes on with the one above it, even across an empty line."""
_MOST_LINES = 4
_RUN_IN_RANK = 74
_BARE_ANNEX = 4
_SENTENCE_WORDS = 8
"""A line of so many words that ends in a full stop is no title's next line."""
""""Phụ lục số 01" has no title of its own."""


class _Candidate(NamedTuple):
    paragraph: Paragraph
    label: Label
    title: str
    verdict: Verdict
    last: int
    run_in: int = 0

    @property
    def rank(self) -> int:
        return self.verdict.rank


def headings(on: Page, start: int) -> tuple[Heading, ...]:
    """The headings from paragraph `start` to the end of the page, in order, nested by level."""
    found: list[_Candidate] = []
    rows: dict[object, _Candidate] = {}
    index = start
    while index < on.end:
        candidate = _candidate(on, on.paragraphs[index], rows) if index not in on.skipped else None
        if candidate is not None:
            found.append(candidate)
            _keep(rows, candidate)
        index = candidate.last + 1 if candidate is not None else index + 1
    return _nested(found, on.end)


def _candidate(on: Page, paragraph: Paragraph, rows: dict[object, _Candidate]) -> _Candidate | None:
    text = paragraph.text.strip()
    if (
        not text
        or not on.outside(paragraph)
        or _is_quoted(on, paragraph)
        or CLOSING.match(opening(text))
        or is_caption(paragraph)
    ):
        return None
    label = label_of(paragraph)
    if broken := broken_head(paragraph, label):
        return _head_of(paragraph, label, broken, "line of its own in a paragraph")
    verdict = judged(on, paragraph, label) or next_in_row(on, paragraph, label, _last_of_row(rows, label))
    if verdict is None:
        return _run_in(paragraph, label)
    title = " ".join(closed_up(label.rest).split())
    joined = _joined(on, _Candidate(paragraph, label, title, verdict, paragraph.index))
    return joined if joined.title else None


def _is_quoted(on: Page, paragraph: Paragraph) -> bool:
    return paragraph.index in on.quoted and style_level(paragraph) is None


def _keep(rows: dict[object, _Candidate], candidate: _Candidate) -> None:
    """Note the last heading of each row that is still open: a higher one ends the rows below it.

    Few are open at a time, so that each heading is looked at a few times, however many there are.
    """
    for row in [row for row, last in rows.items() if last.label.rank > candidate.rank]:
        del rows[row]
    rows[candidate.label.kind, candidate.label.depth] = candidate


def _last_of_row(rows: dict[object, _Candidate], label: Label) -> Label | None:
    """The label of the last heading of this kind, unless a higher one came after it."""
    last = rows.get((label.kind, label.depth))
    return last.label if last is not None else None


def _run_in(paragraph: Paragraph, label: Label) -> _Candidate | None:
    head = run_in_head(paragraph, label)
    return _head_of(paragraph, label, head, "bold head of a paragraph") if head is not None else None


def _head_of(paragraph: Paragraph, label: Label, head: tuple[str, int], reason: str) -> _Candidate:
    title, length = head
    rank = label.rank if label.kind is not LabelKind.NONE else _RUN_IN_RANK
    return _Candidate(paragraph, label, title, Verdict(rank, 0.8, reason), paragraph.index, run_in=length)


def _joined(on: Page, first: _Candidate) -> _Candidate:
    """The candidate with the lines below it that go on with its title."""
    titles, last = [first.title] if first.title else [], first.last
    while len(titles) <= _MOST_LINES and (below := on.following(last)) is not None:
        if below.index in on.skipped or not _goes_on(on, first, titles, below, on.paragraphs[last]):
            break
        last = below.index
        titles.append(" ".join(below.text.split()))
    return first._replace(title=" ".join(titles), last=last)


def _goes_on(on: Page, first: _Candidate, titles: list[str], following: Paragraph, previous: Paragraph) -> bool:
    text = following.text.strip()
    open_ended = bool(titles) and bool(_OPEN_END.search(titles[-1]))
    if CLOSING.match(opening(text)) or (label_of(following).text and not open_ended):
        return False
    if following.place.table != previous.place.table and not on.outside(following):
        return False
    if not titles or (titles == [first.title] and _is_bare_annex(first)):  # the label stood alone on its line
        return _is_title(following)
    ended = not open_ended and (titles[-1].endswith(SENTENCE_END) or _is_sentence(text))
    if ended or words_in(text) > 30:
        return False
    if following.index > previous.index + 1 and not (open_ended or _GOING_ON.match(opening(text))):
        return False
    return _same_look(first, previous, following)


def _is_sentence(text: str) -> bool:
    """Whether a line says something by itself, though it may look like a title's next line."""
    return text.endswith(".") and words_in(text) >= _SENTENCE_WORDS


def _is_bare_annex(first: _Candidate) -> bool:
    return is_annex(first.paragraph) and words_in(first.title) <= _BARE_ANNEX


def _is_title(paragraph: Paragraph) -> bool:
    look, words = paragraph.look, words_in(paragraph.text)
    stands_out = in_capitals(paragraph) or look.bold or look.centred or style_level(paragraph) is not None
    return words <= (45 if stands_out else 30)


def _same_look(first: _Candidate, previous: Paragraph, following: Paragraph) -> bool:
    if style_level(first.paragraph) != style_level(following):
        return False
    look = following.look
    if in_capitals(following) and in_capitals(previous):
        return look.bold == previous.look.bold and look.centred == previous.look.centred
    if in_capitals(previous) and following.text.split()[0].isupper() and _GOING_ON.match(opening(following.text)):
        return look.bold and previous.look.bold  # "CỦA HỘI (tháng 8/2015)"
    return look.bold and previous.look.bold and following.text.strip()[0].islower()


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
    before: _Candidate | None = None
    for candidate in found:
        if _signature(candidate) == ("look", candidate.rank) and is_frame(candidate.title):
            stack.clear()
            levels.append(1)
            continue
        signature = _signature(candidate)
        if signature in (seen for seen, _ in stack):
            while stack[-1][0] != signature:
                stack.pop()
        else:
            if before is None or not _opens(before, candidate):
                _close(stack, candidate)
            stack.append((signature, candidate.rank))
        levels.append(len(stack))
        before = candidate
    return levels


def _close(stack: list[tuple[object, int]], candidate: _Candidate) -> None:
    """End the headings that don't stand above a candidate."""
    inner = candidate.label.kind is LabelKind.CAPITAL and candidate.label.number == 1
    while stack and stack[-1][1] >= candidate.rank and not (inner and stack[-1][1] == LabelKind.ROMAN):
        stack.pop()


def _opens(before: _Candidate, candidate: _Candidate) -> bool:
    """Whether a line without a label heads the row whose first item stands right below it."""
    first = candidate.label.kind is LabelKind.ROMAN and candidate.label.number == 1
    return first and before.label.kind is LabelKind.NONE and before.last + 1 == candidate.paragraph.index


def _signature(candidate: _Candidate) -> object:
    if candidate.label.kind is not LabelKind.NONE:
        return (candidate.label.kind, candidate.label.depth)
    level = style_level(candidate.paragraph)
    return ("style", level) if level is not None else ("look", candidate.rank)


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
        confidence=candidate.verdict.confidence,
        reason=candidate.verdict.reason,
    )
