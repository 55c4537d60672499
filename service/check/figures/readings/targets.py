"""Whether a figure was set rather than reached, and by whom: the unit's own congress, or others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.nouns import outermost

if TYPE_CHECKING:
    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.language import Hit

_LINKS: Final = re.compile(
    r"(?:[\s:(\-\"]|là|tổng cộng|tổng số|tiền|hai|ba|cho|đặt|đề ra|đặt ra|xác định|phải|đạt|từ|ít nhất|trên|của|hội|"
    r"khuyến học|đại hội|lần thứ|nhiệm kì|khóa|phường|xã|quận|huyện|thị trấn|giao|cả|chỉ tiêu|nghị quyết|mục tiêu|"
    r"phấn đấu|có|được|tối thiểu|khoảng|kế hoạch|tỉ lệ|về|năm|5|\d{4}|đến|hết|cuối|[ivx]|nq|"
    r"đh|này|vận động|trong|"
    r"thứ|nhất|tư|sáu|bảy|kết nạp|cộng lại|gộp lại|cũ|đặt mức|mức|ghi|quyết nghị|thông qua|thì|người|≥|>|"
    r"cộng đồng|học tập|gia đình|dòng họ|đơn vị|hội viên|chi hội|quỹ|phát triển|xây dựng|dân số|quyết định|vùng|"
    r"khó khăn|đô thị|đồng bằng|thành thị|nông thôn)*"
)
"""What may stand between "chỉ tiêu Nghị quyết" and the figure that it set."""
_LISTS: Final = re.compile(r":[^:;.]{0,60}$")
_MUST: Final = re.compile(r"(?:phải|cần) (?:đạt|có|vận động)[^,;]{0,20}$")
_BEYOND: Final = re.compile(r"(?:vượt|vượt mức|tăng|hơn)(?: so với)? [^(:]{0,60}$")
_SAYS_WHAT: Final = re.compile(r"[(:]| là |đề ra")
_AFTERWARDS: Final = re.compile(
    r" ?\(?(?:theo|của|mà|do|là|như|bằng)? ?(?:chỉ tiêu|mục tiêu)?(?: của| theo| mà)? ?"
    r"(?:nghị quyết|đại hội|chỉ tiêu)(?: đại hội)?[^,;.]{0,30}?(?:đề ra|giao|đặt ra|ghi|$|[,;.)])"
)
_EXCEEDED_BY: Final = re.compile(r"vượt(?! mức| chỉ tiêu)[^,;]{0,8}$")
_MEASURE: Final = re.compile(r"(?:(?:mức|con số|chỉ tiêu)|mục tiêu)(?: là)? ?$")
"""Before a percentage that what follows says was set: "so với con số 24% mà Nghị quyết ghi"."""
_TURNS: Final = re.compile(
    r"(?<!\w)(?:thực có|lần lượt|các năm(?! học))|vượt|chưa|tăng|như vậy|bằng|nay |thực hiện|kết quả|thực đạt|đạt được"
    r"|[,;] (?:hội|phường|xã|quận|huyện|thị trấn|trường|ta|chúng ta|chúng tôi)(?: [^\W\d_]+){0,3}? "
    r"(?:đạt|có|được|vận động)(?!\w)"
)
_OF_OTHERS: Final = re.compile(r"(?: chung)?(?: cả nước)? (?:của|do|mà|tại|theo) ")
_TOLD_NOW: Final = re.compile(r"(?<!\w)(?:nay|hiện|đạt|lên|còn)(?!\w)")
_REACHED: Final = re.compile(
    r"(?: người| hộ| suất)?[,;]? ?(?:(?:đến )?năm \d{4} |đến nay |hiện nay |hiện )?(?:đã |nay |thì )?"
    r"(?:đạt|làm được) (?:được )?"
)
_COMPARED: Final = re.compile(r"(?:so với|cao hơn|hơn|thấp hơn) [^,;()]*$")


def set_cue(sentence: Sentence, place: int) -> Hit | None:
    """The last word before a place that says that something was set, unless one for what was reached follows it."""
    cues = outermost(sentence.within(sentence.start, place, "figure.target", "figure.done", "figure.superior"))
    last = max(cues, key=lambda cue: (cue.end, cue.name == "figure.target"), default=None)
    return last if last is not None and last.name == "figure.target" else None


def by_others(sentence: Sentence, cue: Hit, figure: Figure) -> bool:
    """Whether a decision or a superior set it, not the unit's own congress."""
    others = sentence.within(sentence.start, figure.opening, "figure.superior")
    near = [
        other
        for other in others
        if ";" not in sentence.text(other.end, cue.end) and ")" not in sentence.text(other.end, figure.opening)
    ]
    own = sentence.last(sentence.start, figure.opening, "figure.target")
    names_own = own is not None and bool(near) and "nghị quyết" in own.phrase and own.start >= near[-1].end
    return bool(near) and not names_own


