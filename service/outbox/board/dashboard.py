"""The dashboard: `index.html` of the outbox, and a page for each unit. No server, no network, no outside file.

The pages carry a content security policy that lets nothing run but what this module put there: the
page's own script and style by their hashes, files beside it by a nonce. Every word from a report
is escaped, in the page and in the data file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from service.model.examination import SECTIONS
from service.model.rulebook import Round
from service.outbox.board.data import FIELDS, data_files
from service.outbox.board.reminders import by_unit, listed
from service.outbox.board.rows import Groups, Row, counted, group_bars, rows, section_bars
from service.outbox.board.signs import SEGMENTS, SIGNS, STATES
from service.outbox.board.strays import unassigned, waiting
from service.outbox.board.text import Link, href, unit_page, updated
from service.outbox.board.unit import Around, unit_view
from service.outbox.sheets.page import MARKS, Press, policy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from service.model.reminder import Draft
    from service.model.standing import Board, Standing
    from service.model.unit import Registry, Unit
    from service.words import Words

INDEX = "index.html"
STYLE = "_tong-quan/kieu.css"
"""The style sheet of the units' pages, below the outbox."""
MOST_ROWS = 500
"""From this many units on, a table is drawn page by page, from data files. No page ever holds more rows."""
PAGE_ROWS = 50
"""Rows of such a page."""

_PAGE = "bang-theo-doi.html"
_UNIT = "bang-theo-doi-don-vi.html"
_CSS = "bang-theo-doi.css"
_SCRIPT = "bang-theo-doi.js"


def dashboard(  # noqa: PLR0917 - the outputs come last and may be left out
    templates: Path,
    board: Board,
    registry: Registry,
    words: Words,
    made: str,
    sources: Sequence[tuple[str, str]] = (),
    *,
    gathered: Round | None = None,
    pages: Collection[str] | None = None,
    letters: Sequence[Draft] = (),
    notice: str = "",
    pack: str = "",
) -> dict[str, bytes]:
    """Make the dashboard's files; the same input gives the same bytes.

    Args:
        templates: Folder of the office's templates.
        board: Who has sent what.
        registry: All units.
        words: The readers' language.
        made: The moment of this state, ISO 8601 with offset.
        sources: The consolidated outputs: what each is called, and its path below the outbox.
        gathered: The round that is being gathered.
        pages: Ids of the units whose pages are wanted; all of them when None.
        letters: Reminder letters that lie drafted in the outbox.
        notice: Why the rules that lie in the folder aren't in force; empty where they are.
        pack: The rules in force, by name.

    Returns:
        Path below the outbox to bytes. To be published in this order: `index.html`, which names the others, is last.

    Raises:
        TemplateError: a template isn't there, is broken, or asks for what isn't given.
    """
    press = Press(templates, words)
    groups = Groups(registry, words)
    table = rows(board, groups, words, made)
    style = press.source(_CSS)
    units = _units(board, registry, groups, letters, pages)
    made_pages = {unit_page(unit_id): page for unit_id, page in _unit_pages(press, registry, units)}
    files = {STYLE: style.encode(), **made_pages}
    data = dict(data_files(table)) if len(table) >= MOST_ROWS else {}
    files |= data
    values = _index_values(board, registry, table, groups, words) | {
        "updated": updated(made, words),
        "round": gathered or Round(),
        "notice": notice,
        "pack": pack,
        "letters": listed(letters, registry, words),
        "sources": [Link(label, href(path)) for label, path in sources],
        "data": [href(path) for path in data],
        "style": Markup(style),  # noqa: S704 - the office's own file
        "script": Markup(press.source(_SCRIPT)),  # noqa: S704 - the office's own file
    }
    values["policy"] = policy(style=values["style"], script=values["script"], nonce=bool(data))
    files[INDEX] = press.page(_PAGE, values)
    return files


