"""Whether one paragraph is a heading of its own, by its style, label and looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from service.language import opening
from service.outline.labels import Label, LabelKind, read_label
from service.outline.signing import is_signatory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.manuscript import Cell, Manuscript, Paragraph, Table

_ROWS = frozenset((LabelKind.DECIMAL, LabelKind.BRACKET, LabelKind.LETTER, LabelKind.SMALL_ROMAN))
SENTENCE_END = (".", ";", ",", "!", "?", "./")
_CAPTION = re.compile(
    r"(?:bảng|biểu|hình|ảnh|sơ đồ|biểu đồ)(?: (?:số )?[0-9ivx]+)?\s*[.:\-]|(?:đơn vị tính|đvt|ảnh)\s*:"
)
CLOSING = re.compile(
    r"nơi nhận|(?:t/?m|tm\.|kt\.|thay mặt)[. ]*(?:ban|bch|btv|đoàn|chủ tịch)|chủ tịch$|phó chủ tịch$|- ?như trên"
    r"|kính gửi|kính thưa|cộng hòa xã hội|độc lập - tự do|đảng cộng sản việt nam$|người (?:lập|viết)"
)
ENUMERATED = re.compile(
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là(?![^\W_])"
    r"|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W_])"
)
_NO_HEADS = frozenset((LabelKind.DASH, LabelKind.STAR))
_TEXT_BELOW = 12
_NEXT_IN_COUNT = 12
"""So many paragraphs further, up or down, the neighbour of a heading that counts ("Hai là") is looked for."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ANNEX_RANK = 5
_SYMBOL = re.compile(r"[^\W_][-/][^\W_]")


class Verdict(NamedTuple):
    """That a paragraph is a heading: how high it stands, how sure that is, and why."""

    rank: int
    confidence: float
    reason: str


class Page(NamedTuple):
    """The paragraphs among which headings are looked for."""

    paragraphs: Sequence[Paragraph]
    end: int
    """First paragraph that no longer belongs to the document."""
    frames: frozenset[int]
    """Tables that only frame a heading."""
    skipped: frozenset[int]
    """Paragraphs of a table of contents."""

    def following(self, index: int) -> Paragraph | None:
        """The next paragraph with words within three, or None."""
        near = self.paragraphs[index + 1 : min(self.end, index + 4)]
        return next((paragraph for paragraph in near if paragraph.text.strip()), None)

    def outside(self, paragraph: Paragraph) -> bool:
        """Whether it stands in no table, or in one that only frames it."""
        return paragraph.place.table is None or paragraph.place.table in self.frames


def page(manuscript: Manuscript, end: int, skipped: frozenset[int]) -> Page:
    """The page of a document that ends before paragraph `end`."""
    frames = (table.index for table in manuscript.tables if _frames_heading(manuscript, table))
    return Page(manuscript.paragraphs, end, frozenset(frames), skipped)


def _frames_heading(manuscript: Manuscript, table: Table) -> bool:
    """Whether a table only holds a heading: in its one cell, in one filled cell of a row, or number beside title."""
    if table.rows != 1 and len(table.cells) != 1:
        return False
    filled = [cell for cell in table.cells if cell.text.strip()]
    if sum(len(cell.text.split()) for cell in filled) > 45:
        return False
    if len(table.cells) == 1:
        return True
    if len(filled) == 1:
        return read_label(filled[0].text.strip()).number > 0
    return len(filled) == 2 and _number_and_title(manuscript, *filled)


def _number_and_title(manuscript: Manuscript, number: Cell, title: Cell) -> bool:
    label = read_label(f"{number.text.strip()} X")
    if not label.number or label.rest != "X" or len(title.text.split()) < 2:
        return False
    lines = [manuscript.paragraphs[at] for at in title.paragraphs if manuscript.paragraphs[at].text.strip()]
    return all(line.look.bold or in_capitals(line) for line in lines)


