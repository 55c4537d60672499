"""Marks of a report: sentences and rows whose figures and names no other unit can share by chance.

Only what is a unit's own counts: openings, quoted directives, lessons and round goals are alike everywhere, and
what is said of the district or of another unit may stand in many reports. Marks are stored with the answer, so that
reports are compared without being read again.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from service.check.case import Zone
from service.check.figures.numbers.numbers import figures
from service.check.figures.numbers.sentences import sentences
from service.check.unit.places import key, place_names
from service.language import fold
from service.model.examination import Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from service.check.case import Case, Context, Line
    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.model.examination import UnitMatch
    from service.model.manuscript import Cell

PLENTY: Final = 3
"""So many own figures and names in one sentence are a mark whatever its words; fewer only with the same words."""
_LEAST: Final = 2
_DIGITS: Final = 3
"""Figures with fewer digits that count, as in 1.200 or 70 %, are the same in many reports."""
_TELLING: Final = (Zone.PAST, Zone.FUTURE, Zone.OTHER, Zone.ANNEX)
_OTHERS: Final = ("figure.superior", "figure.then")
"""What a superior set, or what was before the term, is quoted by many."""
_LARGER: Final = {
    "commune": re.compile(r"(?:toàn|cả|của) (?:quận|huyện|thành phố|tỉnh|nước|quốc)|trên địa bàn (?:quận|huyện|thành)"),
    "district": re.compile(r"(?:toàn|cả|của) (?:thành phố|tỉnh|nước|quốc)|trên địa bàn thành phố"),
}
"""By level of the unit: what speaks of a territory that others share."""
_TITLE: Final = re.compile(r"(?<!\w)(?:ông|bà|đồng chí|đ/c|anh|chị|em|cháu|thầy|cô|cụ|bác) ")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST: Final = 160


def marks(case: Case, context: Context, own: UnitMatch | None) -> tuple[Mark, ...]:
    """The marks of a term report, each once, in order; none where the unit is unknown."""
    if own is None:
        return ()
    names = place_names(case.rulebook.registry)
    larger = _LARGER.get(own.level)
    found = {mark.key: mark for mark in _of_tables(case, context)}
    for line in case.lines:
        if line.heading or context.zone(line.paragraph) not in _TELLING or line.source.place.table is not None:
            continue
        if len(figures(line.folded)) < _LEAST and not _TITLE.search(line.folded):
            continue
        for sentence in sentences(line):
            if not _is_of_others(sentence, own, names) and not (larger and larger.search(_text(sentence))):
                found |= {mark.key: mark for mark in _of_sentence(sentence)}
    return tuple(sorted(found.values(), key=lambda mark: mark.paragraph))


def _text(sentence: Sentence) -> str:
    return sentence.text(sentence.start, sentence.end)


def _is_of_others(sentence: Sentence, own: UnitMatch, names: Mapping[str, Collection[str]]) -> bool:
    """Whether a sentence names another unit, a superior's targets, or what was before the term."""
    if sentence.within(sentence.start, sentence.end, *_OTHERS):
        return True
    return any(own.id not in names.get(key(hit.phrase), ()) for hit in sentence.places)


def _of_sentence(sentence: Sentence) -> Iterator[Mark]:
    told = [*_figures(sentence.folded, sentence.figures), *_people(sentence.line, sentence.start, sentence.end)]
    if len(told) < _LEAST:
        return
    words = "" if len(told) >= PLENTY else " ".join(_WORD.findall(_text(sentence)))
    quote = sentence.line.text[sentence.start : sentence.end].strip()[:_LONGEST]
    yield Mark(_key((*told, words)), len(told), sentence.line.paragraph, quote)


def _of_tables(case: Case, context: Context) -> Iterator[Mark]:
    """Rows of tables with own figures; the labels don't count, the figures in their order do."""
    for table in case.manuscript.tables:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            if cell.row and cell.paragraphs:
                rows[cell.row].append(cell)
        for row in sorted(rows):
            yield from _of_row(case, context, rows[row])


def _of_row(case: Case, context: Context, cells: Sequence[Cell]) -> Iterator[Mark]:
    lines = [line for cell in cells if (line := case.line(cell.paragraphs[0])) is not None]
    if not lines or context.zone(lines[0].paragraph) not in _TELLING:
        return
    texts = [text for cell in cells if _counting(text := fold(cell.text)) >= _DIGITS]
    told = [one for text in texts for one in _figures(text, figures(text))]
    if len(told) >= PLENTY:
        quote = " | ".join(cell.text.strip() for cell in cells)[:_LONGEST]
        yield Mark(_key(told), len(told), lines[0].paragraph, quote)


def _figures(folded: str, found: Iterable[Figure]) -> list[str]:
    """The figures that are a unit's own, as they are worth."""
    return [f"{figure.value:g}" for figure in found if _is_own(folded, figure)]


def _is_own(folded: str, figure: Figure) -> bool:
    return not figure.label and not figure.ranged and _counting(folded[figure.start : figure.end]) >= _DIGITS


def _counting(text: str) -> int:
    """How many digits of a text count; a text with few holds no figure with many."""
    return len(re.sub(r"\D", "", text).strip("0"))


def _people(line: Line, start: int, end: int) -> Iterator[str]:
    """Full names of persons: at least two capitalised words behind "ông", "bà", "đồng chí"."""
    for title in _TITLE.finditer(line.folded, start, end):
        name = []
        for word in line.text[title.end() : end].split()[:4]:
            bare = word.strip(",.;:()")
            if not bare[:1].isupper():
                break
            name.append(bare)
            if bare != word:
                break
        if len(name) >= 2:
            yield fold(" ".join(name))


def _key(told: Iterable[str]) -> str:
    return hashlib.blake2b("|".join(told).encode(), digest_size=8).hexdigest()
