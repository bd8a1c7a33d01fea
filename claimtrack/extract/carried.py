"""Figures named only as a figure (`taking the total to 7,703`): they go on with what was counted last."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.extract.pages import Parsed

_REACH = 2


def carry_metrics(parsed: Sequence[Parsed]) -> list[Parsed]:
    """Give each bare `total` or `figure` the metric of the last claim, at most two sentences back."""
    result = []
    last: str | None = None
    age = 0
    for item in parsed:
        bindings = dict(item.bindings)
        for i, binding in sorted(bindings.items()):
            if binding.refused is not None:
                continue
            if binding.metric is None and last is not None and age <= _REACH:
                bindings[i] = binding._replace(metric=last)
            elif binding.metric is not None:
                last, age = binding.metric, 0
        age += 1
        result.append(item._replace(bindings=bindings))
    return result
