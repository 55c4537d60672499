"""Reports worded and built in many ways get what a careful reader finds in them by the contract."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.check.builder import codes, judged, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.examination import Examination

HERE = Path(__file__).parent
SECTIONS = {
    "results": "resolution_results",
    "lessons": "lessons_learned",
    "goals": "new_term_goals",
    "nq29": "resolution29_alignment",
}
PARTS = {"o": "objectives", "d": "directions", "t": "key_tasks", "s": "solutions"}
JUDGED = ("goals.", "results.", "term.")


def reports() -> Iterator[tuple[str, dict[str, Any], dict[str, str]]]:
    """Each report as (name, what is told of it, the texts that it may quote by name)."""
    for file in sorted(HERE.glob("*.yaml")):
        data = yaml.safe_load(file.read_text("utf-8"))
        for report in data["reports"]:
            yield f"{file.stem} {report['id']}", report, data["texts"]


def blocks(report: dict[str, Any], texts: dict[str, str]) -> list[str | list[list[str]]]:
    """The report's paragraphs and tables; a line "@name" stands for a text, "| a | b |" is a row."""
    lines = [line for each in report["lines"].splitlines() for line in _named(each.strip(), texts)]
    found: list[str | list[list[str]]] = []
    for line in filter(None, lines):
        if not line.startswith("|"):
            found.append(line)
            continue
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if found and isinstance(found[-1], list):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _named(line: str, texts: dict[str, str]) -> list[str]:
    return texts[line[1:]].splitlines() if line.startswith("@") else [line]


def told(examination: Examination) -> dict[str, str]:
    """What the check says, in the words of the files."""
    found = {"findings": " ".join(codes(examination, *JUDGED))}
    if not examination.sections:
        return {"kind": str(examination.kind)}
    for name, identity in SECTIONS.items():
        answer = section(examination, identity)
        parts = "".join(letter for letter, part in PARTS.items() if answer.parts and part in answer.parts)
        found[name] = f"{answer.status} {parts}".strip()
        found[f"{name} heading"] = answer.heading or "-"
    found["terms"] = f"{examination.terms.closing or '-'} {examination.terms.opening or '-'}"
    found["unit"] = examination.unit.id if examination.unit else "-"
    return found


def wanted(report: dict[str, Any]) -> dict[str, str]:
    """What a careful reader says; of a complete part nothing need be said."""
    want = {"results": "present", "lessons": "present", "goals": "present odts", "nq29": "present", "findings": ""}
    want |= {"terms": "2015-2020 2020-2025"} | {key: str(value) for key, value in report["want"].items()}
    lacking = [
        f"goals.part_missing:{part}" for letter, part in PARTS.items() if letter not in want["goals"].split()[-1]
    ]
    empty = want["goals"].startswith("thin-") or want["goals"] == "missing"
    want["goals"] = want["goals"].replace("thin-", "thin")
    want["findings"] = " ".join(sorted([*want["findings"].split(), *([] if empty else lacking)]))
    return want


@pytest.mark.parametrize(("report", "texts"), [pytest.param(*each[1:], id=each[0]) for each in reports()])
def test_a_report_is_judged_as_a_careful_reader_would(report, texts):
    found = told(judged(*blocks(report, texts)))
    want = wanted(report)
    assert {key: found.get(key) for key in want} == want
