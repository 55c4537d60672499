"""What `doctor` and `status` say of notices by e-mail."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from service.errors import TongketError, UsageError
from service.flow.post import addresses_of, open_ends, probe_message, server_of
from service.flow.workspaces import ledger_file
from service.gaps import owes
from service.mail import Outcome, send
from service.model.notice import Delivery, is_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.notice import Notice
    from service.model.rulebook import Rulebook
    from service.settings import Settings
    from service.words import Words

_MOST = 5
_PROBED = {Outcome.SENT: "probe_sent", Outcome.UNCLEAR: "probe_unclear"}


def mail_points(settings: Settings, rulebook: Rulebook, words: Words) -> Iterator[tuple[str, str]]:
    """Each point of the mail settings: "ok", "warn" or "bad", and a sentence."""
    mail = settings.mail
    if not mail.on:
        yield "ok", words.say("mail.doctor.off")
        return
    yield "ok", words.say("mail.doctor.on", host=mail.host, port=mail.port, security=mail.security, sender=mail.sender)
    if mail.user and mail.security == "none":
        yield "warn", words.say("mail.doctor.open_login")
    if mail.ca_file and not mail.ca_file.is_file():
        yield "bad", words.say("mail.doctor.ca_missing", path=mail.ca_file)
    try:
        server_of(mail)
    except TongketError as trouble:
        yield "bad", words.sentence(trouble)
    if os.name != "posix" and mail.user and mail.password_file and not os.environ.get(mail.password_env):
        yield "warn", words.say("mail.doctor.rights", path=mail.password_file)
    yield _addresses(settings, rulebook, words)


def _addresses(settings: Settings, rulebook: Rulebook, words: Words) -> tuple[str, str]:
    try:
        known = addresses_of(settings, rulebook)
    except TongketError as trouble:
        return "bad", words.sentence(trouble)
    if not known:
        return "warn", words.say("mail.doctor.addresses_none", path=settings.mail.addresses)
    lacking = sum(owes(unit, settings.round) and unit.id not in known for unit in rulebook.registry.units)
    return "ok", words.say("mail.doctor.addresses", count=len(known), lacking=lacking)


def probe(settings: Settings, words: Words, to: str) -> tuple[str, str]:
    """Send a test message; whether it went, and a sentence.

    Raises:
        UsageError: `to` is no address, or the settings name no server.
        WorkspaceError: the password can't be used.
    """
    if not is_address(to):
        raise UsageError("mail.doctor.bad_address", to=to)
    if not (settings.mail.host and settings.mail.sender):
        raise UsageError("mail.doctor.needs_settings")
    made = probe_message(settings, words.say("mail.probe_subject"), words.say("mail.probe_text"), to)
    result = send(server_of(settings.mail), made, settings.mail.sender, [to])
    health = "ok" if result.outcome is Outcome.SENT else "warn" if result.outcome is Outcome.UNCLEAR else "bad"
    return health, words.say(f"mail.doctor.{_PROBED.get(result.outcome, 'probe_failed')}", to=to, reply=result.reply)


def read_notices(settings: Settings) -> tuple[Notice, ...]:
    """Every notice that the ledger knows; none where there is no ledger yet.

    Raises:
        WorkspaceError: the ledger can't be used.
    """
    file = ledger_file(settings)
    if not file.exists():
        return ()
    from service.ledger.sql import SqlLedger  # noqa: PLC0415 - a fresh workspace needs no database

    with SqlLedger(file) as ledger:
        return ledger.notices()


def notice_lines(notices: Sequence[Notice], rulebook: Rulebook, words: Words) -> Iterator[str]:
    """What a person should know of notices that didn't simply go out; the first few, the refused first."""
    order = list(Delivery)
    told = sorted(open_ends(notices), key=lambda one: (-order.index(one.state), one.id))
    for one in told[:_MOST]:
        unit = rulebook.registry.get(one.unit)
        yield words.say(
            f"mail.state.{one.state}", unit=unit.association if unit else one.unit, address=one.address,
            reply=one.reply, moment=_clock(one.moment), again=_clock(one.again), attempts=one.attempts,
        )  # fmt: skip
    if len(told) > _MOST:
        yield words.say("mail.state.more", count=len(told) - _MOST)


def notice_objects(notices: Sequence[Notice]) -> list[dict[str, object]]:
    """The notices that `status --format json` tells."""
    return [
        {"unit": one.unit, "state": one.state, "attempts": one.attempts, "address": one.address, "reply": one.reply,
         "moment": one.moment}
        for one in notices
    ]  # fmt: skip


def _clock(moment: str) -> str:
    return moment[:16].replace("T", " ")
