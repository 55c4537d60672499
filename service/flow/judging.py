"""What runs in a worker: one file's bytes to its answer, or to its words for the consolidated report."""

from __future__ import annotations

import gc
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from service.check.examine import examine, refuse
from service.check.lists import phrasebook
from service.consolidate.extract import extract
from service.errors import UnreadableReport
from service.executor.interface import Reason
from service.flow.opening import open_report
from service.flow.tracing import traced, traced_extract
from service.inbox.seen import is_archive
from service.model.city import Extract
from service.model.examination import FileFacts
from service.outline import outline, parted
from service.read import sniff
from service.read.gate import MAX_FILE
from service.rounds.likeness import sketch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from service.executor.interface import Failed
    from service.model.examination import Examination
    from service.model.manuscript import Format, Manuscript
    from service.model.rulebook import Rulebook

SECONDS = 120.0
"""A document that takes longer is given up: a usual one takes a tenth of a second."""

MAX_LETTERS = 2_000_000
"""Longest paragraph that is judged, in letters: a thousand pages. Each of them takes a worker some fifty bytes."""
_HEAD = 1 << 16
"""So much of a file that is too large tells its format."""

_LITTER = 10_000
"""So many new things are looked through for garbage at a time: about what reading and judging a report makes."""

_rules: list[Rulebook] = []
"""The pack of this worker; set once by `prepare`."""


@dataclass(frozen=True, slots=True)
class Work:
    """One file to be judged; a worker opens it itself, so that its bytes don't travel."""

    path: Path
    name: str
    folder: str = ""
    key: int = 0
    """The caller's own number for it."""
    data: bytes | None = None
    """Its bytes, where it lies in an archive at `path`."""


def prepare(rulebook: Rulebook) -> None:
    """Make a worker ready: keep the pack and compile its phrases once.

    What was loaded for that stays, so that looking for garbage in it time and again would cost a report a twentieth.
    """
    _rules[:] = [rulebook]
    phrasebook(rulebook)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_LITTER)


def answer(work: Work) -> Examination:
    """The task of a worker: judge one file."""
    if work.data is not None:
        return judge(work.data, work.name, work.folder, _rules[0])[0]
    if work.path.stat().st_size > MAX_FILE:
        return refuse(_rules[0], _facts(work), UnreadableReport("file.too_large", "zip" * is_archive(work.name)))
    return judge(work.path.read_bytes(), work.name, work.folder, _rules[0])[0]


def gather(work: Work) -> Extract:
    """The task of a worker: one report's words under each section."""
    return judge(work.path.read_bytes(), work.name, work.folder, _rules[0])[1]


def judge(data: bytes, name: str, folder: str, rulebook: Rulebook) -> tuple[Examination, Extract]:
    """Read, outline and judge a file's bytes; an unreadable one is an answer, too."""
    examination, words, origin = judge_lines(data, name, folder, rulebook)
    return (examination, words) if origin is None else (traced(examination, origin), traced_extract(words, origin))


def judge_lines(
    data: bytes, name: str, folder: str, rulebook: Rulebook
) -> tuple[Examination, Extract, Sequence[int] | None]:
    """The same with the numbers of the paragraphs that were judged, and where Word counts others, which those are."""
    try:
        manuscript, origin = parted(open_report(data, name))
        _must_not_be_endless(manuscript)
    except UnreadableReport as trouble:
        return refuse(rulebook, _file_facts(data, name, sniff(data, name)), trouble), Extract(), None
    file = _file_facts(data, name, manuscript.format)
    structure = outline(manuscript)
    examination = examine(manuscript, structure, rulebook, file, folder)
    text = (each.text for each in manuscript.paragraphs if each.index not in structure.contents)
    examination = replace(examination, sketch=sketch(text), replies=manuscript.replies)
    return examination, extract(manuscript, structure, examination), origin


def _must_not_be_endless(manuscript: Manuscript) -> None:
    if any(len(paragraph.text) > MAX_LETTERS for paragraph in manuscript.paragraphs):
        raise UnreadableReport("file.too_large", "paragraph")


def worth_another_try(failed: Failed[Work]) -> bool:
    """Whether the machine may be at fault rather than the file: a worker that ended, a disk, too little memory."""
    return failed.reason is not Reason.RAISED or isinstance(failed.error, (OSError, MemoryError))


def given_up(failed: Failed[Work], rulebook: Rulebook) -> Examination:
    """The answer for a file that ended or hung its worker, or that nobody foresaw: someone must look at it.

    Raises:
        OSError: its bytes can't be had, so nothing can be said of them.
    """
    return refuse(rulebook, _facts(failed.item), UnreadableReport("file.corrupt", variant="given_up"))


def _file_facts(data: bytes, name: str, kind: Format) -> FileFacts:
    return FileFacts(name, hashlib.sha256(data).hexdigest(), len(data), str(kind))


def _facts(work: Work) -> FileFacts:
    """The facts of a file of which no more than the beginning is looked at."""
    if work.data is not None:
        return _file_facts(work.data, work.name, sniff(work.data, work.name))
    with work.path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return FileFacts(work.name, sha256, file.tell(), str(sniff(head, work.name)))
