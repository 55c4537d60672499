"""The gap report tells an officer what to do, neutrally and on two pages."""

import io
import itertools
import shutil
import subprocess
from dataclasses import replace
from datetime import date

import docx
import pytest

from service.model.comparison import Lineage, Sameness, Version
from service.model.examination import Finding, Kind, Severity, Status, Terms, Unseen, Verdict
from service.model.waiver import Waiver
from service.outbox.board.signs import statuses, to_mend
from service.outbox.gap.items import weights
from service.outbox.gap.report import gap_report
from service.outbox.phrasing.conclusion import conclusion
from service.outbox.phrasing.names import Names
from service.rounds.compare import compare
from service.rounds.fingerprint import marks
from service.rounds.waiving import waive
from service.words import words

DAY = date(2020, 7, 6)


def text_of(data):
    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    names = {"t": "", "p": "\n", "tc": "\t"}
    parts = []
    for element in body.iter():
        tag = element.tag.rpartition("}")[2]
        parts.append(element.text or "" if tag == "t" else names.get(tag, ""))
    return "".join(parts).replace("\u00a0", " ")


def made(templates, examination, registry, **more):
    return gap_report(templates, examination, registry, words(), DAY, received="2020-07-05T10:00:00+07:00", **more)


def test_it_names_the_unit_the_file_and_the_level_that_reviews(templates, gaps_report, registry):
    text = text_of(made(templates, gaps_report, registry))
    assert "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG" in text
    assert "Hội Khuyến học quận Ngô Quyền" in text
    assert "BC tổng kết Q. Ngô Quyền (sửa lần 3).docx, nhận ngày 05/7/2020" in text
    assert "Hải Phòng, ngày 06 tháng 7 năm 2020" in text


def test_it_says_the_verdict_and_what_must_be_added(templates, gaps_report, registry):
    text = text_of(made(templates, gaps_report, registry))
    assert "Đề nghị bổ sung phần chưa thấy: “Bài học kinh nghiệm”; phần còn sơ lược: “Gắn với đổi mới" in text
    assert "1. Chưa thấy phần bài học kinh nghiệm." in text


def test_every_finding_tells_where_why_and_how(templates, gaps_report, registry):
    text = text_of(made(templates, gaps_report, registry))
    for finding in gaps_report.findings:
        assert finding.message in text
        assert finding.fix in text
        # What is only worth knowing takes one line.
        assert (finding.why in text) == (finding.severity is not Severity.INFO)
        if finding.quote:
            assert f"“{finding.quote}”" in text
    assert "Mục “PHẦN THỨ NHẤT" in text
    assert "”, đoạn 22: “15.772 gia đình" in text
    assert "là 90,0%. Cần kiểm tra lại." in text
    assert "[1] Văn bản của Ban Thường vụ Thành ủy" in text
    assert "[2] Như [1]: “theo tinh thần" in text


def test_a_place_tells_the_page_where_it_is_known(templates, gaps_report, registry):
    at = next(one.paragraph for one in gaps_report.findings if one.paragraph is not None and one.quote)
    pages = [None] * at + [3]
    assert f"Đoạn {at + 1}, khoảng trang 3" in text_of(made(templates, gaps_report, registry, pages=pages))
    assert "trang" not in text_of(made(templates, gaps_report, registry, pages=[None] * (at + 1))).partition("III.")[2]


def test_what_the_report_says_and_what_is_held_against_it_stand_on_lines_of_their_own(templates, gaps_report, registry):
    share = Finding("figure.percent", Severity.WARNING, "Tỷ lệ chưa khớp.", "w", "f", found="72%", expected="70,4%")
    other = replace(share, message="Số liệu khác nhau.", found="", expected="")
    text = text_of(made(templates, replace(gaps_report, findings=(share, other)), registry))
    assert "Báo cáo ghi: 72%Đối chiếu: 70,4%" in text
    assert text.count("Đối chiếu:") == 1


