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


def superior(folded: str, level: str | None) -> bool:
    """Whether a text names an association above one of this level; a district's is taken where it is unknown."""
    return bool(_ABOVE.get(level or "", _ABOVE["district"]).search(folded))
