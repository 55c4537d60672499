"""The whole check of one read file: what it is, whose, and what it holds. The order of the judges is here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from service.check.across.marks import marks
from service.check.authorities.judge import cited_in, cited_places, judge_authorities
from service.check.case import Case, Context, make_case
from service.check.documents.kinds import judge_kind
from service.check.documents.traits import judge_traits, unreadable
from service.check.figures.judge import judge_figures
from service.check.force import as_told, day_of, in_force, on_trial
from service.check.leftovers.foreign import judge_foreign
from service.check.leftovers.placeholders import judge_placeholders
from service.check.lists import phrasebook
from service.check.sections.alignment import judge_alignment
from service.check.sections.goals import judge_goals
from service.check.sections.lessons import judge_lessons
from service.check.sections.results import judge_results
from service.check.sections.zones import judge_zones
from service.check.terms.findings import term_findings
from service.check.terms.terms import judge_terms, report_date
from service.check.unit.units import judge_unit
from service.check.wording import finding
from service.model.examination import (
    Examination,
    Finding,
    Kind,
    SectionAnswer,
    Status,
    Terms,
    UnitMatch,
    Unseen,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.authorities.judge import Place
    from service.errors import UnreadableReport
    from service.model.examination import Citation, FileFacts, Indicator
    from service.model.manuscript import Manuscript
    from service.model.outline import Outline, Piece
    from service.model.rulebook import Rulebook

_SHOWN_TITLE = 160


@dataclass(frozen=True, slots=True)
class _Kinds:
    pieces: tuple[tuple[Piece, Kind], ...]

    @property
    def main(self) -> tuple[Piece, Kind]:
        """The term report where there is one, else the first document."""
        return next((each for each in self.pieces if each[1] is Kind.TERM_REPORT), self.pieces[0])


def examine(
    manuscript: Manuscript, outline: Outline, rulebook: Rulebook, file: FileFacts, folder: str = ""
) -> Examination:
    """Judge a file that could be read, by the rules in force.

    Args:
        manuscript: what it says.
        outline: how it is built.
        rulebook: the rules.
        file: its name, hash, size and format.
        folder: folder below the inbox that it lay in, with "/" between parts.
    """
    phrases = phrasebook(rulebook)
    kinds = _Kinds(tuple((piece, judge_kind(manuscript, piece, rulebook, phrases)) for piece in outline.pieces))
    piece, kind = kinds.main
    case = make_case(manuscript, outline, piece, rulebook, phrases, file_name=file.name, folder=folder)
    unit = judge_unit(case)
    about_file = (*_several(rulebook, kinds), *judge_traits(manuscript, rulebook))
    day = day_of(report_date(case), rulebook)
    if kind is not Kind.TERM_REPORT:
        findings = (_wrong_kind(rulebook, kind, piece), *about_file)
        answer = Examination(file, kind, Verdict.WRONG_KIND, unit, findings=findings, pack=rulebook.name)
        return as_told(answer, answer, rulebook, day)
    answer = _term_report(replace(case, rulebook=in_force(rulebook, day)), file, unit, about_file)
    answer = replace(answer, unseen=Unseen(len(manuscript.unread), manuscript.pictures))
    if not on_trial(rulebook):
        return as_told(answer, answer, rulebook, day)
    trying = replace(case, rulebook=in_force(rulebook, day, trial=True))
    return as_told(answer, _term_report(trying, file, unit, about_file), rulebook, day)


def prepared(
    manuscript: Manuscript, outline: Outline, rulebook: Rulebook, file: FileFacts
) -> tuple[Case, Context] | None:
    """What the judges of a term report are given; None where the file holds none. For `rules explain`."""
    phrases = phrasebook(rulebook)
    piece, kind = _Kinds(tuple((each, judge_kind(manuscript, each, rulebook, phrases)) for each in outline.pieces)).main
    case = make_case(manuscript, outline, piece, rulebook, phrases, file_name=file.name)
    return (case, _context(case, judge_unit(case))[0]) if kind is Kind.TERM_REPORT else None


def _term_report(case: Case, file: FileFacts, unit: UnitMatch | None, about_file: tuple[Finding, ...]) -> Examination:
    context, terms = _context(case, unit)
    places = cited_places(case)
    authorities, authority_findings = judge_authorities(case, context, places)
    indicators, figure_findings = judge_figures(case, context)
    sections, section_findings = _sections(case, context, authorities, indicators, places)
    complete = all(section.status is Status.PRESENT for section in sections)
    return Examination(
        file=file,
        kind=Kind.TERM_REPORT,
        verdict=Verdict.COMPLETE if complete else Verdict.GAPS,
        unit=unit,
        terms=terms,
        sections=sections,
        authorities=authorities,
        indicators=indicators,
        findings=(
            *section_findings,
            *term_findings(case, context),
            *authority_findings,
            *figure_findings,
            *judge_foreign(case, context, unit),
            *judge_placeholders(case, context),
            *about_file,
        ),
        pack=case.rulebook.name,
        marks=marks(case, context, unit),
    )


def _context(case: Case, unit: UnitMatch | None) -> tuple[Context, Terms]:
    dated = report_date(case)
    registered = case.rulebook.registry.get(unit.id) if unit else None
    terms = judge_terms(case, dated.year if dated else None, registered, case.rulebook.round)
    zones = judge_zones(case, terms.opening)
    level = unit.level if unit else None
    return Context(zones, level, terms.closing, terms.opening, dated), terms


def _sections(
    case: Case,
    context: Context,
    authorities: Sequence[Citation],
    indicators: Sequence[Indicator],
    places: Sequence[Place],
) -> tuple[tuple[SectionAnswer, ...], tuple[Finding, ...]]:
    least = {section.id: section.least_words for section in case.rulebook.sections}
    nq29 = next((citation for citation in authorities if citation.id == "nq29"), None)
    answers = (
        judge_results(case, context, measured=bool(_ids(indicators, "target") & _ids(indicators, "result"))),
        judge_lessons(case, context, least.get("lessons_learned", 14)),
        judge_goals(
            case, context, least.get("new_term_goals", 18), [one.paragraph for one in indicators if one.kind == "goal"]
        ),
        judge_alignment(case, context, cited_in(places, "nq29") if nq29 else (), nq29),
    )
    return tuple(answer for answer, _ in answers), tuple(each for _, found in answers for each in found)


def _ids(indicators: Sequence[Indicator], kind: str) -> set[str]:
    return {one.id for one in indicators if one.kind == kind}


def _wrong_kind(rulebook: Rulebook, kind: Kind, piece: Piece) -> Finding:
    title = piece.title[:_SHOWN_TITLE] or "…"
    return finding(
        rulebook, "document.wrong_kind", kind=_kind_name(rulebook, kind), title=title,
        quote=piece.title[:_SHOWN_TITLE] or None, paragraph=piece.title_paragraph,
    )  # fmt: skip


def _several(rulebook: Rulebook, kinds: _Kinds) -> tuple[Finding, ...]:
    """More than one document in the file; an annex of figures belongs to its report."""
    main, _ = kinds.main
    for piece, kind in kinds.pieces:
        if piece is main or kind is Kind.ANNEX or not piece.title:
            continue
        return (
            finding(rulebook, "document.several", quote=piece.title[:_SHOWN_TITLE], kind=_kind_name(rulebook, kind),
                    paragraph=piece.title_paragraph),
        )  # fmt: skip
    return ()


def _kind_name(rulebook: Rulebook, kind: Kind) -> str:
    rule = next((rule for rule in rulebook.kinds if rule.id == kind), None)
    if rule is None:
        return kind
    return rule.name_en if rulebook.language == "en" else rule.name_vi


def refuse(rulebook: Rulebook, file: FileFacts, trouble: UnreadableReport) -> Examination:
    """The answer for a file that can't be judged."""
    return Examination(file, None, Verdict.UNREADABLE, findings=(unreadable(rulebook, trouble),), pack=rulebook.name)
