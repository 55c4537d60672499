"""A rule that no example brings is told, and so is a phrase that no example needs."""

from dataclasses import replace

from service.flow.mutation import try_variants
from service.flow.rule_tests import run_examples, untried
from service.flow.small_reports import small_reports
from service.model.example import Example
from tests.check.builder import rules

BASE = "phường đủ"
SLICE_MAY_LACK = 5
"""So many percent a slice may have fewer phrases that are needed than the whole must have."""


def pack_of(*examples, **more):
    return replace(rules(), examples=examples, **more)


def lessons(heading, **asked):
    change = {"mục 2": heading, "bài học": "Quỹ công khai thì dân tin; chi hội trưởng là đảng viên thì thu phí đủ."}
    return Example("a", base=BASE, change=change, **asked)


def test_each_phrase_makes_a_report_of_its_own():
    pack = pack_of(
        lessons("II. {}", each=("MẤY KINH NGHIỆM", "TÌNH HÌNH CHUNG"), sections={"lessons_learned": "present"})
    )
    assert [failure.example for failure in run_examples(pack)] == ["a: TÌNH HÌNH CHUNG"]


def test_lines_are_changed_taken_out_and_put_behind():
    example = Example("a", base=BASE, change={"tên đơn vị": None, "ngày": ("x", "y")}, after={"ngày": "z"})
    texts = [paragraph.text for paragraph in small_reports(pack_of(example))[0].manuscript.paragraphs]
    assert texts[:4] == ["x", "y", "z", "BÁO CÁO"]


def test_rows_between_bars_are_a_table():
    read = small_reports(pack_of(Example("a", lines=("| a | b |", "| 1 | 2 |", "x", "| c |"))))[0].manuscript
    assert [(table.rows, table.columns) for table in read.tables] == [(2, 2), (1, 1)]
    assert [paragraph.place.table for paragraph in read.paragraphs] == [0, 0, 0, 0, None, 1]


def test_a_wrong_figure_citation_or_heading_is_told():
    example = Example(
        "a", base=BASE, indicators={"members": 2141, "branches": None}, authorities={"nq29": "date"},
        headings={"lessons_learned": "II. BÀI HỌC"},
    )  # fmt: skip
    assert {failure.code for failure in run_examples(pack_of(example))} == {
        "indicators.members = 2140",
        "indicators.branches = 12",
        "authorities.nq29 = correct",
        "headings.lessons_learned = II. BÀI HỌC KINH NGHIỆM",
    }


def test_a_draft_is_tried_by_its_examples_as_if_it_were_in_force():
    pack = pack_of(Example("a", base=BASE, change={"bài học": None, "mục 2": None}, fires=("section.missing",)))
    code = "authority.missing"
    drafted = replace(pack.findings[code], state="draft")
    example = replace(pack.examples[0], fires=(f"{code}:kl49",))
    assert run_examples(replace(pack, findings={**pack.findings, code: drafted}, examples=(example,))) == ()


def test_every_rule_of_the_pack_without_examples_is_untried_but_the_reader_s():
    names = {each.rule for each in untried(pack_of()) if not each.silent}
    assert {"findings.figure.total", "kinds.speech", "authorities.nq29", "indicators.members"} <= names
    assert "sections.lessons_learned thin" in names
    assert not any(name.startswith("findings.file.") for name in names)


def test_a_phrase_is_needed_where_an_example_fails_without_it():
    heading = "II. TÌNH HÌNH CHUNG"
    pack = pack_of(lessons(heading, headings={"lessons_learned": heading}))
    few = {"headings": ("tình hình chung", "đúc rút"), "weak_headings": ()}
    sections = tuple(replace(each, **few) if each.id == "lessons_learned" else each for each in pack.sections)
    pack = replace(pack, sections=sections, digest="mutation", authorities=())
    tried = try_variants(pack, small_reports(pack))
    mine = [each.phrase for each in tried.needed if each.rule == "sections.lessons_learned.headings"]
    assert mine == ["tình hình chung"]
    assert "đúc rút" in [each.phrase for each in tried.idle]
    assert 0 < tried.share < 100


def test_a_phrase_that_a_longer_one_hides_everywhere_is_not_needed_and_nothing_is_judged_for_it():
    heading = "II. MẤY KINH NGHIỆM"
    pack = pack_of(lessons(heading, headings={"lessons_learned": heading}))
    few = {"headings": ("mấy kinh nghiệm", "kinh nghiệm"), "weak_headings": (), "not_headings": (), "evidence": ()}
    sections = tuple(replace(each, **few) for each in pack.sections if each.id == "lessons_learned")
    pack = replace(pack, sections=sections, vocabulary={}, kinds=(), authorities=(), digest="hidden")
    tried = try_variants(pack, small_reports(pack))
    assert "kinh nghiệm" in [each.phrase for each in tried.idle]
    assert tried.judged <= len({"mấy kinh nghiệm", "a part of the section"})


def test_words_that_are_quoted_for_a_figure_are_asked_for():
    change = {"kết quả": "Hội trao 1.120 {}."}
    quotes = {"scholarships": "1.120 {}"}
    good, bad = ("a", ("suất học bổng",), quotes), ("b", ("suất học bổng",), {"scholarships": "1.120 suất"})
    made = [Example(name, base=BASE, change=change, each=each, quotes=asked) for name, each, asked in (good, bad)]
    told = [(each.example, each.code) for each in run_examples(pack_of(*made))]
    assert told == [("b: suất học bổng", "quotes.scholarships = 1.120 suất học bổng")]


def test_most_phrases_of_the_pack_are_needed_by_an_example_in_a_slice_of_it():
    """The whole is `tongket rules test --strict`."""
    pack = rules()
    tried = try_variants(pack, small_reports(pack), one_in=12)
    assert tried.share >= pack.pack.phrases_tried - SLICE_MAY_LACK, [each.phrase for each in tried.idle]
