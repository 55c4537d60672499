"""Alignment with Resolution 29-NQ/TW: anywhere in the body, tied to the work, only listed, or only paraphrased."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.wording import finding
from service.model.examination import Finding, SectionAnswer, SectionId, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.model.examination import Citation

ID: SectionId = "resolution29_alignment"
_BASIS = re.compile(r"(?:[-+*•] ?)?căn cứ(?![^\W_])")
_TAKES_UP = re.compile(
    r"[.;!?] (?:(?:vì vậy|do đó|bởi vậy|theo đó|từ đó|cho nên),? )?"
    r"(?:các cấp )?(?:hội(?! nghị| đồng)|chúng ta|chúng tôi) [^.;]{25,}"
)
"""The sentence behind: what the association does of it."""
_REPORTING = re.compile(
    r"báo cáo (?:[^\W\d_]+ ){0,14}?(?:như sau|trước đại hội|với đại hội)|tổ chức đại hội|như sau ?:?$"
)


def judge_alignment(
    case: Case, context: Context, places: Sequence[int], citation: Citation | None
) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    """The answer for `resolution29_alignment`.

    Args:
        case: the report.
        context: its zones.
        places: paragraphs in which Resolution 29 is cited, in order.
        citation: its fullest citation, None where it is not cited.
    """
    cited = [line for index in places if (line := case.line(index)) is not None]
    tied = [line for line in cited if _tied(line, context)]
    if tied:
        return _answer(Status.PRESENT, tied, 0.92), ()
    if cited and citation is not None:
        return _thin(case, cited[0], "listed", citation.quote)
    paraphrased = [
        line
        for line in case.lines
        if line.has(f"evidence.{ID}")
        and line.has("alignment.education")
        and context.zone(line.paragraph) is not Zone.FRONT
    ]
    if paraphrased:
        hit = paraphrased[0].of(f"evidence.{ID}")[0]
        return _thin(case, paraphrased[0], "paraphrased", paraphrased[0].text[hit.start : hit.end])
    answer = SectionAnswer(ID, Status.MISSING, confidence=0.9)
    return answer, (finding(case.rulebook, "section.missing", variant=ID, section=ID, near="–"),)


def _tied(line: Line, context: Context) -> bool:
    """Whether a line says what the work has to do with the resolution, not only that it exists."""
    zone = context.zone(line.paragraph)
    if _BASIS.match(line.folded.strip()) or zone in (Zone.FRONT, Zone.CLOSING, Zone.ANNEX):
        return False
    if zone is Zone.OPENING and _REPORTING.search(line.folded) and not line.has(f"evidence.{ID}"):
        return False
    return line.has("alignment.tie") or (zone is not Zone.OPENING and bool(_TAKES_UP.search(line.folded)))


def _answer(status: Status, lines: Sequence[Line], confidence: float) -> SectionAnswer:
    first = lines[0]
    return SectionAnswer(
        ID, status, paragraph=first.paragraph, evidence=first.text.strip()[:200], confidence=confidence,
        spans=tuple((line.paragraph, line.paragraph + 1) for line in lines),
    )  # fmt: skip


def _thin(case: Case, line: Line, variant: str, quote: str) -> tuple[SectionAnswer, tuple[Finding, ...]]:
    found = finding(case.rulebook, "section.thin", variant=variant, section=ID, quote=quote, paragraph=line.paragraph)
    return _answer(Status.THIN, [line], 0.8), (found,)
