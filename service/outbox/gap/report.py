"""The gap report: what a unit's report still needs, where, why, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.examination import SECTIONS, Examination, Severity, Verdict
from service.model.waiver import NONE
from service.outbox.gap.checklist import AUTHORITIES, checklist
from service.outbox.gap.items import grave_items, listed, weights
from service.outbox.phrasing.conclusion import conclusion
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.unchecked import unchecked
from service.outbox.phrasing.versions import since
from service.outbox.sheets.letterhead import letterhead, reviewer
from service.outbox.sheets.templating import fill, fixed_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from service.model.comparison import Lineage
    from service.model.unit import Registry
    from service.model.waiver import Waiving
    from service.words import Words

SHEET = "phieu-ra-soat.docx"
LETTER = "thong-bao-tep-bao-cao.docx"


def gap_report(
    templates: Path,
    examination: Examination,
    registry: Registry,
    words: Words,
    issued: date,
    *,
    received: str = "",
    lineage: Lineage | None = None,
    waiving: Waiving = NONE,
    names: Names | None = None,
    required: Sequence[str] = AUTHORITIES,
    pages: Sequence[int | None] = (),
) -> bytes:
    """The Word file that goes back to the officer who sent a report.

    Args:
        templates: Folder of the office's templates.
        examination: What was found.
        registry: All units, for the name of the reviewing association.
        words: The catalogue.
        issued: Date of the sheet.
        received: When the file was taken, ISO 8601.
        lineage: Where the file stands among the unit's versions, to say what was mended.
        waiving: Which findings are accepted: told apart, and not asked for.
        names: Names of sections, authorities and indicators.
        required: Authorities that the checklist shows.
        pages: About which page each paragraph stands on, where that is known.

    Raises:
        TemplateError: the template is missing, broken or asks for what isn't there.
    """
    names = names or Names(words)
    values = _head(examination, registry, words, issued, received)
    if examination.verdict in (Verdict.COMPLETE, Verdict.GAPS):
        values |= _sheet(examination, lineage, waiving, words, names)
        values["weights"] = weights(examination, words, names, lineage, waiving, pages=pages)
        values["checks"] = checklist(examination, words, names, required, waiving)
        values["unseen"] = unchecked(examination, words)
        template, title = SHEET, words.say("gap_report.title")
    else:
        values |= _letter(examination, words, names)
        template, title = LETTER, words.say("gap_report.letter_title")
    return fill(templates, template, values, title=f"{title}: {values['unit']}", issued=issued)


def _head(examination: Examination, registry: Registry, words: Words, issued: date, received: str) -> dict[str, object]:
    unit = examination.unit
    terms = examination.terms
    unknown = words.say("gap_report.unknown_term")
    return {
        "head": letterhead(reviewer(unit.id if unit else None, registry), registry, issued, words),
        "unit": unit.name if unit else words.say("gap_report.unknown_unit"),
        "unit_known": unit is not None,
        "file": examination.file.name,
        "received": short_date(received, words),
        "term": words.say("gap_report.term", closing=terms.closing or unknown, opening=terms.opening or unknown),
        "pack": examination.pack,
        "say": {
            **fixed_words(words, "gap_report.say", {}),
            "letter": fixed_words(words, "gap_report.letter", {}),
        },
    }


def _sheet(
    examination: Examination, lineage: Lineage | None, waiving: Waiving, words: Words, names: Names
) -> dict[str, object]:
    compared = lineage.comparison if lineage else None
    return {
        "verdict": conclusion(examination, words, names, waiving),
        "since": " ".join(since(lineage, words)) if lineage else "",
        "fixed": list(dict.fromkeys(one.message for one in compared.fixed)) if compared else [],
        "must_fix": _must_fix(examination, words, names, waiving),
        "nothing_due": words.say("gap_report.nothing_due"),
        "sources": listed(examination.findings, words),
    }


def _must_fix(examination: Examination, words: Words, names: Names, waiving: Waiving) -> list[dict[str, object]]:
    """One line for each item that must be mended, under the number that its details have."""
    items = grave_items(examination, words, names, waiving)
    return [{"number": item.number, "text": item.points[0].text} for item in items]


def _letter(examination: Examination, words: Words, names: Names) -> dict[str, object]:
    findings = sorted(examination.findings, key=lambda finding: list(Severity).index(finding.severity))
    fixes = dict.fromkeys(finding.fix for finding in findings if finding.fix)
    return {
        "reasons": [{"message": one.message, "why": one.why} for one in findings],
        "kind": names.kind(examination.kind) if examination.kind else "",
        "steps": [*fixes, words.say("gap_report.step.resend")],
        "sections": [names.section(name) for name in SECTIONS],
    }
