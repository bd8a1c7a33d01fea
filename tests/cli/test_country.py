"""The country of a figure: shown, written, and asked for."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from claimtrack.cli.options import country_code
from tests.cli.conftest import Call

MARCH = "KELD, Kenya, 3 March 2025 – At least 1,300 people have been killed in Keld, Kenya, since January, police said."
APRIL = "ORRU, 3 April 2025 – At least 2,100 people have been killed in Orru since January, police said."


@pytest.fixture
def two(tmp_path: Path, call: Call) -> None:
    """A store of two figures, the country of one of them known."""
    for name, text in (("march", MARCH), ("april", APRIL)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert call("ingest", "march.txt", "april.txt").code == 0


@pytest.mark.parametrize("asked", ["Kenya", "kenya", "KE", "ke", "Republic of Kenya"])
@pytest.mark.usefixtures("two")
def test_a_country_is_asked_for_by_name_or_code(call: Call, asked: str) -> None:
    called = call("list", "--country", asked, "-f", "jsonl")
    (claim,) = map(json.loads, called.out.splitlines())
    assert (claim["place"], claim["country"]) == ("Keld", "KE")
    assert "1,300" in call("compare", "-m", "deaths", "--country", asked).out
    found = call("diff", "2025-03-01", "2025-05-01", "--country", asked).out
    assert "1,300" in found and "2,100" not in found


@pytest.mark.parametrize("command", [("list",), ("compare", "-m", "deaths"), ("diff", "2025-03-01", "2025-05-01")])
def test_no_country_of_that_name(call: Call, command: tuple[str, ...]) -> None:
    called = call(*command, "--country", "Kenia")
    assert (called.code, called.out) == (2, "")
    assert called.err == (
        "claimtrack: no country is called 'Kenia' (did you mean Kenya?), "
        "expected a name or an ISO 3166 code such as SD\n"
    )


@pytest.mark.parametrize("asked", ["", "Nairobi", "ZZ", "Soviet Union"])
def test_what_is_no_country_of_today(call: Call, asked: str) -> None:
    called = call("list", "--country", asked)
    assert called.code == 2 and called.err.startswith(f"claimtrack: no country is called {asked!r}")


@pytest.mark.parametrize(("asked", "code"), [("uk", "GB"), ("DRC", "CD"), ("Ivory Coast", "CI"), ("palestine", "PS")])
def test_usual_names_are_known(asked: str, code: str) -> None:
    assert country_code(asked) == code


@pytest.mark.usefixtures("two")
def test_it_stands_beside_the_place_in_every_form(call: Call, tmp_path: Path) -> None:
    rows = {row["place"]: row for row in csv.DictReader(call("list", "-f", "csv").out.splitlines())}
    assert (rows["Keld"]["country"], rows["Orru"]["country"]) == ("KE", "")
    for place, shown in (("Keld", "Keld, KE"), ("Orru", "Orru")):
        lines = call("show", rows[place]["id"]).out.splitlines()
        assert [line.split(maxsplit=1)[1] for line in lines if line.startswith("place ")] == [shown]
    with sqlite3.connect(tmp_path / "data/claims.index.sqlite") as index:
        assert set(index.execute("SELECT place, country FROM claims")) == {("Keld", "KE"), ("Orru", None)}
