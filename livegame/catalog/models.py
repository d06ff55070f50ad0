"""What the content folder holds, as types. Money is in fen (RMB/100); shares are per mille."""

from attrs import field, frozen

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
    """

    id: str
    name: str
    share: int
    price_slope: float
    stay: int
    interest: float
    likes: dict[str, float]
    what: str
    reason: str
    source: str = ""


@frozen
class Pitch:
    """What a host can do with a stretch of show time (a beat).

    Attributes:
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
    """

    id: str
    name: str
    key: str
    about: str
    seconds: int
    voice: int
    desire: dict[str, int]
    showing: float
    tasting: float
    giving: float
    doubt: int
    trust: int
    mood: int
    pull: int
    launch: int
    anchor: int
    extra: int
    reopen: int
    cost: int
    once: bool
    wear: int
    needs_product: bool
    what: str
    risk: str
    reason: str
    source: str = ""


@frozen
class Host:
    """An office that a player may hold."""

    id: str
    country: str
    country_zh: str
    office: str
    office_zh: str
    lon: float
    lat: float
    recorded: bool
    facts: list[str]
    intro: str
    draw: float
    draw_reason: str


@frozen
class Product:
    """A good on sale. A pack is what one click on the link buys; it holds some units."""

    id: str
    host: str
    name: str
    short: str
    name_zh: str
    unit: str
    units_per_pack: int
    pack: str
    usual_fen: int
    price_kind: str
    price_reason: str
    cost_permille: int
    cost_reason: str
    category: str
    recorded: bool
    facts: list[str]
    needs_showing: int
    tastes: int
    gift: int
    unfamiliar: int
    spoil_permille: int
    stock: int
    stock_max: int
    blurb: str
    price_source: str = ""


@frozen
class Line:
    """A thing a viewer may say; the topic is what the crowd feels."""

    topic: str
    text: str
    needs: str = ""
    category: list[str] = field(factory=list)


@frozen
class Target:
    """A recorded result that the engine speaks to.

    `kind` is fitted (a parameter was solved for it), implied (it follows from another record) or
    held_out (predicted, never tuned). `measure` names the figure, `products` what it counts,
    `limit` the largest value that passes where a record is not a number, and `base` the fact that
    a ratio is taken from.
    """

    id: str
    fact: str
    kind: str
    measure: str
    products: list[str] = field(factory=list)
    role: str = ""
    limit: float = 0.0
    base: str = ""
    note: str = ""


@frozen
class Cue:
    """One entry of a host's running order: ready the shelf, then one beat.

    Attributes:
        pitch: pitch id.
        product: product id, or "" for a beat on the room.
        shut, open: product ids whose link is shut or opened before the beat.
        release: packs to release from held stock before the beat, by product id.
        price: new price before the beat, per mille of the usual one, by product id.
    """

    pitch: str
    product: str = ""
    shut: list[str] = field(factory=list)
    open: list[str] = field(factory=list)
    release: dict[str, int] = field(factory=dict)
    price: dict[str, int] = field(factory=dict)


@frozen
class Script:
    """A host's running order for the whole broadcast; it starts again when it is through.

    `lots` is what is released at the start, per product; the rest of the stock is held back.
    """

    role: str
    reason: str
    cues: list[Cue]
    open: list[str] = field(factory=list)
    lots: dict[str, int] = field(factory=dict)


@frozen
class Scenario:
    """One shopping night: who is on air, when, before whom, and what is on record about it."""

    id: str
    title: str
    date: str
    festival: str
    platform: str
    starts: str
    minutes: int
    tick_seconds: int
    recorded: bool
    facts: list[str]
    intro: str
    ending: str
    segments: list[str]
    pitches: list[str]
    roles: list[str]
    target: list[Target] = field(factory=list)


@frozen
class Fit:
    """What the calibration solved: by whom and how it was reached stands in `how`."""

    scenario: str
    rules: int
    seeds: str
    how: str
    arrivals: float
    appeal: dict[str, float]
    par: dict[str, int]
