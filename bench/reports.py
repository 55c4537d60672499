"""Reports for the bench, the same ones every time: the words of a sample script, as five programs would save them."""

from __future__ import annotations

import copy
import random
import re
import sys
import unicodedata
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import docx
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
sys.path.insert(0, str(CORPUS))
from build import Builder  # noqa: E402 - the corpus is no package

SCRIPT = "d1-ngo-quyen.yaml"
PAGES = 40
_A_COPY = 8
"""Pages that the script fills once; PAGES are five copies, with 600 paragraphs outside of 15 tables."""
HABITS = ("word", "tracked", "decomposed", "unlabelled")
"""How Word's users write. Word cuts sentences into runs wherever someone typed, and says everything of each anew."""


def long_report(number: int, pages: float = PAGES) -> bytes:
    """One report as Word saves it, of about so many pages; `number` chooses its habits."""
    return _Word(number, HABITS[number % len(HABITS)]).file(_blocks(pages))


def sparse_report(pages: float = PAGES) -> bytes:
    """The same words as a program saves them that says each thing once: little markup for much to read."""
    script = {**_script(), "id": "bench", "traits": ["styles"], "blocks": _blocks(pages)}
    written = BytesIO()
    Builder(script).build().save(written)
    return written.getvalue()


@cache
def _script() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((CORPUS / "scripts" / SCRIPT).read_text("utf-8"))
    return found


def _blocks(pages: float) -> list[dict[str, Any]]:
    told = [block for block in _script()["blocks"] if "toc" not in block and "image" not in block]
    once = [piece for block in told for piece in _sentences(block)]
    copies = max(round(pages / _A_COPY * len(once)), 4)
    return [copy.deepcopy(once[n % len(once)]) for n in range(copies)]


def _sentences(block: dict[str, Any]) -> list[dict[str, Any]]:
    """A paragraph of text as many short ones, as offices write them: one for each sentence."""
    return [{**block, "p": sentence} for sentence in re.split(r"(?<=[.;]) ", block["p"])] if "p" in block else [block]


class _Word:
    """Writes a body as Word does, into the package of an empty document with all of Word's styles."""

    def __init__(self, number: int, habit: str) -> None:
        self._random = random.Random(number)
        self._habit = habit

    def file(self, blocks: list[dict[str, Any]]) -> bytes:
        empty, written = BytesIO(), BytesIO()
        docx.Document().save(empty)
        with zipfile.ZipFile(empty) as package, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
            for name in package.namelist():
                content = package.read(name)
                if name == "word/document.xml":
                    head, _, tail = content.decode().partition("<w:body>")
                    body = "".join((*self._front(), *(self._block(block) for block in blocks)))
                    content = f"{head}<w:body>{body}{tail[tail.index('<w:sectPr') :]}".encode()
                target.writestr(name, content)
        return written.getvalue()

    def _front(self) -> Iterator[str]:
        header = _script().get("header", {})
        rows = [[header.get("superior", ""), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [header.get("body", ""), "Độc lập"]]
        yield self._table({"rows": rows})
        yield from (self._paragraph(line, bold=True, align="center") for line in _script()["title"])

    def _block(self, block: dict[str, Any]) -> str:
        if "h" in block:
            label, text = block["h"] if isinstance(block["h"], list) else ("", block["h"])
            level = block.get("level", 1)
            style = f"Heading{min(level, 4)}" if self._random.random() < 0.3 else ""
            label = "" if self._habit == "unlabelled" and level > 2 else label
            return self._paragraph(f"{label} {text}".strip(), bold=not style, style=style)
        if "runin" in block:
            label, head, text = block["runin"]
            return self._paragraph(text, before=self._runs(f"{label} {head} ".lstrip(), bold=True))
        if "table" in block:
            return self._table(block["table"])
        return self._paragraph(block["p"]) if "p" in block else ""

    def _paragraph(
        self, text: str, *, bold: bool = False, align: str = "both", style: str = "", before: str = "", size: int = 28
    ) -> str:
        changed = self._habit == "tracked" and not bold and self._random.random() < 0.1
        style = f'<w:pStyle w:val="{style}"/>' if style else ""
        return (
            f'<w:p w:rsidR="{self._rsid()}" w:rsidRDefault="{self._rsid()}" w:rsidP="{self._rsid()}"><w:pPr>{style}'
            '<w:spacing w:before="60" w:after="60" w:line="300" w:lineRule="exact"/><w:ind w:firstLine="709"/>'
            f'<w:jc w:val="{align}"/>{_look(size, bold=bold)}</w:pPr>{before}{self._runs(text, bold=bold, size=size)}'
            f"{self._changes(text) if changed else ''}</w:p>"
        )

    def _runs(self, text: str, *, bold: bool = False, size: int = 28) -> str:
        text = unicodedata.normalize("NFD", text) if self._habit == "decomposed" else text
        runs, at = [], 0
        while at < len(text):
            end = at + self._random.randint(5, 90)
            runs.append(
                f'<w:r w:rsidR="{self._rsid()}" w:rsidRPr="{self._rsid()}">{_look(size, bold=bold)}'
                f'<w:t xml:space="preserve">{escape(text[at:end])}</w:t></w:r>'
            )
            if self._random.random() < 0.3:
                runs.append(f'<w:proofErr w:type="{self._random.choice(("spellStart", "spellEnd", "gramStart"))}"/>')
            at = end
        return "".join(runs)

    def _changes(self, text: str) -> str:
        who = 'w:author="Van phong" w:date="2020-05-10T08:00:00Z"'
        gone = f'<w:r w:rsidDel="{self._rsid()}">{_look(28)}<w:delText>{escape(text[:40])}</w:delText></w:r>'
        return f'<w:ins w:id="1" {who}>{self._runs(" (đã bổ sung)")}</w:ins><w:del w:id="2" {who}>{gone}</w:del>'

    def _table(self, table: dict[str, Any]) -> str:
        rows = "".join(
            f'<w:tr w:rsidR="{self._rsid()}" w:rsidTr="{self._rsid()}">'
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr>'
                f"{self._paragraph(str(cell or ''), bold=not n, align='center', size=24)}</w:tc>"
                for cell in row
            )
            + "</w:tr>"
            for n, row in enumerate(table["rows"])
        )
        style = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        return f"<w:tbl>{style}{rows}</w:tbl>{self._paragraph('')}"

    def _rsid(self) -> str:
        return f"00{self._random.randrange(1 << 24):06X}"


def _look(size: int, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"'
        f' w:cs="Times New Roman"/>{weight}<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN"/></w:rPr>'
    )
