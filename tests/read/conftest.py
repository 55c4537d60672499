"""The tiny builder as fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.read.builder import members, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@pytest.fixture
def docx() -> Callable[..., bytes]:
    """Builds a Word file from the XML of its body and other parts."""

    def build(body: str, **more: object) -> bytes:
        return zipped(members(body, **more))  # type: ignore[arg-type]

    return build


@pytest.fixture
def package() -> Callable[..., dict[str, str | bytes]]:
    """The members of a Word file, to be changed before they are zipped."""
    return members


@pytest.fixture
def pack() -> Callable[[Mapping[str, str | bytes]], bytes]:
    """Zips members."""
    return zipped
