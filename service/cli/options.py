"""What several commands ask for, and the rules that they work with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.speech import language, say
from service.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.model.rulebook import Rulebook
    from service.settings import Settings

FORMATS = ("text", "json")
PATH = click.Path(path_type=Path)


def _no_file(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.exists() and not value.is_dir():
        raise UsageError("cli.error.not_a_folder", path=value)
    return value


def a_folder(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    """A folder that is there."""
    if value is not None and not value.exists():
        raise UsageError("cli.error.no_such_path", path=value)
    return _no_file(context, parameter, value)


form: Callable[[Any], Any] = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help=say("cli.help.format")
)
folder: Callable[[Any], Any] = click.argument("directory", metavar="[DIR]", default=".", type=PATH, callback=_no_file)
new_folder: Callable[[Any], Any] = click.argument("directory", metavar="DIR", type=PATH, callback=_no_file)
some_folder: Callable[[Any], Any] = click.argument(
    "directory", metavar="[DIR]", required=False, type=PATH, callback=a_folder
)
workspace: Callable[[Any], Any] = click.option(
    "--workspace", metavar="DIR", type=PATH, callback=a_folder, help=say("cli.help.workspace")
)


def rules_of(root: Path | None) -> tuple[Rulebook, Settings]:
    """The rules and settings of a workspace; of the present folder, or else the defaults, where none is named."""
    from service.flow.workspaces import rules_of_workspace  # noqa: PLC0415 - `--help` stays quick

    rulebook, settings = rules_of_workspace(root, language)
    return rulebook, settings
