"""YAML read with the place of every value, and without YAML's surprises.

`no` and `on` stay words, dates stay text, a key that stands twice is an error, anchors are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from service.errors import RuleError

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to a value."""

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One file: its data and where each value stands."""

    name: str
    data: Any
    places: dict[Path, tuple[int, int]]
    """Line and column, from 1, of each value by its path."""

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of the value at `path`, or of the nearest value around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return (1, 1)

    def error(self, key: str, path: Path = (), **values: object) -> RuleError:
        """An error that names this file and the place of `path`."""
        line, column = self.place(path)
        return RuleError(key, file=self.name, line=line, column=column, **values)


def parse(name: str, text: str) -> YamlFile:
    """Read a YAML text.

    Raises:
        RuleError: it is no YAML, a key stands twice, or an anchor is used; with file, line, column.
    """
    places: dict[Path, tuple[int, int]] = {}
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise RuleError("rules.anchor", file=name, **_mark(event.start_mark))
    except yaml.MarkedYAMLError as trouble:
        mark = trouble.problem_mark or trouble.context_mark
        raise RuleError("rules.not_yaml", file=name, problem=trouble.problem or "", **_mark(mark)) from None
    except yaml.YAMLError as trouble:
        raise RuleError("rules.not_yaml", file=name, line=1, column=1, problem=str(trouble).splitlines()[0]) from None
    except RecursionError:
        raise RuleError("rules.too_deep", file=name, line=1, column=1) from None
    return YamlFile(name, _value(name, node, (), places), places)


def _mark(mark: Any) -> dict[str, int]:
    return {"line": mark.line + 1, "column": mark.column + 1} if mark else {"line": 1, "column": 1}


def _value(name: str, node: yaml.Node | None, path: Path, places: dict[Path, tuple[int, int]]) -> Any:
    if node is None:
        return None
    places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(name, node, path, places)
    if isinstance(node, yaml.SequenceNode):
        return [_value(name, item, (*path, n), places) for n, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(name: str, node: yaml.MappingNode, path: Path, places: dict[Path, tuple[int, int]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            raise RuleError("rules.twice", file=name, name=key, **_mark(key_node.start_mark))
        found[key] = _value(name, value_node, (*path, key), places)
        places[(*path, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
    return found


def _scalar(node: yaml.Node) -> Any:
    text = str(node.value)
    if getattr(node, "style", None) is not None:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text
