"""A source as a claim gives it: its words, the name that stands for all its spellings, its kind and its relays."""

from __future__ import annotations

import re

from claimtrack.extract.source import Source
from claimtrack.lexicon import organisations
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Attribution, SourceKind

_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+(?=[A-Z])")
_POSSESSIVE = re.compile(r"[’']s\b")
# State-run, UK-based, the country's official: what stands in front of a body's name.
_FRONT = re.compile(
    r"^(?:[\w’'-]+(?:-run|-based|-backed|-controlled|-owned|[’']s)|(?:semi-)?official|state)\s+", re.IGNORECASE
)
_MEDIUM = re.compile(r"\s+(?:news\s+agency|agency|newspaper|news\s+service|television|radio|reports?)$", re.IGNORECASE)
_WHAT = re.compile(
    r"^(?:(?:news\s+)?agency|newspaper|broadcaster|television|channel|charity|aid\s+(?:agency|group))\s+", re.I
)
_PART = re.compile(r"\s*,\s*|\s+(?:of|for|in|at|from|with|and|near|on|to)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\s,()“”\"]+")
_SHOUTED = 5


def attribution(source: Source, lexicon: Lexicon) -> Attribution:
    """The attribution that a claim carries for a source; a user's own name and kind for it come first."""
    own = lexicon.names.source(source.mention) if lexicon.names else None
    name = own.name if own else canonical(source.full or source.mention)
    if own is not None and own.kind is not None:
        kind: SourceKind | None = SourceKind(own.kind)
    else:
        kind = kind_of(source.mention, lexicon) or kind_of(source.about, lexicon)
    return Attribution(mention=source.mention, name=name, via=_relays(source, lexicon), kind=kind)


def _relays(source: Source, lexicon: Lexicon) -> tuple[str, ...]:
    """Those who relayed a source, as said, but for those that the user names."""
    if lexicon.names is None:
        return source.via
    known = [(said, lexicon.names.source(said)) for said in source.via]
    return tuple(named.name if named else said for said, named in known)


def canonical(mention: str) -> str:
    """The usual name of a known body; of all others a plain form, without article, possessive and form of address."""
    known = _known(mention)
    if known is not None:
        return known.name
    name = _POSSESSIVE.sub("", _TITLE.sub("", _ARTICLE.sub("", mention)))
    if name.isupper() and len(name) > _SHOUTED:
        return name.title()
    return name[:1].upper() + name[1:]


def _known(mention: str) -> organisations.Organisation | None:
    """The body that a mention names, with or without who runs it and what it is (`the state-run Xinhua agency`)."""
    name = _ARTICLE.sub("", mention)
    for _ in range(3):
        for words in (name, _MEDIUM.sub("", name)):
            found = organisations.named(words)
            head, _, short = words.rpartition(" ")
            if found is None and short.isupper() and organisations.named(head) is not None:
                found = organisations.named(short)
            if found is not None and (words == name or found.kind == organisations.MEDIA):
                return found
        shorter = _WHAT.sub("", _FRONT.sub("", name))
        if shorter == name:
            return None
        name = shorter
    return None


def kind_of(mention: str, lexicon: Lexicon) -> SourceKind | None:
    """What kind of source a mention is; None where no word of it tells.

    A known body tells, or the noun that heads a part of the mention; nouns of office (`spokesman`, `head`) leave it to
    the rest: `a spokesman for the army`.
    """
    known = _known(mention)
    if known is not None:
        return SourceKind(known.kind)
    place = gazetteer.find(_ARTICLE.sub("", mention))
    if place is not None:
        return SourceKind.GOVERNMENT if place.kind in ("country", "city") else None
    words = _WORD.findall(mention)
    for last in range(len(words), 1, -1):
        body = organisations.ending(words, last, least=2)
        if body is not None:
            return SourceKind(body.kind)
    parts = [_WORD.findall(part) for part in _PART.split(mention)]
    return _headed(parts, lexicon, roles=False) or _headed(parts, lexicon, roles=True)


def _headed(parts: list[list[str]], lexicon: Lexicon, *, roles: bool) -> SourceKind | None:
    """The kind of the first part that tells one, from its last word on; with `roles`, nouns of office tell it too."""
    for words in parts:
        for last in range(len(words), 0, -1):
            body = organisations.ending(words, last)
            if body is not None:
                return SourceKind(body.kind)
            word = words[last - 1].lower()
            role = word in lexicon.sets["sources.roles"] or word in lexicon.records
            if roles and word in lexicon.records:
                return SourceKind.OTHER
            if word in lexicon.source_nouns and role == roles:
                return SourceKind(lexicon.source_nouns[word])
    return None
