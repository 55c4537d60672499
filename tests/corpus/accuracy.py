"""`make accuracy`: what the check gets right on the labelled corpora, figure by figure.

    python tests/corpus/accuracy.py [--verbose] [--record] [FOLDER ...]

A folder holds reports with their gold beside them, or scripts, which are built in the temporary folder first (once:
the next run finds them there). Prints the scorer's figures for each corpus and for all together, each with the
interval in which the true figure lies with 95 % certainty, and how the broken files fare. `--record` appends the
figures to `history.csv`, dated, with the commit and the rule pack.
"""  # fmt: skip

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from intervals import Figure, PerFile, figures
from score import score  # the scorer as it was handed over, so that figures compare

from service.answer import to_object
from service.defaults import folder
from service.flow.checking import check_files, files_of
from service.rules import load

if TYPE_CHECKING:
    from collections import Counter

    from service.model.rulebook import Rulebook

HERE = Path(__file__).parent
CORPORA = (
    "reports",
    "reports-demo",
    "scripts-blind",
    "scripts-hand-a",
    "scripts-hand-b",
    "scripts-hand-c",
    "scripts-hand-d",
    "scripts-hand-e",
)
HISTORY = HERE / "history.csv"


def main(arguments: list[str]) -> int:
    """Print all figures; return 1 where a broken file gets another answer than it must."""
    named = [Path(each) for each in arguments if not each.startswith("--")]
    rulebook = load(folder("rules"))
    table: dict[str, list[Figure]] = {}
    everything: list[tuple[str, Counter[str]]] = []
    for corpus in named or [HERE / name for name in CORPORA if (HERE / name).is_dir()]:
        counts = _counts(corpus, rulebook, verbose="--verbose" in arguments)
        everything += [(f"{corpus.name}/{file}", each) for file, each in counts]
        table[f"{corpus.name} ({len(counts)})"] = figures(counts)
    table[f"all ({len(everything)})"] = figures(everything)
    _print(table)
    if "--record" in arguments:
        _record(table, rulebook)
    return 0 if named or broken(rulebook) else 1


def _counts(corpus: Path, rulebook: Rulebook, *, verbose: bool) -> list[tuple[str, Counter[str]]]:
    reports = _built(corpus)
    results = [to_object(each) for each in check_files(files_of([reports]), rulebook, workers=os.cpu_count() or 1)]
    per_file = PerFile()
    if verbose:
        print(f"\n{corpus.name}")
    score(reports, results, verbose, per_file)
    return per_file.files


def _built(corpus: Path) -> Path:
    """The folder of reports, built from its scripts where it holds scripts; a script that changed is built anew."""
    scripts = sorted(corpus.glob("*.yaml"))
    if not scripts:
        return corpus
    makers = [HERE / "build.py", HERE / "legacy.py", *scripts]
    digest = hashlib.sha256(b"\0".join(each.read_bytes() for each in makers)).hexdigest()[:16]
    target = Path(tempfile.gettempdir()) / f"tongket-{corpus.name}-{digest}"
    if not (target / "built").exists():
        subprocess.run([sys.executable, HERE / "build.py", corpus, target], check=True)
        (target / "built").touch()
    return target


def _print(table: dict[str, list[Figure]]) -> None:
    width = max(22, *(len(name) + 2 for name in table))
    print("\n" + " " * 18 + "".join(f"{name:>{width}}" for name in table))
    for row in zip(*table.values(), strict=True):
        print(f"{row[0].name:18}" + "".join(f"{_shown(each):>{width}}" for each in row))


def _shown(figure: Figure) -> str:
    if figure.value is None:
        return "-"
    return f"{figure.value:.1f} [{figure.low:.1f} {figure.high:.1f}]"


def _record(table: dict[str, list[Figure]], rulebook: Rulebook) -> None:
    """One line for each corpus: date, commit, pack, corpus and figures."""
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=True)
    names = [each.name for each in next(iter(table.values()))]
    new = not HISTORY.exists()
    with HISTORY.open("a", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        if new:
            lines.writerow(["date", "commit", "pack", "corpus (files)", *names])
        for corpus, values in table.items():
            head = [f"{datetime.now(UTC):%Y-%m-%d}", commit.stdout.strip(), rulebook.name, corpus]
            lines.writerow([*head, *("" if each.value is None else f"{each.value:.1f}" for each in values)])


def broken(rulebook: Rulebook) -> bool:
    """Whether every broken or hostile file gets the answer that it must."""
    right, expected = 0, json.loads((HERE / "bad" / "expected.json").read_text("utf-8"))
    for entry in expected:
        result = to_object(check_files([(HERE / "bad" / entry["file"], "")], rulebook, workers=1)[0])
        codes = [finding["code"] for finding in result["findings"]]
        wanted = entry["findings"]
        good = result["verdict"] == entry["verdict"] and (
            codes == wanted if wanted else not any(code.startswith("file.") for code in codes)
        )
        right += good
        if not good:
            print(f"  {entry['file']}: {result['verdict']} {codes}, must be {entry['verdict']} {wanted}")
    print(f"\nbroken files right: {right} of {len(expected)}")
    return right == len(expected)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
