"""Sentences that name a figure and give none: `It is not known how many have died`.

The figure of the next sentence is theirs: `The mayor put it at 30`.
"""

from __future__ import annotations

from claimtrack.extract.reading import Line
from claimtrack.extract.senses import Context, metric_of
from claimtrack.extract.units import Unit, group


def topic_of(line: Line) -> str | None:
    """The metric of the figure that a sentence without numbers speaks of; None where it speaks of none."""
    lexicon = line.page.lexicon
    text = line.page.text[line.sentence.start : line.sentence.end].lower()
    if not any(words in text for words in lexicon.sets["carried.topics"]):
        return None
    tokens = line.tokens
    named = [unit for unit in group(tokens, [], lexicon) if unit.name == "toll"]
    if not named:
        return None
    toll = named[-1]
    context = Context(lexicon, line.page.disease, tuple(token.lower for token in tokens), frozenset())
    found = metric_of(toll, Unit("bare", 0, 0, toll.start, toll.start), context, peopled=True)
    return found[0] if found is not None else None
