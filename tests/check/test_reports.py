"""Whole small reports in the builds of many offices: what each section is, under which heading, and what is found."""

import pytest

from service.model.examination import SECTIONS
from tests.check.builder import GOALS, LESSONS, RESULTS, codes, judged, section

REPORTS = [
    (
        "A/I/1",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**A. TỔNG KẾT NHIỆM KỲ 2015 - 2020",
            "**I. ĐẶC ĐIỂM TÌNH HÌNH",
            "Phường có 14 tổ dân phố.",
            "**II. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT",
            "**1. Tổ chức Hội",
            RESULTS[1],
            "**2. Quỹ",
            RESULTS[2],
            "**III. HẠN CHẾ",
            "Chi hội 7 sinh hoạt chưa đều.",
            "**IV. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**B. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            "**I. MỤC TIÊU",
            (
                "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập,"
                " quỹ vận động 900 triệu đồng."
            ),
            "**II. PHƯƠNG HƯỚNG",
            (
                " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc, góp "
                "phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục và đào tạo theo "
                "tinh thần Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa "
                "XI."
            ),
            "**III. NHIỆM VỤ",
            GOALS[3],
            "**IV. GIẢI PHÁP",
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "A. TỔNG KẾT NHIỆM KỲ 2015 - 2020",
            "IV. BÀI HỌC KINH NGHIỆM",
            "B. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "I/A/1",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. TỔNG KẾT NHIỆM KỲ 2015 - 2020",
            "**A. ĐẶC ĐIỂM TÌNH HÌNH",
            "Phường có 14 tổ dân phố.",
            "**B. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT",
            "**1. Tổ chức Hội",
            RESULTS[1],
            "**2. Quỹ",
            RESULTS[2],
            "**C. HẠN CHẾ",
            "Chi hội 7 sinh hoạt chưa đều.",
            "**D. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**II. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            "**A. MỤC TIÊU",
            (
                "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập,"
                " quỹ vận động 900 triệu đồng."
            ),
            "**B. PHƯƠNG HƯỚNG",
            (
                " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc, góp "
                "phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục và đào tạo theo "
                "tinh thần Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa "
                "XI."
            ),
            "**C. NHIỆM VỤ",
            GOALS[3],
            "**D. GIẢI PHÁP",
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. TỔNG KẾT NHIỆM KỲ 2015 - 2020",
            "D. BÀI HỌC KINH NGHIỆM",
            "II. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "all decimal not bold",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "1. Kết quả nhiệm kỳ 2015 - 2020",
            "1.1. Tổ chức Hội",
            RESULTS[1],
            "1.2. Quỹ khuyến học",
            RESULTS[2],
            "2. Bài học kinh nghiệm",
            LESSONS[1],
            LESSONS[2],
            "3. Phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            "3.1. Mục tiêu",
            (
                "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập,"
                " quỹ vận động 900 triệu đồng."
            ),
            "3.2. Phương hướng",
            (
                " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc, góp "
                "phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục và đào tạo theo "
                "tinh thần Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa "
                "XI."
            ),
            "3.3. Nhiệm vụ, giải pháp",
            " củng cố 12 chi hội, mở thêm lớp ngoại ngữ buổi tối tại trung tâm học tập cộng đồng.",
            "ký kế hoạch phối hợp với trường tiểu học An Biên, giao chỉ tiêu cho từng chi hội ngay từ đầu năm.",
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "1. Kết quả nhiệm kỳ 2015 - 2020",
            "2. Bài học kinh nghiệm",
            "3. Phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
        ),
        (),
    ),
    (
        "decimal lessons items inside",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "1. Kết quả nhiệm kỳ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "2. Bài học kinh nghiệm",
            (
                "- Một là, phải dựa vào chi ủy tổ dân phố để chọn chi hội trưởng có uy tín, giao việc"
                " rõ và kiểm tra hằng quý."
            ),
            "- Hai là, công khai thu chi quỹ tại nhà văn hóa thì số gia đình ủng hộ năm sau cao hơn năm trước.",
            "3. Phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "- Phương hướng: đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình"
                " làm gốc, góp phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục và "
                "đào tạo theo tinh thần Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành "
                "Trung ương khóa XI."
            ),
            (
                "- Mục tiêu: đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia "
                "đình học tập, quỹ vận động 900 triệu đồng."
            ),
            (
                "- Nhiệm vụ trọng tâm: củng cố 12 chi hội, mở thêm lớp ngoại ngữ buổi tối tại trung "
                "tâm học tập cộng đồng."
            ),
            (
                "- Giải pháp: ký kế hoạch phối hợp với trường tiểu học An Biên, giao chỉ tiêu cho "
                "từng chi hội ngay từ đầu năm."
            ),
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "1. Kết quả nhiệm kỳ 2015 - 2020",
            "2. Bài học kinh nghiệm",
            "3. Phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
        ),
        (),
    ),
    (
        "short commune, four lines",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            "**1. Kết quả:",
            "Có 6 chi hội, 640 hội viên, quỹ 85 triệu đồng, đạt 5/5 chỉ tiêu Đại hội đề ra.",
            "**2. Bài học:",
            "Chi ủy vào cuộc, quỹ công khai thì dân ủng hộ; chi hội trưởng phải có uy tín.",
            "**3. Phương hướng, mục tiêu 2020 - 2025:",
            (
                "Giữ 6 chi hội, thêm 100 hội viên, quỹ 120 triệu đồng; góp phần thực hiện Nghị quyết "
                "29-NQ/TW về đổi mới căn bản, toàn diện giáo dục."
            ),
            "**4. Nhiệm vụ, giải pháp:",
            "Vận động dòng họ lập quỹ; mỗi ủy viên phụ trách một tổ dân phố, mỗi quý giao ban.",
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        ("1. Kết quả:", "2. Bài học:", "3. Phương hướng, mục tiêu 2020 - 2025:"),
        (),
    ),
    (
        "names at the start of paragraphs",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            (
                "Kết quả nhiệm kỳ 2015 - 2020: Nghị quyết Đại hội lần thứ IV đề ra 6 chỉ tiêu, đến "
                "nay có 5 chỉ tiêu đạt và vượt. Toàn phường có 12 chi hội với 2.140 hội viên, đạt 27%"
                " dân số, Nghị quyết đề ra 25%."
            ),
            RESULTS[2],
            (
                "Bài học kinh nghiệm: Một là, phải dựa vào chi ủy tổ dân phố để chọn chi hội trưởng "
                "có uy tín, giao việc rõ và kiểm tra hằng quý. Hai là, công khai thu chi quỹ tại nhà "
                "văn hóa thì số gia đình ủng hộ năm sau cao hơn năm trước."
            ),
            "Mục tiêu nhiệm kỳ 2020 - 2025: đến năm 2025 có 32% dân số là hội viên.",
            GOALS[1],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (None, None, None),
        (),
    ),
    (
        "toc but no lessons",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            "^^MỤC LỤC",
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ........... 1",
            "II. BÀI HỌC KINH NGHIỆM ........... 3",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG ........... 4",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present missing present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            None,
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        ("section.missing:lessons_learned",),
    ),
    (
        "toc leader tabs",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            "**MỤC LỤC",
            "I. KẾT QUẢ\t1",
            "II. BÀI HỌC KINH NGHIỆM\t3",
            "III. PHƯƠNG HƯỚNG\t4",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present missing present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            None,
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        ("section.missing:lessons_learned",),
    ),
    (
        "bound self review",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "^^BÁO CÁO KIỂM ĐIỂM",
            "^^Sự lãnh đạo của Ban Chấp hành nhiệm kỳ 2015 - 2020",
            "**I. ƯU ĐIỂM",
            "Ban Chấp hành họp 20 kỳ, phân công rõ việc.",
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. PHƯƠNG HƯỚNG, GIẢI PHÁP KHẮC PHỤC",
            GOALS[3],
            "TM. BAN CHẤP HÀNH",
        ),
        "present missing present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            None,
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        ("document.several", "section.missing:lessons_learned"),
    ),
    (
        "self review first then report",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO KIỂM ĐIỂM",
            "^^Ban Chấp hành nhiệm kỳ 2015 - 2020",
            "**I. ƯU ĐIỂM",
            (
                "Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ "
                "việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công"
                " rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân "
                "công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, "
                "phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 "
                "kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp"
                " 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành"
                " họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp "
                "hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. Ban "
                "Chấp hành họp 20 kỳ, phân công rõ việc. Ban Chấp hành họp 20 kỳ, phân công rõ việc. "
                "Ban Chấp hành họp 20 kỳ, phân công rõ việc. "
            ),
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        ("document.several",),
    ),
    (
        "bound resolution, no nation line",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
            "^^NGHỊ QUYẾT",
            "^^Đại hội Hội Khuyến học phường lần thứ V",
            "Đại hội quyết nghị:",
            "Điều 1. Tán thành báo cáo.",
            "TM. ĐOÀN CHỦ TỊCH",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        ("document.several",),
    ),
    (
        "annex after signature",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
            "^^PHỤ LỤC SỐ LIỆU",
            "(Kèm theo Báo cáo số 05/BC-HKH)",
            [["TT", "Chỉ tiêu", "Kết quả"], ["1", "Hội viên", "2.140"]],
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "closing phrase with goals words",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "**IV. KẾT LUẬN",
            (
                "Với quyết tâm cao, Hội Khuyến học phường An Biên phấn đấu thực hiện thắng lợi mục "
                "tiêu, nhiệm vụ nhiệm kỳ 2020 - 2025."
            ),
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "requests",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "**IV. KIẾN NGHỊ, ĐỀ XUẤT",
            "1. Đề nghị Đảng ủy phường tiếp tục lãnh đạo công tác khuyến học.",
            "2. Đề nghị UBND phường hỗ trợ kinh phí.",
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "party format",
        (
            "ĐẢNG BỘ PHƯỜNG AN BIÊN",
            "*",
            "^^BÁO CÁO CỦA BAN CHẤP HÀNH HỘI KHUYẾN HỌC PHƯỜNG",
            "^^TRÌNH ĐẠI HỘI LẦN THỨ V, NHIỆM KỲ 2020 - 2025",
            "^^ĐOÀN KẾT - SÁNG TẠO - VÌ SỰ HỌC CỦA NHÂN DÂN",
            "-----",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "slogan as heading inside",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "^^PHÁT HUY TRUYỀN THỐNG HIẾU HỌC, XÂY DỰNG XÃ HỘI HỌC TẬP",
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "heading 2-line caps",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ",
            "**VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "label alone",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II.",
            "**BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "heading in one-cell table",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            [["II. BÀI HỌC KINH NGHIỆM"]],
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "star heads",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. ĐÁNH GIÁ CHUNG",
            "* Kết quả đạt được",
            RESULTS[1],
            RESULTS[2],
            "* Hạn chế",
            "Chi hội 7 sinh hoạt chưa đều vì thiếu nơi họp.",
            "* Bài học kinh nghiệm",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "* Kết quả đạt được",
            "* Bài học kinh nghiệm",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "lessons decimal items that look like headings",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            "**1. Dựa vào chi ủy tổ dân phố",
            "Nơi nào chi ủy vào cuộc thì chi hội mạnh.",
            "**2. Công khai quỹ",
            "Danh sách niêm yết tại nhà văn hóa.",
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "results: wrapped sentence headings",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "**1. Công tác tổ chức được củng cố, hội viên tăng nhanh, chất lượng sinh hoạt chi hội có chuyển biến",
            RESULTS[1],
            "**2. Quỹ khuyến học tăng, sử dụng đúng mục đích",
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "a part for the opening",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            "**PHẦN MỞ ĐẦU",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**PHẦN THỨ NHẤT: KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "PHẦN THỨ NHẤT: KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "lessons only in the last words",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "**IV. KẾT LUẬN",
            "Từ những kết quả và bài học kinh nghiệm nêu trên, Hội quyết tâm hoàn thành nhiệm vụ.",
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present missing present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            None,
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        ("section.missing:lessons_learned",),
    ),
    (
        "auto labels",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I.|KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI",
            RESULTS[1],
            RESULTS[2],
            "**II.|BÀI HỌC KINH NGHIỆM",
            (
                "1.|Một là, phải dựa vào chi ủy tổ dân phố để chọn chi hội trưởng có uy tín, giao "
                "việc rõ và kiểm tra hằng quý."
            ),
            "2.|Hai là, công khai thu chi quỹ tại nhà văn hóa thì số gia đình ủng hộ năm sau cao hơn năm trước.",
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "title one line in table letterhead with nation",
        (
            [
                [
                    "UBND QUẬN LÊ CHÂN\nHỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
                ],
            ],
            "^^BÁO CÁO TỔNG KẾT NHIỆM KỲ 2015 - 2020, PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            GOALS[2],
            GOALS[3],
            GOALS[4],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            "III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "no goals; opening promises",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Đại hội có nhiệm vụ tổng kết nhiệm kỳ và quyết định mục tiêu, phương hướng của 5 năm"
                " tới; phấn đấu đến năm 2025 là đơn vị mạnh."
            ),
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            (
                "Chỉ tiêu hội viên là 25%, đã vượt. Hội phối hợp với nhà trường góp phần thực hiện "
                "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi "
                "mới căn bản, toàn diện giáo dục và đào tạo."
            ),
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present missing present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            None,
        ),
        ("section.missing:new_term_goals",),
    ),
    (
        "no goals; closing wish",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            (
                "Hội phối hợp với nhà trường góp phần thực hiện Nghị quyết số 29-NQ/TW ngày "
                "04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn diện giáo "
                "dục và đào tạo."
            ),
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. LỜI KẾT",
            "Tin tưởng rằng trong nhiệm kỳ tới phong trào sẽ phát triển.",
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present missing present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            None,
        ),
        ("section.missing:new_term_goals",),
    ),
    (
        "no goals; only recommendation",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            (
                "Hội phối hợp với nhà trường góp phần thực hiện Nghị quyết số 29-NQ/TW ngày "
                "04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn diện giáo "
                "dục và đào tạo."
            ),
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "**III. KIẾN NGHỊ",
            "Đề nghị phường hỗ trợ kinh phí cho mục tiêu nhiệm kỳ tới.",
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present missing present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            None,
        ),
        ("section.missing:new_term_goals",),
    ),
    (
        "limits with remedies inside results",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            (
                "Thực hiện sự chỉ đạo của Đảng ủy phường và Hội Khuyến học quận, Ban Chấp hành Hội "
                "Khuyến học phường An Biên báo cáo trước Đại hội như sau:"
            ),
            "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            RESULTS[1],
            RESULTS[2],
            "**2. Hạn chế và giải pháp khắc phục",
            (
                "Chi hội 7 họp chưa đều; Hội sẽ phân công ủy viên phụ trách, phấn đấu năm 2021 họp đủ"
                " 4 kỳ. Hội phối hợp với nhà trường góp phần thực hiện Nghị quyết số 29-NQ/TW ngày "
                "04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn diện giáo "
                "dục và đào tạo."
            ),
            "**II. BÀI HỌC KINH NGHIỆM",
            LESSONS[1],
            LESSONS[2],
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present missing present",
        (
            "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
            "II. BÀI HỌC KINH NGHIỆM",
            None,
        ),
        ("section.missing:new_term_goals",),
    ),
    (
        "commune 1",
        (
            "HKH XÃ ĐOÀN XÁ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Đoàn Xá, ngày 12 tháng 4 năm 2020",
            "BÁO CÁO TỔNG KẾT NHIỆM KỲ",
            "2015 – 2020",
            "Kính thưa Đại hội!",
            "1. Đặc điểm tình hình",
            "Xã Đoàn Xá có 6 thôn, 2.140 hộ, phần lớn làm nông nghiệp và nuôi trồng thủy sản ven đê.",
            "2. Kết quả công tác khuyến học nhiệm kỳ 2015 - 2020",
            (
                "Đại hội trước đề ra 4 chỉ tiêu; đến nay 3 chỉ tiêu đạt, riêng chỉ tiêu quỹ còn thiếu"
                " 20 triệu đồng. Toàn xã có 9 chi hội, 1.240 hội viên."
            ),
            "3. Hạn chế",
            "Chi hội thôn 4 sinh hoạt chưa đều, sổ sách chưa đầy đủ do cán bộ thay đổi nhiều lần.",
            "4. Kinh nghiệm",
            "Muốn dân góp quỹ thì trưởng thôn phải góp trước; chi hội nào họp đều thì hội phí thu đủ.",
            "5. Phương hướng, nhiệm vụ 2020 - 2025",
            "Đến năm 2025 có 1.500 hội viên, quỹ 200 triệu đồng; mọi thôn có tủ sách.",
            "Việc chính là mở lớp nghề vào mùa nông nhàn, cùng nhà trường thực hiện Nghị quyết 29-NQ/TW.",
            "Giải pháp: mỗi ủy viên phụ trách một thôn, ba tháng họp một lần.",
            "TM. BAN CHẤP HÀNH",
        ),
        "present present present present",
        (
            "2. Kết quả công tác khuyến học nhiệm kỳ 2015 - 2020",
            "4. Kinh nghiệm",
            "5. Phương hướng, nhiệm vụ 2020 - 2025",
        ),
        (),
    ),
    (
        "district A/I",
        (
            [
                [
                    "HỘI KHUYẾN HỌC TP HẢI PHÒNG\nHỘI KHUYẾN HỌC HUYỆN VĨNH BẢO",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                ],
                ["Số: 12/BC-HKH", "Vĩnh Bảo, ngày 05 tháng 8 năm 2020"],
            ],
            "^^BÁO CÁO CỦA BAN CHẤP HÀNH HỘI KHUYẾN HỌC HUYỆN KHÓA IV",
            "^^TRÌNH ĐẠI HỘI ĐẠI BIỂU LẦN THỨ V, NHIỆM KỲ 2020 - 2025",
            "Quán triệt Nghị quyết Đại hội Đảng bộ huyện, Ban Chấp hành trình Đại hội báo cáo sau:",
            "^^Phần thứ nhất",
            "^^KIỂM ĐIỂM THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ IV",
            "^^NHIỆM KỲ 2015 - 2020",
            "**I. NHỮNG KẾT QUẢ CHỦ YẾU",
            "**1. Tổ chức Hội",
            "Toàn huyện có 30 Hội cơ sở, 412 chi hội, 48.200 hội viên, vượt chỉ tiêu Nghị quyết 2%.",
            "**2. Quỹ khuyến học",
            "Năm năm vận động 9,4 tỷ đồng.",
            "**II. KHUYẾT ĐIỂM, NGUYÊN NHÂN VÀ BÀI HỌC",
            "Một số Hội cơ sở chưa duy trì sinh hoạt; nguyên nhân do cán bộ kiêm nhiệm.",
            (
                "Bài học rút ra là: cấp ủy trực tiếp chỉ đạo thì phong trào mạnh; quỹ phải công khai;"
                " cán bộ Hội phải gần dân."
            ),
            "^^Phần thứ hai",
            "^^PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP",
            "^^NHIỆM KỲ 2020 - 2025",
            "**I. PHƯƠNG HƯỚNG, MỤC TIÊU",
            "Hướng mạnh về thôn, dòng họ; đến năm 2025 có 30% dân số là hội viên, quỹ vận động 12 tỷ đồng.",
            (
                "Hội phối hợp với nhà trường góp phần thực hiện Nghị quyết số 29-NQ/TW ngày "
                "04/11/2013 của Ban Chấp hành Trung ương khóa XI về đổi mới căn bản, toàn diện giáo "
                "dục và đào tạo."
            ),
            "**II. NHIỆM VỤ VÀ GIẢI PHÁP",
            "1. Củng cố tổ chức Hội ở 30 xã, thị trấn; mỗi năm tập huấn một lần.",
            "2. Mở rộng khuyến học dòng họ, gắn với xây dựng nông thôn mới.",
            "3. Đổi mới hoạt động trung tâm học tập cộng đồng theo nhu cầu nghề.",
            "T/M BAN CHẤP HÀNH",
        ),
        "present present present present",
        (
            "Phần thứ nhất KIỂM ĐIỂM THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ IV NHIỆM KỲ 2015 - 2020",
            "II. KHUYẾT ĐIỂM, NGUYÊN NHÂN VÀ BÀI HỌC",
            "Phần thứ hai PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
        ),
        (),
    ),
    (
        "lessons drawn inside limits w/o heading, goals w/o figures, thin alignment",
        (
            "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
            "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
            "Số: 05/BC-HKH",
            "An Biên, ngày 20 tháng 5 năm 2020",
            "^^BÁO CÁO",
            "^^Tổng kết công tác Hội nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
            "**A. ĐÁNH GIÁ 5 NĂM THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI",
            RESULTS[1],
            "**B. MẶT CHƯA ĐƯỢC",
            (
                "Chi hội 7 họp chưa đều. Kinh nghiệm cho thấy phải có nơi họp cố định và chi hội "
                "trưởng gần dân thì mới giữ được nếp."
            ),
            "**C. CÔNG TÁC NHIỆM KỲ TỚI",
            "Mục tiêu là mọi nhà có góc học tập, người lớn biết dùng máy tính.",
            (
                "Nhiệm vụ: mở phòng đọc, đỡ đầu học sinh nghèo. Giải pháp: ghép đôi hội viên với học "
                "sinh. Hội đồng hành với nhà trường trong công cuộc đổi mới căn bản giáo dục."
            ),
            "TM. BAN CHẤP HÀNH",
            "CHỦ TỊCH",
            "Nguyễn Thị Lành",
        ),
        "present present present thin",
        ("A. ĐÁNH GIÁ 5 NĂM THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI", None, "C. CÔNG TÁC NHIỆM KỲ TỚI"),
        (
            "goals.part_missing:directions",
            "goals.unquantified",
            "section.thin:resolution29_alignment",
        ),
    ),
]
"""What it is, its blocks, the status of each section, the headings of the first three, and the findings."""

NAMES = [each[0] for each in REPORTS]
MINE = ("section.", "goals.", "results.", "term.", "unit.", "document.")


@pytest.mark.parametrize(("what", "blocks", "statuses", "headings", "found"), REPORTS, ids=NAMES)
def test_a_whole_report_is_judged_as_a_reader_would(what, blocks, statuses, headings, found):
    answer = judged(*blocks)
    assert " ".join(section(answer, name).status for name in SECTIONS) == statuses, what
    assert tuple(section(answer, name).heading for name in SECTIONS[:3]) == headings
    assert tuple(codes(answer, *MINE)) == found
