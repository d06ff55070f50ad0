"""What may happen to a campaign of several days, as a type."""

from attrs import field, frozen

from livegame.catalog.ranges import within

EFFECTS = (
    "traffic", "evening", "ageing", "crew", "wage", "freight", "delay", "trust", "fans", "lessons",
    "carries", "roads", "asks", "answers",
)  # fmt: skip
CAUSES = (
    "turned", "over", "late", "fans", "wasted", "sold", "skill", "book", "waiting", "unanswered",
)  # fmt: skip


@frozen
class Happening:
    """Something that may happen to a campaign, with its odds or its cause in plain sight.

    Attributes:
        first, last: the days on which it may begin. odds: chance on each, per mille.
        cause: "" or what brings it on, once: a figure of CAUSES that reached `level` that day.
        lasts: days. effect: factors on the rules, per mille of the usual (delay, trust, fans:
            per mille added). appeal: shift of the log-odds for goods, thousandths.
        told: days ahead at which its odds stand on the board; 0: when it is there.
    """

    id: str
    title: str
    text: str
    first: int = field(validator=within(1, 60))
    last: int = field(validator=within(1, 60))
    reason: str
    odds: int = field(default=0, validator=within(0, 1000))
    cause: str = ""
    level: int = 0
    lasts: int = field(default=1, validator=within(1, 30))
    effect: dict[str, int] = field(factory=dict)
    appeal: dict[str, int] = field(factory=dict)
