"""How work grows with the size of its input, told by a count that is the same on every machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as many lines of Python run for four times the size; what is loaded once is not counted."""
    work(1)
    return _lines(work, 4 * size) / _lines(work, size)


def _lines(work: Callable[[int], object], size: int) -> int:
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(size)
    finally:
        sys.settrace(before)
    return count
