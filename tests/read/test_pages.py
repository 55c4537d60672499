"""About which page a paragraph stands on, as Word last laid the file out."""

import pytest

from service.errors import UnreadableReport
from service.read import read
from service.read.pages import page_hints
from tests.read.builder import members, zipped

BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def p(content):
    return f"<w:p>{content}</w:p>"


def r(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cell(*content):
    return f"<w:tc>{''.join(content)}</w:tc>"


def row(*cells):
    return f"<w:tr>{''.join(cells)}</w:tr>"


def pages(*body):
    data = zipped(members("".join(body)))
    hints = page_hints(data)
    assert len(hints) == len(read(data).paragraphs)
    return hints


def test_a_paragraph_stands_on_the_page_where_its_words_begin():
    assert pages(p(r("Một")), p(r("Hai") + BREAK + r("hai")), p(r("Ba")), p(BREAK + r("Bốn"))) == (1, 1, 2, 3)


def test_a_break_before_the_first_words_counts_for_them():
    hard = '<w:r><w:br w:type="page"/></w:r>'
    assert pages(p(r("Một") + hard), p(BREAK + r("Hai")), p(r("Ba"))) == (1, 2, 2)


def test_cells_of_one_row_go_on_to_the_next_page_side_by_side():
    table = f"<w:tbl>{row(cell(p(BREAK + r('a'))), cell(p(BREAK + r('b'))))}{row(cell(p(r('c'))))}</w:tbl>"
    assert pages(p(r("Một")), table, p(r("Sau"))) == (1, 2, 2, 2, 2)


def test_a_table_in_a_cell_counts_once():
    inner = f"<w:tbl>{row(cell(p(r('a') + BREAK + r('a'))), cell(p(r('b'))))}</w:tbl>"
    assert pages(f"<w:tbl>{row(cell(inner, p(r('c'))), cell(p(r('d'))))}</w:tbl>", p(r("Sau"))) == (1, 1, 2, 1, 2)


def test_nothing_is_said_of_a_file_that_nothing_laid_out():
    hard = '<w:r><w:br w:type="page"/></w:r>'
    assert pages(p(r("Một") + hard), p(r("Hai"))) == (None, None)


def test_what_is_no_word_file_has_no_pages():
    with pytest.raises(UnreadableReport):
        page_hints(b"%PDF-1.4")
