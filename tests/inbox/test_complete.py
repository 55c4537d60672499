"""Whether a file's own content says that it has arrived whole."""

import io
import os
import random
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.inbox import complete as module
from service.inbox.complete import complete


def _archive(**members) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (members or {"a.xml": random.Random(1).randbytes(9000), "b.xml": b"<w/>" * 500}).items():
            archive.writestr(name, content)
    return file.getvalue()


WHOLE = _archive()


@pytest.fixture
def whole(tmp_path):
    def ask(content: bytes) -> bool:
        (tmp_path / "a.docx").write_bytes(content)
        return complete(tmp_path / "a.docx")

    return ask


def test_a_whole_archive_is_whole(whole):
    assert whole(WHOLE)


def test_an_archive_with_a_name_in_another_encoding_than_it_says_is_whole(whole):
    assert whole(_archive(**{"Báo.docx": b"x"}).replace("Báo".encode(), b"B\xe1oo"))


def test_no_beginning_of_an_archive_is_whole(whole):
    assert not any(whole(WHOLE[:length]) for length in range(0, len(WHOLE), 37))
    assert not whole(WHOLE[:-1])


def test_space_set_aside_but_not_written_is_not_whole(whole):
    cuts = range(0, len(WHOLE) - 1, 101)
    assert not any(whole(WHOLE[:cut] + bytes(len(WHOLE) - cut)) for cut in cuts)


def test_a_block_that_has_not_come_yet_is_not_whole(whole):
    for start in range(0, len(WHOLE) - 512, 512):
        assert not whole(WHOLE[:start] + bytes(512) + WHOLE[start + 512 :])


@pytest.mark.parametrize("content", [b"", b"\0" * 10, b"\0" * 9000, b"%PDF-1.4" + b"x" * 5000 + b"\0" * 4096])
def test_nothing_but_zeros_at_either_end_is_not_whole(whole, content):
    assert not whole(content)


@pytest.mark.parametrize("content", [b"%PDX-1.4 x", b"{\\rtf1}", b"\xd0\xcf\x11\xe0" + b"x" * 600, b"P", b"x\0"])
def test_other_formats_are_taken_as_they_are(whole, content):
    assert whole(content)


def test_an_archive_that_unpacks_to_too_much_is_left_to_the_reader(whole, monkeypatch):
    monkeypatch.setattr(module, "_MOST_UNPACKED", 1000)
    asked = []
    monkeypatch.setattr(module, "_member_is_whole", lambda _, member: asked.append(member.filename) or True)
    assert whole(_archive(a=b"x" * 900, b=b"x" * 900))
    assert asked == ["a"]


def test_a_member_that_is_locked_or_packed_in_another_way_is_left_to_the_reader(whole):
    locked = bytearray(_archive(a=b"x" * 100))
    directory = locked.rindex(b"PK\x01\x02")
    locked[6] |= 1
    locked[directory + 8] |= 1
    assert whole(bytes(locked))


def test_a_file_that_is_not_there_or_may_not_be_read_is_not_whole(tmp_path):
    assert not complete(tmp_path / "a.docx")
    assert not complete(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
def test_a_link_or_a_pipe_is_never_read(tmp_path):
    (tmp_path / "real.docx").write_bytes(WHOLE)
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    os.mkfifo(tmp_path / "pipe.docx")
    assert not complete(tmp_path / "link.docx")
    assert not complete(tmp_path / "pipe.docx")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6), st.binary(max_size=4))
def test_no_damage_makes_it_raise(tmp_path_factory, changes, tail):
    damaged = bytearray(WHOLE)
    for place, value in changes:
        damaged[place] = value
    file = tmp_path_factory.getbasetemp() / "damaged.docx"
    file.write_bytes(bytes(damaged) + tail)
    assert complete(file) in (True, False)


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 400), st.integers(0, 255))
def test_no_damage_to_the_directory_makes_it_raise(tmp_path_factory, back, value):
    damaged = bytearray(WHOLE)
    damaged[-min(back, len(damaged))] = value
    file = tmp_path_factory.getbasetemp() / "directory.docx"
    file.write_bytes(bytes(damaged))
    assert complete(file) in (True, False)
