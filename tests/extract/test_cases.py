"""Every case gives exactly the claims it wants, except for the misses that the table names."""

from __future__ import annotations

import pytest

from tests.extract.cases import Case, cases, known_misses, misses, well_written

CASES = list(cases())
KNOWN = known_misses()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    found = {miss.key: miss for miss in misses(case)}
    known = {miss.key: miss for miss in KNOWN if miss.case == case.name}
    new = [miss.row() for key, miss in found.items() if key not in known]
    gone = [miss.row() for key, miss in known.items() if key not in found]
    told = "\n".join([case.shows, case.text, "", *new])
    assert not new, f"differs from what the case wants (a row of known_misses.toml, if it must be):\n{told}"
    assert not gone, "known misses that come out otherwise now; take them out of known_misses.toml:\n" + "\n".join(gone)


def test_names_are_unique() -> None:
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_each_case_is_well_written() -> None:
    for case in CASES:
        assert case.shows, case.name
        for claim in case.claims:
            assert well_written(claim.value), (case.name, claim.value)
            assert claim.number in (case.text + (case.title or "")), (case.name, claim.number)


def test_each_known_miss_belongs_to_a_case_and_says_why() -> None:
    names = {case.name for case in CASES}
    for miss in KNOWN:
        assert miss.case in names, miss
        assert miss.reason.startswith(("held: ", "not yet: ")), miss
    assert len({miss.key for miss in KNOWN}) == len(KNOWN)
