from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.readers import read
from claimtrack.readers.front_matter import front_matter
from claimtrack.readers.provenance import provenance

BLOCK = """---
title: "Bridge falls: twelve dead"
date: 2024-09-26T10:00:00+02:00   # of the first version
updated: 27 September 2024
source: https://www.palestinechronicle.com/bridge
authors:
  - Jane Roe
  - 'John Doe'
tags: [bridges, "rivers, wide"]
lang: en
agencies: [Anadolu Agency, Radio Puente]
---
"""
ARTICLE = "Twelve people were killed when a bridge fell.\n"


def test_block_gives_what_it_says() -> None:
    found = provenance(BLOCK + ARTICLE)
    assert found.title == "Bridge falls: twelve dead"
    assert (found.published, found.modified) == ("2024-09-26", "2024-09-27")
    assert (found.outlet, found.byline) == ("Palestine Chronicle", "Jane Roe, John Doe")
    assert found.agencies == ("Anadolu", "Radio Puente")
    assert (found.url, found.language) == ("https://www.palestinechronicle.com/bridge", "en")
    assert (BLOCK + ARTICLE)[found.body_start :] == ARTICLE


def test_values() -> None:
    block = front_matter(BLOCK + ARTICLE)
    assert block is not None
    assert block.values["tags"] == ("bridges", "rivers, wide")
    assert (block.line("date"), block.line("authors"), block.line("none")) == (3, 6, None)


def test_line_ends_of_windows() -> None:
    text = (BLOCK + ARTICLE).replace("\n", "\r\n")
    assert text[provenance(text).body_start :] == ARTICLE.replace("\n", "\r\n")


NOT_BLOCKS = [
    ("---\n\nA rule, and then an article.\n\n---\n", "prose between two rules"),
    ("---\ndate: 2024-09-26\nNever closed.\n", "no end"),
    ("---\n---\n", "nothing in it"),
    ("Text.\n---\ndate: 2024-09-26\n---\n", "not at the beginning"),
]


@pytest.mark.parametrize(("text", "why"), NOT_BLOCKS)
def test_other_rules_are_text(text: str, why: str) -> None:
    assert front_matter(text) is None, why


def test_outlet_that_no_table_knows_is_kept_as_written() -> None:
    assert provenance("---\nsource: Bridgetown Gazette\n---\n" + ARTICLE).outlet == "Bridgetown Gazette"


def test_front_matter_wins_over_header_and_file_name() -> None:
    text = "---\ndate: 2024-09-26\n---\nPublished: 1 May 2024\n\n" + ARTICLE
    assert provenance(text, "2023-01-01-bridge").published == "2024-09-26"


def test_day_that_a_page_was_saved_is_no_publication_date() -> None:
    assert provenance("---\ncreated: 2024-09-26\n---\n" + ARTICLE).published is None


def test_text_of_the_document_keeps_the_block_and_its_address_is_the_url(tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    path.write_text(BLOCK + ARTICLE, encoding="utf-8")
    [document] = read([path])
    assert document.text == BLOCK + ARTICLE
    assert document.text[document.body_start :] == ARTICLE
    assert document.address == "https://www.palestinechronicle.com/bridge"


def test_heading_of_markdown_stays_in_the_text_and_is_no_title(tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    path.write_text("# Bridge falls\n\n*Published: 26 September 2024*\n\n" + ARTICLE, encoding="utf-8")
    [document] = read([path])
    assert (document.title, document.published, document.body_start) == (None, "2024-09-26", 0)
