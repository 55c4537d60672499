"""Finds the documents that a text cites, in every way of writing that offices use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.check.authorities import symbols
from service.check.authorities.particulars import CENTRAL, CENTRE, Particulars, ordinal, particulars
from service.check.authorities.symbols import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.authorities.particulars import Told

__all__ = ["KINDS", "Cited", "find_citations"]

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_CENTRAL = re.compile(r"trung\s|t\.?[wư]")
"""Who meets in a plenum."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: `text[start:end]` reads from the document's type to its last particular."""

    start: int
    end: int
    kind: str
    """Name of `KINDS`; empty where only a meeting is named."""
    number: int | None = None
    organ: str = ""
    """The office of the symbol, folded: "tw", "tu", "ttg", "hđnd"…; empty where no symbol is told."""
    symbol_kind: str = ""
    """Kind that the symbol names; may contradict `kind`."""
    year: int | None = None
    """Year inside the symbol: "40/2010/TT-BGDĐT"."""
    date: Told | None = None
    issuers: tuple[str, ...] = ()
    """Names of `service.check.authorities.particulars.ISSUERS`."""
    congress: int | None = None
    plenum: int | None = None
    title: tuple[int, int] | None = None
    """Place of the title's words."""
    about: bool = False
    """The title is told as one ("về …", in quotes)."""
    numbered: bool = True
    """A number stands with "số" or a symbol; a bare "Nghị quyết 29" has neither."""

    @property
    def fullness(self) -> int:
        """How many particulars are told."""
        told = (self.number, self.date, self.congress, self.plenum, self.title, self.organ or None)
        return sum(one is not None for one in told) + bool(self.issuers)


def find_citations(text: str, folded: str) -> tuple[Cited, ...]:
    """All documents that a line cites, by place.

    Args:
        text: the line as written.
        folded: the same line folded, letter for letter.
    """
    if not _LETTER.search(folded):  # most cells of tables
        return ()
    found: list[Cited] = []
    taken = bytearray(len(folded))
    finders = (_with_symbol, _bare, _by_plenum, _unnumbered) if _DIGIT.search(folded) else (_by_plenum, _unnumbered)
    for finder in finders:  # without a digit there is neither a symbol nor a number
        for cited in finder(text, folded):
            if not any(taken[cited.start : cited.end]):
                found.append(cited)
                taken[cited.start : cited.end] = b"\1" * (cited.end - cited.start)
    return tuple(sorted(found, key=lambda cited: cited.start))


def _with_symbol(text: str, folded: str) -> Iterator[Cited]:
    for match in symbols.SYMBOL.finditer(folded):
        organ = match["organ"] or match["glued"] or match["alone"] or match["own"] or ""
        symbol_kind = symbols.KIND_OF.get(match["kind"] or "", "")
        start, kind = _type_before(folded, match.start("number"))
        if not kind and not (match["dash"] and _is_symbol(text, match)):
            continue
        if symbol_kind and kind != symbol_kind and symbols.LISTED.search(folded, max(0, start - 24), start):
            kind = symbol_kind  # "các chỉ thị, nghị quyết số 11-CT/TW, 29-NQ/TW"
        yield _cited(
            folded, start, match.end(), kind or symbol_kind,
            number=int(match["number"]), organ=_office(organ), symbol_kind=symbol_kind,
            year=int(match["year"]) if match["year"] else None,
        )  # fmt: skip
    for match in symbols.PARTY_FIRST.finditer(folded):
        kind = symbols.KIND_OF[match["kind"]]
        yield _cited(
            folded, _type_before(folded, match.start())[0], match.end(), kind,
            number=int(match["number"]), organ=_office(match["organ"]), symbol_kind=kind,
        )  # fmt: skip


def _is_symbol(text: str, match: re.Match[str]) -> bool:
    """Whether letters behind a number are a symbol without its type before: "29-NQ/TW", but not "5 - kh"."""
    if not match["kind"]:
        return False
    return bool(match["organ"] or match["glued"]) and (
        _office(match["organ"] or match["glued"]) in ("tw", "tu", "ttg", "cp")
        or text[match.start("kind") :][:1].isupper()
    )


