"""What is fuzzed: for each target the inputs to begin from, and what is owed for any bytes whatever."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from service.check.figures.numbers.numbers import figures
from service.errors import RuleError, UnreadableReport
from service.language import fold
from service.model.manuscript import Format, Look, Manuscript, Paragraph
from service.outline import outline
from service.read import attachments
from service.read.flat import NAMESPACE
from service.rules.pack import RuleText, assemble
from tests.fuzz.oath import CODES, keeps_its_oath
from tests.fuzz.seed import NUMBERING, seed
from tests.read.builder import MAIN, members, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).parents[2]
_PACK = (ROOT / "rules" / "pack.yaml").read_text("utf-8")
_LINES = "<w:p><w:pPr><w:numPr><w:ilvl w:val='%d'/><w:numId w:val='%d'/></w:numPr></w:pPr></w:p>"
_NUMBERED = "".join(_LINES % (level, number) for number in (1, 2, 3, 1) for level in (0, 1, 1, 2, 8, 0))
_STYLED = '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
_MOST_ATTACHED = 256 << 20
_LONGEST = 1 << 14
"""Of a rule file to begin from."""


@dataclass(frozen=True)
class Target:
    """One thing to fuzz."""

    holds: Callable[[bytes], object]
    """Raises where the oath is broken."""
    seeds: Callable[[], Iterable[bytes]]
    zipped: bool = False
    """Inputs are zips whose members are struck one by one."""
    markup: bool = False
    """Inputs are XML."""
    words: tuple[str, ...] = ()
    """What the inputs' language is made of."""


def attached(data: bytes) -> None:
    """An archive is unpacked within its limits, under names that lead nowhere, or refused with a declared code."""
    found, refusal = (), None
    try:
        found = attachments(data)
    except UnreadableReport as error:
        refusal = error
    assert refusal is None or refusal.key in CODES, refusal
    assert sum(len(one.data) for one in found) <= _MOST_ATTACHED
    for one in found:
        assert one.name
        assert not one.name.startswith("/")
        assert ".." not in one.name.split("/")


def numbering(data: bytes) -> None:
    """Lists of any kind are counted; what is no XML is refused."""
    text = data.decode("utf-8", "replace")
    keeps_its_oath(zipped(members(_NUMBERED, numbering=text, styles=_STYLED)))


def amounts(data: bytes) -> None:
    """Figures stand in order, inside the text, and are numbers that JSON can hold."""
    folded = fold(data.decode("utf-8", "replace"))
    found = figures(folded)
    for figure in found:
        assert 0 <= figure.opening <= figure.start < figure.digits <= len(folded), figure
        assert figure.digits <= figure.end <= len(folded), figure
        worth = (figure.value, figure.step, figure.base or 0, figure.reading or 0)
        assert all(math.isfinite(each) and each >= 0 for each in worth), figure
    assert all(one.start <= other.start for one, other in pairwise(found))


def rules(data: bytes) -> None:
    """A rule file is taken, or refused with the place of its mistake; as the pack's, the office's and as units."""
    text = data.decode("utf-8", "replace")
    for one in (
        RuleText("fuzz.yaml", text),
        RuleText("office/fuzz.yaml", text, office=True),
        RuleText("units/u.yaml", text),
    ):
        refusal = None
        try:
            assemble((RuleText("pack.yaml", _PACK), one))
        except RuleError as error:
            refusal = error
        assert refusal is not None, "a pack without findings is not complete"
        assert refusal.values["file"], refusal
        assert min(int(str(refusal.values[name])) for name in ("line", "column")) >= 1, refusal


def headings(data: bytes) -> None:
    """Every paragraph is in exactly one document of the outline. A line's first sign tells how it looks."""
    lines = data.decode("utf-8", "replace").split("\n")[:2000]
    paragraphs = tuple(_paragraph(at, line) for at, line in enumerate(lines))
    found = outline(Manuscript(Format.DOCX, paragraphs))
    assert [piece.start for piece in found.pieces] == [0, *(piece.end for piece in found.pieces[:-1])]
    assert found.pieces[-1].end == len(paragraphs)
    for piece in found.pieces:
        assert all(piece.start <= each.paragraph < piece.end for each in piece.headings), piece


