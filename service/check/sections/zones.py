"""Which part of a report each paragraph belongs to: what was done, what is to be done, or neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Case, Zone
from service.check.sections.likely import is_to_come
from service.check.sections.parts import named_in
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.language import Hit
    from service.model.outline import Heading

_SIGNED = re.compile(r"(?:t/?m|tm\.|thay mặt)[. ]*(?:ban chấp hành|bch|ban thường vụ|btv|đoàn)|nơi nhận")
_PAST = frozenset(("heading.resolution_results", "heading.lessons_learned", "zone.past"))
_ONE_YEAR = re.compile(r"(?<!đến )(?<!hết )(?<!cuối )năm (?:học )?((?:19|20)[0-9]{2})(?! ?- ?(?:19|20)[0-9]{2})")
_PROMISE_KEPT = re.compile(
    r"(?<!\w)(?:giữ|thực hiện|trả|đối chiếu|kiểm lại|nhìn lại|thưa lại)(?: [^\W\d_]+){0,3}? "
    r"(?:lời|điều|việc) (?:đã )?hứa|(?<!\w)(?:lời|điều|việc|những gì) đã hứa"
)
_PROMISES_ANEW = re.compile(
    r"(?<!\w)(?:tới|mới|sắp tới|tiếp theo|hứa tiếp|sẽ|phải|cần|quyết|nguyện|bài học|kinh nghiệm)(?!\w)"
)
_FUTURE_WORDS = re.compile(r"nhiệm kì (?:tới|mới)|(?:5|năm) năm tới|thời gian tới|đến năm 20")


def judge_zones(case: Case, opening_term: str | None) -> tuple[Zone, ...]:
    """The zone of every paragraph of the manuscript; those outside the case's piece are OTHER."""
    zones = [Zone.OTHER] * len(case.manuscript.paragraphs)
    first = case.piece.headings[0].paragraph if case.piece.headings else case.piece.front_end
    for index in range(case.piece.start, case.piece.end):
        zones[index] = Zone.FRONT if index < case.piece.front_end else Zone.OPENING if index < first else Zone.OTHER
    roles = _roles(case, opening_term)
    for heading in case.piece.headings:
        zone = _settled(case, heading, roles)
        for index in range(heading.paragraph, heading.end):
            zones[index] = zone
    for index in range(_signature(case), case.piece.end):
        zones[index] = Zone.ANNEX if zones[index] is Zone.ANNEX else Zone.CLOSING
    _annexes(case, zones, roles)
    return tuple(zones)


def _roles(case: Case, opening_term: str | None) -> dict[Heading, Zone | None]:
    """The zone that each heading tells: by its words, else by the headings under it, else by what stands there."""
    roles = {heading: heading_zone(case, heading, opening_term) for heading in case.piece.headings}
    for heading in case.piece.headings:
        slogan = not heading.label and heading.reason.startswith("capitals")
        if roles[heading] is None and not slogan and not any(roles[h] for h in case.path(heading.paragraph)):
            roles[heading] = _by_inner(case, heading, roles) or _by_content(case, heading, roles)
    return roles


def _by_inner(case: Case, heading: Heading, roles: dict[Heading, Zone | None]) -> Zone | None:
    """The zone that all headings right under a heading share."""
    inner = {
        roles[h] for h in case.piece.headings if heading.paragraph < h.paragraph < heading.end and roles[h] is not None
    }
    return inner.pop() if len(inner) == 1 and inner <= {Zone.PAST, Zone.FUTURE} else None


def _by_content(case: Case, heading: Heading, roles: dict[Heading, Zone | None]) -> Zone | None:
    """The future, where goals or what is to come are told under a heading behind the results."""
    told = any(zone is Zone.PAST and h.paragraph < heading.paragraph for h, zone in roles.items())
    lines = [line for line in case.within(heading.body, heading.end) if not line.heading]
    return Zone.FUTURE if told and (len(named_in(lines)) >= 2 or is_to_come(case, heading)) else None


def _settled(case: Case, heading: Heading, roles: dict[Heading, Zone | None]) -> Zone:
    """A heading's own zone, or that of the headings around it.

    Past under future stays future and the reverse, unless the heading itself names the other term.
    """
    zone: Zone | None = None
    for around in (*case.path(heading.paragraph), heading):
        own = roles[around]
        if own is None or (zone is Zone.FUTURE and own is not Zone.ANNEX):
            continue
        if zone is Zone.PAST and own is Zone.FUTURE and not _names_future(around):
            continue
        zone = own
    return zone or Zone.OTHER


