"""`tongket read` shows what the program sees in a file, and judges nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from service.words import words

ROOT = Path(__file__).parents[2]
HEAVY = {"spacy", "pydantic", "yaml", "sqlalchemy", "rich", "docx", "rapidfuzz", "watchdog", "jinja2", "xlsxwriter"}


@pytest.fixture
def report(tmp_path):
    """A small report with a heading of each kind that matters here, a table, hidden words and a comment."""
    document = Document()
    document.add_heading("BÁO CÁO", 0)
    document.add_paragraph().add_run("I. ĐẶC ĐIỂM").bold = True
    body = document.add_paragraph("Hội có 12 chi hội, аn toàn.")
    body.add_run("Chưa thống nhất.").font.hidden = True
    document.add_comment(body.runs, text="Xem lại", author="Chị Hoa")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Chi hội"
    table.cell(0, 0).merge(table.cell(0, 1))
    path = tmp_path / "báo cáo.docx"
    document.save(path)
    return path


def test_the_outline_is_told_with_level_certainty_and_reason(tongket, report):
    code, told, _ = tongket("read", report)
    assert code == 0
    assert "    I. ĐẶC ĐIỂM  [bậc 1, đoạn 2, chắc 97%: số thứ tự và cách trình bày]" in told.splitlines()


def test_paragraphs_are_told_with_number_and_place(tongket, report):
    told = tongket("read", report)[1].splitlines()
    assert "     3  Hội có 12 chi hội, аn toàn." in told
    assert "     4  [bảng 1, hàng 1, cột 1] Chi hội" in told


def test_a_table_is_told_as_a_grid_with_merged_cells(tongket, report):
    told = tongket("read", report)[1]
    assert "  Bảng 1: 2 hàng, 2 cột\n      1 | Chi hội (gộp 1 hàng × 2 cột)\n      2 |  | \n" in told


def test_what_is_kept_apart_is_told_with_its_paragraph(tongket, report):
    told = tongket("read", report)[1]
    assert "  Chữ ẩn (1):\n    đoạn 3: Chưa thống nhất.\n" in told
    assert "  Chú thích của người đọc (1):\n    đoạn 3: Xem lại (Chị Hoa)\n" in told
    assert "đoạn 3: аn\n" in told


def test_a_file_with_nothing_apart_says_so(tongket, tmp_path):
    document = Document()
    document.add_paragraph("Hội có 12 chi hội.")
    document.save(tmp_path / "a.docx")
    assert tongket("read", tmp_path / "a.docx")[1].endswith("  Không có gì.\n")


def test_json_counts_paragraphs_from_nought_as_the_contract_does(tongket, report):
    told = json.loads(tongket("read", report, "--format", "json")[1])
    assert [heading["paragraph"] for heading in told["outline"][0]["headings"]] == [1]
    assert told["paragraphs"][2]["text"] == "Hội có 12 chi hội, аn toàn."
    assert told["hidden"] == [{"text": "Chưa thống nhất.", "paragraph": 2, "author": ""}]
    assert told["odd_letters"] == [{"text": "аn", "paragraph": 2}]
    assert told["tables"][0]["cells"][0]["column_span"] == 2


def test_it_speaks_english_when_asked(tongket, report, monkeypatch):
    monkeypatch.setenv("TONGKET_LANGUAGE", "en")
    assert "[level 1, paragraph 2, 97% sure: numbered and made to stand out]" in tongket("read", report)[1]


def test_a_file_that_cannot_be_read_is_told_why_and_what_to_do(tongket, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.4 not a Word file")
    code, told, complained = tongket("read", tmp_path / "a.docx")
    assert (code, told) == (1, "")
    assert "Đây là tệp PDF, không phải tệp Word." in complained


def test_a_path_that_is_not_there_is_a_wrong_call(tongket, tmp_path):
    code, _, complained = tongket("read", tmp_path / "a.docx")
    assert code == 2
    assert "Không có tệp hoặc thư mục" in complained


def test_a_folder_is_a_wrong_call(tongket, tmp_path):
    assert tongket("read", tmp_path)[0] == 2


def test_every_reason_of_the_outline_has_words():
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "service" / "outline").glob("*.py"))
    reasons = set(re.findall(r'Verdict\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*?"([a-z, ]+)"\)', source))
    assert len(reasons) > 10
    assert {f"read.reason.{one.replace(',', '').replace(' ', '_')}" for one in reasons} <= words().keys()


def test_it_starts_without_what_only_judging_needs(report):
    source = "import sys; from service.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", source, "read", str(report)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert {name.partition(".")[0] for name in done.stderr.split()} & HEAVY == set()
