"""How far a round has come: against the schedule, by what was sent, and by what is left when waivers are taken out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.consolidate.progress import of_unit, progress
from service.errors import UsageError
from service.model.city import Group
from service.model.examination import Verdict
from service.model.progress import Timing
from service.model.waiver import Waiver
from service.rounds.fingerprint import marks
from tests.consolidate import sent
from tests.consolidate.sent import AN_BIEN, DU_HANG, KIEN_AN, LE_CHAN


def told(*submissions, registry=sent.REGISTRY, waivers=(), today=sent.TODAY, unit="hp"):
    return progress(sent.board(*submissions, registry=registry, waivers=waivers), registry, unit, sent.ROUND, today)


def row(found, unit):
    return next(one for one in found.rows if one.unit.id == unit.id)


def waived(unit, finding, findings):
    return Waiver(unit.id, marks(findings)[findings.index(finding)].id, "đã xem", "Bà Hoa")


def test_a_report_on_its_last_day_is_in_time_and_one_the_day_after_is_late():
    assert row(told(sent.report(1, AN_BIEN, "03-31")), AN_BIEN).timing is Timing.IN_TIME
    late = row(told(sent.report(1, AN_BIEN, "04-02")), AN_BIEN)
    assert (late.timing, late.days) == (Timing.LATE, 2)


def test_a_unit_that_sent_nothing_is_overdue_only_after_its_own_last_day():
    found = told()
    assert (row(found, AN_BIEN).timing, row(found, AN_BIEN).days) == (Timing.OVERDUE, 10)
    assert row(found, LE_CHAN).timing is Timing.AWAITED
    assert row(told(today=AN_BIEN.deadline), AN_BIEN).timing is Timing.AWAITED


def test_a_unit_without_a_last_day_is_never_late():
    registry = sent.changed(replace(AN_BIEN, deadline=None), replace(DU_HANG, deadline=None))
    found = told(sent.report(1, AN_BIEN, "04-09"), registry=registry)
    assert (row(found, AN_BIEN).timing, row(found, DU_HANG).timing) == (Timing.SENT, Timing.AWAITED)


def test_the_first_report_counts_for_the_day_and_the_last_one_for_the_state():
    found = told(sent.report(1, AN_BIEN, "03-30", sent.LESSONS), sent.report(2, AN_BIEN, "04-08"))
    assert row(found, AN_BIEN).sent == date(2020, 3, 30)
    assert (row(found, AN_BIEN).timing, row(found, AN_BIEN).group) == (Timing.IN_TIME, Group.COMPLETE)
    assert row(found, AN_BIEN).versions == 2


@pytest.mark.parametrize(
    ("submission", "group"),
    [
        (sent.report(1, AN_BIEN, "03-01", sent.SPEECH, verdict=Verdict.WRONG_KIND), Group.WRONG_KIND),
        (sent.report(1, AN_BIEN, "03-01", sent.OTHER_TERM), Group.OTHER_ROUND),
    ],
)
def test_a_file_that_is_no_report_of_the_round_does_not_make_a_unit_one_that_has_sent(submission, group):
    found = row(told(submission), AN_BIEN)
    assert (found.group, found.timing, found.sent) == (group, Timing.OVERDUE, None)


def test_a_file_that_waits_for_its_answer_counts_as_sent_on_its_day():
    found = row(told(sent.waits(1, AN_BIEN, "03-31")), AN_BIEN)
    assert (found.group, found.timing) == (Group.OPEN, Timing.IN_TIME)


def test_a_unit_that_owes_nothing_is_counted_nowhere_but_told_where_it_sent():
    registry = sent.changed(replace(AN_BIEN, expected=False), replace(DU_HANG, expected=False))
    found = told(sent.report(1, AN_BIEN, "04-05"), registry=registry)
    assert row(found, AN_BIEN).timing is Timing.EXEMPT
    assert (found.all.owed, found.all.sent) == (2, 0)
    assert DU_HANG.id not in [one.unit.id for one in found.rows]


def test_accepted_findings_are_left_out_of_what_is_missing():
    findings = (sent.LESSONS, sent.UNCOUNTED)
    report = sent.report(1, AN_BIEN, "03-31", *findings)
    assert [gap.code for gap in told(report).missing] == ["section.missing"]
    found = told(report, waivers=[waived(AN_BIEN, sent.LESSONS, findings)])
    assert (found.missing, [gap.code for gap in found.findings]) == ((), ["goals.unquantified"])
    assert row(found, AN_BIEN).settled
    assert (found.all.gaps, found.all.accepted, row(found, AN_BIEN).waived) == (0, 1, 1)


def test_one_accepted_finding_of_two_leaves_the_report_with_gaps():
    findings = (sent.LESSONS, sent.NQ29)
    found = told(sent.report(1, AN_BIEN, "03-31", *findings), waivers=[waived(AN_BIEN, sent.NQ29, findings)])
    assert (found.all.gaps, found.all.accepted) == (1, 0)


def test_remarks_are_no_gaps():
    assert told(sent.report(1, AN_BIEN, "03-31", sent.REMARK)).findings == ()


def test_places_hold_a_district_and_what_lies_below_it():
    found = told(sent.report(1, AN_BIEN, "03-31"), sent.report(2, LE_CHAN, "04-01", sent.LESSONS))
    counts = {count.name: (count.owed, count.sent, count.complete, count.gaps) for count in found.places}
    assert counts == {LE_CHAN.id: (3, 2, 1, 1), KIEN_AN.id: (1, 0, 0, 0)}
    assert [count.name for count in found.levels] == ["district", "commune"]


def test_a_unit_without_others_below_has_no_round_report():
    with pytest.raises(UsageError):
        told(unit=AN_BIEN.id)
    with pytest.raises(UsageError):
        told(unit="ha-noi")


def test_one_unit_alone_stands_as_in_its_round():
    board = sent.board(sent.report(1, AN_BIEN, "04-02"))
    assert of_unit(board, AN_BIEN.id, sent.ROUND, sent.TODAY).timing is Timing.LATE
    assert of_unit(board, "ha-noi", sent.ROUND, sent.TODAY) is None


units = st.sampled_from([LE_CHAN, AN_BIEN, DU_HANG, KIEN_AN])
files = st.lists(st.tuples(units, st.integers(0, 40), st.sampled_from([(), (sent.LESSONS,), (sent.OTHER_TERM,)])))


@given(files, st.integers(-60, 120))
def test_every_unit_that_owes_is_counted_once_by_time_and_once_by_state(files, days):
    start = date(2020, 3, 1)
    submissions = [
        sent.report(number, unit, f"{start + timedelta(day):%m-%d}", *findings)
        for number, (unit, day, findings) in enumerate(sorted(files, key=lambda one: one[1]), 1)
    ]
    every = told(*submissions, today=sent.TODAY + timedelta(days)).all
    assert sum(every.timed(timing) for timing in Timing) == every.owed == 4
    states = (Group.OTHER_ROUND, Group.WRONG_KIND, Group.UNREADABLE, Group.OPEN, Group.MISSING)
    assert every.complete + every.gaps + every.accepted + every.grouped(*states) == every.owed
    assert every.sent + every.timed(Timing.AWAITED, Timing.OVERDUE) == every.owed
