"""Charts of the consolidated report, native to Word: their figures lie in a workbook that “Edit data” opens."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter
from lxml import etree
from xlsxwriter.utility import xl_col_to_name

from service.outbox.city import codes
from service.outbox.phrasing.units import unit_name
from service.outbox.sheets.templating import repack
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.model.city import CityReport, FigureRow, IndicatorTable
    from service.outbox.phrasing.names import Names
    from service.words import Words

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACES = {"c": _C.strip("{}"), "a": _A.strip("{}"), "r": _R.strip("{}")}
_COLOURS = ("7F9DB9", "1F4E79")
"""The target, then the result; a chart of one series has the latter."""
_MOST = 24
"""More units than this can't be told apart on a page."""
_LEAST = 2
_SHEET = "Sheet1"
_FIRST_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook knows no zones
BOOK = "rIdBook"
"""The relationship from a chart to its workbook."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures of the units directly below, side by side."""

    block: str
    """Code of the block that it is in the document."""
    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    """Name and a value for each category; None where a unit gives none, which is no 0."""
    indicator: str
    percent: bool


def charts(report: CityReport, words: Words, names: Names) -> tuple[Chart, ...]:
    """The first figure that can be added, and the rate that most units hold against a target."""
    direct = [(table, _direct(table)) for table in report.tables]
    counted = next(((table, rows) for table, rows in direct if table.totals and table.measure != "VND"), None)
    rates = [(table, [row for row in rows if row.target]) for table, rows in direct if table.measure == "percent"]
    rate = max(rates, key=lambda one: len(one[1]), default=None)
    chosen = [(one, kinds) for one, kinds in ((counted, ("result",)), (rate, ("target", "result"))) if one]
    return tuple(
        _chart(table, rows, kinds, owed=len(report.coverage.direct), words=words, names=names)
        for (table, rows), kinds in chosen
        if _LEAST <= len(rows) <= _MOST
    )


def _direct(table: IndicatorTable) -> list[FigureRow]:
    return [row for row in table.rows if row.depth == 1 and row.result]


def _chart(
    table: IndicatorTable, rows: list[FigureRow], kinds: tuple[str, ...], *, owed: int, words: Words, names: Names
) -> Chart:
    name = names.indicator(table.indicator)
    key = "city_report.chart.compared" if len(kinds) > 1 else "city_report.chart.one"
    series = tuple((words.say(f"city_report.kind.{kind}"), tuple(_value(row, kind) for row in rows)) for kind in kinds)
    return Chart(
        codes.chart(table.indicator),
        words.say(key, indicator=name, measure=names.measure(table.measure), counted=len(rows), expected=owed),
        tuple(shown(unit_name(row.unit, words)) for row in rows),
        series,
        table.indicator,
        percent=table.measure == "percent",
    )


def _value(row: FigureRow, kind: str) -> float | None:
    figure = row.kind(kind)
    return figure.value if figure else None


