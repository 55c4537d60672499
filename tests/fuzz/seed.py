"""One small Word file with a bit of everything that the reader knows; what the fuzzers begin from."""

from __future__ import annotations

from tests.read.builder import members, relation, zipped

_RUN = "<w:r><w:t>Hội Khuyến học phường</w:t></w:r>"
_P = f"<w:p>{_RUN}</w:p>"
_BODY = f"""
<w:p><w:pPr><w:pStyle w:val="H1"/><w:jc w:val="center"/></w:pPr><w:bookmarkStart w:id="0" w:name="a"/>
<w:r><w:rPr><w:b/><w:caps/><w:sz w:val="28"/></w:rPr><w:t>Báo cáo</w:t><w:br/><w:t>tổng kết</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{_RUN}
<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>{_RUN}</w:p>
<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>thêm</w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r>
<w:delText>bỏ</w:delText></w:r></w:del><w:commentRangeStart w:id="5"/><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>
<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="B"/></w:rPr></w:pPr>{_RUN}</w:p>{_P}
<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:trPr>
<w:gridBefore w:val="1"/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>
</w:tcPr>
{_P}</w:tc><w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>{_P}</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>{_P}</w:tc>
</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>{_P}</w:tc><w:tc><w:tbl><w:tr><w:tc>{_P}</w:tc>
</w:tr></w:tbl>{_P}</w:tc></w:tr></w:tbl>
<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{_P}</w:sdtContent></w:sdt>
<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="0"/><w:listEntry w:val="một"/>
</w:ddList>
</w:ffData></w:fldChar></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>
</w:r>
{_RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">{_RUN}</w:fldSimple></w:p>
<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>Héi KhuyÕn häc ph­êng</w:t></w:r>
<w:r><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:t>Hoäi Khuyeán</w:t></w:r>
<w:r><w:rPr><w:b/><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:t> hoïc</w:t></w:r>
<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:tab/><w:noBreakHyphen/></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{_P}
</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{_P}
</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><m:oMath><m:r><m:t>x²</m:t></m:r>
</m:oMath>
<w:hyperlink r:id="rId9">{_RUN}</w:hyperlink><w:smartTag>{_RUN}</w:smartTag></w:p>
<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_RUN}</w:sdtContent></w:sdt><w:r><w:fldChar
w:fldCharType="begin"/></w:r><w:r><w:instrText>AUTONUMLGL \\s )</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>
</w:r><w:fldSimple w:instr="TOC"/><w:fldSimple w:instr="SYMBOL 252 \\f Wingdings"/><w:r><w:rPr><w:vertAlign
w:val="superscript"/></w:rPr><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>
<m:oMathPara><m:oMath><m:d><m:e><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>
</m:e></m:d></m:oMath></m:oMathPara><w:altChunk r:id="rIdHtml"/><w:altChunk r:id="rIdRtf"/><w:altChunk r:id="rIdDocx"/>
<w:p><w:pPr><w:outlineLvl w:val="1"/><w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/>
<w:type w:val="nextPage"/>
</w:sectPr></w:pPr>{_RUN}</w:p><w:sectPr/>
"""
_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="24"/>
</w:rPr>
</w:rPrDefault><w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:link w:val="C"/><w:pPr>
<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="C"><w:basedOn w:val="H1"/><w:link w:val="H1"/></w:style>
<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="table" w:styleId="T"><w:basedOn w:val="T"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
</w:tblStylePr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="upperRoman"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="decimal"/>
<w:lvlRestart w:val="1"/>
<w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:pStyle w:val="H1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/>
<w:lvlOverride w:ilvl="1">
<w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
"""
_NOTE = f'<w:%s w:id="2">{_P}</w:%s>'
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    "<a:minorFont>"
    '<a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
_RTF = rb"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Times;}}H\u7897?i \'e1 {\v x}\par b}"
_HTML = "<html><head><title>t</title></head><body><p>Hội<br>học<table><tr><td>a&nbsp;b</td></tr></table>"


def seed() -> dict[str, str | bytes]:
    """The members of the file."""
    relations = "".join(
        relation(f"rId{name.partition('.')[2].capitalize()}", "aFChunk", name) for name in ("a.html", "b.rtf", "c.docx")
    )
    return members(
        _BODY,
        relations=relations,
        extra={"word/a.html": _HTML, "word/b.rtf": _RTF, "word/c.docx": zipped(members(_P)), "word/media/i.png": b"i"},
        styles=_STYLES,
        numbering=NUMBERING,
        footnotes=_NOTE % ("footnote", "footnote"),
        endnotes=_NOTE % ("endnote", "endnote"),
        comments=f'<w:comment w:id="5" w:author="C">{_P}</w:comment>',
        theme=_THEME,
        header1=_P,
    )
