"""The statements on indicators that the running text makes, with the words to quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from service.check.figures.readings.indicators import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.check.figures.readings.readings import Reading

_LONGEST: Final = 70
_UNIT: Final = re.compile(r" (?:người|suất|hội viên|dân số|đồng chí|hộ|dòng họ|đơn vị|thôn|tổ dân phố|lượt)(?!\w)")


def statements(readings: Iterable[Reading]) -> Iterator[Statement]:
    """The statements of the readings that belong to an indicator."""
    for reading in readings:
        if not reading.rule:
            continue
        yield Statement(
            rule=reading.rule,
            kind=reading.kind,
            value=reading.value,
            step=reading.figure.step if reading.bound.count is None else 1.0,
            strength=reading.bound.strength,
            quote=quoted(reading),
            paragraph=reading.paragraph,
            approximate=reading.figure.approximate,
            year=reading.year,
            as_of=reading.as_of,
            sentence=reading.sentence.start,
            whole=reading.figure.base if reading.bound.count is None else None,
        )


def quoted(reading: Reading) -> str:
    """The document's words that hold a figure, with the noun beside it where that is near."""
    figure, noun, text = reading.figure, reading.bound.noun, reading.sentence.line.text
    start, end = figure.opening, figure.end
    if unit := _UNIT.match(reading.sentence.folded, end):
        end = unit.end()
    if noun is not None and noun.start >= figure.end and noun.end - start <= _LONGEST:
        end = max(end, noun.end)
    elif noun is not None and noun.end <= figure.start and end - noun.start <= _LONGEST:
        start = noun.start
    return text[start:end].strip()
