"""What is wrong in a file is said with its line, all of it at once; whatever is in it, nothing else is raised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.errors import ClaimtrackError, LexiconError
from claimtrack.extract import own_lexicon
from claimtrack.lexicon.load import lexicon, with_own
from claimtrack.lexicon.own.check import BASES
from claimtrack.model import Basis
from tests.lexicon.own.files import WORDS

METRIC = 'definition = "d"\ncounts = ["people"]\nexamples = ["They vexed 12 people."]\n'
VEX = "[metrics.x]\ntransitive = ['vex']\n"
WRONG = [
    ("[unit]", 1, "'unit' is no key of the file (did you mean units?), expected lexicon, metrics, units, vague,"),
    ("units = 3", 1, "units is no table, expected [units] with keys below it"),
    ("[units]\n\nx = 3", 3, "x is no list, expected"),
    ("[units]\nx = []", 2, "the unit x has no nouns"),
    ("[units]\nX-y = ['t']", 2, "'X-y' is no name, expected small letters, digits and _, such as aid_trucks"),
    ("[units]\nx = ['cart',\n 4,\n]", 3, "4 is no text"),
    ("[units]\nx = ['a/b/c/']", 2, "'a/b/c/' cannot be read, expected a noun such as 'truck' or 'lorry/lorries'"),
    ("[units]\nx = ['two']", 2, "'two' is a number word or a small word of grammar"),
    ("[units]\nx = ['a  b']", 2, "'a  b' has spaces too many"),
    ("[metrics]\nx = 3", 2, "x is no table, expected [metrics.x] with keys below it"),
    (f"[metrics.x]\n{METRIC}", 1, "the metric x has no words"),
    (f"[metrics.x]\npredicate = ['vex']\n{METRIC}", 2, "no key of [metrics.x] (did you mean predicates?)"),
    (f"[metrics.x]\ntransitive = 'vex'\n{METRIC}", 2, "transitive is no list"),
    (f"[metrics.x]\ntransitive = ['vex', 'ta/ke']\n{METRIC}", 2, "'ta/ke' cannot be read, expected a verb such as"),
    (f"[metrics.x]\ntransitive = ['vex', 'hit(n)']\n{METRIC}", 2, "'hit(n)' doubles a letter that its verb does not"),
    (f"[metrics.x]\ntransitive = ['vex', 'be']\n{METRIC}", 2, "'be' is a number word or a small word of grammar"),
    (f"[metrics.x]\ntransitive = ['vex', 'take ~']\n{METRIC}", 2, "'take ~' cannot be read"),
    (f"[metrics.x]\ntransitive = ['vex', 'take ~ ~ in']\n{METRIC}", 2, "'take ~ ~ in' cannot be read"),
    (f"[metrics.x]\npredicates = ['at 12']\ntransitive = ['vex']\n{METRIC}", 2, "'at 12' cannot be read"),
    (f"[metrics.x]\nbasis = 'flew'\ntransitive = ['vex']\n{METRIC}", 2, "'flew' is unknown (did you mean flow?)"),
    (f"[metrics.x]\ntitle = ['t']\ntransitive = ['vex']\n{METRIC}", 2, "title = ['t'] is no text of one line"),
    (VEX + METRIC.replace("definition", "title"), 1, "the metric x has no definition"),
    (VEX + METRIC.replace("\nexamples", "\nnot_examples"), 1, "the metric x has no examples"),
    (VEX + METRIC.replace('counts = ["people"]\n', ""), 1, "the metric x does not say what it counts"),
    (VEX + METRIC.replace('["people"]', '["peple"]'), 4, "no unit is called 'peple' (did you mean people?)"),
    ("[metrics.deaths]\ntitle = 't'\nnouns = ['demise']", 2, "deaths exists already, its title cannot be changed"),
    ("[metrics.deaths]\nexamples = ['It killed 2.']", 1, "the metric deaths has no words"),
    ("[vague]\n\ndozens = 24", 3, "dozens = 24 is no list of one number or two, expected its bounds, such as dozens ="),
    ("[vague]\ndozens = []", 2, "dozens = [] is no list of one number or two"),
    ("[vague]\ndozens = [1, 2, 3]", 2, "dozens = [1, 2, 3] is no list of one number or two"),
    ("[vague]\ndozens = [24, 99.5]", 2, "99.5 is no whole number"),
    ("[vague]\ndozens = ['24']", 2, "'24' is no whole number"),
    ("[vague]\ndozens = [true]", 2, "true is no whole number"),
    ("[vague]\ndozens = [99, 24]", 2, "dozens is from 99 to 24, the higher first"),
    ("[vague]\ndozens = [0, 24]", 2, "0 is not between 1 and 10,000,000,000"),
    ("[vague]\ndozens = [2, 99999999999]", 2, "99999999999 is not between 1 and 10,000,000,000"),
    ("[vague]\ndozns = [24, 99]", 2, "'dozns' is not in the table of vague words (did you mean dozens?), expected"),
    ("[vague]\n'hundreds of thousand' = [2]", 2, "(did you mean hundreds of thousands?)"),
    ("[vague]\nhundred = [100, 300]", 2, "'hundred' is a number word or a small word of grammar (did you mean hund"),
    ("[vague]\nseveral = [3, 9]", 2, "'several' is a number word"),
    ("[vague]\nthe = [3, 9]", 2, "'the' is a number word or a small word of grammar, expected"),
    ("[vague]\n'10s' = [10, 99]", 2, "'10s' is no vague word"),
    ("vague = [2]", 1, "vague is no table, expected [vague] with keys below it"),
    ("[sources.X]\nkind = 'hospitl'", 2, "kind = 'hospitl' is unknown (did you mean hospital?)"),
    ("[sources.X]\nnames = []", 2, "'names' is no key of [sources.X], expected kind or also"),
    ("[sources.X]\nalso = ['-']", 2, "'-' is no name, expected one with letters"),
    ("[places.'12']", 1, "'12' is no name"),
    ("[places.X]\ncountry = 'Sudan'", 2, "no country has the code 'Sudan', expected an ISO 3166 code such as SD"),
    ("[places.X]\nkind = 'village'", 2, "kind = 'village' is unknown"),
    ("lexicon = ['no.toml']", 1, "no.toml: no such file or directory"),
    ("a = [1,\n2", 2, "no valid TOML: unclosed array"),
    ("[a]\nb = ", 2, "no valid TOML: invalid value"),
    ("[a\n", 1, "no valid TOML: expected ']' at the end of a table declaration"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_each_kind_of_error(tmp_path: Path, text: str, line: int, message: str) -> None:
    file = tmp_path / "words.toml"
    file.write_text(text)
    with pytest.raises(LexiconError) as caught:
        own_lexicon(file)
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == 1, said
    assert said[0].startswith(f"{file}:{line}: ") and message in said[0].replace(f"{tmp_path}/", "")


def test_all_errors_of_all_files_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text("[places.X]\nkind = 'x'\n[units]\na = 1\n")
    second.write_text("b = 1\n")
    with pytest.raises(LexiconError) as caught:
        with_own([first, second])
    assert [(Path(p.source).name, p.line) for p in caught.value.problems] == [
        ("first.toml", 2), ("first.toml", 4), ("second.toml", 1),
    ]  # fmt: skip
    assert str(caught.value) == str(caught.value.problems[0])


def test_an_example_that_does_not_hold_says_what_it_gives(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text(
        "[metrics.deaths]\nnouns = ['demise']\nexamples = [\n  'There were 12 demises.',\n"
        "  'He has 12 hats.', 'None.']\n"
        "not_examples = ['It killed 12 people.']\n"
    )
    with pytest.raises(LexiconError) as caught:
        own_lexicon(file)
    assert [(p.line, p.wrong, p.expected) for p in caught.value.problems] == [
        (5, "the example 'He has 12 hats.' gives nothing for 12 (no word beside it says what happened to whom)",
         "a figure of deaths"),
        (5, "the example 'None.' gives nothing for None (a plain `no`, not a count of none)", "a figure of deaths"),
        (6, "the counter-example 'It killed 12 people.' gives deaths 12", "no figure of deaths"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"a = 1\n\nb = '\xff'", 3, "a sign that is not UTF-8"),
        (b"a = " + b"[" * 100_000, None, "lists within lists without end"),
        (b"a = " + b"1" * 5000, None, "a number that is too long"),
        (b"#" * 5_000_000, None, "larger than 4 MB"),
        (b"units = 0x" + b"f" * 9000, 1, "units is no table"),
        (b"[metrics]\nx.basis = 0x" + b"f" * 9000, 2, "basis = a very large number is unknown"),
    ],
)
def test_a_file_that_is_no_toml(tmp_path: Path, content: bytes, line: int | None, message: str) -> None:
    file = tmp_path / "words.toml"
    file.write_bytes(content)
    with pytest.raises(LexiconError) as caught:
        with_own([file])
    assert any(problem.line == line and message in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize("name", ["", "no\0name", "folder", "nothing.toml"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(LexiconError):
        with_own([f"{tmp_path}/{name}"])


def test_files_may_name_each_other_and_are_read_once(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text("lexicon = ['second.toml', 'first.toml']\n")
    second.write_text(f"lexicon = ['first.toml']\n{WORDS}")
    known = own_lexicon(first, second)
    assert [Path(name).name for name in known.files] == ["second.toml", "first.toml"]


def test_the_bases_are_those_of_the_model() -> None:
    assert tuple(basis.value for basis in Basis) == BASES


def test_a_byte_order_mark_and_line_ends_of_windows_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_bytes(b"\xef\xbb\xbf" + WORDS.replace("\n", "\r\n").encode())
    assert set(own_lexicon(file).metrics) - set(lexicon().metrics) == {"aid_trucks", "schools_closed"}


names = st.sampled_from(["x", "aid_trucks", "deaths", "Ä b", "", 'q"\\', "a\nb", "lexicon"])
words = st.one_of(
    st.sampled_from(["truck", "lorry/lorries", "take/took/taken in", "gun(n) down", "a ~ b", "~", "be", "12", "x’s"]),
    st.text(max_size=8),
)
anything = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(), words, st.dates(), st.times()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=2)),
    max_leaves=4,
)
entries = st.one_of(st.lists(words, max_size=4), anything)


def table(*keys: str) -> st.SearchStrategy[dict[str, Any]]:
    """A table that has some of the keys, with values of the right shape or any other."""
    return st.dictionaries(st.one_of(st.sampled_from(keys), names), entries, max_size=4)


shaped = st.fixed_dictionaries(
    {},
    optional={
        "lexicon": st.one_of(st.just(["words.toml"]), anything),
        "units": st.dictionaries(names, entries, max_size=2),
        "metrics": st.dictionaries(
            names,
            table("title", "definition", "counts", "basis", "transitive", "predicates", "nouns", "examples"),
            max_size=2,
        ),
        "vague": st.dictionaries(
            st.one_of(st.sampled_from(["dozens", "a handful", "dozns"]), names, st.text(max_size=5)),
            st.one_of(st.lists(st.integers(-1, 200), max_size=3), anything),
            max_size=3,
        ),
        "sources": st.dictionaries(names, table("kind", "also"), max_size=2),
        "places": st.dictionaries(names, table("kind", "country", "also"), max_size=2),
        "other": anything,
    },
)


def toml(value: Any) -> str:
    """A value as TOML writes it in place."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(str(key))} = {toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return (
            '"'
            + "".join(f"\\U{ord(sign):08x}" if ord(sign) < 0xD800 or ord(sign) > 0xDFFF else "" for sign in value)
            + '"'
        )
    return str(value)


@given(shaped)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_toml_of_the_shape_gives_a_lexicon_or_a_lexicon_error(tmp_path: Path, data: dict[str, Any]) -> None:
    file = tmp_path / "words.toml"
    file.write_text("".join(f"{key} = {toml(value)}\n" for key, value in data.items()), encoding="utf-8")
    try:
        own_lexicon(file)
    except LexiconError as error:
        assert all("\n" not in str(problem) and problem.line is not None for problem in error.problems)


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split("\n"))).map("\n".join)))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_a_lexicon_or_a_lexicon_error(tmp_path: Path, text: str) -> None:
    file = tmp_path / "words.toml"
    file.write_text(text, encoding="utf-8", errors="replace")
    try:
        own_lexicon(file)
    except ClaimtrackError as error:
        assert isinstance(error, LexiconError)
