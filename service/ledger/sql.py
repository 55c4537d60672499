"""The ledger in an SQLite database: one file beside the originals, safe against a power cut.

Only this room knows SQLAlchemy. Times are kept as they were given; order comes from ids alone.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import create_engine, event, inspect, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from service.answer import to_json
from service.errors import WorkspaceError
from service.ledger.sql_post import SqlPost
from service.ledger.tables import TEXTS, UPGRADES, VERSION, answers, claims, schema, tables, waivers
from service.ledger.troubles import read_answer, told
from service.model.submission import Claim, Submission
from service.model.waiver import Origin, Waiver
from service.rounds.waiving import same_waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import ColumnElement, Connection, Engine, Row

    from service.model.examination import Examination

_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""


class SqlLedger(SqlPost):
    """See `service.ledger.interface.Ledger`. Several processes may hold the same file open."""

    def __init__(self, file: Path, patience: float = _PATIENCE) -> None:
        """Open the ledger in `file`, made where it isn't there yet.

        Raises:
            WorkspaceError: the file can't be used: no access, disk full, damaged, or written by a newer version.
        """
        self._file = file
        self._engine = _engine(file, patience)
        self._writing = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        try:
            self._prepare(patience)
        except BaseException:
            self.close()
            raise

    def claim(self, claim: Claim) -> Claim:
        """Remember a file, once for each time that it is another one."""
        same_name = (claims.c.folder == claim.folder) & (claims.c.name == claim.name)
        latest = select(claims).where(same_name).order_by(claims.c.id.desc()).limit(1)
        with self._write() as db:
            row = db.execute(latest).one_or_none()
            if row is not None and row.sha256 == claim.sha256:
                return _claim(row)
            values = {name: getattr(claim, name) for name in ("sha256", "name", "folder", "bytes", "received")}
            added = db.execute(claims.insert().values(values).returning(claims)).one()
            return _claim(added)

    def open_claims(self) -> tuple[Claim, ...]:
        """Claims without an answer."""
        query = select(claims).outerjoin(answers).where(answers.c.claim_id.is_(None)).order_by(claims.c.id)
        with self._read() as db:
            return tuple(_claim(row) for row in db.execute(query))

    def settle(self, claim_id: int, examination: Examination | str) -> None:
        """Store an answer."""
        answer = examination if isinstance(examination, str) else to_json(examination, kept=True)
        row = insert(answers).values(claim_id=claim_id, answer=answer, published=False)
        new = {"answer": row.excluded.answer, "published": False}
        differs = answers.c.answer != row.excluded.answer
        with self._write() as db:
            self._known(db, claim_id)
            db.execute(row.on_conflict_do_update(index_elements=["claim_id"], set_=new, where=differs))

    def unpublished(self) -> tuple[Submission, ...]:
        """Answers that don't lie in the outbox."""
        return self._submissions(answers.c.published.is_(False))

    def mark_published(self, claim_id: int, outputs: Iterable[str], told: str = "") -> None:
        """Remember where an answer lies."""
        paths = json.dumps(list(outputs), ensure_ascii=False)
        with self._write() as db:
            self._known(db, claim_id)
            told_there = {"published": True, "told": told}
            changed = db.execute(answers.update().where(answers.c.claim_id == claim_id).values(told_there))
            if not changed.rowcount:
                raise WorkspaceError("ledger.not_answered", claim=claim_id)
            db.execute(claims.update().where(claims.c.id == claim_id).values(outputs=paths))

    def unpublish(self, claim_ids: Iterable[int]) -> None:
        """Have answers laid again."""
        with self._write() as db:
            for claim_id in claim_ids:
                self._known(db, claim_id)
                db.execute(answers.update().where(answers.c.claim_id == claim_id).values(published=False))

    def submissions(self) -> tuple[Submission, ...]:
        """Everything, in order."""
        return self._submissions()

    def submission(self, claim_id: int) -> Submission:
        """One of them."""
        found = self._submissions(claims.c.id == claim_id)
        if not found:
            raise WorkspaceError("ledger.unknown_claim", claim=claim_id)
        return found[0]

    def reopen(self, claim_ids: Iterable[int]) -> None:
        """Forget answers and attempts."""
        with self._write() as db:
            for claim_id in claim_ids:
                self._known(db, claim_id)
                db.execute(answers.delete().where(answers.c.claim_id == claim_id))
                db.execute(claims.update().where(claims.c.id == claim_id).values(attempts=0))

    def attempts(self, claim_id: int) -> int:
        """How often an answer was begun."""
        with self._read() as db:
            return self._known(db, claim_id)

    def count_attempt(self, claim_id: int) -> int:
        """Count one more."""
        more = claims.update().where(claims.c.id == claim_id).values(attempts=claims.c.attempts + 1)
        with self._write() as db:
            self._known(db, claim_id)
            db.execute(more)
            return self._known(db, claim_id)

    def waive(self, waiver: Waiver) -> Waiver:
        """Remember a waiver once."""
        with self._write() as db:
            for kept in map(_waiver, db.execute(select(waivers).where(waivers.c.unit == waiver.unit))):
                if same_waiver(kept, waiver):
                    return kept
            values = {**{name: getattr(waiver, name) for name in TEXTS}, "proposed": waiver.proposed}
            until = waiver.until.isoformat() if waiver.until else None
            added = db.execute(waivers.insert().values(values | {"until": until}).returning(waivers)).one()
            return _waiver(added)

    def withdraw(self, number: int, by: str, moment: str) -> None:
        """Take one back."""
        this = waivers.c.number == number
        with self._write() as db:
            if db.execute(select(waivers.c.number).where(this)).one_or_none() is None:
                raise WorkspaceError("ledger.unknown_waiver", number=number)
            left = this & (waivers.c.withdrawn == "")
            db.execute(waivers.update().where(left).values(withdrawn=moment, withdrawn_by=by))

    def waivers(self) -> tuple[Waiver, ...]:
        """All of them."""
        with self._read() as db:
            return tuple(_waiver(row) for row in db.execute(select(waivers).order_by(waivers.c.number)))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with _translated(self._file), self._engine.begin() as db:
            yield db

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with _translated(self._file), self._writing.begin() as db:
            yield db

    def _known(self, db: Connection, claim_id: int) -> int:
        attempts = db.execute(select(claims.c.attempts).where(claims.c.id == claim_id)).scalar_one_or_none()
        if attempts is None:
            raise WorkspaceError("ledger.unknown_claim", claim=claim_id)
        return int(attempts)

    def _submissions(self, *conditions: ColumnElement[bool]) -> tuple[Submission, ...]:
        columns = (claims, answers.c.answer, answers.c.published, answers.c.told)
        query = select(*columns).outerjoin(answers).where(*conditions).order_by(claims.c.id)
        with self._read() as db:
            rows = db.execute(query).all()
        return tuple(_submission(row) for row in rows)

    def _prepare(self, patience: float) -> None:
        """Make the tables, or see that they are ours."""
        deadline = time.monotonic() + patience
        while True:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                with self._read() as db:
                    version = _version(db)
                if version != VERSION:
                    with self._write() as db:
                        _upgrade(db, self._file)
            except OSError as error:
                raise WorkspaceError("ledger.no_access", path=str(self._file)) from error
            except WorkspaceError as error:
                # The first switch to WAL doesn't wait for another process that makes the same switch.
                if error.key != "ledger.locked" or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return


