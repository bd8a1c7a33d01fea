from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.readers.provenance import provenance

BODY = "\n\nRescue teams said that twelve people were killed when the bridge over the river fell on Tuesday evening.\n"

# (the lines above the article, its publication date, why)
DATES = [
    (" date 2024-09-26 By Palestine Chronicle Staff", "2024-09-26", "a label without a colon, and a byline after it"),
    ("Published: 26 September 2024, 10:30 a.m. ET", "2024-09-26", "a label, a time and a zone"),
    ("Posted on Sept. 26, 2024", "2024-09-26", "an abbreviated month"),
    ("Posted 10/23/2007 6:31 AM", "2007-10-23", "figures that have one reading only"),
    ("Saturday, January 12, 2019", "2019-01-12", "a date alone"),
    ("Bridge falls\nTue Aug 09 2011,16:20 hrs", "2011-08-09", "a date alone under a title"),
    ("Bridge falls\nTuesday, August 2nd, 2011", "2011-08-02", "an ordinal"),
    ("9 May 2011 Last updated at 08:12 GMT", "2011-05-09", "the update has a time only"),
    ("Friday, Mar 11,2011 | Updated 7:05 AM EDT", "2011-03-11", "two fields on a line"),
    ("Last Updated: Sunday, 4 March 2007,05:10 GMT", "2007-03-04", "an update is all there is"),
    ("Published: 1 May 2024\nUpdated: 3 May 2024", "2024-05-01", "published wins over updated"),
    ("Updated: 3 May 2024\nPublished: 1 May 2024", "2024-05-01", "in any order"),
    ("By Jane Roe | May 5, 2024 | 3 min read", "2024-05-05", "between other fields"),
    ("By Scott May Smith\n2024-09-26T10:00:00+02:00", "2024-09-26", "a timestamp; May is a name"),
    ("**Published:** 2024-05-06", "2024-05-06", "with the marks of Markdown"),
    ("Published: November 2025", "2025-11", "a month keeps its precision"),
    ("KIGALI, April 28, 1997 (AFP)", "1997-04-28", "a dateline with its year"),
    ("LIMA, 2 AUG 89 (ACAN - EFE) -- [TEXT] A BRIDGE FELL.", "1989-08-02", "a year in two figures"),
    ("KANDAHAR, Afghanistan, Dec 12, 2006, 2006", "2006-12-12", "the year printed twice"),
    ("(Beirut, September 26, 2024) – The bridge was old, the group said in its report.", "2024-09-26", "in brackets"),
    ("1 May 2024\n\nBRIDGETOWN, April 30, 2024 (Reuters) - A bridge fell.", "2024-05-01", "header before dateline"),
    ("LONDON, March 7 - Fading hope for those under the bridge, rescuers said on Saturday.", None, "no year"),
    ("Updated guidance was published on 5 May 2024", None, "a title that looks like a label"),
    ("Date palms are dying", None, "a title that begins like a label"),
    ("Timeline\n\nOctober 7, 2023\n\nThe war began.\n\nMay 6, 2024\n\nRafah was entered.", None, "a chronology"),
    ("1 May 2024 - 3 June 2024", None, "a reporting period"),
    ("Gaza, October 7, 2023 - what we know", None, "a title that looks like a dateline"),
    ("PARIS Hilton said on March 7, 1999 - as ever - no.", None, "a sentence that looks like a dateline"),
    ("Reporting Period: 3 August – 3 Sept 2023", None, "a label that says otherwise"),
    ("The meeting of 5 May 2024 ended. Published papers say so.", None, "a date inside a sentence"),
    ("30 February 2024", None, "no day of the calendar"),
    ("Published: yesterday", None, "relative to an unknown day"),
]


@pytest.mark.parametrize(("above", "published", "why"), DATES)
def test_publication_date_is_what_the_text_states(above: str, published: str | None, why: str) -> None:
    assert provenance(above + BODY).published == published, why


