"""JSON Schemas of the rule files, for editors: what may stand where, with a word on each in the office's language.

They are made of the same nouns that the files are checked against, so that they can't say anything else.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from service.model.authority import AuthorityRule
from service.model.examination import PARTS, SECTIONS, Kind, Severity
from service.model.example import Example
from service.model.indicator import IndicatorRule
from service.model.rulebook import FindingRule, KindRule, Pack, SectionRule
from service.rules import unit_schema
from service.words import words

FOLDER: Final = "schema"
UNITS: Final = "units"
KINDS: Final = {
    "pack": ("pack",),
    "findings": ("findings",),
    "kinds": ("kinds",),
    "sections": ("sections", "vocabulary"),
    "authorities": ("authorities",),
    "indicators": ("indicators", "vocabulary"),
    "placeholders": ("vocabulary",),
    "examples": ("bases", "examples"),
    "office": (
        "changes", "findings", "kinds", "sections", "vocabulary", "authorities", "indicators", "bases", "examples",
    ),
}  # fmt: skip
"""Each kind of file, and what may stand at its top."""

_LISTS: Final = {
    "kinds": KindRule, "sections": SectionRule, "authorities": AuthorityRule, "indicators": IndicatorRule,
    "examples": Example,
}  # fmt: skip
_NAMES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "KindRule": {"id": tuple(Kind)},
    "SectionRule": {"id": SECTIONS},
    "FindingRule": {"severity": tuple(Severity)},
    "AuthorityRule": {"severity": tuple(Severity)},
    "Example": {"kind": tuple(Kind)},
}
"""Names that the judges know, where the noun itself takes any text."""


def schemas() -> dict[str, str]:
    """Every schema by the name of its file."""
    made = {f"{kind}.json": _text(_file(kind, tops)) for kind, tops in KINDS.items()}
    return made | {f"{UNITS}.json": _text(_whole(UNITS, unit_schema.properties()))}


def schema_for(name: str) -> str:
    """The schema's file for a rule file of that name below the rules; empty where there is none."""
    folder, _, file = name.rpartition("/")
    top = folder.partition("/")[0]
    if top in ("findings", "examples", "office", UNITS):
        return f"{top}.json"
    return f"{file.rpartition('.')[0]}.json" if not folder and file.rpartition(".")[0] in KINDS else ""


def write(folder: Path) -> list[str]:
    """Write every schema that isn't there as it should be; return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, text in schemas().items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")
            changed.append(name)
    return changed


def _file(kind: str, tops: tuple[str, ...]) -> dict[str, Any]:
    shared: dict[str, Any] = {}
    properties = {top: _top(top, shared) for top in tops}
    return _whole(kind, properties) | {"$defs": dict(sorted(shared.items()))}


def _whole(kind: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words("vi").say(f"schema.file_{kind}"),
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _top(top: str, shared: dict[str, Any]) -> dict[str, Any]:
    about = {"description": words("vi").say(f"schema.top_{top}")}
    phrases = {"type": "array", "items": {"type": "string"}}
    if top in _LISTS:
        return about | {"type": "array", "items": _noun(_LISTS[top], shared)}
    if top == "pack":
        return about | _noun(Pack, shared)
    if top == "findings":
        return about | {"type": "object", "additionalProperties": _noun(FindingRule, shared)}
    if top == "vocabulary":
        return about | {"type": "object", "additionalProperties": phrases}
    if top == "bases":
        lines = {"type": "object", "additionalProperties": {"anyOf": [{"type": "string"}, phrases]}}
        return about | {"type": "object", "additionalProperties": lines}
    return about | {"type": "object", "additionalProperties": {"type": "object"}}


def _noun(kind: type[Any], shared: dict[str, Any]) -> dict[str, Any]:
    """The schema of a noun, its own definitions put among those that the file shares."""
    made = TypeAdapter(kind).json_schema(ref_template="#/$defs/{model}")
    for name, inner in {**made.pop("$defs", {}), kind.__name__: made}.items():
        shared[name] = _described(name, inner)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _described(name: str, noun: dict[str, Any]) -> dict[str, Any]:
    catalogue = words("vi")
    noun = {key: value for key, value in noun.items() if key not in ("title", "description")}
    for key, value in noun.get("properties", {}).items():
        value.pop("title", None)
        value["description"] = catalogue.say(f"schema.{key}")
        if key in _NAMES.get(name, {}):
            value["enum"] = [str(each) for each in _NAMES[name][key]]
        if key == "parts":
            value["propertyNames"] = {"enum": list(PARTS)}
    return noun


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":  # `make schemas`
    sys.stdout.write("\n".join(write(Path("rules") / FOLDER)) + "\n")
