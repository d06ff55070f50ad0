"""How large the numbers of a pack's campaign of several days may be."""

MOST_DAYS = 14
MOST_STAGES = 12
MOST_TICKS = 6000  # of all its evenings together
MOST: dict[str, tuple[int, int]] = {  # rows of a table, fewest and most
    "roles": (1, 8),
    "crop": (1, 48),
    "slot": (1, 8),
    "coupon": (0, 8),
    "route": (0, 8),
    "happening": (0, 40),
    "rung": (1, 6),
    "trophy": (0, 8),
    "trainee": (0, 12),
    "farm": (0, 12),
    "region": (0, 16),
    "target": (0, 16),
}
# What leads up to a night of the game's own; a pack cannot have it.
NIGHTLY = ("offer", "window", "depot", "carrier", "topic", "goal")
EFFECTS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(
        ("traffic", "evening", "ageing", "crew", "wage", "freight", "lessons"), (0, 20_000)
    ),
    "delay": (0, 1000),
    "trust": (-1000, 1000),
    "fans": (-1000, 5000),
}
CAUSES = ("", "turned", "over", "late", "fans", "wasted", "sold", "skill")
RULES: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("purse", "hands", "ageing", "complain"), (0, 10_000)),
    "shows": (0, MOST_DAYS),
    "patience": (1, 3),
    "blind": (0, 1),
    "coupons": (0, 1),
    "licence": (0, 1000),
    "places": (0, 12),
    "farms": (1, 12),
}
# Assumptions days.KEY.NAME that a campaign needs: smallest and largest, also of a list's entries.
NUMBERS: dict[str, tuple[float, float]] = {
    "purse": (0, 10**8),
    "crowd": (1, 10**9),
    "traffic": (0.01, 100.0),  # a list, one a day
    "evening-share": (0.0001, 1.0),
    "fan-draw": (0.0, 1.0),
    "advert-unit": (1, 10**7),
    "advert-lift": (0.0, 5.0),
    "advert-most": (0, 10**8),
    "wage": (0, 10**6),
    "hands": (0, 10_000),
    "hands-most": (0, 10_000),
    "resale": (0.0, 1.0),
}
VILLAGE: dict[str, tuple[float, float]] = {
    "places": (0, 12),
    "on-air": (1, 12),
    "draw-new": (0.0, 20.0),
    "draw-best": (0.0, 20.0),
    "appeal-new": (-10.0, 10.0),
    "appeal-best": (-10.0, 10.0),
}
LISTED = "traffic"

# (type, field): smallest and largest, also of each entry of a list or table.
RANGES: dict[tuple[str, str], tuple[float, float]] = {
    ("Campaign", "days"): (2, MOST_DAYS),
    ("Evening", "minutes"): (5, 60),
    ("Evening", "tick_seconds"): (5, 60),
    ("Route", "loads"): (1, 200),
    ("Route", "cost"): (0, 10**8),
    ("Route", "leaves"): (1, MOST_DAYS),
    ("Crop", "keen"): (-10.0, 10.0),
    **{("Crop", name): (0, 1000) for name in ("complain", "spoil", "drop")},
    **{("Crop", name): (0, 100_000) for name in ("load", "opening", "plant", "promise")},
    ("Crop", "picks"): (0, 10_000),
    ("Slot", "people"): (1, 10**8),
    ("Slot", "cost"): (0, 10**8),
    ("Slot", "days"): (1, MOST_DAYS),
    ("Happening", "first"): (1, MOST_DAYS),
    ("Happening", "last"): (1, MOST_DAYS),
    ("Happening", "lasts"): (1, MOST_DAYS),
    ("Happening", "level"): (0, 10**8),
    ("Happening", "effect"): (-1000, 20_000),
    ("Happening", "appeal"): (-10_000, 10_000),
    ("Rung", "number"): (1, MOST["rung"][1]),
    ("Rung", "rule"): (0, 10_000),
    ("Trophy", "least"): (-(10**12), 10**12),
    ("Trophy", "most"): (-(10**12), 10**12),
    ("Morning", "day"): (1, MOST_DAYS),
    ("Morning", "prices"): (1, 2000),
    ("Morning", "hands"): (0, 10_000),
    ("Morning", "advert"): (0, 10**10),
    **{("Morning", name): (0, 10**6) for name in ("loads", "picks", "promise", "truck")},
    **{("Morning", name): (0, 0) for name in ("call", "staff", "forward", "teach")},
    ("Joint", "course"): (1, 1000),
    ("Region", "asked"): (1, 10**9),
    ("Joint", "pot"): (0, 10**8),
}
LENGTHS: dict[tuple[str, str], int] = {
    **{(kind, "name"): 40 for kind in ("Route", "Slot", "Coupon", "Farm", "Joint")},
    **{(kind, "name"): 24 for kind in ("Trainee", "Region")},
    **{(kind, "what"): 240 for kind in ("Rung", "Trophy", "Route", "Slot", "Trainee", "Farm")},
    ("Rung", "name"): 34,
    ("Happening", "title"): 40,
    ("Happening", "text"): 160,
    ("Crop", "stages"): 14,
    ("Crop", "what"): 24,
    ("Campaign", "says"): 360,
    ("Campaign", "key"): 32,
    ("Joint", "what"): 240,
}
