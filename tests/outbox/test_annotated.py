"""The annotated copy is the officer's own file, with comments at the exact words and nothing else changed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from service.defaults import folder
from service.flow.judging import judge
from service.model.examination import (
    Certainty,
    Examination,
    FileFacts,
    Finding,
    Kind,
    SectionAnswer,
    Severity,
    Status,
    Verdict,
)
from service.model.rulebook import Round
from service.outbox.annotated.copy import annotated_copy
from service.outbox.annotated.text import comparable
from service.read import read
from service.read.anchors import anchors
from service.read.xml import W
from service.rounds.fingerprint import marks
from service.rules import load
from service.words import words
from tests.read import construct_body, construct_files  # noqa: F401 - each fills the table
from tests.read.builder import members, zipped
from tests.read.constructs import ROWS

DAY = date(2020, 7, 6)
CORPUS = Path(__file__).parents[1] / "corpus" / "reports"


def examined(*findings):
    facts = FileFacts("bc.docx", "0" * 64, 1, "docx")
    return Examination(facts, Kind.TERM_REPORT, Verdict.GAPS, findings=findings)


def finding(quote=None, paragraph=None, message="Cần xem."):
    return Finding(
        "figure.percent", Severity.WARNING, message, "Vì số liệu.", "Đề nghị sửa lại.", quote=quote, paragraph=paragraph
    )


def copy_of(data, *findings):
    return annotated_copy(data, examined(*findings), words(), DAY)


def made(body, *findings, **parts):
    copy = copy_of(zipped(members(body, **parts)), *findings)
    assert copy is not None
    return copy


def member(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def p(content):
    return f"<w:p>{content}</w:p>"


def r(text, looks=""):
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def anchored(data):
    """The words between the marks of each comment, by its id, and where its reference hangs."""
    root = etree.fromstring(member(data, "word/document.xml"))
    open_now, text = set(), {}
    for element in root.iter():
        ident = element.get(W + "id")
        if element.tag == W + "commentRangeStart":
            open_now.add(ident)
            text[ident] = ""
        elif element.tag == W + "commentRangeEnd":
            open_now.remove(ident)
        elif element.tag == W + "commentReference":
            assert element.getparent().getparent().tag == W + "p"
            assert ident in text
            assert ident not in open_now
        elif element.tag in (W + "t", W + "delText"):
            for one in open_now:
                text[one] += element.text or ""
    assert not open_now
    return {ident: said for ident, said in text.items() if ident not in summaries(data)}


def summaries(data):
    """The first comment, that sums up, by its id."""
    return {
        str(one.comment_id): one.text
        for one in docx.Document(io.BytesIO(data)).comments
        if one.author == "tongket" and one.text.startswith("Kết luận: ")
    }


def only(data):
    (text,) = anchored(data).values()
    return text


def comments_of(data):
    apart = summaries(data)
    found = docx.Document(io.BytesIO(data)).comments
    return [(one.author, one.initials, one.text) for one in found if str(one.comment_id) not in apart]


def summary_of(data):
    (text,) = summaries(data).values()
    return text.split("\n")


def test_a_run_is_split_at_the_words_and_keeps_its_looks():
    copy = made(p(r("Hội viên đạt 72% dân số.", "<w:b/>")), finding("đạt 72%", 0))
    assert only(copy) == "đạt 72%"
    root = etree.fromstring(member(copy, "word/document.xml"))
    runs = [run for run in root.iter(W + "r") if run.find(W + "t") is not None]
    assert [run.find(W + "t").text for run in runs] == ["Hội viên ", "đạt 72%", " dân số."]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
    (told,) = comments_of(copy)
    assert told[:2] == ("tongket", "TK")
    *said, name = told[2].split("\n")
    assert said == ["Cần xem.", "Đề nghị: sửa lại.", "Vì sao: Vì số liệu."]
    assert name == f"(mã: {marks([finding('đạt 72%', 0)])[0].id})"
    assert b'w:date="2020-07-06T00:00:00Z"' in member(copy, "word/comments.xml")


QUOTE = "đạt 72% dân số"
PLACES = {
    "several runs": p(r("Hội viên đ") + r("ạt 72", "<w:i/>") + r("% dân số.")),
    "a table cell": f"<w:tbl><w:tr><w:tc>{p(r('Hội viên đạt 72% dân số.'))}</w:tc></w:tr></w:tbl>",
    "a content control around it": f"<w:sdt><w:sdtContent>{p(r('Hội viên đạt 72% dân số.'))}</w:sdtContent></w:sdt>",
    "a content control in a line": p(f"<w:sdt><w:sdtContent>{r('Hội viên đạt 72% dân số.')}</w:sdtContent></w:sdt>"),
    "a tracked insertion": p(r("Hội ") + f'<w:ins w:id="1" w:author="An">{r("viên đạt 72% dân số.")}</w:ins>'),
    "half a tracked insertion": p(r("Hội đạt") + f'<w:ins w:id="1" w:author="An">{r(" 72% dân số nữa.")}</w:ins>'),
    "a link": p(f'<w:hyperlink w:anchor="x">{r("Hội viên đạt 72% dân số.")}</w:hyperlink>'),
    "a simple field": p(f'<w:fldSimple w:instr="DOCPROPERTY x">{r("Hội viên đạt 72% dân số.")}</w:fldSimple>'),
    "marks typed apart": p(r(unicodedata.normalize("NFD", "Hội viên đạt 72% dân số."))),
    "odd spaces": p(r("Hội viên đạt\u00a072%\u200b  dân số.")),
    "capitals": p(r("Hội viên Đạt 72% Dân số.", "<w:caps/>")),
    "a deletion inside": p(r("đạt 72%") + f'<w:del w:id="1" w:author="An">{DEL}</w:del>' + r(" dân số."))
    if (DEL := "<w:r><w:delText> cũ</w:delText></w:r>")
    else "",
    "a paragraph whose mark is deleted": (
        f'<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="An"/></w:rPr></w:pPr>{r("Hội đạt 72%")}</w:p>{p(r(" dân số."))}'
    ),
    "tabs and line breaks": p("<w:r><w:t>Hội đạt</w:t><w:tab/><w:t>72%</w:t><w:br/><w:t>dân số</w:t></w:r>"),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_exact_words_are_found_in(place):
    copy = made(PLACES[place], finding(QUOTE, 0))
    found = comparable(only(copy)).replace("cũ", "").replace(" ", "")
    assert found == comparable(QUOTE).replace(" ", "")


@pytest.mark.parametrize("after", [p(r("Khác.")), f"<w:tbl><w:tr><w:tc>{p('')}</w:tc></w:tr></w:tbl>"])
def test_the_reference_of_words_in_a_content_control_stands_behind_it(after):
    copy = made(PLACES["a content control around it"] + after, finding(QUOTE, 0))
    root = etree.fromstring(member(copy, "word/document.xml"))
    [content] = root.iter(W + "sdtContent")
    assert content.find(f".//{W}commentRangeStart") is not None  # at the words
    assert content.find(f".//{W}commentReference") is None  # else LibreOffice shows nothing of the paragraph
    assert comparable(QUOTE) in map(comparable, anchored(copy).values())


def test_deleted_words_are_found_where_they_alone_are_meant():
    body = p(r("Hội ") + '<w:del w:id="1" w:author="An"><w:r><w:delText>bản thảo cũ</w:delText></w:r></w:del>')
    assert only(made(body, finding("thảo", 0))) == "thảo"


def test_the_same_words_twice_get_their_comments_one_after_the_other():
    copy = made(p(r("có xx hội viên và xx chi hội, xxl")), finding("xx", 0), finding("xx", 0))
    root = etree.fromstring(member(copy, "word/document.xml"))
    texts = [run.findtext(W + "t") for run in root.iter(W + "r") if run.find(W + "t") is not None]
    assert texts == ["có ", "xx", " hội viên và ", "xx", " chi hội, xxl"]


def test_overlapping_words_each_have_their_comment():
    copy = made(p(r("Hội viên đạt 72% dân số.")), finding("đạt 72%", 0), finding("72% dân số", 0), finding("72%", 0))
    assert sorted(anchored(copy).values()) == ["72%", "72% dân số", "đạt 72%"]


@pytest.mark.parametrize(
    ("font", "stored", "quote", "there"),
    [
        (".VnTime", "Héi viªn ®¹t 72% d©n sè.", "Hội viên đạt", "Héi viªn ®¹t"),
        (".VnTime", "Héi viªn ®¹t 72% d©n sè.", "đạt 72%", "®¹t 72%"),
        (".VnTimeH", "c. Héi khuyÕn häc quËn", "KHUYẾN HỌC", "khuyÕn häc"),
        (".VnTime", "\xad u tiªn  h\xadíng dÉn", "hướng dẫn", "h\xadíng dÉn"),
        ("VNI-Times", "Hoäi vieân ñaït 72% daân soá.", "đạt 72% dân số", "ñaït 72% daân soá"),
        ("VNI-Times", "Hoäi vieân ñaït 28,5%; quyõ ñaït 28,5% daân.", "quỹ đạt 28,5%", "quyõ ñaït 28,5%"),
    ],
)
def test_words_of_an_old_font_have_their_comment_at_the_words(font, stored, quote, there):
    named = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    body = p(r("C¸c héi viªn ®· hoµn thµnh nhiÖm vô", named)) if font.startswith(".Vn") else p(r("Caùc hoäi", named))
    assert only(made(body + p(r(stored, named)), finding(quote, 1))) == there


def test_words_of_an_old_font_are_found_across_runs():
    named = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    copy = made(
        p(r("Héi vi", named) + r("ªn ®¹", named + "<w:b/>") + r("t 72% d©n sè.", named)), finding("viên đạt", 0)
    )
    assert only(copy) == "viªn ®¹t"


def test_words_that_are_not_there_hang_at_their_paragraph():
    assert only(made(p(r("Một")) + p(""), finding("không có ở đây", 1))) == ""


def test_words_of_a_text_box_hang_where_the_box_hangs():
    inside = f"<w:txbxContent>{p(r('Trong khung'))}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"
    copy = made(p(r("Trước.") + box + r("Sau.")), finding("khung", 1))
    assert only(copy) == "Trong khung"
    inside = etree.fromstring(member(copy, "word/document.xml")).iter(W + "txbxContent")
    assert all(element.tag != W + "commentRangeStart" for content in inside for element in content.iter())


def test_what_has_no_place_is_summed_up_at_the_first_paragraph():
    body = p(r("BÁO CÁO")) + p(r("Hội viên."))
    copy = made(body, finding(None, None, "Chưa thấy bài học."), finding("viên", 1), finding("x", 99, "Chưa dẫn."))
    assert list(anchored(copy).values()) == ["viên"]
    verdict, counts, *unseen, reply = summary_of(copy)[:5]
    summary = summary_of(copy)[5:]
    assert unseen == [words().say("gap_report.unseen.unit"), words().say("gap_report.unseen.term")]
    assert verdict.startswith("Kết luận: Báo cáo chưa đủ bốn nội dung")
    assert counts.startswith("Đề nghị bổ sung, chỉnh sửa: 0 điểm; xem lại: 1 điểm; để biết: 0 điểm.")
    assert "“Chấp nhận: lý do”" in reply
    assert [re.sub(r" \(mã: \w+\)$", "", line) for line in summary] == [
        "Những điểm không gắn với một chỗ cụ thể trong báo cáo:",
        "1. Chưa thấy bài học. Đề nghị sửa lại.",
        "2. Chưa dẫn. “x” Đề nghị sửa lại.",
    ]


HEADINGS = p(r("I. KẾT QUẢ")) + p(r("Hội viên.")) + p(r("3. Nguyên nhân")) + p(r("II. PHƯƠNG HƯỚNG"))


@pytest.mark.parametrize(
    ("absent", "lessons", "where"),
    [
        ({"code": "section.missing", "section": "lessons_learned"}, ("3. Nguyên nhân",), "3. Nguyên nhân"),
        ({"code": "section.missing", "section": "lessons_learned"}, (), "II. PHƯƠNG HƯỚNG"),
        ({"code": "goals.part_missing", "section": "new_term_goals"}, (), "II. PHƯƠNG HƯỚNG"),
        ({"code": "authority.missing", "authority": "nq45"}, (), "II. PHƯƠNG HƯỚNG"),
        ({"code": "section.missing", "section": "resolution29_alignment"}, (), "II. PHƯƠNG HƯỚNG"),
    ],
)
def test_what_is_absent_hangs_nearest_to_where_it_belongs(absent, lessons, where):
    sections = (
        SectionAnswer("resolution_results", Status.PRESENT, "I. KẾT QUẢ", 0),
        SectionAnswer("lessons_learned", Status.MISSING, near_misses=lessons),
        SectionAnswer("new_term_goals", Status.PRESENT, "II. PHƯƠNG HƯỚNG", 3),
        SectionAnswer("resolution29_alignment", Status.MISSING),
    )
    examination = replace(examined(replace(finding(), **absent)), sections=sections)
    copy = annotated_copy(zipped(members(HEADINGS)), examination, words(), DAY)
    assert only(copy) == where
    assert "(Ghi chú đặt ở chỗ gần nhất với phần cần bổ sung.)" in comments_of(copy)[0][2]


def test_a_comment_is_in_a_font_that_has_its_letters_whatever_the_documents_is():
    comments = etree.fromstring(member(made(p(r("a")), finding("a", 0)), "word/comments.xml"))
    fonts = {
        run.find(f"{W}rPr/{W}rFonts").get(W + "ascii")
        for run in comments.iter(W + "r")
        if run.find(W + "t") is not None
    }
    assert fonts == {"Times New Roman"}


def test_what_is_only_likely_says_so():
    unsure = Finding("unit.foreign", Severity.WARNING, "Tên khác.", "", "", paragraph=0, certainty=Certainty.CHECK)
    assert comments_of(made(p(r("a")), unsure))[0][2].startswith("Tên khác. Cần kiểm tra lại.\n")


COMMENTS = (
    '<w:comment w:id="7" w:author="Chánh Văn phòng" w:initials="VP">'
    "<w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>"
)


def test_other_peoples_comments_stay_and_keep_their_ids():
    end = '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    body = p('<w:commentRangeStart w:id="7"/>' + r("Hội viên") + end)
    copy = made(body, finding("viên", 0), comments=COMMENTS)
    assert [told[0] for told in comments_of(copy)] == ["Chánh Văn phòng", "tongket"]
    assert anchored(copy) == {"7": "Hội viên", "9": "viên"}
    assert [one.text for one in read(copy).comments] == ["Xem lại"]


def test_an_annotated_copy_that_comes_back_doesnt_carry_its_old_comments_again():
    once = made(p(r("Hội viên đạt 72%.")), finding("đạt", 0), finding(None, None))
    twice = copy_of(once, finding("72%", 0))
    assert [told[0] for told in comments_of(twice)] == ["tongket"]
    assert only(twice) == "72%"
    assert read(once).comments == ()


def test_every_other_part_stays_byte_for_byte_and_the_copy_is_the_same_every_time():
    package = {
        **members(p(r("Hội viên")), styles=""),
        "word/media/a.png": b"\x89PNG\0",
        "customXml/item1.xml": "<a  b='1'/>",
    }
    data = zipped(package)
    copy = copy_of(data, finding("viên", 0))
    assert copy == copy_of(data, finding("viên", 0))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert new.namelist() == [*old.namelist(), "word/comments.xml"]
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed <= {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}


def test_what_cant_carry_comments_safely_gets_no_copy():
    good = zipped(members(p(r("Hội viên"))))
    assert copy_of(good) is None
    assert copy_of(b"PK\x03\x04 khong phai zip", finding("a", 0)) is None
    assert copy_of(b"{\\rtf1 bao cao}", finding("a", 0)) is None
    assert copy_of(good[:-30], finding("viên", 0)) is None
    strict = member(good, "word/document.xml").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    package = {**members(p(r("Hội viên"))), "word/document.xml": strict}
    assert read(zipped(package)).paragraphs[0].text == "Hội viên"
    assert copy_of(zipped(package), finding("viên", 0)) is None


@pytest.mark.parametrize("construct", ROWS, ids=lambda one: one.name)
def test_every_construct_is_counted_as_the_reader_counts_it_and_can_be_annotated(construct):
    manuscript = read(construct.data)
    found = anchors(construct.data)
    assert len(found.elements) == len(manuscript.paragraphs)
    placed = [finding(one.text[:40] or None, one.index) for one in manuscript.paragraphs]
    copy = copy_of(construct.data, *placed, finding())
    if copy is None:
        assert found.strict or not any(found.elements)
        return
    assert read(copy).paragraphs == manuscript.paragraphs
    parts = {name for name in zipfile.ZipFile(io.BytesIO(copy)).namelist() if name.endswith("comments.xml")}
    assert b'w:author="tongket"' in member(copy, parts.pop())


pieces = st.lists(st.text(alphabet="ab é\u0301\u0303đ%7.\u00a0", max_size=8), min_size=1, max_size=6)


@given(pieces, st.data())
def test_no_letter_is_lost_however_runs_are_split(texts, data):
    body = p("".join(r(text, "<w:b/>" if at % 2 else "") for at, text in enumerate(texts)))
    file = zipped(members(body))
    text = read(file).paragraphs[0].text
    quotes = []
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, max(len(text) - 1, 0)))
        quotes.append(text[start : data.draw(st.integers(start, len(text)))].lstrip("\u0301\u0303"))
    copy = copy_of(file, *(finding(quote, 0) for quote in quotes))
    assert copy is not None
    assert read(copy).paragraphs == read(file).paragraphs
    stored = etree.fromstring(member(copy, "word/document.xml"))
    assert "".join(one.text or "" for one in stored.iter(W + "t")) == "".join(texts)
    found = {plain(one) for one in anchored(copy).values()}
    assert all(plain(quote) in found or plain("".join(texts)) in found for quote in quotes)


def plain(text):
    """Without marks: a letter and the mark on it are never parted, though a quote may end between them."""
    return "".join(letter for letter in unicodedata.normalize("NFD", comparable(text)) if letter.isascii())


@pytest.fixture(scope="module")
def rulebook():
    return load(folder("rules"), "vi", Round())


@pytest.mark.parametrize(
    "name",
    [
        "d-phuong-lach-tray--autonum-tracked-comments-hidden.docx",
        "d-quan-do-son--textbox.docx",
        "d-huyen-an-duong--tcvn3-manual.docx",
        "d-huyen-bach-long-vi--mixedfont.docx",
    ],
)
def test_the_copy_dropped_back_is_judged_as_the_original(name, rulebook):
    data = (CORPUS / name).read_bytes()
    examination, _ = judge(data, name, "", rulebook)
    copy = annotated_copy(data, examination, words(), DAY)
    assert copy is not None
    again, _ = judge(copy, name, "", rulebook)
    assert again.findings == examination.findings
    assert (again.sections, again.indicators) == (examination.sections, examination.indicators)


@pytest.mark.office
def test_libreoffice_opens_the_copy_without_loss(rulebook, tmp_path):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is needed to open the copy")
    name = "d-phuong-lach-tray--autonum-tracked-comments-hidden.docx"
    data = (CORPUS / name).read_bytes()
    examination, _ = judge(data, name, "", rulebook)
    copy = annotated_copy(data, examination, words(), DAY)
    said = []
    for stem, bytes_ in (("truoc", data), ("sau", copy)):
        source = tmp_path / f"{stem}.docx"
        source.write_bytes(bytes_)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        target = tmp_path / "ra"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", target, source]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        said.append((target / f"{stem}.docx").read_bytes())
    before, after = said
    assert [one.text for one in read(after).paragraphs] == [one.text for one in read(before).paragraphs]
    assert len(comments_of(after)) == len(comments_of(copy))
    mine = {text for author, _, text in comments_of(after) if author == "tongket"}
    assert mine == {text for author, _, text in comments_of(copy) if author == "tongket"}
