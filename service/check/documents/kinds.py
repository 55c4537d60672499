"""What kind of document each piece of a file is: by its title first, by its headings and words where that is silent."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from service.language import fold
from service.model.examination import Kind

if TYPE_CHECKING:
    from service.language import Phrasebook
    from service.model.manuscript import Manuscript
    from service.model.outline import Piece
    from service.model.rulebook import Rulebook

_OPENING = 14
"""Paragraphs after the title in which a document says what it is."""
_YEARS = re.compile(r"năm (20[0-9]{2}) ?- ?(20[0-9]{2})")
_TERM = re.compile(r"nhiệm kì ((?:19|20)[0-9]{2}) ?- ?((?:19|20)[0-9]{2})")
_TERM_YEARS = 3
_SALUTE = "\"'(*-–“”. "


def judge_kind(manuscript: Manuscript, piece: Piece, rulebook: Rulebook, phrases: Phrasebook) -> Kind:
    """The kind of one document of a file."""
    title = _YEARS.sub(_span, fold(piece.title).strip(_SALUTE))
    by_title = _by_title(title, rulebook, phrases)
    by_signs = _by_signs(manuscript, piece, rulebook, phrases)
    if by_title is None:
        return by_signs or (Kind.TERM_REPORT if _of_two_terms(piece) else Kind.OTHER)
    if by_title is Kind.OTHER and by_signs is Kind.TERM_REPORT and not title:
        return by_signs
    return by_title


def _of_two_terms(piece: Piece) -> bool:
    """Whether a report's headings name a term and the one that follows it."""
    named = {term for heading in piece.headings for term in _TERM.findall(fold(heading.title))}
    follows = any(last == first for _, last in named for first, _ in named)
    return follows and fold(piece.title).startswith("báo cáo")


def _span(found: re.Match[str]) -> str:
    """Years that make a term ("công tác năm 2015 - 2020") are no single year."""
    return f"giai đoạn {found[1]}-{found[2]}" if int(found[2]) - int(found[1]) >= _TERM_YEARS else found[0]


def _by_title(title: str, rulebook: Rulebook, phrases: Phrasebook) -> Kind | None:
    if not title:
        return None
    hits = phrases.find(title)
    names = {hit.name for hit in hits}
    opens = {
        hit.name
        for hit in hits
        if hit.start <= len("báo cáo ") and not title[: hit.start].replace("báo cáo", "").strip()
    }
    for kind in rulebook.kinds:
        if f"kind.not.{kind.id}" in names:
            continue
        if _begins(kind.id, title, opens) or f"kind.title.{kind.id}" in names:
            return Kind(kind.id)
    return None


def _begins(kind: str, title: str, opens: set[str]) -> bool:
    """Tell whether the title begins as the kind does; "BÁO CÁO" may stand before that, but not instead of it."""
    return f"kind.starts.{kind}" in opens and (not title.startswith("báo cáo") or kind not in _NEVER_AFTER_REPORT)


_NEVER_AFTER_REPORT = {Kind.DRAFT_RESOLUTION, Kind.PERSONNEL_PLAN}


def _by_signs(manuscript: Manuscript, piece: Piece, rulebook: Rulebook, phrases: Phrasebook) -> Kind | None:
    """The kind that most signs in headings and opening speak for; a term report needs two."""
    texts = [fold(heading.title) for heading in piece.headings]
    opening = manuscript.paragraphs[piece.front_end : min(piece.end, piece.front_end + _OPENING)]
    texts += [fold(paragraph.text) for paragraph in opening]
    named = ({hit.name for hit in hits} for hits in phrases.find_each(texts))
    votes = Counter(name for names in named for name in names if name.startswith("kind.sign."))
    for kind in rulebook.kinds:
        needed = 2 if kind.id == Kind.TERM_REPORT else 1
        if votes[f"kind.sign.{kind.id}"] >= needed:
            return Kind(kind.id)
    return None
