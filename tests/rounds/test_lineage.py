"""Whose next version a file is, which it is, and with what it is compared."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.model.comparison import Sameness
from service.model.examination import Examination, FileFacts, UnitMatch, Verdict
from service.model.submission import Claim, Submission
from service.rounds.likeness import sketch
from service.rounds.lineage import lineages
from tests.rounds.findings import found

LE_CHAN, AN_BIEN = "hai-phong.le-chan", "hai-phong.le-chan.an-bien"
UNITS = (LE_CHAN, AN_BIEN)
NQ29 = found("authority.missing", authority="nq29")
WORDS = [f"Chi hội {number} có {number * 13} hội viên, đạt {number}% kế hoạch năm." for number in range(60)]
OTHERS = [f"Trường lớp {number} nhận {number * 3} suất quà của doanh nghiệp {number * 11}." for number in range(60)]
GOALS = found("section.missing", section="new_term_goals")


def sent(number, unit=LE_CHAN, name="bc Lê Chân.docx", folder="", verdict=Verdict.GAPS, **more):
    sha256 = f"{more.pop('content', number):064x}"
    words, findings = more.pop("words", WORDS), more.pop("findings", (NQ29,))
    match = UnitMatch(unit, unit, "district", "letterhead") if unit else None
    drawn = sketch(words) if words else None
    answer = Examination(FileFacts(name, sha256, 1, "docx"), None, verdict, match, findings=findings, sketch=drawn)
    claim = Claim(sha256, name, folder, 1, f"2020-05-{number:02d}T08:00:00+07:00", number)
    return Submission(claim, replace(answer, **more))


def traced(*submissions):
    return list(lineages(submissions, UNITS).values())


def numbers(*submissions):
    return [one.version.number for one in traced(*submissions)]


def test_versions_of_a_unit_are_counted_and_each_is_compared_with_the_one_before():
    first, second = traced(sent(1, findings=(NQ29, GOALS)), sent(2))
    assert (first.version.number, first.against, first.comparison) == (1, None, None)
    assert (second.version.number, second.against) == (2, first.version)
    assert second.comparison.fixed == (GOALS,)


def test_the_bytes_of_the_current_version_again_are_no_new_version():
    first, second, again = traced(sent(1), sent(2, words=WORDS[:50]), sent(3, content=2, name="bc mới.docx"))
    assert (again.version.number, again.repeats, again.comparison) == (2, second.version, None)
    assert again.unchanged
    assert (first.repeats, second.repeats, again.returns) == (None, None, None)


def test_the_bytes_of_an_earlier_version_are_a_new_round_that_goes_back_to_it():
    first, second, back, same = traced(
        sent(1, findings=(NQ29, GOALS)), sent(2), sent(3, content=1, findings=(NQ29, GOALS)), sent(4, content=1)
    )
    assert (back.version.number, back.returns, back.repeats) == (3, first.version, None)
    assert back.against == second.version
    assert [trace.progress for trace in back.comparison.traces] == ["still_open", "new"]
    assert (same.version.number, same.repeats) == (3, back.version)


@pytest.mark.parametrize("between", [{"verdict": Verdict.UNREADABLE, "words": None}, {"verdict": Verdict.WRONG_KIND}])
def test_what_does_not_count_in_between_makes_no_return(between):
    first, _, again = traced(sent(1), sent(2, **between), sent(3, content=1))
    assert (again.version.number, again.repeats, again.returns) == (1, first.version, None)


def test_going_back_from_another_document_is_told_against_that_one():
    report, supplement, back = traced(sent(1), sent(2, words=OTHERS), sent(3, content=1))
    assert (back.returns, back.against) == (report.version, supplement.version)


def test_a_file_that_could_not_be_read_counts_but_is_compared_with_nothing():
    first, broken, third = traced(
        sent(1), sent(2, unit=None, folder="le-chan", verdict=Verdict.UNREADABLE, words=None), sent(3)
    )
    assert (broken.version.number, broken.unit, broken.presumed) == (2, LE_CHAN, "folder")
    assert broken.comparison is None
    assert (third.version.number, third.against) == (3, first.version)


def test_a_speech_of_the_unit_is_no_version_of_its_report():
    assert numbers(sent(1), sent(2, verdict=Verdict.WRONG_KIND), sent(3)) == [1, 0, 2]
    assert traced(sent(1, verdict=Verdict.WRONG_KIND), sent(2))[1].against is None


def test_a_report_of_another_term_is_no_version_of_this_one():
    old = sent(1, findings=(found("term.other_round", "2010-2015"),))
    assert numbers(old, sent(2)) == [0, 1]


def test_a_supplement_is_not_taken_for_the_report_that_came_before():
    report, supplement, third = traced(sent(1), sent(2, words=OTHERS), sent(3, words=WORDS[:55]))
    assert supplement.comparison.sameness is Sameness.UNLIKE
    assert third.against == report.version
    assert third.comparison.sameness is Sameness.REWORKED


def test_the_same_words_with_the_same_findings_are_unchanged():
    same = traced(sent(1), sent(2))[1]
    assert same.comparison.sameness is Sameness.WORDS
    assert same.unchanged
    assert not traced(sent(1), sent(2, findings=()))[1].unchanged
    assert not traced(sent(1), sent(2, words=WORDS[:59]))[1].unchanged


def test_another_pack_is_not_the_officers_doing():
    assert traced(sent(1, pack="a@1.0.0+0"), sent(2, pack="a@1.0.1+1"))[1].comparison.other_rules


def test_an_older_version_that_comes_late_says_so_by_its_name():
    late = traced(sent(1, name="bc Lê Chân lần 3.docx"), sent(2, name="bc Lê Chân lần 2.docx"))[1]
    assert late.older
    assert not traced(sent(1, name="bc Lê Chân lần 1.docx"), sent(2, name="bc Lê Chân lần 2.docx"))[1].older
    assert not traced(sent(1, name="bc Lê Chân lần 1.docx"), sent(2, name="bc Lê Chân.docx"))[1].older


@pytest.mark.parametrize("added", ["(1)", "- Copy", "(PC's conflicted copy 2020-05-12)"])
def test_conflict_copies_are_told(added):
    first, copy = traced(sent(1, words=WORDS[:50]), sent(2, name=f"bc Lê Chân {added}.docx"))
    assert copy.copies == (first.version,)
    assert copy.version.number == 2


def test_a_file_without_a_unit_is_known_by_its_name_in_its_folder():
    lost = sent(2, None, "bc LE CHAN (sửa lần 2).docx", "Quận", words=WORDS[:20])
    first, second = traced(sent(1, name="bc Lê Chân.docx", folder="Quận"), lost)
    assert (second.unit, second.presumed, second.against) == (LE_CHAN, "name", first.version)


@pytest.mark.parametrize(
    ("name", "folder", "words"),
    [("Báo cáo (1).docx", "", WORDS[:20]), ("bc Lê Chân.docx", "Quận", WORDS[:20]), ("bc Lê Chân.docx", "", OTHERS)],
    ids=["a name that anyone gives", "another folder", "other words"],
)
def test_what_is_not_surely_a_next_version_is_nobodys(name, folder, words):
    first = sent(1, name="Báo cáo.docx" if name.startswith("Báo") else name)
    assert traced(first, sent(2, None, name, folder, words=words))[1].unit is None


def test_a_file_without_a_unit_is_known_by_its_words():
    second = traced(sent(1), sent(2, None, "gửi lại.docx", "khác", words=[*WORDS, "thêm một dòng"]))[1]
    assert (second.unit, second.presumed) == (LE_CHAN, "words")


def test_words_that_two_units_share_tell_neither():
    assert traced(sent(1), sent(2, AN_BIEN), sent(3, None, "x.docx"))[2].unit is None


def test_two_files_of_nobody_are_versions_of_each_other():
    first, second = traced(sent(1, None), sent(2, None))
    assert (second.unit, second.version.number, second.against) == (None, 2, first.version)


def test_a_later_version_that_tells_its_unit_brings_the_earlier_one_home():
    first, second = traced(sent(1, None), sent(2))
    assert (first.unit, first.presumed) == (LE_CHAN, "words")
    assert (second.version.number, second.presumed, second.against.claim) == (2, "", 1)


def test_what_an_earlier_release_answered_is_compared_by_its_findings():
    second = traced(sent(1, words=None), sent(2))[1]
    assert second.comparison.sameness is Sameness.REWORKED


a_submission = some.tuples(
    some.sampled_from([LE_CHAN, AN_BIEN, None]),
    some.sampled_from(list(Verdict)),
    some.sampled_from(["bc.docx", "bc Lê Chân.docx", "bc Lê Chân (1).docx", "lần 2.docx"]),
    some.sampled_from(["", "le-chan"]),
    some.integers(0, 3),
)


@given(some.lists(a_submission, max_size=8))
def test_every_answer_has_its_place_and_looks_back_only(rows):
    files = [
        sent(number, unit, name, folder, verdict, content=content, words=[WORDS, OTHERS, WORDS[:40], None][content])
        for number, (unit, verdict, name, folder, content) in enumerate(rows, 1)
    ]
    placed = lineages(files, UNITS)
    assert list(placed) == [file.claim.id for file in files]
    for file in files:
        lineage = placed[file.claim.id]
        told = file.examination.unit
        assert lineage.unit == told.id if told else lineage.unit in (None, *UNITS)
        earlier = [one for one in (lineage.against, lineage.repeats, lineage.returns, *lineage.copies) if one]
        assert all(one.claim < file.claim.id for one in earlier)
