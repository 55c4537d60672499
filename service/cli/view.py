"""What the program sees in a file: lines for a person, an object for a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.language import odd_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.model.manuscript import Aside, Cell, Manuscript, Paragraph, Table
    from service.model.outline import Heading, Outline
    from service.words import Words

_APART = ("hidden", "comments", "insertions", "deletions", "legacy", "unread", "prompts")
_NOTES = ("footnote", "endnote", "header", "footer", "graphic")
_WIDTH = 60
"""So much of a cell is shown; its whole text stands among the paragraphs."""


def to_object(name: str, manuscript: Manuscript, outline: Outline) -> dict[str, Any]:
    """A file as plain dicts, lists, strings and numbers; paragraphs are counted from 0, as in the contract."""
    from dataclasses import asdict  # noqa: PLC0415 - the words for a person do without

    return {
        "file": name,
        "format": str(manuscript.format),
        "outline": [asdict(piece) for piece in outline.pieces],
        "contents": sorted(outline.contents),
        "paragraphs": [asdict(paragraph) for paragraph in manuscript.paragraphs],
        "tables": [asdict(table) for table in manuscript.tables],
        "notes": [asdict(note) for note in manuscript.notes],
        **{kind: [asdict(aside) for aside in getattr(manuscript, kind)] for kind in _APART},
        "odd_letters": [{"text": word, "paragraph": index} for word, index in _odd(manuscript)],
        "pictures": manuscript.pictures,
    }


def lines(name: str, manuscript: Manuscript, outline: Outline, words: Words) -> Iterator[str]:
    """A file as a person reads it; paragraphs are counted from 1, as `check` counts them."""
    yield words.say(
        "read.head", name=name, format=manuscript.format, paragraphs=len(manuscript.paragraphs),
        tables=len(manuscript.tables), pictures=manuscript.pictures,
    )  # fmt: skip
    yield from ("", words.say("read.outline"), *_outline(outline, words))
    yield from ("", words.say("read.paragraphs"), *_paragraphs(manuscript, outline, words))
    if manuscript.tables:
        yield from ("", words.say("read.tables"), *_tables(manuscript.tables, words))
    yield from ("", words.say("read.apart"), *(list(_apart(manuscript, words)) or ["  " + words.say("read.nothing")]))


def _outline(outline: Outline, words: Words) -> Iterator[str]:
    for number, piece in enumerate(outline.pieces, 1):
        title = piece.title or words.say("read.untitled")
        yield "  " + words.say("read.piece", number=number, first=piece.start + 1, last=piece.end, title=title)
        for heading in piece.headings:
            yield f"  {'  ' * heading.level}{heading.text}  [{_why(heading, words)}]"
        if not piece.headings:
            yield "    " + words.say("read.no_heading")


def _why(heading: Heading, words: Words) -> str:
    key = "read.reason." + heading.reason.replace(",", "").replace(" ", "_")
    reason = words.say(key) if words.has(key) else heading.reason
    return words.say(
        "read.why", level=heading.level, paragraph=heading.paragraph + 1, sure=round(100 * heading.confidence),
        reason=reason,
    )  # fmt: skip


def _paragraphs(manuscript: Manuscript, outline: Outline, words: Words) -> Iterator[str]:
    contents = words.say("read.contents")
    for paragraph in manuscript.paragraphs:
        if paragraph.text or paragraph.label:
            mark = f"{contents} " if paragraph.index in outline.contents else _place(paragraph, words)
            yield f"{paragraph.index + 1:>6}  {mark}{_line(f'{paragraph.label} {paragraph.text}'.lstrip())}"


def _place(paragraph: Paragraph, words: Words) -> str:
    place = paragraph.place
    box = words.say("read.box") + " " if place.text_box else ""
    if place.table is None:
        return box
    where = words.say("read.cell", table=place.table + 1, row=(place.row or 0) + 1, column=(place.column or 0) + 1)
    return f"{where} {box}"


def _tables(tables: Iterable[Table], words: Words) -> Iterator[str]:
    for table in tables:
        inside = words.say("read.inside", table=table.parent + 1) if table.parent is not None else ""
        yield (
            "  "
            + words.say(
                "read.table", number=table.index + 1, rows=table.rows, columns=table.columns, inside=inside
            ).rstrip()
        )
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for number, cells in rows.items():
            yield f"    {number + 1:>3} | " + " | ".join(_cell(cell, words) for cell in cells)


def _cell(cell: Cell, words: Words) -> str:
    text = _line(cell.text)
    shown = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
    if cell.row_span == cell.column_span == 1:
        return shown
    return f"{shown} {words.say('read.merged', rows=cell.row_span, columns=cell.column_span)}".lstrip()


def _apart(manuscript: Manuscript, words: Words) -> Iterator[str]:
    for kind in _APART:
        yield from _list(words.say(f"read.kind.{kind}"), getattr(manuscript, kind), words)
    for kind in _NOTES:
        notes = [(note.text, note.anchor, "") for note in manuscript.notes if note.kind == kind]
        yield from _list(words.say(f"read.kind.{kind}"), notes, words)
    odd = [(word, index, "") for word, index in _odd(manuscript)]
    yield from _list(words.say("read.kind.odd_letters"), odd, words)


def _list(title: str, asides: Iterable[Aside | tuple[str, int | None, str]], words: Words) -> Iterator[str]:
    told = [aside if isinstance(aside, tuple) else (aside.text, aside.paragraph, aside.author) for aside in asides]
    if told:
        yield "  " + words.say("read.kind_of", title=title, count=len(told))
    for text, paragraph, author in told:
        place = words.say("read.at", paragraph=paragraph + 1) + " " if paragraph is not None else ""
        yield f"    {place}{_line(text)}" + (f" ({author})" if author else "")


def _odd(manuscript: Manuscript) -> Iterator[tuple[str, int]]:
    """Words with letters of another alphabet, each with its paragraph."""
    return ((word, paragraph.index) for paragraph in manuscript.paragraphs for word in odd_words(paragraph.text))


def _line(text: str) -> str:
    return text.replace("\n", " ⏎ ").replace("\t", " ⇥ ")
