"""The new term's objectives, directions, key tasks and solutions: which are there, and with what under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.sections.deeds import (
    AIM,
    ITEMS,
    acting,
    acts,
    answers_how,
    is_item,
    lists_deeds,
    sentences,
    tells_means,
)
from service.check.sections.parts import holds_something, named_in, segments
from service.check.sections.results import spans
from service.check.sections.substance import content, evidence, figures, is_thin, top_most
from service.check.wording import finding
from service.model.examination import PARTS, Finding, SectionAnswer, SectionId, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

ID: SectionId = "new_term_goals"
_GOAL_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)* ?(?:%|phần trăm|[^\W\d_])|[0-9]+ ?/ ?[0-9]+")
_YEARS = re.compile(
    r"(?:năm|nhiệm kì|giai đoạn|quý|tháng|ngày|khóa|lần thứ|số|trước|từ|đến) ?[0-9ivx]+(?:[/.-][0-9]+)*"
    r"(?: ?- ?20[0-9]{2})?|20[0-9]{2} ?- ?20[0-9]{2}|[0-9]+-(?:nq|kl|ct|ctr|qđ)[^ ]*|covid-19"
    r"|(?:^|\n)\s*\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]"
)
_AIMS = re.compile(rf"{AIM.pattern}|chỉ tiêu|mục tiêu")
_LATER = re.compile(
    r"sẽ (?:được )?(?:xây dựng|cụ thể hóa|bổ sung|hoàn thiện|thông báo|trình|bàn|thảo luận)[^.;]{0,30}"
    r" sau (?:đại hội|khi|này)"
)
_OBEYS = re.compile(
    r"[^.;]{0,50}(?:chấp hành|thực hiện|quán triệt)(?: [^\W\d_]+){0,3} (?:kết luận|nghị quyết|chỉ thị|quyết định)"
    r" [^.;]*\.?$"
)
_AIMED = 2
"""So many figures that are goals are objectives, whatever their heading."""
_AREAS = 2
"""From so many fields of work with a heading each, likewise."""


def judge_goals(
    case: Case, context: Context, least: int, aims: Sequence[int] = ()
) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    """The answer for `new_term_goals` with its parts, and what is wrong about it.

    Args:
        case: the report.
        context: its zones.
        least: fewer telling words are next to nothing.
        aims: paragraphs of the figures that are goals, each as often as it holds one.
    """
    headings = _headings(case, context)
    lines = content(case, context, headings) if headings else _told(case, context)
    named = _named_parts(case, headings, lines)
    if not headings and not named:
        return _absent(case)
    heading = _first(case, headings)
    if is_thin([line for line in lines if not _puts_off(line)], least):
        return _answer(Status.THIN, heading, lines, named), (_thin_finding(case, heading),)
    filled = _filled(case, context, headings, lines)
    if sum(any(line.paragraph == aim for line in lines) for aim in aims) >= _AIMED:
        filled |= {"objectives"}
    complete = filled & {"objectives", "directions"} and filled & {"key_tasks", "solutions"}
    status = Status.PRESENT if complete else Status.THIN
    findings = [_part_missing(case, part, heading) for part in PARTS if part not in filled]
    if status is Status.THIN:
        findings.insert(0, _thin_finding(case, heading))
    if "objectives" in filled and not _quantified(case, context, headings, lines):
        findings.append(_unquantified(case, heading, headings))
    return _answer(status, heading, lines, filled), tuple(findings)


def _headings(case: Case, context: Context) -> tuple[Heading, ...]:
    """The highest headings of the new term's part."""
    future = [h for h in case.piece.headings if context.zone(h.paragraph) is Zone.FUTURE and not h.run_in]
    future = future or [h for h in case.piece.headings if context.zone(h.paragraph) is Zone.FUTURE]
    return top_most(future)


def _first(case: Case, headings: Sequence[Heading]) -> Heading | None:
    """The first heading that speaks of goals, by its own words or those of headings under it."""
    speaking = (h for h in headings if any(_parts_of(case, each) for each in _family(case, [h])))
    return next(speaking, headings[0] if headings else None)


def _told(case: Case, context: Context) -> tuple[Line, ...]:
    """Lines that name a goal in a report without a heading for them, from the first on."""
    zones = (Zone.OTHER, Zone.PAST)  # without any heading, all text is OTHER
    lines = [line for line in case.lines if context.zone(line.paragraph) in zones and not line.heading]
    for n, line in enumerate(lines):
        new_term = line.has(f"evidence.{ID}") or (context.opening or "-") in line.folded.replace(" ", "")
        if new_term and (_AIMS.search(line.folded) or named_in([line])):
            return tuple(each for each in lines[n:] if each.text.strip())
    return ()


def _named_parts(case: Case, headings: Sequence[Heading], lines: Sequence[Line]) -> frozenset[str]:
    """Parts whose words stand in a heading of the section or name themselves in one of its sentences."""
    parts: set[str] = set(named_in(lines))
    for heading in _family(case, headings):
        parts |= _parts_of(case, heading)
    if any(_is_table_head(line) and line.has("part.objectives") for line in lines):
        parts.add("objectives")
    return frozenset(parts)


def _is_table_head(line: Line) -> bool:
    return line.source.place.table is not None and line.source.place.row == 0


def _parts_of(case: Case, heading: Heading) -> set[str]:
    names = case.named(heading)
    return {part for part in PARTS if f"part.{part}" in names}


