"""Hands one message to an SMTP server, and tells what is known of it afterwards."""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass, field
from email.policy import SMTP as WIRE
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import EmailMessage
    from pathlib import Path

_PERMANENT = 500
_GO_ON = 354
_TAKEN = (250, 251)
_LONGEST_REPLY = 300
_NO_TLS = ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE")
"""What OpenSSL calls an answer that is no TLS, older and newer."""


class Outcome(StrEnum):
    """What is known of a message after an attempt."""

    SENT = "sent"
    LATER = "later"
    """The server has not got it: it was away, or asks to be tried again."""
    UNREADY = "unready"
    """The server has not got it, and never will as the settings are: name, password, certificate or sender."""
    REFUSED = "refused"
    """The server will never take this message for these addresses."""
    UNCLEAR = "unclear"
    """The connection broke after the last byte and before the answer: it may have been taken."""


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt."""

    outcome: Outcome
    reply: str
    """What the server said, or why it could not be asked; one line."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where messages are handed over, and how."""

    host: str
    port: int
    security: Literal["none", "starttls", "tls"]
    user: str = ""
    password: str = field(default="", repr=False)
    certificates: Path | None = None
    """Certificates that are trusted beside those of the system."""
    timeout: float = 20
    """Seconds to wait for each answer."""


def send(server: Server, message: EmailMessage, sender: str, recipients: Sequence[str]) -> Result:
    """Try once to hand a message over. Never raises for what a server or a network does.

    It goes to each recipient that the server takes; the reply names those that it doesn't.
    """
    try:
        client = _connected(server)
    except smtplib.SMTPResponseException as trouble:
        permanent = trouble.smtp_code >= _PERMANENT
        return Result(Outcome.UNREADY if permanent else Outcome.LATER, _answer(trouble.smtp_code, trouble.smtp_error))
    except (smtplib.SMTPNotSupportedError, ssl.SSLCertVerificationError) as trouble:
        return Result(Outcome.UNREADY, _line(trouble))
    except (OSError, smtplib.SMTPException, ValueError) as trouble:
        # A server that speaks in the open on this port will not do otherwise later.
        open_line = isinstance(trouble, ssl.SSLError) and trouble.reason in _NO_TLS
        return Result(Outcome.UNREADY if open_line else Outcome.LATER, _line(trouble))
    with closing(client):
        try:
            return _hand_over(client, message, sender, recipients)
        except (OSError, smtplib.SMTPException) as trouble:
            return Result(Outcome.LATER, _line(trouble))


def _connected(server: Server) -> smtplib.SMTP:
    """A session that is as safe as the settings ask, and logged in. A password never goes over an open line."""
    context = ssl.create_default_context()
    if server.certificates:
        context.load_verify_locations(server.certificates)
    client: smtplib.SMTP
    if server.security == "tls":
        client = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        client.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            client.starttls(context=context)
            client.ehlo()
        if server.user and server.security != "none":
            client.login(server.user, server.password)
    except BaseException:
        client.close()
        raise
    return client


def _hand_over(client: smtplib.SMTP, message: EmailMessage, sender: str, recipients: Sequence[str]) -> Result:
    code, reply = client.mail(sender)
    if code not in _TAKEN:
        return Result(Outcome.UNREADY if code >= _PERMANENT else Outcome.LATER, _answer(code, reply))
    answers = {address: client.rcpt(address) for address in recipients}
    barred = {address: answer for address, answer in answers.items() if answer[0] not in _TAKEN}
    told = "; ".join(f"{address}: {_answer(*answer)}" for address, answer in barred.items())
    if len(barred) == len(answers):
        passing = any(code < _PERMANENT for code, _ in barred.values())
        return Result(Outcome.LATER if passing else Outcome.REFUSED, told)
    code, reply = client.docmd("DATA")
    if code != _GO_ON:
        return Result(Outcome.REFUSED if code >= _PERMANENT else Outcome.LATER, _answer(code, reply))
    # Where this fails, the dot at the end has not gone out: the server can't take what it has for a whole message.
    client.send(_on_the_wire(message))
    try:
        code, reply = client.getreply()
    except (OSError, smtplib.SMTPException) as trouble:
        return Result(Outcome.UNCLEAR, _line(trouble))
    with suppress(OSError, smtplib.SMTPException):
        client.quit()
    if code not in _TAKEN:
        return Result(Outcome.REFUSED if code >= _PERMANENT else Outcome.LATER, _answer(code, reply))
    return Result(Outcome.SENT, "; ".join(part for part in (_answer(code, reply), told) if part))


def _on_the_wire(message: EmailMessage) -> bytes:
    """The message with its own leading dots doubled, and the dot that ends it (RFC 5321, 4.5.2)."""
    data = re.sub(rb"(?m)^\.", b"..", message.as_bytes(policy=WIRE))
    return data + (b"" if data.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _answer(code: int, reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return _cut(f"{code} {text}")


def _line(trouble: BaseException) -> str:
    return _cut(str(trouble) or type(trouble).__name__)


def _cut(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_REPLY]
