"""The office's file of accepted findings: a list, one entry for each finding of a unit.

- unit: hai-phong.le-chan
  finding: k7m2q4            # as the gap report and the dashboard show it
  reason: Đã nêu ở phụ lục 2
  by: Nguyễn Thị Hoa
  until: 30/9/2020           # or 2020-09-30; may lack: for as long as the finding stays the same
  given: 2020-06-12          # may lack
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from rapidfuzz import process

from service.errors import RuleError
from service.model.waiver import Origin, Waiver
from service.rules.source import parse
from service.rules.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Collection

_FIELDS: Final = ("unit", "finding", "reason", "by", "until", "given")
_NEEDED: Final = ("unit", "finding", "reason", "by")
_FINDING: Final = re.compile(r"(?:[b-df-hj-np-tv-z][2-9]){3}(?:-\d{1,4}/\d{1,4})?|[0-9a-f]{16}")

_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def load_waivers(name: str, data: bytes, units: Collection[str]) -> tuple[Waiver, ...]:
    """Return what the file accepts, in its order.

    Args:
        name: of the file, for mistakes and for the audit trail.
        data: its bytes.
        units: ids of all units that are known.

    Raises:
        RuleError: the file is wrong; with file, line and column.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RuleError("rules.waivers.not_utf8", file=name, line=1, column=1) from None
    file = parse(name, text)
    return tuple(_waiver(entry, units) for entry in Spot(file, (), file.data).items())


def _waiver(entry: Spot, units: Collection[str]) -> Waiver:
    fields = entry.fields(_FIELDS, _NEEDED)
    name, line, _ = entry.file.place(entry.path)
    return Waiver(
        unit=_unit(fields["unit"], units),
        finding=_finding(fields["finding"]),
        reason=_said(fields["reason"], "reason"),
        by=_said(fields["by"], "by"),
        until=_day(fields.get("until")),
        given=_given(fields.get("given")),
        origin=Origin.FILE,
        place=f"{name}:{line}",
    )


def _unit(spot: Spot, units: Collection[str]) -> str:
    value = spot.text()
    if value in units:
        return value
    guess = process.extractOne(value, units, score_cutoff=70)
    if guess is None:
        raise spot.wrong("rules.waivers.unknown_unit", value=value)
    raise spot.wrong("rules.waivers.unknown_unit_guess", value=value, guess=guess[0])


def _finding(spot: Spot) -> str:
    value = spot.text()
    if not _FINDING.fullmatch(value):
        raise spot.wrong("rules.waivers.bad_finding", value=value)
    return value


def _said(spot: Spot, name: str) -> str:
    value = spot.text() if spot.data is not None else ""
    if not value:
        raise spot.wrong("rules.waivers.empty", name=name)
    return value


def _day(spot: Spot | None) -> date | None:
    """A day as the command takes it: year-month-day, or day, month and year as Vietnam writes them."""
    if spot is None or spot.data is None:
        return None
    named = _DAY.fullmatch(spot.text())
    if named is None:
        return spot.day()
    try:
        return date(int(named[3]), int(named[2]), int(named[1]))
    except ValueError:
        raise spot.wrong("rules.registry.bad_date", value=spot.text()) from None


def _given(spot: Spot | None) -> str:
    day = _day(spot)
    return day.isoformat() if day else ""
