"""The table of contents of the drafted report: a line for each heading that the filled template holds.

Each line asks for the page of its heading, which Word and LibreOffice both tell; a field for the whole table would be
shown by LibreOffice as it was written, without pages. The lines are the drafter's, as are the headings that they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from service.outbox.city.blocks.controls import digest
from service.read.xml import VAL, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

CONTENTS = "contents"
"""What a template calls the place of the table of contents."""
_DEEPEST = 2
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class _Heading:
    """One line: its heading, and whether its page is counted from the beginning of the document."""

    paragraph: _Element
    text: str
    level: int
    paged: bool


def set_contents(body: _Element, mark: str, styles: _Element) -> None:
    """Put the lines where the template has a paragraph of this mark; without one, nothing is done.

    Annexes are paged each by itself, so they are named without a page, and without what is in them.

    Args:
        body: The body of the document.
        mark: What the template printed in the place of the contents.
        styles: The root of the styles, to find those of headings and of the lines.
    """
    place = next((one for one in body.iterfind(f"{W}p") if _text(one).strip() == mark), None)
    if place is None:
        return
    named = {_name(style): style.get(f"{W}styleId", "") for style in styles.iterfind(f"{W}style")}
    levels = {style.get(f"{W}styleId", ""): _level(style) for style in styles.iterfind(f"{W}style")}
    numbers = (one.get(f"{W}id", "") for one in body.iter(f"{W}bookmarkStart"))
    first = max((int(text) for text in numbers if text.isdigit()), default=0) + 1
    taken: set[str] = set()
    for number, heading in enumerate(_headings(body, levels), first):
        name = _free(f"_Tk{digest(heading.text, 8)}", taken)
        _bookmark(heading.paragraph, name, number)
        place.addprevious(_line(heading, name, named.get(f"toc {heading.level}", "")))
    body.remove(place)


def _headings(body: _Element, levels: Mapping[str, int]) -> Iterator[_Heading]:
    """The headings of the body in their order, annexes without what is below them."""
    waiting: list[_Heading] = []
    for element in body:
        looks = element.find(f"{W}pPr") if element.tag == f"{W}p" else None
        level = _outline(looks, levels)
        if text := _text(element).strip() if 0 < level <= _DEEPEST else "":
            waiting.append(_Heading(element, text, level, paged=True))
        section = element if element.tag == f"{W}sectPr" else looks.find(f"{W}sectPr") if looks is not None else None
        if section is not None:
            yield from _of_section(section, waiting)
            waiting = []
    yield from waiting


def _of_section(section: _Element, headings: list[_Heading]) -> Iterator[_Heading]:
    numbering = section.find(f"{W}pgNumType")
    if numbering is None or numbering.get(f"{W}start") is None:
        yield from headings
        return
    for one in headings:
        if one.level == 1:
            yield _Heading(one.paragraph, one.text, one.level, paged=False)


def _outline(looks: _Element | None, levels: Mapping[str, int]) -> int:
    """The level of a paragraph among headings, from 1; 0 for any other."""
    if looks is None:
        return 0
    style = looks.find(f"{W}pStyle")
    return _level_of(looks) or levels.get(style.get(VAL, "") if style is not None else "", 0)


def _level(style: _Element) -> int:
    looks = style.find(f"{W}pPr")
    return 0 if looks is None else _level_of(looks)


def _level_of(looks: _Element) -> int:
    told = looks.find(f"{W}outlineLvl")
    value = told.get(VAL, "") if told is not None else ""
    return int(value) + 1 if value.isdigit() else 0


def _name(style: _Element) -> str:
    told = style.find(f"{W}name")
    return told.get(VAL, "").casefold() if told is not None else ""


def _text(paragraph: _Element) -> str:
    """The words of a heading on one line; what a line break parts is parted by a stop."""
    parts = (". " if one.tag == f"{W}br" else one.text or "" for one in paragraph.iter(f"{W}t", f"{W}br"))
    return "".join(parts)


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where another heading has the same words."""
    count, found = 1, name
    while found in taken:
        count += 1
        found = f"{name}_{count}"
    taken.add(found)
    return found


def _bookmark(paragraph: _Element, name: str, number: int) -> None:
    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": name})
    looks = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if looks is None else 1, start)
    etree.SubElement(paragraph, f"{W}bookmarkEnd", {f"{W}id": str(number)})


def _line(heading: _Heading, name: str, style: str) -> _Element:
    made = etree.Element(f"{W}p")
    if style:
        etree.SubElement(etree.SubElement(made, f"{W}pPr"), f"{W}pStyle", {VAL: style})
    link = etree.SubElement(made, f"{W}hyperlink", {f"{W}anchor": name, f"{W}history": "1"})
    _run(link, "t", heading.text)
    if heading.paged:
        etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}tab")
        _run(made, "fldChar", fldCharType="begin", dirty="true")
        _run(made, "instrText", f" PAGEREF {name} \\h ")
        _run(made, "fldChar", fldCharType="separate")
        _run(made, "t", "…")
        _run(made, "fldChar", fldCharType="end")
    return made


def _run(parent: _Element, tag: str, text: str = "", **told: str) -> None:
    made = etree.SubElement(etree.SubElement(parent, f"{W}r"), f"{W}{tag}", {f"{W}{key}": told[key] for key in told})
    if text:
        made.text = text
        made.set(_SPACE, "preserve")
