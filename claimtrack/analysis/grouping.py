"""Which figures are compared where they speak of several things: the set that most sources speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.analysis.epochs import islands
from claimtrack.analysis.figures import Figure, dated_day
from claimtrack.analysis.names import Names, Whom
from claimtrack.analysis.series import family, kind, match, series_key
from claimtrack.analysis.sources import source_key
from claimtrack.model import Basis

_BASIS_ORDER = (Basis.CUMULATIVE, Basis.STOCK, Basis.INCIDENT, Basis.PERIOD, Basis.FLOW, Basis.UNKNOWN)


def comparable(figures: Sequence[Figure], names: Names, by: str) -> list[Figure]:
    """The largest set of figures that all match each other, its leading figure first."""
    families: dict[object, list[Figure]] = {}
    for figure in figures:
        families.setdefault(family(figure.claim, names), []).append(figure)
    parts = [part for members in families.values() for part in islands(members, lambda figure: figure.claim)]
    ranked = sorted(((_sources(part, names, by), part) for part in parts), key=lambda one: -one[0])
    best: list[Figure] = []
    for most, part in ranked:
        if best and most < _sources(best, names, by):
            break  # no group of this part, or of any after it, can have as many sources
        groups = [_matching(lead, part, names) for lead in _leads(part, names)]
        best = min([best, *groups] if best else groups, key=lambda group: _group_order(group, names, by))
    return best


def _sources(figures: Iterable[Figure], names: Names, by: str) -> int:
    """How many sources the figures have."""
    return len({source_key(figure.claim, names, by) for figure in figures})


def _leads(members: Sequence[Figure], names: Names) -> Iterable[Figure]:
    """One figure of each kind, whoever says it, the latest: the others of its kind would lead the same group."""
    latest: dict[object, Figure] = {}
    for figure in sorted(members, key=lambda one: (dated_day(one.claim), one.claim.id)):
        key = series_key(figure.claim, names)
        latest[key.population, key.epoch] = figure
    return latest.values()


def _matching(lead: Figure, members: Sequence[Figure], names: Names) -> list[Figure]:
    """The leading figure and, fewest caveats first, those that match all that were taken before."""
    found = [(match(one.claim, lead.claim, names), one) for one in members if one is not lead]
    allowed = [(len(compared.caveats), one.claim.id, one) for compared, one in found if compared.allowed]
    taken, kinds, refused = [lead], {kind(lead.claim, names): lead}, set()
    for _, _, one in sorted(allowed, key=lambda candidate: candidate[:2]):
        ours = kind(one.claim, names)
        if ours in refused:
            continue
        if ours in kinds or all(match(one.claim, other.claim, names).allowed for other in kinds.values()):
            kinds.setdefault(ours, one)
            taken.append(one)
        else:
            refused.add(ours)
    return taken


def _group_order(group: Sequence[Figure], names: Names, by: str) -> tuple[object, ...]:
    """More sources first, then the more telling kind of count, whole populations, later and leading figures."""
    lead = group[0].claim
    return (
        -_sources(group, names, by),
        _BASIS_ORDER.index(lead.basis),
        names.population(lead.population, lead.place).whom is Whom.GROUP,
        -max(dated_day(figure.claim) for figure in group).toordinal(),
        -dated_day(lead).toordinal(),
        lead.id,
    )
