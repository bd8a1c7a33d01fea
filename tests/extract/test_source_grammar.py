"""Sources by the grammar of their sentence: titles, participles, asides, and who goes on behind whom."""

from __future__ import annotations

import pytest

from tests.extract.reading import source_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The road is gone,” said Gov. Lena Ost on Monday. She put the number of dead at [[12]].", "Lena Ost"),
        ("Rescuers found [[12]] bodies, said Lt. Col. Omar Dale.", "Omar Dale"),
        ("The blaze killed [[12]] people, a nurse working there, the Rev. Omar Dale, said.", "Omar Dale"),
        ("The blaze killed [[12]] people, Sen. Ana B. Silva said.", "Ana B. Silva"),
        ("According to Cmdr. Omar Dale, [[12]] sailors drowned.", "Omar Dale"),
        ("The blast killed [[12]] miners, Norda Deep Mining Corp. said.", "Norda Deep Mining Corp"),
        ("The blaze killed [[12]] people, Dale Bros. Ltd. said on Monday.", "Dale Bros. Ltd"),
        ("Rescuers pulled out 40 people by Sunday. The owner was Keld Corp. The blaze killed [[12]].", None),
    ],
)  # fmt: skip
def test_a_short_title_is_not_the_whole_name(text: str, source: str | None) -> None:
    found = source_of(text)
    assert (found.removesuffix(".") if found else found) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army gave a lower toll, saying [[12]] people were killed.", "The army"),
        ("The owner, Keld Star Lines, disputed the count, saying that [[12]] had been rescued.", "Keld Star Lines"),
        ("On Monday, the mayor visited the camp, adding that [[12]] people had died.", "the mayor"),
        ("Governor Ana Ost called for help, warning that [[12]] people had died.", "Governor Ana Ost"),
        ("The Red Cross appealed for aid, noting that [[12,000]] people were homeless.", "The Red Cross"),
        ("The rain stopped at noon, saying nothing of the [[12]] people killed.", None),
    ],
)  # fmt: skip
def test_the_subject_of_a_participle(text: str, source: str | None) -> None:
    assert source_of(text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A midwife in the nearby hamlet of Dale, reached by telephone, said [[12]] people had died.",
         "A midwife in the nearby hamlet of Dale"),
        ("A shepherd said [[12]] people had died.", "A shepherd"),
        ("The blaze killed [[12]] people, a shopkeeper told reporters.", "a shopkeeper"),
        ("The relief board said [[12]] people had died.", "The relief board"),
        ("Amnesty International says [[12]] people are being held.", "Amnesty International"),
        ("Save the Children says [[12]] pupils were killed.", "Save the Children"),
        ("The fire killed [[12]] people that night, its mayor points out.", "its mayor"),
        ("The health agency settled on [[12]] confirmed deaths.", "The health agency"),
        ("Most historians prefer a figure of [[12,000]] deaths.", "Most historians"),
        ("The clinic took in [[12]] wounded, its director told reporters.", "its director"),
        ("The clinic treated [[12]] wounded people.", "The clinic"),
    ],
)  # fmt: skip
def test_who_can_say_it(text: str, source: str | None) -> None:
    assert source_of(text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The war has killed 900 people, the UN says, and 300 are missing. Fever killed [[12]] pupils.", "the UN"),
        ("The storm displaced 900 people, according to OCHA, 300 of them pupils. Some [[12]] died.", "OCHA"),
        ("The storm killed 900 people, the agency said. A bus crash in Dale killed [[12]].", None),
        ("The storm killed 900 people, the agency said, as rain fell. A bus crash in Dale killed [[12]].", None),
        ("The army reports that its men ambushed a convoy near Keld. The enemy lost [[12]] dead.", "The army"),
        ("Our forces report from the front: a post was attacked near Keld. The enemy suffered [[12]] casualties.",
         "Our forces"),
        ("The prosecutor ordered the arrest of 4 owners. Police detained [[12]] guards.", None),
        ("The army ordered 900 people to leave. Some [[12]] people were killed.", None),
        ("The army says that its men attacked a convoy near Keld. A bus crash in Dale killed [[12]] people.", None),
    ],
)  # fmt: skip
def test_who_goes_on(text: str, source: str | None) -> None:
    assert source_of(text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The toll rose to 64, the ministry said.\n\nOf the 64, [[12]] were children.", "the ministry"),
        ("The toll rose to 64, the ministry said. At least [[12]] of them were children.", "the ministry"),
        ("The toll rose to 64, the ministry said.\n\nOf the 15 children there, [[12]] were hurt.", None),
        ("The observatory published the names of [[12]] detainees.", "The observatory"),
        ("The observatory published the names of 40 detainees, of whom [[12]] were women.", "The observatory"),
        ("The army gave the number of missing as [[12]].", "The army"),
        ("The ministry placed the toll at [[12]].", "The ministry"),
        ("Witnesses named [[12]] missing men.", "Witnesses"),
        ("The army gave [[12]] prisoners of war back, who were released.", None),
        ("The attorney's office said 40 died. The same office said [[12]] were missing.", "attorney's office"),
        ("The flood killed 40 people, estimated by the council at [[12]] dead.", "the council"),
        ("The flood killed [[40]] people, and others, estimated by the council at 12, are missing.", None),
    ],
)  # fmt: skip
def test_figures_that_a_source_gives(text: str, source: str | None) -> None:
    found = source_of(text)
    assert (found.lower().removeprefix("the ") if found else None) == (
        source.lower().removeprefix("the ") if source else None
    )
