"""Names and texts that mean something to a program stay text in every output."""

import io
import zipfile
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import docx
import openpyxl
import pytest

from service.outbox.annotated.copy import annotated_copy
from service.outbox.city.report import city_report
from service.outbox.city.workbook import workbook
from service.outbox.gap.report import gap_report
from service.words import words
from tests.read.builder import members, zipped

DAY = date(2020, 3, 5)
HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "a formula": "=HYPERLINK(1,2)",
    "a command": "@SUM(1)|cmd",
    "a tag of the template": "{{ 7*7 }}{% for x in y %}",
    "markup of Word": "</w:t></w:r><w:br/>&amp;",
    "marks of direction": "\u202egnp.exe\u200f",
    "line ends": "một\nhai\r\nba\x0b",
    "letters that XML can't hold": "a\x00b\ud800c",
}
TOUCHED = {"name", "message", "why", "fix", "quote", "heading", "source", "text"}


def hostile(value, nasty, name=""):
    """The same value with its free texts beginning with what is nasty."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return nasty + value if name in TOUCHED else value
    if is_dataclass(value) and not isinstance(value, type):
        told = {one.name: hostile(getattr(value, one.name), nasty, one.name) for one in fields(value) if one.init}
        return replace(value, **told)
    return type(value)(hostile(one, nasty, name) for one in value) if isinstance(value, tuple | list) else value


def sheet(world):
    return gap_report(world["templates"], world["gaps_report"], world["registry"], words(), DAY)


def letter(world):
    return gap_report(world["templates"], world["unreadable"], world["registry"], words(), DAY)


def city(world):
    return city_report(world["templates"], world["city"], world["registry"], words(), DAY)


def copy(world):
    body = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(80))
    return annotated_copy(zipped(members(body)), world["gaps_report"], words(), DAY)


@pytest.fixture
def world(gaps_report, unreadable, city, registry, templates):
    return {
        "gaps_report": gaps_report, "unreadable": unreadable, "city": city, "registry": registry,
        "templates": templates,
    }  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("make", [sheet, letter, city, copy])
def test_a_hostile_text_stays_text_in_word(make, kind, world):
    nasty = HOSTILE[kind]
    turned = {
        name: hostile(one, nasty) if name not in {"templates", "registry"} else one for name, one in world.items()
    }
    data = make(turned)
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert not [name for name in package.namelist() if b'TargetMode="External"' in package.read(name)]
    if kind in {"a script", "a tag of the template", "markup of Word"}:
        document = docx.Document(io.BytesIO(data))
        texts = ["".join(text.text or "" for text in document.element.iter("{*}t"))]
        texts += [comment.text for comment in document.comments]
        assert nasty in "".join(texts)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_stays_text_in_a_workbook(kind, world):
    data = workbook(hostile(world["city"], HOSTILE[kind]), world["registry"], words(), DAY)
    book = openpyxl.load_workbook(io.BytesIO(data))
    values = [cell for each in book for row in each.iter_rows() for cell in row if isinstance(cell.value, str)]
    told = [cell for cell in values if HOSTILE[kind][:4] in cell.value]
    assert all(cell.data_type == "s" for cell in told)
    assert told or kind in {"line ends", "letters that XML can't hold", "marks of direction"}
