"""Which constructs of Word each reader keeps: ours and, as far as they are installed, others'.

    python bench/constructs.py [--write docs/constructs.md]

The files are those of tests/read. Nothing here is a dependency of the project; a reader that isn't there is left
out. Each reader runs in a process of its own, since some take the interpreter with them.
"""

# ruff: noqa: PLC0415 - a reader that isn't installed is left out

from __future__ import annotations

import faulthandler
import html
import platform
import re
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.read import construct_body, construct_files, construct_more, construct_odd, construct_packed  # noqa: E402, F401 - each fills the table
from tests.read.constructs import ROWS, Construct, faults  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 60
HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
MARKUP = re.compile(r"\\(?=[^\w])|\*+|(?<!\w)_+|_+(?!\w)|~~|<[^>]{1,200}>")

PAGE = """# Constructs of Word and who keeps them

Made by `python bench/constructs.py --write docs/constructs.md` with Python {python}; the files are those of
`tests/read/construct_*.py`. The score counts the y.

y: everything that Word shows is there once and in order, and nothing else. h: only the heading's level is lost.
-: words lost. +: words doubled, leaked or out of order. E: refused with an error. T: not done after {seconds} s.

| construct | {head} |
|---|{line}
{rows}

## What isn't read, and why

- A `LISTNUM` field without a stored result: its level hangs on the list around it in a way that isn't written down.
- The number of an `AUTONUMLGL` or `AUTONUMOUT` field in a plain paragraph below headings that are numbered so.
- `EQ` fields other than one fraction, and what Word computes only as it opens a file: today's date (`w:dayLong`), a
  page's number in the text, `SEQ` without a stored result, the value behind a control that shows its prompt.
- Subdocuments, linked files and pictures of embedded objects: what they show isn't in the file as text.
- A control of more than 300 letters that still carries the mark of a prompt is read as text, since a program that
  fills templates may have left the mark.
"""

Text = tuple[str, dict[str, int] | None]
"""What a reader gives: text and, where it knows levels, the level of each heading."""


def ours(file: Path) -> Text:
    from service.read import read

    manuscript = read(file.read_bytes())
    levels = {p.text: p.look.outline_level + 1 for p in manuscript.paragraphs if p.look.outline_level is not None}
    lines = [f"{p.label} {p.text}" for p in manuscript.paragraphs] + [note.text for note in manuscript.notes]
    return "\n".join(lines), levels


def python_docx(file: Path) -> Text:
    import docx

    def blocks(container: object) -> list[str]:
        found = []
        for block in container.iter_inner_content():  # type: ignore[attr-defined]
            if isinstance(block, docx.table.Table):
                found += [line for row in block.rows for cell in row.cells for line in blocks(cell)]
            else:
                found.append(block.text)
                if (block.style.name or "").lower().startswith("heading "):
                    levels[block.text] = int(block.style.name[-1])
        return found

    levels: dict[str, int] = {}
    return "\n".join(blocks(docx.Document(str(file)))), levels


def docx2python(file: Path) -> Text:
    from docx2python import docx2python as convert

    with convert(file) as content:
        return content.text, None


def paged(page: str) -> Text:
    """A web page without its tags, and its headings."""
    levels = {html.unescape(re.sub(r"<[^>]+>", "", words)).strip(): int(level)
              for level, words in re.findall(r"<h([1-6])[^>]*>(.*?)</h", page)}  # fmt: skip
    return html.unescape(re.sub(r"<[^>]+>", "\n", page)), levels


def mammoth(file: Path) -> Text:
    import mammoth as library

    with file.open("rb") as opened:
        return paged(library.convert_to_html(opened).value)


def marked(text: str) -> Text:
    """Markdown without its marks, and its headings."""
    text = LINK.sub(r"\1", text)
    levels = {MARKUP.sub("", words).strip(): len(signs) for signs, words in HEADING.findall(text)}
    return MARKUP.sub("", text), levels


def markitdown(file: Path) -> Text:
    from markitdown import MarkItDown

    return marked(MarkItDown().convert(str(file)).text_content)


def all2md(file: Path) -> Text:
    from all2md import to_markdown

    return marked(to_markdown(str(file)))


