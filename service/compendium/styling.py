"""Styles of many reports in one sheet: by type and canonical name, equal ones shared, clashing ones under new names."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from service.compendium.accepting import remove
from service.compendium.schema import laid_over, put
from service.compendium.sheet import name_of, said_by, shown_name
from service.read.compact import KEY
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from service.compendium.faces import Faces
    from service.compendium.opened import Opened
    from service.compendium.sheet import Stylesheet
    from service.compendium.survey import Survey

_KEPT = ("uiPriority", "qFormat", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
_PPR, _RPR, _STYLE = W + "pPr", W + "rPr", W + "style"
_MOST_CHAIN = 20
_PLAIN_TABLE = b'<w:tblCellMar><w:top w:w="0" w:type="dxa"></w:top><w:left w:w="108" w:type="dxa"></w:left>'


def _neither() -> _Element:
    """What Word gives where neither a style nor the defaults say anything; said outright for other programs."""
    font = {f"{W}{slot}": "Times New Roman" for slot in ("ascii", "hAnsi", "cs")}
    properties = etree.Element(_RPR)
    etree.SubElement(properties, W + "rFonts", font)
    for size in ("sz", "szCs"):
        etree.SubElement(properties, W + size, {VAL: "20"})
    return properties


class _Key(NamedTuple):
    """What a style of a report becomes depends on the style of the table around it."""

    ident: str
    table: str


class Tailor:
    """Gives the paragraphs, runs and tables of one report styles of the compendium that look the same."""

    def __init__(self, opened: Opened, sheet: Stylesheet, faces: Faces) -> None:
        self._source = opened.sheet
        self._styles = opened.styles
        self._sheet = sheet
        self._faces = faces
        self._folds = opened.folds
        self._folded: dict[tuple[str, str], str] = {}
        self._made: dict[_Key, str] = {}
        self._bases: dict[str, tuple[_Element | None, _Element | None]] = {}
        self._tables: dict[str, str] = {}
        defaults = opened.sheet.defaults
        run = defaults.find(f"{W}rPrDefault/{W}rPr") if defaults is not None else None
        paragraph = defaults.find(f"{W}pPrDefault/{W}pPr") if defaults is not None else None
        if defaults is not None:
            faces.say_outright(defaults)
        self._defaults = (paragraph, laid_over(run, _neither()))
        self._plain_table = self._default_table()
        if not sheet.default_id:  # the first report's is as good as any, and most reports then need not name it
            sheet.default_id = self._paragraph("", "")

    def dress(self, seen: Survey) -> None:
        """Map every style that is named in what was seen, and name the one that is meant where none is."""
        around: dict[_Element, str] = {}
        for table in seen.tables:
            name = self._table_context(table)
            if name or around:
                around.update(dict.fromkeys(table.iter(W + "p"), name))
            self._dress_table(table)
        for paragraph in seen.paragraphs:
            self._dress_paragraph(paragraph, around.get(paragraph, ""))
        self.dress_runs(seen.characters)

    def dress_runs(self, characters: Iterable[_Element]) -> None:
        """Map the styles that these runs name."""
        for named in characters:
            mapped = self._other(named.get(VAL, ""), "character")
            if mapped:
                named.set(VAL, mapped)
            else:
                remove(named)

    def _dress_paragraph(self, paragraph: _Element, table: str) -> None:
        key = paragraph.get(KEY)
        if key is not None:
            known = self._folded.get((key, table))
            if known is None:
                block = deepcopy(self._folds.get(key))
                self._dress_properties(block, table)
                known = self._folded[key, table] = self._folds.add(block)
            paragraph.set(KEY, known)
            return
        ppr = paragraph[0] if len(paragraph) and paragraph[0].tag == _PPR else None
        if ppr is not None:
            self._dress_properties(ppr, table)
        elif (mapped := self._paragraph("", table)) != self._sheet.default_id:
            ppr = etree.Element(_PPR)
            paragraph.insert(0, ppr)
            ppr.append(_said("pStyle", mapped))

    def _dress_properties(self, ppr: _Element, table: str) -> None:
        named = child(ppr, W + "pStyle")
        mapped = self._paragraph(named.get(VAL, "") if named is not None else "", table)
        if named is None and mapped != self._sheet.default_id:
            ppr.insert(0, _said("pStyle", mapped))
        elif named is not None and mapped == self._sheet.default_id:
            remove(named)
        elif named is not None:
            named.set(VAL, mapped)

    def _table_context(self, table: _Element) -> str:
        """The style of a table, where it says something of the text in it."""
        properties = child(table, W + "tblPr")
        named = child(properties, W + "tblStyle") if properties is not None else None
        ident = named.get(VAL, "") if named is not None else ""
        return ident if self._base(ident) is not self._defaults else ""

    def _dress_table(self, table: _Element) -> None:
        properties = child(table, W + "tblPr")
        named = child(properties, W + "tblStyle") if properties is not None else None
        mapped = self._other(named.get(VAL, ""), "table") if named is not None else self._plain_table
        if named is not None and properties is not None:
            properties.remove(named)
        if mapped:
            if properties is None:
                properties = etree.Element(W + "tblPr")
                table.insert(0, properties)
            properties.insert(0, _said("tblStyle", mapped))

    def _default_table(self) -> str:
        """The style of tables that name none, where it isn't what every program does by itself."""
        ident = self._source.default_table
        if ident not in self._source:
            return ""
        properties = child(self._source[ident], W + "tblPr")
        said = b"" if properties is None else said_by(properties)
        return "" if _PLAIN_TABLE in said else self._other(ident, "table")

    def _base(self, table: str) -> tuple[_Element | None, _Element | None]:
        """What a paragraph has before its style: the defaults, under what its table's style says of all its text."""
        if table not in self._bases:
            paragraph, run = self._defaults
            said = False
            for style in reversed(self._styles.elements(table) if table else []):
                said = said or any(child(style, tag) is not None for tag in (_PPR, _RPR))
                paragraph = laid_over(child(style, _PPR), paragraph)
                run = laid_over(child(style, _RPR), run)
            self._bases[table] = (paragraph, run) if said else self._defaults
        return self._bases[table]

    def _paragraph(self, ident: str, table: str) -> str:
        known = ident if ident in self._source else self._source.default_id
        return self._mapped(_Key(known, table), "paragraph")

    def _other(self, ident: str, kind: str) -> str:
        if ident not in self._source or self._source[ident].get(W + "type", "paragraph") != kind:
            return ""
        return self._mapped(_Key(ident, ""), kind)

    def _mapped(self, key: _Key, kind: str, depth: int = 0) -> str:
        found = self._made.get(key)
        if found is None:
            style, signature = self._copied(key, kind, depth)
            found = self._made[key] = self._sheet.add(style, signature)
            self._follow(key, kind, found, depth)
        return found

    def _of(self, ident: str) -> _Element | None:
        return self._source[ident] if ident in self._source else None  # noqa: SIM401 - a sheet isn't a dict

    def _copied(self, key: _Key, kind: str, depth: int) -> tuple[_Element, bytes]:
        """A style of the report as one of the compendium, and what it is known by."""
        source = self._of(key.ident)
        style = etree.Element(_STYLE, {W + "type": kind}, nsmap={"w": W.strip("{}")})
        name = name_of(source) if source is not None else "normal"
        style.append(_said("name", shown_name(source) if source is not None else "Normal"))
        for part in source if source is not None else ():
            if part.tag in _KEPT_TAGS:
                style.append(deepcopy(part))
        self._faces.say_outright(style)
        parent = self._parent(key, source, kind, depth)
        if parent:
            style.insert(1, _said("basedOn", parent))
        if kind == "paragraph":
            self._settle(style, name, self._base(key.table) if not parent else None)
        told = (kind.encode(), name.encode(), said_by(style), *map(self._looks, (source, source), ("link", "next")))
        return style, b"|".join(told)

    def _looks(self, source: _Element | None, tag: str) -> bytes:
        """What the style that this one leads to looks like: of equal styles that lead to others none is another."""
        said = child(source, W + tag) if source is not None else None
        target = self._of(said.get(VAL, "")) if said is not None else None
        parts = () if target is None else (child(target, part) for part in (_PPR, _RPR))
        return b"".join(said_by(part) for part in parts if part is not None)

    def _parent(self, key: _Key, source: _Element | None, kind: str, depth: int) -> str:
        base = child(source, W + "basedOn") if source is not None else None
        ident = base.get(VAL, "") if base is not None else ""
        if ident not in self._source or ident == key.ident or depth > _MOST_CHAIN:
            return ""
        if self._source[ident].get(W + "type", "paragraph") != kind:
            return ""
        return self._mapped(_Key(ident, key.table), kind, depth + 1)

    def _settle(self, style: _Element, name: str, base: tuple[_Element | None, _Element | None] | None) -> None:
        """Say what the style has from the defaults, take its number away, and set headings below our own."""
        for tag, under in zip((_PPR, _RPR), base or (), strict=False):
            own = child(style, tag)
            merged = laid_over(own, under)
            if own is not None:
                style.remove(own)
            if merged is not None:
                style.append(merged)
        ppr = child(style, _PPR)
        if ppr is None:
            ppr = etree.Element(_PPR)
            rpr = child(style, _RPR)
            if rpr is not None:
                rpr.addprevious(ppr)
            else:
                style.append(ppr)
        for tag in ("numPr", "outlineLvl"):
            said = child(ppr, W + tag)
            level = said.get(VAL, "") if said is not None and tag == "outlineLvl" else name[-1:]
            if said is not None:
                ppr.remove(said)
            if tag == "outlineLvl" and (said is not None or name[:-1] == "heading ") and level.isdecimal():
                depth = int(level) - (0 if said is not None else 1)
                put(ppr, _said("outlineLvl", str(min(depth + 2, 9) if depth < 9 else 9)))

    def _follow(self, key: _Key, kind: str, ident: str, depth: int) -> None:
        """Map what the style is linked to and what follows it."""
        source = self._of(key.ident)
        style = self._sheet[ident]
        for tag, other in (("link", "character" if kind == "paragraph" else "paragraph"), ("next", kind)):
            said = child(source, W + tag) if source is not None else None
            target = said.get(VAL, "") if said is not None else ""
            known = target in self._source and self._source[target].get(W + "type", "paragraph") == other
            if known and depth < _MOST_CHAIN and child(style, W + tag) is None:
                table = key.table if other == "paragraph" else ""
                mapped = self._mapped(_Key(target, table), other, depth + 1)
                base = child(style, W + "basedOn")
                at = 1 + (base is not None) + (child(style, W + "next") is not None)
                style.insert(at if tag == "link" else 1 + (base is not None), _said(tag, mapped))


_KEPT_TAGS = frozenset(W + name for name in _KEPT)


def _said(tag: str, value: str) -> _Element:
    return etree.Element(W + tag, {W + "val": value})
