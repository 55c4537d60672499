"""Content controls of ours in a Word document: their tags, their words, and a fingerprint of words and looks."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from service.read.xml import VAL, M, R, W
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

AUTHOR = "tongket"
"""Whose tracked insertions are ours."""
SDT = W + "sdt"
_CONTENT = W + "sdtContent"
_MARK = "tk1"
_OFFER = "?"
_MOST_CODE = 37
"""Word refuses tags of more than 64 characters: mark, source and fingerprint take 27 with their colons."""
_LOOKS = ("b", "i", "u", "strike", "dstrike", "highlight", "color", "vertAlign", "caps")
_TOUCHED = {
    *(W + name for name in ("del", "moveFrom", "moveTo", "object", "pict", "hyperlink", "fldSimple", "instrText")),
    *(W + name for name in ("commentRangeStart", "commentReference", "footnoteReference", "endnoteReference")),
    *(W + name for name in ("sectPr", "sdt", "sym", "pPrChange", "rPrChange", "altChunk")),
    M + "oMath",
}
"""What no generated block holds: wherever it stands, a person was at work."""
_BREAKS = {W + "p": "\n", W + "tr": "\r", W + "tc": "\t", W + "tab": "\t", W + "br": "\v", W + "cr": "\v"}


@dataclass(frozen=True, slots=True)
class Tag:
    """What the tag of a control tells."""

    code: str
    source: str
    """Begin of the hash of the files that its words come from."""
    gen: str
    """Fingerprint of what was generated."""
    offer: bool = False

    def __str__(self) -> str:
        """The tag as Word stores it, 64 characters at most."""
        return f"{_MARK}:{_OFFER if self.offer else ''}{self.code}:{self.source}:{self.gen}"


def short(code: str) -> str:
    """A code that fits a tag: a long one keeps its beginning and is told apart by a hash."""
    return code if len(code) <= _MOST_CODE else f"{code[: _MOST_CODE - 9]}~{digest(code, 8)}"


def digest(text: str, length: int = 12) -> str:
    """The first characters of the hash of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def tag_of(control: _Element) -> Tag | None:
    """The tag of a control of ours; None for any other one."""
    told = control.find(f"{W}sdtPr/{W}tag")
    parts = (told.get(VAL, "") if told is not None else "").split(":")
    if len(parts) != 4 or parts[0] != _MARK:
        return None
    return Tag(parts[1].removeprefix(_OFFER), parts[2], parts[3], parts[1].startswith(_OFFER))


def set_tag(control: _Element, tag: Tag) -> None:
    """Give a control of ours another tag."""
    told = control.find(f"{W}sdtPr/{W}tag")
    if told is not None:
        told.set(VAL, str(tag))


def control(tag: Tag, title: str, content: Iterable[_Element]) -> _Element:
    """A control around elements of the body, which are moved into it."""
    made = etree.Element(SDT)
    looks = etree.SubElement(made, W + "sdtPr")
    etree.SubElement(looks, W + "alias", {VAL: shown(title)[:64]})
    etree.SubElement(looks, W + "tag", {VAL: str(tag)})
    etree.SubElement(looks, W + "id", {VAL: str(int(digest(f"{tag.code}{tag.offer}", 8), 16) >> 1 or 1)})
    # LibreOffice takes the looks of a plain control's first paragraph away, and keeps those of a building block.
    gallery = etree.SubElement(looks, W + "docPartObj")
    etree.SubElement(gallery, W + "docPartGallery", {VAL: "Quick Parts"})
    etree.SubElement(made, _CONTENT).extend(content)
    return made


def content_of(made: _Element) -> list[_Element]:
    """What stands in a control."""
    inner = made.find(_CONTENT)
    return [] if inner is None else list(inner)


def replace_content(made: _Element, content: Iterable[_Element]) -> None:
    """Put other elements into a control."""
    inner = made.find(_CONTENT)
    if inner is None:
        inner = etree.SubElement(made, _CONTENT)
    for child in list(inner):
        inner.remove(child)
    inner.extend(content)


def words_of(elements: Iterable[_Element]) -> str:
    """The words of elements, a line for each paragraph or row; deleted ones are left out."""
    return "\n".join(line for element in elements for line in _lines(element))


