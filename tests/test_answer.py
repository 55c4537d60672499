"""The contract's object goes out and comes back the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.answer import dump, from_json, to_json, to_object
from service.model.examination import (
    PARTS,
    SECTIONS,
    Certainty,
    Citation,
    Examination,
    FileFacts,
    Finding,
    Indicator,
    Kind,
    SectionAnswer,
    Severity,
    Status,
    Terms,
    UnitMatch,
    Verdict,
)

text = some.text(max_size=12)
maybe = some.none() | text
paragraph = some.none() | some.integers(0, 9999)
parts = some.none() | some.sets(some.sampled_from(PARTS)).map(lambda chosen: tuple(p for p in PARTS if p in chosen))
section = some.builds(
    SectionAnswer,
    id=some.sampled_from(SECTIONS),
    status=some.sampled_from(Status),
    heading=maybe,
    paragraph=paragraph,
    evidence=maybe,
    parts=parts,
    confidence=some.floats(0, 1),
    near_misses=some.lists(text, max_size=2).map(tuple),
    spans=some.lists(some.tuples(some.integers(0, 99), some.integers(0, 99)), max_size=2).map(tuple),
)
finding = some.builds(
    Finding,
    code=text,
    severity=some.sampled_from(Severity),
    message=text,
    why=text,
    fix=text,
    quote=maybe,
    paragraph=paragraph,
    certainty=some.sampled_from(Certainty),
)
indicator = some.builds(
    Indicator,
    value=some.integers(0, 10**13) | some.floats(0, 100, allow_nan=False),
    as_of=maybe,
    approximate=some.booleans(),
)
examination = some.builds(
    Examination,
    file=some.builds(FileFacts, name=some.text(some.characters(), max_size=9)),
    kind=some.none() | some.sampled_from(Kind),
    verdict=some.sampled_from(Verdict),
    unit=some.none() | some.builds(UnitMatch),
    terms=some.builds(Terms, closing=maybe, opening=maybe),
    sections=some.lists(section, max_size=2).map(tuple),
    authorities=some.lists(some.builds(Citation, problem=maybe), max_size=2).map(tuple),
    indicators=some.lists(indicator, max_size=2).map(tuple),
    findings=some.lists(finding, max_size=2).map(tuple),
    pack=text,
    engine=text,
)


@given(examination)
def test_an_answer_comes_back_as_it_was(answer):
    assert from_json(to_json(answer)) == answer


@given(examination)
def test_what_is_written_is_unicode_whatever_the_file_is_called(answer):
    assert json.loads(to_json(answer).encode("utf-8")) == json.loads(json.dumps(to_object(answer)))


def test_whole_numbers_are_written_without_a_point():
    plain = Indicator("fund_raised", 1_200_000_000.0, "VND", "result", "1,2 tỷ đồng", 3)
    answer = Examination(FileFacts("a", "0", 1, "docx"), Kind.TERM_REPORT, Verdict.GAPS, indicators=(plain,))
    assert '"value": 1200000000,' in to_json(answer)


def test_parts_are_told_one_by_one():
    goals = SectionAnswer("new_term_goals", Status.PRESENT, parts=("objectives", "solutions"))
    answer = Examination(FileFacts("a", "0", 1, "docx"), Kind.TERM_REPORT, Verdict.GAPS, sections=(goals,))
    told = {"objectives": True, "directions": False, "key_tasks": False, "solutions": True}
    assert to_object(answer)["sections"][0]["parts"] == told


def test_a_later_version_may_say_more():
    answer = Examination(FileFacts("a", "0", 1, "docx"), None, Verdict.UNREADABLE)
    more = {**to_object(answer), "mới": 1, "file": {**to_object(answer)["file"], "mới": 1}}
    assert from_json(dump(more)) == answer


@pytest.mark.parametrize("broken", ["", "[]", "{}", "null", "[1]", '{"file": 1}', '{"file": {"name": "a"}}'])
def test_what_is_no_such_object_is_refused(broken):
    with pytest.raises(ValueError):
        from_json(broken)


def test_a_list_of_parts_is_refused():
    goals = SectionAnswer("new_term_goals", Status.PRESENT, parts=())
    stored = to_object(Examination(FileFacts("a", "0", 1, "docx"), None, Verdict.GAPS, sections=(goals,)))
    stored["sections"][0]["parts"] = ["objectives"]
    with pytest.raises(ValueError):
        from_json(dump(stored))
