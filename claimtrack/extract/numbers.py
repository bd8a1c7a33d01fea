"""Number expressions: from tokens to quantities with bounds and a qualifier.

A quantity is a number as the text writes it, in digits or words, alone or as a range, with what limits it:
`at least 1.4 million`, `between 30 and 40`, `several hundred`, `a dozen`, `no`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import prod

import msgspec
from msgspec.structs import replace

from claimtrack.extract.tokens import Token
from claimtrack.lexicon.classes import WordClass as W
from claimtrack.lexicon.readings import Lexicon
from claimtrack.model import Qualifier

QUANTITY = "9"
MAXIMUM = 10_000_000_000
_GROUP = re.compile(
    r"(?P<before>q*)"
    r"(?P<core>"
    r"02*"  # 45,484; 1.4 million
    r"|y?5[yO]*[24]"  # half a million
    r"|[y01]?4(?!O?[23])"  # a dozen, two dozen
    r"|y?6[24]2*"  # several hundred thousand
    r"|3(?:[O&]3)*"  # tens of thousands
    r"|[01]&y?5[24]"  # one and a half million
    r"|y?(?=2)2+(?:&[12]+)?"  # a hundred and four
    r"|[12]+(?:(?<=2)&[12]+)*"  # one hundred and four
    r"|7"
    r")"
    r"(?P<after>Q*)"
)
_SUFFIXED = re.compile(r"([\d.,\s]*\d)\s*([A-Za-z]*)")
_ANYWHERE = frozenset({"anywhere", "somewhere"})
# A comma with one or two digits behind it is a decimal one; the tokens keep it only in front of a scale word.
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
# A count with three decimals and no scale word is written with a point for the thousands.
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")


class Quantity(msgspec.Struct, frozen=True):
    """A number expression: tokens `first` up to `last` (excluded), the span of the number without its qualifier."""

    first: int
    last: int
    start: int
    end: int
    text: str
    low: int | None
    high: int | None
    qualifier: Qualifier
    value: float

    @property
    def is_zero(self) -> bool:
        """Whether it says that there were none."""
        return self.high == 0


def quantities(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Quantity]:
    """All number expressions among the tokens, in order."""
    letters = "".join(token.reading.cls for token in tokens)
    found = [q for match in _GROUP.finditer(letters) if (q := _read(text, tokens, match, lexicon)) is not None]
    return _join_ranges(text, tokens, found)


def _read(text: str, tokens: Sequence[Token], match: re.Match[str], lexicon: Lexicon) -> Quantity | None:
    """One quantity from the tokens that a match covers, or None where they make no number."""
    first, last = match.span("core")
    core = tokens[first:last]
    bounds = _bounds(core, lexicon)
    if bounds is None:
        return None
    low, high, vague = bounds
    exact = None if vague else _value(core, "".join(token.reading.cls for token in core), lexicon)
    value = float(low) if exact is None else exact
    before = [token.reading.kind for token in tokens[match.start("before") : first]]
    after = [token.reading.kind for token in tokens[last : match.end("after")]]
    kind = next((k for k in before + after if k and k != "exact"), None)
    qualifier = Qualifier(kind) if kind else (Qualifier.VAGUE if vague else Qualifier.EXACT)
    low_, high_ = limit(low, high, qualifier)
    start, end = core[0].start, core[-1].end
    shown = text[tokens[match.start()].start : tokens[match.end() - 1].end]
    return Quantity(match.start(), match.end(), start, end, shown, low_, high_, qualifier, value)


def limit(low: int, high: int | None, qualifier: Qualifier) -> tuple[int | None, int | None]:
    """The bounds that a qualifier leaves of a figure."""
    if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return low, None
    if qualifier in (Qualifier.UP_TO, Qualifier.LESS_THAN, Qualifier.NEARLY) and high is not None:
        return None, high
    return low, high


def _bounds(core: Sequence[Token], lexicon: Lexicon) -> tuple[int, int | None, bool] | None:
    """Low, high and vagueness of the number that tokens spell, or None where they spell none."""
    words = " ".join(token.lower for token in core)
    if words in lexicon.vague:
        low, high = lexicon.vague[words]
        return low, high, True
    letters = "".join(token.reading.cls for token in core)
    if W.VAGUE in letters:
        reading = core[-1].reading if len(core) == 1 else None
        return (int(reading.value), None if reading.high is None else int(reading.high), True) if reading else None
    if letters == W.ZERO:
        return 0, 0, False
    if W.SEVERAL in letters:
        return _several(core, lexicon)
    value = _value(core, letters, lexicon)
    if value is None or not 0 <= value <= MAXIMUM:
        return None
    return round(value), round(value), False


def _several(core: Sequence[Token], lexicon: Lexicon) -> tuple[int, int | None, bool] | None:
    """Bounds of `a few dozen`: those of `several dozen` where the table has it, else two to nine times the scale."""
    scales = [token for token in core if token.reading.cls in (W.SCALE, W.DOZEN)]
    named = lexicon.vague.get(" ".join(["several", *(token.lower for token in scales)]))
    if named is not None:
        return *named, True
    scale = prod(token.reading.value for token in scales)
    return int(2 * scale), int(10 * scale) - 1, True


def _value(core: Sequence[Token], letters: str, lexicon: Lexicon) -> float | None:
    """The number that exact tokens spell: digits with scales, or words as English adds and multiplies them."""
    if W.FRACTION in letters and letters[0] in (W.CARDINAL, W.DIGITS):
        whole = core[0].reading.value or digits(core[0].text, lexicon) or 0
        return (whole + core[_at(letters, W.FRACTION)].reading.value) * core[-1].reading.value
    if W.FRACTION in letters:
        return core[_at(letters, W.FRACTION)].reading.value * core[-1].reading.value
    if letters.endswith(W.DOZEN):
        factor = 1.0
        if letters[0] == W.DIGITS:
            factor = digits(core[0].text, lexicon) or 0
        elif letters[0] == W.CARDINAL:
            factor = core[0].reading.value
        return factor * core[-1].reading.value
    total, current = 0.0, 0.0
    for i, token in enumerate(core):
        cls = token.reading.cls
        if cls == W.DIGITS:
            number = digits(token.text, lexicon)
            if number is None:
                return None
            if letters == W.DIGITS and _THOUSANDS.fullmatch(token.text):
                number *= 1000
            current = number
        elif cls == W.CARDINAL:
            value = token.reading.value
            tens = current % 100
            if tens and not (tens >= 20 and tens % 10 == 0 and value < 10):
                return None
            current += value
        elif cls == W.SCALE:
            scale = token.reading.value
            current = (current or 1.0) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif cls in (W.ARTICLE, W.AND) and i < len(core) - 1:
            continue
    return total + current


def _at(letters: str, cls: str) -> int:
    """Where a class first stands."""
    return letters.index(cls)


def digits(text: str, lexicon: Lexicon) -> float | None:
    """The value of a number in digits: `45,484`, `1.4m`, `70 000`, `1.234.567`, `1,50,000`, in any script."""
    match = _SUFFIXED.fullmatch(text)
    if not match:
        return None
    body = match[1].replace(",", ".") if _DECIMAL_COMMA.fullmatch(match[1]) else re.sub(r"[,\s]", "", match[1])
    if body.count(".") > 1:
        body = body.replace(".", "")
    try:
        value = float(body)
    except ValueError:
        return None
    suffix = match[2].lower()
    if suffix:
        scale = lexicon.suffixes.get(suffix)
        return value * scale if scale else None
    return value


def _join_ranges(text: str, tokens: Sequence[Token], found: list[Quantity]) -> list[Quantity]:
    """Join two quantities that make one range: `30-40`, `30 to 40`, `between 30 and 40`, `two or three`."""
    joined: list[Quantity] = []
    for quantity in found:
        if joined and (merged := _range(text, tokens, joined[-1], quantity)):
            joined[-1] = merged
        else:
            joined.append(quantity)
    return joined


def _range(text: str, tokens: Sequence[Token], a: Quantity, b: Quantity) -> Quantity | None:
    """The range from `a` to `b`, or None where they are two figures."""
    between = tokens[a.last : b.first]
    if len(between) != 1 or b.qualifier not in (Qualifier.EXACT, Qualifier.VAGUE) or (a.low is None and a.high is None):
        return None
    link, opener = between[0], tokens[a.first - 1].lower if a.first else ""
    low, high = a.value, b.value
    if low < 1000 <= high and high % 1000 == 0 and low * 1000 < high and b.end - b.start > len(str(int(high // 1000))):
        low = _share_scale(text, low, b)
    opened = opener == "between" and (link.reading.cls == W.AND or link.lower == "to")
    anywhere = opener == "from" and a.first > 1 and tokens[a.first - 2].lower in _ANYWHERE
    is_range = (
        opened
        or (anywhere and link.lower == "to")
        or (link.reading.cls == W.DASH and link.start == a.end and link.end == b.start)
        or (link.lower in ("to", "or", "and/or") and opener not in ("from", "by"))
        or (
            link.lower == "to"
            and opener == "from"
            and tokens[max(0, a.first - 2)].reading.cls in (W.BE, W.CHANGE)
            and tokens[max(0, a.first - 2)].lower.startswith(("rang", "vari"))
        )
    )
    if not is_range or low >= high or (link.lower == "or" and high > 2 * low and high - low > 1):
        return None
    start = tokens[a.first - 1].start if opened else a.start
    shown = text[tokens[a.first].start if not opened else start : b.end]
    first = a.first - (1 if opened else 2 if anywhere else 0)
    if a.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return replace(a, first=first, last=b.last, start=start, end=b.end, text=shown)
    top = b.high if b.high is not None else round(high)
    return Quantity(first, b.last, start, b.end, shown, round(low), top, Qualifier.RANGE, low)


def _share_scale(text: str, low: float, b: Quantity) -> float:
    """`3.0 and 3.49 million`: the scale word behind the second number counts for the first as well."""
    written = _SUFFIXED.match(text, b.start, b.end)
    if not written:
        return low
    try:
        plain = float(re.sub(r"[,\s]", "", written[1]))
    except ValueError:
        return low
    scale = b.value / plain if plain else 1
    return low * scale if scale >= 1000 else low
