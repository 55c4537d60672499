"""Words kept apart from the body; those that go on from each other become one."""

from __future__ import annotations

from service.model.manuscript import Aside
from service.read.tidy import tidy


class Asides:
    """A list of asides as it grows."""

    def __init__(self) -> None:
        self._groups: list[tuple[list[str], int | None, str]] = []

    def add(self, text: str, paragraph: int | None, author: str, *, joins: bool = False) -> None:
        """Add words, or go on with the last ones where these `join` them in paragraph and author."""
        if joins and self._groups and self._groups[-1][1:] == (paragraph, author):
            self._groups[-1][0].append(text)
        elif text:
            self._groups.append(([text], paragraph, author))

    def all(self) -> tuple[Aside, ...]:
        """The asides that say anything."""
        told = ((tidy("".join(parts)), paragraph, author) for parts, paragraph, author in self._groups)
        return tuple(Aside(*one) for one in told if one[0].strip())
