"""What sections, authorities, indicators and kinds are called: by the catalogue and the rule pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.model.rulebook import Rulebook
    from service.words import Words


class Names:
    """The names of one language; an id that nobody names stands for itself."""

    def __init__(self, words: Words, rulebook: Rulebook | None = None) -> None:
        self._words = words
        self._indicators = _given(words.language, rulebook.indicators) if rulebook else {}
        self._authorities = _given(words.language, rulebook.authorities) if rulebook else {}

    def section(self, name: str) -> str:
        """One of the required sections."""
        return self._known("section", name)

    def part(self, name: str) -> str:
        """One of the four parts of the new term's goals."""
        return self._known("part", name)

    def kind(self, name: str) -> str:
        """A kind of document."""
        return self._known("kind", name)

    def measure(self, name: str) -> str:
        """A unit of measure."""
        return self._known("measure", name)

    def authority(self, name: str) -> str:
        """A document that reports cite: briefly where the catalogue knows it, else by its full name."""
        known = self._known("authority", name)
        return known if known != name else self._authorities.get(name, name)

    def indicator(self, name: str) -> str:
        """A figure that the pack knows."""
        return self._indicators.get(name) or self._known("indicator", name)

    def _known(self, shelf: str, name: str) -> str:
        key = f"outbox.{shelf}.{name}"
        return self._words.say(key) if self._words.has(key) else name


def _given(language: str, rules: Iterable[Any]) -> dict[str, str]:
    return {rule.id: name for rule in rules if (name := str(getattr(rule, f"name_{language}", "") or ""))}