# (the lines above the article, byline, outlet, agencies)
NAMES = [
    ("By JANE ROE, AP", "JANE ROE", None, ("AP",)),
    ("By Jane Roe and John Doe, Los Angeles Times Staff Writers", "Jane Roe and John Doe", "Los Angeles Times", ()),
    ("By The Associated Press", "The Associated Press", None, ("AP",)),
    ("By Palestine Chronicle Staff", "Palestine Chronicle Staff", "Palestine Chronicle", ()),
    ("By Al Jazeera Staff and agencies", "Al Jazeera Staff and agencies", "Al Jazeera", ()),
    ("By Petra Mehr and Tom", "Petra Mehr and Tom", None, ()),
    ("Author: Jane Roe\nSource: BBC", "Jane Roe", "BBC News", ()),
    ("Publisher: The Bridgetown Gazette", None, "The Bridgetown Gazette", ()),
    ("Reuters | 5 May 2024", None, None, ("Reuters",)),
    ("GENEVA, Sept 12 (Reuters) - A bridge fell.", None, None, ("Reuters",)),
    ("PARADISE, Calif. (Reuters) - A bridge fell.", None, None, ("Reuters",)),
    ("NAIROBI, Kenya (AP) _", None, None, ("AP",)),
    ("LIMA, Peru, 2 AUG 89 (RADIO PUENTE) -- A BRIDGE FELL.", None, None, ()),
    ("LIMA, 2 AUG 89 (RADIO PUENTE) -- A BRIDGE FELL.", None, None, ("RADIO PUENTE",)),
    ("(CNN) As a bridge fell, its keeper looked on.", None, "CNN", ()),
    ("https://www.bbc.co.uk/news/1", None, "BBC News", ()),
    ("By the numbers", None, None, ()),
    ("By Land and Sea", None, None, ()),
    ("BY NIGHT THE CITY BURNED", None, None, ()),
    ("By Monday, 12 people had died.", None, None, ()),
    ("By dawn's early light", None, None, ()),
    ("(Washington, DC) – A bridge fell.", None, None, ()),
    ("On Sept 12 (a Thursday) - a bridge fell.", None, None, ()),
    ("Time", None, None, ()),
]


@pytest.mark.parametrize(("above", "byline", "outlet", "agencies"), NAMES)
def test_names_above_the_article(above: str, byline: str | None, outlet: str | None, agencies: tuple[str, ...]) -> None:
    found = provenance(above + BODY)
    assert (found.byline, found.outlet, found.agencies) == (byline, outlet, agencies)


# (the last line, outlet, agencies, byline)
CLOSINGS = [
    ("(PC, Anadolu)", "Palestine Chronicle", ("Anadolu",), None),
    ("(Anadolu, IRNA, PC)", "Palestine Chronicle", ("Anadolu", "IRNA"), None),
    ("(PC, Al-Jazeera, Social Media)", "Palestine Chronicle", ("Al Jazeera",), None),
    ("Nobody was hurt. (AFP)", None, ("AFP",), None),
    ("Source: Al Jazeera And Agencies", "Al Jazeera", (), None),
    ("Source: Al Jazeera and Reuters", "Al Jazeera", ("Reuters",), None),
    ("Source: Reuters", None, ("Reuters",), None),
    ("Source: BBC", None, ("BBC News",), None),
    ("Al Jazeera and news agencies", "Al Jazeera", (), None),
    ("With inputs from PTI.", None, ("PTI",), None),
    ("— WAFA", None, ("WAFA",), None),
    ("It fell. (Reporting by Jane Roe; Editing by John Doe)", None, (), "Jane Roe"),
    ("(Reporting by Jane Roe, additional reporting by Ann Poe; editing by John Doe)", None, (), "Jane Roe"),
    ("Those who fled were in need of help, said the doctors (MSF)", None, (), None),
    ("The talks were held by three sides (Hamas, Israel, AP)", None, (), None),
    ("(see page 4)", None, (), None),
    ("Source: and", None, (), None),
    ("(AP Photo/Jane Roe)", None, (), None),
    ("(pc, anadolu is a place)", None, (), None),
]


