import sys

import pytest

from service import cli


@pytest.fixture
def tongket(monkeypatch, capsys):
    """Runs the command line in this process; returns exit code, what it printed and what it complained of."""

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["tongket", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return call


@pytest.fixture
def workspace(tmp_path, tongket, monkeypatch):
    """A fresh workspace that works in this process and doesn't wait."""
    root = tmp_path / "không gian"
    tongket("init", root)
    quick(root / "tongket.toml")
    monkeypatch.delenv("TONGKET_LANGUAGE", raising=False)
    return root


def quick(settings):
    text = settings.read_text("utf-8")
    for old, new in (
        ('executor = "processes"', 'executor = "inline"'),
        ("settle_seconds = 2", "settle_seconds = 0"),
        ("incomplete_seconds = 10", "incomplete_seconds = 0"),
        ("scan_seconds = 5", "scan_seconds = 0.1"),
    ):
        assert old in text
        text = text.replace(old, new)
    settings.write_text(text, "utf-8")
