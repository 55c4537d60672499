"""Blanks that were left to fill in: dots, underscores, "xx", notes to the drafter, prompts of content controls.

An ellipsis is usual Vietnamese punctuation, and the frame of a draft is full of empty numbers and
days; a blank is only what a sentence or a table still waits for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.leftovers.blanks import Blanks, dots_only, in_table
from service.check.wording import finding

if TYPE_CHECKING:
    from service.check.case import Case, Context, Line
    from service.model.examination import Finding

_FRAME = (Zone.FRONT, Zone.CLOSING)
_REACH = 80
_SENTENCE = re.compile(r"[;.!?]\s|\n")
_WORDS_BEFORE = re.compile(r"(?:\S+\s+){0,3}\S*\Z")
_WORDS_BEHIND = re.compile(r"\S*(?:\s+(?:[^\s.;!?]|\.(?=\w))+){0,5}")
"""A dot with more behind it is a number's: "200.000"."""


def judge_placeholders(case: Case, context: Context) -> tuple[Finding, ...]:
    """One finding for each place that still waits to be filled in."""
    blanks = Blanks(case)
    found: list[Finding] = []
    rows = _Rows(case, context)
    prompts: dict[int | None, list[str]] = {}
    for prompt in case.manuscript.prompts:
        prompts.setdefault(prompt.paragraph, []).append(prompt.text)
    for line in case.lines:
        if context.zone(line.paragraph) in _FRAME:
            continue
        if rows.starts(line):
            found.append(finding(case.rulebook, "placeholder.left", variant="row", quote=line.text.strip()[:40],
                                 paragraph=line.paragraph))  # fmt: skip
        found.extend(_asked(case, line, text) for text in prompts.get(line.paragraph, ()))
        if not dots_only(line.text) or in_table(line):
            found.extend(_told(case, line, start, end, note) for start, end, note in blanks.places(line))
    return tuple(found)


def _asked(case: Case, line: Line, prompt: str) -> Finding:
    return finding(case.rulebook, "placeholder.left", variant="prompt", quote=_beginning(prompt.strip()),
                   paragraph=line.paragraph)  # fmt: skip


def _beginning(text: str) -> str:
    """The first words of a text, none of them cut."""
    return text if len(text) <= _REACH else text[:_REACH].rpartition(" ")[0] or text[:_REACH]


def _told(case: Case, line: Line, start: int, end: int, note: bool) -> Finding:
    variant = "note" if note else "cell" if in_table(line) else ""
    return finding(case.rulebook, "placeholder.left", variant=variant, quote=_quote(line.text, start, end),
                   paragraph=line.paragraph)  # fmt: skip


def _quote(text: str, start: int, end: int) -> str:
    """The blank with a few words on either side, within its sentence."""
    first = max(0, start - _REACH)
    stops = [stop.end() for stop in _SENTENCE.finditer(text, first, start)]
    before = _WORDS_BEFORE.search(text, stops[-1] if stops else first, start)
    behind = _WORDS_BEHIND.match(text, end)
    return text[before.start() if before else start : behind.end() if behind else end].strip()


class _Rows:
    """Rows of dots to write on: a blank in the middle of the report, paper for notes at its end."""

    def __init__(self, case: Case, context: Context) -> None:
        body = [
            line.paragraph
            for line in case.lines
            if context.zone(line.paragraph) not in (*_FRAME, Zone.ANNEX) and any(map(str.isalnum, line.text))
        ]
        self._last = body[-1] if body else -1
        self._open = False

    def starts(self, line: Line) -> bool:
        """Whether this line begins a stretch of such rows; the rows behind it belong to the same place."""
        row = dots_only(line.text) and not in_table(line) and line.paragraph < self._last and "_" not in line.text
        begins = row and not self._open
        if row or line.text.strip():
            self._open = row
        return begins
