"""Click in the reader's language: its help pages and what it says of a wrong call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.cli.speech import say
from service.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADINGS = {"Options": "cli.help.options", "Commands": "cli.help.commands"}


class _Page(click.HelpFormatter):
    """A help page with our own headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say("cli.help.usage") + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(say(_HEADINGS[heading]) if heading in _HEADINGS else heading)


class _Context(click.Context):
    formatter_class = _Page


class Command(click.Command):
    """A command whose help and complaints speak the reader's language."""

    context_class = _Context
    allow_extra_args = True  # so that it's ours to say what is wrong with them

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.options_metavar = say("cli.help.options_metavar")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, told in our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("cli.help.help")
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the call; what is wrong with it knows of which command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as trouble:
            trouble.ctx = trouble.ctx or ctx
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, unless it was given more than it takes."""
        if ctx.args and not isinstance(self, click.Group):
            raise UsageError("cli.error.extra", values=" ".join(ctx.args), hint=_hint(ctx))
        return super().invoke(ctx)


class Group(Command, click.Group):
    """A command that has others below it."""

    command_class = Command

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.subcommand_metavar = say("cli.help.command_metavar")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the call; one that names no command is answered with the help page."""
        if not args:
            click.echo(self.get_help(ctx), err=True)
            raise click.exceptions.Exit(UsageError.exit_code)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant."""
        if self.get_command(ctx, args[0]) is None:
            raise UsageError("cli.error.no_such_command", name=args[0], allowed=", ".join(self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


def plain(trouble: click.ClickException) -> UsageError:
    """What click says of a wrong call, as an error of ours."""
    context = trouble.ctx if isinstance(trouble, click.UsageError) else None
    hint = _hint(context)
    match trouble:
        case click.MissingParameter():
            return UsageError("cli.error.missing", name=_named(trouble.param), hint=hint)
        case click.NoSuchOption():
            return UsageError("cli.error.no_such_option", name=trouble.option_name, hint=hint)
        case click.BadOptionUsage() if _is_flag(trouble.option_name, context):
            return UsageError("cli.error.takes_no_value", name=trouble.option_name, hint=hint)
        case click.BadOptionUsage():
            return UsageError("cli.error.needs_value", name=trouble.option_name, hint=hint)
        case click.BadParameter() if trouble.param is not None and isinstance(trouble.param.type, click.Choice):
            allowed = ", ".join(str(choice) for choice in trouble.param.type.choices)
            return UsageError("cli.error.not_a_choice", name=_named(trouble.param), allowed=allowed, hint=hint)
        case _:
            return UsageError("cli.error.bad_call", problem=trouble.format_message(), hint=hint)


def _hint(context: click.Context | None) -> str:
    return f"{context.command_path if context else 'tongket'} --help"


def _named(parameter: click.Parameter | None) -> str:
    """How a parameter is called in the help: the long name of an option, the placeholder of an argument."""
    if parameter is None:
        return "–"
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or parameter.human_readable_name).strip("[].")


def _is_flag(name: str, context: click.Context | None) -> bool:
    options: Sequence[Any] = context.command.params if context else ()
    return any(name in option.opts and getattr(option, "is_flag", False) for option in options)
