"""How documents are named and numbered, as patterns for folded text."""

from __future__ import annotations

import re

from service.check.authorities.particulars import CENTRE

KINDS = {
    "NQ": ("nghị quyết", "nq"),
    "KL": ("kết luận", "kl"),
    "CT": ("chỉ thị", "ct"),
    "CTR": ("chương trình hành động", "chương trình", "cthđ", "ctrhđ", "ctr"),
    "QD": ("quyết định", "quy định", "qđ"),
    "KH": ("kế hoạch", "kh"),
    "TT": ("thông tư liên tịch", "thông tư", "ttlt", "tt"),
    "ND": ("nghị định", "nđ"),
    "CV": ("công văn", "cv"),
    "HD": ("hướng dẫn", "hd"),
    "TB": ("thông báo", "tb"),
    "DA": ("đề án", "đa"),
    "BC": ("báo cáo", "bc"),
    "TTR": ("tờ trình", "ttr"),
    "QC": ("quy chế", "qc"),
    "LUAT": ("luật",),
    "PL": ("pháp lệnh",),
}
"""Kinds of documents: name used in the rule pack, and how a text calls them."""
ACTS = frozenset({"CTR", "KH", "QD", "TB", "HD", "DA"})
NAMED = frozenset({"NQ", "KL", "CT", "CTR"})
KIND_OF = {word: kind for kind, words in KINDS.items() for word in words}
_WORDS = sorted(KIND_OF, key=len, reverse=True)


def _either(words: list[str]) -> str:
    return "|".join(r"\s+".join(word.split()) for word in words)


_LONG = _either([word for word in _WORDS if " " in word or word == "luật"])
_SHORT = _either([word for word in _WORDS if " " not in word and word != "luật"])
_TYPE = rf"(?<!\w)(?:{_LONG}|{_SHORT})"
_NO = r"(?:số|sô)?\s*+[:.]?\s*+"
# Possessive: no space is given back to be tried again by the next optional part.
LEFT = re.compile(rf"(?P<type>{_TYPE})\s*+(?:\(\s*+(?:{_SHORT})\s*+\)\s*+)?(?P<no>{_NO})\Z")
LEFT_REACH = 48
LISTED = re.compile(rf"{_TYPE}\s*(?:,|và|,\s*và)\s*\Z")
_ORGANS = r"t\.?ư|t\.?w|tu|ttg|cp"
SYMBOL = re.compile(
    r"(?:(?<![\w.,/\-])|(?<=nq)|(?<=kl)|(?<=ct)|(?<=qđ)|(?<=số))0{0,2}(?P<number>\d{1,4})"
    r"(?:\s?/\s?(?P<year>(?:19|20)\d\d))?\s{0,2}(?P<dash>[-/.]?)\s{0,2}"
    rf"(?:(?P<kind>{_SHORT})(?:\s{{0,2}}[-/.]\s{{0,2}}(?P<organ>t\.?ư|t\.?w|trung\s+ương|[a-zđăâêôơư]{{1,12}}\d{{0,2}})"
    rf"|\s?(?P<glued>{_ORGANS}))?|(?P<alone>qh\d\d|t\.?w|t\.?ư|tu|ttg|ubnd|hđnd|cp)"
    r"|(?P<own>[a-zđ]{2,8}\s?[-/]\s?[a-zđ]{1,12}))(?!\w)"
)
PARTY_FIRST = re.compile(
    rf"(?<!\w)(?P<kind>nq|kl|ct)\s?[-/]\s?(?P<organ>tw|t\.?ư)\s*+{_NO}(?P<number>\d{{1,3}})(?![\w/])"
)
BARE = re.compile(
    rf"(?P<type>(?<!\w)(?:{_LONG}|nq|kl|ct|qđ|cthđ|ctr))\s*+(?:\(\s*+(?:{_SHORT})\s*+\)\s*+)?(?P<no>(?:số)?\s*+:?\s*+)"
    r"0{0,2}(?P<number>\d{1,4})(?![\w%]|[.,/\-]\d|\s*%|\s?[-/]\s?[a-zđ]|\s*-\s*\d)"
)
PLENUM = re.compile(
    r"(?P<type>(?<!\w)(?:nghị\s+quyết|nq|kết\s+luận|kl)\s*)(?:của\s+)?(?:(?:hội\s+nghị|hn)\s*)?(?:(?:lần\s+)?thứ\s+"
    r"(?P<first>\w+)\s+)?(?:của\s+)?(?:(?:ban\s+chấp\s+hành|bch)[\s.\-]*)?(?:trung\s+ương|t\.?w|t\.?ư)(?:\s+đảng)?"
    r"(?:[\s\-]*(?:(?:lần\s+)?thứ\s+)?(?P<second>\d{1,2}|[ivx]{1,5})(?![\w/%]|[.,]\d))?(?!\w)"
)
MEETING = re.compile(rf"(?<!\w)(?:hội\s+nghị)\s+(?:{CENTRE}\s+(?P<number>\d{{1,2}}|[ivx]{{1,5}}|tám))(?!\w)")
UNNUMBERED = re.compile(rf"(?P<type>(?<!\w)(?:{_LONG}))(?=\s+(?:của|về|ngày)\s)")
SIGNS = re.compile(
    r"(?:\A[\s\-+*•–]*|thực\s+hiện|tinh\s+thần|quán\s+triệt|triển\s+khai|học\s+tập|căn\s+cứ|theo|cụ\s+thể\s+hóa|như|ban\s+hành|với|và|,|;|là|của|"
    r"sơ\s+kết|tổng\s+kết|các|năm)(?:\s+(?:tốt|có\s+hiệu\s+quả|nội\s+dung|tinh\s+thần))?\s*\Z"
)
AFTER = re.compile(
    r"\s*(?:\Z|[.;:,()\"]|(?:của|về|ngày|khóa|và|cùng|với|do|đã|được|là|cũng|trong|vào|tại|theo|đến|tới|như|ra|có|sẽ|nhằm|để|"
    r"thì|mà|nêu|yêu|đề|xác|bằng|ở|trên|ban|gắn)(?!\w))"
)
IN_PARENTHESES = re.compile(r"\s*\([^()]{1,40}\)")
COUNTED = re.compile(r"\s*(?:năm|tháng)\s")