def set_by_others(sentence: Sentence, figure: Figure) -> bool:
    """Whether "mục tiêu" is said to be a superior's: "mục tiêu của Chính phủ tại Quyết định số 281/QĐ-TTg là 70%"."""
    cue = sentence.last(sentence.start, figure.opening, "figure.target")
    if cue is None or not _OF_OTHERS.match(sentence.folded, cue.end, figure.opening):
        return False
    between = sentence.text(cue.end, figure.opening)
    if ";" in between or ")" in between or any(cue.end < other.start < figure.start for other in _counted(sentence)):
        return False
    named = sentence.last(cue.end, figure.opening, "figure.superior", "figure.done")
    return named is not None and named.name == "figure.superior"


_ASKS: Final = re.compile(
    r"(?<!\w)(?:mục tiêu|chỉ tiêu|yêu cầu|đặt|đề ra|quy định|giao|phấn đấu|mức|mốc|chuẩn|đòi hỏi|xác định|"
    r"cả nước)(?!\w)"
)
_SUPERIOR_ASKS: Final = re.compile(
    r"[-+*\s]*(?:theo )?(?:thành phố|tp|thành ủy|trung ương|chính phủ|thủ tướng|cấp trên|cả nước|toàn quốc|nhà nước)"
    r"(?: [^\W\d_]+){0,4}? "
    r"(?:nêu|giao|đặt|yêu cầu|đề ra|quy định|định|mục tiêu|bảo|đòi hỏi|chỉ tiêu|mức|mốc|phấn đấu|"
    r"tối thiểu|ít nhất|cần)(?!\w)"
)
_OWN_BODY: Final = re.compile(
    r"(?<!\w)(?:nghị quyết đại hội|đại hội|toàn (?:xã|phường|quận|huyện|thị trấn|trường|công ty)|đến nay|nay|hiện|"
    r"kết quả|được công nhận|vận động được|thực hiện được|đã|chúng tôi|hội khuyến học)(?!\w)"
)


def asked_by_others(sentence: Sentence, figure: Figure) -> bool:
    """Whether a decision is named and what it asks for follows, up to the figure.

    "Quyết định số 281/QĐ-TTg đặt mục tiêu cho cả nước đến năm 2020 là 70% gia đình": whatever stands between, as long
    as nothing of the unit's own is named there.
    """
    if opens_with_superior(sentence, figure):
        return True
    for other in reversed(sentence.within(sentence.start, figure.opening, "figure.superior")):
        behind = sentence.text(other.end, figure.opening)
        asks = _ASKS.search(sentence.text(max(sentence.start, other.start - 60), figure.opening))
        if (
            asks
            and not _OWN_BODY.search(behind)
            and ";" not in behind
            and not _counted_between(sentence, other, figure)
        ):
            return True
    return False


def opens_with_superior(sentence: Sentence, figure: Figure) -> bool:
    """Whether a superior opens the sentence and asks for the figure: "Thành phố đề ra đến năm 2025 có 25% dân số"."""
    opens = _SUPERIOR_ASKS.match(sentence.folded, sentence.start, figure.opening)
    return opens is not None and _is_plain_list(sentence.text(opens.end(), figure.opening))


def _is_plain_list(between: str) -> bool:
    return ";" not in between and not _OWN_BODY.search(between) and not _TURNS.search(between)


def _counted_between(sentence: Sentence, other: Hit, figure: Figure) -> bool:
    return any(other.end < one.start < figure.start and not one.label for one in sentence.figures)


def _counted(sentence: Sentence) -> list[Figure]:
    return [figure for figure in sentence.figures if not figure.label]


