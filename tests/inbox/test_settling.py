"""When a file is taken for still and whole, by a clock that the test sets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.inbox.seen import Seen, Stamp
from service.inbox.settling import Settling
from service.words import words


def _seen(name="a.docx", size=10, mtime=1, ino=1, *, is_open=False):
    return Seen(Path("inbox") / name, name, "", Stamp(size, mtime, ino), is_open)


class Content:
    """Which files are whole, and how often that was asked."""

    def __init__(self):
        self.partial = set()
        self.asked = 0

    def __call__(self, path):
        self.asked += 1
        return path.name not in self.partial


@pytest.fixture
def content():
    return Content()


@pytest.fixture
def settling(content):
    return Settling(2, 10, content)


def _reasons(settling):
    return [entry.reason.removeprefix("inbox.waiting.") for entry in settling.waiting()]


def test_a_file_is_ready_when_two_looks_far_enough_apart_saw_the_same(settling):
    assert settling.look([_seen()], 0) == ()
    assert settling.look([_seen()], 1.9) == ()
    assert settling.look([_seen()], 2) == (_seen(),)


def test_one_look_is_never_enough(content):
    settling = Settling(0, 0, content)
    assert settling.look([_seen()], 0) == ()
    assert settling.look([_seen()], 0) == (_seen(),)


@pytest.mark.parametrize("change", [{"size": 11}, {"mtime": 2}, {"ino": 2}])
def test_any_change_begins_the_wait_anew(settling, change):
    settling.look([_seen()], 0)
    assert settling.look([_seen(**change)], 2) == ()
    assert settling.look([_seen(**change)], 3.9) == ()
    assert settling.look([_seen(**change)], 4) == (_seen(**change),)


def test_a_mtime_in_the_future_or_the_past_makes_no_difference(settling):
    files = [_seen("a", mtime=-(10**18)), _seen("b", mtime=10**20)]
    settling.look(files, 0)
    assert settling.look(files, 2) == tuple(files)


def test_a_file_in_pieces_is_waited_for_and_then_taken_as_it_is(settling, content):
    content.partial.add("a.docx")
    settling.look([_seen()], 0)
    assert settling.look([_seen()], 9.9) == ()
    assert _reasons(settling) == ["incomplete"]
    assert settling.look([_seen()], 10) == (_seen(),)


def test_a_file_that_becomes_whole_without_a_sign_is_ready_at_once(settling, content):
    content.partial.add("a.docx")
    settling.look([_seen()], 0)
    assert settling.look([_seen()], 3) == ()
    content.partial.clear()
    assert settling.look([_seen()], 4) == (_seen(),)


def test_an_empty_file_is_waited_for_and_then_taken_as_it_is(settling, content):
    settling.look([_seen(size=0)], 0)
    assert settling.look([_seen(size=0)], 5) == ()
    assert _reasons(settling) == ["empty"]
    assert settling.look([_seen(size=0)], 10) == (_seen(size=0),)
    assert content.asked == 0


def test_a_slow_copy_that_goes_on_is_waited_for_as_long_as_it_goes_on(settling, content):
    content.partial.add("a.docx")
    for second in range(0, 100, 5):
        assert settling.look([_seen(size=second + 1)], second) == ()


def test_a_file_open_in_word_is_waited_for_one_minute(settling, content):
    file = _seen(is_open=True)
    settling.look([file], 0)
    assert settling.look([file], 59) == ()
    assert _reasons(settling) == ["open"]
    assert content.asked == 0
    assert settling.look([file], 60) == (file,)


def test_a_file_is_ready_as_soon_as_word_closes_it(settling):
    settling.look([_seen(is_open=True)], 0)
    settling.look([_seen(is_open=True)], 5)
    assert settling.look([_seen()], 6) == (_seen(),)


def test_content_is_not_read_while_a_file_still_changes(settling, content):
    for second in range(5):
        settling.look([_seen(size=second + 1)], second)
    assert content.asked == 0


def test_a_ready_file_is_named_until_it_is_taken(settling):
    settling.look([_seen()], 0)
    assert settling.look([_seen()], 2) == settling.look([_seen()], 3) == (_seen(),)
    settling.taken(_seen())
    assert settling.look([_seen()], 4) == ()
    assert settling.waiting() == ()


def test_a_taken_file_that_changes_is_a_new_version(settling):
    settling.look([_seen()], 0)
    settling.taken(_seen())
    settling.look([_seen(mtime=2)], 2)
    assert settling.look([_seen(mtime=2)], 4) == (_seen(mtime=2),)


def test_a_file_that_changed_while_it_was_taken_is_not_marked(settling):
    settling.look([_seen()], 0)
    settling.look([_seen(mtime=2)], 2)
    settling.taken(_seen())
    assert settling.look([_seen(mtime=2)], 4) == (_seen(mtime=2),)


def test_a_file_that_went_away_is_forgotten_and_settles_anew(settling):
    settling.look([_seen()], 0)
    settling.look([], 1)
    assert settling.waiting() == ()
    assert settling.look([_seen()], 2) == ()


def test_a_postponed_file_says_why_and_is_named_again(settling):
    settling.look([_seen()], 0)
    settling.look([_seen()], 2)
    settling.postponed(_seen().path, "inbox.busy")
    assert [(entry.reason, entry.since) for entry in settling.waiting()] == [("inbox.busy", 0)]
    assert settling.look([_seen()], 3) == (_seen(),)
    settling.postponed(Path("nothing"), "inbox.busy")


def test_each_file_waits_for_itself(settling):
    one, two = _seen("a"), _seen("b")
    settling.look([one], 0)
    settling.look([one, two], 1)
    assert settling.look([two, one], 2) == (one,)
    assert [entry.path.name for entry in settling.waiting()] == ["a", "b"]


def test_every_reason_has_a_sentence():
    for reason in ("changing", "empty", "incomplete", "open", "ready"):
        assert words("vi").has(f"inbox.waiting.{reason}")
        assert words("en").has(f"inbox.waiting.{reason}")


_looks = st.lists(
    st.tuples(st.floats(0, 20), st.integers(0, 2), st.integers(0, 1), st.booleans(), st.booleans()), max_size=12
)


@given(_looks)
def test_whatever_happens_a_ready_file_was_still_and_a_still_file_is_ready_within_a_minute(looks):
    whole = True
    settling = Settling(2, 10, lambda _: whole)
    now, since, last = 0.0, 0.0, None
    for pause, size, mtime, is_open, is_whole in looks:
        now, whole = now + pause, is_whole
        file = _seen(size=size, mtime=mtime, is_open=is_open)
        ready = settling.look([file], now)
        if last != file.stamp:
            since, last = now, file.stamp
            assert ready == ()
            continue
        assert not ready or now - since >= 2
        assert ready or now - since < 60
        assert ready or settling.waiting()
