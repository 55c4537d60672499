"""Which paragraphs of a report are in lists, and the number that each of them prints there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.read.compact import KEY, WORDS
from service.read.xml import MC, VAL, W, child

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from service.compendium.opened import Opened
    from service.read.numbering import Count

_NAME = b"numPr"
_P, _PPR, _STYLE, _NUMPR = W + "p", W + "pPr", W + "pStyle", W + "numPr"
_SHOWN = (WORDS, W + "t", W + "drawing", W + "pict", W + "sym", W + "tab", W + "br")


class Numbered(NamedTuple):
    """A paragraph that has a number."""

    list_id: str
    """The `w:num` in effect in the report."""
    place: Count
    fresh: bool
    """It is the first of its `w:num`."""


class Roll(NamedTuple):
    """The numbered paragraphs of a report."""

    counted: dict[_Element, Numbered]
    """Those that print a number, with that number."""
    listed: dict[int, list[_Element]]
    """By number of their block, those that name a list or have one from their style."""


def numbered(opened: Opened, blocks: Sequence[_Element]) -> Roll:
    """Count the whole report once."""
    roll = Roll({}, {})
    if not any(_NAME in part for part in (opened.raw, opened.raw_sheet)):
        return roll
    seen: set[str] = set()
    doubled = b":Fallback" in opened.raw
    for block, paragraph in _listed(opened, blocks):
        roll.listed.setdefault(block, []).append(paragraph)
        said = opened.properties.paragraph(paragraph)
        if said.look.num_id in (None, "0") or _is_uncounted(paragraph) or (doubled and _is_doubled(paragraph)):
            continue
        num_id = said.look.num_id or ""
        count = opened.numbering.count(num_id, said.look.level or 0, said.linked)
        if count is not None:
            roll.counted[paragraph] = Numbered(num_id, count, num_id not in seen)
            seen.add(num_id)
    return roll


def _listed(opened: Opened, blocks: Sequence[_Element]) -> Iterator[tuple[int, _Element]]:
    """Paragraphs that name a list or have one from their style, with the number of their block."""
    places = {block: number for number, block in enumerate(blocks)}
    by_style = {"": _has_list(opened, "")}
    by_key: dict[str, bool] = {}
    at = 0
    for body in opened.bodies:
        paragraph: _Element | None = None
        is_listed = False
        for element in body.iter(_P, W + "tbl", _STYLE, _NUMPR):
            if element.tag == _NUMPR:
                is_listed = True
            elif element.tag == _STYLE:
                ident = element.get(VAL, "")
                if ident not in by_style:
                    by_style[ident] = _has_list(opened, ident)
                is_listed = by_style[ident]
            else:
                if is_listed and paragraph is not None:
                    yield at, paragraph
                at = places.get(element, at)
                paragraph, is_listed = (element, by_style[""]) if element.tag == _P else (None, False)
                if (key := element.get(KEY)) is not None:
                    if key not in by_key:
                        style = child(opened.folds.get(key), _STYLE)
                        by_key[key] = _has_list(opened, style.get(VAL, "") if style is not None else "")
                    is_listed = by_key[key]
        if is_listed and paragraph is not None:
            yield at, paragraph


def _has_list(opened: Opened, style: str) -> bool:
    return opened.styles.of_paragraph(style or None).paragraph.num_id not in (None, "0")


def _is_uncounted(paragraph: _Element) -> bool:
    """Whether it is nothing but the end of a section."""
    ppr = child(paragraph, _PPR)
    section = child(ppr, W + "sectPr") if ppr is not None else None
    return section is not None and next(paragraph.iter(*_SHOWN), None) is None


def _is_doubled(paragraph: _Element) -> bool:
    """Whether it stands in the branch that programs of today don't read."""
    return any(above.tag == MC + "Fallback" for above in paragraph.iterancestors(MC + "Fallback"))
