"""The e-mail addresses of units: a file with a line for each, checked with the place of every mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.notice import is_address
from service.rules.source import parse

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST = 10


def read_addresses(name: str, text: str, units: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Addresses by the id of their unit.

    Raises:
        RuleError: the file is no YAML, names a unit that isn't there, or holds what is no address; with its place.
    """
    file = parse(name, text)
    if file.data in (None, ""):
        return {}
    if not isinstance(file.data, dict):
        raise file.error("mail.addresses_shape")
    found = {}
    for unit, value in file.data.items():
        if unit not in units:
            raise file.error("mail.addresses_unit", (unit,), unit=unit)
        given = value if isinstance(value, list) else str(value or "").split(",")
        addresses = tuple(address for each in given if (address := str(each).strip()))
        for address in addresses:
            if not is_address(address):
                raise file.error("mail.addresses_bad", (unit,), unit=unit, given=address[:60])
        if len(addresses) > _MOST:
            raise file.error("mail.addresses_many", (unit,), unit=unit, most=_MOST)
        if addresses:
            found[unit] = addresses
    return found
