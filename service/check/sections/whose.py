"""Whose resolution the results are measured by: the unit's own congress, or somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.sections.comparison import OTHERS_AFTER
from service.check.sections.substance import words
from service.check.unit.ranks import owned_above, superior
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.language import Hit
    from service.model.outline import Heading

_MEASURED = re.compile(
    r"(?:mục tiêu|chỉ tiêu|so với|đối chiếu với)[^.;]{0,40}"
    r"(?:quyết định|đề án|chỉ thị|đảng bộ|cấp trên|hội đồng nhân dân|ủy ban nhân dân"
    r"|quận giao|huyện giao|thành phố giao)"
)
_ONE_YEAR = re.compile(r"(?:công tác|hoạt động|nhiệm vụ|kết quả|khuyến học)[^.;]{0,30} năm (?:học )?20[0-9]{2}(?! ?-)")


def own_places(line: Line, context: Context) -> list[int]:
    """Places at which a line names the unit's own congress resolution."""
    return [hit.start for hit in line.of("resolution.own") if not _anothers(line.folded, hit, context)]


def _anothers(folded: str, hit: Hit, context: Context) -> bool:
    """Whether the words around make a resolution that of the party, another body or an association above."""
    after, around = folded[hit.end : hit.end + 60], folded[max(0, hit.start - 20) : hit.end + 50]
    return bool(OTHERS_AFTER.match(after)) or superior(around, context.level) or owned_above(after, context.level)


def owner_of(case: Case, context: Context, headings: Sequence[Heading], lines: Sequence[Line]) -> Line | None:
    """The line that shows that only someone else's resolution, a decision or one year is measured; else None."""
    titles = _titles(case, headings)
    inner = [h for h in case.piece.headings if any(top.paragraph < h.paragraph < top.end for top in headings)]
    if any(own_places(line, context) for line in lines) or "own" in _whose(case, context, (*headings, *inner)):
        return None
    for line in titles:
        if line.has("resolution.other") or superior(line.folded, context.level) or _ONE_YEAR.search(line.folded):
            return line
    if _whose(case, context, headings):
        return titles[0]
    for heading in inner:
        under = [each for each in lines if heading.body <= each.paragraph < heading.end]
        if _whose(case, context, [heading]) and words(under) * 2 > words(lines):
            return case.line(heading.paragraph)
    measuring = [line for line in lines if _measures_other(line, context)]
    if _title_names_term(case, titles) and not (len(measuring) >= 2 or any(line in lines[:1] for line in measuring)):
        return None
    return next(iter(measuring), None)


def _whose(case: Case, context: Context, headings: Sequence[Heading]) -> set[str]:
    """Whose congress resolutions some headings name: "own", "another"."""
    return {
        "another" if _anothers(folded, hit, context) else "own"
        for folded in (fold(heading.title) for heading in headings)
        for hit in case.titles[folded]
        if hit.name == "resolution.own"
    }


def _titles(case: Case, headings: Sequence[Heading]) -> list[Line]:
    return [line for h in headings for n in range(h.paragraph, h.last + 1) if (line := case.line(n)) is not None]


def _title_names_term(case: Case, titles: Sequence[Line]) -> bool:
    """A heading or title of the closing term itself ("Kết quả hoạt động nhiệm kỳ 2015 - 2020")."""
    texts = [line.folded for line in titles] + [fold(case.piece.title)]
    return any("nhiệm kì" in text or "5 năm" in text for text in texts)


def _measures_other(line: Line, context: Context) -> bool:
    """Whether a line measures results by someone else's document ("so với mục tiêu Quyết định đề ra")."""
    above = any(_anothers(line.folded, hit, context) for hit in line.of("resolution.own"))
    return bool(_MEASURED.search(line.folded)) or (above and line.has("compare.verdict"))
