"""Another unit's or organisation's name where the report's own belongs: what copying leaves behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.unit.places import PLACES, key, place_names
from service.check.wording import finding
from service.language import fold
from service.model.examination import Certainty, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from service.check.case import Case, Context, Line
    from service.language import Hit
    from service.model.examination import UnitMatch
    from service.model.unit import Registry, Unit

_SELF = re.compile(
    r"(?:ban chấp hành|bch|ban thường vụ|btv|thường trực|đại hội(?: đại biểu)?|nghị quyết đại hội)(?: của)?"
    r" (?:hội khuyến học|hkh) ?$"
)
_SUBJECT = re.compile(r"(?:^|[.;:!?]|[.;:!?][^.;:!?]{3,60},|^[^.;:!?]{3,60},) ?(?:[-+*] ?)?(?:hội khuyến học|hkh) ?$")
_MEMBERS = re.compile(
    r"(?:^|[.;:!?,] ?)(?:toàn thể |mỗi |toàn bộ )?(?:cán bộ,? ?(?:và )?)?(?:đảng viên,? ?)?hội viên"
    r"(?: của| trong)? (?:hội khuyến học|hkh) ?$"
)
_VOWS = re.compile(
    r"(?: (?:đã|sẽ|cùng|luôn|hãy|nêu cao|phát huy|đoàn kết,?|chung sức,?|tin tưởng))*"
    r" (?:quyết tâm|phấn đấu|nguyện|ra sức|đoàn kết|kiên quyết|nỗ lực|thi đua)(?!\w)"
)
_LEAD_IN = re.compile(
    r"(?:^|[.;:!?,] ?)(?:[0-9]+[.)] ?)?(?:đến nay|hiện nay|hiện|trong nhiệm kì(?: qua)?|nhiệm kì qua|(?:năm|5) năm qua)"
    r"(?: thì)? (?:hội khuyến học|hkh) ?$"
)
_OWN_ACTS = re.compile(
    r"(?: (?:đã|sẽ|cần|phải|luôn|thường xuyên|tích cực|chủ động|kịp thời|tiếp tục|tập trung|khóa [ivx0-9]+))*"
    r" (?:phân công|xây dựng|phấn đấu|đề ra|chỉ đạo|tham mưu|triển khai|tổ chức|vận động|củng cố|kiện toàn|phát huy"
    r"|quyết tâm|báo cáo|tiếp tục|sẽ|cần|phải|có [0-9])"
)
_TERRITORY = re.compile(
    r"(?<![^\W_])(?:toàn|trên địa bàn|cán bộ và nhân dân|cán bộ,? hội viên và nhân dân|đảng bộ và nhân dân"
    r"|(?:quan tâm|lãnh đạo|chỉ đạo|giúp đỡ)[^.;:]{0,30} của (?:đảng ủy|ubnd|ủy ban nhân dân|đảng ủy, ubnd)) ?$"
)
_GUIDED = re.compile(
    r"(?:hướng dẫn|kế hoạch|chỉ đạo|quan tâm|lãnh đạo|giúp đỡ|công văn|thông báo|đề án)(?: [^\s.;:]+){0,4} "
    r"của (?:ban thường vụ )?(?:hội khuyến học|hkh) ?$"
)
_OPENS = re.compile(r"(?:^|[.;!?] )(?:ban thường vụ |thường trực |ban chấp hành )?(?:hội khuyến học|hkh) ?$")
_UNDER = re.compile(r"(?:được|do|nhờ) (?:ban thường vụ |thường trực |ban chấp hành )?(?:hội khuyến học|hkh) ?$")
_GUIDES = re.compile(
    r"(?: (?:trực tiếp|luôn|thường xuyên|quan tâm|kịp thời|tận tình|đã|lãnh đạo))*,?"
    r" (?:chỉ đạo|hướng dẫn|giao chỉ tiêu|phân công)"
)
_WITH_OTHERS = re.compile(
    r"trao đổi|học tập kinh nghiệm|học tập cách|học hỏi|tham quan|giao lưu|kết nghĩa|phối hợp với|cùng với|cùng hội"
    r"|(?<![^\W_])(?:như|qua|với) (?:hội|phường|xã|quận|huyện|ở)|đơn vị bạn|so với|chuyển về|nguyên chủ tịch"
    r"|trước đây|cũ(?![^\W_])"
    r"|sáp nhập|hợp nhất|nhập lại|tách|giáp|đến từ|tặng|giúp|ủng hộ|hỗ trợ|liên kết|đăng cai|mời|các đơn vị|điển hình"
    r"|tiêu biểu|dẫn đầu|cụm thi đua|hội thi|đóng trên|có trụ sở|công ti|doanh nghiệp"
)
_TOGETHER = re.compile(
    r"\W*(?:phối hợp|cùng|cùng với|được sự giúp đỡ của|nhờ|thông qua)(?: chặt chẽ)?(?: với)?"
    r" (?!hội khuyến học|đơn vị bạn|các (?:phường|xã|hội|quận|huyện|đơn vị bạn))[^.;:!?,]{3,60}, "
    r"(?:ban chấp hành|bch|ban thường vụ|btv|thường trực)(?: của)? (?:hội khuyến học|hkh) ?"
)
_SIGNS = re.compile(r"(?:t/?m|tm\.|thay mặt)[. ]*(?:ban|bch|btv)")
_LEADS = ("ban chấp hành hội khuyến học ", "hội khuyến học ", "toàn ", "trên địa bàn ")


def judge_foreign(case: Case, context: Context, own: UnitMatch | None) -> tuple[Finding, ...]:
    """One finding for each place at which another's name stands in the role of the report's own unit."""
    unit = case.rulebook.registry.get(own.id) if own else None
    if own is None or own.level == "base":
        return tuple(_other_bases(case, context))
    names = place_names(case.rulebook.registry)
    found: list[Finding] = []
    for line in case.lines:
        if not _speaks_of_itself(case, context, line):
            continue
        if unit is not None:
            found += [_finding(case, line, hit, unit) for hit in _misplaced(case, line, names, unit)]
        found += _other_bodies(case, line, own)
    return tuple(found)


def _other_bases(case: Case, context: Context) -> Iterator[Finding]:
    """In the report of a school, agency or company: another one's association where its own belongs."""
    front = " ".join(line.folded for line in case.lines if context.zone(line.paragraph) is Zone.FRONT)
    if not _BASE.search(front):
        return
    for line in case.lines:
        if context.zone(line.paragraph) in (Zone.FRONT, Zone.CLOSING, Zone.ANNEX):
            continue
        for found in _OF_BASE.finditer(line.folded):
            name = _proper_name(line.text[found.end() :])
            if len(name.split()) >= _NAME_WORDS and fold(name) not in front:
                quote = line.text[found.start("body") : found.end()] + name
                yield finding(
                    case.rulebook, "unit.foreign", quote=quote, paragraph=line.paragraph, found=quote,
                    own=case.piece.title, certainty=Certainty.CHECK,
                )  # fmt: skip


