"""A store's day: visitors of each segment, and what they buy by the night engine's own choice."""

from functools import lru_cache

import numpy as np
from attrs import evolve as attrs_evolve

from livegame.engine.begin import begin
from livegame.engine.choice import chances
from livegame.engine.days import aside, book, questions
from livegame.engine.days.chance import day_words, taste_seed
from livegame.engine.days.delivery import allowed, in_store, ordered
from livegame.engine.days.happenings import Effects, effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.days.training import listed
from livegame.engine.sampling import binomial, normal
from livegame.engine.scene import set_scene
from livegame.engine.state import evolve
from livegame.engine.tables import ONE, Floats, Ints, exp_q16
from livegame.engine.world import World

USUAL = 1000


@lru_cache(maxsize=8)
def _weights(parts: tuple[float, ...]) -> tuple[float, ...]:
    whole = 0.0
    for part in parts:
        whole += part
    return tuple(part / whole for part in parts)


def freshness(season: Season, state: DayState) -> Ints:
    """Q16 shift of each good's log-odds for how ripe the packs are that may be sold [G].

    With nothing there it is that of what a promise brings: ripe goods, so none.
    """
    there = (state.stock + state.depot.sum(axis=0)) * allowed(season, state)
    packs = there.sum(axis=1)
    shift: Ints = (there * season.keen).sum(axis=1) // np.maximum(packs, 1)
    return shift


def day_world(season: Season, state: DayState, now: Effects, base: World | None = None) -> World:
    """The choice's world today: appeal by ripeness and by what happens, price against habit.

    Args:
        base: another world than that of the campaign's evenings.
    """
    shift = freshness(season, state) + now.appeal
    if base is not None and season.eve.mood.size:
        # A night has a mood of its own: nobody waits for it any more.
        shift = shift - int(season.eve.mood[state.day])
    world = base or season.world
    return attrs_evolve(
        world,
        appeal=world.appeal + shift[None, None, :],
        usual=state.habit[None, :],
    )


def paid_price(season: Season, state: DayState) -> tuple[Ints, Ints]:
    """What a buyer of the store pays, and what the seller gets, a pack [G], fen."""
    if not state.coupon:
        return state.price, state.price
    row = season.campaign.coupon[state.coupon - 1]
    cut = state.price * row.cut // USUAL
    return state.price - cut, state.price - cut * row.bears // USUAL


def buying(
    season: Season,
    state: DayState,
    now: Effects,
    there: Ints,
    *,
    luck: bool = True,
    price: Ints | None = None,
    shift: int = 0,
) -> Floats:
    """Chance that a visitor of each segment asks for each good [K,G], given what is there.

    Goods that are gone do not stand in the way of the others; whoever comes for them asks in vain.
    Without `luck` it is that of a day with ordinary tastes, for whoever looks ahead.

    Args:
        price: what is asked [G], if it is not today's. shift: of the log-odds, Q16.
    """
    world = day_world(season, state, now)
    if shift:
        world = attrs_evolve(world, appeal=world.appeal + shift)
    night = begin(world, (taste_seed(state.seed, state.day),), (0,))
    if price is None:
        price, _ = paid_price(season, state)

    def room(values: Ints) -> Ints:
        return np.ascontiguousarray(values, dtype=np.int64)[None, None, :]

    def asked(offered: Ints) -> Floats:
        now_open = evolve(night, link=room(offered), shelf=room(offered), lot=room(offered))
        found: Floats = chances(world, now_open, set_scene(world, now_open))[1][0, 0]
        return found

    night = evolve(
        night,
        price=room(price),
        trust=np.full((1, 1), state.trust, dtype=np.int64),
    )
    if not luck:
        night = evolve(night, luck_taste=np.zeros_like(night.luck_taste))
    on_sale = (there > 0).astype(np.int64)
    buy = asked(on_sale)
    return buy if on_sale.all() else np.where(on_sale > 0, buy, asked(np.ones_like(on_sale)))


def advert_lift(season: Season, state: DayState) -> float:
    """Factor of today's advertising: by the square root of what is spent."""
    blocks = state.advert / max(season.numbers.advert_unit, 1)
    return 1.0 + season.numbers.advert_lift * float(np.sqrt(blocks))


