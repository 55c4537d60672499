"""Styles: what a paragraph or a run looks like after its whole chain of styles is followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from service.read.looks import PLAIN, SILENT, ParagraphLook, RunLook, read_paragraph, read_run
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.fonts import Theme
    from service.read.stylesheet import Sheet

_MAX_CHAIN = 20
_HEADING = re.compile(r"(?:heading|tiêu đề|đầu đề|titre|überschrift|标题)\s?([1-9])")
_LOCAL_NAMES = {
    "bình thường": "normal",
    "tiêu đề": "title",
    "tiêu đề phụ": "subtitle",
    "đoạn của danh sách": "list paragraph",
    "thân văn bản": "body text",
}
_TOC = re.compile(r"(?:mục lục|toc)\s?([1-9])")


class Style(NamedTuple):
    """A style with everything it inherits."""

    name: str = "normal"
    paragraph: ParagraphLook = PLAIN
    run: RunLook = SILENT


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

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._theme = theme
        self._sheet = sheet
        self._resolved: dict[str, Style] = {}
        self._chains: dict[str, list[str]] = {}
        self.defaults = RunLook()
        self._paragraph_defaults = ParagraphLook()
        self.default_id = sheet.default_id
        if sheet.defaults is not None:
            self._read(sheet.defaults)

    def _read(self, defaults: _Element) -> None:
        run = defaults.find(f"{W}rPrDefault/{W}rPr")
        if run is not None:
            self.defaults = read_run(run, self._theme)
        paragraph = defaults.find(f"{W}pPrDefault/{W}pPr")
        if paragraph is not None:
            self._paragraph_defaults = read_paragraph(paragraph)

    def of_paragraph(self, ident: str | None) -> Style:
        """The style of a paragraph; the default one where it names none or one that isn't there."""
        if ident is not None and ident not in self._sheet:
            name = canonical(ident)
            if _HEADING.fullmatch(name):
                return Style(name, ParagraphLook(outline=int(name[-1]) - 1), RunLook())
        return self.get(ident if ident in self._sheet else self.default_id)

    def of_run(self, ident: str | None) -> RunLook:
        """The run properties of a character style."""
        return self.get(ident).run if ident in self._sheet else SILENT

    def get(self, ident: str | None) -> Style:
        """A style by its id, with what it inherits."""
        ident = ident or ""
        if ident not in self._resolved:
            self._resolved[ident] = self._resolve(ident)
        return self._resolved[ident]

    def chain(self, ident: str) -> list[str]:
        """The style and those it is based on, nearest first."""
        known = self._chains.get(ident)
        if known is None:
            known = self._chains[ident] = self._follow(ident)
        return known

    def _follow(self, ident: str) -> list[str]:
        links: list[str] = []
        while ident in self._sheet and ident not in links and len(links) < _MAX_CHAIN:
            links.append(ident)
            base = child(self._sheet[ident], W + "basedOn")
            ident = base.get(VAL, "") if base is not None else ""
        return links

    def elements(self, ident: str) -> list[_Element]:
        """The definitions of a style and of those it is based on, nearest first."""
        return [self._sheet[link] for link in self.chain(ident)]

    def _resolve(self, ident: str) -> Style:
        paragraph, run = ParagraphLook(), RunLook()
        for link in self.chain(ident):
            element = self._sheet[link]
            if (ppr := child(element, W + "pPr")) is not None:
                paragraph = paragraph.over(read_paragraph(ppr))
            if (rpr := child(element, W + "rPr")) is not None:
                run = run.over(read_run(rpr, self._theme))
            paragraph = paragraph.over(_built_in(self._name(link)))
        return Style(self._name(ident) or "normal", paragraph.over(self._paragraph_defaults), run)

    def _name(self, ident: str) -> str:
        if ident not in self._sheet:
            return ""
        name = child(self._sheet[ident], W + "name")
        return canonical(name.get(VAL, "") if name is not None else ident)


def _built_in(name: str) -> ParagraphLook:
    """Word gives its own heading styles a level even where the style sheet doesn't."""
    match = _HEADING.fullmatch(name)
    return ParagraphLook(outline=int(match[1]) - 1) if match else ParagraphLook()
