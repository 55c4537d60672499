"""Styles: what a paragraph or a run looks like after its whole chain of styles is followed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.read.fonts import font_of
from service.read.legacy import Encoding, of_font
from service.read.xml import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.fonts import Theme

_OFF = frozenset({"0", "false", "off", "none"})
_MAX_CHAIN = 50
_HEADING = re.compile(r"(?:heading|tiêu đề|đầu đề|titre|überschrift|标题)\s?([1-9])")
_LOCAL_NAMES = {
    "bình thường": "normal",
    "tiêu đề": "title",
    "tiêu đề phụ": "subtitle",
    "đoạn của danh sách": "list paragraph",
    "thân văn bản": "body text",
}
_TOC = re.compile(r"(?:mục lục|toc)\s?([1-9])")


@dataclass(frozen=True, slots=True)
class RunLook:
    """Run properties; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    size: float | None = None
    font: str | None = None
    style: str | None = None

    def over(self, base: RunLook) -> RunLook:
        """These properties, and those of `base` where these are silent."""
        return RunLook(
            self.bold if self.bold is not None else base.bold,
            self.italic if self.italic is not None else base.italic,
            self.caps if self.caps is not None else base.caps,
            self.hidden if self.hidden is not None else base.hidden,
            self.underlined if self.underlined is not None else base.underlined,
            self.size if self.size is not None else base.size,
            self.font if self.font is not None else base.font,
            self.style if self.style is not None else base.style,
        )


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """Paragraph properties; None where nothing is said."""

    outline: int | None = None
    centred: bool | None = None
    page_break: bool | None = None
    num_id: str | None = None
    level: int | None = None

    def over(self, base: ParagraphLook) -> ParagraphLook:
        """These properties, and those of `base` where these are silent."""
        return ParagraphLook(
            self.outline if self.outline is not None else base.outline,
            self.centred if self.centred is not None else base.centred,
            self.page_break if self.page_break is not None else base.page_break,
            self.num_id if self.num_id is not None else base.num_id,
            self.level if self.level is not None else base.level,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits."""

    name: str = "normal"
    paragraph: ParagraphLook = ParagraphLook()
    run: RunLook = RunLook()


SILENT = RunLook()
PLAIN = ParagraphLook()


def is_on(element: _Element) -> bool:
    """Whether a switch such as `w:b` is on."""
    return element.get(VAL) not in _OFF


def read_run(rpr: _Element, theme: Theme) -> RunLook:
    """The run properties that an `w:rPr` gives itself."""
    bold = italic = caps = hidden = underlined = size = font = style = None
    for child in rpr:
        tag = child.tag
        if tag == _B:
            bold = is_on(child)
        elif tag == _I:
            italic = is_on(child)
        elif tag == _SZ:
            size = half_points(child.get(VAL))
        elif tag == _FONTS:
            font = font_of(child, theme)
        elif tag == _CAPS:
            caps = is_on(child)
        elif tag == _VANISH:
            hidden = is_on(child)
        elif tag == _U:
            underlined = is_on(child)
        elif tag == _STYLE:
            style = child.get(VAL)
    return RunLook(bold, italic, caps, hidden, underlined, size, font, style)


_B, _I, _SZ, _FONTS, _CAPS, _VANISH, _U, _STYLE = (
    W + name for name in ("b", "i", "sz", "rFonts", "caps", "vanish", "u", "rStyle")
)


def half_points(value: str | None) -> float | None:
    """A size in half points ("28", or "14pt" in the strict dialect) as points."""
    if not value:
        return None
    try:
        return float(value.removesuffix("pt")) if value.endswith("pt") else float(value) / 2
    except ValueError:
        return None


def whole(value: str | None) -> int | None:
    """An integer attribute, None where it is missing or no number."""
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None


def read_paragraph(ppr: _Element) -> ParagraphLook:
    """The paragraph properties that a `w:pPr` gives itself."""
    outline = centred = page_break = num_id = level = None
    for child in ppr:
        tag = child.tag
        if tag == _JC:
            centred = child.get(VAL) == "center"
        elif tag == _NUM:
            num_id, level = _numbered(child)
        elif tag == _OUTLINE:
            outline = whole(child.get(VAL))
        elif tag == _BREAK:
            page_break = is_on(child)
    return ParagraphLook(outline, centred, page_break, num_id, level)


_JC, _NUM, _OUTLINE, _BREAK = (W + name for name in ("jc", "numPr", "outlineLvl", "pageBreakBefore"))


def _numbered(element: _Element) -> tuple[str | None, int | None]:
    num, level = element.find(W + "numId"), element.find(W + "ilvl")
    return (num.get(VAL) if num is not None else None), (whole(level.get(VAL)) if level is not None else None)


def canonical(name: str) -> str:
    """A style's name in lower case, localised names of headings and the like in English."""
    lower = " ".join(name.partition(",")[0].lower().split())
    if match := _HEADING.fullmatch(lower):
        return f"heading {match[1]}"
    if match := _TOC.fullmatch(lower):
        return f"toc {match[1]}"
    return _LOCAL_NAMES.get(lower, lower)


class Styles:
    """The style sheet; every chain is followed once."""

    def __init__(self, root: _Element | None, theme: Theme) -> None:
        self._theme = theme
        self._elements: dict[str, _Element] = {}
        self._resolved: dict[str, Style] = {}
        self.defaults = RunLook()
        self._paragraph_defaults = ParagraphLook()
        self.default_id = ""
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        for element in root.iterchildren(W + "style"):
            ident = element.get(W + "styleId", "")
            self._elements.setdefault(ident, element)
            if element.get(W + "type", "paragraph") == "paragraph" and element.get(W + "default") in {
                "1",
                "true",
                "on",
            }:
                self.default_id = ident
        run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if run is not None:
            self.defaults = read_run(run, self._theme)
        paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        if paragraph is not None:
            self._paragraph_defaults = read_paragraph(paragraph)

    def of_paragraph(self, ident: str | None) -> Style:
        """The style of a paragraph; the default one where it names none or one that isn't there."""
        if ident is not None and ident not in self._elements:
            name = canonical(ident)
            if _HEADING.fullmatch(name):
                return Style(name, ParagraphLook(outline=int(name[-1]) - 1), RunLook())
        return self.get(ident if ident in self._elements else self.default_id)

    def of_run(self, ident: str | None) -> RunLook:
        """The run properties of a character style."""
        return self.get(ident).run if ident in self._elements else SILENT

    def get(self, ident: str | None) -> Style:
        """A style by its id, with what it inherits."""
        ident = ident or ""
        if ident not in self._resolved:
            self._resolved[ident] = self._resolve(ident)
        return self._resolved[ident]

    def chain(self, ident: str) -> list[str]:
        """The style and those it is based on, nearest first."""
        links: list[str] = []
        while ident in self._elements and ident not in links and len(links) < _MAX_CHAIN:
            links.append(ident)
            base = self._elements[ident].find(W + "basedOn")
            ident = base.get(VAL, "") if base is not None else ""
        return links

    def _resolve(self, ident: str) -> Style:
        paragraph, run = ParagraphLook(), RunLook()
        for link in self.chain(ident):
            element = self._elements[link]
            if (ppr := element.find(W + "pPr")) is not None:
                paragraph = paragraph.over(read_paragraph(ppr))
            if (rpr := element.find(W + "rPr")) is not None:
                run = run.over(read_run(rpr, self._theme))
            paragraph = paragraph.over(_built_in(self._name(link)))
        return Style(self._name(ident) or "normal", paragraph.over(self._paragraph_defaults), run)

    def _name(self, ident: str) -> str:
        element = self._elements.get(ident)
        if element is None:
            return ""
        name = element.find(W + "name")
        return canonical(name.get(VAL, "") if name is not None else ident)


def _built_in(name: str) -> ParagraphLook:
    """Word gives its own heading styles a level even where the style sheet doesn't."""
    match = _HEADING.fullmatch(name)
    return ParagraphLook(outline=int(match[1]) - 1) if match else ParagraphLook()


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How the text of a run is shown, everything considered."""

    bold: bool
    italic: bool
    caps: bool
    hidden: bool
    underlined: bool
    size: float
    font: str
    legacy: bool = False
    """The font's name promises an encoding of before Unicode."""


WORD_SIZE = 10.0
"""The size in points that Word gives where nothing says one."""


def effective(direct: RunLook, character: RunLook, paragraph: RunLook, defaults: RunLook) -> RunFormat:
    """Combine what the run, its character style, its paragraph's style and the defaults say."""
    plain = direct.over(character).over(paragraph).over(defaults)
    return RunFormat(
        bold=_toggle(direct.bold, character.bold, paragraph.bold, defaults.bold),
        italic=_toggle(direct.italic, character.italic, paragraph.italic, defaults.italic),
        caps=_toggle(direct.caps, character.caps, paragraph.caps, defaults.caps),
        hidden=_toggle(direct.hidden, character.hidden, paragraph.hidden, defaults.hidden),
        underlined=bool(plain.underlined),
        size=plain.size or WORD_SIZE,
        font=plain.font or "",
        legacy=of_font(plain.font or "") is not Encoding.UNICODE,
    )


def _toggle(*said: bool | None) -> bool:
    """Direct formatting decides; else the styles cancel each other out, over the document's default."""
    direct, character, paragraph, default = said
    if direct is not None:
        return direct
    return (bool(character) != bool(paragraph)) or bool(default and character is None and paragraph is None)
