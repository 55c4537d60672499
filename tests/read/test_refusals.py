"""Why a file can't be read: the right reason for every kind of bad bytes."""

from __future__ import annotations

import struct
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.defaults import folder
from service.errors import UnreadableReport
from service.model.manuscript import Aside, Format
from service.read import CONVERTIBLE, gate, read, sniff
from service.rules import load

P = "<w:p><w:r><w:t>Hội Khuyến học</w:t></w:r></w:p>"
DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


def reason(data: bytes, name: str = "") -> tuple[str, str]:
    with pytest.raises(UnreadableReport) as caught:
        read(data, name)
    return caught.value.key, caught.value.variant


def ole(*names: str, flags: int = 0) -> bytes:
    """An OLE2 file: header, allocation table, directory, and one stream that begins like a Word document."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHH", 0x3E, 3, 0xFFFE, 9)
    header = header.ljust(44, b"\0") + struct.pack("<II", 1, 1)
    header = header.ljust(76, b"\0") + struct.pack("<I", 0) + b"\xff" * (4 * 108)
    table = struct.pack("<IIII", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFF).ljust(512, b"\xff")
    directory = b""
    for name in ("Root Entry", *names):
        wide = name.encode("utf-16-le") + b"\0\0"
        directory += (
            wide.ljust(64, b"\0") + struct.pack("<H", len(wide)) + b"\0" * 50 + struct.pack("<I", 2) + b"\0" * 8
        )
    stream = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, flags)
    return header + table + directory.ljust(512, b"\0") + stream.ljust(512, b"\0")


def owner_file(owner: str = "Van phong") -> bytes:
    narrow = bytes([len(owner)]) + owner.encode().ljust(53, b"\0")
    return narrow + struct.pack("<H", len(owner)) + owner.encode("utf-16-le").ljust(106, b"\0")


XML_OF_2003 = b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'


@pytest.mark.parametrize(
    ("data", "name", "code", "variant", "kind"),
    [
        (b"", "", "file.empty", "", Format.UNKNOWN),
        (b" \r\n", "", "file.empty", "", Format.UNKNOWN),
        (b"\0" * 5000, "", "file.corrupt", "cut", Format.UNKNOWN),
        (b"%PDF-1.7\n...", "a.docx", "file.not_word", "pdf", Format.PDF),
        ("Hội Khuyến học\r\nBáo cáo".encode(), "", "file.not_word", "text", Format.TEXT),
        ("Báo cáo".encode("utf-16"), "", "file.not_word", "text", Format.TEXT),
        (b"\x89PNG\r\n\x1a\n....", "", "file.not_word", "image", Format.IMAGE),
        (b"\xff\xd8\xff\xe0", "", "file.not_word", "image", Format.IMAGE),
        (b"{\\rtf1 x}", "", "file.not_word", "convertible", Format.RTF),
        (b"{\\rtf1 \\bin2 xy}", "", "file.not_word", "convertible", Format.RTF),
        (b"{\\rtf1 a \\\\bin2000 x}", "", "file.not_word", "convertible", Format.RTF),
        (b"{\\rtf1 \\bin2000000000 x}", "", "file.corrupt", "cut", Format.RTF),
        (b"<!DOCTYPE html><p>x", "", "file.not_word", "convertible", Format.HTML),
        (b"\xef\xbb\xbf<html><body>x", "", "file.not_word", "convertible", Format.HTML),
        (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x</p>", "", "file.not_word", "convertible", Format.HTML),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "", "file.not_word", "text", Format.TEXT),
        (XML_OF_2003, "", "file.not_word", "convertible", Format.XML),
        (b"<!DOCTYPE x>" + XML_OF_2003, "", "file.corrupt", "doctype", Format.XML),
        (b"Rar!\x1a\x07\x00rest", "", "file.not_word", "zip", Format.ZIP),
        (bytes(range(256)) * 4, "", "file.not_word", "other", Format.UNKNOWN),
        (owner_file(), "~$bao cao.docx", "file.not_word", "lock", Format.UNKNOWN),
        (owner_file(), "bao cao.docx", "file.not_word", "lock", Format.UNKNOWN),
        (b"x" * 162, "C:\\a\\~$bao.docx", "file.not_word", "lock", Format.UNKNOWN),
        (ole("WordDocument"), "", "file.not_word", "convertible", Format.DOC),
        (ole("WordDocument", flags=0x0100), "", "file.encrypted", "", Format.DOC),
        (ole("EncryptionInfo", "EncryptedPackage"), "", "file.encrypted", "", Format.UNKNOWN),
        (ole("Workbook"), "", "file.not_word", "spreadsheet", Format.UNKNOWN),
        (ole("PowerPoint Document"), "", "file.not_word", "presentation", Format.UNKNOWN),
        (ole("Other"), "", "file.not_word", "other", Format.UNKNOWN),
        (ole("WordDocument")[:300], "", "file.corrupt", "cut", Format.DOC),
    ],
)
def test_what_is_no_word_package_is_named(data, name, code, variant, kind):
    assert reason(data, name) == (code, variant)
    assert sniff(data, name) == kind
    assert (variant == "convertible") is (kind in CONVERTIBLE and code == "file.not_word")


@pytest.mark.parametrize(
    ("main", "kind"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Format.DOCX),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", Format.DOCM),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", Format.DOTX),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", Format.DOTM),
    ],
)
def test_the_kinds_of_word_package_are_told_apart(package, pack, main, kind):
    members = package(P)
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(DOCX_TYPE, main)
    data = pack(members)
    assert sniff(data) == kind
    assert read(data).format == kind


DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("main", "variant"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "spreadsheet"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "presentation"),
    ],
)
def test_other_office_packages_are_named(package, pack, main, variant):
    members = package(P)
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(DOCX_TYPE, main)
    assert reason(pack(members)) == ("file.not_word", variant)


def test_an_open_document_is_convertible_and_an_encrypted_one_is_not(pack):
    kind = "application/vnd.oasis.opendocument.text"
    assert reason(pack({"mimetype": kind, "content.xml": "<x/>"})) == ("file.not_word", "convertible")
    locked = {"mimetype": kind, "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}
    assert reason(pack(locked)) == ("file.encrypted", "")
    assert reason(pack({"mimetype": kind.replace("text", "spreadsheet")})) == ("file.not_word", "spreadsheet")


def test_a_zip_of_other_things_is_a_zip(pack):
    assert reason(pack({"anh.jpg": b"\xff\xd8\xff"})) == ("file.not_word", "zip")


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "word/document.xml"])
def test_a_package_without_its_main_parts_is_corrupt(package, pack, missing):
    members = package(P)
    del members[missing]
    assert reason(pack(members)) == ("file.corrupt", "no_main")


def test_a_file_cut_anywhere_is_corrupt(docx):
    data = docx(P)
    for size in range(40, len(data), 97):
        assert reason(data[:size]) == ("file.corrupt", "cut")


def test_a_cut_file_that_holds_a_whole_one_is_still_cut(package, pack):
    inner = pack(package(P))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/embeddings/a.docx", inner)
        archive.writestr("word/document.xml", "<x/>")
    data = packed.getvalue()
    assert reason(data[: data.find(b"word/document.xml")]) == ("file.corrupt", "cut")


def spoiled(data: bytes, part: bytes) -> bytes:
    """The package with a wrong byte in that part."""
    changed = bytearray(data)
    changed[data.find(part) + len(part) + 3] ^= 0xFF
    return bytes(changed)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/footnotes.xml"])
def test_damage_in_a_part_that_is_read_refuses_the_file(package, pack, part):
    noted = '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    data = pack(package(noted, styles="", footnotes='<w:footnote w:id="1"/>'))
    assert read(data).unread == ()
    assert reason(spoiled(data, part.encode())) == ("file.corrupt", "damaged")


def test_damage_in_a_part_that_nothing_reads_is_told_where_that_may_hold_words(package, pack):
    data = pack(package(P, extra={"word/media/a.png": b"picture" * 100, "word/more.xml": "<x>một hai</x>" * 9}))
    for part in (b"word/media/a.png", b"word/more.xml"):
        data = spoiled(data, part)
    manuscript = read(data)
    assert [one.text for one in manuscript.paragraphs] == [one.text for one in read(pack(package(P))).paragraphs]
    assert manuscript.unread == (Aside("word/more.xml", None),)


def test_a_mass_of_markup_is_too_large_in_one_part_or_over_several(package, pack, monkeypatch):
    half = pack(package(P + "<w:a/>" * 600, footnotes=""))
    monkeypatch.setattr("service.read.xml.MAX_MARKUP", 1000)
    assert read(half).paragraphs
    assert reason(pack(package(P + "<w:a/>" * 600, footnotes="<w:a/>" * 600))) == ("file.too_large", "intricate")
    assert reason(pack(package(P + "<w:a/>" * 1200))) == ("file.too_large", "intricate")


def test_bad_xml_is_corrupt(package, pack):
    members = package(P)
    members["word/document.xml"] = members["word/document.xml"].replace("</w:body>", "")
    assert reason(pack(members)) == ("file.corrupt", "damaged")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_part_and_encoding(package, pack, part, encoding):
    members = package(P, styles="")
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}'
    members[part] = (declared + members[part]).encode(encoding)
    assert reason(pack(members)) == ("file.corrupt", "doctype")


@pytest.mark.parametrize("part", ["word/theme/theme1.xml", "customXml/item1.xml", "docProps/app.XML", "x/_rels/x.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>", "<?a b?>\n<!-- " + "x" * 5_000 + " -->\n"])
def test_a_document_type_is_refused_in_parts_that_arent_read(package, pack, part, encoding, before):
    content = f"{before}{DOCTYPE}<x/>".encode(encoding)
    assert reason(pack(package(P, extra={part: content}))) == ("file.corrupt", "doctype")


def test_a_part_of_nothing_but_declarations_is_refused(package, pack):
    assert reason(pack(package(P, extra={"customXml/item1.xml": "<?a?>" * 20_000}))) == ("file.too_large", "intricate")


@pytest.mark.parametrize(
    "content",
    [
        "<x><![CDATA[<!DOCTYPE html>]]></x>",
        "<x>&lt;!DOCTYPE html></x>",
        "<!-- <!DOCTYPE html> --><x/>",
        "<!-- never ended",
        "<?never ended",
        "",
        "no xml",
    ],
)
def test_words_about_a_document_type_in_a_part_that_isnt_read_do_no_harm(package, pack, content):
    assert len(read(pack(package(P, extra={"customXml/item1.xml": content}))).paragraphs) == 1


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-32"])
def test_an_encoding_that_could_hide_a_document_type_is_refused(package, pack, encoding):
    members = package(P)
    members["word/document.xml"] = (
        f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}' + members["word/document.xml"]
    ).encode(encoding, "replace")
    assert reason(pack(members))[0] == "file.corrupt"


@pytest.mark.parametrize("name", ["../thoat.xml", "/tuyet/doi.xml", "a\\b.xml", "C:x.xml", "WORD/Document.xml"])
def test_sly_names_are_refused(package, pack, name):
    assert reason(pack(package(P, extra={name: "<x/>"}))) == ("file.corrupt", "unsafe")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(package):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in [*package(P).items(), ("word/document.xml", "<x/>")]:
            archive.writestr(name, content)
    assert reason(packed.getvalue()) == ("file.corrupt", "unsafe")


def test_members_that_share_their_bytes_are_refused(docx):
    data = bytearray(docx(P))
    first, second = (at for at in _entries(data)[:2])
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert reason(bytes(data)) == ("file.corrupt", "unsafe")


def _entries(data: bytearray) -> list[int]:
    found, at = [], data.find(b"PK\x01\x02")
    while at >= 0:
        found.append(at)
        at = data.find(b"PK\x01\x02", at + 4)
    return found


def test_an_encrypted_member_is_encrypted(docx):
    data = bytearray(docx(P))
    for at in _entries(data):
        data[at + 8] |= 1
    assert reason(bytes(data)) == ("file.encrypted", "")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_package_is_read_however_python_can_unpack_it(package, method):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in package(P).items():
            archive.writestr(name, content)
    assert read(packed.getvalue()).paragraphs[0].text == "Hội Khuyến học"


def test_a_way_of_packing_that_cannot_be_undone_is_no_damage(docx):
    data = bytearray(docx(P))
    for at in _entries(data):
        data[at + 10] = 9  # Deflate64
    assert reason(bytes(data)) == ("file.corrupt", "packing")


def test_a_bomb_is_too_large_whatever_its_headers_say(package, pack):
    data = bytearray(pack(package(P, extra={"word/media/bomb.bin": b"\0" * (gate.RATIO_FLOOR + (1 << 20))})))
    assert reason(bytes(data)) == ("file.too_large", "")
    entry = next(at for at in _entries(data) if data[at + 46 :].startswith(b"word/media/bomb.bin"))
    data[entry + 24 : entry + 28] = struct.pack("<I", 100)
    assert reason(bytes(data)) == ("file.too_large", "")


def test_promised_sizes_beyond_the_limit_are_too_large(docx):
    data = bytearray(docx(P))
    at = _entries(data)[-1]
    data[at + 24 : at + 28] = struct.pack("<I", gate.MAX_PART + 1)
    assert reason(bytes(data)) == ("file.too_large", "")


def test_too_many_members_are_too_intricate(package, pack):
    extra = {f"word/media/{number}.txt": b"" for number in range(gate.MAX_MEMBERS)}
    assert reason(pack(package(P, extra=extra))) == ("file.too_large", "intricate")


def test_a_file_beyond_the_limit_isnt_looked_at(monkeypatch):
    monkeypatch.setattr("service.read.reader.MAX_FILE", 10)
    assert reason(b"x" * 11) == ("file.too_large", "")


def test_nesting_is_read_to_a_depth_and_refused_beyond(docx):
    def nested(depth: int) -> bytes:
        return docx("<w:p>" + "<w:smartTag>" * depth + "<w:r><w:t>sâu</w:t></w:r>" + "</w:smartTag>" * depth + "</w:p>")

    assert read(nested(300)).paragraphs[0].text == "sâu"
    assert reason(nested(600)) == ("file.too_large", "intricate")
    assert reason(nested(5000)) == ("file.too_large", "intricate")
    tables = "<w:tbl><w:tr><w:tc>" * 1_500 + P + "</w:tc></w:tr></w:tbl>" * 1_500
    assert reason(docx(tables)) == ("file.too_large", "intricate")


def test_what_is_said_of_an_intricate_file_is_not_that_it_is_large():
    said = load(folder("rules")).findings["file.too_large"].variants["intricate"]
    assert "quá lớn" not in said["vi"].message
    assert "too large" not in said["en"].message


def test_many_nested_tables_are_read(docx):
    body = "<w:tbl><w:tr><w:tc>" * 120 + P + "</w:tc></w:tr></w:tbl>" * 120
    manuscript = read(docx(body))
    assert manuscript.paragraphs[0].text == "Hội Khuyến học"
    assert len(manuscript.tables) == 120


def test_a_text_of_many_megabytes_is_read(docx):
    text = "".join(f"mục {number} của báo cáo " for number in range(450_000))
    assert len(read(docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).paragraphs[0].text) == len(text)


PICTURE = '<w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>'
OCR_JUNK = "TiNH UY THAI NGUYEN Di hi di biu dng b tinh nhim k ln th XX kt qu thc hin ngh quyt dai hi " * 6


def test_pictures_without_words_are_a_scan_even_with_junk_beside_them(docx):
    assert reason(docx(PICTURE * 3)) == ("file.image_only", "")
    assert reason(docx(PICTURE * 3 + P * 4)) == ("file.image_only", "")
    assert reason(docx(PICTURE * 3 + f"<w:p><w:r><w:t>{OCR_JUNK}</w:t></w:r></w:p>")) == ("file.image_only", "")


def test_a_report_with_pictures_is_a_report_and_a_short_one_without_is_too(docx):
    text = "Hội Khuyến học phường đã vận động nhân dân tham gia phong trào học tập suốt đời. " * 20
    assert read(docx(PICTURE * 3 + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).pictures == 3
    assert read(docx(P)).paragraphs


def sized(width: float, height: float) -> str:
    extent = f'<wp:extent cx="{int(width * 360_000)}" cy="{int(height * 360_000)}"/>'
    return PICTURE.replace("<a:blip", extent + "<a:blip")


@pytest.mark.parametrize(("width", "height"), [(19.5, 27.6), (16, 22.6), (10.2, 14.4), (25, 17)])
def test_pictures_as_large_as_a_page_are_a_scan_with_few_words_or_junk(docx, width, height):
    junk = f"<w:p><w:r><w:t>{OCR_JUNK}</w:t></w:r></w:p>"
    assert reason(docx(sized(width, height) * 2 + P)) == ("file.image_only", "")
    assert reason(docx(sized(width, height) * 2 + junk)) == ("file.image_only", "")


@pytest.mark.parametrize(("width", "height"), [(7.4, 5.5), (16.9, 12.7), (6, 9)])
def test_a_photo_beside_a_few_words_is_no_scan_but_without_any_it_is(docx, width, height):
    assert read(docx(sized(width, height) + P)).paragraphs[1].text == "Hội Khuyến học"
    assert reason(docx(sized(width, height))) == ("file.image_only", "")


@pytest.mark.parametrize(("width", "height"), [(0.3, 0.3), (2.5, 2.5), (7.2, 2.7)])
def test_a_logo_is_no_scan_even_without_a_word(docx, width, height):
    assert read(docx(sized(width, height))).pictures == 1


def test_a_long_text_in_another_language_is_no_junk(docx):
    text = "This annual report describes what the association did for its members during the year. " * 120
    assert read(docx(sized(19.5, 27.6) + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).page_pictures == 1


@pytest.mark.parametrize(
    ("style", "pages"),
    [
        ("width:468pt;height:660.5pt", 1),
        ("WIDTH: 6in; height:22cm", 1),
        ("width:54pt;height:38pt", 0),
        ("width:100;height:50", 1),
        ("", 1),
    ],
)
def test_a_picture_of_older_word_tells_its_size_in_its_style(docx, style, pages):
    words = "Hội Khuyến học phường đã vận động nhân dân tham gia học tập suốt đời. " * 5
    old = f'<w:r><w:pict><v:shape style="{style}"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>'
    assert read(docx(f"<w:p>{old}<w:r><w:t>{words}</w:t></w:r></w:p>")).page_pictures == pages


def test_strict_files_other_main_names_and_dangling_links_are_read(package, pack):
    strict = {
        name: content.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, content in package(P, styles="").items()
    }  # fmt: skip
    assert read(pack(strict)).paragraphs[0].text == "Hội Khuyến học"

    renamed = package(P, relations='<Relationship Id="n" Type="http://x/styles" Target="NULL"/>')
    renamed = {
        name.replace("document.xml", "document2.xml"): content.replace("document.xml", "document2.xml")
        for name, content in renamed.items()
    }
    assert read(pack(renamed)).paragraphs[0].text == "Hội Khuyến học"


def test_parts_in_utf_16_are_read(package, pack):
    members = package(P)
    members["word/document.xml"] = ('<?xml version="1.0" encoding="UTF-16"?>' + members["word/document.xml"]).encode(
        "utf-16"
    )
    assert read(pack(members)).paragraphs[0].text == "Hội Khuyến học"


def test_links_to_other_machines_are_left_alone(docx):
    remote = '<Relationship Id="x" Type="http://x/image" Target="http://tongket.invalid/a.png" TargetMode="External"/>'
    assert read(docx(P, relations=remote)).paragraphs[0].text == "Hội Khuyến học"


def test_entities_of_html_in_a_chunk_fetch_nothing_and_hurt_nothing(package, pack):
    link = '<Relationship Id="rId5" Type="http://x/aFChunk" Target="c.html"/>'
    page = '<!DOCTYPE html SYSTEM "http://tongket.invalid/x.dtd"><p>A&amp;B&nbsp;C &ext; <img src="http://tongket.invalid/x.png"></p>'
    members = package(P + '<w:altChunk r:id="rId5"/>', relations=link, extra={"word/c.html": page})
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        "<Override", '<Default Extension="html" ContentType="text/html"/><Override'
    )
    assert read(pack(members)).paragraphs[1].text.startswith("A&B C")


@given(st.binary(max_size=400))
def test_random_bytes_are_refused_with_a_reason(data):
    with pytest.raises(UnreadableReport):
        read(data)
    assert isinstance(sniff(data), Format)


@given(st.binary(max_size=200), st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x05\x06"]))
def test_random_bytes_behind_a_known_beginning_are_refused_with_a_reason(data, beginning):
    with pytest.raises(UnreadableReport):
        read(beginning + data)
    assert isinstance(sniff(beginning + data), Format)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_changes_nothing(docx, place, bit):
    good = docx(P, styles="", comments="")
    data = bytearray(good)
    data[int(place * len(data))] ^= 1 << bit
    with suppress(UnreadableReport):
        assert read(bytes(data)).paragraphs == read(good).paragraphs


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(cuts=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=3))
def test_xml_with_pieces_cut_out_is_read_or_refused(package, pack, cuts):
    members = package(
        f"<w:tbl><w:tr><w:tc>{P}</w:tc></w:tr></w:tbl>"
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>{P}',
        numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    for part in ("word/document.xml", "word/numbering.xml"):
        text = members[part]
        for start, length in cuts:
            at = int(start * len(text))
            text = text[:at] + text[at + int(length * 40) :]
        members[part] = text
    refusal = None
    try:
        read(pack(members))
    except UnreadableReport as error:
        refusal = error
    assert refusal is None or "cause" not in refusal.values, refusal
