"""What the reader owes for any bytes whatever."""

from __future__ import annotations

import time

from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.outline import outline
from service.read import read, sniff

CODES = {"file.empty", "file.corrupt", "file.encrypted", "file.not_word", "file.too_large", "file.image_only"}
SECONDS = 5.0
"""Of this process's time, for a file of some kilobytes."""


def keeps_its_oath(data: bytes, name: str = "") -> str:
    """Read the bytes; AssertionError where more than a declared refusal comes of it, or it takes too long.

    Returns:
        "read", or the code of the refusal.
    """
    start = time.process_time()
    outcome = _outcome(data, name)
    taken = time.process_time() - start
    assert taken < SECONDS, f"{taken:.1f} s for {len(data)} bytes"
    return outcome


def _outcome(data: bytes, name: str) -> str:
    assert isinstance(sniff(data, name), Format)
    refusal = None
    try:
        outline(read(data, name))
    except UnreadableReport as error:
        refusal = error
    if refusal is None:
        return "read"
    assert refusal.key in CODES, refusal
    # A cause is given where the net below everything caught what nobody had foreseen.
    assert "cause" not in refusal.values, repr(refusal.__cause__)
    return refusal.key
