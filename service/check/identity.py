"""Which known document a citation means, and which of its particulars are told wrongly.

Party numbering begins anew with every congress term, so type and number are no identity: everything
that is told is weighed. One particular that doesn't fit is a slip; several, with nothing that does,
are another document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from service.check.particulars import CENTRAL, particulars
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.citations import Cited
    from service.check.particulars import Particulars
    from service.model.authority import AuthorityRule

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


class _Title(NamedTuple):
    fits: bool
    """The words are those of this document alone."""
    alien: bool
    """The words are those of no telling of this document's title."""
    years_wrong: bool
    behind: Particulars | None
    """What stands behind the title's words."""


class _Weighed(NamedTuple):
    """What is told of a document, held against one rule."""

    cited: Cited
    rule: AuthorityRule
    title: _Title
    wrong: set[str]
    right: set[str]


def meant(folded: str, cited: Cited, rules: Sequence[AuthorityRule]) -> Meant | None:
    """The document that a citation means, or None where the pack doesn't know it."""
    found = [one for rule in rules if (one := _reading(folded, cited, rule))]
    return max(found, key=_likeliness, default=None)


def _likeliness(one: Meant) -> tuple[int, int]:
    return ("number" not in one.wrong) * 2 + len(one.right) - len(one.wrong), one.rule.listed


def _reading(folded: str, cited: Cited, rule: AuthorityRule) -> Meant | None:
    if cited.kind not in (rule.kind, "") and cited.symbol_kind != rule.kind:
        return None
    title = _title(folded, cited, rule)
    wrong, right = _weighed(cited, rule, title)
    number = _number(cited, rule)
    judges = {"right": _with_number, "none": _without_number, "wrong": _with_another_number}
    if number not in judges or not judges[number](_Weighed(cited, rule, title, wrong, right)):
        return None
    if number == "wrong":
        wrong.add("number")
    end = max(cited.end, title.behind.end) if title.behind else cited.end
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


def _number(cited: Cited, rule: AuthorityRule) -> str:
    """How number and symbol fit: right, wrong, none told, or another office's document."""
    central = "tw" in _offices(rule)
    if cited.number is None:
        return "none"
    if not cited.organ:
        if central and set(cited.issuers) - CENTRAL:
            return "other"
        # "Nghị quyết 8 của Ban Chấp hành Trung ương khóa XI" counts the plenum, not the document.
        if cited.number == rule.plenum and cited.number <= 15 and cited.congress == rule.congress:
            return "none"
        return "right" if cited.number == rule.number else "wrong"
    if cited.organ in _offices(rule):
        same = cited.number == rule.number and cited.symbol_kind in ("", rule.kind) and cited.kind == rule.kind
        return "right" if same else "wrong"
    return "wrong" if cited.number == rule.number and central and cited.organ in ("tu", "cp", "tư") else "other"


@cache
def _offices_of(organs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(organ) for organ in organs)


def _offices(rule: AuthorityRule) -> frozenset[str]:
    return _offices_of(rule.organs)


def _weighed(cited: Cited, rule: AuthorityRule, title: _Title) -> tuple[set[str], set[str]]:
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


def _title(folded: str, cited: Cited, rule: AuthorityRule) -> _Title:
    if cited.title is None:
        return _Title(fits=False, alien=False, years_wrong=False, behind=None)
    start, end = cited.title
    words = folded[start:end]
    found = max((match for phrase in rule.title if (match := _phrase(phrase).search(words))), key=_reach, default=None)
    if found is not None:
        years, at = _years(folded, start + found.end())
        wrong = bool(rule.title_years) and not set(years) <= set(rule.title_years)
        return _Title(fits=True, alien=False, years_wrong=wrong, behind=_attached(folded, at))
    kin = any(_phrase(word).search(words) for word in rule.related)
    alien = cited.about and bool(rule.related) and not kin and len(words.split()) > 2
    return _Title(fits=False, alien=alien, years_wrong=False, behind=None)


def _reach(match: re.Match[str]) -> tuple[int, int]:
    return match.end(), -match.start()


_TITLE_YEAR = re.compile(r"[\s,]*(?:đến|tầm\s+nhìn(?:\s+đến)?)(?:\s+năm)?\s+(\d{4})(?!\d)")


def _years(folded: str, at: int) -> tuple[list[int], int]:
    years: list[int] = []
    while match := _TITLE_YEAR.match(folded, at):
        years.append(int(match[1]))
        at = match.end()
    return years, at


_ATTACHED = re.compile(r'[\s"]*\(?(?:của|do)\s')
_SURPLUS = re.compile(r"\s*(?:và\s+đào\s+tạo|giáo\s+dục(?:\s+và\s+đào\s+tạo|\s+đào\s+tạo)?|gd\s*(?:&|-|và)?\s*đt)")


def _attached(folded: str, at: int) -> Particulars | None:
    """The issuer told right behind the title: "… giáo dục và đào tạo của Ban Chấp hành Trung ương khóa XI"."""
    while surplus := _SURPLUS.match(folded, at):
        at = surplus.end()
    if not _ATTACHED.match(folded, at):
        return None
    while folded[at : at + 1] == '"':
        at += 1
    behind = particulars(folded, at)
    return behind if behind.issuers else None


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    """A pattern for a phrase in folded text; commas, quotes and spaces between its words don't matter."""
    words = re.findall(r"[^\s,\"]+", fold(phrase))
    return re.compile(r"(?<!\w)" + r"[\s,\"]+".join(re.escape(word) for word in words) + r"(?!\w)")
