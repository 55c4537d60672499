"""Which indicator a figure of running text belongs to, told by the words before and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from service.check.case import Zone
from service.check.numbers import Measure
from service.check.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context
    from service.check.circumstance import Setting
    from service.check.numbers import Figure
    from service.check.sentences import Sentence
    from service.language import Hit
    from service.model.indicator import IndicatorRule

NONE, WEAK, FAIR, STRONG = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Bound:
    """The indicator of a figure, and how surely it is the unit's whole."""

    rule: str = ""
    strength: int = NONE
    """NONE where the figure only speaks of a part or a change."""
    thing: str = ""
    """The list of words for what is counted, or the word itself."""
    count: float | None = None
    """The value where it isn't the figure's own: the base of "14/14 chi hội"."""
    noun: Hit | None = None
    """The words that name what is counted."""
    remark: str = ""
    """Why it is no statement of the whole: part, change, registered, completion, each…"""
    share_of: int | None = None
    """For a percentage: which figure of the sentence it is a share of."""

    def value(self, figure: Figure) -> float:
        """What a figure bound so is worth."""
        return figure.count if self.count is None else self.count


_GENERIC: Final = re.compile(r" ?(?:người|đồng chí|đ/c|em|cháu|hội viên|suất|lượt|đơn vị|tổ chức|cơ sở|trung tâm|dòng họ|gia đình|ban|chi hội)?(?=[\s,.;:)(\"]|$)")
_END: Final = re.compile(r" ?(?:$|[,.;:)(\-]|(?:bằng|chiếm|đạt|tăng|giảm|và|với|so|tương đương|vượt|trong|gồm|của|năm|hội viên)(?!\w))")
_FILLER: Final = re.compile(r" ?(?:[\"'] ?|(?:số|tổng số|các|cái|trở lên|danh hiệu|mô hình|cơ sở|tổ chức|loại|đạt|lượt|danh hiệu là|được công nhận là) )*")
_LINKED: Final = re.compile(
    r"(?:.{0,70}(?:^|[\s(])(?:là|có|đạt|gồm|được|lên|tới|từ|đến|còn|với|khoảng|gần|trên|đã có|hiện có|tổng số|chiếm|bằng|công nhận|thành|ở mức|tăng|thêm)"
    r"|.{0,45}[:=(\-]|(?: (?:toàn|của|cả|hiện nay|đến nay|nay|năm \d{4}|xã|phường|huyện|quận|thị trấn|hội|trong|nhiệm kì|cuối|qua|khuyến học))*)?\s*"
)
_HELD: Final = re.compile(r"(?:hiện có|hiện còn|đến nay có|đến nay còn|còn|hiện nay có|dư|tồn|hiện nay còn)(?: là)?(?: trên| gần| khoảng| hơn)? ?$")
_NARROWED: Final = re.compile(
    r" (?:là (?!\d|gần|trên|hơn|khoảng|ước)|dưới|trên \d|từ \d+ tuổi|nữ|trẻ|mới|nòng cốt|cao tuổi|đảng viên|cán bộ|giáo viên|xếp loại|tiêu biểu|chưa|"
    r"tham gia|được khen|xuất sắc|thôn|tổ dân phố|khu dân cư|cơ quan|trường|doanh nghiệp|khối|đăng kí|loại)"
)
"""What stands behind a noun that is no longer said of the whole."""
_KEPT: Final = re.compile(r"giữ vững|giữ danh hiệu|giữ được|(?:ba|3|hai|2|5|năm|nhiều) năm (?:liền|liên tục|trở lên)|liên tục|tiêu biểu|xuất sắc|được biểu dương|được khen|được tuyên dương|được tặng")
"""Of the recognised those who kept the title, or were praised: a part."""
_BREAK: Final = re.compile(r"[;]|\. ")
_SHARE: Final = re.compile(
    r"(?:^|[^\w])(?:bằng|chiếm|đạt|tương đương|tỉ lệ|tương ứng|tức|là|đạt tỉ lệ|chiếm tỉ lệ|bằng tỉ lệ|với tỉ lệ|tương đương với)(?: tỉ lệ)?(?: là| gần| trên| khoảng| hơn)? ?[(:]?$|[(=] ?$"
)


