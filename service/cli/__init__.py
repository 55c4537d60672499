"""The door: commands, their words and exit codes. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import os
import sys

import click

from service import __version__
from service.cli import check, consolidate, doctor, init, rules, run, status
from service.cli.speech import say, sentence
from service.errors import TongketError, UsageError

__all__ = ["main"]

_UNFORESEEN = 70
"""Exit code of a mistake in the program itself (EX_SOFTWARE)."""


@click.group(
    help=say("cli.help.main"), context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="tongket", help=say("cli.help.version"))
def tongket() -> None:
    """The command; its subcommands follow."""


for _command in (init.init, check.check, run.run, consolidate.consolidate, status.status, rules.rules, doctor.doctor):
    tongket.add_command(_command)


def main() -> None:
    """Run the command line; every trouble of ours ends in one plain sentence and an exit code of its own."""
    _utf8()
    try:
        tongket(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo(say("cli.run.stopped"), err=True)
        sys.exit(130)
    except click.ClickException as trouble:
        trouble.show()
        sys.exit(UsageError.exit_code)
    except click.exceptions.Exit as wish:
        sys.exit(wish.exit_code)
    except TongketError as trouble:
        click.echo(say("cli.error.prefix", message=sentence(trouble)), err=True)
        sys.exit(trouble.exit_code)
    except Exception as trouble:
        if os.environ.get("TONGKET_DEBUG"):
            raise
        problem = f"{type(trouble).__name__}: {trouble}"
        click.echo(say("cli.error.unexpected", problem=problem), err=True)
        sys.exit(_UNFORESEEN)


def _utf8() -> None:
    """Vietnamese on any console: old Windows code pages and the C locale can't show it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
