"""The catalogue: every word that users read, Vietnamese first, English complete.

Each language is a folder of TOML files; the key of a sentence is `file.name`, or `file.table.name`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from service.errors import TongketError

LANGUAGES = ("vi", "en")


class Words:
    """The sentences of one language."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = dict(sentences)

    def say(self, key: str, /, **values: object) -> str:
        """Return the sentence of `key` with its {blanks} filled from `values`.

        Raises:
            KeyError: the catalogue has no such sentence, or a blank has no value.
        """
        return self._sentences[key].format_map(values) if values else self._sentences[key]

    def sentence(self, trouble: TongketError) -> str:
        """What an error says to its reader."""
        return self.say(trouble.key, **trouble.values) if self.has(trouble.key) else str(trouble)

    def has(self, key: str) -> bool:
        """Whether the catalogue knows `key`."""
        return key in self._sentences

    def under(self, prefix: str) -> dict[str, str]:
        """All sentences whose key begins with `prefix` and a dot, by the rest of the key."""
        start = prefix + "."
        return {key[len(start) :]: text for key, text in self._sentences.items() if key.startswith(start)}

    def keys(self) -> frozenset[str]:
        """Every key that the catalogue knows."""
        return frozenset(self._sentences)


@cache
def words(language: str = "vi") -> Words:
    """The catalogue of a language ("vi" or "en")."""
    if language not in LANGUAGES:
        language = LANGUAGES[0]
    sentences: dict[str, str] = {}
    for file in sorted((resources.files(__package__) / language).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            sentences.update(_flat(file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8"))))
    return Words(language, sentences)


def _flat(prefix: str, tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            yield from _flat(key, value)
        else:
            yield key, str(value)
