"""Of which kind a figure is: what was reached, what was set for the closing term, or what the new term is to reach."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from service.check.case import Zone
from service.check.moments import Moment, When, moment, moment_after
from service.check.numbers import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.binding import Bound
    from service.check.case import Case, Context, Line
    from service.check.numbers import Figure
    from service.check.sentences import Sentence
    from service.language import Hit

RESULT, TARGET, GOAL, OTHERS = "result", "target", "goal", "others"
KINDS: Final = (RESULT, TARGET, GOAL)
"""The kinds of the contract; OTHERS is what a decision or a superior set."""

_DEFAULT: Final = {Zone.PAST: RESULT, Zone.FUTURE: GOAL, Zone.ANNEX: RESULT, Zone.OPENING: RESULT, Zone.OTHER: RESULT}
_BULLET: Final = re.compile(r"\s*(?:[-+*•–]|\(?\d{1,2}[.)]|[a-zđ]\))\s")
_PARAGRAPH_YEAR: Final = re.compile(r"\s*(?:[-+*] ?)?(?:\w+ tháng(?: đầu)? )?năm(?: học)? ((?:19|20)\d\d)[^:.;]{0,12}[:.]")
_LINKS: Final = re.compile(
    r"(?:[\s:(\-\"]|là|tổng cộng|tổng số|tiền|hai|ba|cho|đặt|đề ra|đặt ra|xác định|phải|đạt|từ|ít nhất|trên|của|hội|khuyến học|đại hội|lần thứ|nhiệm kì|khóa|"
    r"phường|xã|quận|huyện|thị trấn|giao|cho|cả|chỉ tiêu|nghị quyết|mục tiêu|phấn đấu|có|được|tối thiểu|khoảng|kế hoạch|"
    r"tỉ lệ|về|năm|5|\d{4} ?- ?\d{4}|[ivx]+|nq|đh|này|vận động|trong|cộng đồng|học tập|gia đình|dòng họ|đơn vị|hội viên|"
    r"chi hội|quỹ|phát triển|xây dựng|dân số|quyết định|vùng|khó khăn|đô thị|đồng bằng|thành thị|nông thôn)*"
)
_BEYOND: Final = re.compile(r"(?:vượt|vượt mức|tăng|hơn)(?: so với)? [^(:]{0,60}$")
_AFTERWARDS: Final = re.compile(
    r" ?\(?(?:theo|của|mà|do|là|như|bằng)? ?(?:chỉ tiêu|mục tiêu)?(?: của| theo| mà)? ?(?:nghị quyết|đại hội|chỉ tiêu)(?: đại hội)?[^,;.]{0,30}?(?:đề ra|giao|đặt ra|$|[,;.)])"
)


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What stands around one figure."""

    kind: str
    year: int | None = None
    as_of: str | None = None
    weakened: int = 0
    """How much less sure the figure is by its surroundings; 0 or negative."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph's place and its neighbours say about the figures in it."""

    default: str
    zone: Zone
    first_year: int | None
    """First and last year of the closing term."""
    last_year: int | None
    goal_year: int | None
    """First year of the new term."""
    year: int | None = None
    """The one year of which the whole paragraph speaks ("Năm 2016: …")."""
    objectives: bool = False
    """It stands among the objectives of the new term."""
    periods: frozenset[str] = frozenset()
    """Indicators that are summed over the term."""

    def after(self, sentence: Sentence) -> Setting:
        """The setting for the paragraph's next sentence."""
        lists_targets = self.default == RESULT and sentence.text(sentence.start, sentence.end).rstrip().endswith(":")
        cue = _set_cue(sentence, sentence.end) if lists_targets else None
        return replace(self, default=TARGET) if cue else self

    def of(self, sentence: Sentence, n: int, bound: Bound, previous: str) -> Circumstance:
        """What stands around the n-th figure of a sentence; `previous` is the kind of the figure before it."""
        figure = sentence.figures[n]
        following = next((other.opening for other in sentence.figures[n + 1 :] if not other.label), sentence.end)
        told = self._moment(sentence, figure, following)
        kind = self._kind(sentence, n, previous, told, following)
        if kind == TARGET or (kind == GOAL and bound.rule not in self.periods):
            now = told.when is When.NOW and "nhiệm kì" not in told.words
            dropped = kind == GOAL and (now or told.when is When.THEN) and not _later(told, self.goal_year)
            return Circumstance("" if dropped else kind, told.year, told.words or None, self._weakness(sentence, kind))
        if bound.rule in self.periods:
            fits = told.when not in (When.THEN, When.YEAR, When.YEARLY) or (self.year is None and _is_total(sentence, figure, told))
            fits = fits and (self.year is None or told.when is When.TERM)
        else:
            fits = self._at_the_end(told)
        return Circumstance(kind if fits else "", told.year, told.words or None, self._weakness(sentence, kind))

    def _moment(self, sentence: Sentence, figure: Figure, following: int) -> Moment:
        behind = moment_after(sentence, figure.end, following)
        return behind if behind.when is not When.UNSAID else moment(sentence, figure.opening)

    def _kind(self, sentence: Sentence, n: int, previous: str, told: Moment, following: int) -> str:
        figure = sentence.figures[n]
        if self.default == GOAL:
            return RESULT if _is_target(sentence, n, previous, following) and _past(told, self.last_year) else GOAL
        if told.year and self.goal_year and told.year > self.goal_year:
            return GOAL
        if _is_target(sentence, n, previous, following):
            cue = _set_cue(sentence, figure.opening)
            return OTHERS if cue is not None and _by_others(sentence, cue, figure) else TARGET
        if previous == OTHERS and n and _goes_on(sentence, sentence.figures[n - 1], figure):
            return OTHERS
        if self.default == TARGET and _done(sentence, figure):
            return RESULT
        return self.default

    def _at_the_end(self, told: Moment) -> bool:
        """Whether a state that is told for some time is the state at the end of the closing term."""
        if told.when is When.THEN:
            return False
        year = told.year or self.year
        if year is None or self.last_year is None:
            return True
        return year >= self.last_year - 1 and (self.goal_year is None or year <= self.goal_year + 1)

    def _weakness(self, sentence: Sentence, kind: str) -> int:
        if self.zone in (Zone.OTHER, Zone.OPENING):
            return -1
        if kind == GOAL and not self.objectives and not sentence.within(sentence.start, sentence.end, "figure.goal"):
            return -1
        return 0


