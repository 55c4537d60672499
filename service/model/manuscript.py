"""What a Word file says: every word in reading order, with its place and its looks."""

from __future__ import annotations

from enum import StrEnum

from service.model.record import Record


class Format(StrEnum):
    """What the bytes really are, whatever the file is called."""

    DOCX = "docx"
    DOCM = "docm"
    DOTX = "dotx"
    DOTM = "dotm"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    HTML = "html"
    XML = "xml"
    """Word's own, all of the document in one file."""
    PDF = "pdf"
    TEXT = "text"
    ZIP = "zip"
    IMAGE = "image"
    UNKNOWN = "unknown"


class Look(Record):
    """The formatting of a paragraph, as far as it can make a heading."""

    style: str = ""
    """Canonical style name in lower case ("heading 1", "normal"); localised names are mapped."""
    outline_level: int | None = None
    """0 for the highest level, from the paragraph or its style chain; None for body text."""
    bold: bool = False
    """Every visible character is bold."""
    bold_prefix: int = 0
    """How many leading characters of the text are bold (a run-in head); 0 when none."""
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    """Every letter is a capital, typed so or shown so by `w:caps`."""
    centred: bool = False
    size: float | None = None
    """Font size of the first visible run, in points."""
    page_break_before: bool = False
    contents: bool = False
    """Word itself made it an entry of a table of contents: by a TOC field, or in a control for one."""


class Place(Record):
    """Where a paragraph stands."""

    table: int | None = None
    """Index into `Manuscript.tables` of the innermost table around it; None outside tables."""
    row: int | None = None
    """Row in that table, from 0."""
    column: int | None = None
    """Grid column where its cell begins, from 0."""
    text_box: bool = False
    """It stands in a text box or shape."""


class Paragraph(Record):
    """One paragraph of the body, in the accepted view (insertions in, deletions out)."""

    index: int
    """Position in reading order from 0: the `paragraph` of the contract."""
    text: str
    """Its words, Unicode NFC, decoded from legacy fonts; tab as \\t, line break as \\n; no automatic label."""
    label: str = ""
    """Automatic number or bullet as Word shows it ("I.", "1.2.", "a)", "-"); empty when none."""
    look: Look = Look()
    place: Place = Place()


class Cell(Record):
    """One cell of a table; a merged cell stands once, at its first row and column."""

    row: int
    column: int
    row_span: int
    column_span: int
    paragraphs: tuple[int, ...]
    """Indexes of its paragraphs, nested tables' paragraphs left out."""
    text: str
    """Its paragraphs' text, joined by line breaks."""


class Table(Record):
    """A table as a grid of cells in reading order."""

    index: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    parent: int | None = None
    """Index of the table that holds this one; None at the top."""


class Note(Record):
    """Text that stands beside the body: a footnote, endnote, header or footer."""

    kind: str
    """footnote, endnote, header, footer, or graphic (the words of a chart or diagram)."""
    text: str
    anchor: int | None = None
    """Body paragraph that refers to it; None for headers and footers."""


class Aside(Record):
    """Words kept apart from the body: hidden text, a reviewer's comment, a tracked deletion."""

    text: str
    paragraph: int | None
    """Body paragraph at which it stands."""
    author: str = ""


class Reply(Record):
    """What somebody answered to one of this service's own comments."""

    text: str
    author: str
    moment: str
    """When, as the file tells it; empty where it doesn't."""
    to: str
    """The words of our comment."""


class Manuscript(Record):
    """A whole report as read."""

    format: Format
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    hidden: tuple[Aside, ...] = ()
    comments: tuple[Aside, ...] = ()
    """Comments of people; those that this service wrote are left out, and what answers them."""
    replies: tuple[Reply, ...] = ()
    """What people answered to this service's comments."""
    insertions: tuple[Aside, ...] = ()
    """Tracked insertions and moved-in text still unaccepted (also part of the body text)."""
    deletions: tuple[Aside, ...] = ()
    """Tracked deletions and moved-away text (not part of the body text)."""
    legacy: tuple[Aside, ...] = ()
    """Passages stored in a legacy Vietnamese font: decoded text; `author` is the font's name."""
    unread: tuple[Aside, ...] = ()
    """Foreign documents that Word shows as part of the body and that this reader can't read; `text` names the part."""
    prompts: tuple[Aside, ...] = ()
    """What content controls ask for that nobody has filled in; Word shows it greyed, and it isn't part of the text."""
    pictures: int = 0
    """How many pictures the body shows."""
    page_pictures: int = 0
    """How many of them are shown so large that each may be the page of a scan."""
    largest_picture: float = 0.0
    """The area of the largest one as shown, in square centimetres; endless where none is given."""
    blocks: tuple[int, ...] = ()
    """Index of the first paragraph of each block of the body (a paragraph, table or inserted document that stands in
    no other), in order; of one that shows no paragraph of its own, that of the next."""
