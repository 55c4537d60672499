"""Tells a typed list of contents by what it is: lines without text between them that the report repeats as headings."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from service.language import fold, words_in
from service.outline.labels import LabelKind
from service.outline.looks import SENTENCE_END, label_of
from service.outline.told import STRONG, Told, without_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from service.model.manuscript import Paragraph

TITLE = re.compile(r"(?:mục lục|nội dung\s+trang)")
"""The title of a list of contents, folded."""
ENTRY_WORDS = 40
"""No entry has more words."""
_FIRSTS, _LONGEST_TITLE = frozenset("mMnN"), 60
"""Of what `TITLE` finds; folding every short line and cell would cost more than the rest of the outline."""
_ANNOUNCED = re.compile(
    r"(?:những |các )?(?:nội dung|bố cục|kết cấu|đề cương)(?: chính| chủ yếu| cơ bản)?(?: của)?(?: bản)?"
    r"(?: báo cáo| văn kiện)?(?: gồm(?: có)?)?"
)
_ANNOUNCING = re.compile(r"báo cáo|nội dung|bố cục|kết cấu|văn kiện")
_TAIL = 200
"""So much of a sentence that ends in a colon is looked at for what it announces."""
_FRONT = 60
"""A list of contents under no title of its own stands among so many first paragraphs."""
_LOOK_AHEAD = 6
_MOST_ENTRIES = 200
_FEWEST = 2
_FEWEST_UNTOLD = 3
"""So many lines that follow each other in number, where nothing announces them."""
_ROWS = STRONG | {LabelKind.DECIMAL}


class _Sign(Enum):
    """What says that a list of contents may begin."""

    TITLE = auto()
    SENTENCE = auto()
    """"Báo cáo gồm bốn phần:" belongs to the text, not to the list."""
    NUMBER = auto()
    """Only that a row of numbers begins."""


def typed_contents(paragraphs: Sequence[Paragraph], lines: set[int]) -> set[int]:
    """Indexes of the lists of contents under their titles, behind a sentence, or known by their numbers alone.

    Args:
        paragraphs: All of the file.
        lines: Those that are known to be entries by their style or their page.
    """
    found: set[int] = set()
    told = Told(paragraphs)
    for paragraph in paragraphs:
        sign = _sign(paragraph) if paragraph.index not in found and paragraph.index not in lines else None
        if sign is _Sign.TITLE and _heads_a_column(paragraphs, paragraph):
            continue
        if sign is not None:
            if _is_titled(paragraph):
                found.update(_below(paragraph.index, lines))
                found.update(_paged(paragraphs, paragraph.index))
            found.update(_repeated(paragraphs, paragraph.index, sign, lines, told))
    return found


def entry_of(paragraph: Paragraph) -> str:
    """The words of an entry or heading, without its label and page; empty for a bare number."""
    words = fold(label_of(paragraph).rest)
    return "" if words.isdecimal() else without_page(words).strip(" .:;,")


def _sign(paragraph: Paragraph) -> _Sign | None:
    if _is_titled(paragraph):
        return _Sign.TITLE
    if paragraph.index >= _FRONT:
        return None
    tail = fold(paragraph.text[-_TAIL:]).strip()
    if _ANNOUNCED.fullmatch(tail.strip(" :.*-")):
        return _Sign.TITLE
    if tail.endswith(":") and _ANNOUNCING.search(tail):
        return _Sign.SENTENCE
    label = label_of(paragraph)
    return _Sign.NUMBER if label.number == 1 and label.kind in _ROWS else None


def _of_report(paragraph: Paragraph) -> bool:
    """Whether a line speaks of what the whole report holds, not of what a section of it does."""
    return _is_titled(paragraph) or re.search(r"báo cáo|văn kiện", fold(paragraph.text[-_TAIL:])) is not None


def _heads_a_column(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether "Nội dung" is the head of a table's column beside others than that of the pages."""
    place, beside = paragraph.place, next(iter(paragraphs[paragraph.index + 1 : paragraph.index + 2]), None)
    if place.table is None or beside is None or (place.table, place.row) != (beside.place.table, beside.place.row):
        return False
    return not fold(beside.text).strip().startswith(("trang", "số trang"))


def _is_titled(paragraph: Paragraph) -> bool:
    may_be = paragraph.text.lstrip()[:1] in _FIRSTS and len(paragraph.text) <= _LONGEST_TITLE
    return may_be and TITLE.fullmatch(fold(paragraph.text).strip(" :.")) is not None


def _below(title: int, lines: set[int]) -> set[int]:
    """The title, and the lines between it and the last leader line near it."""
    last = title
    while (following := [n for n in range(last + 1, last + _LOOK_AHEAD) if n in lines]) and following[-1] > last:
        last = following[-1]
    return set(range(title, last + 1))


def _paged(paragraphs: Sequence[Paragraph], title: int) -> set[int]:
    """The short lines right below a title that end in a page, behind whatever spaces: pages go on or stay."""
    found, page = [title], 0
    for paragraph in paragraphs[title + 1 : title + 1 + _MOST_ENTRIES]:
        words = paragraph.text.split()
        if not words:
            continue
        last = words[-1]
        if not 2 <= len(words) <= ENTRY_WORDS or not last.isdecimal() or len(last) > 3 or int(last) < page:
            break
        found.append(paragraph.index)
        page = int(last)
    return set(range(title, found[-1] + 1)) if len(found) > _FEWEST else set()


