"""Whether a paragraph without a label is a heading, by capitals, bold type, place or what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.language import opening, words_in
from service.outline.labels import LabelKind
from service.outline.looks import (
    CLOSING,
    SENTENCE_END,
    ends_sentence,
    in_capitals,
    is_annex,
    is_framed,
    is_motto,
    is_plain,
    label_of,
    style_level,
)
from service.outline.page import ANNEX_RANK, TEXT_BELOW, Page, Verdict, stands_before_table, words_below
from service.outline.signing import is_signatory

if TYPE_CHECKING:
    from service.model.manuscript import Paragraph

_SENTENCE = re.compile(r"(?<![^\W_])(?:đã|được|có|là|sẽ|đang|không|phải)(?![^\W_])", re.IGNORECASE)
"""Words that a sentence has, and a title of some length hardly."""
_QUOTES = ("“", '"')
_ISSUER = re.compile(
    r"(?:ban (?:chấp hành|thường vụ)|đoàn chủ tịch|hội khuyến học|hkh|ubnd|ủy ban nhân dân|đảng ủy)(?![^\W_])"
)
_LEADS = re.compile(r"(?:như sau|sau đây|sau|cụ thể|trong đó|gồm(?: có)?|dưới đây)\s*:$", re.IGNORECASE)
"""A bold line that ends so leads to a list."""
_LONGEST = 45
"""A title has no more words."""
_LIST = 3
"""So many lines in a row are a list."""
_SHORT, _LONGER = 11, 18
_PARAGRAPH = 18
"""So many words below a plain line are a paragraph that it heads."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def unlabelled(on: Page, paragraph: Paragraph, text: str) -> Verdict | None:
    """The verdict on a line without a label, of these words."""
    if is_annex(paragraph):
        named = words_in(text) <= 25 and not text.endswith(SENTENCE_END)
        return Verdict(ANNEX_RANK, 0.85, "annex") if named else None
    if words_in(text) > _LONGEST or (is_plain(paragraph) and stands_before_table(on, paragraph.index)):
        return None  # running text, or a caption
    return _standing_out(on, paragraph, text)


def _standing_out(on: Page, paragraph: Paragraph, text: str) -> Verdict | None:
    """The verdict on an unlabelled line, by capitals, bold type or its frame."""
    look, words = paragraph.look, words_in(text)
    quoted, capitals, is_sentence = text.startswith(_QUOTES), in_capitals(paragraph), ends_sentence(text)
    if (is_sentence and not (quoted or capitals or look.bold)) or _is_no_title(on, paragraph, text):
        return None
    if capitals and not quoted:
        return Verdict(25, 0.9, "capitals, centred") if look.centred else Verdict(33, 0.85, "capitals")
    if quoted:
        return _quoted_title(on, paragraph, text)
    if not is_sentence:
        return _bold(on, paragraph) if look.bold and words <= 30 else _plain(on, paragraph, text)
    short_head = look.bold and words <= 10 and text.endswith(".") and not _is_sentence(text)
    return _bold(on, paragraph) if short_head else None


def _is_no_title(on: Page, paragraph: Paragraph, text: str) -> bool:
    """Whether its words are no title whatever their looks: a name below an office, a motto, what leads to a list."""
    if words_in(text) < 2 or not (text[0].isalpha() or text.startswith(_QUOTES)):
        return True
    leads = text.endswith(":") and not paragraph.look.centred and _LEADS.search(text) is not None
    return leads or is_motto(text) or is_signatory(on.paragraphs, paragraph, on.end) or _is_issuer(on, paragraph, text)


def _is_issuer(on: Page, paragraph: Paragraph, text: str) -> bool:
    """Whether a line at the end names who issues the report ("BAN CHẤP HÀNH HỘI KHUYẾN HỌC PHƯỜNG")."""
    if not _ISSUER.match(opening(text)):
        return False
    below = on.following(paragraph.index)
    return below is None or is_signatory(on.paragraphs, below, on.end) or CLOSING.match(opening(below.text)) is not None