def is_set(sentence: Sentence, n: int, following: int, *, goes_on: bool) -> bool:
    """Whether the n-th figure was set; `goes_on` says that the figure before it was, `following` where the next is."""
    figure = sentence.figures[n]
    before = next((other for other in reversed(sentence.figures[:n]) if other.label != "name"), None)
    if beside := _of_pair(sentence, n):
        return beside == "set"
    cue = set_cue(sentence, figure.opening)
    if cue is not None and (before is None or cue.end > before.end) and _reaches(sentence, cue, figure):
        return True
    if before is not None and goes_on and list_goes_on(sentence, before, figure):
        return True
    named = figure.measure is not Measure.PERCENT or _MEASURE.search(sentence.text(sentence.start, figure.opening))
    return bool(named) and _said_afterwards(sentence, figure, following)


def _of_pair(sentence: Sentence, n: int) -> str:
    """Say "reached" for the first and "set" for the second percentage of "74,9%/70%", else nothing."""
    for first, second, told in ((n, n + 1, "reached"), (n - 1, n, "set")):
        if first < 0 or second >= len(sentence.figures):
            continue
        one, other = sentence.figures[first], sentence.figures[second]
        if one.measure is other.measure is Measure.PERCENT and sentence.text(one.end, other.start).strip() == "/":
            return told
    return ""


def _said_afterwards(sentence: Sentence, figure: Figure, following: int) -> bool:
    """As in "450 triệu đồng của Nghị quyết"."""
    behind = sentence.text(figure.end, following)
    if "(" in behind and ")" not in behind and following < sentence.end:  # "452 triệu đồng (Nghị quyết 400 triệu đồng)"
        behind = behind.partition("(")[0]
    exceeded = _EXCEEDED_BY.search(sentence.text(sentence.start, figure.opening))
    return bool(_AFTERWARDS.match(behind)) and not exceeded


def _reaches(sentence: Sentence, cue: Hit, figure: Figure) -> bool:
    """Whether only linking words stand between "chỉ tiêu Nghị quyết" and the figure."""
    between = sentence.text(cue.end, figure.opening).removeprefix(")")
    if _MUST.search(between) and ";" not in between:
        return True
    if not _LINKS.fullmatch(between) and not _LISTS.search(between):
        return False
    if "," in between.partition(":")[0] or ";" in between or ")" in between:
        return False
    exceeding = _BEYOND.search(sentence.text(max(sentence.start, cue.start - 20), cue.start))
    by_how_much = figure.measure is Measure.PERCENT or (figure.measure is Measure.COUNT and not between.strip())
    return not (exceeding and by_how_much and not _SAYS_WHAT.search(between))


def list_goes_on(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Whether a list of what was set goes on from one figure to the next."""
    between = sentence.text(before.end, figure.opening)
    if ")" in between or sentence.within(before.end, figure.opening, "figure.done"):
        return False
    inside = sentence.bracket(figure.start) is not None
    if ";" in between and not inside and (figure.base is not None or not _opened_by_cue(sentence, before)):
        return False
    told = [other for other in _counted(sentence) if other.start < figure.start]
    sums = told and told[-1].measure is figure.measure is Measure.MONEY
    if sums and sentence.within(told[-1].end, figure.opening, "figure.raised"):  # "NQ 1 tỷ đồng, thu 5 năm 1,2 tỷ"
        return False
    if told and _REACHED.fullmatch(sentence.text(told[-1].end, figure.opening)):  # "đề ra 70%, đạt 74,9%"
        return False
    return len(between) <= 90 and not _TURNS.search(between)


def _opened_by_cue(sentence: Sentence, figure: Figure) -> bool:
    """Whether a colon behind words for targets opens a list: "Nghị quyết đề ra: hội viên 25%; gia đình 70%"."""
    cues = sentence.within(sentence.start, figure.start, "figure.target")
    return any(":" in sentence.text(cue.end, figure.start) for cue in cues)


def is_compared_with(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure in brackets is what is compared with: "so với nhiệm kỳ 2015 - 2020 (4,28 tỷ đồng)"."""
    opened = sentence.bracket(figure.start)
    if opened is None or _TOLD_NOW.search(sentence.text(opened, figure.opening)):
        return False
    if figure.opening - opened > 12 and not any(opened < other.start < figure.start for other in sentence.figures):
        return False
    start = max(sentence.start, opened - 60)
    found = _COMPARED.search(sentence.text(start, opened))
    return found is not None and not sentence.within(start, opened, "figure.target")
