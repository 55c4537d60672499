"""The JSON object of contract version 1, both ways."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar

from service.model.examination import (
    PARTS,
    Certainty,
    Citation,
    Examination,
    FileFacts,
    Finding,
    Indicator,
    Kind,
    Mark,
    SectionAnswer,
    Severity,
    Sketch,
    Status,
    Terms,
    UnitMatch,
    Unseen,
    Verdict,
)
from service.model.manuscript import Reply
from service.rounds.fingerprint import marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCHEMA = 1
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Bytes of a file name that are no UTF-8 arrive as lone surrogates."""
_HASHED = re.compile(r"(.*)\+([0-9a-f]{8})", re.DOTALL)
T = TypeVar("T")


def to_object(examination: Examination) -> dict[str, Any]:
    """Return an examination as the contract's object: plain dicts, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "file": asdict(examination.file),
        "kind": examination.kind,
        "verdict": examination.verdict,
        "unit": asdict(examination.unit) if examination.unit else None,
        "terms": asdict(examination.terms),
        "sections": [_section(section) for section in examination.sections],
        "authorities": [asdict(citation) for citation in examination.authorities],
        "indicators": [{**asdict(each), "value": _number(each.value)} for each in examination.indicators],
        "findings": findings_object(examination.findings),
        **_pack(examination.pack),
        "engine": examination.engine,
    }


def findings_object(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings with what names them in every version of the report: `id`, `fingerprint` and the weaker `kin`."""
    return [
        {**asdict(finding), "id": mark.id, "fingerprint": mark.fingerprint, "kin": mark.kin}
        for finding, mark in zip(findings, marks(findings), strict=True)
    ]


def _pack(name: str) -> dict[str, str]:
    """The pack's name and version, and apart from them the hash of its rules."""
    found = _HASHED.fullmatch(name)
    return {"pack": found[1], "pack_hash": found[2]} if found else {"pack": name, "pack_hash": ""}


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def _section(section: SectionAnswer) -> dict[str, Any]:
    parts = None if section.parts is None else {part: part in section.parts for part in PARTS}
    return {**asdict(section), "parts": parts}


def to_json(examination: Examination, *, indent: int | None = None, kept: bool = False) -> str:
    """Return the contract's object as JSON text; lone surrogates of undecodable file names are escaped.

    With `kept`, also what the ledger alone keeps: what rules on trial found, the marks, what the text is
    known by, what the reader could not see, and replies to our comments.
    """
    return dump(to_object(examination) | (_apart(examination) if kept else {}), indent=indent)


def _apart(examination: Examination) -> dict[str, Any]:
    apart = {
        "trial": [asdict(finding) for finding in examination.trial],
        "marks": [asdict(mark) for mark in examination.marks],
        "sketch": asdict(examination.sketch) if examination.sketch else None,
        "unseen": {name: count for name, count in asdict(examination.unseen).items() if count},
        "replies": [asdict(reply) for reply in examination.replies],
    }
    return {name: told for name, told in apart.items() if told}


def dump(data: Any, *, indent: int | None = None) -> str:
    """Return JSON text that any encoding of Unicode can hold."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def from_json(text: str) -> Examination:
    """Read an examination back from what `to_json` wrote.

    Raises:
        ValueError: the text is no such object.
    """
    try:
        return _from_object(json.loads(text))
    except (KeyError, TypeError, AttributeError) as trouble:
        raise ValueError(f"not an object of contract version {SCHEMA}") from trouble


def _from_object(data: Mapping[str, Any]) -> Examination:
    return Examination(
        file=_make(FileFacts, data["file"]),
        kind=Kind(data["kind"]) if data["kind"] else None,
        verdict=Verdict(data["verdict"]),
        unit=_make(UnitMatch, data["unit"]) if data["unit"] else None,
        terms=_make(Terms, data["terms"]),
        sections=tuple(_read_section(each) for each in data["sections"]),
        authorities=tuple(_make(Citation, each) for each in data["authorities"]),
        indicators=tuple(_make(Indicator, each) for each in data["indicators"]),
        findings=tuple(_read_finding(each) for each in data["findings"]),
        pack=data.get("pack", "") + (f"+{data['pack_hash']}" if data.get("pack_hash") else ""),
        engine=data.get("engine", ""),
        marks=tuple(_make(Mark, each) for each in data.get("marks", ())),
        trial=tuple(_read_finding(each) for each in data.get("trial", ())),
        sketch=_read_sketch(data.get("sketch")),
        unseen=_make(Unseen, data.get("unseen", {})),
        replies=tuple(_make(Reply, each) for each in data.get("replies", ())),
    )


def _make(kind: type[T], data: Mapping[str, Any], **more: Any) -> T:
    """Make a noun of those keys that it knows, so that answers of later versions still open."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{**{name: value for name, value in data.items() if name in known}, **more})


def _read_sketch(data: Mapping[str, Any] | None) -> Sketch | None:
    return _make(Sketch, data, grains=tuple(data.get("grains", ()))) if data else None


def _read_section(data: Mapping[str, Any]) -> SectionAnswer:
    parts = data.get("parts")
    return _make(
        SectionAnswer,
        data,
        status=Status(data["status"]),
        parts=None if parts is None else tuple(part for part in PARTS if parts.get(part)),
        near_misses=tuple(data.get("near_misses", ())),
        spans=tuple((first, end) for first, end in data.get("spans", ())),
    )


def _read_finding(data: Mapping[str, Any]) -> Finding:
    certainty = Certainty(data.get("certainty", Certainty.SURE))
    return _make(Finding, data, severity=Severity(data["severity"]), certainty=certainty)
