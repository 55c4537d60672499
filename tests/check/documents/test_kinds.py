"""A document's kind is told by its title; by its opening and headings where the title is silent."""

import pytest

from tests.check.builder import HEAD, codes, judged, report

TITLES = [
    (
        "term_report",
        (
            "BÁO CÁO",
            "CỦA BAN CHẤP HÀNH HỘI KHUYẾN HỌC PHƯỜNG KHÓA IV TRÌNH ĐẠI HỘI LẦN THỨ V",
        ),
    ),
    ("term_report", ("BÁO CÁO TỔNG KẾT NHIỆM KỲ 2015 - 2020",)),
    (
        "term_report",
        (
            "BÁO CÁO CHÍNH TRỊ",
            "tại Đại hội Hội Khuyến học phường lần thứ V",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Kết quả thực hiện Nghị quyết nhiệm kỳ 2015 - 2020; Phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Kiểm điểm việc thực hiện Nghị quyết Đại hội nhiệm kỳ 2015 - 2020; phương hướng nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Kiểm điểm công tác khuyến học, khuyến tài 5 năm (2015 - 2020)",
        ),
    ),
    ("term_report", ("BÁO CÁO KIỂM ĐIỂM NHIỆM KỲ 2015 - 2020 VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",)),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Tổng kết 5 năm công tác khuyến học (2015 - 2020) và phương hướng, nhiệm vụ 2020 - 2025",
        ),
    ),
    (
        "term_report",
        (
            "DỰ THẢO",
            "BÁO CÁO",
            "Tổng kết nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "term_report",
        (
            "(DỰ THẢO LẦN 3)",
            "BÁO CÁO TỔNG KẾT NHIỆM KỲ",
        ),
    ),
    (
        "term_report",
        (
            "VĂN KIỆN ĐẠI HỘI",
            "Báo cáo của Ban Chấp hành khóa IV",
        ),
    ),
    (
        "term_report",
        (
            "TỔNG KẾT NHIỆM KỲ 2015 - 2020",
            "PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
        ),
    ),
    ("term_report", ("Đại hội Hội Khuyến học phường An Biên nhiệm kỳ 2020 - 2025",)),
    ("term_report", ("Báo cáo tổng kết công tác Hội nhiệm kỳ 2015 - 2020",)),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Tình hình công tác khuyến học nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Công tác khuyến học năm 2015 - 2020, phương hướng nhiệm vụ năm 2020 - 2025",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Tổng kết công tác khuyến học giai đoạn 2015 - 2020, phương hướng, nhiệm vụ giai đoạn 2020 - 2025",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO TRÌNH ĐẠI HỘI",
            "(Tài liệu phục vụ Đại hội lần thứ V)",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Thực hiện Nghị quyết Đại hội và Quyết định 281 nhiệm kỳ 2015 - 2020; phương hướng nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "term_report",
        (
            "BÁO CÁO",
            "Tổng kết phong trào khuyến học, khuyến tài nhiệm kỳ III, phương hướng nhiệm kỳ IV",
        ),
    ),
    ("term_report", ("BÁO CÁO CÔNG TÁC HỘI NHIỆM KỲ QUA VÀ NHỮNG VIỆC LÀM TRONG NHIỆM KỲ TỚI",)),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Tổng kết công tác khuyến học năm 2019, phương hướng, nhiệm vụ năm 2020",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Sơ kết giữa nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Tổng kết 5 năm thực hiện Quyết định số 281/QĐ-TTg của Thủ tướng Chính phủ",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Tổng kết 5 năm thực hiện Đề án “Đẩy mạnh phong trào học tập suốt đời”, giai đoạn 2015 - 2020",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Kết quả công tác 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2020",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Công tác khuyến học năm học 2019 - 2020",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Tổng kết 12 năm thực hiện Chỉ thị số 11-CT/TW của Bộ Chính trị",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Kết quả hoạt động quý II năm 2020",
        ),
    ),
    ("periodic_report", ("BÁO CÁO TỔNG KẾT NĂM 2019",)),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Kết quả xây dựng các mô hình học tập năm 2019",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Tổng kết 10 năm thực hiện phong trào xây dựng gia đình học tập",
        ),
    ),
    (
        "periodic_report",
        (
            "BÁO CÁO",
            "Tổng kết công tác khuyến học năm 2020 và nhiệm kỳ 2015 - 2020 của Quyết định 281",
        ),
    ),
    (
        "self_review",
        (
            "BÁO CÁO KIỂM ĐIỂM",
            "của Ban Chấp hành Hội Khuyến học phường nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "self_review",
        (
            "BÁO CÁO KIỂM ĐIỂM",
            "SỰ LÃNH ĐẠO, CHỈ ĐẠO CỦA BAN CHẤP HÀNH NHIỆM KỲ 2015 - 2020",
        ),
    ),
    (
        "self_review",
        (
            "BÁO CÁO",
            "Kiểm điểm Ban Chấp hành Hội khóa IV, nhiệm kỳ 2015 - 2020 trình Đại hội",
        ),
    ),
    (
        "self_review",
        (
            "BẢN KIỂM ĐIỂM",
            "Tập thể Ban Chấp hành nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "self_review",
        (
            "BÁO CÁO",
            "Kiểm điểm vai trò lãnh đạo của Ban Thường vụ Hội nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "self_review",
        (
            "BÁO CÁO KIỂM ĐIỂM",
            "Hoạt động của Ban Chấp hành nhiệm kỳ 2015 - 2020",
        ),
    ),
    ("self_review", ("BÁO CÁO TỰ PHÊ BÌNH VÀ PHÊ BÌNH CỦA BAN CHẤP HÀNH NHIỆM KỲ 2015 - 2020",)),
    (
        "self_review",
        (
            "BÁO CÁO",
            "Tự kiểm điểm của Ban Chấp hành khóa IV",
        ),
    ),
    (
        "speech",
        (
            "THAM LUẬN",
            "Kinh nghiệm xây dựng quỹ khuyến học nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "speech",
        (
            "BÁO CÁO THAM LUẬN",
            "Kinh nghiệm xây dựng quỹ",
        ),
    ),
    (
        "speech",
        (
            "DIỄN VĂN KHAI MẠC",
            "Đại hội lần thứ V, nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "speech",
        (
            "BÀI PHÁT BIỂU",
            "của đồng chí Bí thư Đảng ủy tại Đại hội",
        ),
    ),
    ("speech", ("BÀI THAM LUẬN TẠI ĐẠI HỘI HỘI KHUYẾN HỌC PHƯỜNG NHIỆM KỲ 2020 - 2025",)),
    (
        "draft_resolution",
        (
            "NGHỊ QUYẾT",
            "Đại hội Hội Khuyến học phường An Biên lần thứ V, nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "draft_resolution",
        (
            "DỰ THẢO",
            "NGHỊ QUYẾT",
            "Đại hội đại biểu lần thứ V",
        ),
    ),
    ("draft_resolution", ("DỰ THẢO NGHỊ QUYẾT ĐẠI HỘI",)),
    (
        "personnel_plan",
        (
            "ĐỀ ÁN",
            "Nhân sự Ban Chấp hành nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "personnel_plan",
        (
            "PHƯƠNG ÁN NHÂN SỰ",
            "Ban Chấp hành khóa V",
        ),
    ),
    (
        "personnel_plan",
        (
            "BÁO CÁO",
            "Công tác nhân sự Ban Chấp hành nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "personnel_plan",
        (
            "TỜ TRÌNH",
            "Về nhân sự Ban Chấp hành nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "comments",
        (
            "TỔNG HỢP",
            "Ý kiến góp ý vào dự thảo Báo cáo tổng kết nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "comments",
        (
            "BÁO CÁO",
            "Tổng hợp ý kiến đóng góp vào dự thảo văn kiện trình Đại hội",
        ),
    ),
    (
        "comments",
        (
            "BÁO CÁO",
            "Tiếp thu, giải trình ý kiến góp ý dự thảo báo cáo nhiệm kỳ",
        ),
    ),
    (
        "annex",
        (
            "PHỤ LỤC",
            "Số liệu công tác khuyến học nhiệm kỳ 2015 - 2020 (Kèm theo Báo cáo số 05/BC-HKH)",
        ),
    ),
    ("annex", ("BIỂU TỔNG HỢP SỐ LIỆU NHIỆM KỲ 2015 - 2020",)),
    (
        "other",
        (
            "CHƯƠNG TRÌNH",
            "Đại hội Hội Khuyến học phường lần thứ V, nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "other",
        (
            "KẾ HOẠCH",
            "Tổ chức Đại hội nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "other",
        (
            "BÁO CÁO",
            "Thẩm tra tư cách đại biểu dự Đại hội nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "other",
        (
            "BÁO CÁO",
            "Tài chính quỹ khuyến học nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "other",
        (
            "BÁO CÁO",
            "Hoạt động của Ban Kiểm tra nhiệm kỳ 2015 - 2020",
        ),
    ),
    (
        "other",
        (
            "BÁO CÁO THÀNH TÍCH",
            "Đề nghị tặng Bằng khen của Trung ương Hội giai đoạn 2015 - 2020",
        ),
    ),
    (
        "other",
        (
            "CHƯƠNG TRÌNH HÀNH ĐỘNG",
            "Thực hiện Nghị quyết Đại hội nhiệm kỳ 2020 - 2025",
        ),
    ),
    (
        "other",
        (
            "BÀI VIẾT",
            "Truyền thống 20 năm Hội Khuyến học phường",
        ),
    ),
]


@pytest.mark.parametrize(("kind", "title"), TITLES)
def test_the_title_tells_the_kind(kind, title):
    assert judged(*report(title=tuple(f"^^{line}" for line in title))).kind == kind


@pytest.mark.parametrize(
    "title",
    [
        (),
        ("Báo cáo tổng kết công tác Hội nhiệm kỳ 2015 - 2020",),
        ("BÁO CÁO", "Tình hình công tác khuyến học nhiệm kỳ"),
    ],
)
def test_a_report_without_a_formatted_title_is_still_a_report(title):
    assert judged(*report(title=title)).kind == "term_report"


@pytest.mark.parametrize(
    "opening",
    [
        "Được sự phân công của Đoàn Chủ tịch, tôi xin trình bày với Đại hội kinh nghiệm của chi hội 7.",
        "Tôi xin phát biểu tham luận với chủ đề vận động quỹ.",
        "Thay mặt chi hội 7, tôi xin chia sẻ với Đại hội về việc vận động quỹ.",
    ],
)
@pytest.mark.parametrize("title", [(), ("^^KINH NGHIỆM VẬN ĐỘNG QUỸ KHUYẾN HỌC Ở CHI HỘI 7",)])
def test_a_speech_without_the_word_is_told_by_its_opening(opening, title):
    answer = judged(*report(title=title, opening=("Kính thưa Đoàn Chủ tịch, kính thưa các vị đại biểu!", opening)))
    assert answer.kind == "speech"


def test_a_title_in_the_table_of_the_letterhead_counts():
    head = [["HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]
    report_title = [["BÁO CÁO TỔNG KẾT NHIỆM KỲ 2015 - 2020", ""]]
    yearly = [["BÁO CÁO SƠ KẾT CÔNG TÁC KHUYẾN HỌC 6 THÁNG", ""]]
    assert judged(*report(head=(), title=(head + report_title,))).kind == "term_report"
    assert judged(*report(head=(), title=(head + yearly,))).kind == "periodic_report"


def test_of_another_kind_only_that_is_said():
    answer = judged(*report(title=("^^BÁO CÁO", "^^Sơ kết giữa nhiệm kỳ"), lessons=()))
    assert answer.verdict == "wrong_kind"
    assert answer.sections == ()
    assert [finding.code for finding in answer.findings] == ["document.wrong_kind"]


def test_a_letter_without_anything_of_a_report_is_something_else():
    answer = judged(*HEAD, "Kính gửi Hội Khuyến học quận, phường xin mượn hội trường để họp.")
    assert (answer.kind, codes(answer, "document.")) == ("other", ["document.wrong_kind"])
