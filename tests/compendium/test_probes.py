"""Two reports in one file: what merging them must not break, one small probe each."""

from __future__ import annotations

from io import BytesIO

from service.compendium import merge, whole_extract
from service.model.city import Extract
from service.model.compendium import Captions, LeftOut, Removed
from service.read.xml import A, R, W
from tests.compendium.merged import Merged, only, report
from tests.read.builder import members, relation, relationships, zipped
from tests.read.test_numbering import REPORT, abstract, item, level, num

WORD_TYPE = 'w:type="paragraph"'
PNG, OTHER_PNG = b"\x89PNG\r\n\x1a\n one", b"\x89PNG\r\n\x1a\n another"


def docx(body, **parts):
    return zipped(members(body, **parts))


def p(text, style="", more=""):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def style(ident, name, inside="", kind="paragraph", more=""):
    return f'<w:style w:type="{kind}" w:styleId="{ident}" {more}><w:name w:val="{name}"/>{inside}</w:style>'


def normal(size="", ident="Normal", inside=""):
    sized = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    return style(ident, "Normal", inside + sized, more='w:default="1"')


def defaults(run="", paragraph=""):
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def picture(rel, ident=1):
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="{ident}" name="Ảnh"/>'
        f'<a:graphic><a:graphicData><a:blip r:embed="{rel}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
        "</w:r></w:p>"
    )


def with_picture(data, name="image1.png", body=""):
    relations = relation("rIdP", "image", f"media/{name}")
    return docx(p("Ảnh:") + picture("rIdP") + body, relations=relations, extra={f"word/media/{name}": data})


