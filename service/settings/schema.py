"""What may be written in `tongket.toml`, checked at the border."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from service.model.notice import is_address
from service.settings.mistakes import broken, mistake

FILE = "tongket.toml"

_TERM_SEPARATORS = str.maketrans("–—−", "---")


def _term(value: str) -> str:
    years = value.translate(_TERM_SEPARATORS).replace(" ", "").split("-")
    if len(years) != 2 or not all(len(year) == 4 and year.isascii() and year.isdigit() for year in years):
        raise PydanticCustomError("need_term", "a term is two years")
    if years[0] >= years[1]:
        raise PydanticCustomError("need_term", "a term ends after it begins")
    return "-".join(years)


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return value


def _one_name(value: str) -> str:
    if value in {".", ".."} or any(sign in value for sign in '/\\:*?"<>|\0'):
        raise PydanticCustomError("need_folder_name", "a name without separators")
    return value


def _address(value: str) -> str:
    if not is_address(value):
        raise PydanticCustomError("need_address", "one e-mail address")
    return value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)


_Words = Annotated[str, Field(min_length=1)]
_Term = Annotated[str, AfterValidator(_term)]
_Year = Annotated[int, Field(ge=1990, le=2100)]
_Seconds = Annotated[float, Field(ge=0, le=3600, allow_inf_nan=False)]
_Day = Annotated[date | None, BeforeValidator(_day)]


class Folders(_Strict):
    """Where things lie: below the workspace, or whole paths."""

    inbox: _Words = "inbox"
    outbox: _Words = "outbox"
    rules: _Words = "rules"
    office_rules: _Words | None = None
    templates: _Words = "templates"
    state: _Words = ".tongket"


class CongressRound(_Strict):
    """The congress round that is being gathered."""

    closing: _Term = "2015-2020"
    opening: _Term = "2020-2025"
    first_year: _Year = 2019
    last_year: _Year = 2021

    @model_validator(mode="after")
    def _ordered(self) -> CongressRound:
        if self.first_year > self.last_year:
            raise PydanticCustomError("years_reversed", "the last year comes before the first")
        return self


class Service(_Strict):
    """How the service works."""

    workers: Annotated[int, Field(ge=1, le=64)] | None = None
    executor: Literal["processes", "inline"] = "processes"
    scan_seconds: Annotated[float, Field(ge=0.1, le=3600, allow_inf_nan=False)] = 5
    settle_seconds: _Seconds = 2
    incomplete_seconds: _Seconds = 10
    release: bool = True
    release_folder: Annotated[str, Field(min_length=1), AfterValidator(_one_name)] = "da-nhan"
    ignore: Annotated[tuple[_Words, ...], Field(strict=False)] = ()
    pdf: bool = True


class Review(_Strict):
    """Who reviews, and where the office writes down what it accepts."""

    reviewers: Annotated[tuple[_Words, ...], Field(strict=False)] = ()
    waivers: _Words = "mien-tru.yaml"


class Deadlines(_Strict):
    """Last day for each level."""

    city: _Day = None
    district: _Day = None
    commune: _Day = None
    base: _Day = None


class Reminders(_Strict):
    """What reminder letters and round reports ask for."""

    until: _Day = None
    days: Annotated[int, Field(ge=1, le=365)] = 7


class Mail(_Strict):
    """Notices by e-mail."""

    on: bool = False
    host: _Words | None = None
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    security: Literal["none", "starttls", "tls"] = "starttls"
    user: _Words | None = None
    password_env: _Words = "TONGKET_MAIL_PASSWORD"  # noqa: S105  # the name of a variable
    password_file: _Words | None = None
    ca_file: _Words | None = None
    sender: Annotated[str, AfterValidator(_address)] | None = None
    addresses: _Words = "dia-chi-thu.yaml"
    attach_megabytes: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] = 8
    timeout_seconds: Annotated[float, Field(ge=1, le=120, allow_inf_nan=False)] = 20


class Written(_Strict):
    """The whole file."""

    language: Literal["vi", "en"] = "vi"
    place: _Words = "Hải Phòng"
    folders: Folders = Folders()
    round: CongressRound = CongressRound()
    service: Service = Service()
    review: Review = Review()
    deadlines: Deadlines = Deadlines()
    reminders: Reminders = Reminders()
    mail: Mail = Mail()


def names_at(path: tuple[str, ...]) -> tuple[str, ...]:
    """The names that may stand in the table at `path` (the file itself for an empty one)."""
    model: type[BaseModel] = Written
    for name in path:
        inner = model.model_fields[name].annotation
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return ()
        model = inner
    return tuple(model.model_fields)


def checked(text: str) -> Written:
    """Return what `text` sets.

    Raises:
        RuleError: with the place of the first mistake in the file.
    """
    try:
        return Written.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise broken(FILE, text, error) from error
    except ValidationError as error:
        raise mistake(FILE, text, error, names_at) from error
