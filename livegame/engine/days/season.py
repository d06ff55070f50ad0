"""A campaign as one role plays it on one rung: everything that does not change over its days."""

from typing import TYPE_CHECKING

from attrs import frozen

from livegame.catalog.campaigns import Campaign, DayScript, Rung
from livegame.catalog.happenings import Happening
from livegame.engine.days.eve import Eve
from livegame.engine.days.joint import Common
from livegame.engine.days.village import Village
from livegame.engine.tables import Floats, Ints
from livegame.engine.world import World

if TYPE_CHECKING:
    from livegame.engine.days.stroke import Stroke


@frozen
class Numbers:
    """Numbers of the assumptions, in the units of the state: fen, people, Q16, or doubles.

    Each stands under `days.<name>` or `days.<campaign>.<name>` in the assumptions.
    """

    purse: int
    advert_unit: int
    advert_lift: float
    advert_most: int
    wage: int
    hands: int
    hands_most: int
    fan_rate: float
    fan_keep: float
    fan_visits: float
    fan_draw: float
    fan_most: float
    trust_rest: int
    trust_turned: int
    trust_late: int
    trust_dear: int
    trust_show: int
    halo: float
    habit: int
    late_penalty: int
    refund: float
    resale: int
    luck: float
    parts: tuple[float, ...]
    mood_trust: int


@frozen(eq=False)
class Season:
    """Static arrays: G goods, A stages, W routes, L the longest lead, D days, E happenings.

    Attributes:
        world: the evening's world at the campaign's usual; its room 0 is the player's.
        usual, cost: fen a pack [G]. load: packs a wagon [G]. from_stage, opening [G].
        plant: packs on the plants at first [G,A]; picks: packs a hand a day [G].
        keen: Q16 shift of the log-odds [G,A]; complain, spoil, drop: chance [G,A].
        ageing: chance a night in the store [G]; growing: on the plant [G].
        ripe, over: first stage that is ripe, that is past its best [G]. choosy: whether pickers
            leave what is past its best [G].
        promise_most, patience [G].
        lead, loads, freight (fen a load), cold (chance a night of ripening), aged (stages gone on
            before the order) [W];
        leaves: whether a route leaves on a day [W,D].
        visitors: people who look in at the store on each day at the usual [D].
        share: of the segments [K], doubles that add up to 1.
        shows_most: shows that may be held.
        par: history's settled value in fen; 0 if there is none. stars: points.
        village: who may learn to host, and which farms go on air; an empty one for most.
        joint: what all farms should bring together; an empty one for most.
        eve: what leads up to a night; an empty one for most. strokes: nights that a slot's show is
            taken from, by scenario.
    """

    campaign: Campaign
    role: str
    rung: Rung
    content_hash: str
    world: World
    goods: tuple[str, ...]
    numbers: Numbers
    usual: Ints
    cost: Ints
    load: Ints
    from_stage: Ints
    opening: Ints
    plant: Ints
    picks: Ints
    keen: Ints
    complain: Floats
    spoil: Floats
    drop: Floats
    ageing: Floats
    growing: Floats
    ripe: Ints
    over: Ints
    choosy: Ints
    promise_most: Ints
    patience: Ints
    lead: Ints
    loads: Ints
    freight: Ints
    cold: Floats
    aged: Ints
    leaves: Ints
    visitors: Ints
    share: Floats
    shows_most: int
    script: DayScript
    par: int
    stars: tuple[int, ...]
    village: Village
    joint: Common
    eve: Eve
    strokes: "dict[str, Stroke]"

    @property
    def days(self) -> int:
        """How many days the campaign has."""
        return self.campaign.days

    @property
    def happenings(self) -> list[Happening]:
        """What may happen, in the order of its numbers."""
        return self.campaign.happening

    @property
    def shape(self) -> tuple[int, int, int]:
        """Goods, stages, routes."""
        return self.keen.shape[0], self.keen.shape[1], len(self.lead)

    def good(self, product: str) -> int:
        """The number of a good, or -1 if this role has none of that id."""
        return self.goods.index(product) if product in self.goods else -1

    def route(self, name: str) -> int:
        """The number of a route that this rung leaves open, or -1."""
        if name in self.rung.without:
            return -1
        return next((i for i, r in enumerate(self.campaign.route) if r.id == name), -1)
