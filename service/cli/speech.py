"""The words of the command line, in the language that the reader's environment asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from service.words import LANGUAGES, words

if TYPE_CHECKING:
    from service.words import Words

VARIABLE = "TONGKET_LANGUAGE"


def language(otherwise: str = LANGUAGES[0]) -> str:
    """The language that TONGKET_LANGUAGE asks for ("en", "en_US.UTF-8"…), else `otherwise`."""
    asked = os.environ.get(VARIABLE, "")[:2].lower()
    return asked if asked in LANGUAGES else otherwise


def catalogue(otherwise: str = LANGUAGES[0]) -> Words:
    """The words of `language`."""
    return words(language(otherwise))


def say(key: str, **values: object) -> str:
    """A sentence of the catalogue."""
    return catalogue().say(key, **values)