def test_documents_that_are_not_cited_share_a_row_and_many_places_are_counted(templates, gaps_report, registry):
    text = text_of(made(templates, gaps_report, registry))
    assert text.count("Báo cáo cần gắn với các văn bản chỉ đạo mà Thành ủy nêu tên.") == 1
    blank = Finding("placeholder.left", Severity.WARNING, "Còn chỗ để trống.", "Vì.", "Điền.", paragraph=3, quote="……")
    many = tuple(replace(blank, paragraph=number) for number in range(20))
    text = text_of(made(templates, replace(gaps_report, findings=many), registry))
    assert text.count("Còn chỗ để trống.") == 1
    assert "Và 12 chỗ khác như vậy." in text


def test_the_checklist_shows_what_passed_what_did_not_and_what_could_not_be_checked(templates, gaps_report, registry):
    text = text_of(made(templates, gaps_report, registry))
    assert "✗ Bài học kinh nghiệm: chưa thấy; gần nhất: “3. Nguyên nhân của những hạn chế”" in text
    assert "✓ Nghị quyết số 29-NQ/TW ngày 04/11/2013: đoạn 6" in text
    assert "✗ Tỷ lệ phần trăm khớp với số liệu: xem mục III (1 điểm)" in text
    assert "✓ Không còn chỗ để trống\n" in text
    bare = replace(gaps_report, indicators=(), findings=())
    assert "chưa đọc được số liệu nào để đối chiếu" in text_of(made(templates, bare, registry))


def test_what_could_not_be_checked_is_said(templates, gaps_report, registry):
    hidden = replace(
        gaps_report,
        unit=None,
        terms=Terms(),
        file=replace(gaps_report.file, format="doc"),
        unseen=Unseen(foreign=1, pictures=3),
    )
    text = text_of(made(templates, hidden, registry))
    assert "Chưa kiểm tra được: Tệp .doc được chuyển sang Word mới" in text
    for told in ("Chữ trong 3 hình", "Có 1 phần chèn", "Chưa xác định được đơn vị gửi", "nhiệm kỳ tổng kết."):
        assert told in text
    assert "Chưa kiểm tra được" not in text_of(made(templates, gaps_report, registry))


def test_a_section_and_the_document_it_is_about_are_asked_for_once(templates, gaps_report, registry):
    alignment = replace(gaps_report.findings[1], code="section.missing")
    named = replace(gaps_report.findings[3], severity=Severity.ERROR, authority="nq29", fix="Dẫn nghị quyết ấy.")
    text = text_of(made(templates, replace(gaps_report, findings=(alignment, named)), registry))
    assert f"– {named.message}" in text
    assert alignment.fix in text
    assert named.fix not in text
    alone = text_of(made(templates, replace(gaps_report, findings=(named,)), registry))
    assert named.fix in alone


def test_a_doubt_is_said_once(templates, gaps_report, registry):
    doubtful = replace(gaps_report.findings[6], message="Số này cần kiểm tra lại.")
    text = text_of(made(templates, replace(gaps_report, findings=(doubtful,)), registry))
    assert "Số này cần kiểm tra lại. Cần" not in text
    english = replace(doubtful, message="The figures differ; please check.")
    told = text_of(gap_report(templates, replace(gaps_report, findings=(english,)), registry, words("en"), DAY))
    assert "please check. Please check" not in told


def test_what_was_mended_is_named_and_what_is_accepted_is_struck_through(templates, gaps_report, registry):
    later = replace(gaps_report, findings=gaps_report.findings[1:])
    waiver = Waiver("u", marks(later.findings)[0].id, "đã nêu ở phụ lục", "Bà Hoa")
    waiving = waive(later.findings, [waiver], DAY)
    data = made(templates, later, registry, lineage=after(gaps_report, later), waiving=waiving)
    assert f"Đã sửa so với bản trước: {gaps_report.findings[0].message}" in text_of(data)
    runs = [run for paragraph in docx.Document(io.BytesIO(data)).paragraphs for run in paragraph.runs]
    assert next(run.text for run in runs if run.font.strike and run.text) == later.findings[0].message


