"""What stands before the root element of an XML part: told without parsing, so that every part can be looked at."""

from __future__ import annotations

import re

from service.errors import UnreadableReport

_WIDE = (
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip
_SPACE = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*+")
_SKIPPED = ((b"<?", b"?>"), (b"<!--", b"-->"))
_MOST = 10_000
"""So many declarations and comments are followed."""


def refuse_doctype(part: bytes) -> None:
    """Raise UnreadableReport where a part begins with a DOCTYPE; words of one further in are only words."""
    encoding = next((name for head, name in _WIDE if part.startswith(head)), None)
    if encoding is not None:
        part = part.decode(encoding, "ignore").removeprefix("\ufeff").encode("utf-8", "ignore")
    at = 0
    for _ in range(_MOST):
        space = _SPACE.match(part, at)
        at = space.end() if space else at
        closing = next((end for opening, end in _SKIPPED if part.startswith(opening, at)), None)
        end = part.find(closing, at) if closing is not None else -1
        if closing is None or end < 0:
            break
        at = end + len(closing)
    else:
        raise UnreadableReport("file.too_large", "intricate")
    if part.startswith(b"<!DOCTYPE", at):
        raise UnreadableReport("file.corrupt", "doctype")
