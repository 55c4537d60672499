"""From the inbox into the ledger: what is still and whole is copied, committed, and only then moved aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import WorkspaceError
from service.flow.tools import now
from service.inbox.complete import complete
from service.inbox.releasing import release
from service.inbox.scan import survey
from service.inbox.seen import shown
from service.inbox.settling import Settling
from service.inbox.staging import OUR_DISK, TRY_LATER
from service.model.submission import Claim

if TYPE_CHECKING:
    from service.flow.tools import Tools
    from service.inbox.seen import Seen
    from service.inbox.settling import Waiting


class Intake:
    """Looks at the inbox again and again, and takes what is ready."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        settings = tools.settings
        self._settling = Settling(settings.settle_seconds, settings.incomplete_seconds, complete)

    def look(self, clock: float) -> int:
        """Take every file that is ready; return how many were taken.

        Args:
            clock: seconds by a clock that is never set.

        Raises:
            WorkspaceError: the inbox can't be listed, or this machine's own disk takes nothing more.
        """
        settings = self._tools.settings
        seen = survey(settings.inbox, settings.ignore, settings.release_folder).files
        return sum(self._take(file) for file in self._settling.look(seen, clock))

    def waiting(self) -> tuple[Waiting, ...]:
        """What lies in the inbox and is not taken yet, with the reason."""
        return self._settling.waiting()

    def _take(self, file: Seen) -> bool:
        tools = self._tools
        try:
            staged = tools.originals.stage(file.path, file.stamp)
        except WorkspaceError as trouble:
            if trouble.key not in TRY_LATER or trouble.key in OUR_DISK:
                raise
            self._settling.postponed(file.path, trouble.key)
            return False
        before = {submission.id for submission in tools.ledger.open_claims()}
        claim = tools.ledger.claim(Claim(staged.sha256, file.name, file.folder, staged.size, now()))
        self._settling.taken(file)
        self._move_aside(file)
        if claim.id in before:
            return False
        place = f"{file.folder}/{file.name}" if file.folder else file.name
        tools.tell(tools.words.say("cli.run.taken", file=shown(place)))
        return True

    def _move_aside(self, file: Seen) -> None:
        """Show the officer in the share itself that the file was taken. What can't be moved is remembered."""
        settings = self._tools.settings
        if settings.release:
            target = settings.inbox / settings.release_folder
            release(file.path, file.stamp, target / file.folder if file.folder else target)
