"""One service for each state folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.errors import WorkspaceError
from service.inbox.lock import only_instance
from service.words import words

ROOT = Path(__file__).parents[2]

_HOLD = """
import sys
from pathlib import Path
from service.inbox.lock import only_instance
with only_instance(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _hold(state: Path) -> subprocess.Popen:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(state)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout.readline().strip() == b"held"
    return holder


def _end(holder: subprocess.Popen) -> None:
    holder.kill()
    holder.communicate(timeout=30)


def _refusal(state: Path) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as caught, only_instance(state):
        pass
    for language in ("vi", "en"):
        assert words(language).say(caught.value.key, **caught.value.values)
    return caught.value


def test_the_second_instance_is_refused_and_told_who_holds_it(tmp_path):
    holder = _hold(tmp_path)
    error = _refusal(tmp_path)
    pid = holder.pid
    _end(holder)
    assert (error.key, error.values["pid"]) == ("workspace.in_use", pid)
    assert error.values["host"]


def test_a_killed_holder_leaves_the_folder_free(tmp_path):
    _end(_hold(tmp_path))
    with only_instance(tmp_path):
        assert json.loads((tmp_path / "holder.json").read_text())["pid"] == os.getpid()


def test_the_same_process_cannot_hold_it_twice(tmp_path):
    with only_instance(tmp_path):
        assert _refusal(tmp_path).values["pid"] == os.getpid()


def test_a_released_folder_can_be_held_again(tmp_path):
    for _ in range(2):
        with only_instance(tmp_path / "new" / "state"):
            pass
    assert not (tmp_path / "new" / "state" / "holder.json").exists()


def test_a_holder_that_left_no_name_is_still_a_holder(tmp_path):
    with only_instance(tmp_path):
        (tmp_path / "holder.json").write_text("not json")
        assert _refusal(tmp_path).values["pid"] == "?"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    assert _refusal(tmp_path / "file" / "state").key == "inbox.state_not_writable"
