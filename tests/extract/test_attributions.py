"""Attributions: the usual name of a body, its kind, and people and bodies that the lexicon does not know."""

from __future__ import annotations

import msgspec
import pytest

from claimtrack import extract
from claimtrack.extract.attributions import canonical, kind_of
from claimtrack.lexicon.load import lexicon
from claimtrack.model import Attribution
from tests.extract.reading import document


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Gaza’s Ministry of Health", "Gaza Ministry of Health"),
        ("the ministry", "Ministry"),
        ("a doctor", "Doctor"),
        ("UN", "UN"),
        ("the United Nations", "UN"),
        ("its police", "Police"),
        ("the U.N. refugee agency", "UNHCR"),
        ("the International Organization for Migration (IOM)", "IOM"),
        ("the UN's Office for the Coordination of Humanitarian Affairs", "OCHA"),
        ("Doctors Without Borders", "Médecins Sans Frontières"),
        ("the UK-based Syrian Observatory for Human Rights", "SOHR"),
        ("the state-run Xinhua news agency", "Xinhua"),
        ("Turkey's official Anadolu Agency", "Anadolu"),
        ("the BBC", "BBC News"),
        ("Mr Venn", "Venn"),
        ("Mayor Ana Silva", "Mayor Ana Silva"),
        ("THE ARMED FORCES", "Armed Forces"),
        ("the Velmar Red Cross", "Velmar Red Cross"),
    ],
)
def test_canonical(mention: str, name: str) -> None:
    assert canonical(mention) == name


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("a security official", "government"),
        ("the interior ministry", "government"),
        ("Prime Minister Ana Silva", "government"),
        ("the Velmar coast guard", "government"),
        ("South Korea", "government"),
        ("UNHCR spokeswoman Lena Ost", "un"),
        ("a UN official in Keld", "un"),
        ("a spokesman for the Red Crescent", "ngo"),
        ("the Norda Network for Human Rights, a monitoring group", "ngo"),
        ("the SOHR", "ngo"),
        ("activists", "ngo"),
        ("state television", "media"),
        ("an AFP correspondent", "media"),
        ("the Keld Times newspaper", "media"),
        ("a Hamas official", "party"),
        ("the rebels", "party"),
        ("army spokesman Idris Vane", "party"),
        ("police chief Arno Vell", "police"),
        ("officials at the hospital", "hospital"),
        ("a doctor in Keld", "hospital"),
        ("residents", "witness"),
        ("the airline", "other"),
        ("the Hamas-run health ministry", "government"),
    ],
)
def test_kind(mention: str, kind: str) -> None:
    assert kind_of(mention, lexicon()) == kind


@pytest.mark.parametrize("mention", ["Ana Silva", "Velmar", "the man who fled"])
def test_no_kind_where_no_word_tells_one(mention: str) -> None:
    assert kind_of(mention, lexicon()) is None


def test_an_attribution_of_an_older_store_has_no_kind() -> None:
    older = b'{"mention": "the ministry", "name": "Ministry", "via": []}'
    assert msgspec.json.decode(older, type=Attribution) == Attribution(mention="the ministry", name="Ministry")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Omar Dale said 12 people died. Dale said 40 were hurt.", "Mayor Omar Dale"),
        ("Dale said 12 people died. Omar Dale said 40 were hurt.", "Omar Dale"),
    ],
)
def test_a_surname_stands_under_the_full_name_told_before(text: str, name: str) -> None:
    said = extract(document(text))[-1].attribution
    assert said is not None and said.name == name
