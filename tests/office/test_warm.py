"""LibreOffice that stays: the same words, and no trace of it whatever happens to it or to its owner."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from service import office
from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.office import convert, warm
from service.read import read
from tests.office import strangers
from tests.read.builder import zipped

ROOT = Path(__file__).parents[2]
OLD = next((ROOT / "tests" / "corpus" / "reports").glob("*.doc"))

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(office.find() is None, reason="LibreOffice isn't installed"),
    pytest.mark.skipif(not warm.POSSIBLE, reason="here each document gets a LibreOffice of its own"),
]


def rich(text):
    return ("{\\rtf1\\ansi " + "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) + "\\par}").encode()


@pytest.fixture
def served(monkeypatch):
    """The LibreOffice of this test, standing."""
    mine = convert._Office()
    mine._asked = True
    monkeypatch.setattr(convert, "_OFFICE", mine)
    office.to_docx(rich("một"), Format.RTF)
    assert mine._warm is not None
    yield mine
    mine.close()


def inside(workshop):
    """The processes that belong to a workshop, as handles that tell when they have ended."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if str(workshop).encode() in (place / "cmdline").read_bytes():
                found[int(place.name)] = os.pidfd_open(int(place.name))
        except OSError:
            continue
    return found


def all_ended(handles):
    return all(select.select([handle], [], [], 30)[0] for handle in handles.values())


def words(data, form):
    return [(one.label, one.text) for one in read(office.to_docx(data, form)).paragraphs]


def test_the_words_are_the_same_as_of_one_that_is_started_for_the_document(served):
    documents = (
        (OLD.read_bytes(), Format.DOC),
        (rich(strangers.WORDS), Format.RTF),
        (strangers.page("http://127.0.0.1:9"), Format.HTML),
        (strangers.open_document("http://127.0.0.1:9", "file:///none"), Format.ODT),
    )
    standing = served._warm
    warmly = [words(*document) for document in documents]
    assert served._warm is standing
    served._possible = False
    assert [words(*document) for document in documents] == warmly


def test_one_that_was_killed_is_replaced(served):
    before = served._warm
    victims = inside(before.workshop)
    office_itself = max(victims)
    os.kill(office_itself, signal.SIGKILL)
    assert all_ended({office_itself: victims[office_itself]})
    assert words(rich("hai"), Format.RTF) == [("", "hai")]
    assert words(rich("ba"), Format.RTF) == [("", "ba")]
    assert served._warm is not before
    assert all_ended(victims)
    assert not before.workshop.exists()


def test_one_that_hangs_is_cut_and_replaced(served):
    before = served._warm
    victims = inside(before.workshop)
    for process in victims:
        if process != before._office._guard.pid:
            os.kill(process, signal.SIGSTOP)
    with pytest.raises(UnreadableReport) as caught:
        office.to_docx(rich("hai"), Format.RTF, timeout=1)
    assert (caught.value.key, caught.value.variant) == ("file.corrupt", "conversion")
    assert all_ended(victims)
    assert not before.workshop.exists()
    assert words(rich("ba"), Format.RTF) == [("", "ba")]


def test_a_document_that_cannot_be_opened_leaves_the_next_one_its_turn(served):
    broken = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office:none"})
    with pytest.raises(UnreadableReport):
        office.to_docx(broken, Format.ODT)
    assert [words(rich(text), Format.RTF) for text in ("hai", "ba")] == [[("", "hai")], [("", "ba")]]
    assert served._warm is not None


def test_after_so_many_documents_it_is_replaced(served):
    before = served._warm
    before._left = 1
    assert words(rich("hai"), Format.RTF) == [("", "hai")]
    assert served._warm is before
    assert words(rich("ba"), Format.RTF) == [("", "ba")]
    assert served._warm is not before


def test_one_that_is_forgotten_ends_by_itself(monkeypatch, served):
    served.close()
    monkeypatch.setattr(warm, "FORGOTTEN_AFTER", 0.5)
    standing = warm.Warm(office.find(), float("inf"))
    assert all_ended(inside(standing.workshop))
    assert not standing.fit
    standing.close()


OWNER = """
import sys
from service import office
from service.model.manuscript import Format
from service.office import convert
for number in range(3):
    data = office.to_docx(b"{\\\\rtf1\\\\ansi bao cao %d\\\\par}" % number, Format.RTF)
print(convert._OFFICE._warm.workshop, flush=True)
sys.stdin.read()
"""


def owner():
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    return process, process.stdout


def ended(process, told):
    process.wait()
    told.close()
    process.stdin.close()


@pytest.mark.parametrize("end", ["killed", "left alone"])
def test_nothing_is_left_behind_when_its_owner_is_gone(end):
    process, told = owner()
    workshop = Path(told.readline().strip())
    left = inside(workshop)
    assert len(left) >= 2
    if end == "killed":
        process.kill()
    else:
        process.stdin.close()
    ended(process, told)
    assert all_ended(left)
    assert not workshop.exists()
    assert not any(socket.exists() for socket in warm._sockets(workshop / "profile"))


def test_two_owners_do_not_disturb_each_other():
    owners = [owner() for _ in range(2)]
    workshops = [told.readline().strip() for _, told in owners]
    for process, told in owners:
        process.stdin.close()
        ended(process, told)
    assert len(set(workshops)) == 2
    assert all(workshops)
    assert [process.returncode for process, _ in owners] == [0, 0]
