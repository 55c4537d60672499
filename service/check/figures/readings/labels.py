"""Which indicator a short label names: the head of a row or of a column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.sentences import is_noun

if TYPE_CHECKING:
    from service.check.case import Case
    from service.language import Hit
    from service.model.indicator import IndicatorRule

_BRACKETED: Final = re.compile(r"\([^()]*\)")
_LEADING: Final = re.compile(
    r"(?:[\d.)(\-+*/ivx]+ |[-+*•] ?|\d+[.)] ?|tổng số |tổng |số lượng |số |tỉ lệ |% |các |phát triển |xây dựng |"
    r"công nhận |được |đạt |danh hiệu |mô hình |lượng |chỉ tiêu |về |có |duy trì |củng cố |số tiền |tổng số tiền |"
    r"thành lập |kết nạp |trao |cấp |chỉ tiêu về |trong đó |hộ |số hộ |gia đình |hộ gia đình |dòng họ |thôn |"
    r"tổ dân phố |thôn, tổ dân phố |cơ quan, đơn vị |cơ quan |đơn vị |cộng đồng |toàn xã |toàn huyện )*[\"'(]?"
)
_NARROWED: Final = re.compile(
    r"xếp loại|(?<!\w)(?:mới|tốt|khá|nữ|trẻ)(?!\w)|tăng thêm|xuất sắc|tiêu biểu|đăng kí|đảng viên|cán bộ|bình quân|"
    r"hằng năm|hàng năm|mỗi năm|/năm|có quỹ|giữ vững|liên tục|3 năm|hiếu học|chưa|kiểm tra|hoạt động hiệu quả|trong đó|"
    r"đầu (?:nhiệm )?kì|trước (?:khi )?(?:sắp xếp|hợp nhất|sáp nhập)|bàn giao|năm trước|trả lời|lớp|chuyên đề|buổi"
)
_WHOLE_TERM: Final = re.compile(r"(?:cả|toàn|trong) (?:khóa|nhiệm kì)|5 năm")
"""Beside a fund: what came into it, not what is left."""
_EACH_YEAR: Final = re.compile(r"/ ?năm|(?:mỗi|hằng|hàng|một) năm|bình quân")


@dataclass(frozen=True, slots=True)
class Named:
    """The indicator that a label names."""

    rule: IndicatorRule
    rate: IndicatorRule | None
    """The indicator that its percentages belong to."""


def named(case: Case, label: str) -> Named | None:
    """The indicator that a folded label names; None where it names none, or only a part of one."""
    bare = _BRACKETED.sub(lambda found: " " * len(found[0]), label)
    if not bare.strip() or len(bare.split()) > 24 or _NARROWED.search(bare) or _EACH_YEAR.search(label):
        return None
    hits = [hit for hit in case.phrases.find(bare) if hit.name.startswith("figure.")]
    rules = {rule.id: rule for rule in case.rulebook.indicators}
    rule = _money(hits, label, rules) or _head_noun(hits, bare, rules)
    if rule is None:
        return None
    rate = (
        rule if rule.unit == "percent" else next((other for other in rules.values() if other.rate_of == rule.id), None)
    )
    return Named(rule if rule.unit != "percent" else rules.get(rule.rate_of, rule), rate)


def _head_noun(hits: list[Hit], label: str, rules: dict[str, IndicatorRule]) -> IndicatorRule | None:
    """The rule of the noun with which the label begins, or of the title that the things it begins with have."""
    nouns = _longest([hit for hit in hits if is_noun(hit.name)])
    lead = _LEADING.match(label)
    reach = lead.end() if lead else 0
    things: tuple[str, ...] = ()
    for hit in nouns:
        rule = next((rule for rule in rules.values() if hit.name in rule.nouns and rule.unit != "VND"), None)
        if rule is not None and (hit.start <= reach or any(name in rule.things for name in things)):
            return rule if not _generic(hit, label) else None
        if hit.name.startswith("figure.thing."):
            things += (hit.name,)
            continue
        if hit.name == "figure.model.any":
            continue
        if hit.name == "figure.population" and label[: hit.start].strip() in ("tỉ lệ", "% số", "tỉ lệ số", "%"):
            continue
        return None
    return None


def _generic(hit: Hit, label: str) -> bool:
    """Whether a noun alone names nothing: "trung tâm", "suất", "lượt"."""
    return (
        hit.phrase in ("trung tâm", "suất", "lượt") and label.strip() != hit.phrase
    ) or hit.name == "figure.model.any"


def _money(hits: list[Hit], label: str, rules: dict[str, IndicatorRule]) -> IndicatorRule | None:
    names = {name: rule for rule in rules.values() if rule.unit == "VND" for name in rule.nouns}
    cues = [hit for hit in hits if hit.name in names]
    if not cues and _WHOLE_TERM.search(label) and any(hit.name == "figure.fund" for hit in hits):
        return names.get("figure.raised")
    if not cues or any(hit.name == "figure.carried" for hit in hits):
        return None
    if any(hit.name in ("figure.members", "figure.branches") or hit.name.startswith("figure.model.") for hit in hits):
        return None
    if re.search(r"(?<!\w)(?:đã chi|tổng chi|số chi|chi )", label) and not re.search(r"thu", label):
        return None
    return names[max(cues, key=lambda hit: hit.end - hit.start).name]


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.name == "figure.model.any")):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
