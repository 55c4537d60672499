"""A mistake in the settings file, told with its place and with what may stand there."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from service.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    _Names = Callable[[tuple[str, ...]], tuple[str, ...]]

_AT = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")

_KEYS = {
    "int_type": "need_whole_number",
    "int_from_float": "need_whole_number",
    "float_type": "need_number",
    "finite_number": "need_number",
    "bool_type": "need_yes_no",
    "string_type": "need_text",
    "string_too_short": "need_text",
    "tuple_type": "need_list",
    "date_type": "need_date",
    "model_type": "need_table",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
    "need_term": "need_term",
    "need_address": "need_address",
    "need_folder_name": "need_folder_name",
    "years_reversed": "years_reversed",
}


def broken(file: str, text: str, error: tomllib.TOMLDecodeError) -> RuleError:
    """The file is not TOML: where its reading stopped."""
    found = _AT.search(str(error))
    lines = text.split("\n")
    line = int(found[1]) if found and found[1] else max(1, len(text.rstrip("\n").split("\n")))
    column = int(found[2]) if found and found[2] else len(lines[line - 1]) + 1
    written = lines[line - 1].strip()
    # The commonest slip on Windows: D:\folder between double quotes, where "\" begins an escape.
    key = "settings.backslash" if "\\" in written and '"' in written else "settings.broken"
    return RuleError(key, **_place(file, line, column), text=written)


def mistake(file: str, text: str, error: ValidationError, names: _Names) -> RuleError:
    """The file's first mistake, by its place in the file."""
    told = [_told(file, text, details, names) for details in error.errors(include_url=False)]
    return min(told, key=lambda one: (one.values["line"] or 0, one.values["column"] or 0))


def _told(file: str, text: str, details: ErrorDetails, names: _Names) -> RuleError:
    path = tuple(str(part) for part in details["loc"] if isinstance(part, str))
    values = _place(file, *_find(text, path))
    name = ".".join(path)
    if details["type"] == "extra_forbidden":
        return _unknown_name(values, path, names(path[:-1]))
    given = _shown(details.get("input"))
    if details["type"] == "literal_error":
        allowed = details["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
        return RuleError("settings.not_allowed", **values, name=name, given=given, allowed=allowed)
    key = _KEYS.get(details["type"], "bad_value")
    limit = details.get("ctx", {}).get("ge", details.get("ctx", {}).get("le", ""))
    return RuleError(f"settings.{key}", **values, name=name, given=given, limit=limit)


def _unknown_name(values: dict[str, Any], path: tuple[str, ...], allowed: tuple[str, ...]) -> RuleError:
    # Only needed where something is wrong, so a healthy start doesn't pay for it.
    from rapidfuzz import process  # noqa: PLC0415

    name = path[-1]
    values |= {"name": name, "allowed": ", ".join(allowed)}
    guess = process.extractOne(name.casefold().replace("-", "_"), allowed, score_cutoff=70)
    if guess is None:
        return RuleError("settings.unknown_name", **values)
    return RuleError("settings.unknown_name_guess", **values, guess=guess[0])


def _place(file: str, line: int | None, column: int | None) -> dict[str, Any]:
    place = ":".join(str(part) for part in (file, line, column) if part is not None)
    return {"place": place, "file": file, "line": line, "column": column}


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if len(str(value)) <= 60 else str(value)[:57] + "…"


def _find(text: str, path: tuple[str, ...]) -> tuple[int | None, int | None]:
    """Line and column where `path` is set: behind the longest beginning of the file that doesn't hold it."""
    lines = text.split("\n")
    start = 0
    # Reading ever longer beginnings is slow but never wrong, and done only when something is wrong.
    for number in range(1, len(lines) + 1):
        try:
            tree = tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue  # in the middle of a value that runs over several lines
        if _holds(tree, path):
            column = lines[start].find(path[-1])
            return start + 1, column + 1 if column >= 0 else None
        start = number
    return None, None


def _holds(tree: Any, path: tuple[str, ...]) -> bool:
    for name in path:
        if not isinstance(tree, dict) or name not in tree:
            return False
        tree = tree[name]
    return True
