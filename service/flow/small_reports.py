"""From the examples beside the rules to small reports that can be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.check.examine import examine
from service.model.examination import FileFacts
from service.model.manuscript import Aside, Cell, Format, Look, Manuscript, Paragraph, Place, Table
from service.outline import outline
from service.rules.examples import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from service.model.examination import Examination
    from service.model.example import Base, Example
    from service.model.outline import Outline
    from service.model.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class SmallReport:
    """One small report of an example, read and outlined once."""

    name: str
    """The example's id, with the phrase that was put in."""
    example: Example
    phrase: str
    """The phrase that was put in; empty where none was."""
    own: tuple[str, ...]
    """The lines that it doesn't share with its base."""
    headings: Mapping[str, str | None]
    """Under which heading sections must be found."""
    quotes: Mapping[str, str]
    """The words that must be quoted for figures."""
    manuscript: Manuscript
    outline: Outline

    def judged(self, rulebook: Rulebook) -> Examination:
        """What the rules say of it."""
        return examine(self.manuscript, self.outline, rulebook, FileFacts(self.example.id, "", 0, "docx"))


def small_reports(rulebook: Rulebook) -> tuple[SmallReport, ...]:
    """Every small report of the pack's examples."""
    return tuple(report for example in rulebook.examples for report in _of(example, rulebook.bases))


def _of(example: Example, bases: Mapping[str, Base]) -> Iterator[SmallReport]:
    lines, own = _lines(example, bases)
    for phrase in example.each or ("",):
        read = _manuscript([_filled(line, phrase) for line in lines], example.carries)
        name = f"{example.id}: {phrase}" if phrase else example.id
        headings = {section: text and _filled(text, phrase) for section, text in example.headings.items()}
        quotes = {figure: _filled(text, phrase) for figure, text in example.quotes.items()}
        mine = tuple(_filled(line, phrase) for line in own)
        yield SmallReport(name, example, phrase, mine, headings, quotes, read, outline(read))


def _filled(line: str, phrase: str) -> str:
    return line.replace(BLANK, phrase) if phrase else line


def _lines(example: Example, bases: Mapping[str, Base]) -> tuple[list[str], list[str]]:
    """All lines of an example, and those that are its own."""
    if not example.base:
        return list(example.lines), list(example.lines)
    lines: list[str] = []
    own: list[str] = []
    for label, written in bases[example.base].items():
        changed = _texts(example.change[label]) if label in example.change else None
        behind = _texts(example.after.get(label))
        lines += [*(written if changed is None else changed), *behind]
        own += [*(changed or ()), *behind]
    return lines, own


def _texts(written: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else written or ()


def _manuscript(lines: Sequence[str], carries: Mapping[str, int]) -> Manuscript:
    """A report of plain paragraphs and tables, as Word would give it."""
    writing = _Writing()
    for line in lines:
        writing.add(line)
    left = {name: tuple(Aside("…", 0) for _ in range(count)) for name, count in carries.items()}
    return Manuscript(
        Format.DOCX, tuple(writing.paragraphs), tuple(writing.tables), hidden=left.get("hidden_text", ()),
        comments=left.get("comments", ()), insertions=left.get("tracked_changes", ()),
        legacy=tuple(Aside("…", 0, ".VnTime") for _ in left.get("legacy_font", ())),
    )  # fmt: skip


class _Writing:
    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self._in_table = False

    def add(self, line: str) -> None:
        row = line.strip()
        if row.startswith("|") and row.endswith("|") and len(row) > 1:
            self._row([cell.strip() for cell in row[1:-1].split("|")])
            return
        self._in_table = False
        letters = [letter for letter in line if letter.isalpha()]
        capitals = bool(letters) and all(letter.isupper() for letter in letters)
        look = Look(style="normal", bold=capitals, bold_prefix=len(line) if capitals else 0, capitals=capitals)
        self.paragraphs.append(Paragraph(len(self.paragraphs), line, look=look))

    def _row(self, cells: Sequence[str]) -> None:
        if not self._in_table:
            self.tables.append(Table(len(self.tables), 0, 0, ()))
            self._in_table = True
        table = self.tables.pop()
        made = []
        for column, text in enumerate(cells):
            index = len(self.paragraphs)
            self.paragraphs.append(Paragraph(index, text, place=Place(table.index, table.rows, column)))
            made.append(Cell(table.rows, column, 1, 1, (index,), text))
        columns = max(table.columns, len(cells))
        self.tables.append(Table(table.index, table.rows + 1, columns, (*table.cells, *made)))
