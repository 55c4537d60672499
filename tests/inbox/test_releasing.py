"""Moving taken files aside without losing or overwriting any."""

import os
import sys
from pathlib import Path

import pytest

from service.inbox import releasing
from service.inbox.releasing import Released, release
from service.inbox.seen import Stamp
from service.words import words

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs what POSIX file systems have")


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def _put(inbox: Path, content: bytes = b"x", name: str = "a.docx") -> tuple[Path, Stamp]:
    path = inbox / name
    path.write_bytes(content)
    return path, Stamp.of(path.stat())


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_taken_file_is_moved(inbox):
    path, stamp = _put(inbox)
    target = inbox / "da-nhan" / "Lê Chân"
    assert release(path, stamp, target) == Released(target / "a.docx")
    assert not path.exists()


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_overwritten(inbox):
    for content in (b"1", b"2", b"3"):
        assert release(*_put(inbox, content), inbox / "da-nhan").path
    assert _contents(inbox / "da-nhan") == {"a.docx": b"1", "a (2).docx": b"2", "a (3).docx": b"3"}


def test_a_folder_of_that_name_is_not_touched(inbox):
    (inbox / "da-nhan" / "a.docx").mkdir(parents=True)
    assert release(*_put(inbox), inbox / "da-nhan").path == inbox / "da-nhan" / "a (2).docx"


@pytest.mark.parametrize("name", ["a", ".docx", "a.b.docx", "x" * 250 + ".docx", "Đ" * 125 + ".docx"])
def test_any_name_finds_a_free_one(inbox, name):
    for content in (b"1", b"2"):
        assert release(*_put(inbox, content, name), inbox / "da-nhan").path
    assert sorted(_contents(inbox / "da-nhan").values()) == [b"1", b"2"]


def test_a_file_that_changed_since_is_a_new_version_and_stays(inbox):
    path, stamp = _put(inbox)
    path.write_bytes(b"newer")
    assert release(path, stamp, inbox / "da-nhan") == Released(None, "inbox.release.changed")
    assert path.read_bytes() == b"newer"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04half", b"x" * 5000 + b"\0" * 4096])
def test_a_file_that_is_not_whole_stays_because_somebody_may_still_be_writing_it(inbox, content):
    path, stamp = _put(inbox, content)
    assert release(path, stamp, inbox / "da-nhan") == Released(None, "inbox.release.incomplete")
    assert path.exists()
    assert release(path, stamp, inbox / "da-nhan", whole_only=False).path


def test_a_file_that_is_gone_is_no_error(inbox):
    path, stamp = _put(inbox)
    path.unlink()
    assert release(path, stamp, inbox / "da-nhan") == Released(None, "inbox.release.gone")


def test_a_share_that_may_only_be_read_is_reported(inbox):
    path, stamp = _put(inbox)
    (inbox / "da-nhan").write_text("in the way")
    assert release(path, stamp, inbox / "da-nhan") == Released(None, "inbox.release.refused")
    assert path.exists()


@POSIX
def test_a_move_that_is_refused_leaves_nothing_behind(inbox, monkeypatch):
    path, stamp = _put(inbox)

    def refuse(*_):
        raise PermissionError(1, "read-only")

    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", refuse)
        patched.setattr(Path, "rename", refuse)
        assert release(path, stamp, inbox / "da-nhan") == Released(None, "inbox.release.refused")
    assert _contents(inbox / "da-nhan") == {}
    assert path.exists()


@POSIX
def test_a_file_replaced_at_the_last_moment_comes_back(inbox, monkeypatch):
    path, stamp = _put(inbox, b"old")
    real = releasing._rename_to_new
    moves = []

    def rename(source, target):
        if not moves:
            (inbox / "new").write_bytes(b"new version")
            (inbox / "new").replace(path)
        moves.append(target)
        real(source, target)

    monkeypatch.setattr(releasing, "_rename_to_new", rename)
    assert release(path, stamp, inbox / "da-nhan") == Released(None, "inbox.release.changed")
    assert _contents(inbox) == {"a.docx": b"new version"}
    assert _contents(inbox / "da-nhan") == {}


@POSIX
def test_a_file_that_comes_back_does_not_overwrite_a_third_one(inbox, monkeypatch):
    path, stamp = _put(inbox, b"old")
    real = releasing._rename_to_new
    moves = []

    def rename(source, target):
        if not moves:
            path.write_bytes(b"new version")
        real(source, target)
        if not moves:
            path.write_bytes(b"third")
        moves.append(target)

    monkeypatch.setattr(releasing, "_rename_to_new", rename)
    release(path, stamp, inbox / "da-nhan")
    assert _contents(inbox) == {"a.docx": b"third", "a (2).docx": b"new version"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that aren't UTF-8")
def test_a_name_that_is_not_utf8_is_moved(inbox):
    for content in (b"1", b"2"):
        path, stamp = _put(inbox, content, os.fsdecode(b"caf\xe9.docx"))
        assert release(path, stamp, inbox / "da-nhan").path
    assert len(_contents(inbox / "da-nhan")) == 2


def test_every_reason_has_a_sentence():
    for reason in ("changed", "incomplete", "gone", "refused"):
        assert words("vi").has(f"inbox.release.{reason}")
