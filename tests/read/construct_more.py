"""Constructs of older days and of other programs: broken fields, formulas, boxes of forms, prompts, one XML file."""

from __future__ import annotations

import zipfile
from io import BytesIO

from tests.read.builder import MAIN, members, relation
from tests.read.constructs import STYLES, box, char, code, item, level, lists, p, row, style, styled, t, tbl, tc, tr

PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
UP = '<w:vertAlign w:val="superscript"/>'


def field(instruction: str, result: str = "") -> str:
    return char("begin") + code(f" {instruction} ") + (char("separate") + t(result) if result else "") + char("end")


# -- fields ----------------------------------------------------------------------------------------------
row("field that never ends", p(char("begin") + code(" PAGE ") + t("Kết quả")) + p("Bài học"), "Kết quả | Bài học")
row(
    "field that never ends, with a result",
    p(char("begin") + code(" REF a ") + char("separate") + t("Kết quả")) + p("Bài học"),
    "Kết quả | Bài học",
    hides="REF",
)
row(
    "code of a field over two paragraphs",
    p(t("Đơn vị ") + char("begin") + code(" IF 1=1 ") + field("MERGEFIELD a", "khuất"))
    + p(code(" x ") + field("MERGEFIELD b", "lọt") + char("separate") + t("Hội") + char("end")),
    "Đơn vị | Hội",
    hides="khuất | lọt",
)
HEADINGS = style("H1", "heading 1") + style("H2", "heading 2")


def numbered(ident: str, text: str) -> str:
    return styled(ident, text).replace("<w:r>", field("AUTONUM") + t(" ") + "<w:r>", 1)


row(
    "numbers of AUTONUM fields",
    numbered("H1", "Kết quả") + numbered("H2", "Hội viên") + numbered("H2", "Quỹ") + numbered("H1", "Bài học"),
    "1. Kết quả | 1. Hội viên | 2. Quỹ | 2. Bài học",
    levels={"1. Kết quả": 1, "1. Hội viên": 2, "2. Quỹ": 2, "2. Bài học": 1},
    styles=STYLES + HEADINGS,
)
row("sign that a field names by its number", p(t("Đạt ") + field("SYMBOL 252 \\f Wingdings")), "Đạt ✓", hides="252")
row("button of a template", p(field("MACROBUTTON NoMacro [Nhập tên]") + t(" xã")), "[Nhập tên] xã", hides="NoMacro")
row(
    "box of a form, ticked",
    p(t("Đạt ") + char("begin").replace("/>", "><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>")
      + code(" FORMCHECKBOX ") + char("end")),
    "Đạt ☒",
)  # fmt: skip

# -- formulas and signs ----------------------------------------------------------------------------------
FORMULA = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
row("formula between paragraphs", p("Tỷ lệ") + f"<m:oMathPara>{FORMULA}</m:oMathPara>" + p("Hết"), "Tỷ lệ | a=b | Hết")
row(
    "fraction in a formula",
    p(t("Tỷ lệ ") + "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
      "</m:oMath>"),
    "Tỷ lệ 1/2",
)  # fmt: skip
row(
    "mark of a note typed above the line",
    p(t("41.250") + t("1", UP) + t(" hội viên")),
    "41.250¹ hội viên",
    hides="2501",
)
row("tick of Wingdings 2", p('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>' + t(" Đạt")), "☑ Đạt")
row("marks of direction", p(t("Báo\u2066 cáo\u2069 tổng kết")), "Báo cáo tổng kết")

# -- controls, cells, charts -----------------------------------------------------------------------------
row("prompt that nobody has filled in", p(t("Hội viên: ") + PROMPT.format(t("Bấm để nhập"))), "Hội viên", hides="Bấm")
row(
    "web page shown in a cell",
    tbl(tr(tc('<w:altChunk r:id="rIdA"/>' + p()), tc("Quỹ"))),
    "Kết quả | Quỹ",
    relations=relation("rIdA", "aFChunk", "a.html"),
    extra={"word/a.html": '<html><meta charset="utf-8"><body><p>Kết quả</p></body></html>'},
)
SHAPES = "<c:userShapes><a:p><a:r><a:t>Viết trên biểu đồ</a:t></a:r></a:p></c:userShapes>"
CHART = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart r:id="rIdC"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
row(
    "words drawn over a chart",
    p(t("Thân bài") + CHART),
    "Thân bài",
    beside="Tên biểu đồ | Viết trên biểu đồ",
    relations=relation("rIdC", "chart", "charts/chart1.xml"),
    extra={
        "word/charts/chart1.xml": f"<c:chartSpace {SPACES}><a:p><a:r><a:t>Tên biểu đồ</a:t></a:r></a:p></c:chartSpace>",
        "word/charts/_rels/chart1.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships">' + relation("rId1", "chartUserShapes", "../drawings/drawing1.xml") + "</Relationships>",
        "word/drawings/drawing1.xml": SHAPES.replace("<c:userShapes", f"<c:userShapes {SPACES}"),
    },
)

# -- numbers ---------------------------------------------------------------------------------------------
for kind, first, second in (("cardinalText", "One", "Two"), ("ordinalText", "First", "Second")):
    row(
        f"numbers in English words ({kind})",
        item("Đầu") + item("Cuối"),
        f"{first}. Đầu | {second}. Cuối",
        numbering=lists(level(0, kind, "%1.")),
    )
row(
    "numbers in circles",
    item("Đầu") + item("Cuối"),
    "① Đầu | ② Cuối",
    numbering=lists(level(0, "decimalEnclosedCircle", "%1")),
)

# -- files -----------------------------------------------------------------------------------------------
PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
KINDS = {"word/document.xml": MAIN, "_rels/.rels": "application/vnd.openxmlformats-package.relationships+xml"}


def flat(body: str) -> bytes:
    package = {name: str(content) for name, content in members(body).items() if name in KINDS}
    parts = (
        f'<pkg:part pkg:name="/{name}" pkg:contentType="{KINDS[name]}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>'
        for name, content in package.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="{PKG}">{"".join(parts)}</pkg:package>'.encode()


def packed(method: int) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in members(p("Báo cáo")).items():
            archive.writestr(name, content)
    return whole.getvalue()


row("the whole package as one XML file", data=flat(p("Báo cáo") + p(f"<w:r><w:pict>{box('Hộp')}</w:pict></w:r>")),
    shows="Báo cáo | Hộp")  # fmt: skip
row("packed with bzip2", data=packed(zipfile.ZIP_BZIP2), shows="Báo cáo")
row("packed with LZMA", data=packed(zipfile.ZIP_LZMA), shows="Báo cáo")
