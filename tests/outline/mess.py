"""Writes a report's plain text in a random mixture of the habits of many offices.

    python -m tests.outline.mess [SEEDS]     prints the seeds whose words or headings differ from the plain twin's
"""  # fmt: skip

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from html import escape
from pathlib import Path
from random import Random

import yaml

from service.language import fold
from service.outline import outline, unboxed
from service.read import read
from tests.read.builder import members, zipped
from tests.read.old_fonts import encode

SCRIPTS = sorted((Path(__file__).parents[1] / "corpus").glob("scripts*/*.yaml"))
BOLD, CENTRED, CAPS = "<w:b/>", '<w:jc w:val="center"/>', "<w:caps/>"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="u{n}"><w:name w:val="heading {n}"/><w:rPr><w:b/></w:rPr></w:style>'
    for n in range(1, 6)
)
OLD_TONE = (("hóa", "hoá"), ("khóa", "khoá"), ("ủy", "uỷ"), ("thủy", "thuỷ"), ("hòa", "hoà"))
Block = tuple[int, str, str]
"""Level (0 for a paragraph), label and words."""


@cache
def blocks(number: int) -> tuple[Block, ...]:
    """The headings with labels and the paragraphs of one of the corpus' scripts."""
    script = yaml.load(SCRIPTS[number % len(SCRIPTS)].read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found: list[Block] = []
    for block in script["blocks"]:
        if "p" in block:
            found.append((0, "", " ".join(block["p"].split())))
        elif "h" in block and isinstance(block["h"], list) and block["h"][0]:
            found.append((block.get("level", 1), block["h"][0], " ".join(block["h"][1].split())))
    return tuple(found)


class Mess:
    """One way of writing a report, drawn from a seed; without a seed the plain one."""

    def __init__(self, seed: int | None) -> None:
        self._random = Random(seed)
        self._plain = seed is None

    def _often(self, share: float) -> bool:
        return not self._plain and self._random.random() < share

    def document(self, written: tuple[Block, ...]) -> bytes:
        """The report as a Word file."""
        title = f"<w:p><w:pPr>{CENTRED}</w:pPr>{self._run('BÁO CÁO TỔNG KẾT NHIỆM KỲ 2015 - 2020', BOLD)}</w:p>"
        body = title + "".join(self._heading(*block) if block[0] else self._paragraph(block[2]) for block in written)
        if self._often(0.1):
            body = f"{title}{self._table(body.removeprefix(title))}<w:p/>"
        return zipped(members(body, styles=STYLES))

    def _paragraph(self, text: str) -> str:
        xml = f"<w:p>{self._runs(text, '')}</w:p>"
        return f"<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>" if self._often(0.05) else xml

    def _heading(self, level: int, label: str, title: str) -> str:
        alone = label.upper().startswith("PHẦN") and not label.endswith((".", ":"))
        style = f'<w:pStyle w:val="u{min(level, 5)}"/>' if self._often(0.3) else ""
        look = f"<w:pPr>{style}{CENTRED if level == 1 else ''}</w:pPr>"
        caps = CAPS if title.isupper() and self._often(0.3) else ""
        shown = title.lower() if caps else title
        if alone and self._often(0.5):
            return f"<w:p>{look}{self._runs(label, BOLD)}</w:p><w:p>{look}{self._runs(shown, BOLD + caps)}</w:p>"
        gap = self._random.choice(("\t", "  ", "\u00a0", " ")) if not self._plain else " "
        gap = "\n" if alone else gap
        xml = f"<w:p>{look}{self._runs(label + gap, BOLD)}{self._runs(shown, BOLD + caps)}</w:p>"
        drawn = self._random.random() if not self._plain else 1
        if drawn < 0.08:
            return self._table(xml) + "<w:p/>"
        if drawn < 0.16:
            box = f"<v:shape><v:textbox><w:txbxContent>{xml}</w:txbxContent></v:textbox></v:shape>"
            return f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"
        return f"<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>" if drawn < 0.24 else xml

    @staticmethod
    def _table(inner: str) -> str:
        return f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"

    def _runs(self, text: str, look: str) -> str:
        font = "Times New Roman"
        if self._often(0.15):
            encoding = self._random.choice(("tcvn3", "vni"))
            capitals = encoding == "tcvn3" and text.isupper()
            text = encode(text.lower() if capitals else text, encoding)
            font = {"tcvn3": ".VnTimeH" if capitals else ".VnTime", "vni": "VNI-Times"}[encoding]
        elif self._often(0.2):
            text = unicodedata.normalize("NFD", text)
        elif self._often(0.3):
            for new, old in OLD_TONE:
                text = text.replace(new, old)
        look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>{look}'
        pieces = [text] if self._plain else self._cut(text)
        return "".join(self._wrapped(self._run(piece, look)) for piece in pieces)

    def _cut(self, text: str) -> list[str]:
        cuts = sorted(self._random.sample(range(len(text)), min(self._random.choice((0, 0, 1, 4)), len(text))))
        return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    def _wrapped(self, run: str) -> str:
        drawn = self._random.random() if not self._plain else 1
        if drawn < 0.03:
            return f'<w:ins w:id="1" w:author="A">{run}</w:ins>'
        if drawn < 0.06:
            gone = '<w:del w:id="2" w:author="A"><w:r><w:delText>bản thảo cũ</w:delText></w:r></w:del>'
            return run + gone
        if drawn < 0.09:
            return f'<w:smartTag w:element="place">{run}</w:smartTag>'
        if drawn < 0.12:
            return run + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ghi chú ẩn</w:t></w:r>"
        if drawn < 0.15:
            return f'<w:fldSimple w:instr=" REF a ">{run}</w:fldSimple>'
        return run

    @staticmethod
    def _run(text: str, look: str) -> str:
        inner = "".join(
            {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part, f'<w:t xml:space="preserve">{escape(part)}</w:t>')
            for part in re.split(r"([\t\n])", text)
            if part
        )
        return f"<w:r><w:rPr>{look}</w:rPr>{inner}</w:r>"


def form(data: bytes) -> tuple[list[str], list[tuple[int, str, str]]]:
    """All words, and the headings, folded."""
    manuscript = unboxed(read(data))
    words = [word for p in manuscript.paragraphs for word in re.findall(r"\w+", fold(p.text))]
    heads = [
        (h.level, " ".join(re.findall(r"\w+", fold(h.label))), " ".join(re.findall(r"\w+", fold(h.title))))
        for piece in outline(manuscript).pieces
        for h in piece.headings
    ]
    return words, heads


def twins(seed: int) -> tuple[object, object]:
    """The form of a script written plainly, and of the same in the habits that a seed draws."""
    written = blocks(seed)
    return form(Mess(None).document(written)), form(Mess(seed).document(written))


def main(seeds: int) -> None:
    """Print the seeds that differ, and where first."""
    for seed in range(seeds):
        plain, mess = twins(seed)
        for one, other in zip(plain, mess, strict=True):
            if one != other:
                pairs = zip([*one, None], [*other, None], strict=False)
                sys.stdout.write(f"{seed}: {next((pair for pair in pairs if pair[0] != pair[1]), None)}\n")


if __name__ == "__main__":
    main(int((*sys.argv[1:], "50")[0]))
