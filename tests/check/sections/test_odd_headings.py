"""Headings in words that no list holds still lead to the right section, by place and by what stands under them."""

import pytest

from service.check.sections.deeds import answers_how
from service.check.sections.zones import keeps_promise
from service.language import fold
from tests.check.builder import case, judged, report, section

LESSON_TEXT = (
    "Chi hội trưởng phải là người được bà con tin, việc gì hứa thì làm bằng được.",
    "Quỹ thu đến đâu nên báo ngay đến đó, chậm một tháng là người góp nản lòng.",
    "Muốn cháu nhỏ ham đọc thì người lớn trong nhà đừng để sách khóa trong tủ.",
)
RESULT_TEXT = (
    "Đại hội khóa IV giao phường 2.000 hội viên, đến nay có 2.140 hội viên, đạt 27% dân số, vượt chỉ tiêu Nghị quyết.",
    "Quỹ khuyến học vận động được 640 triệu đồng, trao 1.120 suất học bổng cho học sinh nghèo của 14 tổ dân phố.",
)
GOAL_TEXT = (
    "Phương hướng: đưa việc học về từng ngõ phố, lấy dòng họ và gia đình làm gốc.",
    "Đến năm 2025 phấn đấu có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
    "Nhiệm vụ: mở 4 tủ sách, lập 3 lớp ngoại ngữ buổi tối, kết nạp giáo viên trẻ.",
    "Cách làm: giao mỗi ủy viên một tổ dân phố, cuối quý họp kiểm điểm, công khai sổ quỹ.",
)

LESSON_HEADINGS = [
    "LÀM RỒI MỚI BIẾT",
    "ĐIỀU GÌ GIÚP CHÚNG TA LÀM ĐƯỢC",
    "CÂU CHUYỆN NGƯỜI ĐI TRƯỚC DẶN LẠI NGƯỜI ĐI SAU",
    "TÂM NIỆM CỦA NGƯỜI LÀM KHUYẾN HỌC",
    "SUY NGHĨ SAU MỘT KHÓA CÔNG TÁC",
    "GÓC NHÌN CỦA BAN CHẤP HÀNH SAU NĂM NĂM",
    "MẤY LỜI GAN RUỘT",
    "NHỮNG VIỆC NÊN GIỮ, NHỮNG VIỆC NÊN BỎ",
    "VỐN LIẾNG ĐỂ LẠI CHO KHÓA SAU",
]
RESULT_HEADINGS = [
    "GIAO ƯỚC VỚI ĐẠI HỘI KHÓA IV VÀ NHỮNG CON SỐ TRẢ LỜI",
    "NGHỊ QUYẾT KHÓA IV ĐÃ ĐI VÀO CUỘC SỐNG NHƯ THẾ NÀO",
    "BỨC TRANH KHUYẾN HỌC 2015 - 2020",
    "TỪ NGHỊ QUYẾT ĐẾN NGÕ PHỐ",
    "SỔ TAY NĂM NĂM CỦA HỘI",
    "PHONG TRÀO Ở CƠ SỞ GIAI ĐOẠN 2015 - 2020",
    "HỘI ĐÃ GIỮ LỜI VỚI HỘI VIÊN RA SAO",
    "ĐỐI CHIẾU LỜI HỨA VÀ VIỆC LÀM",
]
GOAL_HEADINGS = [
    "CHẶNG TIẾP THEO",
    "LỐI ĐI CỦA KHÓA V",
    "HỘI KHUYẾN HỌC PHƯỜNG TRƯỚC NGƯỠNG CỬA NĂM 2025",
    "ĐIỀU CHÚNG TA MUỐN TỚI VÀ CÁCH ĐI TỚI",
    "2020 - 2025: NHỮNG BƯỚC CHÂN MỚI",
    "LỜI HỨA VỚI KHÓA SAU",
    "VIỆC ĐẶT LÊN VAI BAN CHẤP HÀNH KHÓA V",
    "NHÌN VỀ PHÍA TRƯỚC",
]


