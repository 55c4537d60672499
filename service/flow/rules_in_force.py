"""The pack that a running service works with: a changed one takes its place once it's sound, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import RuleError, TongketError, WorkspaceError
from service.flow.kept_rules import keep
from service.flow.tools import Tally, executor_of
from service.flow.workspaces import assembled, read_rules
from service.rules import digest_of

if TYPE_CHECKING:
    from service.flow.tools import Tools
    from service.model.rulebook import Rulebook
    from service.rules import RuleText


class RulesInForce:
    """Knows what lay in the rule folders when it last looked. It goes by what they hold: their times say nothing."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._seen = tools.rulebook.digest
        self._refused: TongketError | None = None
        keep(tools.settings, read_rules(tools.settings), tools.rulebook.digest)

    @property
    def notice(self) -> str:
        """Why the pack in the folder isn't the one in force; empty where it is."""
        return refusal(self._tools.rulebook, self._refused, self._tools) if self._refused else ""

    def renew(self) -> Tally:
        """Switch to the pack in the folder, for the reports that come next, if it's another one and sound.

        A pack that isn't is a trouble of the round: told once, and again once it's another one.
        """
        tools = self._tools
        try:
            texts = read_rules(tools.settings)
        except TongketError as trouble:
            self._refused = trouble
            return Tally(troubles=[self._kept(trouble)])
        digest = digest_of(texts, tools.settings.language, tools.settings.round)
        if digest == self._seen:
            return Tally(troubles=[self._kept(self._refused)] if self._refused else [])
        self._seen, self._refused = digest, None
        if digest == tools.rulebook.digest:  # the change was taken back
            return Tally()
        try:
            rulebook = assembled(texts, tools.settings)
        except RuleError as trouble:
            self._refused = trouble
            return Tally(troubles=[self._kept(trouble)])
        self._switch(rulebook, texts)
        return Tally()

    def _switch(self, rulebook: Rulebook, texts: tuple[RuleText, ...]) -> None:
        tools = self._tools
        before, left = tools.rulebook.name, tools.executor
        tools.rulebook, tools.executor = rulebook, executor_of(tools.settings, rulebook)
        left.close()
        keep(tools.settings, texts, rulebook.digest)
        tools.say("cli.run.rules_switched", before=before, after=rulebook.name)

    def _kept(self, trouble: TongketError) -> TongketError:
        return WorkspaceError("cli.run.rules_kept", pack=self._tools.rulebook.name,
                              problem=self._tools.speech.sentence(trouble))  # fmt: skip


def refusal(rulebook: Rulebook, trouble: TongketError, tools: Tools) -> str:
    """That a changed pack isn't in force, and why, in the readers' words."""
    return tools.words.say("cli.run.rules_kept", pack=rulebook.name, problem=tools.words.sentence(trouble))
