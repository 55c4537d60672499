"""Sums say what they were added from; words stay the units' own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.consolidate import consolidate
from service.consolidate.excerpts import excerpts
from service.consolidate.extract import extract
from service.errors import UsageError
from service.gaps import standings
from service.model.city import Extract, Group, Passage
from service.model.examination import (
    SECTIONS,
    Citation,
    Examination,
    FileFacts,
    Finding,
    Indicator,
    Kind,
    SectionAnswer,
    Severity,
    Status,
    UnitMatch,
    Verdict,
)
from service.model.manuscript import Format, Manuscript, Paragraph, Place
from service.model.outline import Heading, Outline, Piece
from service.model.submission import Claim, Submission
from service.model.unit import Registry, Unit

CITY = Unit("hai-phong", "Hải Phòng", "city", "thành phố", None)
LE_CHAN = Unit("hai-phong.le-chan", "Lê Chân", "district", "quận", "hai-phong")
NGO_QUYEN = Unit("hai-phong.ngo-quyen", "Ngô Quyền", "district", "quận", "hai-phong")
AN_BIEN = Unit("hai-phong.le-chan.an-bien", "An Biên", "commune", "phường", "hai-phong.le-chan")
REGISTRY = Registry((CITY, LE_CHAN, NGO_QUYEN, AN_BIEN))


def figure(value, name="members", kind="result", unit="person", **more):
    return Indicator(name, value, unit, kind, f"{value} …", 12, **more)


def report(number, unit, verdict=Verdict.GAPS, **more):
    claim = Claim(f"{number:064x}", f"bc {number}.docx", "", 10, "2020-07-06T08:00:00+07:00", id=number)
    match = UnitMatch(unit.id, unit.association, unit.level, "letterhead")
    facts = FileFacts(claim.name, claim.sha256, claim.bytes, "docx")
    sections = tuple(SectionAnswer(name, Status.PRESENT, f"I. {name}", 3) for name in SECTIONS)
    answer = replace(Examination(facts, Kind.TERM_REPORT, verdict, match, sections=sections), **more)
    return Submission(claim, answer)


def finding(code, severity=Severity.ERROR, **more):
    return Finding(code, severity, f"Thông báo {code}", "vì", "sửa", **more)


def city(*submissions, extracts=None, unit="hai-phong"):
    return consolidate(standings(REGISTRY, submissions), REGISTRY, unit, extracts or {})


def members(*submissions):
    return next(table for table in city(*submissions).tables if table.indicator == "members")


def test_a_district_and_its_own_commune_are_never_added_together():
    table = members(
        report(1, LE_CHAN, indicators=(figure(40_000),)),
        report(2, NGO_QUYEN, indicators=(figure(46_250),)),
        report(3, AN_BIEN, indicators=(figure(2_000),)),
    )
    total = table.total("result")
    assert (total.value, total.counted, total.expected) == (86_250, 2, 2)
    assert total.units == (LE_CHAN.id, NGO_QUYEN.id)
    assert [(row.unit.id, row.depth, row.result.value) for row in table.rows] == [
        (LE_CHAN.id, 1, 40_000),
        (AN_BIEN.id, 2, 2_000),
        (NGO_QUYEN.id, 1, 46_250),
    ]


def test_a_unit_without_the_figure_has_none_and_not_zero():
    table = members(report(1, LE_CHAN, indicators=(figure(40_000),)), report(2, NGO_QUYEN))
    assert [row.result and row.result.value for row in table.rows] == [40_000, None, None]
    assert (table.total("result").counted, table.total("result").expected) == (1, 2)


def test_a_sum_with_an_approximate_part_is_approximate_and_kinds_stay_apart():
    table = members(
        report(1, LE_CHAN, indicators=(figure(40_000, approximate=True), figure(45_000, kind="goal"))),
        report(2, NGO_QUYEN, indicators=(figure(46_250),)),
    )
    assert (table.total("result").approximate, table.total("goal").approximate) == (True, False)
    assert table.total("goal").value == 45_000
    assert table.total("target") is None


def test_rates_are_never_added_but_span_a_range():
    rate = {"name": "member_rate", "unit": "percent"}
    found = city(
        report(1, LE_CHAN, indicators=(figure(25.0, **rate),)), report(2, NGO_QUYEN, indicators=(figure(28.0, **rate),))
    )
    (table,) = found.tables
    assert table.totals == ()
    assert (table.span("result").least, table.span("result").greatest, table.span("result").counted) == (25.0, 28.0, 2)


def test_different_units_of_measure_are_shown_but_not_added():
    table = members(
        report(1, LE_CHAN, indicators=(figure(40_000),)),
        report(2, NGO_QUYEN, indicators=(figure(28.0, unit="percent"),)),
    )
    assert (table.measure, table.totals, table.spans) == ("", (), ())


def test_of_several_dates_the_newest_figure_counts_and_an_undated_one_is_the_end_of_the_term():
    dated = (figure(30_000, as_of="2016"), figure(40_000, as_of="30/6/2020"), figure(35_000, as_of="2018"))
    assert members(report(1, LE_CHAN, indicators=dated)).rows[0].result.value == 40_000
    undated = (figure(40_000, as_of="2019"), figure(41_000))
    assert members(report(1, LE_CHAN, indicators=undated)).rows[0].result.value == 41_000


def test_figures_that_cannot_be_told_apart_are_not_used():
    table = members(
        report(1, LE_CHAN, indicators=(figure(40_000), figure(41_000))), report(2, NGO_QUYEN, indicators=(figure(1),))
    )
    assert (table.rows[0].result, table.rows[0].unclear) == (None, ("result",))
    assert table.total("result").counted == 1


def test_coverage_tells_every_unit_once_with_the_reason():
    wrong = report(1, LE_CHAN, Verdict.WRONG_KIND, findings=(finding("document.wrong_kind", Severity.ERROR),))
    gaps = report(2, NGO_QUYEN, findings=(finding("section.missing"), finding("figure.total", Severity.WARNING)))
    rows = city(wrong, gaps).coverage.rows
    assert [(row.unit.id, row.group, row.reasons) for row in rows] == [
        (LE_CHAN.id, Group.WRONG_KIND, ("Thông báo document.wrong_kind",)),
        (AN_BIEN.id, Group.MISSING, ()),
        (NGO_QUYEN.id, Group.GAPS, ("Thông báo section.missing",)),
    ]


def test_a_report_of_another_round_is_named_and_not_summed_up():
    old = report(1, LE_CHAN, Verdict.COMPLETE, indicators=(figure(9),), findings=(finding("term.other_round"),))
    found = city(old)
    assert found.coverage.rows[0].group is Group.OTHER_ROUND
    assert found.tables == ()


def test_each_unit_speaks_under_each_section_in_its_own_words():
    said = Extract((("lessons_learned", (Passage(41, "Một là, luôn bám sát cơ sở. Câu sau."),)),))
    chapter = city(report(7, LE_CHAN), extracts={7: said}).chapters[1]
    (voice,) = chapter.voices
    assert (voice.unit, voice.heading) == (LE_CHAN, "I. lessons_learned")
    assert [(one.paragraph, one.text, one.cut) for one in voice.excerpts] == [(41, "Một là, luôn bám sát cơ sở.", True)]


def test_a_missing_section_makes_its_unit_silent():
    sections = (SectionAnswer("lessons_learned", Status.MISSING),)
    chapter = city(report(1, LE_CHAN, sections=sections)).chapters[1]
    assert (chapter.voices, chapter.silent) == ((), (LE_CHAN,))


def test_what_two_units_write_word_for_word_is_shown_once_and_a_different_figure_keeps_them_apart():
    def said(*texts):
        return Extract((("lessons_learned", tuple(Passage(40 + at, text) for at, text in enumerate(texts))),))

    extracts = {
        1: said("Một là, phải bám sát cơ sở.", "Hai là, thu được 12,5 tỷ đồng."),
        2: said("Một là, phải  bám sát cơ sở;", "Hai là, thu được 125 tỷ đồng."),
    }
    chapter = city(report(1, LE_CHAN), report(2, NGO_QUYEN), extracts=extracts).chapters[1]
    (shared,) = chapter.shared
    assert (shared.text, shared.where) == ("Một là, phải bám sát cơ sở.", ((LE_CHAN, 40), (NGO_QUYEN, 40)))
    assert [one.text for voice in chapter.voices for one in voice.excerpts] == [
        "Hai là, thu được 12,5 tỷ đồng.",
        "Hai là, thu được 125 tỷ đồng.",
    ]


def test_authorities_are_counted_by_unit():
    right = Citation("nq29", "correct", "Nghị quyết 29-NQ/TW", 7)
    wrong = Citation("nq29", "misquoted", "Nghị quyết 29-NQ/TW năm 2014", 7, "date")
    more = Citation("qd281", "correct", "Quyết định 281", 7)
    found = city(report(1, LE_CHAN, authorities=(right, more)), report(2, NGO_QUYEN, authorities=(wrong,)))
    uses = {use.authority: use for use in found.authorities}
    assert list(uses) == ["nq29", "kl49", "ct11", "ctr76", "nq45", "qd281"]
    assert (uses["nq29"].correct, uses["nq29"].misquoted) == ((LE_CHAN,), (NGO_QUYEN,))
    assert uses["kl49"].absent == (LE_CHAN, NGO_QUYEN)


def test_the_commonest_gap_comes_first_and_a_unit_counts_once():
    one = finding("placeholder.left", Severity.WARNING, section="lessons_learned")
    two = finding("section.missing", section="lessons_learned")
    note = finding("document.comments", Severity.INFO)
    found = city(report(1, LE_CHAN, findings=(one, one, two, note)), report(2, NGO_QUYEN, findings=(one,)))
    assert [(gap.code, gap.section, len(gap.units)) for gap in found.gaps] == [
        ("placeholder.left", None, 2),
        ("section.missing", "lessons_learned", 1),
    ]


def test_only_a_unit_with_others_below_it_consolidates():
    with pytest.raises(UsageError) as unknown:
        city(unit="khong-co")
    assert unknown.value.key == "city_report.unknown_unit"
    with pytest.raises(UsageError) as alone:
        city(unit=AN_BIEN.id)
    assert alone.value.key == "city_report.nobody_below"
    assert city(report(3, AN_BIEN), unit=LE_CHAN.id).coverage.rows[0].unit == AN_BIEN


def test_excerpts_open_with_each_subsection_and_keep_the_reading_order():
    passages = (
        Passage(10, "1. Mục tiêu", heading=True),
        Passage(11, "Xây dựng Hội vững mạnh toàn diện."),
        Passage(12, "Mở rộng mạng lưới đến từng tổ dân phố."),
        Passage(13, "85%", table=True),
        Passage(14, "2. Giải pháp", heading=True),
        Passage(15, "Tăng cường sự lãnh đạo của cấp ủy. Đổi mới tuyên truyền."),
    )
    assert [(one.paragraph, one.cut) for one in excerpts(passages, 16)] == [(11, False), (15, True)]
    assert [one.paragraph for one in excerpts(passages, 100)] == [11, 12, 15]
    assert [one.paragraph for one in excerpts(passages, 1)] == [11]


def test_a_caption_or_an_announcement_is_not_quoted():
    passages = (
        Passage(1, "Bảng 3. Chỉ tiêu nhiệm kỳ 2020 - 2025"),
        Passage(2, "Các chỉ tiêu chủ yếu đến năm 2025:"),
        Passage(3, "- Hội viên đạt 30% dân số;"),
    )
    assert [one.paragraph for one in excerpts(passages, 99)] == [3]


def test_a_sentence_is_quoted_without_its_own_bullet_star_or_number():
    marked = ("- Một là, luôn bám sát cơ sở và dòng họ.", "* * Hai là, phải kiểm tra hằng quý.", "1. Ba là, giữ quỹ.")
    passages = tuple(Passage(at, text) for at, text in enumerate((*marked, "➢ a) Bốn là, khen thưởng kịp thời hơn.")))
    assert [one.text.split()[0] for one in excerpts(passages, 99)] == ["Một", "Hai", "Bốn"]
    assert excerpts((Passage(0, "- 5.320 hội viên đã được kết nạp mới."),), 9)[0].text.startswith("5.320 hội")


def test_results_speak_by_figures_against_targets_and_goals_by_objectives():
    results = (
        Passage(1, "Quận ở phía đông của thành phố, có nhiều trường học lâu đời."),
        Passage(2, "Tổ chức được kiện toàn ở mọi phường. Hội viên đạt 28% dân số, vượt chỉ tiêu Nghị quyết 3 điểm."),
    )
    (one,) = excerpts(results, 12, "resolution_results")
    assert (one.text, one.late, one.cut) == ("Hội viên đạt 28% dân số, vượt chỉ tiêu Nghị quyết 3 điểm.", True, False)
    goals = (
        Passage(1, "Hội tiếp tục bám sát Kết luận của Đảng trong tình hình mới."),
        Passage(2, "2. Các chỉ tiêu:", heading=True),
        Passage(3, "- Hội viên đạt 30% dân số;"),
        Passage(4, "Xin trân trọng cảm ơn các quý vị đại biểu./."),
    )
    assert [one.paragraph for one in excerpts(goals, 13, "new_term_goals")] == [3]
    assert [one.paragraph for one in excerpts(goals, 99, "new_term_goals")] == [1, 3]


def test_the_title_of_a_table_is_no_sentence_however_long_it_is():
    title = "Bảng số liệu hoạt động khuyến học của toàn huyện trong giai đoạn 2016 - 2020"
    passages = (Passage(1, title), Passage(2, "1", table=True), Passage(3, "Hội đã làm được nhiều việc hữu ích."))
    assert [one.paragraph for one in excerpts(passages, 99)] == [3]


def test_lines_without_full_stops_are_quoted_where_a_report_has_no_others():
    passages = (Passage(1, "Phát triển hội viên mới"), Passage(2, "Xây dựng quỹ khuyến học"))
    assert [one.paragraph for one in excerpts(passages, 99)] == [1, 2]


def test_a_number_or_an_abbreviation_does_not_end_a_sentence():
    (only,) = excerpts(
        (Passage(1, "Toàn quận có 46.250 hội viên, đạt 28,0% dân số TP. Hải Phòng; vượt kế hoạch."),), 99
    )
    assert not only.cut


def test_an_extract_takes_the_spans_of_a_section_and_marks_headings_and_tables():
    texts = ("BÁO CÁO", "I. BÀI HỌC", "Một là", "ô bảng", "mục lục", "II. KHÁC")
    places = {3: Place(table=0, row=0, column=0)}
    paragraphs = tuple(Paragraph(at, text, place=places.get(at, Place())) for at, text in enumerate(texts))
    heading = Heading(1, 1, "I.", "BÀI HỌC", 1, 5, 2)
    outline = Outline((Piece(0, 6, 1, "BÁO CÁO", 0, (heading,)),), contents=frozenset({4}))
    answer = SectionAnswer("lessons_learned", Status.PRESENT, spans=((1, 5), (5, 99)))
    examination = replace(report(1, LE_CHAN).examination, sections=(answer,))
    found = extract(Manuscript(Format.DOCX, paragraphs), outline, examination).under("lessons_learned")
    assert [(one.paragraph, one.heading, one.table) for one in found] == [
        (1, True, False),
        (2, False, False),
        (3, False, True),
        (5, False, False),
    ]


values = st.one_of(st.none(), st.integers(0, 10**9))


@given(values, values, values)
def test_a_total_is_the_sum_of_exactly_the_direct_units_that_gave_a_figure(le_chan, ngo_quyen, an_bien):
    rows = [(LE_CHAN, le_chan), (NGO_QUYEN, ngo_quyen), (AN_BIEN, an_bien)]
    sent = [
        report(number, unit, indicators=(figure(value),) if value is not None else ())
        for number, (unit, value) in enumerate(rows, 1)
    ]
    given_values = [value for value in (le_chan, ngo_quyen) if value is not None]
    tables = city(*sent).tables
    total = tables[0].total("result") if tables else None
    assert (total.value if total else None) == (sum(given_values) if given_values else None)
    assert (total.counted if total else 0) == len(given_values)


@given(st.lists(st.text(alphabet="abc .:;%1,", max_size=60), max_size=8), st.integers(0, 60))
def test_excerpts_are_words_of_their_paragraph_in_order(texts, budget):
    passages = tuple(Passage(at, text) for at, text in enumerate(texts))
    found = excerpts(passages, budget)
    assert [one.paragraph for one in found] == sorted({one.paragraph for one in found})
    for one in found:
        assert one.text in " ".join(texts[one.paragraph].split())
