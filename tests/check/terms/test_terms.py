"""The two terms of a report are told from everyone else's, and contradictions among its own are found."""

from datetime import date

import pytest

from service.check.terms.terms import mentions, report_date
from tests.check.builder import CENTRED_TITLE, GOALS, HEAD, OPENING, RESULTS, case, codes, judged, report

CASES = [
    (
        "title only new term",
        (("title", ("^^BÁO CÁO", "^^Trình Đại hội Hội Khuyến học phường nhiệm kỳ 2020 - 2025")),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "title only new term, nowhere old",
        (
            (
                "results",
                ("**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ QUA", RESULTS[1], RESULTS[2]),
            ),
            ("title", ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2020 - 2025")),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "title only old",
        (("title", ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2015 - 2020")),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "history 2010-2015",
        (("+results", ("So với nhiệm kỳ 2010 - 2015, số hội viên tăng 640 người.",)),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "history 2010-2015 b",
        (("+results", ("Từ nhiệm kỳ 2010-2015, phường đã có chi hội dòng họ.",)),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "party 2015-2020 / 2020-2025",
        (
            (
                "+results",
                ("Nghị quyết Đại hội Đảng bộ phường nhiệm kỳ 2015 - 2020 giao chỉ tiêu về khuyến học.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "HDND 2016-2021",
        (("+results", ("Hội đồng nhân dân phường nhiệm kỳ 2016 - 2021 dành kinh phí cho Hội.",)),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "HDND 2016-2021 b",
        (
            (
                "+results",
                ("Nghị quyết HĐND phường khóa XX (nhiệm kỳ 2016 - 2021) dành kinh phí cho Hội.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "HDND 2016-2021 c",
        (
            (
                "+results",
                (
                    (
                        "Đại biểu Quốc hội khóa XIV và đại biểu Hội đồng nhân dân các cấp, nhiệm kỳ 2016 - "
                        "2021 đã tiếp xúc cử tri."
                    ),
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "national 2016-2021",
        (
            (
                "+results",
                (
                    (
                        "Nghị quyết Đại hội V Hội Khuyến học Việt Nam, nhiệm kỳ 2016 - 2021 là định hướng cho"
                        " hoạt động của phường."
                    ),
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "national 2016-2021 b",
        (
            (
                "+results",
                (("Thực hiện Chương trình toàn khóa của Trung ương Hội nhiệm kỳ 2016-2021, phường mở rộng mô hình."),),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "tổ dân phố 2017-2020",
        (
            (
                "+results",
                ("Bầu tổ trưởng tổ dân phố nhiệm kỳ 2017 - 2020 xong, 9 chi hội trưởng thay đổi.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "phụ nữ 2016-2021",
        (
            (
                "+results",
                ("Hội Liên hiệp Phụ nữ phường nhiệm kỳ 2016 - 2021 ký chương trình phối hợp.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "city HKH 2015-2020",
        (
            (
                "+results",
                (
                    (
                        "Nghị quyết Đại hội Hội Khuyến học thành phố lần thứ IV, nhiệm kỳ 2015 - 2020 được "
                        "phổ biến tới chi hội."
                    ),
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "dang bo tp XVI",
        (
            (
                "+goals",
                ("Lập thành tích chào mừng Đại hội Đảng bộ thành phố lần thứ XVI, nhiệm kỳ 2020 - 2025.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "dang bo phuong",
        (("+results", ("Đại hội Đảng bộ phường lần thứ XXIII nhiệm kỳ 2015 - 2020 thành công.",)),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "school years",
        (
            (
                "+results",
                (
                    (
                        "Năm học 2016 - 2017 có 22 học sinh giỏi cấp thành phố; giai đoạn 2016 - 2020 có 9 em"
                        " đỗ trường chuyên."
                    ),
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "kế hoạch 2016-2020",
        (
            (
                "+results",
                ("Kế hoạch xây dựng xã hội học tập giai đoạn 2016 - 2020 được thực hiện tốt.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "mismatch own",
        (("+results", ("Nghị quyết Đại hội nhiệm kỳ 2014 - 2019 của Hội đề ra 6 chỉ tiêu.",)),),
        "2015-2020 2020-2025",
        ("term.mismatch",),
    ),
    (
        "mismatch own b",
        (("+results", ("Bước vào nhiệm kỳ 2016 - 2021, Ban Chấp hành Hội có 15 ủy viên.",)),),
        "2015-2020 2020-2025",
        ("term.mismatch",),
    ),
    (
        "mismatch in goals",
        (("+goals", ("Trong nhiệm kỳ 2021 - 2026, Hội phấn đấu giữ vững danh hiệu đơn vị mạnh.",)),),
        "2015-2020 2020-2025",
        ("term.mismatch",),
    ),
    (
        "direction old",
        (
            (
                "goals",
                (
                    "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2015 - 2020",
                    GOALS[1],
                    GOALS[2],
                    GOALS[3],
                    GOALS[4],
                ),
            ),
        ),
        "2015-2020 2020-2025",
        ("term.direction_old",),
    ),
    (
        "direction old bare years",
        (
            (
                "goals",
                ("**III. PHƯƠNG HƯỚNG, NHIỆM VỤ 2015 - 2020", GOALS[1], GOALS[2], GOALS[3], GOALS[4]),
            ),
        ),
        "2015-2020 2020-2025",
        ("term.direction_old",),
    ),
    (
        "direction old subheading",
        (
            (
                "goals",
                (
                    "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ",
                    "**1. Mục tiêu nhiệm kỳ 2015 - 2020",
                    GOALS[1],
                    GOALS[2],
                    GOALS[3],
                    GOALS[4],
                ),
            ),
        ),
        "2015-2020 2020-2025",
        ("term.direction_old",),
    ),
    (
        "direction old in text",
        (
            (
                "goals",
                (
                    "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP",
                    GOALS[1],
                    GOALS[2],
                    "Mục tiêu nhiệm kỳ 2015 - 2020: quỹ đạt 900 triệu đồng.",
                    GOALS[3],
                    GOALS[4],
                ),
            ),
        ),
        "2015-2020 2020-2025",
        ("term.direction_old",),
    ),
    (
        "direction old in title",
        (
            (
                "title",
                (
                    "^^BÁO CÁO",
                    "^^Tổng kết nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2015 - 2020",
                ),
            ),
        ),
        "2015-2020 2020-2025",
        ("term.direction_old",),
    ),
    (
        "compare with old in goals",
        (("+goals", ("So với nhiệm kỳ 2015 - 2020, các chỉ tiêu đều cao hơn.",)),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "goals heading both terms",
        (
            (
                "goals",
                (
                    "**III. TỪ NHIỆM KỲ 2015 - 2020 ĐẾN PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
                    GOALS[1],
                    GOALS[2],
                    GOALS[3],
                    GOALS[4],
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "results heading speaks of muc tieu",
        (
            (
                "results",
                (
                    "**I. KẾT QUẢ THỰC HIỆN MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2015 - 2020",
                    RESULTS[1],
                    RESULTS[2],
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "ordinals ok words/roman",
        (
            (
                "results",
                ("**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ TƯ", RESULTS[1], RESULTS[2]),
            ),
            (
                "title",
                (
                    "^^BÁO CÁO",
                    "^^Của Ban Chấp hành khóa IV trình Đại hội lần thứ V, nhiệm kỳ 2020 - 2025",
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "ordinals arabic ok",
        (
            (
                "results",
                ("**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ 4", RESULTS[1], RESULTS[2]),
            ),
            ("title", ("^^BÁO CÁO", "^^Trình Đại hội lần thứ 5, nhiệm kỳ 2020 - 2025")),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "ordinals conflict title vs closing",
        (
            (
                "results",
                (
                    "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ III, NHIỆM KỲ 2015 - 2020",
                    "Nghị quyết Đại hội lần thứ III đề ra 6 chỉ tiêu, 5 chỉ tiêu đạt.",
                    RESULTS[2],
                ),
            ),
            ("title", ("^^BÁO CÁO", "^^Trình Đại hội lần thứ V, nhiệm kỳ 2020 - 2025")),
        ),
        "2015-2020 2020-2025",
        ("term.mismatch",),
    ),
    (
        "ordinals conflict word",
        (
            (
                "opening",
                ("Chào mừng Đại hội lần thứ VI, Ban Chấp hành báo cáo trước Đại hội như sau:",),
            ),
            ("title", ("^^BÁO CÁO", "^^Trình Đại hội lần thứ năm, nhiệm kỳ 2020 - 2025")),
        ),
        "2015-2020 2020-2025",
        ("term.mismatch",),
    ),
    (
        "ordinal of party congress",
        (
            (
                "+goals",
                ("Chào mừng Đại hội Đảng bộ quận lần thứ XXVI và Đại hội lần thứ XIII của Đảng.",),
            ),
            ("title", ("^^BÁO CÁO", "^^Trình Đại hội lần thứ V, nhiệm kỳ 2020 - 2025")),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "ordinal of upper HKH",
        (
            (
                "+goals",
                (("Tiến tới Đại hội Hội Khuyến học quận lần thứ VI và Đại hội Hội Khuyến học thành phố lần thứ V."),),
            ),
            ("title", ("^^BÁO CÁO", "^^Trình Đại hội lần thứ V, nhiệm kỳ 2020 - 2025")),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "ordinal of national HKH",
        (("+goals", ("Chào mừng Đại hội lần thứ VI Hội Khuyến học Việt Nam.",)),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "khoa mismatch none",
        (("title", ("^^BÁO CÁO", "^^Của Ban Chấp hành khóa IV trình Đại hội lần thứ V")),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "older round",
        (
            (
                "goals",
                (
                    "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2015 - 2020",
                    GOALS[1],
                    (
                        "Mục tiêu: đến năm 2020 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia "
                        "đình học tập, quỹ vận động 900 triệu đồng."
                    ),
                    GOALS[3],
                    GOALS[4],
                ),
            ),
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                    "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
                    "Số: 05/BC-HKH",
                    "An Biên, ngày 20 tháng 5 năm 2015",
                ),
            ),
            (
                "results",
                (
                    "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2010 - 2015",
                    RESULTS[1],
                    RESULTS[2],
                ),
            ),
            (
                "title",
                ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2010 - 2015, phương hướng nhiệm kỳ 2015 - 2020"),
            ),
        ),
        "2010-2015 2015-2020",
        ("term.other_round",),
    ),
    (
        "2014-2019 round",
        (
            (
                "goals",
                (
                    "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2019 - 2024",
                    GOALS[1],
                    (
                        "Mục tiêu: đến năm 2024 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia "
                        "đình học tập, quỹ vận động 900 triệu đồng."
                    ),
                    GOALS[3],
                    GOALS[4],
                ),
            ),
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                    "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
                    "Số: 05/BC-HKH",
                    "An Biên, ngày 20 tháng 11 năm 2019",
                ),
            ),
            (
                "results",
                (
                    "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2014 - 2019",
                    RESULTS[1],
                    RESULTS[2],
                ),
            ),
            (
                "title",
                ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2014 - 2019, phương hướng nhiệm kỳ 2019 - 2024"),
            ),
        ),
        "2014-2019 2019-2024",
        (),
    ),
    (
        "2016-2020 closing",
        (
            (
                "results",
                (
                    "**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2016 - 2020",
                    RESULTS[1],
                    RESULTS[2],
                ),
            ),
            (
                "title",
                ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2016 - 2020, phương hướng nhiệm kỳ 2020 - 2025"),
            ),
        ),
        "2016-2020 2020-2025",
        (),
    ),
    (
        "short years",
        (("title", ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2015-20, phương hướng nhiệm kỳ 2020-25")),),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "years with slash",
        (
            (
                "title",
                (
                    "^^BÁO CÁO",
                    "^^Tổng kết nhiệm kỳ (2015 – 2020), phương hướng nhiệm kỳ (2020 – 2025)",
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "blank date",
        (
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                    "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
                    "Số: 05/BC-HKH",
                    "An Biên, ngày     tháng     năm 2020",
                ),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "no date",
        (
            (
                "head",
                ("HỘI KHUYẾN HỌC QUẬN LÊ CHÂN", "**HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN", "Số: 05/BC-HKH"),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "gap between terms",
        (
            (
                "goals",
                (
                    "**III. MỤC TIÊU, PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP NHIỆM KỲ 2022 - 2027",
                    GOALS[1],
                    (
                        "Mục tiêu: đến năm 2027 có 32% dân số là hội viên, 80% gia đình đạt danh hiệu gia "
                        "đình học tập, quỹ vận động 900 triệu đồng."
                    ),
                    GOALS[3],
                    GOALS[4],
                ),
            ),
            (
                "title",
                ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2015 - 2020, phương hướng nhiệm kỳ 2022 - 2027"),
            ),
        ),
        "2015-2020 2022-2027",
        ("term.mismatch",),
    ),
    (
        "founded years",
        (
            (
                "+results",
                ("Nhiệm kỳ I (1999 - 2004), nhiệm kỳ II (2004 - 2009) là những năm đầu gây dựng.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "a merged unit counts anew",
        (
            ("title", ("^^BÁO CÁO", "^^Trình Đại hội lần thứ nhất, nhiệm kỳ 2020 - 2025")),
            (
                "opening",
                ("Hai Hội hợp nhất năm 2020; mỗi Hội cũ qua Đại hội lần thứ IV, nhiệm kỳ 2015 - 2020.",),
            ),
        ),
        "2015-2020 2020-2025",
        (),
    ),
    (
        "the congress that is wished well doesn't follow",
        (
            ("opening", ("Thực hiện Nghị quyết Đại hội lần thứ IV của Hội, Ban Chấp hành báo cáo như sau:",)),
            ("+goals", ("Chúc Đại hội lần thứ VI thành công tốt đẹp!",)),
        ),
        "2015-2020 2020-2025",
        ("term.mismatch",),
    ),
    *(
        (
            f"the congress of today: {said}",
            (
                ("title", ("^^BÁO CÁO", "^^Trình Đại hội lần thứ V, nhiệm kỳ 2020 - 2025")),
                ("opening", ("Nghị quyết Đại hội lần thứ IV của Hội, nhiệm kỳ 2015 - 2020 đề ra 6 chỉ tiêu.",)),
                ("+goals", (said,)),
            ),
            "2015-2020 2020-2025",
            findings,
        )
        for said, findings in (
            ("Đại hội lần thứ VI của chúng ta là dịp để mỗi hội viên thêm tin, thêm gắn bó.", ("term.mismatch",)),
            ("Xin chúc Đại hội lần thứ VI hôm nay thành công.", ("term.mismatch",)),
            ("Đại hội lần thứ bảy này mong các chi hội góp ý thẳng thắn.", ("term.mismatch",)),
            ("Đại hội lần thứ V của chúng ta là dịp để mỗi hội viên thêm tin, thêm gắn bó.", ()),
            ("Đại hội lần thứ IV của chúng ta đã đề ra 6 chỉ tiêu; nay làm tiếp.", ()),
            ("Mừng Đại hội Đảng bộ phường lần thứ VI của chúng ta vừa thành công.", ()),
            ("Tiến tới Đại hội Hội Khuyến học quận lần thứ VII.", ()),
        )
    ),
]
"""What it is, the parts that differ, both terms, and the findings on terms."""


def put(parts):
    """The parts of a report; "+" adds lines to the usual ones."""
    usual = {"results": RESULTS, "goals": GOALS}
    return {name.lstrip("+"): (*usual[name[1:]], *lines) if name[0] == "+" else lines for name, lines in parts}


@pytest.mark.parametrize(("what", "parts", "terms", "findings"), CASES, ids=[each[0] for each in CASES])
def test_terms_are_judged_as_a_reader_would(what, parts, terms, findings):
    answer = judged(*report(**put(parts)))
    assert f"{answer.terms.closing} {answer.terms.opening}" == terms, what
    assert tuple(codes(answer, "term.")) == findings


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("An Biên, ngày 20 tháng 5 năm 2020", date(2020, 5, 20)),
        ("An Biên, ngày     tháng 5 năm 2020", date(2020, 5, 31)),
        ("An Biên, ngày …… tháng …… năm 2020", date(2020, 12, 31)),
        ("An Biên, ngày 31 tháng 02 năm 2020", date(2020, 2, 29)),
        ("An Biên, ngày 5 tháng 13 năm 2020", date(2020, 12, 31)),
        ("Số: 05/BC-HKH", None),
    ],
)
def test_the_reports_date_is_the_last_day_that_it_may_be(line, expected):
    assert report_date(case(*HEAD[:3], line, *CENTRED_TITLE, *OPENING)) == expected


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("nhiệm kỳ 2015 - 2020", ["2015-2020"]),
        ("Nhiệm kỳ (2015–2020)", ["2015-2020"]),
        ("NK 2015-20", ["2015-2020"]),
        ("nhiệm kỳ IV, 2015 - 2020 và nhiệm kỳ 2020 - 2025", ["2015-2020", "2020-2025"]),
        ("nhiệm kỳ 2015 - 2030", []),
        ("nhiệm kỳ 2020 - 2015", []),
        ("năm học 2016 - 2017", []),
    ],
)
def test_terms_are_read_in_their_spellings(text, terms):
    (line,) = case(text).lines
    assert [mention.term for mention in mentions(line)] == terms


def test_the_old_term_is_quoted_where_it_stands():
    heading = "**III. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2015 - 2020"
    blocks = report(goals=(heading, *GOALS[1:]))
    (found,) = [each for each in judged(*blocks).findings if each.code == "term.direction_old"]
    assert (found.quote, found.paragraph) == (heading[2:], blocks.index(heading))
