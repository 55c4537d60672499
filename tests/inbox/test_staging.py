"""Originals: copied whole, kept once, and never mistaken."""

import errno
import hashlib
import io
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from service.errors import WorkspaceError
from service.inbox import staging
from service.inbox.seen import Stamp
from service.inbox.staging import OUR_DISK, TRY_LATER, Originals, StillChanging
from service.words import words

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs what POSIX file systems have")


@pytest.fixture
def originals(tmp_path):
    return Originals(tmp_path / "state")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "inbox" / "báo cáo.docx"
    path.parent.mkdir()
    path.write_bytes(b"content")
    return path


def _trouble(originals: Originals, path: Path) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as caught:
        originals.stage(path)
    for language in ("vi", "en"):
        assert words(language).say(caught.value.key, **caught.value.values)
    assert caught.value.key in TRY_LATER
    return caught.value


def _left(state: Path) -> list[str]:
    return sorted(path.name for path in state.rglob("*") if path.is_file())


def test_a_staged_file_is_kept_under_its_hash(originals, file, tmp_path):
    staged = originals.stage(file)
    sha256 = hashlib.sha256(b"content").hexdigest()
    assert (staged.sha256, staged.size, staged.stamp) == (sha256, 7, Stamp.of(file.stat()))
    assert originals.path(sha256) == tmp_path / "state" / "originals" / sha256[:2] / sha256
    assert originals.read(sha256) == b"content"
    assert file.read_bytes() == b"content"


def test_staging_again_keeps_one_original(originals, file, tmp_path):
    first = originals.stage(file)
    kept = originals.path(first.sha256).stat()
    assert originals.stage(file) == first
    assert originals.path(first.sha256).stat() == kept
    assert _left(tmp_path / "state") == [first.sha256]


def test_large_and_empty_files_are_kept(originals, file):
    for content in (b"", random.Random(1).randbytes(3 * 2**20 + 1)):
        file.write_bytes(content)
        assert originals.read(originals.stage(file).sha256) == content


def test_a_damaged_original_is_never_returned_and_mended_by_staging_again(originals, file):
    staged = originals.stage(file)
    originals.path(staged.sha256).write_bytes(b"conTent")
    with pytest.raises(WorkspaceError, match="original_damaged") as caught:
        originals.read(staged.sha256)
    assert words("vi").say(caught.value.key, **caught.value.values)
    originals.stage(file)
    assert originals.read(staged.sha256) == b"content"


def test_an_original_that_is_not_there_is_told(originals):
    with pytest.raises(WorkspaceError, match="original_missing") as caught:
        originals.read("0" * 64)
    assert words("vi").say(caught.value.key, **caught.value.values)


def test_a_file_that_is_not_as_it_was_seen_is_still_changing(originals, file):
    seen = Stamp.of(file.stat())
    file.write_bytes(b"longer content")
    with pytest.raises(StillChanging):
        originals.stage(file, seen)
    assert originals.stage(file, Stamp.of(file.stat())).size == 14


def _while_copying(monkeypatch, do):
    real = staging._chunk
    done = []

    def chunk(path, source):
        content = real(path, source)
        if not done:
            done.append(do(path))
        return content

    monkeypatch.setattr(staging, "_chunk", chunk)


def _replace(path):
    path.with_suffix(".new").write_bytes(b"another")
    path.with_suffix(".new").replace(path)


def _overwrite(path):
    path.write_bytes(b"an other")


def _append(path):
    with path.open("ab") as file:
        file.write(b"more")


@pytest.mark.parametrize("change", [_overwrite, _append, pytest.param(_replace, marks=POSIX)])
def test_a_file_that_changes_while_it_is_copied_is_not_kept(originals, file, tmp_path, monkeypatch, change):
    _while_copying(monkeypatch, change)
    with pytest.raises(StillChanging) as caught:
        originals.stage(file)
    assert caught.value.key in TRY_LATER
    assert words("vi").say(caught.value.key, **caught.value.values)
    assert _left(tmp_path / "state") == []


@POSIX
def test_a_file_that_is_removed_while_it_is_copied_has_vanished(originals, file, tmp_path, monkeypatch):
    _while_copying(monkeypatch, Path.unlink)
    assert _trouble(originals, file).key == "inbox.vanished"
    assert _left(tmp_path / "state") == []


def test_a_copy_that_is_not_whole_though_the_file_is_by_now_is_not_kept(originals, file, monkeypatch):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as whole:
        whole.writestr("a", "text" * 100)
    file.write_bytes(archive.getvalue()[:300] + bytes(len(archive.getvalue()) - 300))
    status = file.stat()

    def finish(path):
        # As a share does it: the rest arrives, size and time stay as they were.
        path.write_bytes(archive.getvalue())
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    _while_copying(monkeypatch, finish)
    with pytest.raises(StillChanging):
        originals.stage(file)
    assert originals.read(originals.stage(file).sha256) == archive.getvalue()