def field(code, result):
    def sign(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{sign('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{sign('separate')}"
        f"<w:r><w:t>{result}</w:t></w:r>{sign('end')}"
    )


def marked(ident, name, text):
    return (
        f'<w:p><w:bookmarkStart w:id="{ident}" w:name="{name}"/><w:r><w:t>{text}</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{ident}"/></w:p>'
    )


def merged(*files, **more):
    made = Merged(*(report(f"u{number}", data) for number, data in enumerate(files, 1)), **more)
    assert made.troubles() == []
    assert not any(one.plain for one in made.result.taken)
    return made


# -- styles ------------------------------------------------------------------------------------------------------------


def test_the_defaults_of_each_report_stay_its_own():
    made = merged(
        docx(p("Một"), styles=defaults('<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/>') + normal()),
        docx(p("Hai"), styles=defaults('<w:rFonts w:ascii="Tahoma"/><w:sz w:val="28"/>') + normal()),
    )
    for text, font, size in (("Một", "Arial", "22"), ("Hai", "Tahoma", "28")):
        chain, _ = made.style_of(text)
        assert (made.value(chain, "rPr/rFonts/ascii"), made.value(chain, "rPr/sz/val")) == (font, size)


def test_styles_of_one_name_with_other_looks_are_both_kept():
    made = merged(*(docx(p(size, "T"), styles=normal() + style("T", "Trích", f'<w:rPr><w:sz w:val="{size}"/></w:rPr>'))
                    for size in ("20", "40")))  # fmt: skip
    assert [made.value(made.style_of(size)[0], "rPr/sz/val") for size in ("20", "40")] == ["20", "40"]


def test_styles_of_one_id_that_are_different_styles_are_told_apart():
    made = merged(
        docx(p("Một", "a1"), styles=normal() + style("a1", "Trích", "<w:rPr><w:i/></w:rPr>")),
        docx(p("Hai", "a1"), styles=normal() + style("a1", "Đề mục", "<w:rPr><w:b/></w:rPr>")),
    )
    (first, *_), (second, *_) = made.style_of("Một")[0], made.style_of("Hai")[0]
    assert first.find(f"{W}rPr/{W}i") is not None
    assert second.find(f"{W}rPr/{W}b") is not None


def test_equal_styles_are_one_whatever_their_ids():
    sheets = (normal(ident="Normal") + style("T", "Trích"), normal(ident="Binhthng") + style("x", "Trích"))
    made = merged(docx(p("Một", "T"), styles=sheets[0]), docx(p("Hai", "x"), styles=sheets[1]))
    assert made.style_of("Một")[0][0] is not None
    assert made.style_of("Một")[0][0].get(W + "styleId") == made.style_of("Hai")[0][0].get(W + "styleId")


def test_a_paragraph_keeps_its_style_and_its_run_another():
    sheet = normal() + style("P", "Đoạn") + style("R", "Nhấn", "<w:rPr><w:b/></w:rPr>", kind="character")
    body = (
        '<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr><w:rStyle w:val="R"/></w:rPr><w:t>Hai</w:t></w:r></w:p>'
    )
    paragraph, run = merged(docx(p("Một")), docx(body, styles=sheet)).style_of("Hai")
    assert (paragraph[0].get(W + "type"), run[0].get(W + "type")) == ("paragraph", "character")


def test_a_style_keeps_what_it_is_based_on():
    chain = style("C", "Con", '<w:basedOn w:val="B"/>') + style(
        "B", "Bố", '<w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr>'
    )
    made = merged(docx(p("Một"), styles=normal("20")), docx(p("Hai", "C"), styles=normal("30") + chain))
    found, _ = made.style_of("Hai")
    assert [one.find(W + "name").get(W + "val").split(" (")[0] for one in found] == ["Con", "Bố", "Normal"]
    assert made.value(found, "rPr/sz/val") == "30"


def test_a_clashing_style_is_renamed_with_what_it_leads_to():
    def sheet(size):
        return (
            normal(size)
            + style("H", "heading 5", '<w:next w:val="Normal"/><w:link w:val="HC"/>')
            + style(
                "HC", "Heading 5 Char", f'<w:link w:val="H"/><w:rPr><w:sz w:val="{size}"/></w:rPr>', kind="character"
            )
        )

    made = merged(docx(p("Một", "H"), styles=sheet("20")), docx(p("Hai", "H"), styles=sheet("40")))
    known = {one.get(W + "styleId"): one for one in made.tree("word/styles.xml").iter(W + "style")}
    (second, *_), _ = made.style_of("Hai")
    linked = known[second.find(W + "link").get(W + "val")]
    assert linked.find(f"{W}rPr/{W}sz").get(W + "val") == "40"
    following = [known[second.find(W + "next").get(W + "val")]]
    assert made.value(following, "rPr/sz/val") == "40"


def test_text_in_a_table_has_what_its_tables_style_says_over_the_defaults():
    sheet = (
        defaults(paragraph='<w:spacing w:after="200"/>')
        + normal()
        + style("L", "Lưới", '<w:pPr><w:spacing w:after="0"/></w:pPr>', kind="table")
    )
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="L"/></w:tblPr><w:tblGrid/><w:tr><w:tc>{p("Ô")}</w:tc></w:tr></w:tbl>'
    made = merged(docx(p("Ngoài") + table + p("Sau"), styles=sheet))
    assert made.value(made.style_of("Ô")[0], "pPr/spacing/after") == "0"
    assert made.value(made.style_of("Ngoài")[0], "pPr/spacing/after") == "200"


def test_fonts_and_colours_of_a_theme_are_said_outright():
    theme = (
        f'<a:theme xmlns:a="{A.strip("{}")}"><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="112233"/>'
        '</a:accent1></a:clrScheme><a:fontScheme><a:minorFont><a:latin typeface="Cambria"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    run = f'<w:rPr>{fonts}<w:color w:val="112233" w:themeColor="accent1"/></w:rPr>'
    made = merged(docx(f"<w:p><w:r>{run}<w:t>Hai</w:t></w:r></w:p>", theme=theme))
    named = next(made.document.iter(W + "rFonts"))
    assert dict(named.attrib) == {W + "ascii": "Cambria", W + "hAnsi": "Cambria"}
    assert dict(next(made.document.iter(W + "color")).attrib) == {W + "val": "112233"}


def test_headings_of_reports_stand_below_those_of_the_compendium():
    made = merged(docx(p("I. Kết quả", "H"), styles=normal() + style("H", "heading 1")))
    chain, _ = made.style_of("I. Kết quả")
    assert made.value(chain, "pPr/outlineLvl/val") == "2"


# -- lists -------------------------------------------------------------------------------------------------------------


def test_the_list_of_the_second_report_begins_anew():
    one = docx(item(1) + item(1), numbering=REPORT + num(1, 1))
    assert merged(one, one).labels() == ["I.", "II.", "I.", "II."]


def test_a_list_of_a_style_begins_where_it_did():
    sheet = normal() + style("D", "Danh sách", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
    lists = abstract(1, level(0, "decimal", "%1.", start=7)) + num(3, 1)
    one = docx(p("a", "D") + p("b", "D"), styles=sheet, numbering=lists)
    assert merged(one, one).labels() == ["7.", "8.", "7.", "8."]


def test_an_excerpt_from_the_middle_of_a_list_keeps_its_numbers():
    data = docx(
        "".join(item(1, depth, str(n)) for n, depth in enumerate((0, 0, 0, 1, 1, 1, 0, 1))),
        numbering=REPORT + num(1, 1),
    )
    made = Merged(report("a", data, only(whole_extract(data), range(4, 8))))
    assert made.troubles() == []
    assert made.labels() == ["2.", "3.", "IV.", "1."]


def test_two_excerpts_of_one_list_each_keep_their_numbers():
    data = docx("".join(item(1, 0, str(n)) for n in range(6)), numbering=REPORT + num(1, 1))
    made = Merged(report("a", data, only(whole_extract(data), (1, 2, 4), (3, 5))))
    assert made.troubles() == []
    assert made.labels() == ["II.", "III.", "V.", "IV.", "VI."]


def test_a_list_that_goes_on_with_anothers_numbers_still_does():
    lists = REPORT + num(1, 1) + num(2, 1)
    assert merged(docx(item(1) + item(1) + item(2), numbering=lists)).labels() == ["I.", "II.", "III."]


def test_a_list_that_was_told_to_begin_again_still_does():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = REPORT + num(1, 1) + num(2, 1, again)
    assert merged(docx(item(1) + item(1) + item(2) + item(1), numbering=lists)).labels() == ["I.", "II.", "I.", "II."]


# -- notes -------------------------------------------------------------------------------------------------------------


def noted(kind, text, inside="", **parts):
    reference = f'<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:{kind}Reference w:id="2"/></w:r></w:p>'
    note = f'<w:{kind} w:id="2">{inside or p("Chú của " + text)}</w:{kind}>'
    return docx(reference, **{f"{kind}s": note}, **parts)


def test_footnotes_of_both_reports_stand_with_their_own_text():
    made = merged(noted("footnote", "Một"), noted("footnote", "Hai"))
    assert made.notes() == [("footnote", "Chú của Một"), ("footnote", "Chú của Hai")]


def test_endnotes_of_both_reports_stand_with_their_own_text():
    made = merged(noted("endnote", "Một"), noted("endnote", "Hai"))
    assert made.notes() == [("endnote", "Chú của Một"), ("endnote", "Chú của Hai")]


def test_a_notes_style_comes_along():
    sheet = normal() + style("Vnbncc", "footnote text", '<w:rPr><w:sz w:val="20"/></w:rPr>')
    made = merged(noted("footnote", "Một"), noted("footnote", "Hai", p("Chú", "Vnbncc"), styles=sheet))
    notes = made.tree("word/footnotes.xml")
    (named,) = [one.get(W + "val") for one in notes.iter(W + "pStyle") if one.get(W + "val") != "TapHopNgat"]
    assert made.value(made.chain(named), "rPr/sz/val") == "20"


def test_a_link_in_a_note_keeps_its_words_and_leads_nowhere():
    link = '<w:p><w:hyperlink r:id="rIdX"><w:r><w:t>trang web</w:t></w:r></w:hyperlink></w:p>'
    outside = relationships(relation("rIdX", "hyperlink", "http://vi.du", 'TargetMode="External"'))
    made = merged(noted("footnote", "Một", link, extra={"word/_rels/footnotes.xml.rels": outside}))
    assert made.notes() == [("footnote", "trang web")]
    assert (Removed.LINKS, 1) in made.result.taken[0].removed


# -- what points at something ------------------------------------------------------------------------------------------


def test_bookmarks_of_one_name_get_names_of_their_own_and_references_follow():
    one = docx(marked(1, "_Ref1", "Bảng 1") + f"<w:p>{field(' REF _Ref1 ', 'Bảng 1')}</w:p>")
    made = merged(one, one)
    names = [
        mark.get(W + "name") for mark in made.document.iter(W + "bookmarkStart") if "TapHop" not in mark.get(W + "name")
    ]
    codes = [code.text.split()[1] for code in made.document.iter(W + "instrText") if code.text.split()[0] == "REF"]
    assert names == codes
    assert len(set(names)) == 2


def test_bookmarks_in_each_other_keep_their_ranges():
    body = (
        '<w:p><w:bookmarkStart w:id="7" w:name="ngoai"/><w:r><w:t>a</w:t></w:r>'
        '<w:bookmarkStart w:id="3" w:name="trong"/><w:r><w:t>b</w:t></w:r><w:bookmarkEnd w:id="3"/>'
        '<w:r><w:t>c</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
    )
    made = merged(docx(p("x")), docx(body))
    (paragraph,) = [one for one in made.document.iter(W + "p") if "".join(one.itertext(W + "t")) == "abc"]
    marks = [one.get(W + "id") for one in paragraph if one.tag in (W + "bookmarkStart", W + "bookmarkEnd")]
    assert marks[0] == marks[3] != marks[1] == marks[2]


def test_a_reference_to_what_doesnt_come_along_is_plain_text():
    data = docx(marked(1, "xa", "Ở ngoài") + f"<w:p>{field(' REF xa ', 'xem mục trên')}</w:p>")
    made = Merged(report("a", data, only(whole_extract(data), range(1, 2))))
    assert made.troubles() == []
    assert made.says("xem mục trên")
    assert not [code for code in made.document.iter(W + "instrText") if "REF xa" in code.text]


def test_a_link_inside_the_report_still_leads_there():
    link = '<w:p><w:hyperlink w:anchor="dich"><w:r><w:t>xem</w:t></w:r></w:hyperlink></w:p>'
    made = merged(docx(marked(1, "dich", "Đích") + link))
    anchors = {one.get(W + "anchor") for one in made.document.iter(W + "hyperlink")}
    assert {one.get(W + "name") for one in made.document.iter(W + "bookmarkStart")} >= anchors
    assert any("dich" in anchor for anchor in anchors)


def test_a_link_to_the_outside_is_cut_and_counted_and_its_words_stay():
    link = '<w:p><w:hyperlink r:id="rIdX"><w:r><w:t>trang web</w:t></w:r></w:hyperlink></w:p>'
    made = merged(docx(link, relations=relation("rIdX", "hyperlink", "http://vi.du", 'TargetMode="External"')))
    assert made.says("trang web")
    assert made.result.taken[0].removed == ((Removed.LINKS, 1),)


def test_numbers_and_days_that_word_would_count_anew_are_text():
    made = merged(docx(f"<w:p>{field(' SEQ Bang ', '4')}{field(' DATE ', '01/02/2020')}</w:p>"))
    assert made.says("401/02/2020")
    assert all("SEQ" not in code.text and "DATE" not in code.text for code in made.document.iter(W + "instrText"))


def test_a_field_that_ends_beyond_the_excerpt_leaves_no_half():
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>trước</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>sau</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    made = Merged(report("a", docx(body), only(whole_extract(docx(body)), range(1), range(1, 2))))
    assert made.troubles() == []
    assert made.says("trước", "sau")


# -- pages -------------------------------------------------------------------------------------------------------------

WIDE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
)


def test_wide_pages_stay_wide_and_what_follows_is_upright():
    made = merged(docx(p("Đứng", more="<w:sectPr/>") + p("Ngang") + WIDE, header1=p("Phường A")), docx(p("Sau")))
    sections = [one.find(W + "pgSz").get(W + "orient", "portrait") for one in made.document.iter(W + "sectPr")]
    assert sections == ["portrait", "landscape", "portrait"]
    assert made.says("Đứng", "Ngang", "Sau")


def test_headers_of_a_report_are_said_to_be_left_out():
    made = merged(docx(p("Ngang") + WIDE, header1=p("Phường A")))
    assert (Removed.MARGINS, 1) in made.result.taken[0].removed
    assert b"Ph\xc6\xb0\xe1\xbb\x9dng A" not in b"".join(made.parts.values())


# -- what must not come along ------------------------------------------------------------------------------------------


def test_comments_are_taken_out_whole_and_counted():
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Hai</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    made = merged(docx(body, comments=f'<w:comment w:id="0">{p("bí mật")}</w:comment>'))
    assert b"comment" not in made.parts["word/document.xml"]
    assert made.result.taken[0].removed == ((Removed.COMMENTS, 1),)


def test_tracked_changes_are_accepted_and_counted():
    body = "<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>"
    made = merged(docx(body))
    assert [text for _, text in made.lines()][-1] != "bớt"
    assert made.says("thêm")
    assert made.result.taken[0].removed == ((Removed.CHANGES, 2),)
    assert b"b\xe1\xbb\x9bt" not in made.parts["word/document.xml"]


def test_hidden_text_is_taken_out_and_counted():
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>giấu</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>"
    made = merged(docx(body))
    assert made.says("hiện")
    assert b"gi\xe1\xba\xa5u" not in made.parts["word/document.xml"]
    assert made.result.taken[0].removed == ((Removed.HIDDEN, 1),)


def test_text_that_a_style_hides_is_taken_out():
    sheet = normal() + style("An", "Ẩn", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    body = '<w:p><w:r><w:rPr><w:rStyle w:val="An"/></w:rPr><w:t>giấu</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>'
    made = merged(docx(body, styles=sheet))
    assert made.says("hiện")
    assert b"gi\xe1\xba\xa5u" not in made.parts["word/document.xml"]


def test_an_embedded_object_goes_and_its_picture_stays():
    body = (
        '<w:p><w:r><w:object><v:shape id="_x0000_i1025"><v:imagedata r:id="rIdP"/></v:shape>'
        '<o:OLEObject Type="Embed" ProgID="Excel.Sheet" r:id="rIdO"/></w:object></w:r></w:p>'
    )
    relations = relation("rIdP", "image", "media/i.png") + relation("rIdO", "oleObject", "embeddings/o.bin")
    made = merged(
        docx(
            p("Bảng số liệu của đơn vị. " * 20) + body,
            relations=relations,
            extra={"word/media/i.png": PNG, "word/embeddings/o.bin": b"ole"},
        )
    )
    assert PNG in made.parts.values()
    assert b"ole" not in made.parts.values()
    assert (Removed.OBJECTS, 1) in made.result.taken[0].removed


def test_macros_stay_behind():
    made = merged(docx(p("Một"), extra={"word/vbaProject.bin": b"macro"}))
    assert b"macro" not in made.parts.values()
    assert made.result.taken[0].removed == ((Removed.MACROS, 1),)


# -- pictures and drawings ---------------------------------------------------------------------------------------------


def test_a_picture_that_both_have_is_kept_once():
    made = merged(with_picture(PNG), with_picture(PNG, "khac.png"))
    assert list(made.parts.values()).count(PNG) == 1


def test_pictures_of_one_name_are_both_kept():
    made = merged(with_picture(PNG), with_picture(OTHER_PNG))
    shown = [one.get(R + "embed") for one in made.document.iter(A + "blip")]
    assert len(set(shown)) == 2
    assert {PNG, OTHER_PNG} <= set(made.parts.values())


def test_a_picture_that_isnt_there_harms_nothing():
    made = merged(docx(p("Một") + picture("rIdX"), relations=relation("rIdX", "image", "NULL")))
    assert made.says("Một")


def test_a_chart_comes_along_with_its_workbook():
    body = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="c"/><a:graphic><a:graphicData><c:chart r:id="rIdC"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships"><c:externalData r:id="rId1"/></c:chartSpace>'
    )
    links = relationships(relation("rId1", "package", "../embeddings/b.xlsx"))
    extra = {
        "word/charts/chart1.xml": chart,
        "word/charts/_rels/chart1.xml.rels": links,
        "word/embeddings/b.xlsx": b"book",
    }
    made = merged(docx(body, relations=relation("rIdC", "chart", "charts/chart1.xml"), extra=extra))
    assert b"book" in made.parts.values()


def test_a_text_box_stands_once_whichever_branch_is_read():
    box = f"<w:txbxContent>{p('Trong hộp')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="5" name="h"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    made = merged(docx(body), docx(body))
    assert [text for _, text in made.lines()].count("Trong hộp") == 2


def test_prefixes_that_only_the_root_declares_are_declared_in_the_result():
    package = members(p("Một"))
    package["word/document.xml"] = (
        package["word/document.xml"]
        .replace(
            "<w:body>", '<w:body><w:p><w:r><w:rPr><la:co xmlns:la="urn:la" la:so="1"/></w:rPr><w:t>Lạ</w:t></w:r></w:p>'
        )
        .replace("<w:document ", '<w:document mc:Ignorable="q" xmlns:q="urn:q" ')
    )
    made = merged(zipped(package))
    assert made.says("Lạ", "Một")


# -- odd files ---------------------------------------------------------------------------------------------------------


def test_a_strict_file_is_merged():
    package = {name: data.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
               if isinstance(data, str) else data for name, data in members(p("Chặt")).items()}  # fmt: skip
    assert merged(docx(p("Một")), zipped(package)).says("Một", "Chặt")


def test_an_inserted_document_keeps_its_words():
    body = p("Trước") + '<w:altChunk r:id="rIdK"/>' + p("Sau")
    data = docx(body, relations=relation("rIdK", "aFChunk", "k.html"), extra={"word/k.html": "<p>Chèn</p>"})
    made = merged(data)
    assert made.says("Trước", "Chèn", "Sau")
    assert (Removed.CHUNKS, 1) in made.result.taken[0].removed


def test_text_in_an_old_font_is_put_into_unicode():
    body = (
        '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>Héi KhuyÕn häc</w:t></w:r></w:p>'
    )
    made = merged(docx(body))
    assert made.says("Hội Khuyến học")
    assert b".VnTime" not in made.parts["word/document.xml"]


def test_a_bad_file_is_left_out_with_its_reason_and_the_others_stand():
    made = Merged(
        report("a", docx(p("Một"))),
        report("b", b"PK\x03\x04 cut", whole_extract(docx(p("x")))),
        report("c", docx(p("Ba"))),
    )
    assert made.says("Một", "Ba")
    assert made.result.left_out == (LeftOut("b", "Theo báo cáo của b", "file.corrupt", "cut"),)
    assert made.troubles() == []


# -- the whole ---------------------------------------------------------------------------------------------------------


def test_the_same_reports_give_the_same_bytes():
    files = [noted("footnote", "Một"), with_picture(PNG), docx(item(1), numbering=REPORT + num(1, 1))]
    assert merged(*files).data == merged(*files).data


def test_each_line_of_the_contents_leads_to_its_own_heading_however_alike_the_sections_are_called():
    data = docx(p("Một"))
    whole = whole_extract(data, "resolution_results")
    sections = (*whole.sections, ("resolution_29", whole.sections[0][1]))
    captions = Captions("", "", (("resolution_results", "Kết quả"), ("resolution_29", "Gắn với")), "")
    given = report("a", data, Extract(sections, whole.blocks, whole.notes))
    headings = merge(BytesIO(), [given, given], captions, BytesIO).headings
    assert len({one.bookmark for one in headings}) == len(headings) == 6


def test_each_piece_tells_its_unit_and_file():
    made = merged(docx(p("Một")), docx(p("Hai")))
    tags = [one.get(W + "val") for one in made.document.iter(W + "tag")]
    assert tags == ["tap-hop/abababababab/u1", "tap-hop/abababababab/u2"]
    assert made.says("Theo báo cáo của u1", "Một", "Theo báo cáo của u2", "Hai")


def test_a_paragraph_of_two_sections_stands_under_both_with_its_note():
    data = noted("footnote", "Chung")
    made = Merged(report("a", data, only(whole_extract(data), range(1), range(1))))
    assert made.troubles() == []
    assert made.notes() == [("footnote", "Chú của Chung")] * 2
    assert made.says("Chung", "BÀI HỌC", "Chung")


def test_a_section_of_which_nobody_wrote_says_so():
    assert merged(docx(p("Một"))).says("BÀI HỌC", "Chưa có đơn vị nào.")
