"""The options that commands share, each defined once, and the store that they name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from claimtrack.cli import complete
from claimtrack.render.answers import Format

if TYPE_CHECKING:
    from claimtrack.store import Store

StoreOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--store",
        envvar="CLAIMTRACK_STORE",
        metavar="PATH",
        help=f"The store's journal, if not {complete.DEFAULT_STORE}.",
    ),
]
FormatOption: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", "-f", metavar="FORMAT", help="table, json, jsonl, csv or md.", show_default=False),
]
OutputOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, in the format that its ending says."),
]
MetricOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--metric", "-m", metavar="NAME", autocompletion=complete.metrics, help="One of: claimtrack metrics."),
]
PlaceOption: TypeAlias = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where it happened.")]
CountryOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--country", metavar="NAME", help="A country, by its name or ISO code, where it is certain."),
]

PathsArgument: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS",
        help="Articles, folders, .jsonl files; - is standard input; seeds/ if you name none.",
    ),
]
PublishedOption: TypeAlias = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="The day of texts that do not state theirs.")
]
OutletGiven: TypeAlias = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of texts that do not state theirs.")
]

LexiconOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        envvar="CLAIMTRACK_LEXICON",
        metavar="FILE",
        help="Words of your own, beside those of the nearest claimtrack.toml; more than once for more files.",
        show_default=False,
    ),
]

DEFAULT_INPUT = "seeds"


def open_store(path: Path | None) -> Store:
    """The store at a path, or the default one; what is amiss with its files is said on standard error."""
    from claimtrack.store import Store

    return Store.open(path or complete.DEFAULT_STORE, on_notice=say)


def say(words: str, *commands: str) -> None:
    """Print a message on standard error, with the commands that it names."""
    import sys

    from claimtrack.render.messages import message

    typer.echo(message(words, commands, sys.stderr), err=True)


def day(text: str | None) -> str | None:
    """A date argument as an ISO string, None where there is none.

    Raises:
        DateError: it is no date, or can be read in two ways.
    """
    from claimtrack import dates

    return None if text is None else dates.read_argument(text)


def whole(text: str | None, option: str, least: int | None = None) -> int | None:
    """A number argument, which may have thousands commas; None where there is none.

    Raises:
        UsageError: it is no whole number, or less than the least that makes sense.
    """
    from claimtrack.errors import UsageError

    if text is None:
        return None
    try:
        number = int(text.replace(",", ""))
    except ValueError:
        raise UsageError(f"{option}: {text!r} is not a whole number, expected one such as 100") from None
    if least is not None and number < least:
        raise UsageError(f"{option}: {number} is too few, must be {least} or more")
    return number


def country_code(text: str | None) -> str | None:
    """The ISO 3166 code of a country, given by its code or by a name in any case; None where there is none.

    Raises:
        UsageError: no country is called so.
    """
    if text is None:
        return None
    from claimtrack.lexicon import places

    if text.upper() in places.codes():
        return text.upper()
    for name in (text, text.upper()):
        found = next((place for place in places.candidates(name) if place.kind == "country" and place.country), None)
        if found is not None:
            return found.country
    from difflib import get_close_matches

    from claimtrack.errors import UsageError

    near = get_close_matches(text.title(), places.codes().values(), n=1)
    question = f" (did you mean {near[0]}?)" if near else ""
    raise UsageError(f"no country is called {text!r}{question}, expected a name or an ISO 3166 code such as SD")


def known_metric(name: str | None, words: list[Path] | None, store: Path | None) -> str | None:
    """The metric of a name in any case, None where there is none.

    It is built in, or in the user's own words, or was, when figures of it were stored.

    Raises:
        UsageError: no metric is called so.
        LexiconError: it is not built in, and something is wrong in the files of the user's own words.
    """
    if name is None:
        return None
    from claimtrack.cli.words import metric_names
    from claimtrack.lexicon.load import lexicon

    names = list(lexicon().metrics)
    if name.lower() in names:
        return name.lower()
    names += [*metric_names(words), *stored_metrics(store)]
    if name.lower() in names:
        return name.lower()
    from difflib import get_close_matches

    from claimtrack.errors import UsageError

    near = get_close_matches(name.lower(), names, n=1)
    question = f", did you mean {near[0]}?" if near else ":"
    raise UsageError(f"no metric is called {name!r}{question} see claimtrack metrics")


def stored_metrics(path: Path | None) -> list[str]:
    """The metrics that a store holds figures of; none where there is no store yet."""
    with open_store(path) as store:
        return store.metrics() if store.exists() else []
