"""The figures of the consolidated report, laid out in tables that fit a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.outbox.city import codes
from service.outbox.phrasing.numbers import figure, plain
from service.outbox.phrasing.units import unit_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.city import CityReport, Figure, FigureRow, IndicatorTable
    from service.outbox.phrasing.names import Names
    from service.words import Words

KINDS = ("target", "result", "goal")
WIDEST = 7
"""How many columns of figures fit beside a unit's name on a landscape page."""
_UPRIGHT = 6
"""How many fit on an upright page."""
MOST_DEEPER = 40
"""With more units further down than this, their figures stay in the workbook."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One indicator on one line: each kind with what it was added from."""

    number: int
    name: str
    target: str
    result: str
    goal: str


@dataclass(frozen=True, slots=True)
class Line:
    """One unit's line of a table."""

    number: str
    unit: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of one page's width."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: tuple[str, ...]
    block: str
    """Code of the block that it is in the document."""
    indicators: tuple[str, ...]


def summaries(report: CityReport, words: Words, names: Names) -> tuple[Summary, ...]:
    """Every indicator with its totals or, for a rate, its span."""
    return tuple(
        Summary(number, names.indicator(table.indicator), *(_summed(table, kind, words) for kind in KINDS))
        for number, table in enumerate(report.tables, 1)
    )


def _summed(table: IndicatorTable, kind: str, words: Words) -> str:
    if total := table.total(kind):
        value = figure(total.value, table.measure, words, approximate=total.approximate)
        cover = words.say("city_report.figure.from", counted=total.counted, expected=total.expected)
        return f"{value} ({cover})"
    if span := table.span(kind):
        least, greatest = (figure(value, table.measure, words) for value in (span.least, span.greatest))
        text = least if least == greatest else words.say("city_report.figure.span", least=least, greatest=greatest)
        return f"{text} ({words.say('city_report.figure.given', counted=span.counted, expected=span.expected)})"
    return words.say("outbox.no_figure")


def different_dates(report: CityReport, words: Words, names: Names) -> str:
    """A note on results whose parts are of different years; empty when there are none."""
    notes = []
    for table in report.tables:
        total = table.total("result")
        years = sorted({year for told in total.as_of for year in _years(told)}) if total else []
        if len(years) > 1:
            name = names.indicator(table.indicator)
            notes.append(words.say("city_report.figure.different_dates", indicator=name, dates=", ".join(years)))
    return words.say("city_report.figure.dates", dates="; ".join(notes)) if notes else ""


def _years(told: str) -> set[str]:
    spaced = "".join(letter if letter.isdigit() else " " for letter in told)
    return {word for word in spaced.split() if len(word) == 4}


def grids(report: CityReport, words: Words, names: Names) -> tuple[Grid, ...]:
    """Units by indicators, as many columns on a page as can be read."""
    shown = [row.unit.id for row in report.coverage.rows if row.depth == 1 or _few_deeper(report)]
    pages = enumerate(_pages(report.tables, shown), 1)
    return tuple(_grid(columns, shown, words, names, codes.grid(number)) for number, columns in pages)


def goal_grids(report: CityReport, words: Words, names: Names) -> tuple[Grid, ...]:
    """The units directly below that set goals with figures, by what the goals are about."""
    rows = [row for table in report.tables for row in table.rows if row.depth == 1]
    shown = {row.unit.id for row in rows if row.goal or "goal" in row.unclear}
    pages = enumerate(_pages(report.tables, tuple(shown), ("goal",), _UPRIGHT), 1)
    return tuple(_grid(columns, tuple(shown), words, names, codes.goals(number)) for number, columns in pages)


def _few_deeper(report: CityReport) -> bool:
    return sum(row.depth > 1 for row in report.coverage.rows) <= MOST_DEEPER


def _pages(
    tables: Sequence[IndicatorTable], shown: Sequence[str], kinds: Sequence[str] = KINDS, widest: int = WIDEST
) -> Iterator[list[tuple[IndicatorTable, str]]]:
    """Columns of each page: those that a shown unit fills; the kinds of one indicator are never torn apart."""
    page: list[tuple[IndicatorTable, str]] = []
    for table in tables:
        rows = [row for row in table.rows if row.unit.id in shown]
        columns = [(table, kind) for kind in kinds if any(row.kind(kind) or kind in row.unclear for row in rows)]
        if page and len(page) + len(columns) > widest:
            yield page
            page = []
        page = page + columns
    if page:
        yield page


def _grid(
    columns: Sequence[tuple[IndicatorTable, str]], shown: Sequence[str], words: Words, names: Names, block: str
) -> Grid:
    rows = [
        (first, [_cell(table.rows[at], kind, words) for table, kind in columns])
        for at, first in enumerate(columns[0][0].rows)
        if first.unit.id in shown
    ]
    return Grid(
        tuple(_title(table, kind, words, names) for table, kind in columns),
        tuple(_lines(rows, words)),
        tuple(_total(table, kind, words) for table, kind in columns),
        block,
        tuple(dict.fromkeys(table.indicator for table, _ in columns)),
    )


def _lines(rows: Sequence[tuple[FigureRow, list[str]]], words: Words) -> Iterator[Line]:
    number = 0
    for row, cells in rows:
        number += row.depth == 1
        name = unit_name(row.unit, words)
        direct = row.depth == 1
        yield Line(str(number) if direct else "", name if direct else f"– {name}", tuple(cells))


def _title(table: IndicatorTable, kind: str, words: Words, names: Names) -> str:
    measure = words.say("outbox.money.million", value="").strip() if table.measure == "VND" else ""
    measure = measure or (names.measure(table.measure) if table.measure != "count" else "")
    name = names.indicator(table.indicator)
    kind = words.say(f"city_report.kind.{kind}").lower()
    if not measure:
        return f"{name}: {kind}"
    return words.say("city_report.figure.column", indicator=name, measure=measure, kind=kind)


def _cell(row: FigureRow, kind: str, words: Words) -> str:
    if kind in row.unclear:
        return words.say("outbox.unclear_figure")
    given = row.kind(kind)
    return _number(given, words) if given else words.say("city_report.figure.none")


def _number(given: Figure, words: Words) -> str:
    return _scaled(given.value, given.measure, given.approximate, words)


def _scaled(value: float, measure: str, approximate: bool, words: Words) -> str:
    """The number alone, money in millions as the column's head says."""
    text = plain(value / 1_000_000 if measure == "VND" else value, words.language)
    return words.say("outbox.about", value=text) if approximate else text


def _total(table: IndicatorTable, kind: str, words: Words) -> str:
    total = table.total(kind)
    if total is None:
        added = table.measure and not table.spans
        return words.say("city_report.figure.none" if added else "city_report.figure.never")
    value = _scaled(total.value, table.measure, total.approximate, words)
    return f"{value} ({words.say('city_report.figure.from', counted=total.counted, expected=total.expected)})"
