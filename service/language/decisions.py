"""What a reply to a remark decides: that it is accepted as it is, why and until when."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_QUOTED = re.compile(r"\s*(?:reply to|trả lời(?: cho)?) [^\n]*\n", re.IGNORECASE)
"""What LibreOffice puts before a reply in older files."""
_ACCEPTED = re.compile(
    r"\W*(?:ch[ấa]p nh[ậa]n|b[ỏo] qua|mi[ễe]n tr[ừu]|mi[ễe]n|accepted|accept|waived|waive)(?![^\W_])", re.IGNORECASE
)
"""With the accents or without any, as people type them in a hurry."""
_OTHERWISE = re.compile(
    r"\W*(?:s[ửu]a|ch[ỉi]nh|b[ổo] sung|ti[ếe]p thu|g[óo]p [ýy]|y[êe]u c[ầa]u"
    r"|(?:ph[íi]|l[àa]|(?:đ[ưu][ợo]c )?kh[ôo]ng)\b)",
    re.IGNORECASE,
)
"""After such a word something else is meant: "chấp nhận sửa", "miễn phí", "miễn là"."""
_UNTIL = re.compile(
    r"(?:đến|den|tới|until)(?: h[ếe]t)?(?: ng[àa]y)? (?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))",
    re.IGNORECASE,
)
FINDING = re.compile(r"(?<![^\W_])(?:[b-df-hj-np-tv-z][2-9]){3}(?:-\d{1,4}/\d{1,4})?(?![^\W_])")
"""The id of a finding."""
_CODE = re.compile(r"\(?\bmã:?\s*\)?(?=\s|$)", re.IGNORECASE)
"""The word before an id, left over when the id is taken away."""
_EDGES = " \t\n:;,.–-()[]"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reply says."""

    reason: str
    """In the words of the reply; empty where it gives none."""
    findings: tuple[str, ...] = ()
    """Ids that it names."""
    until: date | None = None


def decision(reply: str) -> Decision | None:
    """Read a reply; None where it doesn't begin by accepting."""
    reply = unicodedata.normalize("NFC", reply)
    if quoted := _QUOTED.match(reply):
        reply = reply[quoted.end() :]
    begun = _ACCEPTED.match(reply)
    if begun is None or _OTHERWISE.match(reply, begun.end()):
        return None
    rest = reply[begun.end() :]
    reason = _CODE.sub(" ", FINDING.sub(" ", rest)).strip(_EDGES)
    return Decision(" ".join(reason.split()), tuple(FINDING.findall(rest)), _until(reply))


def _until(reply: str) -> date | None:
    found = _UNTIL.search(reply)
    if found is None:
        return None
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
