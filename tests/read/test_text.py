"""Which words a reader finds, construct by construct."""

from __future__ import annotations

import pytest

from service.read import read

TEXTBOX = "<w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent>"


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("một ") + r("hai"), "một hai"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"),
        ("<w:r><w:t>29</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:softHyphen/><w:t>/TW</w:t></w:r>", "29-NQ/TW"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r(" 5"), "≥ 5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        (r("\uf0a7", FONT.format("Wingdings")) + r(" Về tổ chức"), "▪ Về tổ chức"),
        (r("ü", FONT.format("Wingdings")) + r(" đạt"), "✓ đạt"),
        (r("\uf0b3", FONT.format("Symbol")) + r(" 70%"), "≥ 70%"),
        ('<w:r><w:sym w:font="Symbol" w:char="F06D"/></w:r>' + r("g/ml"), "μg/ml"),
        (r("Hội viên", FONT.format("Wingdings")), "Hội viên"),
        (r("\uf0b7 Về tổ chức", FONT.format("Times New Roman")), "• Về tổ chức"),
        (f"<w:hyperlink>{r('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:smartTag w:element='x'><w:smartTagPr/>{r('thẻ')}</w:smartTag>", "thẻ"),
        (f"<w:customXml w:element='x'><w:customXmlPr/>{r('riêng')}</w:customXml>", "riêng"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('ô')}</w:sdtContent></w:sdt>", "ô"),
        (f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>', "7"),
        (char("begin") + code("PAGE") + char("separate") + r("7") + char("end") + r(" trang"), "7 trang"),
        (
            char("begin") + code("IF ") + char("begin") + code("PAGE") + char("separate") + r("1") + char("end")
            + code(" = 1") + char("separate") + r("đúng") + char("end"),
            "đúng",
        ),
        (char("begin") + code("không có kết quả") + char("end") + r("sau"), "sau"),
        (char("end") + r("thừa"), "thừa"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (f"<w:r><w:ruby><w:rt>{r('trên')}</w:rt><w:rubyBase>{r('gốc')}</w:rubyBase></w:ruby></w:r>", "gốc(trên)"),
        (r("Ba\u0301o  ca\u0301o\u200b \u00adsố\u00a012"), "Báo  cáo số 12"),
        (r("Số lƣợng, TƢ TƢỞNG"), "Số lượng, TƯ TƯỞNG"),
        (r("e") + r("\u0323\u0302"), "ệ"),
        (r("dòng\nkhác"), "dòng khác"),
        (r("báo cáo", "<w:caps/>"), "BÁO CÁO"),
    ],
)  # fmt: skip
def test_the_text_of_a_paragraph_is_what_word_shows(docx, inside, text):
    [paragraph] = read(docx(p(inside))).paragraphs
    assert paragraph.text == text


def test_insertions_are_read_and_deletions_are_not_and_both_are_told(docx):
    body = p(
        r("đầu ")
        + '<w:del w:author="An"><w:r><w:delText>bỏ </w:delText></w:r><w:r><w:delText>đi</w:delText></w:r></w:del>'
        + f'<w:ins w:author="Bình">{r("thêm")}</w:ins>'
    )
    manuscript = read(docx(body))
    assert manuscript.paragraphs[0].text == "đầu thêm"
    assert [(aside.text, aside.author, aside.paragraph) for aside in manuscript.deletions] == [("bỏ đi", "An", 0)]
    assert [(aside.text, aside.author) for aside in manuscript.insertions] == [("thêm", "Bình")]


def test_moved_text_stands_where_it_was_moved_to(docx):
    body = p(f'<w:moveFrom w:author="A">{r("đi")}</w:moveFrom>') + p(f'<w:moveTo w:author="A">{r("đi")}</w:moveTo>')
    manuscript = read(docx(body))
    assert [one.text for one in manuscript.paragraphs] == ["", "đi"]
    assert [one.text for one in manuscript.deletions] == ["đi"]


def test_a_deletion_inside_an_insertion_is_a_deletion(docx):
    inside = '<w:ins w:author="A"><w:del w:author="B"><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>'
    manuscript = read(docx(p(inside + r("y"))))
    assert manuscript.paragraphs[0].text == "y"
    assert not manuscript.insertions


def test_a_deleted_paragraph_mark_joins_two_paragraphs(docx):
    mark = '<w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>'
    manuscript = read(docx(p(mark + r("nửa ")) + p('<w:pPr><w:jc w:val="center"/></w:pPr>' + r("sau")) + p(r("ba"))))
    assert [one.text for one in manuscript.paragraphs] == ["nửa sau", "ba"]
    assert manuscript.paragraphs[0].look.centred


def test_a_paragraph_that_is_deleted_whole_at_the_end_is_gone(docx):
    mark = '<w:pPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>'
    gone = p(mark + '<w:del w:author="A"><w:r><w:delText>hết</w:delText></w:r></w:del>')
    manuscript = read(docx(p(r("một")) + gone))
    assert [one.text for one in manuscript.paragraphs] == ["một"]
    assert [(one.text, one.paragraph) for one in manuscript.deletions] == [("hết", 0)]


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it(docx):
    drawing = f"<w:drawing><a:graphic><wps:wsp><wps:txbx>{TEXTBOX}</wps:txbx></wps:wsp></a:graphic></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{TEXTBOX}</v:textbox></v:shape></w:pict>"
    both = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    manuscript = read(
        docx(p(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>" + r("thân")) + p(r("sau")))
    )
    assert [(one.text, one.place.text_box) for one in manuscript.paragraphs] == [
        ("thân", False),
        ("hộp", True),
        ("sau", False),
    ]


def test_a_text_box_of_the_old_kind_is_read_too(docx):
    old = f"<w:r><w:pict><v:shape><v:textbox>{TEXTBOX}</v:textbox></v:shape></w:pict></w:r>"
    assert [one.text for one in read(docx(p(old))).paragraphs] == ["", "hộp"]


def test_words_in_a_shape_of_a_canvas_are_read(docx):
    shape = "<w:r><w:drawing><a:txBody><a:p><a:r><a:t>sơ đồ</a:t></a:r></a:p></a:txBody></w:drawing></w:r>"
    assert [one.text for one in read(docx(p(shape))).paragraphs] == ["", "sơ đồ"]


def test_hidden_text_is_kept_apart_through_styles_too(docx):
    styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p(r("thấy ") + r("ẩn", "<w:vanish/>")) + p(r("khuất", '<w:rStyle w:val="An"/>'))
    manuscript = read(docx(body, styles=styles))
    assert [one.text for one in manuscript.paragraphs] == ["thấy ", ""]
    assert [(one.text, one.paragraph) for one in manuscript.hidden] == [("ẩn", 0), ("khuất", 1)]


def test_block_content_controls_and_custom_xml_are_walked_through(docx):
    custom = f"<w:customXml><w:customXmlPr/>{p(r('b'))}</w:customXml>"
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('a'))}{custom}</w:sdtContent></w:sdt>"
    assert [one.text for one in read(docx(block)).paragraphs] == ["a", "b"]


def test_comments_of_people_are_kept_and_our_own_left_out(docx):
    comments = "".join(
        f'<w:comment w:id="{ident}" w:author="{author}">{p(r(text))}</w:comment>'
        for ident, author, text in ((1, "Chánh Văn phòng", "kiểm tra"), (2, "tongket", "thiếu"))
    )
    body = p(r("a")) + p('<w:commentRangeStart w:id="1"/>' + r("b") + '<w:r><w:commentReference w:id="1"/></w:r>')
    manuscript = read(docx(body, comments=comments))
    assert [(one.text, one.author, one.paragraph) for one in manuscript.comments] == [
        ("kiểm tra", "Chánh Văn phòng", 1)
    ]


def test_notes_headers_and_footers_stand_beside_the_body(docx):
    separator = f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote>'
    notes = separator + f'<w:footnote w:id="2">{p(r("12 chi hội"))}</w:footnote>'
    section = '<w:sectPr><w:headerReference r:id="rId_header1"/><w:footerReference r:id="rId_footer1"/></w:sectPr>'
    body = p(r("a")) + p(r("b") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + section
    manuscript = read(docx(body, footnotes=notes, header1=p(r("đầu trang")), footer1=p(r("chân trang"))))
    assert [(one.kind, one.text, one.anchor) for one in manuscript.notes] == [
        ("footnote", "12 chi hội", 1),
        ("header", "đầu trang", None),
        ("footer", "chân trang", None),
    ]
    assert manuscript.paragraphs[1].text == "b"


def test_pictures_are_counted_wherever_they_come_from(docx):
    new = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'
    old = "<w:r><w:pict><v:shape><v:imagedata r:id='rId9'/></v:shape></w:pict></w:r>"
    words = p(r("Hội Khuyến học phường đã vận động nhân dân tham gia học tập suốt đời. " * 5))
    assert read(docx(p(new + old) + words)).pictures == 2


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        (
            "c.html",
            "text/html",
            "<html><head><title>x</title></head><body><h1>Một</h1><p>Hai <b>ba</b></p></body></html>",
        ),
        ("c.txt", "text/plain", "Một\r\nHai ba\r\n"),
    ],
)
def test_a_chunk_is_read_in_its_place(package, pack, name, kind, content):
    ending = name.rpartition(".")[2]
    link = f'<Relationship Id="rId5" Type="http://x/aFChunk" Target="{name}"/>'
    body = p(r("trước")) + '<w:altChunk r:id="rId5"/>' + p(r("sau"))
    members = package(body, relations=link, extra={f"word/{name}": content})
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        "<Override", f'<Default Extension="{ending}" ContentType="{kind}"/><Override'
    )
    assert [one.text for one in read(pack(members)).paragraphs] == ["trước", "Một", "Hai ba", "sau"]


def test_a_word_file_in_a_chunk_is_read_in_its_place(package, pack):
    link = '<Relationship Id="rId5" Type="http://x/aFChunk" Target="c.docx"/>'
    inner = pack(package(p(r("trong")) + f"<w:tbl><w:tr><w:tc>{p(r('ô'))}</w:tc></w:tr></w:tbl>"))
    manuscript = read(
        pack(package(p(r("a")) + '<w:altChunk r:id="rId5"/>', relations=link, extra={"word/c.docx": inner}))
    )
    assert [one.text for one in manuscript.paragraphs] == ["a", "trong", "ô"]
    assert manuscript.tables[0].cells[0].paragraphs == (2,)


def test_every_body_of_a_part_is_read(docx):
    assert [one.text for one in read(docx(p(r("a")) + "</w:body><w:body>" + p(r("b")))).paragraphs] == ["a", "b"]
