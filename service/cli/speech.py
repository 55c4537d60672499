"""The words of the command line, in the language that the reader's environment asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from service.words import Words, words

if TYPE_CHECKING:
    from service.errors import TongketError

VARIABLE = "TONGKET_LANGUAGE"


def catalogue(language: str | None = None) -> Words:
    """The catalogue of a language; of TONGKET_LANGUAGE, else Vietnamese, where none is named."""
    return words(os.environ.get(VARIABLE) or language or "vi")


def say(key: str, **values: object) -> str:
    """A sentence of the catalogue."""
    return catalogue().say(key, **values)


def sentence(trouble: TongketError) -> str:
    """What an error says to its reader."""
    known = catalogue()
    return known.say(trouble.key, **trouble.values) if known.has(trouble.key) else str(trouble)
