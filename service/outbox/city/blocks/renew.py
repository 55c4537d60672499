"""Brings a drafter's Word file up to date by a plan: blocks of ours alone are touched, the rest stays as it is."""

from __future__ import annotations

import copy
import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from service.consolidate.renewal import renewal
from service.errors import TongketError, UsageError
from service.model.owned import Change, Fresh, Piece, Plan, Role, Step, Turn
from service.outbox.city.blocks.controls import (
    SDT,
    Tag,
    content_of,
    control,
    fingerprint,
    mark_inserted,
    pending,
    replace_content,
    set_tag,
    tag_of,
    words_of,
)
from service.outbox.city.blocks.figures import carry, told_by
from service.outbox.city.blocks.memory import Memory, recall, remember
from service.outbox.city.blocks.package import Package
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_REVISIONS = {W + name for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "tblPrChange")}


@dataclass(frozen=True, slots=True)
class Renewed:
    """A drafter's file brought up to date."""

    data: bytes
    """The bytes of the new file; those of the old one where nothing changes."""
    changes: tuple[Change, ...]
    changed: bool


def opened(data: bytes, name: str) -> tuple[Package, Memory]:
    """A drafted report and what it remembers.

    Raises:
        UsageError: it is no Word file, or none that this service drafted.
    """
    try:
        package = Package(data)
        memory = recall(package)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError, TongketError) as trouble:
        raise UsageError("city_report.update.no_word_file", file=name) from trouble
    if memory is None:
        raise UsageError("city_report.update.not_ours", file=name)
    return package, memory


def renewed(drafted: bytes, fresh: bytes, name: str, lead: str) -> Renewed:
    """A drafter's file with the words of a freshly built one, where the drafter didn't touch them.

    Args:
        drafted: The drafter's file.
        fresh: The report as it would be built today.
        name: The drafter's file, for the reader of an error.
        lead: What stands above newer words beside those of the drafter.

    Raises:
        UsageError: the file isn't one of ours.
    """
    package, memory = opened(drafted, name)
    newer, today = opened(fresh, name)
    update = _Update(package, newer, today, lead)
    plan = renewal(update.pieces, [known for known, _ in memory.blocks], update.fresh)
    if not plan.renews:
        return Renewed(drafted, plan.changes, changed=False)
    update.carry_out(plan)
    remember(package, memory.renewed(plan.known, today))
    return Renewed(package.bytes(), plan.changes, changed=True)


