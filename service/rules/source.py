"""YAML read with the place of every value, and without YAML's surprises.

`no` and `on` stay words, dates stay text, a key that stands twice is an error, anchors are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from service.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to a value."""

_DEEPEST = 30
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C is ten times faster, but not everywhere."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One file: its data and where each value stands."""

    name: str
    data: Any
    places: dict[Path, tuple[int, int]]
    """Line and column, from 1, of each value by its path."""
    authors: dict[Path, str] = field(default_factory=dict)
    """The file that a value comes from, where another file changed it."""
    office: bool = False
    """Whether it is one of the office's own."""

    def place(self, path: Path) -> tuple[str, int, int]:
        """File, line and column of the value at `path`, or of the nearest value around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return (self.authors.get(path[:length], self.name), *self.places[path[:length]])
        return (self.name, 1, 1)

    def error(self, key: str, path: Path = (), **values: object) -> RuleError:
        """An error that names the file and the place of `path`."""
        file, line, column = self.place(path)
        return RuleError(key, file=file, line=line, column=column, **values)


def parse(name: str, text: str) -> YamlFile:
    """Read a YAML text.

    Raises:
        RuleError: it is no YAML, a key stands twice, or an anchor is used; with file, line, column.
    """
    try:
        reading = _Reading(name, yaml.parse(text, Loader=_LOADER))
        return YamlFile(name, reading.document(), reading.places)
    except yaml.MarkedYAMLError as trouble:
        raise _broken(name, text, trouble) from None
    except yaml.reader.ReaderError as trouble:
        line = text.count("\n", 0, trouble.position) + 1
        column = trouble.position - (text.rfind("\n", 0, trouble.position) + 1) + 1
        raise RuleError("rules.bad_character", file=name, line=line, column=column) from None


class _Reading:
    """Makes values of the parser's events: what they are is ours to say, and no depth of nesting is ours to bear."""

    def __init__(self, name: str, events: Iterator[yaml.Event]) -> None:
        self.places: dict[Path, tuple[int, int]] = {}
        self._name = name
        self._events = (event for event in events if not isinstance(event, yaml.StreamStartEvent))

    def document(self) -> Any:
        """The only document of the file; None where nothing is written."""
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        found = self._value(next(self._events), ())
        next(self._events)  # the document's end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._wrong("rules.several_documents", after)
        return found

    def _value(self, event: yaml.Event, path: Path) -> Any:
        if isinstance(event, yaml.AliasEvent):
            raise self._wrong("rules.anchor", event)
        if len(path) > _DEEPEST:
            raise self._wrong("rules.too_deep", event)
        self.places.setdefault(path, _place(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return _scalar(event)

    def _sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*path, len(found))))
        return found

    def _mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if isinstance(event, yaml.AliasEvent):
                raise self._wrong("rules.anchor", event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._wrong("rules.bad_key", event)
            key = str(event.value)
            if key in found:
                raise self._wrong("rules.twice", event, name=key)
            self.places[(*path, key)] = _place(event)
            found[key] = self._value(next(self._events), (*path, key))
        return found

    def _wrong(self, key: str, event: yaml.Event, **values: object) -> RuleError:
        line, column = _place(event)
        return RuleError(key, file=self._name, line=line, column=column, **values)


def _place(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1)


def _scalar(event: Any) -> Any:
    """Words in quotes stay words; so does everything that isn't plainly a number, true, false or nothing."""
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


def _broken(name: str, text: str, trouble: yaml.MarkedYAMLError) -> RuleError:
    """The parser's trouble in the reader's words: its own are English and speak of tokens."""
    mark = trouble.problem_mark or trouble.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    return RuleError(_why_broken(lines[line - 1] if line <= len(lines) else "", trouble), file=name, line=line,
                     column=column)  # fmt: skip


def _why_broken(line: str, trouble: yaml.MarkedYAMLError) -> str:
    problem, context = trouble.problem or "", trouble.context or ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "rules.yaml_tab"
    if problem.startswith("mapping values"):
        return "rules.yaml_colon"
    if "quoted scalar" in context:
        return "rules.yaml_quote"
    if "alias" in problem:
        return "rules.anchor"
    return "rules.not_yaml"
