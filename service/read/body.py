"""The walk through a part: paragraphs, tables, content controls and text boxes, in reading order."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.model.manuscript import Place
from service.read.compact import Blocks
from service.read.controls import shows_prompt
from service.read.drawings import TEXT_ON_PATH, chosen
from service.read.inline import Inline
from service.read.looks import SILENT
from service.read.properties import Properties
from service.read.sections import Sections
from service.read.story import Cursor, Draft
from service.read.tablestyles import TableStyles
from service.read.tabling import Tabling
from service.read.xml import MAX_DEPTH, MC, VAL, A, M, R, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from service.read.fonts import Theme
    from service.read.numbering import Numbering
    from service.read.properties import ParagraphProperties
    from service.read.shown import RunFormat
    from service.read.story import Story
    from service.read.styles import Style, Styles

_P = W + "p"
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
_DRAWN = A + "p"
_SHOWN = (W + "drawing", W + "pict", W + "object")
_SKIPPED = frozenset(
    W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx",
                          "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeEnd")
)  # fmt: skip
MAX_PARAGRAPHS = 120_000
"""Most paragraphs that a file may have, empty ones and its chunks' included."""


class Body:
    """Walks one part (or one chunk of it) and adds what it finds to a story."""

    def __init__(
        self,
        story: Story,
        styles: Styles,
        numbering: Numbering,
        theme: Theme,
        *,
        blocks: Blocks | None = None,
        chunk: Callable[[str, Place], None] | None = None,
    ) -> None:
        self._story = story
        self._styles = styles
        self._numbering = numbering
        self._chunk = chunk
        blocks = blocks or Blocks([])
        self.cursor = Cursor()
        self.starts: list[int] = []
        """How many paragraphs had been read when each block began: a paragraph, table or chunk in no other one."""
        self._properties = Properties(styles, blocks)
        self._inline = Inline(styles, theme, story, blocks)
        self._stack: list[tuple[Iterator[_Element], Callable[[], None] | None]] = []
        self._joined: Draft | None = None
        self._break_next = False
        self._sections = Sections(story)
        tabling = Tabling(self, story, self._properties, self._inline, TableStyles(styles, theme))
        self._open_table = tabling.open_table
        self._open_ghost = tabling.open_ghost
        self._openers: dict[object, Callable[[_Element], None]] = {
            W + "tbl": self._table,
            W + "tr": tabling.open_row,
            W + "tc": tabling.open_cell,
            W + "sectPr": self._sections.end,
            W + "sdt": self._open_control,
            W + "altChunk": self._alternative,
            W + "commentRangeStart": self._comment,
            W + "ins": self._open_change,
            W + "moveTo": self._open_change,
            W + "del": self._open_change,
            W + "moveFrom": self._open_change,
            MC + "AlternateContent": self._open_alternate,
            _DRAWN: self._drawn_paragraph,
            M + "oMathPara": self._formula,
            M + "oMath": self._formula,
            TEXT_ON_PATH: self._text_on_path,
        }

    def walk(self, root: _Element) -> None:
        """Read everything below `root`."""
        self._inline.begin_story(root)
        self.enter(root, self.flush)
        stack = self._stack
        while stack:
            children, leave = stack[-1]
            for element in children:
                tag = element.tag
                if tag == _P:
                    before = len(stack)
                    self._paragraph(element)
                    if len(stack) != before:
                        break
                elif (opener := self._openers.get(tag)) is not None:
                    opener(element)
                    break
                elif tag not in _SKIPPED:
                    self.enter(element, None)
                    break
            else:
                stack.pop()
                if leave:
                    leave()

    def enter(self, element: Iterable[_Element], leave: Callable[[], None] | None) -> None:
        """Go into an element; `leave` is called at its end."""
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableReport("file.too_large", "intricate")
        self._stack.append((iter(element), leave))

    # -- paragraphs ----------------------------------------------------------

    def _begin_block(self) -> None:
        if self.cursor.grid is None and not self.cursor.place.text_box:
            self.starts.append(len(self._story.drafts))

    def _table(self, element: _Element) -> None:
        self.flush()  # an empty paragraph with nothing to go on in is gone, and counts for none
        self._begin_block()
        self._open_table(element)

    def _paragraph(self, element: _Element) -> None:
        self._begin_block()
        found = self._properties.paragraph(element)
        draft, index = self._draft(found.style)
        draft.style, draft.look = found.style, found.look
        self._inline.begin(draft, index, found.style_id, found.style, self.cursor.look)
        self._inline.read(element)
        self._end_paragraph(draft, found, element)
        if found.section is not None:
            self._sections.end(found.section)

    def _draft(self, style: Style) -> tuple[Draft, int]:
        """The paragraph to fill: a new one, or the one before whose mark is deleted."""
        if self._joined is not None:
            draft, self._joined = self._joined, None
            return draft, max(len(self._story.drafts) - 1, 0)
        draft = Draft(self.cursor.place, style, [], page_break=self._break_next)
        self._break_next = False
        index = len(self._story.drafts)
        if index >= MAX_PARAGRAPHS:
            raise UnreadableReport("file.too_large", "intricate")
        if self.cursor.ghosts is None:
            self._story.drafts.append(draft)
            if self.cursor.cell is not None:
                self.cursor.cell.paragraphs.append(index)
        return draft, index

    def _end_paragraph(self, draft: Draft, found: ParagraphProperties, element: _Element) -> None:
        if self.cursor.ghosts is not None:
            self._bury(draft)
            return
        if draft.broken_at is not None:
            self._break_next = draft.settle_page_break() or self._break_next
        if found.mark_is_gone:
            self._joined = draft
            return
        if self.cursor.covered:
            draft.pieces[:] = ((text, _hidden(look), change) for text, look, change in draft.pieces)
        elif found.look.num_id and not self._is_out_of_sight(draft, found, element):
            label = self._numbering.label(found.look.num_id, found.look.level or 0, found.linked)
            draft.label = label.upper() if label and self._inline.mark(found.mark).caps else label
        if draft.boxes:
            self._open_boxes(draft)

    def _is_out_of_sight(self, draft: Draft, found: ParagraphProperties, element: _Element) -> bool:
        """Whether a list doesn't count it: it is hidden, its mark too, or it is nothing but a section break."""
        if (found.section is None and found.mark is None) or not draft.is_unseen():
            return False
        if found.section is not None and next(element.iter(*_SHOWN), None) is None:
            return True
        return found.mark is not None and self._inline.mark(found.mark).hidden

    def _open_boxes(self, draft: Draft) -> None:
        boxes, draft.boxes = draft.boxes, ()
        cursor = self.cursor
        before = (cursor.place, cursor.look)
        cursor.place = Place(cursor.place.table, cursor.place.row, cursor.place.column, text_box=True)
        cursor.look = SILENT

        def leave() -> None:
            self.flush()
            cursor.place, cursor.look = before

        for number, box in enumerate(reversed(boxes)):
            self.enter([box] if box.tag == TEXT_ON_PATH else box, leave if number == 0 else self.flush)

    def flush(self) -> None:
        """End of a container: a paragraph with a deleted mark has nothing to join."""
        draft, self._joined = self._joined, None
        if draft is None:
            return
        cell = self.cursor.cell
        alone = cell is not None and len(cell.paragraphs) == 1
        if draft.is_blank() and not draft.boxes and not alone and self._story.drafts[-1] is draft:
            self._story.drafts.pop()
            if cell is not None:
                cell.paragraphs.pop()
            self._bury(draft)
        elif draft.boxes:
            self._open_boxes(draft)

    def drop_joined(self) -> None:
        """Forget a paragraph whose mark is deleted."""
        self._joined = None

    def _bury(self, draft: Draft) -> None:
        """Keep the deleted words of a paragraph that is gone."""
        at = len(self._story.drafts)
        for text, _, own in draft.pieces:
            change = own if own and own.deleted else self.cursor.ghosts
            if change is not None and not change.prompt:
                self._story.stray.append((text, change, at))

    def _drawn_paragraph(self, element: _Element) -> None:
        """A paragraph of drawing text (shapes in a canvas)."""
        self._in_shape(lambda: self._inline.read_drawn(element))

    def _formula(self, element: _Element) -> None:
        """A formula between the paragraphs, which Word shows as one of its own."""
        draft, index = self._draft(self._styles.of_paragraph(None))
        self._inline.begin(draft, index, "", draft.style, self.cursor.look)
        self._inline.read((element,))
        if self.cursor.ghosts is not None:
            self._bury(draft)

    def _text_on_path(self, element: _Element) -> None:
        self._in_shape(lambda: self._inline.say(element.get("string", "")))

    def _in_shape(self, fill: Callable[[], None]) -> None:
        draft, index = self._draft(self._styles.of_paragraph(None))
        place = self.cursor.place
        draft.place = Place(place.table, place.row, place.column, text_box=True)
        self._inline.begin(draft, index, "", draft.style)
        fill()
        if self.cursor.ghosts is not None:
            self._bury(draft)

    # -- other blocks ----------------------------------------------------------

    def _open_change(self, element: _Element) -> None:
        deleted = element.tag in {W + "del", W + "moveFrom"}
        within = self._inline.change
        if deleted and not (within and within.deleted) and next(element.iter(_P), None) is not None:
            self._open_ghost(element, element)
        else:
            self.enter(element, self._inline.begin_change(element, deleted=deleted))

    def _open_alternate(self, element: _Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self.enter(branch, None)

    def _open_control(self, element: _Element) -> None:
        if shows_prompt(element):
            self.enter(element, self._inline.begin_prompt())
            return
        gallery = element.find(_GALLERY)
        if gallery is None or gallery.get(VAL) != "Table of Contents":
            self.enter(element, None)
            return
        drafts, first = self._story.drafts, len(self._story.drafts)

        def leave() -> None:
            for draft in drafts[first:]:
                draft.contents = True

        self.enter(element, leave)

    def _comment(self, element: _Element) -> None:
        self._story.references.comments.setdefault(element.get(W + "id", ""), len(self._story.drafts))

    def _alternative(self, element: _Element) -> None:
        self.flush()
        self._begin_block()
        if self._chunk is None or self.cursor.ghosts is not None:
            return
        drafts, place = self._story.drafts, self.cursor.place
        first = len(drafts)
        self._chunk(element.get(R + "id", ""), place)
        if self.cursor.cell is not None:
            self.cursor.cell.paragraphs += [at for at in range(first, len(drafts)) if drafts[at].place is place]


@lru_cache(maxsize=1024)
def _hidden(look: RunFormat) -> RunFormat:
    return look._replace(hidden=True)
