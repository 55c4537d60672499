"""The reader's oath on files spoiled at random: a declared refusal or a manuscript, in time, and nothing else."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.read import read
from tests.fuzz.mutate import Dice, spoiled
from tests.fuzz.oath import SECONDS, keeps_its_oath
from tests.fuzz.seed import seed
from tests.read.builder import members, zipped

SEED = seed()
NUMBERS = st.lists(st.integers(0, 65_535), min_size=1, max_size=24)
P = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
LIST = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
STYLE = '<w:style w:type="paragraph" w:styleId="%s"><w:basedOn w:val="%s"/><w:link w:val="%s"/>%s</w:style>'
NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr></w:pPr></w:p>'


def test_the_seed_itself_is_read():
    assert keeps_its_oath(zipped(SEED)) == "read"


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(numbers=NUMBERS, blows=st.integers(1, 5))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_spoiled_file_is_read_or_refused(numbers, blows):
    keeps_its_oath(spoiled(SEED, Dice(numbers), blows))


@settings(max_examples=60, deadline=None)
@given(level=st.integers(), num=st.integers(), start=st.integers(), text=st.text(max_size=40))
def test_numbers_of_any_size_are_read(level, num, start, text):
    quoted = "".join(character for character in text if character.isalnum() or character in "%. ")
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:pStyle w:val="S"/>'
        f'<w:lvlRestart w:val="{num}"/><w:lvlText w:val="{quoted}%1%9"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{start}">'
        f'<w:startOverride w:val="{level}"/></w:lvlOverride></w:num>'
    )
    numbered = f'<w:pPr><w:numPr><w:numId w:val="{num}"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="S">{numbered}</w:style>'
    body = NUMBERED % (level, num) + '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr></w:p>' * 2
    assert keeps_its_oath(zipped(members(body, numbering=numbering, styles=styles))) == "read"


@pytest.mark.parametrize("size", [1, 2, 3, 60])
def test_styles_and_lists_that_go_round_in_circles_are_read(size):
    ring = "".join(STYLE % (number, (number + 1) % size, (number + 1) % size, LIST) for number in range(size))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:numStyleLink w:val="{(number + 1) % size}"/></w:abstractNum>'
        for number in range(size)
    ) + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(size))
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{number}"/></w:pPr></w:p>' for number in range(size))
    assert keeps_its_oath(zipped(members(body + NUMBERED % (0, 0), styles=ring, numbering=lists))) == "read"


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>" * 120 + P + "</w:tc></w:tr></w:tbl>" * 120,
        "<w:sdt><w:sdtContent>" * 200 + P + "</w:sdtContent></w:sdt>" * 200,
        "<w:p>" + "<w:smartTag>" * 300 + "<w:r/>" + "</w:smartTag>" * 300 + "</w:p>",
        "<w:p>" + '<w:ins w:author="a"><w:del w:author="b">' * 150 + "<w:r/>" + "</w:del></w:ins>" * 150 + "</w:p>",
        "<w:p><w:r><w:pict><w:txbxContent>" * 60 + P + "</w:txbxContent></w:pict></w:r></w:p>" * 60,
        "<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc>' * 500 + "</w:tr></w:tbl>",
    ],
    ids=["tables", "controls", "wrappers", "changes", "text boxes", "wide cells"],
)
def test_deep_and_wide_files_are_read(body):
    assert keeps_its_oath(zipped(members(body))) == "read"


def test_a_text_node_of_eleven_megabytes_is_read_in_time():
    text = "".join(f"mục {number:x} " for number in range(950_000))
    data = zipped(members(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))
    start = time.process_time()
    assert len(read(data).paragraphs[0].text) == len(text)
    assert time.process_time() - start < SECONDS
