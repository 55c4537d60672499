"""What tells one finding from another in every version of a report, whatever is edited elsewhere in it.

Outside tools follow findings by these values: what goes into them changes only together with `_VERSION`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from service.language import fold
from service.model.waiver import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.model.examination import Finding

_VERSION = "1"
_ABSENT = "absent"
_DIGITS = 16
_LETTERS = "bcdfghjkmnpqrtvwxz"
"""No vowels: an id is never a word, nor what YAML reads as a number."""
_FIGURES = "23456789"
_PAIRS = 3

_LABEL = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,4})[.)]\s+(?=\S)")
"""A typed list label: an item put in above gives it another one."""
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?: \d+)*")

_FAMILIES = {
    "section.missing": "section", "section.thin": "section",
    "authority.missing": "authority", "authority.misquoted": "authority",
}  # fmt: skip
"""Codes of which one follows the other while something is being mended."""
_ONE_EACH = ("section.", "goals.", "results.", "authority.")
"""Findings of which a report has one for each thing that they name: the words may all be others."""
_ONE_IN_ALL = ("document.", "file.")
"""Findings that speak of the whole file: the words that they quote are only the first that came."""


def marks(findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """What names each finding of one report, in order; equal ones are told apart by their place among their equals."""
    findings = tuple(findings)
    prints = [fingerprint(finding) for finding in findings]
    equals, seen = Counter(prints), Counter[str]()
    made = []
    for finding, digest in zip(findings, prints, strict=True):
        seen[digest] += 1
        turn = f"-{seen[digest]}/{equals[digest]}" if equals[digest] > 1 else ""
        made.append(Mark(digest, kin(finding), short(digest) + turn))
    return tuple(made)


def fingerprint(finding: Finding) -> str:
    """16 hexadecimal digits of the code, of what it names and of the words that it quotes; never of the place."""
    return _digest(finding.code, *_named(finding), _quote(finding))


def kin(finding: Finding) -> str:
    """16 hexadecimal digits that stay the same where the same thing is found with other words or other figures."""
    family = _FAMILIES.get(finding.code, finding.code)
    if finding.part or finding.authority or finding.indicator or finding.code.startswith(_ONE_EACH):
        return _digest(family, *_named(finding))
    return _digest(family, *_named(finding), _NUMBER.sub("#", _quote(finding)))


def short(digest: str) -> str:
    """A fingerprint as people type it: three times a letter and a figure."""
    number, made = int(digest[:_DIGITS], 16), ""
    for _ in range(_PAIRS):
        number, letter = divmod(number, len(_LETTERS))
        number, figure = divmod(number, len(_FIGURES))
        made += _LETTERS[letter] + _FIGURES[figure]
    return made


def words_of(quote: str) -> str:
    """The words and figures of a quote in one spelling, with one space between them; signs where it has neither."""
    folded = fold(quote)
    label = _LABEL.match(folded)
    found = _WORD.findall(folded[label.end() :] if label else folded)
    return " ".join(found) or "".join(dict.fromkeys(folded.split()))


def _quote(finding: Finding) -> str:
    if finding.quote is None or finding.code.startswith(_ONE_IN_ALL):
        return _ABSENT
    return f'"{words_of(finding.quote)}"'


def _named(finding: Finding) -> tuple[str, ...]:
    named = (finding.section, finding.part, finding.authority, finding.indicator)
    return tuple(name or "" for name in named)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join((_VERSION, *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
