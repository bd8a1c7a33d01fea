"""The labels of header lines, as a table: what stands before a date, a name or an address above an article."""

from __future__ import annotations

import re
from typing import NamedTuple


class Label(NamedTuple):
    """A kind of header field, with one line that has it and one that looks like it and is none."""

    name: str
    pattern: re.Pattern[str]
    example: str
    not_example: str


def _label(name: str, pattern: str, example: str, not_example: str) -> Label:
    return Label(name, re.compile(pattern, re.IGNORECASE | re.ASCII), example, not_example)


LABELS = (
    _label(
        "updated",
        r"(?:this (?:article|story|page) was )?(?:last[ -])?(?:updated?|modified|revised)(?: (?:on|at|in))?\b\s*:?",
        "Last Updated: Sunday, 4 March 2007,05:10 GMT",
        "Updated guidance was published on 5 May 2024",
    ),
    _label(
        "published",
        r"(?:first |originally )?(?:published|posted|publication date|pub(?:lish)? date|released|issued|filed|date)"
        r"(?: (?:on|at|in))?\b\s*:?",
        "Published on Aug 09,2011 6:40 PM",
        "Date palms are dying",
    ),
    _label(
        "time",
        r"(?:at |T)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?|hrs\b|hours\b)?"
        r"|(?:at )?\d{1,2}\s*[ap]\.?m\b\.?|\d{4}\s*(?:hrs|hours|GMT|UTC)\b",
        "2024-09-26T10:00:00Z",
        "2024-09-26 10 people",
    ),
    _label(
        "zone",
        r"(?-i:\(?(?:UTC|Z|MSK|[A-Z]{1,4}T)\b\)?)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b",
        "9 May 2011 Last updated at 08:12 GMT",
        "9 May 2011 GMTV",
    ),
    _label("reading time", r"\d{1,3} min(?:ute)?s?(?: read)?\b", "May 5, 2024 • 3 min read", "May 5, 2024 • 3 mines"),
    _label(
        "address",
        r"(?:(?:url|link|source|address)\s*:\s*)?(?P<url>https?://[^\s<>|]+)",
        "URL: https://example.org/a",
        "url example.org",
    ),
)
BYLINE = re.compile(r"(?:(?:written |reported |story )?by|authors?\s*:|byline\s*:(?:\s*by\b)?)[:\s]\s*", re.IGNORECASE)
SOURCE = re.compile(
    r"(?:(?P<outlet>publisher|published by|outlet|publication|newspaper)|source|agency)\s*:"
    r"\s*(?P<names>[^|•·\n]{2,80})",
    re.IGNORECASE,
)
