"""Which known document a citation means, and which of its particulars are told wrongly.

Party numbering begins anew with every congress term, so type and number are no identity: everything
that is told is weighed. One particular that doesn't fit is a slip; several, with nothing that does,
are another document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from service.check.authorities.particulars import CENTRAL, LOCAL
from service.check.authorities.titles import TitleTold, title_place, title_told
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.authorities.citations import Cited
    from service.model.authority import AuthorityRule

_LONGEST_QUOTE = 200
PROBLEMS = ("number", "date", "issuer", "congress", "title")
"""What can be told wrongly, in the order in which it is reported."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A citation of a known document."""

    rule: AuthorityRule
    cited: Cited
    wrong: tuple[str, ...]
    """The particulars told wrongly, of `PROBLEMS`, in that order."""
    right: frozenset[str]
    """The particulars besides the number that are told rightly."""
    end: int
    """Where the last particular ends, one behind the title included where it was needed."""


class _Weighed(NamedTuple):
    """What is told of a document, held against one rule."""

    cited: Cited
    rule: AuthorityRule
    title: TitleTold
    wrong: set[str]
    right: set[str]


def meant(folded: str, cited: Cited, rules: Sequence[AuthorityRule]) -> Meant | None:
    """The document that a citation means, or None where the pack doesn't know it."""
    found = [one for rule in rules if (one := _reading(folded, cited, rule))]
    best = max(found, key=_likeliness, default=None)
    if best is None or "title" in best.wrong or not _told_of_another(folded, best, rules):
        return best
    wrong = {*best.wrong, "title"}
    return replace(best, wrong=tuple(one for one in PROBLEMS if one in wrong), right=best.right - {"title"})


def _told_of_another(folded: str, one: Meant, rules: Sequence[AuthorityRule]) -> bool:
    """Whether the title told is, to its end, that of another document, which only begins like this one's."""
    own = title_place(folded, one.cited, one.rule)
    if own is None:
        return False
    others = (rule for rule in rules if rule.kind == one.rule.kind and rule.number != one.rule.number)
    places = (place for rule in others if (place := title_place(folded, one.cited, rule)))
    return any(start <= own[0] and own[1] < end for start, end in places)


def _likeliness(one: Meant) -> tuple[int, int]:
    return ("number" not in one.wrong) * 2 + len(one.right) - len(one.wrong), one.rule.listed


def _reading(folded: str, cited: Cited, rule: AuthorityRule) -> Meant | None:
    if cited.kind not in (rule.kind, "") and cited.symbol_kind != rule.kind:
        return None
    cited = _own_issuer(folded, cited, rule)
    title = title_told(folded, cited, rule)
    wrong, right = _weighed(cited, rule, title)
    number = _number(cited, rule)
    judges = {"right": _with_number, "none": _without_number, "wrong": _with_another_number, "type": _with_another_type}
    if number not in judges or not judges[number](_Weighed(cited, rule, title, wrong, right)):
        return None
    if number in ("wrong", "type"):
        wrong.add("number")
    end = max(cited.end, title.behind.end) if title.behind else cited.end
    if "title" in wrong and title.end - end <= _LONGEST_QUOTE:
        end = max(end, title.end)
    return Meant(rule, cited, tuple(one for one in PROBLEMS if one in wrong), frozenset(right), end)


def _with_number(told: _Weighed) -> bool:
    if told.title.alien:
        return "date" in told.right or {"issuer", "congress"} <= told.right
    if not told.rule.alone and not told.right:
        return False
    return len(told.wrong) < 2 or bool(told.right)


def _without_number(told: _Weighed) -> bool:
    plenum = told.cited.plenum
    if plenum is not None and plenum == told.rule.plenum:
        return not told.title.alien and ("congress" in told.right or told.title.fits)
    attributed = {"congress", "date"} & told.right or ("issuer" in told.right and told.cited.kind)
    return told.title.fits and bool(attributed) and not told.wrong - {"congress"}


def _with_another_number(told: _Weighed) -> bool:
    """Whether a citation with another number must mean this document all the same."""
    cited, title, right = told.cited, told.title, told.right
    if told.wrong or title.alien:
        return False
    if title.fits:
        return bool(right - {"title"}) or cited.organ in _offices(told.rule)
    full = cited.date is not None and None not in (cited.date.day, cited.date.month, cited.date.year)
    return cited.title is None and full and {"date", "issuer"} <= right