def test_a_complete_report_has_nothing_that_must_be_added(templates, board, registry):
    examination = board.of("hai-phong.le-chan").examination
    text = text_of(made(templates, examination, registry))
    assert "Báo cáo có đủ bốn nội dung theo yêu cầu; còn 1 điểm đề nghị xem lại" in text
    assert "Không có nội dung bắt buộc phải bổ sung." in text
    clean = text_of(made(templates, replace(examination, findings=()), registry))
    assert "Báo cáo có đủ bốn nội dung theo yêu cầu." in clean
    assert "III. CHI TIẾT" not in clean
    grave = replace(examination.findings[0], severity=Severity.ERROR)
    both = text_of(made(templates, replace(examination, findings=(grave, *examination.findings)), registry))
    assert "nhưng còn 1 điểm đề nghị chỉnh sửa trước khi trình (mục I) và 1 điểm đề nghị xem lại" in both


def test_findings_of_one_cause_are_one_point_wherever_points_are_counted(templates, gaps_report, registry):
    alignment = replace(gaps_report.findings[1], code="section.missing")
    named = replace(gaps_report.findings[3], severity=Severity.ERROR, authority="nq29")
    twice = replace(gaps_report.findings[2], code="placeholder.left")
    judged = replace(gaps_report, verdict=Verdict.COMPLETE, findings=(alignment, named, twice, twice))
    text = text_of(made(templates, judged, registry))
    assert "nhưng còn 1 điểm đề nghị chỉnh sửa trước khi trình (mục I) và 1 điểm đề nghị xem lại" in text
    assert "Không còn chỗ để trống: xem mục III (1 điểm)" in text
    assert to_mend(judged) == 2


def test_an_unreadable_file_gets_a_letter_that_says_what_to_do(templates, unreadable, registry):
    text = text_of(made(templates, unreadable, registry))
    assert "Kính gửi: Ban Chấp hành Hội Khuyến học huyện Kiến Thụy" in text
    assert "Tệp chỉ có ảnh chụp các trang" in text
    assert "Gửi tệp Word gốc" in text
    assert "không cần xóa tệp cũ" in text


def test_a_file_of_another_kind_and_an_unknown_sender_get_the_letter_too(templates, unreadable, registry):
    speech = replace(unreadable, verdict=Verdict.WRONG_KIND, kind=Kind.SPEECH, unit=None)
    text = text_of(made(templates, speech, registry))
    assert "được nhận ra là tham luận, diễn văn" in text
    assert "Kính gửi: Đơn vị gửi tệp báo cáo" in text
    assert "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG" in text


FIRST = Version(1, 1, "bc cũ.docx", "", "2020-06-01T08:00:00+07:00")
SECOND = Version(2, 2, "bc mới.docx", "", "2020-07-01T08:00:00+07:00")


def after(earlier, later, sameness=Sameness.REWORKED):
    return Lineage(SECOND, against=FIRST, comparison=compare(earlier, later, sameness))


def test_what_was_mended_since_the_last_file_is_counted_even_if_paragraphs_moved(templates, gaps_report, registry):
    moved = tuple(
        replace(finding, paragraph=finding.paragraph + 9 if finding.paragraph is not None else None)
        for finding in gaps_report.findings[1:]
    )
    later = replace(gaps_report, findings=moved)
    text = text_of(made(templates, later, registry, lineage=after(gaps_report, later)))
    assert (
        "So với bản trước (lần 1, tệp bc cũ.docx, nhận ngày 01/6/2020): đã sửa 1; còn 7; đã đổi 0; mới thấy 0." in text
    )
    assert f"[còn] {moved[0].message}" in text


