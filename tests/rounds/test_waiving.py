"""A waiver holds for its finding alone, to its last day, and is told when it no longer holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.model.waiver import Lapse, Waiver
from service.rounds.fingerprint import marks
from service.rounds.waiving import waive
from tests.rounds.findings import found

GOALS = found("section.missing", section="new_term_goals")
NQ29 = found("authority.missing", authority="nq29")
BLANK = found("placeholder.left", "…… đồng chí")
TODAY = date(2020, 7, 1)


def accept(*findings, at=0, **more):
    mark = marks(findings)[at]
    return Waiver("hai-phong.le-chan", mark.id, "đã nêu ở phụ lục", "Bà Hoa", kin=mark.kin, **more)


def lapses(waiving):
    return [one.lapse for one in waiving.lapsed]


def test_a_waiver_holds_for_its_finding_alone():
    waiver = accept(NQ29)
    waiving = waive([GOALS, NQ29], [waiver], TODAY)
    assert waiving.accepted == (None, waiver)
    assert waiving.due((GOALS, NQ29)) == (GOALS,)
    assert (waiving.count, waiving.lapsed) == (1, ())


@pytest.mark.parametrize(("last", "holds"), [(date(2020, 7, 1), 1), (date(2020, 6, 30), 0)])
def test_a_waiver_holds_to_the_end_of_its_last_day(last, holds):
    waiving = waive([NQ29], [accept(NQ29, until=last)], TODAY)
    assert waiving.count == holds
    assert lapses(waiving) == [Lapse.EXPIRED][holds:]


def test_a_waiver_of_what_was_mended_is_told_as_stale():
    assert lapses(waive([GOALS], [accept(NQ29)], TODAY)) == [Lapse.GONE]


def test_a_waiver_does_not_hold_for_other_figures_in_the_same_words():
    old, new = found(quote="đạt 72%"), found(quote="đạt 27%")
    waiving = waive([new], [accept(old)], TODAY)
    assert waiving.count == 0
    assert [(one.lapse, one.now) for one in waiving.lapsed] == [(Lapse.CHANGED, marks([new])[0].id)]


def test_a_fingerprint_names_a_finding_as_well_as_its_id():
    mark = marks([NQ29])[0]
    assert waive([NQ29], [Waiver("u", mark.fingerprint, "r", "b")], TODAY).count == 1


def test_one_of_several_equal_findings_can_be_accepted():
    waiving = waive([BLANK, BLANK, BLANK], [accept(BLANK, BLANK, BLANK, at=1)], TODAY)
    assert [one is not None for one in waiving.accepted] == [False, True, False]


def test_when_one_of_several_equals_was_mended_nobody_knows_which_was_accepted():
    assert lapses(waive([BLANK, BLANK], [accept(BLANK, BLANK, BLANK, at=1)], TODAY)) == [Lapse.UNCLEAR]
    assert lapses(waive([BLANK], [accept(BLANK, BLANK, at=1)], TODAY)) == [Lapse.UNCLEAR]


def test_an_id_without_a_place_accepts_none_of_several():
    assert lapses(waive([BLANK, BLANK], [accept(BLANK)], TODAY)) == [Lapse.UNCLEAR]


def test_the_last_word_on_a_finding_counts():
    first, last = accept(NQ29), accept(NQ29, until=date(2021, 1, 1))
    assert waive([NQ29], [first, last], TODAY).accepted == (last,)


def test_a_proposal_is_shown_and_not_applied():
    proposal = accept(NQ29, proposed=True)
    waiving = waive([NQ29], [proposal], TODAY)
    assert (waiving.count, waiving.proposals) == (0, (proposal,))


def test_a_proposal_that_was_agreed_to_is_no_longer_shown():
    assert waive([NQ29], [accept(NQ29, proposed=True), accept(NQ29)], TODAY).proposals == ()


ONES = [GOALS, NQ29, BLANK, found(quote="đạt 72%"), found(quote="đạt 75%")]


@given(some.lists(some.sampled_from(ONES), max_size=6), some.lists(some.sampled_from(ONES), max_size=6), some.data())
def test_no_waiver_ever_hides_a_finding_with_other_words(then, now, data):
    given_then = [accept(*then, at=at) for at in range(len(then)) if data.draw(some.booleans())]
    waiving = waive(now, given_then, TODAY)
    ids = {mark.id for mark in waiving.marks}
    assert all(one is None or one.finding in ids for one in waiving.accepted)
    assert len(waiving.due(tuple(now))) + waiving.count == len(now)
    assert waiving.count + len(waiving.lapsed) == len(given_then)
