"""A quick start: options that were not given are not converted. And arguments that are called what they are called.

Typer converts the values of options with a library that takes longer to load than most commands take to run. So it is
only asked where there is a value to convert.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


class QuickOption(TyperOption):
    """An option whose absence costs nothing."""

    def process_value(self, ctx: Any, value: Any) -> Any:
        """The value of the option: None where it was not given, else converted."""
        if value is None and not self.required and self.nargs == 1:
            return self.callback(ctx, self, None) if self.callback else None
        return super().process_value(ctx, value)


class PlainArgument(TyperArgument):
    """An argument that the help calls by its name alone: `BEFORE`, not `{BEFORE}` and `BEFORE <str>`."""

    def _usage_display_name(self) -> str:
        name = super()._usage_display_name()
        return name.replace("{", "").replace("}", "")

    def get_help_record(self, ctx: Any) -> tuple[str, str] | None:
        """Its name, and what it is; that it is required, its place in the usage tells."""
        return None if self.hidden else (self._rich_display_name(), self.help or "")


class QuickCommand(TyperCommand):
    """A command whose options are all quick, that for help included."""

    def get_params(self, ctx: Any) -> Any:
        """The options and arguments."""
        return _quick(super().get_params(ctx))


class QuickGroup(TyperGroup):
    """A group of commands whose own options are all quick."""

    def get_params(self, ctx: Any) -> Any:
        """The options and arguments."""
        return _quick(super().get_params(ctx))


def _quick(parameters: Any) -> Any:
    """The parameters, with the classes of typer's own narrowed to ours."""
    for parameter in parameters:
        if type(parameter) is TyperOption:
            parameter.__class__ = QuickOption
        elif type(parameter) is TyperArgument:
            parameter.__class__ = PlainArgument
    return parameters
