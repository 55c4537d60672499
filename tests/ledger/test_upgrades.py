"""A ledger of an earlier release opens, keeps everything and gains what is new."""

import json
import sqlite3

import pytest

from service.ledger.sql import SqlLedger
from service.ledger.tables import VERSION
from service.model.examination import Verdict
from service.model.waiver import Waiver

FIRST = """\
CREATE TABLE schema (version INTEGER NOT NULL);
CREATE TABLE claims (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, name BLOB NOT NULL, folder BLOB NOT NULL,
    bytes INTEGER NOT NULL, received TEXT NOT NULL, attempts INTEGER NOT NULL, outputs TEXT NOT NULL
);
CREATE INDEX claims_by_name ON claims (folder, name, id);
CREATE TABLE answers (
    claim_id INTEGER NOT NULL, answer TEXT NOT NULL, published BOOLEAN NOT NULL, PRIMARY KEY (claim_id),
    FOREIGN KEY(claim_id) REFERENCES claims (id)
);
INSERT INTO schema VALUES (1);
INSERT INTO claims VALUES (7, 'aa', CAST('bc.docx' AS BLOB), CAST('Quận' AS BLOB), 12,
    '2020-05-01T08:00:00+07:00', 1, '["x/result.json"]');
INSERT INTO claims VALUES (9, 'bb', CAST('bc 2.docx' AS BLOB), x'', 13, '2020-05-02T08:00:00+07:00', 0, '[]');
"""
"""What version 0.1.0 wrote."""

ANSWER = {
    "schema": 1,
    "file": {"name": "bc.docx", "sha256": "aa", "bytes": 12, "format": "docx"},
    "kind": "term_report",
    "verdict": "gaps",
    "unit": None,
    "terms": {"closing": "2015-2020", "opening": "2020-2025"},
    "sections": [],
    "authorities": [],
    "indicators": [],
    "findings": [
        {"code": "authority.missing", "severity": "warning", "message": "Chưa dẫn.", "why": "v", "fix": "s",
         "source": "", "section": None, "part": None, "authority": "nq29", "quote": None, "paragraph": None,
         "certainty": "sure"}
    ],
    "pack": "tong-ket@1.0.0",
    "engine": "0.1.0",
}  # fmt: skip


@pytest.fixture
def old(tmp_path):
    file = tmp_path / "ledger.sqlite"
    with sqlite3.connect(file) as db:
        db.executescript(FIRST)
        db.execute("INSERT INTO answers VALUES (7, ?, 1)", [json.dumps(ANSWER, ensure_ascii=False)])
    db.close()
    return file


def test_nothing_of_a_first_ledger_is_lost_and_nothing_is_published_again(old):
    with SqlLedger(old) as ledger:
        judged, open_one = ledger.submissions()
        assert (judged.claim.id, judged.claim.name, judged.claim.folder) == (7, "bc.docx", "Quận")
        assert (judged.published, judged.outputs, judged.told) == (True, ("x/result.json",), "")
        assert judged.examination.verdict is Verdict.GAPS
        assert judged.examination.findings[0].authority == "nq29"
        assert judged.examination.sketch is None
        assert (ledger.attempts(7), open_one.examination) == (1, None)
        assert ledger.unpublished() == ()


def test_a_first_ledger_takes_what_is_new(old):
    with SqlLedger(old) as ledger:
        ledger.waive(Waiver("hai-phong", "k7m2q4", "lý do", "Bà Hoa"))
        ledger.mark_published(7, ["x/result.json"], "0123")
    with SqlLedger(old) as ledger:
        assert [waiver.by for waiver in ledger.waivers()] == ["Bà Hoa"]
        assert ledger.submission(7).told == "0123"


def test_an_upgraded_ledger_has_the_tables_of_a_new_one(old, tmp_path):
    SqlLedger(old).close()
    SqlLedger(tmp_path / "new.sqlite").close()

    def columns(file):
        db = sqlite3.connect(file)
        tables = ("schema", "claims", "answers", "waivers", "drafts", "notices")
        found = {table: {tuple(row[1:4]) for row in db.execute(f"PRAGMA table_info({table})")} for table in tables}
        version = db.execute("SELECT version FROM schema").fetchone()
        db.close()
        return found, version

    assert columns(old) == columns(tmp_path / "new.sqlite")
    assert columns(old)[1] == (VERSION,)


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(old, monkeypatch):
    monkeypatch.setattr("service.ledger.sql.UPGRADES", {1: ("ALTER TABLE answers ADD COLUMN told TEXT", "NO SQL")})
    with pytest.raises(Exception, match=r"ledger\.trouble"):
        SqlLedger(old)
    monkeypatch.undo()
    with SqlLedger(old) as ledger:
        assert len(ledger.submissions()) == 2
