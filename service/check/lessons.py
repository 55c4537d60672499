"""Lessons learned: under a heading of their own, half of a combined one, or in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.results import spans
from service.check.substance import content, evidence, is_thin
from service.check.wording import finding
from service.language import fold
from service.model.examination import Finding, SectionAnswer, SectionId, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

ID: SectionId = "lessons_learned"
_INTENT = re.compile(r"(?:cần|sẽ|để|nhằm|đại hội (?:có nhiệm vụ|sẽ)|từ đó|và) (?:[^\W\d_]+ ){0,4}rút (?:ra )?")
_DRAWN = re.compile(r"rút ra(?![^.;:]{0,12} (?:tiền|quỹ|khỏi))")
_COUNTED = re.compile(r"(?:một|hai) là(?![^\W_])|(?:điều |bài học )?thứ (?:nhất|hai)(?![^\W_])")
_PLAIN_SENSE = re.compile(r"(?:đưa|vào|thành|giờ|soạn|nội dung) (?:[^\W\d_]+ ){0,4}bài học")


def judge_lessons(case: Case, context: Context, least: int) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    """The answer for `lessons_learned`, with what is wrong about it."""
    heading = _heading(case, context)
    if heading is not None:
        lines = _content(case, context, heading)
        status = Status.THIN if is_thin(lines, least) else Status.PRESENT
        if status is Status.THIN and (told := _told(case, context, least)):
            lines, status = told, Status.PRESENT
        return _answer(case, status, heading, lines)
    told = _told(case, context, least)
    if told:
        return _answer(case, Status.PRESENT, None, told)
    return _absent(case, context)


def _heading(case: Case, context: Context) -> Heading | None:
    for strength in ("heading", "weak"):
        fitting = [h for h in case.piece.headings if _speaks(case, context, h, strength)]
        if fitting:
            return min(fitting, key=lambda h: (h.level, h.run_in > 0, h.paragraph))
    return None


def _speaks(case: Case, context: Context, heading: Heading, strength: str) -> bool:
    if context.zone(heading.paragraph) in (Zone.FUTURE, Zone.CLOSING, Zone.ANNEX, Zone.FRONT):
        return False
    names = case.phrases.names(fold(heading.title))
    return f"{strength}.{ID}" in names and f"not.{ID}" not in names


def _content(case: Case, context: Context, heading: Heading) -> tuple[Line, ...]:
    """What stands under the heading; of a combined heading with parts of its own, the part on lessons."""
    inner = [
        h for h in case.piece.headings
        if heading.paragraph < h.paragraph < heading.end and _speaks(case, context, h, "heading")
    ]  # fmt: skip
    return content(case, context, inner or [heading])


def _told(case: Case, context: Context, least: int) -> tuple[Line, ...]:
    """The lines of running text that draw lessons, with what goes on from them."""
    for line in case.lines:
        if line.heading or context.zone(line.paragraph) in (
            Zone.FUTURE,
            Zone.CLOSING,
            Zone.ANNEX,
            Zone.FRONT,
            Zone.OPENING,
        ):
            continue
        if _draws(case, line) and not is_thin(drawn := _from(case, context, line), least):
            return drawn
        for hit in line.of(f"evidence.{ID}"):
            before = line.folded[max(0, hit.start - 45) : hit.start]
            around = before + line.folded[hit.start : hit.end]
            if _INTENT.search(around) and not re.search(r"đã|được|hội rút", before):
                continue
            if _PLAIN_SENSE.search(around):
                continue
            lines = _from(case, context, line)
            if not is_thin(lines, least):
                return lines
    return ()


def _draws(case: Case, line: Line) -> bool:
    """Whether a line says that something is drawn from the work, and counts it ("Một là…, Hai là…") there or below."""
    found = _DRAWN.search(line.folded)
    if found is None or _INTENT.search(line.folded[max(0, found.start() - 45) : found.end()]):
        return False
    below = case.within(line.paragraph + 1, line.paragraph + 3)
    return bool(_COUNTED.search(line.folded, found.end())) or any(_COUNTED.match(each.folded.strip()) for each in below)


def _from(case: Case, context: Context, line: Line) -> tuple[Line, ...]:
    """A line and those below it up to the next heading."""
    following = [line]
    for each in case.within(line.paragraph + 1, case.piece.end):
        if each.heading or context.zone(each.paragraph) is not context.zone(line.paragraph) or len(following) > 8:
            break
        if each.text.strip():
            following.append(each)
    return tuple(following)


def _answer(
    case: Case, status: Status, heading: Heading | None, lines: Sequence[Line]
) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    answer = SectionAnswer(
        ID, status,
        heading=heading.text if heading else None,
        paragraph=heading.paragraph if heading else lines[0].paragraph,
        evidence=evidence(lines),
        confidence=heading.confidence if heading else 0.7,
        spans=spans(lines),
    )  # fmt: skip
    if status is Status.PRESENT or heading is None:
        return answer, ()
    quote = heading.text
    return answer, (
        finding(case.rulebook, "section.thin", variant=ID, section=ID, quote=quote, paragraph=heading.paragraph),
    )


def _absent(case: Case, context: Context) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    near = [h.text for h in case.piece.headings if "nguyên nhân" in fold(h.title) or "đánh giá" in fold(h.title)]
    near += [line.text.strip()[:120] for line in case.lines if line.has(f"weak.{ID}") and not line.heading]
    shown = tuple(near[:3])
    listed = "; ".join(f"“{each}”" for each in shown) or "–"
    answer = SectionAnswer(ID, Status.MISSING, confidence=0.85, near_misses=shown)
    return answer, (finding(case.rulebook, "section.missing", variant=ID, section=ID, near=listed),)
