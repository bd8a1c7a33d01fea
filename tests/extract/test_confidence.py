"""A claim's confidence: the measured share of its rule, made better or worse by metric and status."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.extract.confidence import confidence
from claimtrack.extract.shares import COORDINATION, SHARE
from claimtrack.lexicon.load import lexicon
from claimtrack.model import Status

# Beside the rules of the grammar: what counted nouns, shares, coordination and modifiers bind by themselves.
RULES = [
    *(entry["name"] for entry in lexicon().grammar["rules"]["list"] if "refuses" not in entry),
    "counted-noun", SHARE, COORDINATION, "modifier",
]  # fmt: skip


@given(
    st.sampled_from([*RULES, "unheard-of"]), st.sampled_from([*lexicon().metrics, "trucks"]), st.sampled_from(Status)
)
def test_it_is_a_share_that_no_rule_makes_certain(rule: str, metric: str, status: Status) -> None:
    assert 0.05 <= confidence(rule, metric, status, lexicon()) <= 0.99


def test_what_is_feared_is_less_sure_than_what_is_asserted() -> None:
    for rule in RULES:
        said = confidence(rule, "deaths", Status.ASSERTED, lexicon())
        assert confidence(rule, "deaths", Status.PRESUMED, lexicon()) < said


def test_its_table_names_rules_and_metrics_that_there_are() -> None:
    measured = lexicon().confidence
    assert set(measured["rules"]) - {"other"} <= set(RULES)
    assert set(measured["metrics"]) - {"other"} <= set(lexicon().metrics)
    assert set(measured["statuses"]) <= {str(status) for status in Status}
