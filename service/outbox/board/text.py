"""Text, dates and links as the dashboard's pages show them, whatever a file was called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from service.outbox.phrasing.numbers import short_date
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.submission import Submission
    from service.model.unit import Unit
    from service.words import Words

UNIT_PAGES = "_tong-quan/don-vi"
"""Folder of the units' pages below the outbox."""

_GAP_REPORT = ("phieu-ra-soat", "thong-bao", "gap-report")
_WORD = (".docx", ".docm")


@dataclass(frozen=True, slots=True)
class Link:
    """A file to open."""

    label: str
    href: str
    kind: str = ""
    """gap_report, annotated, data or other."""


def href(path: str, up: str = "./") -> str:
    """A relative address of a file below the outbox, seen from a page that lies `up` below it."""
    try:
        return up + quote(path, safe="/", errors="surrogateescape")
    except UnicodeEncodeError:
        return up + quote(shown(path), safe="/")


def unit_page(unit_id: str) -> str:
    """Path of a unit's page below the outbox."""
    return f"{UNIT_PAGES}/{unit_id}.html"


def minute(moment: str, words: Words) -> str:
    """An ISO moment as "08:30 06/7/2020", "6 July 2020, 08:30"; anything else as it is."""
    try:
        time = f"{datetime.fromisoformat(moment):%H:%M}"
    except ValueError:
        return moment
    return words.say("dashboard.minute", time=time, day=short_date(moment, words))


def updated(made: str, words: Words) -> str:
    """When the page was made, in words."""
    try:
        time = f"{datetime.fromisoformat(made):%H:%M}"
    except ValueError:
        return words.say("dashboard.updated_raw", made=made)
    return words.say("dashboard.updated", time=time, day=short_date(made, words))


def short_name(unit: Unit) -> str:
    """The unit as a list names it: "Phường An Biên"."""
    name = f"{unit.type} {unit.name}".strip()
    return name[:1].upper() + name[1:]


def documents(submission: Submission, words: Words, up: str = "./") -> tuple[Link, ...]:
    """The published files of a submission, the gap report first."""
    links = [_link(path, kind, words, up) for path, kind in _kinds(submission.outputs)]
    order = ("gap_report", "annotated", "other", "data")
    return tuple(sorted(links, key=lambda link: order.index(link.kind)))


def gap_report(submission: Submission | None, up: str = "./") -> str:
    """Address of a submission's gap report; empty while there's none."""
    kinds = _kinds(submission.outputs) if submission else ()
    return next((href(path, up) for path, kind in kinds if kind == "gap_report"), "")


def _link(path: str, kind: str, words: Words, up: str) -> Link:
    name = path.rpartition("/")[2]
    label = words.say("dashboard.file.other", name=name) if kind == "other" else words.say(f"dashboard.file.{kind}")
    return Link(label, href(path, up), kind)


def _kinds(outputs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What each published file of one submission is: the first Word file is its gap report unless one is named so."""
    documents = [path for path in outputs if path.lower().endswith(_WORD)]
    named = [path for path in documents if any(sign in _name(path) for sign in _GAP_REPORT)]
    report = next(iter(named or documents), None)
    return tuple((path, _kind(path, report)) for path in outputs)


def _kind(path: str, report: str | None) -> str:
    if path == report:
        return "gap_report"
    name = _name(path)
    if name.endswith(".json"):
        return "data"
    return "annotated" if name.endswith(_WORD) else "other"


def _name(path: str) -> str:
    return path.rpartition("/")[2].lower()