def settings(case: Case, context: Context) -> Iterator[tuple[Line, Setting]]:
    """Every line of running text that may hold figures, with its setting."""
    closing, opening = _years(context.closing), _years(context.opening)
    last = closing[1] if closing else context.report_date.year if context.report_date else None
    periods = frozenset(rule.id for rule in case.rulebook.indicators if rule.period == "term")
    targets_follow = False
    for line in case.lines:
        zone = context.zone(line.paragraph)
        if zone not in _DEFAULT or not line.text.strip() or (line.source.place.table is not None and not _is_prose(line)):
            continue
        if line.heading:
            targets_follow = _sets_targets(line)
            continue
        default = _DEFAULT[zone]
        targets_follow = targets_follow and bool(_BULLET.match(line.text) or line.source.label)
        if targets_follow and default == RESULT:
            default = TARGET
        year = _PARAGRAPH_YEAR.match(line.folded)
        yield line, Setting(
            default,
            zone,
            closing[0] if closing else None,
            last,
            opening[0] if opening else None,
            int(year[1]) if year else None,
            _among_objectives(case, line),
            periods,
        )
        if line.text.rstrip().endswith(":"):
            targets_follow = zone is Zone.PAST and _sets_targets(line)


def _years(term: str | None) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{4})-(\d{4})", term or "")
    return (int(found[1]), int(found[2])) if found else None


def _is_prose(line: Line) -> bool:
    return len(line.text) > 120


def _sets_targets(line: Line) -> bool:
    return line.has("figure.target") and not line.has("figure.done", "figure.superior")


def _among_objectives(case: Case, line: Line) -> bool:
    titles = " ".join(heading.title.lower() for heading in case.path(line.paragraph)[-2:])
    return "mục tiêu" in titles or "chỉ tiêu" in titles or bool(re.match(r"\s*(?:[-+*\d.) ]*)(?:mục tiêu|chỉ tiêu|các chỉ tiêu)", line.folded))


