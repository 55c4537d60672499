"""Fills the office's Word templates: nothing may be missing, nothing may run, same values give same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError

from service.errors import TemplateError
from service.outbox.sheets.tablefit import fit_tables
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from service.words import Words

MARK = "\ufdd0"
"""Begins a mark that a template prints for what is done to the filled document; no word of a report can hold it."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_BROKEN = (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError)
"""What python-docx, docxtpl and zipfile raise over a file that is no sound Word template."""


def fill(templates: Path, name: str, values: Mapping[str, Any], *, title: str, issued: date) -> bytes:
    """Fill a template and give the finished Word file.

    Args:
        templates: Folder of the office's templates.
        name: File name of the template.
        values: What its tags may ask for: text, numbers, truth values, lists, mappings, dataclasses.
        title: Title in the document's properties.
        issued: Date in the document's properties.

    Raises:
        TemplateError: the template isn't there, is broken, or asks for what isn't given.
    """
    path = templates / name
    if not path.is_file():
        raise TemplateError("outbox.template.missing", template=name, folder=str(templates))
    try:
        document = DocxTemplate(io.BytesIO(path.read_bytes()))
        document.render(_clean(values), jinja_env=_environment(), autoescape=True)
        fit_tables(document.docx)
        _stamp(document, shown(title), issued)
        written = io.BytesIO()
        document.save(written)
        return repack(written.getvalue())
    except UndefinedError as trouble:
        raise TemplateError("outbox.template.unknown", template=name, problem=str(trouble)) from trouble
    except TemplateSyntaxError as trouble:
        problem = trouble.message or str(trouble)
        raise TemplateError("outbox.template.syntax", template=name, problem=problem) from trouble
    except JinjaError as trouble:
        raise TemplateError("outbox.template.syntax", template=name, problem=str(trouble)) from trouble
    except _BROKEN as trouble:
        raise TemplateError("outbox.template.broken", template=name, problem=str(trouble)) from trouble


def fixed_words(words: Words, shelf: str, values: Mapping[str, Any]) -> dict[str, str]:
    """What a template says in every document, by name, in the language of the outputs, its blanks filled.

    Args:
        words: The catalogue.
        shelf: Where its words lie in the catalogue.
        values: What the template is filled with.
    """
    return {name: words.say(f"{shelf}.{name}", **values) for name in words.under(shelf)}


def repack(data: bytes) -> bytes:
    """The same zip package with parts in a fixed order and a fixed date."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != _FIRST, part)):
            part = zipfile.ZipInfo(name, _ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 0
            new.writestr(part, old.read(name))
    return written.getvalue()


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _clean(value: Any) -> Any:
    """The value with every text in it cleaned; dataclasses as mappings, so that a template sees plain data only."""
    if isinstance(value, str):
        return shown(value).replace(MARK, "\ufffd")
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _clean(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


def _stamp(document: DocxTemplate, title: str, issued: date) -> None:
    moment = datetime(issued.year, issued.month, issued.day, tzinfo=UTC)
    properties = document.docx.core_properties
    properties.title = title[:255]
    properties.created = properties.modified = moment
    properties.last_modified_by = "tongket"
    properties.revision = 1
