"""Inside a paragraph: runs, fields, changes and the objects that hang in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.read.compact import KEY
from service.read.story import Change, Draft, Piece
from service.read.styles import RunFormat, RunLook, effective, read_run
from service.read.xml import MAX_DEPTH, MC, VAL, A, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from service.read.compact import Blocks
    from service.read.fonts import Theme
    from service.read.story import Story
    from service.read.styles import Style, Styles

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_RUN, _RPR, _TEXT, _DELETED_TEXT = W + "r", W + "rPr", W + "t", W + "delText"
_MATH_TEXT = _M + "t"
_TXBX, _BLIP, _IMAGE, _DRAWN_TEXT = W + "txbxContent", A + "blip", _V + "imagedata", A + "txBody"
_ALTERNATE, _CHOICE, _FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_SKIPPED = frozenset(
    W + name
    for name in (
        "pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeEnd", "sdtPr", "sdtEndPr", "smartTagPr",
        "customXmlPr", "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "fldData", "rubyPr", "rt", "subDoc",
    )
)  # fmt: skip
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_DELETED = frozenset({W + "del", W + "moveFrom"})


def chosen(alternate: _Element) -> _Element | None:
    """The branch of an `mc:AlternateContent` that is read: the first choice, else the fallback."""
    choice = alternate.find(_CHOICE)
    return choice if choice is not None else alternate.find(_FALLBACK)


class Inline:
    """Reads the content of paragraphs into drafts; fields and changes may go on from one to the next."""

    def __init__(self, styles: Styles, theme: Theme, story: Story, blocks: Blocks) -> None:
        self._styles = styles
        self._theme = theme
        self._story = story
        self._blocks = blocks
        self._formats: dict[tuple[str, RunLook], RunFormat] = {}
        self._by_block: dict[str, dict[str, RunFormat]] = {}
        self._known: dict[str, RunFormat] = {}
        self._fields: list[bool] = []
        self._muted = 0
        self._draft: Draft
        self._index = 0
        self._pieces: list[Piece] = []
        self._plain: RunFormat
        self._style_id = ""
        self._style_run = RunLook()
        self.change: Change | None = None
        self._run_actions: dict[object, Callable[[_Element, RunFormat], None]] = {
            W + "br": self._break,
            W + "sym": self._symbol,
            W + "fldChar": self._field,
            W + "footnoteReference": self._note,
            W + "endnoteReference": self._note,
            W + "commentReference": self._comment,
            W + "lastRenderedPageBreak": self._ignore,
            W + "instrText": self._ignore,
            W + "delInstrText": self._ignore,
            W + "annotationRef": self._ignore,
            W + "footnoteRef": self._ignore,
            W + "endnoteRef": self._ignore,
        }

    def read(self, content: Iterator[_Element], draft: Draft, index: int, style_id: str, style: Style) -> None:
        """Read the content of a `w:p` into `draft`."""
        self._draft, self._index, self._pieces = draft, index, draft.pieces
        self._begin_style(style_id, style)
        self._content(content)
        if self._muted:
            # A field code that no result follows in its paragraph is a broken field, not the rest of the report.
            self._fields = [code for code in self._fields if not code]
            self._muted = 0

    def read_drawn(self, paragraph: _Element, draft: Draft, index: int) -> None:
        """Read a paragraph of drawing text, which knows no Word styles."""
        self._draft, self._index, self._pieces = draft, index, draft.pieces
        self._begin_style("", draft.style)
        look = self._plain
        for node in paragraph.iter(A + "t", A + "br"):
            self._say(node.text or "" if node.tag == A + "t" else "\n", look)

    def _begin_style(self, style_id: str, style: Style) -> None:
        known = self._by_block.get(style_id)
        if known is None:
            known = self._by_block[style_id] = {}
        self._known, self._style_id, self._style_run = known, style_id, style.run
        plain = known.get("")
        if plain is None:
            plain = known[""] = self._format(RunLook())
        self._plain = plain

    def mark_is_hidden(self, rpr: _Element) -> bool:
        """Whether the paragraph mark, of the paragraph just read, is hidden."""
        return self._format(read_run(rpr, self._theme)).hidden

    def _content(self, content: Iterator[_Element]) -> None:
        stack: list[tuple[Iterator[_Element], Callable[[], None] | None]] = [(content, None)]
        while stack:
            children, leave = stack[-1]
            for child in children:
                tag = child.tag
                if tag == _RUN:
                    self._run(child)
                elif tag not in _SKIPPED and (entered := self._enter(child, tag)):
                    stack.append(entered)
                    break
            else:
                stack.pop()
                if leave:
                    leave()
            if len(stack) > MAX_DEPTH:
                raise UnreadableReport("file.too_large")

    def _enter(self, child: _Element, tag: str) -> tuple[Iterator[_Element], Callable[[], None] | None] | None:
        """Go into a wrapper; None where the element has been dealt with."""
        if tag in _INSERTED or tag in _DELETED:
            return iter(child), self.begin_change(child, deleted=tag in _DELETED)
        if tag == _ALTERNATE:
            branch = chosen(child)
            return (iter(branch), None) if branch is not None else None
        if tag == W + "commentRangeStart":
            self._story.comments.setdefault(child.get(W + "id", ""), self._index)
            return None
        if tag == _MATH_TEXT:
            self._say(child.text or "", self._plain)
            return None
        if tag in {W + "drawing", W + "pict", W + "object"}:
            self._object(child, self._plain)
            return None
        return iter(child), None

    def begin_change(self, element: _Element, *, deleted: bool) -> Callable[[], None]:
        """Start a tracked change; a deletion inside an insertion is a deletion. Returns what ends it."""
        before = self.change
        if not (before and before.deleted):
            self.change = Change(deleted, element.get(W + "author", ""))

        def end() -> None:
            self.change = before

        return end

    def _run(self, run: _Element) -> None:
        key = run.get(KEY)
        look = self._plain if key is None else self._known.get(key) or self._look_of_block(key)
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                if text and not self._muted:
                    if "\n" in text or "\t" in text or "\r" in text:
                        text = " ".join(text.replace("\t", " ").splitlines())
                    self._pieces.append((text, look, self.change))
            elif tag == _RPR:
                look = self._format(read_run(child, self._theme))
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], look)
            elif tag == _DELETED_TEXT:
                if not self._muted:
                    self._pieces.append((child.text or "", look, self.change or Change(deleted=True, author="")))
            else:
                self._run_actions.get(tag, self._object)(child, look)

    def _say(self, text: str, look: RunFormat) -> None:
        if text and not self._muted:
            self._pieces.append((text, look, self.change))

    def _look_of_block(self, key: str) -> RunFormat:
        block = self._blocks.get(key, _RPR)
        if block is None:
            return self._plain
        look = self._known[key] = self._format(read_run(block, self._theme))
        return look

    def _format(self, look: RunLook) -> RunFormat:
        key = (self._style_id, look)
        found = self._formats.get(key)
        if found is None:
            character = self._styles.of_run(look.style) if look.style else RunLook()
            found = effective(look, character, self._style_run, self._styles.defaults)
            self._formats[key] = found
        return found

    def _ignore(self, _element: _Element, _look: RunFormat) -> None:
        """Nothing that is shown as words."""

    def _break(self, element: _Element, look: RunFormat) -> None:
        kind = element.get(W + "type")
        if kind in {None, "textWrapping"}:
            self._say("\n", look)
        elif kind == "page" and not (self.change and self.change.deleted):
            self._draft.broken_at = len(self._pieces)

    def _symbol(self, element: _Element, look: RunFormat) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        self._say(symbol(code, element.get(W + "font", "")), look)

    def _field(self, element: _Element, look: RunFormat) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._muted += 1
        elif kind == "separate" and self._fields and self._fields[-1]:
            self._fields[-1] = False
            self._muted -= 1
        elif kind == "end" and self._fields:
            self._muted -= self._fields.pop()
        if kind == "begin" and not self._muted - 1:
            self._say_choice(element, look)

    def _say_choice(self, element: _Element, look: RunFormat) -> None:
        """A drop-down form field shows one of its entries and has no result of its own."""
        listed = element.find(f"{W}ffData/{W}ddList")
        if listed is None:
            return
        entries = [entry.get(VAL, "") for entry in listed.iterchildren(W + "listEntry")]
        result = listed.find(W + "result")
        index = (result.get(VAL, "0") if result is not None else "0") or "0"
        if index.isdecimal() and int(index) < len(entries):
            self._pieces.append((entries[int(index)], look, self.change))

    def _note(self, element: _Element, _look: RunFormat) -> None:
        if not (self.change and self.change.deleted):
            kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
            self._story.notes.append((kind, element.get(W + "id", ""), self._index))

    def _comment(self, element: _Element, _look: RunFormat) -> None:
        self._story.comments.setdefault(element.get(W + "id", ""), self._index)

    def _object(self, element: _Element, look: RunFormat) -> None:
        """A drawing, picture or embedded object: count its pictures, keep its text boxes for later."""
        if self.change and self.change.deleted:
            return
        waiting = [element]
        while waiting:
            node = waiting.pop()
            tag = node.tag
            if tag in {_TXBX, _DRAWN_TEXT}:
                self._draft.boxes.append(node)
            elif tag == _ALTERNATE:
                branch = chosen(node)
                waiting.extend([branch] if branch is not None else [])
            elif tag == _TEXT:
                self._say(node.text or "", look)
            elif tag in _SKIPPED:
                continue
            else:
                self._story.pictures += _is_picture(node)
                waiting.extend(reversed(node))


def _is_picture(node: _Element) -> bool:
    if node.tag == _BLIP:
        return any(node.get(_RELATIONSHIPS + name) for name in ("embed", "link"))
    return bool(node.tag == _IMAGE)


# Ticks, boxes and arrows that symbol fonts hold; anything else of theirs is a plain bullet.
_PICTURES = {0xE0: "→", 0xDF: "←", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xFB: "✗", 0xFD: "☒"}
_SYMBOL_LETTERS = {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→"}


def symbol(code: int, font: str) -> str:
    """The character of a `w:sym`."""
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    lower = font.lower()
    if lower.startswith(("wingdings", "webdings")):
        return _PICTURES.get(code, "•")
    if lower == "symbol" and 0x80 <= code <= 0xFF:
        return _SYMBOL_LETTERS.get(code, "•")
    return chr(code)
