"""A store of hand-made claims, and ways to call the program."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import claimtrack
from claimtrack.cli.app import run
from claimtrack.model import (
    AsOf,
    Attribution,
    Basis,
    Claim,
    DateBasis,
    Document,
    Period,
    Qualifier,
    Segment,
    Span,
    Status,
    Value,
    claim_id,
)
from claimtrack.store import Store

WINTER = (
    "OSTAN, Feb 3 – At least 4,321 residents of Velmar have been killed since 1 May 2023, the health ministry said. "
    "Ministry [of Health] said \x1b[31m1,200\x1b[0m people are missing and feared dead."
)
AUTUMN = "President Iru Dann said over 4,000 people had been killed in Velmar since 1 May 2023."


class Called(NamedTuple):
    """What a call left behind."""

    code: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of the caller's reaches the program; it runs in an empty folder."""
    for name in (
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "CLAIMTRACK_STORE",
        "CLAIMTRACK_LEXICON",
        "CLAIMTRACK_DEBUG",
        "TERM",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the program in this process."""

    def called(*arguments: str | Path) -> Called:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Called(code, out, err)

    return called


def start(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Call the program in a process of its own, its output piped."""
    return subprocess.run(command(*arguments), env=environment(env), capture_output=True, check=False)


def command(*arguments: str | Path) -> list[str]:
    """The command line of a call."""
    return [
        sys.executable,
        "-c",
        "from claimtrack.cli.app import main; main()",
        *(str(argument) for argument in arguments),
    ]


def environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a process of its own."""
    root = Path(claimtrack.__file__).parents[1]
    return {**os.environ, "PYTHONPATH": str(root), **(extra or {})}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with two documents and three claims, one document hostile."""
    path = tmp_path / "data" / "claims.jsonl"
    with Store.open(path) as opened:
        for document, claims in ((winter(), winter_claims()), (autumn(), autumn_claims())):
            opened.put(document, claims)
    return path


def winter() -> Document:
    return _document("winter", WINTER, "2024-02-03", "Ostan Courier [evening]")


def autumn() -> Document:
    return _document("autumn", AUTUMN, "2023-11-20", "Velmar Gazette")


def winter_claims() -> list[Claim]:
    ministry = Attribution(mention="the health ministry", name="Velmar Health Ministry")
    hostile = Attribution(mention="Ministry [of Health]", name="Ministry [of Health]\x1b[31m")
    since = Period(start="2023-05-01", start_basis=DateBasis.EXPLICIT)
    return [
        _claim(winter(), "4,321", "deaths", Qualifier.AT_LEAST, ministry, Basis.CUMULATIVE, since),
        _claim(winter(), "1,200", "missing", Qualifier.EXACT, hostile, Basis.STOCK, Period(), Status.PRESUMED),
    ]


def autumn_claims() -> list[Claim]:
    president = Attribution(mention="President Iru Dann", name="Iru Dann")
    since = Period(start="2023-05-01", start_basis=DateBasis.EXPLICIT)
    return [_claim(autumn(), "4,000", "deaths", Qualifier.MORE_THAN, president, Basis.CUMULATIVE, since)]


def _document(name: str, text: str, published: str, outlet: str) -> Document:
    return Document(
        id=name,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        address=f"https://example.org/{name}",
        outlet=outlet,
        published=published,
        published_basis=DateBasis.EXPLICIT,
    )


def _claim(
    document: Document,
    number: str,
    metric: str,
    qualifier: Qualifier,
    attribution: Attribution,
    basis: Basis,
    period: Period,
    status: Status = Status.ASSERTED,
) -> Claim:
    """The claim of a number that a document's text has once."""
    at = document.text.index(number)
    low, span = int(number.replace(",", "")), Span(start=at, end=at + len(number))
    high = low if qualifier is Qualifier.EXACT else None
    words = {Qualifier.AT_LEAST: f"At least {number}", Qualifier.MORE_THAN: f"over {number}"}.get(qualifier, number)
    sentence = next(part for part in document.text.split(". ") if number in part)
    return Claim(
        id=claim_id(document.id, Segment.BODY, span, metric, low, high),
        document=document.id,
        metric=metric,
        value=Value(text=words, low=low, high=high, qualifier=qualifier),
        basis=basis,
        status=status,
        attribution=attribution,
        place="Velmar",
        period=period,
        as_of=AsOf(date=document.published, basis=DateBasis.PUBLISHED),
        sentence=sentence,
        span=span,
        outlet=document.outlet,
        published=document.published,
        rules=("passive-verb",),
    )
