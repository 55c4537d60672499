"""Whose report it is: by letterhead, title, text, folder or file name; a namesake that nothing settles stays open."""

import pytest

from tests.check.builder import CENTRED_TITLE, END, GOALS, LESSONS, RESULTS, judged, report

PLAIN = ("Ban Chấp hành báo cáo trước Đại hội như sau:",)

CASES = [
    (
        "P.",
        (
            ("HỘI KHUYẾN HỌC Q. LÊ CHÂN", "**HỘI KHUYẾN HỌC P. AN BIÊN", "Ngày 20 tháng 5 năm 2020"),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "P.nospace",
        (("HỘI KH Q.LÊ CHÂN", "**HỘI KHUYẾN HỌC P.AN BIÊN", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "TP.",
        (
            (
                "HỘI KHUYẾN HỌC TP. HẢI PHÒNG",
                "**HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan", "letterhead"),
    ),
    (
        "TP HP - H.",
        (("HỘI KHUYẾN HỌC TP HẢI PHÒNG", "**HKH H. KIẾN THUỴ", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.kien-thuy", "letterhead"),
    ),
    (
        "TT.",
        (("HKH HUYỆN TIÊN LÃNG", "**HKH TT. TIÊN LÃNG", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.tien-lang.tien-lang", "letterhead"),
    ),
    (
        "TT An Duong",
        (
            ("UBND HUYỆN AN DƯƠNG", "**HỘI KHUYẾN HỌC THỊ TRẤN AN DƯƠNG", "Ngày 20 tháng 5 năm 2020"),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.an-duong.an-duong", "letterhead"),
    ),
    (
        "phuong An Duong",
        (
            ("UBND QUẬN LÊ CHÂN", "**HỘI KHUYẾN HỌC PHƯỜNG AN DƯƠNG", "Ngày 20 tháng 5 năm 2020"),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-duong", "letterhead"),
    ),
    (
        "huyen An Duong",
        (
            (
                "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                "**HỘI KHUYẾN HỌC HUYỆN AN DƯƠNG",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.an-duong", "letterhead"),
    ),
    (
        "UBND over",
        (("ỦY BAN NHÂN DÂN PHƯỜNG AN BIÊN", "**HỘI KHUYẾN HỌC", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "UBND huyen, HKH",
        (("UBND HUYỆN VĨNH BẢO", "**HỘI KHUYẾN HỌC", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.vinh-bao", "letterhead"),
    ),
    (
        "BCH HKH",
        (("BCH HỘI KHUYẾN HỌC XÃ ĐOÀN XÁ", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.kien-thuy.doan-xa", "letterhead"),
    ),
    (
        "two lines",
        (
            (
                "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                "HỘI KHUYẾN HỌC",
                "PHƯỜNG AN BIÊN",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "namesake Le Loi with district",
        (
            (
                "HỘI KHUYẾN HỌC HUYỆN AN DƯƠNG",
                "**HỘI KHUYẾN HỌC XÃ LÊ LỢI",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.an-duong.le-loi", "letterhead"),
    ),
    (
        "namesake phuong Le Loi",
        (("HỘI KHUYẾN HỌC", "**PHƯỜNG LÊ LỢI", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.ngo-quyen.le-loi", "letterhead"),
    ),
    (
        "namesake xa Minh Tan no district",
        (("HỘI KHUYẾN HỌC XÃ MINH TÂN", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        (None, None),
    ),
    (
        "namesake xa Minh Tan by text",
        (
            ("HỘI KHUYẾN HỌC XÃ MINH TÂN", "Ngày 20 tháng 5 năm 2020"),
            (),
            (("Thực hiện hướng dẫn của Hội Khuyến học huyện Kiến Thụy, Ban Chấp hành báo cáo trước Đại hội như sau:"),),
        ),
        ("", ""),
        ("hai-phong.kien-thuy.minh-tan", "letterhead"),
    ),
    (
        "namesake by folder",
        (("HỘI KHUYẾN HỌC XÃ MINH TÂN", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", "Thuy Nguyen"),
        ("hai-phong.thuy-nguyen.minh-tan", "letterhead"),
    ),
    (
        "namesake by folder id",
        (("HỘI KHUYẾN HỌC XÃ MINH TÂN", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", "thuy-nguyen"),
        ("hai-phong.thuy-nguyen.minh-tan", "letterhead"),
    ),
    (
        "namesake by file",
        (("HỘI KHUYẾN HỌC XÃ MINH TÂN", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("BC xa Minh Tan - Thuy Nguyen.docx", ""),
        ("hai-phong.thuy-nguyen.minh-tan", "letterhead"),
    ),
    (
        "namesake by place-date",
        (("HỘI KHUYẾN HỌC XÃ HÒA BÌNH", "Vĩnh Bảo, ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.vinh-bao.hoa-binh", "letterhead"),
    ),
    (
        "dong hai",
        (
            (
                "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                "HỘI KHUYẾN HỌC PHƯỜNG ĐÔNG HẢI",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.dong-hai", "letterhead"),
    ),
    (
        "dong hai 1",
        (
            (
                "HỘI KHUYẾN HỌC QUẬN HẢI AN",
                "HỘI KHUYẾN HỌC PHƯỜNG ĐÔNG HẢI 1",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.hai-an.dong-hai-1", "letterhead"),
    ),
    (
        "dong hai 2",
        (("HỘI KHUYẾN HỌC PHƯỜNG ĐÔNG HẢI 2", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.hai-an.dong-hai-2", "letterhead"),
    ),
    (
        "merged old name",
        (
            (
                "HỘI KHUYẾN HỌC HUYỆN TIÊN LÃNG",
                "HỘI KHUYẾN HỌC XÃ TIÊN TIẾN",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.tien-lang.tien-tien", "letterhead"),
    ),
    (
        "old tone",
        (
            (
                "HỘI KHUYẾN HỌC HUYỆN KIẾN THUỴ",
                "HỘI KHUYẾN HỌC XÃ THUỴ HƯƠNG",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.kien-thuy.thuy-huong", "letterhead"),
    ),
    (
        "title only",
        (
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Ngày 20 tháng 5 năm 2020"),
            ("^^BÁO CÁO", "^^Tổng kết công tác Hội Khuyến học phường An Biên nhiệm kỳ 2015 - 2020"),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "title"),
    ),
    (
        "title district + commune",
        (
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Ngày 20 tháng 5 năm 2020"),
            (
                "^^BÁO CÁO",
                "^^Tổng kết công tác khuyến học phường An Biên, quận Lê Chân nhiệm kỳ 2015 - 2020",
            ),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "title"),
    ),
    (
        "text only",
        (
            ("Ngày 20 tháng 5 năm 2020",),
            (),
            ("Thay mặt Ban Chấp hành Hội Khuyến học phường An Biên, tôi xin báo cáo trước Đại hội như sau:",),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "text"),
    ),
    (
        "text only 2",
        (
            ("Ngày 20 tháng 5 năm 2020",),
            (),
            ("Hội Khuyến học phường An Biên được thành lập năm 1999, trải qua bốn kỳ đại hội.",),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "text"),
    ),
    (
        "text only 3: place described",
        (
            ("Ngày 20 tháng 5 năm 2020",),
            (),
            ("Phường An Biên nằm ở trung tâm quận Lê Chân, có 14 tổ dân phố với 3.200 hộ.",),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "text"),
    ),
    (
        "file name only",
        (("Ngày 20 tháng 5 năm 2020",), (), ()),
        ("BC tong ket HKH phuong An Bien.docx", ""),
        ("hai-phong.le-chan.an-bien", "file_name"),
    ),
    (
        "folder only",
        (("Ngày 20 tháng 5 năm 2020",), (), ()),
        ("", "le-chan/an-bien"),
        ("hai-phong.le-chan.an-bien", "folder"),
    ),
    (
        "folder accented",
        (("Ngày 20 tháng 5 năm 2020",), (), ()),
        ("", "Quận Lê Chân/Phường An Biên"),
        ("hai-phong.le-chan.an-bien", "folder"),
    ),
    (
        "folder district only",
        (("Ngày 20 tháng 5 năm 2020",), (), ()),
        ("", "Lê Chân"),
        ("hai-phong.le-chan", "folder"),
    ),
    (
        "kinh gui above own",
        (
            (
                "HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
                "Kính gửi: Hội Khuyến học quận Lê Chân",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "school",
        (
            (
                "HỘI KHUYẾN HỌC QUẬN LÊ CHÂN",
                "HỘI KHUYẾN HỌC TRƯỜNG THPT TRẦN NGUYÊN HÃN",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        (None, None),
    ),
    (
        "school 2",
        (
            (
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI PHÒNG",
                "TRƯỜNG THPT LÊ CHÂN",
                "HỘI KHUYẾN HỌC",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        (None, None),
    ),
    (
        "agency",
        (
            (
                "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                "HỘI KHUYẾN HỌC CÔNG AN THÀNH PHỐ",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        (None, None),
    ),
    (
        "city",
        (
            (
                "HỘI KHUYẾN HỌC VIỆT NAM",
                "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong", "letterhead"),
    ),
    (
        "city long",
        (
            (
                "TRUNG ƯƠNG HỘI KHUYẾN HỌC VIỆT NAM",
                "HỘI KHUYẾN HỌC TP. HẢI PHÒNG",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong", "letterhead"),
    ),
    (
        "bach long vi",
        (
            (
                "HỘI KHUYẾN HỌC TP HẢI PHÒNG",
                "HỘI KHUYẾN HỌC HUYỆN BẠCH LONG VỸ",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.bach-long-vi", "letterhead"),
    ),
    (
        "no noun",
        (("HỘI KHUYẾN HỌC LÊ CHÂN", "HỘI KHUYẾN HỌC AN BIÊN", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "hyphen",
        (("HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN - QUẬN LÊ CHÂN", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "other city",
        (
            (
                "HỘI KHUYẾN HỌC TỈNH QUẢNG NINH",
                "HỘI KHUYẾN HỌC HUYỆN TIÊN YÊN",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        (None, None),
    ),
    (
        "NFD odd spaces",
        (
            (
                "HỘI KHUYẾN HỌC  QUẬN   LÊ CHÂN",
                "HỘI KHUYẾN HỌC PHƯỜNG  AN BIÊN",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.le-chan.an-bien", "letterhead"),
    ),
    (
        "unknown ward below district",
        (("HỘI KHUYẾN HỌC QUẬN NGÔ QUYỀN", "**HỘI KHUYẾN HỌC PHƯỜNG HOA SỮA", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        (None, None),
    ),
    (
        "unknown commune, two lines",
        (("UBND HUYỆN KIẾN THỤY", "HỘI KHUYẾN HỌC", "XÃ HOA SỮA", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        (None, None),
    ),
    (
        "unknown township, short",
        (("HKH H. KIẾN THỤY", "HKH TT. HOA SỮA", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("", ""),
        (None, None),
    ),
    (
        "UBND of an unknown ward",
        (("ỦY BAN NHÂN DÂN PHƯỜNG HOA SỮA", "HỘI KHUYẾN HỌC", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("bc quận Ngô Quyền.docx", "ngo-quyen"),
        (None, None),
    ),
    (
        "unknown ward in a ward's folder",
        (("HỘI KHUYẾN HỌC QUẬN LÊ CHÂN", "HỘI KHUYẾN HỌC PHƯỜNG HOA SỮA", "Ngày 20 tháng 5 năm 2020"), (), ()),
        ("bc.docx", "hai-phong/le-chan/an-bien"),
        ("hai-phong.le-chan.an-bien", "folder"),
    ),
    (
        "district over nothing below",
        (
            (
                "HỘI KHUYẾN HỌC THÀNH PHỐ HẢI PHÒNG",
                "HỘI KHUYẾN HỌC QUẬN NGÔ QUYỀN",
                "XÃ HỘI HỌC TẬP",
                "Ngày 20 tháng 5 năm 2020",
            ),
            (),
            (),
        ),
        ("", ""),
        ("hai-phong.ngo-quyen", "letterhead"),
    ),
]
"""What it is; letterhead, title and opening; file name and folder; the unit's id and where it was found."""


@pytest.mark.parametrize(("what", "front", "file", "expected"), CASES, ids=[case[0] for case in CASES])
def test_the_unit_is_recognised(what, front, file, expected):
    (head, title, opening), (name, folder) = front, file
    blocks = (*head, *(title or CENTRED_TITLE), *(opening or PLAIN), *RESULTS, *LESSONS, *GOALS, *END)
    found = judged(*blocks, name=name or "bao cao.docx", folder_name=folder).unit
    assert (found.id if found else None, found.found_in if found else None) == expected, what


def test_the_association_is_told_by_its_full_name():
    found = judged("HKH P. AN BIÊN", *CENTRED_TITLE, *PLAIN, *RESULTS, *LESSONS, *GOALS).unit
    assert (found.name, found.level) == ("Hội Khuyến học phường An Biên", "commune")


COPIED = ("HỘI KHUYẾN HỌC HUYỆN AN LÃO", "**HỘI KHUYẾN HỌC XÃ LẬP LỄ", "Lập Lễ, ngày 8 tháng 6 năm 2020")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, None),
        ({"folder_name": "thuy-nguyen"}, "hai-phong.thuy-nguyen.lap-le"),
        ({"name": "BC HKH xa Lap Le.docx"}, None),
        ({"name": "Thuy Nguyen - xa Lap Le.docx"}, "hai-phong.thuy-nguyen.lap-le"),
        ({"opening": ("Hội Khuyến học huyện Thủy Nguyên đã giúp đỡ Hội xã.",)}, "hai-phong.thuy-nguyen.lap-le"),
    ],
)
def test_a_commune_under_another_district_stays_open_unless_something_else_speaks_for_its_own(told, expected):
    opening = told.get("opening", ("Ban Chấp hành báo cáo trước Đại hội như sau:",))
    blocks = report(head=COPIED, opening=opening, results=RESULTS[:1], goals=GOALS[:2])
    unit = judged(*blocks, name=told.get("name", "a.docx"), folder_name=told.get("folder_name", "")).unit
    assert (unit.id if unit else None) == expected