def _engine(file: Path, patience: float) -> Engine:
    url = URL.create("sqlite", database=str(file))
    engine = create_engine(url, connect_args={"timeout": patience, "isolation_level": None})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _on_begin(db: Connection) -> None:
    # The driver would begin by itself only at the first write: too late to keep two readers from both writing.
    db.exec_driver_sql(db.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def _translated(file: Path) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise told(file, error.orig) from error
    except sqlite3.Error as error:
        raise told(file, error) from error


def _version(db: Connection) -> int | None:
    """The version of the tables; None where there are none, 0 where they aren't ours."""
    names = inspect(db).get_table_names()
    if not names:
        return None
    return db.execute(select(schema.c.version)).scalar_one_or_none() or 0 if "schema" in names else 0


def _upgrade(db: Connection, file: Path) -> None:
    version = _version(db)  # again, now that nobody else can write
    if version is None:
        tables.create_all(db, checkfirst=False)
        db.execute(schema.insert().values(version=VERSION))
    elif version == 0:
        raise WorkspaceError("ledger.foreign", path=str(file))
    elif version > VERSION:
        raise WorkspaceError("ledger.newer", path=str(file), found=version, known=VERSION)
    else:
        for step in range(version, VERSION):
            for statement in UPGRADES[step]:
                db.exec_driver_sql(statement)
        db.execute(schema.update().values(version=VERSION))


def _claim(row: Row[Any]) -> Claim:
    return Claim(row.sha256, row.name, row.folder, row.bytes, row.received, row.id)


def _submission(row: Row[Any]) -> Submission:
    claim = _claim(row)
    examination = None if row.answer is None else read_answer(row.answer, claim.id)
    return Submission(claim, examination, bool(row.published), tuple(json.loads(row.outputs)), row.told or "")


def _waiver(row: Row[Any]) -> Waiver:
    until = date.fromisoformat(row.until) if row.until else None
    texts = {name: getattr(row, name) for name in TEXTS} | {"origin": Origin(row.origin)}
    return Waiver(**texts, until=until, number=row.number, proposed=bool(row.proposed))
