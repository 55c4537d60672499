"""Another's name is found where the report's own belongs, and nowhere else."""

import pytest

from tests.check.builder import GOALS, RESULTS, judged, report

CASES = [
    (
        "copy BCH",
        (
            (
                "opening",
                (("Thay mặt Ban Chấp hành Hội Khuyến học phường Hàng Kênh, tôi xin báo cáo trước Đại hội như sau:"),),
            ),
        ),
        ("Ban Chấp hành Hội Khuyến học phường Hàng Kênh",),
    ),
    (
        "copy subject",
        (
            (
                "+goals",
                ("Hội Khuyến học phường Hàng Kênh tiếp tục phân công ủy viên phụ trách từng tổ dân phố.",),
            ),
        ),
        ("Hội Khuyến học phường Hàng Kênh",),
    ),
    (
        "copy subject 2",
        (
            (
                "+goals",
                ("Trong nhiệm kỳ tới, Hội Khuyến học phường Hàng Kênh phấn đấu đạt các chỉ tiêu sau:",),
            ),
        ),
        ("Hội Khuyến học phường Hàng Kênh",),
    ),
    (
        "copy subject result",
        (("+results", ("Đến nay, Hội Khuyến học phường Hàng Kênh có 12 chi hội.",)),),
        ("Hội Khuyến học phường Hàng Kênh",),
    ),
    (
        "copy toàn phường",
        (("+results", ("Toàn phường Hàng Kênh có 14 tổ dân phố với 3.200 hộ.",)),),
        ("Toàn phường Hàng Kênh",),
    ),
    (
        "copy địa bàn",
        (("+results", ("Phong trào trên địa bàn phường Hàng Kênh phát triển đều.",)),),
        ("trên địa bàn phường Hàng Kênh",),
    ),
    (
        "copy NQ heading",
        (
            (
                "results",
                (
                    ("**I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI HỘI KHUYẾN HỌC PHƯỜNG HÀNG KÊNH NHIỆM KỲ 2015 - 2020"),
                    RESULTS[1],
                    RESULTS[2],
                ),
            ),
        ),
        ("HỘI KHUYẾN HỌC PHƯỜNG HÀNG KÊNH",),
    ),
    (
        "copy đại hội",
        (
            (
                "+goals",
                (
                    (
                        "Đại hội Hội Khuyến học phường Hàng Kênh lần thứ V quyết tâm thực hiện thắng lợi các "
                        "chỉ tiêu trên."
                    ),
                ),
            ),
        ),
        ("Hội Khuyến học phường Hàng Kênh",),
    ),
    (
        "copy cán bộ nhân dân",
        (("+results", ("Cán bộ và nhân dân phường Hàng Kênh có truyền thống hiếu học.",)),),
        ("phường Hàng Kênh",),
    ),
    (
        "copy đảng ủy",
        (
            (
                "+results",
                ("Được sự quan tâm của Đảng ủy phường Hàng Kênh, Hội có phòng làm việc riêng.",),
            ),
        ),
        ("phường Hàng Kênh",),
    ),
    (
        "copy other district",
        (
            (
                "opening",
                (
                    (
                        "Thực hiện Hướng dẫn của Hội Khuyến học huyện Vĩnh Bảo, Ban Chấp hành Hội Khuyến học "
                        "phường An Biên báo cáo như sau:"
                    ),
                ),
            ),
        ),
        ("Hội Khuyến học huyện Vĩnh Bảo",),
    ),
    (
        "copy Hội Nông dân",
        (
            (
                "+results",
                ("Ban Chấp hành Hội Nông dân phường đã phân công 15 ủy viên phụ trách chi hội khuyến học.",),
            ),
        ),
        ("Ban Chấp hành Hội Nông dân phường",),
    ),
    (
        "copy Hội Phụ nữ",
        (
            (
                "+goals",
                ("Ban Chấp hành Hội Liên hiệp Phụ nữ phường khóa V tiếp tục xây dựng quỹ khuyến học.",),
            ),
        ),
        ("Ban Chấp hành Hội Liên hiệp Phụ nữ phường",),
    ),
    (
        "ok exchange",
        (("+results", ("Hội đã đến trao đổi kinh nghiệm với Hội Khuyến học phường Hàng Kênh.",)),),
        (),
    ),
    (
        "ok other came",
        (
            (
                "+results",
                ("Hội Khuyến học phường Hàng Kênh đã đến thăm và trao đổi cách làm tủ sách.",),
            ),
        ),
        (),
    ),
    (
        "ok neighbours",
        (("+results", ("Phường An Biên giáp phường Hàng Kênh, phường Cát Dài.",)),),
        (),
    ),
    (
        "ok jointly",
        (("+results", ("Hội phối hợp với Hội Khuyến học phường Cát Dài tổ chức hội thi.",)),),
        (),
    ),
    (
        "ok example",
        (
            (
                "+results",
                ("Học tập cách làm của Hội Khuyến học phường Hàng Kênh, Hội mở tủ sách ở tổ 4.",),
            ),
        ),
        (),
    ),
    (
        "ok Hoi ND body",
        (("+results", ("Hội phối hợp với Ban Chấp hành Hội Nông dân phường tổ chức lớp nghề.",)),),
        (),
    ),
    (
        "ok gift",
        (
            (
                "+results",
                ("Hội Khuyến học phường Hàng Kênh tặng 40 bộ sách cho học sinh của phường.",),
            ),
        ),
        (),
    ),
    ("ok compare", (("+results", ("Tỷ lệ này cao hơn toàn quận và bằng phường Hàng Kênh.",)),), ()),
    (
        "ok hometown",
        (
            (
                "+results",
                (
                    (
                        "Bà Lê Thị Hạnh, nguyên Chủ tịch Hội Khuyến học phường Hàng Kênh, chuyển về sinh hoạt"
                        " tại chi hội 3."
                    ),
                ),
            ),
        ),
        (),
    ),
    (
        "ok school",
        (("+results", ("Trường THCS Trần Phú (phường Cát Dài) nhận 40 học sinh của phường.",)),),
        (),
    ),
    (
        "ok company",
        (
            (
                "+results",
                ("Công ty Hoa Sen đóng trên địa bàn phường Hàng Kênh ủng hộ 20 triệu đồng.",),
            ),
        ),
        (),
    ),
    (
        "ok parent",
        (
            (
                "+results",
                (("Hội Khuyến học quận Lê Chân đã tặng Giấy khen. Trên địa bàn quận Lê Chân, phong trào phát triển."),),
            ),
        ),
        (),
    ),
    (
        "ok party of district",
        (("+results", ("Thực hiện Nghị quyết của Quận ủy Lê Chân và Đảng ủy phường An Biên.",)),),
        (),
    ),
    (
        "ok street name",
        (("+results", ("Các hộ ở đường Hàng Kênh, ngõ Lam Sơn đều có góc học tập.",)),),
        (),
    ),
    (
        "ok cụm thi đua",
        (
            (
                "+results",
                (
                    (
                        "Cụm thi đua số 2 gồm Hội Khuyến học phường An Biên, Hội Khuyến học phường Hàng Kênh,"
                        " Hội Khuyến học phường Cát Dài xếp thứ nhất."
                    ),
                ),
            ),
        ),
        (),
    ),
    (
        "ok giao ban",
        (
            (
                "+results",
                ("Hội Khuyến học phường Hàng Kênh tổ chức giao lưu, phường An Biên cử 12 người tham gia.",),
            ),
        ),
        (),
    ),
    (
        "ok dang cai",
        (
            (
                "+results",
                ("Năm 2018, Hội Khuyến học phường Hàng Kênh đăng cai hội thi, An Biên đạt giải nhất.",),
            ),
        ),
        (),
    ),
    (
        "district: children",
        (
            (
                "+results",
                (
                    (
                        "Hội Khuyến học phường An Biên có 12 chi hội; Hội Khuyến học phường Hàng Kênh vận "
                        "động quỹ 600 triệu đồng. Toàn phường Cát Dài có 9 chi hội."
                    ),
                ),
            ),
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                    "**HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                    "Lê Chân, ngày 20 tháng 5 năm 2020",
                ),
            ),
            (
                "opening",
                ("Ban Chấp hành Hội Khuyến học quận Lê Chân báo cáo trước Đại hội như sau:",),
            ),
        ),
        (),
    ),
    (
        "district: other district visits",
        (
            ("+results", ("Hội Khuyến học quận Hồng Bàng đã đến trao đổi.",)),
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                    "**HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                    "Lê Chân, ngày 20 tháng 5 năm 2020",
                ),
            ),
            (
                "opening",
                ("Ban Chấp hành Hội Khuyến học quận Lê Chân báo cáo trước Đại hội như sau:",),
            ),
        ),
        (),
    ),
    (
        "district: copied",
        (
            ("+goals", ("Hội Khuyến học huyện Kiến Thụy tiếp tục củng cố các Hội cơ sở.",)),
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                    "**HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                    "Lê Chân, ngày 20 tháng 5 năm 2020",
                ),
            ),
            (
                "opening",
                ("Ban Chấp hành Hội Khuyến học quận Lê Chân báo cáo trước Đại hội như sau:",),
            ),
        ),
        ("Hội Khuyến học huyện Kiến Thụy",),
    ),
    (
        "district: copied toàn huyện",
        (
            ("+results", ("Toàn huyện Kiến Thụy có 18 Hội cơ sở.",)),
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                    "**HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                    "Lê Chân, ngày 20 tháng 5 năm 2020",
                ),
            ),
            (
                "opening",
                ("Ban Chấp hành Hội Khuyến học quận Lê Chân báo cáo trước Đại hội như sau:",),
            ),
        ),
        ("Toàn huyện Kiến Thụy",),
    ),
    (
        "merged own predecessor",
        (
            (
                "+results",
                (
                    (
                        "Ban Chấp hành Hội Khuyến học xã Tiên Tiến (cũ) đã thực hiện 5/6 chỉ tiêu Nghị quyết "
                        "Đại hội Hội Khuyến học xã Tiên Tiến."
                    ),
                ),
            ),
            (
                "head",
                (
                    "HỘI KHUYẾN HỌC HUYỆN TIÊN LÃNG",
                    "**HỘI KHUYẾN HỌC XÃ QUYẾT TIẾN",
                    "Quyết Tiến, ngày 20 tháng 5 năm 2020",
                ),
            ),
            ("opening", ("Ban Chấp hành Hội Khuyến học xã Quyết Tiến báo cáo như sau:",)),
        ),
        (),
    ),
    (
        "guided by another district",
        (("opening", ("Hội được Hội Khuyến học huyện Thủy Nguyên trực tiếp chỉ đạo, hướng dẫn.",)),),
        ("Hội Khuyến học huyện Thủy Nguyên",),
    ),
    (
        "guided by its own district",
        (("opening", ("Hội được Hội Khuyến học quận Lê Chân trực tiếp chỉ đạo, hướng dẫn.",)),),
        (),
    ),
    (
        "another district lends a hand",
        (("opening", ("Hội được Hội Khuyến học huyện Thủy Nguyên tặng 200 đầu sách.",)),),
        (),
    ),
    (
        "another organisation goes on with the work",
        (("+goals", ("Trong 5 năm tới, Hội Nông dân phường An Biên tiếp tục đổi mới hoạt động khuyến học.",)),),
        ("Hội Nông dân phường",),
    ),
    (
        "another organisation is worked with",
        (("+goals", ("Phối hợp với Hội Nông dân phường tiếp tục vận động quỹ khuyến học.",)),),
        (),
    ),
    (
        "another organisation did its own work",
        (("+results", ("Hội Nông dân phường tổ chức 15 lớp dạy nghề, có 420 người học.",)),),
        (),
    ),
]
"""What it is, the parts that differ, and the names that are out of place."""


