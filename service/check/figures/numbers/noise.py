"""Digits that are no figure: dates, terms, document symbols, clock times, telephone numbers, item labels."""

from __future__ import annotations

import re
from typing import Final

_DATE_WORD: Final = r"(?:ngày|dịp|sáng|chiều|tối|đêm|từ|đến|trước|sau|hết|mùng|mồng|tính|và|kỉ niệm)"
_PLACES: Final = (
    r"(?:phường|xã|thị trấn|thôn|tổ|xóm|khu|chi hội|trường|đơn vị|hộ|cơ sở|trung tâm|dòng họ|cơ quan|làng|hội|quận|"
    r"huyện|ban|gia đình|cộng đồng|đồng chí|doanh nghiệp|chỉ tiêu)"
)
_SYMBOL: Final = (
    r"(?:qđ|nq|ct|kl|kh|bc|tt|nđ|tb|cv|ctr|ctrinh|hd|đa|đu|tw|tư|ttg|tu|hkh|ubnd|ub|qu|hu|cp|ctpt|hđnd|tlđ|bgdđt)"
)

_FEAST: Final = r"(?:ngày|dịp|lễ|tết|kỉ niệm|quốc khánh|thiếu nhi|chào mừng)"

_DAY_MONTH: Final = "(?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|1[0-2])"

_NOISE: Final = tuple(
    (re.compile(part), re.compile(pattern))
    for part, pattern in (
        ("[/.-]", r"(?<!\d)\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d(?!\d)"),  # 30/6/2020
        ("[/.-]", r"(?<![\d.,/])(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:19|20)\d\d(?![\d/%]|[.,]\d)"),  # 6/2020
        ("[-/]", r"(?<![\d.,])(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d)(?![\d%]|[.,]\d)"),  # 2015 - 2020
        ("ngày ", r"(?<=ngày )\d{1,2}(?: tháng \d{1,2})?(?:[ ,]{1,2}năm (?:19|20)\d\d)?(?![\d.,/])"),
        ("ngày ", r"(?<!\w)ngày (?:0?[1-9]|[12]\d|3[01])(?: ?- ?| ?, ?| và | đến )(?=\d)"),  # ngày 22 - 23/9
        (
            "[/-]",
            rf"(?<!\w){_DATE_WORD} (?:0?[1-9]|[12]\d|3[01]) ?[/-] ?(?:0?[1-9]|1[0-2])(?![\d.,]*\d)(?! {_PLACES})",
        ),
        (r"\d\.", r"(?<!\w)(?:ngày|sáng|chiều|tối) (?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?![\d.,]*\d)"),
        ("/", r"(?<![\d.,])0[1-9]/(?:0[1-9]|1[0-2])(?![\d.,]*\d)(?= ?[.,;:)])"),  # 02/10
        ("/", r"(?<![\d.,])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d.,]*\d)(?! ?[^\W\d_])"),  # 20/11
        (
            "/",
            rf"(?<!\w){_FEAST}(?: [^\W\d_]+){{0,6}} {_DAY_MONTH}(?![\d.,]*\d)(?! {_PLACES})",
        ),
        ("[-/]", rf"(?<![\d.,])\d{{1,4}} ?[-/] ?{_SYMBOL}(?![a-zà-ỹ])[\w/-]*"),  # 281/QĐ-TTg
        ("/", rf"(?<![\d.,])\d{{1,4}} ?/ ?(?:19|20)\d\d ?/ ?{_SYMBOL}[\w/-]*"),
        (r"\d ?[gh]", r"(?<![\d.,])\d{1,2} ?(?:giờ|h)(?: ?\d{1,2}(?: ?phút)?)?(?!\w)"),  # 19 giờ 30 phút
        (r"\d [ntp]", r"(?<![\d.,])\d{1,2} (?:năm|tháng|tuần|ngày|phút)(?!\w)(?! học)"),  # 5 năm qua
        ("0", r"(?<![\d.,])0\d{2,3}[. -]?\d{3,4}[. -]?\d{3,4}(?!\d)"),  # telephone
        (r"\d{10}", r"(?<![\d.,])\d{10,}(?![\d.,]*\d)(?! ?đ)"),
        ("[.)]", r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)](?=\s)(?!\s*$)"),  # the label of an item
        ("-", r"^\s*\d{1,2} ?-(?= ?[^\W\d_])"),
        (r"\d ?[uđekmht]", r"(?<![\d.,])\d+(?:[.,]\d+)? ?(?:usd|đô la|euro|km|m2|ha|kg|tuổi|m)(?!\w)"),
    )
)
"""Digits that are no figure, each behind a part that every such text holds and that is looked for at much less cost."""

_DIGIT: Final = re.compile(r"\d")

_NAMES: Final = (
    r"(?<!tổng )(?<!trong )(?<!con )(?<!được )số|(?:quyển|(?<!học )tập|trang|điều|khoản|mục|phần|chương|bảng|biểu|mẫu|"
    r"phụ lục|hình)(?: số)?|tổ(?: dân phố)?|thôn|xóm|khu(?: phố| dân cư)?|cụm(?: thi đua)?|lớp|khối|tháng|ngày|quý|năm|"
    r"mùng|mồng|thứ|lần|khóa|nhiệm kì|hạng|loại|đợt|kì|nhóm|bậc|tuần|qđ|nq|ct|kl|vùng|giai đoạn|niên khóa|từ đủ|"
    r"đội|chi hội số|cuối|đầu|đến hết|sau|trước"
)
_DOCUMENTS: Final = (
    r"quyết định|nghị quyết|nghị định|chỉ thị|kết luận|thông tư|công văn|đề án|kế hoạch|chương trình|thông báo|"
    r"hướng dẫn|trung ương|tw|(?:cấp|trường cấp)"
)

LABELS: Final = (
    ("name", re.compile(rf"(?<!\w)(?:{_NAMES})(?<!năm trước)[ ]?$")),
    ("document", re.compile(rf"(?<!\w)(?:{_DOCUMENTS}) $")),
)
"""What stands before digits that only name something, by kind of label."""
COUNTED_PLACES: Final = re.compile(r"(?:thôn|tổ dân phố|tổ|khu dân cư|khu phố|xóm|cụm) $")
"""Words of LABELS before which a fraction is no name: "cộng đồng học tập ở thôn 8/9"."""


def noise(folded: str) -> frozenset[int]:
    """Every place of digits that are no figure, and of the words that belong to them."""
    if not _DIGIT.search(folded):
        return frozenset()
    found = [match for part, pattern in _NOISE if part.search(folded) for match in pattern.finditer(folded)]
    return frozenset(place for match in found for place in range(*match.span()))
