"""Every expected unit stands on the board once, and no submission is lost."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.gaps import standings, usable
from service.model.examination import Examination, FileFacts, Finding, Kind, Severity, UnitMatch, Verdict
from service.model.rulebook import Round
from service.model.standing import State, Waiting
from service.model.submission import Claim, Submission
from service.model.unit import Registry, Unit

CITY = Unit("hai-phong", "Hải Phòng", "city", "thành phố", None)
LE_CHAN = Unit("hai-phong.le-chan", "Lê Chân", "district", "quận", "hai-phong")
AN_BIEN = Unit("hai-phong.le-chan.an-bien", "An Biên", "commune", "phường", "hai-phong.le-chan")
REGISTRY = Registry((CITY, LE_CHAN, AN_BIEN))


def sent(number, unit=None, verdict=Verdict.GAPS, *, folder="", codes=()):
    claim = Claim(f"{number:064x}", f"bc {number}.docx", folder, 10, "2020-07-06T08:00:00+07:00", id=number)
    if verdict is None:
        return Submission(claim, None)
    match = UnitMatch(unit, unit, "district", "letterhead") if unit else None
    findings = tuple(Finding(code, Severity.WARNING, "", "", "") for code in codes)
    facts = FileFacts(claim.name, claim.sha256, claim.bytes, "docx")
    return Submission(claim, Examination(facts, Kind.TERM_REPORT, verdict, match, findings=findings))


def test_a_unit_that_sent_nothing_is_missing():
    board = standings(REGISTRY, [], [])
    assert [(row.unit.id, row.state, row.latest) for row in board.standings] == [
        ("hai-phong", State.MISSING, None),
        ("hai-phong.le-chan", State.MISSING, None),
        ("hai-phong.le-chan.an-bien", State.MISSING, None),
    ]


def test_the_newest_usable_file_speaks_for_its_unit():
    first, second = sent(1, LE_CHAN.id), sent(2, LE_CHAN.id, Verdict.COMPLETE)
    row = standings(REGISTRY, [second, first]).of(LE_CHAN.id)
    assert (row.latest, row.note_latest, row.earlier) == (second, None, (first,))
    assert (row.verdict, row.file, row.received) == (Verdict.COMPLETE, "bc 2.docx", "2020-07-06T08:00:00+07:00")


@pytest.mark.parametrize("verdict", [Verdict.UNREADABLE, Verdict.WRONG_KIND, None])
def test_a_newer_file_that_cannot_be_used_hides_no_earlier_report_and_stays_visible(verdict):
    good, bad = sent(1, LE_CHAN.id), sent(2, LE_CHAN.id, verdict, folder="hai-phong/le-chan")
    row = standings(REGISTRY, [good, bad]).of(LE_CHAN.id)
    assert (row.state, row.latest, row.note_latest, row.earlier) == (State.JUDGED, good, bad, ())


def test_a_report_of_another_round_does_not_hide_the_report_of_this_one():
    good, old = sent(1, LE_CHAN.id), sent(2, LE_CHAN.id, Verdict.COMPLETE, codes=["term.other_round"])
    row = standings(REGISTRY, [good, old]).of(LE_CHAN.id)
    assert (row.latest, row.note_latest) == (good, old)
    assert usable(good)
    assert not usable(old)


def test_without_a_usable_file_the_newest_judged_one_is_shown():
    bad, newer, open_one = (
        sent(1, LE_CHAN.id, Verdict.UNREADABLE),
        sent(2, LE_CHAN.id, Verdict.WRONG_KIND),
        sent(3, verdict=None, folder="le-chan"),
    )
    row = standings(REGISTRY, [bad, newer, open_one]).of(LE_CHAN.id)
    assert (row.state, row.latest, row.note_latest, row.earlier) == (State.JUDGED, newer, open_one, (bad,))
    assert row.submissions == (open_one, newer, bad)


def test_an_open_file_is_laid_beside_the_unit_whose_folder_it_came_from():
    row = standings(REGISTRY, [sent(1, verdict=None, folder="le-chan/an-bien")]).of(AN_BIEN.id)
    assert (row.state, row.verdict) == (State.TAKEN, None)


def test_files_without_a_known_unit_stand_apart_newest_first():
    nobody, stranger, open_one = sent(1), sent(2, "hai-phong.khac"), sent(3, verdict=None, folder="Tài liệu")
    assert standings(REGISTRY, [nobody, stranger, open_one]).unassigned == (open_one, stranger, nobody)


def test_a_unit_outside_the_years_of_the_round_owes_nothing_unless_it_sent_something():
    gone = Unit("hai-phong.cu", "Cũ", "district", "huyện", "hai-phong", valid_to=date(2018, 12, 31))
    new = Unit("hai-phong.moi", "Mới", "district", "quận", "hai-phong", valid_from=date(2025, 1, 1))
    free = Unit("hai-phong.tu-do", "Tự Do", "base", "trường", "hai-phong", expected=False)
    merged = Unit("hai-phong.gop", "Gộp", "commune", "xã", "hai-phong", valid_to=date(2020, 2, 1))
    registry = Registry((CITY, gone, new, free, merged))
    assert [row.unit for row in standings(registry, []).standings] == [CITY, merged]
    assert [row.unit for row in standings(registry, [sent(1, gone.id)]).standings] == [CITY, gone, merged]
    later = Round("2020-2025", "2025-2030", 2025, 2026)
    assert [row.unit for row in standings(registry, [], gathered=later).standings] == [CITY, new]


def test_what_waits_in_the_inbox_is_passed_on():
    waiting = Waiting("bc.docx", "le-chan", "inbox.waiting.growing")
    assert standings(REGISTRY, [], [waiting]).waiting == (waiting,)


ids = st.sampled_from([None, CITY.id, LE_CHAN.id, AN_BIEN.id, "hai-phong.khac"])
verdicts = st.sampled_from([*Verdict, None])
folders = st.sampled_from(["", "le-chan", "an-bien", "le-chan/an-bien", "///", "khác"])


@given(st.lists(st.tuples(ids, verdicts, folders), max_size=12), st.randoms(use_true_random=False))
def test_every_expected_unit_and_every_submission_is_somewhere_exactly_once(rows, chance):
    files = [sent(number, unit, verdict, folder=folder) for number, (unit, verdict, folder) in enumerate(rows, 1)]
    shuffled = chance.sample(files, len(files))
    board = standings(REGISTRY, shuffled)
    assert [row.unit for row in board.standings] == list(REGISTRY.units)
    shown = Counter(one.claim.id for row in board.standings for one in row.submissions)
    shown.update(one.claim.id for one in board.unassigned)
    assert shown == Counter(one.claim.id for one in files)
    assert board == standings(REGISTRY, files)
    for row in board.standings:
        assert (row.state is State.MISSING) == (not row.submissions)
        assert not any(usable(one) for one in row.submissions) or usable(row.latest)