def _names_future(heading: Heading) -> bool:
    return bool(_FUTURE_WORDS.search(fold(heading.title))) or "202" in heading.title


def heading_zone(case: Case, heading: Heading, opening_term: str | None) -> Zone | None:
    """The zone that a heading's own words tell; None where they tell none."""
    folded = fold(heading.title)
    names = case.named(heading)
    if any(hit.name == "zone.annex" and hit.start == 0 for hit in case.titles[folded]):
        return Zone.ANNEX
    if is_goals(names, folded, opening_term):
        return _zone_of_goals(case, heading, opening_term)
    newer = bool(opening_term) and (opening_term or "-") in folded.replace(" ", "")
    if names & _PAST and not (newer and _fits_either(case.titles[folded])):
        return Zone.PAST
    if newer or keeps_promise(folded):
        return Zone.FUTURE if newer else Zone.PAST
    if "weak.new_term_goals" in names and "not.new_term_goals" not in names and _after_past(case, heading):
        return Zone.FUTURE
    return Zone.OTHER if "zone.other" in names else None


def keeps_promise(folded: str) -> bool:
    """Whether a folded title tells how what was promised to the congress was kept: "Năm năm giữ lời hứa"."""
    return bool(_PROMISE_KEPT.search(folded)) and not _PROMISES_ANEW.search(folded)


def _zone_of_goals(case: Case, heading: Heading, opening_term: str | None) -> Zone:
    """The future, but for goals of one year and those of the old term that are repeated before the results."""
    if _of_one_year(fold(heading.title), opening_term):
        return Zone.OTHER
    return Zone.PAST if _set_before(case, heading, opening_term) else Zone.FUTURE


def _of_one_year(folded: str, opening_term: str | None) -> bool:
    """Whether a title speaks of a year that is none of the new term's later ones: "Phương hướng năm 2020"."""
    year = _ONE_YEAR.search(folded)
    if year is None or "nhiệm kì" in folded or "năm năm" in folded or "5 năm" in folded:
        return False
    return int(year[1]) <= int((opening_term or "2020")[:4])


def _set_before(case: Case, heading: Heading, opening_term: str | None) -> bool:
    """Whether goals of the old term are repeated before the results: "Phương hướng mà Đại hội 2015 - 2020 đề ra"."""
    compact = fold(heading.title).replace(" ", "")
    if not opening_term or opening_term in compact or f"-{opening_term[:4]}" not in compact:
        return False
    told = [h.paragraph for h in case.piece.headings if "heading.resolution_results" in case.named(h)]
    return bool(told) and heading.end <= told[0]


def _fits_either(hits: Sequence[Hit]) -> bool:
    """Whether nothing in a title tells of the past but work that every term has: "Công tác Hội nhiệm kỳ …"."""
    either = [hit for hit in hits if hit.name == "zone.either"]
    return all(
        any(one.start <= hit.start and hit.end <= one.end for one in either) for hit in hits if hit.name in _PAST
    )


def _after_past(case: Case, heading: Heading) -> bool:
    """Whether results or lessons have been told and ended before this heading ("Nhiệm vụ" of the new term)."""
    told = ("heading.resolution_results", "heading.lessons_learned")
    before = (h for h in case.piece.headings if h.end <= heading.paragraph)
    return any(case.named(h).intersection(told) for h in before)


def is_goals(names: frozenset[str], folded: str, opening_term: str | None) -> bool:
    """Whether a heading with these phrases speaks of the new term's goals."""
    if "heading.new_term_goals" not in names:
        return False
    if "not.new_term_goals" not in names:
        return "khắc phục" not in folded
    compact = folded.replace(" ", "")
    return bool(opening_term and opening_term in compact) and "part.directions" in names


def _signature(case: Case) -> int:
    """The first paragraph of the signature block; the piece's end where there is none."""
    body = case.piece.headings[-1].body if case.piece.headings else case.piece.front_end
    signed = [
        line.paragraph
        for line in case.lines
        if line.paragraph >= case.piece.front_end and _SIGNED.match(line.folded.strip())
    ]
    after = [index for index in signed if index >= body or _late(case, index)]
    return min(after, default=case.piece.end)


def _late(case: Case, index: int) -> bool:
    """A signature before the last headings (those of an annex) still ends the report."""
    return (index - case.piece.front_end) * 2 > case.piece.end - case.piece.front_end


def _annexes(case: Case, zones: list[Zone], roles: dict[Heading, Zone | None]) -> None:
    for heading in case.piece.headings:
        if roles[heading] is Zone.ANNEX:
            zones[heading.paragraph : case.piece.end] = [Zone.ANNEX] * (case.piece.end - heading.paragraph)
            return
