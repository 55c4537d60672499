"""Reports of a workspace held against each other: what was copied is found, what is alike everywhere is not."""

from dataclasses import replace
from itertools import permutations

import pytest

from service.answer import from_json, to_json, to_object
from service.check.across.shelf import compared, shelve
from service.model.examination import Terms
from tests.check.builder import GOALS, LESSONS, RESULTS, judged, report, rules

OWN = (
    "Quỹ khuyến học vận động được 642,5 triệu đồng, trao 1.127 suất học bổng, chi 598,3 triệu đồng, nhiều nhất là năm"
    " 2018 nhờ các nhà hảo tâm."
)
EDITED = "Toàn phường vận động quỹ được 642,5 triệu đồng; đã trao 1.127 suất, chi 598,3 triệu đồng cho các cháu."
PERSON = "Ông Nguyễn Đình Khuê và bà Lương Thị Sáu dạy lớp buổi tối không lấy tiền suốt bốn năm liền."


def of(place, *more, date="20 tháng 5 năm 2020", **parts):
    head = ("HỘI KHUYẾN HỌC QUẬN LÊ CHÂN", f"**HỘI KHUYẾN HỌC PHƯỜNG {place.upper()}", f"{place}, ngày {date}")
    opening = (f"Ban Chấp hành Hội Khuyến học phường {place} báo cáo trước Đại hội như sau:",)
    results = (RESULTS[0], f"Nghị quyết đề ra 25%. Phường có {len(place)} chi hội.", *more)
    found = judged(*report(head=head, opening=opening, results=results, **parts))
    return replace(found, file=replace(found.file, sha256=place))


def copies(own, *others):
    found = compared(own, shelve([own, *others]), rules()).findings
    return [(one.code, one.message, one.quote) for one in found if one.code.startswith("copy.")]


def test_the_same_figures_in_two_units_are_told_to_both():
    one, other = of("An Biên", OWN), of("Cát Dài", EDITED)
    ((code, message, quote),) = copies(one, other)
    assert (code, quote) == ("copy.other_unit", OWN)
    assert "Hội Khuyến học phường Cát Dài" in message
    assert "cần kiểm tra lại" in message
    assert [quote for *_, quote in copies(other, one)] == [EDITED]


def test_two_sentences_with_the_same_names_are_no_chance():
    more = "Ông Phạm Bá Tòng tặng tủ sách, bà Đỗ Thị Lụa trông phòng đọc của tổ dân phố số 7."
    assert [code for code, *_ in copies(of("An Biên", PERSON, more), of("Cát Dài", PERSON, more))] == [
        "copy.other_unit"
    ]


@pytest.mark.parametrize(
    "shared",
    [
        "Quyết định 281/QĐ-TTg đề ra đến năm 2020 có 70% gia đình, 50% dòng họ, 60% cộng đồng, 50% đơn vị.",
        "Toàn quận có 15 phường, 212.400 nhân khẩu, 1.245 tổ dân phố và 46.250 hội viên.",
        "Hội phối hợp với phường Dư Hàng mở lớp cho 1.215 người, 348 em, chi 125,4 triệu đồng.",
        "Trong lịch sử phát triển giáo dục nước nhà, khuyến học, khuyến tài là một đạo lý tốt đẹp của dân tộc.",
        "Phường có 12 chi hội, 1.200 hội viên, đạt 25% dân số.",
        PERSON,
    ],
)
def test_what_many_may_say_is_no_copy(shared):
    assert copies(of("An Biên", shared), of("Cát Dài", shared)) == []


def test_lessons_and_goals_of_the_same_wording_are_usual():
    assert copies(of("An Biên", lessons=LESSONS, goals=GOALS), of("Cát Dài", lessons=LESSONS, goals=GOALS)) == []


def test_what_is_handed_down_to_many_is_no_copy():
    others = [of(place, OWN) for place in ("Cát Dài", "Lam Sơn", "Hồ Nam", "Trại Cau")]
    assert copies(of("An Biên", OWN), *others) == []


def test_units_that_merged_tell_the_same():
    head = ("HỘI KHUYẾN HỌC HUYỆN TIÊN LÃNG", "**HỘI KHUYẾN HỌC XÃ {}", "ngày 20 tháng 5 năm 2020")
    one, other = (
        judged(*report(head=tuple(line.format(name) for line in head), opening=(), results=(*RESULTS, OWN)))
        for name in ("TIÊN HƯNG", "VINH QUANG")
    )
    assert one.unit.id != other.unit.id
    assert copies(one, other) == []


def test_the_order_of_reports_does_not_matter_and_comparing_again_changes_nothing():
    reports = [of("An Biên", OWN), of("Cát Dài", EDITED), of("Lam Sơn", PERSON)]
    expected = {}
    for order in permutations(reports):
        shelf = shelve(order)
        once = [compared(one, shelf, rules()) for one in order]
        again = [compared(one, shelve(once), rules()) for one in once]
        assert once == again
        found = {one.unit.id: one.findings for one in once}
        expected = expected or found
        assert found == expected


def test_a_finding_goes_when_its_reason_goes():
    one, other = of("An Biên", OWN), of("Cát Dài", OWN)
    with_finding = compared(one, shelve([one, other]), rules())
    assert with_finding != one
    assert compared(with_finding, shelve([with_finding]), rules()) == one


def test_figures_of_the_term_before_are_told():
    new = of("An Biên", OWN)
    old = replace(new, terms=Terms("2010-2015", "2015-2020"), file=replace(new.file, sha256="old"))
    shelf = shelve([new], [old, new])
    (found,) = [one for one in compared(new, shelf, rules()).findings if one.code == "copy.previous_term"]
    assert "2010-2015" in found.message
    assert not [one for one in compared(old, shelf, rules()).findings if one.code.startswith("copy.")]


def test_a_new_version_of_one_report_is_no_copy_of_the_old_one():
    new = of("An Biên", OWN)
    assert compared(new, shelve([new], [new, of("An Biên", OWN, PERSON)]), rules()) == new


def test_rows_of_tables_are_compared_by_their_figures():
    table = [
        ["Năm", "Thu", "Chi", "Suất"],
        ["2018", "128,45", "117,65", "1.236"],
        ["2019", "139,55", "128,35", "1.347"],
    ]
    head = "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN"
    blocks = [
        (head, f"**HỘI KHUYẾN HỌC PHƯỜNG {name}", "ngày 20 tháng 5 năm 2020", *report()[4:7], *RESULTS, table, *LESSONS)
        for name in ("AN BIÊN", "CÁT DÀI")
    ]
    one, other = (judged(*each) for each in blocks)
    other = replace(other, file=replace(other.file, sha256="other"))
    assert [code for code, *_ in copies(one, other)] == ["copy.other_unit"]


def test_marks_are_kept_in_the_ledger_and_not_told_to_the_officer():
    one = of("An Biên", OWN)
    assert one.marks
    assert from_json(to_json(one, kept=True)) == one
    assert "marks" not in to_object(one)
