"""The merge: one report after the other, cut, proved and written, with nothing of it kept."""

from __future__ import annotations

from collections import Counter
from typing import IO, TYPE_CHECKING

from service.compendium import frame
from service.compendium.carrying import Carrier, Relations
from service.compendium.opened import Opened
from service.compendium.package import Writer
from service.compendium.pieces import KINDS, Cutter, Ground, Ids, Piece
from service.compendium.proof import Reader, all_hold, expected, holds, squeezed
from service.compendium.sheet import Stylesheet
from service.compendium.whole import whole_extract
from service.errors import UnreadableReport
from service.model.compendium import Captions, Contribution, Heading, LeftOut, Result, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from service.model.city import Extract, Passage
    from service.model.compendium import Removed

_CHUNK = 1 << 18
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "numbering", "footnotes", "endnotes")
_TAG = 64
"""Letters that Word allows in a tag."""


def merge(
    sink: IO[bytes],
    reports: Iterable[Contribution],
    captions: Captions,
    spool: Callable[[], IO[bytes]],
    *,
    front: Callable[[Result], bytes] | None = None,
    day: str = "1980-01-01",
) -> Result:
    """Write the compendium: under each section, each unit's own text with its looks.

    Args:
        sink: Where the package goes; seekable.
        reports: In the order in which they are to stand.
        captions: Its own words.
        spool: Makes a file to write to and read again; one for each section and kind of part.
        front: Gives the Word file of the first pages, once it is known what became of every report.
        day: Date in the document's properties.

    Returns:
        What became of each report.
    """
    maker = _Compendium(sink, captions, spool)
    for number, report in enumerate(reports, 1):
        maker.take(report, number)
    return maker.finish(front, day)


