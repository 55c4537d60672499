"""Merges small files, and looks at what came out."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from io import BytesIO

from lxml import etree

from service.compendium import merge, whole_extract
from service.model.city import Extract
from service.model.compendium import Captions, Contribution
from service.read import read
from service.read.package import CONTENT_TYPES
from service.read.xml import R, W

CAPTIONS = Captions("Tập hợp", "MỤC LỤC", (("results", "KẾT QUẢ"), ("lessons", "BÀI HỌC")), "Chưa có đơn vị nào.")
HUGE = etree.XMLParser(huge_tree=True)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def report(unit, data, extract=None):
    """A unit's file, all of it under the first section unless told otherwise."""
    return Contribution(
        unit, f"Theo báo cáo của {unit}", "ab" * 32, extract or whole_extract(data, "results"), lambda: data
    )


def only(extract, *ranges):
    """The passages of some ranges of paragraphs alone, each range a section of its own."""
    (_, passages), *_ = extract.sections
    sections = zip(("results", "lessons"), ranges, strict=False)
    found = tuple((name, tuple(one for one in passages if one.paragraph in numbers)) for name, numbers in sections)
    return Extract(found, extract.blocks, extract.notes)


class Merged:
    """What came out of a merge."""

    def __init__(self, *reports, front=None):
        sink = BytesIO()
        self.result = merge(sink, reports, CAPTIONS, BytesIO, front=front)
        self.data = sink.getvalue()
        with zipfile.ZipFile(BytesIO(self.data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.document = self.tree("word/document.xml")

    def tree(self, name):
        return etree.fromstring(self.parts[name], HUGE)

    def pieces(self):
        """The content of each unit's control, in order."""
        return [one.find(W + "sdtContent") for one in self.document.iter(W + "sdt")]

    def lines(self):
        """Number and words of each paragraph of the units' own text, as the reader reads the whole file."""
        return [(one.label, one.text) for one in read(self.data).paragraphs]

    def says(self, *texts):
        """Whether these paragraphs stand there in this order."""
        rest = iter([text for _, text in self.lines()])
        return all(any(text == other for other in rest) for text in texts)

    def labels(self):
        return [label for label, _ in self.lines() if label]

    def notes(self):
        return [(note.kind, note.text) for note in read(self.data).notes if note.kind in ("footnote", "endnote")]

    def style_of(self, text):
        """The styles of the paragraph with that text and of its first run, each with everything it is based on."""
        paragraph = next(p for p in self.document.iter(W + "p") if "".join(p.itertext(W + "t")) == text)
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        run = paragraph.find(f"{W}r/{W}rPr/{W}rStyle")
        return self.chain(named.get(W + "val") if named is not None else None), self.chain(
            run.get(W + "val") if run is not None else ""
        )

    def chain(self, ident):
        styles = {one.get(W + "styleId"): one for one in self.tree("word/styles.xml").iter(W + "style")}
        if ident is None:
            ident = next(key for key, one in styles.items() if one.get(W + "default") == "1")
        found = []
        while ident:
            found.append(styles[ident])
            base = styles[ident].find(W + "basedOn")
            ident = base.get(W + "val") if base is not None else ""
        return found

    def value(self, chain, path):
        """What a chain of styles says of a property: the nearest one that says anything."""
        for style in chain:
            said = style.find("/".join(W + part for part in path.split("/")[:-1]))
            if said is not None and (value := said.get(W + path.rsplit("/", 1)[1])) is not None:
                return value
        return None

    def troubles(self):
        """What would make Word offer to repair the file."""
        found = [
            f"not well formed: {name}"
            for name in self.parts
            if name.endswith((".xml", ".rels")) and _is_broken(self.parts[name])
        ]
        found += self._dangling()
        body, styles = self.document, self.tree("word/styles.xml")
        known = {one.get(W + "styleId") for one in styles.iter(W + "style")}
        trees = [body, *(self.tree(f"word/{kind}s.xml") for kind in ("footnote", "endnote"))]
        for tag in ("pStyle", "rStyle", "tblStyle"):
            found += [
                f"no style {one.get(W + 'val')}"
                for tree in trees
                for one in tree.iter(W + tag)
                if one.get(W + "val") not in known
            ]
        names = Counter(
            (one.get(W + "type"), one.find(W + "name").get(W + "val").lower()) for one in styles.iter(W + "style")
        )
        found += [f"two styles {name}" for name, count in names.items() if count > 1]
        lists = {one.get(W + "numId") for one in self.tree("word/numbering.xml").iter(W + "num")}
        found += [f"no list {one.get(W + 'val')}" for one in body.iter(W + "numId") if one.get(W + "val") not in lists]
        found += self._doubled(body)
        found += self._unpaired(body)
        return found

    def _doubled(self, body):
        drawn = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        kinds = {
            "drawing": [one.get("id") for one in body.iter(drawn)],
            "bookmark": [one.get(W + "id") for one in body.iter(W + "bookmarkStart")],
            "bookmark name": [one.get(W + "name").lower() for one in body.iter(W + "bookmarkStart")],
            "control": [one.get(W + "val") for one in body.iter(W + "id")],
            "list": [one.get(W + "numId") for one in self.tree("word/numbering.xml").iter(W + "num")],
            "definition": [
                one.get(W + "abstractNumId") for one in self.tree("word/numbering.xml").iter(W + "abstractNum")
            ],
        }
        for kind in ("footnote", "endnote"):
            kinds[kind] = [one.get(W + "id") for one in self.tree(f"word/{kind}s.xml").iter(W + kind)]
            missing = {one.get(W + "id") for one in body.iter(f"{W}{kind}Reference")} - set(kinds[kind])
            if missing:
                yield f"{kind} {missing} isn't there"
        yield from (
            f"{kind} {one} twice" for kind, ids in kinds.items() for one, count in Counter(ids).items() if count > 1
        )

    def _unpaired(self, body):
        begun = Counter(one.get(W + "id") for one in body.iter(W + "bookmarkStart"))
        begun.subtract(one.get(W + "id") for one in body.iter(W + "bookmarkEnd"))
        yield from (f"bookmark {one} is open" for one, count in begun.items() if count)
        depth = 0
        for sign in body.iter(W + "fldChar"):
            depth += {"begin": 1, "end": -1}.get(sign.get(W + "fldCharType"), 0)
            if depth < 0:
                yield "a field ends that never began"
        if depth:
            yield "a field never ends"

    def _dangling(self):
        for name, data in self.parts.items():
            if not name.endswith(".rels"):
                continue
            folder, last = posixpath.split(name)
            source = posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))
            ids = set()
            for one in etree.fromstring(data, HUGE).iter(_RELATION):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(source), one.get("Target")))
                ids.add(one.get("Id"))
                if one.get("TargetMode") or target not in self.parts:
                    yield f"{source} leads to {one.get('Target')}"
            if source in self.parts:
                used = {
                    v
                    for one in etree.fromstring(self.parts[source], HUGE).iter()
                    for k, v in one.attrib.items()
                    if k.startswith(R)
                }
                yield from (f"{source} names {one}" for one in used - ids)
        declared = self.tree(CONTENT_TYPES)
        endings = {one.get("Extension") for one in declared if one.get("Extension")}
        named = {one.get("PartName").lstrip("/") for one in declared if one.get("PartName")}
        for name in self.parts:
            if name != CONTENT_TYPES and name not in named and name.rpartition(".")[2] not in endings:
                yield f"no type for {name}"


def _is_broken(data):
    try:
        etree.fromstring(data, HUGE)
    except etree.XMLSyntaxError:
        return True
    return False
