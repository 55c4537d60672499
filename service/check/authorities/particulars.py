"""What is told of a document behind its number: date, issuer, plenum, congress term, title.

All patterns are for folded text and match at a place (`Pattern.match`), so a particular belongs to
a citation only where it stands directly behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
_ROMANS = {
    **{letters: n for n, letters in enumerate(_ROMAN, 1)},
    **{f"x{letters}": n for n, letters in enumerate(_ROMAN, 11)},
}
_WORDS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai", "mười ba"]
_ORDINALS = {word: n for n, word in enumerate(_WORDS, 1)} | {"một": 1, "bốn": 4, "bẩy": 7} | _ROMANS
_ORDINAL = r"(?:\d{1,2}|" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + r")(?!\w)"
CENTRE = r"(?:trung\s+ương|t\.?w|t\.?ư)(?!\w)"
"""The party's centre, in every usual short form."""
_BOARD = r"(?:ban\s+thường\s+vụ|btv|ban\s+chấp\s+hành|bch)"

ISSUERS = {
    "bch-tw": rf"(?:ban\s+chấp\s+hành|bch)[\s.\-]*(?:đảng\s+)?{CENTRE}(?!\s+(?:hội\s+(?!nghị)|đoàn))(?:\s+đảng)?",
    "bbt": rf"(?:ban\s+bí\s+thư|bbt)(?!\w)(?:\s+{CENTRE})?(?:\s+đảng)?",
    "bct": r"(?:bộ\s+chính\s+trị|bct)(?!\w)",
    "btv-thanh-uy": rf"{_BOARD}\s+(?:thành\s+ủy|đảng\s+bộ\s+thành\s+phố)"
    r"(?:\s+(?:(?:thành\s+phố|tp\.?)\s+)?hải\s+phòng)?",
    "thanh-uy": r"thành\s+ủy(?:\s+(?:(?:thành\s+phố|tp\.?)\s+)?hải\s+phòng)?",
    "cap-uy": rf"(?:{_BOARD}\s+)?(?:(?:quận|huyện|thị|tỉnh|đảng)\s+ủy|đảng\s+bộ|chi\s+bộ)",
    "thu-tuong": r"thủ\s+tướng(?:\s+chính\s+phủ)?|ttg|ttcp",
    "chinh-phu": r"chính\s+phủ",
    "quoc-hoi": r"(?:(?:ủy\s+ban\s+thường\s+vụ|ubtv)\s+)?(?:quốc\s+hội|qh)",
    "hdnd": r"(?:hội\s+đồng\s+nhân\s+dân|hđnd)",
    "ubnd": r"(?:ủy\s+ban\s+nhân\s+dân|ubnd)",
    "hoi": rf"(?:{_BOARD}\s+)?(?:{CENTRE}\s+)?(?:hội|đoàn|mặt\s+trận)(?!\s+nghị)(?!\w)"
    r"(?:\s+khuyến\s+học(?:\s+việt\s+nam)?)?",
    "bo": r"bộ\s+(?:giáo\s+dục(?:\s+và\s+đào\s+tạo)?|gd|nội\s+vụ|tài\s+chính|văn\s+hóa|lao\s+động)",
    "ban-dang": rf"ban\s+(?:tuyên\s+giáo|tổ\s+chức|dân\s+vận)(?:\s+{CENTRE})?",
    "trung-uong": rf"{CENTRE}(?:\s+đảng)?",
    "dang": r"đảng(?:\s+cộng\s+sản\s+việt\s+nam|\s+ta)?(?!\s+(?:ủy|bộ|viên))",
}
"""Who issues documents: name used in the rule pack, and how it is written. The first that fits counts."""
_ISSUER = re.compile("|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in ISSUERS.items()))
_ISSUER_WORD = r"(?:(?:của|do)\s+)"
CENTRAL = frozenset({"bch-tw", "bbt", "bct", "trung-uong", "dang"})
"""Issuers that speak for the party's centre."""
LOCAL = frozenset({"btv-thanh-uy", "thanh-uy", "cap-uy", "hdnd", "ubnd", "hoi", "ban-dang"})
"""Issuers that carry out what the centre issues."""

_OF = re.compile(_ISSUER_WORD)
_OWN_DEED = re.compile(r"(?:\s+\w+){0,2}\s+(?:thực\s+hiện|triển\s+khai|ban\s+hành|về)\s")
_MORE = re.compile(r"\s*(?:,|và|,\s*và)\s+")
_GAP = re.compile(r"\s*,?\s*\(?\s*")
_CLOSE = re.compile(r"\s*\)")
_LED = r"(?:(?:được\s+)?(?:ban\s+hành|kí)\s+)?ngày\s*:?\s*"
_DATE = re.compile(
    rf"(?:{_LED})?(?P<day>\d{{1,2}})\s*(?:[/.\-]|tháng)\s*(?P<month>\d{{1,2}})\s*(?:[/.\-]|,?\s*năm)\s*"
    r"(?P<year>\d{4}|\d{2})(?!\d)"
)
_DAY = re.compile(rf"{_LED}(?P<day>\d{{1,2}})\s*(?:[/\-]|tháng)\s*(?P<month>\d{{1,2}})(?!\s*[/.\-]?\s*\d)(?P<year>)")
_MONTH = re.compile(r"(?P<day>)tháng\s*(?P<month>\d{1,2})\s*(?:[/.\-]|,?\s*năm)\s*(?P<year>\d{4})(?!\d)")
_YEAR = re.compile(r"(?P<day>)(?P<month>)năm\s*(?P<year>\d{4})(?!\d)")
_ONLY_IF = re.compile(r"\s*\)|\s+(?:của|do)\s")
_PLENUM = re.compile(
    rf"(?:(?:của|tại)\s+)?(?:hội\s+nghị|hn)\s*(?:(?:lần\s+)?thứ\s+(?P<first>{_ORDINAL})|{CENTRE}\s*(?:đảng\s+)?"
    rf"(?:(?:lần\s+)?thứ\s+)?(?P<second>{_ORDINAL}))"
)
_CONGRESS = re.compile(rf"(?:(?:đảng\s+)?khóa\s*(?:thứ\s+)?(?P<any>{_ORDINAL})|k\.?\s?(?P<roman>[ivx]{{1,5}}))(?!\w)")
_ABOUT = re.compile(
    r"[\s,:\-]*+(?P<quote>\"\s*+)?(?P<about>\(?\s*+(?:về|v/v)\s+(?:việc\s+)?(?P<inner>\"\s*)?)"
    r"(?!(?:tận|đến|tới|cơ\s+sở|các|từng|với|thôn|xã|phường|địa\s+bàn)(?!\w))"
)
_QUOTED = re.compile(r"[\s,:]*(?P<quote>\")(?P<about>)\s*")
_DOING = re.compile(
    r"[\s,:]*+(?P<quote>\"\s*+)?(?P<about>)(?=(?:tiếp\s+tục\s+)?(?:để\s+)?(?:thực\s+hiện|triển\s+khai|ban\s+hành|phê\s+duyệt)\s)"
)
_SENTENCE = re.compile(r";|\.(?=\s|$)|\)|\"")
_NEXT = re.compile(
    r"(?:,|và|cùng(?:\s+với)?)\s+(?:các\s+)?(?:nghị\s+quyết|nq|kết\s+luận|kl|chỉ\s+thị|ct|quyết\s+định|qđ|kế\s+hoạch|"
    r"chương\s+trình(?:\s+hành\s+động)?|thông\s+tư|nghị\s+định)\s+(?:số\s*)?:?\s*\d"
)
_TITLE_LENGTH = 320


@dataclass(frozen=True, slots=True)
class Told:
    """A date as told; what isn't told is None."""

    day: int | None
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Particulars:
    """What stands directly behind a document's number."""

    end: int
    """Where the last particular ends; the title doesn't count unless it stands in quotes before another one."""
    date: Told | None = None
    issuers: tuple[str, ...] = ()
    """Names of `ISSUERS`; several where a list of documents is followed by a list of issuers."""
    congress: int | None = None
    plenum: int | None = None
    title: tuple[int, int] | None = None
    """Place of the title's words."""
    about: bool = False
    """The title is told as one: "về …" or in quotes."""


def ordinal(word: str) -> int | None:
    """The number of "8", "viii" or "tám"; None for other words."""
    return int(word) if word.isdigit() else _ORDINALS.get(word)


def particulars(folded: str, at: int, *, acts: bool = False) -> Particulars:
    """Read everything that is told of a document from `at` on.

    Args:
        folded: the folded text.
        at: where the document's type and number end.
        acts: whether its title may be an act ("thực hiện …", "phê duyệt …") as with plans and decisions.
    """
    found = _behind(folded, Particulars(at))
    titled = _title(folded, found, acts=acts)
    if titled.title and folded[titled.title[1] : titled.title[1] + 1] == '"':
        behind = _behind(folded, replace(titled, end=titled.title[1] + 1))
        return behind if behind.end > titled.title[1] + 1 else titled
    return titled


def _behind(folded: str, found: Particulars) -> Particulars:
    for _ in range(8):
        step = _next(folded, found)
        if step is None:
            break
        found = step
    return found


def _next(folded: str, found: Particulars) -> Particulars | None:
    gap = _GAP.match(folded, found.end)
    if gap is None:
        return None
    at, opened, comma = gap.end(), "(" in gap[0], "," in gap[0]
    step = _date(folded, at, found, opened=opened) or _plenum(folded, at, found)
    step = step or _congress(folded, at, found)
    step = step or _issuer(folded, at, found, free=opened or not comma or found.plenum is not None)
    if step is None:
        return None
    closing = _CLOSE.match(folded, step.end)
    return replace(step, end=closing.end()) if closing and _unclosed(folded, step.end) else step


def _unclosed(folded: str, end: int) -> bool:
    return folded.rfind("(", 0, end) > folded.rfind(")", 0, end)


def _date(folded: str, at: int, found: Particulars, *, opened: bool) -> Particulars | None:
    if found.date is not None:
        return None
    match = _DATE.match(folded, at) or _DAY.match(folded, at)
    if match is None:
        # "tháng 8/2019" and "năm 2017" usually say when the document was taught, not when it was issued.
        match = _MONTH.match(folded, at) or _YEAR.match(folded, at)
        if match is None or not (opened or _ONLY_IF.match(folded, match.end())):
            return None
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000 if year < 50 else 1900
    told = Told(_number(match["day"]), _number(match["month"]), year)
    return replace(found, date=told, end=match.end())


def _number(digits: str) -> int | None:
    return int(digits) if digits else None


def _plenum(folded: str, at: int, found: Particulars) -> Particulars | None:
    match = _PLENUM.match(folded, at)
    if match is None or found.plenum is not None:
        return None
    number = ordinal(match["first"] or match["second"])
    issuers = found.issuers or (("bch-tw",) if match["second"] else ())
    return replace(found, plenum=number, issuers=issuers, end=match.end())


def _congress(folded: str, at: int, found: Particulars) -> Particulars | None:
    match = _CONGRESS.match(folded, at)
    number = ordinal(match["any"] or match["roman"]) if match else None
    if match is None or number is None or found.congress is not None:
        return None
    return replace(found, congress=number, end=match.end())


def _issuer(folded: str, at: int, found: Particulars, *, free: bool) -> Particulars | None:
    of = _OF.match(folded, at)
    if (of is None and not free) or (found.issuers and found.issuers != ("bch-tw",)):
        return None
    name, end = _organ(folded, of.end() if of else at)
    if not name or (of is None and name == "dang"):
        return None
    if name not in CENTRAL and "," in folded[found.end : at] and _OWN_DEED.match(folded, end):
        return None  # "thực hiện Nghị quyết 29-NQ/TW, của UBND thành phố thực hiện …": the next plan's issuer
    names = [name]
    while name in CENTRAL and (more := _MORE.match(folded, end)):
        other, other_end = _organ(folded, more.end())
        if other not in ("bch-tw", "bbt", "bct", "thu-tuong", "chinh-phu"):
            break
        names.append(other)
        end = other_end
    return replace(found, issuers=tuple(dict.fromkeys((*found.issuers, *names))), end=end)


def _organ(folded: str, at: int) -> tuple[str, int]:
    match = _ISSUER.match(folded, at)
    if match is None or not match.lastgroup or folded[match.end() : match.end() + 1].isalnum():
        return "", at
    return match.lastgroup.replace("_", "-"), match.end()


def _title(folded: str, found: Particulars, *, acts: bool) -> Particulars:
    match = _ABOUT.match(folded, found.end) or _QUOTED.match(folded, found.end)
    told = match is not None
    if match is None and acts:
        match = _DOING.match(folded, found.end)
    if match is None:
        return found
    quoted = any(match.groupdict().get(name) for name in ("quote", "inner"))
    return replace(found, title=(match.end(), _title_end(folded, match.end(), quoted=quoted)), about=told)


def _title_end(folded: str, start: int, *, quoted: bool) -> int:
    limit = min(len(folded), start + _TITLE_LENGTH)
    if quoted and 0 <= (closing := folded.find('"', start)) < limit:
        return closing
    for stop in (_SENTENCE.search(folded, start, limit), _NEXT.search(folded, start, limit)):
        if stop:
            limit = min(limit, stop.start())
    return limit
