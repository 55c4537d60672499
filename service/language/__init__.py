"""Vietnamese text: one spelling to compare by, words with their places, phrases found in text."""

from service.language.fold import closed_up, fold, opening, plain, words_in
from service.language.lookalikes import odd_words
from service.language.phrases import Hit, Phrasebook, syllables

__all__ = ["Hit", "Phrasebook", "closed_up", "fold", "odd_words", "opening", "plain", "syllables", "words_in"]
