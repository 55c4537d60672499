"""Where a line still waits to be filled in: dots, underscores, "xx", notes to the drafter."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Case, Line

_FILLER = r"(?:…[….]*|\.{3}[….]*|_{3}_*)"
_RUN = re.compile(rf"{_FILLER}(?:\s{{0,3}}(?:[/\-]\s{{0,3}}(?:20)?)?{_FILLER})*|(?<=\s)\.\.(?=\s)")
_RUN_BEFORE = re.compile(rf"{_FILLER}\s{{0,3}}$")
_REACH = 90
_LONG = 6
"""An ellipsis has three dots; from here on somebody drew a line to write on."""

_SYMBOL_BEHIND = re.compile(r"\s{0,2}[-/]\s{0,2}(?:\d{4}\s?/\s?)?[a-zđ]{2,6}(?:\s?[-/]|(?!\w))")
_NUMBER_OF = re.compile(
    r"(?:nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch|công văn|thông tư|nghị định|chương trình(?: hành động)?|"
    r"tờ trình|báo cáo|thông báo|hướng dẫn|đề án|nq|qđ|kh|cv|ct|kl)\s*+(?:số)?\s*+:?\s*+\Z|\A\W*+số\s*+:?\s*+\Z"
)
_DATE_OF = re.compile(r"(?:ngày|tháng|năm|/)\s*\Z")
_CITED_BEFORE = re.compile(r"[-/][a-zđ]{2,8}(?:[-/][a-zđ]{1,12})?\W{1,3}ngày[^;]*\Z")
_FRAME_WORDS = 14
"""A line this short that holds a day, a month and a year is the date of a frame."""
_LEADER = re.compile(r"\s*\d{1,3}\s*\Z")
_CLAUSE = re.compile(r"[;:.!?]\s|\n")
_WORD_END = re.compile(r"[^\W_]\Z")
_YEAR_OPEN = re.compile(r"(?:năm|học|kì|khóa|đoạn|[-/])\s*(?:19|20)\Z")

_CROSSES = re.compile(r"(?<![\w/.,])x{2,4}(?:[.,]x{1,4})*(?!\w)")
_CROSS_NUMBER = re.compile(r"(?<![\w/.,])(?:x[.,]x|\?{2,}|n(?=\s*%))(?!\w)|\?{2,}")
_ORDINAL_BEFORE = re.compile(r"(?:thế kỉ|thứ|khóa|đại hội|lần|phần|chương|mục|loại|size|cỡ)\s*\Z")
_N = re.compile(r"(?<![\w/])n(?=\s)")
_BRACKETS = re.compile(r"\[[^\[\]]{1,80}\]|<<?[^<>]{2,60}>>?|\{\{?[^{}]{2,60}\}\}?|\([^()]{4,80}\)")
_NAME = re.compile(r"(?:họ và |họ )?tên(?!\w)")
"""Alone in round brackets: "cho (tên trường)"."""
_MAY_BE = re.compile(r"[\[<{(_…?]|\.\.|x[x.,]|n(?<!\wn)(?!\w)| {4}")
"""Something of all that: most lines hold nothing."""
_GAP = re.compile(r"(?<=[^\W\d_])[ \u00a0]{4,}(?=[^\W\d_%])|(?<=[^\W\d_])[ \u00a0]{4,}(?=%)")


def in_table(line: Line) -> bool:
    """Whether a line stands in a table."""
    return line.source.place.table is not None


def dots_only(text: str) -> bool:
    """Whether a text is a row of dots or underscores and nothing else."""
    return not any(map(str.isalnum, text)) and bool(_RUN.search(text))


class Blanks:
    """Finds the blanks of a line by the phrase lists of a rule pack."""

    def __init__(self, case: Case) -> None:
        lists = case.rulebook.vocabulary
        self._case = case
        self._units = _behind(tuple(lists.get("placeholder.units", ())))
        self._leads = _before(tuple(lists.get("placeholder.leads", ())))
        self._fill = _anywhere(tuple(lists.get("placeholder.fill", ())))
        self._prompts = _whole(tuple(lists.get("placeholder.prompts", ())))
        self._prompting = {fold(phrase).split()[0] for phrase in lists.get("placeholder.prompts", ())}
        """One of these stands in every prompt."""
        self._remind = _behind(tuple(lists.get("placeholder.remind", ())))

    def places(self, line: Line) -> Iterator[tuple[int, int, bool]]:
        """Start and end of each blank, and whether it is a note to the drafter."""
        if any(word in line.folded for word in self._prompting):
            yield from ((*found.span(), True) for found in self._prompts.finditer(line.folded))
        if not _MAY_BE.search(line.folded):
            return
        taken: list[tuple[int, int]] = []
        for start, end in self._notes(line):
            run = _RUN_BEFORE.search(line.folded, 0, start)  # "…… (ghi rõ cấp khen)" is one place
            taken.append((run.start() if run else start, end))
            yield (*taken[-1], True)
        for start, end in (*self._runs(line), *self._crosses(line), *self._gaps(line)):
            if not any(start < other_end and other < end for other, other_end in taken):
                taken.append((start, end))
                yield start, end, False

    def _notes(self, line: Line) -> Iterator[tuple[int, int]]:
        for match in _BRACKETS.finditer(line.folded):
            inside = match[0].strip("[]<>{}()")
            if match[0][0] == "(":
                name = _NAME.match(inside) and not in_table(line) and self._fill.fullmatch(inside)
                if name or self._remind.match(inside.lstrip()):
                    yield match.span()
            elif self._fill.search(inside) or (match[0][0] == "[" and _RUN.search(inside) and inside.strip(" ….")):
                yield match.span()

    def _runs(self, line: Line) -> Iterator[tuple[int, int]]:
        again = False
        for match in _RUN.finditer(line.folded):
            if self._is_blank(line, match.start(), match.end(), again=again):
                again = True
                yield match.span()

    def _is_blank(self, line: Line, start: int, end: int, *, again: bool) -> bool:
        before, behind = _around(line, start, end)
        run = line.folded[start:end]
        long = _size(run) >= _LONG
        if _in_frame(line, before, behind) or _is_elision(before, behind) or (long and _LEADER.match(behind)):
            return False
        if not before.strip() and not behind.strip():
            return not _continues(self._case, line)
        if _YEAR_OPEN.search(before) or "/" in run or _is_fraction(before, behind):
            return True
        lead, unit = bool(self._leads.search(before)), bool(self._units.match(behind))
        if before.rstrip().endswith((",", ";")):
            return (long or again) and unit
        return _waits(before, behind, long=long, lead=lead, unit=unit)

    def _crosses(self, line: Line) -> Iterator[tuple[int, int]]:
        cell = line.folded.strip()
        if in_table(line) and (_CROSSES.fullmatch(cell) or cell in ("n", "?")):
            if (cell != "n" or line.source.place.column) and (line.text.strip() == cell or self._counts(line)):
                start = line.folded.index(cell)
                yield start, start + len(cell)
            return
        for match in (*_CROSSES.finditer(line.folded), *_CROSS_NUMBER.finditer(line.folded)):
            if self._stands_for_number(line, match.start(), match.end()):
                yield match.span()
        for match in _N.finditer(line.folded):
            before, behind = _around(line, match.start(), match.end())
            if line.text[match.start()] == "n" and self._leads.search(before) and self._units.match(behind):
                yield match.span()

    def _counts(self, line: Line) -> bool:
        return any(text[:1].isdigit() for text in _row(self._case, line, column=True))

    def _stands_for_number(self, line: Line, start: int, end: int) -> bool:
        before, behind = _around(line, start, end)
        if _ORDINAL_BEFORE.search(before):
            return False
        if line.text[start:end].isupper() and not self._units.match(behind):
            return False
        return bool(self._units.match(behind) or self._leads.search(before))

    def _gaps(self, line: Line) -> Iterator[tuple[int, int]]:
        """Four spaces and more where a number belongs: "trao        suất học bổng"."""
        if in_table(line) or line.heading:
            return
        for match in _GAP.finditer(line.text):
            before, behind = _around(line, match.start(), match.end())
            if self._leads.search(before) and self._units.match(behind) and not _DATE_OF.search(before):
                yield match.span()


def _around(line: Line, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a place, as far as it can tell what the place waits for."""
    return line.folded[max(0, start - _REACH) : start], line.folded[end : end + _REACH]


