"""Whether the title that a citation tells is a document's own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from service.check.authorities.particulars import particulars
from service.language import fold

if TYPE_CHECKING:
    from service.check.authorities.citations import Cited
    from service.check.authorities.particulars import Particulars
    from service.model.authority import AuthorityRule


class TitleTold(NamedTuple):
    """How the words of a title fit a document."""

    fits: bool
    """The words are those of this document alone."""
    alien: bool
    """The words are those of no telling of this document's title."""
    years_wrong: bool
    behind: Particulars | None
    """What stands behind the title's words."""
    end: int = 0
    """Where the words told as the title end."""


def title_told(folded: str, cited: Cited, rule: AuthorityRule) -> TitleTold:
    """Hold the title that a citation tells against a document's own."""
    if cited.title is None:
        return TitleTold(fits=False, alien=False, years_wrong=False, behind=None)
    start, end = cited.title
    words = folded[start:end]
    found = max((match for phrase in rule.title if (match := _phrase(phrase).search(words))), key=_reach, default=None)
    if found is not None:
        years, at = _years(folded, start + found.end())
        wrong = bool(rule.title_years) and not set(years) <= set(rule.title_years)
        return TitleTold(fits=True, alien=False, years_wrong=wrong, behind=_attached(folded, at), end=at)
    kin = any(_phrase(word).search(words) for word in rule.related)
    alien = cited.about and bool(rule.related) and not kin and len(words.split()) > 2
    return TitleTold(fits=False, alien=alien, years_wrong=False, behind=None, end=end)


def title_place(folded: str, cited: Cited, rule: AuthorityRule) -> tuple[int, int] | None:
    """Where a document's title stands in the title that a citation tells; None where it doesn't."""
    if cited.title is None:
        return None
    words = folded[slice(*cited.title)]
    found = max((match for phrase in rule.title if (match := _phrase(phrase).search(words))), key=_reach, default=None)
    return found.span() if found else None


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
