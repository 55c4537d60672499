"""The codes of the blocks of the consolidated report: short, and the same in every build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.outbox.city.blocks.controls import digest

if TYPE_CHECKING:
    from service.model.city import Shared, Voice

SECTIONS = {
    "resolution_results": "kq",
    "lessons_learned": "bh",
    "new_term_goals": "mt",
    "resolution29_alignment": "29",
}


def voice(section: str, one: Voice) -> str:
    """What one unit says under a section."""
    kind = "v" if one.depth == 1 else "d"
    return f"{kind}/{SECTIONS[section]}/{one.unit.id.partition('.')[2] or one.unit.id}"


def shared(section: str, one: Shared) -> str:
    """A sentence that several units write."""
    return f"c/{SECTIONS[section]}/{digest(' '.join(one.text.casefold().split()), 8)}"


def silent(section: str) -> str:
    """Whose report lacks a section."""
    return f"x/{SECTIONS[section]}"


def empty(section: str) -> str:
    """That no report holds a section."""
    return f"e/{SECTIONS[section]}"


def title(section: str) -> str:
    """The title of a section in the annex."""
    return f"t/{SECTIONS[section]}"


def chart(indicator: str) -> str:
    """A chart of one indicator."""
    return f"h/{indicator}"


def grid(number: int) -> str:
    """A table of units by indicators."""
    return f"b/{number}"


def goals(number: int) -> str:
    """A table of units by the goals that they set."""
    return f"m/{number}"
