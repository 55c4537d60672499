"""The ledger on disk: other processes, sudden ends, and a disk that fails."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from service.errors import WorkspaceError
from service.ledger.sql import SqlLedger
from service.ledger.tables import VERSION
from service.ledger.troubles import TRY_LATER, told
from service.model.examination import Examination, FileFacts, Kind, Verdict
from service.model.submission import Claim
from service.words import words

ROOT = Path(__file__).parents[2]


def _claim(name="a.docx", content="1"):
    return Claim(content * 64, name, "", 10, "2020-05-01T08:00:00+07:00")


def _answer():
    return Examination(FileFacts("a.docx", "1" * 64, 10, "docx"), Kind.TERM_REPORT, Verdict.GAPS)


def _python(code: str, *arguments: object) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE)


def _trouble(file: Path, **options) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as caught, SqlLedger(file, **options) as ledger:
        ledger.claim(_claim())
    for language in ("vi", "en"):
        assert words(language).say(caught.value.key, **caught.value.values)
    return caught.value


def test_a_ledger_is_kept_when_it_is_closed(tmp_path):
    file = tmp_path / "new" / "folder" / "ledger.sqlite3"
    with SqlLedger(file) as ledger:
        kept = ledger.claim(_claim())
        ledger.settle(kept.id, _answer())
    with SqlLedger(file) as ledger:
        assert ledger.submission(kept.id).examination == _answer()


def test_the_database_is_set_to_survive_a_power_cut(tmp_path):
    with SqlLedger(tmp_path / "l") as ledger, ledger._read() as db:
        ask = {name: db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")}
        assert ask == {"journal_mode": "wal", "synchronous": 2}
        assert db.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


_CLAIM_FIFTY = """
import sys
from pathlib import Path
from service.ledger.sql import SqlLedger
from service.ledger.tables import VERSION
from service.model.submission import Claim
with SqlLedger(Path(sys.argv[1])) as ledger:
    for number in range(50):
        ledger.claim(Claim("1" * 64, f"{number}.docx", "", 10, "2020"))
"""


def test_two_processes_that_claim_the_same_files_make_each_row_once(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    both = [_python(_CLAIM_FIFTY, file), _python(_CLAIM_FIFTY, file)]
    assert [process.wait(60) for process in both] == [0, 0]
    for process in both:
        process.stdout.close()
    with SqlLedger(file) as ledger:
        names = [claim.name for claim in ledger.open_claims()]
    assert sorted(names) == sorted(f"{number}.docx" for number in range(50))


_CLAIM_AND_STOP = """
import sys, time
from pathlib import Path
from service.ledger.sql import SqlLedger
from service.ledger.tables import VERSION
from service.model.submission import Claim
ledger = SqlLedger(Path(sys.argv[1]))
kept = ledger.claim(Claim("1" * 64, "a.docx", "", 10, "2020"))
ledger.count_attempt(kept.id)
print("claimed", flush=True)
time.sleep(60)
"""


def test_a_claim_whose_process_is_killed_stays_open(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    process = _python(_CLAIM_AND_STOP, file)
    assert process.stdout.readline().strip() == b"claimed"
    process.kill()
    process.wait(60)
    process.stdout.close()
    with SqlLedger(file) as ledger:
        [claim] = ledger.open_claims()
        assert (claim.name, ledger.attempts(claim.id)) == ("a.docx", 1)


def test_a_ledger_that_another_program_is_writing_is_tried_again_later(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    SqlLedger(file).close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    error = _trouble(file, patience=0.05)
    other.close()
    assert error.key == "ledger.locked"
    assert error.key in TRY_LATER


def test_a_reader_need_not_wait_for_a_writer(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    SqlLedger(file).close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqlLedger(file, patience=0.05) as ledger:
        assert ledger.submissions() == ()
    other.close()


def test_a_full_disk_loses_nothing_and_passes(tmp_path):
    with SqlLedger(tmp_path / "ledger.sqlite3") as ledger:
        kept = ledger.claim(_claim())
        with ledger._engine.connect() as db:
            full = db.exec_driver_sql("PRAGMA page_count").scalar()
            db.exec_driver_sql(f"PRAGMA max_page_count = {full}")
        with pytest.raises(WorkspaceError, match=r"ledger\.disk_full"):
            ledger.settle(kept.id, '"' + "x" * 100_000 + '"')
        assert ledger.open_claims() == (kept,)
        with ledger._engine.connect() as db:
            db.exec_driver_sql("PRAGMA max_page_count = 100000")
        ledger.settle(kept.id, _answer())
        assert ledger.open_claims() == ()


def test_a_file_that_is_no_database_is_told(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    file.write_bytes(b"not a database at all" * 100)
    assert _trouble(file).key == "ledger.corrupt"
    assert file.read_bytes().startswith(b"not a database")


def test_a_damaged_database_is_told(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    SqlLedger(file).close()
    content = bytearray(file.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    file.write_bytes(content)
    assert _trouble(file).key == "ledger.corrupt"


def test_another_program_s_database_is_left_alone(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE invoices (id)")
    other.close()
    assert _trouble(file).key == "ledger.foreign"


def test_a_newer_ledger_is_not_touched(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    SqlLedger(file).close()
    with sqlite3.connect(file) as newer:
        newer.execute("UPDATE schema SET version = 99")
    newer.close()
    error = _trouble(file)
    assert (error.key, error.values["found"], error.values["known"]) == ("ledger.newer", 99, VERSION)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    assert _trouble(tmp_path / "file" / "ledger.sqlite3").key == "ledger.no_access"
    (tmp_path / "folder").mkdir()
    assert _trouble(tmp_path / "folder").key == "ledger.no_access"


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "ledger.locked"),
        (sqlite3.SQLITE_IOERR_FSYNC, "ledger.disk_trouble"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "ledger.corrupt"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "ledger.no_access"),
        (sqlite3.SQLITE_INTERNAL, "ledger.trouble"),
        (None, "ledger.trouble"),
    ],
)
def test_every_error_of_the_database_has_a_key_and_a_sentence(tmp_path, code, key):
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = code
    told_so = told(tmp_path / "l", error)
    assert told_so.key == key
    assert words("vi").say(told_so.key, **told_so.values)
    assert words("en").say(told_so.key, **told_so.values)