@pytest.mark.parametrize(("last", "outlet", "agencies", "byline"), CLOSINGS)
def test_closing_credits(last: str, outlet: str | None, agencies: tuple[str, ...], byline: str | None) -> None:
    found = provenance(BODY + "\n" + last + "\n")
    assert (found.outlet, found.agencies, found.byline) == (outlet, agencies, byline)


def test_header_and_closing_credits_are_joined() -> None:
    found = provenance("By Jane Roe, AP" + BODY + "\n(PC, Anadolu)")
    assert (found.byline, found.outlet, found.agencies) == ("Jane Roe", "Palestine Chronicle", ("AP", "Anadolu"))


# (above, file name, published, why)
FILE_NAMES = [
    ("", "2024-09-26-bridge", "2024-09-26", "ISO"),
    ("", "20240926_bridge", "2024-09-26", "compact"),
    ("", "report_26_Sep_2024", "2024-09-26", "a month's name"),
    ("", "report-Sep-26-2024", "2024-09-26", "month first"),
    ("", "bridge-27.11.2005", "2005-11-27", "figures with one reading"),
    ("Published: 1 May 2024", "2024-09-26-bridge", "2024-05-01", "the header wins"),
    ("LONDON, March 7 - It fell.", "bridge_1987", "1987-03-07", "the year of a dateline without one"),
    ("", "bridge_1987", None, "a year alone is no day"),
    ("", "000_074bd0d527d90a66", None, "a hash is no date"),
    ("", "2024-09-01_2024-09-26", None, "a range is no day"),
    ("", "20241350", None, "no day of the calendar"),
    ("", "20240926120000", None, "a timestamp is when it was fetched"),
    ("", "09-11-24-bridge", None, "a number like any other"),
]


@pytest.mark.parametrize(("above", "stem", "published", "why"), FILE_NAMES)
def test_dates_in_file_names(above: str, stem: str, published: str | None, why: str) -> None:
    assert provenance(above + BODY, stem).published == published, why


# (above, file name, what is said, its line)
DOUBTS = [
    ("Published: 09/10/24", "", "the date '09/10/24' can be read as 2024-09-10 or as 2024-10-09 and is not used", 1),
    ("", "09-10-2024", "the date '09-10-2024' can be read as 2024-09-10 or as 2024-10-09 and is not used", None),
    (
        "Bridge falls\n\nPublished: Monday, May 1, 2024",
        "",
        "the weekday in 'Monday, May 1, 2024' is not that day's; the day is read as 2024-05-01",
        3,
    ),
    ("---\ndate: someday\n---", "", "'someday' is not a date and is not used", 2),
]


@pytest.mark.parametrize(("above", "stem", "wrong", "line"), DOUBTS)
def test_doubtful_dates_are_said(above: str, stem: str, wrong: str, line: int | None) -> None:
    assert [(doubt.wrong, doubt.line) for doubt in provenance(above + BODY, stem).doubts] == [(wrong, line)]


def test_ambiguous_header_does_without_and_the_file_name_gives_the_date() -> None:
    assert provenance("Published: 09/10/24" + BODY, "2024-10-09-bridge").published == "2024-10-09"


def test_modified_is_kept_beside_published() -> None:
    found = provenance("Published: 1 May 2024\nUpdated: 3 May 2024" + BODY)
    assert (found.published, found.modified) == ("2024-05-01", "2024-05-03")


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_can_be_asked(text: str, stem: str) -> None:
    found = provenance(text, stem)
    assert 0 <= found.body_start <= len(text)


PIECES = ["By ", "Jane Roe", "(", ")", " - ", "AFP", "May 5, 2024", "ſep 2, 2024", "\n", "|", "Updated ", "12:30"]


MORE = ["and ", "&", "PC", "(Reporting by ", "https://", "[a, b]", ": ", "30 Feb 2024", "09/10/24", "'s", "#", "**"]


@given(st.lists(st.sampled_from([*PIECES, *MORE, "---\n", "date: ", "²", "Source: ", "LIMA, ", "Sept 3"]), max_size=30))
def test_anything_like_a_header_can_be_asked(parts: list[str]) -> None:
    text = "".join(parts)
    assert provenance(text, text).body_start <= len(text)
