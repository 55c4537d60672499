"""A figure that was set is no second value of the one that was reached, however the two are put side by side."""

import pytest

from service.check.case import Zone
from tests.check.figures.told import told

SET_AND_REACHED = [
    ("Đại hội khóa trước ấn định 1.300 hội viên; hết nhiệm kỳ toàn xã có 1.412 hội viên.", "members", 1300, 1412),
    ("Lời hứa trước Đại hội là 900 hội viên, nay đã có 968 hội viên.", "members", 900, 968),
    ("Điều 3, gia đình học tập 65%: đã công nhận 1.020/1.500 hộ, bằng 68,0%.", "learning_families_rate", 65, 68),
    ("Nghị quyết ghi 12 chi hội, thực có 14 chi hội.", "branches", 12, 14),
    ("Kế hoạch khóa này đặt 55% dòng họ học tập. Kết quả có 12/20 dòng họ, bằng 60,0%.", "learning_clans_rate", 55, 60),
    ("Chỉ tiêu hội viên: 25% dân số. Thực hiện: 1.890 hội viên, đạt 27,1% dân số.", "member_rate", 25, 27.1),
    (
        "Quyết nghị của Đại hội là trao 700 suất học bổng, trong 5 năm trao được 812 suất học bổng.",
        "scholarships",
        700,
        812,
    ),
    (
        "Hội cam kết vận động 200 triệu đồng tiền quỹ, cuối nhiệm kỳ vận động được 251 triệu đồng.",
        "fund_raised",
        2e8,
        2.51e8,
    ),
    (
        "Yêu cầu của Nghị quyết là 80% thôn đạt cộng đồng học tập, nay 9/10 thôn đạt, bằng 90,0%.",
        "learning_communities_rate",
        80,
        90,
    ),
]
SET_BY_OTHERS = [
    (
        "Thành ủy yêu cầu 70% gia đình học tập. Toàn phường có 1.200/1.600 hộ đạt gia đình học tập, bằng 75,0%.",
        "learning_families_rate",
        75,
    ),
    (
        "Mốc của Thủ tướng tại Quyết định 281 là 50% dòng họ học tập, xã đã có 12/20 dòng họ, bằng 60,0%.",
        "learning_clans_rate",
        60,
    ),
    (
        "Trung ương Hội đặt ra 60% cộng đồng học tập. Đến nay 9/12 thôn đạt cộng đồng học tập, bằng 75,0%.",
        "learning_communities_rate",
        75,
    ),
    (
        "Đề án của Chính phủ đòi hỏi 50% đơn vị học tập; phường có 8/10 đơn vị đạt đơn vị học tập, bằng 80,0%.",
        "learning_units_rate",
        80,
    ),
    (
        "Cả nước phấn đấu 70% gia đình, 50% dòng họ. Xã có 900/1.200 hộ đạt gia đình học tập, bằng 75,0%.",
        "learning_families_rate",
        75,
    ),
]
NO_CONFLICT = [
    ("Mức phấn đấu về quỹ là 300 triệu đồng, các chi hội đã vận động được 342 triệu đồng.",),
    ("Năm 2019 có 74/90 đơn vị đạt đơn vị học tập.", "Riêng khối trường học có 52/60 đơn vị đạt đơn vị học tập."),
    ("Gia đình học tập đạt 72,4%.", "Phân theo nghề, gia đình học tập làm nông chiếm 61%, buôn bán chiếm 39%."),
    ("Toàn xã có 1.450 hội viên.", "Khi mới vào khóa, xã có 1.210 hội viên."),
    ("Xã có 16 chi hội.", "Xã bạn cùng cụm có 18 chi hội."),
    ("Quỹ vận động được 310 triệu đồng.", "Trong đó riêng năm 2019 vận động được 190 triệu đồng."),
]


@pytest.mark.parametrize(("text", "rule", "target", "result"), SET_AND_REACHED)
def test_the_first_of_two_figures_was_set_and_the_second_reached(text, rule, target, result):
    values, codes = told(text, zone=Zone.PAST)
    assert "figure.conflict" not in codes
    assert (values.get(f"{rule}.target"), values.get(f"{rule}.result")) == (target, result)


@pytest.mark.parametrize(("text", "rule", "result"), SET_BY_OTHERS)
def test_what_others_ask_for_is_neither_target_nor_conflict(text, rule, result):
    values, codes = told(text, zone=Zone.PAST)
    assert "figure.conflict" not in codes
    assert (values.get(f"{rule}.target"), values.get(f"{rule}.result")) == (None, result)


@pytest.mark.parametrize("lines", NO_CONFLICT)
def test_figures_of_another_whole_time_or_kind_contradict_nothing(lines):
    assert "figure.conflict" not in told(*lines, zone=Zone.PAST)[1]
