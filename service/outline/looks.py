"""What one paragraph shows of itself: its label, style and looks, and lines that are never headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.language import opening, words_in
from service.outline.labels import Label, read_label

if TYPE_CHECKING:
    from service.model.manuscript import Paragraph

SENTENCE_END = (".", ";", ",", "!", "?", "./")
_CAPTION = re.compile(
    r"(?:bảng|biểu|hình|ảnh|sơ đồ|biểu đồ)(?: (?:số )?[0-9ivx]+)?\s*[.:\-]|(?:đơn vị tính|đvt|ảnh)\s*:"
    r"|(?:ghi chú|chú thích|lưu ý|nguồn(?: số liệu)?)\s*:"
)
CLOSING = re.compile(
    r"nơi nhận|(?:t/?m|tm\.|kt\.|thay mặt)[. ]*(?:ban|bch|btv|đoàn|chủ tịch)|chủ tịch$|phó chủ tịch$|- ?như trên"
    r"|kính gửi|kính thưa|[^.]{0,60}cộng hòa xã hội chủ nghĩa"
    r"|độc lập - tự do|đảng cộng sản việt nam$|người (?:lập|viết)"
    r"|[^,.;:]{2,30}, (?:ngày[^,;:]{1,10})?tháng[^,;:]{1,8}năm"
)
ENUMERATED = re.compile(
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là(?![^\W_])"
    r"|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W_])"
)
_LINE = 60
"""No heading has more words."""
_LONGEST_MOTTO = 120
_OF_SECTIONS = re.compile(
    r"mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|phương hướng|kết quả|bài học|kiến nghị|đề xuất|hạn chế|ưu điểm|tồn tại"
    r"|nguyên nhân|thuận lợi|khó khăn|tổ chức|đánh giá|tình hình|công tác|vấn đề"
)
"""What sections are of: "Mục tiêu - Nhiệm vụ - Giải pháp" is a title."""
_DASH = re.compile(r"\s[-–—]\s|\s?[–—]\s?")
_FRAME = re.compile(
    r"(?:lời )?mở đầu|lời nói đầu|lời giới thiệu|đặt vấn đề|(?:lời )?kết luận|lời kết|(?:phần )?kết thúc"
)
_SYMBOL = re.compile(r"[^\W_][-/][^\W_]")


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or an item of a list does, perhaps inside quotes."""
    return text.rstrip('”"’» ').endswith(SENTENCE_END)


def label_of(paragraph: Paragraph) -> Label:
    """The label of a paragraph, typed or automatic."""
    return read_label(paragraph.text, paragraph.label)


def style_level(paragraph: Paragraph) -> int | None:
    """The level that the paragraph's style gives it, from 1; None for body text."""
    level = paragraph.look.outline_level
    return level + 1 if level is not None else None


def in_capitals(paragraph: Paragraph) -> bool:
    """Whether a paragraph is in capitals; a document's symbol in it ("281/QĐ-TTg") may keep its small letters."""
    if paragraph.look.capitals:
        return True
    text = paragraph.text
    if ("/" not in text and "-" not in text) or words_in(text) > _LINE or text.isupper():
        return False  # what is all in capitals and doesn't look so stands among others like it
    words = [word for word in text.split() if not _SYMBOL.search(word)]
    return len(words) >= 3 and " ".join(words).isupper()


def is_caption(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the caption of a table or picture."""
    return bool(_CAPTION.match(opening(paragraph.text))) and style_level(paragraph) is None


def is_motto(text: str) -> bool:
    """Whether a line is a motto: three or more short demands between dashes ("Đoàn kết - Sáng tạo - Hiệu quả")."""
    if len(text) > _LONGEST_MOTTO or sum(map(text.count, "-–—")) < 2 or _OF_SECTIONS.search(opening(text)):
        return False
    parts = _DASH.split(text.strip('“”"!. '))
    return len(parts) > 2 and all(words_in(part) <= 4 and not any(map(str.isdecimal, part)) for part in parts)


def is_frame(words: str) -> bool:
    """Whether a title opens or closes a whole report ("MỞ ĐẦU", "Kết luận"): it stands beside its parts, in none."""
    return _FRAME.fullmatch(opening(words).strip(" :.")) is not None


def is_annex(paragraph: Paragraph) -> bool:
    """Whether it begins an annex ("PHỤ LỤC", "Phụ lục 1: Số liệu")."""
    return opening(paragraph.text).startswith("phụ lục")


def is_framed(paragraph: Paragraph) -> bool:
    """Whether it stands in a table or text box."""
    return paragraph.place.table is not None or paragraph.place.text_box


def is_plain(paragraph: Paragraph) -> bool:
    """Whether neither capitals nor a frame set it off."""
    return not (in_capitals(paragraph) or is_framed(paragraph))
