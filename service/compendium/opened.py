"""One report, opened for taking pieces out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.compendium.folds import Folds
from service.errors import UnreadableReport
from service.read import compact, xml
from service.read.fonts import read_theme
from service.read.numbering import Numbering
from service.read.properties import Properties
from service.read.sniff import sight
from service.read.styles import Styles
from service.read.stylesheet import Sheet
from service.read.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.package import Link


class Opened:
    """The parts of a Word package that its text needs, parsed; whoever takes pieces out changes them."""

    def __init__(self, data: bytes) -> None:
        """Open a package.

        Raises:
            UnreadableReport: it is damaged, too large or no Word package.
        """
        sighting = sight(data, "")
        if sighting.package is None:
            raise UnreadableReport(sighting.key, sighting.variant)
        self.package = sighting.package
        self.raw = xml.checked(self.package.container.read(self.package.main))
        """The main part as it lies in the file: tells quickly what isn't in it."""
        self.root, blocks = compact.parse(self.raw)
        self.folds = Folds(blocks)
        self.bodies = self.root.findall(W + "body")
        self.theme_root = self._part("theme")
        self.theme = read_theme(self.theme_root)
        sheet = self.package.related("styles")
        self.raw_sheet = self.package.container.read(sheet) if sheet else b""
        self.sheet = Sheet(self.raw_sheet or None)
        self.styles = Styles(self.sheet, self.theme)
        self.numbering_root = self._part("numbering")
        self.numbering = Numbering(self.numbering_root, self.styles, self.theme)
        self.properties = Properties(self.styles, blocks)
        self.notes = {kind: self._notes(kind) for kind in ("footnote", "endnote")}

    def links(self, kind: str = "") -> dict[str, Link]:
        """The relationships of the body, or of the part that holds the notes of a kind."""
        part = self.package.related(f"{kind}s") if kind else self.package.main
        return self.package.links(part) if part else {}

    def has_macros(self) -> bool:
        """Whether the package carries a macro project."""
        return any(name.lower().endswith("vbaproject.bin") for name in self.package.container.names)

    def _part(self, kind: str) -> _Element | None:
        part = self.package.related(kind)
        return self.package.xml(part) if part else None

    def _notes(self, kind: str) -> dict[str, _Element]:
        root = self._part(f"{kind}s")
        found = root.iterchildren(W + kind) if root is not None else ()
        return {element.get(W + "id", ""): element for element in found}
