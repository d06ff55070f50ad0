"""How large, how long and in what letters the values of a pack may be.

The types of `livegame.catalog.models` and `nights` have ends of their own where a value could do
harm to the rules; a stranger's pack has them for every number, and for the length of every text
that a screen shows. What a type says holds where nothing stands here.
"""

import re

from livegame.catalog.packs_days_bounds import LENGTHS
from livegame.catalog.packs_days_bounds import RANGES as OF_DAYS

MOST_ENTRIES = 500  # of one list or table
MOST_TICKS = 1500  # of one evening
MOST_ROLES, MOST_GOODS = 32, 24  # of one evening, of one role
MOST_SEGMENTS, MOST_PITCHES, MOST_INCIDENTS = 12, 36, 40
MOST_CELLS = 6000  # roles times goods of the fullest role times segments
BIG = 10.0**10

# (type, field): smallest and largest, also of each entry of a list or table.
RANGES: dict[tuple[str, str], tuple[float, float]] = {
    ("Assumption", "value"): (-BIG, BIG),
    ("Assume", "value"): (-BIG, BIG),
    ("Segment", "share"): (1, 1000),
    ("Segment", "interest"): (-10.0, 10.0),
    ("Segment", "likes"): (-15.0, 15.0),
    ("Pitch", "voice"): (-1000, 1000),
    ("Pitch", "desire"): (0, 20_000),
    ("Pitch", "doubt"): (0, 5000),
    ("Pitch", "trust"): (-1000, 1000),
    ("Pitch", "anchor"): (0, 2000),
    ("Product", "stock"): (0, 10**7),
    ("Product", "stock_max"): (1, 10**7),
    ("Incident", "eased"): (0, 1000),
    ("Cue", "release"): (0, 10**7),
    ("Cue", "price"): (1, 2000),
    ("Script", "lots"): (0, 10**7),
    ("Scenario", "minutes"): (5, 1440),
    ("Scenario", "tick_seconds"): (5, 300),
    ("Scenario", "curve"): (0.001, 1000.0),
    ("Scenario", "curves"): (0.001, 1000.0),
    ("Scenario", "busy"): (0.0, 0.99999),
    ("Target", "limit"): (0.0, BIG),
    ("Target", "value"): (0.0, 10.0**13),
    ("Fact", "value"): (-(10.0**15), 10.0**15),
    ("Fit", "rules"): (0, 255),
    ("Fit", "arrivals"): (0.00001, 5.0),
    ("Fit", "appeal"): (-20.0, 10.0),
    ("Fit", "par"): (1, 10**15),
    **OF_DAYS,
}

_ID = (re.compile(r"[a-z0-9][a-z0-9_.-]{0,47}"), "small letters, digits, . _ -, at most 48")
_REF = (re.compile(r"|[a-z0-9][a-z0-9_.-]{0,63}"), 'an id, or "" for none')


def _one_of(*names: str) -> tuple[re.Pattern[str], str]:
    words = ", ".join(name or '""' for name in names)
    return re.compile("|".join(map(re.escape, names))), words


PATTERNS: dict[tuple[str, str], tuple[re.Pattern[str], str]] = {
    ("Manifest", "id"): (
        re.compile(r"[a-z0-9][a-z0-9-]{2,31}"),
        "3 to 32 small letters, digits and hyphens",
    ),
    **{
        (kind, "id"): _ID
        for kind in (
            *("Article", "Fact", "Source", "Assumption", "Segment", "Pitch", "Host", "Product"),
            *("Scenario", "Incident", "Courier", "Target", "Assume"),
            *("Campaign", "Route", "Slot", "Coupon", "Trainee", "Farm", "Happening", "Trophy"),
            *("Joint", "Region"),
        )
    },
    **dict.fromkeys(
        (
            *(("Fact", "article"), ("Product", "host"), ("Script", "role"), ("Cue", "pitch")),
            *(("Cue", "product"), ("Segment", "hears"), ("Pitch", "after"), ("Fit", "scenario")),
        ),
        _REF,
    ),
    ("Product", "category"): (re.compile(r"[a-z][a-z-]{0,13}"), "small letters, at most 14"),
    ("Product", "price_kind"): _one_of("assumed", "outside"),
    ("Pitch", "key"): (re.compile(r"[a-z0-9]"), "one small letter or digit"),
    ("Line", "needs"): _one_of("", "product"),
    ("Target", "kind"): _one_of("fitted", "implied", "held_out"),
    ("Campaign", "key"): (re.compile(r"[a-z0-9][a-z0-9-]{2,31}"), "small letters, digits, -"),
    ("Scenario", "date"): (
        re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"),
        "as 2020-06-09",
    ),
    ("Scenario", "starts"): (
        re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"),
        "as 20:00:00",
    ),
}

for _name in ("date", "starts"):
    PATTERNS["Campaign", _name] = PATTERNS["Scenario", _name]
PATTERNS["Slot", "starts"] = PATTERNS["Scenario", "starts"]

# Characters of a text; what a screen of 80 columns has room for.
_LENGTHS: dict[str, int] = {
    **dict.fromkeys(("id", "scenario", "role", "host", "pitch", "product", "source"), 64),
    **dict.fromkeys(("key", "date", "starts", "festival", "platform", "country", "unit"), 20),
    **dict.fromkeys(("country_zh", "name_zh", "office_zh", "short", "category"), 14),
    **dict.fromkeys(("title", "name"), 40),
    **dict.fromkeys(("pack", "by"), 20),
    "office": 56,
    "about": 240,
    "intro": 360,
    "ending": 320,
    "notes": 220,
    "blurb": 110,
    "what": 160,
    "risk": 90,
    "cause": 140,
}
_OWN: dict[tuple[str, str], int] = {
    ("Assumption", "unit"): 60,
    ("Fact", "unit"): 60,
    ("Fact", "platform"): 60,
    ("Pitch", "about"): 16,
    ("Pitch", "name"): 30,
    ("Segment", "name"): 26,
    ("Line", "text"): 60,
    ("Incident", "text"): 140,
    ("Article", "title"): 120,
    ("Source", "title"): 120,
    ("Article", "date"): 30,
    ("Source", "date"): 30,
    ("Article", "publication"): 70,
    ("Source", "publication"): 80,
    ("Courier", "name"): 48,
}
OTHERS = 300


def longest(where: tuple[str, str]) -> int:
    """How many characters a text may have, by type and field."""
    return (_OWN | LENGTHS).get(where, _LENGTHS.get(where[1], OTHERS))
