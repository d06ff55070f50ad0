"""What the content folder holds, as types. Money is in fen (RMB/100); shares are per mille."""

from attrs import field, frozen

from livegame.catalog.ranges import within

Value = int | float | str | list[float]


@frozen
class Article:
    """A publication that facts are cited from; `date` is as exact as it is known."""

    id: str
    publication: str
    title: str
    date: str
    note: str = ""


@frozen
class Fact:
    """One figure or statement of an article."""

    id: str
    value: int | str
    unit: str
    measures: str
    when: str
    platform: str
    subject: str
    article: str


@frozen
class Dispute:
    """A point on which the articles contradict each other or stay open, and the game's choice."""

    id: str
    title: str
    facts: list[str]
    says: str
    choice: str
    source: list[str] = field(factory=list)


@frozen
class Source:
    """An outside source that an assumption or a price leans on."""

    id: str
    publication: str
    title: str
    date: str
    where: str
    finding: str


@frozen
class Measure:
    """A figure that follows from facts by arithmetic alone."""

    id: str
    value: int | float
    formula: str
    facts: list[str]


@frozen
class Assumption:
    """A number that no article gives, with the reason for it and, where it has one, its source."""

    id: str
    value: Value
    unit: str
    what: str
    reason: str
    source: str = ""


@frozen
class Segment:
    """A part of the audience that answers alike.

    Attributes:
        share: part of the people who may come, per mille.
        price_slope: how fast the log-odds of buying fall with the log of the price.
        stay: mean seconds in an ordinary room.
        interest: shift of the log-odds of buying anything.
        likes: shift of the log-odds for a category of goods.
        hears: the segment as which it answers to a pitch that does not name it; "" for none.
    """

    id: str
    name: str
    share: int = field(validator=within(1, 10**6))
    price_slope: float = field(validator=within(0.0, 20.0))
    stay: int = field(validator=within(5, 10**5))
    interest: float
    likes: dict[str, float]
    what: str
    reason: str
    source: str = ""
    hears: str = ""


@frozen
class Pitch:
    """What a host can do with a stretch of show time (a beat).

    Attributes:
        short: a name of few letters for a narrow list, "" where the name will do.
        seconds: show seconds that it takes.
        voice: per mille of the voice it costs (negative: gives back).
        desire: desire that the whole beat builds, by segment, per mille of what is missing; at the
            pace of its start, so that what is left grows more slowly (1000 builds about 64 %).
        showing, tasting, giving: how much of that hangs on the product's need to be shown, its
            taste, its fitness as a gift (0 none, 1 all).
        doubt: per mille of the open doubts that it clears, at the pace of its start.
        trust: per mille points of trust won (or lost, if negative) in the whole beat.
        mood: the mood that it draws the room to, per mille.
        pull: arrivals while it lasts, per mille of the usual.
        launch: second of the beat at which the link opens and everybody decides; 0 for never.
        anchor: per mille by which it lifts the price that people compare with.
        extra: per mille of orders that take one pack more while it lasts.
        reopen: per mille of those who had passed that consider again.
        cost: fen from the budget.
        once: may be done only once in a broadcast.
        wear: how much of its novelty one use takes, per mille.
        after: a pitch that must have been held first in this broadcast, "" for none.
    """

    id: str
    name: str
    key: str
    about: str
    seconds: int = field(validator=within(5, 7200))
    voice: int
    desire: dict[str, int]
    showing: float = field(validator=within(0.0, 1.0))
    tasting: float = field(validator=within(0.0, 1.0))
    giving: float = field(validator=within(0.0, 1.0))
    doubt: int
    trust: int
    mood: int = field(validator=within(0, 1000))
    pull: int = field(validator=within(0, 20000))
    launch: int = field(validator=within(0, 3600))
    anchor: int
    extra: int = field(validator=within(0, 1000))
    reopen: int = field(validator=within(0, 1000))
    cost: int = field(validator=within(0, 10**9))
    once: bool
    wear: int = field(validator=within(0, 1000))
    needs_product: bool
    what: str
    risk: str
    reason: str
    source: str = ""
    after: str = ""
    short: str = ""


@frozen
class Host:
    """An office that a player may hold."""

    id: str
    country: str
    country_zh: str
    office: str
    office_zh: str
    lon: float = field(validator=within(-180, 180))
    lat: float = field(validator=within(-90, 90))
    recorded: bool
    facts: list[str]
    intro: str
    draw: float = field(validator=within(0.01, 100.0))
    draw_reason: str


@frozen
class Tier:
    """A step of a group price: what a pack costs once a team has bought so many.

    Attributes:
        packs: bought by the team before this price holds.
        permille: the price then, per mille of what the host asks of a team of one.
    """

    packs: int = field(validator=within(1, 10**9))
    permille: int = field(validator=within(1, 1000))


@frozen
class Product:
    """A good on sale. A pack is what one click on the link buys; it holds some units.

    With a `deposit` (fen) the click only puts that down; the rest is due after the show, and who
    does not pay it loses the deposit. `touch` says how much its price counts, per mille of what
    prices count for the viewer.
    """

    id: str
    host: str
    name: str
    short: str
    name_zh: str
    unit: str
    units_per_pack: int = field(validator=within(1, 10**6))
    pack: str
    usual_fen: int = field(validator=within(1, 10**10))
    price_kind: str
    price_reason: str
    cost_permille: int = field(validator=within(0, 1000))
    cost_reason: str
    category: str
    recorded: bool
    facts: list[str]
    needs_showing: int = field(validator=within(0, 3))
    tastes: int = field(validator=within(0, 3))
    gift: int = field(validator=within(0, 3))
    unfamiliar: int = field(validator=within(0, 3))
    spoil_permille: int = field(validator=within(0, 1000))
    stock: int = field(validator=within(0, 10**9))
    stock_max: int = field(validator=within(0, 10**9))
    blurb: str
    price_source: str = ""
    team: list[Tier] = field(factory=list)
    deposit: int = field(default=0, validator=within(0, 10**10))
    touch: int = field(default=1000, validator=within(0, 5000))
    touch_reason: str = ""


@frozen
class Line:
    """A thing a viewer may say; the topic is what the crowd feels.

    `category` says of which kinds of goods, `goods` of which goods (a line that names one is said
    of no other), `roles` in whose rooms; of all and in all where empty. `after` says from which
    minute of the show: nobody is tired of a word before it was said. `late`: nobody says it in a
    show by day.
    """

    topic: str
    text: str
    needs: str = ""
    category: list[str] = field(factory=list)
    goods: list[str] = field(factory=list)
    roles: list[str] = field(factory=list)
    after: int = field(default=0, validator=within(0, 1440))
    late: bool = False
