"""Of which kind a figure is: what was reached, what was set for the closing term, or what the new term is to reach."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from service.check.case import Zone
from service.check.figures.numbers.numbers import figures
from service.check.figures.readings.moments import Moment, When, moment, moment_after
from service.check.figures.readings.targets import (
    asked_by_others,
    by_others,
    is_compared_with,
    is_set,
    list_goes_on,
    opens_with_superior,
    set_by_others,
    set_cue,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Case, Context, Line
    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.check.figures.readings.bound import Bound

RESULT, TARGET, GOAL, OTHERS = "result", "target", "goal", "others"
KINDS: Final = (RESULT, TARGET, GOAL)
"""The kinds of the contract; OTHERS is what a decision or a superior set."""

_DEFAULT: Final = {Zone.PAST: RESULT, Zone.FUTURE: GOAL, Zone.ANNEX: RESULT, Zone.OPENING: RESULT, Zone.OTHER: RESULT}
_BULLET: Final = re.compile(r"\s*(?:[-+*•–]|\(?\d{1,2}[.)]|[a-zđ]\))\s")
_PARAGRAPH_YEAR: Final = re.compile(
    r"\s*(?:[-+*] ?)?(?:\w+ tháng(?: đầu)? )?năm(?: học)? ((?:19|20)\d\d)[^:.;]{0,12}[:.](?!\d)"
)
_SET_BY_CONGRESS: Final = re.compile(r"đề ra|nghị quyết")
_KEPT: Final = re.compile(r"(?:giữ vững|củng cố|kiện toàn|giữ ổn định)(?: và duy trì)? ?$")
_PRESENT: Final = frozenset(
    ["hiện", "hiện nay", "hiện có", "hiện còn", "hiện chỉ còn", "hiện dư", "hiện tại", "đến nay", "nay có"]
)
_SINCE: Final = re.compile(r"(?<!\w)từ (?:năm )?((?:19|20)\d\d)(?: \([^()]{0,40}\))? (?:đến|tới) nay")
_LONGEST_TERM: Final = 6
"""Years."""
_WITH: Final = re.compile(r"(?:[-+*] ?)?(?:với|có) (?:(?:trên|gần|hơn|khoảng|tổng số|đội ngũ) )?\d")
_HOPES: Final = re.compile(r", [^,;]{0,60}(?:tin tưởng|tin rằng|tin chắc|vững tin|quyết tâm|nguyện|sẽ tiếp tục)(?!\w)")
_NAMES_OBJECTIVES: Final = re.compile(r"mục tiêu|chỉ tiêu")
_OBJECTIVES: Final = re.compile(r"[-+*\d.)\s]*(?:mục tiêu|chỉ tiêu|các chỉ tiêu)")


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
    last_year: int | None
    """Last year of the closing term."""
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
        cue = set_cue(sentence, sentence.end) if lists_targets else None
        return replace(self, default=TARGET) if cue else self

    def of(self, sentence: Sentence, n: int, bound: Bound, previous: str) -> Circumstance:
        """What stands around the n-th figure of a sentence; `previous` is the kind of the figure before it."""
        figure = sentence.figures[n]
        following = next((other.opening for other in sentence.figures[n + 1 :] if not other.label), sentence.end)
        told = self._moment(sentence, figure, following)
        kind = "" if is_compared_with(sentence, figure) else self._kind(sentence, n, previous, told, following)
        fits = self._fits(sentence, figure, bound, kind, told)
        dated = told.words if told.year and kind != TARGET else None
        return Circumstance(kind if fits else "", told.year, dated, self._weakness(sentence, figure, kind))

    def _fits(self, sentence: Sentence, figure: Figure, bound: Bound, kind: str, told: Moment) -> bool:
        """Whether the time that is told for a figure is the time of its kind."""
        if kind == TARGET:
            return True
        if kind == RESULT and told.until is not None and self.last_year is not None and told.until < self.last_year:
            return False
        if bound.rule in self.periods:
            return self._is_of_the_term(sentence, figure, told)
        if kind == GOAL and _past(told, self.last_year):
            return False
        if kind == GOAL:
            now = told.when is When.NOW and "nhiệm kì" not in told.words
            return not (now or told.when is When.THEN) or _later(told, self.goal_year)
        return self._at_the_end(told)

    def _is_of_the_term(self, sentence: Sentence, figure: Figure, told: Moment) -> bool:
        """Whether a sum is that of the whole term, not of a year in it."""
        if self.year is not None:
            return told.when is When.TERM
        if told.when is When.THEN or _since_founding(sentence, figure, self.last_year):
            return False
        return told.when not in (When.YEAR, When.YEARLY) or _is_total(sentence, figure, told)

    def _moment(self, sentence: Sentence, figure: Figure, following: int) -> Moment:
        behind = moment_after(sentence, figure.end, following)
        return behind if behind.when is not When.UNSAID else moment(sentence, figure.opening)

    def _kind(self, sentence: Sentence, n: int, previous: str, told: Moment, following: int) -> str:
        figure = sentence.figures[n]
        if self.default == GOAL:
            was_set = _past(told, self.last_year) and is_set(sentence, n, following, goes_on=previous == TARGET)
            present = _is_present(told) or _opens_vow(sentence, figure)
            others = OTHERS if opens_with_superior(sentence, figure) else GOAL
            return TARGET if was_set else RESULT if present else others
        if told.year and self.goal_year and told.year > self.goal_year:
            return GOAL
        if set_by_others(sentence, figure) or asked_by_others(sentence, figure):
            return OTHERS
        if is_set(sentence, n, following, goes_on=previous == TARGET):
            cue = set_cue(sentence, figure.opening)
            return OTHERS if cue is not None and by_others(sentence, cue, figure) else TARGET
        if previous == OTHERS and n and list_goes_on(sentence, sentence.figures[n - 1], figure):
            return OTHERS
        return RESULT if self.default == TARGET and _done(sentence, figure) else self.default

    def _at_the_end(self, told: Moment) -> bool:
        """Whether a state that is told for some time is the state at the end of the closing term."""
        if told.when is When.THEN:
            return False
        year = told.year or self.year
        if year is None or self.last_year is None:
            return True
        return year >= self.last_year - 1 and (self.goal_year is None or year <= self.goal_year + 1)

    def _weakness(self, sentence: Sentence, figure: Figure, kind: str) -> int:
        if self.zone in (Zone.OTHER, Zone.OPENING):
            return -1
        if kind == GOAL and _KEPT.search(sentence.text(sentence.start, figure.opening)):
            return -1
        if kind == GOAL and not self.objectives and not sentence.within(sentence.start, sentence.end, "figure.goal"):
            return -1
        return 0


def settings(case: Case, context: Context) -> Iterator[tuple[Line, Setting]]:
    """Every line of running text that may hold figures, with its setting."""
    closing, opening = _years(context.closing), _years(context.opening)
    last = closing[1] if closing else context.report_date.year if context.report_date else None
    new = opening[0] if opening else None
    periods = frozenset(rule.id for rule in case.rulebook.indicators if rule.period == "term")
    listed = ""  # what the bullets below the last line with a colon are: TARGET, GOAL or nothing of both
    for line in case.lines:
        zone = context.zone(line.paragraph)
        if zone not in _DEFAULT or not _is_prose(line):
            continue
        if line.heading:
            listed = TARGET if _sets_targets(line) and _SET_BY_CONGRESS.search(line.folded) else ""
            continue
        listed = listed if _BULLET.match(line.text) or line.source.label else ""
        if figures(line.folded):  # a line without any has nothing to tell
            default = TARGET if listed == TARGET and _DEFAULT[zone] == RESULT else _DEFAULT[zone]
            year = _PARAGRAPH_YEAR.match(line.folded)
            objectives = listed == GOAL or _among_objectives(case, line)
            yield line, Setting(default, zone, last, new, int(year[1]) if year else None, objectives, periods)
        if line.text.rstrip().endswith(":"):
            listed = _opened_list(line, zone)


def _opened_list(line: Line, zone: Zone) -> str:
    """What the bullets below a line that ends with a colon are."""
    if zone is Zone.FUTURE and _NAMES_OBJECTIVES.search(line.folded):
        return GOAL
    return TARGET if zone is Zone.PAST and _sets_targets(line) else ""


def _years(term: str | None) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{4})-(\d{4})", term or "")
    return (int(found[1]), int(found[2])) if found else None


def _is_prose(line: Line) -> bool:
    """Whether a line is running text; a cell of a table is, where it holds sentences."""
    return bool(line.text.strip()) and (line.source.place.table is None or len(line.text) > 120)


def _sets_targets(line: Line) -> bool:
    return line.has("figure.target") and not line.has("figure.done", "figure.superior")


def _among_objectives(case: Case, line: Line) -> bool:
    titles = " ".join(heading.title.lower() for heading in case.path(line.paragraph)[-2:])
    return bool(_NAMES_OBJECTIVES.search(titles) or _OBJECTIVES.match(line.folded))


def _is_present(told: Moment) -> bool:
    """Whether a figure among the goals tells how it is: "quỹ các cấp Hội hiện chỉ còn dư 1,62 tỷ đồng"."""
    return told.when is When.NOW and told.year is None and told.words in _PRESENT


def _opens_vow(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is of what there is, on which hopes rest: "Với 184 chi hội, 35.820 hội viên, Hội tin tưởng"."""
    opens = _WITH.match(sentence.folded, sentence.start, sentence.end)
    return bool(opens and _HOPES.search(sentence.folded, figure.end, sentence.end))


def _later(told: Moment, year: int | None) -> bool:
    return bool(told.year and year and told.year > year)


def _past(told: Moment, last: int | None) -> bool:
    return bool(told.year and last and told.year <= last)


def _is_total(sentence: Sentence, figure: Figure, told: Moment) -> bool:
    """Whether a total is said after single years: "… năm 2020 được 1,98 tỷ đồng, cộng 5 năm là 9,64 tỷ"."""
    return bool(sentence.within(max(told.place, sentence.start), figure.start, "figure.whole", "figure.term"))


def _since_founding(sentence: Sentence, figure: Figure, last: int | None) -> bool:
    """Whether a sum has been added up for longer than the term: "từ ngày thành lập đến nay", "từ năm 2003 đến nay"."""
    since = sentence.last(sentence.start, figure.opening, "figure.founding")
    year = _SINCE.search(sentence.folded, sentence.start, figure.opening)
    start = since.end if since else -1
    if year is not None and last is not None and int(year[1]) < last - _LONGEST_TERM:
        start = max(start, year.end())
    return start >= 0 and not sentence.within(start, figure.opening, "figure.term")


def _done(sentence: Sentence, figure: Figure) -> bool:
    return bool(sentence.within(sentence.start, figure.start, "figure.done"))
