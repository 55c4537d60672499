"""What is said of the unit above: its figures, and what its resolution asks for, are not the report's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.language import Hit

_WHOLE_ABOVE: Final = {
    "base": re.compile(r"(?:toàn|cả) (?:quận|huyện|thành phố|phường|xã|thị trấn)"),
    "commune": re.compile(r"(?:toàn|cả) (?:quận|huyện|thành phố)"),
    "district": re.compile(r"(?:toàn|cả) thành phố"),
}
"""By level of the unit: words for the whole of the unit above it."""
_ABOVE: Final = {
    "base": r"(?:quận|huyện|thành phố|tỉnh|phường|xã|thị trấn|cấp trên)",
    "commune": r"(?:quận|huyện|thành phố|tỉnh|cấp trên)",
    "district": r"(?:thành phố|tỉnh|cấp trên)",
}
"""By level of the unit: the kinds of units above it."""
_RESOLVES: Final = (
    r"(?:nghị quyết|nq)(?: (?:của|đại hội|đại biểu|hội|khuyến học|lần thứ [^\W_]+|khóa [ivx\d]+|"
    r"nhiệm kì [\d -]{4,11}))*"
)
_ASKED: Final = {
    level: re.compile(
        rf"(?<!\w){_RESOLVES} {above}(?: [^\W\d_]+){{0,4}}? "
        r"(?:yêu cầu|giao|đề ra|đặt|ấn định|quy định|xác định|ghi|nêu|bảo|là|đòi hỏi)(?!\w)"
    )
    for level, above in _ABOVE.items()
}
_ASKED_BEHIND: Final = {
    level: re.compile(rf" (?:mà|của|do|theo) {_RESOLVES} {above}(?!\w)") for level, above in _ABOVE.items()
}
_HAS: Final = {
    level: re.compile(rf"[-+*\s]*{above}(?: [^\W\d_]+){{0,3}}? (?:hiện |đã |mới |bình quân )?(?:đạt|có|vận động)(?!\w)")
    for level, above in _ABOVE.items()
    if level != "base"
}
_OWN_PART: Final = re.compile(
    r"(?<!\w)(?:nay|hiện|hiện nay|đến nay|đã|thực hiện|kết quả|chúng tôi|chúng ta|ta|riêng)(?!\w)"
    r"|[,:] (?:hội|phường|xã|thị trấn|quận|huyện|trường)(?!\w)"
)
"""Behind what a superior asks for: what turns to the unit's own work."""
_OWN_KINDS: Final = {"commune": ("phường ", "xã ", "thị trấn "), "district": ("quận ", "huyện ")}
_TO_OWN: Final = re.compile(
    r" (?:đối với |với |tại |ở )?(?:hội khuyến học |hội )?"
    r"(?:(?:phường|xã|thị trấn|quận|huyện) (?:ta|nhà|mình|chúng ta|chúng tôi)|chúng ta|chúng tôi|(?P<name>[^\d,;:.]+))"
)


class Superiors:
    """Knows of which level the report's own unit is, and its names."""

    def __init__(self, level: str | None, own: Iterable[str]) -> None:
        self._level = level or ""
        kinds = _OWN_KINDS.get(self._level, ())
        names = {name: name.partition(kind)[2] for name in own for kind in kinds if name.startswith(kind)}
        self._own = (*names, *names.values())

    def asks_for(self, sentence: Sentence, figure: Figure) -> bool:
        """Whether the resolution of the unit above asks for a figure: "Nghị quyết Đại hội quận yêu cầu 25%"."""
        asked = _ASKED.get(self._level)
        if asked is None:
            return False
        start, end = sentence.part(figure.start)
        last = next(reversed(list(asked.finditer(sentence.folded, start, figure.opening))), None)
        if last is not None and not _OWN_PART.search(sentence.folded, last.end(), figure.opening):
            return True
        return bool(_ASKED_BEHIND[self._level].match(sentence.folded, figure.end, end))

    def opens(self, sentence: Sentence, start: int, place: int) -> int | None:
        """Where the words end that make the unit above the subject from `start` on: "Quận đạt 25% dân số"."""
        has = _HAS.get(self._level)
        found = has.match(sentence.folded, start, place) if has is not None else None
        return found.end() if found is not None else None

    def turns_to_own(self, sentence: Sentence, place: int) -> bool:
        """Whether a place names the unit itself, behind words of the one above: "toàn quận 25%; riêng An Biên"."""
        told = self._own and re.search(rf"(?<!\w){_ABOVE[self._level]}(?!\w)", sentence.folded[:place])
        found = _TO_OWN.match(sentence.folded, place, sentence.end) if told else None
        if found is None or found["name"] is None:
            return found is not None
        return any(re.match(rf"{re.escape(name)}(?!\w)", found["name"]) for name in self._own)

    def is_named_by(self, whole: Hit) -> bool:
        """Whether a word for the whole names the unit above: "toàn quận" in the report of a ward."""
        above = _WHOLE_ABOVE.get(self._level)
        return above is not None and bool(above.fullmatch(whole.phrase))
