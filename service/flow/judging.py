"""What runs in a worker: one file's bytes to its answer, or to its words for the consolidated report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from service.check.examine import examine, refuse
from service.check.lists import phrasebook
from service.consolidate.extract import extract
from service.errors import UnreadableReport
from service.model.city import Extract
from service.model.examination import FileFacts
from service.office import to_docx
from service.outline import outline
from service.read import CONVERTIBLE, read, sniff

if TYPE_CHECKING:
    from pathlib import Path

    from service.executor.interface import Failed
    from service.model.examination import Examination
    from service.model.manuscript import Manuscript
    from service.model.rulebook import Rulebook

SECONDS = 120.0
"""A document that takes longer is given up: a usual one takes a tenth of a second."""

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


def prepare(rulebook: Rulebook) -> None:
    """Make a worker ready: keep the pack and compile its phrases once."""
    _rules[:] = [rulebook]
    phrasebook(rulebook)


def answer(work: Work) -> Examination:
    """The task of a worker: judge one file."""
    return judge(work.path.read_bytes(), work.name, work.folder, _rules[0])[0]


def gather(work: Work) -> Extract:
    """The task of a worker: one report's words under each section."""
    return judge(work.path.read_bytes(), work.name, work.folder, _rules[0])[1]


def judge(data: bytes, name: str, folder: str, rulebook: Rulebook) -> tuple[Examination, Extract]:
    """Read, outline and judge a file's bytes; an unreadable one is an answer, too."""
    file = FileFacts(name, hashlib.sha256(data).hexdigest(), len(data), str(sniff(data, name)))
    try:
        manuscript = open_report(data, name)
    except UnreadableReport as trouble:
        return refuse(rulebook, file, trouble), Extract()
    structure = outline(manuscript)
    examination = examine(manuscript, structure, rulebook, file, folder)
    return examination, extract(manuscript, structure, examination)


def open_report(data: bytes, name: str) -> Manuscript:
    """Read a file's bytes, through LibreOffice where its format needs it.

    Raises:
        UnreadableReport: it can't be read; the code says why.
    """
    kind = sniff(data, name)
    if kind not in CONVERTIBLE:
        return read(data, name)
    return replace(read(to_docx(data, kind), name), format=kind)


def given_up(failed: Failed[Work], data: bytes, rulebook: Rulebook) -> Examination:
    """The answer for a file that ended or hung its worker: it can't be judged, and someone must look at it."""
    name = failed.item.name
    file = FileFacts(name, hashlib.sha256(data).hexdigest(), len(data), str(sniff(data, name)))
    return refuse(rulebook, file, UnreadableReport("file.corrupt", variant="given_up"))
