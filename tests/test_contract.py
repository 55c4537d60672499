"""What `tongket check --format json` prints is what the contract promises, for every file of the corpus."""

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from service import office
from service.check import wording
from service.flow.judging import judge
from service.model.examination import Examination
from service.rules import load

ROOT = Path(__file__).parents[1]
CORPUS = Path(__file__).parent / "corpus"
BAD = CORPUS / "bad"
EXPECTED = json.loads((BAD / "expected.json").read_text("utf-8"))
NEEDS_OFFICE = () if office.find() else (".doc",)
REPORTS = [
    path
    for folder in ("reports", "reports-demo")
    for path in sorted((CORPUS / folder).iterdir())
    if path.suffix in {".docx", ".doc"} and path.suffix not in NEEDS_OFFICE
]
SCHEMA = jsonschema.Draft202012Validator(
    json.loads(Path(__file__).with_name("contract.schema.json").read_text("utf-8"))
)


def tongket(*arguments, cwd):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "service", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The reports in an order of our own, as one call prints them."""
    called = tongket("check", *reversed(REPORTS), "--format", "json", cwd=tmp_path_factory.mktemp("empty"))
    assert called.stderr == b""
    assert called.returncode == 1
    return json.loads(called.stdout.decode("utf-8"))


def errors(answers):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in SCHEMA.iter_errors(answers)]


def test_the_schema_itself_is_sound():
    jsonschema.Draft202012Validator.check_schema(SCHEMA.schema)


def test_every_report_gets_an_object_of_the_contract(printed):
    assert errors(printed) == []


def test_answers_come_in_the_order_of_the_call(printed):
    assert [answer["file"]["name"] for answer in printed] == [path.name for path in reversed(REPORTS)]


def test_a_folder_means_every_word_file_below_it_in_order(tmp_path):
    (tmp_path / "b" / "sâu").mkdir(parents=True)
    source = CORPUS / "bad" / "bc-trong.docx"
    for name in ("b/sâu/hai.docx", "a.docx", "b/ba.DOC", "ghi-chu.txt", "~$a.docx", ".an.docx"):
        shutil.copy(source, tmp_path / name)
    called = tongket("check", tmp_path, "--format", "json", cwd=tmp_path)
    assert [answer["file"]["name"] for answer in json.loads(called.stdout)] == ["a.docx", "ba.DOC", "hai.docx"]


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    named = [BAD / each["file"] for each in EXPECTED]
    called = tongket("check", *named, "--format", "json", cwd=tmp_path_factory.mktemp("empty"))
    return dict(zip([each["file"] for each in EXPECTED], json.loads(called.stdout), strict=True)), called


@pytest.mark.parametrize("each", EXPECTED, ids=lambda each: each["file"])
def test_a_bad_file_gets_its_verdict_and_its_reason(refused, each):
    answer = refused[0][each["file"]]
    assert errors([answer]) == []
    assert answer["verdict"] == each["verdict"]
    if each["findings"] is not None:
        assert [finding["code"] for finding in answer["findings"]] == each["findings"]
    else:
        assert not any(finding["code"].startswith("file.") for finding in answer["findings"])


def test_no_bad_file_makes_the_answer_tell_of_this_machine(refused):
    assert platform.node().encode() not in refused[1].stdout or len(platform.node()) < 4


def test_a_bad_file_tells_its_officer_what_to_do(refused):
    for answer in refused[0].values():
        assert all(finding["message"] and finding["fix"] for finding in answer["findings"])


def test_check_writes_nothing_at_all(tmp_path):
    for name in ("d-xa-tan-trao--styles.docx", "d-phuong-lach-tray--manual-tracked-comments.docx"):
        shutil.copy(CORPUS / "reports" / name, tmp_path)
    shutil.copy(BAD / "bc-bi-cat.docx", tmp_path)
    before = everything(tmp_path)
    called = tongket("check", ".", cwd=tmp_path)
    assert called.returncode == 1
    assert everything(tmp_path) == before


def everything(folder):
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_blank_of_a_finding_is_filled(monkeypatch, language):
    lacking = []
    monkeypatch.setattr(wording._Blanks, "__missing__", lambda _, name: lacking.append(name) or "…")
    rulebook = load(ROOT / "rules", language)
    for path in (*REPORTS, *(BAD / each["file"] for each in EXPECTED)):
        answer = judge(path.read_bytes(), path.name, "", rulebook)[0] if path.suffix != ".doc" else None
        assert answer is None or isinstance(answer, Examination)
    assert lacking == []
