"""Whether results are compared with what the unit's own resolution set, in words or in a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context, Line
    from service.language import Hit

OTHERS_AFTER = re.compile(
    r" ?(?:của |đại hội |hội (?!đồng)|liên hiệp |đại biểu )*"
    r"(?:đảng|đại biểu đảng|toàn quốc|đại biểu toàn quốc|công đoàn|đoàn |phụ nữ|nông dân|hội đồng nhân dân"
    r"|hđnd|quận ủy|huyện ủy|thành ủy|quyết định|đề án|kế hoạch số|trung ương|số [0-9]|[0-9]+[-/]|cấp trên)"
)
_OTHERS_BEFORE = re.compile(
    r"(?:đảng bộ|đảng ủy|hđnd|hội đồng nhân dân|quyết định|đề án|ủy ban nhân dân|cấp trên)[^.;,]{0,40}$"
)
_SET = re.compile(
    r"[^.;:]{0,30}(?::|(?<![^\W_])(?:là|giao|đề ra|đặt ra|xác định|yêu cầu)(?![^\W_]))[^.;%]{0,45}[0-9]"
    r"|[^.;:0-9]{0,12}[0-9]+(?:,[0-9]+)? ?%"
)
_CONGRESS_SET = re.compile(
    r"(?<![^\W_])đại hội(?! đảng)[^.;]{0,60} (?:đề ra|giao|xác định|đặt ra|quyết nghị|quyết định|phấn đấu)"
    r"[^.]{0,90}[0-9]"
)
_REACHED = re.compile(
    r"đạt|vượt|hoàn thành|(?<![^\W_])(?:bằng [0-9]|(?:nay|hiện|thì)(?: [^\W\d_]+){0,3} (?:có|được|đã))(?![^\W_])"
)
_SCORE = re.compile(r"[0-9]+ ?/ ?[0-9]+ (?:chỉ tiêu|mục tiêu)")
_TABLE_TARGET = re.compile(r"nghị quyết|chỉ tiêu|mục tiêu|kế hoạch|(?<![^\W_])nq|(?<![^\W_])kh(?![^\W_])|đại hội|giao")
_TABLE_RESULT = re.compile(r"kết quả|thực hiện|đạt|(?<![^\W_])(?:th|kq|ước)(?![^\W_])|đánh giá")
_ONLY_CARRIED_OUT = re.compile(
    r"(?<!kết quả )(?<!tình hình )(?<!việc )(?:thực hiện|triển khai|quán triệt|tuyên truyền|học tập"
    r"|phổ biến|bám sát|giao"
    r"|cụ thể hóa|xây dựng|ban hành|theo)(?: các| những| tốt| có hiệu quả| thắng lợi)* ?$"
)
_NUMBER_AFTER = re.compile(r" (?:khoảng |gần |trên |hơn )?[0-9]")
_NEAR = 130
"""So many characters may stand between a target and its verdict."""


def compared(case: Case, context: Context, lines: Sequence[Line]) -> bool:
    """Whether anything in some lines, or elsewhere in the past part, compares a result with what was set."""
    told = {line.paragraph for line in lines if context.zone(line.paragraph) is not Zone.FUTURE}
    past = [line for line in case.lines if line.paragraph in told or context.zone(line.paragraph) is Zone.PAST]
    return any(_in_words(line) or _in_table(case, line) for line in past)


def _in_words(line: Line) -> bool:
    """A target and a verdict near each other in one sentence, or a target with its figure."""
    if _CONGRESS_SET.search(line.folded) and _REACHED.search(line.folded):
        return True
    if (score := _SCORE.search(line.folded)) and not _of_others(line, score.start(), score.end()):
        return True
    for target in line.of("compare.target"):
        if _of_others(line, target.start, target.end) or _ONLY_CARRIED_OUT.search(line.folded[: target.start]):
            continue
        if _verdict_near(line, target) or _SET.match(line.folded, target.end):
            return True
    return False


def _of_others(line: Line, start: int, end: int) -> bool:
    """Whether the target is someone else's ("chỉ tiêu Đảng bộ giao")."""
    before, after = line.folded[max(0, start - 60) : start], line.folded[end : end + 30]
    return bool(OTHERS_AFTER.match(after) or _OTHERS_BEFORE.search(before))


def _verdict_near(line: Line, target: Hit) -> bool:
    start = max(line.folded.rfind(mark, 0, target.start) for mark in (". ", "\n", "!")) + 1
    stop = line.folded.find(". ", target.end)
    sentence_end = stop if stop != -1 else len(line.folded)
    return any(
        start <= verdict.start < sentence_end and abs(verdict.start - target.start) < _NEAR
        for verdict in line.of("compare.verdict")
        if _is_verdict(line, verdict)
    )


def _is_verdict(line: Line, hit: Hit) -> bool:
    """Whether a word judges a result ("vượt 2%"), and doesn't belong to another saying ("vượt khó")."""
    if hit.phrase == "bằng":
        return bool(_NUMBER_AFTER.match(line.folded, hit.end))
    return not any(other.start <= hit.start and hit.end <= other.end for other in line.of("compare.not"))


def _in_table(case: Case, line: Line) -> bool:
    """A column of targets beside one of results."""
    place = line.source.place
    if place.table is None or place.row not in (0, 1) or not _TABLE_TARGET.search(line.folded):
        return False
    table = case.manuscript.tables[place.table]
    heads = [fold(cell.text) for cell in table.cells if cell.row == place.row and cell.column != place.column]
    return any(_TABLE_RESULT.search(head) for head in heads)
