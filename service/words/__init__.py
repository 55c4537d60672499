"""The catalogue: every word that users read, Vietnamese first, English complete.

Each language is a folder of TOML files; the key of a sentence is `file.name`, or `file.table.name`. A blank with a
choice, as in "{count} {count:point|points}", says its first word of one and its second of any other number.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from service.errors import TongketError

LANGUAGES = ("vi", "en")


class Words:
    """The sentences of one language; a file of them is read when the first of its sentences is asked for."""

    def __init__(self, language: str, folder: Path) -> None:
        self.language = language
        self._files = {file.stem: file for file in folder.glob("*.toml")}
        self._sentences: dict[str, str] = {}

    def say(self, key: str, /, **values: object) -> str:
        """Return the sentence of `key` with its {blanks} filled from `values`.

        Raises:
            KeyError: the catalogue has no such sentence, or a blank has no value.
        """
        self._read(key.partition(".")[0])
        sentence = self._sentences[key]
        if not values:
            return sentence
        return _COUNTING.vformat(sentence, (), values) if "|" in sentence else sentence.format_map(values)

    def sentence(self, trouble: TongketError) -> str:
        """What an error says to its reader."""
        return self.say(trouble.key, **trouble.values) if self.has(trouble.key) else str(trouble)

    def has(self, key: str) -> bool:
        """Whether the catalogue knows `key`."""
        self._read(key.partition(".")[0])
        return key in self._sentences

    def under(self, prefix: str) -> dict[str, str]:
        """All sentences whose key begins with `prefix` and a dot, by the rest of the key."""
        start = prefix + "."
        self._read(prefix.partition(".")[0])
        return {key[len(start) :]: text for key, text in self._sentences.items() if key.startswith(start)}

    def keys(self) -> frozenset[str]:
        """Every key that the catalogue knows."""
        for name in tuple(self._files):
            self._read(name)
        return frozenset(self._sentences)

    def _read(self, name: str) -> None:
        file = self._files.get(name)
        if file is not None:
            self._sentences.update(_flat(name, tomllib.loads(file.read_text("utf-8"))))
            self._files.pop(name, None)


class _Counting(Formatter):
    """Chooses between the words for one and for many."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, choice, many = format_spec.partition("|")
        if not choice:
            return format(value, format_spec)
        return one if str(value) == "1" else many


_COUNTING = _Counting()


@cache
def words(language: str = "vi") -> Words:
    """The catalogue of a language ("vi" or "en")."""
    if language not in LANGUAGES:
        language = LANGUAGES[0]
    return Words(language, Path(__file__).parent / language)


def _flat(prefix: str, tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            yield from _flat(key, value)
        else:
            yield key, str(value)
