"""Reminder letters, ready for number, date and signature: what was expected, what has not come, by when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.city import FrequentGap
from service.model.reminder import Need
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.told import gap_text
from service.outbox.phrasing.units import typed_names, unit_name
from service.outbox.sheets.letterhead import letterhead
from service.outbox.sheets.templating import fill, fixed_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from service.model.examination import Finding
    from service.model.reminder import Ask, Reminder
    from service.model.rulebook import Round
    from service.model.unit import Registry, Unit
    from service.outbox.phrasing.names import Names
    from service.words import Words

TEMPLATE = "cong-van-don-doc.docx"
_MOST = 3
"""A letter names no more things that one report lacks; the gap report names all."""


def reminder_letter(
    templates: Path, reminder: Reminder, registry: Registry, words: Words, issued: date, *,
    gathered: Round, names: Names,
) -> bytes:  # fmt: skip
    """The Word file that somebody signs.

    Raises:
        TemplateError: the template is missing, broken or asks for what isn't there.
    """
    letter = _Letter(reminder, words, names)
    values: dict[str, object] = {
        "head": letterhead(reminder.sender, registry, issued, words),
        "unit": reminder.sender.association,
        "addressee": reminder.addressee.association,
        "year": issued.year,
        "issued": short_date(issued.isoformat(), words),
        "closing": gathered.closing,
        "opening": gathered.opening,
        "subject": letter.subject(gathered.closing),
        "expected": letter.expected(),
        "own": letter.own(),
        "groups": letter.groups(),
        "asked": letter.asked(),
        "copies": letter.copies(),
    }
    title = f"{words.say('reminder.title')}: {reminder.addressee.association}"
    values["say"] = fixed_words(words, "reminder.say", values | {"place": reminder.sender.name})
    return fill(templates, TEMPLATE, values, title=title, issued=issued)


def lacking(findings: Sequence[Finding], words: Words, names: Names) -> str:
    """What must be mended, in a few words, the first things by name."""
    told = dict.fromkeys(_short(finding, words, names) for finding in findings)
    named, rest = list(told)[:_MOST], len(told) - _MOST
    return "; ".join([*named, words.say("reminder.what.more", count=rest)] if rest > 0 else named)


class _Letter:
    def __init__(self, reminder: Reminder, words: Words, names: Names) -> None:
        self._told = reminder
        self._words = words
        self._names = names

    def subject(self, closing: str) -> str:
        needs = {ask.need for ask in self._told.asks}
        key = "late" if needs == {Need.LATE} else "mend" if Need.LATE not in needs else "both"
        return self._say(f"subject.{key}", closing=closing)

    def expected(self) -> str:
        """By when the reports that are spoken of were due; empty where no day was set."""
        days: dict[str, date] = {}
        for ask in self._told.asks:
            if ask.row.unit.deadline and ask.need is not Need.GAPS:
                days.setdefault(ask.row.unit.level, ask.row.unit.deadline)
                days[ask.row.unit.level] = min(days[ask.row.unit.level], ask.row.unit.deadline)
        if len(set(days.values())) == 1:
            return self._say("expected.one", day=_day(next(iter(days.values())), self._words))
        parts = [
            self._say("expected.level", day=_day(day, self._words), level=self._level(level))
            for level, day in days.items()
        ]
        return self._say("expected.several", days=self._say("expected.and").join(parts)) if parts else ""

    def own(self) -> tuple[str, ...]:
        ask = self._told.own
        return (self._say(f"own.{ask.need}", **self._facts(ask, ask.row.unit.association)),) if ask else ()

    def groups(self) -> tuple[dict[str, object], ...]:
        return tuple(self._groups())

    def asked(self) -> tuple[str, ...]:
        values = {
            "unit": self._told.addressee.association,
            "sender": self._told.sender.association,
            "until": _day(self._told.until, self._words),
        }
        keys = ([self._told.own.need] if self._told.own else []) + (["below"] if self._told.below else [])
        return tuple(self._say(f"asked.{key}", **values) for key in keys)

    def copies(self) -> tuple[str, ...]:
        return (self._say("copies.below"),) if self._told.below else ()

    def _groups(self) -> Iterator[dict[str, object]]:
        for need in Need:
            asks = [ask for ask in self._told.below if ask.need is need]
            if not asks:
                continue
            key = "also_late" if need is Need.LATE and self._told.own else need
            title = self._say(f"group.{key}", count=len(asks), unit=self._told.addressee.association)
            yield {"title": title, "lines": tuple(self._lines(need, asks))}

    def _lines(self, need: Need, asks: Sequence[Ask]) -> Iterator[str]:
        if need is Need.LATE:
            yield f"{typed_names([ask.row.unit for ask in asks])}."
            return
        for ask in asks:
            yield self._say(f"line.{need}", **self._facts(ask, self._name(ask.row.unit)))

    def _facts(self, ask: Ask, unit: str) -> dict[str, object]:
        latest = ask.row.standing.latest
        file, day = (latest.claim.name, short_date(latest.claim.received, self._words)) if latest else ("", "")
        return {"unit": unit, "file": file, "day": day, "what": self._what(ask, briefly=ask is not self._told.own)}

    def _what(self, ask: Ask, *, briefly: bool) -> str:
        if ask.need is Need.GAPS:
            return lacking(ask.row.grave, self._words, self._names)
        if ask.need is Need.UNUSABLE:
            first = next(iter(ask.row.grave or ask.row.due), None)
            return (first.message if briefly else f"{first.message} {first.fix}".strip()) if first else ""
        return ""

    def _name(self, unit: Unit) -> str:
        name = unit_name(unit, self._words)
        return name[:1].upper() + name[1:]

    def _level(self, level: str) -> str:
        key = f"reminder.level.{level}"
        return self._words.say(key) if self._words.has(key) else level

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"reminder.{key}", **values)


def _short(finding: Finding, words: Words, names: Names) -> str:
    section = finding.section if finding.code.startswith("section.") else None
    gap = FrequentGap(finding.code, (), section, finding.part, finding.authority, finding.message.rstrip("."))
    text = gap_text(gap, words, names)
    return text[:1].lower() + text[1:]


def _day(day: date, words: Words) -> str:
    return short_date(day.isoformat(), words)
