"""Long texts that break readers: one mark a million times, endless sentences, runs of every kind that a rule looks for.

Each is made at any length, so that two lengths can be compared. The benchmark `linear` times them; the tests only
read them, short.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

NEWS = (
    "At least 12 people were killed and 30 wounded when a bus left the road near Keld on Monday, police said. "
    "“We found 14 survivors in the river,” the mayor, Ana Costa, told reporters. The driver was not among them. "
    "The road has been closed since the spring, when rain took a bridge away. According to the ministry of health, "
    "45,484 people have been displaced across the country since 7 October 2023, including 16,500 children. "
    "Officials have promised a new bridge. Nobody in the town believes them."
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
PLACES = "in Lagos, Nairobi, Kabul and Gaza City, near Beirut, "
TAGS = '<div class="a"><p>12 people were <b>killed</b> in <a href="https://a.example/b?c=1">Keld</a>.</p></div>\n'


def repeat(piece: str) -> Callable[[int], str]:
    """A piece again and again."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def between(opening: str, piece: str, closing: str) -> Callable[[int], str]:
    """A piece again and again, with something else before and behind the whole run."""
    return lambda size: opening + repeat(piece)(size - len(opening) - len(closing)) + closing


def numbered(piece: Callable[[int], str]) -> Callable[[int], str]:
    """Pieces that differ by a number which counts up."""

    def made(size: int) -> str:
        parts, length = list[str](), 0
        for n in count():
            if length >= size:
                break
            parts.append(piece(n))
            length += len(parts[-1])
        return "".join(parts)[:size]

    return made


def _day(n: int) -> str:
    return f"{n % 28 + 1} {('January', 'May', 'August', 'November')[n % 4]} {1900 + n // 28 % 120}"


LONG: dict[str, Callable[[int], str]] = {
    "question marks": repeat("?"),
    "question marks, then a letter": between("", "?", "x"),
    "full stops": repeat("."),
    "dots apart": repeat(". "),
    "digits": repeat("1"),
    "zeros": repeat("0"),
    "digits in groups": repeat("123,"),
    "digits in Indian groups": repeat("12,"),
    "digits in groups by spaces": repeat("123 "),
    "digits in groups by dots": repeat("123."),
    "ones and commas": repeat("1,"),
    "numbers and hyphens": repeat("12-"),
    "numbers and slashes": repeat("12/"),
    "numbers and colons": repeat("12:"),
    "numbers and commas": repeat("12, "),
    "numbers by lines": repeat("12\n"),
    "spaces": repeat(" "),
    "spaces between letters": between("a", " ", "b"),
    "spaces behind a month": between("May", " ", "12 people were killed"),
    "lines": repeat("\n"),
    "lines of spaces": repeat("  \n"),
    "lines of other white space": between("Killed 12\n", "\x0b\n", "x"),
    "carriage returns": between("Killed 12\n", "\r", "x"),
    "one blank line of spaces": between("12 killed\n", " ", "\n\n30 wounded"),
    "no-break spaces": repeat("\u00a0"),
    "combining marks": between("e", "\u0301", " 12 killed"),
    "at least": repeat("at least "),
    "at least 12": repeat("at least 12 "),
    "and": repeat("and "),
    "in": repeat("in "),
    "said": repeat("said "),
    "the": repeat("the "),
    "of": repeat("12 of "),
    "including": repeat("including "),
    "including 12": repeat("including 12 "),
    "killed": repeat("killed "),
    "killed 12": repeat("killed 12 "),
    "since then": repeat("12 killed since then "),
    "number words": repeat("hundred thousand million "),
    "one endless word": repeat("x"),
    "one endless word of signs": repeat("@x#y"),
    "hyphens": repeat("a-"),
    "apostrophes": repeat("a’b"),
    "dots in words": repeat("a.b."),
    "capital initials": repeat("A."),
    "capitals": repeat("KILLED TWELVE IN KELD. "),
    "names": repeat("Ana Costa "),
    "weekdays": repeat(WEEKDAYS),
    "places": repeat(PLACES),
    "full dates": numbered(lambda n: f"{_day(n)} "),
    "full dates and days without a year": numbered(lambda n: f"On 3 {('March', 'April')[n % 2]} 12 died; {_day(n)}. "),
    "days of statement": repeat("As of 24 November 2023 12 people had been killed. "),
    "days of statement, last": numbered(
        lambda n: "Twelve were killed. " if n % 2 else "Figures are as of 3 May 2023. "
    ),
    "quotes": repeat("“"),
    "straight quotes": repeat('"'),
    "quotes closed": repeat("“”"),
    "a quotation never closed": between("“", "We saw 12 dead. ", ""),
    "said in quotations": repeat("“12 died,” he said. "),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "open brackets": repeat("("),
    "commas": repeat(","),
    "semicolons and spaces": between("", "; ", "\n"),
    "bars and spaces": repeat("| "),
    "table rows": repeat("| Keld | 12 killed | 30 wounded |\n"),
    "dashes": repeat("— "),
    "bullets": repeat("• 12 killed\n"),
    "signatures": repeat("— A (@a"),
    "spaces before a signature": between("12 killed (@a) —", " ", "(@b)"),
    "posts": repeat("12 people were killed in Keld — Ana Costa (@ana) May 3, 2023\n\n"),
    "posts in one line": repeat("12 people were killed in Keld. — Ana Costa (@ana) May 3, 2023 "),
    "datelines": repeat("KELD, Nov. 13 (ABC) -- Police said 12 people were killed.\n\n"),
    "links": repeat("https://a.example/b "),
    "one endless link": between("https://", "a/", ""),
    "tags": repeat(TAGS),
    "open tags": repeat("<a href="),
    "lists of names": repeat("The 12 men, a, b, c, d, e, f, g, h, i, j, were killed. "),
    "one figure a paragraph": repeat("12 dead.\n\n"),
    "one figure a line": repeat("12 dead.\n"),
    "one sentence": repeat("and 12 people were killed in Keld "),
    "news in one sentence": lambda size: repeat(NEWS.replace(".", ",") + " ")(size),
    "news in one paragraph": repeat(NEWS + " "),
    "a figure at the end of one paragraph": between("", "The rain went on. ", "There 12 were killed."),
    "no place in one paragraph": repeat("12 people were killed. "),
    "figures of nobody in one paragraph": repeat("Twelve were found dead and the rain went on. The rain went on. "),
    "incidents in one paragraph": repeat("A bus fell and 12 people were killed. Nobody came. "),
    "wrapped lines": repeat("12 people were killed in the town of Keld on the banks of\n"),
    "short lines": repeat("a\n"),
    "news": repeat(NEWS + "\n\n"),
}
"""The texts by name: a function of the number of characters wanted."""
