"""Whether something stands under a heading, or next to nothing: placeholders and phrases that fit any report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.check.case import Case, Context, Line
    from service.model.outline import Heading

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"(?<![0-9/-])[0-9]+(?:[.,][0-9]+)* ?(?:%|[^\W\d_])")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)")


def content(case: Case, context: Context, headings: Iterable[Heading]) -> tuple[Line, ...]:
    """The lines under some headings, headings themselves, signature and annex left out; each once, in order."""
    found: dict[int, Line] = {}
    for heading in headings:
        for line in case.within(heading.body, heading.end):
            if (
                not line.heading
                and context.zone(line.paragraph) not in (Zone.CLOSING, Zone.ANNEX)
                and line.text.strip()
            ):
                found[line.paragraph] = line
    return tuple(found[index] for index in sorted(found))


def telling(lines: Iterable[Line]) -> int:
    """How many words of some lines say something that not every report could say."""
    total = 0
    for line in lines:
        spent = [(hit.start, hit.end) for hit in line.of("stock", "generic")]
        for word in _WORD.finditer(line.folded):
            if not any(start <= word.start() < end for start, end in spent):
                total += 1
    return total


def is_thin(lines: Sequence[Line], least: int) -> bool:
    """Whether next to nothing stands in some lines: too few telling words, and no figure to make up for it."""
    words = telling(lines)
    if words >= least:
        return False
    figures = sum(len(_FIGURE.findall(line.folded)) for line in lines)
    return words + 4 * figures < least


def evidence(lines: Sequence[Line], limit: int = 160) -> str | None:
    """The first telling words of some lines, to be shown as evidence."""
    for line in lines:
        if telling([line]) >= 4:
            text = line.text.strip()
            end = _SENTENCE.search(text, 40)
            return text[: min(limit, end.start() if end else limit)].rstrip()
    return lines[0].text.strip()[:limit] if lines else None


def top_most(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Those headings that stand under no other of them."""
    return tuple(
        h for h in headings if not any(o.paragraph < h.paragraph < o.end and o.level < h.level for o in headings)
    )
