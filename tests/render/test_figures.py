"""A figure never stands without its qualifier."""

from __future__ import annotations

import pytest

from claimtrack.model import AsOf, Attribution, Period, Qualifier, Status
from claimtrack.render import figures, safe
from tests.render.claims import claim, value

Q = Qualifier


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier", "shown", "plain"),
    [
        ("45,484", 45484, 45484, Q.EXACT, "45,484", "45,484"),
        ("at least 45,484", 45484, None, Q.AT_LEAST, "≥ 45,484", ">= 45,484"),
        ("over 41,000", 41000, None, Q.MORE_THAN, "> 41,000", "> 41,000"),
        ("up to 15", None, 15, Q.UP_TO, "≤ 15", "<= 15"),
        ("fewer than 50", None, 50, Q.LESS_THAN, "< 50", "< 50"),
        ("nearly two million", None, 2000000, Q.NEARLY, "↗ 2,000,000", "<~ 2,000,000"),
        ("some 1,200", 1200, 1200, Q.ABOUT, "≈ 1,200", "~ 1,200"),
        ("30 to 40", 30, 40, Q.RANGE, "30–40", "30-40"),
        ("about 30 to 40", 30, 40, Q.ABOUT, "≈ 30–40", "~ 30-40"),
        ("dozens", 24, 99, Q.VAGUE, "“dozens”", '"dozens"'),
        ("no one", 0, 0, Q.EXACT, "0", "0"),
    ],
)
def test_figure(text: str, low: int | None, high: int | None, qualifier: Qualifier, shown: str, plain: str) -> None:
    figure = figures.figure(value(text, low, high, qualifier))
    assert figure == shown
    assert safe.encodable(figure, "ascii") == plain


def test_bounds_without_a_qualifier_say_which_side_is_open() -> None:
    assert [figures.bounds(5, None), figures.bounds(None, 5), figures.bounds(5, 5), figures.bounds(None, None)] == [
        "≥ 5", "≤ 5", "5", "—",
    ]  # fmt: skip


def test_a_vague_figure_cannot_smuggle_a_command() -> None:
    assert figures.figure(value("\x1b[31mdozens", 24, 99, Q.VAGUE)) == r"“\x1b[31mdozens”"


def test_a_change_has_its_sign() -> None:
    assert [figures.signed(n) for n in (4484, 0, -12)] == ["+ 4,484", "0", "− 12"]


def test_a_figure_that_its_source_does_not_assert_says_so() -> None:
    assert figures.metric(claim(status=Status.DENIED)) == "deaths (denied)"
    assert figures.metric(claim()) == "deaths"


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (Period(), "—"),
        (Period(words="on Saturday"), "“on Saturday”"),
        (Period(start="2024-05-01", end="2024-05-01"), "2024-05-01"),
        (Period(start="2023-10-07"), "2023-10-07 – …"),
        (Period(end="2024-12"), "… – 2024-12"),
    ],
)
def test_period(period: Period, shown: str) -> None:
    assert figures.period(period) == shown


def test_unknown_is_a_sign_and_never_empty() -> None:
    assert figures.as_of(AsOf()) == figures.source(claim(attribution=None)) == "—"


def test_a_relay_is_named() -> None:
    relayed = Attribution(mention="the ministry", name="Ministry", via=("Anadolu", "IRNA"))
    assert figures.source(claim(attribution=relayed)) == "Ministry (via Anadolu, IRNA)"
