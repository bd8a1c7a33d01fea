"""Which claims may be set side by side, and what that shows.

`compare` asks who says what on a date, `diff` what changed between two. Both take claims and give plain values that
hold the answer, its grounds, and all that was left out with the reason in words.
"""

from __future__ import annotations

from claimtrack.analysis.agreement import Against, Spread, Stand
from claimtrack.analysis.compare import Comparison, Row, compare
from claimtrack.analysis.diff import Change, Diff, OneSided, Side, diff
from claimtrack.analysis.figures import DateKind, Figure, LeftOut, Superseded
from claimtrack.analysis.order import Order, Undated
from claimtrack.analysis.series import Match, Series, match
from claimtrack.analysis.values import Interval

__all__ = [
    "Against",
    "Change",
    "Comparison",
    "DateKind",
    "Diff",
    "Figure",
    "Interval",
    "LeftOut",
    "Match",
    "OneSided",
    "Order",
    "Row",
    "Series",
    "Side",
    "Spread",
    "Stand",
    "Superseded",
    "Undated",
    "compare",
    "diff",
    "match",
]
