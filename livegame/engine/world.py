"""A scenario compiled to arrays: everything that does not change during a night."""

from typing import TYPE_CHECKING

from attrs import Factory, field, frozen

from livegame.catalog.models import Product
from livegame.catalog.nights import Scenario
from livegame.engine.contracts import Contracts
from livegame.engine.couriers import Couriers
from livegame.engine.fixed import Fixed, fix
from livegame.engine.mechanics import Incidents, Teams
from livegame.engine.rates import Rates
from livegame.engine.tables import Floats, Ints

if TYPE_CHECKING:
    from livegame.engine.calls import Calls
    from livegame.engine.chatbot import Chatbot
    from livegame.engine.currencies import Currencies
    from livegame.engine.fancy import Fancies
    from livegame.engine.habit import Shyness
    from livegame.engine.milestones import Milestones
    from livegame.engine.presale import Deposits
    from livegame.engine.stalls import Stalls


@frozen(eq=False)
class Pitches:
    """The pitches as arrays over A; index 0 is idleness. Levels in Q16, per tick where paced.

    Attributes:
        ticks: length. launch: tick of the beat from which the link is open, 0 for never.
        gain: desire a tick [A,K]; fit: how far it suits each good [A,R,P].
        doubt, trust, voice: change a tick. mood: level drawn to. pull: factor on arrivals.
        anchor: lift of the reference price; extra: more packs an order; reopen: share a tick.
        cost: fen at once; once, on_product: flags; wear: novelty taken by one use.
        fallback: the first pitch on the room that costs nothing, for scripts that are refused.
        after: the pitch that must have been held first, 0 for none; None where there is none.
    """

    ids: tuple[str, ...]
    ticks: Ints
    launch: Ints
    gain: Ints
    fit: Ints
    doubt: Ints
    trust: Ints
    voice: Ints
    mood: Ints
    pull: Ints
    anchor: Ints
    extra: Floats
    reopen: Floats
    cost: Ints
    once: Ints
    on_product: Ints
    wear: Ints
    fallback: int
    after: Ints | None


@frozen(eq=False)
class Scripts:
    """The hosts' running orders over C cues (padded); goods that do not matter are 0 or -1.

    Attributes:
        length [R]; pitch, product [R,C]; link: -1 leave, 0 shut, 1 open [R,C,P];
        release: packs [R,C,P]; price: fen, 0 leave [R,C,P];
        open, lots: links and packs released at the start [R,P].
    """

    length: Ints
    pitch: Ints
    product: Ints
    link: Ints
    release: Ints
    price: Ints
    open: Ints
    lots: Ints


@frozen(eq=False)
class World:
    """Static arrays of a scenario: R rooms, K segments, P goods, T ticks.

    Attributes:
        goods: the goods of each room, in slot order.
        has [R,P]; usual, cost: fen a pack; stock, stock_most: packs; spoil: per mille lost.
        appeal: constant part of the log-odds of buying [R,K,P], Q16; slope: of price [K].
        touch: how much a good's price counts [R,P], Q16.
        leave: hazard of leaving a tick [K]; share: of the pool [K], per mille.
        doubt: open doubts at the start [R,P]; draw: pull of the host [R], Q16; usual_pull: the sum
            over all rooms of the night, also where a world holds only some of them.
        arrivals: share of the pool that comes in each tick [T,1], or [T,K] where segments keep
            hours of their own, doubles.
        incidents: what may come from outside. teams: group prices.
        presale: deposits first. busy: share of the checkout that others leave in each tick, Q16,
            empty where there are no others. couriers: parcels fetched in time.
        rest_pull: pull of the rooms of the market that are not here, Q16. pool_luck: spread of the
            log of the crowd. habit: a crowd's shyness. fancy, calls: goods and
            pitches that it asks for.
        contracts: goods with deposits.
        chatbot: questions and who answers them. milestones: lines of sales. stalls: in other
            cities. money: in which prices are read. None where there is none.
        par: history's settled value in fen, by room. stars: points for one to three stars, by room.
        fixed: what follows from all this, as a tick wants it.
    """

    scenario: Scenario
    content_hash: str
    roles: tuple[str, ...]
    goods: tuple[tuple[Product, ...], ...]
    segments: tuple[str, ...]
    ticks: int
    tick_seconds: int
    rates: Rates
    pitches: Pitches
    scripts: Scripts
    has: Ints
    usual: Ints
    cost: Ints
    stock: Ints
    stock_most: Ints
    spoil: Ints
    appeal: Ints
    slope: Ints
    touch: Ints
    leave: Floats
    share: Ints
    doubt: Ints
    draw: Ints
    usual_pull: int
    arrivals: Floats
    incidents: Incidents
    teams: Teams
    presale: "Deposits"
    busy: Ints
    couriers: Couriers
    rest_pull: int
    pool_luck: float
    habit: "Shyness | None"
    fancy: "Fancies | None"
    calls: "Calls | None"
    contracts: Contracts | None
    par: tuple[int, ...]
    stars: tuple[tuple[int, ...], ...]
    chatbot: "Chatbot | None" = None
    milestones: "Milestones | None" = None
    stalls: "Stalls | None" = None
    money: "Currencies | None" = None
    fixed: Fixed = field(init=False, repr=False, default=Factory(fix, takes_self=True))

    @property
    def shape(self) -> tuple[int, int, int]:
        """Rooms, segments, goods a room."""
        return len(self.roles), len(self.segments), self.has.shape[1]

    def room_of(self, role: str) -> int:
        """The room of a role.

        Raises:
            ValueError: nobody in this scenario holds that office.
        """
        return self.roles.index(role)

    def slot_of(self, room: int, product: str) -> int:
        """The slot of a product in a room, or -1 if the room does not have it."""
        return next((i for i, g in enumerate(self.goods[room]) if g.id == product), -1)
