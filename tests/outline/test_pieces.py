"""A file's documents are told apart, each with its title; an annex and a table of contents are part of the report."""

import pytest

from service.outline import outline
from tests.check.builder import HEAD, manuscript, report

LONG = "Trong nhiệm kỳ qua, toàn phường có mười hai chi hội với hơn hai nghìn hội viên sinh hoạt đều hằng quý."
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def title(*blocks):
    return outline(manuscript(*blocks)).pieces[0].title


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ"), "BÁO CÁO Tổng kết nhiệm kỳ"),
        (("BÁO CÁO", "Tổng kết nhiệm kỳ"), "BÁO CÁO Tổng kết nhiệm kỳ"),
        (
            ("^^BÁO CÁO TỔNG KẾT", "^^NHIỆM KỲ 2015 - 2020", "^^(Trình Đại hội lần thứ V)"),
            "BÁO CÁO TỔNG KẾT NHIỆM KỲ 2015 - 2020 (Trình Đại hội lần thứ V)",
        ),
        (("Báo cáo tổng kết",), "Báo cáo tổng kết"),
        (("^^DỰ THẢO", "^^BÁO CÁO", "^^Tổng kết"), "DỰ THẢO BÁO CÁO Tổng kết"),
        (("^^(Dự thảo) BÁO CÁO TỔNG KẾT",), "(Dự thảo) BÁO CÁO TỔNG KẾT"),
        (("^^THAM LUẬN", "^^Vận động quỹ"), "THAM LUẬN Vận động quỹ"),
        (("^^TỔNG KẾT NHIỆM KỲ 2015 - 2020", "^^VÀ PHƯƠNG HƯỚNG"), "TỔNG KẾT NHIỆM KỲ 2015 - 2020 VÀ PHƯƠNG HƯỚNG"),
        ((), ""),
    ],
)
def test_the_title_is_read_on_one_line(lines, expected):
    assert title(*HEAD, *lines, LONG, "**I. KẾT QUẢ", LONG) == expected


def test_the_title_may_stand_in_the_table_of_the_letterhead():
    table = [["HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN", NATION], ["BÁO CÁO TỔNG KẾT NHIỆM KỲ 2015 - 2020", ""]]
    assert title(table, LONG).startswith("BÁO CÁO TỔNG KẾT NHIỆM KỲ 2015 - 2020")


def test_the_first_words_of_the_text_are_no_part_of_the_title():
    assert title("BÁO CÁO", "Tổng kết nhiệm kỳ", "Thực hiện Kế hoạch của Hội cấp trên") == "BÁO CÁO Tổng kết nhiệm kỳ"


def test_a_plain_line_below_the_type_alone_is_the_title():
    assert title("**BÁO CÁO", "Tổng kết năm 2019", LONG) == "BÁO CÁO Tổng kết năm 2019"


def test_a_heading_of_the_same_looks_is_no_part_of_the_title():
    assert title("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ", "^^PHẦN THỨ NHẤT") == "BÁO CÁO Tổng kết nhiệm kỳ"


SECOND = (NATION, "^^BÁO CÁO KIỂM ĐIỂM", "^^Sự lãnh đạo của Ban Chấp hành", "**I. ƯU ĐIỂM", LONG, "TM. BAN CHẤP HÀNH")


def test_a_second_document_begins_at_its_letterhead():
    pieces = outline(manuscript(*report(), *SECOND)).pieces
    assert [piece.title for piece in pieces][1] == "BÁO CÁO KIỂM ĐIỂM Sự lãnh đạo của Ban Chấp hành"
    assert pieces[0].end == pieces[1].start == len(manuscript(*report()).paragraphs)


def test_a_second_document_without_letterhead_begins_at_its_title_behind_the_signature():
    pieces = outline(manuscript(*report(), "^^NGHỊ QUYẾT", "^^Đại hội lần thứ V", LONG)).pieces
    assert [piece.title for piece in pieces][1:] == ["NGHỊ QUYẾT Đại hội lần thứ V"]


@pytest.mark.parametrize("line", ["^^PHỤ LỤC SỐ LIỆU", "^^BIỂU SỐ 1", "^^DANH SÁCH CHI HỘI"])
def test_an_annex_belongs_to_the_report(line):
    assert len(outline(manuscript(*report(), line, LONG)).pieces) == 1


def test_a_capital_line_inside_the_text_begins_no_document():
    assert len(outline(manuscript(*report(results=("**CHƯƠNG TRÌNH KHUYẾN HỌC", LONG * 9)))).pieces) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("^^MỤC LỤC", "I. KẾT QUẢ ........ 1", "II. BÀI HỌC KINH NGHIỆM ........ 3"),
        ("Mục lục", "I. KẾT QUẢ\t1", "Phần thứ hai", "II. BÀI HỌC KINH NGHIỆM…………3"),
        ("NỘI DUNG TRANG", "1. Kết quả ____ 1"),
    ],
)
def test_a_table_of_contents_is_neither_heading_nor_text(lines):
    read = manuscript("^^BÁO CÁO", "^^Tổng kết", *lines, LONG, "**I. KẾT QUẢ", LONG)
    outlined = outline(read)
    assert outlined.contents == frozenset(range(2, 2 + len(lines)))
    assert [heading.text for heading in outlined.pieces[0].headings] == ["I. KẾT QUẢ"]


