"""What every executor promises, held against each of them."""

import operator

import pytest

from service.errors import RuleError, WorkspaceError
from service.executor.inline import Inline
from service.executor.interface import Done, Failed, Reason
from service.executor.processes import Processes
from service.words import words

KINDS = {"inline": Inline, "processes": lambda *arguments: Processes(2, *arguments)}


@pytest.fixture(params=KINDS)
def kind(request):
    return KINDS[request.param]


@pytest.fixture(params=KINDS, scope="module")
def executor(request):
    with KINDS[request.param]() as executor:
        yield executor


def _values(outcomes):
    return sorted(outcome.value for outcome in outcomes if isinstance(outcome, Done))


def test_each_item_gets_one_outcome(executor):
    outcomes = list(executor.each(abs, range(-30, 0)))
    assert sorted((outcome.item, outcome.value) for outcome in outcomes) == [(-n, n) for n in range(30, 0, -1)]


def test_no_items_give_no_outcomes(executor):
    assert list(executor.each(abs, [])) == []


def test_what_a_task_raises_is_the_failure_of_its_item_alone(executor):
    outcomes = list(executor.each(int, ["1", "x", "2", None]))
    failed = {
        outcome.item: (outcome.reason, type(outcome.error)) for outcome in outcomes if isinstance(outcome, Failed)
    }
    assert failed == {"x": (Reason.RAISED, ValueError), None: (Reason.RAISED, TypeError)}
    assert _values(outcomes) == [1, 2]


def test_an_error_of_ours_comes_back_with_its_values(executor):
    [outcome] = executor.each(_refuse, ["tongket.toml"])
    assert (outcome.error.key, outcome.error.values) == ("settings.broken", {"file": "tongket.toml"})


def _refuse(file):
    raise RuleError("settings.broken", file=file)


def test_a_task_that_wants_to_leave_is_a_failure(executor):
    outcomes = list(executor.each(exit, [0, 3]))
    assert [type(outcome.error) for outcome in outcomes] == [SystemExit, SystemExit]


def test_items_are_drawn_only_as_they_are_needed(executor):
    drawn = []

    def items():
        for number in range(1000):
            drawn.append(number)
            yield number

    outcomes = executor.each(abs, items())
    for _ in range(3):
        next(outcomes)
    outcomes.close()
    assert len(drawn) <= 3 + 2 * 2


def test_a_closed_iterator_does_no_more_and_the_executor_can_be_used_again(executor):
    outcomes = executor.each(abs, range(1000))
    next(outcomes)
    outcomes.close()
    assert list(outcomes) == []
    assert _values(executor.each(abs, [1, 2])) == [1, 2]


def test_two_calls_may_run_inside_each_other(executor):
    outer = executor.each(abs, [-1, -2, -3])
    found = [(outcome.value, *_values(executor.each(operator.neg, [-5, -6]))) for outcome in outer]
    assert sorted(found) == [(1, 5, 6), (2, 5, 6), (3, 5, 6)]


def test_what_the_items_raise_is_passed_on(executor):
    def items():
        yield 1
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        list(executor.each(abs, items()))


_prepared = []


def _prepare(word):
    _prepared.append(word)


def _say(_):
    return tuple(_prepared)


def test_the_initializer_runs_before_the_first_item_and_once(kind):
    _prepared.clear()
    with kind(_prepare, ("ready",)) as executor:
        assert {outcome.value for outcome in executor.each(_say, range(6))} == {("ready",)}
        assert {outcome.value for outcome in executor.each(_say, range(6))} == {("ready",)}


def _break():
    raise RuntimeError("no model")


def test_an_initializer_that_fails_is_no_item_s_fault(kind):
    with kind(_break) as executor, pytest.raises(WorkspaceError, match="no model") as caught:
        list(executor.each(abs, [1]))
    for language in ("vi", "en"):
        assert "no model" in words(language).say(caught.value.key, **caught.value.values)


def test_an_initializer_s_own_error_comes_through(kind):
    with kind(_refuse, ("tongket.toml",)) as executor, pytest.raises(RuleError, match=r"settings\.broken"):
        list(executor.each(abs, [1]))


def test_an_executor_may_be_closed_twice(kind):
    executor = kind()
    assert _values(executor.each(abs, [-1])) == [1]
    executor.close()
    executor.close()
