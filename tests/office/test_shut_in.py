"""What a stranger's document asks for when it opens: nothing leaves the machine, nothing is read, nothing runs."""

from __future__ import annotations

import socket
import sys
import threading

import pytest

from service import office
from service.model.manuscript import Format
from service.office import convert, process, profile
from service.read import read
from tests.office import strangers

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(office.find() is None, reason="LibreOffice isn't installed"),
]
SECRET = "điều không ai được đọc"


class Listener:
    """Counts who comes to a port of this machine."""

    def __init__(self):
        self.callers = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self):
        while True:
            caller, _ = self._socket.accept()
            with caller:
                asked = caller.recv(4096)
                if asked == b"enough":
                    return
                self.callers.append(asked)
                caller.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    def heard(self):
        with socket.create_connection(self._socket.getsockname()) as last:
            last.sendall(b"enough")
        self._thread.join(30)
        self._socket.close()
        return self.callers


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
def own_office(monkeypatch):
    """A LibreOffice for the test alone, that has served before, so that the next document meets a running one."""
    mine = convert._Office()
    mine._asked = True
    monkeypatch.setattr(convert, "_OFFICE", mine)
    yield mine
    mine.close()


def with_network(monkeypatch):
    sound = profile.environment
    for module in (convert, convert.warm):
        monkeypatch.setattr(module, "environment", lambda home: sound(home) | {"TONGKET_GUARD_NETWORK": "1"})


def documents(address, folder):
    secret = folder / "bi-mat.txt"
    secret.write_text(SECRET, "utf-8")
    mark = folder / "da-chay"
    macro = f'Sub Main\nn = FreeFile\nOpen "{mark}" For Output As #n\nClose #n\nStarDesktop.terminate()\nEnd Sub'
    return mark, (
        (Format.HTML, strangers.page(address)),
        (Format.RTF, strangers.rich_text(address, secret.as_uri())),
        (Format.ODT, strangers.open_document(address, secret.as_uri(), macro)),
    )


@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
def test_by_its_settings_alone_it_calls_nobody_reads_nothing_and_runs_nothing(
    monkeypatch, tmp_path, own_office, listener, warm
):
    with_network(monkeypatch)
    own_office._possible = warm and own_office._possible
    mark, strange = documents(listener.address, tmp_path)
    for form, data in strange:
        words = [one.text for one in read(office.to_docx(data, form)).paragraphs]
        assert any(strangers.WORDS.strip() in text for text in words), form
        assert not any(SECRET in text for text in words), form
    assert listener.heard() == []
    assert not mark.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has networks of one's own")
def test_without_its_settings_there_is_still_no_network(monkeypatch, own_office, listener):
    monkeypatch.setattr(profile, "_SETTINGS", ())
    own_office._possible = False
    office.to_docx(strangers.page(listener.address), Format.HTML)
    assert listener.heard() == []


def test_those_documents_would_call_if_they_were_let(monkeypatch, tmp_path, own_office, listener):
    with_network(monkeypatch)
    monkeypatch.setattr(profile, "_SETTINGS", ())
    own_office._possible = False
    for form, data in documents(listener.address, tmp_path)[1]:
        office.to_docx(data, form)
    assert len(listener.heard()) >= 3


def test_that_macro_would_run_if_it_were_let(monkeypatch, tmp_path):
    monkeypatch.setattr(profile, "_SETTINGS", ((profile._SECURITY, "MacroSecurityLevel", "0"),))
    mark, [*_, (_, data)] = documents("http://127.0.0.1:9", tmp_path)
    strange = tmp_path / "strange.odt"
    strange.write_bytes(data)
    command = [office.find(), *profile.options(profile.make_profile(tmp_path)), str(strange)]
    process.run(command, 60, profile.environment(tmp_path), tmp_path / "none")
    assert mark.exists()
