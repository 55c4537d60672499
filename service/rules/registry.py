"""The unit registry from the files of `rules/units/`; their form is told at the top of hai-phong.yaml."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from service.model.unit import Registry, Unit
from service.rules.source import parse
from service.rules.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEVELS: Final = ("city", "district", "commune", "base")

FILE: Final = ("registry", "top", "districts", "units", "changes")
HEADER: Final = ("id", "title", "source", "as_of")
_DETAILS: Final = (
    "aliases", "valid_from", "valid_to", "successor", "closing_term", "opening_term", "expected", "deadline",
)  # fmt: skip
_NAMED: Final = ("id", "name", "type")
TOP: Final = ((*_NAMED, "level", *_DETAILS), _NAMED)
"""What may, and what must, be told of the unit at the top; so for each below."""
DISTRICT: Final = ((*_NAMED, "communes", *_DETAILS), _NAMED)
UNIT: Final = ((*_NAMED, "level", "parent", *_DETAILS), (*_NAMED, "parent"))
CHANGE: Final = (("unit", *_DETAILS), ("unit",))
ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*")
TERM: Final = re.compile(r"(\d{4})-(\d{4})")

_Placed = dict[str, tuple[Unit, Spot]]


def load_registry(files: Sequence[tuple[str, str]]) -> Registry:
    """Return the registry that the files (name, text) hold together.

    Raises:
        RuleError: a file is wrong; the error names file, line and column.
    """
    read = (parse(name, text) for name, text in files)
    filled = (Spot(file, (), file.data) for file in read if file.data is not None)
    roots = [(root, root.fields(FILE)) for root in filled]
    placed: _Placed = {}
    for unit, spot in _tops(roots):
        _add(placed, unit, spot)
    top = next(iter(placed), "")
    for _, fields in roots:
        for unit, spot in _written(fields, top):
            _add(placed, unit, spot)
    for _, fields in roots:
        _apply_changes(placed, fields)
    _check(placed)
    return Registry(tuple(unit for unit, _ in placed.values()), _sources(roots))


def slug(name: str) -> str:
    """The part of an id that a name gives: "Đông Hải 1" is `dong-hai-1`."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _tops(roots: list[tuple[Spot, dict[str, Spot]]]) -> Iterator[tuple[Unit, Spot]]:
    tops = [fields["top"] for _, fields in roots if "top" in fields]
    for other in tops[1:]:
        raise other.wrong("rules.registry.second_top")
    for spot in tops:
        fields = spot.fields(*TOP)
        level = _level(fields, "city")
        yield replace(Unit(**_named(fields), level=level, parent=None), **_details(fields)), spot
    if not tops and roots:
        raise roots[0][0].wrong("rules.registry.no_top")


def _written(fields: dict[str, Spot], top: str) -> Iterator[tuple[Unit, Spot]]:
    if "districts" in fields:
        for spot in fields["districts"].items():
            yield from _district(spot, top)
    if "units" in fields:
        for spot in fields["units"].items():
            yield _unit(spot), spot


def _district(spot: Spot, top: str) -> Iterator[tuple[Unit, Spot]]:
    fields = spot.fields(*DISTRICT)
    named = _named(fields)
    named["id"] = f"{top}.{named['id']}"
    district = replace(Unit(**named, level="district", parent=top), **_details(fields))
    yield district, spot
    if "communes" not in fields:
        return
    for kind, names in fields["communes"].fields().items():
        for item in names.items():
            name = item.text()
            yield Unit(f"{district.id}.{slug(name)}", name, "commune", kind, district.id), item


def _unit(spot: Spot) -> Unit:
    fields = spot.fields(*UNIT)
    unit = Unit(**_named(fields), level=_level(fields, "base"), parent=fields["parent"].text())
    if not unit.id.startswith(f"{unit.parent}."):
        raise fields["id"].wrong("rules.registry.id_outside_parent", id=unit.id, parent=unit.parent)
    return replace(unit, **_details(fields))


def _apply_changes(placed: _Placed, fields: dict[str, Spot]) -> None:
    for spot in fields["changes"].items() if "changes" in fields else ():
        change = spot.fields(*CHANGE)
        unit_id = change["unit"].text()
        if unit_id not in placed:
            raise change["unit"].wrong("rules.registry.unknown_unit", id=unit_id)
        placed[unit_id] = (replace(placed[unit_id][0], **_details(change)), spot)


def _named(fields: dict[str, Spot]) -> dict[str, Any]:
    return {name: fields[name].text() for name in _NAMED}


def _level(fields: dict[str, Spot], default: str) -> str:
    if "level" not in fields:
        return default
    level = fields["level"].text()
    if level not in LEVELS:
        raise fields["level"].wrong("rules.registry.bad_level", value=level, allowed=", ".join(LEVELS))
    return level


def _details(fields: dict[str, Spot]) -> dict[str, Any]:
    """What is written about a unit beside its name, ready to be put in its place."""
    found: dict[str, Any] = {}
    for name, spot in fields.items():
        if name == "aliases":
            found[name] = spot.texts()
        elif name in ("valid_from", "valid_to", "deadline"):
            found[name] = spot.day()
        elif name in ("closing_term", "opening_term"):
            found[name] = _term(spot)
        elif name == "successor":
            found[name] = spot.text()
        elif name == "expected":
            found[name] = spot.flag()
    return found


def _term(spot: Spot) -> str:
    term = spot.text()
    years = TERM.fullmatch(term)
    if years is None or years[1] >= years[2]:
        raise spot.wrong("rules.registry.bad_term", value=term)
    return term


def _add(placed: _Placed, unit: Unit, spot: Spot) -> None:
    if not ID.fullmatch(unit.id):
        raise spot.wrong("rules.registry.bad_id", id=unit.id)
    if unit.id in placed:
        raise spot.wrong("rules.registry.duplicate_id", id=unit.id)
    placed[unit.id] = (unit, spot)


def _check(placed: _Placed) -> None:
    for unit, spot in placed.values():
        if unit.parent is not None and unit.parent not in placed:
            raise spot.wrong("rules.registry.unknown_parent", id=unit.id, parent=unit.parent)
        if unit.successor is not None and (unit.successor not in placed or unit.successor == unit.id):
            raise spot.wrong("rules.registry.unknown_successor", id=unit.id, successor=unit.successor)
        if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
            raise spot.wrong("rules.registry.dates_reversed", id=unit.id)


def _sources(roots: list[tuple[Spot, dict[str, Spot]]]) -> str:
    sources: list[str] = []
    for _, fields in roots:
        header = fields["registry"].fields(HEADER) if "registry" in fields else {}
        if "as_of" in header:
            header["as_of"].day()
        if "source" in header:
            sources.append(" ".join(header["source"].text().split()))
    return "\n".join(sources)
