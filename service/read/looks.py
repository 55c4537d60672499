"""What property blocks say: the formatting that runs and paragraphs give themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.read.fonts import font_of
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.fonts import Theme

_OFF = frozenset({"0", "false", "off", "none"})


class RunLook(NamedTuple):
    """Run properties; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    size: float | None = None
    font: str | None = None
    style: str | None = None
    raised: bool | None = None

    def over(self, base: RunLook) -> RunLook:
        """These properties, and those of `base` where these are silent."""
        if base is SILENT:
            return self
        return RunLook(
            self.bold if self.bold is not None else base.bold,
            self.italic if self.italic is not None else base.italic,
            self.caps if self.caps is not None else base.caps,
            self.hidden if self.hidden is not None else base.hidden,
            self.underlined if self.underlined is not None else base.underlined,
            self.size if self.size is not None else base.size,
            self.font if self.font is not None else base.font,
            self.style if self.style is not None else base.style,
            self.raised if self.raised is not None else base.raised,
        )


class ParagraphLook(NamedTuple):
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


SILENT = RunLook()
PLAIN = ParagraphLook()


def is_on(element: _Element) -> bool:
    """Whether a switch such as `w:b` is on."""
    return element.get(VAL) not in _OFF


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


_B, _I, _SZ, _FONTS, _CAPS, _VANISH, _U, _STYLE, _RAISED = (
    W + name for name in ("b", "i", "sz", "rFonts", "caps", "vanish", "u", "rStyle", "vertAlign")
)
_OTHERS = frozenset((_SZ, _U, _STYLE, _RAISED))
_JC, _NUM, _OUTLINE, _BREAK = (W + name for name in ("jc", "numPr", "outlineLvl", "pageBreakBefore"))


def read_run(rpr: _Element, theme: Theme) -> RunLook:
    """The run properties that an `w:rPr` gives itself."""
    bold = italic = caps = hidden = None
    others: dict[str, str | None] = {}
    fonts = None
    for said in rpr:
        tag = said.tag
        if tag == _B:
            bold = is_on(said)
        elif tag == _I:
            italic = is_on(said)
        elif tag == _FONTS:
            fonts = said
        elif tag == _CAPS:
            caps = is_on(said)
        elif tag == _VANISH:
            hidden = is_on(said)
        elif tag in _OTHERS:
            others[tag] = said.get(VAL)
    underlined = others[_U] not in _OFF if _U in others else None
    raised = others[_RAISED] == "superscript" if _RAISED in others else None
    font = font_of(fonts, theme) if fonts is not None else None
    return RunLook(
        bold, italic, caps, hidden, underlined, half_points(others.get(_SZ)), font, others.get(_STYLE), raised
    )


def read_paragraph(ppr: _Element) -> ParagraphLook:
    """The paragraph properties that a `w:pPr` gives itself."""
    outline = centred = page_break = num_id = level = None
    for said in ppr:
        tag = said.tag
        if tag == _JC:
            centred = said.get(VAL) == "center"
        elif tag == _NUM:
            num_id, level = _numbered(said)
        elif tag == _OUTLINE:
            outline = whole(said.get(VAL))
        elif tag == _BREAK:
            page_break = is_on(said)
    return ParagraphLook(outline, centred, page_break, num_id, level)


def _numbered(element: _Element) -> tuple[str | None, int | None]:
    num, level = child(element, W + "numId"), child(element, W + "ilvl")
    return (num.get(VAL) if num is not None else None), (whole(level.get(VAL)) if level is not None else None)
