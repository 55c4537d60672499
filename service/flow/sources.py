"""The page beside a drafted report that shows, for each block, the words of the units' reports that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.flow.stand_ins import filled
from service.outbox.city.blocks.renew import opened
from service.outbox.city.trail import trace_page
from service.outbox.phrasing.names import Names
from service.outbox.publish import publish
from service.outbox.sheets.page import Press
from service.words.showing import shown

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools

SOURCES = "-nguon.html"
"""Ends the name of the page, after the report's own name."""


def publish_sources(tools: Tools, report: Path, data: bytes) -> Path:
    """Lay the page of a report beside it; return where it lies.

    Raises:
        TongketError: a template or the folder can't be used.
    """
    _, memory = opened(data, shown(report.name))
    registry, words, names = tools.rulebook.registry, tools.words, Names(tools.words, tools.rulebook)
    page = filled(
        tools, lambda templates: trace_page(Press(templates, words), memory, registry, names, shown(report.name))
    )
    name = f"{report.stem}{SOURCES}"
    publish(report.parent, name, page)
    return report.parent / name
