"""The ledger in an SQLite database: one file beside the originals, safe against a power cut.

The only module that knows SQLAlchemy. Times are kept as they were given; order comes from ids alone.
"""

from __future__ import annotations

import json
import re
import sqlite3
import time
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    inspect,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeDecorator

from service.answer import to_json
from service.errors import WorkspaceError
from service.ledger.troubles import read_answer, told
from service.model.submission import Claim, Submission
from service.model.waiver import Origin, Waiver
from service.rounds.waiving import same_waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import ColumnElement, Connection, Dialect, Engine, Row

    from service.model.examination import Examination

VERSION = 2
"""Of the tables below. A change raises it and adds a step to `_UPGRADES`."""

_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""


class _AnyName(TypeDecorator[str]):
    """A file name. Names needn't be Unicode, and SQLite's text refuses what isn't; bytes take everything."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002  # SQLAlchemy's
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's
        return None if value is None else value.decode("utf-8", "surrogatepass")


class _AnyJson(TypeDecorator[str]):
    """JSON text. A half character from a file name is written as JSON's own escape, which reads back the same."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's
        return None if value is None else _escaped(value)


class _AnyText(TypeDecorator[str]):
    """Words of people and of files. What is no Unicode in them is written as its sign for the unknown."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's
        return None if value is None else value.encode("utf-8", "replace").decode()


def _escaped(text: str) -> str:
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


TEXTS = (
    "unit", "finding", "kin", "reason", "by", "given", "origin", "place", "message", "withdrawn", "withdrawn_by"
)  # fmt: skip
"""Columns of a waiver that hold words."""

_tables = MetaData()

_schema = Table("schema", _tables, Column("version", Integer, nullable=False))

_claims = Table(
    "claims",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("name", _AnyName, nullable=False),
    Column("folder", _AnyName, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("received", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("outputs", _AnyJson, nullable=False, default="[]"),
    Index("claims_by_name", "folder", "name", "id"),
    sqlite_autoincrement=True,  # an id is never given twice
)

_answers = Table(
    "answers",
    _tables,
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("answer", _AnyJson, nullable=False),
    Column("published", Boolean, nullable=False, default=False),
    Column("told", Text, nullable=False, server_default=""),
)

_waivers = Table(
    "waivers",
    _tables,
    Column("number", Integer, primary_key=True),
    *(Column(name, _AnyText, nullable=False, server_default="") for name in TEXTS),
    Column("until", Text),
    Column("proposed", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,  # one that was taken back keeps its number
)

_UPGRADES: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE answers ADD COLUMN told TEXT DEFAULT '' NOT NULL",
        "CREATE TABLE waivers (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
        + ", ".join(f"{name} TEXT DEFAULT '' NOT NULL" for name in TEXTS)
        + ", until TEXT, proposed BOOLEAN NOT NULL)",
    ),
}
"""From version to the statements that lead to the next one; they run together or not at all."""


class SqlLedger:
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
        same_name = (_claims.c.folder == claim.folder) & (_claims.c.name == claim.name)
        latest = select(_claims).where(same_name).order_by(_claims.c.id.desc()).limit(1)
        with self._write() as db:
            row = db.execute(latest).one_or_none()
            if row is not None and row.sha256 == claim.sha256:
                return _claim(row)
            values = {name: getattr(claim, name) for name in ("sha256", "name", "folder", "bytes", "received")}
            added = db.execute(_claims.insert().values(values).returning(_claims)).one()
            return _claim(added)

    def open_claims(self) -> tuple[Claim, ...]:
        """Claims without an answer."""
        query = select(_claims).outerjoin(_answers).where(_answers.c.claim_id.is_(None)).order_by(_claims.c.id)
        with self._read() as db:
            return tuple(_claim(row) for row in db.execute(query))

    def settle(self, claim_id: int, examination: Examination | str) -> None:
        """Store an answer."""
        answer = examination if isinstance(examination, str) else to_json(examination, kept=True)
        row = insert(_answers).values(claim_id=claim_id, answer=answer, published=False)
        new = {"answer": row.excluded.answer, "published": False}
        differs = _answers.c.answer != row.excluded.answer
        with self._write() as db:
            self._known(db, claim_id)
            db.execute(row.on_conflict_do_update(index_elements=["claim_id"], set_=new, where=differs))

    def unpublished(self) -> tuple[Submission, ...]:
        """Answers that don't lie in the outbox."""
        return self._submissions(_answers.c.published.is_(False))

    def mark_published(self, claim_id: int, outputs: Iterable[str], told: str = "") -> None:
        """Remember where an answer lies."""
        paths = json.dumps(list(outputs), ensure_ascii=False)
        with self._write() as db:
            self._known(db, claim_id)
            told_there = {"published": True, "told": told}
            changed = db.execute(_answers.update().where(_answers.c.claim_id == claim_id).values(told_there))
            if not changed.rowcount:
                raise WorkspaceError("ledger.not_answered", claim=claim_id)
            db.execute(_claims.update().where(_claims.c.id == claim_id).values(outputs=paths))

    def unpublish(self, claim_ids: Iterable[int]) -> None:
        """Have answers laid again."""
        with self._write() as db:
            for claim_id in claim_ids:
                self._known(db, claim_id)
                db.execute(_answers.update().where(_answers.c.claim_id == claim_id).values(published=False))

    def submissions(self) -> tuple[Submission, ...]:
        """Everything, in order."""
        return self._submissions()

    def submission(self, claim_id: int) -> Submission:
        """One of them."""
        found = self._submissions(_claims.c.id == claim_id)
        if not found:
            raise WorkspaceError("ledger.unknown_claim", claim=claim_id)
        return found[0]

    def reopen(self, claim_ids: Iterable[int]) -> None:
        """Forget answers and attempts."""
        with self._write() as db:
            for claim_id in claim_ids:
                self._known(db, claim_id)
                db.execute(_answers.delete().where(_answers.c.claim_id == claim_id))
                db.execute(_claims.update().where(_claims.c.id == claim_id).values(attempts=0))

    def attempts(self, claim_id: int) -> int:
        """How often an answer was begun."""
        with self._read() as db:
            return self._known(db, claim_id)

    def count_attempt(self, claim_id: int) -> int:
        """Count one more."""
        more = _claims.update().where(_claims.c.id == claim_id).values(attempts=_claims.c.attempts + 1)
        with self._write() as db:
            self._known(db, claim_id)
            db.execute(more)
            return self._known(db, claim_id)

    def waive(self, waiver: Waiver) -> Waiver:
        """Remember a waiver once."""
        with self._write() as db:
            for kept in map(_waiver, db.execute(select(_waivers).where(_waivers.c.unit == waiver.unit))):
                if same_waiver(kept, waiver):
                    return kept
            values = {**{name: getattr(waiver, name) for name in TEXTS}, "proposed": waiver.proposed}
            until = waiver.until.isoformat() if waiver.until else None
            added = db.execute(_waivers.insert().values(values | {"until": until}).returning(_waivers)).one()
            return _waiver(added)

    def withdraw(self, number: int, by: str, moment: str) -> None:
        """Take one back."""
        this = _waivers.c.number == number
        with self._write() as db:
            if db.execute(select(_waivers.c.number).where(this)).one_or_none() is None:
                raise WorkspaceError("ledger.unknown_waiver", number=number)
            left = this & (_waivers.c.withdrawn == "")
            db.execute(_waivers.update().where(left).values(withdrawn=moment, withdrawn_by=by))

    def waivers(self) -> tuple[Waiver, ...]:
        """All of them."""
        with self._read() as db:
            return tuple(_waiver(row) for row in db.execute(select(_waivers).order_by(_waivers.c.number)))

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
        attempts = db.execute(select(_claims.c.attempts).where(_claims.c.id == claim_id)).scalar_one_or_none()
        if attempts is None:
            raise WorkspaceError("ledger.unknown_claim", claim=claim_id)
        return int(attempts)

    def _submissions(self, *conditions: ColumnElement[bool]) -> tuple[Submission, ...]:
        columns = (_claims, _answers.c.answer, _answers.c.published, _answers.c.told)
        query = select(*columns).outerjoin(_answers).where(*conditions).order_by(_claims.c.id)
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
    return db.execute(select(_schema.c.version)).scalar_one_or_none() or 0 if "schema" in names else 0


def _upgrade(db: Connection, file: Path) -> None:
    version = _version(db)  # again, now that nobody else can write
    if version is None:
        _tables.create_all(db, checkfirst=False)
        db.execute(_schema.insert().values(version=VERSION))
    elif version == 0:
        raise WorkspaceError("ledger.foreign", path=str(file))
    elif version > VERSION:
        raise WorkspaceError("ledger.newer", path=str(file), found=version, known=VERSION)
    else:
        for step in range(version, VERSION):
            for statement in _UPGRADES[step]:
                db.exec_driver_sql(statement)
        db.execute(_schema.update().values(version=VERSION))


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
