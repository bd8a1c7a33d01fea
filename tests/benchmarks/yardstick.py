"""The yardstick: a script of one level, as such scripts are written, which pairs each number with the nearest keyword.

No dates, sources or places, no units, no refusals: what it finds is not good, but it is quick to write and to run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

KEYWORDS = {
    "deaths": ("killed", "dead", "died", "deaths", "death toll", "bodies", "fatalities", "killing"),
    "injuries": ("injured", "wounded", "hurt", "injuries", "injuring", "wounding"),
    "missing": ("missing", "unaccounted for"),
    "displaced": ("displaced", "homeless", "fled", "uprooted", "displacing"),
    "evacuated": ("evacuated", "evacuees"),
    "detained": ("detained", "arrested", "arrests"),
    "abducted": ("abducted", "kidnapped", "hostages"),
    "rescued": ("rescued", "survivors"),
    "infected": ("infected", "cases", "patients"),
    "affected": ("affected",),
    "damaged": ("destroyed", "damaged"),
}
METRICS = {word: metric for metric, words in KEYWORDS.items() for word in words}
SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+|\n+")
NUMBER = re.compile(
    r"(?:\b(?P<qualifier>at least|more than|fewer than|less than|up to|nearly|almost|about|around|some|over)\s+)?"
    r"\b(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|dozens|hundreds|thousands)\b(?:\s+(?P<scale>hundred|thousand|million)\b)?",
    re.IGNORECASE,
)
KEYWORD = re.compile(r"\b(?:" + "|".join(METRICS) + r")\b", re.IGNORECASE)


def claims(text: str) -> Iterator[dict[str, Any]]:
    """Each number of a sentence with the metric of the keyword nearest to it."""
    for sentence in SENTENCE.split(text):
        numbers = list(NUMBER.finditer(sentence))
        keywords = list(KEYWORD.finditer(sentence))
        if not numbers or not keywords:
            continue
        for number in numbers:
            nearest = min(keywords, key=lambda keyword: abs(keyword.start() - number.start()))
            yield {"metric": METRICS[nearest[0].lower()], "sentence": sentence, **number.groupdict()}
