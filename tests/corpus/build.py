"""Build Word reports from the YAML scripts of this corpus.

    python build.py SCRIPTS_DIR OUT_DIR

Each script holds the text of one term report, the writing habits to give it
(`traits`) and what a careful reader finds in it (`gold`). Out come the .docx
(or .doc, through LibreOffice) and a gold JSON beside it.
"""

# ruff: noqa: E501  (WordprocessingML is written in long literals)
from __future__ import annotations

import copy
import json
import random
import re
import struct
import subprocess
import sys
import unicodedata
import zlib
from io import BytesIO
from pathlib import Path

import docx
import yaml
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from legacy import to_tcvn3, to_tcvn3_caps, to_vni

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLD_TONE = {
    "hóa": "hoá",
    "Hóa": "Hoá",
    "hòa": "hoà",
    "Hòa": "Hoà",
    "khóa": "khoá",
    "Khóa": "Khoá",
    "ủy": "uỷ",
    "Ủy": "Uỷ",
    "thủy": "thuỷ",
    "Thủy": "Thuỷ",
    "lũy": "luỹ",
    "toàn": "toàn",
    "xóa": "xoá",
    "tòa": "toà",
    "HÓA": "HOÁ",
    "KHÓA": "KHOÁ",
    "ỦY": "UỶ",
    "HÒA": "HOÀ",
}


def png(width: int = 240, height: int = 120, seed: int = 1) -> BytesIO:
    rnd = random.Random(seed)
    rows = b"".join(b"\0" + bytes(rnd.randrange(256) for _ in range(width * 3)) for _ in range(height))

    def chunk(tag: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))

    return BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 1))
        + chunk(b"IEND", b"")
    )


