"""Fills the page templates, and lets nothing but the page's own script, style and data work in a browser."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode, urlsafe_b64encode
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from service.errors import TemplateError
from service.model.examination import SECTIONS
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.numbers import plain
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from service.words import Words

MARKS = {
    "complete": "✓",
    "gaps": "!",
    "accepted": "✓",
    "wrong_kind": "✗",
    "unreadable": "✗",
    "other_round": "✗",
    "missing": "○",
    "taken": "…",
    "section_present": "✓",
    "section_thin": "≈",
    "section_accepted": "○",
    "section_missing": "✗",
    "section_none": "",
}
"""The sign beside each answer, so that no answer is told by colour alone."""

# No report can smuggle this mark in: every "<" of a report is escaped.
_NONCE = "<<nonce>>"


class Press:
    """Fills the page templates: nothing may be missing, nothing from a report may become markup."""

    def __init__(self, templates: Path, words: Words) -> None:
        self._folder = templates
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(str(templates), encoding="utf-8"),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_shown,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.words = words
        self._environment.globals = {
            "say": words.say,
            "language": words.language,
            "marks": MARKS,
            "section_ids": SECTIONS,
            "section_name": Names(words).section,
        }
        self._environment.filters["data"] = as_data
        self._environment.filters["figure"] = lambda count: plain(count, words.language)

    def source(self, name: str) -> str:
        """A file that goes into the page as it is, with line ends as a browser reads them."""
        try:
            return (self._folder / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as trouble:
            raise TemplateError("outbox.template.missing", template=name, folder=str(self._folder)) from trouble

    def page(self, name: str, values: Mapping[str, Any]) -> bytes:
        """The finished page; its nonce follows from its contents, so that no report can foresee it."""
        try:
            text = self._environment.get_template(name).render(values)
        except TemplateNotFound as trouble:
            missing = trouble.name or name
            raise TemplateError("outbox.template.missing", template=missing, folder=str(self._folder)) from trouble
        except UndefinedError as trouble:
            raise TemplateError("outbox.template.unknown", template=name, problem=str(trouble)) from trouble
        except TemplateSyntaxError as trouble:
            raise TemplateError("outbox.template.syntax", template=name, problem=str(trouble)) from trouble
        except (JinjaError, KeyError, TypeError, ValueError) as trouble:  # the template's own slips
            raise TemplateError("outbox.template.syntax", template=name, problem=str(trouble)) from trouble
        nonce = urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:18]).decode()
        return text.replace(_NONCE, nonce).encode()


def policy(*, style: str | None, script: str | None, nonce: bool) -> Markup:
    """The content security policy of a page: nothing but what is named here."""
    by_nonce = [f"'nonce-{_NONCE}'"] if nonce else []
    styles = [_hash(style)] if style is not None else by_nonce
    scripts = [_hash(script), *by_nonce] if script is not None else ["'none'"]
    parts = [
        "default-src 'none'",
        f"style-src {' '.join(styles)}",
        f"script-src {' '.join(scripts)}",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    return Markup("; ".join(parts))  # noqa: S704 - made of hashes and fixed words


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _shown(value: Any) -> Any:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def as_data(value: Any) -> Markup:
    """JSON that can stand in a script: no letter of it can end the script or begin markup."""
    text = json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 - escaped just above


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return value
