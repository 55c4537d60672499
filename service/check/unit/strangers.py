"""Communes that a report names as its own and the registry doesn't know: it's not the report of their district."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from service.check.case import Line

_COMMUNE = r"(?:phường|xã(?! hội)|thị trấn|p\.|x\.|tt\.?(?= )) ?[^\W_]"
_BODY = r"(?:hội khuyến học|hkh|hội kh|ủy ban nhân dân|ubnd)"
_IN_LETTERHEAD = re.compile(rf"(?:^|\t| {{2}}|{_BODY} ) ?\W?{_COMMUNE}")
_IN_TITLE = re.compile(rf"(?:hội khuyến học|hkh) {_COMMUNE}")
_DATED = re.compile(r", ngày ")


def names_unknown_commune(letterhead: Iterable[Line], title: Iterable[Line], known: Collection[int]) -> bool:
    """Whether letterhead or title names a ward, township or commune of its own that isn't a known one.

    Args:
        letterhead: lines above the title.
        title: lines of the title.
        known: `id` of each line that names a commune of the registry.
    """
    named = [line for line in letterhead if _IN_LETTERHEAD.search(line.folded) and not _DATED.search(line.folded)]
    named += [line for line in title if _IN_TITLE.search(line.folded)]
    return any(id(line) not in known for line in named)
