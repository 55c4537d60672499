"""What the office's file of waivers accepts; with a mistake in it, what it said when it was last right.

A wrong line there must not keep a report from being judged, nor have units asked for what was accepted before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import RuleError, TongketError, WorkspaceError
from service.flow.workspaces import waivers_of
from service.outbox.publish import publish
from service.rules.waivers import load_waivers

if TYPE_CHECKING:
    from service.model.rulebook import Rulebook
    from service.model.waiver import Waiver
    from service.settings import Settings
    from service.words import Words

KEPT = "waivers-in-force.yaml"
"""In the state folder: the file as it was when a service last found it right."""


def accepted_in_file(settings: Settings, rulebook: Rulebook) -> tuple[tuple[Waiver, ...], TongketError | None]:
    """What the file accepts, and the mistake for which it's what the file accepted before, or nothing."""
    try:
        return waivers_of(settings, rulebook), None
    except (RuleError, WorkspaceError) as trouble:
        return _last_good(settings, rulebook), trouble


def keep_accepted(settings: Settings) -> None:
    """Keep the file, which was found right just now, for the day on which it isn't.

    Raises:
        WorkspaceError: the state folder can't be written.
    """
    file, kept = settings.waivers, settings.state / KEPT
    try:
        data = file.read_bytes() if file is not None and file.exists() else b""
        if data == (kept.read_bytes() if kept.exists() else b""):
            return
    except OSError:
        return  # told by whoever reads it next
    publish(settings.state, KEPT, data)


def mistake(trouble: TongketError | None, words: Words) -> str:
    """That the file isn't applied as it lies there, and why; empty where it is."""
    return words.say("cli.waive.kept", problem=words.sentence(trouble)) if trouble else ""


def _last_good(settings: Settings, rulebook: Rulebook) -> tuple[Waiver, ...]:
    if settings.waivers is None:
        return ()
    try:
        data = (settings.state / KEPT).read_bytes()
        return load_waivers(settings.waivers.name, data, {unit.id for unit in rulebook.registry.units})
    except (OSError, RuleError):
        return ()