def put(parts):
    """The parts of a report; "+" adds lines to the usual ones."""
    usual = {"results": RESULTS, "goals": GOALS}
    return {name.lstrip("+"): (*usual[name[1:]], *lines) if name[0] == "+" else lines for name, lines in parts}


@pytest.mark.parametrize(("what", "parts", "quotes"), CASES, ids=[each[0] for each in CASES])
def test_a_name_is_judged_by_the_role_in_which_it_stands(what, parts, quotes):
    findings = judged(*report(**put(parts))).findings
    assert tuple(each.quote for each in findings if each.code == "unit.foreign") == quotes, what


def test_another_name_in_the_title_is_found():
    title = ("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2015 - 2020 của Hội Khuyến học phường Hàng Kênh")
    (found,) = [each for each in judged(*report(title=title)).findings if each.code == "unit.foreign"]
    assert found.quote == "Hội Khuyến học phường Hàng Kênh"


def test_another_name_over_the_signature_is_found_and_the_list_of_addressees_is_not():
    signed = "TM. BAN CHẤP HÀNH HỘI KHUYẾN HỌC PHƯỜNG HÀNG KÊNH"
    end = (signed, "CHỦ TỊCH", "Nơi nhận:", "- Hội Khuyến học phường Cát Dài;")
    quotes = [each.quote for each in judged(*report(end=end)).findings if each.code == "unit.foreign"]
    assert quotes == ["BAN CHẤP HÀNH HỘI KHUYẾN HỌC PHƯỜNG HÀNG KÊNH"]


