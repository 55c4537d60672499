"""Texts are known again by their words, not by their looks."""

from hypothesis import given
from hypothesis import strategies as some

from service.rounds.likeness import share, sketch

STORY = [
    f"Chi hội {number} thôn số {number * 7} có {number * 13} hội viên, đạt {number}% kế hoạch." for number in range(60)
]
OTHER = [f"Trường lớp {number} nhận {number * 3} suất quà của doanh nghiệp {number * 11}." for number in range(60)]


def test_the_same_words_are_the_same_in_any_spelling_and_over_any_paragraphs():
    loud = [" ".join(STORY).upper().replace(" ", "  ")]
    assert sketch(STORY).words == sketch(loud).words


def test_one_other_figure_is_another_text_that_shares_nearly_everything():
    edited = [STORY[0].replace("0%", "9%"), *STORY[1:]]
    assert sketch(STORY).words != sketch(edited).words
    assert share(sketch(STORY), sketch(edited)) > 0.9


def test_half_a_text_shares_about_half():
    assert 0.3 < share(sketch(STORY), sketch(STORY[:30])) < 0.7


def test_other_texts_share_next_to_nothing():
    assert share(sketch(STORY), sketch(OTHER)) < 0.05


def test_of_short_texts_and_of_answers_from_before_nothing_is_said():
    assert share(sketch(["Báo cáo tổng kết nhiệm kỳ"]), sketch(STORY)) is None
    assert share(None, sketch(STORY)) is None


@given(some.lists(some.text(max_size=30), max_size=8), some.lists(some.text(max_size=30), max_size=8))
def test_what_is_shared_is_a_part_of_one_whichever_text_comes_first(one, other):
    first, second = sketch(one), sketch(other)
    assert share(first, second) == share(second, first)
    assert share(first, first) == 1.0
    assert 0.0 <= (share(first, second) or 0.0) <= 1.0
