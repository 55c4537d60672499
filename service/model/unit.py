"""The units that owe a report: cities, districts, communes, and bodies a workspace adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the association, as the registry dates it."""

    id: str
    """Lower-case ASCII with hyphens, dots between levels: `hai-phong.le-chan.an-bien`."""
    name: str
    """Bare name in the registry's spelling: "An Biên"."""
    level: str
    """city, district, commune or base."""
    type: str
    """Common noun before the name: "thành phố", "quận", "huyện", "phường", "xã", "thị trấn", "trường"…"""
    parent: str | None
    """Id of the unit above it; None at the top."""
    aliases: tuple[str, ...] = ()
    """Other spellings or former names."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day on which it existed; None while it does."""
    successor: str | None = None
    """Id of the unit it was merged into."""
    closing_term: str | None = None
    """"2015-2020" where the registry knows it."""
    opening_term: str | None = None
    expected: bool = True
    """Whether a report is owed by it in this round."""
    deadline: date | None = None

    @property
    def association(self) -> str:
        """The association's name at this unit: "Hội Khuyến học quận Lê Chân"."""
        return f"Hội Khuyến học {self.type} {self.name}" if self.type else f"Hội Khuyến học {self.name}"


@dataclass(frozen=True, slots=True)
class Registry:
    """All units of a workspace."""

    units: tuple[Unit, ...]
    source: str = ""
    """Where the facts come from, for the reader."""

    def get(self, unit_id: str) -> Unit | None:
        """The unit with this id, or None."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def below(self, unit_id: str) -> tuple[Unit, ...]:
        """Units directly below, in registry order."""
        return tuple(unit for unit in self.units if unit.parent == unit_id)

    @property
    def top(self) -> Unit | None:
        """The highest unit; None in an empty registry."""
        return next((unit for unit in self.units if unit.parent is None), None)
