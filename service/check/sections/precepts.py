"""How running text draws a lesson, by the words of the pack: "rút ra …", "thực tế cho thấy …", "phải …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Line
    from service.language import Hit

_TAKEN_OUT = re.compile(r"[^.;:]{0,12} (?:tiền|quỹ|khỏi)")
"""Behind "rút ra", money is drawn, no lesson."""
_TELLS = re.compile(r"(?:[^\W\d_]| |[0-9]){0,45}(?::| là(?![^\W_])|(?<![^\W_])(?:sau|như sau|rằng)(?![^\W_]))")
"""Behind "bài học" or "kinh nghiệm", it is told."""
_TAKE_AS = re.compile(r"(?<![^\W_])lấy [^.;]{2,40} làm(?![^\W_])")
_ONLY_WITH = re.compile(r"(?<![^\W_])có [^.;]{2,40} mới(?![^\W_])")


def drawn(line: Line) -> Iterator[Hit]:
    """Where a line says that something is drawn from experience: "rút ra"."""
    return (hit for hit in line.of("lessons.drawn") if not _TAKEN_OUT.match(line.folded, hit.end))


def named(line: Line) -> Iterator[Hit]:
    """Where a line says "bài học" or "kinh nghiệm" and goes on to tell it."""
    return (hit for hit in line.of("lessons.word") if _TELLS.match(line.folded, hit.end))


def is_precept(line: Line, start: int = 0) -> bool:
    """Whether a line says from a place on what one has to do: "phải …", "lấy … làm gốc"."""
    return any(hit.start >= start for hit in line.of("lessons.precept")) or bool(_TAKE_AS.search(line.folded, start))


def is_rule(line: Line, start: int) -> bool:
    """Whether a line says from a place on what holds everywhere: "nơi nào …", "có … mới …"."""
    told = any(hit.start >= start for hit in line.of("lessons.rule"))
    return told or bool(_TAKE_AS.search(line.folded, start) or _ONLY_WITH.search(line.folded, start))


def shown(line: Line, source: str, result: str, within: int) -> Iterator[Hit]:
    """What is said to show itself in one clause with what was looked back on: "thực tiễn … cho thấy"."""
    for hit in line.of(result):
        clause = re.split(r"[.;]", line.folded[max(0, hit.start - within) : hit.start])[-1]
        if any(each.end <= hit.start and hit.start - each.end <= len(clause) for each in line.of(source)):
            yield hit