def test_a_file_that_is_gone_has_vanished(originals, tmp_path):
    assert _trouble(originals, tmp_path / "no").key == "inbox.vanished"


@POSIX
def test_links_pipes_and_folders_are_not_staged(originals, file, tmp_path):
    (tmp_path / "link").symlink_to(file)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "inbox"):
        assert _trouble(originals, tmp_path / name).key == "inbox.not_a_file"


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.EACCES, "inbox.no_permission"),
        (errno.EBUSY, "inbox.busy"),
        (errno.EIO, "inbox.unreadable"),
        (errno.ESTALE, "inbox.unreadable"),
    ],
)
def test_what_the_share_says_has_a_sentence(originals, file, monkeypatch, number, key):
    def refuse(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(staging, "open_regular", refuse)
    error = _trouble(originals, file)
    assert error.key == key
    assert error.key not in OUR_DISK


def test_a_file_that_another_program_holds_on_windows_is_busy(originals, file, monkeypatch):
    def refuse(_):
        error = PermissionError(errno.EACCES, "used by another process")
        error.winerror = 32
        raise error

    monkeypatch.setattr(staging, "open_regular", refuse)
    assert _trouble(originals, file).key == "inbox.busy"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_file_where_it_is_and_nothing_behind(originals, file, tmp_path, monkeypatch):
    real = Path.open
    with monkeypatch.context() as patched:
        patched.setattr(
            Path, "open", lambda path, mode: real(Path("/dev/full"), "wb") if mode == "xb" else real(path, mode)
        )
        error = _trouble(originals, file)
    assert (error.key, error.key in OUR_DISK) == ("inbox.disk_full", True)
    assert file.read_bytes() == b"content"
    assert _left(tmp_path / "state") == []
    assert originals.stage(file).size == 7


@pytest.mark.parametrize(
    "fault", [(s, n) for s in ("fsync", "replace") for n in (errno.ENOSPC, errno.EIO, errno.EROFS)]
)
def test_a_disk_that_fails_at_any_step_keeps_nothing_half(originals, file, tmp_path, monkeypatch, fault):
    step, number = fault

    def fail(*_):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, step, fail)
        assert _trouble(originals, file).key in OUR_DISK
    assert _left(tmp_path / "state") == []
    assert originals.stage(file).size == 7


def test_a_state_folder_that_cannot_be_made_is_told(file):
    assert _trouble(Originals(file), file).key == "inbox.state_not_writable"


def test_what_a_sudden_end_left_is_swept_away(originals, file, tmp_path):
    staged = originals.stage(file)
    (tmp_path / "state" / "staging" / "x.part").write_bytes(b"half")
    originals.sweep()
    assert _left(tmp_path / "state") == [staged.sha256]
    Originals(tmp_path / "nowhere").sweep()


def test_bytes_are_on_disk_before_they_have_their_name(originals, file, monkeypatch):
    steps = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *given, real=real, name=name: (steps.append(name), real(*given))[1])
    originals.stage(file)
    assert steps[:2] == ["fsync", "replace"]
    if sys.platform != "win32":
        assert steps[2:] == ["fsync"] * 3


_STAGE_AND_DIE = """
import os, sys
from pathlib import Path
from service.inbox.staging import Originals
left = [int(sys.argv[3])]

def dying(real):
    def call(*given):
        if left[0] == 0:
            os._exit(9)
        left[0] -= 1
        return real(*given)
    return call

os.fsync, os.replace, Path.unlink = dying(os.fsync), dying(os.replace), dying(Path.unlink)
Originals(Path(sys.argv[1])).stage(Path(sys.argv[2]))
"""


def test_a_sudden_end_at_any_step_leaves_the_file_and_no_half_original(originals, file, tmp_path):
    state = tmp_path / "state"
    for step in range(20):
        code = [sys.executable, "-c", _STAGE_AND_DIE, str(state), str(file), str(step)]
        ended = subprocess.run(code, cwd=Path(__file__).parents[2], check=False).returncode
        assert file.read_bytes() == b"content"
        assert all(path.read_bytes() == b"content" for path in (state / "originals").rglob("*") if path.is_file())
        if ended == 0:
            break
    assert step >= 3
    assert originals.read(originals.stage(file).sha256) == b"content"
    originals.sweep()
    assert len(_left(state)) == 1
