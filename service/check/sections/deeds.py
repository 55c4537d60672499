"""Tasks and means that are told without their names: items and clauses that begin with an action."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from service.check.sections.parts import named_in
from service.check.sections.substance import cut, telling
from service.outline.labels import LabelKind, read_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.case import Line

AIM: Final = re.compile(r"phấn đấu|đến (?:hết |cuối )?năm 20")
_ITEM_KINDS = frozenset(set(LabelKind) - {LabelKind.NONE, LabelKind.PART, LabelKind.CHAPTER})
ITEMS: Final = 3
"""From so many items that begin with an action, tasks are told without the word."""
_MEANS = 2
"""So many deeds, told in…"""
_MEANS_WORDS = 14
"""…so many telling words, make solutions."""
_ASKS_HOW = re.compile(
    r"(?:(?:vậy|thế|phải|sẽ|chúng ta|hội|ta|muốn vậy) ){0,3}(?:làm|thực hiện|đạt|giữ|tổ chức)[^.?!]{0,60}?"
    r"(?:cách nào|thế nào|ra sao)[^.?!]{0,20}\?"
)
_ITEMS_TOLD = re.compile(r"[;.] ")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)\s*")
_CLAUSE = re.compile(r"[,;] ")


def sentences(line: Line) -> Iterator[Line]:
    """The sentences of a line, each as a line of its own."""
    start = 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(line.folded)), len(line.text)):
        if line.text[start:end].strip():
            yield cut(line, start, end)
        start = end


def lists_deeds(line: Line) -> bool:
    """Tasks without the word, in one sentence: "Tập trung trẻ hóa …, nhập sổ …, mở lớp …"."""
    return any(_count_deeds(each) >= ITEMS for each in sentences(line) if not named_in([each]))


def _count_deeds(sentence: Line) -> int:
    """How many clauses of a sentence begin with an action, where the first does."""
    starts = [_lead(sentence), *(found.end() for found in _CLAUSE.finditer(sentence.folded))]
    acting = [any(0 <= hit.start - start <= 2 for hit in sentence.of("goals.action")) for start in starts]
    return sum(acting) if acting[0] and not AIM.search(sentence.folded) else 0


def tells_means(line: Line) -> bool:
    """Solutions without the word: "Để làm được, Hội sẽ ký lại quy chế phối hợp với …, lập bảng theo dõi …"."""
    opening = next((hit for hit in line.of("goals.means") if hit.start - _lead(line) <= 2), None)
    if opening is None or named_in([line]) or line.has("zone.other"):
        return False
    told = cut(line, opening.end, len(line.text))
    return telling([told]) >= _MEANS_WORDS and len(told.of("goals.action")) >= _MEANS


def answers_how(line: Line) -> bool:
    """Solutions as the answer to a question: "Làm bằng cách nào? Mỗi ủy viên nhận một tổ; …; …"."""
    asked = _ASKS_HOW.match(line.folded, _lead(line))
    if asked is None:
        return False
    told = cut(line, asked.end(), len(line.text))
    return telling([told]) >= _MEANS_WORDS and len(_ITEMS_TOLD.split(told.folded.rstrip(" .;"))) >= _MEANS


def acts(lines: Sequence[Line]) -> bool:
    """Whether any of some lines begins with an action."""
    return bool(acting(lines))


def acting(lines: Sequence[Line]) -> list[Line]:
    """Lines whose words begin with an action ("Củng cố…")."""
    return [line for line in lines if any(hit.start - _lead(line) <= 2 for hit in line.of("goals.action"))]


def _lead(line: Line) -> int:
    return read_label(line.text, line.source.label).start


def is_item(line: Line) -> bool:
    """Whether a line is an item of a list, by its label."""
    label = read_label(line.text, line.source.label)
    return label.kind in _ITEM_KINDS