class _Update:
    """The drafter's document and the fresh one, side by side."""

    def __init__(self, package: Package, newer: Package, today: Memory, lead: str) -> None:
        self._package, self._newer = package, newer
        self._chart = told_by(package)
        self._root = package.tree(package.main)
        self._places: list[_Element] = []
        self._day = today.issued
        self._lead = lead
        self.pieces: list[Piece] = list(self._read())
        controls = ((one, tag_of(one)) for one in newer.tree(newer.main).iter(SDT))
        self._made = {tag.code: (one, tag) for one, tag in controls if tag}
        self.fresh = [
            Fresh(known.code, known.text, known.gen, known.size, known.title)
            for known, _ in today.blocks
            if known.code in self._made
        ]
        numbers = (one.get(W + "id", "") for one in self._root.iter(*_REVISIONS))
        self._revision = max((int(text) for text in numbers if text.isdigit()), default=0) + 1

    def _read(self) -> Iterator[Piece]:
        body = self._root.find(W + "body")
        for element in () if body is None else body:
            if element.tag == W + "sectPr":
                continue
            tag = tag_of(element) if element.tag == SDT else None
            if tag is None:
                self._places.append(element)
                held = any(True for _ in self._inside(element))
                yield Piece(Role.OWN, "" if held else words_of([element]))
            if tag is not None and _filled(element):
                yield self._block(element, tag)
            for one, inner in self._inside(element):
                yield self._block(one, inner)

    def _inside(self, element: _Element) -> Iterator[tuple[_Element, Tag]]:
        """Controls of ours within something else: moved into a table, or into a control of the drafter's."""
        for one in element.iter(SDT):
            tag = tag_of(one) if one is not element else None
            parent = one.getparent()
            if tag and _filled(one) and parent is not None and parent.tag != W + "p":
                yield one, tag

    def _block(self, element: _Element, tag: Tag) -> Piece:
        self._places.append(element)
        content = content_of(element)
        role = Role.OFFER if tag.offer else Role.BLOCK
        if tag.offer and content and words_of(content[:1]) == self._lead:
            content = content[1:]
        return Piece(
            role, words_of(content), fingerprint(content, self._chart), tag.code, tag.gen, pending=pending(content)
        )

    def carry_out(self, plan: Plan) -> None:
        """Do all of it; the tree goes back into the package."""
        tails: dict[int, _Element] = {}
        for one in plan.additions:
            made = self._added(one.code, offer=one.offer)
            if one.after is not None:
                tails.get(one.after, self._places[one.after]).addnext(made)
                tails[one.after] = made
            elif one.before is not None:
                self._places[one.before].addprevious(made)
            else:
                self._at_end(made)
        for step in plan.steps:
            self._turn(step, self._places[step.at : step.at + step.pieces])
        self._package.put(self._package.main, self._root)

    def _turn(self, step: Step, elements: Sequence[_Element]) -> None:
        first, turn = elements[0], step.turn
        if turn is Turn.KEEP:
            tag = tag_of(first)
            if tag is not None:
                set_tag(first, replace(tag, gen=step.gen, offer=step.role is Role.OFFER))
        elif turn is Turn.RENEW:
            made, tag = self._made[step.code]
            replace_content(first, self._copied(made))
            set_tag(first, tag)
        elif turn is Turn.DROP:
            _remove(first)
        elif turn is Turn.RELEASE:
            _unwrap(first)
        else:
            self._restore(elements, step.code, step.gen)

    def _restore(self, elements: Sequence[_Element], code: str, gen: str) -> None:
        place = etree.Element(W + "p")
        elements[0].addprevious(place)
        for element in elements:
            for one in [one for one in element.iter(SDT) if tag_of(one)]:
                _unwrap(one)
        title = next((one.title for one in self.fresh if one.code == code), code)
        source = self._made[code][1].source if code in self._made else ""
        place.addprevious(control(Tag(code, source, gen), title, elements))
        _remove(place)

    def _added(self, code: str, *, offer: bool) -> _Element:
        made, tag = self._made[code]
        content = self._copied(made)
        if offer:
            content.insert(0, _paragraph(self._lead))
        self._revision = mark_inserted(content, self._day, self._revision)
        title = next(one.title for one in self.fresh if one.code == code)
        return control(replace(tag, offer=offer), title, content)

    def _copied(self, made: _Element) -> list[_Element]:
        content = [copy.deepcopy(one) for one in content_of(made)]
        for one in content:
            carry(one, self._newer, self._package)
        return content

    def _at_end(self, made: _Element) -> None:
        body = self._root.find(W + "body")
        if body is None:
            return
        last = body.find(W + "sectPr")
        body.append(made) if last is None else last.addprevious(made)


def _paragraph(text: str) -> _Element:
    made = etree.Element(W + "p")
    etree.SubElement(etree.SubElement(made, W + "r"), W + "t").text = text
    return made


def _filled(made: _Element) -> bool:
    """Whether a control holds anything but Word's prompt to type."""
    prompt = made.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    content = content_of(made)
    return not prompt and any(one.text for part in content for one in part.iter(W + "t"))


def _unwrap(made: _Element) -> None:
    for child in content_of(made):
        made.addprevious(child)
    _remove(made)


def _remove(made: _Element) -> None:
    parent = made.getparent()
    if parent is None:
        return
    parent.remove(made)
    if parent.tag == W + "tc" and (len(parent) == 0 or parent[-1].tag != W + "p"):
        etree.SubElement(parent, W + "p")
