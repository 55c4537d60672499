"""What a drafter must look at before a total is used: nothing is left out, approximate or far off in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.consolidate import consolidate
from service.gaps import standings
from service.model.city import Why
from service.model.rulebook import Outliers
from service.model.unit import Registry, Unit
from tests.consolidate.test_consolidate import CITY, LE_CHAN, NGO_QUYEN, city, figure, finding, report

DISTRICTS = tuple(Unit(f"hai-phong.q{n}", f"Số {n}", "district", "quận", "hai-phong") for n in range(8))
COUNTS = ("members", "branches", "learning_families", "learning_clans")


def told(found):
    """Reason, indicator, and the units with the values that are shown."""
    return [
        (one.why, one.indicator, [(each.unit.name, [told.value for told in each.figures]) for each in one.given])
        for one in found.doubts
    ]


def far(reports, **rule):
    registry = Registry((CITY, *DISTRICTS))
    sent = [
        report(n + 1, unit, indicators=given) for n, (unit, given) in enumerate(zip(DISTRICTS, reports, strict=True))
    ]
    found = consolidate(standings(registry, sent), registry, CITY.id, {}, outliers=Outliers(**rule))
    return [(indicator, [name for name, _ in given]) for why, indicator, given in told(found) if why is Why.FAR]


def counts(*values):
    return tuple(figure(value, name=name, unit="count") for name, value in zip(COUNTS, values, strict=True))


def test_values_that_contradict_each_other_are_all_shown_and_none_is_added():
    found = city(report(1, LE_CHAN, indicators=(figure(40_000), figure(41_000))))
    assert told(found) == [(Why.CONFLICT, "members", [("Lê Chân", [40_000, 41_000])])]
    assert found.tables[0].total("result") is None


@pytest.mark.parametrize(
    ("code", "why", "other"), [("figure.unit", Why.UNIT, ""), ("figure.conflict", Why.CONFLICT, "16 tỷ đồng")]
)
def test_a_figure_that_the_check_took_for_none_is_quoted(code, why, other):
    doubt = finding(code, quote="21,356 triệu", paragraph=22, indicator="fund_raised", expected="16 tỷ đồng")
    [one] = city(report(1, LE_CHAN, findings=(doubt,))).doubts
    assert (one.why, one.indicator) == (why, "fund_raised")
    assert [(each.quote, each.paragraph, each.other) for each in one.given] == [("21,356 triệu", 22, other)]


def test_a_conflict_that_shows_its_values_is_not_told_again_by_its_finding():
    doubt = finding("figure.conflict", quote="40.000", paragraph=3, indicator="members")
    found = city(report(1, LE_CHAN, indicators=(figure(40_000), figure(41_000)), findings=(doubt,)))
    assert [why for why, _, _ in told(found)] == [Why.CONFLICT]


def test_an_approximate_part_and_one_of_another_year_are_named():
    about = figure(40_000, as_of="2018", approximate=True)
    found = city(
        report(1, LE_CHAN, indicators=(about,)), report(2, NGO_QUYEN, indicators=(figure(46_250, as_of="2019"),))
    )
    assert told(found) == [
        (Why.ABOUT, "members", [("Lê Chân", [40_000])]),
        (Why.DATE, "members", [("Lê Chân", [40_000])]),
    ]
    assert found.doubts[1].usual == "2019"


def test_figures_of_different_measures_are_shown_beside_each_other():
    found = city(
        report(1, LE_CHAN, indicators=(figure(40_000),)), report(2, NGO_QUYEN, indicators=(figure(900, unit="count"),))
    )
    assert told(found) == [(Why.MEASURE, "members", [("Lê Chân", [40_000]), ("Ngô Quyền", [900])])]


def test_a_count_a_hundred_times_too_great_is_far_from_the_other_units():
    usual = [(figure(1_000 + 100 * n),) for n in range(7)]
    assert far([*usual, (figure(120_000),)]) == [("members", ["Số 7"])]
    assert far([*usual, (figure(4_000),)]) == []


def test_a_small_unit_is_not_far_off_in_every_count_but_one_slip_of_it_is():
    usual = [counts(20_000 + 900 * n, 200 + 9 * n, 10_000 + 450 * n, 100 + 3 * n) for n in range(7)]
    assert far([*usual, counts(200, 2, 100, 1)]) == []
    assert far([*usual, counts(200, 2, 10_000, 1)]) == [("learning_families", ["Số 7"])]


def test_a_rate_is_far_by_points_and_few_units_tell_nothing():
    rates = [(figure(25 + n, name="member_rate", unit="percent"),) for n in range(7)]
    assert far([*rates, (figure(90, name="member_rate", unit="percent"),)]) == [("member_rate", ["Số 7"])]
    assert far([*rates, (figure(40, name="member_rate", unit="percent"),)]) == []
    assert far([*rates, (figure(90, name="member_rate", unit="percent"),)], units=9) == []


@given(st.lists(st.integers(1, 10**9), min_size=8, max_size=8), st.randoms(use_true_random=False))
def test_which_units_are_far_does_not_depend_on_their_order(values, shuffling):
    order = list(range(8))
    shuffling.shuffle(order)
    names = {place: f"Số {before}" for place, before in enumerate(order)}
    [*one] = far([(figure(value),) for value in values])
    [*other] = far([(figure(values[before]),) for before in order])
    renamed = [(name, {names[int(unit.removeprefix("Số "))] for unit in units}) for name, units in other]
    assert renamed == [(name, set(units)) for name, units in one]
