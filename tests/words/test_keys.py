"""Every sentence that the code names is in the catalogue, and none lies there that nobody says."""

import re
from pathlib import Path

from service.words import words

SERVICE = Path(__file__).parents[2] / "service"
SOURCE = "\n".join(path.read_text("utf-8") for path in SERVICE.rglob("*.py"))
ROOMS = ("cli", "rules", "workspace")
NAMED = set(re.findall(r'["\']((?:cli|rules|workspace)\.[a-z_0-9]+(?:\.[a-z_0-9]+)?)["\']', SOURCE))
BEGUN = set(re.findall(r'["\']((?:cli|rules|workspace)\.[a-z_.]*)\{', SOURCE))


def test_every_sentence_that_is_named_is_there():
    assert len(NAMED) > 100
    assert {key for key in NAMED if not words().has(key)} == set()


def test_no_sentence_lies_there_unsaid():
    known = {key for key in words().keys() if key.partition(".")[0] in ROOMS}  # noqa: SIM118 - no dict
    unsaid = {key for key in known - NAMED if not key.startswith(tuple(BEGUN))}
    assert unsaid == set()
