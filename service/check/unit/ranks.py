"""Which associations stand above a unit, by the words that name them."""

from __future__ import annotations

import re

_ALWAYS = r"hội cấp trên|hội khuyến học cấp trên|cấp hội cấp trên|hội khuyến học việt nam|trung ương hội|toàn quốc"
_CITY = rf"{_ALWAYS}|hội khuyến học (?:thành phố|tp)|thành hội"
_ABOVE = {
    "city": re.compile(_ALWAYS),
    "district": re.compile(_CITY),
    "commune": re.compile(rf"{_CITY}|(?:hội khuyến học|hkh) (?:quận|huyện|q\.|h\.)|quận hội|huyện hội"),
}


_OWNER = r"^(?: (?:đại hội|đại biểu|hội|khuyến học|hkh|của|cấp|lần thứ [^\W_]+|nhiệm kì|[ivx]+))*"
_HIGHEST = r"cấp trên|toàn quốc|trung ương|việt nam"
_OWNED = {
    "city": re.compile(rf"{_OWNER} (?:{_HIGHEST})(?![^\W_])"),
    "district": re.compile(rf"{_OWNER} (?:{_HIGHEST}|thành phố|tp|tỉnh)(?![^\W_])"),
    "commune": re.compile(rf"{_OWNER} (?:{_HIGHEST}|thành phố|tp|tỉnh|quận|huyện)(?![^\W_])"),
}


def owned_above(after: str, level: str | None) -> bool:
    """Whether the words right behind "nghị quyết đại hội" make it that of a level above: "… của thành phố"."""
    return bool(_OWNED.get(level or "", _OWNED["district"]).search(after))


def superior(folded: str, level: str | None) -> bool:
    """Whether a text names an association above one of this level; a district's is taken where it is unknown."""
    return bool(_ABOVE.get(level or "", _ABOVE["district"]).search(folded))
