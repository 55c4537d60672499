"""Every key that an edge room names has its sentence."""

import re
from pathlib import Path

import pytest

from service.settings.mistakes import _KEYS
from service.words import LANGUAGES, words

SERVICE = Path(__file__).parents[2] / "service"
KEY = re.compile(r'"((?:settings|ledger|executor|inbox|workspace)\.[a-z_]+(?:\.[a-z_]+)?)"')


def _named() -> set[str]:
    files = [file for room in ("settings", "ledger", "executor", "inbox") for file in (SERVICE / room).rglob("*.py")]
    found = {key for file in files for key in KEY.findall(file.read_text(encoding="utf-8"))}
    return found | {f"settings.{key}" for key in _KEYS.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_an_edge_room_names_has_a_sentence(language):
    keys = _named()
    assert len(keys) > 40
    assert {key for key in keys if not words(language).has(key)} == set()
