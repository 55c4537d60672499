"""What names a finding stays the same, whatever is edited elsewhere; what is other words is another finding."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.rounds.fingerprint import fingerprint, kin, marks, short
from tests.rounds.findings import found

PERCENT = found(quote="đạt 72% kế hoạch", paragraph=15)


def same(one, other):
    return fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    "quote",
    [
        "Đạt  72 % kế\thoạch.",
        "ĐẠT 72% KẾ HOẠCH",
        "2. đạt 72% kế hoạch",
        "b) đạt 72% kế hoạch",
        "(iv) đạt 72% kế hoạch",
    ],
)
def test_spelling_spacing_and_a_typed_label_make_no_other_finding(quote):
    assert same(found(quote=quote, paragraph=99), PERCENT)


@pytest.mark.parametrize(
    "quote", ["đạt 73% kế hoạch", "đạt 72% chỉ tiêu", "dat 72% ke hoach", "12. 72% kế hoạch", None]
)
def test_other_words_or_figures_are_another_finding(quote):
    assert not same(found(quote=quote), PERCENT)


@pytest.mark.parametrize("slot", ["section", "part", "authority", "indicator"])
def test_what_a_finding_names_belongs_to_its_fingerprint(slot):
    assert len({fingerprint(found(quote="x", **{slot: name})) for name in (None, "a", "b")}) == 3


def test_a_name_in_one_slot_is_not_the_same_name_in_another():
    assert not same(found(section="nq29"), found(authority="nq29"))


def test_what_is_absent_is_not_what_is_quoted_as_absent():
    assert not same(found(quote="absent"), found())


def test_a_file_that_carries_comments_is_one_finding_whichever_comment_comes_first():
    assert same(found("document.comments", "xem lại"), found("document.comments", "bổ sung"))


def test_a_section_that_was_missing_and_is_thin_now_is_kin():
    missing = found("section.missing", section="lessons_learned")
    assert kin(missing) == kin(found("section.thin", "Bài học", section="lessons_learned"))
    assert kin(missing) != kin(found("section.missing", section="new_term_goals"))


def test_other_figures_in_the_same_words_are_kin():
    assert kin(PERCENT) == kin(found(quote="đạt 8.072,5% kế hoạch"))
    assert kin(PERCENT) != kin(found(quote="vượt 72% kế hoạch"))


def test_a_figure_of_one_indicator_is_kin_in_any_words():
    assert kin(found(quote="41.250 hội viên", indicator="members")) == kin(
        found(quote="kết nạp 9", indicator="members")
    )


def test_equal_findings_are_told_apart_by_their_place_among_their_equals():
    blank = found("placeholder.left", "…… đồng chí")
    first, other, second = (mark.id for mark in marks([blank, PERCENT, blank]))
    assert (first[6:], other[6:], second[6:]) == ("-1/2", "", "-2/2")
    assert first[:6] == second[:6] != other[:6]


@given(some.integers(0, 16**16 - 1))
def test_an_id_can_be_typed_and_is_no_number_in_any_notation(number):
    assert re.fullmatch(r"([b-df-hj-np-tv-z][2-9]){3}", short(f"{number:016x}"))


def test_fingerprints_are_what_they_were_when_tools_first_saw_them():
    # They are written down by others: a change here needs another `_VERSION` and a word in the changelog.
    assert fingerprint(PERCENT) == "8e0d19d2752356f9"
    assert kin(PERCENT) == "4e6b84b261a049c0"
    assert marks([PERCENT])[0].id == "t8d5t7"


@given(some.text(max_size=30), some.integers(0, 10**6), some.sampled_from(["", "  ", "\t", "\u00a0"]))
def test_no_paragraph_number_and_no_space_changes_a_fingerprint(quote, paragraph, space):
    assert same(found(quote=quote), found(quote=f"{space}{quote}{space}", paragraph=paragraph))