def workbook_of(chart: Chart) -> bytes:
    """The figures of a chart as Word edits them; the same chart gives the same bytes."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _FIRST_DAY})
    sheet = book.add_worksheet(_SHEET)
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, (name, values) in enumerate(chart.series, 1):
        sheet.write_string(0, column, name)
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return repack(written.getvalue())


def part_of(chart: Chart) -> _Element:
    """The chart as a part of a Word file."""
    space = etree.Element(f"{_C}chartSpace", nsmap=_SPACES)
    _put(space, "roundedCorners", "0")
    inner = etree.SubElement(space, f"{_C}chart")
    _put(inner, "autoTitleDeleted", "1")
    area = etree.SubElement(inner, f"{_C}plotArea")
    etree.SubElement(area, f"{_C}layout")
    bars = etree.SubElement(area, f"{_C}barChart")
    _put(bars, "barDir", "col")
    _put(bars, "grouping", "clustered")
    _put(bars, "varyColors", "0")
    colours = _COLOURS[-len(chart.series) :]
    for number, ((name, values), colour) in enumerate(zip(chart.series, colours, strict=True)):
        bars.append(_series(chart, number, name, values, colour))
    _put(bars, "gapWidth", "60")
    _put(bars, "axId", "1")
    _put(bars, "axId", "2")
    _axis(area, "catAx", "1", "2", "b")
    _axis(area, "valAx", "2", "1", "l", percent=chart.percent)
    if len(chart.series) > 1:
        legend = etree.SubElement(inner, f"{_C}legend")
        _put(legend, "legendPos", "b")
        _put(legend, "overlay", "0")
    _put(inner, "plotVisOnly", "1")
    _put(inner, "dispBlanksAs", "gap")
    space.append(_text(1000))
    data = etree.SubElement(space, f"{_C}externalData", {f"{_R}id": BOOK})
    _put(data, "autoUpdate", "0")
    return space


def _series(chart: Chart, number: int, name: str, values: tuple[float | None, ...], colour: str) -> _Element:
    last, column = len(chart.categories) + 1, xl_col_to_name(number + 1)
    made = etree.Element(f"{_C}ser")
    _put(made, "idx", str(number))
    _put(made, "order", str(number))
    told = etree.SubElement(made, f"{_C}tx")
    _points(told, "str", f"{_SHEET}!${column}$1", [name])
    looks = etree.SubElement(made, f"{_C}spPr")
    fill = etree.SubElement(looks, f"{_A}solidFill")
    etree.SubElement(fill, f"{_A}srgbClr", {"val": colour})
    _put(made, "invertIfNegative", "0")
    labels = etree.SubElement(made, f"{_C}dLbls")
    etree.SubElement(labels, f"{_C}numFmt", {"formatCode": "#,##0.###", "sourceLinked": "0"})
    labels.append(_text(800))
    for flag in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        _put(labels, flag, "1" if flag == "showVal" else "0")
    _points(etree.SubElement(made, f"{_C}cat"), "str", f"{_SHEET}!$A$2:$A${last}", chart.categories)
    _points(etree.SubElement(made, f"{_C}val"), "num", f"{_SHEET}!${column}$2:${column}${last}", values)
    return made


def _points(parent: _Element, kind: str, place: str, values: tuple[object, ...] | list[str]) -> None:
    reference = etree.SubElement(parent, f"{_C}{kind}Ref")
    etree.SubElement(reference, f"{_C}f").text = place
    cache = etree.SubElement(reference, f"{_C}{kind}Cache")
    if kind == "num":
        etree.SubElement(cache, f"{_C}formatCode").text = "General"
    _put(cache, "ptCount", str(len(values)))
    for at, value in _given(values):
        point = etree.SubElement(cache, f"{_C}pt", {"idx": str(at)})
        etree.SubElement(point, f"{_C}v").text = value if isinstance(value, str) else repr(value)


def _given(values: tuple[object, ...] | list[str]) -> Iterator[tuple[int, object]]:
    return ((at, value) for at, value in enumerate(values) if value is not None)


def _axis(area: _Element, kind: str, ident: str, cross: str, side: str, *, percent: bool = False) -> None:
    axis = etree.SubElement(area, f"{_C}{kind}")
    _put(axis, "axId", ident)
    scaling = etree.SubElement(axis, f"{_C}scaling")
    _put(scaling, "orientation", "minMax")
    if kind == "valAx":
        _put(scaling, "min", "0")  # bars that don't begin at nothing mislead
    _put(axis, "delete", "0")
    _put(axis, "axPos", side)
    if kind == "valAx":
        form = '0"%"' if percent else "#,##0"
        etree.SubElement(axis, f"{_C}numFmt", {"formatCode": form, "sourceLinked": "0"})
    _put(axis, "majorTickMark", "out")
    _put(axis, "minorTickMark", "none")
    _put(axis, "tickLblPos", "nextTo")
    _put(axis, "crossAx", cross)


def _text(size: int) -> _Element:
    made = etree.Element(f"{_C}txPr")
    etree.SubElement(made, f"{_A}bodyPr")
    looks = etree.SubElement(etree.SubElement(etree.SubElement(made, f"{_A}p"), f"{_A}pPr"), f"{_A}defRPr")
    looks.set("sz", str(size))
    etree.SubElement(looks, f"{_A}latin", {"typeface": "Times New Roman"})
    return made


def _put(parent: _Element, name: str, value: str) -> None:
    etree.SubElement(parent, f"{_C}{name}", {"val": value})
