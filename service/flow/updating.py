"""Brings a drafter's report up to date in a new file beside it; the drafter's file itself is never written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.errors import UsageError, WorkspaceError
from service.flow.city_round import drafted, summed_up
from service.flow.drafts import within
from service.flow.sources import publish_sources
from service.flow.stand_ins import filled
from service.outbox.city.blocks.renew import opened, renewed
from service.outbox.city.trail import change_page
from service.outbox.publish import publish
from service.outbox.sheets.page import Press
from service.words.showing import shown

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools
    from service.model.owned import Change

_UPDATED = re.compile(r"-cap-nhat-\d{1,6}$")
CHANGES = "-thay-doi.html"
"""Ends the name of the change list, after the new report's own name."""


@dataclass(frozen=True, slots=True)
class Updated:
    """What an update did."""

    report: Path | None
    """The new file; None where there was nothing to bring up to date."""
    pages: tuple[Path, ...]
    """The change list and the page of sources."""
    changes: tuple[Change, ...]


def update_report(tools: Tools, file: Path) -> Updated:
    """Write a new version of a drafter's report by what units have sent since.

    Raises:
        UsageError: the file isn't there, is open in Word, or isn't one that this service drafted.
        TongketError: a template, the ledger or the folder can't be used.
    """
    data, name = _closed(file), shown(file.name)
    _, memory = opened(data, name)
    _, report, _ = summed_up(tools, memory.unit)
    result = renewed(data, drafted(tools, report), name, tools.words.say("city_report.update.lead"))
    if not result.changed:
        return Updated(None, (), result.changes)
    stem = _next(file)
    publish(file.parent, f"{stem}.docx", result.data)
    page = filled(
        tools, lambda templates: change_page(Press(templates, tools.words), result.changes, name, f"{stem}.docx")
    )
    publish(file.parent, f"{stem}{CHANGES}", page)
    new = file.parent / f"{stem}.docx"
    return Updated(new, (file.parent / f"{stem}{CHANGES}", publish_sources(tools, new, result.data)), result.changes)


def _closed(file: Path) -> bytes:
    """The bytes of a file that nobody has open."""
    if not file.is_file():
        raise UsageError("cli.error.no_such_path", path=shown(file))
    # Word's lock leaves out the first letters of a long name; LibreOffice's has a form of its own.
    locks = {f"~${file.name}", f"~${file.name[1:]}", f"~${file.name[2:]}", f".~lock.{file.name}#"}
    if any(one.name in locks for one in within(file.parent)):
        raise UsageError("city_report.update.open", file=shown(file.name))
    try:
        return file.read_bytes()
    except OSError as trouble:
        reason = trouble.strerror or ""
        raise WorkspaceError("city_report.update.unreadable", file=shown(file), reason=reason) from trouble


def _next(file: Path) -> str:
    """A name beside the file that nothing has."""
    stem = _UPDATED.sub("", file.stem)
    taken = {one.stem.casefold() for one in within(file.parent)}
    number = 2
    while f"{stem}-cap-nhat-{number}".casefold() in taken:
        number += 1
    return f"{stem}-cap-nhat-{number}"
