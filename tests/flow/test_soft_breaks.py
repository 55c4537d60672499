"""A report whose paragraphs are typed as lines of one says what its plain twin says."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from service.defaults import folder
from service.flow.judging import judge
from service.model.rulebook import Round
from service.rules import load

REPORTS = Path(__file__).parents[1] / "corpus" / "reports"


def in_lines(data):
    """The report with all paragraphs that follow each other as one, and how many are left."""
    document, into = docx.Document(BytesIO(data)), None
    for block in list(document.element.body):
        if block.tag != qn("w:p"):
            into = None
        elif into is None:
            into = block
        else:
            run = OxmlElement("w:r")
            run.append(OxmlElement("w:br"))
            into.append(run)
            into.extend([part for part in block if part.tag != qn("w:pPr")])
            document.element.body.remove(block)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue(), len(list(document.element.body.iter(qn("w:p"))))


@pytest.fixture(scope="module")
def rulebook():
    return load(folder("rules"), "vi", Round())


@pytest.mark.parametrize(
    "name",
    ["d-huyen-kien-thuy--manual-tabs", "d-huyen-bach-long-vi--manual-softbreaks", "d-huyen-an-duong--tcvn3-manual"],
)
def test_a_report_typed_with_soft_line_breaks_gets_the_answer_of_its_plain_twin(name, rulebook):
    data = (REPORTS / f"{name}.docx").read_bytes()
    softened, count = in_lines(data)
    plain, _ = judge(data, name, "", rulebook)
    soft, words = judge(softened, name, "", rulebook)

    assert [(one.id, one.status, one.heading, one.parts) for one in soft.sections] == [
        (one.id, one.status, one.heading, one.parts) for one in plain.sections
    ]
    assert sorted((one.code, one.quote or "") for one in soft.findings) == sorted(
        (one.code, one.quote or "") for one in plain.findings
    )
    assert [(one.id, one.value) for one in soft.indicators] == [(one.id, one.value) for one in plain.indicators]
    told = [*soft.sections, *soft.findings, *soft.indicators, *soft.marks]
    assert all(one.paragraph is None or one.paragraph < count for one in told)
    assert {one.paragraph for _, passages in words.sections for one in passages} <= set(range(count))
