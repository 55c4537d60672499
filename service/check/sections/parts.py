"""Where the four parts of the new term's goals name themselves: "Mục tiêu: …", "Phương hướng của Hội là …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.check.sections.substance import cut, figures, telling, words
from service.model.examination import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.check.case import Line
    from service.language import Hit

_BREAK = re.compile(r"[.;!?:,\n]")
_NUMBER = re.compile(r"(?:[0-9]+|[ivx]+|[a-zđ])[.)]?$")
_LEADING = re.compile(
    r"(?:các|những|một|số|về|và|vài|mấy|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|của|hội|ta|trước|hết|đồng|thời|riêng|còn"
    r"|nhiệm|kì|tới|mới|này|chung|đề|ra|mục|chỉ|tiêu|phương|định|hướng|vụ|giải|biện|pháp|trọng|tâm|[-+*•(])"
)
_TELLS = re.compile(
    r"[^.;:!?\n]{0,60}?(?::|(?<![^\W_])(?:gồm|như sau|sau đây)(?![^\W_]))|[^.;:!?\n]{0,45}? là(?![^\W_])"
    r"| thì(?![^\W_])"
)
_ABOUT = re.compile(r"(?:^|[^\W_]* )về (?:các |những )?$")
_ABOUT_TELLS = re.compile(r"[^.;:!?\n,]{0,30},")
_LISTED = re.compile(
    r"[^.;:!?\n,]{0,30}(?:sau đây|như sau|dưới đây|(?<![^\W_])sau(?! (?:khi|đó|này|đại hội)))"
    r"|(?: (?:trọng tâm|chủ yếu|chính|lớn|cụ thể|cơ bản))? ?:"
)
_LISTED_FROM = re.compile(
    r"(?:các|những|một số|mấy|vài|[0-9]+|hai|ba|bốn|năm|sáu|bảy|nhóm|(?:phải|cần|sẽ|tập trung)(?: làm)?) $"
)
_COLON = re.compile(r"[:.;]|(?<![^\W_])(?:là|gồm)(?![^\W_])")
_LOOK_BACK = 60
_NOTHING_MORE = re.compile(
    r"(?: (?:chính|chủ yếu|cụ thể|cơ bản|trọng tâm|chung|thực hiện|lớn|đến năm [0-9]{4}))*[ .…]*"
)
_SHORT = 40
"""Longer, a line that ends with "mục tiêu" is no head: "* Mục tiêu" is one."""
_ENOUGH_WORDS = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that one part's name begins: the rest of its line, and lines below it."""

    part: str
    lines: tuple[Line, ...]

    @property
    def filled(self) -> bool:
        """Whether something stands in it."""
        return holds_something(self.lines)


def holds_something(lines: Sequence[Line]) -> bool:
    """Whether lines say anything at all: a part may be general, but not a bare promise."""
    told = telling(lines)
    return bool(figures(lines)) or told >= 3 or words(lines) >= _ENOUGH_WORDS


def self_named(line: Line) -> Iterator[tuple[str, int]]:
    """Parts that name themselves in a line, with the places at which their names begin."""
    for part in PARTS:
        for hit in line.of(f"part.{part}"):
            if _names_itself(line, hit):
                yield part, hit.start


def _names_itself(line: Line, hit: Hit) -> bool:
    before, after = line.folded[max(0, hit.start - _LOOK_BACK) : hit.start], line.folded[hit.end :]
    clause = _BREAK.split(before)[-1] if _BREAK.search(before) or hit.start <= _LOOK_BACK else None
    if clause is not None and all(_LEADING.fullmatch(word) or _NUMBER.match(word) for word in clause.split()):
        if _TELLS.match(after) or (_NOTHING_MORE.fullmatch(after) and hit.end <= _SHORT):
            return True
        return bool(_ABOUT.search(clause) and _ABOUT_TELLS.match(after))
    return bool(_LISTED_FROM.search(before) and _LISTED.match(after))


def segments(lines: Sequence[Line]) -> tuple[Segment, ...]:
    """The self-named parts of some lines, each up to the next name or the next break in numbering."""
    found: list[tuple[str, list[Line]]] = []
    last = None
    for line in lines:
        if last is not None and line.paragraph - last > 1:
            found.append(("", []))  # a heading or a gap ends what was begun
        last = line.paragraph
        marks = sorted({start: part for part, start in self_named(line)}.items())
        head_end = marks[0][0] if marks else len(line.text)
        if found and found[-1][0] and line.text[:head_end].strip():
            found[-1][1].append(cut(line, 0, head_end))
        found += [(part, [cut(line, start, end)]) for part, start, end in _reaches(line, marks)]
    return tuple(Segment(part, tuple(each)) for part, each in found if part)


def _reaches(line: Line, marks: Sequence[tuple[int, str]]) -> list[tuple[str, int, int]]:
    """Each name of a line with the place at which its part ends; names joined by "và" share what follows."""
    found: list[tuple[str, int, int]] = []
    end = following = len(line.text)
    for start, part in reversed(marks):
        joined = found and not _COLON.search(line.folded[start:following])
        end = end if joined else following
        found.insert(0, (part, start, end))
        following = start
    return found


def named_in(lines: Iterable[Line]) -> frozenset[str]:
    """All parts that name themselves in some lines."""
    return frozenset(part for line in lines for part, _ in self_named(line))
