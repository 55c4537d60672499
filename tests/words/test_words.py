"""The catalogue speaks both languages completely."""

import re
import string

from service.words import words

COUNTED = (
    "city_report",
    "compendium",
    "dashboard",
    "gap_report",
    "mail",
    "outbox",
    "reminder",
    "round_report",
    "rounds",
    "workbook",
)
ONE_OF_MANY = re.compile(r"(?<![-.,/\d])1 (?:other |more |such |new |of 1 )*(?!is|has)(?:[a-rt-z]+s|have|are)\b")


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


def test_a_blank_with_a_choice_says_one_and_many():
    said = [words("en").say("dashboard.overview.units", count=count) for count in (0, 1, "1", "1.200")]
    assert said == ["0 units", "1 unit", "1 unit", "1.200 units"]


def test_no_english_sentence_says_one_of_many():
    catalogue = words("en")
    sentences = {key: catalogue.say(key) for key in catalogue.keys()}  # noqa: SIM118 - no dict
    counts = {name for text in sentences.values() for name in re.findall(r"\{(\w+):[^}]*\|", text)}
    wrong = {}
    for key, text in sentences.items():
        blanks = {name: 1 if name in counts else "…" for name in _blanks(text)}
        said = catalogue.say(key, **blanks) if blanks else text
        if key.partition(".")[0] in COUNTED and ONE_OF_MANY.search(said):
            wrong[key] = said
    assert wrong == {}