def _family(case: Case, headings: Sequence[Heading]) -> list[Heading]:
    """The headings and all those under them."""
    return [h for h in case.piece.headings if any(top.paragraph <= h.paragraph < top.end for top in headings)]


def _filled(case: Case, context: Context, headings: Sequence[Heading], lines: Sequence[Line]) -> frozenset[str]:
    """Parts under whose name something stands, and those that are told without their name."""
    filled = {segment.part for segment in segments(lines) if segment.filled}
    for heading in _family(case, headings):
        named = _parts_of(case, heading) - filled
        if named and holds_something(content(case, context, [heading])):
            filled |= named
    if any(_aims(line, context) and _figures(line) for line in lines) or _goal_table(context, lines):
        filled.add("objectives")
    if "key_tasks" not in filled and (_tells_tasks(case, context, headings) or any(map(lists_deeds, lines))):
        filled.add("key_tasks")
    if "solutions" not in filled and any(tells_means(each) for line in lines for each in sentences(line)):
        filled.add("solutions")
    if any(map(answers_how, lines)):
        filled.add("solutions")
    return frozenset(filled)


def _puts_off(line: Line) -> bool:
    """Whether a line only says that goals come later, or that documents are obeyed."""
    return bool(_LATER.search(line.folded)) or bool(_OBEYS.match(line.folded) and not figures([line]))


def _aims(line: Line, context: Context) -> bool:
    """Whether a line says that something is to be reached, by a word or by the new term's last year."""
    last_year = f"năm {context.opening[5:]}" if context.opening else "-"
    return bool(AIM.search(line.folded)) or last_year in line.folded


def _goal_table(context: Context, lines: Sequence[Line]) -> bool:
    """A table in which something is to be reached, by its heads."""
    last_year = (context.opening or "-")[5:] or "-"
    heads = [line for line in lines if _is_table_head(line)]
    return any(line.has("part.objectives", f"evidence.{ID}") or last_year in line.folded for line in heads)


def _tells_tasks(case: Case, context: Context, headings: Sequence[Heading]) -> bool:
    """Tasks without the word: items that begin with an action, or fields of work with a heading each."""
    family = _family(case, headings)
    named = [h for h in family if h not in headings and _parts_of(case, h)]
    areas = [
        h for h in family
        if h not in headings and not any(n.paragraph <= h.paragraph < n.end for n in named)
        and not any(n in named for n in case.path(h.paragraph)) and acts(content(case, context, [h]))
    ]  # fmt: skip
    free = [
        line for line in content(case, context, headings)
        if not any(n.paragraph <= line.paragraph < n.end for n in named) and is_item(line)
    ]  # fmt: skip
    return len(areas) >= _AREAS or len(acting(free)) >= ITEMS


def _figures(line: Line) -> bool:
    if line.source.place.table is not None and line.source.place.row and line.source.place.column:
        return any(letter.isdigit() for letter in line.text)
    return bool(_GOAL_FIGURE.search(_YEARS.sub(" ", line.folded)))


def _quantified(case: Case, context: Context, headings: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Whether the objectives hold any figure; where nothing keeps them apart, the whole section counts."""
    own = [h for h in _family(case, headings) if _parts_of(case, h) == {"objectives"}]
    named = [line for segment in segments(lines) if segment.part == "objectives" for line in segment.lines]
    under = [*(content(case, context, own) if own else ()), *named]
    if any(_figures(line) for line in under):
        return True
    aims = [line for line in lines if _AIMS.search(line.folded) or line.source.place.table is not None]
    return any(_figures(line) for line in aims) or (not under and any(_figures(line) for line in lines))


def _answer(status: Status, heading: Heading | None, lines: Sequence[Line], parts: frozenset[str]) -> SectionAnswer:
    return SectionAnswer(
        ID, status,
        heading=heading.text if heading else None,
        paragraph=heading.paragraph if heading else (lines[0].paragraph if lines else None),
        evidence=evidence(lines),
        parts=tuple(part for part in PARTS if part in parts),
        confidence=heading.confidence if heading else 0.7,
        spans=spans(lines),
    )  # fmt: skip


def _thin_finding(case: Case, heading: Heading | None) -> Finding:
    return finding(
        case.rulebook, "section.thin", variant=ID, section=ID,
        quote=heading.text if heading else None, paragraph=heading.paragraph if heading else None,
    )  # fmt: skip


def _part_missing(case: Case, part: str, heading: Heading | None) -> Finding:
    paragraph = heading.paragraph if heading else None
    return finding(case.rulebook, "goals.part_missing", variant=part, section=ID, part=part, paragraph=paragraph)


def _unquantified(case: Case, heading: Heading | None, headings: Sequence[Heading]) -> Finding:
    place = next((h for h in _family(case, headings) if "objectives" in _parts_of(case, h)), heading)
    return finding(case.rulebook, "goals.unquantified", section=ID, paragraph=place.paragraph if place else None)


def _absent(case: Case) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    near = tuple(h.text for h in case.piece.headings if _parts_of(case, h))[:3]
    answer = SectionAnswer(ID, Status.MISSING, parts=(), confidence=0.85, near_misses=near)
    listed = "; ".join(f"“{each}”" for each in near) or "–"
    return answer, (finding(case.rulebook, "section.missing", variant=ID, section=ID, near=listed),)