def _lines(element: _Element) -> Iterator[str]:
    if element.tag == W + "p":
        yield _said(element)
    elif element.tag == W + "tr":
        yield "\t".join(" ".join(_said(one) for one in cell.iter(W + "p")) for cell in element.iterfind(W + "tc"))
    elif isinstance(element.tag, str):
        for child in element:
            yield from _lines(child)


def _said(element: _Element) -> str:
    return unicodedata.normalize("NFC", "".join(one.text or "" for one in element.iter(W + "t")))


def fingerprint(elements: Iterable[_Element], chart: Callable[[str], str] = lambda _: "") -> str:
    """Stands for the words of elements and the looks that a person gives them.

    What Word itself writes anew at every saving (languages, spelling marks, revision numbers) doesn't count, nor
    whether an insertion of ours was accepted.

    Args:
        elements: Paragraphs and tables.
        chart: From the relationship of a chart to the words and figures in it.
    """
    made: list[str] = []
    look = ""
    for element in elements:
        for one in element.iter():
            if one.tag in _TOUCHED or (one.tag == W + "ins" and one.get(W + "author") != AUTHOR):
                made.append(f"\0{etree.QName(one).localname}\0")
            elif one.tag == W + "drawing":
                charts = (part.get(R + "id", "") for part in one.iter() if etree.QName(part).localname == "chart")
                made.append(f"\0drawing\0{'|'.join(chart(ident) for ident in charts)}")
            elif one.tag == W + "bookmarkStart" and not one.get(W + "name", "").startswith("_"):
                made.append("\0bookmark\0")
            elif one.tag == W + "t" and one.text:
                now = _look(one.getparent())
                made.append(one.text if now == look else f"\0{now}\0{one.text}")
                look = now
            elif one.tag in _BREAKS and one.getparent().tag != W + "tabs":  # type: ignore[union-attr]
                made.append(_BREAKS[one.tag])
    return digest(unicodedata.normalize("NFC", "".join(made)))


def _look(run: _Element | None) -> str:
    looks = run.find(W + "rPr") if run is not None else None
    if looks is None:
        return ""
    told = ((name, looks.find(W + name)) for name in _LOOKS)
    found = [(name, one.get(VAL, "1")) for name, one in told if one is not None]
    plain = ("0", "false", "none", "auto", "baseline", "000000")
    return ",".join(
        name if value in ("1", "true") else f"{name}={value}" for name, value in found if value not in plain
    )


def pending(elements: Iterable[_Element]) -> bool:
    """Whether elements are still a tracked insertion of ours."""
    return any(one.get(W + "author") == AUTHOR for element in elements for one in element.iter(W + "ins"))


def mark_inserted(elements: Iterable[_Element], day: str, first: int) -> int:
    """Mark elements as a tracked insertion of ours; return the next free number of a revision.

    Args:
        elements: Paragraphs and tables.
        day: Date, ISO 8601.
        first: The first free number.
    """
    number = first

    def mark() -> _Element:
        nonlocal number
        number += 1
        return etree.Element(
            W + "ins", {W + "id": str(number - 1), W + "author": AUTHOR, W + "date": f"{day}T00:00:00Z"}
        )

    for element in elements:
        for row in list(element.iter(W + "tr")):
            looks = row.find(W + "trPr")
            if looks is None:
                looks = etree.Element(W + "trPr")
                row.insert(0, looks)
            looks.append(mark())
        for paragraph in list(element.iter(W + "p")):
            _mark_end(paragraph, mark())
            for run in paragraph.findall(W + "r"):
                around = mark()
                run.addprevious(around)
                around.append(run)
    return number


def _mark_end(paragraph: _Element, mark: _Element) -> None:
    looks = paragraph.find(W + "pPr")
    if looks is None:
        looks = etree.Element(W + "pPr")
        paragraph.insert(0, looks)
    own = looks.find(W + "rPr")
    if own is None:
        own = etree.Element(W + "rPr")
        late = [one for one in looks if one.tag in (W + "sectPr", W + "pPrChange")]
        looks.insert(list(looks).index(late[0]) if late else len(looks), own)
    own.insert(0, mark)
