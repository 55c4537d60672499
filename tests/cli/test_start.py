"""What a command loads before it does anything: a report is read in a tenth of a second, of which most was loading."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "tests" / "corpus" / "reports" / "d-xa-tan-trao--styles.docx"
LOADED = """
import sys
from service.cli import main
try:
    main()
except SystemExit as ended:
    print(ended.code, *sys.modules, sep="\\n", file=sys.stderr)
"""


def told(*call):
    """What a command says, and which modules it has loaded."""
    done = subprocess.run([sys.executable, "-c", LOADED, *call], capture_output=True, check=True, cwd=ROOT)
    code, *modules = done.stderr.decode().split()
    return (code, done.stdout.decode()), set(modules)


def test_showing_a_file_loads_no_more_than_the_reader():
    (code, said), modules = told("read", str(REPORT))
    assert code == "0"
    assert "BÁO CÁO" in said
    assert not modules & {"click", "dataclasses", "json", "pydantic", "spacy", "yaml", "sqlalchemy", "docx"}


def test_a_call_that_is_parsed_shows_the_same():
    direct, _ = told("read", str(REPORT))
    parsed, modules = told("read", "--format", "text", str(REPORT))
    assert "click" in modules
    assert direct == parsed
