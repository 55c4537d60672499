"""What result.json and `status` tell of versions and waivers, as plain dicts and lists."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from service.model.comparison import Comparison, Progress
from service.rounds.fingerprint import marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.comparison import Lineage, Version
    from service.model.examination import Finding
    from service.model.waiver import Lapsed, Waiver, Waiving


def lineage_object(lineage: Lineage, findings: Sequence[Finding] = ()) -> dict[str, Any]:
    """Where a submission stands among the versions of its report, and finding by finding what changed.

    Args:
        lineage: of the submission.
        findings: what was found in it; empty where the counts are enough.
    """
    compared = lineage.comparison
    return {
        "round": lineage.version.number,
        "presumed": lineage.presumed or None,
        "against": _version(lineage.against),
        "repeats": _version(lineage.repeats),
        "returns": _version(lineage.returns),
        "copies": [_version(copy) for copy in lineage.copies],
        "older": lineage.older,
        "unchanged": lineage.unchanged,
        "sameness": compared.sameness if compared else None,
        "other_rules": compared.other_rules if compared else False,
        "counts": counts(compared) if compared else None,
        **(_findings(compared, findings) if compared and findings else {}),
        **({"fixed": [_told(finding) for finding in compared.fixed]} if compared else {"fixed": []}),
    }


def counts(compared: Comparison) -> dict[str, int]:
    """How many findings are new, still open, changed and fixed."""
    return {**{str(each): compared.count(each) for each in Progress}, "fixed": len(compared.fixed)}


def waiving_object(waiving: Waiving) -> dict[str, Any]:
    """What was accepted, what no longer holds and why, and what was asked for."""
    return {
        "accepted": list(_accepted(waiving)),
        "lapsed": [_lapsed(one) for one in waiving.lapsed],
        "proposals": [waiver_object(one) for one in waiving.proposals],
    }


def waiver_object(waiver: Waiver) -> dict[str, Any]:
    """One waiver; days and moments in ISO 8601."""
    until = waiver.until.isoformat() if waiver.until else None
    return {name: value for name, value in asdict(waiver).items() if name not in _INSIDE} | {"until": until}


_INSIDE = frozenset({"kin", "proposed"})


def _accepted(waiving: Waiving) -> Iterator[dict[str, Any]]:
    for mark, waiver in zip(waiving.marks, waiving.accepted, strict=True):
        if waiver is not None:
            yield waiver_object(waiver) | {"finding": mark.id}


def _lapsed(lapsed: Lapsed) -> dict[str, Any]:
    return waiver_object(lapsed.waiver) | {"lapse": lapsed.lapse, "now": lapsed.now or None}


def _findings(compared: Comparison, findings: Sequence[Finding]) -> dict[str, Any]:
    rows = zip(marks(findings), compared.traces, strict=True)
    return {
        "findings": [
            {"id": mark.id, "progress": trace.progress, "before": trace.before.message if trace.before else None}
            for mark, trace in rows
        ]
    }


def _told(finding: Finding) -> dict[str, Any]:
    mark = marks([finding])[0]
    names = ("code", "severity", "section", "part", "authority", "message", "quote")
    return {**{name: getattr(finding, name) for name in names}, "fingerprint": mark.fingerprint, "id": mark.id}


def _version(version: Version | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {
        "round": version.number,
        "file": f"{version.folder}/{version.name}".strip("/"),
        "received": version.received,
    }
