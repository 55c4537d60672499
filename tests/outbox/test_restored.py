"""With our comments taken out, an annotated copy is the officer's file again, part by part."""

import random
from datetime import date
from pathlib import Path

import pytest

from service.model.examination import Examination, FileFacts, Finding, Kind, Severity, Verdict
from service.outbox.annotated.copy import annotated_copy
from service.read import read
from service.words import words
from tests.outbox.restored import differences

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted((CORPUS / "reports").glob("*.docx"))
DAY = date(2020, 7, 6)


def copy_with_random_comments(data, seed):
    """A copy with comments at random words of random paragraphs, and some at no place at all."""
    dice, manuscript = random.Random(seed), read(data)
    findings = []
    for paragraph in dice.choices(manuscript.paragraphs, k=12) if manuscript.paragraphs else ():
        start = dice.randrange(len(paragraph.text) + 1)
        quote = paragraph.text[start : start + dice.randrange(1, 40)].strip()
        findings.append(
            Finding("figure.total", Severity.WARNING, "Cần xem.", "Vì.", "Sửa.", quote=quote or None,
                    paragraph=paragraph.index)
        )  # fmt: skip
    findings.append(Finding("document.comments", Severity.INFO, "Cần xem.", "Vì.", "Sửa."))
    facts = FileFacts("bc.docx", "0" * 64, len(data), "docx")
    examination = Examination(facts, Kind.TERM_REPORT, Verdict.GAPS, findings=tuple(findings))
    return annotated_copy(data, examination, words(), DAY)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_without_our_comments_every_part_is_as_it_was(path):
    data = path.read_bytes()
    copy = copy_with_random_comments(data, path.name)
    assert copy is not None
    assert differences(data, copy) == []


def test_the_proof_sees_a_letter_that_was_changed():
    data = FILES[0].read_bytes()
    copy = copy_with_random_comments(data, "x")
    assert differences(FILES[1].read_bytes(), copy) != []
