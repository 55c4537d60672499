"""A paragraph of hundreds of pages takes no room for each of its words: what makes a heading is told by a few."""

import tracemalloc

import pytest

from service.model.manuscript import Format, Look, Manuscript, Paragraph
from service.outline import outline, parted, unboxed


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("Hội Khuyến học phường 12-5/2020 tổ chức. " * 20_000, Look(bold=True)),
        ("BÁO CÁO TỔNG KẾT NHIỆM KỲ 281/QĐ-TTg " * 20_000, Look(bold=True, capitals=True, centred=True)),
        ("Kết quả công tác - năm 2019, 2020: " * 20_000, Look()),
    ],
)
def test_the_outline_of_an_endless_paragraph_takes_few_times_its_room(text: str, look: Look) -> None:
    paragraphs = [Paragraph(0, "BÁO CÁO", look=Look(bold=True, centred=True)), Paragraph(1, text.strip(), look=look)]
    manuscript = Manuscript(Format.DOCX, tuple(paragraphs))
    tracemalloc.start()
    try:
        found = outline(parted(unboxed(manuscript)).manuscript)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found.pieces[0].end == 2
    assert peak < 3 * 2 * len(text)  # of two bytes a letter; its words apart would take six times as much as itself
