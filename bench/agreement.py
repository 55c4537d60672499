"""Whether the reader shows every word that LibreOffice's text export shows, on the corpus and generated reports.

    python bench/agreement.py [FILES...]

Our words are body, automatic numbers, notes, headers and footers. LibreOffice also exports what is deleted or hidden,
and the letters of legacy fonts as they are stored; what has no such reason is listed word by word.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from oracle import lost, office_texts, unexplained, whole_text, words_of
from reports import long_report

from service.errors import UnreadableReport
from service.flow.judging import open_report
from service.read.finish import tidy

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"
GENERATED = 5
_SIGNS = re.compile(r"[\W_]+")
_REASON = (" (deleted or hidden)", " (deleted, hidden, or stored in a legacy font)")


def main() -> None:
    wanted = [Path(name) for name in sys.argv[1:]] or sorted(
        path for folder in ("reports", "reports-demo") for path in (CORPUS / folder).glob("*.doc*")
    )
    files = {path.name: path.read_bytes() for path in wanted}
    if len(sys.argv) == 1:
        files |= {f"generated-{number}.docx": long_report(number) for number in range(GENERATED)}
    shown = office_texts(files)
    totals: Counter[str] = Counter()
    for name, data in files.items():
        compare(name, data, shown.get(name), totals)
    print(dict(totals))


def compare(name: str, data: bytes, theirs: str | None, totals: Counter[str]) -> None:
    """Print what one file lacks, word by word, and count it."""
    try:
        manuscript = open_report(data, name)
    except UnreadableReport as refusal:
        print(f"{name}: refused {refusal}")
        totals["refused"] += 1
        return
    if theirs is None:
        print(f"{name}: LibreOffice shows nothing")
        totals["not exported"] += 1
        return
    count = len(theirs.split())
    lacking, strange = [], []
    for word in unexplained(manuscript, theirs):
        (strange if _SIGNS.fullmatch(word) else lacking).append(word)
    beyond = lost(words_of(tidy(theirs)), words_of(whole_text(manuscript)))[0]
    totals["files"] += 1
    totals["words"] += count
    totals["words lacking"] += len(lacking)
    print(f"{name}: {count} words, {beyond:.2%} not shown by us{_REASON[bool(manuscript.legacy)] if beyond else ''};"
          f" unexplained: {lacking[:12]}, signs {strange[:5]}")  # fmt: skip


if __name__ == "__main__":
    main()
