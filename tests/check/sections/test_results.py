"""Results count where the unit's own resolution is measured, and are compared where a target stands beside them."""

import pytest

from tests.check.builder import LESSONS, OPENING, RESULTS, TITLE, codes, judged, report, section

HEADINGS = [
    "KẾT QUẢ ĐẠT ĐƯỢC TRONG NHIỆM KỲ 2015 - 2020",
    "ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI",
    "KẾT QUẢ CÔNG TÁC KHUYẾN HỌC, KHUYẾN TÀI, XÂY DỰNG XÃ HỘI HỌC TẬP NHIỆM KỲ 2015-2020",
    "KIỂM ĐIỂM VIỆC THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ IV",
    "NHỮNG KẾT QUẢ ĐÃ ĐẠT ĐƯỢC",
    "KẾT QUẢ HOẠT ĐỘNG CỦA HỘI TRONG 5 NĂM QUA",
    "TỔNG KẾT HOẠT ĐỘNG KHUYẾN HỌC NHIỆM KỲ 2015 - 2020",
    "NHÌN LẠI 5 NĂM THỰC HIỆN NGHỊ QUYẾT",
    "TÌNH HÌNH VÀ KẾT QUẢ CÔNG TÁC HỘI",
    "CÔNG TÁC HỘI NHIỆM KỲ QUA",
    "NHỮNG THÀNH TÍCH NỔI BẬT",
    "KẾT QUẢ THỰC HIỆN CÁC MẶT CÔNG TÁC",
    "ĐÁNH GIÁ CHUNG KẾT QUẢ THỰC HIỆN NHIỆM KỲ",
    "NĂM NĂM NHÌN LẠI",
    "CHẶNG ĐƯỜNG NĂM NĂM",
    "NHỮNG VIỆC ĐÃ LÀM ĐƯỢC",
    "MỘT NHIỆM KỲ NHÌN LẠI",
    "HOẠT ĐỘNG CỦA HỘI NHIỆM KỲ 2015 - 2020",
    "CÔNG TÁC KHUYẾN HỌC, KHUYẾN TÀI 5 NĂM QUA",
    "VIỆC THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015-2020",
    "THỰC TRẠNG CÔNG TÁC KHUYẾN HỌC NHIỆM KỲ QUA",
    "BÁO CÁO KẾT QUẢ NHIỆM KỲ 2015 - 2020",
    "ĐÁNH GIÁ 5 NĂM THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI",
    "TÌNH HÌNH CÔNG TÁC KHUYẾN HỌC NHIỆM KỲ 2015 - 2020",
    "ĐIỂM LẠI NHỮNG VIỆC CHÍNH CỦA NHIỆM KỲ",
    "CHÚNG TA ĐÃ LÀM ĐƯỢC GÌ",
    "Phần I: Kết quả hoạt động nhiệm kỳ 2015 – 2020",
    "NHỮNG ĐIỀU LÀM ĐƯỢC VÀ CHƯA LÀM ĐƯỢC",
    "ĐÁNH GIÁ VIỆC THỰC HIỆN 7 CHỈ TIÊU CỦA ĐẠI HỘI",
    "THÀNH TỰU VÀ HẠN CHẾ",
    "ƯU ĐIỂM",
    "HOẠT ĐỘNG KHUYẾN HỌC 2015 - 2020",
    "KẾT QUẢ",
    "TÌNH HÌNH TỔ CHỨC VÀ HOẠT ĐỘNG CỦA HỘI NHIỆM KỲ III",
    "SƠ LƯỢC KẾT QUẢ NHIỆM KỲ",
    "CÔNG TÁC HỘI TỪ 2015 ĐẾN 2020",
    "KẾT QUẢ THỰC HIỆN NHIỆM VỤ TRỌNG TÂM NHIỆM KỲ 2015 - 2020",
    "THỰC HIỆN CÁC NHIỆM VỤ, GIẢI PHÁP ĐẠI HỘI ĐỀ RA",
    "KẾT QUẢ THỰC HIỆN MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2015 - 2020",
    "TỔNG QUAN 5 NĂM",
]

