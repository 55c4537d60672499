"""Reports as offices left them: old encodings, fonts that lie about them, runs cut anywhere.

    python -m tests.read.old_fonts [DOCUMENTS]     prints how many characters of each kind of document read right

The tables are written from the fonts' own charts, letter by letter, and share nothing with the reader's.
"""  # fmt: skip

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from html import escape
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import yaml

from service.read import read
from tests.read.builder import members, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parents[1] / "corpus"


def chart(pairs: str) -> dict[str, str]:
    """A table from pairs "letter:stored"."""
    return dict(pair.split(":") for pair in pairs.split(" "))


TCVN3 = chart(
    "à:µ á:¸ ả:¶ ã:· ạ:¹ ă:¨ ằ:» ắ:¾ ẳ:¼ ẵ:½ ặ:Æ â:© ầ:Ç ấ:Ê ẩ:È ẫ:É ậ:Ë đ:® è:Ì é:Ð ẻ:Î ẽ:Ï ẹ:Ñ ê:ª ề:Ò "
    "ế:Õ ể:Ó ễ:Ô ệ:Ö ì:× í:Ý ỉ:Ø ĩ:Ü ị:Þ ò:ß ó:ã ỏ:á õ:â ọ:ä ô:« ồ:å ố:è ổ:æ ỗ:ç ộ:é ơ:¬ ờ:ê ớ:í ở:ë ỡ:ì "
    "ợ:î ù:ï ú:ó ủ:ñ ũ:ò ụ:ô ư:\u00ad ừ:õ ứ:ø ử:ö ữ:÷ ự:ù ỳ:ú ý:ý ỷ:û ỹ:ü ỵ:þ Ă:¡ Â:¢ Ê:£ Ô:¤ Ơ:¥ Ư:¦ Đ:§"
)
VNI = chart(
    "à:aø á:aù ả:aû ã:aõ ạ:aï ă:aê ằ:aè ắ:aé ẳ:aú ẵ:aü ặ:aë â:aâ ầ:aà ấ:aá ẩ:aå ẫ:aã ậ:aä đ:ñ è:eø é:eù "
    "ẻ:eû ẽ:eõ ẹ:eï ê:eâ ề:eà ế:eá ể:eå ễ:eã ệ:eä ì:ì í:í ỉ:æ ĩ:ó ị:ò ò:oø ó:où ỏ:oû õ:oõ ọ:oï ô:oâ ồ:oà "
    "ố:oá ổ:oå ỗ:oã ộ:oä ơ:ô ờ:ôø ớ:ôù ở:ôû ỡ:ôõ ợ:ôï ù:uø ú:uù ủ:uû ũ:uõ ụ:uï ư:ö ừ:öø ứ:öù ử:öû ữ:öõ "
    "ự:öï ỳ:yø ý:yù ỷ:yû ỹ:yõ ỵ:î"
)
ODDITIES = (
    "Thư điện tử: hoikhuyenhoc@haiphong.gov.vn; điện thoại (0225) 3.842.111, máy lẻ 12.",
    "UBND, HKH, THCS, TTHTCĐ, GD&ĐT, QĐ-TTg, HĐND, ĐHQG, BCĐ, TƯ và các đơn vị khác.",
    "Chương trình “Học tập suốt đời” (Lifelong Learning) của UNESCO, Mr. John Smith, Microsoft Word 2010.",
    "Nghị quyết số 29-NQ/TW ngày 04/11/2013; đạt 98,5%, tăng 1.250 hội viên, từ 2015 – 2020.",
    "“Đoàn kết – Sáng tạo – Thiết thực – Hiệu quả”… v.v. và Ông Ích Khiêm, Ở Ðông Khê",
    "A. Ý nghĩa; B. Ưu điểm; C. Ở cơ sở; Ủy ban; Ấp; Ổn định; Ảnh; Áp dụng; Ế ẩm; Ỷ lại.",
    "khuyếch trương, ngoằn ngoèo, nghiêng ngả, khuỷu tay, quýnh, xoèn xoẹt, huơ, thuở, quạnh, giếng, ghẹ",
)
UNICODE_ODDITIES = (
    "Café, naïve, Müller, Société Générale, où, à la carte, Besançon, Ærø, Åsa, coöperate",
    "Nhiệt độ 25 °C, 50 µg, 10 µm, § 5, ± 2, 3 × 4 = 12, 8 ÷ 2, 12 m², ½ số hộ, © 2019, «Khuyến học»",
    "Bảng 1: à, á, ô, ơ – các chữ có dấu",
    "báo cáo là cho các cá tám máy có vé bò tò mò",
    "The annual report of the association was approved by the board; résumé attached.",
    "Les élèves de l’école française ont été reçus à l’hôtel de ville.",
)
PLAIN_FONTS = ("Times New Roman", "Arial", "Calibri")
OLD_FONTS = {"tcvn3": (".VnTime", ".VnArial", ".VnTime"), "vni": ("VNI-Times", "VNI-Helve")}
LETTER = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Kind:
    """How the paragraphs of a document are stored."""

    encodings: tuple[str, ...]
    """What a paragraph may be stored in, drawn at random."""
    lies: float = 0.0
    """Share of paragraphs in a font that promises something else."""
    mixed: bool = False
    """The encoding changes inside paragraphs."""
    stray: float = 0.0
    """Share of runs in a font of their own."""
    short: bool = False
    """Paragraphs are cells of one to four words."""
    odd: tuple[str, ...] = ODDITIES


