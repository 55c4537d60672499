"""How a directive, resolution or decision is recognised in a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from service.model.lifecycle import State

_STRICT: Any = {"extra": "forbid", "str_strip_whitespace": True}


@dataclass(frozen=True, slots=True)
class AuthorityRule:
    """One document that reports cite. Numbering begins anew in every congress term: the number alone is no identity.

    A document with `listed: false` isn't asked for and isn't told among a report's authorities: it is known
    only to be told from another one with the same number, or to be noticed where a report is older than it.
    """

    __pydantic_config__ = _STRICT

    id: str
    kind: str
    """Name of `service.check.authorities.symbols.KINDS`: NQ, KL, CT, CTR, QD, TT…"""
    number: int
    organs: tuple[str, ...]
    """The office in its symbol, in any spelling that isn't folded away: TW, TU, TTg…"""
    name_vi: str
    """Its full name with every particular that is known, for the reader."""
    name_en: str
    issued: date | None = None
    """None where no source tells it: a report's date for it is then never judged."""
    issuers: tuple[str, ...] = ()
    """Right issuers, by their names in `service.check.authorities.particulars.ISSUERS`."""
    loose_issuers: tuple[str, ...] = ()
    """Issuers that are not wrong, but say little ("của Đảng")."""
    congress: int | None = None
    plenum: int | None = None
    title: tuple[str, ...] = ()
    """Phrases that tell it from every other document of its kind and issuer."""
    title_years: tuple[int, ...] = ()
    """Years that its title names."""
    related: tuple[str, ...] = ()
    """Words of which one stands in any honest telling of its title."""
    listed: bool = True
    required: bool = True
    required_from: date | None = None
    """A report older than this needn't cite it; where absent, `issued` counts."""
    severity: str = "warning"
    """How much it weighs where it is cited nowhere."""
    alone: bool = True
    """Type, number and symbol alone identify it; false where other years have the same."""
    state: State = "active"
    effective_from: date | None = None
    """A report older than this neither needs nor knows it."""
    effective_to: date | None = None