@pytest.mark.parametrize(
    "lines",
    [
        ("^^MỤC LỤC", "I. KẾT QUẢ", "II. BÀI HỌC", "III. KIẾN NGHỊ"),
        ("Mục lục", "I. Kết quả     1", "II. Bài học     3", "III. Kiến nghị     4"),
        ("MỤC LỤC", "Kết quả", "", "Bài học"),
    ],
)
@pytest.mark.parametrize("behind", [False, True])
def test_contents_without_leaders_are_known_by_what_they_repeat(lines, behind):
    report = (LONG, "**I. KẾT QUẢ", LONG, "**II. BÀI HỌC", LONG)
    read = manuscript("^^BÁO CÁO", "^^Tổng kết", *(() if behind else lines), *report, *(lines if behind else ()))
    outlined = outline(read)
    assert [heading.text for heading in outlined.pieces[0].headings] == ["I. KẾT QUẢ", "II. BÀI HỌC"]
    assert len(outlined.contents) == len(lines)


def test_a_table_of_contents_gives_up_its_page_numbers_too():
    table = [["TT", "Nội dung", "Trang"], ["I", "KẾT QUẢ", "1"], ["II", "BÀI HỌC", "3"]]
    read = manuscript("^^BÁO CÁO", "^^Tổng kết", "MỤC LỤC", table, LONG, "**I. KẾT QUẢ", LONG, "**II. BÀI HỌC", LONG)
    assert outline(read).contents == frozenset(range(2, 12))


def test_a_heading_below_the_contents_is_none_of_them():
    read = manuscript(
        "MỤC LỤC", "I. KẾT QUẢ", "II. BÀI HỌC", "^^ĐẶT VẤN ĐỀ", LONG, "**I. KẾT QUẢ", LONG, "**II. BÀI HỌC"
    )
    assert outline(read).contents == frozenset(range(3))


def test_dotted_blanks_in_the_text_are_no_table_of_contents():
    assert outline(manuscript("Đại hội có …… đại biểu", "Số: ....../BC-HKH")).contents == frozenset()


