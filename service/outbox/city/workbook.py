"""The workbook of figures: units by indicators, every figure with its source, who sent what."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from service.model.city import Group
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.units import unit_name
from service.outbox.sheets.templating import repack
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.city import CityReport, CoverageRow, Figure, IndicatorTable
    from service.model.unit import Registry
    from service.words import Words

_MOST_LETTERS = 32_000
"""A cell holds no more than 32,767."""
_MOST_LINKS = 60_000
"""Excel refuses a sheet with more than 65,530."""
_COPY = "ban-ghi-chu"
_HEAD = 3
"""Row of the table's head; title and note stand above it."""
_DETAILS = (
    *("unit", "parent", "indicator", "kind", "value", "measure"),
    *("as_of", "approximate", "quote", "paragraph", "file"),
)
_COVERAGE = ("unit", "parent", "state", "file", "received", "reasons", "newer")
_DETAIL_WIDTHS = (22, 20, 30, 10, 16, 11, 11, 11, 46, 7, 40)
_COVERAGE_WIDTHS = (22, 20, 24, 30, 11, 50, 26)
_COLUMN = 12
_MONEY = 16
"""Widths of columns of figures, in letters."""
_LETTERS_IN_A_UNIT = 1.05
"""A column's width counts digits; letters of running text are a little narrower on the whole."""
_LINE = 15
"""Height of a line in points; a row's height is set, as not every program finds it by itself."""
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 13},
    "note": {"italic": True, "font_color": "#555555"},
    "head": {"bold": True, "border": 1, "bg_color": "#EDEDED", "text_wrap": True, "align": "center", "valign": "top"},
    "text": {"border": 1, "text_wrap": True, "valign": "top"},
    "link": {"border": 1, "text_wrap": True, "valign": "top", "font_color": "#0B4A8F", "underline": 1},
    "absent": {"border": 1, "font_color": "#777777", "italic": True, "align": "right", "valign": "top"},
    "number": {"border": 1, "num_format": "#,##0.###", "valign": "top"},
    "number_whole": {"border": 1, "num_format": "#,##0", "valign": "top"},
    "about": {"border": 1, "num_format": '"≈ "#,##0.###', "valign": "top"},
    "about_whole": {"border": 1, "num_format": '"≈ "#,##0', "valign": "top"},
    "total": {"bold": True, "border": 1, "num_format": "#,##0.###", "top": 2},
    "total_whole": {"bold": True, "border": 1, "num_format": "#,##0", "top": 2},
    "total_about": {"bold": True, "border": 1, "num_format": '"≈ "#,##0.###', "top": 2},
    "total_about_whole": {"bold": True, "border": 1, "num_format": '"≈ "#,##0', "top": 2},
    "total_text": {"bold": True, "border": 1, "top": 2},
    "cover": {"italic": True, "border": 1, "align": "right"},
}