def _paragraph(index: int, line: str) -> Paragraph:
    sign, text = ord(line[0]) if line else 0, line[1:]
    look = Look(
        style=("normal", "heading 1", "title", "list paragraph")[sign % 4],
        outline_level=(None, None, 0, 1, 2, 8)[sign % 6],
        bold=bool(sign & 4),
        centred=bool(sign & 8),
        capitals=text.isupper(),
        size=(None, 13.0, 14.0, 16.0)[sign // 16 % 4],
    )
    return Paragraph(index, text, ("", "", "", "I.", "1.", "a)", "-")[sign % 7], look)


def _files() -> tuple[bytes, ...]:
    return zipped(seed()), zipped(members("<w:p><w:r><w:t>x</w:t></w:r></w:p>"))


def _flat() -> tuple[bytes, ...]:
    """A Word file that is one XML file."""
    package = members("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    kinds = {"word/document.xml": MAIN, "_rels/.rels": "application/vnd.openxmlformats-package.relationships+xml"}
    parts = "".join(
        f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}"><pkg:xmlData>{package[name]}</pkg:xmlData></pkg:part>'
        for name, kind in kinds.items()
    )
    binary = '<pkg:part pkg:name="/a.png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part>'
    return (f'<pkg:package xmlns:pkg="{NAMESPACE}">{parts}{binary}</pkg:package>'.encode(),)


def _archives() -> tuple[bytes, ...]:
    small = _files()[1]
    return (
        zipped({"Lê Chân/Báo cáo.docx": small, "a.zip": zipped({"b\\c.docx": small}), "../x.doc": b"\xd0\xcf\x11\xe0"}),
        *_files(),
    )


def _rule_files() -> Iterable[bytes]:
    files = [*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "tests" / "corpus").rglob("*.yaml")]
    return [path.read_bytes()[:_LONGEST].rpartition(b"\n")[0] for path in sorted(files)]


def _sentences() -> tuple[bytes, ...]:
    return tuple(
        text.encode()
        for text in (
            "có 41.250/60.000 hội viên, đạt 68,75% dân số",
            "từ 15 - 20% lên trên 1 tỷ 200 triệu đồng; 1tỷ2; 28.125%",
            "Nghị quyết số 29-NQ/TW ngày 04/11/2013, nhiệm kỳ 2015-2020",
            "cả mười hai phường, 131 trong số 150 đơn vị, 46,250 suất; 3,5 triệu lượt trở lên",
        )
    )


def _outlines() -> tuple[bytes, ...]:
    front = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "MỤC LỤC", "I. KẾT QUẢ ... 3", "Phần thứ nhất")
    lines = (*front, "I. KẾT QUẢ", "1. Hội viên", "a) Công tác", "Vận động", "THAM LUẬN", "Kính thưa")
    return tuple("\n".join(sign + line for line in lines).encode() for sign in "0<H")


_OF_AMOUNTS = ("tỷ", "triệu", "nghìn", "đồng", "%", " phần trăm", "trên", "/", "-", ",", ".", "rưỡi", "trong số", "00")
_OF_RULES = (
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "&a",
    "*a",
    "|",
    ">",
    "null",
    "true",
    "!!",
    "id",
    "\n  ",
    "changes",
    "kinds",
    "findings",
)
_OF_OUTLINES = ("BÁO CÁO", "Phần", "Mục lục", "I. ", "II. ", "1. ", "a) ", "\n", "Kính gửi", "THAM LUẬN")

TARGETS = {
    "container": Target(keeps_its_oath, _files),
    "parts": Target(keeps_its_oath, _files, zipped=True),
    "attachments": Target(attached, _archives, zipped=True),
    "flat": Target(keeps_its_oath, _flat, markup=True),
    "numbering": Target(numbering, lambda: (NUMBERING.encode(),), markup=True),
    "amounts": Target(amounts, _sentences, words=_OF_AMOUNTS),
    "rules": Target(rules, _rule_files, words=_OF_RULES),
    "outline": Target(headings, _outlines, words=_OF_OUTLINES),
}