def test_another_company_in_the_report_of_a_company_is_found():
    head = ("CÔNG TY ĐÓNG TÀU BẠCH VÂN", "**HỘI KHUYẾN HỌC", "Số: 05/BC-HKH", "ngày 20 tháng 5 năm 2020")
    lines = (
        "Ban Chấp hành Hội Khuyến học Công ty Xi măng Hải Vân đánh giá cao nỗ lực của các chi hội.",
        "Ban Chấp hành Hội Khuyến học Công ty Đóng tàu Bạch Vân báo cáo trước Đại hội.",
        "Đoàn của Hội Khuyến học Trường Cao đẳng Hàng hải đến trao đổi kinh nghiệm.",
    )
    answer = judged(*report(head=head, opening=(), results=(*RESULTS, *lines)))
    found = [each.quote for each in answer.findings if each.code == "unit.foreign"]
    assert found == ["Hội Khuyến học Công ty Xi măng Hải Vân"]


def test_nothing_is_foreign_where_the_unit_is_unknown():
    head = ("HỘI KHUYẾN HỌC XÃ MINH TÂN", "Ngày 20 tháng 5 năm 2020")
    opening = ("Ban Chấp hành Hội Khuyến học phường Hàng Kênh báo cáo như sau:",)
    answer = judged(*report(head=head, opening=opening))
    assert answer.unit is None
    assert not [each for each in answer.findings if each.code == "unit.foreign"]
