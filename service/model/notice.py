"""Notices by e-mail: that a unit's gap report is ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_BARRED = frozenset('<>(),;:\\"[]')


class Delivery(StrEnum):
    """How far a notice has come."""

    DUE = "due"
    """To be sent, for the first time or again."""
    SENDING = "sending"
    """An attempt has begun. Found at a start, it means that nobody knows how that one ended."""
    SENT = "sent"
    REFUSED = "refused"
    """The server will never take it: an address that isn't there, a sender that may not send."""
    UNCLEAR = "unclear"
    """It may have been sent or not; it isn't sent again by itself."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice of one published answer."""

    claim: int
    """Id of the claim whose answer it tells."""
    answer: str
    """16 hexadecimal digits of what the answer says: a different answer is told by a notice of its own."""
    unit: str
    """Id of the unit."""
    state: Delivery = Delivery.DUE
    attempts: int = 0
    again: str = ""
    """Not to be tried before this moment, ISO 8601; empty for at once."""
    moment: str = ""
    """Of the last attempt or its end."""
    address: str = ""
    """Where it was sent to, several with commas."""
    reply: str = ""
    """What the server said, or why it could not be asked."""
    id: int = 0
    """Given by the ledger; 0 before."""


def is_address(text: str) -> bool:
    """Whether a text is one plain e-mail address: nothing in it can end a line or begin another header."""
    name, at, host = text.rpartition("@")
    if not (at and name and "." in host) or len(text) > 254 or not text.isprintable():
        return False
    plain = not any(letter.isspace() or letter in _BARRED or letter == "@" for letter in name + host)
    return plain and text.isascii() and all(part for part in host.split("."))
