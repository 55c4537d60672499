"""Word files that are one XML file are read like packages, with the same limits; other such files are named."""

from __future__ import annotations

from base64 import encodebytes

import pytest

from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.office import to_docx
from service.read import flat, read, sniff
from tests.read.builder import MAIN, members

P = "<w:p><w:r><w:t>Hội Khuyến học</w:t></w:r></w:p>"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
RELS = "application/vnd.openxmlformats-package.relationships+xml"
DOCTYPE = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"


def xml_part(name: str, content: str, kind: str = "application/xml") -> str:
    content = content[content.index("?>") + 2 :] if content.startswith("<?xml") else content
    data = f"<pkg:xmlData>{content}</pkg:xmlData>"
    return f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}" pkg:padding="256">{data}</pkg:part>'


def binary_part(name: str, content: bytes) -> str:
    data = f"<pkg:binaryData>{encodebytes(content).decode()}</pkg:binaryData>"
    return f'<pkg:part pkg:name="/{name}" pkg:contentType="image/png" pkg:compression="store">{data}</pkg:part>'


def flattened(body: str, *more: str, main: str = MAIN, before: str = DECLARED, **parts: str) -> bytes:
    """What Word saves as "Word XML Document"."""
    kinds = {"document.xml": main, ".rels": RELS}
    package = {name: str(content) for name, content in members(body, **parts).items() if "Content_Types" not in name}
    written = [
        xml_part(name, content, next((kind for end, kind in kinds.items() if name.endswith(end)), "application/xml"))
        for name, content in package.items()
    ]
    return f'{before}<pkg:package xmlns:pkg="{flat.NAMESPACE}">{"".join((*written, *more))}</pkg:package>'.encode()


def refused(data: bytes, name: str = "") -> tuple[str, str]:
    with pytest.raises(UnreadableReport) as caught:
        read(data, name)
    return caught.value.key, caught.value.variant


STYLES = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
HEADED = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>I. Kết quả</w:t></w:r></w:p>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_document_in_one_file_is_read_with_its_styles_and_pictures(encoding):
    picture = (
        '<w:p><w:r><w:drawing><wp:extent cx="360000" cy="360000"/><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>'
    )
    data = flattened(HEADED + P + picture, binary_part("word/media/a.png", b"\x89PNG" * 100), styles=STYLES)
    data = data.decode().replace("UTF-8", encoding.removesuffix("-sig").upper()).encode(encoding)
    manuscript = read(data, "bao cao.xml")
    assert [(one.text, one.look.outline_level) for one in manuscript.paragraphs] == [
        ("I. Kết quả", 0),
        ("Hội Khuyến học", None),
        ("", None),
    ]
    assert (manuscript.format, manuscript.pictures, sniff(data)) == (Format.XML, 1, Format.XML)


def test_blank_lines_behind_it_do_no_harm():
    assert [one.text for one in read(flattened(P) + b"\r\n" * 100).paragraphs] == ["Hội Khuyến học"]


def test_a_part_name_that_no_zip_can_hold_is_refused_by_every_way_in():
    data = flattened(P, xml_part("x" * 70_000, "<x/>"))
    assert refused(data) == ("file.corrupt", "unsafe")
    assert sniff(data) is Format.XML


def test_an_error_that_nobody_foresaw_is_the_declared_one_and_never_leaves_the_sniffing(monkeypatch):
    monkeypatch.setattr(flat, "package", lambda data: data.unforeseen)
    assert refused(flattened(P)) == ("file.corrupt", "damaged")
    assert isinstance(sniff(flattened(P)), Format)


def test_it_becomes_a_package_without_libreoffice(monkeypatch):
    monkeypatch.setattr("service.office.convert.find", lambda: None)
    packed = to_docx(flattened(P), Format.XML)
    assert [one.text for one in read(packed).paragraphs] == ["Hội Khuyến học"]
    assert sniff(packed) is Format.DOCX


def test_what_is_wrong_with_it_is_told_as_of_a_package(monkeypatch):
    whole = flattened(P)
    assert refused(whole[:-30]) == ("file.corrupt", "cut")
    assert refused(whole.replace(b"</w:body>", b"")) == ("file.corrupt", "damaged")
    assert refused(flattened(P, before=DECLARED + DOCTYPE)) == ("file.corrupt", "doctype")
    assert refused(flattened(P, xml_part("../a.xml", "<x/>"))) == ("file.corrupt", "unsafe")
    assert refused(flattened(P, xml_part("WORD/document.xml", "<x/>"))) == ("file.corrupt", "unsafe")
    elsewhere = whole.replace(b'"/word/document.xml"', b'"/a.xml"').replace(MAIN.encode(), b"application/xml")
    assert refused(elsewhere) == ("file.corrupt", "no_main")
    assert refused(flattened(P, binary_part("a.bin", b"").replace("<pkg:binaryData>", "<pkg:binaryData>a"))) == (
        "file.corrupt",
        "damaged",
    )
    monkeypatch.setattr("service.read.flat.MAX_WHOLE", 1000)
    assert refused(flattened(P, binary_part("a.bin", bytes(2000)))) == ("file.too_large", "")


def test_a_slide_show_in_one_file_is_a_slide_show():
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    data = flattened(P, main=main)
    assert (refused(data), sniff(data)) == (("file.not_word", "presentation"), Format.UNKNOWN)


OPEN = (
    '<?xml version="1.0"?>{}<office:document xmlns:office="urn:x" office:mimetype="{}"><office:body/></office:document>'
)
ODF = "application/vnd.oasis.opendocument."
SHEET = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


@pytest.mark.parametrize(
    ("text", "reason", "kind"),
    [
        (OPEN.format("", ODF + "text"), ("file.not_word", "convertible"), Format.ODT),
        (OPEN.format(DOCTYPE, ODF + "text"), ("file.corrupt", "doctype"), Format.ODT),
        (OPEN.format("", ODF + "spreadsheet"), ("file.not_word", "spreadsheet"), Format.UNKNOWN),
        (OPEN.format("", ODF + "presentation"), ("file.not_word", "presentation"), Format.UNKNOWN),
        (OPEN.format("", ODF + "graphics"), ("file.not_word", "other"), Format.UNKNOWN),
        (SHEET, ("file.not_word", "spreadsheet"), Format.UNKNOWN),
        ('<?xml version="1.0"?><rss/>', ("file.not_word", "other"), Format.UNKNOWN),
        ("<<Hội>> Khuyến học", ("file.not_word", "text"), Format.TEXT),
    ],
)
def test_other_documents_in_one_file_are_named(text, reason, kind):
    assert (refused(text.encode()), sniff(text.encode())) == (reason, kind)
