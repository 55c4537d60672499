"""The theme's fonts, by which a run may name its font indirectly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.xml import A, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

Theme = dict[str, str]
"""Font name by "major" and "minor"."""


def read_theme(root: _Element | None) -> Theme:
    """The Latin typefaces of a theme part."""
    theme: Theme = {}
    if root is not None:
        for kind in ("major", "minor"):
            latin = next(root.iter(f"{A}{kind}Font"), None)
            face = child(latin, f"{A}latin") if latin is not None else None
            if face is not None:
                theme[kind] = face.get("typeface", "")
    return theme


def font_of(fonts: _Element, theme: Theme) -> str | None:
    """The font that a `w:rFonts` gives to Vietnamese letters; None where it gives none.

    Letters beyond ASCII take hAnsi; ascii stands in for it, and wins where it alone is a legacy font.
    """
    high, low = (_named(fonts, name, theme) for name in ("hAnsi", "ascii"))
    if high and low and low.startswith((".Vn", "VNI-")) and not high.startswith((".Vn", "VNI-")):
        return low
    return high or low


def _named(fonts: _Element, name: str, theme: Theme) -> str | None:
    themed = fonts.get(f"{W}{name}Theme")
    if themed:
        return theme.get(themed[:5]) or fonts.get(W + name)
    return fonts.get(W + name)
