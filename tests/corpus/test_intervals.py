"""How sure the figures of `make accuracy` are said to be."""

import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

sys.path.insert(0, str(Path(__file__).parent))
from intervals import PerFile, figures, wilson


def named(found):
    return {figure.name: figure for figure in found}


def test_a_perfect_score_of_few_files_leaves_much_open():
    low, high = wilson(1.0, 28)
    assert (round(low, 3), high) == (0.879, 1.0)


def test_counts_of_each_file_are_told_apart_from_running_totals():
    taken = PerFile()
    taken("a", Counter(files=1, traps_of=3, traps_hit=1), {"finding": SimpleNamespace(hit=2, miss=0, extra=1)})
    taken("b", Counter(files=2, traps_of=4, traps_hit=2), {"finding": SimpleNamespace(hit=2, miss=5, extra=1)})
    (_, first), (_, second) = taken.files
    assert (first["traps_avoided"], first["finding hit"], first["finding extra"]) == (2, 2, 1)
    assert (second["traps_avoided"], second["finding miss"], second["finding extra"]) == (0, 5, 0)


def test_the_interval_of_a_ratio_holds_its_value_and_reports_that_differ_widen_it():
    even = [(f"{n}--a.docx", Counter({"finding hit": 9, "finding extra": 1})) for n in range(10)]
    uneven = [(f"{n}--a.docx", Counter({"finding hit": 9, "finding extra": 10 * (n == 0)})) for n in range(10)]
    same, other = named(figures(even))["finding precision"], named(figures(uneven))["finding precision"]
    assert same.low == same.value == same.high == 90.0
    assert other.value == 90.0
    assert other.low < 90.0 < other.high


def test_two_files_of_one_report_are_no_two_witnesses():
    good, bad = Counter({"finding hit": 10}), Counter({"finding extra": 10})
    figure = named(figures([("a--x.docx", good), ("a--y.docx", good), ("b--x.docx", bad), ("b--y.docx", bad)]))
    assert (figure["finding precision"].low, figure["finding precision"].high) == (0.0, 100.0)
