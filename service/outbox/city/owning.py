"""What each block of the consolidated report is, and the words of the units' reports that it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.model.city import Group
from service.model.owned import Owned, Source
from service.outbox.city import codes
from service.outbox.city.chapters import speaks
from service.outbox.city.doubts import BLOCK, NONE
from service.outbox.city.tables import KINDS
from service.outbox.phrasing.units import unit_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.model.city import Chapter, CityReport, CoverageRow
    from service.outbox.city.tables import Grid
    from service.outbox.phrasing.names import Names
    from service.words import Words


def owned(report: CityReport, pages: Iterable[Grid], words: Words, names: Names) -> tuple[Owned, ...]:
    """Every block that the template may mark."""
    return tuple(_Owning(report, words, names).blocks(pages))


class _Owning:
    """Tells the blocks of one report."""

    def __init__(self, report: CityReport, words: Words, names: Names) -> None:
        self._report = report
        self._words = words
        self._names = names
        self._files = {row.unit.id: one for row in report.coverage.rows if (one := _file(row))}

    def blocks(self, pages: Iterable[Grid]) -> Iterator[Owned]:
        """Fixed ones, chapters, tables of figures."""
        yield from self._fixed()
        for chapter in self._report.chapters:
            yield from self._chapter(chapter)
        for grid in pages:
            yield Owned(grid.block, self._say("grid"), sources=tuple(self._figures(grid.indicators)))

    def _fixed(self) -> Iterator[Owned]:
        everyone = tuple(self._files.values())
        summed = self._report.coverage.of(Group.COMPLETE, Group.GAPS)
        read = tuple(self._files[row.unit.id] for row in summed if row.unit.id in self._files)
        figures = tuple(self._figures([table.indicator for table in self._report.tables]))
        for code in ("coverage", "groups", "units", "silent-units", "a/2"):
            yield Owned(code, self._say("coverage"), sources=everyone)
        for code in ("summary", "dates", "no-figures", "no-grids"):
            yield Owned(code, self._say("summary"), sources=figures)
        for table in self._report.tables:
            yield Owned(
                codes.chart(table.indicator), self._names.indicator(table.indicator),
                sources=tuple(self._figures([table.indicator])),
            )  # fmt: skip
        for code in (BLOCK, NONE):
            yield Owned(code, self._say("doubts"), sources=tuple(self._doubted()))
        for code in ("gaps", "no-gaps"):
            yield Owned(code, self._say("gaps"), sources=read)
        yield Owned("authorities", self._say("authorities"), sources=tuple(self._citations(summed)))

    def _chapter(self, chapter: Chapter) -> Iterator[Owned]:
        section, title = chapter.section, self._names.section(chapter.section)
        for code in (codes.silent(section), codes.empty(section), codes.title(section)):
            yield Owned(code, title, section=section)
        for voice in chapter.voices:
            if speaks(voice):
                name = self._words.say(
                    "city_report.block.voice", unit=unit_name(voice.unit, self._words), section=title
                )
                said = tuple(
                    source for one in voice.excerpts for source in self._at(voice.unit.id, one.paragraph, one.text)
                )
                yield Owned(codes.voice(section, voice), name, voice.unit.id, section, said)
        for shared in chapter.shared:
            told = zip(shared.where, shared.said or [shared.text] * len(shared.where), strict=True)
            places = (self._at(unit.id, number, said) for (unit, number), said in told)
            sources = tuple(source for found in places for source in found)
            yield Owned(codes.shared(section, shared), title, section=section, sources=sources)

    def _figures(self, indicators: Iterable[str]) -> Iterator[Source]:
        wanted = set(indicators)
        for table in self._report.tables:
            for row in table.rows if table.indicator in wanted else ():
                for kind in KINDS:
                    figure = row.kind(kind)
                    if figure is not None:
                        told = f"{table.indicator}.{kind}"
                        for source in self._at(row.unit.id, figure.paragraph, figure.quote):
                            yield replace(source, figure=told, value=figure.value, measure=figure.measure)

    def _doubted(self) -> Iterator[Source]:
        for one in (one for doubt in self._report.doubts for one in doubt.given):
            for figure in one.figures:
                yield from self._at(one.unit.id, figure.paragraph, figure.quote)
            if one.quote:
                yield from self._at(one.unit.id, one.paragraph, one.quote)

    def _citations(self, summed: Iterable[CoverageRow]) -> Iterator[Source]:
        for row in summed:
            for one in row.standing.examination.authorities if row.standing.examination else ():
                yield from self._at(row.unit.id, one.paragraph, one.quote)

    def _at(self, unit: str, paragraph: int | None, said: str) -> Iterator[Source]:
        file = self._files.get(unit)
        if file is not None:
            yield replace(file, paragraph=paragraph, words=said)

    def _say(self, name: str) -> str:
        return self._words.say(f"city_report.block.{name}")


def _file(row: CoverageRow) -> Source | None:
    latest = row.standing.latest
    return Source(row.unit.id, latest.claim.name, latest.claim.sha256) if latest else None
