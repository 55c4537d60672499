"""The settings file that a new workspace gets: every name, its default and what it means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from service.settings.schema import Deadlines, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.words import Words

_EXAMPLES = {
    "office_rules": "'../quy-tac-cua-co-quan'",
    "workers": "2",
    "ignore": '["*.bak", "nhap-*"]',
    "reviewers": '["Nguyễn Thị Hoa", "Trần Văn Bình"]',
    "city": "2020-09-30",
    "district": "2020-06-30",
    "commune": "2020-03-31",
    "base": "2020-03-31",
    "until": "2020-07-15",
    "host": '"mail.hoikhuyenhoc.example"',
    "port": "587",
    "user": '"baocao"',
    "password_file": "'mat-khau-thu.txt'",
    "ca_file": "'chung-thu-noi-bo.pem'",
    "sender": '"baocao@hoikhuyenhoc.example"',
}
"""Written as comments, where the default is "not set"."""


def default_toml(words: Words) -> str:
    """The text of `tongket.toml` for a new workspace, with comments in the language of `words`."""
    written = Written(language="en" if words.language == "en" else "vi")
    lines = [*_comment(words, "file"), *_table(words, "top", written)]
    for name in ("folders", "round", "service", "review", "deadlines", "reminders", "mail"):
        lines += ["", "", *_comment(words, f"{name}.table"), f"[{name}]"]
        lines += _table(words, name, getattr(written, name))
    return "\n".join(lines) + "\n"


def _table(words: Words, table: str, model: BaseModel) -> Iterator[str]:
    for name, value in model:
        if isinstance(value, BaseModel):
            continue
        if not isinstance(model, Deadlines):
            yield ""
            yield from _comment(words, f"{table}.{name}")
        unset = value is None or value == ()
        yield f"# {name} = {_EXAMPLES[name]}" if unset else f"{name} = {_literal(value)}"


def _comment(words: Words, key: str) -> list[str]:
    return [f"# {line}".rstrip() for line in words.say(f"settings.about.{key}").strip().split("\n")]


def _literal(value: Any) -> str:
    # JSON's strings, whole numbers and truth values are TOML's, too.
    return f"{value:g}" if isinstance(value, float) else json.dumps(value, ensure_ascii=False)
