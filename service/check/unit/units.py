"""Whose report it is: told by the letterhead, the title, the text, the file's name and folder, by the registry."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.check.unit.places import PLACES, key, place_names
from service.check.unit.strangers import names_unknown_commune
from service.language import fold, plain
from service.model.examination import UnitMatch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from service.check.case import Case, Line
    from service.model.unit import Registry, Unit

_DEPTH = {"city": 1, "district": 2, "commune": 3, "base": 4}
_ASSOCIATION = re.compile(r"hội khuyến học|hkh|hội kh(?![^\W_])|khuyến học")
_ADDRESSED = re.compile(r"kính gửi|nơi nhận|kèm theo|^ ?- ")
_BODY_OF_BASE = re.compile(
    r"trường|đại học|cao đẳng|trung học|tiểu học|mầm non|học viện|bệnh viện|công ti|tổng công ti|trung tâm|sở "
    r"|chi cục|cục |cơ quan|bộ chỉ huy|công an|xí nghiệp|nhà máy|ban quản lí|câu lạc bộ|doanh nghiệp"
)
_BARE = re.compile(r"(?:hội khuyến học|hkh) ([^\W\d_][^.;:,()0-9-]{2,30})$")
_PLACE_AND_DATE = re.compile(r"(?:^|\s{2,}|\t)([^\W\d_][^,\t]{1,30}), ngày")
_DATED = re.compile(r", ngày(?![^\W_])")
_OWN = re.compile(
    r"(?:ban chấp hành|bch|ban thường vụ|thay mặt|đại hội|, )[^.;]{0,40}(?:hội khuyến học|hkh) ?$"
    r"|(?:^|[.;:!] )(?:(?:hội khuyến học|hkh) )?$"
)
_OPENING_LINES = 12
_ARCHIVE = ".zip"
"""Its name may name a unit, but it is no step in the way to one."""
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Mention:
    units: tuple[Unit, ...]
    line: Line
    start: int
    end: int


def judge_unit(case: Case) -> UnitMatch | None:
    """The unit that the report is of; None where it can't be told for sure."""
    registry = case.rulebook.registry
    names = place_names(registry)
    hints = _hinted(case, registry)
    at = case.piece.title_paragraph
    front_end = case.piece.front_end if at is not None else max(case.piece.front_end, case.piece.start + 8)
    fronts = [line for line in case.lines if line.paragraph < front_end and not _ADDRESSED.search(line.folded)]
    letterhead = [line for line in fronts if at is None or line.paragraph < at]
    title = [line for line in fronts if at is not None and line.paragraph >= at]
    if (base := _base_body(letterhead, title)) is not None:
        return _base(base, registry)
    context = (
        _one_district(fronts, names, registry)
        or _written_at(letterhead, registry)
        or _one_district(case.lines, names, registry)
    )
    strange = names_unknown_commune(letterhead, title, {id(each.line) for each in _communes(fronts, names, registry)})
    for lines, place in ((letterhead, "letterhead"), (title, "title")):
        named = _lowest(_mentions(lines, names, registry) or _bare_mentions(lines, registry), hints, context)
        if named:
            if strange and _DEPTH[named[0].level] < _DEPTH["commune"]:
                return _by_hints(_put_below(hints))  # it is of a unit below the one named, and the registry lacks it
            # A namesake that nothing settles stays open: a less telling place must not outvote this one.
            above = _districts(_mentions(letterhead, names, registry))
            return None if _under_another(case, named, above, hints) else _match(named[0], place)
    opening = _opening(case)
    if (base := _base_body([], opening)) is not None:
        return _base(base, registry)
    named = _lowest(_own_in_text(_mentions(opening, names, registry)), hints, context)
    if named and not (strange and _DEPTH[named[0].level] < _DEPTH["commune"]):
        return _match(named[0], "text") if len(named) == 1 else None
    return _by_hints(_put_below(hints) if strange else hints)


def _under_another(
    case: Case, named: Sequence[Unit], above: Collection[str], hints: Sequence[tuple[Unit, str]]
) -> bool:
    """Whether it stays open which unit is named: several are, or one under another district than its own.

    The registry may lack that district's commune of this name. Where the folder, the file's name or the text speaks for
    the unit's own district, the letterhead is only copied; a file's name that repeats the commune's speaks for none.
    """
    if len(named) != 1:
        return True
    unit = named[0]
    if unit.level != "commune" or not above or unit.parent in above:
        return False
    registry = case.rulebook.registry
    body = [line for line in case.lines if line.paragraph >= case.piece.front_end]
    beside = _districts(_mentions(body, place_names(registry), registry)) | {
        each.id for each, place in hints if place == "folder" or each.level == "district"
    }
    return not beside & {unit.id, unit.parent}


