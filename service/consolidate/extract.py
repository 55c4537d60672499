"""Takes a report's own words under each section out of its manuscript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.city import Extract, Passage

if TYPE_CHECKING:
    from service.model.examination import Examination, SectionAnswer
    from service.model.manuscript import Manuscript
    from service.model.outline import Outline

_NOTES = ("footnote", "endnote")


def extract(manuscript: Manuscript, outline: Outline, examination: Examination) -> Extract:
    """The passages of each section that the examination found, by the spans that it names."""
    headings = {
        number
        for piece in outline.pieces
        for heading in piece.headings
        if not heading.run_in
        for number in range(heading.paragraph, heading.last + 1)
    }
    found = ((answer.id, _passages(answer, manuscript, headings, outline.contents)) for answer in examination.sections)
    return Extract(
        tuple((section, passages) for section, passages in found if passages),
        (*manuscript.blocks, len(manuscript.paragraphs)),
        tuple((note.anchor, note.text) for note in manuscript.notes if note.anchor is not None and note.kind in _NOTES),
    )


def _passages(
    answer: SectionAnswer, manuscript: Manuscript, headings: set[int], contents: frozenset[int]
) -> tuple[Passage, ...]:
    last = len(manuscript.paragraphs)
    numbers = {number for first, end in answer.spans for number in range(max(first, 0), min(end, last))}
    return tuple(
        Passage(
            number,
            manuscript.paragraphs[number].text,
            manuscript.paragraphs[number].label,
            heading=number in headings,
            table=manuscript.paragraphs[number].place.table is not None,
        )
        for number in sorted(numbers - contents)
    )
