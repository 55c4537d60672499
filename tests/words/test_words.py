"""The catalogue speaks both languages completely."""

import string

from service.words import words


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_english_knows_every_sentence_that_vietnamese_knows():
    assert words("en").keys() == words("vi").keys()


def test_a_sentence_has_the_same_blanks_in_both_languages():
    vi, en = words("vi"), words("en")
    different = {key for key in vi.keys() if _blanks(vi.say(key)) != _blanks(en.say(key))}  # noqa: SIM118 - no dict
    assert not different


def test_an_unknown_language_falls_back_to_vietnamese():
    assert words("fr").language == "vi"
