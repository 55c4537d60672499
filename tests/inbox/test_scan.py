"""What a look at the inbox takes, passes over, and admits not to know."""

import os
import socket
import sys
import time
from pathlib import Path

import pytest

from service.errors import WorkspaceError
from service.inbox.ignored import KNOWN, why_ignored
from service.inbox.scan import scan, survey
from service.words import words

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs what POSIX file systems have")


def _put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def _names(inbox: Path, *ignore: str) -> list[str]:
    return [f"{seen.folder}/{seen.name}".lstrip("/") for seen in scan(inbox, ignore)]


def test_files_come_in_order_with_their_folders(tmp_path):
    _put(tmp_path, "b.docx", "a.docx", "Lê Chân/An Biên/x.docx", "Lê Chân/y.docx")
    assert _names(tmp_path) == ["a.docx", "b.docx", "Lê Chân/y.docx", "Lê Chân/An Biên/x.docx"]


def test_any_suffix_is_taken(tmp_path):
    _put(tmp_path, "a.pdf", "b", "c.doc", "d.xlsx", "-e.docx", "f .docx")
    assert len(_names(tmp_path)) == 6


def test_the_stamp_is_that_of_the_file(tmp_path):
    _put(tmp_path, "a.docx")
    [seen] = scan(tmp_path)
    status = (tmp_path / "a.docx").stat()
    assert (seen.stamp.size, seen.stamp.mtime_ns, seen.stamp.ino) == (1, status.st_mtime_ns, status.st_ino)


@pytest.mark.parametrize("folder", ["da-nhan", "DA-NHAN"])
def test_the_folder_of_taken_files_is_passed_over_at_the_top_only(tmp_path, folder):
    _put(tmp_path, f"{folder}/a.docx", f"x/{folder}/b.docx")
    assert _names(tmp_path) == [f"x/{folder}/b.docx"]


@pytest.mark.parametrize(
    "name",
    [
        "~$báo cáo.docx",
        "~WRD0001.tmp",
        "~WRL2345.tmp",
        ".~lock.a.docx#",
        "a.tmp",
        "a.docx.part",
        "a.docx.crdownload",
        "A.DOCX.PART",
        "._a.docx",
        ".DS_Store",
        "Thumbs.db",
        "THUMBS.DB",
        "desktop.ini",
        "@eaDir",
        ".syncthing.a.docx.tmp",
        "~syncthing~a.docx.tmp",
        ".hidden.docx",
    ],
)
def test_files_that_are_nobody_s_report_are_passed_over_with_a_reason(tmp_path, name):
    _put(tmp_path, name)
    found = survey(tmp_path)
    assert found.files == ()
    assert [entry.path.name for entry in found.ignored] == [name]
    assert words("vi").say(found.ignored[0].reason)


def test_what_lies_in_an_ignored_folder_is_passed_over(tmp_path):
    _put(tmp_path, "@eaDir/a.docx", ".stversions/b.docx", "$RECYCLE.BIN/c.docx", "__MACOSX/d.docx")
    assert _names(tmp_path) == []


@pytest.mark.parametrize("name", ["a ~$.docx", "part.docx", "tmp", "lock.docx", "~a.docx", "a (conflicted copy).docx"])
def test_names_that_only_resemble_them_are_taken(tmp_path, name):
    _put(tmp_path, name)
    assert _names(tmp_path) == [name]


def test_the_office_may_name_more(tmp_path):
    _put(tmp_path, "nhap-1.docx", "Nhap-2.docx", "x.bak", "x.docx")
    assert _names(tmp_path, "nhap-*", "*.bak") == ["x.docx"]
    assert why_ignored("x.bak", ["*.bak"]) == "inbox.ignored.setting"


def test_every_reason_has_a_sentence_and_every_pattern_is_in_lower_case():
    for entry in KNOWN:
        assert words("vi").has(entry.reason)
        assert words("en").has(entry.reason)
        assert entry.pattern == entry.pattern.lower()


