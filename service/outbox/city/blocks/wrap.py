"""Makes what stands between two marks of a filled template a content control of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import TemplateError
from service.model.owned import Known
from service.outbox.city.blocks.contents import CONTENTS, set_contents
from service.outbox.city.blocks.controls import Tag, content_of, control, digest, fingerprint, short, words_of
from service.outbox.city.blocks.figures import set_chart, told_by
from service.outbox.city.blocks.memory import Memory, remember
from service.outbox.city.blocks.package import Package
from service.outbox.sheets.templating import MARK, repack
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml.etree import _Element

    from service.model.owned import Owned
    from service.outbox.city.charts import Chart


_CHART = "+"


def begin(code: str) -> str:
    """What a template prints in a paragraph of its own where a block begins."""
    return f"{MARK}{code}"


def place(code: str) -> str:
    """What it prints in a paragraph where the chart of that block goes, or the table of contents."""
    return f"{MARK}{_CHART}{code}"


def end() -> str:
    """What it prints where the block ends."""
    return MARK


def owned_blocks(
    data: bytes, owned: Sequence[Owned], memory: Memory, template: str, charts: Sequence[Chart] = ()
) -> bytes:
    """The same document with its blocks as content controls, and the part that remembers them.

    Args:
        data: A filled template.
        owned: What each block is, by the codes that the template marks.
        memory: What the document is; its blocks are added.
        template: Name of the template, for who must mend it.
        charts: What goes where the template has a place for the chart of a block.

    Raises:
        TemplateError: a mark is without its other half, or names what isn't there.
    """
    package = Package(data)
    root = package.tree(package.main)
    body = root.find(f"{W}body")
    known = {one.code: one for one in owned}
    _set_charts(package, root, charts)
    if body is not None:
        set_contents(body, place(CONTENTS), package.styles())
    blocks = [] if body is None else _wrapped(body, known, template, told_by(package))
    package.put(package.main, root)
    remember(package, Memory(memory.unit, memory.issued, memory.pack, tuple(blocks)))
    return repack(package.bytes())


def _set_charts(package: Package, root: _Element, charts: Sequence[Chart]) -> None:
    by_code = {f"{MARK}{_CHART}{chart.block}": chart for chart in charts}
    for paragraph in root.iter(f"{W}p"):
        chart = by_code.get(words_of([paragraph]).strip())
        if chart is not None:
            set_chart(package, paragraph, chart)


def _wrapped(
    body: _Element, owned: Mapping[str, Owned], template: str, chart: Callable[[str], str]
) -> list[tuple[Known, Owned]]:
    found: dict[str, tuple[Known, Owned]] = {}
    opened = ""
    inside: list[_Element] = []
    for element in list(body):
        mark = _mark(element)
        if mark is None:
            if opened:
                inside.append(element)
            continue
        if bool(mark) == bool(opened) or (mark and (mark not in owned or mark in found)):
            raise TemplateError("outbox.template.marks", template=template, mark=mark or opened)
        if not mark and inside:
            found[opened] = _wrap(element, owned[opened], inside, chart)
        body.remove(element)
        opened, inside = mark, []
    if opened:
        raise TemplateError("outbox.template.marks", template=template, mark=opened)
    return list(found.values())


def _mark(element: _Element) -> str | None:
    """The code where a block begins, nothing where it ends, None for whatever is no mark."""
    if element.tag != f"{W}p":
        return None
    words = words_of([element]).strip()
    return words[1:] if words.startswith(MARK) else None


def _wrap(at: _Element, owned: Owned, inside: list[_Element], chart: Callable[[str], str]) -> tuple[Known, Owned]:
    gen = fingerprint(inside, chart)
    files = digest("".join(sorted({source.sha256 for source in owned.sources})), 8)
    made = control(Tag(short(owned.code), files, gen), owned.title, inside)
    at.addprevious(made)
    content = content_of(made)
    return Known(short(owned.code), words_of(content), gen, len(content), title=owned.title), owned
