"""Citations are found in every way of writing, with what is told of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.check.authorities.citations import find_citations
from service.language import fold


def cited(text):
    return [(text[one.start : one.end], one.kind, one.number, one.organ) for one in find_citations(text, fold(text))]


def only(text):
    (one,) = find_citations(text, fold(text))
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theo Quyết định số 281/QĐ-TTg", [("Quyết định số 281/QĐ-TTg", "QD", 281, "ttg")]),
        ("Quyết định 1315/ QĐ-TTg,", [("Quyết định 1315/ QĐ-TTg", "QD", 1315, "ttg")]),
        ("Quyết định số 308-\nQĐ/TW", [("Quyết định số 308-\nQĐ/TW", "QD", 308, "tw")]),
        ("số: 367 - QĐ/TWĐTN", [("số: 367 - QĐ/TWĐTN", "QD", 367, "twđtn")]),
        ("Thông tư 44/2014/TT-BGDĐT", [("Thông tư 44/2014/TT-BGDĐT", "TT", 44, "bgdđt")]),
        ("Công văn 52/HKH-VP", [("Công văn 52/HKH-VP", "CV", 52, "hkh-vp")]),
        ("QĐ 122/TTg", [("QĐ 122/TTg", "QD", 122, "ttg")]),
        ("Nghị quyết 88/2014/QH13", [("Nghị quyết 88/2014/QH13", "NQ", 88, "qh13")]),
        ("49-KL/T.Ư", [("49-KL/T.Ư", "KL", 49, "tw")]),
        ("NQ29-NQTW", [("NQ29-NQTW", "NQ", 29, "tw")]),
        ("NQ/TW 29", [("NQ/TW 29", "NQ", 29, "tw")]),
        ("Nghị quyết (NQ) 28 của Đảng", [("Nghị quyết (NQ) 28 của Đảng", "NQ", 28, "")]),
        ("76/CTr-TU", [("76/CTr-TU", "CTR", 76, "tu")]),
        ("thực hiện Đề án 281", [("Đề án 281", "DA", 281, "")]),
        (
            "các Nghị quyết số 29-NQ/TW, 45-NQ/TW",
            [("Nghị quyết số 29-NQ/TW", "NQ", 29, "tw"), ("45-NQ/TW", "NQ", 45, "tw")],
        ),
    ],
)
def test_a_document_is_found_with_kind_number_and_office(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "đạt 28% (Nghị quyết 25%)",
        "đạt 82,3% (Nghị quyết: 75%)",
        "vượt chỉ tiêu Nghị quyết 600 triệu đồng",
        "Nghị quyết 45 chi hội, Nghị quyết 45.000 hội viên",
        "đạt 32 chi hội (NQ 29)",
        "16/16 xã, 10/12 Hội phường, tổ 5 - kh",
        "Nghị quyết Đại hội lần thứ IV; Nghị quyết Đại hội XII của Đảng",
        "Báo cáo kết quả 5 năm; Kế hoạch năm 2020; Chỉ thị của cấp trên",
        "ngày 10/5/2019, từ 2015 - 2020",
    ],
)
def test_figures_and_resolutions_of_congresses_are_no_citation(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("ngày 04/11/2013", (4, 11, 2013)),
        (", ngày 4-11-2013", (4, 11, 2013)),
        ("ngày 04.11.2013", (4, 11, 2013)),
        ("ngày 4 tháng 11 năm 2013", (4, 11, 2013)),
        ("(04/11/2013)", (4, 11, 2013)),
        ("ban hành ngày 04 /11/ 2013", (4, 11, 2013)),
        ("ngày 4/11/13", (4, 11, 2013)),
        ("ngày 04/11", (4, 11, None)),
        ("(tháng 11/2013)", (None, 11, 2013)),
        ("năm 2013 của Trung ương", (None, None, 2013)),
    ],
)
def test_a_date_is_read_as_told(written, date):
    told = only(f"Nghị quyết số 29-NQ/TW {written}").date
    assert (told.day, told.month, told.year) == date


@pytest.mark.parametrize("when", ["năm 2017 tại phường", "tháng 8/2019 tới hội viên", "từ ngày 10/5/2019"])
def test_the_time_at_which_it_was_taught_is_not_its_date(when):
    assert only(f"quán triệt Kết luận số 49-KL/TW {when}").date is None


@pytest.mark.parametrize(
    ("behind", "issuers", "congress", "plenum"),
    [
        ("của Ban Chấp hành Trung ương khóa XI", ("bch-tw",), 11, None),
        ("của BCH TW Đảng (khóa 11)", ("bch-tw",), 11, None),
        ("của BCT khoá X", ("bct",), 10, None),
        ("khóa X của Bộ Chính trị", ("bct",), 10, None),
        ("của Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI", ("bch-tw",), 11, 8),
        ("của Hội nghị Trung ương 8 khóa XI", ("bch-tw",), 11, 8),
        ("của Ban Bí thư Trung ương Đảng", ("bbt",), None, None),
        ("của BTV Thành ủy Hải Phòng", ("btv-thanh-uy",), None, None),
        ("của Bộ Chính trị, Ban Bí thư", ("bct", "bbt"), None, None),
        ("của Trung ương Hội Khuyến học Việt Nam", ("hoi",), None, None),
        (", Bộ Chính trị đã chỉ đạo", (), None, None),
        ("và Kết luận của Ban Bí thư", (), None, None),
    ],
)
def test_issuer_term_and_plenum_belong_to_the_document_right_before(behind, issuers, congress, plenum):
    text = f"Chỉ thị số 11-CT/TW {behind}"
    first = find_citations(text, fold(text))[0]
    assert (first.issuers, first.congress, first.plenum) == (issuers, congress, plenum)


def test_the_issuer_inside_a_title_belongs_to_the_document_named_there():
    text = "Kết luận 49-KL/TW về tiếp tục thực hiện Chỉ thị 11-CT/TW của Bộ Chính trị khóa X về khuyến học"
    outer, inner = find_citations(text, fold(text))
    assert (outer.issuers, outer.congress) == ((), None)
    assert (inner.issuers, inner.congress) == (("bct",), 10)
    assert text[slice(*outer.title)].startswith("tiếp tục thực hiện Chỉ thị")


def test_a_title_ends_where_the_next_document_begins():
    text = "Nghị quyết 29-NQ/TW về đổi mới giáo dục, Nghị quyết số 45-NQ/TW về phát triển thành phố"
    assert [text[slice(*one.title)] for one in find_citations(text, fold(text))] == [
        "đổi mới giáo dục",
        "phát triển thành phố",
    ]


WORDS = (
    "nghị quyết|số|29|-NQ/TW|ngày|04/11/2013|của|Ban Chấp hành|Trung ương|khóa|XI|về|“|”|(|)|,|;|.|\n|…|KL|CT/|11|"
    "76-CTr/TU|Hội nghị|lần thứ|tám|8|thực hiện"
)
words = st.sampled_from(WORDS.split("|"))


@given(st.one_of(st.text(max_size=80), st.lists(words, max_size=25).map(" ".join)))
def test_whatever_is_written_citations_stand_in_order_and_apart(text):
    found = find_citations(text, fold(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(found) == sorted(found, key=lambda one: one.start)
    starts = [(one.start, one.end) for one in found]
    assert len(starts) == len(set(starts))
