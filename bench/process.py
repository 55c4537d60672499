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
manuscript = read(large)
kept = manuscript, outline(manuscript)
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
# A process begins with the peak of the one that started it, so that a small one has to.
_LAUNCHER = """
import os, sys
_, status, used = os.wait4(os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]), 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
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
    command = [sys.executable, "-S", "-c", _LAUNCHER, sys.executable, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment(), cwd=ROOT)
    status, seconds, peak = done.stderr.splitlines()[-1].split()
    if int(status):
        raise RuntimeError(" ".join(command[4:]) + "\n" + done.stderr)
    return Cost(float(seconds), float(peak) / 1024, done.stdout)
