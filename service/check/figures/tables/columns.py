"""What the columns of a table stand for: what was set, what was reached, one year, a total."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from service.check.case import Zone

if TYPE_CHECKING:
    from service.check.case import Context
    from service.check.figures.tables.tables import Grid


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
    """How far the plan is fulfilled, a difference, a remark, or what a superior set."""
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
    r"đăng kí|đánh giá|so sánh|so với|tăng|giảm|chênh lệch|ghi chú|nhận xét|hoàn thành|th/nq|kq/nq|th/kh|kq/kh|kq/ct|"
    r"(?:nghị quyết|nq|chỉ tiêu|kế hoạch|giao)(?: đề ra)? ?/ ?(?:kết quả|thực hiện|đạt)|"
    r"(?:kết quả|thực hiện|đạt được) ?/ ?(?:nghị quyết|nq|chỉ tiêu|kế hoạch)|"
    r"(?:%|tỉ lệ) ?(?:thực hiện|đạt|hoàn thành|so)|đạt %|xếp loại|\+/-|"
    r"(?:thành phố|tỉnh|quận|huyện|trung ương|cấp trên|trên)(?: hội)? (?:đã )?giao"
)
_TARGET: Final = re.compile(
    r"nghị quyết|(?<!\w)nq|chỉ tiêu|mục tiêu|kế hoạch|(?<!\w)kh(?!\w)|(?<!\w)ct(?!\w)|đề ra|giao|quyết nghị|cam kết|"
    r"đặt ra|(?<!\w)(?:hứa|đặt|mức(?! đạt)|định mức|yêu cầu|phải đạt|cần đạt|đăng kí phấn đấu)(?!\w)|"
    r"^đại hội[^,;]{0,30}$"
)
_RESULT: Final = re.compile(
    r"(?<!phải )(?<!cần )(?<!mức )đạt đến|mức đạt|"
    r"kết quả|thực hiện|đạt được|hiện nay|hiện có|hiện tại|(?<!\w)(?:kq|th)(?!\w)|cuối nhiệm kì|đã đạt|^đạt$|thực tế|"
    r"số lượng|đến nay|được công nhận|số đạt|đạt (?:danh hiệu|chuẩn)|đã công nhận"
)
_GOAL: Final = re.compile(r"phấn đấu|nhiệm kì tới|nhiệm kì mới|khóa mới|5 năm tới")
_START: Final = re.compile(r"đầu nhiệm kì|đầu kì|nhiệm kì trước|khóa trước|đại hội trước")
_TOTAL: Final = re.compile(
    r"(?:tổng|cộng|tổng cộng|tổng số|cả nhiệm kì|5 năm|toàn (?:quận|huyện|xã|phường|thành phố|nhiệm kì)|lũy kế|"
    r"tổng 5 năm|cộng 5 năm|toàn khóa)"
    r"(?: (?:cộng|số|5 năm|cả nhiệm kì|nhiệm kì|trong nhiệm kì|giai đoạn))*(?: ?\(.*\))?"
)
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SPAN: Final = re.compile(r"(?<!\d)((?:19|20)\d\d) ?- ?((?:19|20)\d\d)(?!\d)")
_PART_OF_YEAR: Final = re.compile(r"\d{1,2} tháng|quý|6t")
_UNIT: Final = re.compile(r"(?:đvt|đơn vị(?: tính)?|đơn vị đo|đv tính|đ/vị tính)\.?")
_PLANS: Final = re.compile(r"chỉ tiêu[^.]{0,40}(?:20(?:2[1-9]|3\d)|nhiệm kì (?:tới|mới))")
_MONEY: Final = re.compile(
    r"(?:(nghìn|ngàn|triệu|tỉ|1000|1\.000|tr\.?) ?|(?<!\w)(?<!cộng ))(đồng(?! chí)|đ(?!\w)|vnđ|vnd)|"
    r"(?<!\w)(triệu|tỉ)(?= ?\)|$)"
)
_SCALES: Final = {
    "nghìn": 1e3, "ngàn": 1e3, "1000": 1e3, "1.000": 1e3, "triệu": 1e6, "tr": 1e6, "tr.": 1e6, "tỉ": 1e9,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Terms:
    """The years that tell what a dated column is."""

    first: int | None
    last: int | None
    """First and last year of the closing term."""
    new: int | None
    """First year of the new term."""
    future: bool
    """The table stands among what the new term is to reach."""


def columns(grid: Grid, context: Context) -> tuple[Column, ...]:
    """The columns of figures with their roles."""
    return _settled(tuple(_column(grid, index, context) for index in grid.columns), context)


def _settled(found: tuple[Column, ...], context: Context) -> tuple[Column, ...]:
    """The roles beside each other: several dated results are single years, one year beside a goal is a result."""
    dated = [column for column in found if column.role is Role.RESULT and column.year is not None]
    if len(dated) > 1:
        return tuple(replace(column, role=Role.YEAR) if column in dated else column for column in found)
    years = [column for column in found if column.role is Role.YEAR]
    roles = {column.role for column in found}
    _, last = _term(context.closing)
    if len(years) == 1 and Role.GOAL in roles and Role.RESULT not in roles and years[0].year == last:
        return tuple(replace(column, role=Role.RESULT) if column in years else column for column in found)
    return found


def _column(grid: Grid, index: int, context: Context) -> Column:
    head = grid.head(index)
    first, last = _term(context.closing)
    future = context.zone(grid.paragraph) is Zone.FUTURE or bool(_PLANS.search(grid.caption))
    terms = _Terms(first, last, _term(context.opening)[0], future)
    years = [int(found[1]) for found in _YEAR.finditer(head)]
    if role := _fixed(head):
        return Column(index, role, head)
    if span := _SPAN.search(head):
        return Column(index, _spanning(head, int(span[1]), terms), head)
    if years:
        return Column(index, _dated(head, max(years), terms), head, max(years))
    return Column(index, _worded(head, future=future), head)


def _fixed(head: str) -> Role | None:
    """The role that a head's words tell, whatever years stand in it."""
    if _UNIT.fullmatch(head):
        return Role.UNIT
    if _START.search(head):
        return Role.START
    if _TOTAL.fullmatch(head):
        return Role.TOTAL
    return Role.SHARE if _SHARE.search(head) else None


def _spanning(head: str, start: int, terms: _Terms) -> Role:
    if terms.new is not None and start >= terms.new:
        return Role.GOAL
    if _RESULT.search(head) or not _TARGET.search(head):
        return Role.RESULT
    return Role.GOAL if terms.future and terms.new is None else Role.TARGET


def _dated(head: str, year: int, terms: _Terms) -> Role:
    if _PART_OF_YEAR.search(head):
        return Role.YEAR
    if terms.new is not None and year > terms.new:
        return Role.GOAL
    if _TARGET.search(head) and not _RESULT.search(head):
        return Role.TARGET
    if _RESULT.search(head) and terms.last is not None and terms.last - 1 <= year <= terms.last + 1:
        return Role.RESULT
    before = terms.first is not None and year <= terms.first and "đến" not in head
    return Role.START if before else Role.YEAR


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
