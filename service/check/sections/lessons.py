"""Lessons learned: under a heading of their own, half of a combined one, or in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.sections.likely import likely_lessons
from service.check.sections.precepts import drawn, is_precept, is_rule, named, shown
from service.check.sections.results import spans
from service.check.sections.substance import content, evidence, is_thin
from service.check.wording import finding
from service.language import fold
from service.model.examination import Finding, SectionAnswer, SectionId, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.language import Hit
    from service.model.outline import Heading

ID: SectionId = "lessons_learned"
_ELSEWHERE = (Zone.FUTURE, Zone.CLOSING, Zone.ANNEX, Zone.FRONT, Zone.OPENING)
_INTENT = re.compile(r"(?:cần|sẽ|để|nhằm|đại hội (?:có nhiệm vụ|sẽ)) (?:[^\W\d_]+ ){0,4}$")
_COUNTED = re.compile(r"(?:một|hai) là(?![^\W_])|(?:điều |bài học |kinh nghiệm )?thứ (?:nhất|hai)(?![^\W_])")
_ITEM = re.compile(r"(?:một|hai|ba|bốn|năm|sáu) là(?![^\W_])|thứ (?:nhất|hai|ba|tư|năm)(?![^\W_])|\(?[0-9][.)]|[-+*•]")
_SHOWN_WITHIN, _MUSED_WITHIN = 45, 80
"""So many characters may stand between what was looked back on and what it showed."""
_FAR = 45
_BEGINNING = 80
_PLAIN_WITHIN = 3
"""So many words may stand between "soạn" and "bài học" for it to be a lesson of a school."""
_FOLLOWING = 8
"""So many paragraphs below the one that announces lessons may go on with them."""


def judge_lessons(case: Case, context: Context, least: int) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    """The answer for `lessons_learned`, with what is wrong about it."""
    heading = _heading(case, context)
    if heading is not None:
        lines = _content(case, context, heading)
        status = Status.PRESENT if _says_lessons(case, heading, lines, least) else Status.THIN
        if status is Status.THIN and (told := _told(case, context, least)):
            lines, status = told, Status.PRESENT
        return _answer(case, status, heading, lines, heading.confidence)
    if told := _told(case, context, least):
        return _answer(case, Status.PRESENT, None, told, 0.7)
    odd = _unnamed(case, context, least)
    if odd is None:
        odd = likely_lessons(case, context, [h for h in case.piece.headings if _may_be(case, context, h)])
    if odd is None:
        return _absent(case)
    lines = content(case, context, [odd])
    status = Status.THIN if is_thin(lines, least) else Status.PRESENT
    return _answer(case, status, odd, lines, 0.55)


def _heading(case: Case, context: Context) -> Heading | None:
    fitting = [h for h in case.piece.headings if _speaks(case, context, h, "heading")]
    fitting = fitting or [
        h for h in case.piece.headings
        if _speaks(case, context, h, "weak") and _shows_lessons(content(case, context, [h]))
    ]  # fmt: skip
    return min(fitting, key=lambda h: (h.level, h.run_in > 0, h.paragraph), default=None)


def _speaks(case: Case, context: Context, heading: Heading, strength: str) -> bool:
    if context.zone(heading.paragraph) in (Zone.FUTURE, Zone.CLOSING, Zone.ANNEX, Zone.FRONT):
        return False
    names = case.named(heading)
    return f"{strength}.{ID}" in names and f"not.{ID}" not in names


def _content(case: Case, context: Context, heading: Heading) -> tuple[Line, ...]:
    """What stands under the heading; of a combined heading with parts of its own, the part on lessons."""
    inner = [
        h for h in case.piece.headings
        if heading.paragraph < h.paragraph < heading.end and _speaks(case, context, h, "heading")
    ]  # fmt: skip
    return content(case, context, inner or [heading])


def _says_lessons(case: Case, heading: Heading, lines: Sequence[Line], least: int) -> bool:
    """Whether lessons stand under a heading; under one on limits and lessons, limits alone are none."""
    if is_thin(lines, least):
        return False
    return "lessons.limits" not in case.named(heading) or _shows_lessons(lines)


def _shows_lessons(lines: Sequence[Line]) -> bool:
    """Whether anything in some lines sounds like a lesson: the word, a precept, a counted statement."""
    return any(
        line.has(f"evidence.{ID}") or is_precept(line) or any(True for _ in (*drawn(line), *named(line)))
        for line in lines
    )


def _told(case: Case, context: Context, least: int) -> tuple[Line, ...]:
    """The lines of running text that draw lessons, with what goes on from them."""
    for line in case.lines:
        if line.heading or context.zone(line.paragraph) in _ELSEWHERE or not _announces(case, line):
            continue
        lines = _from(case, context, line)
        if not is_thin(lines, least):
            return lines
    return ()


def _announces(case: Case, line: Line) -> bool:
    """Whether a line draws a lesson: says that one is drawn and tells it, there or right below."""
    text = line.folded
    for found in (*drawn(line), *named(line)):
        before = text[max(0, found.start - 45) : found.start]
        if _is_plain(line, found) or (_INTENT.search(before) and not _COUNTED.search(text, found.end)):
            continue
        if ":" in text[found.start :] or is_precept(line, found.end) or _counted_below(case, line, found.end):
            return True
    if any(is_rule(line, hit.end) for hit in shown(line, "lessons.source", "lessons.shows", _SHOWN_WITHIN)):
        return True
    mused = shown(line, "lessons.mused", "lessons.dawns", _MUSED_WITHIN)
    return any(_counted_below(case, line, hit.end) and is_precept(line, hit.end) for hit in mused)


def _is_plain(line: Line, found: Hit) -> bool:
    """Whether "bài học" or "kinh nghiệm" is meant as in school or in an exchange of visits."""
    if found.name != "lessons.word" or any(found.start - hit.end in range(_FAR) for hit in line.of("lessons.drawn")):
        return False
    before = (hit for hit in line.of("lessons.plain") if hit.end <= found.start)
    between = (re.split(r"[.;:]", line.folded[hit.end : found.start]) for hit in before)
    return any(len(each) == 1 and len(each[0].split()) <= _PLAIN_WITHIN for each in between)


def _counted_below(case: Case, line: Line, start: int) -> bool:
    below = case.within(line.paragraph + 1, line.paragraph + 3)
    return bool(_COUNTED.search(line.folded, start)) or any(_COUNTED.match(each.folded.strip()) for each in below)


def _from(case: Case, context: Context, line: Line) -> tuple[Line, ...]:
    """A line and those below it that go on with the list that it begins, up to the next heading."""
    following = [line]
    for each in case.within(line.paragraph + 1, case.piece.end):
        if each.heading or context.zone(each.paragraph) is not context.zone(line.paragraph):
            break
        if not each.text.strip():
            continue
        if len(following) > _FOLLOWING or not (_ITEM.match(each.folded.strip()) or each.source.label):
            break
        following.append(each)
    return tuple(following)


def _unnamed(case: Case, context: Context, least: int) -> Heading | None:
    """A heading that names neither results nor limits, under which counted precepts stand."""
    for heading in case.piece.headings:
        if context.zone(heading.paragraph) in _ELSEWHERE or _named_otherwise(case, heading):
            continue
        lines = content(case, context, [heading])
        items = [line for line in lines if _ITEM.match(line.folded.strip()) or line.source.label]
        precepts = [line for line in items if is_precept(line) and not _weak(line)]
        if len(precepts) >= 2 and len(precepts) * 3 >= len(lines) * 2 and not is_thin(lines, least):
            return heading
    return None


def _weak(line: Line) -> bool:
    """Whether a line begins with what is lacking: "Chi hội 7 chưa …"."""
    return any(hit.start < _BEGINNING for hit in line.of("lessons.weakness"))


def _may_be(case: Case, context: Context, heading: Heading) -> bool:
    """Whether a heading could be that of lessons, as far as its words and its place go."""
    elsewhere = context.zone(heading.paragraph) in _ELSEWHERE
    weak = f"weak.{ID}" in case.phrases.names(fold(heading.title))
    return not (elsewhere or weak or heading.run_in or _named_otherwise(case, heading))


def _named_otherwise(case: Case, heading: Heading) -> bool:
    names = case.named(heading)
    other = (
        "heading.resolution_results",
        "weak.resolution_results",
        "heading.new_term_goals",
        "zone.other",
        "zone.annex",
    )
    return bool(names.intersection(other)) or f"not.{ID}" in names or _only_limits(case, heading)


def _only_limits(case: Case, heading: Heading) -> bool:
    title = fold(heading.title)
    return any(hit.name == "lessons.limits" and hit.phrase == title for hit in case.titles[title])


def _answer(
    case: Case, status: Status, heading: Heading | None, lines: Sequence[Line], confidence: float
) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    answer = SectionAnswer(
        ID, status,
        heading=heading.text if heading else None,
        paragraph=heading.paragraph if heading else lines[0].paragraph,
        evidence=evidence(lines),
        confidence=confidence,
        spans=spans(lines),
    )  # fmt: skip
    if status is Status.PRESENT or heading is None:
        return answer, ()
    quote = heading.text
    return answer, (
        finding(case.rulebook, "section.thin", variant=ID, section=ID, quote=quote, paragraph=heading.paragraph),
    )


def _absent(case: Case) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    near = [h.text for h in case.piece.headings if "nguyên nhân" in fold(h.title) or "đánh giá" in fold(h.title)]
    near += [line.text.strip()[:120] for line in case.lines if line.has(f"weak.{ID}") and not line.heading]
    nearest = tuple(near[:3])
    listed = "; ".join(f"“{each}”" for each in nearest) or "–"
    answer = SectionAnswer(ID, Status.MISSING, confidence=0.85, near_misses=nearest)
    return answer, (finding(case.rulebook, "section.missing", variant=ID, section=ID, near=listed),)
