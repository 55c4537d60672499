"""An office's own changes, laid over the pack without copying it.

The pack's files are changed as they were read, before anything is made of them. Each changed value keeps the file
and the place where the office wrote it, so that whatever is wrong with it later is told there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from service.language import syllables
from service.model.rulebook import Change
from service.rules.schema import nearest, spoken, unknown_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.rules.source import Path, YamlFile

CHANGES: Final = "changes"
LISTED: Final = ("kinds", "sections", "authorities", "indicators", "examples")
NAMED: Final = ("findings", "vocabulary", "bases")
CHANGEABLE: Final = ("pack", *NAMED[:2], *LISTED[:4])
_EDITS: Final = ("add", "drop")
_LACKING: Final[Any] = object()


def lay_over(base: Sequence[YamlFile], office: Sequence[YamlFile]) -> tuple[Change, ...]:
    """Apply what the office's files say under `changes` to the files of the pack, in place.

    Raises:
        RuleError: a rule or key that is to be changed isn't there; with the office's file, line, column.
    """
    changes: list[Change] = []
    for file in office:
        changes += _added(file)
    known = _index([*base, *office])
    for file in office:
        if isinstance(file.data, dict) and file.data.get(CHANGES) is not None:
            changes += _Changing(file, known).apply()
    return tuple(changes)


def _index(files: Sequence[YamlFile]) -> dict[str, dict[str, tuple[YamlFile, Path]]]:
    """Where each rule stands, by its kind and name."""
    known: dict[str, dict[str, tuple[YamlFile, Path]]] = {kind: {} for kind in CHANGEABLE}
    for file in files:
        for kind, name, path in _rules(file):
            if kind in known:
                known[kind].setdefault(name, (file, path))
    return known


def _rules(file: YamlFile) -> Iterator[tuple[str, str, Path]]:
    data = file.data if isinstance(file.data, dict) else {}
    if isinstance(data.get("pack"), dict):
        yield from (("pack", name, ("pack", name)) for name in data["pack"])
    for kind in NAMED:
        if isinstance(data.get(kind), dict):
            yield from ((kind, name, (kind, name)) for name in data[kind])
    for kind in LISTED:
        if isinstance(data.get(kind), list):
            named = ((n, entry.get("id")) for n, entry in enumerate(data[kind]) if isinstance(entry, dict))
            yield from ((kind, str(name), (kind, n)) for n, name in named)


def _added(file: YamlFile) -> Iterator[Change]:
    """Rules of the office's own."""
    for kind, name, path in _rules(file):
        if kind != "pack":
            yield Change(file.name, file.place(path)[1], f"{kind}.{name}", "new", name)


class _Changing:
    """Lays the changes of one file over the pack."""

    def __init__(self, office: YamlFile, known: dict[str, dict[str, tuple[YamlFile, Path]]]) -> None:
        self._office = office
        self._known = known
        self._made: list[Change] = []

    def apply(self) -> list[Change]:
        for kind in self._keys((CHANGES,)):
            if kind not in CHANGEABLE:
                raise unknown_key(self._office, (CHANGES, kind), kind, CHANGEABLE)
            for name in self._keys((CHANGES, kind)):
                at = (CHANGES, kind, name)
                if name not in self._known[kind]:
                    raise unknown_key(self._office, at, name, self._known[kind])
                self._merge(at, *self._known[kind][name])
        return self._made

    def _keys(self, at: Path) -> list[str]:
        value = _at(self._office, at)
        if value is None:
            return []
        if not isinstance(value, dict):
            raise self._office.error("rules.need_mapping", at, name=spoken(at))
        return list(value)

    def _merge(self, at: Path, file: YamlFile, path: Path) -> None:
        patch, here = _at(self._office, at), _at(file, path)
        edits = isinstance(patch, dict) and bool(patch) and set(patch) <= set(_EDITS)
        if isinstance(patch, dict) and (isinstance(here, list) or (here is _LACKING and edits)):
            self._edit(at, file, path, [] if here is _LACKING else here)
        elif isinstance(patch, dict) and isinstance(here, dict):
            for key in patch:
                self._merge((*at, key), file, (*path, key))
        else:
            before = "" if here is _LACKING or isinstance(here, (dict, list)) else str(here)
            action = "idle" if here == patch else "set"
            self._note(at, action, "" if isinstance(patch, (dict, list)) else str(patch), before)
            self._put(at, file, path)

    def _edit(self, at: Path, file: YamlFile, path: Path, here: list[Any]) -> None:
        """Take items out of a list and add others at its end."""
        patch = _at(self._office, at)
        for key in patch:
            if key not in _EDITS:
                raise unknown_key(self._office, (*at, key), key, _EDITS)
        kept = [(item, *file.place((*path, n))) for n, item in enumerate(here)]
        for place, item in self._items((*at, "drop")):
            left = [each for each in kept if not _same(each[0], item)]
            near = nearest(str(item), [str(each[0]) for each in kept]) if len(left) == len(kept) else ""
            self._note(place, "idle" if len(left) == len(kept) else "drop", str(item), near)
            kept = left
        for place, item in self._items((*at, "add")):
            if any(_same(each[0], item) for each in kept):
                self._note(place, "idle", str(item))
            else:
                self._note(place, "add", str(item))
                kept.append((item, *self._office.place(place)))
        self._put(at, file, path, [each[0] for each in kept])
        for n, (_, name, line, column) in enumerate(kept):
            file.places[(*path, n)] = (line, column)
            file.authors[(*path, n)] = name

    def _items(self, at: Path) -> list[tuple[Path, Any]]:
        items = _at(self._office, at)
        if items is _LACKING:
            return []
        if not isinstance(items, list):
            raise self._office.error("rules.need_list", at, name=spoken(at[-1:]))
        return [((*at, n), item) for n, item in enumerate(items)]

    def _put(self, at: Path, file: YamlFile, path: Path, value: Any = _LACKING) -> None:
        """Set the value at `path`; it and all within stand from now on where the office wrote them."""
        within = _at(file, path[:-1])
        within[path[-1]] = _at(self._office, at) if value is _LACKING else value
        for old in [place for place in file.places if place[: len(path)] == path]:
            del file.places[old]
        for place, where in self._office.places.items():
            if place[: len(at)] == at:
                file.places[(*path, *place[len(at) :])] = where
                file.authors[(*path, *place[len(at) :])] = self._office.name

    def _note(self, at: Path, action: str, value: str, before: str = "") -> None:
        rule = spoken(tuple(part for part in at[1:] if isinstance(part, str) and part not in _EDITS))
        self._made.append(Change(self._office.name, self._office.place(at)[1], rule, action, value, before))


def _at(file: YamlFile, path: Path) -> Any:
    """The value at `path`; `_LACKING` where there is none."""
    value = file.data
    for step in path:
        if isinstance(value, dict):
            value = value.get(step, _LACKING)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            return _LACKING
    return value


def _same(one: Any, other: Any) -> bool:
    """Whether two items of a list are found in the same words."""
    return bool(one == other) or (
        isinstance(one, str) and isinstance(other, str) and syllables(one) == syllables(other)
    )
