"""What several commands ask for, and the workspace that they work in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.speech import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.model.rulebook import Rulebook
    from service.settings import Settings

FORMATS = ("text", "json")

form: Callable[[Any], Any] = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help=say("cli.help.format")
)
folder: Callable[[Any], Any] = click.argument(
    "directory", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False)
)
workspace: Callable[[Any], Any] = click.option(
    "--workspace", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True),
    help=say("cli.help.workspace"),
)  # fmt: skip


def rules_of(root: Path | None) -> tuple[Rulebook, Settings]:
    """The rules and settings of a workspace; the defaults where none is named."""
    from service.defaults import folder as default_folder  # noqa: PLC0415 - `--help` stays quick
    from service.flow.tools import rulebook_of  # noqa: PLC0415
    from service.rules import load as load_rules  # noqa: PLC0415
    from service.settings import load  # noqa: PLC0415

    settings = load(root or Path())
    if root is None and not settings.rules.is_dir():
        return load_rules(default_folder("rules"), settings.language, settings.round), settings
    return rulebook_of(settings), settings
