"""What a source says of its own figure: asserted, denied, projected or presumed."""

from __future__ import annotations

from claimtrack.extract.reading import Line
from claimtrack.extract.rules import Binding
from claimtrack.extract.source import Source
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Status

_KINDS = {"forecast": Status.PROJECTED, "presume": Status.PRESUMED}
_BEHIND = frozenset(
    {"predicate", "predicate-behind-place", "toll", "ordered", "count-to", "count-from-to", "tally", "forced"}
)
_BREAKS = frozenset({"comma", "semicolon", "stop", "relative"})


def status_of(line: Line, i: int, binding: Binding, source: Source | None) -> Status:
    """The status of the figure in unit `i`: from its verb, the words beside it, or the verb of its source."""
    lead = line.page.text[line.sentence.start : line.units[i].start].lower()
    if any(words in lead for words in line.page.lexicon.sets["status.denials"]):
        return Status.DENIED
    if source is not None and (source.kind == "deny" or is_withdrawn(source, line.page.lexicon)):
        return Status.DENIED
    if binding.status != Status.ASSERTED:
        return binding.status
    before = line.units[i - 1] if i else None
    if before is not None and before.name == "evidential":
        kind = line.tokens[before.first].reading.kind
        if kind in ("presumed", "projected"):
            return Status(kind)
    between = line.units[i + 1 : binding.trigger] if binding.trigger is not None else ()
    for unit in between if all(unit.quantity is None for unit in between) else ():
        kind = line.tokens[unit.first].reading.kind
        if unit.name == "evidential" and kind in ("presumed", "projected"):
            return Status(kind)
    if source is not None and source.leading and source.kind in _KINDS:
        return _KINDS[source.kind]
    hedge = _hedge(line, i)
    if hedge is not None:
        return hedge
    if binding.metric == "missing" and _presumed_dead(line, i):
        return Status.PRESUMED
    if binding.rule == "active-verb" and binding.trigger is not None and _is_meant(line, binding.trigger):
        return Status.PROJECTED
    if binding.rule == "passive-verb" and binding.trigger is not None and _is_to_come(line, binding.trigger):
        return Status.PROJECTED
    return _governing(line, i) if binding.rule in _BEHIND else Status.ASSERTED


def _is_meant(line: Line, trigger: int) -> bool:
    """Whether the verb is what somebody means to do: `threatened to kill 12`."""
    if trigger < 2 or line.units[trigger - 1].name != "to":
        return False
    before = line.tokens[line.units[trigger - 2].last - 1]
    return before.lower in line.page.lexicon.sets["status.intentions"]


def _is_to_come(line: Line, trigger: int) -> bool:
    """Whether a passive is an infinitive of what is to come: `12 hostages to be freed`, but not `had to be moved`."""
    if trigger < 2 or line.units[trigger - 1].name != "to":
        return False
    leading = line.units[trigger - 2]
    return all(t.reading.cls != W.HAVE for t in line.tokens[leading.first : leading.last])


def is_withdrawn(source: Source, lexicon: Lexicon) -> bool:
    """Whether the source is an earlier version of the text, whose figure a correction takes back."""
    return any(words in source.mention for words in lexicon.sets["status.withdrawn"])


def _hedge(line: Line, i: int) -> Status | None:
    """What a word says of the figure: `2,852 suspected cases`, `a potential death toll of`, `predictions of`."""
    unit = line.units[i]
    first, last = unit.first, unit.last
    trigger = line.bindings[i].trigger
    if trigger is not None and line.units[trigger].name == "toll":
        first = min(first, line.units[trigger].first)
    elif unit.name != "counted":
        last = first
    for token in line.tokens[first:last]:
        for word in token.lower.split():
            if word in line.page.lexicon.sets["status.presumed"]:
                return Status.PRESUMED
            if word in line.page.lexicon.sets["status.projected"]:
                return Status.PROJECTED
    before = line.tokens[max(0, unit.first - 3) : unit.first]
    forecast = any(token.lower in line.page.lexicon.sets["status.forecasts"] for token in before)
    return Status.PROJECTED if forecast else None


def _presumed_dead(line: Line, i: int) -> bool:
    """Whether the missing are said, in apposition, to be presumed dead."""
    for k in range(i + 1, min(len(line.units), i + 6)):
        unit = line.units[k]
        apposed = line.units[k - 1].name in ("comma", "and", "dash")
        if unit.name == "predicate" and unit.status == Status.PRESUMED and apposed:
            return True
        if unit.name in ("semicolon", "stop", "relative"):
            return False
    return False


def _governing(line: Line, i: int) -> Status:
    """The modality of the verb before a figure whose predicate stands behind: `could drive 40 from their homes`."""
    for k in range(i - 1, max(-1, i - 7), -1):
        unit = line.units[k]
        if unit.name in _BREAKS or unit.quantity is not None:
            break
        words = line.tokens[unit.first : unit.last]
        for token in words:
            if token.reading.cls == W.EVIDENTIAL and token.reading.kind in ("projected", "presumed"):
                return Status(token.reading.kind)
        if any(t.reading.cls == W.MODAL for t in words):
            return Status.PRESUMED if any(t.reading.cls == W.HAVE for t in words) else Status.PROJECTED
    return Status.ASSERTED
