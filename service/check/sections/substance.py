"""Whether something stands under a heading, or next to nothing: placeholders and phrases that fit any report."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from service.check.case import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"(?<![0-9/-])[0-9]+(?:[.,][0-9]+)*%?(?: ?/ ?[0-9]+(?:[.,][0-9]+)*)? ?(?:%|[^\W\d_])")
_YEAR = re.compile(
    r"(?:năm|nhiệm kì|giai đoạn|lần thứ|khóa|ngày|tháng) ?[0-9]+(?: ?[-/] ?[0-9]+)*|20[0-9]{2} ?- ?20[0-9]{2}"
)
_SENTENCE = re.compile(r"[.!?;](?:\s|$)")
_HEAD = 60
"""So long at most is a head before its colon; at least…"""
_TOLD_WORDS = 8
"""…so many words behind it are text."""
_FIGURE_WEIGHT = 4
"""Words that one figure makes up for."""
_FEW_SENTENCES = 3
_GENERAL = 0.4
"""A share of telling words below this makes a few sentences general…"""
_EMPTY_TALK = 0.25
"""…and below this any text that is shorter than…"""
_LONG = 261


def content(case: Case, context: Context, headings: Iterable[Heading]) -> tuple[Line, ...]:
    """The lines under some headings, headings themselves, signature and annex left out; each once, in order."""
    found: dict[int, Line] = {}
    for heading in headings:
        for line in case.within(heading.paragraph, heading.end):
            if not line.text.strip() or context.zone(line.paragraph) in (Zone.CLOSING, Zone.ANNEX):
                continue
            if not line.heading and line.paragraph >= heading.body:
                found[line.paragraph] = line
            elif line.heading and (told := _behind_colon(line)) is not None:
                found[line.paragraph] = told
    return tuple(found[index] for index in sorted(found))


def _behind_colon(line: Line) -> Line | None:
    """What a heading goes on to tell in the same paragraph: "2. Nhiệm vụ: duy trì học bổng, lập mạng lưới …"."""
    colon = line.text.find(":")
    if not 0 < colon < _HEAD or line.text[colon:].isupper() or len(_WORD.findall(line.folded, colon)) < _TOLD_WORDS:
        return None
    return cut(line, 0, len(line.text))


def telling(lines: Iterable[Line]) -> int:
    """How many words of some lines say something that not every report could say."""
    total = 0
    for line in lines:
        empty = line.of("stock", "generic")
        if not empty:
            total += len(_WORD.findall(line.folded))
            continue
        spent = bytearray(len(line.folded))
        for hit in empty:
            spent[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
        total += sum(not spent[word.start()] for word in _WORD.finditer(line.folded))
    return total


def words(lines: Iterable[Line]) -> int:
    """How many words some lines have."""
    return sum(len(_WORD.findall(line.folded)) for line in lines)


def figures(lines: Iterable[Line]) -> int:
    """How many figures some lines have, years and ordinals left out."""
    return sum(len(_FIGURE.findall(_YEAR.sub(" ", line.folded))) for line in lines)


def is_thin(lines: Sequence[Line], least: int) -> bool:
    """Whether next to nothing stands in some lines.

    Either too few telling words, and no figures to make up for them, or sentences that any report could
    hold. Much text is never thin only because it is dull.
    """
    if not _reaches(map(_told, lines), least):
        return True
    if any(line.source.place.table is not None for line in lines) or _reaches((words([one]) for one in lines), _LONG):
        return False
    told, total = sum(map(_told, lines)), words(lines)
    sentences = sum(max(1, len(_SENTENCE.findall(line.text))) for line in lines)
    return told < total * (_GENERAL if sentences <= _FEW_SENTENCES else _EMPTY_TALK)


def _told(line: Line) -> int:
    """How much a line says, in telling words."""
    return telling([line]) + _FIGURE_WEIGHT * figures([line])


def _reaches(counts: Iterable[int], least: int) -> bool:
    """Whether some counts add up to so many; no more are asked for than needed, since most sections are long."""
    return any(total >= least for total in accumulate(counts, initial=0))


def cut(line: Line, start: int, end: int) -> Line:
    """A piece of a line as a line of its own, in the same paragraph."""
    hits = (hit for hit in line.hits if start <= hit.start and hit.end <= end)
    moved = tuple(hit._replace(start=hit.start - start, end=hit.end - start) for hit in hits)
    return replace(line, text=line.text[start:end], folded=line.folded[start:end], hits=moved)


def evidence(lines: Sequence[Line], limit: int = 160) -> str | None:
    """The first telling words of some lines, to be shown as evidence."""
    for line in lines:
        if telling([line]) >= 4:
            text = line.text.strip()
            end = _SENTENCE.search(text, 40)
            return text[: min(limit, end.start() if end else limit)].rstrip()
    return lines[0].text.strip()[:limit] if lines else None


def top_most(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Those headings that stand under no other of them."""
    return tuple(
        h for h in headings if not any(o.paragraph < h.paragraph < o.end and o.level < h.level for o in headings)
    )
