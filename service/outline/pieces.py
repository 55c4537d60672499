"""Which documents a file holds, where each begins, and its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from service.language import fold, opening, words_in
from service.outline.labels import LabelKind, read_label
from service.outline.looks import is_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.manuscript import Paragraph

_TYPES = (
    "báo cáo", "dự thảo báo cáo", "tham luận", "bài tham luận", "bản tham luận", "nghị quyết", "dự thảo nghị quyết",
    "dự thảo", "diễn văn", "lời khai mạc", "đề án", "bản kiểm điểm", "chương trình", "kế hoạch", "tờ trình", "biên bản",
    "bài phát biểu", "phát biểu", "tổng hợp ý kiến", "bản tổng hợp", "văn kiện", "thông báo", "hướng dẫn", "quy chế",
    "phụ lục", "biểu", "đề cương", "danh sách", "công văn", "quyết định", "phương án", "tổng hợp", "bài viết", "lịch",
    "lời chào mừng", "lời kêu gọi", "điều lệ", "nội quy", "tự kiểm điểm", "thư",
)  # fmt: skip
_TYPE = re.compile(r"(?:\(?dự thảo\)?\s*)?(?:" + "|".join(_TYPES) + r")(?![^\W_])")
_NATION = re.compile(r"cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam$")
_SIGNED = re.compile(r"(?:t/?m|tm\.|thay mặt)[. ]*(?:ban|đoàn|bch|btv)|nơi nhận")
_BEGINS_TEXT = re.compile(
    r"(?:kính gửi|kính thưa|thưa |căn cứ|thực hiện|thay mặt|trong |năm |nhiệm kì [0-9]|phần |mục lục|được sự|để |từ )"
)
_LETTERHEAD = re.compile(r"(?:số\s*:|số\s*[.…/]|độc lập|[^\W\d_][^,]{1,30}, ngày|-{3,}|_{3,}|\*+$|={3,})")
_OFFICE = re.compile(
    r"cộng hòa|đảng cộng sản|độc lập|hội khuyến học|hkh|trung ương hội|ubnd|ủy ban|đảng bộ|đảng ủy|bch|ban chấp hành"
    r"|trường|sở |số|[^\W\d_][^,]{1,30}, ngày|-{3,}|_{3,}|mục lục"
)
_AROUND = " -*\"'("
"""What may stand around a title."""
_FRONT_LINES = 40
_UNTYPED_LINES = 14
_TITLE_LINES = 7
_LETTERHEAD_LINES = 6
_NEAR_COVER = 8
"""So near the beginning, a title on a new page is that of the same document behind its cover…"""
_NEAR = 3
"""…while further documents may be short."""
_BARE_TYPE = 4
"""A title of so few words is its type alone: the line below says of what."""


_GOES_ON = re.compile(r"(?:và|phương hướng|nhiệm vụ|nhiệm kì|mục tiêu|trình|tại|của|từ|về|khóa|giai đoạn)(?![^\W_])")
"""How a further line of a title begins, where a heading in the same looks could follow, too."""
_HEADING_WORDS, _TEXT_WORDS = 25, 10


class Front(NamedTuple):
    """Where a document's letterhead and title lie."""

    start: int
    front_end: int
    title: str
    title_paragraph: int | None


def fronts(paragraphs: Sequence[Paragraph], contents: frozenset[int]) -> list[Front]:
    """The documents of a file, each with its title, in order; the first begins at 0."""
    starts = _starts(paragraphs)
    ends = [*starts[1:], len(paragraphs)]
    return [_front(paragraphs, start, end, contents) for start, end in zip(starts, ends, strict=True)]


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    starts, signed, last = [0], False, 0
    for paragraph in paragraphs:
        folded = opening(paragraph.text)
        if not folded:
            continue
        far = paragraph.index - last > (_NEAR_COVER if len(starts) == 1 else _NEAR)
        if _SIGNED.match(folded):
            signed = True
        elif far and (
            _is_nation(paragraphs, paragraph, folded, signed) or _is_bound_title(paragraphs, paragraph, signed)
        ):
            last = _letterhead_start(paragraphs, paragraph)
            starts.append(last)
            signed = False
    return starts


