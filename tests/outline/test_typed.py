"""Small reports, each typed as some officer does: what a reader calls headings is what the program finds, no more."""

import pytest

from tests.outline.typed import REPORTS, expected, outlined


@pytest.mark.parametrize("report", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_headings_are_those_that_a_reader_sees(report):
    text = report.read_text("utf-8")
    assert outlined(text) == expected(text)
