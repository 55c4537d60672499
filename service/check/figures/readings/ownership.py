"""Whose a figure is: the report's own unit's, or another unit's, another body's, a person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from service.check.case import Zone
from service.check.figures.readings.superiors import Superiors
from service.check.unit.places import PLACES
from service.language import fold

if TYPE_CHECKING:
    from service.check.case import Case, Context
    from service.check.figures.numbers.sentences import Sentence
    from service.language import Hit

_NAMED: Final = re.compile(
    r"(?:^|[\s(“\"])(?:[Pp]hường|[Xx]ã|[Tt]hị trấn|[Tt]hôn|[Tt]ổ dân phố|[Tt]ổ|[Xx]óm|[Kk]hu|[Cc]ụm|[Dd]òng họ|[Hh]ọ|"
    r"[Tt]rường|[Cc]ông ty|[Cc]âu lạc bộ|[Cc]hi hội|[Ll]àng|[Ô]ng|[ô]ng|[Bb]à|[Gg]ia đình (?:ông|bà))"
    r" (?:số )?([^\W_]+)"
)
_ELSEWHERE: Final = {
    "commune": re.compile(r"(?:xã|phường|đơn vị) bạn|(?:quận|huyện|thành phố)(?= (?:là|bình quân|chung)|: ?$| $)"),
    "district": re.compile(r"(?:quận|huyện|đơn vị) bạn|thành phố(?= (?:là|bình quân|chung)|: ?$| $)"),
}
"""By level of the unit: words for its neighbours and for the unit above it, right before a figure."""
_OTHER_BODY: Final = re.compile(r" (?:hội (?!khuyến học|viên)|cựu |phụ nữ|nông dân|câu lạc bộ|danh dự|đoàn |công đoàn)")
_OTHER_USE: Final = re.compile(r" (?:vay|cơm|ăn|xem|nghe|tin|sách|truy cập|đọc)")
_VISITS: Final = re.compile(r" (?:người|học viên|hội viên|cán bộ)|[,.;)]")
_ELSEWHERE_VISITED: Final = re.compile(
    r"(?<!\w)(?:buổi|hội nghị|tuyên truyền|nói chuyện|tọa đàm|thư viện|phòng đọc|tủ sách|câu lạc bộ|lễ|hội thi|"
    r"ngày hội|tập huấn|thăm|nhà văn hóa|đài|triển lãm|bạn đọc)(?!\w)"
)
_CLASSES: Final = re.compile(r"(?<!\w)(?:lớp|chuyên đề)(?!\w)")
_CENTRE: Final = re.compile(r"trung tâm (?:học tập cộng đồng|htcđ)|tthtcđ|học tập cộng đồng")
_AWARDS: Final = ("suất", "lượt", "học bổng", "phần thưởng", "phần quà")


class Ownership:
    """Knows the report's own unit."""

    def __init__(self, case: Case, context: Context) -> None:
        self._case = case
        self._context = context
        self._own = _own_names(case, context)
        self.above = Superiors(context.level, self._own)

    def is_own_noun(self, sentence: Sentence, noun: Hit) -> bool:
        """Whether "hội viên", "trung tâm", "suất" are the association's, not another body's."""
        behind = sentence.text(noun.end, min(sentence.end, noun.end + 30))
        if _OTHER_BODY.match(behind) or (noun.phrase in _AWARDS and _OTHER_USE.match(behind)):
            return False
        if noun.phrase == "trung tâm":
            return _speaks_of_centres(sentence)
        if noun.name == "figure.learner_visits":
            return self._visits_a_centre(sentence, noun) and (noun.phrase != "lượt" or bool(_VISITS.match(behind)))
        return True

    def _visits_a_centre(self, sentence: Sentence, noun: Hit) -> bool:
        """Whether "lượt người" came to a learning centre, not to a talk or a library."""
        start, end = sentence.part(noun.start)
        if any(hit.name == "figure.learning_centres" for hit in sentence.nouns if start <= hit.start < end):
            return True
        if self._headed_by_centres(sentence):
            return True
        elsewhere = _ELSEWHERE_VISITED.search(sentence.folded, start, end)
        if elsewhere and not (elsewhere[0] == "buổi" and _speaks_of_centres(sentence)):
            return False
        if _CLASSES.search(sentence.folded, sentence.start, noun.start):
            return True
        return _speaks_of_centres(sentence) or self._under_centres(sentence)

    def _headed_by_centres(self, sentence: Sentence) -> bool:
        path = self._case.path(sentence.line.paragraph)[-2:]
        return any(_CENTRE.search(fold(heading.title)) for heading in path)

    def _under_centres(self, sentence: Sentence) -> bool:
        """Whether the paragraph before speaks of the learning centres."""
        before = self._case.line(sentence.line.paragraph - 1)
        return before is not None and bool(_CENTRE.search(before.folded))

    def is_foreign(self, sentence: Sentence, start: int, place: int) -> bool:
        """Whether another unit, a clan, a school or a person is named between two places."""
        for hit in sentence.places:
            if start <= hit.start and hit.end <= place and fold(hit.phrase) not in self._own:
                return True
        for found in _NAMED.finditer(sentence.line.text, start, place):
            if not (found[1][0].isupper() or found[1][0].isdigit()):
                continue
            name = fold(found[0]).strip(' ("')
            if not any(own.startswith(name) or name.startswith(own) for own in self._own):
                return True
        elsewhere = _ELSEWHERE.get(self._context.level or "")
        return elsewhere is not None and bool(elsewhere.search(sentence.folded, start, place))


def _own_names(case: Case, context: Context) -> frozenset[str]:
    """The unit's own name and those above it, as its letterhead and title write them."""
    fronts = [line for line in case.lines if context.zone(line.paragraph) is Zone.FRONT]
    names = {fold(hit.phrase) for line in fronts for hit in line.of(PLACES)}
    schools = {found[0].strip() for line in fronts for found in _NAMED.finditer(line.folded)}
    return frozenset(names | schools | {"thành phố hải phòng", "tp hải phòng", "hải phòng"})


def _speaks_of_centres(sentence: Sentence) -> bool:
    """Whether the paragraph names learning centres in full."""
    return any(hit.name == "figure.learning_centres" and hit.phrase != "trung tâm" for hit in sentence.line.hits)
