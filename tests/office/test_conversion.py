"""Older and foreign documents become Word files."""

from __future__ import annotations

import codecs
import quopri
import sys
import time
from typing import TYPE_CHECKING

import pytest

from service import office
from service.errors import UnreadableReport
from service.flow.judging import open_report
from service.model.manuscript import Format
from service.office import convert, process
from service.office.page import readable
from service.read import read, sniff

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "<html><head><meta charset='utf-8'></head><body><h1>Báo cáo</h1><p>Tổng kết nhiệm kỳ</p></body></html>".encode()
RTF = rb"{\rtf1\ansi B\u225?o c\u225?o\par T\u7893?ng k\u7871?t\par}"

OLD_FONT = "B¸o c¸o tæng kÕt nhiÖm kú"
"""As a font of TCVN3 holds it."""

needs_office = pytest.mark.skipif(office.find() is None, reason="LibreOffice isn't installed")


@pytest.fixture(autouse=True)
def own_office(monkeypatch):
    """A LibreOffice for each test alone."""
    mine = convert._Office()
    monkeypatch.setattr(convert, "_OFFICE", mine)
    yield mine
    mine.close()


def words(data: bytes) -> list[str]:
    return [one.text for one in read(data).paragraphs if one.text]


@pytest.mark.office
@needs_office
def test_html_and_rich_text_become_word_files():
    assert words(office.to_docx(PAGE, Format.HTML)) == ["Báo cáo", "Tổng kết nhiệm kỳ"]
    assert words(office.to_docx(RTF, Format.RTF)) == ["Báo cáo", "Tổng kết"]


VN_PAGE = f"""<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=ProgId content=Word.Document></head><body>
<p class=MsoNormal><span style='font-family:".VnTime"'>{OLD_FONT}</span></p>
<p>Hội Khuyến học</p></body></html>"""
MESSAGE = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_Next"\r\n\r\nSingle File Web Page.\r\n\r\n'
    b"--=_Next\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b'Content-Type: text/html; charset="utf-8"\r\n\r\n' + quopri.encodestring(VN_PAGE.encode()) + b"\r\n--=_Next--\r\n"
)
XML_OF_2003 = f"""<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:rPr>
<w:rFonts w:ascii=".VnTime" w:h-ansi=".VnTime"/></w:rPr><w:t>{OLD_FONT}</w:t></w:r></w:p><w:p><w:r>
<w:t>Hội Khuyến học</w:t></w:r></w:p></w:body></w:wordDocument>""".encode()
FLAT_ODT = f"""<?xml version="1.0" encoding="UTF-8"?><office:document
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls><style:font-face style:name=".VnTime"
xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
svg:font-family=".VnTime"/></office:font-face-decls>
<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties
style:font-name=".VnTime"/></style:style></office:automatic-styles><office:body><office:text><text:p><text:span
text:style-name="T1">{OLD_FONT}</text:span></text:p><text:p>Hội Khuyến học</text:p></office:text></office:body>
</office:document>""".encode()
VN_RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil\fcharset0 .VnTime;}{\f1\fnil\fcharset163 Times New Roman;}}\f0 "
    + "".join(sign if sign.isascii() else f"\\'{sign.encode('cp1252').hex()}" for sign in OLD_FONT).encode()
    + rb"\par\f1 H\u7897?i Khuy\u7871?n h\u7885?c\par}"
)


@pytest.mark.office
@needs_office
def test_text_of_an_old_font_is_read_from_every_format(monkeypatch):
    monkeypatch.setitem(convert._OUTPUT_FILTERS, "doc", "doc:MS Word 97")
    old = convert._convert(VN_RTF, Format.RTF, "doc", 60)
    for data, form in (
        (VN_RTF, Format.RTF),
        (old, Format.DOC),
        (b"<!-- -->" + VN_PAGE.replace("<head>", "<head><meta charset=utf-8>").encode(), Format.HTML),
        (MESSAGE, Format.HTML),
        (XML_OF_2003, Format.XML),
        (FLAT_ODT, Format.ODT),
    ):
        assert sniff(data, "bao cao.doc") is form
        manuscript = open_report(data, "bao cao.doc")
        assert [one.text for one in manuscript.paragraphs if one.text] == [
            "Báo cáo tổng kết nhiệm kỳ",
            "Hội Khuyến học",
        ]
        assert [one.paragraph for one in manuscript.legacy] == [0]
        assert manuscript.format is form


