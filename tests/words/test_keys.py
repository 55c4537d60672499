"""Every sentence that the code names is in the catalogue, and none lies there that nobody says."""

import re
import zipfile
from pathlib import Path

import pytest

from service.words import words

SERVICE = Path(__file__).parents[2] / "service"
SOURCE = "\n".join(path.read_text("utf-8") for path in SERVICE.rglob("*.py"))
ROOMS = ("cli", "rules", "workspace")
NAMED = set(re.findall(r'["\']((?:cli|rules|workspace)\.[a-z_0-9]+(?:\.[a-z_0-9]+)?)["\']', SOURCE))
BEGUN = set(re.findall(r'["\']((?:cli|rules|workspace)\.[a-z_.]*)\{', SOURCE))


TEMPLATES = Path(__file__).parents[2] / "templates"
PAGES = "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.*") if path.suffix != ".docx")
LITERALS = set(re.findall(r'["\']([a-zA-Z_0-9.]+)["\']', SOURCE + PAGES))
OPEN = set(re.findall(r'["\']([a-z_0-9.]*)\{', SOURCE + PAGES))
SHELVES = {
    "gap_report.say": ["phieu-ra-soat", "thong-bao-tep-bao-cao"],
    "gap_report.letter": ["thong-bao-tep-bao-cao"],
    "city_report.say": ["bao-cao-tong-hop"],
    "compendium.say": ["tap-hop"],
    "round_report.say": ["bao-cao-tien-do"],
    "reminder.say": ["cong-van-don-doc"],
}
PRINTED = (
    "gap_report",
    "outbox",
    "rounds",
    "city_report",
    "compendium",
    "round_report",
    "reminder",
    "workbook",
    "dashboard",
)


def body_of(template):
    with zipfile.ZipFile(TEMPLATES / f"{template}.docx") as package:
        return package.read("word/document.xml").decode()


def is_said(key):
    """Whether code or a page names the key, its end, or what it begins with before a blank."""
    parts = key.split(".")
    ends = {".".join(parts[at:]) for at in range(len(parts))}
    starts = {".".join([*parts[at:to], ""]) for at in range(len(parts)) for to in range(at + 1, len(parts))}
    stems = {stem for stem in OPEN if stem and any(end.startswith(stem) for end in ends) and stem not in starts}
    last = parts[-1]
    if parts[0] == "dashboard" and re.search(rf"\b{last}\b|\b{last.partition('_')[0]}_[\"']", PAGES):
        return True  # pages look words up by their own path
    return bool(ends & LITERALS or starts & OPEN or stems or any(key.startswith(f"{one}.") for one in SHELVES))


@pytest.mark.parametrize("shelf", SHELVES)
def test_each_fixed_word_of_a_template_is_printed_and_each_that_is_printed_is_there(shelf):
    name = "say.letter" if shelf.endswith(".letter") else "say"
    bodies = "".join(body_of(template) for template in SHELVES[shelf])
    printed = set(re.findall(rf"\b{re.escape(name)}\.([a-z_0-9]+)\b(?!\.)", bodies))
    assert printed == set(words().under(shelf))


def test_no_word_of_an_output_lies_there_unsaid():
    known = {key for key in words().keys() if key.partition(".")[0] in PRINTED}  # noqa: SIM118 - no dict
    assert {key for key in known if not is_said(key)} == set()


def test_every_sentence_that_is_named_is_there():
    assert len(NAMED) > 100
    assert {key for key in NAMED if not words().has(key)} == set()


def test_no_sentence_lies_there_unsaid():
    known = {key for key in words().keys() if key.partition(".")[0] in ROOMS}  # noqa: SIM118 - no dict
    unsaid = {key for key in known - NAMED if not key.startswith(tuple(BEGUN))}
    assert unsaid == set()
