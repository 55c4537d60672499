"""Worker processes that die, hang, or send what can't be read."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.errors import WorkspaceError
from service.executor.interface import Done, Failed, Reason
from service.executor.processes import Processes

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pool():
    with Processes(2, seconds_per_item=30) as pool:
        yield pool


def _die_at_seven(number):
    if number == 7:
        os._exit(1)
    return number


def _kill_at_seven(number):
    if number == 7:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return number


@pytest.mark.parametrize("task", [_die_at_seven, _kill_at_seven])
def test_a_dying_worker_costs_the_one_item_that_it_had(pool, task):
    outcomes = list(pool.each(task, range(20)))
    [failed] = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    assert (failed.item, failed.reason) == (7, Reason.DIED)
    assert sorted(outcome.value for outcome in outcomes if isinstance(outcome, Done)) == [*range(7), *range(8, 20)]


def _die(_):
    os._exit(1)


def test_when_every_item_kills_its_worker_each_has_its_outcome(pool):
    outcomes = list(pool.each(_die, range(6)))
    assert sorted(outcome.item for outcome in outcomes) == list(range(6))
    assert {outcome.reason for outcome in outcomes} == {Reason.DIED}


def _hang_at_three(number):
    while number == 3:
        time.sleep(0.01)
    return number


def test_an_item_that_takes_too_long_is_ended_alone():
    with Processes(2, seconds_per_item=3) as pool:  # long beside what a busy machine needs for the others
        outcomes = list(pool.each(_hang_at_three, range(8)))
    [failed] = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    assert (failed.item, failed.reason) == (3, Reason.TIMED_OUT)
    assert len(outcomes) == 8


def _get_ready_slowly():
    time.sleep(1)


def test_the_time_to_get_ready_is_not_counted_against_an_item():
    with Processes(1, _get_ready_slowly, seconds_per_item=0.9) as pool:
        assert [type(outcome) for outcome in pool.each(abs, [1])] == [Done]


class _Stubborn(Exception):  # noqa: N818
    def __init__(self, one, two):
        super().__init__(f"{one} {two}")


def _be_stubborn(_):
    raise _Stubborn(1, 2)


def test_an_error_that_cannot_travel_is_told_in_words(pool):
    [outcome] = pool.each(_be_stubborn, [1])
    assert outcome.reason is Reason.RAISED
    assert "1 2" in str(outcome.error)


def _unpicklable(_):
    return lambda: None


class _Explosive:
    def __reduce__(self):
        return _explode, ()


def _explode():
    if os.getpid() == _HOME:
        raise ValueError("not here")
    return _Explosive()


_HOME = os.getpid()


def _bring_explosive(home):
    global _HOME  # noqa: PLW0603
    _HOME = home
    return _Explosive()


def test_a_value_that_cannot_travel_is_a_failure(pool):
    [outcome] = pool.each(_unpicklable, [1])
    assert (type(outcome), outcome.reason) == (Failed, Reason.RAISED)
    [outcome] = pool.each(_bring_explosive, [_HOME])
    assert (outcome.reason, str(outcome.error)) == (Reason.RAISED, "not here")


def test_an_item_that_cannot_travel_is_a_failure_and_the_others_are_done(pool):
    item = lambda: None  # noqa: E731
    outcomes = list(pool.each(type, [item, 1, item]))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Done", "Failed", "Failed"]


def _echo(content):
    return content


def test_large_items_and_values_travel(pool):
    content = os.urandom(3_000_000)
    assert [outcome.value == content for outcome in pool.each(_echo, [content] * 3)] == [True] * 3


def _where(_):
    time.sleep(0.02)
    return os.getpid()


def test_workers_stay_warm_between_calls(pool):
    first, second = ({outcome.value for outcome in pool.each(_where, range(6))} for _ in range(2))
    assert first & second
    assert len(first | second) <= 2


def test_a_worker_that_died_while_idle_is_replaced_without_blame(pool):
    pids = {outcome.value for outcome in pool.each(_where, range(6))}
    for pid in pids:
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    deadline = time.monotonic() + 5
    while any(worker.alive for worker in pool._idle) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert [type(outcome) for outcome in pool.each(abs, [1, 2, 3])] == [Done] * 3


def test_one_item_starts_one_worker():
    with Processes(4) as pool:
        list(pool.each(abs, [1]))
        assert len(pool._idle) == 1


def _die_early():
    os._exit(1)


def test_workers_that_never_get_ready_are_no_item_s_fault():
    with Processes(2, _die_early) as pool, pytest.raises(WorkspaceError, match=r"executor\.cannot_start"):
        list(pool.each(abs, range(5)))


_CLOSED_STREAMS = """
import os, sys
if __name__ == "__main__":
    for number in map(int, sys.argv[1]):
        os.close(number)
    from service.executor.processes import Processes
    with Processes(2, seconds_per_item=30) as pool:
        total = sum(outcome.value for outcome in pool.each(abs, range(10)))
    os._exit(total)
"""


@pytest.mark.parametrize("closed", ["0", "01", "012"])
def test_it_works_when_the_parent_s_streams_are_closed(tmp_path, closed):
    script = tmp_path / "closed.py"
    script.write_text(_CLOSED_STREAMS)
    ended = subprocess.run(
        [sys.executable, script, closed], env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60, check=False
    )
    assert ended.returncode == 45


_LEFT_OPEN = """
import sys, time
from service.executor.processes import Processes

def hang(number):
    while number:
        time.sleep(1)
    return number

if __name__ == "__main__":
    outcomes = Processes(2).each(hang, [0, 1, 1, 1])
    print(next(outcomes).value)
    {end}
"""


@pytest.mark.parametrize("end", ["sys.exit(4)", "raise KeyboardInterrupt"])
def test_a_process_that_ends_in_the_middle_does_not_hang(tmp_path, end):
    script = tmp_path / "left_open.py"
    script.write_text(_LEFT_OPEN.format(end=end))
    begun = time.monotonic()
    ended = subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.stdout == "0\n"
    assert ended.returncode != 0
    assert time.monotonic() - begun < 20


_PARENT = """
import os, sys, time
from service.executor.processes import Processes

def where(number):
    return os.getpid()

if __name__ == "__main__":
    pool = Processes(1)
    print([outcome.value for outcome in pool.each(where, [1])][0], flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="asks for a process by its number the POSIX way")
def test_workers_leave_when_their_parent_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    parent = subprocess.Popen(
        [sys.executable, script], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait(30)
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while _runs(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(worker)


def _runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[-1].split()[0] != "Z"
    except FileNotFoundError:
        pass
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not Path("/proc").is_dir()
