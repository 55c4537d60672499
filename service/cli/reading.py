"""What `tongket read` does: a file as the program sees it, before it judges anything."""

from __future__ import annotations

import sys
from pathlib import Path

from service.cli.speech import catalogue, say
from service.cli.view import lines, to_object
from service.errors import UnreadableReport
from service.flow.opening import must_open, open_report
from service.outline import outline, parted
from service.words.showing import shown


def show(path: str | Path, form: str = "text") -> int:
    """Print a file as text or JSON; 0, or 1 where it can't be read.

    Raises:
        UsageError: there is no such file, or it can't be opened.
    """
    path = Path(path)
    must_open(path)
    try:
        manuscript = open_report(path.read_bytes(), path.name)
    except UnreadableReport as trouble:
        print(say("cli.error.prefix", message=_reason(trouble)), file=sys.stderr)
        return 1
    parts, origin = parted(manuscript)
    structure = outline(parts)
    if origin is not None:
        from service.flow.tracing import traced_outline  # noqa: PLC0415 - few files need it

        structure = traced_outline(structure, origin)
    if form == "json":
        import json  # noqa: PLC0415

        print(json.dumps(to_object(path.name, manuscript, structure), ensure_ascii=False, indent=1), flush=True)
    else:
        print("\n".join(map(shown, lines(path.name, manuscript, structure, catalogue()))), flush=True)
    return 0


def _reason(trouble: UnreadableReport) -> str:
    """Why a file can't be read and what to do, in the words that the rule pack has for it."""
    from service.check.documents.traits import unreadable  # noqa: PLC0415 - only where a file can't be read
    from service.cli.options import rules_of  # noqa: PLC0415

    finding = unreadable(rules_of(None)[0], trouble)
    return f"{finding.message} {finding.fix}"
