"""A unit's totals are held against those of the units below it."""

from dataclasses import replace

import pytest

from service.check.across.shelf import compared, shelve
from service.model.examination import Examination, FileFacts, Indicator, Kind, UnitMatch, Verdict
from tests.check.builder import rules


def unit(unit_id):
    return next(one for one in rules().registry.units if one.id == unit_id)


def answer(unit_id, value, rule="members", measure="person", *, approximate=False):
    own = unit(unit_id)
    figure = Indicator(rule, value, measure, "result", f"{value} …", 7, approximate=approximate)
    match = UnitMatch(own.id, own.association, own.level, "letterhead")
    return Examination(
        FileFacts(unit_id, unit_id, 1, "docx"), Kind.TERM_REPORT, Verdict.COMPLETE, match, indicators=(figure,)
    )


def found(own, *below):
    findings = compared(own, shelve([own, *below]), rules()).findings
    return [one for one in findings if one.code == "figure.children"]


def communes(count):
    return [one.id for one in rules().registry.units if one.parent == "hai-phong.do-son"][:count]


def test_a_total_below_the_sum_is_told_with_the_numbers_and_the_units():
    below = [answer(each, 2000) for each in communes(3)]
    (one,) = found(answer("hai-phong.do-son", 5000), *below)
    assert "5.000" in one.message
    assert "6.000" in one.message
    assert "3/" in one.message
    assert all(each.unit.name in one.why for each in below)
    assert (one.quote, one.paragraph, one.certainty) == ("5000 …", 7, "check")


@pytest.mark.parametrize("total", [5950, 6000, 9500, 40_000])
def test_a_total_at_or_above_the_sum_of_some_is_usual(total):
    assert found(answer("hai-phong.do-son", total), *(answer(each, 2000) for each in communes(3))) == []


def test_a_total_far_above_the_sum_of_all_is_worth_a_look():
    every = [answer(one.id, 1000) for one in rules().registry.units if one.parent == "hai-phong.do-son"]
    (one,) = found(answer("hai-phong.do-son", 30_000), *every)
    assert "cao hơn nhiều" in one.message


def test_rough_figures_may_differ_more():
    below = [answer(each, 2000) for each in communes(3)]
    assert found(answer("hai-phong.do-son", 5500, approximate=True), *below) == []
    assert found(answer("hai-phong.do-son", 5500), *below)


def test_shares_and_what_each_holds_for_itself_do_not_add_up():
    for rule, measure in (("member_rate", "percent"), ("fund_balance", "VND")):
        below = [answer(each, 30, rule, measure) for each in communes(3)]
        assert found(answer("hai-phong.do-son", 28, rule, measure), *below) == []


def test_units_of_another_district_and_the_unit_below_them_do_not_count():
    assert found(answer("hai-phong.do-son", 5000), answer("hai-phong.le-chan.an-bien", 9000)) == []
    assert found(answer("hai-phong.le-chan.an-bien", 10), answer("hai-phong.le-chan", 9000)) == []


def test_a_pack_without_words_for_it_tells_nothing():
    below = [answer(each, 2000) for each in communes(3)]
    own = answer("hai-phong.do-son", 5000)
    words = {code: rule for code, rule in rules().findings.items() if not code.startswith(("copy.", "figure.children"))}
    assert compared(own, shelve([own, *below]), replace(rules(), findings=words)) == own
