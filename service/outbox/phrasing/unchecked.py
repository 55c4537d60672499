"""What of a file no check could look at, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read import CONVERTIBLE

if TYPE_CHECKING:
    from service.model.examination import Examination
    from service.words import Words


def unchecked(examination: Examination, words: Words) -> tuple[str, ...]:
    """What of the file could not be checked, or was read by a detour, in sentences."""
    unseen, told = examination.unseen, []
    if examination.file.format in CONVERTIBLE:
        told.append(words.say("gap_report.unseen.converted", format=f".{examination.file.format}"))
    if unseen.pictures:
        told.append(words.say("gap_report.unseen.pictures", count=unseen.pictures))
    if unseen.foreign:
        told.append(words.say("gap_report.unseen.foreign", count=unseen.foreign))
    if examination.unit is None:
        told.append(words.say("gap_report.unseen.unit"))
    if examination.terms.closing is None:
        told.append(words.say("gap_report.unseen.term"))
    return tuple(told)
