"""Processes of their own, measured from outside: processor time and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
FLOOR = """
import sys, zipfile
from lxml import etree
parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
with zipfile.ZipFile(sys.argv[1]) as package:
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"):
        if name in package.NameToInfo:
            etree.fromstring(package.read(name), parser)
"""
READER = """
import sys, resource
from service.read import read
from service.outline import outline
small, large = (open(name, "rb").read() for name in sys.argv[1:])
outline(read(small))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kept = read(large), None
kept = kept[0], outline(kept[0])
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
WORKER = """
import sys, resource
from pathlib import Path
from service.defaults import folder
from service.flow.judging import Work, answer, prepare
from service.rules import load
prepare(load(folder("rules")))
for name in sys.argv[1:]:
    answer(Work(Path(name), name))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


class Cost(NamedTuple):
    """What a process took."""

    seconds: float
    """Of processor time."""
    peak: float
    """Most memory at once, in MiB."""
    said: str


@cache
def _environment() -> dict[str, str]:
    """Modules are compiled once, as they are where the program is installed."""
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    place = tempfile.mkdtemp(prefix="tongket-bench-")
    return {**others, "PYTHONPYCACHEPREFIX": place, "PYTHONPATH": str(ROOT)}


def cost(*arguments: str | Path) -> Cost:
    """Run Python with these arguments to its end."""
    import resource  # noqa: PLC0415 - not on Windows

    command = [sys.executable, *map(str, arguments)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environment(), cwd=ROOT) as running:
        said = running.stdout.read() if running.stdout else ""
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise RuntimeError(" ".join(command))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, used.ru_maxrss / 1024, said)
