"""What an editor says of a rule file is what the service says of it."""

import json
from pathlib import Path

import jsonschema
import pytest

from service.rules.schemas import FOLDER, schema_for, schemas
from service.rules.source import parse

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted(RULES.rglob("*.yaml"))


def names():
    return [path.relative_to(RULES).as_posix() for path in FILES]


def validator(name):
    return jsonschema.Draft202012Validator(json.loads((RULES / FOLDER / name).read_text("utf-8")))


def test_the_schemas_are_current():
    lying = {path.name: path.read_text("utf-8") for path in (RULES / FOLDER).iterdir()}
    assert lying == schemas(), "run: make schemas"


@pytest.mark.parametrize("name", names())
def test_every_default_file_names_its_schema_and_fits_it(name):
    text = (RULES / name).read_text("utf-8")
    schema = schema_for(name)
    assert text.startswith(f"# yaml-language-server: $schema={'../' * name.count('/')}{FOLDER}/{schema}\n")
    errors = [f"{error.json_path}: {error.message}" for error in validator(schema).iter_errors(parse(name, text).data)]
    assert errors == []


@pytest.mark.parametrize(
    ("schema", "data"),
    [
        ("sections.json", {"sections": [{"id": "lessons_learned", "name_vi": "A", "name_en": "B", "hedings": []}]}),
        ("sections.json", {"sections": [{"id": "lesons", "name_vi": "A", "name_en": "B"}]}),
        ("findings.json", {"findings": {"a": {"severity": "eror"}}}),
        ("authorities.json", {"authorities": [{"id": "a", "number": "29"}]}),
        ("examples.json", {"examples": [{"id": "a", "fires": "x"}]}),
        ("office.json", {"chages": {}}),
        ("units.json", {"changes": [{"unit": "hai-phong.le-chan", "deadline": "31/8/2020"}]}),
        ("units.json", {"units": [{"id": "hai-phong.a", "name": "A", "type": "Trường"}]}),
    ],
)
def test_a_slip_is_marked_in_the_editor_too(schema, data):
    assert list(validator(schema).iter_errors(data))


def test_everything_that_may_stand_there_is_told_in_vietnamese():
    for text in schemas().values():
        for noun in json.loads(text).get("$defs", {}).values():
            assert all(value["description"] for value in noun["properties"].values())
