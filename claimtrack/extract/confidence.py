"""How sure a claim is: the share of right ones among those that the same rule made, of the same metric and status.

The numbers are measured, and kept with the lexicon's other data (`confidence.toml`, which says on what).
"""

from __future__ import annotations

from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Status

_LOWEST, _HIGHEST = 0.05, 0.99


def confidence(rule: str, metric: str, status: Status, lexicon: Lexicon) -> float:
    """The share of claims like this one that were right, from 0.05 to 0.99, to two places.

    The rule's share is taken as odds, which the metric and the status make better or worse by a factor each.
    """
    measured = lexicon.confidence
    share = measured["rules"].get(rule, measured["rules"]["other"])
    odds = share / (1 - share)
    odds *= measured["metrics"].get(metric, measured["metrics"]["other"]) * measured["statuses"].get(status, 1.0)
    return round(min(_HIGHEST, max(_LOWEST, odds / (1 + odds))), 2)
