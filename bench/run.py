"""`make bench`: speed as ratios beside a floor and a peer, all in one run, since machines differ and drift.

Writes bench/results.json. Nothing here passes or fails by the clock.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import docx
from lxml import etree
from reports import long_report

from service.check.lists import phrasebook
from service.defaults import folder
from service.flow.judging import judge
from service.outline import outline
from service.read import read
from service.rules import load

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels")
ROUNDS = 7
REPORTS = 5


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


def interleaved(tasks: dict[str, Callable[[bytes], object]], reports: list[bytes]) -> dict[str, list[float]]:
    """Seconds of each task on each report, in turn, so that a slow moment hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for data in reports:
            for name, task in tasks.items():
                started = time.perf_counter()
                task(data)
                times[name].append(time.perf_counter() - started)
    return times


def ratio(times: dict[str, list[float]], over: str, under: str) -> tuple[float, float, float]:
    """Median, least and greatest of the pairwise ratios."""
    pairs = [a / b for a, b in zip(times[over], times[under], strict=True)]
    return median(pairs), min(pairs), max(pairs)


def whole(command: list[str], runs: int = 5) -> float:
    """Median seconds of a whole process."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        times.append(time.perf_counter() - started)
    return median(times)


def service_run(reports: list[bytes]) -> float:
    """Seconds from the drop of all reports to the end of `run --once`, start of the program included."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "workspace"
        tongket = [sys.executable, "-m", "service"]
        subprocess.run([*tongket, "init", str(root)], check=True, capture_output=True)
        for number, data in enumerate(reports):
            (root / "inbox" / f"bao cao {number}.docx").write_bytes(data)
        started = time.perf_counter()
        subprocess.run([*tongket, "run", str(root), "--once"], check=True, capture_output=True)
        return time.perf_counter() - started


def main() -> None:
    """Measure, print the table, write results.json."""
    reports = [long_report(number) for number in range(REPORTS)]
    rulebook = load(folder("rules"))
    phrasebook(rulebook)
    times = interleaved(
        {
            "floor": floor,
            "read": read_and_outline,
            "check": lambda data: judge(data, "bao cao.docx", "", rulebook),
            "python-docx": python_docx_walk,
        },
        reports,
    )
    rows = [
        ("read + outline / floor (inflate and parse)", *ratio(times, "read", "floor")),
        ("python-docx walk / floor", *ratio(times, "python-docx", "floor")),
        ("python-docx walk / read + outline", *ratio(times, "python-docx", "read")),
        ("whole check / python-docx walk", *ratio(times, "check", "python-docx")),
    ]
    print(f"{REPORTS} reports of about 30 pages, {ROUNDS} rounds, interleaved; ratios pair by pair\n")
    print(f"{'':46} {'median':>7} {'least':>7} {'most':>7}")
    for name, middle, least, most in rows:
        print(f"{name:46} {middle:7.2f} {least:7.2f} {most:7.2f}")
    bare, help_page = whole([sys.executable, "-c", "pass"]), whole([sys.executable, "-m", "service", "--help"])
    few, many = service_run(reports[:1]), service_run([long_report(n) for n in range(40)])
    figures = {
        "tongket --help, seconds": help_page,
        "python -c pass, seconds": bare,
        "run --once, 1 report, seconds (2 of them for the file to settle)": few,
        "run --once, 40 reports, seconds": many,
        "a further report in the service, seconds": (many - few) / 39,
    }
    print()
    for name, value in figures.items():
        print(f"{name:66} {value:7.2f}")
    milliseconds = {name: round(1000 * median(values), 1) for name, values in times.items()}
    result = {"ratios": {row[0]: [round(x, 2) for x in row[1:]] for row in rows},
              "milliseconds": milliseconds, "seconds": {k: round(v, 3) for k, v in figures.items()}}  # fmt: skip
    (HERE / "results.json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
