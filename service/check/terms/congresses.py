"""The numbers of the unit's congresses, and where they contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.terms.terms import TERM, names_other
from service.check.wording import finding
from service.model.examination import Certainty, Finding
from service.outline.labels import roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.case import Case, Context, Line

_ORDINAL = re.compile(
    r"đại hội((?: (?:đại biểu|hội|khuyến học|của|cấp|cơ sở|quận|huyện|phường|xã|thị trấn|thành phố))*"
    r"(?: [^\W\d_]+){0,4}?) lần thứ"
    r" ([ivx]+|[0-9]{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_])"
)
_WORDS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_LEVEL_NOUNS = {"city": ("thành phố",), "district": ("quận", "huyện"), "commune": ("phường", "xã", "thị trấn")}
_CARRIED_OUT = re.compile(r"(?:thực hiện|kết quả|tổng kết|kiểm điểm|chỉ tiêu) (?:[^\W\d_]+ ){0,4}nghị quyết (?:của )?$")
_TO_COME = re.compile(
    r"thắng lợi nghị quyết (?:của )?$|(?:trình|chào mừng|tiến tới|chúc|chúc mừng) (?:tại )?$"
    r"|(?<!đã )báo cáo (?:[^\W\d_]+ ){0,3}(?:tại|trước|với|trình) $"
)
_JOINT = (
    r"[ ,(]*+(?:(?:của|hội|khuyến học|đại biểu|quận|huyện|phường|xã|thị trấn|thành phố|này|khóa [ivx]+) ?)*+[ ,(-]*+"
)
_TERM_AFTER = re.compile(_JOINT + TERM.pattern)
_YEARS_AFTER = re.compile(r" ?\(((?:19|20)[0-9]{2}) ?- ?((?:19|20)[0-9]{2})\)")
_HELD = re.compile(
    _JOINT
    + r"(?:(?:được|đã|tổ chức|họp|tiến hành|diễn ra|vào|ngày|tháng|trong|[0-9]{1,2}(?:[/.-][0-9]{1,2})?[/.-]?) ?){0,8}"
    r"(?:năm )?((?:19|20)[0-9]{2})(?![0-9])(?! ?-)"
)
"""The day on which a congress was held: the one of its year is meant, or one of history."""
_OURS = re.compile(r" (?:của (?:chúng ta|chúng tôi)|hôm nay|lần này|này)(?!\w)(?! (?:đã|năm|bầu|đề ra|trước))")
"""Behind the number of the congress at which the report is read."""
_LOOK_AHEAD = 60
_BEGINS_ANEW = re.compile(r"hợp nhất|sáp nhập|nhập thành|mới (?:được )?thành lập")


@dataclass(frozen=True, slots=True)
class _Congress:
    number: int
    line: Line
    start: int
    end: int
    role: str | None
    """"closing" for the congress that opened the closing term, "opening" for the one now held."""


def congress_findings(case: Case, context: Context) -> Iterator[Finding]:
    """Two numbers for the congress of one term, or a new congress that doesn't follow the last one."""
    named = [
        each
        for line in case.lines
        for each in _congresses(line, context)
        if context.zone(line.paragraph) is not Zone.CLOSING or each.role == "opening"
    ]
    if any(each.number == 1 for each in named) and any(_BEGINS_ANEW.search(line.folded) for line in case.lines):
        return  # a unit that was merged counts anew, and tells the old numbers beside
    votes = {role: Counter(each.number for each in named if each.role == role) for role in ("closing", "opening")}
    for role, numbers in votes.items():
        if len(numbers) > 1:
            rare, usual = _rare_and_usual(numbers, votes["closing"] if role == "opening" else Counter())
            yield _finding(case, _place(named, role, rare), usual)
            return
    if votes["closing"] and votes["opening"]:
        old, new = next(iter(votes["closing"])), next(iter(votes["opening"]))
        if new != old + 1:
            yield _finding(case, _place(named, "opening", new), old + 1)


def _rare_and_usual(numbers: Counter[int], last: Counter[int]) -> tuple[int, int]:
    """The number told least and the one told most; of equals the one that follows the last congress, or comes first."""
    follows = {number + 1 for number in last}
    told = sorted(numbers, key=lambda number: (numbers[number], number in follows), reverse=True)
    return told[-1], told[0]


def _place(named: Sequence[_Congress], role: str, number: int) -> _Congress:
    return next(each for each in named if each.role == role and each.number == number)


def _finding(case: Case, place: _Congress, expected: int) -> Finding:
    return finding(
        case.rulebook, "term.mismatch", variant="ordinal", quote=place.line.text[place.start : place.end],
        paragraph=place.line.paragraph, found=place.number, expected=expected, certainty=Certainty.CHECK,
    )  # fmt: skip


def _congresses(line: Line, context: Context) -> Iterator[_Congress]:
    for found in _ORDINAL.finditer(line.folded):
        before = line.folded[max(0, found.start() - 25) : found.start()]
        after = re.split(r"[.;,:]", line.folded[found.end() : found.end() + 40])[0]
        others = any(names_other(text, context.level) for text in (found[1], before, after))
        if others or _other_level(found[1] + after, context.level):
            continue
        word = found[2]
        number = _WORDS.get(word) or (int(word) if word.isdigit() else roman(word))
        if number:
            yield _Congress(number, line, found.start(), found.end(), _role(line, found, context))


def _other_level(text: str, level: str | None) -> bool:
    named = {each for each, nouns in _LEVEL_NOUNS.items() if any(noun in text for noun in nouns)}
    return bool(named) and level is not None and level not in named


def _role(line: Line, found: re.Match[str], context: Context) -> str | None:
    after = line.folded[found.end() : found.end() + _LOOK_AHEAD]
    if (dated := _TERM_AFTER.match(after)) or (dated := _YEARS_AFTER.match(after)):
        named = f"{dated[1]}-{dated[2]}"
        return "closing" if named == context.closing else "opening" if named == context.opening else None
    if held := _HELD.match(after):
        return next((role for role, term in (("closing", context.closing), ("opening", context.opening))
                     if term and term[:4] == held[1]), None)  # fmt: skip
    if _OURS.match(after):
        return "opening"
    before = line.folded[max(0, found.start() - 40) : found.start()]
    if _TO_COME.search(before):
        return "opening"
    past = context.zone(line.paragraph) is Zone.PAST and re.search(r"nghị quyết (?:của )?$", before)
    return "closing" if _CARRIED_OUT.search(before) or past else None
