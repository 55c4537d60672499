"""From the inbox into the ledger: what is still and whole is copied, committed, and only then moved aside."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from service.errors import WorkspaceError
from service.flow.clock import now
from service.flow.standing import unlisted
from service.flow.tools import Tally
from service.flow.unpacking import unpacked
from service.inbox import settling
from service.inbox.complete import complete
from service.inbox.releasing import came_back, release
from service.inbox.scan import survey
from service.inbox.seen import is_archive
from service.inbox.settling import Settling
from service.inbox.staging import OUR_DISK, TRY_LATER
from service.inbox.succession import in_order
from service.model.standing import Waiting
from service.model.submission import Claim
from service.read.gate import MAX_FILE
from service.words.showing import shown

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools
    from service.inbox.seen import Seen
    from service.inbox.staging import Staged
    from service.read import Attachment

PATIENT = frozenset({settling.CHANGING, settling.EMPTY, settling.INCOMPLETE, settling.OPEN, settling.READY})
"""Reasons for waiting that pass by themselves; a file with another one can't be taken now."""


_LOOKED_AFTER = 600.0
"""Seconds for which a file that was moved aside is still watched for writing."""


class Intake:
    """Looks at the inbox again and again, and takes what is ready."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        settings = tools.settings
        self._settling = Settling(settings.settle_seconds, settings.incomplete_seconds, complete)
        self._released: dict[Path, tuple[Seen, float]] = {}
        """Where taken files lie now: what they were, and until when they are looked after."""
        self._unlisted: tuple[Path, ...] = ()
        self._reachable = False
        self._newest = max((submission.claim.id for submission in tools.ledger.submissions()), default=0)

    def look(self, clock: float) -> Tally:
        """Take every file that is ready.

        Args:
            clock: seconds by a clock that is never set.

        Raises:
            WorkspaceError: the inbox can't be listed, or this machine's own disk takes nothing more.
        """
        settings = self._tools.settings
        self._reachable = False
        self._look_after(clock)
        seen = survey(settings.inbox, settings.ignore, settings.release_folder)
        self._reachable, self._unlisted = True, seen.unlisted
        ready = in_order(self._settling.look(seen.files, clock), name=_path, moment=lambda file: file.stamp.mtime_ns)
        return Tally(sum(self._take(file, clock) for file in ready))

    def _look_after(self, clock: float) -> None:
        """Take a moved file for a new one if a program that still had it open has written to it."""
        for moved, (file, until) in list(self._released.items()):
            if clock > until or came_back(moved, file.stamp, file.path):
                del self._released[moved]

    @property
    def moving(self) -> bool:
        """Whether something lies in the inbox that will be ready by itself."""
        return self._reachable and any(file.reason in PATIENT for file in self._settling.waiting())

    def waiting(self, clock: float) -> tuple[Waiting, ...]:
        """What lies in the inbox and is not taken yet, with the reason."""
        moment = datetime.fromisoformat(now())
        inbox = self._tools.settings.inbox
        files = [
            _waiting(inbox, file, moment - timedelta(seconds=clock - file.since)) for file in self._settling.waiting()
        ]
        return (*files, *unlisted(inbox, self._unlisted, moment))

    def stuck(self) -> tuple[str, ...]:
        """What can't be taken although it is ready, one sentence for each."""
        say = self._tools.speech.say
        files = [file for file in self._settling.waiting() if file.reason not in PATIENT]
        return (
            *(say(file.reason, name=shown(file.path.name), path=shown(file.path)) for file in files),
            *(say("inbox.folder_unlisted", path=shown(path)) for path in self._unlisted),
        )

    def _take(self, file: Seen, clock: float) -> int:
        """Take a file, or every file in an archive; return how many are new.

        A sudden end between two claims costs nothing: the archive still lies in the inbox, and a claim may be repeated.
        """
        tools = self._tools
        try:
            staged = tools.originals.stage(file.path, file.stamp)
        except WorkspaceError as trouble:
            if trouble.key not in TRY_LATER or trouble.key in OUR_DISK:
                raise
            self._settling.postponed(file.path, trouble.key)
            return 0
        claims = [tools.ledger.claim(claim) for claim in self._claims(file, staged)]
        self._settling.taken(file)
        moved = self._move_aside(file)
        if moved is not None:
            self._released[moved] = (file, clock + _LOOKED_AFTER)
        new = [claim for claim in claims if claim.id > self._newest]  # the others are the same files seen again
        for claim in new:
            self._newest = claim.id
            tools.say("cli.run.taken", file=shown(f"{claim.folder}/{claim.name}".strip("/")))
        return len(new)

    def _claims(self, file: Seen, staged: Staged) -> tuple[Claim, ...]:
        """What is to be remembered of a file whose bytes are safe; the bytes of what lies in it are made safe here."""
        originals, moment = self._tools.originals, now()
        inside: tuple[Attachment, ...] = ()
        if is_archive(file.name) and staged.size <= MAX_FILE:
            packed = unpacked(originals.read(staged.sha256), file.name)
            inside = tuple(in_order(packed, name=lambda one: one.name, moment=packed.index))
        if not inside:
            return (Claim(staged.sha256, file.name, file.folder, staged.size, moment),)
        claims = []
        for one in inside:
            folder, _, name = f"{file.folder}/{file.name}/{one.name}".strip("/").rpartition("/")
            claims.append(Claim(originals.keep(one.data), name, folder, len(one.data), moment))
        return tuple(claims)

    def _move_aside(self, file: Seen) -> Path | None:
        """Show the officer in the share itself that the file was taken. What can't be moved is remembered."""
        settings = self._tools.settings
        if not settings.release:
            return None
        target = settings.inbox / settings.release_folder
        return release(file.path, file.stamp, target / file.folder if file.folder else target).path


def _path(file: Seen) -> str:
    return f"{file.folder}/{file.name}"


def _waiting(inbox: Path, file: settling.Waiting, since: datetime) -> Waiting:
    folder = file.path.parent.relative_to(inbox).as_posix()
    name, folder = shown(file.path.name), "" if folder == "." else shown(folder)
    return Waiting(name, folder, file.reason, since.isoformat(timespec="seconds"))
