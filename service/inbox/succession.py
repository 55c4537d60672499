"""Which of several files that lie there at once came later: the last one taken speaks for its unit."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_NUMBERED = re.compile(
    r"(?P<base>.*?)(?<![ (\[])[ \[]*+(?:\((?!\d{1,2}\)) ?)?"
    r"(?:(?P<mended>(?:da )?(?:chinh )?sua|bo sung|gui lai)? ?\blan (?:thu )?(?P<turn>\d{1,2})"
    r"|\((?P<copy>\d{1,2})\)|\bv ?(?P<version>\d{1,2})|\b(?P<once>(?:da )?(?:chinh )?sua)"
    r"|\b(?P<final>ban cuoi(?: cung)?|final))[ )\]]*+"
)
_MOST = 200
"""Longer names are told apart by their time alone."""


def in_order(files: Iterable[T], *, name: Callable[[T], str], moment: Callable[[T], int]) -> list[T]:
    """Files from the oldest to the newest, always the same whatever order they come in.

    The time when a file was last written decides. Among files whose names differ only in the revision that they tell,
    the revision does: copying may give all of them one time, or turn their times round.

    Args:
        files: as many as lie there.
        name: of a file, with the folder where there is one.
        moment: when a file was last written.
    """
    found = sorted(files, key=lambda one: (moment(one), name(one)))
    places: dict[str, list[int]] = defaultdict(list)
    revisions = [_revision(name(one)) for one in found]
    for place, (base, _) in enumerate(revisions):
        places[base].append(place)
    ordered = list(found)
    for same in places.values():
        for place, source in zip(same, sorted(same, key=lambda one: revisions[one][1]), strict=True):
            ordered[place] = found[source]
    return ordered


def _revision(name: str) -> tuple[str, tuple[int, int]]:
    """A name without what it says of its revision, and that: a final one is later than every number."""
    base, final, number = " ".join(_plain(name.removesuffix(PurePath(name).suffix)).split()), 0, 1
    while len(base) <= _MOST and (told := _NUMBERED.fullmatch(base)) and told["base"].strip(" -"):
        base = told["base"].strip(" -")
        final += told["final"] is not None
        number = max(number, _number(told))
    return base, (min(final, 1), number)


def _number(told: re.Match[str]) -> int:
    """The first sending is 1; the first mending of it is 2."""
    if told["once"]:
        return 2
    if told["turn"]:
        return int(told["turn"]) + bool(told["mended"])
    return int(told["copy"] or told["version"] or 1)


def _plain(name: str) -> str:
    """In lower case, without accents; parted by blanks where people part words otherwise."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(" " if one in "_-–." else one for one in letters if not unicodedata.combining(one))
