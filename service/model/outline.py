"""The structure of a report: which documents a file holds, and the headings of each."""

from __future__ import annotations

from service.model.record import Record


class Heading(Record):
    """One heading, found by style, numbering or looks."""

    paragraph: int
    """Its first paragraph (that of the label where label and title stand apart)."""
    last: int
    """Its last paragraph; the same as `paragraph` unless the heading runs over several."""
    label: str
    """"PHẦN THỨ NHẤT", "I.", "1.2.", "a)"; empty when unnumbered."""
    title: str
    """The words without the label, on one line."""
    level: int
    """1 is the highest level in this document; deeper headings have greater numbers."""
    end: int
    """First paragraph after everything that belongs to it, subsections included."""
    body: int
    """First paragraph of its content; equals `paragraph` for a run-in head."""
    run_in: int = 0
    """For a run-in head: how many characters of its paragraph's text are the head; else 0."""
    confidence: float = 1.0
    reason: str = ""
    """Why it was taken for a heading: style, outline level, numbering, capitals, bold…"""

    @property
    def text(self) -> str:
        """Label and title as the reader sees them."""
        return f"{self.label} {self.title}".strip()


class Piece(Record):
    """One document of those bound in a file."""

    start: int
    end: int
    """First paragraph that no longer belongs to it."""
    front_end: int
    """First paragraph after its letterhead and title."""
    title: str
    """Its title on one line ("BÁO CÁO Tổng kết nhiệm kỳ …"); empty when it has none."""
    title_paragraph: int | None
    headings: tuple[Heading, ...]


class Outline(Record):
    """The documents of a file, in order, covering every paragraph once."""

    pieces: tuple[Piece, ...]
    contents: frozenset[int] = frozenset()
    """Paragraphs that belong to a table of contents: never read as text."""
