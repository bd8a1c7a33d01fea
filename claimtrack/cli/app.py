"""The program `claimtrack`: its commands, loaded as they are called, and the one place where failures are worded."""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.main import get_command

from claimtrack.cli.quick import QuickCommand, QuickGroup
from claimtrack.errors import ClaimtrackError, LexiconError, UsageError

COMMANDS = ("ingest", "list", "show", "compare", "diff", "extract", "explain", "documents", "date", "metrics")
_INTERRUPTED, _FAILED = 130, 1


class Commands(QuickGroup):
    """The commands, each imported only when it is called (or listed in the help): a start costs one command."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of a first session."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name; a name that no command has is met with the nearest that one has."""
        if cmd_name in COMMANDS:
            single = typer.Typer(add_completion=False, rich_markup_mode=None)
            command = import_module(f"claimtrack.cli.{cmd_name}").command
            single.command(cmd_name, cls=QuickCommand, help=_help(command))(command)
            return get_command(single)
        if ctx.resilient_parsing or cmd_name.startswith("-"):
            return None
        raise UsageError(f"there is no command {cmd_name!r}{_nearest(cmd_name)} see claimtrack --help")


def _help(command: Callable[..., None]) -> str:
    """A command's docstring as its help; a line with an indented one below it begins a block that keeps its lines."""
    return re.sub(r"^(\S.*:)$(?=\n {2})", "\b\n\\1", inspect.cleandoc(command.__doc__ or ""), flags=re.MULTILINE)


def _nearest(name: str) -> str:
    """A question that names the command that was perhaps meant."""
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f", did you mean {near[0]}?" if near else ":"


_ABOUT = """Track the numbers in the news: who said how many, when, and where, each with its sentence.

\b
A first session, on the articles in seeds/:
  claimtrack ingest
  claimtrack list
  claimtrack diff 2024-09-26 2024-12-28 --metric deaths
"""
app = typer.Typer(cls=Commands, rich_markup_mode=None, help=_ABOUT)


def _print_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from claimtrack.cli.version import version

        typer.echo(f"claimtrack {version()}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Print the help where no command is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: list[str]) -> int:
    """Run the program with arguments, and give its exit code; every failure is worded in one line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = get_command(app).main(args=arguments, prog_name="claimtrack", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _hush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        if os.environ.get("CLAIMTRACK_DEBUG"):
            raise
        return _complain(error)
    return code if isinstance(code, int) else 0


def _complain(error: Exception) -> int:
    """Print a failure on standard error, a line for each thing that is wrong, and give its exit code."""
    from claimtrack.cli.options import say

    if isinstance(error, LexiconError):
        for problem in error.problems:
            say(str(problem))
        return error.exit_code
    if isinstance(error, ClaimtrackError):
        words, code = str(error), error.exit_code
    elif hasattr(error, "format_message"):  # a call that typer refused
        words, code = _usage(error), getattr(error, "exit_code", 2)
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        words, code = f"{where}{error.strerror or error}", _FAILED
    else:
        words = f"internal error: {type(error).__name__}: {error} (CLAIMTRACK_DEBUG=1 shows where)"
        code = _FAILED
    say(words)
    return code


def _usage(error: Any) -> str:
    """What typer says of a wrong call, with the help that goes with it."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "claimtrack"
    message = error.format_message().replace("Value error, ", "").rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; see {path} --help"


def _hush() -> int:
    """Nobody reads any more: end without a word, also when the interpreter empties its buffers."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _FAILED


def main() -> None:
    """Run the program; what the console script calls."""
    sys.exit(run(sys.argv[1:]))
