"""What the words of a document must be, found without the reader: plain lxml, or LibreOffice's own text export."""

from __future__ import annotations

import posixpath
import subprocess
import tempfile
import unicodedata
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from service.office import find
from service.read.finish import tidy
from service.read.legacy import Encoding, apply, of_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from service.model.manuscript import Manuscript

_OFF = {"0", "false", "off"}
_GONE = {"del", "moveFrom", "Fallback"}
_BREAKS = {"tab", "br", "cr", "ptab"}
_EXPORT = "txt:Text (encoded):UTF8"


class NoOracleError(Exception):
    """Nobody can say what the words of this file are."""


def words_of(text: str) -> Counter[str]:
    """Words as a multiset: composed, in small letters, since not every reader carries out `w:caps`."""
    return Counter(unicodedata.normalize("NFC", text).casefold().split())


def letters_of(text: str) -> Counter[str]:
    """Everything but spaces, as a multiset."""
    return Counter("".join(unicodedata.normalize("NFC", text).casefold().split()))


def lost(wanted: Counter[str], found: Counter[str]) -> tuple[float, list[str]]:
    """Which share of `wanted` is not in `found`, and what it is, the most frequent first."""
    missing = wanted - found
    return missing.total() / max(wanted.total(), 1), [item for item, _ in missing.most_common()]


def body_text(manuscript: Manuscript) -> str:
    """All that the reader shows of the body, and the prompts that it keeps apart and Word shows greyed."""
    return "\n".join([*(each.text for each in manuscript.paragraphs), *(each.text for each in manuscript.prompts)])


def whole_text(manuscript: Manuscript) -> str:
    """The body with automatic numbers, and notes, headers and footers."""
    lines = [f"{paragraph.label} {paragraph.text}" for paragraph in manuscript.paragraphs]
    return "\n".join((*lines, *(note.text for note in manuscript.notes)))


def unexplained(manuscript: Manuscript, theirs: str) -> list[str]:
    """Words of LibreOffice's text export that we neither show nor have a reason not to show.

    LibreOffice exports hidden text and tracked deletions as if they stood there, and the letters of a legacy font
    as they are stored.
    """
    aside = " ".join(one.text for one in (*manuscript.deletions, *manuscript.hidden, *manuscript.prompts))
    apart = unicodedata.normalize("NFC", aside).casefold()
    ours = words_of(f"{whole_text(manuscript)} {aside}")
    # Read as legacy first: "trÊn" is "trấn" in TCVN3, and "trên" only in a run of another font.
    encodings = sorted({Encoding.UNICODE, *(of_font(one.author) for one in manuscript.legacy)}, reverse=True)
    missing = []
    for word in theirs.split():
        readings = [tidy(apply(word, encoding)).casefold() for encoding in encodings]
        found = next((reading for reading in readings if ours[reading] > 0), "")
        ours[found] -= 1
        if not found and not any(_is_partly_apart(reading, ours, apart) for reading in readings):
            missing.append(word)
    return missing


def _is_partly_apart(word: str, ours: Counter[str], apart: str) -> bool:
    """Whether a word is deleted or hidden, whole or where it runs on from one that is shown."""
    ends = [at for at in range(1, len(word)) if ours[word[:at]] or ours[word[at:]]]
    return word in apart or any((word[at:] if ours[word[:at]] else word[:at]) in apart for at in ends)


def expected(data: bytes) -> str:
    """Every `w:t` of the main part but those deleted, hidden or stored as a fallback; one line a paragraph.

    Raises:
        NoOracleError: zip or XML can't be opened plainly.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            main = package.read(_main(package))
        return "".join(_shown(etree.fromstring(main, etree.XMLParser(huge_tree=True, resolve_entities=False))))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, OSError, RuntimeError, EOFError, ValueError) as error:
        raise NoOracleError(str(error)) from error


def _main(package: zipfile.ZipFile) -> str:
    for relation in etree.fromstring(package.read("_rels/.rels")):
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _shown(root: _Element) -> Iterator[str]:
    """Text in document order; with a stack, since files nest deeper than Python calls."""
    stack: list[_Element | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        name = _name(node)
        if name in _GONE or (name == "r" and _is_hidden(node)):
            continue
        if name == "t" and "wordprocessingml" in str(node.tag):
            yield node.text or ""
        elif name == "noBreakHyphen":
            yield "-"
        elif name in _BREAKS:
            yield " "
        elif name == "p":
            yield "\n"
            stack.append("\n")
        stack.extend(child for child in reversed(node) if isinstance(child.tag, str))


def _is_hidden(run: _Element) -> bool:
    marks = [mark for block in run if _name(block) == "rPr" for mark in block if _name(mark) == "vanish"]
    return any(not _OFF & set(mark.attrib.values()) for mark in marks)


def _name(node: _Element) -> str:
    return str(node.tag).rpartition("}")[2]


def office_texts(files: Mapping[str, bytes], seconds: float = 600) -> dict[str, str]:
    """What LibreOffice's text export shows of each file (its name's ending tells the format), in one start of it."""
    program = find()
    if program is None:
        raise NoOracleError("LibreOffice isn't installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        desk = Path(folder)
        (desk / "out").mkdir()
        for number, (name, data) in enumerate(files.items()):
            (desk / f"{number}{Path(name).suffix}").write_bytes(data)
        inputs = [str(desk / f"{number}{Path(name).suffix}") for number, name in enumerate(files)]
        profile = f"-env:UserInstallation={(desk / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", _EXPORT, "--outdir", str(desk / "out"), *inputs]
        subprocess.run(command, timeout=seconds, check=False, capture_output=True)
        results = {name: desk / "out" / f"{number}.txt" for number, name in enumerate(files)}
        return {name: path.read_text("utf-8-sig", "replace") for name, path in results.items() if path.is_file()}
