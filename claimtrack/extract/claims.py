"""From the bound numbers of a sentence to its claims, each with everything that the text says of it."""

from __future__ import annotations

from claimtrack.extract.attributions import attribution
from claimtrack.extract.basis import basis_of
from claimtrack.extract.confidence import confidence
from claimtrack.extract.dating import Stretch, period_of
from claimtrack.extract.places import PlaceMention
from claimtrack.extract.population import is_anaphoric, population_of
from claimtrack.extract.reading import Line
from claimtrack.extract.rules import Binding
from claimtrack.extract.scope import Story
from claimtrack.extract.senses import things
from claimtrack.extract.source import Source
from claimtrack.extract.status import is_withdrawn, status_of
from claimtrack.extract.times import Role
from claimtrack.extract.units import Unit
from claimtrack.lexicon import places as gazetteer
from claimtrack.lexicon.readings import Metric
from claimtrack.model import Basis, Claim, Period, Span, Status, Value, claim_id


def claims_of(line: Line, at: int, story: Story) -> list[Claim]:
    """The claims of sentence `at` of a page, in order."""
    taken = [i for i, b in sorted(line.bindings.items()) if wanted(line.units[i], b)]
    made: dict[int, Claim] = {}
    for n, i in enumerate(taken):
        left = line.units[taken[n - 1]].end if n else line.sentence.start
        right = line.units[taken[n + 1]].start if n + 1 < len(taken) else line.sentence.end
        quantity = line.units[i].quantity
        assert quantity is not None
        made[i] = _claim(line, at, i, Stretch(left, quantity.start, right), story, made)
    return list(made.values())


def _id_ahead(line: Line, whole: int | None) -> str | None:
    """The id of the larger figure where it stands behind its share (`24,700 of the 34,600 deaths`)."""
    binding = line.bindings.get(whole) if whole is not None else None
    if whole is None or binding is None or not wanted(line.units[whole], binding):
        return None
    return id_of(line, whole, binding)


def id_of(line: Line, i: int, binding: Binding) -> str:
    """The id of the claim that the figure in unit `i` makes under a binding with a metric."""
    quantity = line.units[i].quantity
    assert quantity is not None and binding.metric is not None
    span = Span(start=quantity.start, end=quantity.end)
    page = line.page
    return claim_id(page.document.id, page.segment, span, binding.metric, quantity.low, quantity.high)


def wanted(unit: Unit, binding: Binding) -> bool:
    """Whether a bound number makes a claim; `no` and `none` do only where they say of whom."""
    quantity = unit.quantity
    if binding.metric is None or binding.refused is not None or quantity is None:
        return False
    return (
        not quantity.is_zero
        or unit.name == "counted"
        or (unit.name == "bare" and quantity.text.lower() in ("no one", "nobody", "none", "no-one"))
    )


def _claim(line: Line, at: int, i: int, stretch: Stretch, story: Story, made: dict[int, Claim]) -> Claim:
    """One claim."""
    unit, binding, page = line.units[i], line.bindings[i], line.page
    lexicon, quantity = page.lexicon, line.units[i].quantity
    assert quantity is not None and binding.metric is not None
    metric = lexicon.metrics[binding.metric]
    source = story.voices.at(at, stretch.position)
    default = default_basis(metric, line, i, binding)
    if default == Basis.INCIDENT and metric.name == "deaths" and _of_disease(line):
        default = Basis.CUMULATIVE
    trigger = line.units[binding.trigger].first if binding.trigger is not None else None
    when = story.dating.when_of(at, stretch, default, trigger, after=metric.name in _AFTERMATH)
    basis = basis_of(default, line, i, binding, when)
    period, as_of = period_of(when, basis, story.dating.as_of(at))
    status = status_of(line, i, binding, source)
    if status == Status.PROJECTED and (when is None or when.span.start < line.sentence.start):
        period = Period()
    if source is not None and (source.kind == "deny" or is_withdrawn(source, lexicon)):
        source = None
    total = when is not None and when.role in (Role.SINCE, Role.WINDOW) and basis in (Basis.CUMULATIVE, Basis.PERIOD)
    place = story.setting.place_of(at, stretch, source, total=total)
    where, country = _place(line, i, source, place)
    population = population_of(line, i, binding)
    whole = made.get(binding.whole) if binding.whole is not None else None
    if whole is None and population is not None and is_anaphoric(line, i):
        whole = next((claim for claim in reversed(made.values()) if claim.population == population), None)
    span = Span(start=quantity.start, end=quantity.end)
    document = page.document
    return Claim(
        id=claim_id(document.id, page.segment, span, metric.name, quantity.low, quantity.high),
        document=document.id,
        metric=metric.name,
        value=Value(text=quantity.text, low=quantity.low, high=quantity.high, qualifier=quantity.qualifier),
        unit=_unit(unit, metric),
        population=population or (whole.population if whole and metric.name != whole.metric else None),
        basis=basis,
        status=status,
        attribution=attribution(source, lexicon) if source else None,
        place=where,
        country=country,
        period=period,
        as_of=as_of,
        part_of=whole.id if whole else binding.whole_id or _id_ahead(line, binding.whole),
        segment=page.segment,
        sentence=" ".join(page.text[line.sentence.start : line.sentence.end].split()),
        span=span,
        outlet=document.outlet,
        published=document.published,
        rules=(binding.rule,),
        confidence=confidence(binding.rule, metric.name, status, lexicon),
    )


def _of_disease(line: Line) -> bool:
    """Whether deaths are of a disease, which are counted on and on: their sentence or page is about one."""
    return line.page.epidemic or not line.words.isdisjoint(line.page.lexicon.disease)


def _unit(unit: Unit, metric: Metric) -> str:
    """What is counted, by the noun behind the number, else what its metric counts first."""
    if unit.name == "families":
        return "families"
    said = things(unit)
    return next((name for name in metric.counts if name in said), said[0] if said else metric.counts[0])


# What goes on after an event: who has been arrested, or saved, is counted up to now.
_AFTERMATH = frozenset({"detained", "rescued", "evacuated", "released"})
_HELD = frozenset({"abducted", "evacuated", "detained"})


def default_basis(metric: Metric, line: Line, i: int, binding: Binding) -> Basis:
    """A metric's own basis; a stock where people are counted by what they are (`104 hostages`), or still are so."""
    if metric.name in _HELD:
        unit = line.units[i]
        if binding.rule == "counted-noun" and unit.head is not None and unit.head.both:
            return Basis.STOCK
        trigger = binding.trigger if binding.trigger is not None else i
        words = line.tokens[min(unit.first, line.units[trigger].first) : max(unit.last, line.units[trigger].last)]
        if any(token.lower in line.page.lexicon.sets["basis.lasting"] for token in words):
            return Basis.STOCK
    return Basis(metric.basis)


def _place(line: Line, i: int, source: Source | None, place: PlaceMention | None) -> tuple[str | None, str | None]:
    """The place as said, and its country's code; of a country's own people (`1,200 of its soldiers`), that country."""
    unit = line.units[i]
    inside = line.tokens[unit.quantity.last : unit.last] if unit.quantity else []
    own = any(t.lower in line.page.lexicon.sets["population.own"] for t in inside)
    if own and source is not None:
        country = gazetteer.find(source.mention)
        if country is not None and country.kind == "country":
            return source.mention, country.country if country.certain else None
    return (place.text, place.country) if place else (None, None)