def _proper_name(text: str) -> str:
    """The words from the beginning of a text up to the first that is written small; "Xi măng" counts as one name."""
    words: list[str] = []
    for word in text.split():
        bare = word.strip(',.;:()“”"')
        if not bare[:1].isupper() and not (words and len(words) < _NAME_WORDS and bare.isalpha()):
            break
        words.append(bare)
        if bare != word:
            break
    return " ".join(words)


def _speaks_of_itself(case: Case, context: Context, line: Line) -> bool:
    """Whether the report's own name may stand in a line: its text, its title, the head of its signature."""
    zone = context.zone(line.paragraph)
    if zone is Zone.FRONT:
        return case.piece.title_paragraph is not None and line.paragraph >= case.piece.title_paragraph
    return zone is not Zone.ANNEX and (zone is not Zone.CLOSING or bool(_SIGNS.match(line.folded.strip())))


def _misplaced(case: Case, line: Line, names: Mapping[str, tuple[str, ...]], own: Unit) -> Iterator[Hit]:
    registry = case.rulebook.registry
    for hit in line.of(PLACES):
        others = [unit for each in names.get(key(hit.phrase), ()) if (unit := registry.get(each)) is not None]
        ranked = all(other.type != own.type and hit.phrase.startswith(other.type) for other in others)
        if not others or any(_related(other, own, registry, namesake=not ranked) for other in others):
            continue
        levels = {other.level for other in others}
        own_role = own.level in levels and _in_own_role(case, line, hit)
        guided = own.level == "commune" and "district" in levels and _is_guided_by(line, hit)
        if own_role or guided:
            yield hit


def _is_guided_by(line: Line, hit: Hit) -> bool:
    """Whether an association stands where the report's own superior belongs."""
    before, after = line.folded[: hit.start], line.folded[hit.end :]
    if _OPENS.search(before) and _GUIDES.match(after):
        return True
    return bool(_GUIDED.search(before) or (_UNDER.search(before) and _GUIDES.match(after)))


def _related(other: Unit, own: Unit, registry: Registry, *, namesake: bool) -> bool:
    """The unit itself, one above or below it, its former self or what it became; a namesake where that may be meant."""
    lineage = {own.id, own.parent, own.successor, other.successor}
    parent = registry.get(own.parent) if own.parent else None
    above = {parent.parent} if parent else set()
    merged = other.successor == own.id or own.successor == other.id
    return (
        other.id in lineage | above
        or own.id in (other.parent, other.successor)
        or merged
        or (namesake and other.name == own.name)
    )


def _in_own_role(case: Case, line: Line, hit: Hit) -> bool:
    before, after = line.folded[: hit.start], line.folded[hit.end :]
    title = case.piece.title_paragraph
    if title is not None and title <= line.paragraph < case.piece.front_end:
        return re.search(r"(?:hội khuyến học|hkh|khuyến học) ?$", before) is not None
    start = max(before.rfind(mark) for mark in ".;!\n") + 1
    rest = re.split(r"[.;!]", after)[0]
    if _acts_together(line, start, hit):
        return True
    if _WITH_OTHERS.search(before[start:]) or _WITH_OTHERS.search(rest):
        return False
    if _SELF.search(before) or (_MEMBERS.search(before) and _VOWS.match(after)):
        return True
    if _SUBJECT.search(before) or _LEAD_IN.search(before):
        return bool(_OWN_ACTS.match(after))
    return bool(_TERRITORY.search(before))


