"""What comes over a night from outside: incidents with odds, and couriers who fetch parcels."""

from attrs import field, frozen

from livegame.catalog.ranges import within


@frozen
class Incident:
    """Something that may come over a night from outside, with odds that everybody can see.

    Attributes:
        title: what it is, in a few words; text: what is told when it comes.
        cause: why it may come, with its odds in words or the record behind it.
        fact: the fact it rests on, or "".
        odds: per mille that it comes at all.
        earliest, latest: minutes of the show within which it begins; minutes: how long it lasts.
        roles: whom it touches, all where empty. categories: whose goods, all where empty.
        pull: arrivals to those rooms, per mille of the usual.
        appeal: shift of the log-odds of buying those goods.
        reference: the price that people hold those goods against, per mille of what it was.
        doubt: open questions that it raises about them when it comes, per mille of full doubt.
        checkout: orders that the platform takes, per mille of the usual.
        eased: per mille of the shift that is left in a room while it holds a pitch, by pitch.
        answers: what the chatbot answers, per mille of the usual.
        turn: what those goods cost in their local money, per mille of what they did.
    """

    id: str
    title: str
    text: str
    cause: str
    odds: int = field(validator=within(0, 1000))
    earliest: int = field(validator=within(0, 1440))
    latest: int = field(validator=within(0, 1440))
    minutes: int = field(validator=within(1, 1440))
    fact: str = ""
    roles: list[str] = field(factory=list)
    categories: list[str] = field(factory=list)
    pull: int = field(default=1000, validator=within(0, 20000))
    appeal: float = field(default=0.0, validator=within(-10.0, 10.0))
    reference: int = field(default=1000, validator=within(100, 5000))
    doubt: int = field(default=0, validator=within(0, 1000))
    checkout: int = field(default=1000, validator=within(0, 1000))
    eased: dict[str, int] = field(factory=dict)
    answers: int = field(default=1000, validator=within(0, 10_000))
    turn: int = field(default=1000, validator=within(100, 10_000))


@frozen
class Courier:
    """How much of what a room sells is fetched in time, and what comes of the rest.

    Attributes:
        packs: that are fetched in time from each room, over the whole show.
        late: per mille of the packs beyond that come back because they are late.
        roles: whose parcels, all where empty. categories: of which goods, all where empty.
    """

    id: str
    name: str
    packs: int = field(validator=within(0, 10**9))
    late: int = field(validator=within(0, 1000))
    reason: str
    roles: list[str] = field(factory=list)
    categories: list[str] = field(factory=list)
