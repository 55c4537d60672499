"""A name without what people and programs add to it for each version."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.rounds.names import FileName, read_name

BARE = "BC tổng kết quận Lê Chân"


@pytest.mark.parametrize(
    ("added", "number", "copy"),
    [
        ("", None, False),
        (" (sửa lần 3)", 3, False),
        (" lần 2", 2, False),
        ("_LẦN THỨ 2", 2, False),
        (" v2", 2, False),
        ("-ver 4", 4, False),
        (" (bản 2)", 2, False),
        (" final", None, False),
        ("_final2", None, False),
        (" (chính thức)", None, False),
        (" đã sửa 20200512", None, False),
        (" 12.5.2020", None, False),
        (" ngày 12-05", None, False),
        (" 2020-05-12", None, False),
        ("_sửa lần 2_chính thức", 2, False),
        (" (1)", None, True),
        (" - Copy", None, True),
        (" - Copy (2)", None, True),
        (" - Bản sao", None, True),
        (" (Máy Hoa's conflicted copy 2020-05-12)", None, True),
        (" (PC-HOA's conflicted copy 2020-05-12) (1)", None, True),
        (".sync-conflict-20200512-101112-ABCDEFG", None, True),
        (" (sửa lần 3) - Copy", 3, True),
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".DOC", ""])
def test_what_marks_a_version_is_told_apart_from_the_name(added, number, copy, suffix):
    assert read_name(BARE + added + suffix) == FileName("bc tong ket quan le chan", number, copy)


@pytest.mark.parametrize("before", ["Copy of ", "Copy (2) of ", "Bản sao của "])
def test_a_copy_may_say_so_in_front(before):
    assert read_name(f"{before}{BARE}.docx") == FileName("bc tong ket quan le chan", None, copy=True)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("BC NK 2015-2020.docx", "bc nk 2015 2020"),
        ("BC xã Tân Mới 2.docx", "bc xa tan moi 2"),
        ("Báo cáo thôn 1.docx", "bao cao thon 1"),
        ("ban-ghi-chu.docx", ""),
        ("lần 3.docx", ""),
        ("", ""),
    ],
)
def test_terms_and_numbered_places_are_no_versions(name, stem):
    assert read_name(name).stem == stem


@pytest.mark.parametrize(
    ("name", "telling"),
    [("Báo cáo tổng kết (1).docx", False), ("BC NK 2015-2020.docx", False), ("BC Ngọc Hạ.docx", True)],
)
def test_a_name_that_any_office_gives_tells_nobody_apart(name, telling):
    assert read_name(name).telling is telling


@given(some.text(max_size=40), some.sampled_from([" (1)", " - Copy", " (sửa lần 3)", " v2"]))
def test_every_name_can_be_read_and_an_added_mark_leaves_the_same_stem(name, added):
    assert read_name(f"{name} x{added}.docx").stem == read_name(f"{name} x.docx").stem
