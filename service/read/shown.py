"""How a run is shown once its own formatting, its styles, its table's style and the defaults are combined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.read.legacy import Encoding, of_font
from service.read.signs import is_symbol_font

if TYPE_CHECKING:
    from service.read.looks import RunLook

WORD_SIZE = 10.0
"""The size in points that Word gives where nothing says one."""


class RunFormat(NamedTuple):
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
    signs: bool = False
    """The font shows signs for letters."""
    raised: bool = False
    """It stands above the line."""
    special: bool = False
    """Its letters may not be what they look like: `signs` or `raised`."""


def effective(direct: RunLook, character: RunLook, paragraph: RunLook, table: RunLook, defaults: RunLook) -> RunFormat:
    """Combine what the run, its character style, its paragraph's style, its table's style and the defaults say."""
    plain = direct.over(character).over(paragraph).over(table).over(defaults)
    signs, raised = is_symbol_font(plain.font or ""), bool(plain.raised)
    return RunFormat(
        bold=_toggle(direct.bold, character.bold, paragraph.bold, table.bold, defaults.bold),
        italic=_toggle(direct.italic, character.italic, paragraph.italic, table.italic, defaults.italic),
        caps=_toggle(direct.caps, character.caps, paragraph.caps, table.caps, defaults.caps),
        hidden=_toggle(direct.hidden, character.hidden, paragraph.hidden, table.hidden, defaults.hidden),
        underlined=bool(plain.underlined),
        size=plain.size or WORD_SIZE,
        font=plain.font or "",
        legacy=of_font(plain.font or "") is not Encoding.UNICODE,
        signs=signs,
        raised=raised,
        special=signs or raised,
    )


def _toggle(*said: bool | None) -> bool:
    """Direct formatting decides; else the styles cancel each other out, over the table's style and the default."""
    direct, character, paragraph, table, default = said
    if direct is not None:
        return direct
    if character is None and paragraph is None:
        return bool(default if table is None else table)
    return bool(character) != bool(paragraph)
