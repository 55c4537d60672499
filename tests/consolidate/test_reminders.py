"""Reminders go to whoever is late or has gaps, and to nobody else."""

from dataclasses import replace
from datetime import date

import pytest

from service.consolidate.reminders import reminders, single
from service.errors import UsageError
from service.model.examination import Verdict
from service.model.reminder import Need
from service.model.waiver import Waiver
from service.rounds.fingerprint import marks
from tests.consolidate import sent
from tests.consolidate.sent import AN_BIEN, CITY, DU_HANG, KIEN_AN, LE_CHAN

UNTIL = date(2020, 4, 17)


def due(*submissions, sender="hp", registry=sent.REGISTRY, waivers=(), today=sent.TODAY):
    board = sent.board(*submissions, registry=registry, waivers=waivers)
    found = reminders(board, registry, sender, sent.ROUND, today=today, until=UNTIL)
    return {one.addressee.id: [(ask.row.unit.name, ask.need) for ask in one.asks] for one in found}


def test_a_district_is_reminded_of_its_communes_that_are_late():
    assert due(sent.report(1, AN_BIEN, "03-30")) == {LE_CHAN.id: [("Dư Hàng", Need.LATE)]}


def test_a_district_reminds_each_of_its_communes():
    assert due(sent.report(1, AN_BIEN, "03-30"), sender=LE_CHAN.id) == {DU_HANG.id: [("Dư Hàng", Need.LATE)]}


def test_gaps_and_files_that_cannot_be_used_are_reminded_of_before_the_last_day_too():
    speech = sent.report(2, DU_HANG, "03-01", sent.SPEECH, verdict=Verdict.WRONG_KIND)
    found = due(sent.report(1, AN_BIEN, "03-01", sent.LESSONS), speech, today=date(2020, 3, 10))
    assert found == {LE_CHAN.id: [("An Biên", Need.GAPS), ("Dư Hàng", Need.UNUSABLE)]}


def test_nobody_is_reminded_who_is_in_time_and_complete_or_late_but_complete():
    reports = sent.report(1, AN_BIEN, "03-01", sent.UNCOUNTED), sent.report(2, DU_HANG, "04-09")
    assert due(*reports) == {}


def test_accepted_gaps_are_not_asked_for():
    findings = (sent.LESSONS,)
    waiver = Waiver(AN_BIEN.id, marks(findings)[0].id, "đã xem", "Bà Hoa")
    reports = sent.report(1, AN_BIEN, "03-01", *findings), sent.report(2, DU_HANG, "03-01")
    assert due(*reports, waivers=[waiver]) == {}
    assert due(*reports) == {LE_CHAN.id: [("An Biên", Need.GAPS)]}


def test_a_unit_that_was_merged_away_or_owes_nothing_is_not_reminded():
    merged = replace(AN_BIEN, valid_to=date(2020, 1, 31), successor=DU_HANG.id)
    registry = sent.changed(merged, replace(DU_HANG, expected=False))
    assert due(sent.report(1, AN_BIEN, "03-01", sent.LESSONS), registry=registry) == {}


def test_a_unit_whose_newer_file_waits_for_its_answer_is_left_in_peace():
    assert due(
        sent.report(1, AN_BIEN, "03-01", sent.LESSONS), sent.waits(2, AN_BIEN, "04-09"), sent.waits(3, DU_HANG, "04-09")
    ) == {}  # fmt: skip


def test_one_unit_is_reminded_by_the_one_above_it_where_that_is_asked_for():
    def letters(*to):
        board = sent.board(sent.report(1, AN_BIEN, "03-01"))
        return single(board, sent.REGISTRY, to, sent.ROUND, today=sent.TODAY, until=UNTIL)

    [letter] = letters(DU_HANG.id, AN_BIEN.id, KIEN_AN.id)
    assert (letter.sender, letter.addressee, letter.own.need) == (LE_CHAN, DU_HANG, Need.LATE)
    for wrong in (CITY.id, "ha-noi"):
        with pytest.raises(UsageError):
            letters(wrong)
