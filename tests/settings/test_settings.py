"""What the settings file may say, and what is answered when it is wrong."""

import sys
from datetime import date
from pathlib import Path

import pytest

from service import settings
from service.errors import RuleError, TongketError, WorkspaceError
from service.model.rulebook import Round
from service.words import words


def _write(root: Path, text: str) -> Path:
    (root / "tongket.toml").write_text(text, encoding="utf-8")
    return root


def _mistake(root: Path, text: str) -> RuleError:
    with pytest.raises(RuleError) as caught:
        settings.load(_write(root, text))
    return caught.value


def _says(error: TongketError, language: str = "vi") -> str:
    return words(language).say(error.key, **error.values)


def test_without_a_file_the_defaults_hold(tmp_path):
    found = settings.load(tmp_path)
    assert found.inbox == tmp_path / "inbox"
    assert found.state == tmp_path / ".tongket"
    assert found.round == Round()
    assert 1 <= found.workers <= 4
    assert (found.scan_seconds, found.settle_seconds, found.incomplete_seconds) == (5, 2, 10)
    assert (found.release, found.release_folder, found.language) == (True, "da-nhan", "vi")


def test_every_setting_can_be_set(tmp_path):
    found = settings.load(
        _write(
            tmp_path,
            """
            language = "en"
            place = "Cát Bà"
            [folders]
            inbox = "nhận"
            state = "/var/lib/tongket"
            [round]
            closing = "2020–2025"
            opening = "2025 - 2030"
            first_year = 2024
            last_year = 2026
            [service]
            workers = 3
            executor = "inline"
            scan_seconds = 1.5
            settle_seconds = 0
            incomplete_seconds = 60
            release = false
            release_folder = "xong"
            ignore = ["*.bak"]
            [deadlines]
            district = 2025-06-30
            commune = "2025-03-31"
            """,
        )
    )
    assert found.inbox == tmp_path / "nhận"
    assert found.state == tmp_path / "/var/lib/tongket"
    assert found.round == Round("2020-2025", "2025-2030", 2024, 2026)
    assert (found.workers, found.executor, found.scan_seconds) == (3, "inline", 1.5)
    assert (found.release, found.release_folder, found.ignore) == (False, "xong", ("*.bak",))
    assert found.deadlines == {"district": date(2025, 6, 30), "commune": date(2025, 3, 31)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_file_of_a_new_workspace_sets_exactly_the_defaults(tmp_path, language):
    before = settings.load(tmp_path)
    after = settings.load(_write(tmp_path, settings.default_toml(words(language))))
    assert after == before if language == "vi" else after.language == "en"
    assert after.ignore == before.ignore


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_examples_in_the_new_file_may_be_uncommented(tmp_path, language):
    lines = settings.default_toml(words(language)).split("\n")
    names = ("# workers =", "# ignore =", "# city =", "# district =", "# commune =", "# base =")
    opened = "\n".join(line[2:] if line.startswith(names) else line for line in lines)
    found = settings.load(_write(tmp_path, opened))
    assert len(found.deadlines) == 4
    assert found.workers == 2
    assert found.ignore


def test_a_mistyped_name_comes_back_with_its_place_and_a_guess(tmp_path):
    error = _mistake(tmp_path, '# đầu\nlanguage = "vi"\n\n[service]\nworker = 2\n')
    assert error.key == "settings.unknown_name_guess"
    assert (error.values["line"], error.values["column"]) == (5, 1)
    assert error.values["guess"] == "workers"
    assert "scan_seconds" in str(error.values["allowed"])
    assert "tongket.toml:5:1" in _says(error)


def test_a_name_like_no_other_comes_back_without_a_guess(tmp_path):
    error = _mistake(tmp_path, "xyz = 1\n")
    assert error.key == "settings.unknown_name"
    assert "folders" in _says(error)


def test_an_unknown_table_is_named(tmp_path):
    error = _mistake(tmp_path, "[folder]\ninbox = 'x'\n")
    assert (error.key, error.values["guess"], error.values["line"]) == ("settings.unknown_name_guess", "folders", 1)


def test_a_dotted_name_is_found_on_its_line(tmp_path):
    error = _mistake(tmp_path, "place = 'Huế'\nservice.scan_seconds = 'x'\n")
    assert (error.key, error.values["line"]) == ("settings.need_number", 2)


def test_a_name_in_a_comment_or_a_text_is_not_taken_for_the_place(tmp_path):
    error = _mistake(tmp_path, '# release = 1\nplace = """\nrelease = 1"""\n[service]\n\nrelease = 1\n')
    assert (error.key, error.values["line"]) == ("settings.need_yes_no", 6)


def test_the_first_of_several_mistakes_is_told(tmp_path):
    error = _mistake(tmp_path, "[service]\nrelease = 1\nworkers = 0\n[round]\nclosing = 'x'\n")
    assert error.values["line"] == 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("language = 'fr'", "settings.not_allowed"),
        ("place = ''", "settings.need_text"),
        ("place = 3", "settings.need_text"),
        ("folders = 'x'", "settings.need_table"),
        ("service.workers = '2'", "settings.need_whole_number"),
        ("service.workers = 1.5", "settings.need_whole_number"),
        ("service.workers = true", "settings.need_whole_number"),
        ("service.workers = 0", "settings.too_small"),
        ("service.workers = 65", "settings.too_large"),
        ("service.settle_seconds = -1", "settings.too_small"),
        ("service.settle_seconds = nan", "settings.need_number"),
        ("service.scan_seconds = inf", "settings.need_number"),
        ("service.scan_seconds = 0", "settings.too_small"),
        ("service.release = 'yes'", "settings.need_yes_no"),
        ("service.release_folder = 'a/b'", "settings.need_folder_name"),
        ("service.release_folder = '..'", "settings.need_folder_name"),
        ("service.executor = 'dask'", "settings.not_allowed"),
        ("service.ignore = '*.bak'", "settings.need_list"),
        ("service.ignore = [1]", "settings.need_text"),
        ("deadlines.city = 'soon'", "settings.need_date"),
        ("deadlines.city = 2020-01-01T10:00:00", "settings.need_date"),
        ("round.closing = '2020'", "settings.need_term"),
        ("round.closing = '2025-2020'", "settings.need_term"),
        ("round.first_year = 2030", "settings.years_reversed"),
        ("round.first_year = 20", "settings.too_small"),
        ("place = ", "settings.broken"),
        ("place", "settings.broken"),
        ("[service", "settings.broken"),
        ("place = 'a'\nplace = 'b'", "settings.broken"),
        ('place = """', "settings.broken"),
        ('folders.state = "D:\\tongket"\nx = "D:\\q"', "settings.backslash"),
        ("folders.state = 'inbox/x'", "settings.under_inbox"),
        ("folders.outbox = 'inbox'", "settings.under_inbox"),
        ("folders.inbox = '.'", "settings.under_inbox"),
    ],
)
def test_every_mistake_has_a_sentence_in_both_languages(tmp_path, text, key):
    error = _mistake(tmp_path, text)
    assert error.key == key
    assert _says(error, "vi").startswith("tongket.toml")
    assert _says(error, "en").startswith("tongket.toml")
    if key != "settings.under_inbox":
        assert isinstance(error.values["line"], int)


def test_notepad_s_byte_order_mark_and_line_ends_are_fine(tmp_path):
    (tmp_path / "tongket.toml").write_bytes("\ufeffplace = 'Huế'\r\n[service]\r\nworkers = 2\r\n".encode())
    assert settings.load(tmp_path).place == "Huế"


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path):
    (tmp_path / "tongket.toml").write_bytes("place = 'Huế'".encode("utf-16"))
    with pytest.raises(RuleError) as caught:
        settings.load(tmp_path)
    assert "UTF-8" in _says(caught.value)


def test_a_file_that_is_a_folder_is_a_trouble_of_the_workspace(tmp_path):
    (tmp_path / "tongket.toml").mkdir()
    with pytest.raises(WorkspaceError) as caught:
        settings.load(tmp_path)
    assert _says(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="needs symlinks")
def test_a_state_folder_that_reaches_the_inbox_by_a_link_is_refused(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "inbox")
    assert _mistake(tmp_path, "folders.state = 'link/state'").key == "settings.under_inbox"
