"""Which figures are compared where they speak of several things: the set that most sources speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.analysis.figures import Figure, dated_day
from claimtrack.analysis.names import Names, Whom
from claimtrack.analysis.series import family, match, series_key
from claimtrack.analysis.sources import source_key
from claimtrack.model import Basis

_BASIS_ORDER = (Basis.CUMULATIVE, Basis.STOCK, Basis.INCIDENT, Basis.PERIOD, Basis.FLOW, Basis.UNKNOWN)


def comparable(figures: Sequence[Figure], names: Names, by: str) -> list[Figure]:
    """The largest set of figures that all match each other, its leading figure first."""
    families: dict[object, list[Figure]] = {}
    for figure in figures:
        families.setdefault(family(figure.claim, names), []).append(figure)
    groups = [_matching(lead, members, names) for members in families.values() for lead in _leads(members, names)]
    return min(groups, key=lambda group: _group_order(group, names, by), default=[])


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
    taken = [lead]
    for _, _, one in sorted(allowed, key=lambda candidate: candidate[:2]):
        if all(match(one.claim, other.claim, names).allowed for other in taken[1:]):
            taken.append(one)
    return taken


def _group_order(group: Sequence[Figure], names: Names, by: str) -> tuple[object, ...]:
    """More sources first, then the more telling kind of count, whole populations, later and leading figures."""
    lead = group[0].claim
    return (
        -len({source_key(figure.claim, names, by) for figure in group}),
        _BASIS_ORDER.index(lead.basis),
        names.population(lead.population, lead.place).whom is Whom.GROUP,
        -max(dated_day(figure.claim) for figure in group).toordinal(),
        -dated_day(lead).toordinal(),
        lead.id,
    )
