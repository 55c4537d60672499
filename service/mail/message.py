"""One message: plain text, safe headers, the files that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING

from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_LONGEST = 150
_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A Word file that goes with a message."""

    name: str
    """A name of ours, never one that somebody sent."""
    data: bytes


def message(
    *, sender: str, to: Sequence[str], subject: str, text: str, mark: str, moment: datetime,
    enclosed: Sequence[Enclosure] = (),
) -> EmailMessage:  # fmt: skip
    """The message. The same mark gives the same Message-ID, by which mail programs know a copy.

    Args:
        sender: the office's address.
        to: the unit's addresses.
        subject: any text; line ends and control characters in it are only white space.
        text: the body.
        mark: letters, digits and hyphens that name this notice and no other.
        moment: when it is sent.
        enclosed: Word files.
    """
    made = EmailMessage()
    made["From"] = sender
    made["To"] = ", ".join(to)
    made["Subject"] = one_line(subject)
    made["Date"] = format_datetime(moment)
    made["Message-ID"] = f"<{mark}@{sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(_sound(text), charset="utf-8", cte="quoted-printable")
    for each in enclosed:
        made.add_attachment(each.data, maintype=_WORD[0], subtype=_WORD[1], filename=each.name)
    return made


def one_line(text: str) -> str:
    """A header's text: whatever could end its line or hide in it is a space or a mark."""
    return " ".join(shown(text).split())[:_LONGEST]


def _sound(text: str) -> str:
    """The body's lines, each fit to be shown."""
    return "\n".join(map(shown, text.splitlines()))
