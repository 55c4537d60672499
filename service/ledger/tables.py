"""The tables of the ledger, the kinds of their columns, and how an older file comes to have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

VERSION = 3
"""Of the tables below. A change raises it and adds a step to `UPGRADES`."""


class AnyName(TypeDecorator[str]):
    """A file name. Names needn't be Unicode, and SQLite's text refuses what isn't; bytes take everything."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002  # SQLAlchemy's
        """What the database keeps."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's
        """What was given."""
        return None if value is None else value.decode("utf-8", "surrogatepass")


class AnyJson(TypeDecorator[str]):
    """JSON text. A half character from a file name is written as JSON's own escape, which reads back the same."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's
        """What the database keeps."""
        return None if value is None else _escaped(value)


class AnyText(TypeDecorator[str]):
    """Words of people and of files. What is no Unicode in them is written as its sign for the unknown."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's
        """What the database keeps."""
        return None if value is None else value.encode("utf-8", "replace").decode()


def _escaped(text: str) -> str:
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


TEXTS = (
    "unit", "finding", "kin", "reason", "by", "given", "origin", "place", "message", "withdrawn", "withdrawn_by"
)  # fmt: skip
"""Columns of a waiver that hold words."""

DRAFT_TEXTS = ("sha256", "sender", "addressee", "until")
"""Columns of a drafted letter that hold words."""
NOTICE_TEXTS = ("answer", "unit", "state", "again", "moment", "address", "reply")
"""Columns of a notice that hold words."""

tables = MetaData()

schema = Table("schema", tables, Column("version", Integer, nullable=False))

claims = Table(
    "claims",
    tables,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("name", AnyName, nullable=False),
    Column("folder", AnyName, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("received", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("outputs", AnyJson, nullable=False, default="[]"),
    Index("claims_by_name", "folder", "name", "id"),
    sqlite_autoincrement=True,  # an id is never given twice
)

answers = Table(
    "answers",
    tables,
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("answer", AnyJson, nullable=False),
    Column("published", Boolean, nullable=False, default=False),
    Column("told", Text, nullable=False, server_default=""),
)

waivers = Table(
    "waivers",
    tables,
    Column("number", Integer, primary_key=True),
    *(Column(name, AnyText, nullable=False, server_default="") for name in TEXTS),
    Column("until", Text),
    Column("proposed", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,  # one that was taken back keeps its number
)

drafts = Table(
    "drafts",
    tables,
    Column("path", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in DRAFT_TEXTS),
    Column("asked", AnyJson, nullable=False),
    Column("single", Boolean, nullable=False, default=False),
)

notices = Table(
    "notices",
    tables,
    Column("id", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.id"), nullable=False),
    *(Column(name, AnyText, nullable=False, server_default="") for name in NOTICE_TEXTS),
    Column("attempts", Integer, nullable=False, default=0),
    Index("notices_once", "claim", "answer", unique=True),
)

UPGRADES: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE answers ADD COLUMN told TEXT DEFAULT '' NOT NULL",
        "CREATE TABLE waivers (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
        + ", ".join(f"{name} TEXT DEFAULT '' NOT NULL" for name in TEXTS)
        + ", until TEXT, proposed BOOLEAN NOT NULL)",
    ),
    2: (
        "CREATE TABLE drafts (path TEXT NOT NULL PRIMARY KEY, "
        + ", ".join(f"{name} TEXT NOT NULL" for name in (*DRAFT_TEXTS, "asked"))
        + ", single BOOLEAN NOT NULL)",
        "CREATE TABLE notices (id INTEGER NOT NULL PRIMARY KEY, claim INTEGER NOT NULL, "
        + ", ".join(f"{name} TEXT DEFAULT '' NOT NULL" for name in NOTICE_TEXTS)
        + ", attempts INTEGER NOT NULL, FOREIGN KEY(claim) REFERENCES claims (id))",
        "CREATE UNIQUE INDEX notices_once ON notices (claim, answer)",
    ),
}
"""From version to the statements that lead to the next one; they run together or not at all."""
