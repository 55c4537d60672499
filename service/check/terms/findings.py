"""Where the terms or the congress numbers of a report contradict each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.sections.parts import self_named
from service.check.terms.congresses import congress_findings
from service.check.terms.terms import Mention, mentions, of_others
from service.check.wording import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Case, Context
    from service.model.examination import Finding

_PAST_TOLD = re.compile(r"thực hiện|kết quả|hoàn thành|so với|phát huy|kế thừa|tổng kết|kiểm điểm|đánh giá|đã ")
_LABEL = 80
"""So many characters behind its name a part may say for which term it is."""
_GOALS = re.compile(r"phương hướng|mục tiêu|nhiệm vụ|giải pháp|chỉ tiêu")


def term_findings(case: Case, context: Context) -> tuple[Finding, ...]:
    """Contradictions between the terms and congress numbers that a report names."""
    found = [*_direction_old(case, context), *_mismatches(case, context), *congress_findings(case, context)]
    return (*found, *_other_round(case, context))


def _direction_old(case: Case, context: Context) -> Iterator[Finding]:
    """The part on the new term labelled with the term that has ended; told once."""
    labelled = next((each for each in (*_in_headings(case, context), *_in_words(case, context))), None)
    labelled = labelled or _in_title(case, context)
    if labelled is not None:
        quote, paragraph = labelled
        yield term_finding(case, "term.direction_old", quote, paragraph, context, section="new_term_goals")


def _in_headings(case: Case, context: Context) -> Iterator[tuple[str, int]]:
    for heading in case.piece.headings:
        if context.zone(heading.paragraph) is not Zone.FUTURE:
            continue
        texts = [line for n in range(heading.paragraph, heading.last + 1) if (line := case.line(n))]
        named = [m for line in texts for m in (*mentions(line), *mentions(line, bare=True))]
        terms = {m.term for m in named if not heading.run_in or m.end <= heading.run_in}
        if context.closing in terms and context.opening not in terms:
            yield heading.text, heading.paragraph


def _in_words(case: Case, context: Context) -> Iterator[tuple[str, int]]:
    """A sentence among the goals that begins with a part's name and the old term ("Mục tiêu nhiệm kỳ …:")."""
    for line in case.lines:
        if context.zone(line.paragraph) is not Zone.FUTURE or line.heading:
            continue
        for _, start in self_named(line):
            label = re.split(r":| là(?![^\W_])", line.folded[start : start + _LABEL])[0]
            old = next((m for m in mentions(line) if start < m.start and m.end <= start + len(label) + 1), None)
            if old is not None and old.term == context.closing and not _PAST_TOLD.search(label):
                yield line.text[start : old.end], line.paragraph


def _in_title(case: Case, context: Context) -> tuple[str, int] | None:
    """A title that names the old term twice, the second time for directions."""
    fronts = [line for line in case.lines if case.piece.title_paragraph is not None
              and case.piece.title_paragraph <= line.paragraph < case.piece.front_end]  # fmt: skip
    named = [m for line in fronts for m in mentions(line)]
    if len(named) < 2 or any(m.term != context.closing for m in named):
        return None
    last = named[-1]
    before = last.line.folded[: last.start]
    goal = next(reversed(list(_GOALS.finditer(before))), None)
    earlier = named[-2]
    if goal is None or (earlier.line is last.line and goal.start() < earlier.end):
        return None
    between = before[earlier.end if earlier.line is last.line else 0 : goal.start()]
    return None if _PAST_TOLD.search(between) else (last.line.text[goal.start() : last.end], last.line.paragraph)


def _mismatches(case: Case, context: Context) -> Iterator[Finding]:
    """A term of the unit's own congress that overlaps one of the report's terms without being it."""
    if context.closing is None:
        return
    seen: set[str] = {context.closing, context.opening or ""}
    for line in case.lines:
        if context.zone(line.paragraph) is Zone.CLOSING:
            continue
        for mention in mentions(line):
            crossed = _crossed(mention, context)
            foreign = of_others(line.folded, mention.start, mention.end, context.level)
            if crossed is None or mention.term in seen or foreign:
                continue
            seen.add(mention.term)
            yield term_finding(case, "term.mismatch", quoted(mention), line.paragraph, context, found=mention.term,
                               expected=crossed)  # fmt: skip
    yield from _gap(case, context)


def _crossed(mention: Mention, context: Context) -> str | None:
    """The term of the report that a mention overlaps."""
    for term in (context.closing, context.opening):
        if term and mention.first < int(term[5:]) and mention.last > int(term[:4]):
            return term
    return None


def _gap(case: Case, context: Context) -> Iterator[Finding]:
    """The new term doesn't follow the closing one."""
    if not context.opening or not context.closing or abs(int(context.opening[:4]) - int(context.closing[5:])) <= 1:
        return
    place = next((m for line in case.lines for m in mentions(line) if m.term == context.opening), None)
    if place is not None:
        yield term_finding(case, "term.mismatch", quoted(place), place.line.paragraph, context, found=context.opening,
                           expected=context.closing)  # fmt: skip


def quoted(mention: Mention) -> str:
    """The words of a mention as the report writes them."""
    return mention.line.text[mention.start : mention.end].strip()


def _other_round(case: Case, context: Context) -> Iterator[Finding]:
    """The report sums up another term than the round that is being gathered."""
    rounds = case.rulebook.round
    if context.closing is None or rounds.first_year <= int(context.closing[5:]) <= rounds.last_year:
        return
    place = next((m for line in case.lines for m in mentions(line) if m.term == context.closing), None)
    quote, paragraph = (quoted(place), place.line.paragraph) if place else (None, None)
    yield term_finding(case, "term.other_round", quote, paragraph, context, found=context.closing,
                       expected=rounds.closing)  # fmt: skip


def term_finding(
    case: Case, code: str, quote: str | None, paragraph: int | None, context: Context, **more: str
) -> Finding:
    """A finding about terms, with both terms for its blanks."""
    section = more.pop("section", None)
    closing, opening = context.closing or "…", context.opening or "…"
    blanks: dict[str, object] = {"closing": closing, "opening": opening, **more}
    return finding(case.rulebook, code, section=section, quote=quote, paragraph=paragraph, **blanks)  # type: ignore[arg-type]