def _is_nation(paragraphs: Sequence[Paragraph], paragraph: Paragraph, folded: str, signed: bool) -> bool:
    if not _NATION.match(folded) or len(paragraph.text.strip()) >= 60:
        return False
    return signed or sum(len(p.text) for p in paragraphs[max(0, paragraph.index - 30) : paragraph.index]) > 600


def _is_bound_title(paragraphs: Sequence[Paragraph], paragraph: Paragraph, signed: bool) -> bool:
    """A title of another document behind the first one's signature; an annex belongs to the report."""
    stands_out = paragraph.look.capitals and (paragraph.look.centred or paragraph.look.bold or signed)
    if not stands_out or _has_neighbours(paragraphs, paragraph) or words_in(paragraph.text) > 40:
        return False
    folded = fold(paragraph.text).strip()
    if folded.startswith(("phụ lục", "biểu", "danh sách")) or read_label(paragraph.text, paragraph.label).text:
        return False
    return bool(_TYPE.match(folded)) and (signed or _on_new_page(paragraphs, paragraph))


def _on_new_page(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a page begins with it, or with the lines of a letterhead right above it."""
    for above in reversed(paragraphs[max(0, paragraph.index - _LETTERHEAD_LINES) : paragraph.index + 1]):
        if above.look.page_break_before:
            return True
        if above is not paragraph and above.text.strip() and not _letterhead_line(above):
            return False
    return False


def _has_neighbours(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether it shares its table with others; a table of its own only frames it."""
    table = paragraph.place.table
    beside = paragraphs[max(0, paragraph.index - 1) : paragraph.index + 2 : 2]
    return table is not None and any(other.place.table == table for other in beside)


def _letterhead_start(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> int:
    """The first paragraph of the table, or of the short lines, that the nation's name stands in."""
    start = paragraph.index
    if paragraph.place.table is not None:
        while start and paragraphs[start - 1].place.table == paragraph.place.table:
            start -= 1
        return start
    while start and paragraph.index - start < 4 and _letterhead_line(paragraphs[start - 1]):
        start -= 1
    return start


def _letterhead_line(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return bool(text) and paragraph.look.capitals and words_in(text) < 12 and not _SIGNED.match(opening(text))


def _front(paragraphs: Sequence[Paragraph], start: int, end: int, contents: frozenset[int]) -> Front:
    at = _title_line(paragraphs, start, end, contents)
    if at is None:
        at = _untyped_title(paragraphs, start, end, contents)
    if at is None:
        return Front(start, _letterhead_end(paragraphs, start, end), "", None)
    lines, following = _title_lines(paragraphs, at, end, contents)
    return Front(start, following, " ".join(" ".join(lines).split()), at)


def _title_line(paragraphs: Sequence[Paragraph], start: int, end: int, contents: frozenset[int]) -> int | None:
    candidates = [p for p in paragraphs[start : min(end, start + _FRONT_LINES)] if p.index not in contents]
    for paragraph in candidates:
        if not _TYPE.match(opening(paragraph.text).strip(_AROUND)):
            continue
        folded = fold(paragraph.text).strip(_AROUND)
        if words_in(folded) > 45:
            continue
        look = paragraph.look
        if (
            look.capitals
            or look.centred
            or look.bold
            or paragraph.text.lstrip('( *"“').startswith(("BÁO CÁO", "DỰ THẢO"))
        ):
            return paragraph.index
        if paragraph.place.table is None and _plain_title(paragraph.text.strip(), folded):
            return paragraph.index
    return None


def _plain_title(text: str, folded: str) -> bool:
    """A title that nothing makes stand out: its type alone on a line, or a line that is no sentence."""
    words = words_in(folded)
    return words <= 3 or (folded.startswith("báo cáo") and words <= 30 and not text.endswith((".", ",", ";", ":")))


def _untyped_title(paragraphs: Sequence[Paragraph], start: int, end: int, contents: frozenset[int]) -> int | None:
    """A title that names no type of document: the first centred line that stands out and is no letterhead."""
    for paragraph in paragraphs[start : min(end, start + _UNTYPED_LINES)]:
        text, look = paragraph.text.strip(), paragraph.look
        if not text or paragraph.index in contents:
            continue
        begins = opening(text)
        outside = paragraph.place.table is None and not paragraph.place.text_box
        stands_out = look.centred and (look.bold or look.capitals)
        labelled = read_label(paragraph.text, paragraph.label).kind is not LabelKind.NONE
        if outside and stands_out and not labelled and words_in(text) >= 3 and not _OFFICE.match(begins):
            return paragraph.index
        if _BEGINS_TEXT.match(begins) or labelled:
            return None
    return None


def _title_lines(paragraphs: Sequence[Paragraph], at: int, end: int, contents: frozenset[int]) -> tuple[list[str], int]:
    lines, index, previous = [paragraphs[at].text], at + 1, paragraphs[at]
    while index < min(end, at + _TITLE_LINES):
        paragraph = paragraphs[index]
        if index in contents or (paragraph.text.strip() and not _continues(paragraphs[at], previous, paragraph)):
            break
        if _is_whole(lines) and paragraph.text.strip() and _ends_title(paragraphs, lines, paragraph, end):
            break
        lines.append(paragraph.text)
        previous = paragraph if paragraph.text.strip() else previous
        index += 1
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
        index -= 1
    return lines, index


def _is_whole(lines: Sequence[str]) -> bool:
    """Whether the lines of a title say more than its type: what it is about, too."""
    told = [
        line.strip() for line in lines if any(sign.isalnum() for sign in line) and not line.lstrip().startswith("(")
    ]
    return len(told) >= 2 or words_in(" ".join(told)) > _BARE_TYPE


def _ends_title(paragraphs: Sequence[Paragraph], lines: Sequence[str], paragraph: Paragraph, end: int) -> bool:
    """Whether a line below a whole title is a rule under it, or the first heading of the text.

    It is a heading behind a remark in brackets, and where lines of its looks stand above text further down, too.
    """
    text = paragraph.text.strip()
    if not any(sign.isalnum() for sign in text):
        return True
    if text.startswith("(") or _GOES_ON.match(opening(text)):
        return False
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    if len(lines) > 1 and last.startswith("(") and last.endswith(")"):
        return True
    return _heads_text(paragraphs, paragraph, end) and any(
        _looks_alike(paragraph, other) and _heads_text(paragraphs, other, end) and _is_below_text(paragraphs, other)
        for other in paragraphs[paragraph.index + 1 : end]
    )


def _looks_alike(one: Paragraph, other: Paragraph) -> bool:
    look, others = one.look, other.look
    return (look.centred, look.bold, look.capitals) == (others.centred, others.bold, others.capitals)


def _is_below_text(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether running text stands right above a line, not a line that it goes on with."""
    above = next(each for each in reversed(paragraphs[: paragraph.index]) if each.text.strip())
    return not above.look.centred and words_in(above.text) >= _TEXT_WORDS


def _heads_text(paragraphs: Sequence[Paragraph], paragraph: Paragraph, end: int) -> bool:
    """Whether a short centred line stands right above running text."""
    if not paragraph.look.centred or not 2 <= words_in(paragraph.text) <= _HEADING_WORDS:
        return False
    below = next((each for each in paragraphs[paragraph.index + 1 : end] if each.text.strip()), None)
    return below is not None and not below.look.centred and words_in(below.text) >= _TEXT_WORDS


def _continues(title: Paragraph, previous: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line below the title still belongs to it."""
    text = paragraph.text.strip()
    if paragraph.place.table != title.place.table or words_in(text) > 40 or is_frame(text):
        return False
    if read_label(text, paragraph.label).kind not in (LabelKind.NONE, LabelKind.STAR, LabelKind.DASH):
        return False
    if _BEGINS_TEXT.match(opening(text)) and not text.startswith("("):
        return paragraph.look.centred and paragraph.look.bold and title.look.centred
    if previous is not title and previous.look.centred and not paragraph.look.centred and text[0].isupper():
        return False  # the lines of the title are centred; what follows is not one
    alike = paragraph.look.centred or (paragraph.look.bold and title.look.bold) or text.startswith("(")
    below = words_in(title.text) <= _BARE_TYPE and paragraph.index == title.index + 1
    if (title.look.centred or title.look.bold) and (alike or not below):
        return alike
    return not text.endswith((".", ";", ":", "!"))


def _letterhead_end(paragraphs: Sequence[Paragraph], start: int, end: int) -> int:
    index = start
    for paragraph in paragraphs[start : min(end, start + _FRONT_LINES)]:
        begins = opening(paragraph.text)
        if _NATION.match(begins) or _LETTERHEAD.match(begins):
            index = paragraph.index + 1
    return index