def _districts(mentions: Iterable[_Mention]) -> set[str]:
    return {unit.id for mention in mentions for unit in mention.units if unit.level == "district"}


def _match(unit: Unit, place: str) -> UnitMatch:
    return UnitMatch(unit.id, unit.association, unit.level, place)


def _mentions(lines: Iterable[Line], names: Mapping[str, tuple[str, ...]], registry: Registry) -> list[_Mention]:
    by_id = {unit.id: unit for unit in registry.units}
    found = []
    for line in lines:
        for hit in line.of(PLACES):
            spelled = key(hit.phrase)
            ids = names.get(spelled) or names.get(spelled.replace(" .", ".")) or names.get(spelled.replace(".", ". "))
            if ids:
                found.append(_Mention(tuple(by_id[each] for each in ids), line, hit.start, hit.end))
    return found


def _communes(lines: Iterable[Line], names: Mapping[str, tuple[str, ...]], registry: Registry) -> Iterable[_Mention]:
    return (each for each in _mentions(lines, names, registry) if any(unit.level == "commune" for unit in each.units))


def _put_below(hints: Iterable[tuple[Unit, str]]) -> list[tuple[Unit, str]]:
    """The communes into whose folder somebody put the file: a person knew a name that the registry doesn't."""
    return [(unit, place) for unit, place in hints if place == "folder" and unit.level == "commune"]


def _bare_mentions(lines: Iterable[Line], registry: Registry) -> list[_Mention]:
    """Names right behind the association's, without the common noun: "HỘI KHUYẾN HỌC LÊ CHÂN"."""
    found = []
    for line in lines:
        if (named := _BARE.search(line.folded.strip())) is None:
            continue
        name = " ".join(named[1].split())
        units = tuple(unit for unit in registry.units if fold(unit.name) == name and unit.level != "base")
        if units:
            found.append(_Mention(units, line, named.start(1), named.end(1)))
    return found


def _written_at(letterhead: Iterable[Line], registry: Registry) -> frozenset[str]:
    """The district that the line of place and date names ("Vĩnh Bảo, ngày …")."""
    places = {found[1].strip() for line in letterhead if (found := _PLACE_AND_DATE.search(line.folded))}
    return frozenset(unit.id for unit in registry.units if unit.level == "district" and fold(unit.name) in places)


def _lowest(
    mentions: Sequence[_Mention], hints: Sequence[tuple[Unit, str]], context: frozenset[str]
) -> tuple[Unit, ...]:
    """The lowest unit named; several where a name is that of several units and nothing beside it settles which."""
    deepest = max((_DEPTH[unit.level] for mention in mentions for unit in mention.units), default=0)
    candidates = {unit.id: unit for m in mentions for unit in m.units if _DEPTH[unit.level] == deepest}
    if len(candidates) > 1:
        candidates = _settled(candidates, mentions, hints, context)
    return tuple(candidates.values())


def _settled(
    candidates: dict[str, Unit],
    mentions: Sequence[_Mention],
    hints: Sequence[tuple[Unit, str]],
    context: frozenset[str],
) -> dict[str, Unit]:
    """The candidates that the surest sign speaks for: a district named beside, the folder, the whole text, the file."""
    beside = {unit.id for mention in mentions for unit in mention.units}
    in_folder = {unit.id for unit, place in hints if place == "folder"}
    in_name = {unit.id for unit, place in hints if place == "file_name"}
    for signs in (beside, in_folder, context, in_name):
        fitting = {
            each: unit
            for each, unit in candidates.items()
            if unit.parent in signs or _named_alone(unit, signs, candidates)
        }
        if fitting and len(fitting) < len(candidates):
            return _alive(fitting)
    return _alive(candidates)


def _named_alone(unit: Unit, signs: Collection[str], candidates: Mapping[str, Unit]) -> bool:
    """Whether of all candidates only this one is named by the signs."""
    return unit.id in signs and sum(each in signs for each in candidates) == 1


def _alive(candidates: dict[str, Unit]) -> dict[str, Unit]:
    """Of units that differ only by having been merged, the one that goes on."""
    return {each: unit for each, unit in candidates.items() if unit.successor not in candidates} or candidates


