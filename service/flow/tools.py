"""The means that a run of the service works with, made from the settings once at the door."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from service.errors import WorkspaceError
from service.executor.inline import Inline
from service.executor.processes import Processes
from service.flow.judging import SECONDS, prepare
from service.inbox.staging import Originals
from service.ledger.sql import SqlLedger
from service.rules import load as load_rules
from service.settings import FILE
from service.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from service.executor.interface import Executor
    from service.ledger.interface import Ledger
    from service.model.rulebook import Rulebook
    from service.settings import Settings
    from service.words import Words

LEDGER = "ledger.sqlite"

Tell: TypeAlias = "Callable[[str], object]"
"""Where progress goes: one sentence at a time, in the reader's words."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that the corridor hands from room to room."""

    settings: Settings
    rulebook: Rulebook
    ledger: Ledger
    originals: Originals
    executor: Executor
    words: Words
    tell: Tell


def now() -> str:
    """This moment with the office's own offset, to the second."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


def rulebook_of(settings: Settings) -> Rulebook:
    """The pack of a workspace.

    Raises:
        RuleError: a rule is wrong; nothing of the pack is used.
        WorkspaceError: the folder is no workspace.
    """
    if not settings.rules.is_dir():
        raise WorkspaceError("cli.error.no_workspace", path=str(settings.root), file=FILE)
    return load_rules(settings.rules, settings.language, settings.round)


def make_executor(settings: Settings, rulebook: Rulebook) -> Executor:
    """Workers of their own, or this process where the settings say so."""
    if settings.executor == "inline":
        return Inline(prepare, (rulebook,))
    return Processes(settings.workers, prepare, (rulebook,), SECONDS)


def ledger_file(settings: Settings) -> Path:
    """Where the ledger of a workspace lies."""
    return settings.state / LEDGER


def open_ledger(settings: Settings) -> Ledger:
    """The ledger of a workspace, made where it isn't there yet."""
    settings.state.mkdir(parents=True, exist_ok=True)
    return SqlLedger(ledger_file(settings))


@contextmanager
def tools(settings: Settings, tell: Tell) -> Iterator[Tools]:
    """The tools of one run, let go of at its end.

    Raises:
        TongketError: the pack, the ledger or the state folder can't be used.
    """
    rulebook = rulebook_of(settings)
    with open_ledger(settings) as ledger, make_executor(settings, rulebook) as executor:
        yield Tools(settings, rulebook, ledger, Originals(settings.state), executor, words(settings.language), tell)
