"""Archives of mail attachments: every file that was sent, under the name that was meant, within limits."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from service.errors import UnreadableReport
from service.read import attachments, read
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
