"""`make bench`: cost as ratios beside a floor and a peer, all in one run, since machines differ and drift.

Time is processor time. Writes bench/results.json; exit 1 where a ratio lies beyond its limit in bench/goals.py.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
import time
import zipfile
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from statistics import linear_regression, median, quantiles
from typing import TYPE_CHECKING

import docx
from goals import GOALS
from lxml import etree
from merging import merging
from process import FLOOR, READER, WORKER, cost
from reports import PAGES, long_report, sparse_report

from service.check.figures.numbers.numbers import figures
from service.check.lists import phrasebook
from service.defaults import folder
from service.flow.judging import judge, prepare
from service.language import fold
from service.outline import outline
from service.read import read
from service.rules import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from service.model.rulebook import Rulebook

HERE = Path(__file__).parent
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels")
ROUNDS = 5
GROWTH = (10, 30, 100, 300, 1000)
PEERS = {
    "docx2python": lambda data: import_module("docx2python").docx2python(BytesIO(data)).text,
    "mammoth": lambda data: import_module("mammoth").extract_raw_text(BytesIO(data)),
    "kreuzberg": lambda data: import_module("kreuzberg").extract_bytes_sync(data, "application/vnd.openxmlformats"
                                                                            "-officedocument.wordprocessingml.document"),
}  # fmt: skip
"""Other readers; measured where they are installed."""
Times = dict[str, list[float]]


def floor(data: bytes) -> None:
    """Inflate and parse the parts that any reader must look at."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in PARTS:
            if name in package.NameToInfo:
                etree.fromstring(package.read(name), parser)


def python_docx_walk(data: bytes) -> None:
    """What one would write first: every paragraph with its runs and style, every cell, in order."""
    document = docx.Document(BytesIO(data))
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            for row in block.rows:
                for cell in row.cells:
                    _ = [(p.style.name, [(run.text, run.bold) for run in p.runs]) for p in cell.paragraphs]
        else:
            _ = (block.style.name, [(run.text, run.bold) for run in block.runs])


def read_and_outline(data: bytes) -> None:
    """Our reader with the outline."""
    outline(read(data))


def heading_finder(rulebook: Rulebook, reports: Iterable[bytes]) -> Callable[[bytes], object]:
    """Finds the pack's phrases in every heading of a report."""
    phrases = phrasebook(rulebook)
    titles = {data: [fold(h.title) for piece in outline(read(data)).pieces for h in piece.headings] for data in reports}
    return lambda data: [phrases.find(title) for title in titles[data]]


def forget() -> None:
    """Drop what is kept of the texts read last: the next report of a service is another one."""
    fold.cache_clear()
    figures.cache_clear()


def interleaved(tasks: dict[str, Callable[[bytes], object]], reports: list[bytes]) -> Times:
    """Seconds of each task on each report, in turn, so that a slow moment hits all alike."""
    times: Times = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for data in reports:
            for name, task in tasks.items():
                forget()
                started = time.process_time()
                task(data)
                times[name].append(time.process_time() - started)
    return times


def pairs(times: Times, over: str, under: str) -> list[float]:
    """The ratios of each pair of measurements that were taken together."""
    return [a / b for a, b in zip(times[over], times[under], strict=True)]


def reading(reports: list[bytes], rulebook: Rulebook) -> Iterator[tuple[str, list[float]]]:
    """What is measured in this process."""
    prepare(rulebook)
    installed = {name: task for name, task in PEERS.items() if find_spec(name)}
    tasks = {"floor": floor, "read": read_and_outline, "docx": python_docx_walk,
             "check": lambda data: judge(data, "bao cao.docx", "", rulebook),
             "headings": heading_finder(rulebook, reports)}  # fmt: skip
    for task in tasks.values():
        task(reports[0])
    times = interleaved({**tasks, **installed}, reports)
    yield "read + outline / inflate and parse", pairs(times, "read", "floor")
    yield "python-docx walk / read + outline", pairs(times, "docx", "read")
    yield from ((f"{name} / read + outline", pairs(times, name, "read")) for name in installed)
    yield "whole check / python-docx walk", pairs(times, "check", "docx")
    yield "finding phrases in headings / inflate and parse", pairs(times, "headings", "floor")
    yield "finding phrases in headings, ms a report", [1000 * one for one in times["headings"]]
    sparse = interleaved({"floor": floor, "read": read_and_outline}, [sparse_report()] * 3)
    yield "read + outline / inflate and parse, sparse markup", pairs(sparse, "read", "floor")


