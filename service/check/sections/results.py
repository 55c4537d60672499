"""How the unit's own congress resolution was carried out: found, whose it is, and compared with its targets or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.sections.comparison import compared
from service.check.sections.substance import content, evidence, figures, is_thin, telling, top_most
from service.check.sections.whose import own_places, owner_of
from service.check.sections.zones import keeps_promise
from service.check.wording import finding
from service.language import fold
from service.model.examination import Finding, SectionAnswer, SectionId, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

ID: SectionId = "resolution_results"
_LEAST = 12
_REPORTING = re.compile(r"báo cáo (?:[^\W\d_]+ ){0,14}?(?:như sau|trước đại hội|với đại hội)|như sau ?:?$")
_LEAST_UNNAMED = 25
"""Telling words that results without a heading need."""
_INDICATED = frozenset(
    f"figure.{name}"
    for name in ("members", "branches", "clan_boards", "scholarships", "fund", "raised", "learner_visits")
)
_WHOLE_TERM = re.compile(r"(?<![^\W_])(?:5|năm) năm|nhiệm kì|20[0-9]{2} ?- ?20[0-9]{2}")
_INDICATORS = 3
"""Of so many indicators an unnamed section must tell figures to be that of the results."""


def judge_results(case: Case, context: Context, *, measured: bool = False) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    """The answer for `resolution_results`, with what is wrong about it.

    Args:
        case: the report.
        context: its zones.
        measured: whether a figure was read both as it was set and as it was reached.
    """
    headings = _headings(case, context)
    lines = content(case, context, headings) if headings else _past_lines(case, context)
    if not headings:
        told = _told_without_heading(context, lines)
        headings = _unnamed(case, context, lines, told=told)
        if not told and not headings:
            return _missing(case, context, None)
        lines = content(case, context, headings) if headings else lines
    owner = owner_of(case, context, headings, lines)
    if owner is not None:
        return _missing(case, context, owner)
    heading = headings[0] if headings else None
    told = measured or compared(case, context, lines)
    if is_thin(lines, _LEAST) and not (told and figures(lines) + _cells(lines) > 1):
        answer = _answer(Status.THIN, heading, lines, 0.85)
        return answer, (_section_finding(case, "section.thin", heading),)
    found = () if told else (_uncompared(case, heading, lines),)
    return _answer(Status.PRESENT, heading, lines, heading.confidence if heading else 0.7), found


def _cells(lines: Sequence[Line]) -> int:
    """How many cells of tables hold a figure."""
    return sum(line.source.place.table is not None and any(map(str.isdigit, line.text)) for line in lines)


def _headings(case: Case, context: Context) -> tuple[Heading, ...]:
    """The highest headings that speak of results, strong words before weak ones."""
    strong = [h for h in case.piece.headings if _speaks(case, context, h, "heading")]
    around = [h for h in case.piece.headings if _answers_resolution(case, context, h)]
    wider = [*around, *(h for h in case.piece.headings if _is_of_the_term(case, context, h))]
    strong += [h for h in wider if h not in strong and any(h.paragraph < each.paragraph < h.end for each in strong)]
    strong = sorted(strong, key=lambda h: h.paragraph)
    if not strong:
        weak = [h for h in case.piece.headings if _speaks(case, context, h, "weak")]
        strong = [h for h in weak if not _speaks_otherwise(case, h)] if around else weak
    if not strong:
        strong = [h for h in case.piece.headings if _answers_resolution(case, context, h)]
    highest = min((h.level for h in strong), default=0)
    return top_most([h for h in strong if h.level <= highest + 1 and not h.run_in] or strong)


def _speaks(case: Case, context: Context, heading: Heading, strength: str) -> bool:
    if context.zone(heading.paragraph) in (Zone.FUTURE, Zone.CLOSING, Zone.ANNEX):
        return False
    names = case.named(heading)
    return f"{strength}.{ID}" in names and f"not.{ID}" not in names


def _answers_resolution(case: Case, context: Context, heading: Heading) -> bool:
    """Whether a heading that is none of another part names a resolution, or what was promised to the congress.

    As in "Trả lời về sáu lời hứa trong Nghị quyết" and "Năm năm giữ lời hứa với Đại hội".
    """
    zone, title = context.zone(heading.paragraph), fold(heading.title)
    named = zone in (Zone.OTHER, Zone.PAST) and ("nghị quyết" in title or keeps_promise(title))
    return named and not _speaks_otherwise(case, heading)


def _is_of_the_term(case: Case, context: Context, heading: Heading) -> bool:
    """Whether a heading is that of the whole closing term: "Khuyến học năm năm qua", "Nhiệm kỳ 2015 - 2020"."""
    of_term = context.zone(heading.paragraph) is Zone.PAST and _WHOLE_TERM.search(fold(heading.title))
    return bool(of_term) and not _speaks_otherwise(case, heading)


def _past_lines(case: Case, context: Context) -> tuple[Line, ...]:
    zones = (Zone.OTHER, Zone.PAST, Zone.OPENING)
    return tuple(
        line
        for line in case.lines
        if context.zone(line.paragraph) in zones
        and not line.heading
        and line.text.strip()
        and not (context.zone(line.paragraph) is Zone.OPENING and _REPORTING.search(line.folded))
    )


def _told_without_heading(context: Context, lines: Sequence[Line]) -> bool:
    """Results told in running text: own resolution named, and figures beside it."""
    return any(own_places(line, context) for line in lines) and telling(lines) >= _LEAST_UNNAMED and figures(lines) > 1


def _unnamed(case: Case, context: Context, lines: Sequence[Line], *, told: bool) -> tuple[Heading, ...]:
    """The heading of its own that holds the greater part of what is told, whatever it is called.

    Where the own resolution is named nowhere, figures of several indicators must stand under it.
    """
    for heading in case.piece.headings:
        if (
            context.zone(heading.paragraph) not in (Zone.OTHER, Zone.PAST)
            or heading.run_in
            or _speaks_otherwise(case, heading)
        ):
            continue
        under = [line for line in lines if heading.body <= line.paragraph < heading.end]
        named = any(own_places(line, context) for line in under) if told else _tells_indicators(case, heading, under)
        if named and figures(under) * 2 > figures(lines):
            return (heading,)
    return ()


def _tells_indicators(case: Case, heading: Heading, lines: Sequence[Line]) -> bool:
    """Whether figures of several indicators are told, under a heading of nothing but that."""
    if "zone.past" in case.phrases.names(fold(heading.title)):
        return False
    things = {
        hit.name
        for line in lines
        for hit in line.hits
        if hit.name in _INDICATED or hit.name.startswith("figure.model.")
    }
    return len(things) >= _INDICATORS and figures(lines) >= _INDICATORS


def _speaks_otherwise(case: Case, heading: Heading) -> bool:
    names = case.named(heading)
    return bool(names & {"heading.lessons_learned", "zone.other", "zone.annex"}) or f"not.{ID}" in names


def _answer(status: Status, heading: Heading | None, lines: Sequence[Line], confidence: float) -> SectionAnswer:
    return SectionAnswer(
        ID, status,
        heading=heading.text if heading else None,
        paragraph=heading.paragraph if heading else (lines[0].paragraph if lines else None),
        evidence=evidence(lines),
        confidence=round(confidence, 2),
        spans=spans(lines),
    )  # fmt: skip


def spans(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Runs of neighbouring paragraphs as [first, end)."""
    found: list[tuple[int, int]] = []
    for line in lines:
        if found and line.paragraph - found[-1][1] <= 2:
            found[-1] = (found[-1][0], line.paragraph + 1)
        else:
            found.append((line.paragraph, line.paragraph + 1))
    return tuple(found)


def _missing(case: Case, context: Context, owner: Line | None) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    near = tuple(h.text for h in case.piece.headings if context.zone(h.paragraph) is Zone.PAST)[:3]
    answer = SectionAnswer(ID, Status.MISSING, confidence=0.85, near_misses=near)
    found = [finding(case.rulebook, "section.missing", variant=ID, section=ID, near=_listed(near))]
    if owner is not None:
        found.append(
            finding(
                case.rulebook,
                "results.wrong_resolution",
                section=ID,
                quote=owner.text.strip(),
                paragraph=owner.paragraph,
            )
        )
    return answer, tuple(found)


def _listed(near: Sequence[str]) -> str:
    return "; ".join(f"“{each}”" for each in near) or "–"


def _section_finding(case: Case, code: str, heading: Heading | None) -> Finding:
    return finding(
        case.rulebook, code, variant=ID, section=ID,
        quote=heading.text if heading else None, paragraph=heading.paragraph if heading else None,
    )  # fmt: skip


def _uncompared(case: Case, heading: Heading | None, lines: Sequence[Line]) -> Finding:
    paragraph = heading.paragraph if heading else (lines[0].paragraph if lines else None)
    return finding(case.rulebook, "results.uncompared", section=ID, paragraph=paragraph)
