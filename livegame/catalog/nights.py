"""What a scenario's file states of one night on air, as types. Money in fen, shares per mille."""

from attrs import field, frozen
from attrs.validators import min_len

from livegame.catalog.manners import Manner
from livegame.catalog.mechanics import Chatbot, Currency, Milestone, Stall
from livegame.catalog.models import Value
from livegame.catalog.outside import Courier, Incident
from livegame.catalog.ranges import within
from livegame.catalog.trophies import Trophy


@frozen
class Target:
    """A recorded result that the engine speaks to.

    `kind` is fitted (a parameter was solved for it), implied (it follows from another record) or
    held_out (predicted, never tuned). `measure` names the figure, `products` what it counts,
    `limit` the largest value that passes where a record is not a number, and `base` the fact that
    a ratio is taken from. Where no article has the figure, `source` names an outside source and
    `value` is what it says; `fact` is "" then.
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
    source: str = ""
    value: float = 0.0


@frozen
class Assume:
    """An assumption that a scenario makes otherwise than the game at large, and why."""

    id: str
    value: Value
    reason: str
    source: str = ""


@frozen
class Presale:
    """The part of a show in which links take deposits only.

    Attributes:
        until: minute of the show at which the balances fall due, all at once.
        unpaid: per mille of the packs under deposit whose balance is never paid.
        appeal: shift of the log-odds of leaving a deposit, against those of buying.
    """

    until: int = field(validator=within(1, 1440))
    unpaid: int = field(validator=within(0, 1000))
    appeal: float = field(validator=within(-10.0, 10.0))
    reason: str


@frozen
class Habit:
    """How shy a crowd is that has never bought in a live show, and what takes its shyness.

    Attributes:
        shy: what it takes from the log-odds of buying before anybody in the room has bought.
        half: orders in the room at which half of that is gone.
    """

    shy: float = field(validator=within(0.0, 10.0))
    half: int = field(validator=within(1, 10**7))
    reason: str


@frozen
class Fancy:
    """How a room's crowd takes a fancy to one good after another.

    Attributes:
        minutes: length of a stretch; odds: per mille that a stretch has a fancy.
        appeal: shift of the log-odds of buying what is fancied; others: of the room's other goods.
    """

    minutes: int = field(validator=within(1, 240))
    odds: int = field(validator=within(0, 1000))
    appeal: float = field(validator=within(-10.0, 10.0))
    reason: str
    others: float = field(default=0.0, validator=within(-10.0, 10.0))
    source: str = ""


@frozen
class Calls:
    """What a room's chat calls for, one pitch after another.

    Attributes:
        minutes: length of a stretch; odds: per mille that a stretch has a call.
        pitches: what may be called for, each in its turn.
        appeal: shift of the log-odds of buying while it is done; strength: factor on what it
            builds, and on how far it draws people.
    """

    minutes: int = field(validator=within(1, 240))
    odds: int = field(validator=within(0, 1000))
    pitches: list[str] = field(validator=min_len(1))
    appeal: float = field(validator=within(-10.0, 10.0))
    strength: float = field(validator=within(1.0, 10.0))
    reason: str
    source: str = ""


@frozen
class Closing:
    """What becomes of the contracts whose deposit was put down during a show.

    Attributes:
        share: per mille of them whose balance is paid, at ordinary trust.
        trust: how much that changes per level of trust, per mille.
        least, most: its ends, per mille.
    """

    share: int = field(validator=within(0, 1000))
    trust: int = field(validator=within(0, 10_000))
    least: int = field(validator=within(0, 1000))
    most: int = field(validator=within(0, 1000))
    reason: str


VERBS = ("price", "tags", "stock", "advert", "release", "link", "reply", "cut")


@frozen
class Limits:
    """What a host may not do or know in a night, beyond what the rules refuse anyway.

    Attributes:
        without: pitches that nobody who plays may hold.
        refused: VERBS that are barred: price (on air), tags, stock and advert (in the plan),
            release, link, reply and cut (on air).
        blind: neither odds nor forecasts are shown.
        kept: packs whose order is never paid do not come back on the link.
    """

    without: list[str] = field(factory=list)
    refused: list[str] = field(factory=list)
    blind: bool = False
    kept: bool = False


@frozen
class Rung:
    """A rung of difficulty of a night: the same night under one rule more.

    Attributes:
        name, what: for the player. reason: why it might have been so; it is an assumption.
        stars: needed on the rung below; 0 for the first, which changes nothing.
        limits: what is barred. certain: incidents of the scenario that come for sure.
        assume, incident, courier: rows beside those of the scenario; an assumption or a courier
            of the same id takes the place of the scenario's.
    """

    id: str
    name: str
    what: str
    reason: str
    stars: int = field(default=0, validator=within(0, 3))
    limits: Limits = field(factory=Limits)
    certain: list[str] = field(factory=list)
    assume: list[Assume] = field(factory=list)
    incident: list[Incident] = field(factory=list)
    courier: list[Courier] = field(factory=list)


@frozen
class Scenario:
    """One shopping night: who is on air, when, before whom, and what is on record about it.

    Attributes:
        place: in lists, smallest first, then by date; the first is what a newcomer is offered.
        notes: what is done otherwise here, in a line each, for the player.
        presale: deposits first, where there are any.
        busy: share of the checkout that everybody else's orders take, over the show from its
            start to its end; none where empty.
        courier: how many parcels are fetched in time; all of them where empty.
        rest: pull of all the rooms of the market that are not shown here, in hosts' draws.
        pool_luck: how little anybody knows how many will come: spread of the log of the crowd.
        habit: how shy the crowd is of buying live. fancy, calls: the goods and
            the pitches that it asks for. manner: pitches that are held otherwise here.
        closing: what becomes of deposits.
        chatbot: who answers questions, and how many. milestone: lines of sales that draw people.
        stall: what a pitch leaves standing elsewhere. currency: money in which prices are read.
        assume: assumptions of its own. incident: what may come from outside.
        curve: how people come over the show, weights from its start to its end; the usual evening
            where empty. curves: the same for segments that keep other hours, by segment.
        limits: what a host may not do or know. rung: of difficulty, the first being the night as
            it is; trophy: what it can be remembered for.
        step: the rung whose rules these are, from 1; set by `catalog.rungs.on_rung`.
    """

    id: str
    title: str
    date: str
    festival: str
    platform: str
    starts: str
    minutes: int = field(validator=within(1, 1440))
    tick_seconds: int = field(validator=within(1, 300))
    recorded: bool
    facts: list[str]
    intro: str
    ending: str
    segments: list[str]
    pitches: list[str]
    roles: list[str]
    target: list[Target] = field(factory=list)
    assume: list[Assume] = field(factory=list)
    incident: list[Incident] = field(factory=list)
    curve: list[float] = field(factory=list)
    curves: dict[str, list[float]] = field(factory=dict)
    notes: list[str] = field(factory=list)
    presale: Presale | None = None
    busy: list[float] = field(factory=list)
    courier: list[Courier] = field(factory=list)
    rest: float = field(default=0.0, validator=within(0.0, 10_000.0))
    pool_luck: float = field(default=0.0, validator=within(0.0, 3.0))
    habit: Habit | None = None
    fancy: Fancy | None = None
    calls: Calls | None = None
    manner: list[Manner] = field(factory=list)
    closing: Closing | None = None
    chatbot: Chatbot | None = None
    milestone: list[Milestone] = field(factory=list)
    stall: list[Stall] = field(factory=list)
    currency: list[Currency] = field(factory=list)
    place: int = field(default=100, validator=within(0, 10_000))
    limits: Limits = field(factory=Limits)
    rung: list[Rung] = field(factory=list)
    trophy: list[Trophy] = field(factory=list)
    step: int = field(default=1, validator=within(1, 20))
