"""Reads every Word file below a folder and says which open, which are refused and why, and which lose words.

    python bench/public.py FOLDER [--office]

Each file is read in a process of its own, so that time and memory are its own and a crash is only its own. The
words are compared with the plain `w:t` of the main part (bench/oracle.py); for formats that LibreOffice has to open
first (`--office`), with LibreOffice's own text export. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from oracle import NoOracleError, body_text, expected, letters_of, lost, office_texts, whole_text, words_of

from service.errors import UnreadableReport
from service.flow.judging import open_report
from service.read import CONVERTIBLE, sniff

PACKAGES = {".docx", ".docm", ".dotx", ".dotm"}
ENDINGS = PACKAGES | {".doc", ".rtf", ".odt"}
LIMIT = 0.01
"""A larger share of lost words or letters is listed."""
SECONDS = 5.0
GIVE_UP = 130.0


def measure(path: Path) -> dict[str, object]:
    """What becomes of one file; runs in its own process."""
    data = path.read_bytes()
    kind = sniff(data, path.name)
    start = time.perf_counter()
    try:
        manuscript = open_report(data, path.name)
        outcome = {"outcome": "opened"}
    except UnreadableReport as refusal:
        manuscript = None
        outcome = {"outcome": refusal.key + (f"/{refusal.variant}" if refusal.variant else "")}
    found: dict[str, object] = {**outcome, "format": str(kind), "seconds": time.perf_counter() - start, "rss": _peak()}
    if manuscript is None:
        return found
    try:
        if kind in CONVERTIBLE:
            ours, wanted = whole_text(manuscript), office_texts({path.name: data}).get(path.name, "")
        else:
            ours, wanted = body_text(manuscript), expected(data)
    except NoOracleError as error:
        return found | {"oracle": str(error)}
    letters, _ = lost(letters_of(wanted), letters_of(ours))
    words, missing = lost(words_of(wanted), words_of(ours))
    return found | {"letters": letters, "words": words, "missing": missing[:12], "of": words_of(wanted).total()}


def _peak() -> float:
    """Peak memory of this process in MiB; 0 where the system doesn't tell."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(path: Path) -> dict[str, object]:
    """Measure one file in a process of its own."""
    command = [sys.executable, __file__, "--one", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=GIVE_UP, check=False)
    except subprocess.TimeoutExpired:
        return {"outcome": "HUNG", "seconds": GIVE_UP}
    if done.returncode:
        return {"outcome": "CRASHED", "error": done.stderr.strip().splitlines()[-1:]}
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--office", action="store_true", help="also the formats that LibreOffice opens")
    wanted = parser.parse_args()
    if wanted.one:
        print(json.dumps(measure(wanted.folder)))
        return
    endings = ENDINGS if wanted.office else PACKAGES
    paths = sorted(path for path in wanted.folder.rglob("*") if path.suffix.lower() in endings and path.is_file())
    table = {path.relative_to(wanted.folder): ask(path) for path in paths}
    show(table)


def show(table: dict[Path, dict[str, object]]) -> None:
    rows = list(table.values())
    print(f"{len(rows)} files")
    for outcome, count in Counter(str(row["outcome"]) for row in rows).most_common():
        print(f"  {count:5}  {outcome}")
    compared = [row for row in rows if "words" in row]
    clean = sum(_loss(row) <= LIMIT for row in compared)
    print(f"  {len(compared):5}  compared; {clean} without loss, {len(compared) - clean} lose more than 1 %")
    own = [row for row in rows if row.get("format") not in {*map(str, CONVERTIBLE)} and "seconds" in row]
    slowest = max((float(str(row["seconds"])) for row in own), default=0)
    print(
        f"  slowest without LibreOffice {slowest:.2f} s, peak {max(float(str(r.get('rss', 0))) for r in rows):.0f} MiB"
    )
    for path, row in table.items():
        seconds = float(str(row.get("seconds", 0)))
        odd = row["outcome"] != "opened" or _loss(row) > LIMIT or "oracle" in row or seconds > SECONDS
        if odd:
            print(f"{path}\n    " + json.dumps(row, ensure_ascii=False))


def _loss(row: dict[str, object]) -> float:
    return max(float(str(row.get("letters", 0))), float(str(row.get("words", 0))))


if __name__ == "__main__":
    main()
