"""Puts the marks of a comment around exact words; a run is split where words begin or end inside it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from service.outbox.annotated.text import DELETED_TEXT, TEXT
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from service.outbox.annotated.text import Stored

_P, _PPR, _RUN, _RPR = W + "p", W + "pPr", W + "r", W + "rPr"
_CONTROL, _CONTENT = W + "sdt", W + "sdtContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
START, END, REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"


def mark_words(first: Stored, last: Stored, ident: str) -> None:
    """Anchor a comment at the words from one stored character to another."""
    end_run = _run_until(last.node, last.offset + 1)
    before = _run_of(first.node)
    start_run = _run_from(first.node, _clear_of_breaks(first))
    if end_run is before and start_run is not before:
        end_run = start_run  # the words begin and end in one run, whose end the split has moved
    start_run.addprevious(_mark(start_run, START, ident))
    end = _mark(end_run, END, ident)
    end_run.addnext(end)
    paragraph = next(end.iterancestors(_P))
    _refer(paragraph, _child_of(paragraph, end), ident)


def mark_paragraph(elements: Sequence[_Element], ident: str) -> bool:
    """Anchor a comment at a whole paragraph; of a text box, at what the box hangs in. Tell whether there is a place."""
    outer = [_outermost(element) for element in elements]
    if not outer or outer[0] is None or outer[-1] is None:
        return False
    if outer[0] is not elements[0]:
        hanging = _child_of(outer[0], elements[0])
        hanging.addprevious(_mark(hanging, START, ident))
        end = _mark(hanging, END, ident)
        hanging.addnext(end)
        _refer(outer[0], end, ident)
        return True
    properties = outer[0].find(_PPR)
    outer[0].insert(0 if properties is None else 1, _mark(outer[0], START, ident))
    last = outer[-1]
    end = _mark(last, END, ident)
    last.append(end)
    _refer(last, end, ident)
    return True


def remove_marks(root: _Element, idents: set[str]) -> None:
    """Take the marks of these comments out of a document."""
    for element in list(root.iter(START, END, REFERENCE)):
        if element.get(W + "id") not in idents:
            continue
        parent = element.getparent()
        _take_out(element)
        if element.tag == REFERENCE and parent is not None and all(child.tag == _RPR for child in parent):
            _take_out(parent)


def _take_out(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clear_of_breaks(place: Stored) -> int:
    """The offset, moved before line ends in the stored text: a reader may drop them at the end of an element."""
    text, offset = place.node.text or "", place.offset
    while place.node.tag in (TEXT, DELETED_TEXT) and offset and text[offset - 1] in "\r\n":
        offset -= 1
    return offset


def _run_from(node: _Element, offset: int) -> _Element:
    """The run that begins at an offset of one of its children."""
    run, following = _run_of(node), _split(node, offset)
    if following is None:
        return run
    previous = following.getprevious()
    return run if previous is None or previous.tag == _RPR else _divide(run, following)


def _run_until(node: _Element, offset: int) -> _Element:
    """The run that ends at an offset of one of its children."""
    run, following = _run_of(node), _split(node, offset)
    if following is not None:
        _divide(run, following)
    return run


def _run_of(node: _Element) -> _Element:
    return next(node.iterancestors(_RUN))


def _split(node: _Element, offset: int) -> _Element | None:
    """The child of the run that begins at the offset, a text split in two where it must be; None at the run's end."""
    if node.tag not in (TEXT, DELETED_TEXT):
        return node if offset <= 0 else node.getnext()
    text = node.text or ""
    if offset <= 0:
        return node
    if offset >= len(text):
        return node.getnext()
    rest = node.makeelement(node.tag, _attributes(node))
    node.text, rest.text = text[:offset], text[offset:]
    for half in (node, rest):
        half.set(_SPACE, "preserve")
    node.addnext(rest)
    return rest


def _divide(run: _Element, following: _Element) -> _Element:
    """Move a child of a run and all after it to a new run of the same looks."""
    new = run.makeelement(_RUN, _attributes(run))
    properties = run.find(_RPR)
    if properties is not None:
        new.append(deepcopy(properties))
    new.extend([following, *following.itersiblings()])
    run.addnext(new)
    return new


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def _mark(near: _Element, tag: str, ident: str) -> _Element:
    return near.makeelement(tag, {W + "id": ident})


def _reference(near: _Element, ident: str) -> _Element:
    run = near.makeelement(_RUN, {})
    run.append(run.makeelement(REFERENCE, {W + "id": ident}))
    return run


def _outermost(element: _Element) -> _Element | None:
    """The paragraph that isn't inside another one: a comment can't hang in a text box."""
    found = [element] if element.tag == _P else []
    found.extend(element.iterancestors(_P))
    return found[-1] if found else None


def _refer(paragraph: _Element, end: _Element, ident: str) -> None:
    """Put the reference behind the child of its paragraph where the words end: outside links and tracked changes.

    LibreOffice hides a paragraph in a content control of its own that holds one, so there it stands in the next
    paragraph that is in none; the words stay marked where they are.
    """
    reference = _reference(end, ident)
    control = _control_around(paragraph)
    following = () if control is None else (one for one in control.itersiblings() if one.tag != _CONTROL)
    beyond = next((found for one in following for found in one.iter(_P) if _control_around(found) is None), None)
    if beyond is None:
        end.addnext(reference)
    else:
        beyond.insert(0 if beyond.find(_PPR) is None else 1, reference)


def _control_around(paragraph: _Element) -> _Element | None:
    """The outermost content control that holds a paragraph as a block; None where there is none."""
    found: _Element | None = None
    inner = paragraph
    while (content := inner.getparent()) is not None and content.tag == _CONTENT:
        if (control := content.getparent()) is None:
            break
        found = inner = control
    return found


def _child_of(paragraph: _Element, element: _Element) -> _Element:
    child = element
    for ancestor in element.iterancestors():
        if ancestor is paragraph:
            break
        child = ancestor
    return child
