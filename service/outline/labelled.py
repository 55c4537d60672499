"""Whether a paragraph with a label ("I.", "1.2.", "a)", "Hai là") is a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.language import opening, words_in
from service.outline.labels import Label, LabelKind
from service.outline.looks import ENUMERATED, SENTENCE_END, ends_sentence, in_capitals, is_framed, label_of
from service.outline.page import TEXT_BELOW, Page, Verdict, table_below, words_below

if TYPE_CHECKING:
    from service.model.manuscript import Paragraph

_ROWS = frozenset((LabelKind.DECIMAL, LabelKind.BRACKET, LabelKind.LETTER, LabelKind.SMALL_ROMAN))
_NEXT_IN_COUNT = 12
"""So many paragraphs further, up or down, the neighbour of a heading that counts ("Hai là") is looked for."""


def counting(on: Page, paragraph: Paragraph) -> Verdict | None:
    """The verdict on a line that counts in words: one of several in bold, each with its text below it."""
    if not _may_count(on, paragraph):
        return None
    at = paragraph.index
    around = on.paragraphs[max(at - _NEXT_IN_COUNT, 0) : min(at + 1 + _NEXT_IN_COUNT, on.end)]
    others = (one for one in around if one.index != at and one.look.bold and ENUMERATED.match(opening(one.text)))
    return Verdict(71, 0.75, "bold, counting") if any(_may_count(on, one) for one in others) else None


def _may_count(on: Page, paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if not paragraph.look.bold or words_in(text) > 30 or text.endswith(SENTENCE_END):
        return False
    below = on.following(paragraph.index)
    return words_below(on, paragraph.index) >= TEXT_BELOW and below is not None and not below.look.bold


def dashed(on: Page, paragraph: Paragraph, label: Label, words: int) -> Verdict | None:
    """A list item, unless it is in bold capitals behind a typed dash, above running text."""
    stands_out = paragraph.look.bold and in_capitals(paragraph) and not (paragraph.label or is_framed(paragraph))
    if not stands_out or not 2 <= words <= 30 or label.rest.endswith(SENTENCE_END):
        return None
    return Verdict(72, 0.7, "capitals") if words_below(on, paragraph.index) >= TEXT_BELOW else None


def labelled(on: Page, paragraph: Paragraph, label: Label, words: int) -> Verdict | None:
    """The verdict on a line with a label that can head a section, of so many words behind it."""
    look = paragraph.look
    stands_out = look.bold or in_capitals(paragraph) or is_framed(paragraph)
    is_sentence = ends_sentence(label.rest)
    if label.kind in (LabelKind.ROMAN, LabelKind.CAPITAL, LabelKind.ARTICLE):
        return _strong_label(label, words, stands_out=stands_out, is_sentence=is_sentence)
    if ENUMERATED.match(opening(label.rest)):
        return None
    if stands_out and words <= 45:
        return Verdict(label.rank, 0.93, "label and looks")
    if look.underlined and words <= 30 and not is_sentence:
        return Verdict(label.rank, 0.85, "label and underline")
    return _short_label(on, paragraph, label, words) if words <= 40 and not is_sentence else None


def _strong_label(label: Label, words: int, *, stands_out: bool, is_sentence: bool) -> Verdict | None:
    if stands_out and words <= 60:
        return Verdict(label.rank, 0.97, "label and looks")
    if words <= 40 and not is_sentence:
        return Verdict(label.rank, 0.85, "label")
    return Verdict(label.rank, 0.7, "label") if words <= 15 else None


def _short_label(on: Page, paragraph: Paragraph, label: Label, words: int) -> Verdict | None:
    """A labelled line without looks: a heading where a longer paragraph, a table or an inner numbering follows."""
    below = words_below(on, paragraph.index)
    if _goes_on_list(on, paragraph.index, label):
        return None
    if words <= (16 if label.kind is LabelKind.DECIMAL else 12):
        if below > max(words, 8):
            return Verdict(label.rank, 0.65, "label, short line")
        if _begins_inner_row(on, paragraph.index, label):
            return Verdict(label.rank, 0.75, "label, numbering below")
        if label.number == 1 and table_below(on, paragraph.index):
            return Verdict(label.rank, 0.65, "label, table below")
    elif label.kind is LabelKind.DECIMAL and below > words and not _labelled_below(on, paragraph.index):
        return Verdict(label.rank, 0.6, "label, no end of a sentence")
    return None


def _goes_on_list(on: Page, index: int, label: Label) -> bool:
    """Whether the item right above has the number before: what nothing stood below is a list, and so is its last."""
    above = on.preceding(index)
    before = label_of(above) if above is not None else None
    return before is not None and before[:3] == (label.kind, label.depth, label.number - 1)


def _labelled_below(on: Page, index: int) -> bool:
    below = on.following(index)
    return below is not None and label_of(below).kind not in {LabelKind.NONE, LabelKind.DASH}


def _begins_inner_row(on: Page, index: int, label: Label) -> bool:
    """Whether the next paragraph begins a numbering one step deeper ("1." above "1.1.")."""
    below = on.following(index)
    inner = label_of(below) if below is not None and below.place.table is None else None
    if inner is None or inner.number != 1:
        return False
    deeper = inner.kind is LabelKind.DECIMAL and inner.depth == label.depth + 1
    return label.kind is LabelKind.DECIMAL and (deeper or inner.kind in (LabelKind.LETTER, LabelKind.BRACKET))


def next_in_row(on: Page, paragraph: Paragraph, label: Label, before: Label | None) -> Verdict | None:
    """A short labelled line that goes on with a row of headings, whatever stands below it but the row's next one."""
    if before is None or (label.kind, label.depth, label.number) != (before.kind, before.depth, before.number + 1):
        return None
    words = words_in(label.rest)
    if label.kind not in _ROWS or words > 16 or ends_sentence(label.rest) or ENUMERATED.match(opening(label.rest)):
        return None
    below = on.following(paragraph.index)
    if below is None or (below.place.table is None and label_of(below).kind is label.kind):
        return None
    return Verdict(label.rank, 0.6, "label, next in its row")
