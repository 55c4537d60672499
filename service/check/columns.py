"""What the columns of a table stand for: what was set, what was reached, one year, a total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from service.check.case import Zone

if TYPE_CHECKING:
    from service.check.case import Context
    from service.check.tables import Grid


class Role(StrEnum):
    """What a column's figures are."""

    RESULT = "result"
    TARGET = "target"
    GOAL = "goal"
    TOTAL = "total"
    YEAR = "year"
    """One year or part of a year."""
    START = "start"
    """The state before the term."""
    SHARE = "share"
    """How far the plan is fulfilled, a difference, or a remark."""
    UNIT = "unit"
    """The unit of measure."""
    PLAIN = "plain"
    """Nothing of all that."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its role."""

    index: int
    role: Role
    head: str
    year: int | None = None


_SHARE: Final = re.compile(
    r"đánh giá|so sánh|so với|tăng|giảm|chênh lệch|ghi chú|hoàn thành|th/nq|kq/nq|th/kh|kq/kh|kq/ct|(?:%|tỉ lệ) ?(?:thực hiện|đạt|hoàn thành|so)|đạt %|xếp loại|\+/-"
)
_TARGET: Final = re.compile(r"nghị quyết|(?<!\w)nq|chỉ tiêu|mục tiêu|kế hoạch|(?<!\w)kh(?!\w)|(?<!\w)ct(?!\w)|đề ra|giao|đăng kí")
_RESULT: Final = re.compile(r"kết quả|thực hiện|đạt được|hiện nay|hiện có|hiện tại|(?<!\w)(?:kq|th)(?!\w)|cuối nhiệm kì|đã đạt|^đạt$|thực tế|số lượng|đến nay")
_GOAL: Final = re.compile(r"phấn đấu|nhiệm kì tới|nhiệm kì mới|khóa mới|5 năm tới")
_START: Final = re.compile(r"đầu nhiệm kì|đầu kì|nhiệm kì trước|khóa trước|đại hội trước")
_TOTAL: Final = re.compile(r"(?:tổng|cộng|tổng cộng|tổng số|cả nhiệm kì|5 năm|toàn (?:quận|huyện|xã|phường|thành phố|nhiệm kì)|lũy kế|tổng 5 năm|cộng 5 năm|toàn khóa)(?: (?:cộng|số|5 năm|cả nhiệm kì|nhiệm kì|trong nhiệm kì|giai đoạn))*(?: ?\(.*\))?")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SPAN: Final = re.compile(r"(?<!\d)((?:19|20)\d\d) ?- ?((?:19|20)\d\d)(?!\d)")
_UNIT: Final = re.compile(r"(?:đvt|đơn vị(?: tính)?|đơn vị đo|đv tính|đ/vị tính)\.?")
_MONEY: Final = re.compile(r"(nghìn|ngàn|triệu|tỉ|1000|1\.000|tr\.?)? ?(đồng(?! chí)|đ(?!\w)|vnđ|vnd)|(?<!\w)(triệu|tỉ)(?= ?\)|$)")
_SCALES: Final = {"nghìn": 1e3, "ngàn": 1e3, "1000": 1e3, "1.000": 1e3, "triệu": 1e6, "tr": 1e6, "tr.": 1e6, "tỉ": 1e9}


def columns(grid: Grid, context: Context) -> tuple[Column, ...]:
    """The columns of figures with their roles."""
    return tuple(_column(grid, index, context) for index in grid.columns)


def _column(grid: Grid, index: int, context: Context) -> Column:
    head = grid.head(index)
    first, last = _term(context.closing)
    new_first, _ = _term(context.opening)
    future = context.zone(grid.paragraph) is Zone.FUTURE or bool(re.search(r"chỉ tiêu[^.]{0,40}(?:20(?:2[1-9]|3\d)|nhiệm kì (?:tới|mới))", grid.caption))
    if _UNIT.fullmatch(head):
        return Column(index, Role.UNIT, head)
    if _START.search(head):
        return Column(index, Role.START, head)
    if _TOTAL.fullmatch(head):
        return Column(index, Role.TOTAL, head)
    if _SHARE.search(head):
        return Column(index, Role.SHARE, head)
    if span := _SPAN.search(head):
        return _spanning(index, head, int(span[1]), new_first, future=future)
    year = max((int(found[1]) for found in _YEAR.finditer(head)), default=None)
    if year is not None:
        return _dated(index, head, year, first, last, new_first)
    return Column(index, _worded(head, future=future), head)


def _spanning(index: int, head: str, start: int, new_first: int | None, *, future: bool) -> Column:
    if new_first is not None and start >= new_first:
        return Column(index, Role.GOAL, head)
    if _RESULT.search(head) or not _TARGET.search(head):
        return Column(index, Role.RESULT, head)
    return Column(index, Role.GOAL if future and new_first is None else Role.TARGET, head)


def _dated(index: int, head: str, year: int, first: int | None, last: int | None, new_first: int | None) -> Column:
    if re.search(r"\d{1,2} tháng|quý|6t", head):
        return Column(index, Role.YEAR, head, year)
    if new_first is not None and year > new_first:
        return Column(index, Role.GOAL, head, year)
    if _TARGET.search(head) and not _RESULT.search(head):
        return Column(index, Role.TARGET, head, year)
    if _RESULT.search(head) and last is not None and last - 1 <= year <= last + 1:
        return Column(index, Role.RESULT, head, year)
    if first is not None and year <= first and "đến" not in head:
        return Column(index, Role.START, head, year)
    return Column(index, Role.YEAR, head, year)


def _worded(head: str, *, future: bool) -> Role:
    if _GOAL.search(head):
        return Role.GOAL
    if _RESULT.search(head):
        return Role.RESULT
    if _TARGET.search(head):
        return Role.GOAL if future else Role.TARGET
    return Role.PLAIN


def _term(term: str | None) -> tuple[int | None, int | None]:
    found = re.fullmatch(r"(\d{4})-(\d{4})", term or "")
    return (int(found[1]), int(found[2])) if found else (None, None)


def unit_of(words: str) -> tuple[str, float]:
    """The unit of measure that a head, a label or a caption names: "percent", "money" with its scale, or neither."""
    if "%" in words or "tỉ lệ" in words:
        return "percent", 1.0
    found = None
    for found in _MONEY.finditer(words):  # noqa: B007 - the last one counts
        pass
    if found is not None:
        return "money", _SCALES.get(found[1] or found[3] or "", 1.0)
    return "", 1.0
