"""A short round of fuzzing with coverage (tests/fuzz/fuzz.py): the same inputs each time, bounded by their number."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

RUNS = {"container": 400, "parts": 400, "attachments": 800, "numbering": 300, "amounts": 1500, "rules": 600}
FUZZ = Path(__file__).with_name("fuzz.py")

needs_atheris = pytest.mark.skipif(
    find_spec("atheris") is None, reason="atheris isn't installed: no wheel for this system"
)


def fuzz(target, folder, *options):
    command = [sys.executable, FUZZ, target, "-seed=1", f"-artifact_prefix={folder}/", *options]
    environment = os.environ | {"TMPDIR": str(folder)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)


@needs_atheris
@pytest.mark.parametrize("target", TARGETS)
def test_an_oath_is_kept_for_inputs_that_lead_ever_deeper(target, tmp_path):
    runs = RUNS.get(target, 800)
    done = fuzz(target, tmp_path, f"-runs={runs}")
    assert done.returncode == 0, f"{[path.name for path in tmp_path.iterdir()]}\n{done.stdout}\n{done.stderr[-3000:]}"
    covered = [int(found) for found in re.findall(r"\bcov: (\d+)", done.stderr)]
    assert f"Done {runs} runs" in done.stderr
    assert covered[-1] > covered[0] or covered[-1] > 500  # the code is seen from inside


@needs_atheris
def test_a_broken_oath_is_told_and_its_input_kept(tmp_path):
    culprit = tmp_path / "culprit"
    culprit.write_bytes(b"x")
    code = (
        "import runpy, sys; sys.argv = ['fuzz.py', 'amounts', sys.argv[1]]; import tests.fuzz.targets as t\n"
        "import dataclasses\n"
        "t.TARGETS['amounts'] = dataclasses.replace(t.TARGETS['amounts'], holds=lambda data: 1 / 0)\n"
        f"runpy.run_path({str(FUZZ)!r}, run_name='__main__')"
    )
    root = FUZZ.parents[2]
    command, environment = [sys.executable, "-c", code, culprit], os.environ | {"TMPDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode != 0
    assert "ZeroDivisionError" in done.stdout + done.stderr
