"""Small reports from lines of text, for tests of the judges."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from service.check.case import Case, Context, Zone, make_case
from service.check.lists import phrasebook
from service.check.terms import judge_terms, report_date
from service.check.zones import judge_zones
from service.defaults import folder
from service.model.manuscript import Cell, Format, Look, Manuscript, Paragraph, Place, Table
from service.outline import outline
from service.rules import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.rulebook import Rulebook

TITLE = ("BÁO CÁO", "Tổng kết nhiệm kỳ 2015 - 2020, phương hướng nhiệm kỳ 2020 - 2025")


@cache
def rules(language: str = "vi") -> Rulebook:
    return load(folder("rules"), language)


def manuscript(*blocks: str | Sequence[Sequence[str]]) -> Manuscript:
    """A text is a paragraph; a list of rows is a table.

    A text between ** is bold, between ^^ centred and bold; "label|text" gives an automatic label.
    """
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    for block in blocks:
        if isinstance(block, str):
            paragraphs.append(_paragraph(len(paragraphs), block))
        else:
            tables.append(_table(len(tables), block, paragraphs))
    return Manuscript(Format.DOCX, tuple(paragraphs), tuple(tables))


def _paragraph(index: int, block: str) -> Paragraph:
    centred = block.startswith("^^")
    bold = centred or block.startswith("**")
    text = block.strip("^*") if bold else block
    label, _, rest = text.partition("|") if "|" in text[:6] else ("", "", text)
    letters = [letter for letter in rest if letter.isalpha()]
    capitals = bool(letters) and all(letter.isupper() for letter in letters)
    look = Look(style="normal", bold=bold, bold_prefix=len(rest) if bold else 0, capitals=capitals, centred=centred)
    return Paragraph(index, rest, label, look)


def _table(number: int, rows: Sequence[Sequence[str]], paragraphs: list[Paragraph]) -> Table:
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            index = len(paragraphs)
            paragraphs.append(Paragraph(index, text, place=Place(table=number, row=r, column=c)))
            cells.append(Cell(r, c, 1, 1, (index,), text))
    return Table(number, len(rows), max(len(row) for row in rows), tuple(cells))


def case(*blocks: str | Sequence[Sequence[str]], name: str = "bao cao.docx", folder_name: str = "") -> Case:
    """A case of the first document in some blocks, with the default rules."""
    read = manuscript(*blocks)
    outlined = outline(read)
    return make_case(
        read, outlined, outlined.pieces[0], rules(), phrasebook(rules()), file_name=name, folder=folder_name
    )


def context(made: Case, level: str | None = "commune", dated: date | None = None) -> Context:
    """The context as the check itself works it out; `dated` where the blocks have no letterhead."""
    own_date = dated or report_date(made)
    terms = judge_terms(made, own_date.year if own_date else None, None, made.rulebook.round)
    return Context(judge_zones(made, terms.opening), level, terms.closing, terms.opening, own_date)


def zoned(made: Case, zone: Zone, level: str | None = "commune") -> Context:
    """A context in which every paragraph is of one zone."""
    return Context((zone,) * len(made.manuscript.paragraphs), level, "2015-2020", "2020-2025", date(2020, 7, 1))
