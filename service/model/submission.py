"""What the ledger remembers of a file that lay in the inbox."""

from __future__ import annotations

from dataclasses import dataclass

from service.model.examination import Examination


@dataclass(frozen=True, slots=True)
class Claim:
    """A file that was taken from the inbox: its original is safe, its answer still open."""

    sha256: str
    """Hash of the bytes; the original's name in the store."""
    name: str
    """File name as the officer wrote it (undecodable bytes as surrogate escapes)."""
    folder: str
    """Folder below the inbox with "/" between parts; empty at its top."""
    bytes: int
    received: str
    """When it was taken, ISO 8601 with offset."""
    id: int = 0
    """Given by the ledger: orders submissions whatever the clock says; 0 before."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A claim with its answer."""

    claim: Claim
    examination: Examination | None
    """None while the answer is open."""
    published: bool = False
    """Whether the answer lies in the outbox."""
    outputs: tuple[str, ...] = ()
    """Paths of its published files below the outbox, with "/" between parts."""
    told: str = ""
    """What the published files tell of waivers, as a fingerprint; empty when nothing."""
