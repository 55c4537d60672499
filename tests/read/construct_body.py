"""Constructs in the text itself: headings, numbers, changes, boxes, tables, fields, encodings."""

from __future__ import annotations

from tests.read.constructs import (
    STYLES,
    box,
    char,
    code,
    item,
    level,
    lists,
    p,
    row,
    shape,
    style,
    styled,
    t,
    tbl,
    tc,
    tr,
    vml,
)

OUTLINE = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
GONE = '<w:rPr><w:del w:id="1" w:author="An"/></w:rPr>'
MOVED = '<w:rPr><w:moveFrom w:id="1" w:author="An"/></w:rPr>'
VNTIME = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
VNTIMEH = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
VNI = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'

# -- headings --------------------------------------------------------------------------------------------
row(
    "heading by the canonical name of its style (id u2)",
    styled("u2", "Kết quả") + p("Văn bản"),
    "Kết quả | Văn bản",
    styles=STYLES + style("u2", "heading 2", OUTLINE.format(1)),
    levels={"Kết quả": 2},
)
row(
    "heading through the style that a custom style is based on",
    styled("Con", "Kết quả") + p("Văn bản"),
    "Kết quả | Văn bản",
    styles=STYLES
    + style("u3", "heading 3", OUTLINE.format(2))
    + style("Con", "Mục lớn", '<w:basedOn w:val="u3"/><w:rPr><w:b/></w:rPr>'),
    levels={"Kết quả": 3},
)
row(
    "heading by outlineLvl of the paragraph",
    p("Kết quả", '<w:outlineLvl w:val="0"/>') + p("Văn bản"),
    "Kết quả | Văn bản",
    levels={"Kết quả": 1},
)
row(
    "heading split by a line break",
    p(t("Kết quả") + "<w:r><w:br/></w:r>" + t("nhiệm kỳ"), '<w:pStyle w:val="u1"/>'),
    "Kết quả nhiệm kỳ",
    styles=STYLES + style("u1", "heading 1", OUTLINE.format(0)),
)

