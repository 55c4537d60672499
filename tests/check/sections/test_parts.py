"""A part names itself at the start of a clause, and what follows is its own up to the next name."""

import pytest

from service.check.sections.parts import named_in, segments
from tests.check.builder import case


def lines(*texts):
    return tuple(line for line in case(*texts).lines if line.text.strip())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mục tiêu: 30% dân số vào Hội.", {"objectives"}),
        ("Mục tiêu chung: đưa việc học về thôn. Chỉ tiêu cụ thể: 30%.", {"objectives"}),
        ("Chỉ tiêu đến năm 2025 là 30% dân số vào Hội.", {"objectives"}),
        ("- Phương hướng chung là hướng về cơ sở.", {"directions"}),
        ("Trong 5 năm tới, phương hướng của Hội là hướng về cơ sở.", {"directions"}),
        ("1. Nhiệm vụ trọng tâm: củng cố chi hội.", {"key_tasks"}),
        ("Nhiệm vụ và giải pháp: củng cố chi hội.", {"key_tasks", "solutions"}),
        ("Về giải pháp, Hội ký kế hoạch với trường.", {"solutions"}),
        ("Để đạt được, Hội tập trung thực hiện các giải pháp sau:", {"solutions"}),
        ("Hội đề ra 5 nhiệm vụ chủ yếu sau đây:", {"key_tasks"}),
        ("Biện pháp thực hiện gồm phân công ủy viên.", {"solutions"}),
        ("Hội hoàn thành nhiệm vụ được giao.", set()),
        ("Hội thực hiện các giải pháp đồng bộ, hiệu quả.", set()),
        ("Đây là nhiệm vụ của mọi người.", set()),
        ("Mục tiêu đã đạt.", set()),
    ],
)
def test_a_part_is_named_where_a_reader_sees_its_name(text, parts):
    assert named_in(lines(text)) == parts


def test_one_line_may_hold_several_parts():
    found = segments(lines("Mục tiêu: có 30% dân số. Nhiệm vụ: mở lớp học. Giải pháp: phân công ủy viên phụ trách."))
    assert [segment.part for segment in found] == ["objectives", "key_tasks", "solutions"]
    assert [segment.lines[0].text.strip() for segment in found][1] == "Nhiệm vụ: mở lớp học."


def test_lines_below_go_on_with_the_part():
    (found,) = segments(lines("Giải pháp:", "- phân công ủy viên phụ trách tổ;", "- mở lớp học buổi tối."))
    assert len(found.lines) == 3
    assert found.filled


def test_a_name_without_anything_behind_it_is_not_filled():
    (found,) = segments(lines("Giải pháp: sẽ bổ sung sau."))
    assert not found.filled


def test_counted_tasks_before_a_colon_name_themselves_inside_a_sentence():
    made = case("Hội tập trung vào mấy nhiệm vụ: củng cố chi hội; mở câu lạc bộ đọc sách; phát triển quỹ.")
    assert "key_tasks" in named_in(made.lines)
    plain = case("Các nhiệm vụ của năm cũ đã xong, Hội bước sang năm mới.")
    assert "key_tasks" not in named_in(plain.lines)
