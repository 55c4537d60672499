"""The commands, each imported when it is called: one needs a judge, another no more than a reader."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar

import click

from service import __version__
from service.cli.plain import Group, plain
from service.cli.speech import say

_NAME = "tongket"


class _Tongket(Group):
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
        "trace",
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


def run() -> int:
    """Do what the command line asks for; the exit code.

    Raises:
        UsageError: the call itself was wrong.
        KeyboardInterrupt: somebody stopped it.
    """
    try:
        code = tongket.main(prog_name=_NAME, standalone_mode=False)
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as trouble:
        raise plain(trouble) from None
    return code if isinstance(code, int) else 0
