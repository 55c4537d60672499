"""What other libraries raise over bytes that nobody foresaw, as the one error that the reader declares."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from service.errors import UnreadableReport

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever else the bytes provoke in a parser means the same to the officer, and must not end the service.

    Raises:
        UnreadableReport: instead of any other error.
    """
    try:
        yield
    except UnreadableReport:
        raise
    except MemoryError:
        raise UnreadableReport("file.too_large") from None
    except Exception as error:
        raise UnreadableReport("file.corrupt", "damaged", cause=type(error).__name__) from error