# -- automatic numbers -----------------------------------------------------------------------------------
row(
    "automatic labels I. and 1.1 (isLgl)",
    item("Đặc điểm") + item("Kết quả", 1) + item("Bài học"),
    "I. Đặc điểm | 1.1 Kết quả | II. Bài học",
    numbering=lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")),
)
row(
    "label through the style, starting at 7",
    styled("Muc", "Phương hướng") + styled("Muc", "Giải pháp"),
    "7. Phương hướng | 8. Giải pháp",
    numbering=lists(level(0, "decimal", "%1.", '<w:pStyle w:val="Muc"/>', start=7)),
    styles=STYLES + style("Muc", "Mục", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
)
row(
    "label in words (Phần 1:) and letters a)",
    item("Đánh giá") + item("Thuận lợi", 1) + item("Khó khăn", 1),
    "Phần 1: Đánh giá | a) Thuận lợi | b) Khó khăn",
    numbering=lists(level(0, "decimal", "Phần %1:"), level(1, "lowerLetter", "%2)")),
)
row(
    "list of a hidden paragraph counts on",
    item("Một") + p(t("khuất", "<w:vanish/>"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
                    "<w:rPr><w:vanish/></w:rPr>") + item("Hai"),
    "1. Một | 2. Hai",
    hides="khuất",
    numbering=lists(level(0, "decimal", "%1.")),
)  # fmt: skip

# -- tracked changes -------------------------------------------------------------------------------------
row(
    "insertion kept, deletion dropped",
    p(
        t("Hội có ")
        + '<w:del w:id="1" w:author="An"><w:r><w:delText>chín</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="An">{t("mười hai")}</w:ins>'
        + t(" chi hội")
    ),
    "Hội có mười hai chi hội",
    hides="chín",
)
row(
    "move: at its new place only",
    p(f'<w:moveFrom w:id="1" w:author="An">{t("Chuyển")}</w:moveFrom>', MOVED)
    + p("Giữa")
    + p(f'<w:moveTo w:id="2" w:author="An">{t("Chuyển")}</w:moveTo>'),
    "Giữa | Chuyển",
)
row(
    "deleted paragraph mark joins",
    p("Kết quả ", GONE) + p("nhiệm kỳ") + p("Văn bản"),
    "Kết quả nhiệm kỳ | Văn bản",
)
row(
    "deleted row gone, inserted row kept",
    tbl(
        tr(tc("Giữ")),
        tr(
            tc('<w:p><w:del w:id="1" w:author="An"><w:r><w:delText>Xóa</w:delText></w:r></w:del></w:p>'),
            properties='<w:del w:id="2" w:author="An"/>',
        ),
        tr(tc(p(f'<w:ins w:id="3" w:author="An">{t("Thêm")}</w:ins>')), properties='<w:ins w:id="4" w:author="An"/>'),
    ),
    "Giữ | Thêm",
    hides="Xóa",
)
row(
    "paragraph inserted as a whole",
    p("Trước")
    + p(f'<w:ins w:id="1" w:author="An">{t("Chèn")}</w:ins>', '<w:rPr><w:ins w:id="2" w:author="An"/></w:rPr>')
    + p("Sau"),
    "Trước | Chèn | Sau",
)  # fmt: skip
row(
    "comment stands apart",
    p('<w:commentRangeStart w:id="1"/>' + t("Nội dung") + '<w:commentRangeEnd w:id="1"/>'
      '<w:r><w:commentReference w:id="1"/></w:r>'),
    "Nội dung",
    hides="Góp ý",
    comments=f'<w:comment w:id="1" w:author="An">{p("Góp ý")}</w:comment>',
)  # fmt: skip

# -- text boxes ------------------------------------------------------------------------------------------
row(
    "text box once, stored twice (DrawingML and VML)",
    p(
        t("Thân bài")
        + f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape("Trong hộp")}</mc:Choice>'
        + f"<mc:Fallback>{vml('Trong hộp')}</mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "Thân bài | Trong hộp",
)
row("text box in VML alone", p(t("Thân bài") + f"<w:r>{vml('Trong hộp')}</w:r>"), "Thân bài | Trong hộp")
row(
    "text boxes in a group",
    p(
        t("Thân bài")
        + '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline><a:graphic>'
        + f"<a:graphicData><wpg:wgp><wps:wsp><wps:txbx>{box('Hộp một')}</wps:txbx></wps:wsp><wpg:grpSp>"
        + f"<wps:wsp><wps:txbx>{box('Hộp hai')}"
        + "</wps:txbx></wps:wsp></wpg:grpSp></wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        + f"<mc:Fallback>{vml('Hộp một')}{vml('Hộp hai')}</mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "Thân bài | Hộp một | Hộp hai",
)
row(
    "table in a text box",
    p("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + tbl(tr(tc("Ô đầu"), tc("Ô cuối"))) + p("Sau bảng")
      + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
    "Ô đầu | Ô cuối | Sau bảng",
)  # fmt: skip
row(
    "WordArt (text on a path)",
    p('<w:r><w:pict><v:shape><v:textpath style="x" string="BÁO CÁO"/></v:shape></w:pict></w:r>' + t("Thân bài")),
    "Thân bài | BÁO CÁO",
)
row(
    "choice that only an unknown program understands",
    p('<w:r><mc:AlternateContent><mc:Choice xmlns:zz="urn:khac" Requires="zz"><zz:la/></mc:Choice>'
      "<mc:Fallback><w:t>Dự phòng</w:t></mc:Fallback></mc:AlternateContent></w:r>" + t(" đọc được")),
    "Dự phòng đọc được",
)  # fmt: skip
row(
    "sign of an extended symbol font",
    p('<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" '
      'w16se:char="2605"/></mc:Choice><mc:Fallback><w:t>★</w:t></mc:Fallback></mc:AlternateContent></w:r>'
      + t(" Khen thưởng")),
    "★ Khen thưởng",
)  # fmt: skip

# -- wrappers --------------------------------------------------------------------------------------------
SDT = "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
row("content control around paragraphs", p("Trước") + SDT.format(p("Trong")) + p("Sau"), "Trước | Trong | Sau")
row("content control in a line", p(t("Trước ") + SDT.format(t("trong")) + t(" sau")), "Trước trong sau")
row(
    "content control around a cell",
    tbl(tr(tc("Ô đầu"), SDT.format(tc("Ô cuối")))),
    "Ô đầu | Ô cuối",
)
row("content control around a row", tbl(tr(tc("Hàng đầu")), SDT.format(tr(tc("Hàng cuối")))), "Hàng đầu | Hàng cuối")
row(
    "smart tag and custom XML",
    p(
        t("Quận ")
        + f'<w:smartTag w:uri="urn:x" w:element="place">{t("Lê Chân")}</w:smartTag>'
        + f' <w:customXml w:uri="urn:x" w:element="x">{t(" báo cáo")}</w:customXml>'
    )
    + f'<w:customXml w:uri="urn:x" w:element="x">{p("Khối riêng")}</w:customXml>',
    "Quận Lê Chân báo cáo | Khối riêng",
)
row(
    "hyperlink",
    p(t("Xem ") + f'<w:hyperlink w:anchor="x">{t("phụ lục")}</w:hyperlink>' + t(" kèm theo")),
    "Xem phụ lục kèm theo",
)

# -- notes -----------------------------------------------------------------------------------------------
SEPARATOR = '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
row(
    "footnote and endnote",
    p(t("Thân bài") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'),
    "Thân bài",
    beside="Cuối trang | Cuối bài",
    footnotes=SEPARATOR.format("footnote") + f'<w:footnote w:id="2">{p("Cuối trang")}</w:footnote>',
    endnotes=SEPARATOR.format("endnote") + f'<w:endnote w:id="2">{p("Cuối bài")}</w:endnote>',
)
row(
    "header and footer",
    p("Thân bài") + '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/>'
    '<w:footerReference w:type="default" r:id="rId_footer1"/></w:sectPr>',
    "Thân bài",
    beside="Đầu trang | Chân trang",
    header1=p("Đầu trang"),
    footer1=p("Chân trang"),
)
row(
    "header of a first page that the section doesn't have",
    p("Thân bài") + '<w:sectPr><w:headerReference w:type="first" r:id="rId_header1"/>'
    '<w:footerReference w:type="default" r:id="rId_footer1"/></w:sectPr>',
    "Thân bài",
    beside="Chân trang",
    hides="Đầu trang",
    header1=p("Đầu trang"),
    footer1=p("Chân trang"),
)

# -- tables ----------------------------------------------------------------------------------------------
row(
    "nested table",
    tbl(tr(tc(p("Ngoài") + tbl(tr(tc("Trong"))) + p("Dưới")), tc("Bên"))),
    "Ngoài | Trong | Dưới | Bên",
)
row(
    "merged cells once",
    tbl(
        tr(tc("Rộng", '<w:gridSpan w:val="2"/>'), tc("Cao", '<w:vMerge w:val="restart"/>')),
        tr(tc("Dưới một"), tc("Dưới hai"), tc("<w:p/>", "<w:vMerge/>")),
    ),
    "Rộng | Cao | Dưới một | Dưới hai",
)
row(
    "words under a merged cell aren't shown",
    tbl(
        tr(tc("Cao", '<w:vMerge w:val="restart"/>'), tc("Một")),
        tr(tc("bị che", "<w:vMerge/>"), tc("Hai")),
    ),
    "Cao | Một | Hai",
    hides="bị che",
)

# -- hidden text -----------------------------------------------------------------------------------------
row("hidden text", p(t("Thấy ") + t("khuất ", "<w:vanish/>") + t("được")), "Thấy được", hides="khuất")
row(
    "hidden text through a style",
    p(t("Thấy được") + t("khuất", '<w:rStyle w:val="An"/>')),
    "Thấy được",
    hides="khuất",
    styles=STYLES + style("An", "Ẩn", "<w:rPr><w:vanish/></w:rPr>", "character"),
)

# -- fields ----------------------------------------------------------------------------------------------
row(
    "field: result without its code",
    p(t("Trang ") + char("begin") + code(" PAGE ") + char("separate") + t("bảy") + char("end")),
    "Trang bảy",
    hides="PAGE",
)
row("simple field", p(t("Trang ") + f'<w:fldSimple w:instr=" PAGE ">{t("bảy")}</w:fldSimple>'), "Trang bảy")
row(
    "field inside the code of a field",
    p(
        char("begin") + code(" IF ") + char("begin") + code(" PAGE ") + char("separate") + t("mười") + char("end")
        + code(' = 1 "a" "b" ') + char("separate") + t("Kết quả") + char("end")
    ),
    "Kết quả",
    hides="mười",
)  # fmt: skip
row(
    "table of contents over several paragraphs",
    p(char("begin") + code(' TOC \\o "1-3" ') + char("separate") + t("Mục một"))
    + p(char("begin") + code(" PAGEREF _x ") + char("separate") + t("trang ba") + char("end") + char("end"))
    + p("Văn bản"),
    "Mục một | trang ba | Văn bản",
    hides="TOC",
)
row(
    "drop-down form field",
    p(t("Xếp loại ") + '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
      '<w:listEntry w:val="Khá"/><w:listEntry w:val="Tốt"/></w:ddList></w:ffData></w:fldChar></w:r>'
      + code(" FORMDROPDOWN ") + char("end")),
    "Xếp loại Tốt",
    hides="Khá",
)  # fmt: skip

# -- letters ---------------------------------------------------------------------------------------------
row("w:caps shown as capitals", p(t("báo cáo", "<w:caps/>")), "BÁO CÁO", hides="báo cáo")
row("TCVN3 (.VnTime)", p(t("Héi KhuyÕn häc ph\u00ad\u00acng", VNTIME)), "Hội Khuyến học phương", hides="KhuyÕn")
row("TCVN3 in a capitals font (.VnTimeH)", p(t("b¸o c¸o", VNTIMEH)), "BÁO CÁO", hides="b¸o")
row("VNI-Windows", p(t("Hoäi Khuyeán hoïc", VNI)), "Hội Khuyến học", hides="Khuyeán")
row(
    "legacy font through the style",
    styled("Cu", "Héi KhuyÕn häc"),
    "Hội Khuyến học",
    styles=STYLES + style("Cu", "Kiểu cũ", f"<w:rPr>{VNTIME}</w:rPr>"),
)
row("decomposed letters", p("Ho\u0302\u0323i Khuye\u0302\u0301n ho\u0323c"), "Hội Khuyến học")
row("line break, tab and non-breaking hyphen",
    p("<w:r><w:t>Số 29</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:tab/><w:t>ngày</w:t><w:br/><w:t>tháng</w:t></w:r>"),
    "Số 29-NQ ngày tháng")  # fmt: skip
row("page break inside a paragraph parts words",
    p('<w:r><w:t>Kết thúc</w:t><w:br w:type="page"/><w:t>Phụ lục</w:t></w:r>'), "Kết thúc Phụ lục")  # fmt: skip
row("symbol", p('<w:r><w:t xml:space="preserve">Tỷ lệ </w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + t(" 5")),
    "Tỷ lệ ≥ 5")  # fmt: skip
row("formula", p("<m:oMath><m:r><m:t>Tổng</m:t></m:r></m:oMath>" + t(" bình quân")), "Tổng | bình quân")
