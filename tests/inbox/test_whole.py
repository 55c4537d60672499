"""Files whose writer stopped halfway are known by their own format."""

import struct

import pytest

from service.inbox.complete import complete
from service.inbox.releasing import came_back, release
from service.inbox.seen import Stamp

RTF = rb"{\rtf1\ansi Bao cao tong ket nhiem ky {\b ket qua} " + b"noi dung " * 400 + b"}\r\n"
PDF = b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 300 + b"startxref\n0\n%%EOF\n"


def _compound(sectors=20):
    """A compound file: header, one allocation table, then sectors that it gives away."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HH", head, 28, 0xFFFE, 9)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    table = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE, *[0xFFFFFFFF] * 128][:128]
    return bytes(head) + struct.pack("<128I", *table) + b"x" * 512 * sectors


@pytest.mark.parametrize("data", [RTF, PDF, _compound()], ids=["rtf", "pdf", "doc"])
def test_a_file_is_whole_at_its_end_and_at_no_place_before(tmp_path, data):
    file = tmp_path / "bao cao"
    file.write_bytes(data)
    assert complete(file)
    for cut in range(600, len(data) - 600, 97):
        file.write_bytes(data[:cut])
        assert not complete(file), cut


def test_a_moved_file_that_is_written_to_comes_back_as_a_new_one(tmp_path):
    file = tmp_path / "bao cao.rtf"
    file.write_bytes(RTF)
    stamp = Stamp.of(file.lstat())
    with file.open("r+b") as writer:
        moved = release(file, stamp, tmp_path / "da-nhan").path
        assert moved is not None
        assert not came_back(moved, stamp, file)
        writer.write(RTF.replace(b"Bao cao", b"Bao cao moi"))
    assert came_back(moved, stamp, file)
    assert b"Bao cao moi" in file.read_bytes()
    assert not moved.exists()
