"""Being woken: fakes for what the system does, and one short look at the real thing."""

import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from service.inbox.watch import Watch
from service.words import words

ROOT = Path(__file__).parents[2]


class FakeObserver:
    """Watchdog's observer, told by the test what happens."""

    made: list["FakeObserver"] = []  # noqa: RUF012  # one list for all is the point

    def __init__(self):
        FakeObserver.made.append(self)
        self.handler = None
        self.living = False
        self.emitters = (SimpleNamespace(is_alive=lambda: self.living),)

    def schedule(self, handler, _path, *, recursive):
        assert recursive
        self.handler = handler

    def start(self):
        self.living = True

    def stop(self):
        self.living = False

    def is_alive(self):
        return self.living

    def join(self, _seconds):
        pass

    def tell(self, kind):
        self.handler.dispatch(SimpleNamespace(event_type=kind))


@pytest.fixture(autouse=True)
def _no_old_observers():
    FakeObserver.made.clear()


@pytest.mark.parametrize("kind", ["created", "modified", "moved", "closed", "deleted"])
def test_what_may_bring_a_file_wakes(tmp_path, kind):
    watch = Watch(tmp_path, observer=FakeObserver)
    FakeObserver.made[0].tell(kind)
    assert watch._woken.is_set()


@pytest.mark.parametrize("kind", ["opened", "closed_no_write", "attrib"])
def test_our_own_reading_does_not_wake(tmp_path, kind):
    watch = Watch(tmp_path, observer=FakeObserver)
    FakeObserver.made[0].tell(kind)
    assert not watch._woken.is_set()


def test_a_wake_before_the_wait_is_not_lost_and_counts_once(tmp_path):
    watch = Watch(tmp_path, observer=FakeObserver)
    watch.wake()
    begun = time.monotonic()
    watch.wait(60)
    assert time.monotonic() - begun < 30
    assert not watch._woken.is_set()


def test_a_stopped_watch_does_not_wait(tmp_path):
    watch = Watch(tmp_path, observer=FakeObserver)
    watch.stop()
    watch.stop()
    begun = time.monotonic()
    watch.wait(60)
    watch.wait(60)
    assert time.monotonic() - begun < 30
    assert not watch.watching


def test_without_events_there_is_the_clock_and_one_warning(tmp_path):
    warnings = []

    def exhausted():
        raise OSError(24, "inotify instance limit reached")

    watch = Watch(tmp_path, warnings.append, exhausted)
    watch.wait(0)
    assert not watch.watching
    assert warnings == ["inbox.not_watching"]
    assert words("vi").say(warnings[0])
    watch.stop()


def test_an_observer_that_fails_half_way_is_put_away(tmp_path):
    class Half(FakeObserver):
        def start(self):
            super().start()
            raise OSError(28, "inotify watch limit reached")

    watch = Watch(tmp_path, observer=Half)
    assert not watch.watching
    assert not FakeObserver.made[0].living


def test_a_folder_that_was_replaced_is_watched_anew_and_looked_at_once(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    watch = Watch(folder, observer=FakeObserver)
    folder.rename(tmp_path / "old")
    watch.wait(0)
    assert len(FakeObserver.made) == 1
    folder.mkdir()
    watch.wait(0)
    assert [observer.living for observer in FakeObserver.made] == [False, True]
    assert watch.watching


def test_a_folder_that_comes_later_is_watched_then(tmp_path):
    watch = Watch(tmp_path / "inbox", observer=FakeObserver)
    assert not watch.watching
    (tmp_path / "inbox").mkdir()
    watch.wait(0)
    assert watch.watching


def test_an_observer_that_died_is_replaced(tmp_path):
    watch = Watch(tmp_path, observer=FakeObserver)
    FakeObserver.made[0].living = False
    watch.wait(0)
    assert watch.watching


def test_the_rooms_of_the_inbox_come_without_watchdog():
    code = (
        "import sys, service.inbox.watch, service.inbox.scan, service.inbox.staging, service.inbox.releasing;"
        "sys.exit('watchdog' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_real_file_wakes_a_real_watch(tmp_path):
    watch = Watch(tmp_path)
    if not watch.watching:
        pytest.skip("this machine can't watch")
    (tmp_path / "below").mkdir()
    watch.wait(5)
    writing = threading.Timer(0.1, (tmp_path / "a.docx").write_bytes, [b"x"])
    writing.start()
    begun = time.monotonic()
    watch.wait(20)
    took = time.monotonic() - begun
    writing.join()
    watch.stop()
    assert took < 10
