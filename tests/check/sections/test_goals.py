"""The new term's goals: four parts, each by its heading or by what is told, and figures to measure them by."""

import pytest

from service.model.examination import PARTS
from tests.check.builder import (
    ALIGNED,
    DIRECTIONS,
    GOALS,
    OBJECTIVES,
    RESULTS,
    SOLUTIONS,
    TASKS,
    codes,
    judged,
    report,
    section,
)

HEADINGS = [
    "MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP",
    "PHƯƠNG HƯỚNG, NHIỆM VỤ",
    "PHƯƠNG HƯỚNG HOẠT ĐỘNG NHIỆM KỲ 2020-2025",
    "MỤC TIÊU, CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2025",
    "CÔNG TÁC NHIỆM KỲ TỚI",
    "NHỮNG NHIỆM VỤ CHỦ YẾU",
    "ĐỊNH HƯỚNG CÔNG TÁC NHIỆM KỲ TỚI",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG NHIỆM KỲ 2020 - 2025",
    "QUAN ĐIỂM, MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
    "NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
    "NHIỆM KỲ 2020 - 2025",
    "NHIỆM VỤ",
    "NHIỆM VỤ 5 NĂM 2020 - 2025",
    "NHỮNG VIỆC SẼ LÀM TRONG 5 NĂM TỚI",
    "KẾ HOẠCH CÔNG TÁC NHIỆM KỲ MỚI",
    "TRIỂN VỌNG 2020 - 2025",
    "PHƯƠNG HƯỚNG",
    "HƯỚNG ĐI CỦA NHIỆM KỲ TỚI",
    "HOẠT ĐỘNG KHUYẾN HỌC 2020 - 2025",
    "CHÚNG TA SẼ LÀM GÌ",
    "DỰ KIẾN CÔNG TÁC NHIỆM KỲ V",
    "PHẤN ĐẤU ĐẾN NĂM 2025",
    "CÔNG TÁC TRỌNG TÂM NHIỆM KỲ 2020 - 2025",
    "PHƯƠNG HƯỚNG NHIỆM VỤ THỜI GIAN TỚI",
    "NHIỆM VỤ KHUYẾN HỌC, KHUYẾN TÀI GIAI ĐOẠN 2020 - 2025",
    "KẾ HOẠCH HOẠT ĐỘNG 5 NĂM TỚI (2020 - 2025)",
]

