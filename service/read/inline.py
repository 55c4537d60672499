"""Inside a paragraph: runs, fields, changes and the objects that hang in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.read.codes import Codes
from service.read.compact import KEY, WORDS
from service.read.controls import shows_prompt
from service.read.drawings import DRAWN, chosen, look_into
from service.read.fields import Fields, is_contents
from service.read.formulas import PARTS, around, written
from service.read.looks import SILENT, RunLook, read_run
from service.read.shown import RunFormat, effective
from service.read.signs import RAISED, as_signs, symbol
from service.read.story import Change, Draft, Piece
from service.read.xml import MAX_DEPTH, MC, A, M, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from service.read.compact import Blocks
    from service.read.fonts import Theme
    from service.read.story import Story
    from service.read.styles import Style, Styles

_RUN, _RPR, _TEXT, _DELETED_TEXT = W + "r", W + "rPr", W + "t", W + "delText"
_MATH_TEXT = M + "t"
_SIMPLE_FIELD, _CONTROL = W + "fldSimple", W + "sdt"
_ALTERNATE, _COMMENT_START = MC + "AlternateContent", W + "commentRangeStart"
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",  # a letter in TCVN3; elsewhere it goes when the text is tidied
}
_SKIPPED = frozenset(
    W + name
    for name in (
        "pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeEnd", "sdtPr", "sdtEndPr", "smartTagPr",
        "customXmlPr", "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "fldData", "subDoc",
    )
)  # fmt: skip
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_DELETED = frozenset({W + "del", W + "moveFrom"})
_LONGEST_CODE = 200
_ENDS_APART = re.compile(r"(?:[0-9%)]|[^\W\d_]{3})\Z")
"""How words end behind which raised digits are a power or the mark of a note; behind fewer letters stands "m2"."""
MAX_LOOKS = 50_000
"""Most different looks of runs that a part may have."""


class Inline:
    """Reads the content of paragraphs into drafts; fields and changes may go on from one to the next."""

    def __init__(self, styles: Styles, theme: Theme, story: Story, blocks: Blocks) -> None:
        self._styles = styles
        self._theme = theme
        self._story = story
        self._blocks = blocks
        self._formats: dict[tuple[object, RunLook], RunFormat] = {}
        self._by_block: dict[object, dict[str, RunFormat]] = {}
        self._known: dict[str, RunFormat] = {}
        self._fields = Fields()
        self._codes = Codes()
        self._contents_end: int | None = None
        """How much of this paragraph stands in a table of contents that ends in it."""
        self._draft: Draft
        self._index = 0
        self._pieces: list[Piece] = []
        self._plain: RunFormat
        self._style_id: str | None = None
        self._context: object = ""
        self._style_run = self._table_run = SILENT
        self.change: Change | None = None
        self._beginnings: dict[object, Callable[[_Element], Callable[[], None] | None]] = {
            **dict.fromkeys(_INSERTED, lambda change: self.begin_change(change, deleted=False)),
            **dict.fromkeys(_DELETED, lambda change: self.begin_change(change, deleted=True)),
            **dict.fromkeys(PARTS, self._begin_part),
            _SIMPLE_FIELD: self._begin_simple,
            _CONTROL: lambda control: self.begin_prompt() if shows_prompt(control) else None,
        }
        self._run_actions: dict[object, Callable[[_Element, RunFormat], None]] = {
            W + "br": self._break,
            W + "sym": self._symbol,
            W + "fldChar": self._field,
            W + "instrText": self._code,
            W + "footnoteReference": self._note,
            W + "endnoteReference": self._note,
            W + "commentReference": self._comment,
        } | dict.fromkeys(
            (
                W + name
                for name in (
                    "lastRenderedPageBreak", "delInstrText", "annotationRef", "footnoteRef", "endnoteRef",
                    "separator", "continuationSeparator",
                )
            ),
            self._ignore,
        )  # fmt: skip

    def begin_story(self, root: _Element) -> None:
        """Set the text to read; its paragraphs follow."""
        self._fields.begin(root)
        self._codes = Codes()

    def begin(self, draft: Draft, index: int, style_id: str, style: Style, table: RunLook = SILENT) -> None:
        """Set the paragraph to fill.

        Args:
            draft: What to fill.
            index: Its place among the drafts.
            style_id: Its style's id, as the paragraph names it.
            style: Its style.
            table: What the style of the table around it gives to runs.
        """
        self._draft, self._index, self._pieces = draft, index, draft.pieces
        if style_id == self._style_id and table is self._table_run:
            return
        self._style_id, self._style_run, self._table_run = style_id, style.run, table
        self._context = style_id if table is SILENT else (style_id, table)
        self._known = self._by_block.setdefault(self._context, {})
        plain = self._known.get("")
        if plain is None:
            plain = self._known[""] = self._format(SILENT)
        self._plain = plain

    def read(self, paragraph: Iterable[_Element]) -> None:
        """Read the content of a `w:p`."""
        for child in paragraph:
            tag = child.tag
            if tag == WORDS:
                self._words(child)
            elif tag == _RUN:
                self._run(child)
            elif tag not in _SKIPPED and (entered := self._enter(child, tag)):
                self._content(*entered)
        if self._contents_end is not None:
            self._draft.contents = not any(text.strip() for text, _, _ in self._pieces[self._contents_end :])
            self._contents_end = None

    def read_drawn(self, paragraph: _Element) -> None:
        """Read a paragraph of drawing text, which knows no Word styles."""
        for node in paragraph.iter(A + "t", A + "br"):
            self.say(node.text or "" if node.tag == A + "t" else "\n")

    def say(self, text: str) -> None:
        """Add words without formatting of their own."""
        self._say(text, self._plain)

    def mark(self, rpr: _Element | None) -> RunFormat:
        """How the paragraph mark, of the paragraph just read, is shown; its number looks like it."""
        return self._plain if rpr is None else self._format(read_run(rpr, self._theme))

    def _content(self, content: Iterator[_Element], leave: Callable[[], None] | None) -> None:
        """Read what a wrapper holds, wrappers in it included."""
        stack = [(content, leave)]
        while stack:
            children, leave = stack[-1]
            for child in children:
                tag = child.tag
                if tag == WORDS:
                    self._words(child)
                elif tag == _RUN:
                    self._run(child)
                elif tag not in _SKIPPED and (entered := self._enter(child, tag)):
                    stack.append(entered)
                    break
            else:
                stack.pop()
                if leave:
                    leave()
            if len(stack) > MAX_DEPTH:
                raise UnreadableReport("file.too_large", "intricate")

    def _enter(self, child: _Element, tag: str) -> tuple[Iterator[_Element], Callable[[], None] | None] | None:
        """Go into a wrapper; None where the element has been dealt with."""
        begin = self._beginnings.get(tag)
        if begin is not None:
            return iter(child), begin(child)
        if tag == _ALTERNATE:
            branch = chosen(child)
            return (iter(branch), None) if branch is not None else None
        if tag == _COMMENT_START:
            self._comment(child, self._plain)
        elif tag == _MATH_TEXT:
            self._say(written(child), self._plain)
        elif tag in DRAWN:
            self._object(child, self._plain)
        else:
            return iter(child), None
        return None

    def _begin_part(self, part: _Element) -> Callable[[], None] | None:
        """Start a part of a formula. Returns what ends it."""
        before, behind = around(part)
        self._say(before, self._plain)
        return (lambda: self._say(behind, self._plain)) if behind else None

    def begin_change(self, element: _Element, *, deleted: bool) -> Callable[[], None]:
        """Start a tracked change; a deletion inside an insertion is a deletion. Returns what ends it."""
        return self._begin(Change(deleted, element.get(W + "author", "")))

    def begin_prompt(self) -> Callable[[], None]:
        """Start the prompt of a content control. Returns what ends it."""
        return self._begin(Change(deleted=True, author="", prompt=True))

    def _begin(self, change: Change) -> Callable[[], None]:
        before = self.change
        if not (before and before.deleted):
            self.change = change

        def end() -> None:
            self.change = before

        return end

    def _words(self, words: _Element) -> None:
        """A run of nothing but words."""
        if not self._fields.muted and (text := words.text):
            look = self._look_of(words)
            self._pieces.append((_as_shown(text, look, self._pieces), look, self.change))

    def _look_of(self, run: _Element) -> RunFormat:
        key = run.get(KEY)
        return self._plain if key is None else self._known.get(key) or self._look_of_block(key)

    def _run(self, run: _Element) -> None:
        look = self._look_of(run)
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                if text and not self._fields.muted:
                    self._pieces.append((_as_shown(text, look, self._pieces), look, self.change))
            elif tag == _RPR:
                look = self._format(read_run(child, self._theme))
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], look)
            elif tag == _DELETED_TEXT:
                if not self._fields.muted:
                    self._pieces.append((child.text or "", look, self.change or Change(deleted=True, author="")))
            else:
                self._run_actions.get(tag, self._object)(child, look)

    def _say(self, text: str, look: RunFormat) -> None:
        if text and not self._fields.muted:
            self._pieces.append((text, look, self.change))

    def _look_of_block(self, key: str) -> RunFormat:
        block = self._blocks.get(key, _RPR)
        if block is None:
            return self._plain
        look = self._known[key] = self._format(read_run(block, self._theme))
        return look

    def _format(self, look: RunLook) -> RunFormat:
        key = (self._context, look)
        found = self._formats.get(key)
        if found is None:
            if len(self._formats) >= MAX_LOOKS:
                raise UnreadableReport("file.too_large", "intricate")
            character = self._styles.of_run(look.style) if look.style else SILENT
            found = effective(look, character, self._style_run, self._table_run, self._styles.defaults)
            self._formats[key] = found
        return found

    def _ignore(self, _element: _Element, _look: RunFormat) -> None:
        """Nothing that is shown as words."""

    def _break(self, element: _Element, look: RunFormat) -> None:
        kind = element.get(W + "type")
        if kind in {None, "textWrapping"} or (kind == "column" and self._pieces):
            self._say("\n", look)
        elif kind == "page" and not (self.change and self.change.deleted):
            self._draft.broken_at = len(self._pieces)

    def _symbol(self, element: _Element, look: RunFormat) -> None:
        self._say(symbol(element.get(W + "char", ""), element.get(W + "font", "")), look)

    def _field(self, element: _Element, look: RunFormat) -> None:
        shown = self._fields.sign(element, self._index, len(self._pieces))
        if words := shown.words or self._shows(shown.code):
            self._pieces.append((words, look, self.change))
        if shown.contents is not None:
            # Marked only now: a field that never ends is broken, and may hold the whole report.
            for draft in self._story.drafts[shown.contents : self._index]:
                draft.contents = True
            self._contents_end = len(self._pieces)

    def _begin_simple(self, field: _Element) -> Callable[[], None]:
        """Start a field that stands in one element. Returns what ends it."""
        code, said = field.get(W + "instr", ""), len(self._pieces)

        def end() -> None:
            if len(self._pieces) == said:
                self._say(self._shows(code), self._plain)
            elif is_contents(code):
                self._contents_end = len(self._pieces)

        return end

    def _shows(self, code: str) -> str:
        return self._codes.shows(code[:_LONGEST_CODE], self._draft.style.name, self._index) if code else ""

    def _code(self, element: _Element, _look: RunFormat) -> None:
        self._fields.code(element.text or "")

    def _note(self, element: _Element, _look: RunFormat) -> None:
        if not (self.change and self.change.deleted):
            kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
            self._story.references.notes.append((kind, element.get(W + "id", ""), self._index))

    def _comment(self, element: _Element, _look: RunFormat) -> None:
        self._story.references.comments.setdefault(element.get(W + "id", ""), self._index)

    def _object(self, element: _Element, look: RunFormat) -> None:
        """A drawing, picture or embedded object: count its pictures, keep its text boxes for later."""
        if self.change and self.change.deleted:
            return
        found = look_into(element)
        self._draft.boxes += tuple(found.boxes)
        self._say(found.words, look)
        self._story.pictures += found.pictures
        self._story.page_pictures += found.may_be_page()
        self._story.largest_picture = max(self._story.largest_picture, found.largest())
        self._story.references.graphics += ((ident, self._index) for ident in found.graphics)


def _as_shown(text: str, look: RunFormat, before: Sequence[Piece]) -> str:
    """Text as Word shows it: line ends and tabs in the markup are spaces, letters of symbol fonts are signs.

    Digits above the line behind a number or word ("41.250¹", the mark of a note) don't go on with it.
    """
    if "\n" in text or "\t" in text or "\r" in text:
        text = " ".join(text.replace("\t", " ").splitlines())
    if not look.special:
        return text
    if look.raised and before and text.strip().isdecimal() and _ENDS_APART.search(before[-1][0]):
        return text.translate(RAISED)
    return as_signs(text, look.font) if look.signs else text
