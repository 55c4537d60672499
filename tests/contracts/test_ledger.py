"""What every ledger promises, held against each of them and against each other."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from service.answer import to_json
from service.errors import WorkspaceError
from service.ledger.memory import MemoryLedger
from service.ledger.sql import SqlLedger
from service.model.examination import Examination, FileFacts, Finding, Kind, Mark, Severity, Sketch, Verdict
from service.model.notice import Delivery, Notice
from service.model.reminder import Draft
from service.model.submission import Claim, Submission
from service.model.waiver import Origin, Waiver

HALF_CHARACTER = "caf\udce9.docx"


def _claim(name="a.docx", content="1", folder="", received="2020-05-01T08:00:00+07:00"):
    return Claim(content * 64, name, folder, 10, received)


def _answer(name="a.docx", verdict=Verdict.COMPLETE):
    return Examination(FileFacts(name, "1" * 64, 10, "docx"), Kind.TERM_REPORT, verdict)


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path):
    with MemoryLedger() if request.param == "memory" else SqlLedger(tmp_path / "ledger.sqlite3") as ledger:
        yield ledger


def test_a_claim_comes_back_with_an_id_and_is_open(ledger):
    kept = ledger.claim(_claim())
    assert kept.id > 0
    assert ledger.open_claims() == (kept,)
    assert ledger.submissions() == (Submission(kept, None),)


def test_the_same_claim_again_is_the_same_row(ledger):
    first = ledger.claim(_claim())
    assert ledger.claim(_claim(received="2021-01-01T00:00:00+07:00")) == first
    assert len(ledger.submissions()) == 1


def test_other_bytes_another_name_or_another_folder_are_other_claims(ledger):
    kept = [ledger.claim(_claim()), ledger.claim(_claim(content="2"))]
    kept += [ledger.claim(_claim(name="b.docx")), ledger.claim(_claim(folder="x"))]
    assert len({claim.id for claim in kept}) == 4


def test_what_is_kept_apart_comes_back_together(ledger):
    """What rules on trial found, the marks that reports are compared by, and what the text is known by."""
    tried = Finding(
        "unit.foreign", Severity.WARNING, "Có tên đơn vị khác.", "…", "…", quote="phường Dư Hàng", paragraph=3
    )
    mark = Mark("12|35", 2, 4, "12 chi hội, 35 hội viên")
    apart = replace(_answer(), trial=(tried,), marks=(mark,), sketch=Sketch("0123456789abcdef", (7, 11)))
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, apart)
    assert ledger.submission(kept.id).examination == apart
    ledger.mark_published(kept.id, ("a/result.json",))
    ledger.settle(kept.id, replace(apart, trial=()))
    assert ledger.submission(kept.id).examination.trial == ()
    assert len(ledger.unpublished()) == 1


WAIVER = Waiver(
    "hai-phong.le-chan", "k7m2q4", "đã nêu ở phụ lục", "Bà Hoa", date(2020, 9, 30), "2020-06-01T08:00:00+07:00",
    Origin.REPLY, "bc.docx", "Chưa dẫn.", "0123456789abcdef", proposed=True,
)  # fmt: skip


def test_a_waiver_comes_back_as_it_was_given_with_a_number(ledger):
    kept = ledger.waive(WAIVER)
    assert kept == replace(WAIVER, number=1)
    assert ledger.waive(replace(WAIVER, until=None, reason="khác")).number == 2
    assert ledger.waivers() == (kept, replace(WAIVER, until=None, reason="khác", number=2))


def test_the_same_waiver_seen_again_is_kept_once_even_when_it_was_taken_back(ledger):
    kept = ledger.waive(WAIVER)
    ledger.withdraw(kept.number, "Ông Bình", "2020-06-02T08:00:00+07:00")
    taken_back = replace(kept, withdrawn="2020-06-02T08:00:00+07:00", withdrawn_by="Ông Bình")
    assert ledger.waive(replace(WAIVER, place="bc lần 2.docx")) == taken_back
    ledger.withdraw(kept.number, "Ai đó", "2021-01-01T08:00:00+07:00")
    assert ledger.waivers() == (taken_back,)


def test_a_waiver_that_was_never_given_cannot_be_taken_back(ledger):
    with pytest.raises(WorkspaceError) as caught:
        ledger.withdraw(7, "Bà Hoa", "2020")
    assert caught.value.key == "ledger.unknown_waiver"


def test_a_letter_is_remembered_by_its_path_until_it_is_forgotten(ledger):
    draft = Draft("hp/cong-van/a.docx", "1" * 64, "hp", "hp.le-chan", "2020-07-15", ("hp.le-chan late 0",))
    ledger.keep_draft(draft)
    ledger.keep_draft(replace(draft, sha256="2" * 64, single=True))
    assert ledger.drafts() == (replace(draft, sha256="2" * 64, single=True),)
    ledger.forget_draft(draft.path)
    ledger.forget_draft(draft.path)
    assert ledger.drafts() == ()


def test_a_notice_is_planned_once_for_each_answer_and_keeps_how_it_went(ledger):
    claim = ledger.claim(_claim())
    ledger.plan_notice(Notice(claim.id, "aa", "hp.le-chan"))
    [planned] = ledger.notices()
    ledger.update_notice(replace(planned, state=Delivery.SENT, attempts=1, address="a@b.vn", reply="250 OK"))
    ledger.plan_notice(Notice(claim.id, "aa", "hp.le-chan"))
    ledger.plan_notice(Notice(claim.id, "bb", "hp.le-chan"))
    sent, due = ledger.notices()
    assert (sent.state, sent.attempts, sent.address, sent.reply) == (Delivery.SENT, 1, "a@b.vn", "250 OK")
    assert (due.answer, due.state) == ("bb", Delivery.DUE)


def test_a_notice_that_was_never_planned_cannot_be_updated(ledger):
    with pytest.raises(WorkspaceError) as caught:
        ledger.update_notice(Notice(1, "aa", "hp", id=7))
    assert caught.value.key == "ledger.unknown_notice"


def test_names_that_are_no_unicode_stand_in_no_waivers_way(ledger):
    ledger.waive(replace(WAIVER, place=HALF_CHARACTER))
    assert len(ledger.waivers()) == 1


def test_an_answer_can_be_laid_again_without_being_given_again(ledger):
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, _answer())
    ledger.mark_published(kept.id, ["a/result.json"], "0123")
    assert ledger.submission(kept.id).told == "0123"
    ledger.unpublish([kept.id])
    [submission] = ledger.unpublished()
    assert (submission.outputs, submission.examination) == (("a/result.json",), _answer())


def test_a_file_that_comes_again_after_another_of_its_name_is_a_new_claim(ledger):
    first = ledger.claim(_claim(content="1"))
    ledger.claim(_claim(content="2"))
    again = ledger.claim(_claim(content="1"))
    assert again.id > first.id
    assert len(ledger.submissions()) == 3


def test_names_that_differ_only_in_their_unicode_form_stay_apart(ledger):
    assert ledger.claim(_claim("a\u0300.docx")).id != ledger.claim(_claim("\u00e0.docx")).id


@pytest.mark.parametrize("name", [HALF_CHARACTER, "\n.docx", "'; DROP TABLE claims", "Báo cáo.docx", "😀.docx"])
def test_any_name_is_kept_as_it_is(ledger, name):
    kept = ledger.claim(_claim(name, folder=name))
    ledger.settle(kept.id, _answer(name))
    assert ledger.submission(kept.id).claim == kept
    assert ledger.submission(kept.id).examination == _answer(name)
    assert (kept.name, kept.folder) == (name, name)


def test_an_answered_claim_is_no_longer_open_but_waits_for_publishing(ledger):
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, _answer())
    assert ledger.open_claims() == ()
    assert ledger.unpublished() == (Submission(kept, _answer()),)


def test_an_answer_may_be_given_as_json(ledger):
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, to_json(_answer()))
    assert ledger.submission(kept.id).examination == _answer()


def test_a_published_answer_tells_where_it_lies(ledger):
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, _answer())
    ledger.mark_published(kept.id, ["x/kết quả.docx", HALF_CHARACTER])
    assert ledger.unpublished() == ()
    assert ledger.submission(kept.id) == Submission(kept, _answer(), True, ("x/kết quả.docx", HALF_CHARACTER))


def test_the_same_answer_again_changes_nothing_and_another_is_to_be_published(ledger):
    kept = ledger.claim(_claim(HALF_CHARACTER))
    ledger.settle(kept.id, _answer(HALF_CHARACTER))
    ledger.mark_published(kept.id, ["x"])
    ledger.settle(kept.id, _answer(HALF_CHARACTER))
    assert ledger.unpublished() == ()
    ledger.settle(kept.id, _answer(HALF_CHARACTER, Verdict.GAPS))
    assert ledger.unpublished() == (Submission(kept, _answer(HALF_CHARACTER, Verdict.GAPS), False, ("x",)),)


def test_a_claim_without_an_answer_cannot_be_published(ledger):
    kept = ledger.claim(_claim())
    with pytest.raises(WorkspaceError, match=r"ledger\.not_answered"):
        ledger.mark_published(kept.id, ["x"])
    assert ledger.submission(kept.id).outputs == ()


def test_a_reopened_claim_is_open_and_remembers_what_lies_in_the_outbox(ledger):
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, _answer())
    ledger.mark_published(kept.id, ["x"])
    ledger.count_attempt(kept.id)
    ledger.reopen([kept.id])
    assert ledger.open_claims() == (kept,)
    assert ledger.submission(kept.id) == Submission(kept, None, False, ("x",))
    assert ledger.attempts(kept.id) == 0


def test_attempts_are_counted(ledger):
    kept, other = ledger.claim(_claim()), ledger.claim(_claim("b.docx"))
    assert ledger.attempts(kept.id) == 0
    assert [ledger.count_attempt(kept.id), ledger.count_attempt(kept.id)] == [1, 2]
    assert (ledger.attempts(kept.id), ledger.attempts(other.id)) == (2, 0)


@pytest.mark.parametrize("wanted", [0, -1, 7])
def test_a_claim_that_was_never_made_is_refused(ledger, wanted):
    ledger.claim(_claim())
    for call in (
        lambda: ledger.submission(wanted),
        lambda: ledger.settle(wanted, _answer()),
        lambda: ledger.mark_published(wanted, []),
        lambda: ledger.reopen([1, wanted]),
        lambda: ledger.attempts(wanted),
        lambda: ledger.count_attempt(wanted),
    ):
        with pytest.raises(WorkspaceError, match=r"ledger\.unknown_claim"):
            call()


def test_a_reopening_that_is_refused_reopens_nothing(ledger):
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, _answer())
    with pytest.raises(WorkspaceError):
        ledger.reopen([kept.id, 99])
    assert ledger.open_claims() == ()


def test_an_answer_that_nobody_can_read_is_named(ledger):
    kept = ledger.claim(_claim())
    ledger.settle(kept.id, '{"schema": 99}')
    with pytest.raises(WorkspaceError, match=r"ledger\.bad_answer"):
        ledger.submission(kept.id)


def test_order_is_that_of_the_first_claims_whatever_the_clock_says(ledger):
    names = [ledger.claim(_claim(name, received=when)).name for name, when in (("b", "2021"), ("a", "1970"), ("c", ""))]
    assert [claim.name for claim in ledger.open_claims()] == names
    for claim in reversed(ledger.open_claims()):
        ledger.settle(claim.id, _answer())
    assert [submission.claim.name for submission in ledger.submissions()] == names
    assert [submission.claim.name for submission in ledger.unpublished()] == names


def test_a_ledger_may_be_closed_twice(ledger):
    ledger.close()
    ledger.close()


_names = st.sampled_from(["a.docx", "b.docx", HALF_CHARACTER])
_ids = st.integers(1, 8)


class TwoLedgers(RuleBasedStateMachine):
    """Whatever is done, the ledger on disk says what the ledger in memory says."""

    file = None

    def __init__(self):
        super().__init__()
        self.file.unlink(missing_ok=True)
        self.memory, self.sql = MemoryLedger(), SqlLedger(self.file)

    def _both(self, call):
        outcomes = []
        for ledger in (self.memory, self.sql):
            try:
                outcomes.append(call(ledger))
            except WorkspaceError as error:
                outcomes.append((error.key, error.values))
        assert outcomes[0] == outcomes[1]

    @rule(name=_names, content=st.sampled_from("123"), folder=st.sampled_from(["", "x"]))
    def claim(self, name, content, folder):
        self._both(lambda ledger: ledger.claim(_claim(name, content, folder)))

    @rule(claim_id=_ids, name=_names, verdict=st.sampled_from([Verdict.COMPLETE, Verdict.GAPS]))
    def settle(self, claim_id, name, verdict):
        self._both(lambda ledger: ledger.settle(claim_id, _answer(name, verdict)))

    @rule(claim_id=_ids, outputs=st.lists(_names, max_size=2))
    def publish(self, claim_id, outputs):
        self._both(lambda ledger: ledger.mark_published(claim_id, outputs))

    @rule(claim_ids=st.lists(_ids, max_size=2))
    def reopen(self, claim_ids):
        self._both(lambda ledger: ledger.reopen(claim_ids))

    @rule(claim_id=_ids)
    def attempt(self, claim_id):
        self._both(lambda ledger: ledger.count_attempt(claim_id))

    @precondition(lambda self: self.memory.submissions())
    @rule()
    def restart(self):
        self.sql.close()
        self.sql = SqlLedger(self.file)

    @invariant()
    def they_say_the_same(self):
        self._both(lambda ledger: ledger.submissions())
        self._both(lambda ledger: ledger.open_claims())
        self._both(lambda ledger: ledger.unpublished())
        self._both(lambda ledger: [ledger.attempts(one.claim.id) for one in ledger.submissions()])

    @invariant()
    def every_claim_is_open_or_answered(self):
        opened = {claim.id for claim in self.sql.open_claims()}
        answered = {one.claim.id for one in self.sql.submissions() if one.examination}
        assert not opened & answered
        assert opened | answered == {one.claim.id for one in self.sql.submissions()}

    def teardown(self):
        self.sql.close()


def test_the_ledger_on_disk_does_what_the_ledger_in_memory_does(tmp_path):
    TwoLedgers.file = tmp_path / "ledger.sqlite3"
    TwoLedgers.TestCase.settings = settings(
        max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
    )
    TwoLedgers.TestCase("runTest").runTest()
