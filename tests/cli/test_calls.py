"""Wrong calls end with exit code 2 and a plain sentence in the reader's language; help speaks it, too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments, language="", cwd=ROOT, source="import sys; from service.cli import main; main()"):
    environment = {**os.environ, "TONGKET_LANGUAGE": language, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", source, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check",), "Thiếu PATH."),
        (("init",), "Thiếu DIR."),
        (("check", "--fomat", "json", "x"), "Không có tùy chọn --fomat."),
        (("check", "--format", "xml", "x"), "--format chỉ nhận: text, json."),
        (("check", "x", "--format"), "Tùy chọn --format cần một giá trị theo sau."),
        (("run", "--once=3"), "Tùy chọn --once không nhận giá trị."),
        (("status", "a", "b"), "Thừa: b."),
        (
            ("statsu",),
            "Không có lệnh “statsu”. Các lệnh: check, consolidate, doctor, init, letters, read, r",
        ),
        (("rules", "chekc"), "Không có lệnh “chekc”."),
        (("check", "không-có.docx"), "Không có tệp hoặc thư mục không-có.docx."),
        (("check", "--workspace", "không-có", "x"), "Không có tệp hoặc thư mục không-có."),
        (("rules", "explain", "không-có.docx"), "Không có tệp hoặc thư mục không-có.docx."),
        (("status", __file__), "không phải thư mục."),
        (("init", __file__), "không phải thư mục."),
        (("check", "--workspace", __file__, "x"), "không phải thư mục."),
    ],
)
def test_a_wrong_call_is_told_plainly(tongket, arguments, sentence):
    code, out, err = tongket(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Không thực hiện được: ")
    assert sentence in err
    assert err.count("\n") == 1


def test_a_wrong_call_tells_where_the_help_of_its_command_is(tongket):
    assert "Xem cách gọi: tongket rules explain --help" in tongket("rules", "explain")[2]


def test_a_wrong_call_is_told_in_english_where_english_is_asked_for(tongket, monkeypatch):
    monkeypatch.setenv("TONGKET_LANGUAGE", "en_US.UTF-8")
    assert tongket("check")[2] == "Could not be done: PATH is missing. How to call: tongket check --help\n"


def test_no_command_shows_the_help(tongket):
    code, out, err = tongket()
    assert (code, out) == (2, "")
    assert err.startswith("Cách gọi: tongket")


def test_the_help_is_vietnamese_to_its_last_word():
    for arguments in ((), *((name,) for name in ("check", "run", "consolidate", "status", "rules", "doctor", "init"))):
        page = run(*arguments, "--help").stdout.decode()
        assert page.startswith("Cách gọi: tongket")
        assert not any(word in page for word in ("Usage", "Options", "Commands", "Show this", "OPTIONS", "COMMAND"))
    assert "..." not in run("--help").stdout.decode()


def test_the_help_is_english_where_english_is_asked_for():
    page = run("check", "--help", language="en").stdout.decode()
    assert page.startswith("Usage: tongket check [OPTIONS] PATH...")
    assert "Show this page and end." in page


def test_the_version_is_told(tongket):
    assert tongket("--version")[:2] == (0, "tongket 0.1.0\n")


def test_a_failure_of_the_program_itself_is_a_sentence_with_an_exit_code_of_its_own(tongket, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("service.flow.checking.files_of", fail)
    code, _, err = tongket("check", "x")
    assert code == 70
    assert err.startswith("Lỗi chưa lường trước: ZeroDivisionError")


def test_an_interruption_is_no_failure(tongket, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("service.flow.checking.files_of", interrupt)
    code, _, err = tongket("check", "x")
    assert (code, err.strip()) == (130, "Đã dừng theo yêu cầu.")


LOADED = "import sys; sys.argv[0] = 'tongket'\nfrom service.cli import main\ntry:\n    main()\nfinally:\n"
LOADED += (
    "    print('LOADED', *(name for name in sys.modules if name in {'spacy', 'docxtpl', 'docx', 'sqlalchemy', 'lxml', "
)
LOADED += "'xlsxwriter', 'rich', 'jinja2', 'watchdog', 'pydantic', 'yaml'}), file=sys.stderr)"


def loaded(*arguments, cwd):
    told = run(*arguments, cwd=cwd, source=LOADED).stderr.decode().splitlines()[-1]
    return set(told.removeprefix("LOADED").split())


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("run", "--help"), ("--version",), ("check",)])
def test_help_and_wrong_calls_load_no_library_of_the_work(arguments, tmp_path):
    assert loaded(*arguments, cwd=tmp_path) == set()


def test_only_what_a_command_needs_is_loaded(tmp_path):
    heavy = {"spacy", "docxtpl", "docx", "sqlalchemy", "lxml", "xlsxwriter", "watchdog", "jinja2"}
    assert loaded("init", "w", cwd=tmp_path) & heavy == set()
    assert loaded("rules", "check", "w", cwd=tmp_path) & heavy == set()
    assert loaded("status", "w", "--format", "json", cwd=tmp_path) & (heavy | {"rich"}) == set()
