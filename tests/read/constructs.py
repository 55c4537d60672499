"""Small files, each with one construct of Word, and what Word shows of them.

The words of each file are few and differ from each other, so that a word that is missing, doubled, out of order or
leaked is seen at once. `test_constructs.py` asks our reader; `bench/constructs.py` asks others.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.read.builder import MAIN, members, relation, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Construct:
    """One file and what Word shows of it."""

    name: str
    data: bytes
    shows: tuple[str, ...]
    """Visible words, in order; each once."""
    beside: tuple[str, ...] = ()
    """Visible words that stand beside the text (notes, headers): once, wherever a reader puts them."""
    hides: tuple[str, ...] = ()
    """Words that Word doesn't show in the text."""
    levels: Mapping[str, int] = field(default_factory=dict)
    """Headings and their level, from 1."""


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Binhthng"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="BangThngthng"><w:name w:val="Normal Table"/></w:style>'
)
"""The styles that every file of Word's own has."""

ROWS: list[Construct] = []


def row(
    name: str,
    body: str = "",
    shows: str = "",
    *,
    beside: str = "",
    hides: str = "",
    levels: Mapping[str, int] | None = None,
    change: Callable[[dict[str, str | bytes]], object] | None = None,
    data: bytes = b"",
    **parts: object,
) -> None:
    """Add a file; several words are parted by a bar."""
    if not data:
        parts.setdefault("styles", STYLES)
        package = members(body, **parts)  # type: ignore[arg-type]
        package = (change(package) if change else None) or package  # type: ignore[assignment]
        data = zipped(package)
    ROWS.append(Construct(name, data, _words(shows), _words(beside), _words(hides), levels or {}))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split("|") if word.strip())


def t(text: str, properties: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{inside if inside.startswith('<') else t(inside)}</w:p>"


def style(ident: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    """A style."""
    return f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name}"/>{inside}</w:style>'


def styled(ident: str, text: str) -> str:
    """A paragraph of a style."""
    return p(text, f'<w:pStyle w:val="{ident}"/>')


def tc(inside: str, properties: str = "") -> str:
    """A cell; plain words become a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """A table."""
    widest = max(one.count("<w:tc>") for one in rows)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{'<w:gridCol/>' * widest}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def char(kind: str) -> str:
    """One of the three signs of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    """A field's code."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def box(inside: str) -> str:
    """The content of a text box."""
    return f"<w:txbxContent>{p(inside)}</w:txbxContent>"


def shape(inside: str) -> str:
    """A text box as newer files have it."""
    return (
        '<w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="Hinh"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/>'
        f"<wps:txbx>{box(inside)}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def vml(inside: str) -> str:
    """A text box as older files have it."""
    return f"<w:pict><v:shape><v:textbox>{box(inside)}</v:textbox></v:shape></w:pict>"


def level(depth: int, kind: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str) -> str:
    """One list with its levels."""
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def item(text: str, depth: int = 0) -> str:
    """A paragraph of that list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')


def typed(name: str, kind: str) -> Callable[[dict[str, str | bytes]], None]:
    """Declare the content type of a part."""

    def change(package: dict[str, str | bytes]) -> None:
        types = str(package["[Content_Types].xml"])
        package["[Content_Types].xml"] = types.replace(
            "</Types>", f'<Override PartName="/word/{name}" ContentType="{kind}"/></Types>'
        )

    return change


def chunk(name: str, kind: str, content: str | bytes, shows: str, *, encoding: str = "utf-8") -> None:
    """A row whose text comes from a foreign document inside."""
    data = content.encode(encoding) if isinstance(content, str) else content
    row(
        f"altChunk {name.rpartition('.')[2]}",
        p("Mở đầu") + '<w:altChunk r:id="rIdC"/>' + p("Kết thúc"),
        f"Mở đầu | {shows} | Kết thúc",
        relations=relation("rIdC", "aFChunk", name),
        extra={f"word/{name}": data},
        change=typed(name, kind),
    )


def retyped(kind: str) -> Callable[[dict[str, str | bytes]], None]:
    """Another content type for the main part."""

    def change(package: dict[str, str | bytes]) -> None:
        package["[Content_Types].xml"] = str(package["[Content_Types].xml"]).replace(MAIN, kind)

    return change


def faults(construct: Construct, text: str, beside: str = "", levels: Mapping[str, int] | None = None) -> list[str]:
    """What is lost (-), doubled, leaked or out of order (+) in what a reader made of a file.

    Args:
        construct: The file and what it shows.
        text: What the reader gives as the text.
        beside: What it gives as notes; a reader that doesn't part them leaves this out.
        levels: Level of each heading; a reader that gives none is judged by the words alone.
    """
    text, whole = _flat(text), _flat(f"{text} {beside}")
    found = [f"- {words}" for words in construct.shows if words not in text]
    found += [f"- {words}" for words in construct.beside if words not in whole]
    found += [f"+ {words}" for words in (*construct.shows, *construct.beside) if whole.count(words) > 1]
    found += [f"+ {words}" for words in construct.hides if words in whole]
    places = [text.find(words) for words in construct.shows]
    if not found and places != sorted(places):
        found.append("+ out of order")
    if levels is not None and not found:
        found += [f"- level of {words}" for words, level in construct.levels.items() if levels.get(words) != level]
    return found


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\u2011", "-").split())
