"""A published file is whole, and no document chooses where it lies."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import WorkspaceError
from service.outbox.publish import folder_of, publish, slug


def test_a_file_is_published_with_its_folders(tmp_path):
    assert publish(tmp_path, "hai-phong/le-chan/phieu.docx", b"mot")
    assert (tmp_path / "hai-phong" / "le-chan" / "phieu.docx").read_bytes() == b"mot"


def test_a_newer_file_takes_the_place_of_the_older_one_and_leaves_nothing_beside_it(tmp_path):
    publish(tmp_path, "a/phieu.docx", b"mot")
    assert publish(tmp_path, "a/phieu.docx", b"hai")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["phieu.docx"]
    assert (tmp_path / "a" / "phieu.docx").read_bytes() == b"hai"


def test_the_same_bytes_are_left_alone(tmp_path):
    publish(tmp_path, "phieu.docx", b"mot")
    before = (tmp_path / "phieu.docx").stat()
    assert not publish(tmp_path, "phieu.docx", b"mot")
    after = (tmp_path / "phieu.docx").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_colleagues_can_read_what_is_published(tmp_path):
    publish(tmp_path, "phieu.docx", b"mot")
    assert (tmp_path / "phieu.docx").stat().st_mode & 0o044 == 0o044


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left_behind(tmp_path):
    (tmp_path / "phieu.docx" / "folder").mkdir(parents=True)
    with pytest.raises(WorkspaceError) as trouble:
        publish(tmp_path, "phieu.docx", b"mot")
    assert trouble.value.key == "outbox.unwritable"
    assert trouble.value.values["path"] == str(tmp_path / "phieu.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["phieu.docx"]


def test_a_folder_that_is_a_file_is_reported_too(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WorkspaceError):
        publish(tmp_path, "a/phieu.docx", b"mot")


@pytest.mark.parametrize(
    "relative", ["../x", "a/../x", "/etc/x", "a//x", "", "a/.", "con", "nul.docx", "a\\b", "x.", "x ", "c:x", "a\0b"]
)
def test_a_path_that_leads_elsewhere_is_refused(tmp_path, relative):
    with pytest.raises(ValueError):
        publish(tmp_path, relative, b"")


def test_a_unit_has_its_folder():
    assert folder_of("hai-phong.le-chan.an-bien") == "hai-phong/le-chan/an-bien"
    assert folder_of(None) == "chua-xac-dinh"
    assert folder_of("hai-phong.con") == "hai-phong/con-"


def test_a_slug_is_readable_ascii():
    assert slug("BC tổng kết Đại hội (lần 3).docx") == "bc-tong-ket-dai-hoi-lan-3-docx"
    assert slug("“../..”") == "khong-ten"
    assert slug("NUL") == "nul-"


@given(st.text(max_size=300))
def test_a_slug_is_always_a_safe_name(name):
    made = slug(name)
    assert made.isascii()
    assert 1 <= len(made) <= 81
    assert not set(made) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made).strip("-") == made.strip("-")
