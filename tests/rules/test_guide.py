"""The worked example of the guide is one that works."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

from service.flow.rule_tests import run_examples
from service.rules import load

ROOT = Path(__file__).parents[2]


def test_the_office_s_changes_in_the_guide_load_and_their_example_holds(tmp_path):
    text = re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / "goi-quy-tac.md").read_text("utf-8"), re.DOTALL)[1]
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (tmp_path / "rules" / "office").mkdir()
    (tmp_path / "rules" / "office" / "cua-hoi.yaml").write_text(text, "utf-8")
    rulebook = load(tmp_path / "rules")
    mine = tuple(each for each in rulebook.examples if each.id == "de-muc-dieu-tam-niem")
    assert run_examples(replace(rulebook, examples=mine)) == ()
    assert run_examples(replace(load(ROOT / "rules"), examples=mine)) != (), "without the change it doesn't"