def processes(place: Path, reports: list[bytes]) -> Iterator[tuple[str, list[float]]]:
    """What is measured from outside, each in a process of its own."""
    paths = [place / f"{number}.docx" for number in range(len(reports))]
    for path, data in zip(paths, reports, strict=True):
        path.write_bytes(data)
    cost("-m", "service", "read", paths[0])
    taken = [(cost("-m", "service", "read", path), cost("-c", FLOOR, path)) for _ in range(ROUNDS) for path in paths]
    ratios = [ours.seconds / bare.seconds for ours, bare in taken]
    yield "tongket read / python + zipfile + lxml, whole process", ratios
    yield "peak memory of tongket read, MiB", [ours.peak for ours, _ in taken]
    small = place / "small.docx"
    small.write_bytes(long_report(0, 1))
    for pages in (30, 300, 1000):
        large = place / "large.docx"
        large.write_bytes(long_report(0, pages))
        with zipfile.ZipFile(large) as package:
            size = sum(one.file_size for one in package.infolist() if one.filename.endswith((".xml", ".rels"))) / 2**20
        more = [float(cost("-c", READER, small, large).said) / size for _ in range(2)]
        yield f"peak memory / unpacked XML, {pages} pages", more
    yield "peak memory of a worker, MiB", [float(cost("-c", WORKER, *paths).said)]


def growth() -> float:
    """The power of its length with which the cost of reading a report grows."""
    taken = []
    for pages in GROWTH:
        data = long_report(0, pages)
        times = interleaved({"read": read_and_outline}, [data])["read"][: 2 if pages > 100 else None]
        taken.append(min(times))
    return linear_regression([math.log(pages) for pages in GROWTH], [math.log(one) for one in taken]).slope


def table(found: dict[str, list[float]]) -> list[str]:
    """Print everything beside its goal; returns what lies beyond its limit."""
    print(f"{'':54} {'median':>7} {'quartiles':>15} {'aim':>7} {'fails':>7}")
    goals = {goal.name: goal for goal in GOALS}
    missed = []
    for name, values in found.items():
        goal, middle = goals.get(name), median(values)
        low, _, high = quantiles(values, n=4) if len(values) > 1 else (middle, middle, middle)
        aims = f"{goal.aim:7.2f} {goal.limit:7.2f}" if goal else ""
        short = "" if goal is None or (middle >= goal.aim if goal.at_least else middle <= goal.aim) else "  short"
        print(f"{name:54} {middle:7.2f} {low:7.2f}-{high:7.2f} {aims}{short}")
        if goal is not None and goal.is_missed(middle):
            missed.append(name)
    return missed


def main() -> None:
    """Measure, print the table, write results.json; exit 1 where a limit is passed."""
    reports = [long_report(number) for number in range(4)]
    found = dict(reading(reports, load(folder("rules"))))
    with tempfile.TemporaryDirectory() as place:
        found |= dict(processes(Path(place), reports))
    found |= dict(merging())
    found["growth from 10 to 1000 pages, exponent"] = [growth()]
    print(f"{len(reports)} reports of about {PAGES} pages, {ROUNDS} rounds, in turn; ratios pair by pair\n")
    missed = table(found)
    rounded = {name: [round(value, 3) for value in sorted(values)] for name, values in found.items()}
    medians = {name: round(median(values), 3) for name, values in found.items()}
    (HERE / "results.json").write_text(
        json.dumps({"median": medians, "all": rounded}, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
    for name in missed:
        print(f"beyond its limit: {name}", file=sys.stderr)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
