"""Headings are found by style, label or looks, joined over lines and nested; list items and captions are none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.model.manuscript import Format, Look, Manuscript, Paragraph
from service.outline import outline
from tests.check.builder import CENTRED_TITLE, manuscript

LONG = "Trong nhiệm kỳ qua, toàn phường có mười hai chi hội với hơn hai nghìn hội viên sinh hoạt đều hằng quý."


def headings(*blocks):
    return outline(manuscript(*CENTRED_TITLE, LONG, *blocks)).pieces[0].headings


def texts(*blocks):
    return [heading.text for heading in headings(*blocks)]


def nested(*blocks):
    return [(heading.level, heading.text) for heading in headings(*blocks)]


@pytest.mark.parametrize(
    "line",
    [
        "**I. KẾT QUẢ ĐẠT ĐƯỢC",
        "I. KẾT QUẢ ĐẠT ĐƯỢC",
        "I- KẾT QUẢ ĐẠT ĐƯỢC",
        "I/ Kết quả đạt được",
        "A. KẾT QUẢ ĐẠT ĐƯỢC:",
        "**1. Kết quả đạt được.",
        "1. Kết quả đạt được",
        "1/ Kết quả đạt được",
        "**a) Kết quả đạt được",
        "**(1) Kết quả đạt được",
        "**Kết quả đạt được",
        "**Kết quả đạt được.",
        "KẾT QUẢ ĐẠT ĐƯỢC",
        "* Kết quả đạt được",
        "Kết quả đạt được",
        "I.|KẾT QUẢ ĐẠT ĐƯỢC",
        "**1.|Kết quả đạt được",
        "Phần thứ nhất. Kết quả đạt được",
        "Mục I. Kết quả đạt được",
        "2, Kết quả đạt được",
        "Ⅱ. Kết quả đạt được",
        "２．Kết quả đạt được",
        "② Kết quả đạt được",
        "ii. Kết quả đạt được",
        "[II] Kết quả đạt được",
        "^^“KẾT QUẢ ĐẠT ĐƯỢC”",
        "**- KẾT QUẢ ĐẠT ĐƯỢC",
    ],
)
def test_a_heading_is_found_by_label_or_looks(line):
    assert len(texts(line, LONG)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "1. Tăng cường tuyên truyền trên hệ thống truyền thanh của phường, mỗi tuần hai buổi sáng và chiều.",
        "- Củng cố chi hội",
        "**Một là, dựa vào chi ủy",
        "Thứ hai, công khai quỹ",
        "Bảng 1. Kết quả thực hiện chỉ tiêu",
        "**Ảnh: Trao học bổng",
        "Đơn vị tính: triệu đồng",
        "TM. BAN CHẤP HÀNH",
        "**Nơi nhận:",
        "**Kính gửi: Hội Khuyến học quận",
        "“Học, học nữa, học mãi”",
        "2.140 hội viên",
        "2, 3 chi hội chưa có quỹ",
        "“VÌ SỰ HỌC”",
        "^^“VÌ SỰ HỌC” của",
        "- CỦNG CỐ CHI HỘI",
        "**- Củng cố chi hội",
        "**- CỦNG CỐ CHI HỘI;",
        "**-|CỦNG CỐ CHI HỘI",
        "ii. Củng cố chi hội;",
        "Phần một của báo cáo đã nêu rõ những kết quả mà các chi hội đạt được trong năm năm vừa qua ở phường.",
    ],
)
def test_list_items_captions_and_the_frame_are_no_headings(line):
    assert texts(line, LONG) == []


def test_dashed_capitals_and_a_quoted_slogan_with_no_text_below_are_no_headings():
    assert texts("**- CỦNG CỐ CHI HỘI", "**- XÂY DỰNG QUỸ", "^^“VÌ SỰ HỌC”") == []


def dressed(words, *blocks, **look):
    """The headings of blocks, of which the paragraph with these words looks so."""
    plain = manuscript(*CENTRED_TITLE, LONG, *blocks)
    paragraphs = tuple(
        replace(one, look=replace(one.look, **look)) if one.text == words else one for one in plain.paragraphs
    )
    return [heading.text for heading in outline(replace(plain, paragraphs=paragraphs)).pieces[0].headings]


def test_a_short_italic_line_above_text_is_a_heading_but_no_caption_or_quotation():
    line = "Kết quả đạt được"
    assert dressed(line, line, LONG, italic=True) == [line]
    assert dressed(line, line, "Như sau:", italic=True) == []
    assert dressed(line, line, LONG, italic=True, centred=True) == []
    assert dressed(LONG, line, LONG, italic=True) == [line]


def test_italic_lines_above_an_italic_paragraph_are_a_quotation():
    plain = manuscript(*CENTRED_TITLE, LONG, "Lời Bác dạy", LONG)
    italic = tuple(replace(one, look=replace(one.look, italic=one.index > 2)) for one in plain.paragraphs)
    assert outline(replace(plain, paragraphs=italic)).pieces[0].headings == ()


def test_a_number_and_its_title_in_cells_side_by_side_are_one_heading():
    assert dressed("KẾT QUẢ ĐẠT ĐƯỢC", [["II.", "KẾT QUẢ ĐẠT ĐƯỢC"]], LONG, capitals=True) == ["II. KẾT QUẢ ĐẠT ĐƯỢC"]
    assert dressed("Kết quả đạt được", [["2", "Kết quả đạt được"]], LONG, bold=True) == ["Kết quả đạt được"]


def test_a_numbered_heading_is_found_in_a_row_whose_other_cells_are_empty():
    assert texts([["", "II. Kết quả đạt được", ""]], LONG) == ["II. Kết quả đạt được"]


@pytest.mark.parametrize(
    "table",
    [
        [["1", "Chi hội Lê Lợi"]],
        [["", "Nguyễn Thị Lành"]],
        [["II.", "KẾT QUẢ ĐẠT ĐƯỢC"], ["1.", "Hội viên"]],
        [["II.", "KẾT QUẢ ĐẠT ĐƯỢC", "120"]],
        [["Nơi nhận:", "CHỦ TỊCH HỘI"]],
    ],
)
def test_a_row_of_data_or_a_signature_frames_no_heading(table):
    assert texts(table, LONG) == []


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("II. B À I  H Ọ C  K I N H  N G H I Ệ M", "II. BÀI HỌC KINH NGHIỆM"),
        ("^^B À I  H Ọ C\tK I N H  N G H I Ệ M", "BÀI HỌC KINH NGHIỆM"),
    ],
)
def test_a_heading_of_letters_typed_apart_is_read_as_words(line, heading):
    assert texts(line, LONG) == [heading]


def test_short_items_that_follow_each_other_are_no_headings():
    assert texts("**I. NHIỆM VỤ", "1. Củng cố chi hội", "2. Xây dựng quỹ", "3. Mở lớp học") == ["I. NHIỆM VỤ"]


def test_a_short_line_above_an_inner_numbering_is_a_heading():
    assert texts("1. Kết quả nhiệm kỳ", "1.1. Tổ chức", LONG, "1.2. Quỹ", LONG) == [
        "1. Kết quả nhiệm kỳ",
        "1.1. Tổ chức",
        "1.2. Quỹ",
    ]


def test_a_short_line_that_goes_on_with_a_row_of_headings_is_one():
    table = [["Năm", "Quỹ"], ["2016", "120"]]
    assert texts("a) Tổ chức Hội", LONG, "b) Quỹ khuyến học", table, LONG) == ["a) Tổ chức Hội", "b) Quỹ khuyến học"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (f"II. BÀI HỌC KINH NGHIỆM\n{LONG}", "II. BÀI HỌC KINH NGHIỆM"),
        (f"II. BÀI HỌC\nKINH NGHIỆM\n{LONG}\n- Hai", "II. BÀI HỌC KINH NGHIỆM"),
        (f"PHẦN THỨ HAI\nPHƯƠNG HƯỚNG, NHIỆM VỤ\n{LONG}", "PHẦN THỨ HAI PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        (f"1. Ưu điểm:\n{LONG}", "1. Ưu điểm"),
    ],
)
def test_a_heading_may_stand_before_its_text_in_one_paragraph(text, heading):
    (found,) = headings(text)
    assert (found.text, found.body, text[found.run_in]) == (heading, found.paragraph, "\n")


def test_a_paragraph_of_several_lines_is_no_heading():
    assert texts(f"{LONG}\n{LONG}", f"- Một việc\n{LONG}", f"Một là, dựa vào dân\n{LONG}") == []


def test_a_bold_line_below_a_centred_title_is_a_heading_not_the_title_s():
    (piece,) = outline(manuscript("^^BÁO CÁO", "^^Tổng kết nhiệm kỳ 2015 - 2020", "**Đặc điểm", LONG)).pieces
    assert (piece.title, [h.text for h in piece.headings]) == ("BÁO CÁO Tổng kết nhiệm kỳ 2015 - 2020", ["Đặc điểm"])


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (
            ("^^PHẦN THỨ NHẤT", "^^ĐÁNH GIÁ KẾT QUẢ", "^^NHIỆM KỲ 2015 - 2020"),
            "PHẦN THỨ NHẤT ĐÁNH GIÁ KẾT QUẢ NHIỆM KỲ 2015 - 2020",
        ),
        (("Phần thứ hai", "Phương hướng, nhiệm vụ"), "Phần thứ hai Phương hướng, nhiệm vụ"),
        (("**II.", "**BÀI HỌC KINH NGHIỆM"), "II. BÀI HỌC KINH NGHIỆM"),
        (("**III. MỤC TIÊU, PHƯƠNG HƯỚNG", "**VÀ GIẢI PHÁP"), "III. MỤC TIÊU, PHƯƠNG HƯỚNG VÀ GIẢI PHÁP"),
        (
            ("**1. Công tác xây dựng tổ chức Hội", "**và phát triển hội viên"),
            "1. Công tác xây dựng tổ chức Hội và phát triển hội viên",
        ),
        (("**II. BÀI HỌC\nKINH NGHIỆM",), "II. BÀI HỌC KINH NGHIỆM"),
        (
            ("**I. KẾT QUẢ THỰC HIỆN QUYẾT ĐỊNH SỐ", "**281/QĐ-TTg CỦA THỦ TƯỚNG CHÍNH PHỦ"),
            "I. KẾT QUẢ THỰC HIỆN QUYẾT ĐỊNH SỐ 281/QĐ-TTg CỦA THỦ TƯỚNG CHÍNH PHỦ",
        ),
        (([["II. BÀI HỌC KINH NGHIỆM"]],), "II. BÀI HỌC KINH NGHIỆM"),
    ],
)
def test_a_heading_over_several_lines_is_one(lines, heading):
    assert texts(*lines, LONG) == [heading]


def test_a_label_alone_without_a_title_is_no_heading():
    assert texts("**II.", "- " + LONG) == []


def test_two_headings_in_a_row_stay_two():
    assert texts("**I. KẾT QUẢ", "**1. Tổ chức", LONG) == ["I. KẾT QUẢ", "1. Tổ chức"]


def test_a_bold_head_of_a_paragraph_is_a_run_in_heading():
    text = "6. Phối hợp với nhà trường: Hội phối hợp mở lớp học buổi tối cho học sinh của phường."
    head = len("6. Phối hợp với nhà trường:")
    read = Manuscript(Format.DOCX, (Paragraph(0, text, look=Look(bold_prefix=head)),))
    (heading,) = outline(read).pieces[0].headings
    assert (heading.text, heading.run_in, heading.body) == ("6. Phối hợp với nhà trường", head, 0)


@pytest.mark.parametrize(
    ("blocks", "levels"),
    [
        (("**PHẦN I. MỘT", "**I. HAI", "**1. Ba", "**1.1. Bốn", "**a) Năm", "**PHẦN II. SÁU"), [1, 2, 3, 4, 5, 1]),
        (("**A. MỘT", "**I. HAI", "**1. Ba", "**II. BỐN", "**B. NĂM"), [1, 2, 3, 2, 1]),
        (("**I. MỘT", "**A. HAI", "**1. Ba", "**B. BỐN", "**II. NĂM"), [1, 2, 3, 2, 1]),
        (("**1. Một", "**a) Hai", "**b) Ba", "**2. Bốn"), [1, 2, 2, 1]),
        (("**I. MỘT", "**Hai đậm", "**Ba đậm", "**II. BỐN"), [1, 2, 2, 1]),
        (("KẾT QUẢ ĐẠT ĐƯỢC", "**1. Hai", "BÀI HỌC KINH NGHIỆM"), [1, 2, 1]),
    ],
)
def test_headings_nest_as_the_document_does(blocks, levels):
    spaced = [each for block in blocks for each in (block, LONG)]
    assert [level for level, _ in nested(*spaced)] == levels


def test_a_heading_ends_where_one_of_its_level_begins():
    one, inner, two = headings("**I. KẾT QUẢ", "**1. Tổ chức", LONG, "**II. BÀI HỌC", LONG)
    assert (one.end, inner.end) == (two.paragraph, two.paragraph)
    assert inner.body == inner.paragraph + 1


def test_styles_count_before_looks():
    look = Look(style="heading 2", outline_level=1)
    read = Manuscript(Format.DOCX, (Paragraph(0, "Bài học", look=look), Paragraph(1, LONG)))
    (heading,) = outline(read).pieces[0].headings
    assert (heading.title, heading.reason) == ("Bài học", "style")


BLOCKS = st.sampled_from(
    ["**I. KẾT QUẢ", "**1. Tổ chức", "**II. BÀI HỌC", "- một việc", LONG, "", "PHẦN THỨ HAI", "^^MỤC TIÊU", "Nơi nhận:"]
)


@given(st.lists(BLOCKS, max_size=14))
def test_every_heading_ends_behind_its_beginning_and_inside_what_holds_it(blocks):
    read = manuscript(*blocks)
    for piece in outline(read).pieces:
        assert 0 <= piece.start <= piece.front_end <= piece.end
        for heading in piece.headings:
            assert piece.start <= heading.paragraph <= heading.last < heading.end <= piece.end
            assert heading.title
            holding = [h for h in piece.headings if h.paragraph < heading.paragraph < h.end]
            assert all(h.level < heading.level and heading.end <= h.end for h in holding)


@given(st.lists(BLOCKS, max_size=14))
def test_every_paragraph_is_in_exactly_one_document(blocks):
    read = manuscript(*blocks)
    pieces = outline(read).pieces
    covered = [index for piece in pieces for index in range(piece.start, piece.end)]
    assert covered == list(range(len(read.paragraphs)))


def test_broken_numbering_breaks_no_headings():
    found = nested("**I. KẾT QUẢ", LONG, "**II. HẠN CHẾ", LONG, "**II. BÀI HỌC", LONG, "**V. PHƯƠNG HƯỚNG", LONG)
    assert found == [(1, "I. KẾT QUẢ"), (1, "II. HẠN CHẾ"), (1, "II. BÀI HỌC"), (1, "V. PHƯƠNG HƯỚNG")]


def test_a_heading_numbered_twice_has_its_words_for_a_title():
    typed = Paragraph(0, "II. BÀI HỌC KINH NGHIỆM", "I.", Look(bold=True, bold_prefix=23, capitals=True))
    read = manuscript(*CENTRED_TITLE, LONG)
    index = len(read.paragraphs)
    paragraphs = (*read.paragraphs, Paragraph(index, typed.text, typed.label, typed.look), Paragraph(index + 1, LONG))
    [heading] = outline(Manuscript(Format.DOCX, paragraphs)).pieces[0].headings
    assert (heading.text, heading.title) == ("II. BÀI HỌC KINH NGHIỆM", "BÀI HỌC KINH NGHIỆM")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Một là: Bám sát cấp ủy", "Hai là: Dựa vào dân"),
        ("Một là, tăng cường sự lãnh đạo của cấp ủy", "Hai là, đa dạng hóa nguồn quỹ"),
        ("Thứ nhất, bám sát cấp ủy", "Thứ hai, dựa vào dân"),
    ],
)
def test_bold_lines_that_count_with_text_below_each_are_headings(first, second):
    rows = ("**III. BÀI HỌC KINH NGHIỆM", f"**{first}", LONG, f"**{second}", LONG, "**IV. PHƯƠNG HƯỚNG", LONG)
    assert nested(*rows) == [(1, "III. BÀI HỌC KINH NGHIỆM"), (2, first), (2, second), (1, "IV. PHƯƠNG HƯỚNG")]


@pytest.mark.parametrize(
    "rows",
    [
        ("Một là, bám sát cấp ủy", LONG, "Hai là, dựa vào dân", LONG),
        ("**Một là, bám sát cấp ủy", "**Hai là, dựa vào dân", LONG),
        ("**Một là, bám sát cấp ủy.", LONG, "**Hai là, dựa vào dân;", LONG),
    ],
)
def test_lines_that_count_in_running_text_are_no_headings(rows):
    assert texts("**III. BÀI HỌC KINH NGHIỆM", *rows) == ["III. BÀI HỌC KINH NGHIỆM"]


@pytest.mark.parametrize(
    "block",
    [
        ("**TM. BAN CHẤP HÀNH", "**CHỦ TỊCH", "", "", "**Nguyễn Văn Bình"),
        ("**CHỦ TỊCH", "(Đã ký)", "**PGS.TS Nguyễn Văn Bình"),
        ("**TM. BAN THƯỜNG VỤ", "**TRƯỞNG BAN", "", "**NGUYỄN VĂN BÌNH"),
        ("**KT. CHỦ TỊCH", "**PHÓ CHỦ TỊCH", "", "**Trần Thị Hoa", "Biểu số 1 kèm theo"),
    ],
)
def test_who_signs_is_no_heading(block):
    assert texts("**I. KẾT QUẢ", LONG, *block) == ["I. KẾT QUẢ"]


def test_what_follows_a_signature_may_be_a_heading():
    block = ("**TM. BAN CHẤP HÀNH", "**CHỦ TỊCH", "", "**Nguyễn Văn Bình", "**SỐ LIỆU HỘI VIÊN", LONG)
    assert texts("**I. KẾT QUẢ", LONG, *block) == ["I. KẾT QUẢ", "SỐ LIỆU HỘI VIÊN"]


def test_a_short_bold_sentence_with_a_figure_is_no_heading_but_a_year_is_no_figure():
    rows = ("**Tổng cộng: 96 buổi.", LONG, "**Phương hướng năm 2021.", LONG)
    assert texts("**I. KẾT QUẢ", LONG, *rows) == ["I. KẾT QUẢ", "Phương hướng năm 2021."]
