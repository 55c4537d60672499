"""What a sheet says of the versions of a report, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.comparison import Sameness
from service.outbox.phrasing.numbers import short_date
from service.rounds.objects import counts
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.comparison import Lineage, Version
    from service.model.waiver import Waiver
    from service.words import Words


def since(lineage: Lineage, words: Words) -> Iterator[str]:
    """What changed since the version before, then whatever makes that doubtful; nothing for a first version."""
    if lineage.presumed:
        yield words.say(f"rounds.presumed.{lineage.presumed}")
    if lineage.repeats:
        yield _said("repeats", lineage.repeats, words)
    if lineage.returns:
        yield _said("returns", lineage.returns, words)
    if lineage.against and lineage.comparison:
        key = "unchanged" if lineage.unchanged else "since"
        yield _said(key, lineage.against, words, **counts(lineage.comparison))
        if lineage.comparison.sameness is Sameness.UNLIKE:
            yield words.say("rounds.unlike")
        if lineage.comparison.other_rules:
            yield words.say("rounds.other_rules")
    if lineage.older:
        yield words.say("rounds.older")
    if lineage.copies:
        yield words.say("rounds.copies", files="; ".join(shown(one.name) for one in lineage.copies))


def accepted(waiver: Waiver, words: Words) -> str:
    """Who accepted a finding, why and until when."""
    until = words.say("rounds.waived.until", day=short_date(waiver.until.isoformat(), words)) if waiver.until else ""
    return words.say("rounds.waived.one", reason=waiver.reason.rstrip(" ."), by=waiver.by, until=until)


def _said(key: str, version: Version, words: Words, **more: object) -> str:
    day = short_date(version.received, words)
    return words.say(f"rounds.{key}", number=version.number, file=shown(version.name), day=day, **more)
