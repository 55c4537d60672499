"""Whole sections in headings and sentences of other offices, each with its own way of telling."""
# ruff: noqa: E501 - sentences stay whole

import pytest

from tests.check.builder import judged, report, section

LESSONS_TOLD = [
    (
        "TÂM SỰ NGƯỜI GIỮ LỬA",
        (
            "Giữ lửa là giữ lòng tin, mất tin thì mở lớp nào cũng vắng.",
            "Hội viên trẻ thích làm hơn thích họp, hãy giao việc cụ thể.",
        ),
    ),
    ("ĐỌNG LẠI", ("Một là gần dân. Hai là minh bạch. Ba là bền bỉ, không chạy theo phong trào ba tháng.",)),
    ("NHẮN NHỦ KHÓA KẾ TIẾP", ("Xin đừng bỏ lệ đọc sổ quỹ cuối năm.", "Xin cứ để các họ tự đặt mức thưởng.")),
    (
        "CÁI ĐƯỢC LỚN NHẤT LÀ CÁCH NGHĨ",
        ("Trước kia cứ chờ kinh phí rồi mới làm; nay làm trước, dân thấy lợi thì kinh phí tự về.",),
    ),
    (
        "ĐÁNH GIÁ VÀ SUY NGẪM",
        ("Muốn dòng họ vào cuộc, trưởng họ cần được mời từ lúc bàn kế hoạch.", "Khen ít mà trúng quý hơn khen nhiều."),
    ),
    (
        "KHI NHÌN LẠI SỔ SÁCH",
        ("Chi hội ghi chép đều là chi hội mạnh.", "Nơi nào trưởng ban thay liên tục nơi ấy quỹ lép."),
    ),
    (
        "CHUYỆN NGHỀ SAU MỘT KHÓA",
        (
            "Nhà có người già đọc sách thì cháu nhỏ tự khắc ngồi vào bàn.",
            "Tiền quỹ để ngỏ cửa cho dân xem, năm sau dân góp gấp rưỡi.",
            "Họp ít mà đến nhà nhiều, hội viên gắn bó hơn.",
        ),
    ),
    (
        "ĐỂ LẠI CHO NGƯỜI SAU",
        (
            "Chọn người trước khi chọn việc.",
            "Đừng hứa suất quà khi trong quỹ chưa có tiền.",
            "Gặp hộ khó nên đi hai người, có phụ nữ đi cùng.",
        ),
    ),
    (
        "NHỮNG GÌ THỰC TẾ ĐÃ DẠY",
        (
            "Ở thôn có trưởng thôn nhiệt tình, lớp học nào cũng đông.",
            "Lớp mở trái mùa vụ, học viên bỏ quá nửa; đúng lúc nông nhàn mới giữ được người.",
        ),
    ),
    (
        "BÍ QUYẾT GIỮ PHONG TRÀO",
        (
            "Cán bộ Hội gương mẫu trong chính gia đình mình.",
            "Mỗi quý báo thu chi một lần trên loa để ai cũng rõ.",
            "Khen đúng người, đúng lúc, có mặt bà con.",
        ),
    ),
    (
        "NGẪM LẠI",
        (
            "Phong trào bền nhờ dòng họ, không nhờ khẩu hiệu.",
            "Cái gì dân bàn thì dân giữ, cái gì trên rót xuống thì chóng tàn.",
        ),
    ),
    (
        "TỪ NHỮNG VIỆC THÀNH VÀ CHƯA THÀNH",
        (
            "Một. Bắt đầu từ việc nhỏ mà ai cũng làm được.",
            "Hai. Mượn sức các đoàn thể thay vì làm thay.",
            "Ba. Ghi chép cẩn thận để người kế tiếp khỏi dò dẫm.",
        ),
    ),
    (
        "CẨM NANG RÚT GỌN CỦA KHÓA IV",
        (
            "Cần có sổ theo dõi từng cháu bỏ học.",
            "Cần mời thầy cô chủ nhiệm dự họp chi hội.",
            "Cần dành phần thưởng cho cả người lớn tự học.",
        ),
    ),
]
RESULTS_TOLD = [
    (
        "MÙA GẶT CỦA HỘI",
        (
            "Hội viên 1.722 người, chi hội 11, ban khuyến học dòng họ 7; Đại hội khóa IV mong 1.600 hội viên.",
            "Quỹ quyên được 233 triệu đồng; học bổng trao 640 suất.",
        ),
    ),
    (
        "BÁO CÔNG TRƯỚC ĐẠI HỘI",
        (
            "Nghị quyết Đại hội lần thứ IV có bảy việc, Hội làm trọn sáu việc: lập 2 chi hội mới, kết nạp 340 hội viên, mở 80 lớp.",
        ),
    ),
    (
        "HỘI TRONG LÒNG DÂN 5 NĂM",
        ("Có 1.890 hội viên ở 13 chi hội. Vận động được 301 triệu đồng, trao 912 suất học bổng.",),
    ),
    (
        "PHẦN VIỆC KHÓA IV",
        (
            "Thực hiện nghị quyết, phường có 72,1% gia đình học tập, 16 dòng họ học tập, quỹ 280 triệu đồng, vượt mức Đại hội nêu.",
        ),
    ),
    (
        "CHUYỆN LÀM KHUYẾN HỌC Ở PHƯỜNG TA",
        ("Từ 1.500 lên 1.980 hội viên, từ 9 lên 12 chi hội, quỹ từ 90 lên 270 triệu đồng, thưởng 870 suất.",),
    ),
    (
        "NHỮNG VIỆC CÓ TÊN TRONG NGHỊ QUYẾT",
        (
            "Việc thứ nhất: hội viên 2.050 người, đạt. Việc thứ hai: quỹ 322 triệu đồng, đạt. Việc thứ ba: lớp học nghề, chưa đạt.",
        ),
    ),
    (
        "NĂM NĂM ẤY",
        (
            "Toàn phường có 14 chi hội với 2.310 hội viên, bằng 27,4% dân số, hơn mức Đại hội trước giao.",
            "Trao 1.530 suất quà, quỹ vận động được 410 triệu đồng; 1.480 hộ được công nhận gia đình học tập.",
        ),
    ),
    (
        "BAN CHẤP HÀNH KHÓA IV TRÌNH BÀY CÔNG VIỆC CỦA MÌNH",
        (
            "Đại hội IV ấn định 5 chỉ tiêu; cả 5 đều xong. Hội viên tăng lên 1.920 người, chi hội 11, quỹ 260 triệu đồng.",
            "Đã trao 820 suất học bổng và mở 64 lớp ở trung tâm học tập cộng đồng.",
        ),
    ),
    (
        "NHỮNG DẤU ẤN",
        (
            "So với Nghị quyết Đại hội, hội viên vượt 120 người, đạt 2.120 người; quỹ vượt 45 triệu đồng, đạt 345 triệu đồng.",
            "Có 17 dòng họ và 9 tổ dân phố được công nhận danh hiệu học tập.",
        ),
    ),
    (
        "TA ĐÃ GẶT ĐƯỢC GÌ",
        (
            "Nhiệm kỳ này Hội có 13 chi hội, 1.870 hội viên; nghị quyết đặt 1.700.",
            "Tiền quỹ huy động được 298 triệu đồng, phát 930 suất thưởng cho học sinh, sinh viên.",
        ),
    ),
    (
        "DIỆN MẠO CÔNG TÁC HỘI",
        (
            "Thực hiện Nghị quyết Đại hội của phường, Hội lập thêm 3 chi hội, nâng tổng số lên 15; hội viên 2.245 người.",
            "Quỹ năm năm được 377 triệu đồng; 1.260 lượt cháu nhận quà.",
        ),
    ),
    (
        "TỔNG QUÁT MỘT KHÓA",
        (
            "Cả 6 việc Đại hội giao đều đã làm: 12 chi hội, 1.990 hội viên, 9 ban khuyến học dòng họ.",
            "Các chi hội thu được 288 triệu đồng tiền quỹ, trao 1.105 suất.",
        ),
    ),
    (
        "ĐƯỜNG ĐÃ ĐI",
        (
            "Phường hiện có 2.034 hội viên so với chỉ tiêu 1.900 của Nghị quyết, 16 chi hội, 11 ban khuyến học dòng họ.",
            "Bà con góp 312 triệu đồng cho quỹ, 1.024 suất thưởng đến tay học sinh.",
        ),
    ),
    (
        "KHÓA IV BẰNG CON SỐ",
        (
            "Hội viên 2.111 người (Nghị quyết 2.000), chi hội 14 (Nghị quyết 14), quỹ 366 triệu đồng (Nghị quyết 350 triệu đồng).",
            "Suất học bổng đã trao: 1.311.",
        ),
    ),
]
GOALS_TOLD = [
    (
        "MỘT KHÓA MỚI ĐANG ĐỢI",
        (
            "Mở rộng ra chung cư, giữ dòng họ làm gốc.",
            "Năm 2025 hội viên lên 2.700 người, quỹ 500 triệu đồng.",
            "Lập 3 chi hội chung cư, mở 6 lớp tin học, vận động doanh nghiệp đỡ đầu.",
        ),
    ),
    (
        "NHỮNG ĐÍCH ĐẾN TRƯỚC MẮT",
        (
            "33% dân số là hội viên, 83% gia đình đạt danh hiệu học tập vào năm 2025.",
            "Việc phải làm: kiện toàn chi hội, phát triển quỹ, tổ chức ngày hội sách.",
        ),
    ),
    (
        "TRĂN TRỞ CHO NĂM NĂM TỚI",
        (
            "Sẽ chuyển dần sang học trực tuyến; phấn đấu 60% hội viên biết dùng máy tính.",
            "Sẽ mở 4 điểm truy cập, phân công thanh niên hướng dẫn.",
        ),
    ),
    (
        "VIỆC HÔM NAY CHO NGÀY MAI",
        ("Phấn đấu 30% dân số vào Hội.", "Củng cố chi hội trường học, xây dựng tủ sách, phối hợp với công an phường."),
    ),
    (
        "ĐỊNH RA TỪ ĐẠI HỘI NÀY",
        (
            "Đến năm 2025 đạt 2.500 hội viên, 400 triệu đồng quỹ.",
            "Tăng cường cán bộ trẻ; đổi mới sinh hoạt; mở lớp dạy nghề.",
        ),
    ),
    (
        "BẮT TAY VÀO KHÓA V",
        (
            "Hội hướng về từng ngõ phố, coi việc học của người lớn là chính.",
            "Năm 2025 có 31% dân số là hội viên, 82% gia đình học tập.",
            "Trước hết bầu lại 3 chi hội trưởng, mở 4 lớp tin học, sửa tủ sách tổ 5; sau đó ký kết với trường học, giao khoán quỹ cho từng tổ.",
        ),
    ),
    (
        "CON ĐƯỜNG PHÍA TRƯỚC",
        (
            "Sẽ giữ nếp các dòng họ và mở rộng ra khu chung cư mới.",
            "Phấn đấu kết nạp 400 hội viên, quỹ đạt 500 triệu đồng vào năm 2025.",
            "Sẽ mở 5 lớp học nghề, lập 2 câu lạc bộ đọc sách, đi từng nhà vận động, nhờ doanh nghiệp đỡ đầu.",
        ),
    ),
    (
        "MUỐN ĐẾN ĐÂU, ĐI BẰNG GÌ",
        (
            "Đến hết năm 2025: 30% dân số vào Hội, 80% gia đình đạt gia đình học tập, 12/12 tổ dân phố đạt cộng đồng học tập.",
            "Muốn vậy, Hội sẽ phân công ủy viên bám từng tổ, mở sổ vàng, công khai quỹ hằng quý, phối hợp với công đoàn.",
        ),
    ),
    (
        "VIỆC CỦA KHÓA SAU",
        (
            "Tiếp tục dựa vào dòng họ; vươn sang trường mầm non, công ty.",
            "Chỉ số phải tới: 2.600 hội viên, 450 triệu đồng quỹ.",
            "Củng cố 14 chi hội. Thành lập 2 chi hội công ty. Tổ chức ngày hội đọc sách mỗi năm.",
        ),
    ),
    (
        "KHÓA V HỨA GÌ VỚI DÂN",
        (
            "Hứa 85% gia đình học tập, 40 dòng họ học tập, 600 triệu đồng quỹ trong năm năm tới.",
            "Hứa mở lớp đêm ở 3 tổ, đỡ đầu 60 cháu, lập đường dây xe ôm đưa cháu xa trường; mỗi việc có người đứng tên, cuối năm dân chấm điểm.",
        ),
    ),
]


@pytest.mark.parametrize(("heading", "lines"), LESSONS_TOLD)
def test_lessons_told_in_another_office_s_words_are_found(heading, lines):
    answer = section(judged(*report(lessons=(f"**II. {heading}", *lines))), "lessons_learned")
    assert (answer.status, answer.heading) == ("present", f"II. {heading}")


@pytest.mark.parametrize(("heading", "lines"), RESULTS_TOLD)
def test_results_told_in_another_office_s_words_are_found(heading, lines):
    answer = section(judged(*report(results=(f"**I. {heading}", *lines))), "resolution_results")
    assert (answer.status, answer.heading) == ("present", f"I. {heading}")


@pytest.mark.parametrize(("heading", "lines"), GOALS_TOLD)
def test_goals_told_in_another_office_s_words_are_found(heading, lines):
    answer = section(judged(*report(goals=(f"**III. {heading}", *lines))), "new_term_goals")
    assert answer.heading == f"III. {heading}"
    assert answer.status in ("present", "thin")
