"""Web pages saved as one file: the page itself, taken out of its envelope."""

from __future__ import annotations

import binascii
import re

# Compiled by `re` when first used: few files need them.
_BOUNDARY = rb"(?i)boundary\s*=\s*\"?([^\"\r\n;]{1,200})"
_CHARSET = rb"(?i)charset\s*=\s*\"?([A-Za-z0-9._:-]{1,40})"
_FOLDED = rb"\r?\n[ \t]+"
_BLANK_LINE = rb"\r?\n\r?\n"
_MAX_NESTING = 4


def is_message(head: bytes) -> bool:
    """Whether a file that begins so is a MIME message."""
    head = head[:4000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"mime-version:", b"from:", b"content-type:")) and b"content-type" in head


def page(data: bytes) -> tuple[bytes, bytes]:
    """The first HTML page of a MIME message and its charset's name; empty where there is none."""
    return _page(data, 0)


def _page(data: bytes, depth: int) -> tuple[bytes, bytes]:
    head, content = _parted(data)
    kind = _field(head, b"content-type")
    if kind.lower().startswith(b"multipart/"):
        boundary = re.search(_BOUNDARY, kind)
        if boundary is None or depth >= _MAX_NESTING:
            return b"", b""
        pages = (_page(part, depth + 1) for part in _parts(content, boundary[1].strip()))
        return next((found for found in pages if found[0]), (b"", b""))
    if not kind.lower().startswith((b"text/html", b"application/xhtml")):
        return b"", b""
    charset = re.search(_CHARSET, kind)
    return _decoded(content, _field(head, b"content-transfer-encoding")), charset[1] if charset else b""


def _parted(data: bytes) -> tuple[bytes, bytes]:
    """Headers (long ones on one line) and content."""
    data = data.lstrip()
    end = re.search(_BLANK_LINE, data)
    return (re.sub(_FOLDED, b" ", data[: end.start()]), data[end.end() :]) if end else (b"", b"")


def _field(head: bytes, name: bytes) -> bytes:
    for line in head.splitlines():
        key, _, value = line.partition(b":")
        if key.strip().lower() == name:
            return value.strip()
    return b""


def _parts(content: bytes, boundary: bytes) -> list[bytes]:
    pieces = (b"\n" + content).split(b"\n--" + boundary)
    return [piece for piece in pieces[1:] if not piece.startswith(b"--")]


def _decoded(content: bytes, encoding: bytes) -> bytes:
    if encoding.lower() == b"quoted-printable":
        return binascii.a2b_qp(content)
    if encoding.lower() == b"base64":
        try:
            return binascii.a2b_base64(content)
        except binascii.Error:
            return b""
    return content
