"""Notices of published answers: planned with the answer, recorded before each attempt, sent beside the judging."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from service.flow.clock import now
from service.flow.post import addresses_of, notice_message, server_of
from service.flow.tools import Tally
from service.mail import Outcome, send
from service.model.notice import Delivery, Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from service.flow.tools import Tools
    from service.mail import Result, Server
    from service.model.comparison import Lineage
    from service.model.submission import Submission

_AT_ONCE = 10
"""No more messages in one go: the next look at the inbox goes before the next message."""
_FIRST_WAIT = 60
_LONGEST_WAIT = 3600
_SURE_ENOUGH = ("", "folder")
"""Of a file that doesn't tell its unit, only that unit is told in whose folder somebody laid it."""
_STATES = {
    Outcome.SENT: Delivery.SENT,
    Outcome.LATER: Delivery.DUE,
    Outcome.UNREADY: Delivery.DUE,
    Outcome.REFUSED: Delivery.REFUSED,
    Outcome.UNCLEAR: Delivery.UNCLEAR,
}


def plan_notice(tools: Tools, submission: Submission, lineage: Lineage) -> None:
    """Remember, before an answer is marked as published, that it is to be told: once, however often it is laid.

    Raises:
        WorkspaceError: the ledger can't be used.
    """
    if tools.settings.mail.on and lineage.unit and lineage.presumed in _SURE_ENOUGH and submission.examination:
        tools.ledger.plan_notice(Notice(submission.claim.id, _digest(submission), lineage.unit))


def _digest(submission: Submission) -> str:
    answer = submission.examination
    found = [(one.code, one.message, one.quote) for one in answer.findings] if answer else []
    text = json.dumps([answer.verdict if answer else "", found])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Notices:
    """Sends what is due in a thread of its own, so that no server keeps a report from being judged."""

    def __init__(self, tools: Tools, stopping: Callable[[], bool]) -> None:
        self._tools = tools
        self._stopping = stopping
        self._thread: ThreadPoolExecutor | None = None
        self._going: Future[tuple[int, Result | None]] | None = None
        self._begun = False
        self._told: Result | None = None
        self._rest_until = ""

    def step(self, *, once: bool) -> Tally:
        """Begin to send what is due, and tell what became of what was sent before; with `once`, wait for it.

        Raises:
            TongketError: the ledger, the password or the file of addresses can't be used.
        """
        tally = Tally()
        if not self._tools.settings.mail.on:
            return tally
        self._recover()
        if self._going is None and not self._stopping():
            self._begin()
        if self._going is not None and (once or self._going.done()):
            going, self._going = self._going, None
            tally.done, trouble = going.result()
            self._tell(trouble)
        return tally

    def close(self) -> None:
        """Wait for the message that is on its way."""
        if self._thread is not None:
            self._thread.shutdown(wait=True)

    def _recover(self) -> None:
        """An attempt that was begun and never ended was cut off: nobody knows whether the server got it."""
        if self._begun:
            return
        self._begun = True
        for notice in self._tools.ledger.notices():
            if notice.state is Delivery.SENDING:
                self._tools.ledger.update_notice(replace(notice, state=Delivery.UNCLEAR, moment=now()))

    def _begin(self) -> None:
        moment = now()
        if moment < self._rest_until:
            return
        due = [one for one in self._tools.ledger.notices() if one.state is Delivery.DUE and one.again <= moment]
        if not due:
            return
        addresses = addresses_of(self._tools.settings, self._tools.rulebook)
        known = tuple(islice((one for one in due if one.unit in addresses), _AT_ONCE))
        if known:
            server = server_of(self._tools.settings.mail)
            self._thread = self._thread or ThreadPoolExecutor(1, "tongket-mail")
            self._going = self._thread.submit(self._send_all, known, addresses, server)

    def _send_all(
        self, due: tuple[Notice, ...], addresses: Mapping[str, tuple[str, ...]], server: Server
    ) -> tuple[int, Result | None]:
        """How many were sent, and what became of the last of the others; runs in the thread."""
        sent, trouble = 0, None
        for notice in due:
            if self._stopping():
                break
            result = self._try(notice, addresses[notice.unit], server)
            sent += result.outcome is Outcome.SENT
            if result.outcome is not Outcome.SENT:
                trouble = result
            if result.outcome in (Outcome.LATER, Outcome.UNREADY):
                self._rest_until = _after(notice.attempts)
                break
        return sent, trouble

    def _try(self, notice: Notice, to: tuple[str, ...], server: Server) -> Result:
        """One attempt, in the ledger before it is made and after it."""
        tools, sender = self._tools, self._tools.settings.mail.sender
        made = notice_message(tools, tools.ledger.submission(notice.claim), notice, to)
        begun = replace(
            notice, state=Delivery.SENDING, attempts=notice.attempts + 1, moment=now(), address=", ".join(to), reply=""
        )
        tools.ledger.update_notice(begun)
        result = send(server, made, sender, to)
        again = _after(notice.attempts) if _STATES[result.outcome] is Delivery.DUE else ""
        state = _STATES[result.outcome]
        tools.ledger.update_notice(replace(begun, state=state, moment=now(), again=again, reply=result.reply))
        return result

    def _tell(self, trouble: Result | None) -> None:
        """Tell a trouble once for as long as it lasts, and whether the notice is tried again."""
        if trouble is not None and trouble != self._told:
            again = _STATES[trouble.outcome] is Delivery.DUE
            self._tools.say("mail.trouble" if again else "mail.given_up", reply=trouble.reply)
        self._told = trouble


def _after(attempts: int) -> str:
    """When to try again after so many attempts before this one: ever later, up to an hour."""
    wait = min(_FIRST_WAIT * 2 ** min(attempts, 10), _LONGEST_WAIT)
    moment = datetime.now(UTC).astimezone() + timedelta(seconds=wait)
    return moment.isoformat(timespec="seconds")
