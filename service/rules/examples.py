"""The examples beside the rules: their base reports, and what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from service.model.examination import SECTIONS, Kind, Status
from service.rules.schema import unknown_key, unknown_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from service.model.example import Base
    from service.model.rulebook import Rulebook
    from service.rules.source import Path, YamlFile

CITED: Final = ("correct", "number", "date", "issuer", "congress", "title")
FIGURES: Final = ("result", "goal", "target")
CARRIED: Final = ("tracked_changes", "comments", "hidden_text", "legacy_font")
BLANK: Final = "{}"


def read_bases(files: Iterable[YamlFile]) -> dict[str, Base]:
    """The base reports of all files, by name.

    Raises:
        RuleError: one is no mapping of names to lines, or stands twice.
    """
    bases: dict[str, Base] = {}
    for file in files:
        for name, lines in _mapping(file, ("bases",), (file.data or {}).get("bases") or {}).items():
            path: Path = ("bases", name)
            if name in bases:
                raise file.error("rules.twice", path, name=name)
            bases[name] = {label: _lines(file, (*path, label), text)
                           for label, text in _mapping(file, path, lines).items()}  # fmt: skip
    return bases


def _mapping(file: YamlFile, path: Path, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise file.error("rules.need_mapping", path, name=path[-1])
    return value


def _lines(file: YamlFile, path: Path, value: Any) -> tuple[str, ...]:
    lines = value if isinstance(value, list) else [value]
    for line in lines:
        if not isinstance(line, str):
            raise file.error("rules.need_text", path, name=path[-1], value=line)
    return tuple(lines)


def check_examples(file: YamlFile, rulebook: Rulebook) -> None:
    """See that every name in the examples of a file is one that the pack knows.

    Raises:
        RuleError: the first that isn't, with file, line and column.
    """
    for n, example in enumerate((file.data or {}).get("examples") or ()):
        _check(file, ("examples", n), example, rulebook)


def _check(file: YamlFile, path: Path, example: Mapping[str, Any], rulebook: Rulebook) -> None:
    if ("lines" in example) == ("base" in example):
        raise file.error("rules.example_lines", path, name=example["id"])
    if "kind" in example and example["kind"] not in tuple(Kind):
        raise unknown_value(file, (*path, "kind"), example["kind"], tuple(Kind))
    for name in ("fires", "silent"):
        for k, code in enumerate(example.get(name) or ()):
            if str(code).split(":")[0] not in rulebook.findings:
                raise file.error("rules.unknown_finding", (*path, name, k), name=code)
    _check_base(file, path, example, rulebook)
    authorities = {rule.id for rule in rulebook.authorities}
    _pairs(file, (*path, "sections"), example, SECTIONS, tuple(Status))
    _pairs(file, (*path, "headings"), example, SECTIONS, ())
    _pairs(file, (*path, "authorities"), example, authorities, (None, *CITED))
    figures = {rule.id for rule in rulebook.indicators}
    named = {name for rule in figures for name in (rule, *(f"{rule} {kind}" for kind in FIGURES))}
    _pairs(file, (*path, "indicators"), example, named, ())
    _pairs(file, (*path, "quotes"), example, named, ())
    _pairs(file, (*path, "carries"), example, CARRIED, ())
    texts = [text for key in ("lines", "change", "after") for text in _written(example.get(key) or ())]
    if bool(example.get("each")) != any(BLANK in text for text in texts):
        raise file.error("rules.example_each", path, name=example["id"])


def _written(value: Any) -> Iterator[str]:
    """Every text within."""
    if isinstance(value, str):
        yield value
    elif value:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _written(inner)


def _check_base(file: YamlFile, path: Path, example: Mapping[str, Any], rulebook: Rulebook) -> None:
    if "base" not in example:
        return
    if example["base"] not in rulebook.bases:
        raise unknown_value(file, (*path, "base"), example["base"], rulebook.bases)
    known = rulebook.bases[example["base"]]
    for key in ("change", "after"):
        for label in example.get(key) or ():
            if label not in known:
                raise unknown_key(file, (*path, key, label), label, known)


def _pairs(
    file: YamlFile, path: Path, example: Mapping[str, Any], names: Collection[str], values: Collection[Any]
) -> None:
    """See that a mapping of an example has known names, and known values where `values` are given."""
    for name, value in (example.get(str(path[-1])) or {}).items():
        if name not in names:
            raise unknown_key(file, (*path, name), name, names)
        if values and value not in values:
            raise unknown_value(file, (*path, name), value, [str(each) for each in values if each])
