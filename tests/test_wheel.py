"""What is installed works without the repository: rules, templates and registry travel in the wheel."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests" / "corpus" / "reports" / "d-xa-tan-trao--styles.docx"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder into which the wheel was unpacked, as an installation does."""
    pytest.importorskip("hatchling")
    built, site = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    called = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)
    assert called.returncode == 0, called.stderr.decode()
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    return site


@pytest.fixture(scope="module")
def tongket(site, tmp_path_factory):
    """Runs the installed program, far from the repository."""
    away = tmp_path_factory.mktemp("away")
    environment = {**os.environ, "PYTHONPATH": str(site), "TONGKET_LANGUAGE": ""}
    environment.pop("PYTHONHOME", None)

    def call(*arguments):
        command = [sys.executable, "-m", "service", *map(str, arguments)]
        return subprocess.run(command, cwd=away, env=environment, capture_output=True, check=False, timeout=300)

    where = [sys.executable, "-c", "import service; print(service.__file__)"]
    told = subprocess.run(where, cwd=away, env=environment, capture_output=True, check=True, timeout=60)
    assert str(site) in told.stdout.decode()
    return call


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_every_default_and_no_test(site):
    for name in ("rules", "templates"):
        assert names(site / "service" / "_defaults" / name) == names(ROOT / name)
    top = {path.name for path in site.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"service"}
    assert "tongket = service.cli:main" in next(site.glob("*.dist-info/entry_points.txt")).read_text("utf-8")


def test_every_command_works_from_the_wheel(tongket, tmp_path):
    root = tmp_path / "hội"
    assert tongket("init", root).returncode == 0
    assert names(root / "rules") == names(ROOT / "rules")
    shutil.copy(GOOD, root / "inbox")
    ran = tongket("run", root, "--once")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (root / "outbox" / "hai-phong" / "kien-thuy" / "tan-trao").is_dir()
    assert tongket("consolidate", root).returncode == 0
    assert list((root / "outbox" / "hai-phong" / "tong-hop").glob("bao-cao-tong-hop*.docx"))
    told = json.loads(tongket("status", root, "--format", "json").stdout)
    assert [unit["verdict"] for unit in told["units"] if unit["state"] == "judged"] == ["complete"]
    assert tongket("doctor", root).returncode == 0
    assert tongket("rules", "check", root).returncode == 0


def test_check_works_from_the_wheel_without_any_workspace(tongket):
    called = tongket("check", GOOD, "--format", "json")
    assert called.returncode == 0
    assert json.loads(called.stdout)[0]["verdict"] == "complete"