class Binder:
    """Binds figures to the indicators of one report's rulebook."""

    def __init__(self, case: Case, context: Context) -> None:
        self._rules: dict[str, IndicatorRule] = {rule.id: rule for rule in case.rulebook.indicators}
        self._counted = {name: rule for rule in self._rules.values() if rule.unit in ("count", "person") for name in rule.nouns}
        self._models = {name: rule for rule in self._rules.values() for name in rule.things}
        self._each = {name: rule for rule in self._rules.values() for name in rule.one_each}
        self._rates = {rule.rate_of: rule for rule in self._rules.values() if rule.rate_of}
        self._named_rates = {name: rule for rule in self._rates.values() for name in rule.nouns}
        self._money = {name: rule for rule in self._rules.values() if rule.unit == "VND" for name in rule.nouns}
        self._scope = Scope(case, context)
        self._context = context

    def bind(self, sentence: Sentence, n: int, earlier: Sequence[Bound], setting: Setting) -> Bound:
        """The indicator of the n-th figure of a sentence; `earlier` are those of the figures before it."""
        figure = sentence.figures[n]
        if figure.label == "name" or figure.measure is Measure.POINTS:
            return Bound(remark="label")
        if figure.measure is Measure.PERCENT:
            bound = self._percent(sentence, n, earlier, setting)
        elif figure.measure is Measure.MONEY:
            bound = self._sum(sentence, n, earlier)
        else:
            bound = self._count(sentence, n, earlier)
        if figure.ranged or (figure.label and not bound.noun):
            return replace(bound, strength=NONE, remark="range" if figure.ranged else "label")
        if not bound.rule or bound.strength == NONE:
            return bound
        return self._scope.narrowed(sentence, n, bound, earlier, setting)

    def fits(self, rule: str, figure: Figure) -> bool:
        """Whether a figure can be of an indicator, or be its rate."""
        return bool(self.fitting(rule, figure))

    def fitting(self, rule: str, figure: Figure) -> str:
        """The indicator itself or its rate, whichever a figure's measure asks for; empty where neither does."""
        unit = self._rules[rule].unit
        if figure.measure is Measure.PERCENT:
            rate = self._rules[rule] if unit == "percent" else self._rates.get(rule)
            return rate.id if rate else ""
        if figure.measure is Measure.MONEY:
            return rule if unit == "VND" else ""
        return rule if unit in ("count", "person") else ""

    # --- counts ---------------------------------------------------------------------------------------------------

    def _count(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        figure = sentence.figures[n]
        noun = _noun_behind(sentence, n)
        if noun is None:
            return self._one_each_bracketed(sentence, n) or self._by_subject(sentence, n, earlier)
        if noun.name in self._each and (each := self._one_each(sentence, n, noun)) is not None:
            return each
        if rule := self._counted.get(noun.name):
            return self._counted_noun(sentence, figure, noun, rule)
        if noun.name in self._models:
            return self._model(sentence, n, noun)
        return Bound(thing=noun.name, noun=noun)

    def _counted_noun(self, sentence: Sentence, figure: Figure, noun: Hit, rule: IndicatorRule) -> Bound:
        if noun.name.startswith("figure.model."):
            return self._recognised(sentence, figure, Bound(rule.id, FAIR, noun.name, noun=noun))
        if not self._scope.is_own_noun(sentence, noun, rule.id):
            return Bound(thing=noun.name, noun=noun, remark="other")
        bound = Bound(rule.id, FAIR, noun.name, noun=noun)
        if figure.base is not None:  # "11/12 trung tâm xếp loại khá" speaks of 12 centres in all
            return replace(bound, strength=WEAK, count=figure.base)
        return bound

    def _one_each_bracketed(self, sentence: Sentence, n: int) -> Bound | None:
        """"100% xã, thị trấn (18/18) có trung tâm học tập cộng đồng"."""
        figure = sentence.figures[n]
        noun = next((hit for hit in sentence.nouns if hit.name in self._each and sentence.text(hit.end, figure.start) == " ("), None)
        if noun is None or sentence.folded[figure.end : figure.end + 1] != ")":
            return None
        rule = self._each[noun.name]
        named = next((hit for hit in sentence.nouns if hit.start > figure.end and hit.name in rule.nouns), None)
        if named is None or not re.fullmatch(r"\) (?:đều )?(?:đã )?(?:có|thành lập|thành lập được)(?: 01| 1| một)? ", sentence.text(figure.end, named.start)):
            return None
        return Bound(rule.id, FAIR, noun.name, noun=named)

    def _one_each(self, sentence: Sentence, n: int, noun: Hit) -> Bound | None:
        """"6/6 phường có trung tâm học tập cộng đồng"."""
        figure = sentence.figures[n]
        rule = self._each[noun.name]
        end = sentence.figures[n + 1].opening if n + 1 < len(sentence.figures) else sentence.end
        named = next((hit for hit in sentence.nouns if hit.start >= noun.end and hit.end <= end and hit.name in rule.nouns), None)
        if named is None or not re.fullmatch(r"(?: (?:đều|đã|nay|trực thuộc|trong huyện|của huyện|toàn huyện|thành lập))* (?:đều )?(?:đã )?(?:thành lập được|thành lập|duy trì|có)(?: được)?(?: 01| 1| một)? ", sentence.text(noun.end, named.start)):
            return None
        return Bound(rule.id, FAIR, noun.name, noun=named)

    def _model(self, sentence: Sentence, n: int, noun: Hit) -> Bound:
        """A count of households, clans, hamlets or bodies: of those recognised, where the title is told."""
        figure = sentence.figures[n]
        rule = self._models[noun.name]
        title = self._title(sentence, n, noun.end, rule, noun.name)
        bound = Bound(rule.id, STRONG if figure.base is not None else FAIR, noun.name, noun=noun)
        if title is None:
            return replace(bound, rule="", strength=NONE)
        return self._recognised(sentence, figure, bound, title)

    def _title(self, sentence: Sentence, n: int, place: int, rule: IndicatorRule, thing: str) -> Hit | None:
        """The title that the things counted have: behind them in their part of the sentence, else before them."""
        figure = sentence.figures[n]
        start, end = sentence.part(figure.start)
        bracket = sentence.bracket(figure.start)
        if bracket is not None:
            end = min(end, sentence.folded.find(")", figure.start) % (len(sentence.folded) + 1))
        for hit in sentence.nouns:
            if hit.start < place or hit.end > end:
                continue
            between = sentence.text(place, hit.start)
            crossed = any(place < other.start < hit.start for other in sentence.figures)
            if hit.name in rule.nouns and not (crossed and _own_title(sentence, place, hit, self._models)):
                return hit if not re.search(r"(?:^| )(?:hiếu học|văn hóa)", between) else None
            if hit.name == "figure.model.any" and _closes_list(between):
                return hit
            if hit.name == "figure.other" and "hiếu học" in hit.phrase:
                return None
        return self._title_before(sentence, figure, rule, thing, start if bracket is None else sentence.start)

    def _title_before(self, sentence: Sentence, figure: Figure, rule: IndicatorRule, thing: str, start: int) -> Hit | None:
        titles = [hit for hit in sentence.nouns if sentence.start <= hit.start and hit.end <= figure.opening]
        for hit in reversed(titles):
            if hit.name in rule.nouns and (hit.start >= start or _REPEATED.search(sentence.text(hit.end, figure.opening))):
                return hit
            if hit.name == "figure.other" and "hiếu học" in hit.phrase:
                return None
            if hit.name.startswith("figure.model.") and hit.name != "figure.model.any" and hit.name not in rule.nouns:
                return None
        return None

    def _recognised(self, sentence: Sentence, figure: Figure, bound: Bound, title: Hit | None = None) -> Bound:
        """The count, unless it is of those who only registered."""
        start = max((other.end for other in sentence.figures if other.end <= figure.opening), default=sentence.start)
        noun_end = bound.noun.end if bound.noun else figure.end
        behind_end = title.start if title is not None and title.start > noun_end else min(sentence.end, noun_end + 25)
        stop = re.search(r"[,;.]", sentence.text(noun_end, behind_end))
        behind_end = noun_end + stop.start() if stop else behind_end
        if bound.thing.startswith("figure.thing.") and _KEPT.search(sentence.folded, noun_end, min(sentence.end, max(behind_end, noun_end + 40) if stop is None else behind_end)):
            return replace(bound, strength=NONE, remark="part")
        behind = sentence.within(noun_end, behind_end, "figure.registered")
        before = sentence.last(start, figure.opening, "figure.registered", "figure.recognised")
        if before is not None and "," in sentence.text(before.end, figure.opening):
            before = None
        if behind or (before is not None and before.name == "figure.registered" and figure.opening - before.end < 60):
            recognised = sentence.within(noun_end, behind_end, "figure.recognised")
            if not (recognised and behind and recognised[-1].start > behind[-1].start):
                return replace(bound, strength=NONE, remark="registered")
        return bound

    def _by_subject(self, sentence: Sentence, n: int, earlier: Sequence[Bound], noun: Hit | None = None) -> Bound:
        """A bare count after its noun: "Tổng số hội viên là 46.250 người"."""
        figure = sentence.figures[n]
        thing = _word_behind(sentence, figure)
        if noun is None and not (_GENERIC.match(sentence.folded, figure.end) and _bare_end(sentence, figure)):
            return Bound(thing=thing)
        subject = _subject(sentence, n)
        if subject is None and (continued := self._continued(sentence, n, earlier)) is not None:
            return continued
        if subject is not None and _NARROWED.match(sentence.folded, subject.end):
            return Bound(thing=thing, remark="part")
        if subject is None or subject.name not in self._counted or not self._scope.is_own_noun(sentence, subject, ""):
            return Bound(thing=noun.name if noun else thing, noun=noun)
        rule = self._counted[subject.name]
        if thing in ("người", "đồng chí") and rule.unit != "person" and subject.name != "figure.learner_visits":
            return Bound(thing=thing)
        strength = STRONG if re.search(r"(?:tổng số|tổng|số lượng|số)(?: lượng)? $", sentence.text(sentence.start, subject.start)) else FAIR
        bound = Bound(rule.id, strength, subject.name, noun=subject)
        if subject.name.startswith("figure.model."):
            return self._recognised(sentence, figure, replace(bound, strength=STRONG if figure.base else strength))
        if figure.base is not None:
            return replace(bound, strength=NONE, remark="part")
        return bound

    def _continued(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound | None:
        """A figure that goes on from the one before: "từ 1.820 người lên 2.464 người", "… năm 2019 là 72,4%"."""
        before = next((m for m in range(n - 1, -1, -1) if sentence.figures[m].label != "name"), None)
        if before is None or not earlier[before].rule or earlier[before].share_of is not None:
            return None
        same = sentence.figures[before].measure is sentence.figures[n].measure
        between = sentence.text(sentence.figures[before].end, sentence.figures[n].opening)
        if not same or not _CONTINUES.fullmatch(between) or earlier[before].remark in ("registered", "part"):
            return None
        return replace(earlier[before], strength=FAIR, remark="", count=None)

    # --- percentages ----------------------------------------------------------------------------------------------

    def _percent(self, sentence: Sentence, n: int, earlier: Sequence[Bound], setting: Setting) -> Bound:
        figure = sentence.figures[n]
        before = sentence.text(sentence.figures[n - 1].end if n else sentence.start, figure.opening)
        if re.search(r"(?:vượt|tăng|giảm|hơn|thấp hơn|cao hơn)(?: thêm| được)?(?: mức)? ?$", before):
            return Bound(remark="change")
        noun = _noun_behind(sentence, n)
        end = sentence.figures[n + 1].opening if n + 1 < len(sentence.figures) else sentence.end
        if _completes(sentence, figure, end):
            return Bound(thing="completion", remark="completion")
        attached = self._share_of(sentence, n, earlier, noun, before)
        if attached is not None:
            return attached
        if noun is not None:
            return self._rate_of_noun(sentence, n, noun)
        return self._rate_by_subject(sentence, n, earlier)

    def _share_of(self, sentence: Sentence, n: int, earlier: Sequence[Bound], noun: Hit | None, before: str) -> Bound | None:
        """The share that the count before it makes: "46.250 người, bằng 28,0% dân số"."""
        whole = next((m for m in range(n - 1, -1, -1) if sentence.figures[m].measure is Measure.COUNT and not sentence.figures[m].label), None)
        if whole is None or ";" in sentence.text(sentence.figures[whole].end, sentence.figures[n].start):
            return None
        since = sentence.text(sentence.figures[whole].end, sentence.figures[n].opening)
        between = before if whole == n - 1 else since
        if not _SHARE.search(before) or len(between) > 160 or sentence.within(sentence.figures[n].opening - len(before), sentence.figures[n].opening, "figure.target"):
            return None
        if whole < n - 1 and not all(other.measure is Measure.PERCENT for other in sentence.figures[whole + 1 : n]):
            return None
        if _new_subject(sentence, sentence.figures[whole].end, sentence.figures[n].opening, earlier[whole], self._counted):
            return None
        return replace(self._share(sentence, n, earlier[whole], noun), share_of=whole)

    def _share(self, sentence: Sentence, n: int, counted: Bound, noun: Hit | None) -> Bound:
        rule = self._rates.get(counted.rule)
        if rule is None:
            return Bound(thing="share", remark="part")
        if counted.strength == NONE:
            return Bound(rule.id, NONE, "share", remark=counted.remark)
        if noun is not None and noun.name not in rule.bases and noun.name not in ("figure.model.any", *self._rules[counted.rule].nouns):
            return Bound(thing="share", remark="other base")
        if self._narrower_base(sentence, sentence.figures[n], noun) or self._told_other_base(sentence, n, rule):
            return Bound(thing="share", remark="other base")
        sure = noun is not None or not rule.nouns  # only of members a share may be of something else
        strength = (STRONG if sure else FAIR) if counted.strength > WEAK else WEAK
        return Bound(rule.id, strength, "share", noun=noun)

    def _told_other_base(self, sentence: Sentence, n: int, rate: IndicatorRule) -> bool:
        """"chiếm 24,4% tổng số 39.480 hội viên": the base is told, and it is not the rate's."""
        if n + 1 >= len(sentence.figures):
            return False
        if not re.fullmatch(r" (?:của |trên |so với |trong )?(?:tổng số|tổng|số)? ?", sentence.text(sentence.figures[n].end, sentence.figures[n + 1].opening)):
            return False
        noun = _noun_behind(sentence, n + 1)
        return noun is None or noun.name not in rate.bases

    def _narrower_base(self, sentence: Sentence, figure: Figure, noun: Hit | None) -> bool:
        """"bằng 92,3% số hộ đăng ký", "62,0% số gia đình được công nhận"."""
        start = noun.end if noun is not None else figure.end
        words = sentence.text(start, min(sentence.end, start + 24))
        return bool(re.match(r" (?:đã )?(?:đăng kí|được công nhận|đạt|được bình xét|có con|tham gia|nghèo|trong độ tuổi|trưởng thành|từ)", words))

    def _rate_of_noun(self, sentence: Sentence, n: int, noun: Hit) -> Bound:
        """"80% gia đình … đạt danh hiệu học tập", "32% dân số"."""
        figure = sentence.figures[n]
        if noun.name in self._models:
            rule = self._models[noun.name]
            title = self._title(sentence, n, noun.end, rule, noun.name) or self._title_of_line(sentence, noun, rule)
            rate = self._rates.get(rule.id)
            if title is None or rate is None:
                return Bound(thing=noun.name, noun=noun)
            return replace(self._recognised(sentence, figure, Bound(rate.id, FAIR, noun.name, noun=noun), title))
        if noun.name.startswith("figure.model.") and noun.name in self._counted:
            rate = self._rates.get(self._counted[noun.name].id)
            return self._recognised(sentence, figure, Bound(rate.id if rate else "", FAIR if rate else NONE, noun.name, noun=noun))
        for rate in self._rates.values():
            if noun.name in rate.bases and self._speaks_of(sentence, n, noun, self._rules[rate.rate_of]):
                return Bound(rate.id, FAIR, noun.name, noun=noun)
        return Bound(thing=noun.name, noun=noun)

    def _title_of_line(self, sentence: Sentence, noun: Hit, rule: IndicatorRule) -> Hit | None:
        """"72% gia đình, 70% dòng họ, 80% đơn vị": the titles are named elsewhere in the paragraph."""
        if _listed(sentence) < 2 or not re.match(r" ?(?:[,;.)]|và |$|trở lên)", sentence.text(noun.end, sentence.end)):
            return None
        return next((hit for hit in sentence.line.hits if hit.name in rule.nouns), None)

    def _speaks_of(self, sentence: Sentence, n: int, base: Hit, rule: IndicatorRule) -> bool:
        """Whether a share of the population is that of members: they are named before, or right behind."""
        start, end = sentence.part(base.start)
        following = sentence.figures[n + 1].opening if n + 1 < len(sentence.figures) else end
        behind = [hit for hit in sentence.nouns if base.end <= hit.start < min(end, following) and hit.name in rule.nouns]
        if re.match(r" (?:trở lên )?(?:vào|tham gia|gia nhập) (?:tổ chức )?hội(?! thảo| thi| nghị| trại)", sentence.text(base.end, end)):
            return True
        if behind and re.fullmatch(r"(?: trở lên)? (?:là|tham gia(?: là| làm)?|trở thành|vào|làm|được kết nạp|gia nhập)[^,]{0,20}", sentence.text(base.end, behind[0].start)):
            return True
        named = [hit for hit in sentence.nouns if start <= hit.start < sentence.figures[n].start]
        names = (*rule.nouns, *self._rates[rule.id].nouns)
        last = next((hit for hit in reversed(named) if hit.name not in ("figure.population", "figure.other")), None)
        return last is not None and last.name in names

    def _rate_by_subject(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        """"Tỷ lệ gia đình học tập đạt 72,4%", "(gia đình 70%, dòng họ 60%)", or a target set beside a rate."""
        figure = sentence.figures[n]
        subject = _subject(sentence, n)
        if subject is None:
            return self._continued(sentence, n, earlier) or Bound()
        if _NARROWED.match(sentence.folded, subject.end):
            return Bound(remark="part")
        if subject.name in self._named_rates:
            return Bound(self._named_rates[subject.name].id, FAIR, subject.name, noun=subject)
        rule = self._counted.get(subject.name)
        if subject.name in self._models:
            rule = self._models[subject.name]
            near = re.fullmatch(r" ?(?:là |đạt |: ?)?(?:từ )?", sentence.text(subject.end, figure.opening))
            if not near or not _amid_models(sentence, subject):
                rule = None
        rate = self._rates.get(rule.id) if rule else None
        if rate is None:
            return Bound()
        strength = FAIR if not rate.nouns else WEAK
        return self._recognised(sentence, figure, Bound(rate.id, strength, subject.name, noun=subject))

    # --- money ----------------------------------------------------------------------------------------------------

    def _sum(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        figure = sentence.figures[n]
        start, _ = sentence.part(figure.start)
        cue = self._money_cue(sentence, start, figure.opening)
        following = sentence.figures[n + 1].opening if n + 1 < len(sentence.figures) else sentence.end
        if cue is None and _HELD.search(sentence.text(start, figure.opening)) and sentence.within(start, figure.opening, "figure.fund"):
            rule = self._money.get("figure.balance")
            return Bound(rule.id, FAIR, "money") if rule else Bound(thing="money")
        if cue is None:
            behind = re.match(r"(?: đã)?(?: được)? (?:vận động|huy động|quyên góp)", sentence.text(figure.end, following))
            rule = next((rule for name, rule in self._money.items() if name == "figure.raised"), None)
            return Bound(rule.id, WEAK, "money") if behind and rule else Bound(thing="money")
        rule = self._money.get(cue.name)
        if rule is None:
            return Bound(thing=cue.name, noun=cue)
        before = [other.end for other in sentence.figures[:n] if cue.end <= other.start and other.measure is Measure.MONEY]
        if before and not sentence.within(before[-1], figure.opening, "figure.term", "figure.whole"):
            return Bound(rule.id, NONE, "money", noun=cue, remark="part")
        return Bound(rule.id, FAIR, "money", noun=cue)

    def _money_cue(self, sentence: Sentence, start: int, place: int) -> Hit | None:
        """The last word before a sum that says what the money is; nothing between semicolons may lie between."""
        names = (*self._money, "figure.carried", "figure.spent")
        cues = [hit for hit in sentence.within(start, place, *names) if not _inside_noun(sentence, hit)]
        longest = [
            cue for cue in cues if not any(o is not cue and o.start <= cue.start and cue.end <= o.end and o.end - o.start > cue.end - cue.start for o in cues)
        ]
        return max(longest, key=lambda hit: (hit.end, hit.end - hit.start, hit.name == "figure.carried"), default=None)


_CONTINUES: Final = re.compile(
    r"(?: (?:người|ban|chi hội|hội viên|suất|hộ|dân số))?(?: \(?năm \d{4}\)?)?[,;]?"
    r"(?: (?:đến|năm|tháng|nay|cuối|hết|và|tính|hiện|đầu năm|[\d/]+|so với năm|\d{4}))*(?: (?:là|lên|có|đạt|còn|được|thành|tới|tăng lên|nâng lên|:))? ?"
)
_REPEATED: Final = re.compile(r"(?:công nhận|bình xét|đạt|trong đó)")


def _noun_behind(sentence: Sentence, n: int) -> Hit | None:
    """The phrase for what is counted that begins right behind a figure."""
    figure = sentence.figures[n]
    place = _FILLER.match(sentence.folded, figure.end)
    end = place.end() if place else figure.end
    return next((hit for hit in sentence.nouns if figure.end <= hit.start <= end), None)


def _word_behind(sentence: Sentence, figure: Figure) -> str:
    found = re.compile(r" ([^\W\d_]+(?: chí)?)").match(sentence.folded, figure.end)
    return found[1] if found else ""


def _bare_end(sentence: Sentence, figure: Figure) -> bool:
    found = _GENERIC.match(sentence.folded, figure.end)
    return bool(found and _END.match(sentence.folded, found.end()))


def _subject(sentence: Sentence, n: int) -> Hit | None:
    """The phrase before a figure that it is said of."""
    figure = sentence.figures[n]
    start = max((other.end for other in sentence.figures[:n] if not other.label), default=sentence.start)
    part, _ = sentence.part(figure.start)
    start = max(start, part)
    for hit in reversed(sentence.nouns):
        if hit.end > figure.opening or hit.start < start or hit.name == "figure.model.any":
            continue
        between = sentence.text(hit.end, figure.opening)
        if hit.name in ("figure.population", "figure.thing.place"):
            continue
        return hit if _LINKED.fullmatch(between) and not _BREAK.search(between) else None
    return None


def _own_title(sentence: Sentence, place: int, title: Hit, models: dict[str, IndicatorRule]) -> bool:
    """Whether a figure between the thing and the title is what the title belongs to."""
    return any(place < other.start < title.start and (noun := _noun_behind(sentence, m)) is not None and noun.end >= title.end or
               (place < other.start < title.start and noun is not None and noun.name in models and title.name in models[noun.name].nouns)
               for m, other in enumerate(sentence.figures))


def _closes_list(between: str) -> bool:
    return bool(re.search(r"(?:đạt|công nhận|danh hiệu|tiêu chuẩn|xây dựng|chuẩn) ?(?:danh hiệu |là |các |các danh hiệu )?[\"']?$|^ ?[\"']?$|(?:đơn vị|cộng đồng|gia đình|dòng họ) [\"']?$", between))


def _amid_models(sentence: Sentence, subject: Hit) -> bool:
    """Whether "gia đình 70%" stands in a sentence on the learning titles."""
    return any(hit.name.startswith("figure.model.") for hit in sentence.nouns) or _listed(sentence) >= 2


def _listed(sentence: Sentence) -> int:
    return len({hit.name for hit in sentence.nouns if hit.name.startswith("figure.thing.")})


def _completes(sentence: Sentence, figure: Figure, end: int) -> bool:
    hits = sentence.within(figure.end, min(end, figure.end + 40), "figure.completion")
    return any(re.fullmatch(r" (?:so với |của |theo |các |mức )?", sentence.text(figure.end, hit.start)) for hit in hits)


def _new_subject(sentence: Sentence, start: int, end: int, counted: Bound, names: dict[str, IndicatorRule]) -> bool:
    """Whether another thing is named between a count and a percentage, which then belongs to that."""
    first = counted.noun.end if counted.noun is not None else start
    for hit in sentence.nouns:
        if max(first, start) <= hit.start and hit.end <= end and hit.name != counted.thing:
            rule = names.get(hit.name)
            if rule is not None and rule.id != counted.rule:
                return True
    return bool(re.search(r"(?:^|[^\w])tỉ lệ (?!là|đạt|chiếm)[^\W\d_]{2,} [^\W\d_]", sentence.text(start, end)))


def _inside_noun(sentence: Sentence, hit: Hit) -> bool:
    return any(noun.start <= hit.start and hit.end <= noun.end and noun.end - noun.start > hit.end - hit.start for noun in sentence.nouns)
