"""The service ends when it is asked to, at once where it waits, and another one is refused meanwhile."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PDF = ROOT / "tests" / "corpus" / "bad" / "bc-that-la-pdf.docx"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "TONGKET_LANGUAGE": ""}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals of this kind")


class Service:
    def __init__(self, root):
        command = [sys.executable, "-m", "service", "run", str(root)]
        self.process = subprocess.Popen(
            command,
            cwd=root,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines = []
        self._reader = threading.Thread(target=lambda: self.lines.extend(iter(self.process.stdout.readline, "")))
        self._reader.start()

    def wait_for(self, word):
        until = time.monotonic() + 60
        while not any(word in line for line in self.lines):
            assert time.monotonic() < until, self.lines
            assert self.process.poll() is None, self.lines
            time.sleep(0.05)

    def end(self):
        self.process.kill()
        self.process.wait(30)
        self._reader.join(30)
        self.process.stdout.close()


@pytest.fixture
def service(workspace):
    settings = workspace / "tongket.toml"
    # So long that only being woken explains a quick end.
    settings.write_text(settings.read_text("utf-8").replace("scan_seconds = 0.1", "scan_seconds = 600"), "utf-8")
    running = Service(workspace)
    yield running
    running.end()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_service_cleanly_and_soon(service, workspace, number):
    shutil.copy(PDF, workspace / "inbox")
    service.wait_for("Đã xem xét: bc-that-la-pdf.docx")
    while not (workspace / "outbox" / "index.html").is_file():
        time.sleep(0.05)
    service.process.send_signal(number)
    assert service.process.wait(20) == 0
    service.end()
    assert "Đã dừng." in service.lines[-1]
    assert not (workspace / ".tongket" / "holder.json").exists()


def test_a_second_service_is_refused_and_says_who_holds_the_workspace(service, workspace):
    service.wait_for("Đang theo dõi")
    while not (workspace / ".tongket" / "holder.json").exists():
        time.sleep(0.05)
    command = [sys.executable, "-m", "service", "run", str(workspace), "--once"]
    second = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False, timeout=60)
    assert second.returncode == 4
    assert f"tiến trình {service.process.pid}" in second.stderr.decode("utf-8")


def test_a_running_service_waits_out_an_outbox_that_cannot_be_written(service, workspace):
    service.wait_for("Đang theo dõi")
    while not (workspace / "outbox" / "index.html").is_file():
        time.sleep(0.05)
    shutil.rmtree(workspace / "outbox")
    (workspace / "outbox").write_bytes(b"")
    shutil.copy(PDF, workspace / "inbox")
    service.wait_for("Không ghi được tệp")
    (workspace / "outbox").unlink()
    shutil.copy(PDF, workspace / "inbox" / "nữa.docx")  # wakes it; 600 seconds are long
    until = time.monotonic() + 30
    while len(list((workspace / "outbox").rglob("result.json"))) < 2:
        assert time.monotonic() < until, service.lines
        time.sleep(0.05)
    assert sum("Không ghi được tệp" in line for line in service.lines) <= 2
