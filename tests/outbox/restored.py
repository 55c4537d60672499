"""What is left of an annotated copy when our comments are taken out, and what the original looks like beside it."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from service.outbox.annotated.marks import remove_marks
from service.read.anchors import anchors
from service.read.xml import W, parse

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_COMMENTS = "/comments"


def differences(original: bytes, copy: bytes) -> list[str]:
    """Names of the parts that aren't as they were; of text that was parted in two runs only the looks must match."""
    before, after = _members(original), _members(copy)
    found, made = anchors(original), anchors(copy)
    own, comments = _without_own(after[made.comments])
    links = posixpath.join(posixpath.dirname(found.main), "_rels", posixpath.basename(found.main) + ".rels")
    put_in = {links, "[Content_Types].xml", found.main, made.comments}
    changed = [name for name in before if name not in put_in and before[name] != after.get(name)]
    changed += [name for name in after if name not in before and name not in (made.comments, links)]
    if found.comments is not None and _canonical(parse(before[found.comments])) != _canonical(comments):
        changed.append(found.comments)
    root = parse(after[made.main])
    remove_marks(root, own)
    if _canonical(_joined(root)) != _canonical(_joined(parse(before[found.main]))):
        changed.append(found.main)
    for name in (links, "[Content_Types].xml"):
        if _entries(before.get(name)) != _entries(after[name]) - (set() if found.comments else _added(after[name])):
            changed.append(name)
    return changed


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _without_own(part: bytes) -> tuple[set[str], etree._Element]:
    root = parse(part)
    own = [one for one in root.iter(W + "comment") if one.get(W + "author") == "tongket"]
    for one in own:
        one.getparent().remove(one)
    return {one.get(W + "id") for one in own}, root


def _entries(part: bytes | None) -> set[bytes]:
    """Content types and links mean the same in any order."""
    return {etree.tostring(one, method="c14n") for one in parse(part)} if part else set()


def _added(part: bytes) -> set[bytes]:
    kept = (
        one for one in parse(part) if one.get("Type", one.get("ContentType", "")).endswith((_COMMENTS, "comments+xml"))
    )
    return {etree.tostring(one, method="c14n") for one in kept}


def _canonical(root: etree._Element) -> bytes:
    return etree.tostring(root, method="c14n")


def _joined(root: etree._Element) -> etree._Element:
    """The same document with neighbouring runs of the same looks as one run, their texts as one text."""
    for element in root.iter():
        # What stands between elements only lays the XML out.
        element.tail = (element.tail or "").strip() or None
        if len(element):
            element.text = (element.text or "").strip() or None
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is None or before.tag != W + "r" or run.tail or before.tail or _looks(before) != _looks(run):
            continue
        for child in list(run):
            if child.tag != W + "rPr":
                before.append(child)
        run.getparent().remove(run)
        run[:] = []
    for text in list(root.iter(W + "t", W + "delText")):
        text.attrib.pop(_SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            text.text = (before.text or "") + (text.text or "")
            before.getparent().remove(before)
    return root


def _looks(run: etree._Element) -> tuple[object, ...]:
    looks = run.find(W + "rPr")
    return sorted(run.attrib.items()), etree.tostring(
        looks, method="c14n", with_tail=False
    ) if looks is not None else b""
