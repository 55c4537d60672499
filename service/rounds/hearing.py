"""What people answered to our comments becomes waivers, or proposals that a reviewer must decide."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from service.language.decisions import FINDING, decision
from service.model.waiver import Origin, Waiver
from service.rounds.fingerprint import marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from service.model.examination import Examination
    from service.model.manuscript import Reply


def heard(examination: Examination, unit: str, reviewers: Collection[str], file: str) -> Iterator[Waiver]:
    """A waiver for each reply that accepts a finding.

    It is only a proposal where its author isn't among the reviewers, gives no reason, asks, denies or demands
    something in it, or doesn't tell which of several findings is meant.

    Args:
        examination: of the file that holds the replies.
        unit: id of the unit whose report it is.
        reviewers: their names, as Word shows them as authors.
        file: name of the file, for the audit trail.
    """
    known = {mark.id: (mark.kin, one.message) for mark, one in zip(marks(examination.findings), examination.findings,
                                                                   strict=True)}  # fmt: skip
    names = {_plain(name) for name in reviewers}
    for reply in examination.replies:
        said = decision(reply.text)
        if said is None:
            continue
        found = said.findings or _only(reply)
        sure = said.plain and bool(found) and bool(said.reason) and _plain(reply.author) in names
        for finding in found or ("",):
            kin, message = known.get(finding, ("", reply.to.split("\n", 1)[0]))
            yield Waiver(
                unit, finding, said.reason, reply.author.strip(), said.until, reply.moment, Origin.REPLY, file,
                message, kin, proposed=not sure,
            )  # fmt: skip


def _only(reply: Reply) -> tuple[str, ...]:
    """The finding that our comment spoke of, where it was one."""
    named = tuple(dict.fromkeys(FINDING.findall(reply.to)))
    return named if len(named) == 1 else ()


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