def _with_another_type(told: _Weighed) -> bool:
    """Whether "Chỉ thị số 49-KL/TW" means the conclusion that its symbol names."""
    return not told.wrong and not told.title.alien


_PLAN = re.compile(
    r"(?:kế\s+hoạch|chương\s+trình|quyết\s+định|nghị\s+quyết|chỉ\s+thị|văn\s+bản|công\s+văn|hướng\s+dẫn|đề\s+án|thông\s+báo|"
    r"thông\s+tri|việc|kết\s+quả|chỉ\s+đạo)[^;.]{0,60}?(?:thực\s+hiện|triển\s+khai|quán\s+triệt|cụ\s+thể\s+hóa)"
    r"(?:\s+(?:tốt|nghiêm\s+túc|có\s+hiệu\s+quả))?\s*\Z"
)
_PLAN_REACH = 110


def _own_issuer(folded: str, cited: Cited, rule: AuthorityRule) -> Cited:
    """Leave out an issuer that is not the document's own: "kế hoạch thực hiện Kết luận 49-KL/TW của Quận ủy"."""
    others = set(cited.issuers) - CENTRAL - set(rule.issuers)
    if not cited.organ or not others or others != set(cited.issuers):
        return cited
    if _PLAN.search(folded, max(0, cited.start - _PLAN_REACH), cited.start):
        return replace(cited, issuers=(), date=None)
    return replace(cited, issuers=()) if "tw" in _offices(rule) and others <= LOCAL else cited


def _number(cited: Cited, rule: AuthorityRule) -> str:
    """How number and symbol fit: right, wrong, none told, only the type wrong, or another office's document."""
    if cited.number is None:
        return "none"
    if not cited.organ:
        return _bare_number(cited, rule)
    if cited.organ in _offices(rule):
        if cited.number != rule.number or cited.symbol_kind not in ("", rule.kind):
            return "wrong"
        return "right" if cited.kind == rule.kind else "type"
    slip = "tw" in _offices(rule) and cited.organ in ("tu", "cp")
    return "wrong" if cited.number == rule.number and slip else "other"


def _bare_number(cited: Cited, rule: AuthorityRule) -> str:
    if "tw" in _offices(rule) and set(cited.issuers) - CENTRAL:
        return "other"
    # "Nghị quyết 8 của Ban Chấp hành Trung ương khóa XI" counts the plenum, not the document.
    if cited.number == rule.plenum and cited.congress == rule.congress:
        return "none"
    return "right" if cited.number == rule.number else "wrong"


@cache
def _offices_of(organs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(organ) for organ in organs)


def _offices(rule: AuthorityRule) -> frozenset[str]:
    return _offices_of(rule.organs)


def _weighed(cited: Cited, rule: AuthorityRule, title: TitleTold) -> tuple[set[str], set[str]]:
    """The particulars told wrongly and rightly; those not told are in neither."""
    verdicts = {
        "date": _date(cited, rule),
        "issuer": _issuer(cited.issuers, rule),
        "congress": _both(_same(cited.congress, rule.congress), _same(cited.plenum, rule.plenum)),
        "title": True if title.fits and not title.years_wrong else False if title.alien or title.years_wrong else None,
    }
    if title.behind is not None and title.fits:
        behind = title.behind
        verdicts["issuer"] = _both(verdicts["issuer"], _issuer(behind.issuers, rule))
        verdicts["congress"] = _both(verdicts["congress"], _same(behind.congress, rule.congress))
    wrong = {name for name, verdict in verdicts.items() if verdict is False}
    return wrong, {name for name, verdict in verdicts.items() if verdict}


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return one or other


def _same(told: int | None, true: int | None) -> bool | None:
    return None if told is None or true is None else told == true


def _date(cited: Cited, rule: AuthorityRule) -> bool | None:
    if rule.issued is None or (cited.date is None and cited.year is None):
        return None
    pairs = [(cited.year, rule.issued.year)]
    if cited.date is not None:
        date = cited.date
        pairs += [(date.day, rule.issued.day), (date.month, rule.issued.month), (date.year, rule.issued.year)]
    return all(told is None or told == true for told, true in pairs)


def _issuer(issuers: tuple[str, ...], rule: AuthorityRule) -> bool | None:
    if not issuers or not rule.issuers:
        return None
    if set(issuers) & set(rule.issuers):
        return True
    return None if set(issuers) <= set(rule.loose_issuers) else False
