"""Merging many reports beside the least that a merge can do, each in a process of its own."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path
from statistics import linear_regression
from typing import TYPE_CHECKING, NamedTuple

from process import cost
from reports import long_report

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY, FEW = 40, (5, 10, 20, 40)
_KINDS, _ROUNDS = 8, 3
_PAGES = 30
# Parse, give every id a number that no other report has, write, forget. It keeps the styles of the first report, and
# proves nothing: a merge that is right can hardly do less.
_FLOOR = """
import sys, time, zipfile
from lxml import etree
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
names, target = sys.argv[2:], zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=4)
parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
ids = {W + tag: 0 for tag in ("bookmarkStart", "bookmarkEnd", "ins", "del")}
lists, rest = [], {}
started = time.process_time()
with target.open("word/document.xml", "w", force_zip64=True) as body:
    for place, name in enumerate(names):
        with zipfile.ZipFile(name) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        document, styles, numbering = (
            etree.fromstring(parts[f"word/{part}.xml"], parser) for part in ("document", "styles", "numbering")
        )
        known = {style.get(W + "styleId") for style in styles.iter(W + "style")}
        for element in numbering.iter(W + "num", W + "abstractNum"):
            key = W + ("numId" if element.tag == W + "num" else "abstractNumId")
            element.set(key, f"{place}{element.get(key)}")
            lists.append(etree.tostring(element))
        for element in document.iter(*ids, W + "pStyle", W + "rStyle", W + "numId"):
            if element.tag in ids:
                ids[element.tag] += 1
                element.set(W + "id", str(ids[element.tag]))
            elif element.tag == W + "numId":
                element.set(W + "val", f"{place}{element.get(W + 'val')}")
            elif element.get(W + "val") not in known:
                element.set(W + "val", "Normal")
        written = etree.tostring(document, encoding="UTF-8")
        begin, end = written.index(b"<w:body>"), written.rindex(b"</w:body>")
        body.write(written[(begin + 8 if place else 0) : end])
        rest = rest or parts
    body.write(written[end:])
for part, data in rest.items():
    if part == "word/numbering.xml":
        data = b"<w:numbering xmlns:w='" + W[1:-1].encode() + b"'>" + b"".join(lists) + b"</w:numbering>"
    if part != "word/document.xml":
        target.writestr(part, data)
target.close()
print(time.process_time() - started)
"""
# What stands under which section is known when the reports are summed up: telling it is no part of merging.
_MERGE = """
import sys, tempfile, time
from pathlib import Path
from service.compendium import merge, whole_extract
from service.model.compendium import Captions, Contribution
asking = 0.0
def reports():
    global asking
    for place, name in enumerate(sys.argv[2:]):
        began = time.process_time()
        extract = whole_extract(Path(name).read_bytes(), "all")
        asking += time.process_time() - began
        yield Contribution(str(place), f"Report {place}", "0" * 64, extract, Path(name).read_bytes)
captions = Captions("Compendium", "CONTENTS", (("all", "Everything"),), "-")
started = time.process_time()
with open(sys.argv[1], "w+b") as target:
    result = merge(target, reports(), captions, tempfile.TemporaryFile)
assert len(result.taken) == len(sys.argv) - 2 and not any(one.plain for one in result.taken)
print(time.process_time() - started - asking)
"""


class _Taken(NamedTuple):
    seconds: float
    """Of processor time, without starting Python and what the merge is given."""
    peak: float
    """Most memory at once, in MiB."""


def merging() -> Iterator[tuple[str, list[float]]]:
    """What merging costs: beside the floor, in memory, and as there are more reports."""
    with tempfile.TemporaryDirectory() as place:
        reports = [Path(place) / f"{number}.docx" for number in range(_KINDS)]
        for number, path in enumerate(reports):
            path.write_bytes(long_report(number, _PAGES))
        merged, target = {count: [] for count in FEW}, Path(place) / "merged.docx"
        bare: list[_Taken] = []
        for _ in range(_ROUNDS):
            for count, taken in merged.items():
                taken.append(_taken(_MERGE, target, reports, count))
            bare.append(_taken(_FLOOR, target, reports, MANY))
        ratios = [ours.seconds / least.seconds for ours, least in zip(merged[MANY], bare, strict=True)]
        yield f"merging {MANY} reports / streaming floor", ratios
        yield f"peak memory of merging {MANY} reports, MiB", [one.peak for one in merged[MANY]]
        least = [math.log(min(one.seconds for one in taken)) for taken in merged.values()]
        yield (
            f"growth from {FEW[0]} to {FEW[-1]} reports, exponent",
            [linear_regression([math.log(count) for count in merged], least).slope],
        )


def _taken(program: str, target: Path, reports: list[Path], count: int) -> _Taken:
    done = cost("-c", program, target, *(reports[number % len(reports)] for number in range(count)))
    return _Taken(float(done.said), done.peak)