PARTS = (
    "Phần thứ nhất: Kết quả thực hiện nghị quyết",
    "Phần thứ hai: Bài học kinh nghiệm",
    "Phần thứ ba: Phương hướng",
)
SECTIONS = ("I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT", "II. BÀI HỌC KINH NGHIỆM", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ")


@pytest.mark.parametrize(
    "typed",
    [
        ("NỘI DUNG CHÍNH", *SECTIONS),
        ("^^NỘI DUNG BÁO CÁO", *(line + ";" for line in SECTIONS)),
        ("Báo cáo gồm ba phần:", *SECTIONS),
        ("Ngoài mở đầu, báo cáo được trình bày thành 3 phần như sau:", *SECTIONS),
        ("Bố cục báo cáo", *(line[:5] + line[5:].lower() for line in SECTIONS)),
        ("Kết cấu của báo cáo:", "- Kết quả thực hiện nghị quyết", "- Bài học kinh nghiệm", "- Phương hướng, nhiệm vụ"),
        ("NỘI DUNG CHÍNH", "Kết quả thực hiện nghị quyết", "Bài học kinh nghiệm", "Phương hướng, nhiệm vụ"),
        ("**Nội dung", *(line.replace(". ", ". Đánh giá ") for line in SECTIONS)),
        SECTIONS,
    ],
)
def test_typed_contents_without_pages_are_no_headings(typed):
    text = [each for line in SECTIONS for each in (f"**{line} NHIỆM KỲ 2015 - 2020", LONG)]
    (piece,) = outline(manuscript("^^BÁO CÁO", "^^Tổng kết", *typed, LONG, *text)).pieces
    assert [heading.text for heading in piece.headings] == [f"{line} NHIỆM KỲ 2015 - 2020" for line in SECTIONS]


def test_typed_contents_are_recognised_though_the_headings_stand_on_two_lines():
    text = [
        each for line in PARTS for each in (f"^^{line[:13]}".rstrip(":"), f"^^{line[13:].strip(': ').upper()}", LONG)
    ]
    (piece,) = outline(manuscript("^^BÁO CÁO", "^^Tổng kết", "Báo cáo gồm các phần sau:", *PARTS, LONG, *text)).pieces
    assert [heading.level for heading in piece.headings] == [1, 1, 1]


@pytest.mark.parametrize(
    "blocks",
    [
        ("NỘI DUNG CHÍNH", "**I. KẾT QUẢ", LONG, "**II. BÀI HỌC", LONG),
        ("Báo cáo gồm hai phần:", "**I. KẾT QUẢ", LONG, "**II. BÀI HỌC", LONG, "**III. KIẾN NGHỊ", LONG),
        (
            "**I. KẾT QUẢ",
            "**1. Tổ chức",
            LONG,
            "**2. Quỹ",
            LONG,
            "**II. NHIỆM VỤ",
            "**1. Tổ chức",
            LONG,
            "**2. Quỹ",
            LONG,
        ),
        ("Báo cáo gồm:", "**I. KẾT QUẢ", "**II. BÀI HỌC", "**III. KIẾN NGHỊ"),
    ],
)
def test_headings_that_stand_above_text_are_no_contents(blocks):
    expected = [block.strip("*") for block in blocks if block.startswith("**")]
    (piece,) = outline(manuscript("^^BÁO CÁO", "^^Tổng kết", LONG, *blocks)).pieces
    assert [heading.text for heading in piece.headings if heading.label] == expected


ITEMS = ("1. Bám sát chỉ đạo của cấp ủy", "2. Công khai quỹ khuyến học hằng năm", "3. Chọn cán bộ chi hội có uy tín")


@pytest.mark.parametrize(
    "again",
    [
        ("**IV. GIẢI PHÁP", *ITEMS, LONG),
        ("**IV. GIẢI PHÁP", *(f"{each}." for each in ITEMS), LONG),
        ("**IV. GIẢI PHÁP", *(one for each in ITEMS for one in (each, LONG))),
        ("PHỤ LỤC", [[str(n), each[3:], f"{n}.200"] for n, each in enumerate(ITEMS, 1)]),
        ("PHỤ LỤC", [[each, f"{n}.200"] for n, each in enumerate(ITEMS, 1)]),
        ("PHỤ LỤC", *(f"{each}: đạt 90%" for each in ITEMS)),
    ],
)
@pytest.mark.parametrize(
    "above", ["**III. BÀI HỌC KINH NGHIỆM", "III. Bài học\nNhững bài học là:", "Các nội dung chủ yếu:"]
)
@pytest.mark.parametrize("stop", ["", "."])
def test_a_list_that_is_told_twice_is_no_contents(again, above, stop):
    read = manuscript("^^BÁO CÁO", "^^Tổng kết", "**I. KẾT QUẢ", LONG, above, *(each + stop for each in ITEMS), *again)
    assert outline(read).contents == frozenset()


def test_a_table_on_what_the_headings_name_is_no_contents():
    table = [["Nội dung", "Kết quả"], ["Tổ chức Hội", "12 chi hội"], ["Quỹ khuyến học", "640 triệu đồng"]]
    text = ("**1. Tổ chức Hội", LONG, "**2. Quỹ khuyến học", LONG)
    assert outline(manuscript("^^BÁO CÁO", "^^Tổng kết", table, LONG, *text)).contents == frozenset()


HEADED = [line for head in ("Bài học kinh nghiệm", "Mục tiêu nhiệm kỳ mới") for line in (f"^^{head.upper()}", LONG)]


@pytest.mark.parametrize(
    "between", [(), ("",), ("^^-----------",), ("^^(Trình tại Đại hội lần thứ IV)",), ("^^* * *",)]
)
def test_the_first_heading_below_a_title_in_the_same_looks_is_none_of_its_lines(between):
    title = ("^^BÁO CÁO", "^^TỔNG KẾT NHIỆM KỲ 2015 - 2020", "^^VÀ PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025")
    (piece,) = outline(manuscript(*title, *between, "^^KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT", LONG, *HEADED)).pieces
    assert [heading.text for heading in piece.headings] == [
        "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT", "BÀI HỌC KINH NGHIỆM", "MỤC TIÊU NHIỆM KỲ MỚI"
    ]  # fmt: skip


def test_a_title_of_many_lines_stays_whole_above_centred_headings():
    title = ("^^BÁO CÁO", "^^TỔNG KẾT NHIỆM KỲ 2015 - 2020", "^^PHƯƠNG HƯỚNG, NHIỆM VỤ 2020 - 2025")
    (piece,) = outline(manuscript(*title, LONG, *HEADED)).pieces
    assert piece.title == " ".join(line.strip("^") for line in title)


@pytest.mark.parametrize("gap", [" ", "     ", "\t"])
def test_contents_whose_pages_follow_spaces_are_known_though_no_line_is_told_again(gap):
    lines = [
        f"Phần {label}{gap}{page}"
        for label, page in (("I: Năm năm qua", 2), ("II: Điều rút ra", 7), ("III: Sắp tới", 9))
    ]
    text = ("**I. KẾT QUẢ", LONG, "**II. BÀI HỌC", LONG)
    outlined = outline(manuscript("^^BÁO CÁO", "^^Tổng kết", "^^MỤC LỤC", *lines, LONG, *text))
    assert outlined.contents == frozenset(range(2, 6))
    assert [heading.label for heading in outlined.pieces[0].headings] == ["I.", "II."]


def test_a_sentence_in_the_looks_of_the_heading_above_it_is_none_of_its_lines():
    text = "ĐÃ PHÁT TRIỂN 245 CHI HỘI VỚI 12.450 HỘI VIÊN."
    (piece,) = outline(manuscript("^^BÁO CÁO", "^^Tổng kết", "I. KẾT QUẢ", text, "II. BÀI HỌC", text)).pieces
    assert [heading.text for heading in piece.headings if heading.label] == ["I. KẾT QUẢ", "II. BÀI HỌC"]
