"""The corpus keeps its word: what the gold says is in the texts, and the gold agrees with itself."""

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from service.rules.registry import load_registry

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import build  # noqa: E402  (build.py is run by path, as a script beside its data)
from score import SECTIONS, norm  # noqa: E402

FOLDERS = {"scripts": "reports", "scripts-demo": "reports-demo"}
SCRIPTS = [(folder, path) for folder in FOLDERS for path in sorted((HERE / folder).glob("*.yaml"))]
AUTHORITIES = {"nq29", "kl49", "ct11", "ctr76", "nq45"}
UNITS = HERE.parents[1] / "rules" / "units"


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


@pytest.fixture(params=SCRIPTS, ids=lambda param: param[1].stem)
def script(request):
    return yaml.safe_load(request.param[1].read_text("utf-8"))


def gold_codes(gold):
    return [finding["code"] for finding in gold["findings"]]


def test_every_quote_of_the_gold_is_in_the_text(script):
    text = norm(" ".join(strings({key: value for key, value in script.items() if key != "gold"})))
    gold = script["gold"]
    for entry in (*gold["findings"], *gold["authorities"], *gold["traps"]):
        if entry.get("near"):
            assert norm(entry["near"]) in text, entry


def test_every_heading_of_the_gold_is_a_heading_of_the_report(script):
    headings = {norm(block["h"][1]) for block in (*script["blocks"], *script.get("annex", [])) if "h" in block}
    for section in script["gold"]["sections"].values():
        assert section["heading"] is None or norm(section["heading"]) in headings


def test_verdict_and_section_findings_follow_from_the_sections(script):
    gold = script["gold"]
    if gold["kind"] != "term_report":
        assert (gold["verdict"], gold["sections"]) == ("wrong_kind", {})
        assert all(code.startswith("document.") for code in gold_codes(gold))
        return
    assert tuple(gold["sections"]) == SECTIONS
    statuses = {name: section["status"] for name, section in gold["sections"].items()}
    assert gold["verdict"] == ("complete" if set(statuses.values()) == {"present"} else "gaps")
    told = {f["section"]: f["code"].split(".")[1] for f in gold["findings"] if f["code"].startswith("section.")}
    assert told == {name: status for name, status in statuses.items() if status != "present"}


def test_authorities_that_are_cited_nowhere_are_the_ones_reported_missing(script):
    gold = script["gold"]
    if gold["kind"] != "term_report":
        return
    cited = {entry["id"] for entry in gold["authorities"]}
    missing = {finding["authority"] for finding in gold["findings"] if finding["code"] == "authority.missing"}
    assert missing == AUTHORITIES - cited
    misquoted = {entry["id"]: entry["problem"] for entry in gold["authorities"] if entry["status"] == "misquoted"}
    told = {f["authority"]: f["problem"] for f in gold["findings"] if f["code"] == "authority.misquoted"}
    assert told == misquoted


def test_missing_parts_of_the_goals_are_reported_one_by_one(script):
    gold = script["gold"]
    if gold["kind"] != "term_report":
        return
    goals = gold["sections"]["new_term_goals"]
    lacking = {part for part, there in goals["parts"].items() if not there}
    told = {finding["part"] for finding in gold["findings"] if finding["code"] == "goals.part_missing"}
    assert told in (lacking, set())
    assert told == lacking or goals["status"] == "thin"


def test_the_unit_is_in_the_registry(script):
    registry = load_registry([(file.name, file.read_text("utf-8")) for file in sorted(UNITS.glob("*.yaml"))])
    unit = script["unit"]
    if unit["level"] != "base":
        known = registry.get(unit["id"])
        assert known is not None
        assert (known.association, known.level) == (unit["name"], unit["level"])


@pytest.mark.parametrize(("folder", "path"), SCRIPTS, ids=lambda value: getattr(value, "stem", value))
def test_the_built_files_are_what_the_script_builds(folder, path, tmp_path):
    script = yaml.safe_load(path.read_text("utf-8"))
    for traits in script["variants"]:
        stem = f"{script['id']}--{'-'.join(traits)}"
        stored = HERE / FOLDERS[folder] / stem
        gold = json.loads(stored.with_name(f"{stem}.gold.json").read_text("utf-8"))
        assert gold["findings"] == script["gold"]["findings"]
        assert gold["sections"] == script["gold"]["sections"]
        if "doc" in traits:
            continue
        build.Builder({**script, "traits": traits}).build().save(tmp_path / "built.docx")
        assert body(tmp_path / "built.docx") == body(stored.with_name(f"{stem}.docx"))


def body(path):
    with zipfile.ZipFile(path) as package:
        return re.sub(rb"\s+", b" ", package.read("word/document.xml"))