@pytest.mark.parametrize("heading", LESSON_HEADINGS)
def test_lessons_stand_under_a_heading_that_no_list_holds(heading):
    answer = section(judged(*report(lessons=(f"**II. {heading}", *LESSON_TEXT))), "lessons_learned")
    assert (answer.status, answer.heading) == ("present", f"II. {heading}")


@pytest.mark.parametrize("heading", RESULT_HEADINGS)
def test_results_stand_under_a_heading_that_no_list_holds(heading):
    answer = section(judged(*report(results=(f"**I. {heading}", *RESULT_TEXT))), "resolution_results")
    assert (answer.status, answer.heading) == ("present", f"I. {heading}")


@pytest.mark.parametrize("heading", GOAL_HEADINGS)
def test_goals_stand_under_a_heading_that_no_list_holds(heading):
    answer = section(judged(*report(goals=(f"**III. {heading}", *GOAL_TEXT))), "new_term_goals")
    assert (answer.status, answer.heading) == ("present", f"III. {heading}")


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("NĂM NĂM GIỮ LỜI HỨA VỚI ĐẠI HỘI", True),
        ("TRẢ LỜI HỨA TRƯỚC HỘI VIÊN", True),
        ("NHỮNG ĐIỀU ĐÃ HỨA, NHỮNG VIỆC ĐÃ LÀM", True),
        ("THỰC HIỆN VIỆC ĐÃ HỨA KHÓA TRƯỚC", True),
        ("LỜI HỨA VỚI KHÓA SAU", False),
        ("HỨA TIẾP VỚI ĐẠI HỘI", False),
        ("QUYẾT GIỮ LỜI HỨA VỚI ĐẠI HỘI", False),
        ("GIỮ LỜI HỨA TRONG NHIỆM KỲ TỚI", False),
        ("BÀI HỌC TỪ VIỆC GIỮ LỜI HỨA", False),
    ],
)
def test_a_heading_tells_that_a_promise_was_kept_or_is_made(heading, kept):
    assert keeps_promise(fold(heading)) is kept


def test_results_under_a_promise_are_told_in_parts_with_headings_of_their_own():
    lines = (
        "**I. NĂM NĂM GIỮ LỜI HỨA VỚI ĐẠI HỘI",
        "**Người và tổ chức",
        RESULT_TEXT[0],
        "**Đồng tiền",
        RESULT_TEXT[1],
    )
    answer = section(judged(*report(results=lines)), "resolution_results")
    assert (answer.status, answer.heading) == ("present", "I. NĂM NĂM GIỮ LỜI HỨA VỚI ĐẠI HỘI")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        (
            "Làm bằng cách nào? Mỗi ủy viên nhận một dãy trọ, tháng đến một lần; nhờ Đoàn nhập sổ vào máy.",
            True,
        ),
        (
            "Giữ cháu ở lớp ra sao? Giáo viên báo tên trước tháng 9; chi hội đến nhà; quỹ trả xe buýt cho cháu.",
            True,
        ),
        (
            "Vậy ta thực hiện thế nào? Giao từng tổ một việc, ghi tên người lo. Cuối quý dán kết quả ở cửa nhà họp.",
            True,
        ),
        ("Làm bằng cách nào? Câu hỏi ấy còn để ngỏ.", False),
        (
            "Đại hội trước hỏi làm thế nào, nay đã trả lời được; hội viên đông lên và quỹ của phường nhiều hơn trước.",
            False,
        ),
        (
            "Vì sao chưa đạt? Người dân mới về chưa quen tổ; ở các công ty, văn phòng chưa lập được chi hội nào cả.",
            False,
        ),
    ],
)
def test_solutions_may_answer_a_question(text, means):
    (line,) = [each for each in case(text).lines if each.text.strip()]
    assert answers_how(line) is means
