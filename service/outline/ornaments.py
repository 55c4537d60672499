"""What decorates a line and says nothing: "~ BÀI HỌC ~", "*** KẾT QUẢ ***", "★ Mục tiêu", "📌 II. Nhiệm vụ"."""

from __future__ import annotations

import re

_PICTURES = "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_BULLETS = "●○▪❖✓➢"
"""Pictures that are labels of their own."""
_RULES = "*=_#+-"
"""Two of them or more make a rule; one may be a bullet or a sign of arithmetic."""
_PICTURE = rf"(?![{_BULLETS}])[{_PICTURES}]"
_SIGN = rf"(?:{_PICTURE}|~|[{_RULES}]{{2,}})"
# Compiled by `re` when first used: few files need them.
_BEFORE = rf"\s*(?:{_SIGN}\s*)+"
_FIRST = frozenset("~" + _RULES)
_PICTURED = "\u2190"
"""No picture comes before it in Unicode, and few letters of a report after it."""


def undressed(text: str) -> tuple[int, int]:
    """Where the words of a line begin and end within its ornaments; all of it where it has none, or nothing else."""
    first = text.lstrip()[:1]
    if first not in _FIRST and first < _PICTURED:
        return 0, len(text)
    before = re.match(_BEFORE, text)
    start = before.end() if before else 0
    end = _end(text, start)
    if not before and _is_dashed(text):
        inner = text.strip()[1:-1]
        return text.index(inner), text.index(inner) + len(inner)
    dressed = start or end < len(text.rstrip())
    return (start, end) if dressed and start < end else (0, len(text))


def _end(text: str, start: int) -> int:
    """Where the words end before the ornaments behind them; each sign is looked at once."""
    end = _before_space(text, start, len(text))
    while end > start:
        first = end
        while first > start and text[first - 1] in _RULES:
            first -= 1
        if end - first >= 2:
            end = first
        elif text[end - 1] == "~" or re.match(_PICTURE, text[end - 1]):
            end -= 1
        else:
            break
        end = _before_space(text, start, end)
    return end


def _before_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _is_dashed(text: str) -> bool:
    """Whether a line in capitals stands between two dashes: "- BÀI HỌC -", "- I -"."""
    line = text.strip()
    return line[:1] in "-–" and line[-1:] == line[:1] and line[1:2] == line[-2:-1] == " " and line.isupper()
