"""Leads answers about lines back to the paragraphs that Word counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.city import Extract
    from service.model.examination import Examination, Finding, SectionAnswer
    from service.model.outline import Heading, Outline, Piece


def traced(examination: Examination, origin: Sequence[int]) -> Examination:
    """The answer with every paragraph number that of the Word paragraph."""
    return replace(
        examination,
        sections=tuple(_section(section, origin) for section in examination.sections),
        authorities=tuple(replace(one, paragraph=origin[one.paragraph]) for one in examination.authorities),
        indicators=tuple(replace(one, paragraph=origin[one.paragraph]) for one in examination.indicators),
        findings=tuple(_finding(one, origin) for one in examination.findings),
        trial=tuple(_finding(one, origin) for one in examination.trial),
        marks=tuple(replace(one, paragraph=origin[one.paragraph]) for one in examination.marks),
    )


def traced_extract(extract: Extract, origin: Sequence[int]) -> Extract:
    """The passages with the numbers of their Word paragraphs."""
    return replace(
        extract,
        sections=tuple(
            (section, tuple(replace(one, paragraph=origin[one.paragraph]) for one in passages))
            for section, passages in extract.sections
        ),
        notes=tuple((origin[paragraph], text) for paragraph, text in extract.notes),
    )


def traced_outline(outline: Outline, origin: Sequence[int]) -> Outline:
    """The outline with the numbers of the Word paragraphs."""
    return replace(
        outline,
        pieces=tuple(_piece(piece, origin) for piece in outline.pieces),
        contents=frozenset(origin[index] for index in outline.contents),
    )


def _finding(finding: Finding, origin: Sequence[int]) -> Finding:
    return finding if finding.paragraph is None else replace(finding, paragraph=origin[finding.paragraph])


def _section(section: SectionAnswer, origin: Sequence[int]) -> SectionAnswer:
    return replace(
        section,
        paragraph=None if section.paragraph is None else origin[section.paragraph],
        spans=tuple((origin[first], _end(end, origin)) for first, end in section.spans if first < len(origin)),
    )


def _piece(piece: Piece, origin: Sequence[int]) -> Piece:
    return replace(
        piece,
        start=origin[piece.start] if piece.start < len(origin) else _end(piece.start, origin),
        end=_end(piece.end, origin),
        front_end=_end(piece.front_end, origin),
        title_paragraph=None if piece.title_paragraph is None else origin[piece.title_paragraph],
        headings=tuple(_heading(heading, origin) for heading in piece.headings),
    )


def _heading(heading: Heading, origin: Sequence[int]) -> Heading:
    body = heading.body
    return replace(
        heading,
        paragraph=origin[heading.paragraph],
        last=origin[heading.last],
        end=_end(heading.end, origin),
        body=origin[body] if body < len(origin) else _end(body, origin),
    )


def _end(end: int, origin: Sequence[int]) -> int:
    """The first Word paragraph that nothing before line `end` is of."""
    return origin[end - 1] + 1 if end else 0
