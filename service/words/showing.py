"""Names and words from anywhere, made fit to be shown: on a terminal, in a page, in a Word file, in a message."""

from __future__ import annotations

import os
import re

_SPACES = "\r\n|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]"
# Half characters can't be written as UTF-8; control and direction marks can turn a name around, or drive a terminal.
_UNSHOWABLE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufffe\uffff]"


def shown(text: str | os.PathLike[str]) -> str:
    """A name, path or sentence on one line; what can't be shown, or would mislead the eye, is marked as "�"."""
    said = os.fspath(text)
    return said if said.isprintable() else re.sub(_UNSHOWABLE, "\ufffd", re.sub(_SPACES, " ", said))