KINDS = {
    "anything in anything": Kind(("tcvn3", "vni", "unicode"), lies=0.4, mixed=True, stray=0.15),
    "short cells, mixed, lies": Kind(("tcvn3", "unicode"), lies=0.5, short=True),
    "TCVN3, honest": Kind(("tcvn3",)),
    "VNI, honest": Kind(("vni",)),
    "TCVN3 in Times New Roman": Kind(("tcvn3",), lies=1),
    "VNI in Arial": Kind(("vni",), lies=1),
    "Unicode in an old font": Kind(("unicode",), lies=1, odd=ODDITIES + UNICODE_ODDITIES),
    "Unicode": Kind(("unicode",), odd=ODDITIES + UNICODE_ODDITIES),
    "paragraphs mixed, honest": Kind(("tcvn3", "vni", "unicode", "unicode")),
    "paragraphs mixed, half lies": Kind(("tcvn3", "unicode"), lies=0.5),
    "runs mixed, honest": Kind(("tcvn3", "unicode"), mixed=True),
    "TCVN3, stray fonts": Kind(("tcvn3",), stray=0.25),
    "VNI, stray fonts": Kind(("vni",), stray=0.25),
    "Unicode, stray old fonts": Kind(("unicode",), stray=0.25, odd=ODDITIES + UNICODE_ODDITIES),
    "short cells, TCVN3 lies": Kind(("tcvn3",), lies=1, short=True),
    "short cells, VNI lies": Kind(("vni",), lies=1, short=True),
    "short cells, Unicode lies": Kind(("unicode",), lies=1, short=True),
    "short cells, mixed, honest": Kind(("tcvn3", "unicode"), short=True),
}


@cache
def sentences() -> list[str]:
    """Every line of the corpus' reports."""
    found: list[str] = []
    for path in sorted(CORPUS.glob("scripts*/*.yaml")):
        found += strings(yaml.safe_load(path.read_text("utf-8"))["blocks"])
    return [line for line in found if len(line) > 3]


def strings(value: object) -> Iterator[str]:
    """All strings inside a loaded YAML value."""
    if isinstance(value, str):
        yield " ".join(unicodedata.normalize("NFC", value).split())
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def encode(text: str, encoding: str) -> str:
    """Text as its letters are stored; accented capitals of TCVN3 become small ones, as in typing."""
    if encoding == "tcvn3":
        return "".join(TCVN3.get(one) or TCVN3.get(one.lower(), one) for one in text)
    if encoding == "vni":
        return "".join(VNI[one] if one in VNI else VNI.get(one.lower(), one.lower()).upper() if one.isupper() else one
                       for one in text)  # fmt: skip
    return text


