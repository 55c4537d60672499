"""Every construct of Word that is read is merged: the same words in the same order, in a file that needs no repair."""

from __future__ import annotations

import pytest

from service.read import read
from tests.compendium.merged import Merged, report
from tests.read import construct_body, construct_files, construct_odd, construct_packed  # noqa: F401 - each fills the table
from tests.read.builder import members, zipped
from tests.read.constructs import ROWS
from tests.read.test_numbering import REPORT, item, num


@pytest.mark.parametrize("construct", ROWS, ids=lambda one: one.name)
def test_every_construct_keeps_its_words_in_a_sound_file(construct):
    before = zipped(members(item(1) + item(1), numbering=REPORT + num(1, 1)))
    merged = Merged(report("a", before), report("b", construct.data))
    wanted = [(one.label, one.text) for one in read(construct.data).paragraphs if one.text.strip()]
    rest = iter(merged.lines())
    told = [line for line in wanted if not any(line == other for other in rest)]
    (plain,) = [one.plain for one in merged.result.taken if one.unit == "b"]
    assert merged.troubles() == []
    assert not plain
    assert told == []
