"""Small reports as officers type them, each line with what a reader would say of it, made into Word files.

A file of `reports/` holds one line a paragraph:

    =2 **I. KẾT QUẢ**       a heading of level 2, in bold; nothing marks a line that is none
    =+ **NHIỆM KỲ**         goes on with the heading above
    =2 **Quỹ:** Hội đã…     run in: where "||" parts the heading from its text, that is no part of it
    ^ centred   _ italic   ~ underlined   {16} of so many points   <h2> style   [box] text box   [I.] automatic number
    | a | b |               a row of a table; " // " parts the paragraphs of a cell
    a⏎b                     one paragraph with a line break; "=1" may stand before any of its lines
"""  # fmt: skip

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from service.language import closed_up, fold
from service.outline import outline, parted, unboxed
from service.read import read
from tests.read.builder import members, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

REPORTS = Path(__file__).parent / "reports"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    for n in range(1, 5)
)
_MARKS = re.compile(r"(?:\^|_(?=\S)|~|\{(\d+)\}|<h(\d)>|\[box\]|\[([^\]|]{1,6})\](?= ))\s*")
_LEVEL = re.compile(r"\s*=(\d|\+) ?")
Heading = tuple[int, str]
"""Level, and label with title, folded to words."""


class _Line(NamedTuple):
    level: str
    words: str


def expected(text: str) -> list[Heading]:
    """What a reader of the report calls headings."""
    found: list[Heading] = []
    for line in _lines(text):
        if line.level == "+":
            level, before = found[-1]
            found[-1] = (level, _words(f"{before} {line.words}"))
        elif line.level:
            found.append((int(line.level), _words(line.words)))
    return found


def outlined(text: str) -> list[Heading]:
    """What the program calls headings."""
    manuscript = parted(unboxed(read(document(text)))).manuscript
    return [(head.level, _words(head.text)) for piece in outline(manuscript).pieces for head in piece.headings]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _lines(text: str) -> Iterator[_Line]:
    for paragraph in _paragraphs(text):
        for line in paragraph.split("⏎"):
            level = _LEVEL.match(line)
            said = line[level.end() :] if level else line
            automatic = ""
            while mark := _MARKS.match(said):
                automatic, said = mark[3] or automatic, said[mark.end() :]
            title = closed_up(said.partition("||")[0].replace("**", ""))
            yield _Line(level[1] if level else "", f"{automatic} {title}")


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("|"):
            for cell in line.strip().strip("|").split(" | "):
                yield from cell.strip().split(" // ")
        else:
            yield line


def document(text: str) -> bytes:
    """The report as a Word file."""
    body, rows, numbers = [], [], _Numbers()
    for line in [*text.splitlines(), "#"]:
        if line.startswith("|"):
            cells = [cell.strip().split(" // ") for cell in line.strip().strip("|").split(" | ")]
            rows.append("".join(f"<w:tc>{''.join(_paragraph(one, numbers) for one in cell)}</w:tc>" for cell in cells))
            width = len(cells)
            continue
        if rows:
            grid = "<w:gridCol/>" * width
            body.append(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
            rows = []
        if not line.startswith("#"):
            body.append(_paragraph(line, numbers))
    return zipped(members("".join(body), styles=STYLES, numbering=numbers.part()))


class _Numbers:
    """A list of its own for each automatic label, so that any may stand anywhere."""

    def __init__(self) -> None:
        self._labels: list[str] = []

    def of(self, label: str) -> str:
        self._labels.append(label)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self._labels)}"/></w:numPr>'

    def part(self) -> str:
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
        kinds = [("bullet" if not label[:1].isalnum() else "none", escape(label)) for label in self._labels]
        return "".join(
            f'<w:abstractNum w:abstractNumId="{n}">{level.format(*kind)}</w:abstractNum>'
            for n, kind in enumerate(kinds, 1)
        ) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(kinds) + 1))


def _paragraph(line: str, numbers: _Numbers) -> str:
    line = _LEVEL.sub("", line) if _LEVEL.match(line) else line
    look = properties = style = ""
    box = False
    while mark := _MARKS.match(line):
        sign, line = mark[0].strip(), line[mark.end() :]
        look += {"_": "<w:i/>", "~": '<w:u w:val="single"/>'}.get(sign, "")
        look += f'<w:sz w:val="{2 * int(mark[1])}"/>' if mark[1] else ""
        style = f'<w:pStyle w:val="h{mark[2]}"/>' if mark[2] else style
        properties += numbers.of(mark[3]) if mark[3] else ""
        properties += '<w:jc w:val="center"/>' if sign == "^" else ""
        box = box or sign == "[box]"
    lines = [_LEVEL.sub("", part) if _LEVEL.match(part) else part for part in line.replace("||", "").split("⏎")]
    runs = "".join(_run(part, look, bold=n % 2 == 1) for n, part in enumerate("⏎".join(lines).split("**")) if part)
    xml = f"<w:p><w:pPr>{style}{properties}</w:pPr>{runs}</w:p>"
    boxed = f"<v:shape><v:textbox><w:txbxContent>{xml}</w:txbxContent></v:textbox></v:shape>"
    return f"<w:p><w:r><w:pict>{boxed}</w:pict></w:r></w:p>" if box else xml


def _run(text: str, look: str, *, bold: bool) -> str:
    inner = "".join(
        {"\t": "<w:tab/>", "⏎": "<w:br/>"}.get(part, f'<w:t xml:space="preserve">{escape(part)}</w:t>')
        for part in re.split(r"([\t⏎])", text)
        if part
    )
    return f"<w:r><w:rPr>{'<w:b/>' * bold}{look}</w:rPr>{inner}</w:r>"


def main(names: list[str]) -> None:
    """Show where the program and the reader differ."""
    same = 0
    files = [path for path in sorted(REPORTS.glob("*.txt")) if not names or any(name in path.name for name in names)]
    for path in files:
        text = path.read_text("utf-8")
        ours, theirs = outlined(text), expected(text)
        same += ours == theirs
        if ours != theirs:
            sys.stdout.write(f"{path.name}\n")
            sys.stdout.writelines(f"   missed {one}\n" for one in theirs if one not in ours)
            sys.stdout.writelines(f"   false  {one}\n" for one in ours if one not in theirs)
    sys.stdout.write(f"{same} of {len(files)} reports as a reader reads them\n")


if __name__ == "__main__":
    main(sys.argv[1:])