def test_a_file_that_was_only_sent_again_says_so_and_still_holds_every_detail(templates, gaps_report, registry):
    same = after(gaps_report, gaps_report, Sameness.WORDS)
    text = text_of(made(templates, gaps_report, registry, lineage=same))
    assert "Bản này chưa sửa gì so với bản đã gửi (lần 1, tệp bc cũ.docx" in text
    details = text.partition("III. CHI TIẾT")[2]
    assert all(finding.message in details for finding in gaps_report.findings)
    assert "[còn]" not in details


def test_the_table_of_checks_never_runs_into_the_place_for_the_signature(templates, gaps_report, registry):
    clean = replace(gaps_report, findings=())
    body = docx.Document(io.BytesIO(made(templates, clean, registry))).element.body
    tables = [at for at, element in enumerate(body) if element.tag.endswith("}tbl")]
    assert all(later - earlier > 1 for earlier, later in itertools.pairwise(tables))


def test_a_point_with_very_many_places_says_how_many(gaps_report):
    blank = Finding("placeholder.blank", Severity.WARNING, "Còn chỗ trống.", "", "Đề nghị điền.")
    told = [conclusion(replace(gaps_report, findings=(blank,) * many), words(), Names(words())) for many in (8, 800)]
    assert ["800 chỗ" in one for one in told] == [False, True]
    assert "8 chỗ" not in told[0]


def test_what_is_asked_after_the_first_begins_a_sentence_and_nothing_is_advised_twice(gaps_report):
    fixes = ("Nên chuyển sang Unicode.", "Đề nghị điền đủ.", "Đề nghị điền đủ.")
    found = tuple(Finding("document.x", Severity.WARNING, "Cần xem.", "", fix) for fix in fixes)
    [weight] = weights(replace(gaps_report, findings=found), words(), Names(words()))
    assert weight.items[0].fixes == ("chuyển sang Unicode.", "Điền đủ.")


def test_an_accepted_missing_section_is_told_and_not_asked_for(gaps_report):
    lacking = [one.id for one in gaps_report.sections if one.status is not Status.PRESENT]
    found = tuple(
        Finding("section.missing", Severity.ERROR, f"Chưa thấy {name}.", "", "", section=name) for name in lacking
    )
    judged = replace(gaps_report, findings=found)

    def told(count):
        given = [Waiver("u", mark.id, "đã nêu", "Bà Hoa") for mark in marks(found)[:count]]
        waiving = waive(found, given, DAY)
        return conclusion(judged, words(), Names(words()), waiving), statuses(judged, waiving).count("accepted")

    assert told(0)[0].count("“") == 2
    one, accepted = told(1)
    assert (one.count("Đề nghị bổ sung"), one.count("đã được chấp nhận"), accepted) == (1, 1, 1)
    both, accepted = told(2)
    assert (both.count("Đề nghị bổ sung"), both.count("đã được chấp nhận"), accepted) == (0, 1, 2)


def test_every_detail_has_the_code_by_which_a_reviewer_accepts_it(templates, gaps_report, registry):
    waiver = Waiver("u", marks(gaps_report.findings)[0].id, "đã nêu ở phụ lục", "Bà Hoa")
    waiving = waive(gaps_report.findings, [waiver], DAY)
    text = text_of(made(templates, gaps_report, registry, waiving=waiving))
    assert all(f"[{mark.id}]" in text for mark in marks(gaps_report.findings))


@pytest.mark.parametrize(
    ("lineage", "told"),
    [
        (Lineage(SECOND, repeats=FIRST), "giống hệt tệp đã gửi (lần 1, tệp bc cũ.docx"),
        (Lineage(SECOND, presumed="words"), "Đơn vị suy ra từ nội dung"),
        (Lineage(SECOND, older=True), "có thể là bản cũ hơn"),
        (Lineage(SECOND, copies=(FIRST,)), "chép hoặc đồng bộ mà ra: bc cũ.docx."),
    ],
)
def test_what_makes_a_version_doubtful_is_said(templates, gaps_report, registry, lineage, told):
    assert told in text_of(made(templates, gaps_report, registry, lineage=lineage))


