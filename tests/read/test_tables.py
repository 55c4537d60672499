"""Tables as grids."""

from __future__ import annotations

from service.read import read


def p(text: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}{p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def grid(manuscript, index: int = 0) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in manuscript.tables[index].cells]


def test_cells_stand_at_their_row_and_column(docx):
    manuscript = read(docx(p("trước") + tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d"))) + p("sau")))
    assert grid(manuscript) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]
    places = [(one.text, one.place.table, one.place.row, one.place.column) for one in manuscript.paragraphs]
    assert places[0] == ("trước", None, None, None)
    assert places[4] == ("d", 0, 1, 1)
    assert places[5] == ("sau", None, None, None)


def test_a_merged_cell_stands_once(docx):
    wide = '<w:gridSpan w:val="2"/>'
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = tr(tc("a", wide), tc("b", begin)), tr(tc("c"), tc("d"), tc("", on)), tr(tc("e"), tc("f"), tc("g"))
    manuscript = read(docx(tbl(*rows)))
    assert (manuscript.tables[0].rows, manuscript.tables[0].columns) == (3, 3)
    assert grid(manuscript)[:2] == [(0, 0, 1, 2, "a"), (0, 2, 2, 1, "b")]
    assert grid(manuscript)[-1] == (2, 2, 1, 1, "g")


def test_rows_may_begin_further_right(docx):
    manuscript = read(docx(tbl(tr(tc("a"), tc("b")), tr(tc("c"), properties='<w:gridBefore w:val="1"/>'))))
    assert grid(manuscript)[-1] == (1, 1, 1, 1, "c")


def test_a_table_in_a_cell_knows_its_parent(docx):
    manuscript = read(docx(tbl(tr(tc("ngoài", inside=tbl(tr(tc("trong")))), tc("bên")))))
    assert [(one.index, one.parent) for one in manuscript.tables] == [(0, None), (1, 0)]
    assert grid(manuscript)[0][-1] == "ngoài"
    assert [one.text for one in manuscript.paragraphs] == ["trong", "ngoài", "bên"]
    assert grid(manuscript)[1][:2] == (0, 1)


def test_deleted_rows_and_cells_are_gone_and_their_words_told(docx):
    gone = tr(tc("bỏ"), tc("đi"), properties='<w:del w:author="An"/>')
    less = tr(tc("b"), tc("x", '<w:cellDel w:author="An"/>'))
    manuscript = read(docx(tbl(tr(tc("a")), gone, less)))
    assert [one.text for one in manuscript.paragraphs] == ["a", "b"]
    assert manuscript.tables[0].rows == 2
    assert "".join(one.text for one in manuscript.deletions) == "bỏđix"


def test_an_inserted_row_is_read_and_told(docx):
    manuscript = read(docx(tbl(tr(tc("mới"), properties='<w:ins w:author="An"/>'))))
    assert [(one.text, one.author) for one in manuscript.insertions] == [("mới", "An")]
    assert manuscript.paragraphs[0].text == "mới"


def test_content_controls_around_rows_and_cells_are_walked_through(docx):
    row = f"<w:sdt><w:sdtContent>{tr(tc('a'))}</w:sdtContent></w:sdt>"
    cell = tr(f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>")
    assert grid(read(docx(tbl(row, cell)))) == [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "b")]


def test_a_text_box_in_a_cell_belongs_to_the_cell(docx):
    box = "<w:p><w:r><w:pict><w:txbxContent>" + p("hộp") + "</w:txbxContent></w:pict></w:r></w:p>"
    manuscript = read(docx(tbl(tr(tc("ô", inside=box)))))
    assert manuscript.tables[0].cells[0].text == "\nhộp\nô"
    place = manuscript.paragraphs[1].place
    assert (place.table, place.row, place.column, place.text_box) == (0, 0, 0, True)
