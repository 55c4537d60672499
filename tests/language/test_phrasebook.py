"""Phrases are found whatever commas, case and tone places stand between them and the rule pack."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.language import Phrasebook, fold

BOOK = Phrasebook(
    {
        "goals": ["phương hướng", "phương hướng nhiệm vụ", "mục tiêu"],
        "lessons": ["bài học", "bài học kinh nghiệm"],
        "health": ["sức khoẻ"],
        "empty": [],
    }
)


def found(text):
    return [(hit.name, text[hit.start : hit.end]) for hit in BOOK.find(fold(text))]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Phương hướng, nhiệm vụ 2020", [("goals", "Phương hướng, nhiệm vụ")]),
        ("PHƯƠNG   HƯỚNG", [("goals", "PHƯƠNG   HƯỚNG")]),
        ("Bài học kinh nghiệm và mục tiêu", [("lessons", "Bài học kinh nghiệm"), ("goals", "mục tiêu")]),
        ("Sức khỏe", [("health", "Sức khỏe")]),
        ("phương. hướng", []),
        ("những phương hướngs", []),
        ("", []),
    ],
)
def test_the_longest_phrase_of_a_list_is_found_at_its_place(text, hits):
    assert found(text) == hits


def test_many_texts_are_searched_as_each_alone_would_be():
    texts = [fold(text) for text in ("Mục tiêu", "58.062", "", "Bài học kinh nghiệm", "Mục tiêu", "12/15 thôn")]
    assert BOOK.find_each(texts) == [BOOK.find(text) for text in texts]


def test_a_phrase_of_digits_alone_is_found_in_a_text_of_digits_alone():
    book = Phrasebook({"telephone": ["114"], "goals": ["mục tiêu"]})
    (hits,) = book.find_each(["113, 114"])
    assert [hit.phrase for hit in hits] == ["114"]


def test_a_phrase_may_stand_in_several_lists():
    book = Phrasebook({"one": ["mục tiêu"], "other": ["mục tiêu"]})
    assert book.names(fold("Mục tiêu")) == {"one", "other"}


@given(st.lists(st.sampled_from(["bài học", "kinh nghiệm", "mục tiêu", ",", "và", "2020.", "–"]), max_size=12))
def test_hits_are_in_order_and_read_as_their_phrase(words):
    text = fold(" ".join(words))
    hits = BOOK.find(text)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
    for hit in hits:
        assert text[hit.start : hit.end] == hit.phrase
    for name in {hit.name for hit in hits}:
        places = [(hit.start, hit.end) for hit in hits if hit.name == name]
        assert all(before[1] <= after[0] for before, after in pairwise(places))
