"""The rule pack in force, as values. Read from `rules/*.yaml` by `service.rules`; see each file there.

A dataclass here is also the schema of its YAML: `service.rules` validates against it and refuses
unknown keys (`__pydantic_config__` is read by pydantic; nothing here imports it).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from service.model.example import Example
from service.model.lifecycle import State
from service.model.unit import Registry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.model.example import Base

_STRICT: Any = {"extra": "forbid", "str_strip_whitespace": True}


@dataclass(frozen=True, slots=True)
class Source:
    """A document that says what a report must hold; rules cite it by its key."""

    __pydantic_config__ = _STRICT

    title: str
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says, in one language. Placeholders in braces are filled by the judge."""

    __pydantic_config__ = _STRICT

    message: str
    why: str
    fix: str


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One code of the contract: how grave it is, who says so, and its words in each language."""

    __pydantic_config__ = _STRICT

    severity: str
    source: str
    """Key into `Pack.sources`."""
    clause: str
    """The sentence or clause of the source, in its own words."""
    vi: Wording
    en: Wording
    clause_en: str = ""
    """The same in English; where it is empty, English readers get the clause itself."""
    variants: dict[str, dict[str, Wording]] = field(default_factory=dict)
    """Other wordings for special cases: variant name to language to wording."""
    state: State = "active"
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class KindRule:
    """How a kind of document is told from its title and its opening."""

    __pydantic_config__ = _STRICT

    id: str
    name_vi: str
    name_en: str
    title_starts: tuple[str, ...] = ()
    """Phrases with which such a document's title begins."""
    titles: tuple[str, ...] = ()
    """Phrases anywhere in a title that speak for this kind."""
    not_titles: tuple[str, ...] = ()
    """Phrases of a title that speak against it."""
    signs: tuple[str, ...] = ()
    """Phrases in headings or the opening that speak for it where the title is silent."""


@dataclass(frozen=True, slots=True)
class SectionRule:
    """How one of the required sections is found and what counts as content."""

    __pydantic_config__ = _STRICT

    id: str
    name_vi: str
    name_en: str
    headings: tuple[str, ...] = ()
    """Phrases that make a heading this section's, whole or as half of a combined heading."""
    weak_headings: tuple[str, ...] = ()
    """Phrases that do so only where no stronger heading is there, or in the right part of the report."""
    not_headings: tuple[str, ...] = ()
    """Phrases that speak against a heading that would otherwise match."""
    evidence: tuple[str, ...] = ()
    """Phrases in running text that show the content where no heading names it."""
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For new_term_goals: phrases of headings and run-in heads for each of the four parts."""
    least_words: int = 25
    """Fewer telling words than this (stock phrases not counted) are `thin`."""


@dataclass(frozen=True, slots=True)
class Outliers:
    """From when on a unit's figure is far from those of the other units of its level."""

    __pydantic_config__ = _STRICT

    units: int = 5
    """Of fewer units nothing can be told."""
    score: float = 3.5
    """More than so many usual deviations (by medians) from the middle…"""
    times: float = 5.0
    """…and, of a count, more than so many times as much or as little as the unit's size lets expect…"""
    points: float = 15.0
    """…or, of a rate, more than so many percentage points from the middle."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Which pack this is."""

    __pydantic_config__ = _STRICT

    id: str
    version: str
    title: str
    effective_from: date | None = None
    effective_to: date | None = None
    sources: dict[str, Source] = field(default_factory=dict)
    phrases_tried: int = 0
    """So many of a hundred phrases, at the least, an example needs; `rules test --strict` holds the pack to it."""
    outliers: Outliers = Outliers()


@dataclass(frozen=True, slots=True)
class Round:
    """The congress round that is being gathered (a workspace setting)."""

    closing: str = "2015-2020"
    opening: str = "2020-2025"
    first_year: int = 2019
    """Reports of congresses held from this year…"""
    last_year: int = 2021
    """…to this year belong to the round."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the office's own rules make of the pack below them."""

    file: str
    line: int
    rule: str
    """What is changed: "sections.lessons_learned.headings"."""
    action: str
    """add, drop, set or new; idle where the pack was so already."""
    value: str
    before: str = ""
    """What stood there, where it is set."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules in force, with the registry of units."""

    pack: Pack
    language: str
    findings: Mapping[str, FindingRule]
    kinds: tuple[KindRule, ...]
    sections: tuple[SectionRule, ...]
    vocabulary: Mapping[str, tuple[str, ...]]
    """Named lists of phrases that several judges share."""
    authorities: tuple[Any, ...]
    """`service.model.authority.AuthorityRule`"""
    indicators: tuple[Any, ...]
    """`service.model.indicator.IndicatorRule`"""
    registry: Registry
    examples: tuple[Example, ...] = ()
    bases: Mapping[str, Base] = field(default_factory=dict)
    """Small reports that examples are taken from, by name."""
    round: Round = Round()
    digest: str = ""
    """Hash of everything that was read, so that a worker can keep its compiled form."""
    fingerprint: str = ""
    """The first letters of the hash of all rules and units as they were written, examples left out."""
    changes: tuple[Change, ...] = ()
    """What the office's own rules changed."""

    @property
    def name(self) -> str:
        """Pack, version and fingerprint: "tong-ket@1.0.0+1f0c9a2b"."""
        return f"{self.pack.id}@{self.pack.version}" + (f"+{self.fingerprint}" if self.fingerprint else "")