class Builder:
    def __init__(self, script: dict):
        self.s = script
        self.traits = set(script.get("traits", ["manual"]))
        self.rnd = random.Random(zlib.crc32(script["id"].encode()))
        self.d = docx.Document()
        sec = self.d.sections[0]
        sec.page_width, sec.page_height = Mm(210), Mm(297)
        sec.left_margin, sec.right_margin, sec.top_margin, sec.bottom_margin = Mm(30), Mm(20), Mm(20), Mm(20)
        st = self.d.styles["Normal"]
        st.font.name, st.font.size = "Times New Roman", Pt(14)
        self.num_ids: dict[int, int] = {}
        self.n_par = 0
        if "autonum" in self.traits:
            self._make_numbering()

    # -- text ---------------------------------------------------------------
    def enc(self, text: str, caps: bool = False) -> tuple[str, str | None]:
        """The text as typed, and the font it needs."""
        if "oldtone" in self.traits:
            for a, b in OLD_TONE.items():
                text = re.sub(rf"\b{a}\b", b, text)
        if "tcvn3" in self.traits or ("mixedfont" in self.traits and self.n_par % 5 in (2, 3)):
            if caps or text.isupper():
                return to_tcvn3_caps(text), ".VnTimeH"
            return to_tcvn3(text), ".VnTime"
        if "vni" in self.traits:
            return to_vni(text), "VNI-Times"
        if "copiedpdf" in self.traits:  # text copied from an old PDF: Ư comes as Ƣ
            text = text.replace("Ư", "Ƣ").replace("ư", "ƣ")
        if "nfd" in self.traits and self.rnd.random() < 0.7:
            text = unicodedata.normalize("NFD", text)
            if self.rnd.random() < 0.5:
                text = text.replace(" ", "\u00a0", 1).replace(". ", ".  ")
        return text, None

    def run(self, par, text: str, bold=None, italic=None, caps=False):
        if not text:
            return
        parts = [text]
        if "splitruns" in self.traits and len(text) > 12:
            parts, i = [], 0
            while i < len(text):
                n = self.rnd.randint(3, 17)
                parts.append(text[i : i + n])
                i += n
        full, font = self.enc(text, caps)
        if len(parts) == 1 or font:
            parts = [full]
        for part in parts:
            r = par.add_run(part)
            r.bold, r.italic = bold, italic
            if "wcaps" in self.traits and caps and not font:  # capitals by formatting, typed in lower case
                r.text = part.capitalize() if part is parts[0] else part.lower()
                r.font.all_caps = True
            if font:
                r.font.name = font
                rp = r._r.get_or_add_rPr()
                rf = rp.find(qn("w:rFonts"))
                for a in ("w:ascii", "w:hAnsi", "w:cs"):
                    rf.set(qn(a), font)
            if "splitruns" in self.traits and self.rnd.random() < 0.2:
                par._p.append(parse_xml(f'<w:proofErr {W} w:type="spellStart"/>'))

    def par(self, container=None, align=None):
        self.n_par += 1
        p = (container or self.d).add_paragraph()
        if align is not None:
            p.alignment = align
        return p

    # -- numbering ----------------------------------------------------------
    def _make_numbering(self):
        part = self.d.part.numbering_part.element
        lv = [("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")]
        xml = (
            f'<w:abstractNum {W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
            + "".join(
                f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/>'
                f'<w:lvlJc w:val="left"/></w:lvl>'
                for i, (f, t) in enumerate(lv)
            )
            + "</w:abstractNum>"
        )
        part.insert(0, parse_xml(xml))
        part.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def number(self, par, ilvl: int):
        ppr = par._p.get_or_add_pPr()
        ppr.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{ilvl}"/><w:numId w:val="90"/></w:numPr>'))

    # -- blocks -------------------------------------------------------------
    def front(self):
        h = self.s.get("header", {})
        t = self.d.add_table(rows=1, cols=2)
        left, right = t.rows[0].cells
        for cell, lines in (
            (left, [h.get("superior", ""), h.get("body", ""), "Số: " + h.get("number", "")]),
            (
                right,
                [
                    *h.get("motto", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]),
                    h.get("place_date", ""),
                ],
            ),
        ):
            for i, line in enumerate(x for x in lines if x):
                p = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
                p.alignment = ALIGN.CENTER
                self.n_par += 1
                self.run(p, line, bold=line.isupper() or "Độc lập" in line, italic="ngày" in line, caps=line.isupper())
        self.par()
        if "sdt" in self.traits:
            for line in self.s["title"]:
                t, _ = self.enc(line)
                self.d.element.body.insert(
                    len(self.d.element.body) - 1,
                    parse_xml(
                        f'<w:sdt {W}><w:sdtPr><w:alias w:val="title"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
                        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{t}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
                    ),
                )
        else:
            for line in self.s["title"]:
                self.run(self.par(align=ALIGN.CENTER), line, bold=True, caps=line.isupper())

    def heading(self, b: dict):  # noqa: C901, PLR0912
        h = b["h"]
        label, text = h if isinstance(h, list) else ["", h]
        level = b.get("level", 1)
        caps = text.isupper()
        if "sdtheads" in self.traits:
            t, font = self.enc((label + " " + text).strip(), caps)
            body = self.d.element.body
            body.insert(
                len(body) - 1,
                parse_xml(
                    f'<w:sdt {W}><w:sdtPr><w:tag w:val="muc"/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr>'
                    + (f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else "")
                    + f'<w:b/></w:rPr><w:t xml:space="preserve">{t.replace("&", "&amp;")}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
                ),
            )
            return
        if "multiline" in self.traits and len(text) > 48 and level <= 2:
            cut = text.rfind(" ", 0, len(text) // 2 + 8)
            for i, line in enumerate(((label + " " if level > 1 else "") + text[:cut], text[cut + 1 :])):
                if i == 0 and level == 1 and label:
                    self.run(self.par(align=ALIGN.CENTER), label, bold=True, caps=label.isupper())
                self.run(self.par(align=ALIGN.CENTER if level == 1 else None), line.strip(), bold=True, caps=caps)
            return
        if "styles" in self.traits:
            p = self.d.add_paragraph(style=f"Heading {min(level, 4)}")
            self.n_par += 1
            self.run(p, (label + " " + text).strip(), caps=caps)
            return
        if "autonum" in self.traits and level >= 2 and label:
            p = self.par()
            self.number(p, min(level, 5) - 2)
            self.run(p, text, bold=True, caps=caps)
            return
        if "headtable" in self.traits and level <= 2:
            cell = self.d.add_table(rows=1, cols=1, style="Table Grid").rows[0].cells[0]
            self.run(cell.paragraphs[0], (label + " " + text).strip(), bold=True, caps=caps)
            self.d.add_paragraph()
            return
        if "textbox" in self.traits and level <= 2:
            t, font = self.enc((label + " " + text).strip())
            p = self.par()
            p._p.append(
                parse_xml(
                    f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
                    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
                    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
                    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
                    '<wp:extent cx="5400000" cy="400000"/><wp:docPr id="7" name="Text Box"/><a:graphic><a:graphicData '
                    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
                    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
                    f"<wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{t}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
                    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
                    f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{t}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                )
            )
            return
        center = level == 1
        p = self.par(align=ALIGN.CENTER if center else None)
        if not center:
            p.paragraph_format.first_line_indent = Mm(10)
        bold = "plainheads" not in self.traits
        italic = level >= 4
        if level == 1 and label and not label.endswith((".", ":")):
            self.run(p, label, bold=bold, caps=label.isupper())
            if "softbreaks" in self.traits or self.rnd.random() < 0.5:
                p.add_run().add_break()
            else:
                p = self.par(align=ALIGN.CENTER)
            self.run(p, text, bold=bold, caps=caps)
        else:
            sep = "\t" if "tabs" in self.traits else " "
            self.run(p, (label + sep + text).strip(), bold=bold, italic=italic or None, caps=caps)

    def paragraph(self, text: str):
        if (
            "softbreaks" in self.traits
            and self.d.paragraphs
            and self.rnd.random() < 0.45
            and self.d.element.body[-2].tag == qn("w:p")
            and len(self.d.paragraphs[-1].text) > 200
        ):
            p = self.d.paragraphs[-1]
            p.add_run().add_break()
            self.n_par += 1
            self.run(p, text)
            return
        p = self.par(align=ALIGN.JUSTIFY)
        p.paragraph_format.first_line_indent = Mm(10)
        if "tracked" in self.traits and self.rnd.random() < 0.3 and len(text) > 80:
            cut = text.find(" ", len(text) // 2)
            self.run(p, text[:cut])
            a = f'w:id="{self.rnd.randrange(10**6)}" w:author="Van phong" w:date="2020-05-10T08:00:00Z"'
            deleted, _ = self.enc(" (bản thảo cũ, đề nghị bỏ câu này)")
            kept, _ = self.enc(text[cut:])
            p._p.append(
                parse_xml(f'<w:del {W} {a}><w:r><w:delText xml:space="preserve">{deleted}</w:delText></w:r></w:del>')
            )
            p._p.append(parse_xml(f'<w:ins {W} {a}><w:r><w:t xml:space="preserve">{kept}</w:t></w:r></w:ins>'))
            return
        self.run(p, text)

    def runin(self, parts: list[str]):
        label, head, text = parts
        p = self.par(align=ALIGN.JUSTIFY)
        self.run(p, (label + " " + head).strip() + " ", bold=True)
        self.run(p, text)

    def table(self, t: dict):
        if t.get("caption"):
            self.run(self.par(align=ALIGN.CENTER), t["caption"], bold=True)
        rows = [[str(c) if c is not None else "" for c in r] for r in t["rows"]]
        n = max(len(r) for r in rows)
        tab = self.d.add_table(rows=0, cols=n, style="Table Grid")
        for ri, r in enumerate(rows):
            cells = tab.add_row().cells
            for ci, c in enumerate(r):
                self.n_par += 1
                self.run(cells[ci].paragraphs[0], c, bold=ri < t.get("header", 1))
        for r0, c0, r1, c1 in t.get("merge", []):
            a, b = tab.cell(r0, c0), tab.cell(r1, c1)
            keep = a.text
            for r in range(r0, r1 + 1):
                for c in range(c0, c1 + 1):
                    if (r, c) != (r0, c0):
                        for p in tab.cell(r, c).paragraphs:
                            for x in list(p.runs):
                                x._r.getparent().remove(x._r)
            a.merge(b)
            assert keep in a.text
        self.d.add_paragraph()

    def signature(self):
        sig = self.s.get("signature")
        if not sig:
            return
        t = self.d.add_table(rows=1, cols=2)
        for cell, lines in zip(
            t.rows[0].cells,
            (sig.get("recipients", ["Nơi nhận:", "- Như trên;", "- Lưu VP."]), sig["sign"]),
            strict=True,
        ):
            for i, line in enumerate(lines):
                p = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
                self.n_par += 1
                self.run(p, line, bold=line.isupper())

    def build(self) -> docx.document.Document:  # noqa: C901, PLR0912
        self.front()
        for i, b in enumerate(self.s["blocks"]):
            if "h" in b:
                self.heading(b)
            elif "runin" in b:
                self.runin(b["runin"])
            elif "table" in b:
                self.table(b["table"])
            elif "image" in b:
                self.d.add_picture(png(seed=i + 1), width=Mm(100))
            elif "pagebreak" in b:
                self.d.add_page_break()
            elif "toc" in b:
                for line in b["toc"]:
                    self.run(self.par(), line)
            else:
                self.paragraph(b["p"])
        self.signature()
        for b in self.s.get("annex", []):
            if "table" in b:
                self.table(b["table"])
            elif "h" in b:
                self.heading(b)
            else:
                self.paragraph(b["p"])
        if "comments" in self.traits:
            p = next(p for p in self.d.paragraphs[8:] if p.runs and len(p.text) > 60)
            self.d.add_comment(p.runs, text="Đề nghị kiểm tra lại số liệu này", author="Chánh Văn phòng", initials="VP")
        if "hidden" in self.traits:
            p = self.par()
            r = p.add_run(self.s.get("hidden_text", "Ghi chú nội bộ: chưa thống nhất."))
            r.font.hidden = True
        return self.d


def build_all(scripts: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    n = 0
    for f in sorted(scripts.glob("*.y*ml")):
        script = yaml.safe_load(f.read_text("utf-8"))
        for variant in script.get("variants", [script.get("traits", ["manual"])]):
            s = copy.deepcopy(script)
            s["traits"] = variant
            stem = f"{s['id']}--{'-'.join(variant)}"
            doc = Builder(s).build()
            path = out / f"{stem}.docx"
            doc.save(path)
            if "doc" in variant:
                subprocess.run(
                    ["soffice", "--headless", "--convert-to", "doc", "--outdir", str(out), str(path)],
                    check=True,
                    capture_output=True,
                    timeout=180,
                )
                path.unlink()
                path = path.with_suffix(".doc")
            gold = dict(s["gold"], id=s["id"], file=path.name, traits=variant, unit=s["unit"], terms=s["terms"])
            (out / f"{stem}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")
            n += 1
    print(f"{n} reports built in {out.name}")


if __name__ == "__main__":
    build_all(Path(sys.argv[1]), Path(sys.argv[2]))
