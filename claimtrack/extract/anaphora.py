"""Whom `he`, `it`, `the ministry` and `the doctor` stand for, as sources: somebody that the text has named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.extract.naming import noun_phrase
from claimtrack.extract.places import PlaceMention
from claimtrack.extract.reading import Line
from claimtrack.extract.source import Source
from claimtrack.extract.tokens import Token
from claimtrack.lexicon import organisations
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon

_REACH = 12
_NEAR = 2
_OPENING = 60
_WORD = re.compile(r"\w[\w’'-]*")
_PERSONS = frozenset({"he", "she", "i", "him", "her"})


def antecedent(lines: Sequence[Line], i: int, source: Source) -> Source | None:
    """The source named before that a pronoun or a bare noun with `the` stands for; None where there is none."""
    lexicon = lines[i].page.lexicon
    word = source.mention.lower().split()[-1]
    earlier = [s for s in lines[i].scene.sources if not s.pronoun and s.start < source.start]
    groups = [earlier, *([s for s in lines[k].scene.sources if not s.pronoun] for k in _back(i))]
    named = [s for group in groups for s in reversed(group)]
    if word in _PERSONS:
        return _person(lines, i, named, lexicon)
    if " " not in source.mention:
        return _pointing(lines, i) or _record(lines, i) or next(iter(named), None) or _bare(lines, i, source)
    if word in lexicon.sets["sources.bodies"]:
        near = {s for k in range(max(0, i - _NEAR), i + 1) for s in lines[k].scene.sources}
        body = _body(lines[i], source) or next((s for s in named[:1] if s in near), None)
        if body is not None:
            return body
    described = next((s for s in named if word in _WORD.findall((s.about or s.mention).lower())), None)
    if described is not None:
        return described
    spoken_of = next((p for k in _back(i) if (p := _described(lines[k], word)) is not None), None)
    if spoken_of is not None:
        return spoken_of
    return next(iter(named), None) if word in lexicon.anaphors else None


def _pointing(lines: Sequence[Line], i: int) -> Source | None:
    """Whom `it` stands for behind a sentence that ends with `the organization said`: whom that one stands for.

    Sentences between that only say `it said` again are passed over.
    """
    for k in _back(i):
        spoke: list[Source] = list(lines[k].scene.sources)
        if not spoke or not spoke[-1].pronoun:
            return _record(lines, k + 1) if k + 1 < i else None
        if " " in spoke[-1].mention:
            return antecedent(lines, k, spoke[-1])
    return None


def _record(lines: Sequence[Line], i: int) -> Source | None:
    """The report or statement that the sentence before names without saying what it says (`It follows a UN report`)."""
    if not i or lines[i - 1].scene.sources:
        return None
    tokens, lexicon = lines[i - 1].tokens, lines[i].page.lexicon
    for k in range(len(tokens) - 1, 0, -1):
        if tokens[k].lower in lexicon.records:
            first, last = noun_phrase(tokens, k + 1, lexicon)
            if last - first > 1 and tokens[first].reading.cls in (W.ARTICLE, W.DETERMINER):
                start, end = tokens[first].start, tokens[last - 1].end
                mention = " ".join(lines[i].page.text[start:end].split())
                return Source(mention, start, end, start, end, "assert", about=mention)
    return None


def _body(line: Line, source: Source) -> Source | None:
    """The known body that the same sentence names before `the organization said`."""
    tokens = [t for t in line.tokens if t.end <= source.start]
    words = [t.text for t in tokens]
    for last in range(len(words), 0, -1):
        found = organisations.ending(words, last)
        if found is not None and found.kind != organisations.MEDIA:
            end = tokens[last - 1].end
            opened = next((k + 1 for k in range(last - 1, -1, -1) if words[k] in ("(", "[")), 0)
            known = (k for k in range(opened, last) if organisations.named(" ".join(words[k:last])) is not None)
            first = next(known, last - 1)
            start = tokens[first].start
            mention = " ".join(line.page.text[start:end].split())
            return Source(mention, start, end, start, end, "assert", about=mention)
    return None


def _bare(lines: Sequence[Line], i: int, source: Source) -> Source | None:
    """The last noun with `the` that speaks (`the agency`), where nobody has been named more fully."""
    for k in (i, *_back(i)):
        spoke: list[Source] = [s for s in lines[k].scene.sources if " " in s.mention and s.start < source.start]
        if spoke:
            return spoke[-1]
    return None


def _back(i: int) -> range:
    """The sentences before sentence `i`, the nearest first."""
    return range(i - 1, max(-1, i - 1 - _REACH), -1)


def _person(lines: Sequence[Line], i: int, named: Sequence[Source], lexicon: Lexicon) -> Source | None:
    """Who `he` or `she` is: the last person that spoke, else the one that the sentence before opens with."""
    people = [s for s in named if _is_person(s, lexicon)]
    for k in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        spoke = next((s for s in people if s in lines[k].scene.sources), None)
        if spoke is not None:
            return spoke
        opening = _opening_person(lines[k])
        if opening is not None:
            return opening
    return next(iter(people), None) or next(iter(named), None)


def _is_person(source: Source, lexicon: Lexicon) -> bool:
    """Whether a source is one person rather than a body or many."""
    words = source.mention.split()
    office = any(word.lower() in lexicon.sets["sources.persons"] for word in words[:4])
    if office:
        return True
    if organisations.named(source.mention) is not None or lexicon.source_nouns.get(words[-1].lower()) is not None:
        return False
    return any(word[:1].isupper() for word in words) and not words[-1].isupper()


def named_before(lines: Sequence[Line], i: int, source: Source) -> Source | None:
    """A fuller mention of a bare noun with `the` (`the mayor` is Ana Silva, the mayor of Keld), where there is one."""
    words = [word for word in source.mention.split() if word.lower() != "same"]
    if len(words) != 2 or words[0].lower() != "the" or not words[1].islower():
        return None
    earlier: list[Source] = [s for k in _back(i) for s in reversed(lines[k].scene.sources) if not s.pronoun]
    for other in earlier:
        fuller = " " in other.mention and other.mention.lower() != source.mention.lower()
        if fuller and words[1] in _WORD.findall(other.about.lower()):
            return other
    return None


def full_name(lines: Sequence[Line], i: int, source: Source) -> Source | None:
    """The mention of a person in full that a surname goes back to."""
    surname = source.mention.split()[-1]
    if len(source.mention.split()) > 2 or not surname[:1].isupper() or surname.isupper():
        return None
    words = len(source.mention.split())
    earlier: list[Source] = [s for k in _back(i) for s in lines[k].scene.sources]
    return next((s for s in earlier if s.mention.split()[-1] == surname and len(s.mention.split()) > words), None)


def _opening_person(line: Line) -> Source | None:
    """The person whom a sentence has as its subject: a name of two words or with a title, at its start."""
    tokens = line.tokens
    found = people(tokens, line.page.text, line.scene.places)
    return next((person for person in found if person.start - tokens[0].start < _OPENING), None)


def _described(line: Line, word: str) -> Source | None:
    """The person of a sentence whose office is `word` (`Governor Ana Silva`)."""
    found = people(line.tokens, line.page.text, line.scene.places)
    return next((p for p in reversed(found) if word in _WORD.findall(p.about.lower())), None)


def people(tokens: Sequence[Token], text: str, places: Sequence[PlaceMention]) -> list[Source]:
    """The persons whom a sentence names, with the words around that describe them."""
    found: list[Source] = []
    i = 0
    while i < len(tokens):
        if tokens[i].reading.cls != W.NAME:
            i += 1
            continue
        last = i
        while last < len(tokens) and tokens[last].reading.cls == W.NAME:
            last += 1
        start, end = tokens[i].start, tokens[last - 1].end
        known = gazetteer.find(text[start:end]) is not None or any(p.start == start and p.named for p in places)
        if (
            last - i in (2, 3)
            and not known
            and all(t.text.rstrip(".").isalpha() and not t.text.isupper() for t in tokens[i:last])
        ):
            left, right = tokens[max(0, i - 5)].start, tokens[min(len(tokens), last + 6) - 1].end
            mention = " ".join(text[start:end].split())
            found.append(Source(mention, start, end, start, end, "assert", about=text[left:right]))
        i = last
    return found