def kreuzberg(file: Path) -> Text:
    from kreuzberg import ExtractionConfig, extract_file_sync

    return marked(extract_file_sync(str(file), config=ExtractionConfig(output_format="markdown")).content)


def pandoc(file: Path) -> Text:
    import pypandoc

    return paged(pypandoc.convert_file(str(file), "html", format="docx", extra_args=["--wrap=none"]))


READERS: dict[str, tuple[Callable[[Path], Text], str]] = {
    "tongket": (ours, ""),
    "python-docx": (python_docx, "python-docx"),
    "docx2python": (docx2python, "docx2python"),
    "mammoth": (mammoth, "mammoth"),
    "markitdown": (markitdown, "markitdown"),
    "all2md": (all2md, "all2md"),
    "kreuzberg": (kreuzberg, "kreuzberg"),
    "pandoc": (pandoc, "pypandoc_binary"),
}


def mark(construct: Construct, text: Text) -> str:
    """`y` kept, `-` lost, `+` leaked, doubled or out of order; `h` where only the heading's level is lost."""
    found = faults(construct, text[0])
    if not found:
        levels = text[1] if text[1] is not None else {}
        return "h" if faults(construct, text[0], levels=levels) else "y"
    return "".join(sorted({fault[0] for fault in found}, reverse=True))


def work(name: str, folder: Path, start: int) -> None:
    """In a process of its own: read the files from `start` on and print their marks; give up at one that takes long."""
    for number in range(start, len(ROWS)):
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        try:
            found = mark(ROWS[number], READERS[name][0](folder / f"{number}.docx"))
        except (Exception, RecursionError):  # noqa: BLE001 - whatever it is, the row says so
            found = "E"
        faulthandler.cancel_dump_traceback_later()
        print(found, flush=True)


def judged(name: str, folder: Path) -> list[str]:
    """The marks of one reader on all files; it starts anew behind a file that ends it."""
    marks: list[str] = []
    while len(marks) < len(ROWS):
        command = [sys.executable, __file__, "--one", name, str(folder), str(len(marks))]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        marks += [line for line in ended.stdout.splitlines() if re.fullmatch("[yhET+-]{1,2}", line)]
        if ended.returncode and len(marks) < len(ROWS):
            marks.append("T" if "Timeout" in ended.stderr else "E")
    return marks


def installed() -> dict[str, str]:
    """The readers that are here, with their versions."""
    found = {}
    for name, (_, distribution) in READERS.items():
        try:
            found[name] = version(distribution) if distribution else ""
        except PackageNotFoundError:
            continue
    if "pandoc" in found:
        import pypandoc

        found["pandoc"] = pypandoc.get_pandoc_version()
    return found


def table(readers: dict[str, str], marks: dict[str, list[str]]) -> str:
    """The result as a page."""
    head = [f"{name} {number}".strip() for name, number in readers.items()]
    scores = [f"**{marks[name].count('y')}**" for name in readers]
    rows = [f"| {row.name.replace('|', '/')} | {' | '.join(marks[name][n] for name in readers)} |"
            for n, row in enumerate(ROWS)]  # fmt: skip
    return PAGE.format(
        python=platform.python_version(),
        seconds=SECONDS,
        head=" | ".join(head),
        line="---|" * len(head),
        rows="\n".join([f"| **kept of {len(ROWS)}** | {' | '.join(scores)} |", *rows]),
    )


def main(arguments: list[str]) -> None:
    """Judge all readers on all files and print the table."""
    if arguments[:1] == ["--one"]:
        work(arguments[1], Path(arguments[2]), int(arguments[3]))
        return
    readers = installed()
    with tempfile.TemporaryDirectory() as folder:
        for number, construct in enumerate(ROWS):
            (Path(folder) / f"{number}.docx").write_bytes(construct.data)
        marks = {name: judged(name, Path(folder)) for name in readers}
    page = table(readers, marks)
    if arguments[:1] == ["--write"]:
        Path(arguments[1]).write_text(page, "utf-8")
    print(page)


if __name__ == "__main__":
    main(sys.argv[1:])