BARE_PAGE = f"<html><body><p><font face='.VnTime'>{OLD_FONT}, 2,5 tû ®ång</font></p></body></html>"


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("told", ["", "windows-1252", "x-user-defined", "utf-8"])
def test_a_page_in_an_old_font_keeps_its_letters_whatever_it_tells_of_its_encoding(told):
    head = f'<head><meta http-equiv=Content-Type content="text/html; charset={told}"></head>' if told else ""
    page = BARE_PAGE.replace("<body>", head + "<body>").encode("cp1252")
    assert words(office.to_docx(page, Format.HTML)) == ["Báo cáo tổng kết nhiệm kỳ, 2,5 tỷ đồng"]


@pytest.mark.parametrize("told", ["hex", "idna", "undefined", "utf-16", "none", "x-user-defined"])
def test_nonsense_told_of_an_encoding_counts_for_nothing(told):
    page = f"charset={told} {OLD_FONT}"
    head = f"MIME-Version: 1.0\r\nContent-Type: text/html; charset={told}\r\n\r\n".encode()
    assert readable(page.encode("cp1252")) == readable(head + page.encode("cp1252")) == page.encode("utf-8-sig")


@pytest.mark.parametrize("told", ["", "utf-8", "x-user-defined"])
@pytest.mark.parametrize("flaw", [b"", "ộ".encode()[:2], b" \x96 "])
def test_a_page_in_utf_8_stays_so_even_if_it_is_cut(told, flaw):
    page = f"<meta charset='{told}'>Hội Khuyến học".encode() + flaw
    assert readable(page).startswith(codecs.BOM_UTF8 + page.removesuffix(flaw))


@pytest.mark.parametrize(
    "page",
    [
        "<meta charset=windows-1258>Hô\u0323i".encode("cp1258"),
        "<html>Hội".encode("utf-16"),
        "<html>Hội".encode("utf-16-le"),
        "<html>Hội".encode("utf-8-sig"),
    ],
)
def test_a_page_that_tells_its_encoding_is_left_as_it_is(page):
    assert readable(page) == page


def test_words_put_in_with_changes_tracked_stay_in_a_word_2003_document():
    change = '<aml:annotation aml:id="{}" w:type="Word.{}"><aml:content>{}</aml:content></aml:annotation>'
    run = "<w:r><w:t>{}</w:t></w:r>"
    inner = change.format(1, "Insertion", run.format("chèn "))
    deleted = change.format(2, "Deletion", "<w:r><w:delText>xóa </w:delText></w:r>")
    body = run.format("Giữ ") + change.format(0, "Insertion", inner + run.format("thêm ")) + deleted + run.format("hết")
    data = f"""<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"
 xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><w:p>{body}</w:p></w:body></w:wordDocument>"""
    assert words(office.to_docx(data.encode(), Format.XML)) == ["Giữ chèn thêm hết"]


def test_what_a_page_says_of_itself_is_no_comment_on_it():
    page = b"<html><head><meta charset=cp1258><META name=created content='00:00:00'></head><body>x</body></html>"
    assert readable(page) == page.replace(b"<META name=created content='00:00:00'>", b"")


def test_the_envelope_tells_the_encoding_where_the_page_does_not():
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=windows-1258\r\n\r\n"
    assert readable(head + "Hô\u0323i".encode("cp1258")) == codecs.BOM_UTF8 + "Hô\u0323i".encode()


@pytest.mark.office
@needs_office
def test_a_word_file_becomes_a_pdf():
    assert office.to_pdf(office.to_docx(RTF, Format.RTF)).startswith(b"%PDF-")


