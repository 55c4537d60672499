"""TCVN3 (ABC fonts: .VnTime and its kin): one letter a byte, stored as the Latin-1 character of that byte."""

from __future__ import annotations

_LETTERS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
TABLE = {start + offset: letter for start, letters in _LETTERS for offset, letter in enumerate(letters)}
"""Unicode letter for each code point."""


def decode(text: str, *, capitals: bool = False) -> str:
    """Text as typed in a TCVN3 font; `capitals` for the fonts that show small letters as capitals."""
    decoded = text.translate(TABLE)
    return decoded.upper() if capitals else decoded


def is_capitals_font(font: str) -> bool:
    """Whether a .Vn font shows small letters as capitals (.VnTimeH)."""
    return font.rstrip().endswith("H")
