"""One paragraph without end: its figures are read at a cost that grows with its length, not with the square of it."""

import pytest

from service.check.figures.numbers.sentences import sentences
from tests.check.builder import case, judged, report
from tests.growth import growth

LINEAR = 6.0
"""For four times the size; the square would be 16."""
STEADY = 3.0
"""For a report of which these figures are only a part."""


@pytest.mark.parametrize("words", ["1% ", "1/", "Đạt 5%. ", "nhiệm kỳ 2015 - 2020 "])
def test_a_paragraph_of_figures_alone_costs_as_much_as_it_is_long(words: str) -> None:
    assert growth(lambda count: judged(*report(results=(words * count,))), 300) < LINEAR


def test_a_figure_costs_the_same_however_many_stand_in_its_sentence() -> None:
    assert growth(lambda count: judged(*report(results=("đạt 1,5% so với " * count,))), 22) < STEADY


def test_of_a_row_of_figures_that_is_no_sentence_only_the_first_are_read() -> None:
    read = [len(sentence.figures) for sentence in sentences(case("1% " * 2000).lines[0])]
    assert len(read) == 4
    assert max(read) == 150


def test_a_long_sentence_keeps_all_its_figures() -> None:
    told = ", ".join(f"tổ {n} có {n + 10} hội viên" for n in range(1, 51))
    (sentence,) = sentences(case(told).lines[0])
    assert [figure.value for figure in sentence.figures if not figure.label] == [float(n) for n in range(11, 61)]