def _waits(before: str, behind: str, *, long: bool, lead: bool, unit: bool) -> bool:
    """Whether dots inside a sentence stand for something: an ellipsis is short, or leaves a list open."""
    spaced = not before or before[-1].isspace() or before[-1] in '(:=>"+-'
    goes_on = bool(behind.strip(" .;,!"))
    if unit:
        return lead or (spaced and long) or ((spaced or long) and not _listing(before))
    if spaced:
        return bool(before.strip()) and (long or (lead and goes_on))
    return long and (lead or (goes_on and not _listing(before)))


def _in_frame(line: Line, before: str, behind: str) -> bool:
    """Whether a blank is a document's number or day: usual in the frame of a draft and in a citation."""
    if _SYMBOL_BEHIND.match(behind) or _NUMBER_OF.search(before):
        return True
    if not _DATE_OF.search(before):
        return False
    short = len(line.folded.split()) <= _FRAME_WORDS and "ngày" in line.folded and "năm" in line.folded
    return short or bool(_CITED_BEFORE.search(before))


def _is_elision(before: str, behind: str) -> bool:
    """Words left out of a quotation, "v.v...", an ellipsis in parentheses."""
    if before.endswith(('"', "'")) or behind.startswith(('"', "'")) or before.rstrip().endswith(("v.v", "vv", "v. v")):
        return True
    left, right = before.rstrip()[-1:], behind.lstrip()[:1]
    return (left, right) in (("[", "]"), ("(", ")")) and not behind.lstrip()[1:].lstrip().startswith("%")


