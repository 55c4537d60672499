"""What a file still carries besides its text, and why a file can't be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.check.wording import finding
from service.language import odd_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.errors import UnreadableReport
    from service.model.examination import Finding
    from service.model.manuscript import Aside, Manuscript
    from service.model.rulebook import Rulebook

_SHOWN = 120
_ODD_LETTERS = "document.odd_letters"
_NAMED = 5
"""So many odd words are named; the rest is counted."""


def judge_traits(manuscript: Manuscript, rulebook: Rulebook) -> tuple[Finding, ...]:
    """One finding for each thing that a file should no longer carry when it is sent."""
    return tuple(_traits(manuscript, rulebook))


def _traits(manuscript: Manuscript, rulebook: Rulebook) -> Iterator[Finding]:
    carried: tuple[tuple[str, Sequence[Aside]], ...] = (
        ("document.tracked_changes", (*manuscript.insertions, *manuscript.deletions)),
        ("document.comments", manuscript.comments),
        ("document.hidden_text", manuscript.hidden),
        ("document.legacy_font", manuscript.legacy),
    )
    for code, asides in carried:
        if asides:
            yield _carried(rulebook, code, asides)
    odd = [(word, p.index) for p in manuscript.paragraphs for word in odd_words(p.text)]
    if odd and _ODD_LETTERS in rulebook.findings:
        words, (quote, paragraph) = list(dict.fromkeys(word for word, _ in odd)), odd[0]
        yield finding(
            rulebook,
            _ODD_LETTERS,
            quote=quote,
            paragraph=paragraph,
            count=len(odd),
            words=", ".join(f"“{word}”" for word in words[:_NAMED]) + ("…" if len(words) > _NAMED else ""),
        )


def _carried(rulebook: Rulebook, code: str, asides: Sequence[Aside]) -> Finding:
    first = next((aside for aside in asides if aside.text.strip()), asides[0])
    return finding(
        rulebook,
        code,
        quote=_shown(first.text),
        paragraph=first.paragraph,
        count=len(asides),
        fonts=", ".join(sorted({aside.author for aside in asides if aside.author})),
    )


def _shown(text: str) -> str | None:
    """The beginning of a passage, cut at a word."""
    text = text.strip()
    if len(text) <= _SHOWN:
        return text or None
    return text[:_SHOWN].rsplit(maxsplit=1)[0] if " " in text[:_SHOWN] else text[:_SHOWN]


def unreadable(rulebook: Rulebook, error: UnreadableReport) -> Finding:
    """The finding of a file that can't be judged: why, and what to do next."""
    blanks: dict[str, Any] = {name: value for name, value in error.values.items() if name not in _OWN}
    return finding(rulebook, error.key, variant=error.variant, **blanks)


_OWN = frozenset({"variant", "section", "part", "authority", "quote", "paragraph", "certainty", "severity"})