def _repeated(paragraphs: Sequence[Paragraph], sign_at: int, sign: _Sign, lines: set[int], told: Told) -> set[int]:
    """The short lines or cells behind the sign, up to the last that another line of the file repeats as a heading.

    Page numbers may be missing, stand in cells of their own or behind spaces.
    """
    above = sign_at - 1 if sign is _Sign.NUMBER else sign_at
    if sign is _Sign.NUMBER and not _may_count(paragraphs, _entries(paragraphs, above, lines, lambda *_: True)[0]):
        return set()
    if (sign is _Sign.NUMBER or not _of_report(paragraphs[sign_at])) and told.parted_before(sign_at):
        return set()
    run, last = _entries(paragraphs, above, lines, told.again)
    here = range(above, last + 1)
    repeated = [index for index, entry in run.items() if index in lines or told.again(entry, here)]
    if sign is not _Sign.NUMBER:
        numbered = [index for index in run if told.numbered_again(label_of(paragraphs[index]), here)]
        repeated = sorted({*repeated, *(numbered if len(numbered) >= _FEWEST else ())})
    if not _is_list(paragraphs, [index for index in run if repeated and index <= repeated[-1]], repeated, sign):
        return set()
    if not _are_heads([run[index] for index in repeated if index not in lines], here, told):
        return set()
    end = _row_end(paragraphs, [index for index in run if index >= repeated[-1]])
    first = sign_at + 1 if sign is _Sign.SENTENCE else sign_at
    return set(range(first, end + 1 + _pages_behind(paragraphs, end)))


def _is_list(paragraphs: Sequence[Paragraph], run: Sequence[int], repeated: Sequence[int], sign: _Sign) -> bool:
    """Whether enough of a run is repeated to be contents; where nothing says so, all of it, and that in a row."""
    if sign is not _Sign.NUMBER:
        return len(repeated) >= _FEWEST and 3 * len(repeated) >= len(run)
    numbers = _numbers(paragraphs, run)
    return len(repeated) == len(run) and numbers == [*range(1, len(numbers) + 1)] and len(numbers) >= _FEWEST_UNTOLD


def _are_heads(entries: Sequence[str], here: range, told: Told) -> bool:
    """Whether most entries are said again above text of their own: a list told twice is no contents."""
    places = [places for entry in entries if (places := [*told.sayings(entry, here)])]
    said = {index for each in places for index in each}
    heads = sum(any(told.is_head(index, said) for index in each) for each in places)
    return 3 * heads >= 2 * len(places)


def _numbers(paragraphs: Sequence[Paragraph], run: Iterable[int]) -> list[int]:
    """The numbers of a run's labels, as far as they are of the kind of its first."""
    labels = [label_of(paragraphs[index]) for index in run]
    return [label.number for label in labels if label[:2] == labels[0][:2]]


def _row_end(paragraphs: Sequence[Paragraph], entries: Sequence[int]) -> int:
    """The last entry that goes on with the numbering of the first: the file may lack what the contents promise."""
    last = entries[0]
    before = label_of(paragraphs[last])
    for index in entries[1:]:
        label = label_of(paragraphs[index])
        if before.number < 1 or label[:3] != (before.kind, before.depth, before.number + 1):
            break
        last, before = index, label
    return last


def _may_count(paragraphs: Sequence[Paragraph], run: Iterable[int]) -> bool:
    """Whether a run counts far enough to be contents; looked for first, as asking what is told again costs more."""
    return _numbers(paragraphs, run)[:_FEWEST_UNTOLD] == [*range(1, _FEWEST_UNTOLD + 1)]


def _entries(
    paragraphs: Sequence[Paragraph], above: int, lines: set[int], again: Callable[[str, range], bool]
) -> tuple[dict[int, str], int]:
    """What may be entries, by index, and the last paragraph looked at: running text or a repetition ends them."""
    run: dict[int, str] = {}
    last = above
    for paragraph in paragraphs[above + 1 : above + 1 + _MOST_ENTRIES]:
        entry = entry_of(paragraph)
        here = range(above, paragraph.index + 1)
        if (paragraph.index not in lines and _is_text(paragraph, entry, here, again)) or entry in run.values():
            break
        if entry:
            run[paragraph.index] = entry
        last = paragraph.index
    return run, last


def _is_text(paragraph: Paragraph, entry: str, here: range, again: Callable[[str, range], bool]) -> bool:
    """Whether a paragraph is running text: long, or a sentence, unless that is an item that is told again."""
    text = paragraph.text.strip()
    if words_in(text) > ENTRY_WORDS:
        return True
    return text.endswith(SENTENCE_END) and not (label_of(paragraph).text and again(entry, here))


def _pages_behind(paragraphs: Sequence[Paragraph], index: int) -> int:
    """How many cells with bare page numbers follow in the same row."""
    place, count = paragraphs[index].place, 0
    for paragraph in paragraphs[index + 1 :] if place.table is not None else ():
        beside = (paragraph.place.table, paragraph.place.row) == (place.table, place.row)
        if not beside or not (paragraph.text.strip().isdecimal() or not paragraph.text.strip()):
            break
        count += 1
    return count
