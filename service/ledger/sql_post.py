"""The part of the ledger on disk that remembers what goes out by post: drafted letters and notices by e-mail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from service.errors import WorkspaceError
from service.ledger.tables import NOTICE_TEXTS, drafts, notices
from service.model.notice import Delivery, Notice
from service.model.reminder import Draft

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Row


class SqlPost:
    """See `service.ledger.interface.Post`."""

    def _read(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _write(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def keep_draft(self, draft: Draft) -> None:
        """Remember a letter."""
        values = {name: getattr(draft, name) for name in ("path", "sha256", "sender", "addressee", "until", "single")}
        values["asked"] = json.dumps(draft.asked, ensure_ascii=False)
        row = insert(drafts).values(values)
        with self._write() as db:
            db.execute(row.on_conflict_do_update(index_elements=["path"], set_=values))

    def forget_draft(self, path: str) -> None:
        """Forget a letter."""
        with self._write() as db:
            db.execute(drafts.delete().where(drafts.c.path == path))

    def drafts(self) -> tuple[Draft, ...]:
        """All letters."""
        with self._read() as db:
            return tuple(_draft(row) for row in db.execute(select(drafts).order_by(drafts.c.path)))

    def plan_notice(self, notice: Notice) -> None:
        """Remember a notice once."""
        values = {name: getattr(notice, name) for name in (*NOTICE_TEXTS, "claim", "attempts")}
        with self._write() as db:
            db.execute(insert(notices).values(values).on_conflict_do_nothing(index_elements=["claim", "answer"]))

    def update_notice(self, notice: Notice) -> None:
        """Store how far a notice has come."""
        values = {name: getattr(notice, name) for name in (*NOTICE_TEXTS, "attempts")}
        with self._write() as db:
            changed = db.execute(notices.update().where(notices.c.id == notice.id).values(values))
            if not changed.rowcount:
                raise WorkspaceError("ledger.unknown_notice", number=notice.id)

    def notices(self) -> tuple[Notice, ...]:
        """All notices."""
        with self._read() as db:
            return tuple(_notice(row) for row in db.execute(select(notices).order_by(notices.c.id)))


def _draft(row: Row[Any]) -> Draft:
    asked = tuple(json.loads(row.asked))
    return Draft(row.path, row.sha256, row.sender, row.addressee, row.until, asked, bool(row.single))


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        row.claim, row.answer, row.unit, Delivery(row.state), row.attempts, row.again, row.moment, row.address,
        row.reply, row.id,
    )  # fmt: skip
