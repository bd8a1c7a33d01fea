"""The tables of the index, readable as they are, and the rows that a document and a claim become in them."""

from __future__ import annotations

from typing import Any, Final

from claimtrack.dates import first_day, last_day
from claimtrack.errors import DateError
from claimtrack.model import Claim, Document, claim_json

# Raised with every change of the tables or of what is put into them: an index of another number is made anew.
INDEX_VERSION: Final = 4

TABLES: Final = """
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, time TEXT NOT NULL, document TEXT,
  offset INTEGER NOT NULL, length INTEGER NOT NULL
);
CREATE TABLE documents (
  id TEXT PRIMARY KEY, title TEXT, outlet TEXT, byline TEXT, agencies TEXT, published TEXT, published_basis TEXT,
  modified TEXT, url TEXT, language TEXT, address TEXT NOT NULL, sha256 TEXT NOT NULL, fingerprint TEXT NOT NULL,
  first_ingested TEXT NOT NULL, ingested TEXT NOT NULL, versions INTEGER NOT NULL, claims INTEGER NOT NULL,
  text_entry INTEGER NOT NULL REFERENCES entries(seq), last_entry INTEGER NOT NULL REFERENCES entries(seq)
);
CREATE TABLE claims (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id), position INTEGER NOT NULL,
  metric TEXT NOT NULL, value TEXT NOT NULL, low INTEGER, high INTEGER, qualifier TEXT NOT NULL, unit TEXT NOT NULL,
  population TEXT, basis TEXT NOT NULL, status TEXT NOT NULL, attribution TEXT, attribution_mention TEXT,
  attribution_kind TEXT, via TEXT, place TEXT, country TEXT, period_start TEXT, period_end TEXT, period_words TEXT,
  as_of TEXT, as_of_basis TEXT,
  date TEXT, date_first TEXT, date_last TEXT, part_of TEXT, segment TEXT NOT NULL, sentence TEXT NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, outlet TEXT, published TEXT, rules TEXT, confidence REAL,
  json TEXT NOT NULL
);
CREATE INDEX claims_document ON claims(document, position);
CREATE TABLE former_claims (id TEXT PRIMARY KEY, document TEXT NOT NULL, superseded_by INTEGER NOT NULL);
CREATE TABLE names (kind TEXT, words TEXT, name TEXT, PRIMARY KEY (kind, words, name)) WITHOUT ROWID;
CREATE TABLE problems (line INTEGER NOT NULL, problem TEXT NOT NULL, damage INTEGER NOT NULL);
CREATE TABLE journal (
  shape TEXT NOT NULL, offset INTEGER NOT NULL, line INTEGER NOT NULL, seq INTEGER NOT NULL, sum TEXT NOT NULL,
  size INTEGER NOT NULL, mtime INTEGER NOT NULL, torn INTEGER NOT NULL
);
"""

# Made once the rows are there, which is much quicker than keeping them in order while a large journal is read.
INDICES: Final = """
CREATE INDEX IF NOT EXISTS entries_document ON entries(document, seq);
CREATE INDEX IF NOT EXISTS documents_address ON documents(address);
CREATE INDEX IF NOT EXISTS claims_metric ON claims(metric, date_first, document, position, as_of);
CREATE INDEX IF NOT EXISTS claims_place ON claims(place, metric, date_first);
CREATE INDEX IF NOT EXISTS claims_date ON claims(date_first, document, position, as_of);
CREATE INDEX IF NOT EXISTS claims_attribution ON claims(attribution);
CREATE INDEX IF NOT EXISTS claims_outlet ON claims(outlet);
"""

_CLAIM_COLUMNS: Final = 36
INSERT_CLAIM: Final = f"INSERT OR REPLACE INTO claims VALUES ({', '.join('?' * _CLAIM_COLUMNS)})"
_LARGEST: Final = 2**63 - 1


def shape() -> str:
    """What an index must have been made for: the version of its tables and the fields of the model."""
    return f"{INDEX_VERSION}:{','.join(Document.__struct_fields__)}:{','.join(Claim.__struct_fields__)}"


def effective_date(claim: Claim) -> str | None:
    """The date that filters and sorting go by: as of, else the period's end, else the publication."""
    return claim.as_of.date or claim.period.end or claim.published


def claim_row(claim: Claim, position: int) -> tuple[Any, ...]:
    """A claim as a row of `claims`; `position` counts the claims of its document."""
    value, said, period = claim.value, claim.attribution, claim.period
    first, last = _days(effective_date(claim))
    return (
        claim.id,
        claim.document,
        position,
        claim.metric,
        value.text,
        _column(value.low),
        _column(value.high),
        value.qualifier.value,
        claim.unit,
        claim.population,
        claim.basis.value,
        claim.status.value,
        said.name if said else None,
        said.mention if said else None,
        said.kind.value if said and said.kind else None,
        "; ".join(said.via) if said and said.via else None,
        claim.place,
        claim.country,
        period.start,
        period.end,
        period.words,
        claim.as_of.date,
        claim.as_of.basis.value if claim.as_of.basis else None,
        effective_date(claim) if first else None,
        first,
        last,
        claim.part_of,
        claim.segment.value,
        claim.sentence,
        claim.span.start,
        claim.span.end,
        claim.outlet,
        claim.published,
        " ".join(claim.rules),
        claim.confidence,
        claim_json(claim).decode(),
    )


def _days(date: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a date of any precision; none for no date, or one that is no ISO date."""
    if date is None:
        return None, None
    if len(date) == 10:
        return date, date
    try:
        return first_day(date).isoformat(), last_day(date).isoformat()
    except DateError:
        return None, None


def _column(bound: int | None) -> int | None:
    """A bound as SQLite can hold it; the claim's JSON keeps it whole."""
    return None if bound is None else max(-_LARGEST, min(bound, _LARGEST))