def _acts_together(line: Line, start: int, hit: Hit) -> bool:
    """Whether a committee acts as the report's own, with partners that are no units of the association.

    As in "Phối hợp với các trường, Ban Chấp hành Hội Khuyến học phường … đã triển khai …".
    """
    led = _TOGETHER.fullmatch(line.folded, start, hit.start)
    if led is None or any(start <= other.start < hit.start for other in line.of(PLACES)):
        return False
    clause = re.split(r"[.;:!,]", line.folded[hit.end :])[0]
    return bool(_OWN_ACTS.match(clause)) and not _WITH_OTHERS.search(clause)


def _finding(case: Case, line: Line, hit: Hit, own: Unit) -> Finding:
    before = line.folded[: hit.start]
    lead = next((lead for lead in _LEADS if before.endswith(lead)), "")
    quote = line.text[hit.start - len(lead) : hit.end]
    return finding(
        case.rulebook, "unit.foreign", quote=quote, paragraph=line.paragraph, found=quote, own=own.association,
        expected=own.association,
        certainty=Certainty.CHECK,
    )  # fmt: skip


_BODIES = "foreign.bodies"
"""The list of other organisations' names."""
_COMMITTEE = re.compile(r"(?<!\w)(?:ban chấp hành|bch|ban thường vụ|nghị quyết đại hội) $")
_PLACE = re.compile(r" (?:phường|xã|thị trấn|quận|huyện|thành phố|cơ sở)(?!\w)")
_BASES = r"(?:trường|công ti|tổng công ti|bệnh viện|học viện|xí nghiệp|nhà máy|viện|cục|chi cục)"
_BASE = re.compile(
    rf"(?:hội khuyến học|hkh)[^.;]{{0,12}}{_BASES}(?!\w)|{_BASES}(?!\w)[^.;]{{0,60}}(?:hội khuyến học|hkh)"
)
_OF_BASE = re.compile(
    r"(?:ban chấp hành|bch|ban thường vụ|thường trực|đại hội|nghị quyết đại hội)(?: của)? "
    rf"(?P<body>(?:hội khuyến học|hkh) {_BASES} )"
)
_NAME_WORDS = 3
_OPENS_SENTENCE = re.compile(r"(?:^|[.;:!?])[^.;:!?,]{0,50},? ?$")
_LEADS_ON = re.compile(
    r"(?: [^\W\d_]+,?){0,4} (?:tiếp tục|phấn đấu|quyết tâm|tập trung|xác định|đề ra|sẽ)(?!\w)[^.;]{0,80}khuyến học"
)
_HELD_BY = re.compile(
    r"(?:^|[.;:!?,] ?)(?:toàn thể |mỗi |toàn bộ )?(?:cán bộ,? ?(?:và )?)?(?:hội viên,? ?(?:và )?)(?:của |trong )?$"
)
_FULFILS = re.compile(
    r"(?: [^\W\d_]+){0,4} (?:quyết tâm|phấn đấu|nguyện|ra sức|kiên quyết|nỗ lực|thi đua)(?!\w)[^.;]{0,100}"
    r"(?:nghị quyết đại hội|nhiệm vụ đại hội|mục tiêu đại hội|khuyến học)"
)
_PRESENTS = re.compile(r"khóa [ivx0-9]+|trình (?:tại )?đại hội|báo cáo trước|phân công|đề ra|nhiệm kì")


def _other_bodies(case: Case, line: Line, own: UnitMatch) -> Iterator[Finding]:
    """Another organisation's committee that speaks as if the report were its own."""
    for hit in line.of(_BODIES):
        committee = _COMMITTEE.search(line.folded, 0, hit.start)
        place = _PLACE.match(line.folded, hit.end)
        start, end = committee.start() if committee else hit.start, place.end() if place else hit.end
        before = line.folded[max(0, start - 40) : start]
        shared = _WITH_OTHERS.search(before) or re.search(r"(?<![^\W_])(?:với|cùng|và) $", before)
        presents = committee and _PRESENTS.search(line.folded[end : end + 30])
        vows = _HELD_BY.search(line.folded, 0, start) and _FULFILS.match(line.folded, end)
        if (presents or vows or _promotes_learning(line, start, end)) and not shared:
            quote = line.text[start:end].strip()
            yield finding(
                case.rulebook, "unit.foreign", variant="body", quote=quote, paragraph=line.paragraph,
                found=quote, own=own.name, certainty=Certainty.CHECK,
            )  # fmt: skip


def _promotes_learning(line: Line, start: int, end: int) -> bool:
    """Whether another organisation opens a sentence as the one that goes on promoting learning."""
    opens = _OPENS_SENTENCE.search(line.folded[:start])
    return bool(opens and _LEADS_ON.match(line.folded, end))
