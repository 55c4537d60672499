"""The means that a run of the service works with, made from the settings once at the door."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from service.executor.inline import Inline
from service.executor.processes import Processes
from service.flow.judging import SECONDS, prepare
from service.flow.workspaces import ledger_file, rulebook_of
from service.inbox.staging import Originals
from service.ledger.sql import SqlLedger
from service.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from service.errors import TongketError
    from service.executor.interface import Executor
    from service.ledger.interface import Ledger
    from service.model.rulebook import Rulebook
    from service.settings import Settings
    from service.words import Words

Tell: TypeAlias = "Callable[[str], object]"
"""Where progress goes: one sentence at a time."""


@dataclass(slots=True)
class Tools:
    """Everything that the corridor hands from room to room. Only the pack and its workers ever change."""

    settings: Settings
    rulebook: Rulebook
    ledger: Ledger
    originals: Originals
    executor: Executor
    words: Words
    """The language of the outputs."""
    speech: Words
    """The language of whoever started the command."""
    tell: Tell
    told: set[str] = field(default_factory=set)
    """What is told only once, however often it comes."""

    def say(self, key: str, **values: object) -> None:
        """Tell a sentence of the catalogue to whoever started the command."""
        self.tell(self.speech.say(key, **values))


@dataclass(slots=True)
class Tally:
    """What one step did, and what it could not do."""

    done: int = 0
    troubles: list[TongketError] = field(default_factory=list)


@contextmanager
def tools(settings: Settings, speech: Words, tell: Tell) -> Iterator[Tools]:
    """The tools of one run, let go of at its end.

    Raises:
        TongketError: the pack, the ledger or the state folder can't be used.
    """
    rulebook = rulebook_of(settings)
    originals, outputs = Originals(settings.state), words(settings.language)
    with SqlLedger(ledger_file(settings)) as ledger:
        executor = executor_of(settings, rulebook)
        means = Tools(settings, rulebook, ledger, originals, executor, outputs, speech, tell)
        try:
            yield means
        finally:
            means.executor.close()


def executor_of(settings: Settings, rulebook: Rulebook) -> Executor:
    """Workers of their own, or this process where the settings say so."""
    if settings.executor == "inline":
        return Inline(prepare, (rulebook,))
    return Processes(settings.workers, prepare, (rulebook,), SECONDS)