def _quoted_title(on: Page, paragraph: Paragraph, text: str) -> Verdict | None:
    look = paragraph.look
    alike = look.bold and look.centred and in_capitals(paragraph) and words_in(text) <= 30
    below = on.following(paragraph.index)
    goes_on = below is not None and below.text.lstrip()[0].islower()  # the slogan stands within a sentence
    heads = alike and text.endswith(("”", '"')) and words_below(on, paragraph.index) >= TEXT_BELOW and not goes_on
    return Verdict(34, 0.6, "capitals, centred") if heads else None


def _bold(on: Page, paragraph: Paragraph) -> Verdict | None:
    if paragraph.look.centred:
        return Verdict(34, 0.8, "bold, centred")
    return None if _in_list(on, paragraph, bold=True) else Verdict(72, 0.75, "bold")


def _in_list(on: Page, paragraph: Paragraph, *, bold: bool) -> bool:
    """Whether it is one of several lines of one look with nothing between them: names or items, not titles."""
    run = 1
    for step in (on.preceding, on.following):
        beside = step(paragraph.index)
        while beside is not None and _is_item(beside, bold=bold) and run < _LIST:
            run, beside = run + 1, step(beside.index)
    return run >= _LIST


def _is_item(paragraph: Paragraph, *, bold: bool) -> bool:
    look, text = paragraph.look, paragraph.text.strip()
    alike = look.bold is bold and not (look.centred or in_capitals(paragraph)) and style_level(paragraph) is None
    short = bold or (words_in(text) <= _SHORT and not ends_sentence(text) and not text.endswith(":"))
    return alike and short and paragraph.place.table is None and label_of(paragraph).kind is LabelKind.NONE


def _is_sentence(text: str) -> bool:
    """Whether a line tells something, as no title does: by a verb, or a figure that is no year.

    "Kết quả đã đạt được" is a title: nothing is told of the result.
    """
    told = _SENTENCE.search(text) is not None and not text.rstrip(" .").endswith("được")
    return told or any(sign.isdecimal() for sign in _YEAR.sub("", text))


def _plain(on: Page, paragraph: Paragraph, text: str) -> Verdict | None:
    """A line without label, capitals or bold that still looks like a heading."""
    look, words = paragraph.look, words_in(text)
    if is_framed(paragraph) and words <= 30:
        return Verdict(35, 0.7, "frame of its own")
    if look.underlined and words <= 20:
        return Verdict(73, 0.7, "underlined")
    if not text[0].isupper() or text.endswith(":"):
        return None
    if look.centred and words <= 25 and not look.italic and words_below(on, paragraph.index) >= TEXT_BELOW:
        return Verdict(36, 0.7, "centred")
    return _above_text(on, paragraph, text) if words_below(on, paragraph.index) >= _PARAGRAPH else None


def _above_text(on: Page, paragraph: Paragraph, text: str) -> Verdict | None:
    """The verdict on a plain line of which all that tells is the paragraph below."""
    look, words = paragraph.look, words_in(text)
    if words > _SHORT:
        longer = words <= _LONGER and not look.italic and _is_title_between(on, paragraph, text)
        return Verdict(80, 0.5, "line between two paragraphs") if longer else None
    if not look.italic:
        listed = _in_list(on, paragraph, bold=False)
        return None if listed else Verdict(80, 0.55, "short line before a paragraph")
    below = on.following(paragraph.index)
    if look.centred or below is None or below.look.italic:  # a caption, or a quotation
        return None
    return Verdict(82, 0.5, "short line before a paragraph")


def _is_title_between(on: Page, paragraph: Paragraph, text: str) -> bool:
    """Whether a line that is no sentence parts whole sentences from whole sentences: no line that was only broken."""
    if _is_sentence(text):
        return False
    above, below = on.preceding(paragraph.index), on.following(paragraph.index)
    ends = above is None or above.text.rstrip().endswith((*SENTENCE_END, ":"))
    return (
        ends and below is not None and below.text.lstrip()[0].isupper() and below.text.rstrip().endswith(SENTENCE_END)
    )
