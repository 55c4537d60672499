"""Tells a table of contents from the text, so that its lines are not taken for headings."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from service.language import fold
from service.outline.labels import read_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.manuscript import Paragraph

_PAGE = re.compile(r"[0-9]{1,3}$")
_LEADERS = " .…_\t"
"""What may stand between an entry and its page: dots, ellipses, underscores or a tab."""
_TITLE = re.compile(r"(?:mục lục|nội dung\s+trang)")
_STYLE = re.compile(r"(?:toc|mục lục) ?[0-9]|toc heading")
_FIRSTS, _LONGEST_TITLE = frozenset("mMnN"), 60
"""Of what `_TITLE` finds; folding every short line and cell would cost more than the rest of the outline."""
_LOOK_AHEAD = 6
_ENTRY_WORDS, _MOST_ENTRIES = 40, 200
_TRAILING_PAGE = re.compile(r"[\s.…_]+[0-9]{1,3}$")


def contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Indexes of the paragraphs that make a table of contents, its title included."""
    found = {p.index for p in paragraphs if _STYLE.match(p.look.style) or _led_to_page(p.text.strip())}
    found.update(_made_by_word(paragraphs))
    told: Counter[str] | None = None
    for paragraph in paragraphs:
        may_be = paragraph.text.lstrip()[:1] in _FIRSTS and len(paragraph.text) <= _LONGEST_TITLE
        if may_be and paragraph.index not in found and _TITLE.fullmatch(fold(paragraph.text).strip(" :.")):
            found.update(_below(paragraph.index, found))
            told = _told(paragraphs) if told is None else told
            found.update(_repeated(paragraphs, paragraph.index, found, told))
    return frozenset(found)


def _made_by_word(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """What stands in the contents that Word made, up to where the report itself was typed into them."""
    first, inside = "", True
    for paragraph in paragraphs:
        if not paragraph.look.contents:
            first, inside = "", True
        elif inside:
            entry = _entry(paragraph)
            inside = not _is_typed(paragraph) and not (first and entry == first)
            if inside:
                first = first or ("" if _TITLE.fullmatch(entry) else entry)
                yield paragraph.index


def _is_typed(paragraph: Paragraph) -> bool:
    is_heading = paragraph.look.outline_level is not None and not _STYLE.match(paragraph.look.style)
    return is_heading or len(paragraph.text.split()) > _ENTRY_WORDS


def _led_to_page(text: str) -> bool:
    """Whether a line ends in leaders and a page number. Not one pattern: rows of 2,000 dots are real."""
    page = _PAGE.search(text) if text[-1:].isdecimal() else None
    if page is None:
        return False
    entry = text[: page.start()]
    leaders = entry[len(entry.rstrip(_LEADERS)) :]
    return leaders.count(".") >= 4 or leaders.count("…") >= 2 or leaders.count("_") >= 4 or "\t" in leaders


def _below(title: int, lines: set[int]) -> set[int]:
    """The title, and the lines between it and the last leader line near it."""
    last = title
    while (following := [n for n in range(last + 1, last + _LOOK_AHEAD) if n in lines]) and following[-1] > last:
        last = following[-1]
    return set(range(title, last + 1))


def _told(paragraphs: Sequence[Paragraph]) -> Counter[str]:
    """How often each entry is told by some short line or cell."""
    return Counter(_entry(one) for one in paragraphs if 0 < len(one.text.split()) <= _ENTRY_WORDS)


def _repeated(paragraphs: Sequence[Paragraph], title: int, lines: set[int], told: Counter[str]) -> set[int]:
    """The short lines or cells below the title, up to the last that another line of the file repeats as a heading.

    Page numbers may be missing, stand in cells of their own or behind spaces.
    """
    run, last = _entries(paragraphs, title, lines)
    if not run:
        return set()
    here = _told(paragraphs[title : last + 1])
    repeated = [index for index, entry in run.items() if index in lines or told[entry] > here[entry]]
    if len(repeated) < 2 or 3 * len(repeated) < len([index for index in run if index <= repeated[-1]]):
        return set()
    end = _row_end(paragraphs, [index for index in run if index >= repeated[-1]])
    return set(range(title, end + 1 + _pages_behind(paragraphs, end)))


def _row_end(paragraphs: Sequence[Paragraph], entries: Sequence[int]) -> int:
    """The last entry that goes on with the numbering of the first: the file may lack what the contents promise."""
    last = entries[0]
    before = read_label(paragraphs[last].text, paragraphs[last].label)
    for index in entries[1:]:
        label = read_label(paragraphs[index].text, paragraphs[index].label)
        if before.number < 1 or label[:3] != (before.kind, before.depth, before.number + 1):
            break
        last, before = index, label
    return last


def _entries(paragraphs: Sequence[Paragraph], title: int, lines: set[int]) -> tuple[dict[int, str], int]:
    """What may be entries, by index, and the last paragraph looked at: running text or a repetition ends them."""
    run: dict[int, str] = {}
    last = title
    for paragraph in paragraphs[title + 1 : title + 1 + _MOST_ENTRIES]:
        text = paragraph.text.strip()
        led = paragraph.index in lines
        if not led and (len(text.split()) > _ENTRY_WORDS or text.endswith((".", ";", ",", "!"))):
            break
        entry = _entry(paragraph)
        if entry in run.values():
            break
        if entry:
            run[paragraph.index] = entry
        last = paragraph.index
    return run, last


def _entry(paragraph: Paragraph) -> str:
    """The words of an entry or heading, without its label and page; empty for a bare number."""
    words = fold(read_label(paragraph.text, paragraph.label).rest)
    return "" if words.isdecimal() else _TRAILING_PAGE.sub("", words).strip(" .:")


def _pages_behind(paragraphs: Sequence[Paragraph], index: int) -> int:
    """How many cells with bare page numbers follow in the same row."""
    place, count = paragraphs[index].place, 0
    for paragraph in paragraphs[index + 1 :] if place.table is not None else ():
        beside = (paragraph.place.table, paragraph.place.row) == (place.table, place.row)
        if not beside or not (paragraph.text.strip().isdecimal() or not paragraph.text.strip()):
            break
        count += 1
    return count
