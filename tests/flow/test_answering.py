"""Claims get their answers whatever becomes of the workers."""

import pytest

from service.executor.interface import Failed, Reason
from service.flow.answering import answer_open
from service.flow.intake import Intake
from service.flow.tools import Tools
from tests.flow import files


def going_on():
    return False


class Dying:
    """An executor whose workers fail on files of some names, for some reason."""

    def __init__(self, sound, names, reason=Reason.DIED, error=None):
        self._sound, self._names, self._reason = sound, names, reason
        self._error = error or EOFError()
        self.calls = []

    def each(self, task, items):
        for item in items:
            self.calls.append(item.name)
            if item.name in self._names:
                yield Failed(item, self._reason, self._error)
            else:
                yield from self._sound.each(task, [item])


@pytest.fixture
def taken(office, means):
    def take(*names, **trouble):
        for name in names:
            office.drop(files.PDF, name)
        intake = Intake(means)
        intake.look(0)
        intake.look(1)
        executor = Dying(means.executor, **trouble) if trouble else means.executor
        values = {name: getattr(means, name) for name in Tools.__dataclass_fields__}
        return Tools(**{**values, "executor": executor}), executor

    return take


def test_a_file_that_ends_two_workers_is_given_up_with_a_sentence_of_its_own(taken):
    tools, executor = taken("a.docx", "b.docx", names={"a.docx"})
    assert answer_open(tools, going_on).done == 2
    assert executor.calls == ["a.docx", "b.docx", "a.docx"]
    [answer] = [each.examination for each in tools.ledger.submissions() if each.claim.name == "a.docx"]
    assert (answer.verdict, answer.findings[0].code) == ("unreadable", "file.corrupt")
    assert "bị dừng" in answer.findings[0].message
    assert answer.file.format == "pdf"
    assert answer.file.sha256 == tools.ledger.submission(1).claim.sha256


def test_a_file_that_hangs_is_given_up_too(taken):
    tools, _ = taken("a.docx", names={"a.docx"}, reason=Reason.TIMED_OUT)
    assert answer_open(tools, going_on).done == 1


def test_what_fails_in_a_way_that_repeats_is_not_tried_twice(taken):
    tools, executor = taken("a.docx", names={"a.docx"}, reason=Reason.RAISED, error=KeyError("x"))
    assert answer_open(tools, going_on).done == 1
    assert executor.calls == ["a.docx"]


def test_a_disk_that_fails_is_tried_again(taken):
    tools, executor = taken("a.docx", names={"a.docx"}, reason=Reason.RAISED, error=OSError())
    assert answer_open(tools, going_on).done == 1
    assert executor.calls == ["a.docx", "a.docx"]


def test_a_lost_original_is_told_and_keeps_no_other_file_waiting(taken, office):
    tools, _ = taken("a.docx")
    office.drop(files.GOOD, "b.docx")
    intake = Intake(tools)
    intake.look(0)
    intake.look(1)
    tools.originals.path(tools.ledger.submission(1).claim.sha256).unlink()
    tally = answer_open(tools, going_on)
    assert [trouble.key for trouble in tally.troubles] == ["inbox.original_missing"]
    assert [each.examination is not None for each in tools.ledger.submissions()] == [False, True]


def test_a_stop_lets_the_present_file_end_and_leaves_the_others_open(taken):
    tools, executor = taken("a.docx", "b.docx", "c.docx", names=set())
    assert answer_open(tools, lambda: bool(executor.calls)).done == 1
    assert len(tools.ledger.open_claims()) == 2


def test_a_worker_that_is_stopped_together_with_the_service_is_not_held_against_the_file(taken):
    tools, executor = taken("a.docx", names={"a.docx"})
    assert answer_open(tools, lambda: bool(executor.calls)).done == 0
    assert tools.ledger.attempts(1) == 0
