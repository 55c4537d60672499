"""The workspace's settings: `tongket.toml` read once at the door and passed on as values.

A mistake in the file is answered with its place, what may stand there and, for a mistyped name, the
name that was probably meant. Without a file the defaults hold.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from service.errors import RuleError, WorkspaceError
from service.model.rulebook import Round
from service.settings.schema import FILE, checked
from service.settings.template import default_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from service.settings.schema import Mail as MailTable
    from service.settings.schema import Written

__all__ = ["FILE", "Mail", "Reminders", "Settings", "default_toml", "load"]

_PORTS = {"none": 25, "starttls": 587, "tls": 465}
MOST_WORKERS = 4
"""More workers than this only where the office asks for them: they hold memory all day."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """By when a reminder asks for what lacks."""

    until: date | None = None
    days: int = 7

    def by(self, today: date) -> date:
        """The day that was set, while it lies ahead; else some days from today."""
        return self.until if self.until and self.until >= today else today + timedelta(self.days)


@dataclass(frozen=True, slots=True)
class Mail:
    """How notices are sent by e-mail, if at all."""

    on: bool = False
    host: str = ""
    port: int = 587
    security: Literal["none", "starttls", "tls"] = "starttls"
    user: str = ""
    password_env: str = "TONGKET_MAIL_PASSWORD"  # noqa: S105  # the name of a variable
    """Name of the environment variable that holds the password."""
    password_file: Path | None = None
    ca_file: Path | None = None
    """Certificates that are trusted beside those of the system: an office's own mail server."""
    sender: str = ""
    addresses: Path | None = None
    """The file that names the addresses of each unit."""
    attach_bytes: int = 8_000_000
    """Files of one notice that are together larger aren't attached."""
    timeout: float = 20
    """Seconds to wait for each answer of the server."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that an office can set, with its folders as whole paths."""

    root: Path
    inbox: Path
    outbox: Path
    rules: Path
    templates: Path
    state: Path
    """Ledger and originals; never below the inbox, never on a network share."""
    language: Literal["vi", "en"] = "vi"
    place: str = "Hải Phòng"
    """The place that stands before the date of a letter."""
    round: Round = field(default_factory=Round)
    workers: int = 1
    executor: Literal["processes", "inline"] = "processes"
    scan_seconds: float = 5
    pdf: bool = True
    """Whether gap reports are printed to PDF, too, where LibreOffice is there."""
    settle_seconds: float = 2
    incomplete_seconds: float = 10
    """How long a file that is incomplete or empty is waited for before it is taken as it is."""
    release: bool = True
    """Whether taken files are moved to `release_folder` below the inbox."""
    release_folder: str = "da-nhan"
    ignore: tuple[str, ...] = ()
    """Patterns of names to pass over, beside those that the inbox knows by itself."""
    office_rules: Path | None = None
    """A folder of rule files to lay over the pack, beside `office/` below the rules."""
    deadlines: Mapping[str, date] = field(default_factory=dict)
    """Last day by level ("city", "district", "commune", "base"), where the registry sets none for a unit."""
    reviewers: tuple[str, ...] = ()
    """Names under which reviewers write comments in Word: their replies to our comments are heard."""
    waivers: Path | None = None
    """The file in which the office writes down which findings it accepts; it needn't be there."""
    reminders: Reminders = field(default_factory=Reminders)
    mail: Mail = field(default_factory=Mail)


def load(root: Path) -> Settings:
    """Return the settings of the workspace at `root`; the defaults where it has no settings file.

    Raises:
        RuleError: the file is not TOML, has an unknown name or a value that can't be used.
        WorkspaceError: the file is there but can't be read.
    """
    return _settings(root.absolute(), checked(_text(root)))


def _text(root: Path) -> str:
    try:
        return (root / FILE).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise RuleError("settings.not_utf8", place=FILE, file=FILE, line=None, column=None) from error
    except OSError as error:
        raise WorkspaceError("settings.unreadable", path=str(root / FILE)) from error


def _settings(root: Path, written: Written) -> Settings:
    folders, service = written.folders, written.service
    settings = Settings(
        root=root,
        inbox=root / folders.inbox,
        outbox=root / folders.outbox,
        rules=root / folders.rules,
        office_rules=root / folders.office_rules if folders.office_rules else None,
        templates=root / folders.templates,
        state=root / folders.state,
        language=written.language,
        place=written.place,
        round=Round(**written.round.model_dump()),
        workers=service.workers or min(MOST_WORKERS, os.cpu_count() or 1),
        executor=service.executor,
        scan_seconds=service.scan_seconds,
        pdf=service.pdf,
        settle_seconds=service.settle_seconds,
        incomplete_seconds=service.incomplete_seconds,
        release=service.release,
        release_folder=service.release_folder,
        ignore=service.ignore,
        reviewers=written.review.reviewers,
        waivers=root / written.review.waivers,
        deadlines={level: day for level, day in written.deadlines if day},
        reminders=Reminders(written.reminders.until, written.reminders.days),
        mail=_mail(root, written.mail),
    )
    _keep_apart(settings)
    return settings


def _mail(root: Path, written: MailTable) -> Mail:
    if written.on and not (written.host and written.sender):
        missing = "sender" if written.host else "host"
        raise RuleError("settings.mail_incomplete", place=FILE, file=FILE, line=None, column=None, name=missing)
    return Mail(
        on=written.on,
        host=written.host or "",
        port=written.port or _PORTS[written.security],
        security=written.security,
        user=written.user or "",
        password_env=written.password_env,
        password_file=root / written.password_file if written.password_file else None,
        ca_file=root / written.ca_file if written.ca_file else None,
        sender=written.sender or "",
        addresses=root / written.addresses,
        attach_bytes=int(written.attach_megabytes * 1_000_000),
        timeout=written.timeout_seconds,
    )


def _keep_apart(settings: Settings) -> None:
    """The inbox is scanned whole, so nothing that the service writes may lie in it."""
    inbox = settings.inbox.resolve()
    for name in ("state", "outbox", "rules", "templates"):
        folder: Path = getattr(settings, name)
        if folder.resolve().is_relative_to(inbox):
            raise RuleError("settings.under_inbox", place=FILE, file=FILE, line=None, column=None, name=name)
