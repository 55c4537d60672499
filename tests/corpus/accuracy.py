"""`make accuracy`: what the check gets right on the labelled corpus, figure by figure.

    python tests/corpus/accuracy.py [--verbose] [GOLD_DIR ...]

Every folder holds reports with their gold beside them. Prints the scorer's figures for each folder, for both
kinds of broken file, and the interval in which the share of right verdicts lies with 95 % certainty (Wilson).
"""  # fmt: skip

from __future__ import annotations

import json
import sys
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from score import score  # the scorer as it was handed over, so that figures compare

from service.answer import to_object
from service.defaults import folder
from service.flow.checking import check_files, files_of
from service.rules import load

HERE = Path(__file__).parent
CORPORA = ("reports", "reports-demo")


def main(arguments: list[str]) -> int:
    """Print all figures; return 1 where a broken file gets another answer than it must."""
    verbose = "--verbose" in arguments
    named = [Path(each) for each in arguments if not each.startswith("--")]
    rulebook = load(folder("rules"))
    for corpus in named or [HERE / name for name in CORPORA]:
        files = files_of([corpus])
        results = [to_object(each) for each in check_files(files, rulebook, workers=1)]
        figures = score(corpus, results, verbose)
        print(f"\n{corpus.name}")
        for name, value in figures.items():
            print(f"  {name:22} {value}")
        low, high = wilson(figures["verdict %"] / 100, figures["files"])
        print(f"  {'verdict, 95 % between':22} {100 * low:.1f} and {100 * high:.1f}")
    return 0 if named or broken(rulebook) else 1


def wilson(share: float, count: int) -> tuple[float, float]:
    """The interval in which the true share lies with 95 % certainty, from `count` trials."""
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    reach = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def broken(rulebook: object) -> bool:
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
    print(f"\nbad\n  {'broken files right':22} {right} of {len(expected)}")
    return right == len(expected)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
