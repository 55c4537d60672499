"""A whole report as one section: for first pages, and wherever all of a file is wanted."""

from __future__ import annotations

from service.model.city import Extract, Passage
from service.read import read

WHOLE = "whole"


def whole_extract(data: bytes, section: str = WHOLE) -> Extract:
    """Every paragraph of a file under one section.

    Raises:
        UnreadableReport: it can't be read.
    """
    manuscript = read(data)
    passages = tuple(Passage(one.index, one.text, one.label) for one in manuscript.paragraphs)
    notes = tuple(
        (note.anchor, note.text)
        for note in manuscript.notes
        if note.anchor is not None and note.kind in ("footnote", "endnote")
    )
    return Extract(((section, passages),), (*manuscript.blocks, len(manuscript.paragraphs)), notes)
