"""Why a number was passed over, and by which rule one was taken: what an analyst asks of `explain`."""

from __future__ import annotations

import pytest

from claimtrack.extract import Verdict, explain
from tests.extract.reading import document


def verdicts(text: str) -> dict[str, Verdict]:
    return {verdict.text: verdict for verdict in explain(document(text))}


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("A 45-year-old teacher was killed.", "45-year-old", "adjective"),
        ("It began on October 7, 2023.", "October 7, 2023", "date"),
        ("Flight 403 fell and 12 died.", "403", "label"),
        ("The 12th man died.", "12th", "rank"),
        ("Donors gave $500 million after the quake, which killed 318 people.", "500 million", "money"),
        ("About 70% of the dead were men.", "70", "percentage"),
        ("Hunger kills 200 people a day.", "200", "rate"),
        ("The flood killed 1,500 cattle.", "1,500", "not people"),
        ("The village was shot up and two men killed by 12 gunmen.", "12", "who did it"),
        ("He scored 3 goals.", "3", "not people"),
        ("In the hall 40 people sang.", "40", "no word"),
    ],
)
def test_why_not(text: str, number: str, reason: str) -> None:
    verdict = verdicts(text)[number]
    assert (verdict.taken, verdict.claim, verdict.rule) == (False, None, None)
    assert reason in (verdict.reason or "")


@pytest.mark.parametrize(
    ("text", "number", "rule"),
    [
        ("Twelve people were killed.", "Twelve", "passive-verb"),
        ("The blast killed 12 people.", "12", "active-verb"),
        ("Twelve people died.", "Twelve", "subject-of-verb"),
        ("There were 12 deaths.", "12", "counted-noun"),
        ("The death toll rose to 12.", "12", "toll"),
        ("The crash left 12 people dead.", "12", "predicate"),
        ("The blast killed 12 men and nine women.", "nine", "coordination"),
        ("Twelve people died, including nine women.", "nine", "share"),
    ],
)
def test_by_which_rule(text: str, number: str, rule: str) -> None:
    verdict = verdicts(text)[number]
    assert verdict.taken and verdict.claim is not None and verdict.reason is None
    assert verdict.rule == rule == verdict.claim.rules[0]


def test_every_number_has_a_verdict_in_the_order_of_the_text() -> None:
    text = "On 3 May 2024, 12 people died at 5 sites; $40 was paid, and 3 dogs barked."
    assert [v.text for v in explain(document(text))] == ["3 May 2024", "12", "5", "40", "3"]


def test_a_verdict_keeps_its_sentence_on_one_line() -> None:
    text = "Rain fell.\n\nThe flood in the lower valley has killed\n12 people."
    assert verdicts(text)["12"].sentence == "The flood in the lower valley has killed 12 people."