def style_level(paragraph: Paragraph) -> int | None:
    """The level that the paragraph's style gives it, from 1; None for body text."""
    level = paragraph.look.outline_level
    return level + 1 if level is not None else None


def in_capitals(paragraph: Paragraph) -> bool:
    """Whether a paragraph is in capitals; a document's symbol in it ("281/QĐ-TTg") may keep its small letters."""
    if paragraph.look.capitals:
        return True
    text = paragraph.text
    if "/" not in text and "-" not in text:
        return False
    words = [word for word in text.split() if not _SYMBOL.search(word)]
    return len(words) >= 3 and " ".join(words).isupper()


def judged(on: Page, paragraph: Paragraph, label: Label) -> Verdict | None:
    """The verdict on a paragraph that may be a heading of its own; None where it is none."""
    text = label.rest or paragraph.text.strip()
    words = len(label.rest.split())
    level = style_level(paragraph)
    if level is not None and words <= 60:
        return Verdict(_rank_of_style(paragraph, label, level), 0.98, "style")
    if label.kind is LabelKind.PART:
        sentence = words > 15 and text.endswith(SENTENCE_END) and not (paragraph.look.bold or in_capitals(paragraph))
        return Verdict(label.rank, 0.98, "part label") if words <= 45 and not sentence else None
    if label.kind is LabelKind.DASH:
        return _dashed(on, paragraph, label, words)
    if label.kind is LabelKind.NONE and ENUMERATED.match(opening(text)):
        return _counting(on, paragraph)
    if label.kind is not LabelKind.NONE:
        return _labelled(on, paragraph, label, words)
    return _unlabelled(on, paragraph, words)


def _counting(on: Page, paragraph: Paragraph) -> Verdict | None:
    """The verdict on a line that counts in words: one of several in bold, each with its text below it."""
    if not _may_count(on, paragraph):
        return None
    at = paragraph.index
    around = on.paragraphs[max(at - _NEXT_IN_COUNT, 0) : min(at + 1 + _NEXT_IN_COUNT, on.end)]
    others = (one for one in around if one.index != at and one.look.bold and ENUMERATED.match(opening(one.text)))
    return Verdict(71, 0.75, "bold, counting") if any(_may_count(on, one) for one in others) else None


