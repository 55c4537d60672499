"""A part as it reads once every change is accepted and nothing hangs in it that isn't text of the unit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from service.model.compendium import Removed
from service.read.looks import is_on
from service.read.xml import MC, W, child

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_P, _R, _RPR, _PPR, _TRPR, _TCPR = (W + name for name in ("p", "r", "rPr", "pPr", "trPr", "tcPr"))
_DELETED = (W + "del", W + "moveFrom")
_INSERTED = (W + "ins", W + "moveTo")
_CHANGED = tuple(
    W + name
    for name in (
        "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange",
        "tblPrExChange", "numberingChange", "cellIns", "cellMerge",
    )
)  # fmt: skip
_MARKS = frozenset(
    W + name
    for name in (
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "commentRangeStart",
        "commentRangeEnd", "annotationRef", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "subDoc",
        "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "delText", "delInstrText",
    )
)  # fmt: skip
_WRAPPERS = frozenset(W + name for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml"))
_OBJECT, _CONTROL = W + "object", W + "control"
_EMBEDDED = (_OFFICE + "OLEObject", _CONTROL, W + "objectEmbed", W + "objectLink")
_PARAGRAPH_IDS = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId")
)
_SESSIONS = tuple(W + name for name in ("rsidR", "rsidRPr", "rsidP", "rsidRDefault", "rsidDel", "rsidTr", "rsidSect"))
_GONE = "gone"
_COMMENT = W + "commentReference"
_OF_CHANGES = frozenset((*_DELETED, *_INSERTED, *_CHANGED, W + "cellDel"))
_INK = "{http://schemas.microsoft.com/office/word/2010/wordml}contentPart"
_MARGINS = (W + "headerReference", W + "footerReference")
_ODD = (*_OF_CHANGES, *_MARKS, *_WRAPPERS, *_EMBEDDED, _OBJECT, _COMMENT, _INK, *_MARGINS)


KNOWING = (*_OF_CHANGES, W + "vanish", W + "numPr", W + "sectPr", W + "vMerge")
"""What each paragraph, run or cell has to know of itself."""


def accept(root: _Element, removed: Counter[Removed]) -> None:
    """Accept the tracked changes below `root`, and take out comments, controls, objects and marks of proof readers.

    Args:
        root: The part; changed in place. Paragraphs whose mark is deleted go on in the one that follows.
        removed: Counts what was taken out.
    """
    count = Counter([element.tag for element in root.iter(*_ODD)])  # once: every look through a report costs
    found = count.keys()
    removed[Removed.MARGINS] += sum(count[tag] for tag in _MARGINS)
    if _COMMENT in found:
        _take_comments(root, removed)
    joined = _accept_changes(root, removed) if found & _OF_CHANGES else []
    if marks := found & _MARKS:
        etree.strip_elements(root, *marks, with_tail=False)
    if wrappers := found & _WRAPPERS:
        etree.strip_tags(root, *wrappers)
    for paragraph in joined:  # what it goes on in may have stood in a control
        _join(paragraph)
    etree.strip_attributes(root, *_SESSIONS, *_PARAGRAPH_IDS)
    if found & {*_EMBEDDED, _OBJECT}:
        _take_objects(root, removed)
    if _INK in found:
        _draw_ink(root)


def _draw_ink(root: _Element) -> None:
    """Show handwriting by the picture that is kept beside it: its own part is of use to nobody but its writer."""
    for ink in list(root.iter(_INK)):
        choice = next(ink.iterancestors(MC + "Choice"), None)
        around = choice.getparent() if choice is not None else None
        remove(ink if choice is None else choice)
        if around is not None and child(around, MC + "Choice") is None:
            for part in list(around.iterchildren(MC + "Fallback")):
                part.tag = _GONE
            around.tag = _GONE
    etree.strip_tags(root, _GONE)


def _take_comments(root: _Element, removed: Counter[Removed]) -> None:
    for reference in list(root.iter(_COMMENT)):
        removed[Removed.COMMENTS] += 1
        run = reference.getparent()
        if run is None:
            continue
        run.remove(reference)
        if run.tag == _R and all(left.tag == _RPR for left in run):
            remove(run)


def _accept_changes(root: _Element, removed: Counter[Removed]) -> list[_Element]:
    """Returns the paragraphs whose mark is deleted."""
    joined: list[_Element] = []
    for mark in list(root.iter(*_DELETED, W + "cellDel")):
        removed[Removed.CHANGES] += 1
        parent = mark.getparent()
        above = parent.getparent() if parent is not None else None
        if parent is None or above is None:
            continue
        if parent.tag == _TRPR or mark.tag == W + "cellDel":
            remove(above)
        elif parent.tag == _RPR and above.tag == _PPR:
            paragraph = above.getparent()
            joined += [paragraph] if paragraph is not None else []
    removed[Removed.CHANGES] += sum(1 for _ in root.iter(*_INSERTED, *_CHANGED))
    etree.strip_elements(root, *_DELETED, *_CHANGED, with_tail=False)
    for empty in [one for tag in ("tr", "tbl") for one in root.iter(W + tag) if _has_lost_all(one)]:
        remove(empty)
    return joined


def _has_lost_all(element: _Element) -> bool:
    """Whether a row has no cell left, or a table no row; both may stand in wrappers."""
    inner = W + ("tc" if element.tag == W + "tr" else "tr")
    return next(element.iter(inner), None) is None


def _join(paragraph: _Element) -> None:
    """Let a paragraph whose mark is gone go on in the next one, whose properties hold for both."""
    after = paragraph.getnext()
    while after is not None and after.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
        after = after.getnext()
    content = [part for part in paragraph if part.tag != _PPR]
    if after is None or after.tag != _P:
        beside = paragraph.getprevious()
        if not content and beside is not None and beside.tag == _P:
            remove(paragraph)
        return
    at = 1 if len(after) and after[0].tag == _PPR else 0
    after[at:at] = content
    remove(paragraph)


def _take_objects(root: _Element, removed: Counter[Removed]) -> None:
    for one in list(root.iter(*_EMBEDDED)):
        removed[Removed.OBJECTS] += 1
        remove(one)
    for holder in list(root.iter(_OBJECT)):
        holder.attrib.clear()
        if len(holder):
            holder.tag = W + "pict"
        else:
            remove(holder)


def hide(root: _Element, hidden: Iterable[_Element], removed: Counter[Removed]) -> None:
    """Take hidden runs out, and paragraphs that are hidden as a whole, their mark too."""
    for run in hidden:
        removed[Removed.HIDDEN] += 1
        remove(run)
    for mark in [one for one in root.iter(W + "vanish") if is_on(one)]:
        rpr = mark.getparent()
        ppr = rpr.getparent() if rpr is not None else None
        paragraph = ppr.getparent() if ppr is not None and ppr.tag == _PPR else None
        if rpr is not None:
            rpr.remove(mark)
        if paragraph is not None and ppr is not None and _may_go(paragraph, ppr):
            remove(paragraph)


def _may_go(paragraph: _Element, ppr: _Element) -> bool:
    around = paragraph.getparent()
    others = around is not None and any(one is not paragraph for one in around.iterchildren(_P))
    return (
        others
        and child(ppr, W + "sectPr") is None
        and next(paragraph.iter(W + "t", W + "drawing", W + "pict"), None) is None
    )


def remove(element: _Element) -> None:
    """Take an element out, with everything in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
