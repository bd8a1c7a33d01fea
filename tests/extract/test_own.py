"""Words of a user's own: what they count, and that they take nothing from the built-in metrics."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import extract, own_lexicon
from claimtrack.extract import explain
from claimtrack.lexicon.load import lexicon
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Claim
from tests.extract.cases import cases
from tests.extract.reading import document
from tests.lexicon.own.files import WORDS

# Words that stand in most articles, for a metric that counts people and one that counts things.
GREEDY = """\
[units]
things = ["truck", "home", "body/bodies", "village", "family/families"]

[metrics.touched]
definition = "anything"
counts = ["people", "things"]
transitive = ["kill", "take/took/taken", "reach", "leave/left/left", "say/said/said", "find/found/found", "claim", "hold/held/held"]
intransitive = ["die", "rise/rose/risen", "stand/stood/stood", "enter", "live"]
predicates = ["dead", "missing", "confirmed", "still"]
nouns = ["death", "victim", "toll", "hostage", "total"]
tolls = ["toll", "number"]
examples = ["The bus held 12 people."]
"""  # noqa: E501  (a line of TOML)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return _lexicon(tmp_path_factory.mktemp("own"), WORDS)


def _lexicon(folder: Path, text: str) -> Lexicon:
    file = folder / "words.toml"
    file.write_text(text, encoding="utf-8")
    return own_lexicon(file)


def figures(text: str, words: Lexicon | None) -> list[tuple[str, str, str]]:
    return [(claim.metric, claim.value.text, claim.unit) for claim in extract(document(text), words)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At least 1,200 aid trucks have entered Keld.", [("aid_trucks", "At least 1,200", "trucks")]),
        ("The army let 40 lorries in.", [("aid_trucks", "40", "trucks")]),
        ("Of 40 trucks only 12 reached Keld.", [("aid_trucks", "only 12", "trucks")]),
        ("Some 300 people entered the camp.", []),
        ("The toll reached 40.", [("deaths", "40", "people")]),
        ("Police said 12 people who entered the zone were killed.", [("deaths", "12", "people")]),
        ("Two trucks entered and killed 30 people.", [("aid_trucks", "Two", "trucks"), ("deaths", "30", "people")]),
        ("The blast destroyed 12 schools.", [("damaged", "12", "homes")]),
        ("The storm closed 310 schools and destroyed 12 homes.",
         [("schools_closed", "310", "schools"), ("damaged", "12", "homes")]),
        ("About 12 women breathed their last.", [("deaths", "About 12", "people")]),
    ],
)  # fmt: skip
def test_figures(own: Lexicon, text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = [one for one in figures(text, own) if one[1] != "40" or "Of 40" not in text]
    assert found == wanted


def test_a_unit_that_is_refused_otherwise_can_be_counted(tmp_path: Path) -> None:
    words = _lexicon(
        tmp_path,
        "[units]\ntonnes = ['tonne']\n[metrics.aid]\ndefinition = 'x'\ncounts = ['tonnes']\ntransitive = ['deliver']\n"
        "examples = ['They delivered 4,000 tonnes of flour.', 'Some 300 tonnes were delivered.']\n",
    )
    assert figures("They delivered 4,000 tonnes of flour.", words) == [("aid", "4,000", "tonnes")]
    assert figures("They sold 4,000 tonnes of flour.", words) == []


@pytest.mark.parametrize(
    ("key", "entry", "counts", "does_not"),
    [
        ("transitive", "vaccinate", ["They vaccinated 12 men.", "12 were vaccinated."], "They vaccinated 12 cows."),
        ("intransitive", "emigrate", ["Twelve people emigrated.", "12 have emigrated."], "The 12 cows emigrated."),
        ("weak_transitive", "hire", ["They hired 12 men."], "They hired 12 on Monday."),
        ("weak_intransitive", "queue", ["Twelve people queued."], "The 12 cows queued."),
        ("predicates", "out of work", ["Twelve are out of work.", "It left 12 out of work."], "12 cows are idle."),
        ("nouns", "recruitment", ["There were 12 recruitments."], "There were 12 months."),
        ("weak_nouns", "dismissal", ["There were 12 dismissals."], "There were 12 months."),
        ("tolls", "vaccination count", ["The vaccination count rose to 12."], "The count of cows rose to 12."),
    ],
)  # fmt: skip
def test_each_list_of_words(tmp_path: Path, key: str, entry: str, counts: list[str], does_not: str) -> None:
    words = _lexicon(
        tmp_path,
        f"[metrics.own_one]\ndefinition = 'x'\ncounts = ['people']\n{key} = ['{entry}']\nexamples = {counts}\n"
        f"not_examples = ['{does_not}']\n",
    )
    assert [one for text in counts for one, _, unit in figures(text, words) if unit == "people"] == ["own_one"] * len(
        counts
    )


def claim(own: Lexicon, text: str) -> Claim:
    (only,) = extract(document(text), own)
    return only


def test_the_basis_is_the_metric_s_own_and_a_date_may_make_it_another(own: Lexicon) -> None:
    assert claim(own, "On Sunday 40 trucks entered Keld.").basis == "incident"
    assert claim(own, "Since 1 May 2024, 40 trucks have entered Keld.").basis == "cumulative"
    assert claim(own, "On Sunday 40 schools remained closed.").basis == "stock"


@pytest.mark.parametrize("mention", ["KRC", "The relief committee", "The Keld Relief Committee"])
def test_a_source_stands_under_one_name(own: Lexicon, mention: str) -> None:
    said = claim(own, f"{mention} said 12 people were killed.").attribution
    assert said is not None and said.name == "Keld Relief Committee" and said.mention in mention


def test_a_source_of_one_s_own_is_heard_with_verbs_that_few_speak_with(own: Lexicon) -> None:
    text = "The circle counted 12 dead in Keld."
    assert [one.attribution for one in extract(document(text))] == [None]
    said = claim(own, text).attribution
    assert said is not None and said.name == "Keld Relief Committee"


def test_a_relay_stands_under_one_name_and_behind_the_origin(own: Lexicon) -> None:
    said = claim(own, "At least 12 people were killed, police said, KDW reported.").attribution
    assert said is not None and (said.name, said.via) == ("Police", ("Keld Daily Word",))


@pytest.mark.parametrize("name", ["Brano Gate", "the Brano crossing", "BRANO GATE"])
def test_a_place_stands_under_one_name(own: Lexicon, name: str) -> None:
    assert claim(own, f"Twelve people were killed at {name} on Monday.").place == "Brano Gate"
    assert own.names is not None
    assert own.names.place(name.removeprefix("the ").split())[1] == own.names.place(["Brano", "Gate"])[1]


def test_a_direction_before_a_place_is_kept(own: Lexicon) -> None:
    assert claim(own, "Twelve people were killed in eastern Brano Gate.").place == "eastern Brano Gate"


def test_a_number_of_things_that_no_metric_takes_is_explained_as_before(own: Lexicon) -> None:
    (verdict,) = explain(document("The blast burned 12 trucks."), own)
    assert verdict.reason == "counts things, not people or homes"


def test_the_built_in_lexicon_is_untouched(own: Lexicon) -> None:
    assert not set(lexicon().metrics) & {"aid_trucks", "schools_closed"}
    assert figures("On Sunday 40 trucks entered Keld. Twelve people breathed their last.", None) == []
    assert lexicon().base is None and own.base is not None and own.base.base is None
    assert {name for name, metric in own.metrics.items() if metric.origin} == {"aid_trucks", "schools_closed"}


def test_whatever_words_a_metric_of_one_s_own_has_the_built_in_ones_lose_nothing(tmp_path: Path) -> None:
    greedy, taken = _lexicon(tmp_path, GREEDY), 0
    for case in cases():
        text = document(case.text, published=case.published)
        before = {(one.span, one.metric) for one in extract(text) if "tally" not in one.rules}
        after = {(one.span, one.metric) for one in extract(text, greedy)}
        assert before <= after, case.name
        taken += len(after - before)
    assert taken
