"""Constructs of the file around the text: chunks, drawings' own parts, dialects, odd packages, sizes."""

from __future__ import annotations

from tests.read.builder import MAIN, content_types, members, relation, relationships, zipped
from tests.read.constructs import STYLES, chunk, p, retyped, row, t

WORD = "application/vnd.ms-word."

# -- chunks ----------------------------------------------------------------------------------------------
chunk(
    "c.html", "text/html",
    "<html><head><meta charset='utf-8'><title>x</title></head><body><p>Dòng một</p><p>Dòng hai</p></body></html>",
    "Dòng một | Dòng hai",
)  # fmt: skip
chunk("c.docx", MAIN.replace(".main+xml", ""), zipped(members(p("Dòng một") + p("Dòng hai"), styles=STYLES)),
      "Dòng một | Dòng hai")  # fmt: skip
chunk("c.txt", "text/plain", "Dòng một\r\nDòng hai\r\n", "Dòng một | Dòng hai")
chunk(
    "c.mht", "message/rfc822",
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_B"\r\n\r\n--=_B\r\n'
    'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    "<html><body><p>D=C3=B2ng m=E1=BB=99t</p><p>D=C3=B2ng =\r\nhai</p></body></html>\r\n\r\n--=_B--\r\n",
    "Dòng một | Dòng hai",
)  # fmt: skip
chunk(
    "c.rtf", "application/rtf",
    r"{\rtf1\ansi\ansicpg1258\uc1{\fonttbl{\f0 Times New Roman;}}{\info{\title x}}\pard Do\'ccng m\u7897?t\par "
    r"{\b Do\'ccng} {\v khu\u7845?t}hai\par}",
    "Dòng một | Dòng hai",
)  # fmt: skip

# -- graphics with parts of their own --------------------------------------------------------------------
GRAPHIC = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="Hinh"/><a:graphic>'
    '<a:graphicData uri="{}">{}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
row(
    "chart: its title and names",
    p(t("Biểu đồ sau") + GRAPHIC.format(CHART, '<c:chart r:id="rIdG"/>')),
    "Biểu đồ sau",
    beside="Hội viên qua các năm | Phường | Năm đầu",
    relations=relation("rIdG", "chart", "charts/chart1.xml"),
    extra={
        "word/charts/chart1.xml": f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:chart>'
        "<c:title><c:tx><c:rich><a:p><a:r><a:t>Hội viên </a:t></a:r><a:r><a:t>qua các năm</a:t></a:r></a:p></c:rich>"
        "</c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>Sheet1!A1</c:f><c:strCache><c:pt idx='0'>"
        "<c:v>Phường</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef>"
        "<c:f>Sheet1!A2</c:f><c:strCache><c:pt idx='0'>"
        "<c:v>Năm đầu</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart>"
        "</c:chartSpace>"
    },
)
row(
    "SmartArt: its words",
    p(t("Sơ đồ sau") + GRAPHIC.format(DIAGRAM, '<dgm:relIds r:dm="rIdG" r:lo="" r:qs="" r:cs=""/>')),
    "Sơ đồ sau",
    beside="Ban Chấp hành | Ban Thường vụ",
    relations=relation("rIdG", "diagramData", "diagrams/data1.xml"),
    extra={
        "word/diagrams/data1.xml": f'<dgm:dataModel xmlns:dgm="{DIAGRAM}" xmlns:a="{DRAWING}"><dgm:ptLst>'
        + "".join(
            f'<dgm:pt modelId="{n}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
            for n, text in enumerate(("Ban Chấp hành", "Ban Thường vụ"))
        )
        + '<dgm:pt modelId="9" type="pres"/></dgm:ptLst></dgm:dataModel>'
    },
)

# -- dialects and packages -------------------------------------------------------------------------------
TRANSITIONAL = "http://schemas.openxmlformats.org/"
STRICT = {
    "wordprocessingml/2006/main": "wordprocessingml/main",
    "officeDocument/2006/relationships": "officeDocument/relationships",
    "drawingml/2006/main": "drawingml/main",
    "officeDocument/2006/math": "officeDocument/math",
}


def strict(package: dict[str, str | bytes]) -> None:
    for name, content in package.items():
        for old, new in STRICT.items():
            content = str(content).replace(TRANSITIONAL + old, f"http://purl.oclc.org/ooxml/{new}")  # noqa: PLW2901
        package[name] = content


def renamed(package: dict[str, str | bytes]) -> dict[str, str | bytes]:
    return {
        name.replace("document.xml", "document2.xml"): str(content).replace("document.xml", "document2.xml")
        for name, content in package.items()
    }


def utf16(package: dict[str, str | bytes]) -> None:
    main = '<?xml version="1.0" encoding="UTF-16" standalone="yes"?>' + str(package["word/document.xml"])
    package["word/document.xml"] = main.encode("utf-16")


def rooted(package: dict[str, str | bytes]) -> None:
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        content = str(package[name]).replace('Target="word/', 'Target="/word/')
        package[name] = content.replace('Target="styles', 'Target="/word/styles')


PICTURE = '<w:r><w:drawing><wp:inline><a:graphic><a:blip r:embed="rIdP"/></a:graphic></wp:inline></w:drawing></w:r>'
LONG = "Hội Khuyến học phường đã vận động nhân dân tham gia phong trào học tập suốt đời. " * 12

row("strict OOXML", p("Báo cáo") + p("Kết quả"), "Báo cáo | Kết quả", change=strict)
row("main part under another name", p("Báo cáo"), "Báo cáo", change=renamed)
row("with macros (.docm)", p("Báo cáo"), "Báo cáo", change=retyped(WORD + "document.macroEnabled.main+xml"))
row("template (.dotx)", p("Báo cáo"), "Báo cáo", change=retyped(MAIN.replace("document.main", "template.main")))
row("targets from the root of the package", p("Báo cáo"), "Báo cáo", change=rooted)
row('a relationship to "NULL"', p("Báo cáo"), "Báo cáo", relations=relation("rIdN", "image", "NULL"))
row("a picture whose file is missing", p(t("Báo cáo") + PICTURE) + p(LONG), "Báo cáo",
    relations=relation("rIdP", "image", "media/mat.png"))  # fmt: skip
row(
    "styles that aren't there",
    p("Báo cáo"),
    "Báo cáo",
    change=lambda package: {name: content for name, content in package.items() if name != "word/styles.xml"},
)
row("main part in UTF-16", p("Báo cáo"), "Báo cáo", change=utf16)
row(
    "package without the main part's relationships",
    data=zipped(
        {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": relationships(relation("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": str(members(p("Báo cáo"))["word/document.xml"]),
        }
    ),
    shows="Báo cáo",
)

# -- sizes -----------------------------------------------------------------------------------------------
row("120 nested tables", "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" * 120 + p("Trong cùng")
    + f"</w:tc></w:tr></w:tbl>{p()}" * 119 + "</w:tc></w:tr></w:tbl>", "Trong cùng")  # fmt: skip
row(
    "300 nested wrappers",
    "<w:p>" + '<w:smartTag w:element="x">' * 300 + t("Trong cùng") + "</w:smartTag>" * 300 + "</w:p>",
    "Trong cùng",
)
row("a text of 11 MB", p("Đầu " + "chữ " * 1_800_000 + "cuối"), "Đầu | cuối")