class Writer:
    """Writes one document of a kind, and what it must read as."""

    def __init__(self, kind: Kind, seed: int, lines: list[str]) -> None:
        self._kind, self._random, self._lines = kind, Random(seed), lines

    def document(self, paragraphs: int = 30) -> tuple[bytes, list[str]]:
        """A Word file and the text of its paragraphs."""
        written = [self._paragraph(self._line()) for _ in range(paragraphs)]
        return zipped(members("".join(f"<w:p>{xml}</w:p>" for xml, _ in written))), [text for _, text in written]

    def _line(self) -> str:
        line = self._random.choice(self._lines if self._random.random() < 0.8 else self._kind.odd)
        line = line.replace("Ð", "Đ")
        if self._kind.short:
            words = line.split()
            start = self._random.randrange(len(words))
            line = " ".join(words[start : start + self._random.randint(1, 4)])
        return line.upper() if self._random.random() < 0.1 else line

    def _paragraph(self, line: str) -> tuple[str, str]:
        words = line.split(" ")
        cut = self._random.randrange(len(words)) if self._kind.mixed else 0
        parts = [" ".join(words[:cut]) + " ", " ".join(words[cut:])] if cut else [line]
        lies = self._random.random() < self._kind.lies
        stretches = [self._stretch(part, self._random.choice(self._kind.encodings), lies=lies) for part in parts]
        return "".join(xml for xml, _ in stretches), "".join(text for _, text in stretches)

    def _stretch(self, text: str, encoding: str, *, lies: bool) -> tuple[str, str]:
        old = self._random.choice(OLD_FONTS[encoding if encoding in OLD_FONTS else "tcvn3"])
        font = self._random.choice(PLAIN_FONTS) if (encoding == "unicode") != lies else old
        runs = []
        if encoding != "tcvn3":
            runs = [(encode(text, encoding), font)]
        else:
            for word in re.split(r"(\s+)", text):  # a capitals font for words in capitals, and for accented initials
                runs += self._tcvn3_runs(word, font, lies=lies)
            text = "".join(shown for _, _, shown in runs)
        return "".join(self._run(piece, name) for piece, name in self._cut([run[:2] for run in runs])), text

    def _tcvn3_runs(self, word: str, font: str, *, lies: bool) -> list[tuple[str, str, str]]:
        letters = "".join(LETTER.findall(word))
        if len(letters) > 1 and letters.isupper() and len([one for one in letters if one.isascii()]) > 1:
            return [(encode(word, "tcvn3"), font, word)]
        found = []
        for one in word:
            accented = one.isupper() and not one.isascii() and one not in "ĂÂÊÔƠƯĐ"
            shown = one.lower() if accented and lies else one
            found.append((encode(one, "tcvn3"), font + "H" if accented and not lies else font, shown))
        return found

    def _cut(self, runs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Runs of one font joined, then cut at random; some pieces in a font of their own."""
        joined: list[tuple[str, str]] = []
        for text, font in runs:
            if joined and joined[-1][1] == font:
                joined[-1] = joined[-1][0] + text, font
            else:
                joined.append((text, font))
        for text, font in joined:
            start = 0
            while start < len(text):
                stop = start + self._random.randint(1, 40)
                stray = self._random.random() < self._kind.stray and not font.endswith("H")
                other = PLAIN_FONTS if font not in PLAIN_FONTS else OLD_FONTS["tcvn3"]
                yield text[start:stop], self._random.choice(other) if stray else font
                start = stop

    @staticmethod
    def _run(text: str, font: str) -> str:
        fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
        return f'<w:r>{fonts}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def wrong(text: str, expected: str) -> int:
    """How many characters of `expected` were read as something else, capitals and small letters alike."""
    text, expected = text.strip().lower(), expected.strip().lower()
    if text == expected:
        return 0
    kept = sum(block.size for block in SequenceMatcher(None, text, expected, autojunk=False).get_matching_blocks())
    return max(len(expected), len(text)) - kept


def measured(kind: Kind, seeds: range, lines: list[str]) -> tuple[int, int, list[tuple[str, str]]]:
    """Characters written, characters read wrong, and the lines where that happened."""
    total = bad = 0
    where = []
    for seed in seeds:
        data, expected = Writer(kind, seed, lines).document()
        for paragraph, wanted in zip(read(data).paragraphs, expected, strict=True):
            missed = wrong(paragraph.text, wanted)
            total, bad = total + len(wanted), bad + missed
            if missed:
                where.append((wanted, paragraph.text))
    return total, bad, where


def main(documents: int, shown: int) -> None:
    """Print the rates, and some of what was read wrong."""
    say = sys.stdout.write
    lines = sentences()
    for name, kind in KINDS.items():
        total, bad, where = measured(kind, range(documents), lines)
        say(f"{name:30} {total:8} characters  {100 * (1 - bad / total):8.3f} % right\n")
        for wanted, text in where[:shown]:
            say(f"    {wanted[:100]!r}\n    {text[:100]!r}\n")


if __name__ == "__main__":
    main(*(int(one) for one in (*sys.argv[1:], "20", "0")[:2]))
