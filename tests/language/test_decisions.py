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
        "Miễn phí",
        "Miễn là có số liệu",
        "Accepting is wrong",
    ],
)
def test_what_only_sounds_like_it_accepts_nothing(reply):
    assert decision(reply) is None


@pytest.mark.parametrize(
    "reply",
    [
        "Chấp nhận chưa được vì thiếu căn cứ",
        "Chấp nhận nhưng phải sửa lại số liệu",
        "Chấp nhận? Cần hỏi thêm phòng tổ chức",
        "Chấp nhận sao được",
        "Chấp nhận thế nào được",
        "Chấp nhận hay không do thường trực quyết định",
        "Chấp nhận: từ chối",
        "Chấp nhận, nếu có văn bản của phường",
        "Chấp nhận một phần: phải sửa số liệu",
        "Chấp nhận lỗi, đơn vị sửa ngay",
        "Chấp nhận, sửa rồi gửi lại",
        "Chấp nhận không?",
        "Chấp nhận không phải sửa vì phường không có",
        "Chấp nhận: không được, thiếu căn cứ",
        "Chap nhan, nhung can sua lai",
        "Accept not",
        "Accept? Ask the office first",
        "Accepted, but the figures must be mended",
        "Accepted: not before June",
    ],
)
def test_a_question_a_denial_a_condition_or_a_demand_is_for_a_person_to_decide(reply):
    said = decision(reply)
    assert said is None or not said.plain
    if not reply.startswith("Chấp nhận, sửa"):
        assert said is not None  # shown to the reviewer, never dropped without a word


@pytest.mark.parametrize(
    "reply",
    [
        "Chấp nhận: phường không có chi bộ khuyến học",
        "Chấp nhận vì đơn vị mới thành lập",
        "Chấp nhận, không có trường trung học trên địa bàn",
        "Chấp nhận: đã bổ sung ở phụ lục 2",
        "Chấp nhận k7m2q4: đã trao đổi",
        "Accepted. Told on the phone",
    ],
)
def test_a_plain_reason_may_tell_what_is_not_there(reply):
    assert decision(reply).plain


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