class _Compendium:
    """A compendium as it grows; only what is in its spools grows with the number of reports."""

    def __init__(self, sink: IO[bytes], captions: Captions, spool: Callable[[], IO[bytes]]) -> None:
        self._writer = Writer(sink)
        self._captions = captions
        self._sheet = Stylesheet(frame.style_sheet())
        self._reader = Reader(self._sheet)
        relations = {kind: Relations() for kind in ("", *KINDS)}
        self._header = relations[""].to("header", "header1.xml")
        for part in _PARTS:
            relations[""].to(part, f"{part}.xml")
        self._ground = Ground(self._sheet, Carrier(self._writer), relations, Ids())
        self._chapters = {section: spool() for section, _ in captions.chapters}
        self._spools = {name: spool() for name in ("abstracts", "nums", *KINDS)}
        self._open_layout = dict.fromkeys(self._chapters, b"")
        self._headings: dict[str, list[Heading]] = {section: [] for section in self._chapters}
        self._taken: list[Taken] = []
        self._left_out: list[LeftOut] = []

    def take(self, report: Contribution, number: int) -> None:
        """Take a report in whole, or leave it out whole."""
        try:
            opened = Opened(report.open())
        except UnreadableReport as trouble:
            self._left_out.append(LeftOut(report.unit, report.title, trouble.key, trouble.variant))
            return
        removed, pieces, plain = self._cut(opened, report.extract, number)
        for section, passages in report.extract.sections:
            if section in self._chapters:
                self._write(report, pieces.get(section) or _plain(section, passages, report.extract), number)
        told = tuple((kind, count) for kind, count in sorted(removed.items()) if count)
        sections = tuple(section for section, _ in report.extract.sections if section in self._chapters)
        self._taken.append(Taken(report.unit, report.title, sections, told, plain))

    def _cut(
        self, opened: Opened, extract: Extract, number: int
    ) -> tuple[Counter[Removed], dict[str, Piece], tuple[str, ...]]:
        """The pieces of a report that hold all their words, and the sections of which none does."""
        removed: Counter[Removed] = Counter()
        proved: dict[str, Piece] = {}
        try:
            cutter = Cutter(opened, extract, self._ground, f"{number:x}.")
            removed = cutter.removed
            for piece in cutter.pieces():
                if self._is_whole(piece, extract):
                    proved[piece.section] = piece
        except Exception:  # noqa: BLE001, S110 - whatever is odd about one report: its words are known, and stand there plain
            pass
        return removed, proved, tuple(section for section, _ in extract.sections if section not in proved)

    def _is_whole(self, piece: Piece, extract: Extract) -> bool:
        passages = extract.under(piece.section)
        here = {passage.paragraph for passage in passages}
        notes = [squeezed(text) for paragraph, text in extract.notes if paragraph in here]
        if not all_hold([self._reader.note(note) for _, note in piece.notes], notes):
            return False
        if piece.is_sure:
            return True
        found = [line for content, _ in piece.contents for line in self._reader.lines(content, piece.lists)]
        return holds(found, expected(passages))

    def _write(self, report: Contribution, piece: Piece, number: int) -> None:
        """Write a piece below a heading of its unit."""
        chapter, ids = self._chapters[piece.section], self._ground.ids
        heading = Heading(report.title, 2, f"_TapHop_{list(self._chapters).index(piece.section) + 1}_{number}")
        self._headings[piece.section].append(heading)
        self._turn(piece.section, b"")
        chapter.write(frame.heading(heading, ids.bookmark))
        ids.bookmark += 1
        for content, layout in piece.contents:
            self._turn(piece.section, layout)
            ids.control += 1
            chapter.write(frame.control(_tag(report), report.title, ids.control))
            chapter.write(content)
            chapter.write(frame.CONTROL_END)
        for kind, note in piece.notes:
            self._spools[kind].write(note)
        self._spools["abstracts"].writelines(piece.lists.abstracts)
        self._spools["nums"].writelines(piece.lists.nums)

    def _turn(self, section: str, layout: bytes) -> None:
        """End the section of pages that is open where the next ones lie otherwise."""
        before = self._open_layout[section]
        if before != layout:
            self._chapters[section].write(frame.section_break(frame.section(self._header, before)))
            self._open_layout[section] = layout

    def finish(self, front: Callable[[Result], bytes] | None, day: str) -> Result:
        """Write what stands around the reports, and close the package."""
        chapters = []
        for number, (section, title) in enumerate(self._captions.chapters, 1):
            self._turn(section, b"")
            chapters += [Heading(title, 1, f"_TapHop_{number}"), *self._headings[section]]
        result = Result(tuple(self._taken), tuple(self._left_out), tuple(chapters))
        first = self._front(front(result)) if front is not None else b""
        if not self._sheet.default_id:
            self._sheet.default_id = frame.PLAIN
        writer = self._writer
        writer.stream("word/document.xml", f"{_WML}.document.main+xml", self._document(first, chapters))
        spools = self._spools
        writer.stream("word/styles.xml", f"{_WML}.styles+xml", frame.styles(self._sheet.written()))
        lists = frame.numbering(_spooled(spools["abstracts"]), _spooled(spools["nums"]))
        writer.stream("word/numbering.xml", f"{_WML}.numbering+xml", lists)
        for kind in KINDS:
            writer.stream(f"word/{kind}s.xml", f"{_WML}.{kind}s+xml", frame.notes(kind, _spooled(spools[kind])))
        writer.add("word/header1.xml", frame.header(), f"{_WML}.header+xml")
        writer.add("word/settings.xml", frame.settings(), f"{_WML}.settings+xml")
        for kind, relations in self._ground.relations.items():
            writer.add(f"word/_rels/{f'{kind}s' if kind else 'document'}.xml.rels", relations.written(), "")
        core = "application/vnd.openxmlformats-package.core-properties+xml"
        writer.add("docProps/core.xml", frame.properties(self._captions.title, day), core)
        writer.add("_rels/.rels", frame.package_relations(), "")
        writer.close()
        return result

    def _document(self, first: bytes, headings: Sequence[Heading]) -> Iterator[bytes]:
        yield frame.DOCUMENT.encode()
        yield first
        yield frame.contents(self._captions.contents, headings)
        ids, at = self._ground.ids, iter(one for one in headings if one.level == 1)
        for section, spool in self._chapters.items():
            yield frame.heading(next(at), ids.bookmark)
            ids.bookmark += 1
            yield from _spooled(spool)
            if not self._headings[section]:
                yield frame.paragraph(self._captions.silent)
        yield frame.section(self._header, first=True)
        yield b"</w:body></w:document>"

    def _front(self, data: bytes) -> bytes:
        """The first pages, brought in as a report is."""
        opened = Opened(data)
        cutter = Cutter(opened, whole_extract(data), self._ground, "0.")
        written = []
        for piece in cutter.pieces():
            written += [content for content, _ in piece.contents]
            self._spools["abstracts"].writelines(piece.lists.abstracts)
            self._spools["nums"].writelines(piece.lists.nums)
        return b"".join(map(self._own_control, written))

    def _own_control(self, content: bytes) -> bytes:
        self._ground.ids.control += 1
        head = frame.control("tap-hop/front", self._captions.title, self._ground.ids.control)
        return b"".join((head, content, frame.CONTROL_END))


def _plain(section: str, passages: Sequence[Passage], extract: Extract) -> Piece:
    here = {passage.paragraph for passage in passages}
    notes = [text for paragraph, text in extract.notes if paragraph in here]
    return Piece(section, [(frame.plain(passages, notes), b"")])


def _tag(report: Contribution) -> str:
    tag = f"tap-hop/{report.sha256[:12]}/"
    return tag + report.unit[-(_TAG - len(tag)) :]


def _spooled(spool: IO[bytes]) -> Iterator[bytes]:
    spool.seek(0)
    while chunk := spool.read(_CHUNK):
        yield chunk
