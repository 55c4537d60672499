"""What was found, in as few words as its place has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.examination import Certainty

if TYPE_CHECKING:
    from service.model.city import FrequentGap
    from service.model.examination import Finding
    from service.outbox.phrasing.names import Names
    from service.words import Words


def told(finding: Finding, words: Words) -> str:
    """What was found; what is only likely is marked so."""
    marked = words.say("gap_report.check_again", message="").strip(" .").casefold()
    if finding.certainty is not Certainty.CHECK or marked in finding.message.casefold():
        return finding.message
    return words.say("gap_report.check_again", message=finding.message.rstrip())


def gap_text(gap: FrequentGap, words: Words, names: Names) -> str:
    """What several reports lack, in a few words."""
    key = f"city_report.gap.{gap.code}"
    if not words.has(key):
        return gap.message
    return words.say(
        key,
        section=names.section(gap.section or ""),
        part=names.part(gap.part or ""),
        authority=names.authority(gap.authority or ""),
    )


def shorten(text: str, most: int) -> str:
    """The text on one line, cut between words where it's longer than `most` letters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most + 1].rsplit(" ", 1)[0] if " " in line[: most + 1] else line[:most]
    return kept.rstrip(" ,;:.-–") + "…"
