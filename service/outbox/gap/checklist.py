"""What was checked in a report, row by row: what passed, what didn't, what could not be checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import PARTS, SECTIONS, Examination, SectionAnswer, Severity, Status
from service.model.waiver import NONE
from service.outbox.phrasing.causes import points
from service.outbox.phrasing.told import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.examination import Finding
    from service.model.waiver import Waiving
    from service.outbox.phrasing.names import Names
    from service.words import Words

AUTHORITIES = ("nq29", "kl49", "ct11", "ctr76", "nq45")
_FIGURES = {
    "total": ("figure.total",),
    "percent": ("figure.percent",),
    "unit": ("figure.unit",),
    "conflict": ("figure.conflict",),
}
_FORM = {
    "compared": ("results.",),
    "quantified": ("goals.unquantified",),
    "term": ("term.", "authority.anachronism"),
    "foreign": ("unit.foreign",),
    "placeholder": ("placeholder.",),
    "document": ("document.",),
}
_ABOUT_AUTHORITIES = ("authority.missing", "authority.misquoted")
_NEEDS = {"compared": "resolution_results", "quantified": "new_term_goals"}
"""Checks that have nothing to look at while their section is missing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was checked."""

    name: str
    mark: str
    note: str = ""
    """Where it stands, or what is to be looked at; empty where all is well."""


@dataclass(frozen=True, slots=True)
class Band:
    """Checks of one sort."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sorts of checks, side by side."""

    left: Band
    right: Band


def checklist(
    examination: Examination,
    words: Words,
    names: Names,
    required: Sequence[str] = AUTHORITIES,
    waiving: Waiving = NONE,
) -> tuple[Pair, ...]:
    """The whole checklist of a term report; what a reviewer has accepted is asked of nobody."""
    maker = _Checklist(examination, waiving.due(examination.findings), words, names)
    asked = dict.fromkeys([*required, *_faulted(examination)])

    def band(name: str, rows: Iterable[Row]) -> Band:
        return Band(words.say(f"gap_report.group.{name}"), tuple(rows))

    sections = band("sections", (maker.section(name) for name in SECTIONS))
    authorities = band("authorities", (maker.authority(name) for name in asked))
    figures = band("figures", (maker.figures(name, codes) for name, codes in _FIGURES.items()))
    form = band("form", (maker.form(name, codes) for name, codes in _FORM.items()))
    return (Pair(sections, authorities), Pair(figures, form))


def _faulted(examination: Examination) -> list[str]:
    """Authorities that findings speak of: a pack may ask for more than the usual ones."""
    return [one.authority for one in examination.findings if one.authority and one.code in _ABOUT_AUTHORITIES]


class _Checklist:
    """Makes the rows of one examination."""

    def __init__(self, examination: Examination, due: tuple[Finding, ...], words: Words, names: Names) -> None:
        self._examination = examination
        self._due = due
        self._words = words
        self._names = names

    def section(self, name: str) -> Row:
        title = self._names.section(name)
        answer = self._answer(name)
        if answer is None:
            return self._row(title, "open", "unchecked")
        if answer.status is Status.PRESENT:
            return self._row(title, "passed", "", self._section_note(answer))
        lacks = [one for one in self._about("section.") if one.section == name]
        return self._lacking(title, answer.status, self._section_note(answer), lacks)

    def _answer(self, name: str) -> SectionAnswer | None:
        return next((one for one in self._examination.sections if one.id == name), None)

    def _section_note(self, answer: SectionAnswer) -> str:
        notes = [self._found_at(answer)]
        lacking = [self._names.part(part) for part in PARTS if answer.parts is not None and part not in answer.parts]
        if lacking and answer.status is not Status.MISSING:
            notes.append(self._say("note.parts_missing", parts=", ".join(lacking)))
        return "; ".join(note for note in notes if note)

    def _found_at(self, answer: SectionAnswer) -> str:
        if answer.status is Status.MISSING:
            near = "; ".join(self._say("gap_report.quote", text=shorten(text, 80)) for text in answer.near_misses[:2])
            return self._say("note.near", headings=near) if near else ""
        if answer.paragraph is None:
            return self._say("gap_report.quote", text=shorten(answer.heading, 60)) if answer.heading else ""
        if answer.heading:
            return self._say("note.under", heading=shorten(answer.heading, 45), number=answer.paragraph + 1)
        return self._say("note.in_text", number=answer.paragraph + 1)

    def authority(self, name: str) -> Row:
        title = self._names.authority(name)
        citation = next((one for one in self._examination.authorities if one.id == name), None)
        if citation is None:
            asked = [one for one in self._examination.findings if one.authority == name]
            return self._lacking(title, "missing", "", asked) if asked else self._row(title, "open", "not_asked")
        place = self._say("note.at", number=citation.paragraph + 1)
        if citation.status == "correct":
            return self._row(title, "passed", "", place)
        quote = self._say("gap_report.quote", text=shorten(citation.quote, 70))
        wrong = [one for one in self._about("authority.misquoted") if one.authority == name]
        return self._lacking(title, "misquoted", f"{place}: {quote}", wrong)

    def _lacking(self, title: str, state: str, note: str, found: Sequence[Finding]) -> Row:
        """Something to mend, unless all that was found of it is accepted."""
        if found and not any(one in self._due for one in found):
            return self._row(title, "open", "accepted", note)
        return self._row(title, "failed", state, note)

    def figures(self, name: str, codes: tuple[str, ...]) -> Row:
        if not self._examination.indicators and not self._about(*codes):
            return self._row(self._say(f"check.{name}"), "open", "unchecked", self._say("note.no_figures"))
        return self._judged(name, codes)

    def form(self, name: str, codes: tuple[str, ...]) -> Row:
        needed = self._answer(_NEEDS[name]) if name in _NEEDS else None
        empty = name in _NEEDS and (needed is None or needed.status is Status.MISSING)
        if empty and not self._about(*codes):
            return self._row(self._say(f"check.{name}"), "open", "unchecked")
        return self._judged(name, codes)

    def _judged(self, name: str, codes: tuple[str, ...]) -> Row:
        found = [one for one in self._due if one.code.startswith(codes)]
        title = self._say(f"check.{name}")
        if not found:
            return self._row(title, "open", "accepted") if self._about(*codes) else self._row(title, "passed")
        mark = "failed" if any(one.severity is not Severity.INFO for one in found) else "open"
        return self._row(title, mark, "", self._say("note.count", count=points(found)))

    def _about(self, *codes: str) -> list[Finding]:
        return [one for one in self._examination.findings if one.code.startswith(codes)]

    def _row(self, title: str, mark: str, state: str = "", note: str = "") -> Row:
        """A row; how it stands is said only where the mark doesn't say it."""
        said = self._say(f"state.{state}") if state else ""
        return Row(title, self._say(f"mark.{mark}"), "; ".join(part for part in (said, note) if part))

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(key if key.startswith("gap_report.") else f"gap_report.{key}", **values)
