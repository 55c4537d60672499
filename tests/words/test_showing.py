"""What a file is called can't turn a line around, add one, or drive a terminal, wherever the name is shown."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.mail import message
from service.model.comparison import Lineage, Version
from service.outbox.annotated.copy import annotated_copy
from service.outbox.gap.report import gap_report
from service.outbox.phrasing.versions import since
from service.outbox.sheets.page import as_data
from service.words import words
from service.words.showing import shown
from tests.outbox.conftest import *  # noqa: F403 - reports with findings
from tests.read.builder import members, zipped

DAY = date(2020, 3, 5)
SIGNS = {
    "escape": "\x1b[2J", "bell": "\x07", "line end": "\r\nBcc: x@y.example", "separator": "\u2028", "C1": "\x9b31m",
    "turned around": "\u202egnp.exe", "isolated": "\u2067abc\u2069", "mark": "\u200f", "old mark": "\u206f",
    "half a character": "\udcff", "no character": "\ufffe",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("a\x1b[2Jb.docx", "a�[2Jb.docx"),
        ("xcod.\u202egnp", "xcod.�gnp"),
        ("một\r\nhai\tba\x85bốn", "một hai ba bốn"),
        ("b\udcffc.doc", "b�c.doc"),
        ("Báo cáo Đồ Sơn (sửa lần 2).docx", "Báo cáo Đồ Sơn (sửa lần 2).docx"),
    ],
)
def test_a_name_is_shown_on_one_line_with_odd_signs_marked(name, seen):
    assert shown(name) == seen


@given(st.text(alphabet=st.characters()))
def test_whatever_it_was_it_can_be_written_and_is_one_line(text):
    said = shown(text)
    assert said.encode().decode() == said
    assert len(said.splitlines()) <= 1
    assert shown(said) == said


def sheet(world, name):
    examination = replace(world["report"], file=replace(world["report"].file, name=name))
    lineage = Lineage(Version(2, 2, name, "", ""), repeats=Version(1, 1, name, "", "2020-03-04"))
    return texts(gap_report(world["templates"], examination, world["registry"], words(), DAY, lineage=lineage))


def copy(world, name):
    lineage = Lineage(Version(2, 2, name, "", ""), copies=(Version(1, 1, name, "", "2020-03-04"),))
    body = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(60))
    return texts(annotated_copy(zipped(members(body)), world["report"], words(), DAY, lineage=lineage))


def letter(name):
    moment = datetime(2020, 3, 5, tzinfo=UTC)
    made = message(sender="a@b.vn", to=["c@d.vn"], subject=f"Phiếu {name}", text=f"Báo cáo {name}.", mark="t-1",
                   moment=moment)  # fmt: skip
    assert not made["Bcc"]
    return f"{made['Subject']} {made.get_content().rstrip()}"


def page(_world, name):
    return str(as_data({"file": name}))


def comparison(_world, name):
    return " ".join(since(Lineage(Version(2, 2, "b", "", ""), repeats=Version(1, 1, name, "", "")), words()))


def texts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(package.read(part).decode() for part in package.namelist() if part.endswith(".xml"))


@pytest.mark.parametrize("kind", SIGNS)
@pytest.mark.parametrize("make", [sheet, copy, page, comparison])
def test_no_output_holds_the_odd_signs_of_a_file_name(make, kind, templates, gaps_report, registry):
    world = {"templates": templates, "report": gaps_report, "registry": registry}
    said = make(world, f"bc{SIGNS[kind]}.docx")
    assert not set(said) & (set("".join(SIGNS.values())) - set(map(chr, range(32, 127))) - set("\r\n"))
    assert f"bc{SIGNS[kind]}" not in said


@pytest.mark.parametrize("kind", SIGNS)
def test_no_message_holds_them_in_its_subject_or_its_body(kind):
    said = letter(f"bc{SIGNS[kind]}.docx")
    assert f"bc{SIGNS[kind]}" not in said
