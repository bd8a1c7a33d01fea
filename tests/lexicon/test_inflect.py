"""Inflection: regular forms, doubled consonants, irregular verbs, phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lexicon.inflect import noun_forms, plural, verb_forms


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("kill", ("kill", "kills", "killed", "killed", "killing")),
        ("injure", ("injure", "injures", "injured", "injured", "injuring")),
        ("free", ("free", "frees", "freed", "freed", "freeing")),
        ("die", ("die", "dies", "died", "died", "dying")),
        ("destroy", ("destroy", "destroys", "destroyed", "destroyed", "destroying")),
        ("bury", ("bury", "buries", "buried", "buried", "burying")),
        ("perish", ("perish", "perishes", "perished", "perished", "perishing")),
        ("crush", ("crush", "crushes", "crushed", "crushed", "crushing")),
        ("kidnap(p)", ("kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping")),
        ("gun(n) down", ("gun down", "guns down", "gunned down", "gunned down", "gunning down")),
        ("slay/slew/slain", ("slay", "slays", "slew", "slain", "slaying")),
        ("hurt/hurt/hurt", ("hurt", "hurts", "hurt", "hurt", "hurting")),
        (
            "take/took/taken hostage",
            ("take hostage", "takes hostage", "took hostage", "taken hostage", "taking hostage"),
        ),
        ("cut(t)/cut/cut down", ("cut down", "cuts down", "cut down", "cut down", "cutting down")),
        ("go/went/gone missing", ("go missing", "goes missing", "went missing", "gone missing", "going missing")),
    ],
)
def test_verbs(entry: str, forms: tuple[str, ...]) -> None:
    assert tuple(verb_forms(entry)) == forms


@pytest.mark.parametrize("entry", ["", "take/took hostage", "/took/taken", "kill(pp)", "a/b/c/d"])
def test_what_is_no_verb_entry_is_refused_by_name(entry: str) -> None:
    with pytest.raises(ValueError, match="no verb entry"):
        verb_forms(entry)


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("death", ("death", "deaths")),
        ("casualty/casualties", ("casualty", "casualties")),
        ("family", ("family", "families")),
        ("boy", ("boy", "boys")),
        ("church", ("church", "churches")),
        ("corpse", ("corpse", "corpses")),
        ("man/men", ("man", "men")),
        ("deceased/deceased", ("deceased", "deceased")),
        ("prisoner of war/prisoners of war", ("prisoner of war", "prisoners of war")),
    ],
)
def test_nouns(entry: str, forms: tuple[str, str]) -> None:
    assert noun_forms(entry) == forms


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12))
def test_regular_forms_begin_as_their_base_does(base: str) -> None:
    forms = verb_forms(base)
    assert all(form.startswith(base[:-2]) for form in forms)
    assert forms.past == forms.participle and forms.past.endswith("ed")
    assert forms.gerund.endswith("ing")
    assert plural(base).endswith("s")
