"""Frozen values with named fields: what a frozen dataclass with slots is, made in a fraction of its time.

`dataclasses` compiles half a dozen methods for every class and loads Python's tools for looking at code to do so: a
quarter of the time that it takes to start and read a whole report. A record compiles no more than its `__init__`.
`replace`, `asdict` and `fields` of `dataclasses` take records, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import Field


class _Fields:
    """What the functions of `dataclasses` look for in a class, told when one of them first asks."""

    def __get__(self, _record: object, kind: type[Record]) -> dict[str, Field[Any]]:
        from dataclasses import MISSING, field, make_dataclass  # noqa: PLC0415 - see the module

        defaults = kind._defaults  # noqa: SLF001 - of the same module
        told = [(name, Any, field(default=defaults.get(name, MISSING))) for name in kind.__match_args__]
        made: dict[str, Field[Any]] = vars(make_dataclass(kind.__name__, told, frozen=True))["__dataclass_fields__"]
        kind.__dataclass_fields__ = made
        return made


@dataclass_transform(frozen_default=True)
class _Kind(type):
    """Makes a class of records: its annotated names become its slots."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Kind:
        names = tuple(body.get("__annotations__", ())) if bases else ()
        defaults = {one: body.pop(one) for one in names if one in body}
        told = {"__slots__": names, "__match_args__": names, "_defaults": defaults} if bases else {}
        kind = super().__new__(cls, name, bases, {**body, **told})
        if names:
            kind.__init__ = _init(kind, names, defaults)  # type: ignore[misc]
        return kind


def _init(kind: type, names: tuple[str, ...], defaults: Mapping[str, object]) -> Any:
    """An `__init__` that takes these names in order; a record can't be set otherwise than through its slots."""
    known: dict[str, Any] = {f"_set_{name}": kind.__dict__[name].__set__ for name in names}
    known |= {f"_default_{name}": value for name, value in defaults.items()}
    taken = ", ".join(f"{name}=_default_{name}" if name in defaults else name for name in names)
    lines = "".join(f"\n _set_{name}(self, {name})" for name in names)
    exec(f"def __init__(self, {taken}):{lines}", known)  # noqa: S102 - of nothing but the names above
    return known["__init__"]


class Record(metaclass=_Kind):
    """A frozen value; a class of such values names its fields, with their types and defaults, as a dataclass does."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]] = _Fields()  # type: ignore[assignment]
    _defaults: ClassVar[Mapping[str, object]] = {}

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in zip(self.__match_args__, _values(self), strict=True))
        return f"{type(self).__name__}({told})"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), _values(self)


_R = TypeVar("_R", bound=Record)


def replace(record: _R, **values: Any) -> _R:
    """The same record with other values of some fields."""
    kept = zip(record.__match_args__, _values(record), strict=True)
    return type(record)(**{**dict(kept), **values})


def _values(record: Any) -> tuple[object, ...]:
    return tuple([getattr(record, name) for name in record.__match_args__])
