"""Folding gives one spelling to compare by, and keeps every letter at its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.language import closed_up, fold, odd_words, plain

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạýỳỷỹỵóòỏõọúùủũụ AĐỞ-–—“”’\u00a0\tƣỸ.,%/0123İßǆОНоΝl")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HÓA", "hoá"),
        ("Thủy", "thuỷ"),
        ("sức khoẻ", "sức khỏe"),
        ("tỷ lệ", "tỉ lệ"),
        ("Bạch Long Vỹ", "Bạch Long Vĩ"),
        ("bác sỹ", "bác sĩ"),
        ("2015 – 2020", "2015 - 2020"),
        ("“Phương hướng”", '"Phương hướng"'),
        ("Hội\u00a0Khuyến học", "Hội Khuyến học"),
        ("số lƣợng", "số lượng"),
        ("hòan thành", "hoàn thành"),
        ("khỏan, tòan, qúy", "khoản, toàn, quý"),
        ("Ðại hội Ðảng", "Đại hội Đảng"),
        ("ВÀІ НỌС КІΝН ΝGНІỆМ", "BÀI HỌC KINH NGHIỆM"),
        ("ĐẠI ҺỌເ QUỐເ ǤIA", "ĐẠI HỌC QUỐC GIA"),
        ("kết quả tоàn diện", "kết quả toàn diện"),
        ("T0ÀN huyện đạt 94,o%, tăng 1.o25 người, l2 chi hội", "toàn huyện đạt 94,0%, tăng 1.025 người, 12 chi hội"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tân Tiến", "Tấn Tiên"),
        ("hoàn", "hoán"),
        ("khoán", "khoản"),
        ("quý", "quỳ"),
        ("lý", "ly"),
        ("5l", "51"),
        ("5o", "50"),
        ("Tiên", "Tiến"),
    ],
)
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


def test_tone_marks_inside_a_syllable_stay_where_they_are():
    assert fold("Hoàn thành khoáng sản, quý I") == "hoàn thành khoáng sản, quý i"


@given(VIETNAMESE)
def test_folding_keeps_the_length_and_is_done_once(text):
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text())
def test_folding_keeps_the_length_of_any_text(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("Đông Hải 2", "dong hai 2"), ("Thủy Nguyên", "thui nguyen"), ("BÁO CÁO", "bao cao"), ("Vĩnh Bảo", "vinh bao")],
)
def test_plain_text_has_no_marks(typed, expected):
    assert plain(typed).replace("y", "i") == expected.replace("y", "i")


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("ВÀI học kinh nghiệm", ["ВÀI"]),
        ("tоàn diện, đạt 94,o% ở l2 t0àn", ["tоàn", "94,o", "l2", "t0àn"]),
        ("BÁO CÁO TRÌNH ÐẠI HỘI; Ðảng ủy ðã lãnh ðạo, HÐND", ["ÐẠI", "Ðảng", "ðã", "ðạo", "HÐND"]),
        ("QÐ-TTg, TTHTCÐ, 500.000 ð, 1.200.000ð", ["QÐ", "TTHTCÐ", "ð", "ð"]),
        ("Það er gott veður í dag, ÞAÐ VIÐ MEÐ; Kårðall; þ, ð, Ð", []),
        ("α = 5%, β-caroten, µg, Đảng, 5l nước, COVID-19, H2O, A0, 10ha, Привет", []),
        ("Hội Khuyến học phường, 29-NQ/TW, 2015 - 2020, 2.140 hội viên", []),
    ],
)
def test_words_with_letters_of_other_alphabets_are_told(text, odd):
    assert list(odd_words(text)) == odd


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("B À I  H Ọ C", "BÀI HỌC"),
        ("B À I H Ọ C", "B À I H Ọ C"),
        ("A  B", "A  B"),
        ("B À I  H Ọ C  1 2", "B À I  H Ọ C  1 2"),
        ("Bài  học", "Bài  học"),
    ],
)
def test_only_a_line_of_letters_typed_apart_is_closed_up(text, words):
    assert closed_up(text) == words
