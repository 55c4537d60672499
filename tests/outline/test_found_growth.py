"""Long files of labels or titles of contents: the outline's cost grows with their length, not with its square."""

import pytest

from service.outline import outline
from tests.check.builder import CENTRED_TITLE, manuscript
from tests.growth import growth

LINEAR = 6.0
"""For four times the size; the square would be 16."""


def test_each_labelled_line_costs_the_same_however_many_headings_went_before() -> None:
    def many(count: int) -> object:
        above = [line for n in range(count) for line in (f"**Phong trào {n} khu dân cư", "Quỹ tăng đều.")]
        return outline(manuscript(*CENTRED_TITLE, *above, *["5. Nhà trường phối hợp tốt với gia đình."] * count))

    assert growth(many, 400) < LINEAR


def test_each_title_of_contents_costs_the_same_however_long_the_file_is() -> None:
    def many(count: int) -> object:
        return outline(manuscript(*CENTRED_TITLE, *["Mục lục", "Quỹ khuyến học", "Quỹ tăng."] * count))

    assert growth(many, 100) < LINEAR


@pytest.mark.parametrize("sign", [". ", "… ", "_ ", "~ ", "*~=#", "★ "])
def test_a_long_row_of_signs_is_looked_through_once(sign: str) -> None:
    """With a pattern that tries every start, each of these would take minutes."""
    read = manuscript(*CENTRED_TITLE, "I. KẾT QUẢ", sign * 100_000, f"~ BÀI HỌC {sign * 100_000}")
    assert [heading.label for heading in outline(read).pieces[0].headings][:1] == ["I."]
