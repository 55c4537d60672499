"""How the unit's own congress resolution was carried out: found, whose it is, and compared with its targets or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.substance import content, evidence, is_thin, top_most
from service.check.wording import finding
from service.language import fold
from service.model.examination import Finding, SectionAnswer, SectionId, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

ID: SectionId = "resolution_results"
_LEAST = 12
_OWN_AFTER = re.compile(
    r" ?(?:đảng|đại biểu đảng|toàn quốc|đại biểu toàn quốc|công đoàn|đoàn |phụ nữ|nông dân|hội đồng nhân dân)"
)
_SUPERIOR = re.compile(
    r"hội khuyến học thành phố|hội khuyến học việt nam|hội cấp trên|thành hội|trung ương hội|hội khuyến học cấp trên"
)
_ONE_YEAR = re.compile(r"(?:công tác|hoạt động|nhiệm vụ|kết quả|khuyến học)[^.;]{0,30} năm (?:học )?20[0-9]{2}(?! ?-)")
_TABLE_TARGET = re.compile(r"nghị quyết|chỉ tiêu|mục tiêu|kế hoạch|nq")
_TABLE_RESULT = re.compile(r"kết quả|thực hiện|đạt")


def judge_results(case: Case, context: Context) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    """The answer for `resolution_results`, with what is wrong about it."""
    headings = _headings(case, context)
    lines = content(case, context, headings) if headings else _past_lines(case, context)
    if not headings and not _told_without_heading(lines):
        return _missing(case, context, None, lines)
    owner = _owner(case, context, headings, lines)
    if owner is not None:
        return _missing(case, context, owner, lines)
    heading = headings[0] if headings else None
    if is_thin(lines, _LEAST):
        answer = _answer(Status.THIN, heading, lines, 0.85)
        return answer, (_section_finding(case, "section.thin", heading),)
    found = () if _compared(case, context, lines) else (_uncompared(case, heading, lines),)
    return _answer(Status.PRESENT, heading, lines, heading.confidence if heading else 0.7), found


def _headings(case: Case, context: Context) -> tuple[Heading, ...]:
    """The highest headings that speak of results, strong words before weak ones."""
    strong = [h for h in case.piece.headings if _speaks(case, context, h, "heading")]
    if not strong:
        strong = [h for h in case.piece.headings if _speaks(case, context, h, "weak")]
    highest = min((h.level for h in strong), default=0)
    return top_most([h for h in strong if h.level <= highest + 1 and not h.run_in] or strong)


def _speaks(case: Case, context: Context, heading: Heading, strength: str) -> bool:
    if context.zone(heading.paragraph) in (Zone.FUTURE, Zone.CLOSING, Zone.ANNEX):
        return False
    names = case.phrases.names(fold(heading.title))
    return f"{strength}.{ID}" in names and f"not.{ID}" not in names


def _past_lines(case: Case, context: Context) -> tuple[Line, ...]:
    zones = (Zone.OTHER, Zone.PAST)
    return tuple(
        line for line in case.lines if context.zone(line.paragraph) in zones and not line.heading and line.text.strip()
    )


def _told_without_heading(lines: Sequence[Line]) -> bool:
    """Results told in running text: own resolution named, and figures beside it."""
    own = [line for line in lines if _own_places(line)]
    return bool(own) and not is_thin(lines, 60)


def _own_places(line: Line) -> list[int]:
    """Places at which a line names the unit's own congress resolution."""
    places = []
    for hit in line.of("resolution.own"):
        after = line.folded[hit.end : hit.end + 40]
        around = line.folded[max(0, hit.start - 20) : hit.end + 50]
        if not _OWN_AFTER.match(after) and not _SUPERIOR.search(around):
            places.append(hit.start)
    return places


def _owner(case: Case, context: Context, headings: Sequence[Heading], lines: Sequence[Line]) -> Line | None:
    """The line that shows that only someone else's resolution, a decision or one year is measured; else None."""
    titles = [line for h in headings for n in range(h.paragraph, h.last + 1) if (line := case.line(n)) is not None]
    if any(_own_places(line) for line in titles) or any(_own_places(line) for line in lines):
        return None
    for line in titles:
        if line.has("resolution.other") or _SUPERIOR.search(line.folded) or _ONE_YEAR.search(line.folded):
            return line
    if _title_names_term(case, titles, context):
        return None
    return next((line for line in lines if _measures_other(line)), None)


def _title_names_term(case: Case, titles: Sequence[Line], context: Context) -> bool:
    """A heading or title of the closing term itself ("Kết quả hoạt động nhiệm kỳ 2015 - 2020")."""
    texts = [line.folded for line in titles] + [fold(case.piece.title)]
    return any("nhiệm kì" in text or "5 năm" in text for text in texts)


def _measures_other(line: Line) -> bool:
    """Whether a line measures results by someone else's document ("so với mục tiêu Quyết định đề ra")."""
    return bool(
        re.search(r"(?:mục tiêu|chỉ tiêu|so với)[^.;]{0,40}(?:quyết định|đề án|chỉ thị|đảng bộ|cấp trên)", line.folded)
    )


def _compared(case: Case, context: Context, lines: Sequence[Line]) -> bool:
    """Whether anything compares a result with what the resolution set."""
    past = [line for line in lines if context.zone(line.paragraph) is not Zone.FUTURE]
    return any(_compares(line) for line in past) or any(_compares_in_table(case, line) for line in past)


def _compares(line: Line) -> bool:
    """A target and a verdict near each other in one sentence."""
    for target in line.of("compare.target"):
        if _OWN_AFTER.match(line.folded[target.end : target.end + 30]) or line.folded[target.end :].lstrip().startswith(
            "số"
        ):
            continue
        start = max(line.folded.rfind(mark, 0, target.start) for mark in (". ", "\n", "!")) + 1
        stop = line.folded.find(". ", target.end)
        sentence_end = stop if stop != -1 else len(line.folded)
        for verdict in line.of("compare.verdict"):
            if start <= verdict.start < sentence_end and abs(verdict.start - target.start) < 130:
                return True
        if re.match(r"[^.;]{0,12}(?::|là|đề ra là) ?(?:trên |từ )?[0-9]", line.folded[target.end :]):
            return True
    return False


def _compares_in_table(case: Case, line: Line) -> bool:
    place = line.source.place
    if place.table is None or place.row != 0 or not _TABLE_TARGET.search(line.folded):
        return False
    table = case.manuscript.tables[place.table]
    heads = [fold(cell.text) for cell in table.cells if cell.row == 0 and cell.column != place.column]
    return any(_TABLE_RESULT.search(head) for head in heads)


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


def _missing(
    case: Case, context: Context, owner: Line | None, lines: Sequence[Line]
) -> tuple[SectionAnswer, tuple[Finding, ...]]:
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
