"""Archives of mail attachments: every file that was sent, under the name that was meant, within limits."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.read import attachments, gate, read, sniff
from tests.read.builder import members, zipped

P = "<w:p><w:r><w:t>Hội Khuyến học</w:t></w:r></w:p>"
REPORT = zipped(members(P))


def names(data: bytes) -> list[str]:
    return [one.name for one in attachments(data)]


def stored_as(name: bytes, flags: int = 0) -> bytes:
    """An archive with one file whose name is these bytes."""
    data = bytearray(zipped({"x" * len(name): "x"}))
    for signature, at in ((b"PK\x03\x04", 30), (b"PK\x01\x02", 46)):
        start = data.find(signature)
        data[start + at : start + at + len(name)] = name
        flag = start + (6 if signature == b"PK\x03\x04" else 8)
        data[flag : flag + 2] = struct.pack("<H", flags)
    return bytes(data)


def test_a_folder_is_no_file_however_its_path_is_parted():
    assert names(zipped({"BC/": b"", "BC\\": b"", "BC\\bao cao.docx": REPORT})) == ["BC/bao cao.docx"]


def test_several_reports_in_one_archive_become_several_files():
    data = zipped({"Lê Chân/Báo cáo.docx": REPORT, "Ngô Quyền.doc": b"\xd0\xcf", "ảnh.jpg": b"\xff\xd8\xff"})
    found = attachments(data)
    assert [one.name for one in found] == ["Lê Chân/Báo cáo.docx", "Ngô Quyền.doc", "ảnh.jpg"]
    assert read(found[0].data).paragraphs[0].text == "Hội Khuyến học"


def test_an_archive_inside_is_opened_and_one_further_in_is_not():
    inmost = zipped({"c.docx": REPORT})
    data = zipped({"a.zip": zipped({"b.docx": REPORT, "sâu.zip": inmost})})
    assert [(one.name, one.data == inmost) for one in attachments(data)] == [
        ("a.zip/b.docx", False),
        ("a.zip/sâu.zip", True),
    ]
    with pytest.raises(UnreadableReport) as refused:
        read(inmost)
    assert (refused.value.key, refused.value.variant) == ("file.not_word", "zip")


def test_an_archive_inside_that_is_damaged_is_one_bad_file():
    assert names(zipped({"a.docx": REPORT, "b.zip": b"PK\x03\x04 cut"})) == ["a.docx", "b.zip"]


def test_what_systems_leave_behind_is_left_out():
    leftovers = ("__MACOSX/._a.docx", "._a.docx", ".DS_Store", "Thumbs.db", "b/~$a.docx", "rỗng/")
    assert names(zipped({"a.docx": REPORT} | dict.fromkeys(leftovers, ""))) == ["a.docx"]


@pytest.mark.parametrize(
    "data", [b"", b"khong phai zip", REPORT, zipped({"mimetype": "application/vnd.oasis.opendocument.text"})]
)
def test_one_document_is_no_archive(data):
    assert attachments(data) == ()


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ("Báo cáo.docx".encode(), "Báo cáo.docx"),
        ("Ba\u0301o ca\u0301o.docx".encode(), "Báo cáo.docx"),
        ("Hô\u0323i Khuyê\u0301n ho\u0323c.docx".encode("cp1258"), "Hội Khuyến học.docx"),
        ("Báo cáo.docx".encode("cp1252"), "Báo cáo.docx"),
        (b"r\x82sum\x82.docx", "résumé.docx"),
        (b"thu muc\\bao cao.docx", "thu muc/bao cao.docx"),
        (b"../../etc/bao cao.docx", "etc/bao cao.docx"),
        (b"C:\\a.docx", "C:/a.docx"),
    ],
)
def test_a_name_is_read_as_it_was_meant_and_leads_nowhere(stored, name):
    assert names(stored_as(stored)) == [name]


def test_a_name_added_in_utf_8_goes_first():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("bao cao.docx")
        written = "báo cáo.docx".encode()
        info.extra = struct.pack("<HHBI", 0x7075, 5 + len(written), 1, 0) + written
        archive.writestr(info, "x")
    assert names(packed.getvalue()) == ["báo cáo.docx"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_both_there():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.docx", "một")
        archive.writestr("a.docx", "hai")
    assert [one.data.decode() for one in attachments(packed.getvalue())] == ["một", "hai"]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableReport) as caught:
        attachments(data)
    return caught.value.key


def test_a_locked_a_cut_and_an_oversized_archive_are_refused(monkeypatch):
    whole = zipped({f"{number}.docx": REPORT for number in range(3)})
    assert refusal(stored_as(b"a.docx", flags=1)) == "file.encrypted"
    assert refusal(whole[:-30]) == "file.corrupt"
    monkeypatch.setattr("service.read.archive.MAX_ATTACHMENTS", 2)
    assert refusal(whole) == "file.too_large"
    monkeypatch.setattr("service.read.archive.MAX_ATTACHMENTS", 10)
    monkeypatch.setattr("service.read.archive.MAX_WHOLE", len(REPORT) * 2)
    assert refusal(whole) == "file.too_large"


def with_sizes(data: bytes, name: bytes, size: int) -> bytes:
    """The archive with another promise of how large that member will be."""
    changed = bytearray(data)
    entry = changed.rfind(b"PK\x01\x02", 0, changed.rfind(name))
    changed[entry + 24 : entry + 28] = struct.pack("<I", size)
    return bytes(changed)


BOMB = b"\0" * (gate.RATIO_FLOOR + (1 << 20))


@pytest.mark.parametrize("promise", [len(BOMB), 100, 0xFFFF_FFF0], ids=["true", "small", "huge"])
def test_a_bomb_beside_a_report_is_refused_alone_whatever_it_promises(promise):
    data = with_sizes(zipped({"a.docx": REPORT, "bom.docx": BOMB}), b"bom.docx", promise)
    good, bad = attachments(data)
    assert (good.name, good.data, good.flaw) == ("a.docx", REPORT, None)
    assert (bad.name, bad.flaw.key, len(bad.data) < 1 << 20) == ("bom.docx", "file.too_large", True)
    assert refusal(bad.data) == "file.too_large"


def test_many_bombs_use_up_what_an_archive_may_take():
    assert refusal(zipped({"a.docx": REPORT} | {f"{number}.docx": BOMB for number in range(20)})) == "file.too_large"
    nested = {f"{number}.zip": zipped({f"{each}.docx": BOMB for each in range(5)}) for number in range(4)}
    assert refusal(zipped(nested)) == "file.too_large"


def test_members_that_share_their_bytes_refuse_the_whole_archive():
    data = bytearray(zipped({"a.docx": REPORT, "b.docx": REPORT}))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = bytes(4)
    assert refusal(bytes(data)) == "file.corrupt"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_is_taken_out_however_python_can_unpack_it(method):
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        archive.writestr("a.docx", REPORT)
        archive.writestr("bom.docx", BOMB if method != zipfile.ZIP_STORED else bytes(gate.MAX_PART + 1))
    good, bad = attachments(whole.getvalue())
    assert (good.data, bad.flaw.key) == (REPORT, "file.too_large")


def test_a_name_that_is_wrongly_said_to_be_utf_8_is_read_and_does_no_harm_beside_it():
    written = "Báo cáo.docx".encode("cp1252")
    assert names(stored_as(written, flags=0x800)) == ["Báo cáo.docx"]
    data = zipped({"a.docx": REPORT, "x" * len(written): REPORT}).replace(b"x" * len(written), written)
    entry = data.rfind(b"PK\x01\x02")
    data = data[: entry + 8] + struct.pack("<H", 0x800) + data[entry + 10 :]
    assert [(one.name, one.data) for one in attachments(data)] == [("a.docx", REPORT), ("Báo cáo.docx", REPORT)]


def with_packed_size(data: bytes, name: bytes, size: int) -> bytes:
    """The archive with another promise of how many bytes that member takes in it."""
    changed = bytearray(data)
    entry = changed.rfind(b"PK\x01\x02", 0, changed.rfind(name))
    changed[entry + 20 : entry + 24] = struct.pack("<I", size)
    return bytes(changed)


@pytest.mark.parametrize("size", [5000, 0x7FFF_FFFF], ids=["over the next", "over the end"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_false_packed_size_does_no_harm_to_what_lies_beside(size, at):
    reports = {f"{number}.docx": REPORT for number in range(3)}
    data = with_packed_size(zipped(reports), b"%d.docx" % at, size)
    assert [(one.name, one.data) for one in attachments(data)] == list(reports.items())


def test_where_the_bytes_under_a_false_size_are_damaged_that_file_is_refused_alone():
    data = with_packed_size(zipped({"a.docx": REPORT, "b.docx": REPORT}), b"a.docx", 0x7FFF_FFFF)
    data = data[:50] + bytes(20) + data[70:]
    bad, good = attachments(data)
    assert (bad.name, bad.flaw.key, good.data) == ("a.docx", "file.corrupt", REPORT)
    assert refusal(bad.data) == "file.corrupt"


def test_blank_lines_before_an_archive_do_no_harm():
    assert names(b"\r\n\r\n" + zipped({"a.docx": REPORT})) == ["a.docx"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_a_bad_byte_spoils_is_refused_again_when_it_is_judged_alone(data):
    whole = bytearray(zipped({"a.docx": REPORT, "b/c.docx": REPORT, "d.zip": zipped({"e.docx": REPORT})}))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found = attachments(bytes(whole))
    except UnreadableReport:
        return
    for one in found:
        if one.flaw is not None:
            assert refusal(one.data)
            assert sniff(one.data, one.name) is Format.ZIP
