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
    r"\W*(?:(?:s[ửu]a|ch[ỉi]nh|b[ổo] sung|ti[ếe]p thu|g[óo]p [ýy]|y[êe]u c[ầa]u)\b|(?<=[ễe]n )(?:ph[íi]|l[àa])\b)",
    re.IGNORECASE,
)
"""After such a word something else is meant: "chấp nhận sửa", "miễn phí", "miễn là"."""
_LEADS = re.compile(
    r"[^\S\n]*[:,.;–—(\n-]|\s+(?:v[ìi]|do|theo|b[ởo]i|m[ãa]|đến|den|tới|until|because|as|since|(?:[b-df-hj-np-tv-z][2-9]){3})"
    r"(?![^\W_])",
    re.IGNORECASE,
)
"""What parts the word from a reason; after anything else ("chấp nhận chưa được") nobody can tell what is meant."""
_DOUBT = re.compile(
    r"\?|^\W*(?:kh[ôo]ng|ch[ưu]a|ch[ẳa]ng|not|no)\b(?! c[óo])"
    r"|\b(?:(?:kh[ôo]ng|ch[ưu]a|ch[ẳa]ng|sao|th[ếe] n[àa]o|l[àa]m sao) (?:[đd][ưu][ợo]c|th[ểe]|ch[ấa]p|[đd][ồo]ng)"
    r"|hay (?:kh[ôo]ng|l[àa])|t[ừu] ch[ốo]i|b[áa]c b[ỏo]|m[ộo]t ph[ầa]n|n[ếe]u|nh[ưu]ng|v[ớo]i [đd]i[ềe]u ki[ệe]n"
    r"|tr[ừu] khi|mi[ễe]n l[àa]|tuy nhi[êe]n|song|ph[ảa]i|c[ầa]n|[đd][ềe] ngh[ịi]|y[êe]u c[ầa]u|h[ỏo]i"
    r"|(?<![đd][ãa] )(?:s[ửu]a|ch[ỉi]nh|b[ổo] sung|l[àa]m l[ạa]i|vi[ếe]t l[ạa]i|gi[ảa]i tr[ìi]nh)"
    r"|not|reject\w*|refus\w*|partly|partially|if|but|unless|provided|however|except|must|should|needs?|please|fix)\b",
    re.IGNORECASE,
)
"""What makes of an acceptance a question, a refusal, a condition or a demand."""
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
    plain: bool = True
    """Whether it accepts without a question, a denial, a condition or a demand; if not, a person must decide."""


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
    plain = (not rest.strip(_EDGES) or _LEADS.match(rest) is not None) and _DOUBT.search(rest.lstrip(_EDGES)) is None
    return Decision(" ".join(reason.split()), tuple(FINDING.findall(rest)), _until(reply), plain)


def _until(reply: str) -> date | None:
    found = _UNTIL.search(reply)
    if found is None:
        return None
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
