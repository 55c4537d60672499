"""Holds the YAML against the nouns of the rulebook, and says in the reader's words what doesn't fit."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from rapidfuzz import process

if TYPE_CHECKING:
    from collections.abc import Hashable
    from dataclasses import Field

    from service.errors import RuleError
    from service.rules.source import Path, YamlFile

T = TypeVar("T")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def build(kind: type[T], file: YamlFile, path: Path, data: Any, **more: Any) -> T:
    """Make a noun of `data`, which stands at `path` in `file`; `more` are values from outside it.

    Raises:
        RuleError: an unknown or missing key, or a value of the wrong type; with place and suggestion.
    """
    if not isinstance(data, dict):
        raise file.error("rules.not_mapping", path, name=_spoken(path))
    try:
        value: T = _adapter(cast("Hashable", kind)).validate_python({**data, **more})
    except ValidationError as trouble:
        raise _translated(kind, file, path, trouble) from None
    return value


def _translated(kind: type[Any], file: YamlFile, path: Path, trouble: ValidationError) -> RuleError:
    first = trouble.errors(include_url=False)[0]
    where = tuple(first["loc"])
    full = (*path, *where)
    name = str(where[-1]) if where else _spoken(path)
    allowed = _fields(kind)
    if first["type"] in ("unexpected_keyword_argument", "extra_forbidden") and len(where) == 1:
        key = "rules.unknown_key_like" if (like := nearest(name, allowed)) else "rules.unknown_key"
        return file.error(key, full, name=name, like=like, allowed=", ".join(allowed))
    if first["type"] in ("missing", "missing_argument"):
        return file.error("rules.missing_key", path, name=name, within=_spoken(path))
    return file.error("rules.bad_value", full, name=name, value=repr(first.get("input"))[:60], problem=first["msg"])


def _fields(kind: type[Any]) -> list[str]:
    known: dict[str, Field[Any]] = kind.__dataclass_fields__
    return list(known)


def nearest(name: str, allowed: list[str]) -> str:
    """The allowed word that `name` most likely was meant to be; empty when none is near."""
    best = process.extractOne(name, allowed, score_cutoff=60)
    return str(best[0]) if best else ""


def _spoken(path: Path) -> str:
    return ".".join(str(part) for part in path) or "file"
