"""A blank is what a sentence or a table still waits for; an ellipsis is punctuation."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.check.case import Zone
from service.check.leftovers.placeholders import judge_placeholders
from service.model.manuscript import Aside
from tests.check.builder import TITLE, case, context, zoned


def quotes(*blocks, zone=Zone.PAST):
    made = case(*TITLE, "I. KẾT QUẢ", *blocks)
    return [finding.quote for finding in judge_placeholders(made, zoned(made, zone))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("đại biểu đã bầu …… đồng chí vào Ban Chấp hành", 1),
        ("Số dư quỹ đến hết tháng 5 năm 2020 là ………… đồng.", 1),
        ("Hội đã trao ........ suất học bổng", 1),
        ("Tổng số hội viên là … người, chiếm …% dân số", 2),
        ("đạt ….. % kế hoạch", 1),
        ("có ….../45 chi hội đạt loại tốt", 1),
        ("Có …/… hộ được công nhận gia đình học tập", 1),
        ("toàn xã có ___ chi hội", 1),
        ("vận động được ______ triệu đồng", 1),
        ("Số tiền vận động là [ghi rõ số tiền] đồng", 1),
        ("Hội Khuyến học [tên đơn vị] đã tổ chức", 1),
        ("trao xx suất học bổng trị giá xxx triệu đồng", 2),
        ("đạt xx% dân số", 1),
        ("đạt x,x% dân số", 1),
        ("kết nạp n hội viên mới", 1),
        ("có ??? hội viên", 1),
        ("Số lượng (ghi rõ số lớp) lớp học được mở", 1),
        ("Quỹ của Hội đạt 200 triệu đồng (số liệu cập nhật sau)", 1),
        ("Đồng chí ………………… được bầu làm Chủ tịch Hội", 1),
        ("Trong nhiệm kỳ, Hội đã phối hợp với ……………… tổ chức 12 buổi tuyên truyền", 1),
        ("Nhiệm kỳ 20…-20… đã kết nạp 200 hội viên", 1),
        ("Hội viên: ………………", 1),
        ("Tổng số tiền:...................đồng", 1),
        ("Thu hút......lượt người tham gia", 1),
        ("trao        suất học bổng cho học sinh nghèo", 1),
        ("Phấn đấu đến năm 2025 có …… % gia đình đạt danh hiệu gia đình học tập, …… % dòng họ, …… % cộng đồng", 3),
        ("mở được .... lớp, .... chuyên đề", 2),
        ("Đại hội đã nghe …. ý kiến tham luận", 1),
        ("Trong đó nữ: … đồng chí", 1),
        ("tăng ….. so với đầu nhiệm kỳ", 1),
        ("Đại hội được tổ chức vào ngày …… tháng 8 năm 2020 tại hội trường Ủy ban nhân dân phường với 120 đại biểu", 1),
        ("<nhập số liệu> hội viên", 1),
        ("{{số hội viên}} hội viên", 1),
        ("Chủ tịch Hội: Ông …………………", 1),
    ],
)
def test_each_blank_in_a_sentence_is_one_finding(text, places):
    assert len(quotes(text)) == places


@pytest.mark.parametrize(
    "text",
    [
        "Nhiều người con xa quê như ông Thuấn, ông Chiểu, Ngô Thị Lanh,… thường xuyên gửi tiền về ủng hộ.",
        "Hội Cựu chiến binh, Hội Liên hiệp Phụ nữ, Đoàn Thanh niên… Hằng năm quận dành kinh phí",
        "(trồng trọt 62, chăn nuôi 41, pháp luật 37,…) cho 12.480 lượt người học",
        "phòng chống dịch bệnh, nghề ngắn hạn…",
        "Công ty TNHH May Bến Tam…; kết quả là 200 triệu đồng",
        "- Bài học kinh nghiệm ........................ 6",
        "Căn cứ Nghị quyết số …/NQ-ĐU của Đảng ủy phường về khuyến học",
        "Thực hiện Kế hoạch số ……/KH-HKH ngày …/…/2020 của Hội Khuyến học quận",
        "Thực hiện Quyết định số ......./QĐ-UBND của UBND quận",
        "Hải Phòng, ngày … tháng … năm 2020",
        "ngày      tháng 6 năm 2020",
        "Số:      /BC-HKH",
        "Số: …/BC-HKH",
        "“…học tập suốt đời là việc của mỗi người…” như lời Bác dạy",
        "Bác Hồ dạy: “Học hỏi là một việc phải tiếp tục suốt đời. […] Không ai có thể tự cho mình đã biết đủ rồi”",
        "tuyên truyền trên loa, pa nô, khẩu hiệu, v.v... tới hội viên",
        "Thế kỷ XX; Đại hội lần thứ XX; khóa XX; trang XX",
        "hộ nghèo, hộ cận nghèo, học sinh mồ côi, khuyết tật... được quan tâm",
        "các hình thức như nuôi lợn đất, hũ gạo, ống tiền tiết kiệm,... đạt 200 triệu đồng",
        "học sinh nghèo, khuyết tật, mồ côi... em nào cũng được giúp đỡ",
        "Đại hội thành công tốt đẹp./.",
        "Công tác Hội... và những vấn đề đặt ra",
        "Kính thưa Đại hội...!",
        "A, B, C ...",
        "các tổ chức: Hội Phụ nữ, Đoàn Thanh niên, Hội Nông dân, … đã ký kết chương trình phối hợp",
        "trao học bổng cho các em [1], [2]",
        "các mô hình học tập (gia đình, dòng họ, cộng đồng…) được duy trì",
        "(nêu rõ trách nhiệm của cấp ủy)",
        "Hội viên tăng từ 2.000 lên 2.500 người.. Đó là kết quả tốt",
        "n) Công tác khác",
        "Khoản n Điều 5",
        "Nguyễn Văn A, Trần Thị B... tặng quỹ 20 triệu đồng",
        "như: Lê Lợi, An Đồng, Hồng Thái… Cùng với đó, các chi hội",
        "Một số chi hội làm tốt như chi hội 1, chi hội 3, chi hội 7… có 95% hộ đăng ký",
        "mỗi năm tổ chức tọa đàm, hội thi, hội thao, thăm quan…thu hút đông đảo hội viên",
        "Sách, vở, quần áo, xe đạp........",
        "Ông Nguyễn Văn Nam (tổ 4), bà Lê Thị Hoa (tổ 7)...mỗi người ủng hộ 5 triệu đồng",
        "Từ xưa … đến nay",
        "Trường Tiểu học Lê Lợi … là những đơn vị tiêu biểu",
        "Những năm 2016, 2017, 2018, ... năm nào Hội cũng tổ chức Tết khuyến học",
        "xây dựng đường giao thông, nhà văn hóa, ... Hội đã vận động 100% hội viên tham gia",
        "Xem Phụ lục (kèm theo).",
        "………………………",
    ],
)
def test_an_ellipsis_a_frame_and_a_leader_are_no_blank(text):
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Tại Đại hội, các đại biểu đã bầu …… đồng chí vào Ban Chấp hành.", "biểu đã bầu …… đồng chí vào Ban Chấp"),
        ("Quỹ tăng. Số dư là ………… đồng. Hết.", "Số dư là ………… đồng"),
        ("Số tiền là [ghi rõ số tiền] đồng", "Số tiền là [ghi rõ số tiền] đồng"),
        ("Hội trao …… suất, mỗi suất từ 200.000 đồng trở lên.", "Hội trao …… suất, mỗi suất từ 200.000"),
        ("Hội trao …… suất. Quỹ còn 3 triệu.", "Hội trao …… suất"),
    ],
)
def test_the_quote_is_the_blank_with_the_words_around_it(text, quote):
    assert quotes(text) == [quote]


@pytest.mark.parametrize("zone", [Zone.FRONT, Zone.CLOSING])
def test_the_frame_of_a_draft_may_be_empty(zone):
    assert quotes("Hội Khuyến học ………… đồng chí", "Số: ……/BC-HKH", "ngày … tháng … năm 2020", zone=zone) == []


def test_a_cell_that_waits_for_a_figure_is_a_blank():
    table = [["TT", "Phường", "Hội viên"], ["1", "Hải Sơn", "2.745"],
             ["2", "Minh Đức", "xx"], ["3", "Bàng La", "……"], ["4", "Hợp Đức", "…"], ["5", "Ngọc Xuyên", "…%"],
             ["6", "Vạn Hương", "n"], ["7", "Cộng", "[số liệu]"]]  # fmt: skip
    assert quotes(table) == ["xx", "……", "…", "…%", "n", "[số liệu]"]


def test_ticks_ordinals_dashes_and_rows_that_could_go_on_are_no_blank():
    table = [["TT", "Đơn vị", "Đăng ký"], ["1", "Tổ 1", "x"], ["2", "Tổ 2", "-"], ["3", "Khóa", "XX"], ["…", "…", "…"],
             ["n", "Tổ n", ""]]  # fmt: skip
    assert quotes(table) == []


def test_rows_of_dots_under_a_heading_are_one_place():
    made = case(*TITLE, "I. BÀI HỌC KINH NGHIỆM", "……………………", "……………………", "II. PHƯƠNG HƯỚNG", "Tiếp tục làm tốt.")
    assert [one.paragraph for one in judge_placeholders(made, zoned(made, Zone.PAST))] == [3]


def test_rows_of_dots_behind_the_last_words_are_paper_for_notes():
    assert quotes("Hội tiếp tục làm tốt.", "………………", "………………") == []
    assert quotes("Hội tiếp tục làm tốt.", "________________", "Trân trọng cảm ơn.") == []


def test_a_small_report_in_its_real_zones_has_only_its_real_blanks():
    made = case(
        "HỘI KHUYẾN HỌC PHƯỜNG AN BIÊN",
        "Số:      /BC-HKH",
        "An Biên, ngày …… tháng …… năm 2020",
        *TITLE,
        "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI",
        "Hội phối hợp với Hội Phụ nữ, Đoàn Thanh niên… trao …… suất học bổng.",
        "TM. BAN CHẤP HÀNH",
        "CHỦ TỊCH",
        "……………………",
    )
    assert [one.quote for one in judge_placeholders(made, context(made))] == ["Thanh niên… trao …… suất học bổng"]


@pytest.mark.parametrize(("zone", "told"), [(Zone.PAST, 2), (Zone.ANNEX, 2), (Zone.FRONT, 0), (Zone.CLOSING, 0)])
def test_a_prompt_of_the_template_that_nobody_has_filled_in_is_a_blank(zone, told):
    made = case(*TITLE, "I. BÀI HỌC KINH NGHIỆM", "Một là, phải có", "")
    asked = (Aside("Bấm để nhập văn bản", 3), Aside("Chọn một mục.", 4))
    made = replace(made, manuscript=replace(made.manuscript, prompts=asked))
    found = judge_placeholders(made, zoned(made, zone))
    assert [(one.quote, one.paragraph) for one in found] == [(one.text, one.paragraph) for one in asked][:told]


def test_of_a_long_prompt_its_first_whole_words_are_quoted():
    made = case(*TITLE, "I. BÀI HỌC KINH NGHIỆM", "")
    made = replace(made, manuscript=replace(made.manuscript, prompts=(Aside("Nêu bài học " * 20, 3),)))
    [found] = judge_placeholders(made, zoned(made, Zone.PAST))
    assert found.quote == ("Nêu bài học " * 6 + "Nêu bài").strip()


WORDS = "…|……|....|___|xx|n|[ghi rõ]|(|)|,|:|đạt|bầu|đồng chí|hội viên|20|%|/|ngày|tháng|số|“|”|        "
words = st.sampled_from(WORDS.split("|"))


@given(st.one_of(st.text(max_size=80), st.lists(words, max_size=25).map(" ".join)))
def test_whatever_is_written_a_quote_stands_in_the_text(text):
    assert all(quote in text for quote in quotes(text))
