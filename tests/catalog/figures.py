"""Numbers in texts: finding them, in digits and in words, and what each of them is worth."""

import re
from fractions import Fraction

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
UNITS += " fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
GREAT = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
         "trillion": 10**12}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
         "hundredth": 100}  # fmt: skip
TIMES = {"twice": 2, "double": 2, "doubled": 2, "tenfold": 10, "hundredfold": 100}
SMALL = {name: n for n, name in enumerate(UNITS.split())}
SMALL |= {name: 10 * n for n, name in enumerate(TENS.split(), 2)}

DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
# "one", "first" and "second" are words of every sentence; they count only inside a larger number.
ALONE = [*(name for name in SMALL if name not in ("zero", "one")), *GREAT, *PARTS, *TIMES]
INSIDE = [*SMALL, *GREAT, *PARTS]


def _words(names: list[str]) -> str:
    return "|".join(sorted((rf"{name}(?:s\b|\b)" for name in names), key=len, reverse=True))


_LINK = r"(?:[\s-]+(?:(?:and|of)[\s-]+)?(?:an?[\s-]+)?)"
NUMBER = re.compile(
    rf"(?:(?<![\w.])|(?<=RMB))(?:{DIGITS}(?!\w)|(?:one(?={_LINK}(?:{_words(list(GREAT))}))|\b(?:{_words(ALONE)})))"
    rf"(?:{_LINK}(?:{_words(INSIDE)}))*",
    re.IGNORECASE,
)


def numbers_in(text: str) -> list[tuple[int, int]]:
    """Where the numbers of a text begin and end."""
    return [found.span() for found in NUMBER.finditer(text)]


def worth(words: str) -> Fraction:
    """What the first number of some words is worth; "half a million" is 500,000.

    Raises:
        ValueError: there is none.
    """
    found = NUMBER.search(words)
    if not found:
        raise ValueError(f"no number in {words!r}")
    total, now, part = Fraction(0), Fraction(0), Fraction(1)
    for word in re.findall(rf"{DIGITS}|[a-z]+", found.group().lower()):
        name = word if word in GREAT or word in PARTS or word in SMALL else word.removesuffix("s")
        if word[0].isdigit():
            now += Fraction(word.replace(",", ""))
        elif word in TIMES:
            now += TIMES[word]
        elif name in SMALL:
            now += SMALL[name]
        elif name in PARTS:
            part *= Fraction(1, PARTS[name]) * (now or 1)
            now = Fraction(0)
        elif name in GREAT:
            now = (now or 1) * GREAT[name]
            if GREAT[name] > 100:
                total, now = total + now, Fraction(0)
    whole = total + now
    return part * (whole or 1)