@pytest.mark.office
@needs_office
def test_a_conversion_that_takes_too_long_is_given_up():
    with pytest.raises(UnreadableReport) as caught:
        office.to_docx(RTF, Format.RTF, timeout=0.05)
    assert (caught.value.key, caught.value.variant) == ("file.corrupt", "conversion")


def test_without_libreoffice_the_reader_is_told(monkeypatch):
    monkeypatch.setattr("service.office.convert.find", lambda: None)
    with pytest.raises(UnreadableReport) as caught:
        office.to_docx(RTF, Format.RTF)
    assert (caught.value.key, caught.value.variant) == ("file.not_word", "no_office")


def fake_office(folder: Path, code: str) -> str:
    """A program in LibreOffice's place."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, pathlib, subprocess, time\n{code}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang")
@pytest.mark.parametrize("code", ["sys.exit(1)", "pass", "raise SystemExit(0)"])
def test_a_program_that_fails_or_writes_nothing_is_a_failed_conversion(monkeypatch, tmp_path, code):
    monkeypatch.setenv(office.VARIABLE, fake_office(tmp_path, code))
    with pytest.raises(UnreadableReport) as caught:
        office.to_docx(RTF, Format.RTF)
    assert (caught.value.key, caught.value.variant) == ("file.corrupt", "conversion")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang")
def test_the_program_gets_a_profile_of_its_own_where_macros_are_off(monkeypatch, tmp_path):
    code = """
args = sys.argv[1:]
profile = next(a for a in args if a.startswith("-env:UserInstallation=file://")).split("://", 1)[1]
settings = pathlib.Path(profile, "user", "registrymodifications.xcu").read_bytes()
out = pathlib.Path(args[args.index("--outdir") + 1]); out.mkdir(exist_ok=True)
(out / "report.docx").write_bytes(settings + str(sorted(__import__("os").environ)).encode())
"""
    monkeypatch.setenv(office.VARIABLE, fake_office(tmp_path, code))
    monkeypatch.setenv("SECRET_OF_THE_OFFICE", "x")
    seen = office.to_docx(RTF, Format.RTF)
    assert b"DisableMacrosExecution" in seen
    assert b"BlockUntrustedRefererLinks" in seen
    assert b"SECRET_OF_THE_OFFICE" not in seen


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang")
def test_where_none_can_stand_each_document_gets_its_own(monkeypatch, tmp_path, own_office):
    code = """
args = sys.argv[1:]
if "--outdir" not in args: sys.exit(1)
out = pathlib.Path(args[args.index("--outdir") + 1]); out.mkdir(exist_ok=True)
(out / "report.docx").write_bytes(b"x")
"""
    monkeypatch.setenv(office.VARIABLE, fake_office(tmp_path, code))
    assert [office.to_docx(RTF, Format.RTF) for _ in range(3)] == [b"x"] * 3
    assert own_office._warm is None


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang")
def test_everything_that_a_stuck_program_started_is_ended(tmp_path):
    mark = tmp_path / "alive"
    child = f"import time, pathlib; time.sleep(1.0); pathlib.Path({str(mark)!r}).write_text('x')"
    program = fake_office(tmp_path, f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(30)")
    assert not process.run([program], 0.4, {"PATH": "/usr/bin:/bin"}, tmp_path / "none")
    time.sleep(1.2)
    assert not mark.exists()


def test_the_program_is_found_by_the_variable_first(monkeypatch, tmp_path):
    program = tmp_path / "my-office"
    program.write_text("", encoding="utf-8")
    monkeypatch.setenv(office.VARIABLE, str(program))
    assert office.find() == str(program)
    monkeypatch.setenv(office.VARIABLE, str(tmp_path / "not-there"))
    assert office.find() is None


def test_the_program_is_found_on_the_path(monkeypatch, tmp_path):
    program = tmp_path / "soffice"
    program.write_text("", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.delenv(office.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.find() == str(program)
