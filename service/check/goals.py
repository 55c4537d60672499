"""The new term's objectives, directions, key tasks and solutions: which are there, and with what under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.results import spans
from service.check.substance import content, evidence, is_thin, top_most
from service.check.wording import finding
from service.language import fold
from service.model.examination import PARTS, Finding, SectionAnswer, SectionId, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

ID: SectionId = "new_term_goals"
_LEAST_PART = 5
_LEAD_WORDS = 60
"""Characters at the start of a sentence in which a part names itself ("Giải pháp là…")."""
_STARTS = re.compile(r"(?:^|[.;!?:]\s|\n)\s*(?:[-+*•] ?|\(?[0-9a-z]{1,2}[.)] ?)?")
_NAMES = {
    "objectives": re.compile(r"(?:các |một số |những |về )?(?:mục tiêu|chỉ tiêu)(?: [^\W\d_]+){0,7}?(?: đến(?: hết)? năm 20[0-9]{2})?(?: nhiệm kì 20[0-9]{2} ?- ?20[0-9]{2})? ?(?::|là(?![^\W_]))"),
    "directions": re.compile(r"(?:các |những |về )?(?:phương hướng|định hướng|quan điểm|phương châm)(?: [^\W\d_]+){0,6}? ?(?::|là(?![^\W_]))"),
    "key_tasks": re.compile(r"(?:các |những |một số |về )?(?:nhiệm vụ|công tác trọng tâm|khâu đột phá|việc cần làm)(?: [^\W\d_]+){0,7}?(?: [0-9]{1,2})? ?(?::|là(?![^\W_]))"),
    "solutions": re.compile(r"(?:các |những |một số |về )?(?:giải pháp|biện pháp)(?: [^\W\d_]+){0,7}?(?: [0-9]{1,2})? ?(?::|là(?![^\W_])|(?:thực hiện )?gồm)"),
}  # fmt: skip
_GOAL_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)* ?(?:%|phần trăm|[^\W\d_])|[0-9]+ ?/ ?[0-9]+")
_YEARS = re.compile(
    r"(?:năm|nhiệm kì|giai đoạn|quý|tháng|ngày|khóa|lần thứ|số|trước|từ|đến) ?[0-9ivx]+(?:[/.-][0-9]+)*(?: ?- ?20[0-9]{2})?"
    r"|20[0-9]{2} ?- ?20[0-9]{2}|[0-9]+-(?:nq|kl|ct|ctr|qđ)[^ ]*|covid-19|(?:^|\n)\s*\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]"
)
_AIMS = re.compile(r"phấn đấu|đến (?:hết |cuối )?năm 20|chỉ tiêu|mục tiêu")


def judge_goals(case: Case, context: Context, least: int) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    """The answer for `new_term_goals` with its parts, and what is wrong about it."""
    headings = _headings(case, context)
    lines = content(case, context, headings) if headings else _told(case, context)
    named = _named_parts(case, headings, lines)
    if not headings and not named:
        return _absent(case)
    heading = _first(headings)
    if is_thin(lines, least):
        return _thin(case, heading, lines, named)
    filled = frozenset(part for part in named if _has_content(case, context, part, headings, lines))
    if "objectives" not in filled and _aims(lines):
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


def _first(headings: Sequence[Heading]) -> Heading | None:
    return headings[0] if headings else None


def _told(case: Case, context: Context) -> tuple[Line, ...]:
    """Lines that name a goal in a report without a heading for them."""
    zones = (Zone.OTHER, Zone.PAST, Zone.OPENING)
    lines = [line for line in case.lines if context.zone(line.paragraph) in zones and not line.heading]
    for n, line in enumerate(lines):
        if line.has(f"evidence.{ID}") and (_AIMS.search(line.folded) or any(_self_named(line))):
            return tuple(each for each in lines[n:] if each.text.strip())
    return ()


def _self_named(line: Line) -> Iterable[str]:
    """Parts that name themselves at the start of a sentence of a line."""
    for start in _STARTS.finditer(line.folded):
        for part, pattern in _NAMES.items():
            if pattern.match(line.folded[start.end() : start.end() + _LEAD_WORDS]):
                yield part


def _named_parts(case: Case, headings: Sequence[Heading], lines: Sequence[Line]) -> frozenset[str]:
    """Parts whose words stand in a heading of the section or at the start of one of its sentences."""
    parts: set[str] = set()
    for heading in _family(case, headings):
        parts |= _parts_of(case, heading)
    for line in lines:
        parts.update(_self_named(line))
        if line.source.place.table is not None and line.source.place.row == 0 and line.has("part.objectives"):
            parts.add("objectives")
    return frozenset(parts)


def _parts_of(case: Case, heading: Heading) -> set[str]:
    names = case.phrases.names(fold(heading.title))
    return {part for part in PARTS if f"part.{part}" in names}


def _family(case: Case, headings: Sequence[Heading]) -> list[Heading]:
    """The headings and all those under them."""
    return [h for h in case.piece.headings if any(top.paragraph <= h.paragraph < top.end for top in headings)]


def _has_content(case: Case, context: Context, part: str, headings: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Whether something stands under a heading that names the part, or after the words that name it."""
    for heading in _family(case, headings):
        if part in _parts_of(case, heading) and not is_thin(content(case, context, [heading]), _LEAST_PART):
            return True
    return any(part in set(_self_named(line)) and not is_thin([line], _LEAST_PART) for line in lines) or (
        part == "objectives" and any(line.source.place.table is not None for line in lines)
    )


def _aims(lines: Sequence[Line]) -> bool:
    """Aims told without the word: "phấn đấu đến năm 2025 có 31% dân số là hội viên"."""
    return any(re.search(r"phấn đấu|đến (?:hết |cuối )?năm 20", line.folded) and _figures(line) for line in lines)


def _figures(line: Line) -> bool:
    if line.source.place.table is not None and line.source.place.row and line.source.place.column:
        return any(letter.isdigit() for letter in line.text)
    return bool(_GOAL_FIGURE.search(_YEARS.sub(" ", line.folded)))


def _quantified(case: Case, context: Context, headings: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Whether the objectives hold any figure; where no heading keeps them apart, the whole section counts."""
    own = [h for h in _family(case, headings) if _parts_of(case, h) == {"objectives"}]
    under = content(case, context, own) if own else ()
    if any(_figures(line) for line in under):
        return True
    aims = [
        line
        for line in lines
        if _AIMS.search(line.folded) or "objectives" in set(_self_named(line)) or _in_goal_table(line)
    ]
    return any(_figures(line) for line in aims) or (not own and any(_figures(line) for line in lines))


def _in_goal_table(line: Line) -> bool:
    return line.source.place.table is not None


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


def _thin(
    case: Case, heading: Heading | None, lines: Sequence[Line], named: frozenset[str]
) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    return _answer(Status.THIN, heading, lines, named), (_thin_finding(case, heading),)


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
