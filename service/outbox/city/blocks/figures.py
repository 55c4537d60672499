"""Charts in the blocks of a document: set in, told by their figures, and carried from one document into another."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from service.outbox.city.blocks.controls import digest
from service.outbox.city.blocks.package import OFFICE
from service.outbox.city.charts import BOOK, part_of, workbook_of
from service.read.xml import A, R, W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from service.outbox.city.blocks.package import Package
    from service.outbox.city.charts import Chart

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDE, _HIGH = 5_760_000, 2_700_000
"""Size in EMU: 16 cm by 7.5 cm."""


def set_chart(package: Package, paragraph: _Element, chart: Chart) -> None:
    """Put a chart in the place of a paragraph's words."""
    part, folder = part_of(chart), posixpath.dirname(package.main)
    name = digest(etree.tostring(part).decode())
    part_name = f"{folder}/charts/chart-{name}.xml"
    ident = package.add(part_name, part, _CHART, source=package.main, relation=f"{OFFICE}/chart", ident=f"rIdC{name}")
    book = f"{folder}/embeddings/chart-{name}.xlsx"
    package.add(book, workbook_of(chart), _BOOK, source=part_name, relation=f"{OFFICE}/package", ident=BOOK)
    for run in paragraph.findall(f"{W}r"):
        paragraph.remove(run)
    etree.SubElement(paragraph, f"{W}r").append(_drawing(ident, chart.title, int(name[:7], 16) + 1))


def _drawing(ident: str, title: str, number: int) -> _Element:
    made = etree.Element(f"{W}drawing", nsmap={"wp": _WP.strip("{}"), "a": A.strip("{}"), "c": _C.strip("{}")})
    inline = etree.SubElement(made, f"{_WP}inline", {f"dist{side}": "0" for side in "TBLR"})
    etree.SubElement(inline, f"{_WP}extent", {"cx": str(_WIDE), "cy": str(_HIGH)})
    etree.SubElement(inline, f"{_WP}docPr", {"id": str(number), "name": f"Chart {number}", "descr": title})
    etree.SubElement(inline, f"{_WP}cNvGraphicFramePr")
    data = etree.SubElement(etree.SubElement(inline, f"{A}graphic"), f"{A}graphicData", {"uri": _C.strip("{}")})
    etree.SubElement(data, f"{_C}chart", {f"{R}id": ident})
    return made


def told_by(package: Package) -> Callable[[str], str]:
    """From the relationship of a chart in the document to the words and figures in it."""
    links = package.links(package.main)

    def told(ident: str) -> str:
        name = links.get(ident, ("", ""))[1]
        if name not in package.names:
            return ""
        return "|".join(one.text or "" for one in package.tree(name).iter(f"{_C}v", f"{A}t"))

    return told


def carry(element: _Element, source: Package, target: Package) -> None:
    """Bring the charts of an element that was copied from one document into the other."""
    links = source.links(source.main)
    for one in element.iter(f"{_C}chart"):
        relation, name = links.get(one.get(f"{R}id", ""), ("", ""))
        if name not in source.names:
            continue
        ident = target.add(
            name, source.read(name), _CHART, source=target.main, relation=relation, ident=one.get(f"{R}id", "")
        )
        one.set(f"{R}id", ident)
        for inner, (kind, book) in source.links(name).items():
            if book in source.names:
                target.add(book, source.read(book), source.kind(book), source=name, relation=kind, ident=inner)
