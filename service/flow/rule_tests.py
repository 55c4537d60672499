"""The examples beside the rules, judged as little reports of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.check.examine import examine
from service.model.examination import FileFacts
from service.model.manuscript import Format, Look, Manuscript, Paragraph
from service.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.examination import Finding
    from service.model.rulebook import Example, Rulebook


@dataclass(frozen=True, slots=True)
class Failure:
    """What an example should have brought and didn't, or brought and should not have."""

    example: str
    code: str
    fired: bool
    """Whether the finding came."""


def run_examples(rulebook: Rulebook) -> tuple[Failure, ...]:
    """Judge every example; return where the rules and the examples disagree."""
    return tuple(failure for example in rulebook.examples for failure in _run(example, rulebook))


def never_fired(rulebook: Rulebook) -> tuple[str, ...]:
    """Codes of the pack, other than file.*, that no example brings."""
    fired = {code.split(":")[0] for example in rulebook.examples for code in example.fires}
    return tuple(code for code in rulebook.findings if not code.startswith("file.") and code not in fired)


def _run(example: Example, rulebook: Rulebook) -> Iterator[Failure]:
    read = _manuscript(example.lines)
    answer = examine(read, outline(read), rulebook, FileFacts(example.id, "", 0, "docx"))
    if answer.kind != example.kind:
        yield Failure(example.id, f"kind {answer.kind}", fired=True)
    codes = {name for finding in answer.findings for name in _names(finding)}
    yield from (Failure(example.id, code, fired=False) for code in example.fires if code not in codes)
    yield from (Failure(example.id, code, fired=True) for code in example.silent if code in codes)


def _names(finding: Finding) -> Iterator[str]:
    """A finding's code, alone and with what it is about."""
    yield finding.code
    for about in (finding.part, finding.authority, finding.section):
        if about:
            yield f"{finding.code}:{about}"


def _manuscript(lines: tuple[str, ...]) -> Manuscript:
    paragraphs = []
    for index, text in enumerate(lines):
        letters = [letter for letter in text if letter.isalpha()]
        capitals = bool(letters) and all(letter.isupper() for letter in letters)
        look = Look(style="normal", bold=capitals, bold_prefix=len(text) if capitals else 0, capitals=capitals)
        paragraphs.append(Paragraph(index, text, look=look))
    return Manuscript(Format.DOCX, tuple(paragraphs))
