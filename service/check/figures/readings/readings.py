"""What each figure of the running text says: of which indicator, of which kind, and how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from service.check.figures.numbers.numbers import Measure
from service.check.figures.numbers.sentences import sentences
from service.check.figures.readings.binding import Binder
from service.check.figures.readings.bound import FAIR, Bound
from service.check.figures.readings.circumstance import KINDS, OTHERS, RESULT, TARGET, settings
from service.check.figures.readings.learning_titles import THING
from service.check.figures.readings.pairs import set_beside_reached
from service.check.figures.readings.sums import TO_RAISE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Case, Context
    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.check.figures.readings.circumstance import Setting


_ENDS = re.compile(
    r" ?(?:người|suất|hội viên|chi hội|ban|hộ|trung tâm)? ?"
    r"(?:$|[),.;]|(?:của|theo|dân số|trở lên|mà|như|và|là|hộ|số)(?!\w))"
)
"""What may follow a target that is told without its noun."""
_ADDS_UP = re.compile(
    r"\s*(?:như vậy,? |tính chung,? |tổng |tổng cộng |cộng |"
    r"(?:kết quả|thực hiện|thực tế|đến nay)[^,;]{0,30}(?:được|đạt|là|có) $)"
)


_REACH = 100
"""How many figures back a figure's subject may stand."""
_IN_ALL = re.compile(r"[,)] ?(?:tổng cộng|cộng|tổng)(?: lại)?(?: là| được)? $")


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure with its meaning."""

    figure: Figure
    paragraph: int
    bound: Bound
    kind: str
    """result, target or goal; empty where it is none of them (a former state, one year's part)."""
    year: int | None
    """The year that it speaks of, as far as the words tell."""
    as_of: str | None
    sentence: Sentence

    @property
    def rule(self) -> str:
        """The indicator's id; empty where the figure belongs to none or to a part only."""
        if self.bound.remark == TO_RAISE and self.kind == "result":
            return ""
        return self.bound.rule if self.kind in KINDS and self.bound.strength else ""

    @property
    def value(self) -> float:
        """Its value as that indicator counts."""
        return self.figure.value if self.figure.measure is not Measure.COUNT else self.bound.value(self.figure)


def read_figures(case: Case, context: Context) -> tuple[Reading, ...]:
    """Every figure of the running text, in order."""
    binder = Binder(case, context)
    found: list[Reading] = []
    for line, first in settings(case, context):
        paragraph: list[Reading] = []
        setting = first
        for sentence in sentences(line):
            paragraph += _sentence(binder, sentence, setting, paragraph[-_REACH:])
            setting = setting.after(sentence)
        found += set_beside_reached(paragraph)
    return tuple(found)


def _sentence(binder: Binder, sentence: Sentence, setting: Setting, earlier: list[Reading]) -> Iterator[Reading]:
    read: list[Reading] = []
    bounds: list[Bound] = []
    last_set = ""
    for one in earlier:
        last_set = _set_by(one, last_set)
    for n, figure in enumerate(sentence.figures):
        bound = binder.bind(sentence, n, bounds)
        circumstance = setting.of(sentence, n, bound, read[-1].kind if read else "")
        if not bound.strength and _may_follow(sentence, figure, bound, circumstance.kind):
            last = _followed(binder, figure, circumstance.kind, [*earlier, *read], bound.thing)
            bound = last or bound
            circumstance = setting.of(sentence, n, bound, read[-1].kind if read else "")
        if not bound.rule and not bound.remark and circumstance.kind == RESULT:
            bound = binder.reached(sentence, n, last_set) or bound
        if not bound.rule and not bound.remark:
            bound = binder.led(sentence, n, bounds) or bound
        if circumstance.weakened and bound.strength:
            bound = replace(bound, strength=max(0, bound.strength + circumstance.weakened))
        reading = Reading(
            figure, sentence.line.paragraph, bound, circumstance.kind, circumstance.year, circumstance.as_of, sentence
        )
        read.append(reading)
        bounds.append(bound)
        last_set = _set_by(reading, last_set)
        yield reading


def _set_by(reading: Reading, before: str) -> str:
    """The indicator that was set last, once a figure is read; told results end that."""
    if not reading.bound.rule:
        return before
    return reading.bound.rule if reading.kind in (TARGET, OTHERS) else ""


def _may_follow(sentence: Sentence, figure: Figure, bound: Bound, kind: str) -> bool:
    """Whether a figure without a subject of its own may have that of the figure before it."""
    if figure.ranged or figure.label or bound.remark in ("completion", "change", "registered", "above"):
        return False
    if figure.measure is not Measure.MONEY:
        counted = bound.noun is not None and bound.thing.startswith(THING)
        end = bound.noun.end if bound.noun is not None and counted else figure.end
        return kind == TARGET and bool(_ENDS.match(sentence.folded, end))
    total = not bound.rule and bound.thing == "money" and _adds_up(sentence, figure)
    return kind == TARGET or total


def _followed(binder: Binder, figure: Figure, kind: str, read: list[Reading], thing: str) -> Bound | None:
    """The indicator of the figure before, for a target told beside it or a total told after single years.

    Where `thing` names what can have a title, only that of the same things: "12/16 tổ …; Nghị quyết đề ra 11 tổ".
    """
    if read and read[-1].bound.thing == "share" and not read[-1].bound.rule:
        return None
    fitting = [
        one
        for one in read
        if one.bound.rule and binder.fitting(one.bound.rule, figure) and one.bound.remark != "change"
    ]
    last = next((one for one in reversed(fitting) if one.bound.strength), fitting[-1] if fitting else None)
    if last is not None and thing.startswith(THING) and last.bound.thing != thing:
        return None
    if last is None or (kind == TARGET and not _plausible_target(last, figure)):
        return None
    return Bound(binder.fitting(last.bound.rule, figure), FAIR, last.bound.thing)


def _adds_up(sentence: Sentence, figure: Figure) -> bool:
    """Whether a sum is announced as the total of the sums before it, or as what a target came to."""
    before = sentence.text(sentence.part(figure.start)[0], figure.opening)
    return bool(_ADDS_UP.match(before) or _IN_ALL.search(before))


def _plausible_target(last: Reading, figure: Figure) -> bool:
    """A target is of the size of what was reached; else it's what it was exceeded by. A slip of units is a thousand."""
    if (last.figure.measure is Measure.PERCENT) is not (figure.measure is Measure.PERCENT):
        return True
    low, high = sorted((last.value, figure.value))
    return low > 0 and (high / low <= 2.5 or high / low >= 100)
