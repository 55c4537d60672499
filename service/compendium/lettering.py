"""Text in the fonts of before Unicode, put into Unicode and into a font that has its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from service.compendium.schema import put
from service.model.manuscript import Place
from service.read.decoding import unify
from service.read.legacy import TELLTALE
from service.read.looks import SILENT, read_run
from service.read.shown import RunFormat, effective
from service.read.signs import symbol
from service.read.story import Draft
from service.read.xml import W, child

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.compendium.opened import Opened

_R, _T, _RPR = W + "r", W + "t", W + "rPr"
_SIGN, _OF_SIGN = W + "sym", W + "font"
_FONT = "Times New Roman"
_SAID = etree.XPath("string(.)", smart_strings=False)
_OLD_FONTS = (b".Vn", b"VNI-")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Lettering:
    """Knows how each run of one report is shown, as far as its words hang on it."""

    def __init__(self, opened: Opened) -> None:
        self._styles = opened.styles
        self._theme = opened.theme
        self._properties = opened.properties
        raw = (opened.raw, opened.raw_sheet)
        self.hides = any(b"w:vanish" in part for part in raw)
        """Whether anything in the report may be hidden."""
        named = any(name in part for name in _OLD_FONTS for part in raw)
        self.is_old = named or any(map(_is_old_name, opened.theme.values())) or _is_telling(opened)
        """Whether any font or letter of it speaks for an encoding of before Unicode."""

    def hidden(self, root: _Element) -> list[_Element]:
        """The runs below `root` that are hidden."""
        return [run for _, run, look in self._runs(root) if look.hidden]

    def decode(self, root: _Element) -> None:
        """Put what is in old fonts below `root` into Unicode, as the reader reads it."""
        for sign in [one for one in root.iter(_SIGN) if _is_old_name(one.get(_OF_SIGN, ""))]:
            said = symbol(sign.get(W + "char", ""), sign.get(_OF_SIGN, ""))
            sign.attrib.clear()
            sign.tag, sign.text = _T, said
        drafts: list[Draft] = []
        texts: list[list[tuple[_Element, _Element, RunFormat]]] = []
        paragraph: _Element | None = None
        for around, run, look in self._runs(root):
            if around is not paragraph:
                paragraph = around
                drafts.append(Draft(Place(), self._styles.of_paragraph(None), []))
                texts.append([])
            for text in run.iterchildren(_T):
                drafts[-1].pieces.append((text.text or "", look, None))
                texts[-1].append((text, run, look))
        unify(drafts)
        for draft, told in zip(drafts, texts, strict=True):
            for (said, _, _), (text, run, look) in zip(draft.pieces, told, strict=True):
                if said != text.text:
                    text.text = said
                    text.set(_SPACE, "preserve")
                if look.legacy:
                    _refont(run)
        refonted(root)

    def _runs(self, root: _Element) -> Iterator[tuple[_Element, _Element, RunFormat]]:
        for paragraph in root.iter(W + "p"):
            style = self._properties.paragraph(paragraph).style
            for run in paragraph.iter(_R):
                if _paragraph_of(run) is not paragraph:
                    continue
                rpr = child(run, _RPR)
                look = read_run(rpr, self._theme) if rpr is not None else SILENT
                character = self._styles.of_run(look.style) if look.style else SILENT
                yield paragraph, run, effective(look, character, style.run, SILENT, self._styles.defaults)


def _paragraph_of(run: _Element) -> _Element | None:
    around = run.getparent()
    while around is not None and around.tag != W + "p":
        around = around.getparent()
    return around


def _is_telling(opened: Opened) -> bool:
    return any(TELLTALE.search(str(_SAID(body))) for body in opened.bodies)


def _is_old_name(font: str) -> bool:
    return font.lower().startswith((".vn", "vni-"))


def _is_old(fonts: _Element) -> bool:
    return any(_is_old_name(str(value)) for value in fonts.values())


def _refont(run: _Element) -> None:
    rpr = child(run, _RPR)
    if rpr is None:
        rpr = etree.Element(_RPR)
        run.insert(0, rpr)
    put(rpr, etree.Element(W + "rFonts", {W + slot: _FONT for slot in ("ascii", "hAnsi", "cs", "eastAsia")}))


def refonted(root: _Element) -> None:
    """Name a font that has the letters of Unicode wherever an old one is named below `root`."""
    for fonts in root.iter(W + "rFonts"):
        if _is_old(fonts):
            for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(W + slot, _FONT)
