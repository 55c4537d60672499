"""A reminder letter says in neutral words what was expected, what has not come, and by when it is asked."""

import io
from datetime import date
from pathlib import Path

import docx

from service.consolidate.reminders import reminders, single
from service.model.examination import Verdict
from service.outbox.phrasing.names import Names
from service.outbox.round.letters import reminder_letter
from service.words import words
from tests.consolidate import sent
from tests.consolidate.sent import AN_BIEN, DU_HANG, LE_CHAN

TEMPLATES = Path(__file__).parents[2] / "templates"
UNTIL = date(2020, 4, 17)
BLAME = ("vi phạm", "lỗi", "sai phạm", "chậm trễ", "yêu cầu nghiêm", "phê bình")


def letter(*submissions, to="", today=sent.TODAY, language="vi"):
    board, said = sent.board(*submissions), words(language)
    if to:
        [asked] = single(board, sent.REGISTRY, [to], sent.ROUND, today=today, until=UNTIL)
    else:
        [asked] = reminders(board, sent.REGISTRY, "hp", sent.ROUND, today=today, until=UNTIL)
    data = reminder_letter(TEMPLATES, asked, sent.REGISTRY, said, today, gathered=sent.ROUND, names=Names(said))
    return docx.Document(io.BytesIO(data))


def text(document):
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_it_has_the_frame_of_an_official_letter():
    document = letter()
    head, sign = document.tables
    assert head.cell(1, 0).text.split("\n")[1] == "V/v gửi báo cáo tổng kết nhiệm kỳ 2015-2020"
    assert head.cell(1, 0).text.startswith("Số:")
    assert text(document).startswith("Kính gửi: Hội Khuyến học quận Lê Chân.")
    assert text(document).rstrip().endswith("./.")
    assert sign.cell(0, 0).text.split("\n") == ["Nơi nhận:", "- Như trên;", "- Các đơn vị có tên trên;", "- Lưu: VT."]
    assert sign.cell(0, 1).text.startswith("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH")


def test_a_collective_letter_lists_what_lacks_below_the_district():
    speech = sent.report(2, DU_HANG, "03-01", sent.SPEECH, verdict=Verdict.WRONG_KIND, name="tham luận.docx")
    found = text(letter(sent.report(1, AN_BIEN, "03-30", sent.LESSONS, sent.NQ29), speech))
    assert "Đã nhận được báo cáo, đề nghị bổ sung, xem lại (1 đơn vị):" in found
    assert (
        "- Phường An Biên: chưa thấy phần: Bài học kinh nghiệm; chưa dẫn Nghị quyết số 29-NQ/TW ngày 04/11/2013."
        in found
    )
    assert "- Phường Dư Hàng: tệp “tham luận.docx”, nhận ngày 01/3/2020. Tệp này là tham luận." in found
    assert "Đề nghị Hội Khuyến học quận Lê Chân đôn đốc, hướng dẫn các đơn vị nêu trên" in found


def test_it_names_the_day_that_has_passed_and_the_new_one():
    found = text(letter())
    assert "chậm nhất là ngày 31/3/2020. Tính đến ngày 10/4/2020" in found
    assert "Chưa nhận được báo cáo của 2 đơn vị:\n- phường An Biên, Dư Hàng." in found
    assert "chậm nhất là ngày 17/4/2020." in found


def test_days_of_several_levels_are_told_apart():
    assert (
        "chậm nhất là ngày 30/6/2020 đối với cấp quận, huyện; ngày 31/3/2020 đối với cấp xã, phường, thị trấn"
        in text(letter(sent.report(1, sent.KIEN_AN, "03-01"), today=date(2020, 7, 6)))
    )


def test_a_letter_to_one_unit_speaks_of_it_alone():
    found = text(letter(sent.report(1, AN_BIEN, "03-30", sent.LESSONS, name="bc.docx"), to=AN_BIEN.id))
    assert found.startswith("Kính gửi: Hội Khuyến học phường An Biên.")
    assert "Đã nhận được báo cáo của Hội Khuyến học phường An Biên (tệp “bc.docx”, ngày 30/3/2020)." in found
    assert "gửi lại Hội Khuyến học quận Lê Chân chậm nhất là ngày 17/4/2020." in found
    assert "Dư Hàng" not in found


def test_of_many_gaps_it_names_three():
    more = (sent.LESSONS, sent.NQ29, sent.OTHER_TERM)
    findings = [*more[:2], *(type(sent.NQ29)("authority.missing", sent.NQ29.severity, "x", "w", "f", authority=one)
                             for one in ("kl49", "ct11"))]  # fmt: skip
    assert "và 1 điểm khác nêu trong phiếu rà soát." in text(
        letter(sent.report(1, AN_BIEN, "03-30", *findings), to=AN_BIEN.id)
    )


def test_it_never_blames():
    speech = sent.report(2, LE_CHAN, "03-01", sent.SPEECH, verdict=Verdict.WRONG_KIND)
    found = text(letter(sent.report(1, AN_BIEN, "03-30", sent.LESSONS), speech)).lower()
    assert all(word not in found for word in BLAME)


def test_it_is_filled_in_english_too():
    assert "The reports of 2 units have not been received yet:" in text(letter(language="en"))
