"""What a worker doesn't take on, however willing the reader: it would take more memory than a machine may have."""

from io import BytesIO

import docx

from service.defaults import folder
from service.flow.judging import judge
from service.read import read
from service.rules import load


def test_a_paragraph_of_a_thousand_pages_is_read_but_not_judged():
    document, saved = docx.Document(), BytesIO()
    document.add_paragraph("chữ nối chữ " * 200_000)
    document.save(saved)
    data = saved.getvalue()

    assert len(read(data).paragraphs[0].text) > 2_000_000
    examination, words = judge(data, "bc.docx", "", load(folder("rules")))
    (finding,) = examination.findings
    assert (examination.verdict, finding.code) == ("unreadable", "file.too_large")
    assert "một đoạn văn dài khác thường" in finding.message
    assert words.sections == ()
