"""What a sentence of a report is about: figures against targets, an objective, a lesson, courtesy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from service.language.fold import fold

_ENDS = tuple(".;!?…,")
_CAPTION = 12
"""A line of fewer words without an end mark is a caption or an unnoticed heading;"""
_LONG_CAPTION = 30
"""one that stands right above a table, or that names a table, may be so long."""
_SHORT = 4
"""No sentence ends before so many words: "TP.", "Đ/c.", "1." are no ends."""
_TABLE_TITLE: Final = re.compile(r"(?:bảng|biểu|biểu đồ|hình|sơ đồ|đồ thị|phụ lục)\b")
_LABEL: Final = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđA-ZĐ]|[ivxIVX]{1,5})[.)]\s+|\d{1,2}\.\d{1,2}\s+(?=\D)"
)
_OPENERS = "“\"'‘(«[…"
_COURTESIES = (
    *("trên đây là", "xin cảm ơn", "xin trân trọng", "xin chân thành", "kính thưa", "kính chúc", "xin kính chúc"),
    *("thành công tốt đẹp", "đại hội thành công", "thưa các đồng chí", "thưa các quý vị", "kính trình đại hội"),
)
_COMPARED = ("chỉ tiêu", "nghị quyết", "kế hoạch", "mục tiêu", "vượt", "so với", "đề ra")
_AIMS = ("mục tiêu", "chỉ tiêu", "phấn đấu")
_LESSONS = ("bài học", "kinh nghiệm")
_SHORTFALLS = ("hạn chế", "tồn tại", "khuyết điểm", "nguyên nhân", "yếu kém")
_LESSON_STARTS: Final = re.compile(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy) là|(?:bài học )?thứ (?:nhất|hai|ba|tư|năm|sáu))\b"
)
_RENEWAL = ("29-nq", "29/nq", "nghịquyết29", "đổimớicănbản")
"""Compared without spaces: officers type "29 - NQ/TW" in every way."""


@dataclass(frozen=True, slots=True)
class Around:
    """The heading and the announcement that a sentence stands under, folded."""

    heading: str = ""
    announcement: str = ""

    def under(self, text: str, *, heading: bool) -> Around:
        """What stands around the paragraphs that follow this heading or announcement."""
        return Around(fold(text)) if heading else Around(self.heading, fold(text))

    @property
    def nearest(self) -> str:
        """The announcement, else the heading."""
        return self.announcement or self.heading


def bare(text: str) -> str:
    """The paragraph on one line without its own bullet, star or number: the list that quotes it has its own."""
    line = " ".join(text.split())
    while line:
        start = next((at for at, letter in enumerate(line) if letter.isalnum() or letter in _OPENERS), len(line))
        if start == len(line):
            return line
        label = _LABEL.match(line, start)
        if start == 0 and (label is None or label.end() == len(line)):
            return line
        line = line[label.end() :] if label and label.end() < len(line) else line[start:]
    return line


def is_caption(text: str, *, before_table: bool = False) -> bool:
    """Whether a line is the title of a table or picture, or a label, rather than a statement."""
    words = text.split()
    if not words or words[-1].rstrip("”\"')»")[-1:] in _ENDS:
        return False
    titled = before_table or _TABLE_TITLE.match(fold(text.lstrip())) is not None
    return len(words) < (_LONG_CAPTION if titled else _CAPTION)


def sentences_of(line: str) -> list[str]:
    """The sentences of a paragraph that stands on one line."""
    words = line.split(" ")
    found: list[str] = []
    start = 0
    for at, word in enumerate(words[:-1], 1):
        if at - start >= _SHORT and _ends(word) and not words[at][:1].islower():
            found.append(" ".join(words[start:at]))
            start = at
    found.append(" ".join(words[start:]))
    return [text for text in found if text]


def _ends(word: str) -> bool:
    """Whether a sentence may end with this word; "TP." and "1." are no ends."""
    closed = word.rstrip("”\"')»")
    stem = closed.rstrip(".!?…")
    short = stem.isdigit() or (stem.isupper() and len(stem) <= 3)
    return stem != closed and not short


def courtesy(text: str) -> bool:
    """Whether the sentence only opens or closes a speech."""
    folded = fold(text)
    return any(phrase in folded for phrase in _COURTESIES)


def weight(section: str, text: str, around: Around) -> int:
    """How much a sentence says of what the section is for: 0 nothing in particular, 3 just that, -1 something else."""
    folded = fold(text)
    if section == "resolution_results":
        return _measured(folded)
    if section == "new_term_goals":
        return _aimed(folded, around)
    if section == "lessons_learned":
        return _learned(folded, around)
    if section == "resolution29_alignment":
        return 2 if any(phrase in folded.replace(" ", "") for phrase in _RENEWAL) else 0
    return 0


def _figure(folded: str) -> bool:
    """Whether it holds a figure that is no date, number of a document or year."""
    return any(_counts(word.strip('.,;:()[]"')) for word in folded.split())


def _counts(word: str) -> bool:
    digits = word.replace(".", "").replace(",", "").replace("%", "")
    year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
    return bool(digits) and digits.isdigit() and not year


def _measured(folded: str) -> int:
    if not _figure(folded):
        return 0
    compared = any(phrase in folded for phrase in _COMPARED)
    return 3 if compared and ("%" in folded or "vượt" in folded) else 2 if compared else 1 if "%" in folded else 0


def _aimed(folded: str, around: Around) -> int:
    under = any(phrase in around.nearest for phrase in _AIMS)
    said = folded.startswith(_AIMS) or any(phrase in folded for phrase in _AIMS[1:])
    if said or under:
        return 3 if _figure(folded) or folded.startswith("mục tiêu") else 2
    return 1 if "%" in folded else 0


def _learned(folded: str, around: Around) -> int:
    if _LESSON_STARTS.match(folded):
        return 2
    place = around.nearest
    if any(phrase in place for phrase in _SHORTFALLS) and not any(phrase in place for phrase in _LESSONS):
        return -1
    return 1 if any(phrase in folded for phrase in _LESSONS) else 0