def test_other_rules_and_another_text_are_said_beside_the_counts(templates, gaps_report, registry):
    later = replace(gaps_report, pack="tong-ket@9.0.0+99999999")
    text = text_of(made(templates, later, registry, lineage=after(gaps_report, later, Sameness.UNLIKE)))
    assert "hai bộ quy tắc khác nhau" in text
    assert "khác hẳn bản trước" in text


def test_an_accepted_finding_is_told_apart_and_asked_of_nobody(templates, gaps_report, registry):
    first = gaps_report.findings[0]
    waiver = Waiver("u", marks(gaps_report.findings)[0].id, "đã nêu ở phụ lục", "Bà Hoa", until=DAY)
    waiving = waive(gaps_report.findings, [waiver], DAY)
    text = text_of(made(templates, gaps_report, registry, waiving=waiving))
    assert f"1. {first.message}" not in text
    assert "Đã được chấp nhận, không phải sửa" in text
    assert "Đã chấp nhận: đã nêu ở phụ lục (Bà Hoa, đến hết ngày 06/7/2020)." in text
    assert first.fix not in text
    assert "– Bài học kinh nghiệm: đã được chấp nhận" in text


def test_what_is_accepted_is_not_counted_in_the_list_of_checks(templates, gaps_report, registry):
    total = Finding("figure.total", Severity.WARNING, "Tổng chưa khớp.", "w", "f", quote="12 + 3 = 16", paragraph=3)
    other = replace(total, code="figure.unit", message="Có thể nhầm đơn vị.")
    judged = replace(gaps_report, findings=(total, other))
    waiver = Waiver("u", marks(judged.findings)[0].id, "đã thống nhất", "Bà Hoa")
    text = text_of(made(templates, judged, registry, waiving=waive(judged.findings, [waiver], DAY)))
    assert "– Số cộng khớp với số thành phần: đã được chấp nhận" in text
    assert "(đồng, triệu, tỷ): xem mục III (1 điểm)" in text


def test_its_words_never_blame():
    for key in sorted(words("vi").keys()):
        if key.startswith(("gap_report.", "city_report.", "workbook.", "outbox.")):
            said = words("vi").say(key).lower()
            assert " lỗi" not in f" {said}", key
            assert "vi phạm" not in said, key


def test_it_is_the_same_every_time_and_speaks_english_where_asked(templates, gaps_report, registry):
    assert made(templates, gaps_report, registry) == made(templates, gaps_report, registry)
    english = gap_report(templates, gaps_report, registry, words("en"), DAY)
    assert "The report doesn't yet hold the four required contents" in text_of(english)


def test_a_hostile_report_still_makes_a_sheet_that_opens(templates, gaps_report, registry):
    nasty = "x\x00\x0c{{ 7*7 }}<w:p>&amp;\ud800" + "dài " * 400
    findings = tuple(replace(finding, message=nasty, quote=nasty) for finding in gaps_report.findings)
    file = replace(gaps_report.file, name=nasty)
    text = text_of(made(templates, replace(gaps_report, findings=findings, file=file), registry))
    assert "{{ 7*7 }}<w:p>&amp;" in text


@pytest.mark.office
def test_a_usual_report_takes_two_pages_and_a_letter_one(templates, gaps_report, unreadable, registry, tmp_path):
    office, counter = shutil.which("soffice"), shutil.which("pdfinfo")
    if not office or not counter:
        pytest.skip("LibreOffice and pdfinfo are needed to count pages")
    for name, examination, pages in (("phieu", gaps_report, 2), ("thu", unreadable, 1)):
        (tmp_path / f"{name}.docx").write_bytes(
            made(templates, examination, registry, lineage=after(gaps_report, gaps_report))
        )
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / f"{name}.docx",
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        told = subprocess.run([counter, tmp_path / f"{name}.pdf"], check=True, capture_output=True, text=True)
        assert f"Pages:           {pages}" in told.stdout
