"""The compendium of a unit: every summed-up report opened again, one after the other, and merged into one file."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING

from service.compendium import merge
from service.errors import UnreadableReport
from service.flow.opening import word_package
from service.flow.stand_ins import filled
from service.model.city import Group
from service.model.compendium import Contribution
from service.outbox.city.compendium import captions, first_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from service.flow.tools import Tools
    from service.model.city import CityReport, Extract
    from service.model.compendium import Result
    from service.model.submission import Claim
    from service.outbox.phrasing.names import Names


@contextmanager
def compendium(
    tools: Tools, report: CityReport, extracts: Mapping[int, Extract], issued: date, names: Names
) -> Iterator[IO[bytes]]:
    """Merge the reports that are summed up; gives a file that holds the compendium, and is gone afterwards.

    Raises:
        TemplateError: the template of the first pages can't be used.
        OSError: there is no room for temporary files.
    """
    settings, registry, words = tools.settings, tools.rulebook.registry, tools.words
    with ExitStack() as files:

        def spool() -> IO[bytes]:
            return files.enter_context(tempfile.TemporaryFile())

        def front(result: Result) -> bytes:
            return filled(
                tools,
                lambda templates: first_pages(
                    templates, report, result, registry, words, issued=issued, names=names, gathered=settings.round
                ),
            )

        sink, own = spool(), captions(report.unit, words, names)
        merge(sink, _contributions(tools, report, extracts), own, spool, front=front, day=issued.isoformat())
        yield sink


def _contributions(tools: Tools, report: CityReport, extracts: Mapping[int, Extract]) -> Iterator[Contribution]:
    """The reports in the order of the registry, whenever they came."""
    for row in report.coverage.of(Group.COMPLETE, Group.GAPS):
        if row.standing.latest is None:
            continue
        claim = row.standing.latest.claim
        title = tools.words.say("compendium.unit", unit=row.unit.association)
        extract = extracts.get(claim.id)
        if extract is not None:
            yield Contribution(row.unit.id, title, claim.sha256, extract, partial(_package, tools, claim))


def _package(tools: Tools, claim: Claim) -> bytes:
    try:
        return word_package(tools.originals.path(claim.sha256).read_bytes(), claim.name)
    except OSError as trouble:
        raise UnreadableReport("file.corrupt", "damaged") from trouble