def _later(told: Moment, year: int | None) -> bool:
    return bool(told.year and year and told.year > year)


def _past(told: Moment, last: int | None) -> bool:
    return bool(told.year and last and told.year <= last)


def _is_total(sentence: Sentence, figure: Figure, told: Moment) -> bool:
    """"… năm 2020 được 1,98 tỷ đồng. Cộng 5 năm là 9,64 tỷ": a total said after single years."""
    return bool(sentence.within(max(told.place, sentence.start), figure.start, "figure.whole", "figure.term"))


def _done(sentence: Sentence, figure: Figure) -> bool:
    return bool(sentence.within(sentence.start, figure.start, "figure.done"))


def _set_cue(sentence: Sentence, place: int) -> Hit | None:
    """The last word before a place that says that something was set, not reached; of the unit's own or another's."""
    cues = sentence.within(sentence.start, place, "figure.target", "figure.done", "figure.superior")
    kept = [
        cue
        for cue in cues
        if not any(cue is not other and other.start <= cue.start and cue.end <= other.end and other.end - other.start > cue.end - cue.start for other in cues)
    ]
    last = max(kept, key=lambda cue: (cue.end, cue.name == "figure.target"), default=None)
    if last is None or last.name != "figure.target":
        return None
    return last


def _by_others(sentence: Sentence, cue: Hit, figure: Figure) -> bool:
    """Whether a decision or a superior set it, not the unit's own congress."""
    start = sentence.start
    others = sentence.within(start, figure.opening, "figure.superior")
    own = sentence.last(start, figure.opening, "figure.target")
    near = [other for other in others if ";" not in sentence.text(other.end, cue.end) and ")" not in sentence.text(other.end, figure.opening)]
    return bool(near) and not (own is not None and "nghị quyết" in own.phrase and own.start >= near[-1].end)


def _is_target(sentence: Sentence, n: int, previous: str, following: int) -> bool:
    figure = sentence.figures[n]
    before = sentence.figures[n - 1] if n else None
    cue = _set_cue(sentence, figure.opening)
    if cue is not None and (before is None or cue.end > before.end) and _reaches(sentence, cue, figure):
        return True
    if before is not None and previous == TARGET and _goes_on(sentence, before, figure):
        return True
    behind = sentence.text(figure.end, following)
    if "(" in behind and ")" not in behind and following < sentence.end:  # "452 triệu đồng (Nghị quyết 400 triệu đồng)"
        behind = behind.partition("(")[0]
    return figure.measure is not Measure.PERCENT and bool(_AFTERWARDS.match(behind)) and not re.search(r"vượt[^,;]{0,8}$", sentence.text(sentence.start, figure.opening))


def _reaches(sentence: Sentence, cue: Hit, figure: Figure) -> bool:
    """Whether only linking words stand between "chỉ tiêu Nghị quyết" and the figure."""
    between = sentence.text(cue.end, figure.opening)
    if re.search(r"(?:phải|cần) (?:đạt|có|vận động)[^,;]{0,20}$", between) and ";" not in between:
        return True
    if not _LINKS.fullmatch(between) and not re.search(r":[^:;.]{0,60}$", between):
        return False
    if "," in between.partition(":")[0] or ";" in between or ")" in between:
        return False
    exceeding = _BEYOND.search(sentence.text(sentence.start, cue.start)[-20:])
    plain = not re.search(r"[(:]| là |đề ra", between)
    return not (exceeding and plain and figure.measure is Measure.PERCENT)


def _goes_on(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Whether a list of what was set goes on from one figure to the next."""
    between = sentence.text(before.end, figure.opening)
    if ")" in between or sentence.within(before.end, figure.opening, "figure.done"):
        return False
    inside = sentence.bracket(figure.start) is not None
    colon = ":" in sentence.text(sentence.start, before.start)
    return (";" not in between or inside or colon) and len(between) <= 90 and not re.search(r"vượt|chưa|tăng|như vậy|bằng|nay ", between)
