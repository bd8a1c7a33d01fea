"""The sentences of a page where a user has metrics of their own, whose words take nothing from the built-in ones."""

from __future__ import annotations

from claimtrack.extract import reading
from claimtrack.extract.pages import Page
from claimtrack.extract.reading import Line
from claimtrack.model import Status


def lines(page: Page) -> list[Line]:
    """The sentences of a page.

    Each is read without the user's metrics, and where one of their words stands in it, with them as well. That second
    reading is taken where it finds a figure of theirs and loses none that the first one finds.
    """
    found = reading.lines(page)
    base = page.lexicon.base
    if base is None:
        return found
    plain = Page(page.document, page.text, page.start, page.segment, base)
    mine = frozenset(page.lexicon.metrics) - base.metrics.keys()
    return [_chosen(before, line, mine) for before, line in zip(reading.lines(plain), found, strict=True)]


def _chosen(plain: Line, own: Line, mine: frozenset[str]) -> Line:
    """The reading of a sentence that is taken: the plain one, or the one with the user's metrics, which are `mine`."""
    tells = own.page.lexicon.own_tells
    if tells is None or not tells.spots(own.bare) or not own.promising:
        return plain
    if not any(binding.metric in mine for binding in own.bindings.values()):
        return plain
    before, after = _figures(plain), _figures(own)
    kept = all(after.get(span) == said if said else span in after for span, said in before.items())
    return own if kept else plain


def _figures(line: Line) -> dict[tuple[int, int], tuple[str, Status] | None]:
    """The figures of a sentence: where each stands, and its metric; None for one that only goes on with another's."""
    found: dict[tuple[int, int], tuple[str, Status] | None] = {}
    for i, binding in line.bindings.items():
        quantity = line.units[i].quantity
        if quantity is not None and binding.refused is None:
            found[quantity.start, quantity.end] = (binding.metric, binding.status) if binding.metric else None
    return found
