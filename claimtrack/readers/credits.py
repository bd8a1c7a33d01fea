"""Names in bylines, datelines and closing credits: who wrote, who published, who relayed."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.lexicon.outlets import Kind, Medium, outlets

TAIL = 1500
_SEPARATOR = re.compile(r"\s*(?:,|;|/|\band\b|&)\s*", re.IGNORECASE)
_STAFF = re.compile(
    r"(?:\s+(?:staff|staff (?:writer|reporter|correspondent)s?|writer|reporter|correspondent|editors?"
    r"|editorial(?: board)?|newsroom|news desk|desk|team|and (?:news )?agencies)\b\.?){1,2}\Z",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\((?P<names>[^()\n]{2,120})\)\s*\Z")
_REPORTING = re.compile(
    r"\(Reporting by (?P<names>[^;:()]{3,120}?)\s*(?:;|\.?\)|,? additional reporting\b)", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:\((?=.*\)\Z))?(?P<label>sources?:|with (?:inputs?|files|reporting|information|material) from|[-–—]{1,2})\s*"
    r"(?P<names>[^().:]{2,100}?)\s*[.)]{0,2}",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?P<name>[^,.;:()]{2,40}?)(?P<others>(?:,| and| And| &) (?:(?:news|News) )?(?:agencies|Agencies))?")


class Credits(NamedTuple):
    """What names say of a document's origin."""

    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    byline: str | None = None

    def over(self, other: Credits) -> Credits:
        """These credits, with what they lack taken from others; agencies of both, in order."""
        return Credits(
            self.outlet or other.outlet,
            tuple(dict.fromkeys(self.agencies + other.agencies)),
            self.byline or other.byline,
        )


def split(names: str) -> list[str]:
    """The single names of a list: `Anadolu, IRNA and AFP` has three."""
    return [name for name in _SEPARATOR.split(names.strip()) if name]


def media(names: str) -> list[Medium]:
    """The known agencies and outlets in a list of names, or of the whole where it is one name (`Mail & Guardian`)."""
    table = outlets()
    whole = table.named(names)
    found = [whole] if whole else [table.named(name) for name in split(names)]
    return [medium for medium in found if medium]


def byline(names: str) -> Credits:
    """Credits of a byline: `Jane Roe, Reuters` was relayed by Reuters, `Palestine Chronicle Staff` names its outlet.

    A part between commas counts only if all of it is known: `Petra and Tom` are two people.
    """
    parts = [part.strip() for part in names.strip(" ,;|").split(",")]
    known = [_all_known(_STAFF.sub("", part)) for part in parts]
    people = [part for part, found in zip(parts, known, strict=True) if part and not found] or parts[:1]
    return _sorted([medium for found in known for medium in found])._replace(byline=", ".join(people) or None)


def _all_known(names: str) -> list[Medium]:
    """The media of a list, if every name in it is one."""
    found = media(names)
    return found if outlets().named(names) or len(found) == len(split(names)) else []


def source(names: str) -> Credits:
    """Credits of a source in a header or dateline: `(AFP)`, `Source: BBC News`."""
    return _sorted(media(names))


def closing(text: str) -> Credits:
    """Credits that the last lines of a text give: `(Anadolu, IRNA, PC)`, `Source: Al Jazeera and news agencies`."""
    found = Credits()
    lines = [line.strip() for line in text.splitlines() if line.strip()][-4:]
    for number, line in enumerate(reversed(lines)):
        found = found.over(_bracketed(line)).over(_reporting(line))
        if len(line) <= 120:
            found = found.over(_labelled(line))
        if number == 0:
            found = found.over(_own(line))
    return found


def _sorted(found: list[Medium]) -> Credits:
    """Outlets and agencies apart; two outlets in one credit say of neither that it published."""
    published = list(dict.fromkeys(medium.name for medium in found if medium.kind is Kind.OUTLET))
    agencies = tuple(dict.fromkeys(medium.name for medium in found if medium.kind is Kind.AGENCY))
    return Credits(published[0] if len(published) == 1 else None, agencies)


def _bracketed(line: str) -> Credits:
    """`(PC, Anadolu)` at a line's end: an outlet by the short form it signs with, all others as relays."""
    match = _BRACKETED.search(line)
    if not match:
        return Credits()
    table, signed, relays, unknown = outlets(), [], [], 0
    for name in split(match["names"]):
        own, medium = table.signed(name), table.named(name)
        if own:
            signed.append(own.name)
        elif medium:
            relays.append(medium.name)
        else:
            unknown += 1
    if unknown > len(signed) + len(relays) or not (signed or relays):
        return Credits()
    if match.start() > 0 and not signed and not any(medium.kind is Kind.AGENCY for medium in media(match["names"])):
        return Credits()  # `… the aid group said (MSF)`: the end of a sentence, not a credit
    return Credits(signed[0] if len(signed) == 1 else None, tuple(dict.fromkeys(relays)))


def _reporting(line: str) -> Credits:
    """`(Reporting by Jane Roe; Editing by …)`: those who reported."""
    match = _REPORTING.search(line)
    return Credits(byline=match["names"].strip(" ,")) if match else Credits()


def _labelled(line: str) -> Credits:
    """`Source: Al Jazeera and agencies`: its own outlet where it is known to sign so, all others as relays."""
    match = _CLOSING.fullmatch(line)
    if not match:
        return Credits()
    if match["label"].lower().startswith("source"):
        own = _own(match["names"])
        if own.outlet:
            return own
        names = split(match["names"])
        signed = outlets().closed(names[0]) if names else None
        if signed:
            return Credits(signed.name, tuple(medium.name for name in names[1:] for medium in media(name)))
    return Credits(agencies=tuple(dict.fromkeys(medium.name for medium in media(match["names"]))))


def _own(line: str) -> Credits:
    """`Al Jazeera and news agencies` as the last line: the outlet, where it is known to close so."""
    match = _OWN.fullmatch(line)
    medium = outlets().closed(match["name"]) if match else None
    return Credits(medium.name) if medium else Credits()