def workbook(
    report: CityReport, registry: Registry, words: Words, issued: date, *, names: Names | None = None
) -> bytes:
    """The bytes of so-lieu.xlsx; the same report gives the same bytes."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, dict(_SAFE))
    title = words.say("workbook.title")
    moment = datetime(issued.year, issued.month, issued.day, tzinfo=UTC).replace(tzinfo=None)
    book.set_properties({"title": title, "author": shown(report.unit.association), "created": moment})
    maker = _Workbook(book, report, registry, words, issued=issued, names=names or Names(words))
    maker.figures("direct", [row for row in report.coverage.rows if row.depth == 1])
    deeper = [row for row in report.coverage.rows if row.depth > 1]
    if deeper:
        maker.figures("deeper", deeper)
    maker.details()
    maker.coverage()
    book.close()
    return repack(written.getvalue())


class _Workbook:
    """Writes the sheets of one report."""

    def __init__(
        self, book: Any, report: CityReport, registry: Registry, words: Words, *, issued: date, names: Names
    ) -> None:
        self._book = book
        self._report = report
        self._registry = registry
        self._words = words
        self._issued = issued
        self._names = names
        self._looks = {name: book.add_format({"font_name": "Times New Roman", **look}) for name, look in _LOOKS.items()}

    def figures(self, name: str, rows: Sequence[CoverageRow]) -> None:
        """Units by indicators: results, with a sum over exactly the rows of this sheet where one makes sense."""
        columns = ["unit", "parent"] if name == "deeper" else ["unit"]
        heads = [self._say(column) for column in columns] + [self._column(table) for table in self._report.tables]
        sheet = self._sheet(
            name,
            heads,
            [26] * len(columns) + [_MONEY if one.measure == "VND" else _COLUMN for one in self._report.tables],
        )
        sheet.write_string(1, 0, self._say("note_deeper" if name == "deeper" else "note"), self._looks["note"])
        for at, row in enumerate(rows, _HEAD + 1):
            self._text(sheet, at, 0, unit_name(row.unit, self._words))
            if name == "deeper":
                self._text(sheet, at, 1, self._parent(row))
        for column, table in enumerate(self._report.tables, len(columns)):
            self._results(sheet, column, table, rows)
        sheet.autofilter(_HEAD, 0, _HEAD + max(len(rows), 1), max(len(heads) - 1, 0))
        sheet.freeze_panes(_HEAD + 1, len(columns))
        if len({row.depth for row in rows}) == 1:
            self._totals(sheet, rows, columns)

    def _results(self, sheet: Any, column: int, table: IndicatorTable, rows: Sequence[CoverageRow]) -> None:
        figures = {row.unit.id: row for row in table.rows}
        for at, row in enumerate(rows, _HEAD + 1):
            line = figures[row.unit.id]
            if line.result is not None:
                look = "about" if line.result.approximate else "number"
                self._number(sheet, at, column, line.result.value, look)
            else:
                key = "outbox.unclear_figure" if "result" in line.unclear else "city_report.figure.none"
                sheet.write_string(at, column, self._words.say(key), self._looks["absent"])

    def _totals(self, sheet: Any, rows: Sequence[CoverageRow], columns: Sequence[str]) -> None:
        first, last = _HEAD + 2, _HEAD + 1 + len(rows)
        sum_row, cover_row = last, last + 1
        key = "sum_direct" if len(columns) == 1 else "sum"
        sheet.write_string(sum_row, 0, self._say(key), self._looks["total_text"])
        sheet.write_string(cover_row, 0, self._say("covered"), self._looks["cover"])
        shown = {row.unit.id for row in rows}
        for column, table in enumerate(self._report.tables, len(columns)):
            span = f"{xl_col_to_name(column)}{first}:{xl_col_to_name(column)}{last}"
            figures = [row.result for row in table.rows if row.result and row.unit.id in shown]
            values = [figure.value for figure in figures]
            if table.totals:
                look = "total_about" if any(figure.approximate for figure in figures) else "total"
                sheet.write_formula(sum_row, column, f"=SUBTOTAL(9,{span})", self._look(look, values), sum(values))
            else:
                sheet.write_string(sum_row, column, self._words.say("city_report.figure.never"), self._looks["cover"])
            cover = f'=SUBTOTAL(2,{span})&"/"&SUBTOTAL(3,{span})'
            sheet.write_formula(cover_row, column, cover, self._looks["cover"], f"{len(values)}/{len(rows)}")

    def details(self) -> None:
        """Every figure that was used, with where it stands."""
        heads = [self._say(f"details.{name}") for name in _DETAILS]
        sheet = self._sheet("details", heads, _DETAIL_WIDTHS)
        at = _HEAD
        by_unit = {row.unit.id: row for row in self._report.coverage.rows}
        for table in self._report.tables:
            for row in table.rows:
                for kind in ("result", "target", "goal"):
                    if figure := row.kind(kind):
                        at += 1
                        self._detail(sheet, at, by_unit[row.unit.id], figure, (table.indicator, kind))
        sheet.autofilter(_HEAD, 0, max(at, _HEAD + 1), len(heads) - 1)
        sheet.freeze_panes(_HEAD + 1, 1)

    def _detail(self, sheet: Any, at: int, row: CoverageRow, figure: Figure, told: tuple[str, str]) -> None:
        indicator, kind = told
        texts = {
            0: unit_name(row.unit, self._words),
            1: self._parent(row),
            2: self._names.indicator(indicator),
            3: self._words.say(f"city_report.kind.{kind}"),
            5: self._names.measure(figure.measure),
            6: figure.as_of or "",
            7: self._say("yes") if figure.approximate else "",
            8: figure.quote,
        }
        for column, text in texts.items():
            self._text(sheet, at, column, text)
        self._file(sheet, at, row)
        texts[10] = row.standing.file or ""
        sheet.set_row(at, _LINE * max(_lines(text, _DETAIL_WIDTHS[column]) for column, text in texts.items()))
        self._number(sheet, at, 4, figure.value, "number")
        self._number(sheet, at, 9, figure.paragraph + 1, "number")

    def _file(self, sheet: Any, at: int, row: CoverageRow) -> None:
        """The report's name, which opens its annotated copy in the outbox, or its gap report."""
        outputs = row.standing.latest.outputs if row.standing.latest else ()
        words = [path for path in outputs if path.endswith(".docx")]
        linked = next((path for path in words if path.rpartition("/")[2].startswith(_COPY)), next(iter(words), ""))
        if not linked or at > _MOST_LINKS:
            self._text(sheet, at, 10, row.standing.file or "")
            return
        up = "../" * (self._report.unit.id.count(".") + 2)
        name = shown(row.standing.file or "")[:_MOST_LETTERS]
        sheet.write_url(at, 10, f"external:{up}{linked}", self._looks["link"], name)

    def coverage(self) -> None:
        """Every unit that owes or sent a report."""
        heads = [self._say(f"coverage.{name}") for name in _COVERAGE]
        sheet = self._sheet("coverage", heads, _COVERAGE_WIDTHS)
        for at, row in enumerate(self._report.coverage.rows, _HEAD + 1):
            newer = row.standing.note_latest
            texts = (
                unit_name(row.unit, self._words),
                self._parent(row),
                self._words.say(f"city_report.group.{row.group}"),
                row.standing.file or "",
                short_date(row.standing.received or "", self._words) if row.group is not Group.MISSING else "",
                "\n".join(row.reasons),
                newer.claim.name if newer else "",
            )
            for column, text in enumerate(texts):
                self._text(sheet, at, column, text)
            sheet.set_row(at, _LINE * max(map(_lines, texts, _COVERAGE_WIDTHS)))
        sheet.autofilter(_HEAD, 0, _HEAD + len(self._report.coverage.rows), len(heads) - 1)
        sheet.freeze_panes(_HEAD + 1, 1)

    def _sheet(self, name: str, heads: Sequence[str], widths: Sequence[int]) -> Any:
        sheet = self._book.add_worksheet(self._say(f"sheet.{name}"))
        issued = short_date(self._issued.isoformat(), self._words)
        unit = shown(self._report.unit.association)
        title = self._words.say("workbook.heading", title=self._say("title"), unit=unit, date=issued)
        sheet.write_string(0, 0, title, self._looks["title"])
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(_HEAD, column, head, self._looks["head"])
        sheet.set_row(_HEAD, _LINE * max(_lines(head, width) for head, width in zip(heads, widths, strict=True)))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD)
        return sheet

    def _column(self, table: IndicatorTable) -> str:
        name = self._names.indicator(table.indicator)
        if table.measure in ("", "count"):
            return name
        return self._words.say("workbook.column", indicator=name, measure=self._names.measure(table.measure))

    def _parent(self, row: CoverageRow) -> str:
        parent = self._registry.get(row.unit.parent or "")
        return unit_name(parent, self._words) if parent else ""

    def _text(self, sheet: Any, at: int, column: int, text: str) -> None:
        if not text:
            sheet.write_blank(at, column, None, self._looks["text"])
            return
        lines = "\n".join(shown(line) for line in text.split("\n"))
        sheet.write_string(at, column, lines[:_MOST_LETTERS], self._looks["text"])

    def _number(self, sheet: Any, at: int, column: int, value: float, look: str) -> None:
        sheet.write_number(at, column, value, self._look(look, [value]))

    def _look(self, look: str, values: Sequence[float]) -> Any:
        """The look without decimals where there are none: "#,##0.###" would leave a bare mark."""
        return self._looks[f"{look}_whole" if all(value == int(value) for value in values) else look]

    def _say(self, key: str) -> str:
        return self._words.say(f"workbook.{key}")


def _lines(text: str, width: int) -> int:
    """How many lines the text takes in a column of that width, at most ten."""
    room = int(width * _LETTERS_IN_A_UNIT)
    return min(sum(max(1, -(-len(line) // room)) for line in text.split("\n")), 10)
