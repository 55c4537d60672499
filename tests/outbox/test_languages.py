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

from service.check.examine import examine
from service.consolidate.progress import progress
from service.consolidate.reminders import reminders
from service.defaults import folder
from service.model.examination import FileFacts, Verdict
from service.model.rulebook import Round
from service.outbox.annotated.copy import annotated_copy
from service.outbox.board.dashboard import dashboard
from service.outbox.city.report import city_report
from service.outbox.city.workbook import workbook
from service.outbox.gap.report import gap_report
from service.outbox.phrasing.names import Names
from service.outbox.round.letters import reminder_letter
from service.outbox.round.report import round_report
from service.outline import outline
from service.rules import load
from service.words import words
from tests.check.builder import GOALS, RESULTS, manuscript
from tests.consolidate import sent
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


def progress_report(templates):
    """The report of a round in which units are late, lack something, or sent the wrong file."""
    units = unmarked(sent.REGISTRY)
    wrong = sent.report(2, sent.DU_HANG, "03-01", sent.SPEECH, verdict=Verdict.WRONG_KIND)
    board = sent.board(*unmarked((sent.report(1, sent.AN_BIEN, "04-08", sent.LESSONS), wrong)), registry=units)
    told, speech = progress(board, units, "hp", sent.ROUND, sent.TODAY), words("en")
    return round_report(templates, told, units, speech, DAY, gathered=sent.ROUND, names=Names(speech))


def letter(templates):
    units, speech = unmarked(sent.REGISTRY), words("en")
    board = sent.board(*unmarked((sent.report(1, sent.AN_BIEN, "04-08", sent.LESSONS, sent.NQ29),)), registry=units)
    [asked] = reminders(board, units, "hp", sent.ROUND, today=sent.TODAY, until=DAY)
    return reminder_letter(templates, asked, units, speech, DAY, gathered=sent.ROUND, names=Names(speech))


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
    texts |= {"round report": shown(progress_report(templates)), "reminder letter": shown(letter(templates))}
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
            assert re.findall(r"[^\W\d_]{2,}", re.sub(r"\{[{%].*?[%}]\}", " ", said)) == [], path.name
        else:
            said = re.sub(r"(?s)\{#.*?#\}|/\*.*?\*/|(?m:^\s*//.*$)", "", path.read_text("utf-8"))
        allowed = {"đ", "Đ"} if path.suffix == ".js" else set()  # what the search folds
        assert set(VIETNAMESE.findall(said)) <= allowed, path.name


def test_what_is_found_is_told_in_english_but_for_quotes_names_and_the_title_of_the_source(rulebook):
    lines = (
        "BÁO CÁO", "Tổng kết nhiệm kỳ 2015 - 2020, phương hướng nhiệm kỳ 2020 - 2025",
        "I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT", *RESULTS[1:],
        "Toàn huyện có 39.480 hội viên, chiếm 31,8% dân số (142.000 người).",
        "Vận động được 1,2 tỷ đồng, đạt 115% chỉ tiêu Nghị quyết (1 tỷ đồng). Quỹ hiện còn 1.412 tỷ đồng.",
        "Thực hiện Chỉ thị số 99-CT/TW ngày 13/4/2027 của Bộ Chính trị; Kết luận số 49-KL/TW ngày 10/5/2018.",
        "II. PHƯƠNG HƯỚNG", *GOALS[1:], "Số đồng chí dự là …… đồng chí.",
    )  # fmt: skip
    read = manuscript(*lines)
    answer = examine(read, outline(read), rulebook, FileFacts("a.docx", "", 0, "docx"))
    assert len({one.code for one in answer.findings}) > 5
    titles = "|".join(re.escape(source.title) for source in rulebook.pack.sources.values())
    named = re.compile(f"{PROPER.pattern}|{titles}|“[^”]*”", re.IGNORECASE)
    told = {text for one in answer.findings for text in (one.message, one.why, one.fix, one.source)}
    assert {text for text in told if VIETNAMESE.search(named.sub("", text))} == set()
    assert not [text for text in told if re.search(r"\d\.\d{3}\b|\d,\d\b|\d/\d+/\d{4}", named.sub("", text))]


def test_the_english_catalogue_keeps_vietnamese_for_names_and_quotes():
    catalogue = words("en")
    named = re.compile(PROPER.pattern + "|“[^”]*”|‘[^’]*’|[Hh]ải [Pp]hòng|by: Nguyễn Thị Hoa", re.IGNORECASE)
    left = {key for key in catalogue.keys() if VIETNAMESE.search(named.sub("", catalogue.say(key)))}  # noqa: SIM118 - no dict
    assert left == set()


def test_every_clause_of_the_default_rules_has_its_english(rulebook):
    assert {
        code for code, rule in rulebook.findings.items() if not rule.clause_en or VIETNAMESE.search(rule.clause_en)
    } == set()