def _one_district(lines: Iterable[Line], names: Mapping[str, tuple[str, ...]], registry: Registry) -> frozenset[str]:
    """The district that some lines name; only where they name one alone does it settle a namesake."""
    found = _districts(_mentions(lines, names, registry))
    return frozenset(found) if len(found) == 1 else frozenset()


def _opening(case: Case) -> list[Line]:
    lines = [line for line in case.lines if line.paragraph >= case.piece.front_end and line.text.strip()]
    return [line for line in lines[:_OPENING_LINES] if not line.heading and not _ADDRESSED.search(line.folded)]


def _own_in_text(mentions: Sequence[_Mention]) -> list[_Mention]:
    """Mentions in which the report speaks of itself: "Ban Chấp hành Hội Khuyến học xã …"."""
    return [m for m in mentions if _OWN.search(m.line.folded[max(0, m.start - 80) : m.start])]


def _base_body(letterhead: Sequence[Line], lines: Sequence[Line]) -> str | None:
    """The name of a school, agency or company whose association it is; None where none is told."""
    for line in letterhead:
        folded = line.folded.strip()
        if _DATED.search(folded):
            continue  # "Trường Thọ, ngày …" and "Sở Dầu, ngày …" are places
        if _BODY_OF_BASE.match(_ASSOCIATION.sub("", folded).strip()):
            return _ASSOCIATION.sub("", folded).strip()
    for line in lines:
        found = re.search(
            r"hội khuyến học ((?:trường|học viện|công ti|bệnh viện|đại học|cơ quan|sở|chi cục|cục) [^.;:(]{3,80})",
            line.folded,
        )
        if found and re.search(r"ban chấp hành|báo cáo|thay mặt|đại hội", line.folded):
            return found[1]
    return None


def _base(name: str, registry: Registry) -> UnitMatch | None:
    bases = [unit for unit in registry.units if unit.level == "base"]
    for unit in sorted(bases, key=lambda unit: -len(unit.name)):
        if any(
            fold(spelling) in name or fold(f"{unit.type} {spelling}") in name for spelling in (unit.name, *unit.aliases)
        ):
            return _match(unit, "letterhead")
    return None


def _hinted(case: Case, registry: Registry) -> list[tuple[Unit, str]]:
    """Units that the folder or the file's name points at, surest first."""
    parts = [part for part in case.folder.replace("\\", "/").split("/") if part]
    folders = [part for part in parts if not part.lower().endswith(_ARCHIVE)]
    dotted = ".".join(_slug(name) for part in folders for name in part.split("."))
    below = [unit for unit in registry.units if unit.parent is not None]
    if exact := [unit for unit in below if unit.id == dotted]:
        return [(exact[0], "folder")]  # somebody put it into the folder of that very unit
    found = [(unit, "folder") for unit in below if dotted and _ends_with(unit.id, dotted)]
    texts = [(plain(part), "folder") for part in reversed(parts)] + [
        (plain(case.file_name.rsplit(".", 1)[0]), "file_name")
    ]
    for text, place in texts:
        padded = f" {_SLUG.sub(' ', text)} "
        hits = [unit for unit in below if _named(unit, padded)]
        longest = max((len(unit.name) for unit in hits), default=0)
        found += [(unit, place) for unit in hits if len(unit.name) == longest]
    return found


def _ends_with(unit_id: str, dotted: str) -> bool:
    return unit_id == dotted or unit_id.endswith("." + dotted) or dotted.endswith("." + unit_id)


def _slug(text: str) -> str:
    """A folder's name as unit ids are written; unlike `plain`, y stays y."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return _SLUG.sub("-", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip("-")


def _named(unit: Unit, padded: str) -> bool:
    spellings = (_SLUG.sub(" ", plain(name)) for name in (unit.name, *unit.aliases))
    return any(f" {name} " in padded for name in spellings)


def _by_hints(hints: Sequence[tuple[Unit, str]]) -> UnitMatch | None:
    """The unit of the folder or file name alone, where only one fits."""
    for place in ("folder", "file_name"):
        units = {unit.id: unit for unit, where in hints if where == place}
        deepest = max((_DEPTH[unit.level] for unit in units.values()), default=0)
        lowest = _alive({each: unit for each, unit in units.items() if _DEPTH[unit.level] == deepest})
        if len(lowest) == 1:
            return _match(next(iter(lowest.values())), place)
    return None
