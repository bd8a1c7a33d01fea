"""Date expressions: what they resolve to against a publication on Friday, 15 November 2024, or without one."""

from __future__ import annotations

import pytest

from claimtrack.extract import extract
from claimtrack.extract.times import Role
from claimtrack.model import DateBasis
from tests.extract.reading import dates, document, full_dates


@pytest.mark.parametrize(
    ("text", "start", "end", "role"),
    [
        ("on 12 November 2024", "2024-11-12", "2024-11-12", Role.POINT),
        ("on November 12, 2024", "2024-11-12", "2024-11-12", Role.POINT),
        ("on the 12th of November 2024", "2024-11-12", "2024-11-12", Role.POINT),
        ("on Nov. 12, 2024", "2024-11-12", "2024-11-12", Role.POINT),
        ("on 2024-11-12", "2024-11-12", "2024-11-12", Role.POINT),
        ("on November 12", "2024-11-12", "2024-11-12", Role.POINT),
        ("on 20 December", "2023-12-20", "2023-12-20", Role.POINT),
        ("in November 2023", "2023-11", "2023-11", Role.POINT),
        ("in August", "2024-08", "2024-08", Role.POINT),
        ("in December", "2023-12", "2023-12", Role.POINT),
        ("in 1988", "1988", "1988", Role.POINT),
        ("on Friday", "2024-11-15", "2024-11-15", Role.POINT),
        ("on Thursday", "2024-11-14", "2024-11-14", Role.POINT),
        ("on Saturday", "2024-11-09", "2024-11-09", Role.POINT),
        ("last Friday", "2024-11-08", "2024-11-08", Role.POINT),
        ("next Monday", "2024-11-18", "2024-11-18", Role.POINT),
        ("yesterday", "2024-11-14", "2024-11-14", Role.POINT),
        ("today", "2024-11-15", "2024-11-15", Role.POINT),
        ("last night", "2024-11-14", "2024-11-14", Role.POINT),
        ("overnight", "2024-11-14", "2024-11-15", Role.POINT),
        ("last week", "2024-11-04", "2024-11-10", Role.POINT),
        ("last month", "2024-10", "2024-10", Role.POINT),
        ("last year", "2023", "2023", Role.POINT),
        ("two days ago", "2024-11-13", "2024-11-13", Role.POINT),
        ("three years ago", "2021", "2021", Role.POINT),
        ("in the past 24 hours", "2024-11-14", "2024-11-15", Role.WINDOW),
        ("over the past three days", "2024-11-12", "2024-11-15", Role.WINDOW),
        ("in the past year", "2023-11-15", "2024-11-15", Role.WINDOW),
        ("in eleven months", "2023-12-15", "2024-11-15", Role.WINDOW),
        ("so far this year", "2024-01-01", "2024-11-15", Role.WINDOW),
        ("since October 7, 2023", "2023-10-07", None, Role.SINCE),
        ("since 2019", "2019", None, Role.SINCE),
        ("since September", "2024-09", None, Role.SINCE),
        ("since Monday", "2024-11-11", None, Role.SINCE),
        ("by 10 November", None, "2024-11-10", Role.UNTIL),
        ("as of 10 November 2024", None, "2024-11-10", Role.UNTIL),
        ("between 3 June 2024 and 9 June 2024", "2024-06-03", "2024-06-09", Role.WINDOW),
        ("from Monday to Wednesday", "2024-11-11", "2024-11-13", Role.WINDOW),
        ("on Saturday, November 9, 2024", "2024-11-09", "2024-11-09", Role.POINT),
        ("between 2014 and 2016", "2014", "2016", Role.WINDOW),
        ("in 2014-16", "2014", "2016", Role.POINT),
    ],
)
def test_one_expression(text: str, start: str | None, end: str | None, role: Role) -> None:
    (when,) = dates(text)
    assert (when.start and when.start.iso, when.end and when.end.iso, when.role) == (start, end, role)
    assert when.words == text[when.span.start : when.span.end] or when.words in text


@pytest.mark.parametrize(
    "text", ["on Saturday", "yesterday", "last week", "in the past 24 hours", "on October 7", "three years ago"]
)
def test_what_is_relative_stays_unknown_without_a_publication(text: str) -> None:
    (when,) = dates(text, published=None)
    assert not when.resolved
    assert when.basis is None


@pytest.mark.parametrize("text", ["on 12 November 2024", "in November 2023", "in 1988", "since October 7, 2023"])
def test_what_is_written_out_needs_none(text: str) -> None:
    (when,) = dates(text, published=None)
    assert when.resolved
    assert when.basis == DateBasis.EXPLICIT


def test_a_yearless_date_takes_the_year_that_the_text_gives_it() -> None:
    first, second = dates("It began on May 4, 2021. The attack on May 4 was the worst.")
    assert first.start == second.start
    assert second.start is not None and second.start.iso == "2021-05-04"


def test_a_superlative_says_nothing_of_this_event() -> None:
    assert all(not when.resolved for when in dates("the worst fire since 1994"))


@pytest.mark.parametrize(
    "text",
    ["killed 12 and hurt 30", "may be hurt", "1,999 people", "2,024 homes", "2019 people were killed",
     "on 31 February 2024", "32 March 2024 people"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert [when.words for when in dates(text) if when.resolved and when.kind in ("full", "day", "weekday")] == []


@pytest.mark.parametrize("text", ["12 march past the dead", "the sun rose", "they sat down", "the couple wed in May"])
def test_a_common_word_in_small_letters_is_no_date(text: str) -> None:
    assert [when.words for when in dates(text) if when.words.islower()] == []


def test_full_dates_of_a_text() -> None:
    text = "On 3 May 2021 and June 4, 2022, and 2023-07-05, and in 2024, and on 6 August."
    assert [date.iso for date in full_dates(text)] == ["2021-05-03", "2022-06-04", "2023-07-05"]


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert full_dates("on 30 February 2024, 2023-13-45") == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("last week", "1000-01-01"),
        ("overnight", "1000-01-01"),
        ("next Monday", "2999-12-31"),
        ("from 3 May 2023 to 1 January 2022", "2024-11-15"),
        ("from 29 February to 3 January", "2024-03-10"),
        ("from 2 to 31 February 2023", "2024-11-15"),
    ],
)
def test_a_date_that_the_calendar_cannot_give_stays_unknown(text: str, published: str) -> None:
    (when,) = dates(f"{text}, 12 people died.", published)
    assert (when.start, when.end, when.basis) == (None, None, None)


def test_a_count_since_a_day_after_publication_has_no_known_end() -> None:
    (claim,) = extract(document("Police have counted 12 deaths since 3 May 2025."))
    assert (claim.period.start, claim.period.end, claim.as_of.date) == ("2025-05-03", None, "2024-11-15")


def test_the_first_full_date_of_a_day_says_its_year() -> None:
    _, _, when = dates("It began on 3 May 2019. It ended on 3 May 2021. Twelve people died on 3 May.")
    assert when.start is not None and when.start.iso == "2019-05-03"
