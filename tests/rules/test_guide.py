"""The worked example of the guide is one that works."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from service.flow.rule_tests import run_examples
from service.rules import load
from service.rules.pack import RuleText, assemble, read_texts

ROOT = Path(__file__).parents[2]
FILES = [path for path in (ROOT / "rules").glob("**/*.yaml") if path.parent.name not in ("units", "examples")]


def test_the_office_s_changes_in_the_guide_load_and_their_example_holds(tmp_path):
    text = re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / "goi-quy-tac.md").read_text("utf-8"), re.DOTALL)[1]
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (tmp_path / "rules" / "office").mkdir()
    (tmp_path / "rules" / "office" / "cua-hoi.yaml").write_text(text, "utf-8")
    rulebook = load(tmp_path / "rules")
    given = {each.id for each in load(ROOT / "rules").examples}
    mine = tuple(each for each in rulebook.examples if each.id not in given)
    assert len(mine) == 1
    assert run_examples(replace(rulebook, examples=mine)) == ()
    assert run_examples(replace(load(ROOT / "rules"), examples=mine)) != (), "without the change it doesn't"


@pytest.mark.parametrize("path", [path for path in FILES if path.name != "pack.yaml"], ids=lambda path: path.stem)
def test_the_change_told_at_the_head_of_each_rule_file_is_one_that_works(path):
    written = re.search(r"^#   (changes: .*)$", path.read_text("utf-8"), re.MULTILINE)
    mine = RuleText("office/a.yaml", written[1], office=True)
    changes = assemble([*read_texts(ROOT / "rules"), mine]).changes
    assert changes
    assert not [change for change in changes if change.action == "idle"]
