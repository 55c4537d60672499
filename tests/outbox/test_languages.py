"""Every output is wholly in the language that the office chose, but for what it quotes."""

import io
import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import docx
import openpyxl
import pytest

from service.defaults import folder
from service.model.rulebook import Round
from service.outbox.annotated.copy import annotated_copy
from service.outbox.board.dashboard import dashboard
from service.outbox.city.report import city_report
from service.outbox.city.workbook import workbook
from service.outbox.gap.report import gap_report
from service.outbox.phrasing.names import Names
from service.rules import load
from service.words import words
from tests.read.builder import members, zipped

DAY = date(2020, 3, 5)
VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
PROPER = re.compile("hội khuyến học|đồng", re.IGNORECASE)
"""The association's name, and the money of the country."""


def unmarked(value):
    """The same value with Latin letters alone, so that what is left of Vietnamese letters is the program's own."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return "".join(
            one
            for one in unicodedata.normalize("NFD", value.replace("đ", "d").replace("Đ", "D"))
            if not unicodedata.combining(one)
        )
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: unmarked(getattr(value, one.name)) for one in fields(value) if one.init})
    if isinstance(value, tuple | list):
        return type(value)(unmarked(one) for one in value)
    if isinstance(value, dict):
        return {unmarked(key): unmarked(one) for key, one in value.items()}
    return value


def shown(data):
    """Every line that a Word file shows."""
    document = docx.Document(io.BytesIO(data))
    paragraphs = document.element.body.iter("{*}p")
    lines = ["".join(text.text or "" for text in paragraph.iter("{*}t")) for paragraph in paragraphs]
    return [*lines, *(line for comment in document.comments for line in comment.text.split("\n"))]


def cells(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    values = (str(cell.value or "") for sheet in book for row in sheet.iter_rows() for cell in row)
    return [*values, *book.sheetnames]


def visible(page):
    """What an HTML page shows or tells a screen reader."""
    bare = re.sub(r"(?s)<(script|style|template)\b.*?</\1>|<!--.*?-->", " ", page)
    told = re.findall(r'(?:title|aria-label|placeholder|alt)="([^"]*)"', bare)
    return [*told, *re.split(r"<[^>]*>", bare)]


@pytest.fixture(scope="module")
def rulebook():
    return load(folder("rules"), "en", Round())


@pytest.fixture
def outputs(gaps_report, unreadable, board, city, registry, templates, rulebook):  # noqa: PLR0917 - the whole world
    gaps_report, unreadable, board, city, registry = map(unmarked, (gaps_report, unreadable, board, city, registry))
    speech = words("en")
    names = Names(speech, rulebook)
    body = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(80))
    copy = annotated_copy(zipped(members(body)), gaps_report, speech, DAY, names=names)
    assert copy is not None
    texts = {
        "sheet": shown(gap_report(templates, gaps_report, registry, speech, DAY, received="2020-03-05", names=names)),
        "letter": shown(gap_report(templates, unreadable, registry, speech, DAY, names=names)),
        "copy": shown(copy),
        "city report": shown(city_report(templates, city, registry, speech, DAY, names=names)),
        "workbook": cells(workbook(city, registry, speech, DAY, names=names)),
    }
    pages = dashboard(templates, board, registry, speech, DAY.isoformat())
    texts |= {name: visible(data.decode()) for name, data in pages.items() if name.endswith(".html")}
    return texts


def test_every_output_is_english_where_english_is_chosen(outputs):
    left = {
        (name, line) for name, lines in outputs.items() for line in lines if VIETNAMESE.search(PROPER.sub("", line))
    }
    assert left == set()


def test_templates_have_no_words_of_a_language_of_their_own(templates):
    for path in templates.iterdir():
        if path.suffix == ".docx":
            document = docx.Document(path)
            parts = [document, *(part for one in document.sections for part in (one.header, one.footer))]
            said = "".join(text.text or "" for part in parts for text in part._element.iter("{*}t"))
        else:
            said = re.sub(r"(?s)\{#.*?#\}|/\*.*?\*/|(?m:^\s*//.*$)", "", path.read_text("utf-8"))
        allowed = {"đ", "Đ"} if path.suffix == ".js" else set()  # what the search folds
        assert set(VIETNAMESE.findall(said)) <= allowed, path.name


def test_the_english_catalogue_keeps_vietnamese_for_names_and_quotes():
    catalogue = words("en")
    named = re.compile(PROPER.pattern + "|“[^”]*”|‘[^’]*’|[Hh]ải [Pp]hòng|by: Nguyễn Thị Hoa", re.IGNORECASE)
    left = {key for key in catalogue.keys() if VIETNAMESE.search(named.sub("", catalogue.say(key)))}  # noqa: SIM118 - no dict
    assert left == set()
