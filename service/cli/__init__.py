"""The door: commands, their words and exit codes. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import ClassVar

import click

from service import __version__
from service.cli.plain import Group, plain
from service.cli.speech import catalogue, say
from service.errors import TongketError

__all__ = ["main"]

_NAME = "tongket"
_INTERRUPTED = 130
_UNFORESEEN = 70
"""Exit code of a mistake in the program itself (EX_SOFTWARE)."""


class _Tongket(Group):
    """The commands, each imported when it is called: one needs a judge, another no more than a reader."""

    names: ClassVar = (
        "check",
        "consolidate",
        "doctor",
        "init",
        "letters",
        "read",
        "round",
        "rules",
        "run",
        "status",
        "waive",
    )

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.names)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in self.names:
            return None
        command: click.Command = getattr(import_module(f"service.cli.{name}"), name)
        return command


@click.group(
    cls=_Tongket,
    help=say("cli.help.main"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name=_NAME, message="%(prog)s %(version)s", help=say("cli.help.version"))
def tongket() -> None:
    """The command; its subcommands follow."""


def main() -> None:
    """Run the command line; every trouble of ours ends in one plain sentence and an exit code of its own."""
    _utf8()
    try:
        code = tongket.main(prog_name=_NAME, standalone_mode=False)
    except click.exceptions.Abort:
        click.echo(say("cli.error.interrupted"), err=True)
        sys.exit(_INTERRUPTED)
    except click.ClickException as trouble:
        _end(plain(trouble))
    except TongketError as trouble:
        _end(trouble)
    except Exception as trouble:
        if os.environ.get("TONGKET_DEBUG"):
            raise
        problem = f"{type(trouble).__name__}: {trouble}"
        click.echo(say("cli.error.unexpected", problem=problem), err=True)
        sys.exit(_UNFORESEEN)
    sys.exit(code if isinstance(code, int) else 0)


def _end(trouble: TongketError) -> None:
    click.echo(say("cli.error.prefix", message=catalogue().sentence(trouble)), err=True)
    sys.exit(trouble.exit_code)


def _utf8() -> None:
    """Vietnamese on any console: old Windows code pages and the C locale can't show it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