CASES = [
    (
        "uncompared",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "weak comparison",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "Cơ bản hoàn thành các chỉ tiêu Nghị quyết Đại hội đề ra.",
        ),
        "present",
        (),
    ),
    (
        "weak comparison 2",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "Nhìn chung các chỉ tiêu Đại hội đề ra đều đạt.",
        ),
        "present",
        (),
    ),
    (
        "weak 3",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "Nghị quyết Đại hội đã được hoàn thành thắng lợi.",
        ),
        "present",
        (),
    ),
    (
        "weak 4",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "So với Nghị quyết, hội viên tăng 2% và quỹ tăng 40 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "weak 5",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên 2.140 người, đạt 27% dân số (chỉ tiêu 25%).",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "weak 6",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên 2.140 người, đạt 27% dân số/25% NQ.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "weak 7",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên 2.140 người, bằng 107% kế hoạch nhiệm kỳ.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "weak 8",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên 2.140 người, vượt 2% so với mục tiêu đề ra.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "weak 9",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên 2.140 người, vượt Nghị quyết 140 người.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "weak 10",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Có 5/6 chỉ tiêu đạt và vượt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "present",
        (),
    ),
    (
        "weak 11",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Nghị quyết giao 2.000 hội viên, nay có 2.140.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "weak 12",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Trong 6 chỉ tiêu Đại hội giao, 5 chỉ tiêu xong trước hạn, riêng chỉ tiêu quỹ còn thiếu 40 triệu đồng.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "weak 13",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Kết quả đó thấp hơn mức Nghị quyết đề ra.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "present",
        (),
    ),
    (
        "weak 14",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Chỉ tiêu hội viên không đạt do dân cư biến động.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "present",
        (),
    ),
    (
        "weak 15",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Đại hội nhiệm kỳ trước xác định đến năm 2020 có 25% dân số vào Hội; đến nay đạt 27%.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        (),
    ),
    (
        "table",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            [["Chỉ tiêu", "Đại hội đề ra", "Kết quả"], ["Hội viên", "25%", "27%"]],
        ),
        "present",
        (),
    ),
    (
        "table 2",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            [["TT", "Nội dung", "NQ ĐH", "TH", "Đánh giá"], ["1", "Hội viên", "25%", "27%", "Vượt"]],
        ),
        "present",
        (),
    ),
    (
        "table 3",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            [["TT", "Nội dung", "Kế hoạch", "Thực hiện"], ["1", "Hội viên", "25%", "27%"]],
        ),
        "present",
        (),
    ),
    (
        "growth against start is no comparison",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên 2.140 người, tăng 300 người so với đầu nhiệm kỳ.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "growth vs previous term no comparison",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên 2.140 người, cao hơn nhiệm kỳ trước 300 người. Quỹ tăng 40 triệu đồng so với năm 2015.",
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "party targets only",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Ba chỉ tiêu Đảng bộ giao đều đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "QD281 targets only compare, with NQ heading no",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Tỷ lệ gia đình học tập đạt 75%, vượt 5% so với mục tiêu Quyết định 281 đề ra.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "Hội mở 46 lớp ở trung tâm học tập cộng đồng, có 5.200 lượt người học.",
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading 281",
        (
            "**I. KẾT QUẢ THỰC HIỆN QUYẾT ĐỊNH 281/QĐ-TTG",
            "Tỷ lệ gia đình học tập đạt 75%, vượt 5% so với mục tiêu Quyết định đề ra.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading party",
        (
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ PHƯỜNG NHIỆM KỲ 2015 - 2020",
            "Ba chỉ tiêu Đảng bộ giao đều đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading superior HKH",
        (
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI HỘI KHUYẾN HỌC QUẬN LẦN THỨ IV",
            "Các chỉ tiêu quận giao đều đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading superior HKH city",
        (
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI HỘI KHUYẾN HỌC THÀNH PHỐ",
            "Các chỉ tiêu thành phố giao đều đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading year",
        (
            "**I. KẾT QUẢ CÔNG TÁC NĂM 2019",
            "Năm 2019, phường có 12 chi hội.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading ct11",
        (
            "**I. KẾT QUẢ THỰC HIỆN CHỈ THỊ SỐ 11-CT/TW",
            "Đảng ủy đã quán triệt Chỉ thị tới 22 chi bộ.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading phong trao",
        (
            (
                "**I. KẾT QUẢ THỰC HIỆN ĐỀ ÁN “ĐẨY MẠNH PHONG TRÀO HỌC TẬP SUỐT ĐỜI TRONG GIA ĐÌNH, "
                "DÒNG HỌ, CỘNG ĐỒNG ĐẾN NĂM 2020”"
            ),
            "Tỷ lệ gia đình học tập đạt 75%.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading HDND",
        (
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT HỘI ĐỒNG NHÂN DÂN PHƯỜNG",
            "Tỷ lệ gia đình học tập đạt 75%, đạt mục tiêu Nghị quyết Hội đồng nhân dân.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "281 as one of several",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "**1. Thực hiện các chỉ tiêu Nghị quyết Đại hội",
            "5/6 chỉ tiêu đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "**2. Kết quả thực hiện Quyết định 281/QĐ-TTg",
            "Tỷ lệ gia đình học tập đạt 75%.",
        ),
        "present",
        (),
    ),
    (
        "281 main heading but own NQ measured in text",
        (
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI VÀ QUYẾT ĐỊNH 281",
            "5/6 chỉ tiêu Nghị quyết Đại hội đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "present",
        (),
    ),
    (
        "own with party heading too",
        (
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ VÀ NGHỊ QUYẾT ĐẠI HỘI HỘI KHUYẾN HỌC PHƯỜNG",
            "5/6 chỉ tiêu của Hội đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "present",
        (),
    ),
    (
        "thin results",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Trong nhiệm kỳ qua, Hội đã thực hiện tốt các nhiệm vụ được giao.",
        ),
        "thin",
        (),
    ),
    ("empty results", ("**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",), "thin", ()),
    (
        "no heading, told",
        (
            (
                "Năm năm qua, thực hiện Nghị quyết Đại hội lần thứ IV, toàn phường phát triển được "
                "640 hội viên, nâng tổng số lên 2.140 người, vượt 140 người so với chỉ tiêu. Quỹ vận "
                "động được 640 triệu đồng, trao 1.120 suất học bổng cho học sinh nghèo vượt khó của "
                "14 tổ dân phố; mở 46 lớp ở trung tâm học tập cộng đồng với 5.200 lượt người học."
            ),
        ),
        "present",
        (),
    ),
    (
        "no heading at all and nothing",
        ("Kính thưa các vị đại biểu, phường An Biên nằm ở trung tâm quận, có 14 tổ dân phố.",),
        "missing",
        (),
    ),
    (
        "topics as top headings",
        (
            "**I. CÔNG TÁC TỔ CHỨC HỘI",
            "Thực hiện Nghị quyết Đại hội, toàn phường có 12 chi hội với 2.140 hội viên, vượt chỉ tiêu.",
            "**II. CÔNG TÁC XÂY DỰNG QUỸ",
            (
                "Quỹ vận động được 640 triệu đồng, trao 1.120 suất học bổng cho học sinh nghèo vượt "
                "khó của 14 tổ dân phố."
            ),
            "**III. CÔNG TÁC TUYÊN TRUYỀN",
            "Hội tổ chức 46 buổi với 5.200 lượt người nghe ở nhà văn hóa các tổ dân phố trong phường.",
        ),
        "present",
        (),
    ),
    (
        "term in title only, wrong measured",
        (
            "**I. KẾT QUẢ",
            ("Tỷ lệ gia đình học tập đạt 75%, so với mục tiêu Quyết định 281/QĐ-TTg của Thủ tướng Chính phủ vượt 5%."),
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "tong ket QD 281 heading, in closing term",
        (
            "**I. KẾT QUẢ 5 NĂM THỰC HIỆN QUYẾT ĐỊNH SỐ 281/QĐ-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ, GIAI ĐOẠN 2015 - 2020",
            "Tỷ lệ gia đình học tập đạt 75%.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "thuc hien NQ HKH phuong",
        (
            "**I. VIỆC THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI HỘI KHUYẾN HỌC PHƯỜNG",
            "5/6 chỉ tiêu đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
        ),
        "present",
        (),
    ),
    (
        "dac diem first under Phan",
        (
            "**PHẦN I. TỔNG KẾT NHIỆM KỲ 2015 - 2020",
            "**I. Đặc điểm tình hình",
            "Phường có 14 tổ dân phố.",
            "**II. Kết quả",
            "5/6 chỉ tiêu Nghị quyết đạt.",
            (
                "Toàn phường có 12 chi hội với 2.140 hội viên, quỹ vận động được 640 triệu đồng, trao"
                " 1.120 suất học bổng."
            ),
            "**III. Hạn chế",
            "Chi hội 7 sinh hoạt chưa đều.",
        ),
        "present",
        (),
    ),
    (
        "thuc hien NQ dat nhieu ket qua",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Thực hiện Nghị quyết Đại hội lần thứ IV, phường đạt nhiều kết quả tốt đẹp.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "thuc hien NQ, hs vuot kho",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Triển khai Nghị quyết Đại hội, Hội trao 1.120 suất học bổng cho học sinh nghèo vượt khó.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "tuyen truyen NQ bang nhieu hinh thuc",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội tuyên truyền Nghị quyết Đại hội bằng nhiều hình thức, được tặng Bằng khen.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "giao chi tieu cho chi hoi",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội giao chỉ tiêu cho từng chi hội, cuối năm có 10 chi hội đạt loại tốt.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "NQ de ra nhiem vu, dat danh hieu",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Nghị quyết Đại hội đề ra nhiệm vụ vận động mọi nhà đăng ký; nay nhiều gia đình đạt danh hiệu.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "hoan thanh nhiem vu theo NQ",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Ban Chấp hành bám sát Nghị quyết, hoàn thành tốt nhiệm vụ được giao.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "so voi dau nhiem ky trong cau co NQ",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Sau Đại hội, thực hiện Nghị quyết, hội viên tăng 300 người so với đầu nhiệm kỳ.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        ("results.uncompared",),
    ),
    (
        "real 1",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Thực hiện Nghị quyết Đại hội, phường kết nạp 640 hội viên, vượt chỉ tiêu.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 2",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Kết quả so với Nghị quyết Đại hội lần thứ IV như sau:",
            "- Hội viên: 27%/25%.",
            "- Quỹ: 640/600 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 3",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Nghị quyết đề ra: hội viên 25%; thực hiện: 27%.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 4",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hầu hết các mục tiêu Đại hội đề ra đã hoàn thành.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 5",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Riêng chỉ tiêu đơn vị học tập mới đạt 71%, còn thấp hơn yêu cầu của Nghị quyết.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 6",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Tỷ lệ hội viên 27% (NQ 25%).",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 7",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Quỹ đạt 640 triệu đồng, bằng 106% chỉ tiêu.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 8",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Cả 6 chỉ tiêu của Đại hội khóa trước đều đạt và vượt.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 9",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Như vậy, so với mục tiêu Đại hội nhiệm kỳ 2015 - 2020 đề ra, phường thiếu 40 hội viên.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 10",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Kết quả này vượt xa mong đợi của Nghị quyết.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "real 11",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            "Hội viên đạt 27% dân số trong khi Nghị quyết chỉ đặt mức 25%.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "heading KL49",
        (
            "**I. KẾT QUẢ THỰC HIỆN KẾT LUẬN SỐ 49-KL/TW",
            "Đảng ủy đã quán triệt Kết luận.",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "missing",
        ("results.wrong_resolution",),
    ),
    (
        "heading phong trao thi dua",
        (
            "**I. KẾT QUẢ THỰC HIỆN CÁC PHONG TRÀO THI ĐUA, CUỘC VẬN ĐỘNG",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
            "Các chỉ tiêu Nghị quyết đều đạt.",
        ),
        "present",
        (),
    ),
    (
        "two top headings",
        (
            "**I. VIỆC THỰC HIỆN CÁC CHỈ TIÊU",
            "5/6 chỉ tiêu Nghị quyết Đại hội đạt.",
            "**II. KẾT QUẢ CÁC MẶT CÔNG TÁC",
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "quan uy giao, nhung co NQ rieng",
        (
            "**I. KẾT QUẢ HOẠT ĐỘNG NHIỆM KỲ 2015 - 2020",
            (
                "So với chỉ tiêu Đảng bộ phường giao, tỷ lệ vượt 3%. So với Nghị quyết Đại hội của "
                "Hội, hội viên vượt 2%."
            ),
            "Toàn phường có 12 chi hội với 2.140 hội viên; quỹ vận động được 640 triệu đồng.",
        ),
        "present",
        (),
    ),
    (
        "a heading that answers the resolution",
        (
            "**I. TRẢ LỜI VỀ SÁU LỜI HỨA TRONG NGHỊ QUYẾT",
            "Lời hứa thứ nhất là 68% số hộ đạt gia đình học tập. Năm 2019 có 1.080/1.500 hộ, bằng 72,0%.",
            "Lời hứa thứ hai là mở 80 lớp; chúng tôi mở được 83 lớp với 4.260 lượt người học ở chùa và nhà văn hóa.",
        ),
        "present",
        (),
    ),
    (
        "what was set stands beside what was reached",
        (
            "**I. CÔNG TÁC KHUYẾN HỌC NHIỆM KỲ 2015 - 2020",
            "Hội viên: phải được 1.700 người, nay có 1.824 người. Quỹ thu được 287 triệu đồng, phát 1.436 suất thưởng.",
        ),
        "present",
        (),
    ),
]
"""What it is, the lines in place of the results, the section's status, and the findings on results."""


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_results_is_recognised(heading):
    answer = section(judged(*report(results=(f"**{heading}", *RESULTS[1:]))), "resolution_results")
    assert (answer.status, answer.heading) == ("present", heading)


@pytest.mark.parametrize(("what", "lines", "status", "findings"), CASES, ids=[case[0] for case in CASES])
def test_results_are_judged_as_a_reader_would(what, lines, status, findings):
    answer = judged(*report(results=lines))
    assert section(answer, "resolution_results").status == status, what
    assert tuple(codes(answer, "results.")) == findings
    missing = [f"section.{status}:resolution_results"] if status != "present" else []
    assert [code for code in codes(answer, "section.") if code.endswith("resolution_results")] == missing


def test_the_own_resolution_depends_on_the_unit():
    heading = "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI HỘI KHUYẾN HỌC THÀNH PHỐ"
    lines = (heading, "5/6 chỉ tiêu đạt.", "Có 2.140 hội viên, quỹ vận động được 640 triệu đồng.")
    city = ("HỘI KHUYẾN HỌC VIỆT NAM", "**HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG", "Hải Phòng, ngày 20 tháng 10 năm 2020")
    opening = ("Ban Chấp hành Hội Khuyến học thành phố báo cáo trước Đại hội như sau:",)
    assert codes(judged(*report(results=lines)), "results.") == ["results.wrong_resolution"]
    assert codes(judged(*report(head=city, opening=opening, results=lines)), "results.") == []


def test_spans_cover_the_text_of_the_section_and_no_more():
    blocks = report()
    answer = section(judged(*blocks), "resolution_results")
    start = blocks.index(RESULTS[1])
    assert answer.spans == ((start, start + len(RESULTS) - 1),)
    assert answer.paragraph == start - 1


def test_a_missing_section_shows_the_headings_that_came_closest():
    blocks = (*TITLE, *OPENING, "**I. HẠN CHẾ", "Chi hội 7 sinh hoạt chưa đều.", *LESSONS)
    answer = section(judged(*blocks), "resolution_results")
    assert answer.status == "missing"
    assert answer.near_misses[0] == "I. HẠN CHẾ"


def test_less_sure_answers_say_so():
    sure = section(judged(*report()), "resolution_results")
    unnamed = section(judged(*report(results=RESULTS[1:])), "resolution_results")
    assert sure.confidence > unnamed.confidence