def visitors(season: Season, state: DayState, now: Effects, *, luck: bool = True) -> int:
    """How many people look in at the store today: the day's usual by what happens, the coupon,
    advertising and luck; and the fans, and those whom the last show sent."""
    numbers = season.numbers
    z = normal(day_words(state.seed, "traffic", state.day, 0, (1,)))[0] if luck else 0.0
    placed = float(exp_q16(np.asarray([int(z * numbers.luck * ONE)]))[0])
    lift = advert_lift(season, state)
    if state.coupon:
        lift *= 1.0 + season.campaign.coupon[state.coupon - 1].lift / USUAL
    known = int(state.fans * numbers.fan_visits) + state.halo
    strangers = int(int(season.visitors[state.day]) * lift * placed)
    return (strangers + known) * now.traffic // USUAL


def sell_day(season: Season, state: DayState) -> DayState:
    """Let the store's day pass, in parts: what is sold out in one is not offered in the next. What
    is kept back for the show it does not sell; afterwards nothing is kept any more."""
    state = book.opened(season, state)
    now = effects(season, state, state.day)
    everybody = visitors(season, state, now)
    _, receipt = paid_price(season, state)
    extra = season.world.rates.extra
    shelf = listed(season, state)
    asked, unanswered = questions.open_share(season, state, everybody)
    ready = questions.buying_share(season, unanswered)
    for part, weight in enumerate(_weights(season.numbers.parts)):
        crowd = np.floor(season.share * (everybody * weight)).astype(np.int64)
        there = in_store(season, state) + state.promise
        buy = buying(season, state, now, there)
        if unanswered:
            buy = buy * ready
        pledging = pledges(season, state, now)
        if pledging is not None:
            buy, pledging = book.choose(buy, pledging * ready)
        shape = buy.shape
        raw = day_words(state.seed, "orders", state.day, part, shape)
        people = np.ascontiguousarray(np.broadcast_to(crowd[:, None], shape))
        orders = binomial(people, buy, raw).sum(axis=0)
        if pledging is not None:
            words = day_words(state.seed, "deposits", state.day, part, shape)
            state = book.left(season, state, binomial(people, pledging, words).sum(axis=0) * shelf)
        more = day_words(state.seed, "baskets", state.day, part, orders.shape)
        wanted = (orders + binomial(orders, np.full(orders.shape, extra), more)) * shelf
        packs = np.minimum(wanted, there)
        state = ordered(season, state, packs, packs * receipt, part, season.numbers.refund)
        by_store = state.by_store.copy()
        by_store[state.day] += packs
        state = changed(
            state,
            by_store=by_store,
            turned=state.turned + wanted - packs,
            turned_today=state.turned_today + wanted - packs,
            visited=state.visited + int(crowd.sum()),
        )
    return questions.after_day(season, aside.ended(state), asked, unanswered)


def pledges(season: Season, state: DayState, now: Effects, *, luck: bool = True) -> Floats | None:
    """Chance that a visitor would leave a deposit for each good, if that were all [K,G]; None
    without an offer. Nothing needs to be there, and whoever waits for the date waits with a deposit
    as well as without: the mood of waiting keeps nobody from leaving one."""
    price = book.offer_price(season, state)
    if price is None:
        return None
    plenty = np.full(len(season.goods), 10**9, dtype=np.int64)
    shy = season.eve.offers[int(state.terms[0]) - 1].shy * ONE // USUAL
    waits = int(season.eve.mood[state.day]) if season.eve.mood.size else 0
    shift = season.eve.later - shy - min(waits, 0)
    found = buying(season, state, now, plenty, luck=luck, price=price, shift=shift)
    return found * book.takers(state)


def deposits_likely(season: Season, state: DayState, offer: int) -> tuple[Floats, Floats]:
    """Deposits that a day's visitors would likely leave under an offer, and orders that they would
    not place for it [G]; no luck is read."""
    now = effects(season, state, state.day)
    trial = changed(state, terms=np.array([offer + 1, 0], dtype=np.int64))
    plenty = np.full(len(season.goods), 10**9, dtype=np.int64)
    alone = buying(season, state, now, plenty, luck=False)
    pledging = pledges(season, trial, now, luck=False)
    if pledging is None:
        return np.zeros(len(season.goods)), np.zeros(len(season.goods))
    crowd = (season.share * visitors(season, state, now, luck=False))[:, None]
    page, then = book.choose(alone, pledging)
    return (crowd * then).sum(axis=0), (crowd * (alone - page)).sum(axis=0)
