"""The door: what was asked for, what went wrong in words, and the exit code.

Nothing is imported before it is needed: half of a start would go into reading the call, and another half into judges
that most commands do without.
"""

from __future__ import annotations

import os
import sys

from service.cli.speech import catalogue, say
from service.errors import TongketError

__all__ = ["main"]

_INTERRUPTED = 130
_UNFORESEEN = 70
"""Exit code of a mistake in the program itself (EX_SOFTWARE)."""


def main() -> None:
    """Run the command line; every trouble of ours ends in one plain sentence and an exit code of its own."""
    _utf8()
    try:
        code = _asked(sys.argv[1:])
    except KeyboardInterrupt:
        _complain(say("cli.error.interrupted"), _INTERRUPTED)
    except BrokenPipeError:  # whoever reads the answer has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the process ends
        sys.exit(1)
    except TongketError as trouble:
        _complain(say("cli.error.prefix", message=catalogue().sentence(trouble)), trouble.exit_code)
    except Exception as trouble:
        if os.environ.get("TONGKET_DEBUG"):
            raise
        _complain(say("cli.error.unexpected", problem=f"{type(trouble).__name__}: {trouble}"), _UNFORESEEN)
    sys.exit(code)


def _asked(call: list[str]) -> int:
    """Do what a call asks for; a file that is to be shown, and nothing else, is told without a parser of calls."""
    if len(call) == 2 and call[0] == "read" and os.path.isfile(call[1]):  # noqa: PTH113 - and without pathlib
        from service.cli.reading import show  # noqa: PLC0415

        return show(call[1])
    from service.cli.commands import run  # noqa: PLC0415

    return run()


def _complain(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(code)


def _utf8() -> None:
    """Vietnamese on any console: old Windows code pages and the C locale can't show it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
