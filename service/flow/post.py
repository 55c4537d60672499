"""What a notice says and goes with, to whom, and through which server."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from service.errors import WorkspaceError
from service.flow.accepted import accepted_in_file
from service.flow.clock import now
from service.mail import Enclosure, Server, message, password
from service.model.examination import Severity
from service.model.notice import Delivery
from service.outbox.phrasing.causes import points
from service.rounds.waiving import in_force, waive
from service.rules.addresses import read_addresses
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import EmailMessage

    from service.flow.tools import Tools
    from service.model.examination import Finding
    from service.model.notice import Notice
    from service.model.rulebook import Rulebook
    from service.model.submission import Submission
    from service.settings import Mail, Settings

_ENCLOSED = ".docx"


def addresses_of(settings: Settings, rulebook: Rulebook) -> dict[str, tuple[str, ...]]:
    """The addresses of each unit that has some; none where the file isn't there.

    Raises:
        RuleError: the file has a mistake; the error names its place.
        WorkspaceError: the file is there but can't be read.
    """
    file = settings.mail.addresses
    if file is None or not file.exists():
        return {}
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise WorkspaceError("mail.addresses_unreadable", path=str(file)) from trouble
    return read_addresses(file.name, text, {unit.id for unit in rulebook.registry.units})


def server_of(mail: Mail) -> Server:
    """The server of the settings, with the password where one is needed.

    Raises:
        WorkspaceError: the password is missing, or others can read it.
    """
    needed = mail.user and mail.security != "none"
    secret = password(mail.password_env, mail.password_file) if needed else ""
    return Server(mail.host, mail.port, mail.security, mail.user, secret, mail.ca_file, mail.timeout)


def notice_message(tools: Tools, submission: Submission, notice: Notice, to: Sequence[str]) -> EmailMessage:
    """The message that tells a unit that its answer is ready: what was found in a few lines, and the answer itself."""
    words, unit = tools.words, tools.rulebook.registry.get(notice.unit)
    name = unit.association if unit else notice.unit
    enclosed, lying = _enclosed(tools, submission.outputs)
    answer = submission.examination
    findings = _due(tools, answer.findings, notice.unit) if answer else ()
    lines = [
        words.say("mail.greeting", unit=name),
        words.say("mail.received", file=shown(submission.claim.name)),
        words.say(f"mail.verdict.{answer.verdict}") if answer else "",
        words.say(
            "mail.count",
            grave=points(findings, Severity.ERROR),
            light=points(findings, Severity.WARNING),
        ),
        words.say("mail.enclosed" if enclosed else "mail.lying", files=", ".join(lying)),
        words.say("mail.again"),
        words.say("mail.automatic"),
    ]
    return message(
        sender=tools.settings.mail.sender,
        to=to,
        subject=words.say("mail.subject", unit=name),
        text="\n\n".join(line for line in lines if line) + "\n",
        mark=f"tongket-{notice.claim}-{notice.answer}",
        moment=datetime.now(UTC).astimezone(),
        enclosed=enclosed,
    )


def _due(tools: Tools, findings: tuple[Finding, ...], unit: str) -> tuple[Finding, ...]:
    """The findings that nobody has accepted by now."""
    in_file, _ = accepted_in_file(tools.settings, tools.rulebook)
    accepted = in_force((*in_file, *tools.ledger.waivers()))
    return waive(findings, accepted.get(unit, ()), date.fromisoformat(now()[:10])).due(findings)


def probe_message(settings: Settings, subject: str, text: str, to: str) -> EmailMessage:
    """A message that only shows that messages arrive."""
    moment = datetime.now(UTC).astimezone()
    mark = f"tongket-test-{moment:%Y%m%d%H%M%S}"
    return message(sender=settings.mail.sender, to=[to], subject=subject, text=text, mark=mark, moment=moment)


def _enclosed(tools: Tools, outputs: Sequence[str]) -> tuple[list[Enclosure], list[str]]:
    """The Word files of an answer, none where together they are too large or can't be read; and where they lie."""
    lying = [path for path in outputs if path.endswith(_ENCLOSED)]
    try:
        files = [Enclosure(path.rpartition("/")[2], (tools.settings.outbox / path).read_bytes()) for path in lying]
    except OSError:
        return [], lying
    fits = sum(len(file.data) for file in files) <= tools.settings.mail.attach_bytes
    return (files if fits and tools.settings.mail.attach_bytes else []), lying


def open_ends(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Notices of which a person should know: refused, uncertain, or tried in vain."""
    return tuple(
        one
        for one in notices
        if one.state in (Delivery.REFUSED, Delivery.UNCLEAR, Delivery.SENDING)
        or (one.state is Delivery.DUE and one.attempts)
    )
