"""The officer's own file with a Word comment at each place that a finding speaks of; everything else untouched."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from service.errors import UnreadableReport
from service.model.examination import Severity
from service.model.waiver import NONE
from service.outbox.annotated.belonging import belongs
from service.outbox.annotated.marks import mark_paragraph, mark_words, remove_marks
from service.outbox.annotated.parts import COMMENT, Parts, comment, comments_part, next_ident
from service.outbox.annotated.text import LAYERS, comparable, layer, layer_as_read
from service.outbox.phrasing.causes import accepted_points, points
from service.outbox.phrasing.conclusion import conclusion
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.told import told
from service.outbox.phrasing.unchecked import unchecked
from service.outbox.phrasing.versions import since
from service.read import read
from service.read.anchors import anchors
from service.read.replies import OWN_AUTHOR, is_own, unlink
from service.read.xml import W
from service.rounds.fingerprint import marks
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lxml.etree import _Element

    from service.model.comparison import Lineage
    from service.model.examination import Examination, Finding
    from service.model.manuscript import Aside, Manuscript
    from service.model.waiver import Waiving
    from service.outbox.annotated.text import Layer, Stored
    from service.read.anchors import Anchors
    from service.words import Words

INITIALS: Final = "TK"
_REFUSALS = (UnreadableReport, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, LookupError,
             ValueError)  # fmt: skip
_MOST_LETTERS = 4_000
"""A comment says no more than this: longer ones can't be read in the margin."""


