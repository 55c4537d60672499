"""Another unit's or organisation's name where the report's own belongs: what copying leaves behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.places import PLACES, key, place_names
from service.check.wording import finding
from service.model.examination import Certainty, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Case, Context, Line
    from service.language import Hit
    from service.model.examination import UnitMatch
    from service.model.unit import Registry, Unit

_SELF = re.compile(
    r"(?:ban chấp hành|bch|ban thường vụ|btv|thường trực|đại hội(?: đại biểu)?|nghị quyết đại hội)(?: của)? (?:hội khuyến học|hkh) ?$"
)
_SUBJECT = re.compile(r"(?:^|[.;:!?]|[.;:!?][^.;:!?]{3,60},|^[^.;:!?]{3,60},) ?(?:[-+*] ?)?(?:hội khuyến học|hkh) ?$")
_OWN_ACTS = re.compile(
    r"(?: (?:đã|sẽ|cần|phải|luôn|thường xuyên|tích cực|chủ động|kịp thời|tiếp tục|tập trung))*"
    r" (?:phân công|xây dựng|phấn đấu|đề ra|chỉ đạo|tham mưu|triển khai|tổ chức|vận động|củng cố|kiện toàn|phát huy|quyết tâm"
    r"|báo cáo|tiếp tục|sẽ|cần|phải|có [0-9])"
)
_TERRITORY = re.compile(
    r"(?:toàn|trên địa bàn|nhân dân|cán bộ và nhân dân|nhân dân các dân tộc|đảng bộ và nhân dân|đảng ủy|ủy ban nhân dân|ubnd) ?$"
)
_EXCHANGE = re.compile(
    r"trao đổi|học tập kinh nghiệm|học hỏi|tham quan|giao lưu|kết nghĩa|phối hợp|cùng|với|như |qua |của đơn vị bạn|so với|chuyển về|nguyên|trước đây"
    r"|sáp nhập|hợp nhất|nhập lại|tách|giáp|đến từ|hỗ trợ|ủng hộ|tặng|giúp|liên kết|đăng cai|mời|các đơn vị|điển hình|tiêu biểu|dẫn đầu|học tập"
)
_OTHER_BODY = re.compile(
    r"(?:ban chấp hành|bch|ban thường vụ|nghị quyết đại hội|đại hội đại biểu) hội (?:nông dân|liên hiệp phụ nữ|phụ nữ|cựu chiến binh|người cao tuổi"
    r"|chữ thập đỏ|cựu giáo chức|làm vườn|người mù|luật gia|sinh vật cảnh|đông y)(?: [^\W\d_]+){0,4}"
)
_PRESENTS = re.compile(r"(?:khóa [ivx0-9]+|trình|báo cáo|tiếp tục|xây dựng|phân công|đề ra|nhiệm kì)")


def judge_foreign(case: Case, context: Context, own: UnitMatch | None) -> tuple[Finding, ...]:
    """One finding for each place at which another's name stands in the role of the report's own unit."""
    if own is None:
        return ()
    registry = case.rulebook.registry
    names = place_names(registry)
    unit = registry.get(own.id)
    found: list[Finding] = []
    for line in case.lines:
        if context.zone(line.paragraph) in (Zone.CLOSING, Zone.ANNEX, Zone.FRONT):
            continue
        if unit is not None:
            found += [_finding(case, line, hit, unit) for hit in _misplaced(line, names, registry, unit)]
        found += _other_bodies(case, line, own)
    return tuple(found)


def _misplaced(line: Line, names: object, registry: Registry, own: Unit) -> Iterator[Hit]:
    for hit in line.of(PLACES):
        ids = names.get(key(hit.phrase), ())  # type: ignore[attr-defined]
        others = [unit for each in ids if (unit := registry.get(each)) is not None]
        if not others or any(_related(other, own, registry) for other in others):
            continue
        if any(other.level == own.level for other in others) and _in_own_role(line, hit):
            yield hit


def _related(other: Unit, own: Unit, registry: Registry) -> bool:
    """The unit itself, one above or below it, its former self or what it became."""
    lineage = {own.id, own.parent, own.successor, other.successor}
    parent = registry.get(own.parent) if own.parent else None
    above = {parent.parent} if parent else set()
    merged = other.successor == own.id or own.successor == other.id
    return other.id in lineage | above or own.id in (other.parent, other.successor) or merged or other.name == own.name


def _in_own_role(line: Line, hit: Hit) -> bool:
    before, after = line.folded[: hit.start], line.folded[hit.end :]
    sentence_start = max(before.rfind("."), before.rfind(";"), before.rfind("!"), before.rfind("\n")) + 1
    sentence = before[sentence_start:] + " " + after.split(".")[0]
    if _SELF.search(before):
        return not re.search(r"trao đổi|tham quan|học tập|mời|giúp|cùng (?:với )?ban chấp hành", sentence)
    if _SUBJECT.search(before) and _OWN_ACTS.match(after):
        return not re.search(
            r"giúp|hỗ trợ|tặng|ủng hộ|cho phường|cho xã|cùng (?:hội|phường|xã)", after.split(".")[0][:60]
        )
    if before.rstrip().endswith(("toàn", "trên địa bàn")) and not _EXCHANGE.search(before[sentence_start:]):
        return bool(_TERRITORY.search(before))
    return False


def _finding(case: Case, line: Line, hit: Hit, own: Unit) -> Finding:
    start = hit.start
    for lead in ("ban chấp hành hội khuyến học ", "hội khuyến học ", "toàn ", "trên địa bàn "):
        if line.folded[: hit.start].endswith(lead):
            start = hit.start - len(lead)
            break
    quote = line.text[start : hit.end]
    return finding(
        case.rulebook,
        "unit.foreign",
        quote=quote,
        paragraph=line.paragraph,
        found=quote,
        own=own.association,
        certainty=Certainty.CHECK,
    )


def _other_bodies(case: Case, line: Line, own: UnitMatch) -> Iterator[Finding]:
    for found in _OTHER_BODY.finditer(line.folded):
        after = line.folded[found.end() : found.end() + 25]
        before = line.folded[max(0, found.start() - 30) : found.start()]
        if _PRESENTS.search(after) and not _EXCHANGE.search(before):
            quote = line.text[found.start() : found.end()].strip()
            yield finding(
                case.rulebook, "unit.foreign", variant="body", quote=quote, paragraph=line.paragraph,
                found=quote, own=own.name, certainty=Certainty.CHECK,
            )  # fmt: skip
