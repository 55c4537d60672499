"""What only looks like a section by its place is none."""

import pytest

from tests.check.builder import codes, judged, report, section

NO_LESSONS = [
    ("CÔNG TÁC THI ĐUA", ("Có 3 tập thể và 9 cá nhân được quận khen, 2 người được thành phố tặng Bằng khen.",)),
    ("HẠN CHẾ", ("Chi hội 7 họp chưa đều.", "Sổ sách chi hội 9 còn thiếu, người phụ trách hay vắng.")),
    ("NGUYÊN NHÂN", ("Cán bộ kiêm nhiệm nên ít thời gian.", "Kinh phí eo hẹp, phải trông vào người góp.")),
    ("ĐỀ NGHỊ", ("Đề nghị phường cấp thêm kinh phí.", "Đề nghị Hội Khuyến học quận mở lớp tập huấn.")),
    (
        "CÁC GƯƠNG TIÊU BIỂU",
        ("Bà Lê Thị Na ở tổ 4 đã nhận nuôi 2 cháu mồ côi.", "Dòng họ Vũ đã xây nhà đọc sách năm 2018."),
    ),
    ("TÌNH HÌNH QUỸ", ("Thu 640 triệu đồng, chi 512 triệu đồng, còn 128 triệu đồng.",)),
    ("NHÂN SỰ KHÓA MỚI", ("Ban Chấp hành dự kiến 15 người, Ban Thường vụ 5 người.",)),
    ("CÔNG TÁC TUYÊN TRUYỀN", ("Hội đã phát 120 bản tin, tổ chức 14 buổi nói chuyện, treo 32 băng rôn.",)),
]
NO_RESULTS = [
    ("ĐẶC ĐIỂM TÌNH HÌNH", ("Phường có 14 tổ dân phố, 2.600 hộ, 9.100 người, 3 trường học.",)),
    ("THUẬN LỢI, KHÓ KHĂN", ("Thuận lợi là dân hiếu học; khó khăn là 40% hộ làm thuê, đi sớm về muộn.",)),
]
NO_GOALS = [
    ("KIẾN NGHỊ", ("Đề nghị quận sớm ban hành quy chế; đề nghị phường sẽ hỗ trợ 20 triệu đồng mỗi năm.",)),
    ("LỜI CẢM ƠN", ("Ban Chấp hành cảm ơn Đảng ủy phường, các nhà hảo tâm và toàn thể hội viên.",)),
    ("HƯỚNG KHẮC PHỤC", ("Sẽ kiện toàn chi hội 7 ngay trong tháng, sẽ giao người giữ sổ chi hội 9.",)),
    ("DANH SÁCH NHÀ TÀI TRỢ", ("Công ty Hải Long góp 50 triệu đồng, ông Trần Văn Bảy góp 20 triệu đồng.",)),
]


@pytest.mark.parametrize(("heading", "lines"), NO_LESSONS)
def test_no_lessons_are_made_of_other_things(heading, lines):
    answer = judged(*report(lessons=(f"**II. {heading}", *lines)))
    assert section(answer, "lessons_learned").status == "missing"
    assert codes(answer, "section.") == ["section.missing:lessons_learned"]


@pytest.mark.parametrize(("heading", "lines"), NO_RESULTS)
def test_no_results_are_made_of_other_things(heading, lines):
    answer = judged(*report(results=(f"**I. {heading}", *lines)))
    assert section(answer, "resolution_results").status == "missing"


@pytest.mark.parametrize(("heading", "lines"), NO_GOALS)
def test_no_goals_are_made_of_other_things(heading, lines):
    answer = judged(*report(goals=(f"**III. {heading}", *lines)))
    assert section(answer, "new_term_goals").status == "missing"


def test_a_bare_report_without_goals_makes_no_lessons_of_its_conditions():
    conditions = ("**I. ĐẶC ĐIỂM TÌNH HÌNH", "Nhiều người đi làm công ty, chiều tối mới về, con nhỏ phải gửi ông bà.")
    answer = judged(*report(results=conditions, lessons=(), goals=()))
    assert section(answer, "lessons_learned").status == "missing"