def _index_values(
    board: Board, registry: Registry, table: Sequence[Row], groups: Groups, words: Words
) -> dict[str, Any]:
    counts = counted(table)
    bars = group_bars(table, groups)
    return {
        "association": registry.top.association if registry.top else words.say("dashboard.association"),
        "total": len(table),
        "counts": [(state, counts[state], _share(counts[state], len(table))) for state in STATES],
        "sent": len(table) - counts["missing"],
        "taken": counts["taken"],
        "all_signs": SIGNS,
        "signs": [(sign, counts[sign]) for sign in SIGNS if counts[sign]],
        "bars": bars,
        "section_bars": section_bars(table, words),
        "judged": counts["complete"] + counts["gaps"],
        "rows": table if len(table) < MOST_ROWS else (),
        "blank": _BLANK,
        "levels": _levels(table, words),
        "states": [state for state in SEGMENTS if state != "taken" or counts["taken"]],
        "unassigned": unassigned(board, words),
        "waiting": waiting(board, words),
        "lexicon": _lexicon(words),
    }


_BLANK = Row(
    id="",
    name="",
    group="",
    place="",
    level="",
    state="missing",
    label="missing",
    sections=("none",) * len(SECTIONS),
    findings=0,
    doubts=0,
    waived=0,
    received="",
    day="",
    report="#",
    note="",
    terms="",
)
"""The row that the page's script copies to draw a unit of the data file."""


def _levels(table: Sequence[Row], words: Words) -> list[tuple[str, str]]:
    present = dict.fromkeys(row.level for row in table)
    keys = {level: f"dashboard.level.{level}" for level in present}
    return [(level, words.say(key) if words.has(key) else level) for level, key in keys.items()]


def _lexicon(words: Words) -> dict[str, Any]:
    """The words and measures that the page's script needs."""
    return {
        "language": words.language,
        "fields": FIELDS,
        "page": PAGE_ROWS,
        "most": MOST_ROWS,
        "labels": words.under("dashboard.label"),
        "marks": MARKS,
        "statuses": words.under("dashboard.status"),
        "told": words.under("dashboard.told"),
    }


def _unit_pages(
    press: Press, registry: Registry, units: Iterable[tuple[Standing, Around]]
) -> Iterator[tuple[str, bytes]]:
    allowed = policy(style=None, script=None, nonce=True)
    for standing, around in units:
        view = unit_view(standing, around, registry, press.words, most=MOST_ROWS)
        yield standing.unit.id, press.page(_UNIT, {"unit": view, "policy": allowed})


def _units(
    board: Board, registry: Registry, groups: Groups, letters: Iterable[Draft], wanted: Collection[str] | None
) -> Iterator[tuple[Standing, Around]]:
    """Each unit whose page is wanted, with what stands around it."""
    units = {unit.id: unit for unit in registry.units}
    below: dict[str | None, list[Standing]] = {}
    for standing in board.standings:
        below.setdefault(standing.unit.parent, []).append(standing)
    listed = {standing.unit.id for standing in board.standings}
    to = by_unit(letters)
    neighbours = {one.unit.id: pair for row in below.values() for one, pair in _beside(row)}
    for standing in board.standings:
        unit = standing.unit
        if wanted is None or unit.id in wanted:
            around = Around(
                above=tuple(one for one in _above(unit, units) if one.id in listed),
                beside=neighbours[unit.id],
                below=tuple(below.get(unit.id, ())),
                group=groups.key(unit),
                letters=to.get(unit.id, ()),
            )
            yield standing, around


def _beside(row: Sequence[Standing]) -> Iterator[tuple[Standing, tuple[Unit | None, Unit | None]]]:
    """Each of some units in a row, with the one before and the one after it."""
    units = [None, *(standing.unit for standing in row), None]
    for place, standing in enumerate(row):
        yield standing, (units[place], units[place + 2])


def _above(unit: Unit, units: Mapping[str, Unit]) -> list[Unit]:
    found: list[Unit] = []
    above = units.get(unit.parent or "")
    while above is not None and above not in found:
        found.append(above)
        above = units.get(above.parent or "")
    return found[::-1]


def _share(count: int, total: int) -> str:
    """In percent; neither none nor all is told of what is only nearly so."""
    share = round(100 * count / total) if total else 0
    if count and not share:
        return "<1%"
    return ">99%" if share == 100 and count < total else f"{share}%"
