"""Reports of about 30 pages for the bench, built from the sample scripts; the same ones every time."""

from __future__ import annotations

import copy
import sys
from io import BytesIO
from pathlib import Path

import yaml

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
sys.path.insert(0, str(CORPUS))
from build import Builder  # noqa: E402 - the corpus is no package

SCRIPT = "d1-ngo-quyen.yaml"
VARIANTS = (["styles"], ["autonum", "splitruns"], ["manual", "nfd"], ["headtable"], ["manual", "tracked", "comments"])
COPIES = 4
"""The script fills about eight pages."""


def long_report(number: int) -> bytes:
    """One report of about 30 pages with 6 to 12 tables; `number` chooses its habits."""
    script = yaml.safe_load((CORPUS / "scripts" / SCRIPT).read_text("utf-8"))
    script["id"] = f"bench-{number}"
    script["traits"] = VARIANTS[number % len(VARIANTS)]
    script["blocks"] = [copy.deepcopy(block) for _ in range(COPIES) for block in script["blocks"] if "toc" not in block]
    written = BytesIO()
    Builder(script).build().save(written)
    return written.getvalue()
