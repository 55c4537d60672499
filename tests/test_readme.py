"""The README can't drift from the program."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from service import errors
from service.cli.commands import tongket

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", tongket.list_commands(click.Context(tongket)))
def test_every_command_is_told(name):
    assert f"`tongket {name}" in README


@pytest.mark.parametrize(
    "error",
    [errors.UsageError, errors.RuleError, errors.WorkspaceError, errors.TemplateError],
    ids=lambda e: e.__name__,
)
def test_every_exit_code_is_told(error):
    assert f"\n| {error.exit_code} | " in README


def test_every_picture_and_link_is_there():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(targets) >= 4
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("target", re.findall(r"`make (\w+)`", README))
def test_every_make_target_is_there(target):
    assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8")


def test_the_printed_demo_is_a_real_one():
    demo = README.split("<!-- demo -->")[1].split("<!-- /demo -->")[0]
    assert "ĐƠN VỊ" in demo
    assert demo.count("Hội Khuyến học") >= 10
