"""Two versions side by side: every finding of both is told exactly once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.model.comparison import Progress, Sameness
from service.rounds.compare import compare
from tests.rounds.findings import found, moved, report

GOALS = found("section.missing", section="new_term_goals")
NQ29 = found("authority.missing", authority="nq29")
BLANK = found("placeholder.left", "…… đồng chí")

a_finding = some.builds(
    found,
    some.sampled_from(["section.missing", "section.thin", "figure.percent", "placeholder.left", "authority.misquoted"]),
    some.none()
    | some.sampled_from(["……", "đạt 72% kế hoạch năm", "đạt 75% kế hoạch năm", "đã đạt 75% kế hoạch cả năm"]),
    section=some.none() | some.sampled_from(["lessons_learned", "new_term_goals"]),
    paragraph=some.none() | some.integers(0, 500),
)
some_findings = some.lists(a_finding, max_size=8)


def progress(earlier, later):
    return [trace.progress.value for trace in compare(report(*earlier), report(*later)).traces]


def test_what_moved_is_still_the_same():
    assert progress([GOALS, NQ29], [NQ29, moved(GOALS, 40)]) == ["still_open", "still_open"]


def test_what_is_gone_is_told_in_its_own_words():
    compared = compare(report(GOALS, NQ29), report(NQ29))
    assert compared.fixed == (GOALS,)
    assert compared.count(Progress.STILL_OPEN) == 1


def test_equal_findings_are_paired_one_by_one():
    compared = compare(report(BLANK, BLANK, BLANK), report(BLANK))
    assert (len(compared.traces), len(compared.fixed)) == (1, 2)
    assert progress([BLANK], [BLANK, BLANK]) == ["still_open", "new"]


def test_a_section_that_holds_little_where_there_was_none_has_changed():
    thin = found("section.thin", "MỤC TIÊU", section="new_term_goals")
    [trace] = compare(report(GOALS), report(thin)).traces
    assert (trace.progress, trace.before) == (Progress.CHANGED, GOALS)


def test_the_same_sentence_with_other_figures_has_changed():
    assert progress([found(quote="đạt 72%")], [found(quote="đạt 75%")]) == ["changed"]


def test_a_sentence_with_a_few_other_words_has_changed():
    old, new = found(quote="đạt 72% tổng số chi hội của quận"), found(quote="đạt 72% trên tổng số chi hội toàn quận")
    assert progress([old], [new]) == ["changed"]


def test_the_most_alike_are_paired_first():
    old = found(quote="đạt 72% tổng số chi hội của quận")
    near, nearer = found(quote="đạt 80% số chi hội của cả quận"), found(quote="đạt 80% tổng số chi hội của quận này")
    assert progress([old], [near, nearer]) == ["new", "changed"]


def test_two_mistakes_of_one_kind_in_other_sentences_are_two():
    assert progress([found(quote="đạt 72% kế hoạch năm học")], [found(quote="tỷ lệ hội viên là 15%")]) == ["new"]


def test_findings_of_other_rules_are_compared_with_a_warning():
    old, new = report(GOALS), report(GOALS, NQ29, pack="tong-ket@1.1.0+11111111")
    assert compare(old, new).other_rules
    assert not compare(old, old).other_rules


@pytest.mark.parametrize("sameness", Sameness)
def test_a_comparison_keeps_what_is_known_of_the_text(sameness):
    assert compare(report(), report(), sameness).sameness is sameness


@given(some_findings, some_findings)
def test_every_finding_of_both_sides_is_told_exactly_once(earlier, later):
    compared = compare(report(*earlier), report(*later))
    assert len(compared.traces) == len(later)
    before = [trace.before for trace in compared.traces if trace.before is not None]
    assert Counter([*before, *compared.fixed]) == Counter(earlier)
    assert sum(trace.before is None for trace in compared.traces) == compared.count(Progress.NEW)


@given(some_findings, some.randoms(use_true_random=False))
def test_a_report_in_another_order_has_nothing_new_and_nothing_mended(findings, chance):
    shuffled = chance.sample(findings, len(findings))
    assert set(progress(findings, shuffled)) <= {"still_open"}
    assert compare(report(*findings), report(*shuffled)).fixed == ()


@given(some_findings, some_findings, some.integers(1, 300))
def test_lines_put_in_above_change_nothing_in_a_comparison(earlier, later, lines):
    assert progress(earlier, later) == progress(earlier, [moved(one, lines) for one in later])
