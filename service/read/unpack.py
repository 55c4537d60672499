"""The ways of packing that a zip may use, each unpacked within a limit, whatever its headers promise."""

from __future__ import annotations

import zlib

from service.errors import UnreadableReport

STORED, DEFLATED, BZIP2, LZMA = 0, 8, 12, 14
_MEMORY = 128 << 20
"""Most memory that an unpacker may ask for, in bytes."""
_LZMA_HEAD, _LZMA_PROPERTIES = 4, 5
_SIZE_UNKNOWN = b"\xff" * 8


def is_known(method: int) -> bool:
    """Whether this way of packing can be undone."""
    return method in {STORED, DEFLATED, BZIP2, LZMA}


def unpack(packed: memoryview, method: int, ceiling: int) -> bytes:
    """Unpack one member.

    Args:
        packed: Its bytes as they lie in the zip.
        method: How it is packed, one that is known.
        ceiling: The most bytes that may come out.

    Raises:
        UnreadableReport: file.too_large beyond the ceiling, file.corrupt where it is damaged.
    """
    if method == STORED:
        content, ended = bytes(packed[: ceiling + 1]), True
    elif method == DEFLATED:
        content, ended = _inflated(packed, ceiling + 1)
    else:
        content, ended = _others(packed, method, ceiling + 1)
    if len(content) > ceiling:
        raise UnreadableReport("file.too_large")
    if not ended:
        raise UnreadableReport("file.corrupt", "damaged")
    return content


def _inflated(packed: memoryview, most: int) -> tuple[bytes, bool]:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return engine.decompress(packed, most), engine.eof
    except zlib.error:
        raise UnreadableReport("file.corrupt", "damaged") from None


def _others(packed: memoryview, method: int, most: int) -> tuple[bytes, bool]:
    """What other archivers than Windows' own may use when they are told to pack well."""
    import bz2  # noqa: PLC0415 - hardly any file needs these
    import lzma  # noqa: PLC0415

    try:
        if method == BZIP2:
            engine = bz2.BZ2Decompressor()
            return engine.decompress(packed, most), engine.eof
        # The stream of an .lzma file, but for the head; where it ends is told by the size that the zip gives.
        engine_of_alone = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_MEMORY)
        properties = packed[_LZMA_HEAD : _LZMA_HEAD + _LZMA_PROPERTIES]
        stream = bytes(properties) + _SIZE_UNKNOWN + bytes(packed[_LZMA_HEAD + _LZMA_PROPERTIES :])
        return engine_of_alone.decompress(stream, most), True
    except (OSError, EOFError, ValueError, lzma.LZMAError):
        raise UnreadableReport("file.corrupt", "damaged") from None