def _size(run: str) -> int:
    return sum(3 if letter == "…" else letter in "._" for letter in run)


def _row(case: Case, line: Line, *, column: bool = False) -> list[str]:
    """The other cells of a cell's row or column."""
    place = line.source.place
    if place.table is None:
        return []
    cells = case.manuscript.tables[place.table].cells
    if column:
        return [cell.text for cell in cells if cell.column == place.column and cell.row != place.row]
    return [cell.text for cell in cells if cell.row == place.row and cell.column != place.column]


def _continues(case: Case, line: Line) -> bool:
    """Whether a row of a table only says that more rows like those above could follow."""
    others = [text for text in _row(case, line) if text.strip()]
    return bool(others) and all(dots_only(text) for text in others)


def _is_fraction(before: str, behind: str) -> bool:
    return bool(re.search(r"\d\s?/\s?\Z", before) or re.match(r"\s?/\s?\d", behind))


def _listing(before: str) -> bool:
    """Whether the clause before is a list, which an ellipsis leaves open."""
    clause = _CLAUSE.split(before)[-1]
    return "," in clause[-60:]


@cache
def _alternatives(phrases: tuple[str, ...]) -> str:
    folded = sorted({fold(phrase) for phrase in phrases}, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in folded) or r"(?!)"


@cache
def _behind(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:%|(?:{_alternatives(phrases)})(?!\w))")


@cache
def _whole(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a phrase and the words that go on behind it, up to the end of their sentence."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)[^.;!?]{{0,40}}")


@cache
def _before(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})\s*[:(]?\s*\Z")


@cache
def _anywhere(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)")
