"""A report typed with soft line breaks is one paragraph of many lines, some of them headings."""

from __future__ import annotations

import pytest

from service.flow.tracing import traced_outline
from service.model.manuscript import Aside, Cell, Format, Look, Manuscript, Note, Paragraph, Place, Table
from service.outline import outline, parted

TEXT = "Trong nhiệm kỳ qua Hội đã phối hợp với nhà trường vận động toàn dân tham gia học tập suốt đời."


def manuscript(*paragraphs, **more):
    numbered = (one if isinstance(one, Paragraph) else Paragraph(0, one) for one in paragraphs)
    return Manuscript(
        Format.DOCX,
        tuple(Paragraph(index, one.text, one.label, one.look, one.place) for index, one in enumerate(numbered)),
        **more,
    )


def headings(read):
    return [heading.text for piece in outline(parted(read).manuscript).pieces for heading in piece.headings]


def test_headings_behind_soft_line_breaks_are_headings():
    typed = f"BÁO CÁO\nTổng kết nhiệm kỳ\nI. KẾT QUẢ\n1. Công tác tổ chức\n{TEXT}\nII. BÀI HỌC KINH NGHIỆM\n{TEXT}"
    assert headings(manuscript(typed)) == ["I. KẾT QUẢ", "1. Công tác tổ chức", "II. BÀI HỌC KINH NGHIỆM"]


def test_every_number_leads_back_to_words_paragraph():
    read = manuscript("BÁO CÁO", f"I. KẾT QUẢ\n{TEXT}\nII. BÀI HỌC\n{TEXT}", "III. PHƯƠNG HƯỚNG", TEXT)
    lines, origin = parted(read)
    assert origin == (0, 1, 1, 1, 1, 2, 3)
    [piece] = traced_outline(outline(lines), origin).pieces
    assert [(one.text, one.paragraph, one.last, one.body, one.end) for one in piece.headings] == [
        ("I. KẾT QUẢ", 1, 1, 1, 2), ("II. BÀI HỌC", 1, 1, 1, 2), ("III. PHƯƠNG HƯỚNG", 2, 2, 3, 4),
    ]  # fmt: skip
    assert (piece.start, piece.end, piece.title_paragraph) == (0, 4, 0)


def test_what_stands_beside_the_text_moves_along():
    read = manuscript(
        f"I. KẾT QUẢ\n{TEXT}\nII. BÀI HỌC\n{TEXT}",
        Paragraph(0, "ô", place=Place(0, 0, 0)),
        tables=(Table(0, 1, 1, (Cell(0, 0, 1, 1, (1,), "ô"),)),),
        notes=(Note("footnote", "chú thích", 1), Note("header", "đầu trang")),
        hidden=(Aside("ẩn", 1),),
        deletions=(Aside("xóa", None),),
    )
    lines, _ = parted(read)
    assert lines.tables[0].cells[0].paragraphs == (4,)
    assert [note.anchor for note in lines.notes] == [4, None]
    assert (lines.hidden[0].paragraph, lines.deletions[0].paragraph) == (4, None)
    assert "".join(one.text for one in lines.paragraphs) == "".join(one.text for one in read.paragraphs).replace(
        "\n", ""
    )


@pytest.mark.parametrize(
    "text",
    [
        "BÁO CÁO\nTỔNG KẾT NHIỆM KỲ\nVÀ PHƯƠNG HƯỚNG NHIỆM KỲ TỚI",
        f"{TEXT}\n{TEXT}",
        f"{TEXT}\n1. Vận động hội viên tham gia học tập;\n2. Xây dựng quỹ khuyến học;",
        f"{TEXT}\nMột là, luôn bám sát\n{TEXT}",
        f"I. KẾT QUẢ\n{TEXT}",
    ],
)
def test_a_paragraph_without_headings_behind_its_first_line_stays_whole(text):
    read = manuscript(text)
    assert parted(read) == (read, None)


def test_a_cell_of_a_table_stays_whole():
    read = manuscript(Paragraph(0, f"{TEXT}\nII. BÀI HỌC\n{TEXT}", place=Place(0, 0, 0)))
    assert parted(read).origin is None


def test_only_the_first_line_has_the_paragraphs_number_style_and_bold_beginning():
    look = Look("heading 1", 0, bold_prefix=10)
    read = manuscript(Paragraph(0, f"I. KẾT QUẢ\n{TEXT}\nII. BÀI HỌC\n{TEXT}", "1.", look))
    first, *rest = parted(read).manuscript.paragraphs
    assert (first.label, first.look) == ("1.", Look("heading 1", 0, bold=True, bold_prefix=10, capitals=True))
    assert {(one.label, one.look.style, one.look.outline_level, one.look.bold) for one in rest} == {
        ("", "normal", None, False)
    }
