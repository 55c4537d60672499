"""The dashboard tells what a next version mended, and what a reviewer accepted."""

import re
from dataclasses import replace
from datetime import date

from service.model.examination import Severity, Verdict
from service.model.waiver import Lapse, Lapsed, Waiver, Waiving
from service.outbox.gap.items import weights
from service.outbox.phrasing.names import Names
from service.rounds.fingerprint import marks
from service.words import words
from tests.outbox.board.builder import DO_SON, EARLY, LE_CHAN, NASTY, build, finding, index, sent
from tests.outbox.board.test_pages import Page, unit_page

LESSONS = finding(message="Thiếu phần bài học.")
GOALS = finding(message="Thiếu giải pháp.", section="new_term_goals")
NUMBER = finding("figure.total", Severity.WARNING, "Tổng không khớp.", quote="12 + 3 = 16")
FIRST = sent(1, LE_CHAN, Verdict.GAPS, lacking=["lessons_learned"], findings=[LESSONS, GOALS], received=EARLY)
SECOND = sent(2, LE_CHAN, Verdict.GAPS, lacking=["lessons_learned"], findings=[LESSONS, NUMBER])
WAIVER = Waiver("hai-phong.le-chan", "k7m2q4", "Số đã thống nhất ở hội nghị.", "Ông Hòa", date(2020, 12, 31))


def accepting(submission, place, waiver=WAIVER, **more):
    found = submission.examination.findings
    taken = tuple(waiver if at == place else None for at in range(len(found)))
    return {LE_CHAN.id: Waiving(marks(found), taken, **more)}


def words_of(text):
    """The text of a page's main part, without markup."""
    main = text[text.index("<main") : text.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_a_units_page_tells_what_the_next_version_mended_left_and_brought():
    text = words_of(unit_page(build([FIRST, SECOND]), LE_CHAN))
    assert (
        "So với bản trước (lần 1, tệp bc 1.docx, nhận ngày 30/5/2020): đã sửa 1; còn 1; đã đổi 0; mới thấy 1." in text
    )
    assert "Thiếu phần bài học. còn" in text
    assert "Tổng không khớp. mới" in text
    assert "Đã sửa so với bản trước (1) ✓ Thiếu giải pháp." in text


def test_the_history_tells_of_each_version_when_it_came_and_what_changed_by_it():
    later, earlier = (row for row in Page(unit_page(build([FIRST, SECOND]), LE_CHAN)).rows if row[0].startswith("Lần "))
    assert later[:4] == ["Lần 2", "bc 2.docx", "đang được tính", "08:00 02/7/2020"]
    assert later[later.index("Mới thấy (1)") :][:4] == [
        "Mới thấy (1)",
        "Tổng không khớp.",
        "Đã sửa (1)",
        "Thiếu giải pháp.",
    ]
    assert earlier[:3] == ["Lần 1", "bc 1.docx", "08:00 30/5/2020"]
    assert not [word for word in earlier if "So với" in word]


def test_the_same_file_sent_again_is_told_as_no_new_version():
    again = replace(FIRST, claim=replace(FIRST.claim, id=3, name="bc moi.docx"))
    text = words_of(unit_page(build([FIRST, again]), LE_CHAN))
    assert "Tệp này giống hệt tệp đã gửi (lần 1, tệp bc 1.docx" in text


def test_an_accepted_finding_is_struck_through_counted_apart_and_nothing_to_mend():
    files = build([FIRST], waivings=accepting(FIRST, 0))
    text = unit_page(files, LE_CHAN)
    assert "<s><bdi>Thiếu phần bài học.</bdi></s>" in text
    told = words_of(text)
    assert "Phải sửa (1) Thiếu giải pháp." in told
    assert "Đã chấp nhận: Số đã thống nhất ở hội nghị (Ông Hòa, đến hết ngày 31/12/2020)." in told
    row = Page(files["index.html"].decode()).row("Quận Lê Chân")
    assert row[row.index("1") :][:2] == ["1", "1 được chấp nhận"]


def test_the_first_page_counts_units_with_accepted_findings_and_with_waivers_that_lapsed():
    lapsed = (Lapsed(WAIVER, Lapse.CHANGED), Lapsed(WAIVER, Lapse.EXPIRED))
    text = index([FIRST, sent(3, DO_SON)], waivings=accepting(FIRST, 0, lapsed=lapsed))
    assert 'href="#sign=waived">Có điểm được chấp nhận: <strong>1 đơn vị' in text
    assert 'href="#sign=lapsed">Chấp nhận hết hiệu lực: <strong>1 đơn vị' in text
    assert "sign=lapsed" not in index([FIRST], waivings=accepting(FIRST, 0)).replace('value="lapsed"', "")


def test_a_waiver_that_lapsed_or_is_asked_for_is_told_with_who_why_and_until_when():
    asked = replace(WAIVER, by="Chị Lan", reason="Không có trong Nghị quyết", message="Thiếu giải pháp.", proposed=True)
    waiving = accepting(FIRST, 0, lapsed=(Lapsed(WAIVER, Lapse.EXPIRED),), proposals=(asked,))
    text = words_of(unit_page(build([FIRST], waivings=waiving), LE_CHAN))
    assert "Nhận xét k7m2q4 Ông Hòa đã chấp nhận: Số đã thống nhất ở hội nghị. Đến hết ngày 31/12/2020." in text
    assert "Không còn hiệu lực: đã hết hạn" in text
    assert "Thiếu giải pháp. Chị Lan đề nghị chấp nhận: Không có trong Nghị quyết. Chờ quyết định" in text


def test_every_finding_bears_the_id_by_which_it_is_accepted():
    text = words_of(unit_page(build([FIRST]), LE_CHAN))
    assert {f"Mã: {mark.id}" for mark in marks(FIRST.examination.findings)} <= set(re.findall(r"Mã: [^ ]+", text))


def test_words_of_reviewers_stay_text():
    waiver = replace(WAIVER, by=NASTY, reason=NASTY, message=NASTY)
    waiving = accepting(FIRST, 0, waiver, lapsed=(Lapsed(waiver, Lapse.GONE),), proposals=(waiver,))
    text = unit_page(build([FIRST, SECOND], waivings=waiving | accepting(SECOND, 0, waiver)), LE_CHAN)
    assert Page(text).scripts == []
    assert "\u202e" not in text


def test_points_bear_the_numbers_that_the_gap_report_gives_them_and_are_counted_alike():
    twice = [replace(NUMBER, quote=quote) for quote in ("1 + 1 = 3", "2 + 2 = 5")]
    submission = sent(1, LE_CHAN, Verdict.GAPS, lacking=["lessons_learned"], findings=[*twice, LESSONS, GOALS])
    [waiving] = accepting(submission, 3).values()
    page = unit_page(build([submission], waivings={LE_CHAN.id: waiving}), LE_CHAN)
    numbers = re.findall(r'<li value="(\d+)">', page)
    counts = re.findall(r'<h3 class="severity (\w+)">[^<]*\((\d+)\)', page)
    told = weights(submission.examination, words(), Names(words()), waiving=waiving)
    items = [item.number for weight in told for item in weight.items]
    assert [int(number) for number in numbers] == items == [1, 2, 3]
    assert counts == [("error", "1"), ("warning", "1"), ("accepted", "1")]
