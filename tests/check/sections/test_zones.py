"""Every paragraph belongs to the past, the future or neither, by the headings that it stands under."""

import pytest

from service.check.case import Zone
from tests.check.builder import (
    CENTRED_TITLE,
    END,
    GOALS,
    HEAD,
    LESSONS,
    OBJECTIVES,
    OPENING,
    RESULTS,
    TASKS,
    case,
    context,
    report,
)  # fmt: skip

LONG = "Trong nhiệm kỳ, toàn phường có mười hai chi hội với hơn hai nghìn hội viên sinh hoạt đều."


def zones(*blocks):
    made = case(*blocks)
    told = context(made)
    return {line.text: told.zone(line.paragraph) for line in made.lines}


def test_a_usual_report_has_its_usual_zones():
    told = zones(*report())
    assert told[HEAD[0]] is told["BÁO CÁO"] is Zone.FRONT
    assert told[OPENING[0]] is Zone.OPENING
    assert told[RESULTS[1]] is told[LESSONS[1]] is Zone.PAST
    assert told[OBJECTIVES] is told[TASKS] is Zone.FUTURE
    assert told[END[0]] is told[END[2]] is Zone.CLOSING


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("ĐẶC ĐIỂM TÌNH HÌNH", Zone.PAST),
        ("HẠN CHẾ, NGUYÊN NHÂN", Zone.PAST),
        ("PHƯƠNG HƯỚNG KHẮC PHỤC HẠN CHẾ", Zone.PAST),
        ("KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2015 - 2020", Zone.PAST),
        ("THỰC HIỆN CÁC NHIỆM VỤ, GIẢI PHÁP ĐÃ ĐỀ RA", Zone.PAST),
        ("NHIỆM KỲ 2020 - 2025", Zone.FUTURE),
        ("NHIỆM VỤ 5 NĂM TỚI", Zone.FUTURE),
        ("DỰ BÁO TÌNH HÌNH NHIỆM KỲ 2020 - 2025", Zone.FUTURE),
        ("KIẾN NGHỊ, ĐỀ XUẤT", Zone.OTHER),
        ("KẾT LUẬN", Zone.OTHER),
        ("PHỤ LỤC SỐ LIỆU", Zone.ANNEX),
    ],
)
def test_a_heading_tells_the_zone_of_what_stands_under_it(heading, zone):
    told = zones(*CENTRED_TITLE, *OPENING, *RESULTS, f"**II. {heading}", LONG, "**III. PHƯƠNG HƯỚNG", TASKS)
    assert told[LONG] is zone


def test_what_stands_under_goals_stays_future_whatever_its_heading_says():
    told = zones(*CENTRED_TITLE, *RESULTS, GOALS[0], "**1. Công tác khen thưởng, khắc phục khó khăn", LONG)
    assert told[LONG] is Zone.FUTURE


def test_tasks_within_results_stay_past():
    told = zones(*CENTRED_TITLE, RESULTS[0], "**1. Nhiệm vụ trọng tâm", LONG, *GOALS)
    assert told[LONG] is Zone.PAST


def test_a_heading_is_told_by_the_headings_under_it():
    inner = ("**I. Mục tiêu", OBJECTIVES, "**II. Nhiệm vụ", TASKS)
    told = zones(*CENTRED_TITLE, *RESULTS, "**PHẦN II. NỘI DUNG MỚI", LONG, *inner)
    assert told[LONG] is Zone.FUTURE


def test_a_heading_is_told_by_the_goals_that_name_themselves_under_it():
    told = zones(*CENTRED_TITLE, *RESULTS, "**II. CHÚNG TA SẼ ĐI ĐÂU", OBJECTIVES, TASKS)
    assert told[OBJECTIVES] is Zone.FUTURE


def test_a_table_of_figures_behind_the_signature_is_an_annex():
    told = zones(*report(), "^^PHỤ LỤC SỐ LIỆU", [["TT", "Chỉ tiêu"], ["1", "Hội viên cuối kỳ"]])
    assert told["Hội viên cuối kỳ"] is Zone.ANNEX


def test_a_signature_inside_the_text_does_not_end_the_report():
    told = zones(*CENTRED_TITLE, "Thay mặt Ban Chấp hành, tôi xin báo cáo như sau:", *RESULTS, *LESSONS, *GOALS, *END)
    assert told[RESULTS[1]] is Zone.PAST
    assert told[TASKS] is Zone.FUTURE
