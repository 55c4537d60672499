"""One value of a YAML file together with its place, for files that are read field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from service.rules.schema import unknown_key

if TYPE_CHECKING:
    from collections.abc import Collection

    from service.errors import RuleError
    from service.rules.source import Path, YamlFile


@dataclass(frozen=True, slots=True)
class Spot:
    """One value of a file and where it stands."""

    file: YamlFile
    path: Path
    data: Any

    def wrong(self, key: str, **values: object) -> RuleError:
        """The error `key` at this place."""
        return self.file.error(key, self.path, **values)

    def fields(self, allowed: Collection[str] | None = None, required: Collection[str] = ()) -> dict[str, Spot]:
        """The values of a mapping by key; any key where `allowed` is None.

        Raises:
            RuleError: it is no mapping, or a key is unknown or lacking.
        """
        if not isinstance(self.data, dict):
            raise self.wrong("rules.registry.not_mapping")
        found = {name: Spot(self.file, (*self.path, name), value) for name, value in self.data.items()}
        for name, spot in found.items():
            if allowed is not None and name not in allowed:
                raise unknown_key(self.file, spot.path, name, allowed)
        for name in required:
            if name not in found:
                raise self.wrong("rules.registry.missing_key", name=name)
        return found

    def items(self) -> tuple[Spot, ...]:
        """The values of a list; none where nothing is written."""
        if self.data is None:
            return ()
        if not isinstance(self.data, list):
            raise self.wrong("rules.registry.not_list")
        return tuple(Spot(self.file, (*self.path, n), item) for n, item in enumerate(self.data))

    def text(self) -> str:
        """The words that stand here."""
        if isinstance(self.data, bool) or not isinstance(self.data, (str, int)):
            raise self.wrong("rules.registry.not_text")
        return str(self.data).strip()

    def texts(self) -> tuple[str, ...]:
        """The words of every item of a list."""
        return tuple(item.text() for item in self.items())

    def day(self) -> date | None:
        """A date, year-month-day; None where nothing is written."""
        if self.data is None:
            return None
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.wrong("rules.registry.bad_date", value=self.text()) from None

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.data, bool):
            raise self.wrong("rules.registry.not_flag", value=self.data)
        return self.data
