"""Which of two versions that lie in the inbox at once is the later one."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.inbox.succession import in_order


def order(*files):
    return [name for name, _ in in_order(files, name=lambda one: one[0], moment=lambda one: one[1])]


def test_the_file_that_was_written_last_is_the_last_whatever_it_is_called():
    assert order(("a moi.docx", 20), ("b cu.docx", 10)) == ["b cu.docx", "a moi.docx"]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("BC.docx", "BC (sửa lần 2).docx"),
        ("BC (sửa lần 2).docx", "BC (sửa lần 10).docx"),
        ("BC lần 1.docx", "BC - lần 2.doc"),
        ("BC.docx", "BC (2).docx"),
        ("BC v2.docx", "BC_v3.docx"),
        ("BC sua lan 3.docx", "BC bản cuối.docx"),
        ("BC.docx", "BC (đã sửa).docx"),
        ("BC.docx", "bc-final.docx"),
        ("xã A/BC.docx", "xã A/BC (bổ sung lần 1).docx"),
    ],
)
def test_a_name_that_tells_a_revision_is_later_even_where_copying_turned_the_times_round(older, newer):
    for times in ((1, 1), (1, 2), (2, 1)):
        assert order((newer, times[1]), (older, times[0])) == [older, newer]


@pytest.mark.parametrize(
    ("one", "other"),
    [("BC xã A.docx", "BC xã B (2).docx"), ("A/BC.docx", "B/BC (2).docx"), ("BC 2019.docx", "BC 2020.docx"),
     ("BC cuối năm.docx", "BC.docx")],
)  # fmt: skip
def test_files_of_different_names_are_told_apart_by_time_alone(one, other):
    assert order((other, 1), (one, 2)) == [other, one]


@given(some.lists(some.tuples(some.sampled_from(["BC", "BC (2)", "BC v3", "Sửa", "(2)"]), some.integers(0, 3)),
                  max_size=8), some.randoms())  # fmt: skip
def test_no_file_is_lost_and_chance_decides_nothing(files, chance):
    mixed = chance.sample(files, len(files))
    assert order(*mixed) == order(*files)
    assert sorted(order(*files)) == sorted(name for name, _ in files)
