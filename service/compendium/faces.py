"""What a theme lends to the text: its fonts and colours, said outright, since the compendium has a theme of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from service.read.xml import A, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_FONTS = W + "rFonts"
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_KINDS = {"ascii": "latin", "hAnsi": "latin", "eastAsia": "ea", "cs": "cs"}
_TINTS = tuple(
    W + name
    for name in ("themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade")
)  # fmt: skip
_SCHEME = A + "schemeClr"
_ALIASES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


class Faces:
    """The fonts and colours of one theme."""

    def __init__(self, theme: _Element | None) -> None:
        self._faces: dict[tuple[str, str], str] = {}
        self._colours: dict[str, str] = {}
        if theme is None:
            return
        for kind in ("major", "minor"):
            fonts = next(theme.iter(f"{A}{kind}Font"), None)
            for script in ("latin", "ea", "cs"):
                face = child(fonts, A + script) if fonts is not None else None
                if face is not None and face.get("typeface"):
                    self._faces[kind, script] = face.get("typeface", "")
        scheme = next(theme.iter(A + "clrScheme"), None)
        for colour in scheme if scheme is not None else ():
            said = next(iter(colour), None)
            if said is not None:
                self._colours[etree.QName(colour).localname] = said.get("lastClr", said.get("val", ""))

    @staticmethod
    def are_named_in(part: bytes) -> bool:
        """Whether a part, before it is parsed, may name anything of a theme."""
        return b"heme" in part

    def say_outright(self, root: _Element) -> None:
        """Put fonts and colours in the place of their names in the theme, everywhere below `root`."""
        for fonts in root.iter(_FONTS):
            self._fonts(fonts)
        etree.strip_attributes(root, *_TINTS)
        for colour in list(root.iter(_SCHEME)):
            self._colour(colour)

    def _fonts(self, fonts: _Element) -> None:
        for slot in _SLOTS:
            name = W + ("cstheme" if slot == "cs" else f"{slot}Theme")
            themed = fonts.get(name)
            if themed is None:
                continue
            del fonts.attrib[name]
            face = self._faces.get((themed[:5], _KINDS[slot]))
            if face:
                fonts.set(W + slot, face)

    def _colour(self, colour: _Element) -> None:
        name = colour.get("val", "")
        value = self._colours.get(_ALIASES.get(name, name))
        if value and len(value) == 6:
            colour.tag = A + "srgbClr"
            colour.set("val", value)
