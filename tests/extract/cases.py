"""Extraction cases: a text, the claims it makes, and in one line what it shows.

The files in `cases/` hold them as TOML, one claim a line:

    [[case]]
    name = "coordination-two-verbs"
    shows = "each verb governs its own figure"
    published = "2024-12-30"
    text = "The blast killed 12 and wounded at least 30."
    claims = [
      {number = "12", metric = "deaths", value = "12"},
      {number = "30", metric = "injuries", value = "≥ 30"},
    ]

A `published` before the first case is that of every case without its own (`""`: none). `number` is the span, letter
for letter; `value` is written as the tables show it: `12`, `≥ 12`, `> 12`, `≤ 12`, `< 12`, `↗ 12` (nearly), `≈ 12`,
`30–40`, and `“24–99”` for the bounds of a vague word. `quote` says which of two equal numbers is meant. What is left
out is expected to be absent: no population, source, place or whole; people as the unit; asserted. Basis, `start`,
`end` (`""`: unknown), `words` and `via` are compared where they are given. Population is none where the noun only says
the metric again (`12 survivors`). An `optional` claim may be missing, but must be right where it is made.

`known_misses.toml` lists every field that comes out otherwise, with the reason; see `Miss`, and `misses.py`, which
writes the table anew.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from claimtrack.extract import extract
from claimtrack.model import Claim, DateBasis, Document, Qualifier, Segment

FOLDER = Path(__file__).parent / "cases"
MISSES = Path(__file__).parent / "known_misses.toml"
_SIGNS = {
    "": Qualifier.EXACT, "≥": Qualifier.AT_LEAST, ">": Qualifier.MORE_THAN, "≤": Qualifier.UP_TO,
    "<": Qualifier.LESS_THAN, "↗": Qualifier.NEARLY, "≈": Qualifier.ABOUT,
}  # fmt: skip
_VALUE = re.compile(r"(?P<sign>[≥>≤<↗≈]?) ?(?P<number>\d+)|(?P<vague>“)?(?P<low>\d+)–(?P<high>\d*)”?")
_OPEN_ABOVE = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_OPEN_BELOW = (Qualifier.UP_TO, Qualifier.LESS_THAN, Qualifier.NEARLY)
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "in", "s", "and", "its", "his", "their", "on", "for", "by", "at"})


class Expected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One claim that a case wants."""

    number: str
    metric: str
    value: str
    quote: str | None = None
    unit: str = "people"
    population: str | None = None
    basis: str | None = None
    status: str = "asserted"
    source: str | None = None
    via: tuple[str, ...] | None = None
    place: str | None = None
    start: str | None = None
    end: str | None = None
    words: str | None = None
    part_of: str | None = None
    optional: bool = False


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text with all the claims it makes."""

    name: str
    shows: str
    text: str
    claims: tuple[Expected, ...]
    title: str | None = None
    published: str | None = None

    @property
    def document(self) -> Document:
        """The case as a document."""
        return Document(
            id=self.name, text=self.text, title=self.title, sha256="0" * 64, address=f"case:{self.name}",
            published=self.published or None, published_basis=DateBasis.EXPLICIT if self.published else None,
        )  # fmt: skip


class Miss(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A field of a case that comes out otherwise than wanted.

    `field` is `claim` where a claim is not made at all, and `extra` where one is made that should not be. `reason`
    begins with `held:` where our own answer is the right one in our form, and with `not yet:` where a kind of grammar
    is missing.
    """

    case: str
    number: str
    field: str
    got: str
    wanted: str
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What must agree between the table and a run: case, number, field, and what is given."""
        return self.case, self.number, self.field, self.got

    def row(self) -> str:
        """The miss as a row of the table."""
        fields = (f"{name} = {_quoted(getattr(self, name))}" for name in self.__struct_fields__)
        return "  {" + ", ".join(fields) + "},"


def _quoted(text: str) -> str:
    """A text as a TOML string."""
    return msgspec.json.encode(text).decode()


def cases() -> Iterator[Case]:
    """All cases, file by file."""
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for entry in data["case"]:
            yield msgspec.convert({"published": data.get("published")} | entry, Case)


def known_misses() -> list[Miss]:
    """The table of known misses."""
    return msgspec.convert(tomllib.loads(MISSES.read_text(encoding="utf-8"))["misses"], list[Miss])


def misses(case: Case) -> list[Miss]:
    """Every field in which the extraction differs from a case."""
    made = extract(case.document)
    found: list[Miss] = []
    matched: set[str] = set()
    for wanted, (start, end) in zip(case.claims, _spans(case), strict=True):
        claim = next((c for c in made if c.id not in matched and c.span.start < end and start < c.span.end), None)
        if claim is None:
            if not wanted.optional:
                found.append(_miss(case, wanted.number, "claim", "", f"{wanted.value} {wanted.metric}"))
            continue
        matched.add(claim.id)
        found += [
            _miss(case, wanted.number, field, got, want)
            for field, want, got in _compared(case, wanted, claim, made)
            if not _agree(field, want, got)
        ]
    extra = [c for c in made if c.id not in matched]
    return found + [_miss(case, _said(case, c), "extra", f"{shown(c)} {c.metric}", "") for c in extra]


def _miss(case: Case, number: str, field: str, got: object, wanted: object) -> Miss:
    """A difference as a row of the table."""
    return Miss(case=case.name, number=number, field=field, got=str(got or ""), wanted=str(wanted or ""))


def _spans(case: Case) -> list[tuple[int, int]]:
    """Where each wanted number stands: in its quote, else where it first stands and no other wanted one does."""
    taken: list[tuple[int, int]] = []
    for wanted in case.claims:
        left = case.text.index(wanted.quote) if wanted.quote else 0
        pattern = re.compile(rf"(?<!\w){re.escape(wanted.number)}(?!\w|[,.]\d)")
        spans = (match.span() for match in pattern.finditer(case.title or case.text if not left else case.text, left))
        taken.append(next(span for span in spans if span not in taken))
    return taken


def _compared(case: Case, wanted: Expected, claim: Claim, made: list[Claim]) -> Iterator[tuple[str, Any, Any]]:
    """Each field that is compared: its name, what is wanted, what is given."""
    whole = next((c for c in made if c.id == claim.part_of), None)
    source = claim.attribution
    yield "number", wanted.number, _said(case, claim)
    yield "metric", wanted.metric, claim.metric
    yield "value", wanted.value, shown(claim)
    yield "unit", wanted.unit, claim.unit
    yield "population", wanted.population, claim.population
    yield "status", wanted.status, claim.status.value
    yield "source", wanted.source, source.mention if source else None
    yield "place", wanted.place, claim.place
    yield "part_of", wanted.part_of, _said(case, whole) if whole else None
    if wanted.via is not None:
        yield "via", ", ".join(wanted.via), ", ".join(source.via) if source else ""
    given = (("basis", claim.basis.value), ("start", claim.period.start), ("end", claim.period.end))
    for name, got in (*given, ("words", claim.period.words)):
        want = getattr(wanted, name)
        if want is not None:
            yield name, want or None, got


def _said(case: Case, claim: Claim) -> str:
    """The number of a claim, as the text writes it."""
    text = case.title if claim.segment == Segment.TITLE else case.text
    return (text or "")[claim.span.start : claim.span.end]


def _agree(field: str, wanted: object, got: object) -> bool:
    """Whether a field is right; of names, the telling words of one must all be among the other's."""
    if field not in ("source", "place", "via", "words"):
        return (wanted or "") == (got or "")
    one, two = _telling(str(wanted or "")), _telling(str(got or ""))
    return (one <= two or two <= one) if one and two else not one and not two


def _telling(name: str) -> set[str]:
    """The words of a name without the small ones."""
    return set(re.findall(r"\w+", name.lower())) - _SMALL_WORDS


def shown(claim: Claim) -> str:
    """A claim's value in the notation of the cases."""
    low, high, qualifier = claim.value.low, claim.value.high, claim.value.qualifier
    if qualifier == Qualifier.VAGUE:
        return f"“{low}–{'' if high is None else high}”"
    if qualifier == Qualifier.RANGE:
        return f"{low}–{high}"
    sign = next(sign for sign, kind in _SIGNS.items() if kind == qualifier)
    figure = str(high if qualifier in _OPEN_BELOW else low)
    wrong_bound = (low is not None) if qualifier in _OPEN_BELOW else (high is not None) == (qualifier in _OPEN_ABOVE)
    return f"{sign} {figure}".strip() + (f" ({low}..{high})" if wrong_bound else "")


def well_written(value: str) -> bool:
    """Whether a case's value is in the notation."""
    return _VALUE.fullmatch(value) is not None
