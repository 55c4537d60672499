"""The heading that lessons most likely stand under, and text that speaks of what is to come, whatever they are called.

Several weak signs together: words of the title, its place between results and goals, and how the text below speaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.sections.substance import content, figures
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

_ENOUGH = 4
"""Points that make a heading that of the lessons."""
_NEXT_TO_NOTHING = 3
_PRECEPT = re.compile(
    r"(?<![^\W_])(?:một là|hai là|phải|nên|đừng|chớ|hãy|muốn|cần|cốt|trước hết|nơi nào|ở đâu|đâu có|khi nào|việc gì"
    r"|có [^.;,]{2,40} (?:thì|mới)"
    r"|không (?:nên|thể|được)|mới|luôn|càng|nếu|hễ|ai cũng|thì|bao giờ|lấy [^.;]{2,40} làm)"
    r"(?![^\W_])"
)
_WEAK = re.compile(r"(?<![^\W_])(?:chưa|còn|yếu|thiếu|chậm|hạn chế|khó khăn|không đều|lúng túng|kém)(?![^\W_])")
_LIMITS = re.compile(
    r"hạn chế|tồn tại|khuyết điểm|yếu kém|kém|nguyên nhân|chưa (?:được|làm|đạt)|thiếu sót|"
    r"khó khăn|vướng|đề nghị|kiến nghị"
)
_TO_COME = re.compile(
    r"(?<![^\W_])(?:sẽ|phấn đấu|hứa|phải (?:tới|đạt)|năm 202[1-9]|nhiệm kì (?:tới|mới)|khóa (?:tới|mới)"
    r"|(?:5|năm) năm tới|sắp tới|thời gian tới|tiếp tục|hằng năm sẽ|mỗi năm sẽ)(?![^\W_])"
)
_DONE = re.compile(r"(?<![^\W_])(?:đã|vừa qua|năm 201[0-9]|nhiệm kì qua|so với|đạt được|vượt|được công nhận)(?![^\W_])")
_AHEAD = 3
"""So many words on what is to come…"""
_AHEAD_AT_THE_END = 2
"""…or so many signs in the last section."""
_ACTIONS = 3


def likely_lessons(case: Case, context: Context, headings: Sequence[Heading]) -> Heading | None:
    """The likeliest of some headings that nothing names otherwise; None where none is likely enough."""
    scored = [(_points(case, context, h), -h.level, h.paragraph, h) for h in headings]
    best = max(scored, key=lambda one: one[:3], default=None)
    return best[3] if best is not None and best[0] >= _ENOUGH else None


def _points(case: Case, context: Context, heading: Heading) -> int:
    title = fold(heading.title)
    names = case.phrases.names(title)
    lines = content(case, context, [heading])
    named = 2 if "sign.lessons_learned" in names else 1 if "hint.lessons_learned" in names else 0
    precepts = _precepts(lines)
    inside = any(h.paragraph < heading.paragraph for h in case.path(heading.paragraph))
    place = _between(case, context, heading)
    if not named and (inside or not precepts or not place or "zone.past" in names):
        return 0
    limits = 3 if _LIMITS.search(title) else 0
    return named + precepts + place + _tone(lines) - limits


def _between(case: Case, context: Context, heading: Heading) -> int:
    """Points for the place of lessons: behind results, before the first goals; more where nothing else stands there."""
    before = [h for h in case.piece.headings if h.end <= heading.paragraph and context.zone(h.paragraph) is Zone.PAST]
    after = [h for h in case.piece.headings if h.paragraph >= heading.end and context.zone(h.paragraph) is Zone.FUTURE]
    if not after or not any(h.paragraph < heading.paragraph for h in case.piece.headings):
        return 0
    alone = bool(before) and before[-1].end == heading.paragraph and after[0].paragraph == heading.end
    return 2 if alone and heading.level <= min(before[-1].level, after[0].level) else 1


def _precepts(lines: Sequence[Line]) -> int:
    """Points for what holds for everyone, not only for what was done."""
    precepts = sum(bool(_PRECEPT.search(line.folded)) for line in lines)
    return (2 if precepts * 2 >= len(lines) else 1) if precepts else 0


def _tone(lines: Sequence[Line]) -> int:
    """Points for few figures and no account of deeds; less for weaknesses."""
    weak = sum(bool(_WEAK.search(line.folded[:80])) for line in lines)
    few = figures(lines) <= len(lines) + _NEXT_TO_NOTHING
    timeless = bool(lines) and not any(_DONE.search(line.folded) for line in lines)
    return (1 if few else -1) + timeless - (2 if weak * 2 > len(lines) else 0)


def is_to_come(case: Case, heading: Heading) -> bool:
    """Whether what stands under a heading speaks rather of what is to come than of what was done."""
    lines = [line for line in case.within(heading.body, heading.end) if not line.heading]
    ahead = sum(len(_TO_COME.findall(line.folded)) for line in lines)
    done = sum(len(_DONE.findall(line.folded)) for line in lines)
    if ahead >= _AHEAD and ahead > done:
        return True
    acts = sum(len(line.of("goals.action")) for line in lines) >= _ACTIONS
    signs = ahead + acts + ("hint.new_term_goals" in case.phrases.names(fold(heading.title)))
    return signs >= _AHEAD_AT_THE_END and signs > done and _is_last(case, heading)


def _is_last(case: Case, heading: Heading) -> bool:
    """Whether no other section but requests and thanks follows."""
    after = [h for h in case.piece.headings if h.paragraph >= heading.end and h.level <= heading.level]
    return all("zone.other" in case.phrases.names(fold(h.title)) for h in after)
