"""Sentences that say the same are told once; a difference in a figure, a name or a denial keeps them apart."""

import pytest

from service.consolidate.alike import groups

LESSON = "Một là, phải tranh thủ sự lãnh đạo của cấp ủy, sự phối hợp của chính quyền, đoàn thể trong công tác này."


def together(*texts):
    return groups(texts, lambda text: text)


@pytest.mark.parametrize(
    "other",
    [
        LESSON,
        LESSON.replace("Một là", "Thứ ba là"),
        LESSON.replace("phải tranh thủ", "luôn tranh thủ"),
        LESSON.replace("Một là, phải", "Phải").rstrip("."),
    ],
)
def test_nearly_the_same_words_are_told_once(other):
    assert together(LESSON, other) == [[LESSON, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Quận vận động được 16,4 tỷ đồng quỹ khuyến học.",
            "Quận vận động được 16,5 tỷ đồng quỹ khuyến học.",
        ),
        ("Mỗi phường có hai mô hình học tập tiêu biểu trở lên.", "Mỗi phường có ba mô hình học tập tiêu biểu trở lên."),
        (
            "Các chi hội đã hoàn thành chỉ tiêu hội viên.",
            "Các chi hội chưa hoàn thành chỉ tiêu hội viên.",
        ),
        (
            "Hội Khuyến học quận Lê Chân phối hợp với ngành.",
            "Hội Khuyến học quận Đồ Sơn phối hợp với ngành.",
        ),
        (LESSON, "Hai là, quỹ khuyến học chỉ bền khi minh bạch."),
    ],
)
def test_what_differs_in_substance_stays_apart(one, other):
    assert together(one, other) == [[one], [other]]
