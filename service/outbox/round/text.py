"""The sentences of the round report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from service.model.city import Group
from service.model.progress import Timing
from service.outbox.phrasing.causes import accepted_points
from service.outbox.phrasing.numbers import plain, short_date
from service.outbox.phrasing.units import unit_name, unit_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.progress import Progress
    from service.words import Words

_MANY = 3
"""So many versions and more are counted together."""
_MOST_NAMED = 5


def percent(count: int, of: int, words: Words) -> str:
    """A share with one decimal at most: "66,7%"; a dash of nothing."""
    if not of:
        return words.say("round_report.none")
    return words.say("round_report.share", percent=plain(round(100 * count / of, 1), words.language))


class RoundText:
    """Tells a round in sentences."""

    def __init__(self, told: Progress, words: Words, until: str) -> None:
        self._told = told
        self._all = told.all
        self._words = words
        self._until = until

    def summary(self) -> tuple[str, ...]:
        """How many have sent, in time or late, and how many haven't."""
        return tuple(self._summary())

    def waived(self) -> str:
        """How many findings reviewers accepted; empty where none."""
        rows = [row for row in self._told.rows if row.waived]
        standings = [row.standing for row in rows]
        count = sum(accepted_points(one.examination.findings, one.waiving) for one in standings if one.examination)
        return self._say("summary.waived", count=count, units=len(rows)) if rows else ""

    def rounds(self) -> tuple[str, ...]:
        """How often units sent, and who most often."""
        return tuple(self._rounds())

    def requests(self) -> tuple[str, ...]:
        """What units are asked for, without a name: names stand in the annex."""
        unusable = self._all.grouped(Group.OTHER_ROUND, Group.WRONG_KIND, Group.UNREADABLE)
        silent = sum(row.timing is Timing.OVERDUE and row.group is Group.MISSING for row in self._all.rows)
        asked = (("late", silent), ("gaps", self._all.gaps), ("unusable", unusable))
        told = tuple(
            self._say(f"request.{key}", count=count, unit=self._told.unit.association, until=self._until)
            for key, count in asked
            if count
        )
        nothing = self._all.sent == self._all.owed
        return told or ((self._say("request.nothing"),) if nothing else ())

    def _summary(self) -> Iterator[str]:
        every = self._all
        day = short_date(self._told.today.isoformat(), self._words)
        share = percent(every.sent, every.owed, self._words)
        unit = self._told.unit.association
        yield self._say("summary.sent", owed=every.owed, day=day, sent=every.sent, share=share, unit=unit)
        in_time, late = every.timed(Timing.IN_TIME), every.timed(Timing.LATE)
        if late:
            yield self._say("summary.timed", in_time=in_time, late=late)
        elif in_time and in_time == every.sent:
            yield self._say("summary.all_in_time")
        awaited, overdue = every.timed(Timing.AWAITED, Timing.OVERDUE), every.timed(Timing.OVERDUE)
        yield (
            self._say(f"summary.{'awaited' if overdue else 'none_overdue'}", awaited=awaited, overdue=overdue)
            if awaited
            else self._say("summary.all_sent")
        )
        if undated := sum(row.unit.deadline is None for row in every.rows):
            yield self._say("summary.undated", count=undated)
        if exempt := [row.unit for row in self._told.rows if not row.owes]:
            yield self._say("summary.exempt", count=len(exempt), units=unit_names(exempt, self._words))

    def _rounds(self) -> Iterator[str]:
        rows = [row for row in self._told.rows if row.sent is not None]
        if not rows:
            yield self._say("rounds.nobody")
            return
        times = Counter(min(max(row.versions, 1), _MANY) for row in rows)
        if set(times) == {1}:
            yield self._say("rounds.all_once", count=len(rows))
            return
        parts = [self._often(number, times[number]) for number in sorted(times)]
        total = sum(max(row.versions, 1) for row in rows)
        average = plain(round(total / len(rows), 1), self._words.language)
        yield self._say("rounds.sentence", list=", ".join(parts), total=total, average=average)
        often = sorted((row for row in rows if row.versions >= _MANY), key=lambda row: -row.versions)[:_MOST_NAMED]
        if often:
            units = (
                self._say("rounds.unit", unit=unit_name(row.unit, self._words), times=row.versions) for row in often
            )
            yield self._say("rounds.named", units=", ".join(units))

    def _often(self, times: int, count: int) -> str:
        key = {1: "once", _MANY: "most"}.get(times, "more")
        return self._say(f"rounds.{key}", count=count, times=times)

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"round_report.{key}", **values)