CASES = [
    (
        "directions+tasks combined; percentages only",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "**1. Phương hướng",
            " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc.",
            "**2. Chỉ tiêu",
            "- Hội viên đạt 32% dân số.",
            "- Gia đình học tập đạt 80%.",
            "**3. Nhiệm vụ",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "**4. Biện pháp thực hiện",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "percentages told w o any word, under phuong huong",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "Đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "**Biện pháp thực hiện",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "tasks & solutions fused",
        (
            "**III. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            "**1. Mục tiêu",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**2. Nhiệm vụ, giải pháp",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
        ),
        "present",
        "odks",
        (),
    ),
    (
        "solutions only as To chuc thuc hien",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "**1. Mục tiêu",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**2. Nhiệm vụ",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "**3. Tổ chức thực hiện",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "no solutions",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "**1. Mục tiêu",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**2. Nhiệm vụ",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
        ),
        "present",
        "odk",
        ("part_missing:solutions",),
    ),
    (
        "obj only",
        (
            "**III. MỤC TIÊU NHIỆM KỲ 2020 - 2025",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "Quỹ khuyến học đạt 900 triệu đồng, có 90% tổ dân phố đạt danh hiệu cộng đồng học tập.",
        ),
        "thin",
        "o",
        ("part_missing:directions", "part_missing:key_tasks", "part_missing:solutions"),
    ),
    (
        "unquantified",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            (
                "Tiếp tục đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm "
                "gốc, phấn đấu mọi gia đình có góc học tập."
            ),
            (
                "Củng cố chi hội, mở lớp ngoại ngữ buổi tối tại trung tâm học tập cộng đồng, phân "
                "công ủy viên phụ trách địa bàn."
            ),
        ),
        "present",
        "odks",
        ("unquantified",),
    ),
    (
        "empty headings",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "Ban Chấp hành sẽ bổ sung sau.",
        ),
        "thin",
        "odk",
        (),
    ),
    (
        "nothing under",
        ("**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",),
        "thin",
        "odks",
        (),
    ),
    (
        "dots under",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            "……………………………………",
            "……………………………………",
        ),
        "thin",
        "odks",
        (),
    ),
    (
        "subheads empty",
        (
            "**III. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            "**1. Mục tiêu",
            "**2. Nhiệm vụ",
            "**3. Giải pháp",
        ),
        "thin",
        "odks",
        (),
    ),
    (
        "one general sentence",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ TỚI",
            (
                "Phát huy những thành tích đã đạt được, trong nhiệm kỳ tới Hội tiếp tục đẩy mạnh "
                "phong trào khuyến học, khuyến tài, xây dựng xã hội học tập, phấn đấu hoàn thành tốt "
                "nhiệm vụ được giao."
            ),
        ),
        "thin",
        "dk",
        (),
    ),
    (
        "two general sentences",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ TỚI",
            (
                "Tiếp tục quán triệt các chủ trương của Đảng, chính sách của Nhà nước về công tác "
                "khuyến học, khuyến tài. Nâng cao chất lượng hoạt động của các cấp Hội, phát huy vai "
                "trò của cán bộ, hội viên, góp phần xây dựng quê hương ngày càng giàu đẹp, văn minh."
            ),
        ),
        "thin",
        "dk",
        (),
    ),
    (
        "three long general sentences",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ TỚI",
            (
                "Trong nhiệm kỳ tới, dưới sự lãnh đạo của Đảng ủy, sự quản lý, điều hành của chính "
                "quyền, sự phối hợp của Mặt trận Tổ quốc và các đoàn thể, toàn Hội tiếp tục phát huy "
                "truyền thống hiếu học, tinh thần đoàn kết, trách nhiệm, chủ động, sáng tạo, khắc "
                "phục mọi khó khăn, quyết tâm thực hiện thắng lợi các nhiệm vụ đề ra, góp phần đưa "
                "phong trào khuyến học ngày càng phát triển vững mạnh, đáp ứng yêu cầu của sự nghiệp "
                "công nghiệp hóa, hiện đại hóa đất nước."
            ),
        ),
        "thin",
        "dk",
        (),
    ),
    (
        "short specific",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ TỚI",
            "Đến năm 2025: 30% dân số vào Hội; mở 4 chi hội; quỹ 300 triệu.",
            "Việc chính: sửa phòng đọc, lập 2 ban khuyến học dòng họ.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "no heading at all for goals",
        (
            (
                "Nhiệm kỳ 2020 - 2025, phương hướng của Hội là đưa hoạt động khuyến học về từng tổ "
                "dân phố. Mục tiêu là đến năm 2025 có 32% dân số là hội viên. Nhiệm vụ trọng tâm là "
                "củng cố 12 chi hội, mở lớp ngoại ngữ buổi tối. Giải pháp là ký kế hoạch phối hợp với"
                " trường tiểu học An Biên."
            ),
        ),
        "present",
        "odks",
        (),
    ),
    (
        "no heading, paragraphs",
        (
            (
                "Trong nhiệm kỳ tới, Hội phấn đấu đến năm 2025 có 32% dân số là hội viên, 80% gia "
                "đình đạt danh hiệu gia đình học tập."
            ),
            "Phương hướng chung là đưa hoạt động về từng tổ dân phố.",
            "Nhiệm vụ trước hết là củng cố 12 chi hội, mở lớp ngoại ngữ buổi tối.",
            "Về giải pháp, Hội ký kế hoạch phối hợp với trường tiểu học An Biên, giao chỉ tiêu cho từng chi hội.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "separate top headings",
        (
            "**III. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc.",
            "**IV. CHỈ TIÊU PHẤN ĐẤU",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**V. NHIỆM VỤ TRỌNG TÂM",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "**VI. GIẢI PHÁP CHỦ YẾU",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "bare tasks after results",
        (
            "**III. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc.",
            "**IV. NHIỆM VỤ",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "**V. BIỆN PHÁP",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "dks",
        ("part_missing:objectives",),
    ),
    (
        "nhiem vu 1: ... subheads",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "Phương hướng: đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc.",
            "**Nhiệm vụ 1: Tổ chức Hội",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            "**Nhiệm vụ 2: Quỹ",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "**Giải pháp",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "unlabelled bold run-in heads",
        (
            "**III. PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            (
                "Mục tiêu chung: đưa hoạt động khuyến học về từng tổ dân phố. Chỉ tiêu cụ thể: 32% "
                "dân số là hội viên, 80% gia đình học tập."
            ),
            "* Nhiệm vụ:",
            "- Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "- Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, "
                "công khai tại nhà văn hóa."
            ),
            "* Giải pháp:",
            "- Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "table of goals",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            [
                ["TT", "Chỉ tiêu", "Đến năm 2025"],
                ["1", "Hội viên/dân số", "32%"],
                ["2", "Gia đình học tập", "80%"],
            ],
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "numbered items, not headings",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "1. Tăng cường tuyên truyền trên hệ thống truyền thanh của phường, mỗi tuần hai buổi.",
            "2. Phấn đấu đến năm 2025 có 32% dân số là hội viên.",
            "3. Củng cố chi hội 7 và chi hội 9.",
            "4. Phối hợp với trường tiểu học An Biên mở lớp buổi tối.",
        ),
        "present",
        "odk",
        ("part_missing:solutions",),
    ),
    (
        "de ra cac giai phap in sentence",
        (
            "**III. MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "Để thực hiện các nhiệm vụ trên, Hội tập trung vào các giải pháp sau:",
            "- Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
            "- Ký kế hoạch phối hợp với trường tiểu học An Biên.",
        ),
        "present",
        "oks",
        ("part_missing:directions",),
    ),
    (
        "bien phap in sentence",
        (
            "**III. MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            "Biện pháp chính: Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "oks",
        ("part_missing:directions",),
    ),
    (
        "remedies only in self-critical part",
        (
            "**III. HẠN CHẾ",
            "Chi hội 7 và chi hội 9 sinh hoạt chưa đều, sổ sách còn thiếu.",
            "**IV. PHƯƠNG HƯỚNG KHẮC PHỤC",
            "Phân công hai ủy viên phụ trách chi hội 7 và chi hội 9, mỗi tháng kiểm tra sổ một lần.",
        ),
        "missing",
        "",
        (),
    ),
    (
        "Phan II with children, unnamed parent",
        (
            "**PHẦN II. NHIỆM KỲ 2020 - 2025",
            "**I. Mục tiêu",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**II. Phương hướng",
            " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc.",
            "**III. Nhiệm vụ",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            "**IV. Giải pháp",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "parent odd title, children named",
        (
            "**PHẦN II. NHỮNG NỘI DUNG TRÌNH ĐẠI HỘI QUYẾT ĐỊNH",
            "**I. Mục tiêu",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**II. Phương hướng",
            " đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc.",
            "**III. Nhiệm vụ",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            "**IV. Giải pháp",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "odd title, content named",
        (
            "**III. CHÚNG TA SẼ LÀM GÌ",
            "Mục tiêu: đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "Phương hướng: đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc.",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            GOALS[3],
            GOALS[4],
        ),
        "present",
        "odks",
        (),
    ),
    (
        "odd title 2, content not named but future",
        (
            "**III. PHẤN ĐẤU ĐẾN NĂM 2025",
            "Có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập, quỹ đạt 900 triệu đồng.",
            GOALS[3],
            GOALS[4],
        ),
        "present",
        "oks",
        ("part_missing:directions",),
    ),
    (
        "huong di",
        (
            "**III. HƯỚNG ĐI CỦA NHIỆM KỲ MỚI",
            "Đưa hoạt động khuyến học về từng tổ dân phố.",
            "Mục tiêu: đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            GOALS[3],
            GOALS[4],
        ),
        "present",
        "odks",
        (),
    ),
    (
        "khau dot pha",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**Khâu đột phá",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            "**Các giải pháp",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "Quan diem muc tieu",
        (
            "**III. QUAN ĐIỂM, MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "cong tac trong tam",
        (
            "**III. PHƯƠNG HƯỚNG CÔNG TÁC NHIỆM KỲ 2020 - 2025",
            "Mục tiêu: đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**Công tác trọng tâm",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
            "**Biện pháp",
            "Phân công từng ủy viên phụ trách ba tổ dân phố, mỗi tháng họp giao ban một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "headings per topic no task word",
        (
            "**III. PHƯƠNG HƯỚNG, CHỈ TIÊU NHIỆM KỲ 2020 - 2025",
            "đến năm 2025 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia đình học tập.",
            "**1. Công tác tổ chức",
            "Củng cố 12 chi hội tổ dân phố, mỗi quý sinh hoạt một lần, có sổ theo dõi gia đình đăng ký học tập.",
            "**2. Xây dựng quỹ",
            (
                "Vận động doanh nghiệp trên đường Hai Bà Trưng góp quỹ, mỗi năm 180 triệu đồng, công "
                "khai tại nhà văn hóa."
            ),
        ),
        "present",
        "odk",
        ("part_missing:solutions",),
    ),
    (
        "typical 5",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ CÔNG TÁC HỘI NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            "**1. Mục tiêu tổng quát",
            "Xây dựng phường thành xã hội học tập.",
            "**2. Các chỉ tiêu cụ thể",
            "- Hội viên: 32% dân số.",
            "- Gia đình học tập: 80%.",
            "**3. Nhiệm vụ, giải pháp",
            "Củng cố 12 chi hội, mở lớp buổi tối.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "phuong cham",
        (
            "**III. MỤC TIÊU, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            "Phương châm: Đoàn kết - Sáng tạo - Hiệu quả vì sự học của nhân dân phường.",
            GOALS[2],
            GOALS[3],
            GOALS[4],
            (
                "Đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc, góp "
                "phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục và đào tạo theo "
                "tinh thần Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa "
                "XI."
            ),
        ),
        "present",
        "odks",
        (),
    ),
    (
        "table targets only numbers",
        (
            "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            [["TT", "Nội dung", "Năm 2025"], ["1", "Hội viên/dân số", "32%"]],
            GOALS[3],
            GOALS[4],
        ),
        "present",
        "odks",
        (),
    ),
    (
        "muc tieu dai hoi trong phan qua khu",
        (
            "**III. NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            (
                "Đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia đình làm gốc, góp "
                "phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục và đào tạo theo "
                "tinh thần Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khóa "
                "XI."
            ),
            GOALS[3],
            GOALS[4],
        ),
        "thin",
        "ks",
        ("part_missing:directions", "part_missing:objectives"),
    ),
    (
        "chuong trinh hanh dong",
        (
            "**III. MỤC TIÊU VÀ CHƯƠNG TRÌNH HÀNH ĐỘNG NHIỆM KỲ 2020 - 2025",
            GOALS[2],
            (
                "Củng cố 12 chi hội. Đưa hoạt động khuyến học về từng tổ dân phố, lấy dòng họ và gia "
                "đình làm gốc, góp phần cùng nhà trường thực hiện đổi mới căn bản, toàn diện giáo dục"
                " và đào tạo theo tinh thần Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành "
                "Trung ương khóa XI."
            ),
        ),
        "present",
        "ok",
        ("part_missing:directions", "part_missing:solutions"),
    ),
    (
        "goal part: muc tieu generic",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            "Mục tiêu: nâng cao chất lượng hoạt động của các cấp Hội, góp phần xây dựng xã hội học tập.",
            GOALS[3],
            GOALS[4],
        ),
        "present",
        "odks",
        ("unquantified",),
    ),
    (
        "heading Nhiem vu cua Hoi trong nhiem ky toi",
        ("**III. NHIỆM VỤ CỦA HỘI TRONG NHIỆM KỲ TỚI", GOALS[2], GOALS[1], GOALS[4]),
        "present",
        "odks",
        (),
    ),
    (
        "years only in objective",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            "Mục tiêu: đến năm 2025, phường thành đơn vị mạnh của quận; thực hiện Nghị quyết số 45-NQ/TW.",
            "Nhiệm vụ: giữ nếp sinh hoạt chi hội.",
            "Giải pháp: phân công ủy viên phụ trách từng tổ.",
        ),
        "present",
        "odks",
        ("unquantified",),
    ),
    (
        "means without the word",
        (
            "**III. PHƯƠNG HƯỚNG, MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            OBJECTIVES,
            TASKS,
            (
                "Để làm được, Hội sẽ ký lại quy chế phối hợp với Công đoàn nhà máy, lập bảng theo dõi từng em có nguy"
                " cơ bỏ học, kiểm tra sổ quỹ hai lần mỗi năm và niêm yết tại nhà văn hóa."
            ),
        ),
        "present",
        "odks",
        (),
    ),
    (
        "a promise is no means",
        (
            "**III. PHƯƠNG HƯỚNG, MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2020 - 2025",
            GOALS[1],
            OBJECTIVES,
            TASKS,
            (
                "Để hoàn thành các chỉ tiêu trên, toàn thể cán bộ, hội viên cần đoàn kết, nỗ lực phấn đấu, phát"
                " huy truyền thống hiếu học của quê hương."
            ),
        ),
        "present",
        "odk",
        ("part_missing:solutions",),
    ),
    (
        "objectives by their figures under another name",
        (
            "**III. HƯỚNG ĐI VÀ VIỆC PHẢI LÀM NHIỆM KỲ 2020 - 2025",
            DIRECTIONS,
            "**1. Nơi phải tới sau năm năm",
            "Hội viên đạt 30% dân số; gia đình học tập đạt 80% số hộ; dòng họ học tập đạt 75%.",
            "**2. Việc phải làm và cách làm",
            TASKS,
            SOLUTIONS,
        ),
        "present",
        "odks",
        (),
    ),
    (
        "spoken words for tasks and means",
        (
            "**III. NĂM NĂM TỚI",
            "Hướng chung là giữ cái đã có, bớt hội họp, thêm việc thật ở từng tổ dân phố.",
            OBJECTIVES,
            "Muốn thế phải làm mấy việc: bầu lại chi hội số 3 trước tháng 9; mỗi tổ có tủ sách 200 cuốn.",
            "Cách làm thì nhờ Đoàn thanh niên dạy máy, nhờ Hội Cựu chiến binh giữ sổ quỹ, ba tháng họp một lần.",
        ),
        "present",
        "odks",
        (),
    ),
    (
        "goals are put off",
        (
            "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2020 - 2025",
            "Ban Chấp hành khóa mới sẽ xây dựng cụ thể sau Đại hội.",
            "Hội tiếp tục chấp hành Kết luận số 49-KL/TW ngày 10/5/2019 của Ban Bí thư về Chỉ thị 11.",
        ),
        "thin",
        "odks",
        (),
    ),
]
"""What it is, the lines in place of the goals, the section's status, the initials of its parts, and its findings."""


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_goals_is_recognised(heading):
    answer = section(judged(*report(goals=(f"**III. {heading}", *GOALS[1:]))), "new_term_goals")
    assert (answer.status, answer.heading, answer.parts) == ("present", f"III. {heading}", PARTS)


@pytest.mark.parametrize(("what", "lines", "status", "initials", "findings"), CASES, ids=[case[0] for case in CASES])
def test_goals_are_judged_as_a_reader_would(what, lines, status, initials, findings):
    answer = judged(*report(results=(*RESULTS, f"Hội {ALIGNED}"), goals=lines))
    goals = section(answer, "new_term_goals")
    assert (goals.status, "".join(part[0] for part in goals.parts or ())) == (status, initials), what
    assert tuple(code.removeprefix("goals.") for code in codes(answer, "goals.")) == findings
    told = [f"section.{status}:new_term_goals"] if status != "present" else []
    assert codes(answer, "section.") == told


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (("**PHẦN II. NHIỆM KỲ 2020 - 2025", "**I. Mục tiêu", OBJECTIVES, "**II. Giải pháp", SOLUTIONS), 0),
        (("**PHẦN II. NHỮNG NỘI DUNG MỚI", "**I. Mục tiêu", OBJECTIVES, "**II. Giải pháp", SOLUTIONS), 0),
        (
            (
                "**III. DỰ BÁO NHIỆM KỲ 2020 - 2025",
                "Dân sẽ tăng.",
                "**IV. MỤC TIÊU",
                OBJECTIVES,
                "**V. NHIỆM VỤ",
                TASKS,
            ),
            2,
        ),
        (("**III. MỤC TIÊU", OBJECTIVES, "**IV. NHIỆM VỤ", TASKS), 0),
    ],
)
def test_the_highest_heading_that_speaks_of_the_goals_is_theirs(lines, heading):
    answer = section(judged(*report(goals=lines)), "new_term_goals")
    assert answer.heading == lines[heading].removeprefix("**")