@POSIX
def test_links_pipes_and_sockets_are_not_taken_and_not_followed(tmp_path, monkeypatch):
    inbox, outside = tmp_path / "inbox", tmp_path / "outside"
    _put(outside, "secret.docx")
    inbox.mkdir()
    (inbox / "link.docx").symlink_to(outside / "secret.docx")
    (inbox / "folder").symlink_to(outside)
    (inbox / "loop").symlink_to(inbox)
    os.mkfifo(inbox / "pipe.docx")
    monkeypatch.chdir(inbox)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.docx")
        found = survey(inbox)
    assert found.files == ()
    assert {entry.reason for entry in found.ignored} == {"inbox.ignored.not_a_file"}
    assert len(found.ignored) == 5


def test_a_folder_called_like_a_document_is_a_folder(tmp_path):
    _put(tmp_path, "x.docx/a.docx")
    assert _names(tmp_path) == ["x.docx/a.docx"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that aren't UTF-8")
def test_a_name_that_is_not_utf8_survives(tmp_path):
    with open(os.fsencode(tmp_path) + b"/caf\xe9\n.docx", "wb"):  # noqa: PTH123
        pass
    [seen] = scan(tmp_path)
    assert os.fsencode(seen.name) == b"caf\xe9\n.docx"
    assert seen.path.exists()


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("bc.docx", "~$bc.docx"),
        ("Báo cáo tổng kết.docx", "~$o cáo tổng kết.docx"),
        ("Bao cao.docx", "~$ao cao.docx"),
        ("a.docx", ".~lock.a.docx#"),
        ("A.DOCX", "~$A.docx"),
    ],
)
def test_a_file_with_a_young_owner_file_is_open(tmp_path, name, owner):
    _put(tmp_path, name, owner, "other.docx")
    assert {seen.name: seen.open_in_office for seen in scan(tmp_path)} == {name: True, "other.docx": False}


def test_an_owner_file_older_than_ten_minutes_was_forgotten(tmp_path):
    _put(tmp_path, "a.docx", "~$a.docx")
    for minutes, is_open in ((9, True), (11, False), (-5, True)):
        [seen] = scan(tmp_path, wall_ns=time.time_ns() + minutes * 60 * 10**9)
        assert seen.open_in_office is is_open


def test_an_owner_file_in_another_folder_says_nothing(tmp_path):
    _put(tmp_path, "x/a.docx", "~$a.docx")
    assert [seen.open_in_office for seen in scan(tmp_path)] == [False]


@pytest.mark.parametrize("make", [Path.exists, Path.touch], ids=["missing", "a file"])
def test_an_inbox_that_cannot_be_listed_is_unreachable_not_empty(tmp_path, make):
    make(tmp_path / "inbox")
    with pytest.raises(WorkspaceError) as caught:
        scan(tmp_path / "inbox")
    assert caught.value.key == "inbox.unreachable"
    assert words("vi").say(caught.value.key, **caught.value.values)


def test_a_folder_below_that_cannot_be_listed_is_told_and_the_rest_is_seen(tmp_path, monkeypatch):
    _put(tmp_path, "a.docx", "locked/b.docx")
    real = os.scandir

    def scandir(path):
        if Path(path).name == "locked":
            raise PermissionError(13, "no")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = survey(tmp_path)
    assert [seen.name for seen in found.files] == ["a.docx"]
    assert found.unlisted == (tmp_path / "locked",)


def test_a_folder_that_is_moved_away_during_the_look_is_no_trouble(tmp_path, monkeypatch):
    _put(tmp_path, "a.docx", "gone/b.docx")
    real = os.scandir

    def scandir(path):
        if Path(path).name == "gone":
            raise FileNotFoundError(2, "no")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = survey(tmp_path)
    assert ([seen.name for seen in found.files], found.unlisted) == (["a.docx"], ())
