"""Short texts written by hand before they were first run: what a careful reader finds in them, the check finds."""

from __future__ import annotations

import pytest

from tests.check.short.reading import Short, shorts


@pytest.mark.parametrize("short", [pytest.param(one, id=one.name) for one in shorts()])
def test_the_check_finds_what_a_careful_reader_finds(short: Short) -> None:
    codes, read = short.answer
    assert codes == list(short.finds)
    assert read == dict(short.tells)