def _may_count(on: Page, paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if not paragraph.look.bold or len(text.split()) > 30 or text.endswith(SENTENCE_END):
        return False
    below = on.following(paragraph.index)
    return _words_below(on, paragraph.index) >= _TEXT_BELOW and below is not None and not below.look.bold


def _dashed(on: Page, paragraph: Paragraph, label: Label, words: int) -> Verdict | None:
    """A list item, unless it is in bold capitals behind a typed dash, above running text."""
    stands_out = paragraph.look.bold and in_capitals(paragraph) and not (paragraph.label or _framed(paragraph))
    if not stands_out or not 2 <= words <= 30 or label.rest.endswith(SENTENCE_END):
        return None
    return Verdict(72, 0.7, "capitals") if _words_below(on, paragraph.index) >= _TEXT_BELOW else None


def _rank_of_style(paragraph: Paragraph, label: Label, level: int) -> int:
    if label.kind is not LabelKind.NONE:
        return label.rank
    return _ANNEX_RANK if is_annex(paragraph) else 8 + 10 * level


def is_caption(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the caption of a table or picture."""
    return bool(_CAPTION.match(opening(paragraph.text))) and style_level(paragraph) is None


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
    if not 2 <= len(title.split()) <= 25 or len(text) - length < 20:
        return None
    return title, len(head)


def is_annex(paragraph: Paragraph) -> bool:
    """Whether it begins an annex ("PHỤ LỤC", "Phụ lục 1: Số liệu")."""
    return opening(paragraph.text).startswith("phụ lục")


def broken_head(paragraph: Paragraph, label: Label) -> tuple[str, int] | None:
    """The head that a line break parts from its text in one paragraph ("I. KẾT QUẢ⏎Toàn phường…"): words and length."""
    text = paragraph.text
    if "\n" not in text.strip() or label.kind in _NO_HEADS or paragraph.place.table is not None:
        return None
    length = _head_lines(text, label)
    head, body = text[label.start : length].strip(), text[length:].strip()
    words = head.split()
    if not head or head.endswith(SENTENCE_END) or ENUMERATED.match(opening(head)) or len(body.split()) < _TEXT_BELOW:
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


def _is_plain(paragraph: Paragraph) -> bool:
    return not (in_capitals(paragraph) or _framed(paragraph))


def _framed(paragraph: Paragraph) -> bool:
    return paragraph.place.table is not None or paragraph.place.text_box


def _labelled(on: Page, paragraph: Paragraph, label: Label, words: int) -> Verdict | None:
    look = paragraph.look
    stands_out = look.bold or in_capitals(paragraph) or _framed(paragraph)
    ends_sentence = label.rest.endswith(SENTENCE_END)
    if label.kind in (LabelKind.ROMAN, LabelKind.CAPITAL, LabelKind.ARTICLE):
        return _strong_label(label, words, stands_out=stands_out, ends_sentence=ends_sentence)
    if ENUMERATED.match(opening(label.rest)):
        return None
    if stands_out and words <= 45:
        return Verdict(label.rank, 0.93, "label and looks")
    if look.underlined and words <= 30 and not ends_sentence:
        return Verdict(label.rank, 0.85, "label and underline")
    return _short_label(on, paragraph, label, words) if words <= 40 and not ends_sentence else None


def next_in_row(on: Page, paragraph: Paragraph, label: Label, before: Label | None) -> Verdict | None:
    """A short labelled line that goes on with a row of headings, whatever stands below it but the row's next one."""
    if before is None or (label.kind, label.depth, label.number) != (before.kind, before.depth, before.number + 1):
        return None
    words = len(label.rest.split())
    if (
        label.kind not in _ROWS
        or words > 16
        or label.rest.endswith(SENTENCE_END)
        or ENUMERATED.match(opening(label.rest))
    ):
        return None
    below = on.following(paragraph.index)
    if below is None or (below.place.table is None and label_of(below).kind is label.kind):
        return None
    return Verdict(label.rank, 0.6, "label, next in its row")


def _short_label(on: Page, paragraph: Paragraph, label: Label, words: int) -> Verdict | None:
    """A labelled line without looks: a heading where a longer paragraph, a table or an inner numbering follows."""
    below = _words_below(on, paragraph.index)
    if words <= (16 if label.kind is LabelKind.DECIMAL else 12):
        if below > max(words, 8):
            return Verdict(label.rank, 0.65, "label, short line")
        if _begins_inner_row(on, paragraph.index, label):
            return Verdict(label.rank, 0.75, "label, numbering below")
        if label.number == 1 and _table_below(on, paragraph.index):
            return Verdict(label.rank, 0.65, "label, table below")
    elif label.kind is LabelKind.DECIMAL and below > words and not _labelled_below(on, paragraph.index):
        return Verdict(label.rank, 0.6, "label, no end of a sentence")
    return None


def _labelled_below(on: Page, index: int) -> bool:
    below = on.following(index)
    return below is not None and label_of(below).kind not in {LabelKind.NONE, LabelKind.DASH}


def _table_below(on: Page, index: int) -> bool:
    """Whether a table follows, perhaps below its caption."""
    if _before_table(on, index):
        return True
    below = on.following(index)
    return below is not None and label_of(below).kind is LabelKind.NONE and _before_table(on, below.index)


def _begins_inner_row(on: Page, index: int, label: Label) -> bool:
    """Whether the next paragraph begins a numbering one step deeper ("1." above "1.1.")."""
    below = on.following(index)
    inner = label_of(below) if below is not None and below.place.table is None else None
    if inner is None or inner.number != 1:
        return False
    deeper = inner.kind is LabelKind.DECIMAL and inner.depth == label.depth + 1
    return label.kind is LabelKind.DECIMAL and (deeper or inner.kind in (LabelKind.LETTER, LabelKind.BRACKET))


def _strong_label(label: Label, words: int, *, stands_out: bool, ends_sentence: bool) -> Verdict | None:
    if stands_out and words <= 60:
        return Verdict(label.rank, 0.97, "label and looks")
    if words <= 40 and not ends_sentence:
        return Verdict(label.rank, 0.85, "label")
    return Verdict(label.rank, 0.7, "label") if words <= 15 else None


def _unlabelled(on: Page, paragraph: Paragraph, words: int) -> Verdict | None:
    text = paragraph.text.strip()
    if is_annex(paragraph):
        named = words <= 25 and not text.endswith(SENTENCE_END)
        return Verdict(_ANNEX_RANK, 0.85, "annex") if named else None
    if _is_plain(paragraph) and _before_table(on, paragraph.index):
        return None  # a caption
    return _standing_out(on, paragraph, words)


def _standing_out(on: Page, paragraph: Paragraph, words: int) -> Verdict | None:
    """The verdict on an unlabelled line, by capitals, bold type or its frame."""
    look, text = paragraph.look, paragraph.text.strip()
    quoted = text.startswith(("“", '"'))
    if words < 2 or not (text[0].isalpha() or quoted) or is_signatory(on.paragraphs, paragraph, on.end):
        return None
    if words <= 45 and in_capitals(paragraph) and not quoted:
        return Verdict(25, 0.9, "capitals, centred") if look.centred else Verdict(33, 0.85, "capitals")
    short_head = look.bold and words <= 10 and text.endswith(".") and not _holds_figure(text)
    if quoted and text.endswith(("”", '"')) and words <= 30 and look.bold and look.centred and in_capitals(paragraph):
        return Verdict(34, 0.6, "capitals, centred") if _words_below(on, paragraph.index) >= _TEXT_BELOW else None
    if quoted or (text.endswith(SENTENCE_END) and not short_head):
        return None
    if look.bold and words <= 30:
        return Verdict(34, 0.8, "bold, centred") if look.centred else Verdict(72, 0.75, "bold")
    return _plain(on, paragraph, words)


def _holds_figure(text: str) -> bool:
    return any(sign.isdecimal() for sign in _YEAR.sub("", text))


def _plain(on: Page, paragraph: Paragraph, words: int) -> Verdict | None:
    """A line without label, capitals or bold that still looks like a heading."""
    look, text = paragraph.look, paragraph.text.strip()
    if _framed(paragraph) and words <= 30:
        return Verdict(35, 0.7, "frame of its own")
    if look.underlined and words <= 20:
        return Verdict(73, 0.7, "underlined")
    opens = text[0].isupper() and not text.endswith(":")
    if look.centred and words <= 25 and opens and not look.italic and _words_below(on, paragraph.index) >= 12:
        return Verdict(36, 0.7, "centred")
    if words <= 11 and opens and _words_below(on, paragraph.index) >= 18:
        if not look.italic:
            return Verdict(80, 0.55, "short line before a paragraph")
        below = on.following(paragraph.index)
        if not look.centred and below is not None and not below.look.italic:  # else a caption, or a quotation
            return Verdict(82, 0.5, "short line before a paragraph")
    return None


def _words_below(on: Page, index: int) -> int:
    """How many words the next paragraph has; 0 where that is a table."""
    below = on.following(index)
    return len(below.text.split()) if below is not None and below.place.table is None else 0


def _before_table(on: Page, index: int) -> bool:
    below = on.following(index)
    return below is not None and below.place.table is not None and below.place.column == 0


def label_of(paragraph: Paragraph) -> Label:
    """The label of a paragraph, typed or automatic."""
    return read_label(paragraph.text, paragraph.label)