def test_spans_cover_all_headings_of_the_part():
    lines = ("**III. MỤC TIÊU", OBJECTIVES, "**IV. NHIỆM VỤ", TASKS, "**V. GIẢI PHÁP", SOLUTIONS)
    blocks = report(goals=lines)
    answer = section(judged(*blocks), "new_term_goals")
    covered = {n for first, end in answer.spans for n in range(first, end)}
    assert {blocks.index(text) for text in (OBJECTIVES, TASKS, SOLUTIONS)} <= covered
    assert blocks.index("TM. BAN CHẤP HÀNH") not in covered


def test_last_words_with_the_word_goals_are_no_goals():
    last = ("**III. KẾT LUẬN", "Hội quyết tâm thực hiện thắng lợi mục tiêu, nhiệm vụ nhiệm kỳ 2020 - 2025.")
    assert "section.missing:new_term_goals" in codes(judged(*report(goals=last)), "section.")


def test_figures_of_the_tasks_are_no_figures_of_the_objectives():
    goals = (GOALS[0], "Mục tiêu: đưa việc học về từng tổ.", GOALS[1], "Nhiệm vụ: mở 12 lớp mỗi năm.", SOLUTIONS)
    assert codes(judged(*report(goals=goals)), "goals.") == ["goals.unquantified"]
