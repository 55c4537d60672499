"""Holds the YAML against the nouns of the rulebook, and says in the reader's words what doesn't fit."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from pydantic_core import ErrorDetails

    from service.errors import RuleError
    from service.rules.source import Path, YamlFile

T = TypeVar("T")

_UNKNOWN = frozenset({"unexpected_keyword_argument", "extra_forbidden"})
_NEEDED = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "dataclass_type": "mapping",
    "int_type": "whole_number",
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "flag",
    "bool_parsing": "flag",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
}
"""What pydantic misses, by the end of the key of our sentence `rules.need_…`."""


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def build(kind: type[T], file: YamlFile, path: Path, data: Any) -> T:
    """Make a noun of `data`, which stands at `path` in `file`.

    Raises:
        RuleError: an unknown or missing key, or a value of the wrong type; with place and suggestion.
    """
    if not isinstance(data, dict):
        raise file.error("rules.need_mapping", path, name=spoken(path))
    try:
        value: T = _adapter(cast("Hashable", kind)).validate_python(data)
    except ValidationError as trouble:
        # A mistyped key is also a missing one: what it was meant to be says more.
        first = min(trouble.errors(include_url=False), key=lambda error: error["type"] not in _UNKNOWN)
        raise _translated(kind, file, path, first) from None
    return value


def _translated(kind: type[Any], file: YamlFile, path: Path, first: ErrorDetails) -> RuleError:
    where = tuple(first["loc"])
    full = (*path, *where)
    name = str(where[-1]) if where else spoken(path)
    if first["type"] in _UNKNOWN:
        return unknown_key(file, full, name, _fields(_inside(kind, where[:-1])))
    if first["type"] in ("missing", "missing_argument"):
        return file.error("rules.missing_key", full, name=name, within=spoken(full[:-1]))
    if first["type"] == "literal_error":
        allowed = first["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
        return file.error("rules.not_allowed", full, name=name, value=_shown(first), allowed=allowed)
    needed = _NEEDED.get(first["type"])
    return file.error(f"rules.need_{needed}" if needed else "rules.bad_value", full, name=name, value=_shown(first))


def unknown_key(file: YamlFile, path: Path, name: str, allowed: Iterable[str]) -> RuleError:
    """The error for a key that may not stand at `path`, with the one that was probably meant."""
    known = list(allowed)
    key = "rules.unknown_key_like" if (like := nearest(name, known)) else "rules.unknown_key"
    return file.error(key, path, name=name, like=like, allowed=", ".join(known) or "–")


def unknown_value(file: YamlFile, path: Path, value: str, allowed: Iterable[str]) -> RuleError:
    """The error for a value that is none of those `allowed`."""
    known = list(allowed)
    name = spoken(path[-1:])
    return file.error("rules.not_allowed", path, name=name, value=value, allowed=", ".join(known))


def _inside(kind: Any, where: Path) -> Any:
    """The noun whose key stands at `where` in `kind`; through its mappings and lists."""
    for step in where:
        if is_dataclass(kind):
            kind = get_type_hints(kind).get(str(step))
        else:
            kind = next((inner for inner in reversed(get_args(kind)) if inner is not Ellipsis), None)
    return kind


def _fields(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []


def nearest(name: str, allowed: list[str]) -> str:
    """The allowed word that `name` most likely was meant to be; empty when none is near."""
    best = process.extractOne(name, allowed, scorer=fuzz.ratio, score_cutoff=60)
    return str(best[0]) if best else ""


def spoken(path: Path) -> str:
    """A path as a reader writes it: "findings.term.mismatch.vi"; places of a list count from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path) or "–"


def _shown(details: ErrorDetails) -> str:
    text = str(details.get("input"))
    return text if len(text) <= 60 else text[:57] + "…"
