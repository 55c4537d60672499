"""Constructs that Word writes seldom, and that other programs write."""

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

SDT = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
MARK = '<w:{} w:id="1" w:author="An"/>'
OLD = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'


def alternate(choice: str, fallback: str, needs: str = "wps") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{needs}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


# -- boxes -----------------------------------------------------------------------------------------------
row(
    "alternate content inside alternate content",
    p(t("Thân bài") + "<w:r>" + alternate(
        shape("Hộp ngoài").replace(
            "</w:p></w:txb", "<w:r>" + alternate(shape("Hộp trong"), vml("Hộp trong")) + "</w:r></w:p></w:txb"),
        vml("Hộp ngoài") + vml("Hộp trong")) + "</w:r>"),
    "Thân bài | Hộp ngoài | Hộp trong",
)  # fmt: skip
row(
    "text box inside a text box (VML)",
    p("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p(t("Hộp ngoài") + f"<w:r>{vml('Hộp trong')}</w:r>")
      + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
    "Hộp ngoài | Hộp trong",
)  # fmt: skip
row(
    "text box in a header",
    p("Thân bài") + '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/></w:sectPr>',
    "Thân bài",
    beside="Trong hộp",
    header1=p("<w:r>" + alternate(shape("Trong hộp"), vml("Trong hộp")) + "</w:r>"),
)
row(
    "watermark",
    p("Thân bài") + '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/></w:sectPr>',
    "Thân bài",
    beside="DỰ THẢO",
    header1=SDT.format("<w:docPartObj/>", p('<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1">'
                       '<v:textpath style="x" string="DỰ THẢO"/></v:shape></w:pict></w:r>')),
)  # fmt: skip
row(
    "text box in a cell",
    tbl(tr(tc(p(t("Ô đầu") + f"<w:r>{alternate(shape('Trong hộp'), vml('Trong hộp'))}</w:r>")), tc("Ô cuối"))),
    "Ô đầu | Trong hộp | Ô cuối",
)
row(
    "ink",
    p(t("Ký ") + "<w:r>" + alternate('<w14:contentPart r:id="rIdI"/>', "<w:pict><v:shape/></w:pict>", "w14") + "</w:r>"
      + t("tên")),
    "Ký tên",
)  # fmt: skip

# -- wrappers --------------------------------------------------------------------------------------------
CUSTOM = '<w:customXml w:uri="urn:x" w:element="x"><w:customXmlPr/>{}</w:customXml>'
row("custom XML around a row", tbl(tr(tc("Hàng đầu")), CUSTOM.format(tr(tc("Hàng cuối")))), "Hàng đầu | Hàng cuối")
row("custom XML around a cell", tbl(tr(tc("Ô đầu"), CUSTOM.format(tc("Ô cuối")))), "Ô đầu | Ô cuối")
row(
    "direction of a run of words",
    p(t("Trước ") + f'<w:dir w:val="ltr">{t("trong ")}</w:dir><w:bdo w:val="ltr">{t("sau")}</w:bdo>'),
    "Trước trong sau",
)
row(
    "repeating section of a form",
    SDT.format("<w15:repeatingSection/>",
               SDT.format("<w15:repeatingSectionItem/>", p("Lần đầu"))
               + SDT.format("<w15:repeatingSectionItem/>", p("Lần cuối"))).replace("w15:", "w14:")
    + tbl(SDT.format("<w14:repeatingSection/>", SDT.format("<w14:repeatingSectionItem/>", tr(tc("Hàng lặp"))))),
    "Lần đầu | Lần cuối | Hàng lặp",
)  # fmt: skip
row(
    "content control in a hyperlink in a content control",
    p(SDT.format("<w:text/>", f'<w:hyperlink r:id="rIdH">{SDT.format("<w:text/>", t("phụ lục"))}</w:hyperlink>')),
    "phụ lục",
)
row(
    "words above words (ruby)",
    p("<w:r><w:ruby><w:rubyPr><w:hps w:val='10'/></w:rubyPr><w:rt>" + t("chú") + "</w:rt><w:rubyBase>" + t("gốc")
      + "</w:rubyBase></w:ruby></w:r>" + t(" sau")),
    "gốc | chú | sau",
)  # fmt: skip
row(
    "drop cap in a frame",
    p("T", '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>') + p("rong nhiệm kỳ qua"),
    "Trong nhiệm kỳ qua",
)
row(
    "heading that runs into its paragraph (style separator)",
    p("Đặc điểm.", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(" Phường có chín chi hội") + p("Đoạn sau"),
    "Đặc điểm. Phường có chín chi hội | Đoạn sau",
)
row("words that only a web page hides", p(t("Trang ") + t("bảy", "<w:webHidden/>")), "Trang bảy")
row(
    "page of a drawing canvas",
    p("<w:r>" + alternate("<w:drawing><wp:inline><a:graphic><a:graphicData><wpc:wpc><wps:wsp><wps:txbx>"
      + box("Trong khung") + "</wps:txbx></wps:wsp></wpc:wpc></a:graphicData></a:graphic></wp:inline></w:drawing>",
      vml("Trong khung"), "wpc") + "</w:r>"),
    "Trong khung",
)  # fmt: skip

# -- tracked changes -------------------------------------------------------------------------------------
row(
    "moved row",
    tbl(
        tr(tc(p(f'<w:moveFrom w:id="1" w:author="An">{t("Chuyển")}</w:moveFrom>',
                f"<w:rPr>{MARK.format('moveFrom')}</w:rPr>")), properties=MARK.format("del")),
        tr(tc("Giữa")),
        tr(tc(p(f'<w:moveTo w:id="2" w:author="An">{t("Chuyển")}</w:moveTo>')), properties=MARK.format("ins")),
    ),
    "Giữa | Chuyển",
)  # fmt: skip
row(
    "cells inserted and deleted",
    tbl(tr(tc("Giữ"), tc("Thêm", MARK.format("cellIns")),
           tc('<w:p><w:del w:id="1" w:author="An"><w:r><w:delText>Xóa</w:delText></w:r></w:del></w:p>',
              MARK.format("cellDel")))),
    "Giữ | Thêm",
    hides="Xóa",
)  # fmt: skip
row(
    "deleted paragraph mark before a table",
    p("Trước bảng", f"<w:rPr>{MARK.format('del')}</w:rPr>") + tbl(tr(tc("Trong ô"))) + p("Sau bảng"),
    "Trước bảng | Trong ô | Sau bảng",
)
row(
    "number that a tracked change gave or took",
    p("Một", NUMBERED.format(1).replace("</w:numPr>", MARK.format("ins") + "</w:numPr>"))
    + p("Thường", f'<w:pPrChange w:id="3" w:author="An"><w:pPr>{NUMBERED.format(1)}</w:pPr></w:pPrChange>')
    + p("Hai", NUMBERED.format(1)),
    "1. Một | Thường | 2. Hai",
    numbering=lists(level(0, "decimal", "%1.")),
)
row(
    "deleted item isn't counted",
    item("Một")
    + p('<w:del w:id="1" w:author="An"><w:r><w:delText>Xóa</w:delText></w:r></w:del>',
        NUMBERED.format(1) + f"<w:rPr>{MARK.format('del')}</w:rPr>")
    + item("Hai"),
    "1. Một | 2. Hai",
    hides="Xóa",
    numbering=lists(level(0, "decimal", "%1.")),
)  # fmt: skip
row(
    "insertion inside a deletion, deletion inside an insertion",
    p(t("Giữ ") + f'<w:ins w:id="1" w:author="An">{t("thêm")}<w:del w:id="2" w:author="Ba"><w:r><w:delText>rồi xóa'
      "</w:delText></w:r></w:del></w:ins>" + t(" hết")),
    "Giữ thêm hết",
    hides="rồi xóa",
)  # fmt: skip
row(
    "comment in a cell",
    tbl(tr(tc(p('<w:commentRangeStart w:id="1"/>' + t("Trong ô") + '<w:commentRangeEnd w:id="1"/>'
                '<w:r><w:commentReference w:id="1"/></w:r>')))),
    "Trong ô",
    hides="Góp ý",
    comments=f'<w:comment w:id="1" w:author="An">{tbl(tr(tc("Góp ý")))}{p()}</w:comment>',
)  # fmt: skip
row(
    "footnote with a table",
    p(t("Thân bài") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    "Thân bài",
    beside="Ô chú thích | Dòng chú thích",
    footnotes=f'<w:footnote w:id="2">{tbl(tr(tc("Ô chú thích")))}{p("Dòng chú thích")}</w:footnote>',
)
row(
    "footnote with a mark of its own",
    p(t("Thân bài") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'),
    "Thân bài*",
    beside="Cuối trang",
    footnotes=f'<w:footnote w:id="2">{p("Cuối trang")}</w:footnote>',
)

# -- fields ----------------------------------------------------------------------------------------------
row(
    "cross-reference that Word means to update",
    p(t("Xem ") + char("begin").replace("/>", ' w:dirty="true"/>') + code(" REF _Ref1 \\h ") + char("separate")
      + t("Mục hai") + char("end") + t(" ở trên")),
    "Xem Mục hai ở trên",
    hides="REF",
)  # fmt: skip
row(
    "simple field in a simple field",
    p('<w:fldSimple w:instr=" IF ">' + t("Tổng ") + f'<w:fldSimple w:instr=" =SUM ">{t("bảy")}</w:fldSimple>'
      "</w:fldSimple>"),
    "Tổng bảy",
)  # fmt: skip
row(
    "number of a caption",
    p(t("Bảng ") + f'<w:fldSimple w:instr=" SEQ Bảng ">{t("3")}</w:fldSimple>' + t(". Số hội viên")),
    "Bảng 3. Số hội viên",
)
row(
    "field of which only the result is deleted",
    p(t("Số ") + char("begin") + code(" QUOTE ") + char("separate")
      + '<w:del w:id="1" w:author="An"><w:r><w:delText>chín</w:delText></w:r></w:del>'
      + f'<w:ins w:id="2" w:author="An">{t("mười")}</w:ins>' + char("end")),
    "Số mười",
    hides="chín | QUOTE",
)  # fmt: skip
row(
    "field's code in a deletion",
    p('<w:del w:id="1" w:author="An">' + char("begin") + "<w:r><w:delInstrText> PAGE </w:delInstrText></w:r>"
      + char("separate") + "<w:r><w:delText>7</w:delText></w:r>" + char("end") + "</w:del>" + t("Còn lại")),
    "Còn lại",
    hides="PAGE",
)  # fmt: skip

# -- numbers ---------------------------------------------------------------------------------------------
row(
    "picture as a bullet",
    item("Khen thưởng"),
    "• Khen thưởng",
    numbering='<w:numPicBullet w:numPicBulletId="0"><w:pict><v:shape><v:imagedata r:id="rIdB"/></v:shape></w:pict>'
    "</w:numPicBullet>" + lists(level(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>')),
)
row(
    "level that never restarts",
    item("Một") + item("Con", 1) + item("Hai") + item("Cháu", 1),
    "I. Một | 1. Con | II. Hai | 2. Cháu",
    numbering=lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')),
)
row(
    "two lists of one definition go on counting, a third starts anew",
    p("Một", NUMBERED.format(1)) + p("Hai", NUMBERED.format(2)) + p("Lại một", NUMBERED.format(3)),
    "1. Một | 2. Hai | 1. Lại một",
    numbering=lists(level(0, "decimal", "%1."))
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
)
row(
    "list that goes on over a table and a section",
    item("Một") + tbl(tr(tc(item("Hai")))) + p("", "<w:sectPr/>") + item("Ba"),
    "1. Một | 2. Hai | 3. Ba",
    numbering=lists(level(0, "decimal", "%1.")),
)
row(
    "label that is hidden",
    item("Đặc điểm"),
    "Đặc điểm",
    hides="1.",
    numbering=lists(level(0, "decimal", "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")),
)
row(
    "label in a font of before Unicode",
    item("Kết quả"),
    "Phần 1 Kết quả",
    numbering=lists(level(0, "decimal", "PhÇn %1").replace("</w:lvl>",
                    '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:lvl>')),
)  # fmt: skip
row(
    "label shown in capitals",
    item("Kết quả"),
    "PHẦN 1. Kết quả",
    numbering=lists(level(0, "decimal", "Phần %1.").replace("</w:lvl>", "<w:rPr><w:caps/></w:rPr></w:lvl>")),
)
row(
    "label of a style in capitals",
    styled("Muc", "Kết quả"),
    "PHẦN I. KẾT QUẢ",
    styles=STYLES
    + style("Muc", "Mục", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:caps/></w:rPr>'),
    numbering=lists(level(0, "upperRoman", "Phần %1.")),
)
row(
    "numbers with leading zeros of a format of its own",
    item("Một") + item("Hai"),
    "001. Một | 002. Hai",
    numbering=lists(level(0, "decimal", "%1.").replace(
        '<w:numFmt w:val="decimal"/>',
        alternate('<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>', '<w:numFmt w:val="decimal"/>', "w14"))),
)  # fmt: skip
row(
    "numbers in Vietnamese words",
    item("Đầu") + item("Cuối"),
    "Điều một. Đầu | Điều hai. Cuối",
    numbering=lists(level(0, "vietnameseCounting", "Điều %1.")),
)
row(
    "number through a list style",
    p("Đầu", NUMBERED.format(2)) + p("Cuối", NUMBERED.format(2)),
    "1) Đầu | 2) Cuối",
    styles=STYLES + style("Kieu", "Kiểu", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"),
    numbering='<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Kieu"/>'
    + level(0, "decimal", "%1)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
)
row(
    "level of a list in its place by the style alone",
    styled("Con", "Kết quả"),
    "1.1. Kết quả",
    styles=STYLES + style("Con", "Con", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    numbering=lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")),
)

# -- letters ---------------------------------------------------------------------------------------------
row(
    "letter of TCVN3 as a symbol",
    p(t("Héi vi", OLD) + f'<w:r><w:rPr>{OLD}</w:rPr><w:sym w:font=".VnTime" w:char="F0AA"/></w:r>'
      + t("n tham gia c¸c phong trµo", OLD)),
    "Hội viên tham gia các phong trào",
)  # fmt: skip
row("soft hyphens", p(t("phong") + "<w:r><w:softHyphen/></w:r>" + t("ba\u00ado cáo")), "phongbao cáo")
row(
    "words in upright cells",
    tbl(tr(tc("Đứng", '<w:textDirection w:val="btLr"/>'), tc("Ngang"))),
    "Đứng | Ngang",
)
row(
    "characters by number, comments and instructions in the XML",
    p("<w:r><w:t>B&#225;o<!-- ghi chú --> c&#xE1;o<?x y?> năm</w:t></w:r><w:r><w:t><![CDATA[ <học>]]></w:t></w:r>"),
    "Báo cáo năm <học>",
)
