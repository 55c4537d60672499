"""The office's own templates; where one can't be filled, the built-in ones stand in, so that nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from service.defaults import folder
from service.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from service.flow.tools import Tools

T = TypeVar("T")


def filled(tools: Tools, make: Callable[[Path], T]) -> T:
    """What `make` makes of the office's templates, or of the built-in ones where those can't be filled: told once.

    A copy that was made for an earlier version may ask for what is no longer there.

    Raises:
        TemplateError: the built-in ones can't be filled, either.
    """
    own, built_in = tools.settings.templates, folder("templates")
    try:
        return make(own)
    except TemplateError as trouble:
        if own.exists() and own.samefile(built_in):
            raise
        made = make(built_in)
        sentence = tools.speech.say("cli.templates.stand_in", problem=tools.speech.sentence(trouble), root=own.parent)
        if sentence not in tools.told:
            tools.told.add(sentence)
            tools.tell(sentence)
        return made
