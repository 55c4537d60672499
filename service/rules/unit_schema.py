"""The JSON Schema of the registry's files, of the same names that the registry is read by."""

from __future__ import annotations

from typing import Any, Final

from service.rules.registry import CHANGE, DISTRICT, FILE, HEADER, ID, LEVELS, TERM, TOP, UNIT
from service.words import words

_TEXT: Final = {"type": "string"}
_TEXTS: Final = {"type": "array", "items": _TEXT}
_DAY: Final = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_ID_TEXT: Final = {"type": "string", "pattern": f"^{ID.pattern}$"}
_TERM_TEXT: Final = {"type": "string", "pattern": f"^{TERM.pattern}$"}
_FORMS: Final[dict[str, dict[str, Any]]] = {
    "id": _ID_TEXT, "parent": _ID_TEXT, "unit": _ID_TEXT, "successor": _ID_TEXT,
    "level": {"enum": list(LEVELS)}, "aliases": _TEXTS, "expected": {"type": "boolean"},
    "valid_from": _DAY, "valid_to": _DAY, "deadline": _DAY, "as_of": _DAY,
    "closing_term": _TERM_TEXT, "opening_term": _TERM_TEXT,
    "communes": {"type": "object", "additionalProperties": _TEXTS},
}  # fmt: skip
"""What may stand under a name; any text where it isn't here."""


def properties() -> dict[str, Any]:
    """What may stand at the top of a file of units, by name."""
    made = {
        "registry": _entry(HEADER, ()),
        "top": _entry(*TOP),
        "districts": _several(_entry(*DISTRICT)),
        "units": _several(_entry(*UNIT)),
        "changes": _several(_entry(*CHANGE)),
    }
    return {name: {"description": words("vi").say(f"schema.units_{name}"), **made[name]} for name in FILE}


def _entry(names: tuple[str, ...], needed: tuple[str, ...]) -> dict[str, Any]:
    say = words("vi").say
    told = {name: {"description": say(f"schema.unit_{name}"), **_FORMS.get(name, _TEXT)} for name in names}
    return {"type": "object", "additionalProperties": False, "required": list(needed), "properties": told}


def _several(entry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": entry}
