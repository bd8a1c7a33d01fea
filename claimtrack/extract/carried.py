"""Figures named only as a figure (`taking the total to 7,703`): they go on with what was counted last."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.reading import Line

_REACH = 2


def carry_metrics(lines: Sequence[Line], promising: Sequence[int]) -> None:
    """Give each bare `total` or `figure` the metric of the last claim, at most two sentences back."""
    last: str | None = None
    since = 0
    for at in promising:
        line = lines[at]
        completed = dict(line.bindings)
        for i, binding in sorted(completed.items()):
            if binding.refused is not None:
                continue
            if binding.metric is not None:
                last, since = binding.metric, at
            elif last is not None and at - since <= _REACH:
                completed[i] = binding._replace(metric=last)
        line.rebind(completed)