@dataclass(frozen=True, slots=True)
class _Body:
    """The paragraphs of the file, as they are stored and as they are read: old fonts store them otherwise."""

    elements: tuple[tuple[_Element, ...], ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Saying:
    """What there is to say of a file."""

    examination: Examination
    findings: tuple[tuple[Finding, str], ...]
    """Each finding with its id; those that were accepted are left out."""
    opening: tuple[str, ...]
    """What the first comment begins with, line by line."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A comment that hangs somewhere: the text of a finding, or of all those without a place."""

    ident: str
    lines: tuple[dict[str, str], ...]


def annotated_copy(
    data: bytes,
    examination: Examination,
    words: Words,
    issued: date,
    *,
    lineage: Lineage | None = None,
    waiving: Waiving = NONE,
    names: Names | None = None,
) -> bytes | None:
    """The file with the findings as comments; None where there is nothing to say or the file can't carry it safely.

    A finding hangs at its exact words, or at its paragraph where a comment can't stand inside it (text boxes); what
    isn't there hangs at the heading nearest to where it belongs. The first comment sums up, and holds the findings
    that have no place.

    Args:
        data: The officer's file.
        examination: What was found in it.
        words: The catalogue.
        issued: Date of the comments.
        lineage: Where the file stands among the unit's versions; what changed is told in the first comment.
        waiving: Which findings are accepted: they get no comment.
        names: Names of sections.
    """
    if not examination.findings:
        return None
    try:
        found, parts = anchors(data), Parts(data)
        if found.strict or found.main not in parts or (found.comments is not None and found.comments not in parts):
            return None
        before = read(data)
        body = _Body(found.elements, tuple(one.text for one in before.paragraphs))
        saying = _saying(examination, lineage, waiving, words, names or Names(words))
        name, comments = comments_part(parts, found.main, found.comments)
        _remove_own(found, parts, comments)
        for placed in _hang(body, saying, words, next_ident((found.root, comments))):
            comments.append(comment(placed.ident, OWN_AUTHOR, INITIALS, issued.isoformat(), placed.lines))
        parts.put(name, comments)
        parts.put(found.main, found.root)
        made = parts.packed()
        return made if _says_the_same(before, read(made)) else None
    except _REFUSALS:
        # What zipfile and the reader raise over a file that some program may still open: a copy would be a guess.
        return None


def _saying(examination: Examination, lineage: Lineage | None, waiving: Waiving, words: Words, names: Names) -> _Saying:
    named = zip(examination.findings, marks(examination.findings), strict=True)
    due = tuple((finding, mark.id) for position, (finding, mark) in enumerate(named) if waiving.of(position) is None)
    judged = replace(examination, findings=tuple(finding for finding, _ in due))
    counts = {severity.value: points(judged.findings, severity) for severity in Severity}
    opening = [
        f"{words.say('gap_report.say.verdict')} {conclusion(examination, words, names, waiving)}",
        words.say("outbox.annotated.counts", **counts),
        *(since(lineage, words) if lineage else ()),
    ]
    if waiving.count:
        opening.append(words.say("rounds.waived.count", count=accepted_points(examination.findings, waiving)))
    opening += unchecked(examination, words)
    return _Saying(examination, due, (*opening, words.say("outbox.annotated.reply")))


def _remove_own(found: Anchors, parts: Parts, comments: _Element) -> None:
    """Take out comments that an earlier copy of this file was sent with, and what was answered to them."""
    extended = parts.tree(found.extended) if found.extended and found.extended in parts else None
    gone = found.answers | {one.get(W + "id", "") for one in comments.findall(COMMENT) if is_own(one)}
    removed = [one for one in comments.findall(COMMENT) if one.get(W + "id", "") in gone]
    for one in removed:
        comments.remove(one)
    remove_marks(found.root, set(gone))
    if extended is not None and removed:
        unlink(extended, removed)
        parts.put(str(found.extended), extended)


def _hang(body: _Body, saying: _Saying, words: Words, number: int) -> Iterator[_Placed]:
    """Mark the place of each finding; what has none is summed up in one comment at the first paragraph."""
    homeless: list[tuple[Finding, str]] = []
    seen: Counter[tuple[int, str]] = Counter()
    placed: list[_Placed] = []
    for finding, name in saying.findings:
        ident = str(number + len(placed) + 1)  # the number itself is kept for the summary
        nearest = belongs(finding, saying.examination, lambda text: _holding(body, text))
        at = finding if nearest is None else replace(finding, paragraph=nearest, quote=None)
        if _mark(body, at, ident, seen):
            placed.append(_Placed(ident, tuple(_lines(finding, name, words, absent=nearest is not None))))
        else:
            homeless.append((finding, name))
    if _mark_first(body, str(number)):
        yield _Placed(str(number), tuple(_summary(homeless, saying.opening, words)))
    yield from placed


def _mark(body: _Body, finding: Finding, ident: str, seen: Counter[tuple[int, str]]) -> bool:
    at = finding.paragraph
    if at is None or not 0 <= at < len(body.elements) or not body.elements[at]:
        return False
    elements = body.elements[at]
    if finding.quote and not any(next(element.iterancestors(W + "p"), None) is not None for element in elements):
        quote = comparable(finding.quote)
        spot = _spot(elements, body.texts[at], quote, seen[at, quote])
        seen[at, quote] += 1
        if spot is not None:
            mark_words(*spot, ident)
            return True
    return mark_paragraph(elements, ident)


def _spot(elements: Sequence[_Element], text: str, quote: str, turn: int) -> tuple[Stored, Stored] | None:
    """Where a quote stands: of findings with the same words, each next one at their next place."""
    if elements[0].tag != W + "p":
        return None
    for one in _layers(elements, text):
        if spots := one.find(quote):
            return spots[turn % len(spots)]
    return None


def _layers(elements: Sequence[_Element], text: str) -> Iterator[Layer]:
    """What words may be looked for in, the likeliest first."""
    for hidden, deleted in LAYERS:
        yield layer(elements, hidden=hidden, deleted=deleted)
    yield layer_as_read(elements, text)


def _mark_first(body: _Body, ident: str) -> bool:
    return any(elements and mark_paragraph(elements, ident) for elements in body.elements)


def _holding(body: _Body, heading: str) -> int | None:
    """The first paragraph that holds a heading's words."""
    wanted = comparable(heading)
    for at, (elements, text) in enumerate(zip(body.elements, body.texts, strict=True)):
        if not elements or elements[0].tag != W + "p":
            continue
        if wanted in layer(elements, hidden=False, deleted=False).letters or wanted in comparable(text):
            return at
    return None


def _lines(finding: Finding, name: str, words: Words, *, absent: bool) -> Iterator[dict[str, str]]:
    yield _line("", told(finding, words))
    if absent:
        yield _line("", words.say("outbox.annotated.nearest"))
    if finding.fix:
        yield _line(words.say("outbox.annotated.fix"), finding.fix.removeprefix(words.say("gap_report.please")))
    why = " ".join(part for part in (finding.why, _source(finding, words)) if part)
    if why:
        yield _line(words.say("outbox.annotated.why"), why)
    yield _line("", words.say("outbox.annotated.name", name=name))


def _source(finding: Finding, words: Words) -> str:
    return words.say("outbox.annotated.source", source=finding.source.strip(" .")) if finding.source else ""


def _summary(findings: Sequence[tuple[Finding, str]], opening: Sequence[str], words: Words) -> Iterator[dict[str, str]]:
    yield from (_line("", said) for said in opening)
    if findings:
        yield _line(words.say("outbox.annotated.summary"), "")
    for number, (finding, name) in enumerate(findings, 1):
        quote = words.say("gap_report.quote", text=finding.quote) if finding.quote else ""
        quote = "" if finding.quote and finding.quote in finding.message else quote
        said = (told(finding, words), quote, finding.fix, words.say("outbox.annotated.name", name=name))
        yield _line(f"{number}. ", " ".join(part for part in said if part))


def _line(label: str, text: str) -> dict[str, str]:
    short = shown(text)
    return {"label": label, "text": short if len(short) <= _MOST_LETTERS else short[: _MOST_LETTERS - 1] + "…"}


def _says_the_same(old: Manuscript, new: Manuscript) -> bool:
    """Whether the copy can be read and holds the officer's words, changes and comments as they were."""
    kept = ((one.hidden, one.comments, one.insertions, one.deletions) for one in (old, new))
    asides, same = ([[_bare(aside) for aside in shelf] for shelf in shelves] for shelves in kept)
    return old.paragraphs == new.paragraphs and asides == same


def _bare(aside: Aside) -> tuple[str, int | None, str]:
    # Where a quote begins after a change's first space, that space is a run of its own, and the reader drops it.
    return "".join(aside.text.split()), aside.paragraph, aside.author