def _type_before(folded: str, at: int) -> tuple[int, str]:
    window = max(0, at - symbols.LEFT_REACH)
    while at > window and folded[at - 1] == "0":
        at -= 1
    match = symbols.LEFT.search(folded, window, at)
    if match is None:
        number = re.search(r"(?<!\w)số\s*:?\s*\Z", folded[window:at])
        return (window + number.start() if number else at), ""
    return match.start(), symbols.KIND_OF[" ".join(match["type"].split())]


def _office(organ: str) -> str:
    letters = re.sub(r"[.\s]", "", organ)
    return "tw" if letters in ("tw", "tư", "trungương") else letters


def _bare(_text: str, folded: str) -> Iterator[Cited]:
    for match in symbols.BARE.finditer(folded):
        kind = symbols.KIND_OF[" ".join(match["type"].split())]
        if kind not in symbols.NAMED | {"QD", "DA", "ND", "TT"} or not symbols.AFTER.match(folded, match.end()):
            continue
        cited = _cited(
            folded, match.start(), match.end(), kind, number=int(match["number"]), numbered="số" in match["no"]
        )
        if cited.numbered or _told_enough(folded, cited):
            yield cited


def _told_enough(folded: str, cited: Cited) -> bool:
    """Whether "Nghị quyết 29" names a document and not, as "(Nghị quyết 29 chi hội)", a target."""
    if cited.issuers or cited.date or cited.congress or cited.title:
        return True
    return bool(symbols.SIGNS.search(folded, max(0, cited.start - 40), cited.start)) and not symbols.COUNTED.match(
        folded, cited.end
    )


def _by_plenum(_text: str, folded: str) -> Iterator[Cited]:
    if not _CENTRAL.search(folded):
        return
    for match in symbols.PLENUM.finditer(folded):
        number = ordinal(match["first"] or match["second"] or "")
        if number is None or number > 15:
            continue
        kind = symbols.KIND_OF[" ".join(match["type"].split())]
        cited = _cited(folded, match.start(), match.end(), kind, plenum=number, issuers=("bch-tw",))
        if cited.congress or cited.title or cited.date:
            yield cited
    for match in symbols.MEETING.finditer(folded):
        cited = _cited(folded, match.start(), match.end(), "", plenum=ordinal(match["number"]), issuers=("bch-tw",))
        if cited.title:
            yield cited


def _unnumbered(_text: str, folded: str) -> Iterator[Cited]:
    for match in symbols.UNNUMBERED.finditer(folded):
        kind = symbols.KIND_OF[" ".join(match["type"].split())]
        if kind not in symbols.NAMED:
            continue
        cited = _cited(folded, match.start(), match.end(), kind)
        attributed = bool(cited.issuers or cited.date or cited.congress)
        dated = cited.date and cited.congress and set(cited.issuers) & CENTRAL
        if dated or (cited.title and (attributed or _attributed_later(folded, cited.title))):
            yield cited


def _attributed_later(folded: str, title: tuple[int, int]) -> bool:
    return (
        re.search(rf"\scủa\s+(?:{CENTRE}|ban\s+chấp\s+hành|bch|bộ\s+chính\s+trị|ban\s+bí\s+thư)", folded[slice(*title)])
        is not None
    )


def _cited(
    folded: str,
    start: int,
    end: int,
    kind: str,
    *,
    number: int | None = None,
    organ: str = "",
    symbol_kind: str = "",
    year: int | None = None,
    plenum: int | None = None,
    issuers: tuple[str, ...] = (),
    numbered: bool = True,
) -> Cited:
    behind = particulars(folded, end, acts=kind in symbols.ACTS)
    behind = _doubled(folded, behind)
    return Cited(
        start=start,
        end=behind.end,
        kind=kind,
        number=number,
        organ=organ,
        symbol_kind=symbol_kind,
        year=year,
        date=behind.date,
        issuers=behind.issuers or issuers,
        congress=behind.congress,
        plenum=plenum if plenum is not None else behind.plenum,
        title=behind.title,
        about=behind.about,
        numbered=numbered,
    )


def _doubled(folded: str, behind: Particulars) -> Particulars:
    """A second name of the same document in parentheses carries the title: "… khóa XI (NQ số 29-NQ/TW) về …"."""
    if behind.title is None and (more := symbols.IN_PARENTHESES.match(folded, behind.end)):
        again = particulars(folded, more.end())
        if again.title is not None and again.end == more.end():
            return Particulars(
                behind.end, behind.date, behind.issuers, behind.congress, behind.plenum, again.title, again.about
            )
    return behind
