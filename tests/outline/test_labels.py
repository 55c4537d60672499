"""Labels are read however they are typed, and words that only look like them are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.outline.labels import LabelKind, read_label, roman


@pytest.mark.parametrize(
    ("text", "kind", "number", "label", "rest"),
    [
        ("PHẦN THỨ NHẤT", LabelKind.PART, 1, "PHẦN THỨ NHẤT", ""),
        ("Phần thứ hai: Phương hướng", LabelKind.PART, 2, "Phần thứ hai:", "Phương hướng"),
        ("Phần I - KẾT QUẢ", LabelKind.PART, 1, "Phần I", "KẾT QUẢ"),
        ("PHẦN 2. KẾT QUẢ", LabelKind.PART, 2, "PHẦN 2.", "KẾT QUẢ"),
        ("Phần B. Kết quả", LabelKind.PART, 2, "Phần B.", "Kết quả"),
        ("A. KẾT QUẢ", LabelKind.CAPITAL, 1, "A.", "KẾT QUẢ"),
        ("B/ KẾT QUẢ", LabelKind.CAPITAL, 2, "B/", "KẾT QUẢ"),
        ("I. KẾT QUẢ", LabelKind.ROMAN, 1, "I.", "KẾT QUẢ"),
        ("IV- KẾT QUẢ", LabelKind.ROMAN, 4, "IV-", "KẾT QUẢ"),
        ("III/ KẾT QUẢ", LabelKind.ROMAN, 3, "III/", "KẾT QUẢ"),
        ("II - KẾT QUẢ", LabelKind.ROMAN, 2, "II -", "KẾT QUẢ"),
        ("III KẾT QUẢ", LabelKind.ROMAN, 3, "III", "KẾT QUẢ"),
        ("Mục II. Kết quả", LabelKind.ROMAN, 2, "Mục II.", "Kết quả"),
        ("II.", LabelKind.ROMAN, 2, "II.", ""),
        ("l. KẾT QUẢ", LabelKind.ROMAN, 1, "l.", "KẾT QUẢ"),
        ("ll- KẾT QUẢ", LabelKind.ROMAN, 2, "ll-", "KẾT QUẢ"),
        ("ІІ. KẾT QUẢ", LabelKind.ROMAN, 2, "ІІ.", "KẾT QUẢ"),
        ("ІV. KẾT QUẢ", LabelKind.ROMAN, 4, "ІV.", "KẾT QUẢ"),
        ("Mục 2: Kết quả", LabelKind.ROMAN, 2, "Mục 2:", "Kết quả"),
        ("MỤC III KẾT QUẢ", LabelKind.ROMAN, 3, "MỤC III", "KẾT QUẢ"),
        ("III", LabelKind.ROMAN, 3, "III", ""),
        ("Điều 2. Về bài học", LabelKind.ARTICLE, 2, "Điều 2.", "Về bài học"),
        ("Điều 5 của Điều lệ", LabelKind.NONE, 0, "", "Điều 5 của Điều lệ"),
        ("I.2. Kết quả", LabelKind.DECIMAL, 2, "I.2.", "Kết quả"),
        ("A.1 Kết quả", LabelKind.DECIMAL, 1, "A.1", "Kết quả"),
        ("1.1.a Kết quả", LabelKind.DECIMAL, 1, "1.1.a", "Kết quả"),
        ("1.b) Kết quả", LabelKind.DECIMAL, 2, "1.b)", "Kết quả"),
        ("1/. Kết quả", LabelKind.DECIMAL, 1, "1/.", "Kết quả"),
        ("(a) Kết quả", LabelKind.LETTER, 1, "(a)", "Kết quả"),
        ("( 2 ): Kết quả", LabelKind.BRACKET, 2, "( 2 ):", "Kết quả"),
        ("Phần mở đầu", LabelKind.PART, 0, "Phần mở đầu", ""),
        ("PHẦN KẾT LUẬN", LabelKind.PART, 0, "PHẦN KẾT LUẬN", ""),
        ("Mục tiêu đến năm 2025", LabelKind.NONE, 0, "", "Mục tiêu đến năm 2025"),
        ("1. Kết quả", LabelKind.DECIMAL, 1, "1.", "Kết quả"),
        ("2) Kết quả", LabelKind.DECIMAL, 2, "2)", "Kết quả"),
        ("3/ Kết quả", LabelKind.DECIMAL, 3, "3/", "Kết quả"),
        ("1.2. Kết quả", LabelKind.DECIMAL, 2, "1.2.", "Kết quả"),
        ("(3) Kết quả", LabelKind.BRACKET, 3, "(3)", "Kết quả"),
        ("đ) Kết quả", LabelKind.LETTER, 5, "đ)", "Kết quả"),
        ("* Kết quả", LabelKind.STAR, 0, "*", "Kết quả"),
        ("- Kết quả", LabelKind.DASH, 0, "-", "Kết quả"),
        ("2, Kết quả", LabelKind.DECIMAL, 2, "2,", "Kết quả"),
        ("2, 3 chi hội", LabelKind.NONE, 0, "", "2, 3 chi hội"),
        ("2,5 tỷ đồng", LabelKind.NONE, 0, "", "2,5 tỷ đồng"),
        ("Ⅱ. Kết quả", LabelKind.ROMAN, 2, "Ⅱ.", "Kết quả"),
        ("ⅠⅤ. KẾT QUẢ", LabelKind.ROMAN, 4, "ⅠⅤ.", "KẾT QUẢ"),
        ("\u00a0Ⅲ. KẾT QUẢ", LabelKind.ROMAN, 3, "Ⅲ.", "KẾT QUẢ"),
        ("２．Kết quả ½", LabelKind.DECIMAL, 2, "２．", "Kết quả ½"),
        ("② Kết quả", LabelKind.DECIMAL, 2, "②", "Kết quả"),
        ("②. Kết quả", LabelKind.DECIMAL, 2, "②.", "Kết quả"),
        ("⑵ Kết quả", LabelKind.BRACKET, 2, "⑵", "Kết quả"),
        ("２０２０ là năm bản lề", LabelKind.NONE, 0, "", "２０２０ là năm bản lề"),
        ("[II] Kết quả", LabelKind.ROMAN, 2, "[II]", "Kết quả"),
        ("[1] Kết quả", LabelKind.NONE, 0, "", "[1] Kết quả"),
        ("ii. Kết quả", LabelKind.SMALL_ROMAN, 2, "ii.", "Kết quả"),
        ("ⅳ. Kết quả", LabelKind.SMALL_ROMAN, 4, "ⅳ.", "Kết quả"),
        ("ii) Kết quả", LabelKind.NONE, 0, "", "ii) Kết quả"),
        ("vi. phạm", LabelKind.NONE, 0, "", "vi. phạm"),
        ("v.v. và các hoạt động khác", LabelKind.NONE, 0, "", "v.v. và các hoạt động khác"),
        ("Kết quả", LabelKind.NONE, 0, "", "Kết quả"),
        ("Phần lớn hội viên là người cao tuổi", LabelKind.NONE, 0, "", "Phần lớn hội viên là người cao tuổi"),
        ("2020 là năm bản lề", LabelKind.NONE, 0, "", "2020 là năm bản lề"),
        ("Vì sự học", LabelKind.NONE, 0, "", "Vì sự học"),
    ],
)
def test_a_typed_label_is_read(text, kind, number, label, rest):
    read = read_label(text)
    assert (read.kind, read.number, read.text, read.rest) == (kind, number, label, rest)


def test_depth_of_a_decimal_label_counts_its_numbers():
    assert [read_label(text).depth for text in ("1. A", "1.2. A", "1.2.3. A")] == [1, 2, 3]
    assert read_label("1. A").rank < read_label("1.2. A").rank < read_label("a) A").rank


@pytest.mark.parametrize(
    ("automatic", "kind", "number"),
    [
        ("One.", LabelKind.DECIMAL, 1),
        ("twenty-first)", LabelKind.DECIMAL, 21),
        ("hai mươi mốt", LabelKind.DECIMAL, 21),
        ("II.", LabelKind.ROMAN, 2),
        ("1.1.", LabelKind.DECIMAL, 1),
        ("a)", LabelKind.LETTER, 1),
        ("•", LabelKind.DASH, 0),
    ],
)
def test_an_automatic_label_is_read_as_if_it_were_typed(automatic, kind, number):
    read = read_label("  Bài học", automatic)
    assert (read.kind, read.number, read.rest, read.start) == (kind, number, "Bài học", 2)


@pytest.mark.parametrize(("text", "value"), [("I", 1), ("iv", 4), ("IX", 9), ("XXIII", 23), ("abc", 0)])
def test_roman_numbers_have_their_values(text, value):
    assert roman(text) == value


@given(st.text(max_size=40))
def test_label_and_words_come_from_the_text(text):
    read = read_label(text)
    words = text[read.start :].strip()
    assert words.startswith(read.rest)
    assert not any(sign.isalnum() for sign in words[len(read.rest) :])  # nothing but ornaments is left away


@pytest.mark.parametrize(
    ("automatic", "text", "label", "rest"),
    [
        ("I.", "I. KẾT QUẢ", "I.", "KẾT QUẢ"),
        ("I.", "II. BÀI HỌC", "II.", "BÀI HỌC"),
        ("1.", "1) Công tác tổ chức", "1)", "Công tác tổ chức"),
        ("1.", "5 năm qua", "1.", "5 năm qua"),
        ("1.", "I. KẾT QUẢ", "1.", "I. KẾT QUẢ"),
        ("-", "- Hội viên", "-", "- Hội viên"),
    ],
)
def test_of_a_number_that_is_typed_behind_an_automatic_one_of_its_kind_the_typed_one_counts(
    automatic, text, label, rest
):
    found = read_label(text, automatic)
    assert (found.text, found.rest) == (label, rest)
    assert text[found.start :] == rest
