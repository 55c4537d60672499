"""The noun that a figure of a sentence belongs to: right behind it, or before it as the subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.language import Hit

_UNIT: Final = re.compile(
    r" ?(?:người|đồng chí|đ/c|em|cháu|hội viên|suất|lượt|đơn vị|tổ chức|cơ sở|trung tâm|dòng họ|gia đình|ban|chi hội)?"
    r"(?=[\s,.;:)(=\"/]|$)"
)
"""A word that only says what kind of things are counted, after a subject that names them."""
_END: Final = re.compile(
    r" ?(?:$|[,.;:)(=\-/]|(?:bằng|chiếm|đạt|tăng|giảm|và|với|so|tương đương|vượt|trong|gồm|của|năm (?:\d{4}|học)|"
    r"hội viên|lên|xuống|vào|trở lên|cuối|đến|tính)(?!\w))"
)
_FILLER: Final = re.compile(
    r" ?(?:\(\d[\d.,]* ?%\) )?"
    r"(?:[\"'] ?|(?:số|tổng số|các|cái|trở lên|danh hiệu|mô hình|cơ sở|tổ chức|loại|đạt|lượt|danh hiệu là|"
    r"được công nhận là|người là|(?:cơ quan|trường học|doanh nghiệp)(?:,| và)) )*"
)
"""What may stand between a figure and the noun that it counts."""
_OF: Final = re.compile(
    r"(?: ?/ ?| (?:so với|trên|trong|của|so với tổng|trên tổng|trong tổng) )(?:số |tổng |tổng số )?"
)
_LINKED: Final = re.compile(
    r"(?:"
    r".{0,70}(?:^|[\s(])(?:là|có|đạt|gồm|được|lên|tới|từ|đến|còn|với|khoảng|gần|trên|đã có|hiện có|tổng số|chiếm|bằng|"
    r"công nhận|thành|ở mức|tăng|thêm|đề ra|đặt ra|đặt|giao|chỉ tiêu|nghị quyết|nq|kế hoạch)"
    r"|.{0,45}(?:[:=(\-]|"
    r"[(:] ?(?:chỉ tiêu|nghị quyết|nq|kế hoạch|kết quả|thực hiện|đạt|kq)(?: nghị quyết| nq| đề ra| là)?:?)"
    r"|(?: (?:toàn|của|cả|hiện nay|đến nay|nay|năm \d{4}|xã|phường|huyện|quận|thị trấn|hội|trong|nhiệm kì|cuối|qua|"
    r"khuyến học))*"
    r"|.{0,45}[:(] ?(?:(?:số )?(?:hộ )?đăng kí|(?:được )?công nhận|(?:đầu|cuối) (?:nhiệm kì|kì|khóa)|nay|năm \d{4})"
    r"(?: là| có| được)?"
    r")?\s*"
)
"""What may stand between a subject and the figure that is said of it."""
_BREAK: Final = re.compile(r"[;]|\. ")
_NARROWED: Final = re.compile(
    r" (?:là (?!\d|gần|trên|hơn|khoảng|ước)|dưới|trên \d|từ \d+ tuổi|nữ|trẻ|mới|nòng cốt|cao tuổi|đảng viên|cán bộ|"
    r"giáo viên|xếp loại|tiêu biểu|chưa|tham gia|được khen|xuất sắc|thôn|tổ dân phố|khu dân cư|cơ quan|trường|"
    r"doanh nghiệp|khối|đăng kí|loại)"
)
_AT: Final = re.compile(r"(?: học| học tập)? (?:tại|ở|đến|vào|của)(?: các)? ")
_WORD: Final = re.compile(r" ([^\W\d_]+(?: chí)?)")
_EXCEEDS: Final = re.compile(
    r"(?:vượt|cao hơn|thấp hơn|hơn|kém|dưới)(?: hẳn| xa| so với)? (?:mức|chỉ tiêu|con số|mốc) $"
)
_BY_RESOLUTION: Final = re.compile(r" (?:của|do|mà|theo) (?:nghị quyết|đại hội|chỉ tiêu)")
_NEVER: Final = ("figure.model.any", "figure.population", "figure.thing.place")
"""Lists whose words are no subject of a figure behind them."""


def noun_behind(sentence: Sentence, n: int) -> Hit | None:
    """The phrase for what is counted that begins right behind the n-th figure."""
    figure = sentence.figures[n]
    place = _FILLER.match(sentence.folded, figure.end)
    end = place.end() if place else figure.end
    return next((hit for hit in sentence.nouns if figure.end <= hit.start <= end), None)


def base_behind(sentence: Sentence, n: int) -> Hit | None:
    """The phrase for the whole behind the n-th figure, a percentage: "24,1% so với dân số"."""
    figure = sentence.figures[n]
    place = _OF.match(sentence.folded, figure.end)
    if place is None:
        return None
    return next((hit for hit in sentence.nouns if hit.start == place.end()), None)


def word_behind(sentence: Sentence, figure: Figure) -> str:
    """The word right behind a figure; empty where a sign follows."""
    found = _WORD.match(sentence.folded, figure.end)
    return found[1] if found else ""


def stands_alone(sentence: Sentence, figure: Figure) -> bool:
    """Whether nothing but a word like "người" follows a figure, so that its subject stands before it."""
    found = _UNIT.match(sentence.folded, figure.end)
    return bool(found and _END.match(sentence.folded, found.end()))


def subject(sentence: Sentence, n: int) -> Hit | None:
    """The phrase before the n-th figure that it is said of."""
    figure = sentence.figures[n]
    reached = next((other.end for other in reversed(sentence.figures[:n]) if not other.label), sentence.start)
    start = max(reached, sentence.part(figure.start)[0])
    for hit in reversed(sentence.nouns):
        if hit.end > figure.opening or hit.start < start or hit.name in _NEVER:
            continue
        between = sentence.text(hit.end, figure.opening)
        return _visits_there(sentence, hit) if _LINKED.fullmatch(between) and not _BREAK.search(between) else None
    return None


def _visits_there(sentence: Sentence, place: Hit) -> Hit:
    """The visits where the centre is named only as their place: "lượt người học tại trung tâm 13.000"."""
    before = (hit for hit in sentence.nouns if hit.name == "figure.learner_visits" and hit.end <= place.start)
    visits = next((hit for hit in before if _AT.fullmatch(sentence.text(hit.end, place.start))), None)
    return visits if visits is not None and place.name == "figure.learning_centres" else place


def exceeds_a_mark(sentence: Sentence, figure: Figure) -> bool:
    """Whether "vượt mức 65% của Nghị quyết" tells what the result is measured by, not how far off it is."""
    before = sentence.text(sentence.start, figure.opening)
    return bool(_EXCEEDS.search(before) and _BY_RESOLUTION.match(sentence.folded, figure.end, sentence.end))


def is_narrowed(sentence: Sentence, noun: Hit) -> bool:
    """Whether the words behind a subject make it a part: "hội viên là đảng viên"."""
    return bool(_NARROWED.match(sentence.folded, noun.end))


def figure_before(sentence: Sentence, n: int) -> int | None:
    """Which figure stands before the n-th one, mere labels passed over."""
    return next((m for m in range(n - 1, -1, -1) if sentence.figures[m].label != "name"), None)


def next_opening(sentence: Sentence, n: int) -> int:
    """Where the figure after the n-th one begins, or the sentence ends."""
    return sentence.figures[n + 1].opening if n + 1 < len(sentence.figures) else sentence.end


def outermost(hits: Iterable[Hit]) -> list[Hit]:
    """The phrases that don't lie within a longer one of the others."""
    every = list(hits)
    return [
        hit
        for hit in every
        if not any(
            other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
            for other in every
        )
    ]
