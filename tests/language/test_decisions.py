"""A reply accepts a finding only where it begins by saying so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.language.decisions import Decision, decision


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("Chấp nhận: đã nêu ở phụ lục 2", "đã nêu ở phụ lục 2"),
        ("CHẤP NHẬN, vì đơn vị mới thành lập.", "vì đơn vị mới thành lập"),
        ("chap nhan - don vi moi", "don vi moi"),
        ("Bỏ qua. Số liệu đã thống nhất", "Số liệu đã thống nhất"),
        ("Miễn: phường không có chi bộ", "phường không có chi bộ"),
        ("Miễn trừ vì đã sáp nhập", "vì đã sáp nhập"),
        ("Accept – agreed by phone", "agreed by phone"),
        ('Reply to tongket (05/06/2020, 10:22): "Chưa dẫn."\nChấp nhận: đã trao đổi', "đã trao đổi"),
        ("Chấp nhận", ""),
    ],
)
def test_a_reply_that_begins_with_the_word_accepts_and_says_why(reply, reason):
    assert decision(reply) == Decision(reason)


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "Đã sửa",
        "Không chấp nhận",
        "Đề nghị chấp nhận",
        "Chấp nhận sửa",
        "Chấp nhận, bổ sung ngay",
        "Chấp nhận không?",
        "Miễn phí",
        "Miễn là có số liệu",
        "Accepting is wrong",
    ],
)
def test_what_only_sounds_like_it_accepts_nothing(reply):
    assert decision(reply) is None


def test_a_reply_may_name_findings_and_the_last_day():
    said = decision("Chấp nhận k7m2q4 và b2c3d4-2/3 đến hết ngày 30/9/2020 vì đã báo cáo riêng")
    assert (said.findings, said.until) == (("k7m2q4", "b2c3d4-2/3"), date(2020, 9, 30))
    assert "vì đã báo cáo riêng" in said.reason
    assert decision("Accept until 2020-09-30: agreed").until == date(2020, 9, 30)
    assert decision("Chấp nhận đến 31/2/2020: x").until is None


@given(some.text(max_size=60))
def test_any_text_can_be_read(text):
    assert decision(text) is None or decision(text).reason == decision(text).reason.strip()


@given(some.text("abcđếộư 123.,()", max_size=30))
def test_what_follows_the_word_is_kept(reason):
    said = decision(f"Chấp nhận: lý do {reason}")
    assert said is None or "lý do" in said.reason
