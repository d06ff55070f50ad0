"""An evening's show: an ordinary night of one room, out of a campaign's state and back into it."""

import numpy as np
from attrs import evolve as attrs_evolve

from livegame.engine.begin import begin
from livegame.engine.days import book, stroke, training, voice
from livegame.engine.days.books import paid
from livegame.engine.days.chance import evening_seed
from livegame.engine.days.delivery import EVENING_PLACE, for_sale, ordered
from livegame.engine.days.demand import advert_lift, buying, day_world, pledges
from livegame.engine.days.happenings import effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import CLOSING, DayState, changed
from livegame.engine.settlement import accounts
from livegame.engine.state import State, evolve
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import World

USUAL = 1000


def on_offer(season: Season, state: DayState) -> Ints:
    """Packs that the evening may sell [G]: what is there, and what may still be promised, of what
    the show is about."""
    return (for_sale(season, state) + state.promise) * training.offered(season, state)


def drawn_by_fans(season: Season, fans: int) -> float:
    """Factor on the host's pull: fans draw others, up to a limit."""
    return min(1.0 + fans * season.numbers.fan_draw, season.numbers.fan_most)


def evening_world(season: Season, state: DayState) -> World:
    """Today's world: the slot's crowd, the campaign's stock, draw, trust, mood and prices.

    Raises:
        ValueError: there is no show today.
    """
    if not state.slot:
        raise ValueError("there is no show this evening")
    now = effects(season, state, state.day)
    slot = season.campaign.slot[state.slot - 1]
    night = stroke.stroke_of(season, state)
    numbers, base = season.numbers, day_world(season, state, now, night.world if night else None)
    people = base.rates.pool if night else slot.people
    pool = int(people * advert_lift(season, state)) * now.evening // USUAL
    par = base.rates.trust_par
    mood = base.rates.mood_start + ((state.trust - par) * numbers.mood_trust >> 16)
    rates = attrs_evolve(
        base.rates,
        pool=pool,
        trust_start=state.trust,
        mood_start=min(ONE, max(0, mood)),
        budget=min(base.rates.budget, max(0, state.cash)),
    )
    stock = on_offer(season, state)[None, :]
    draw = np.floor(base.draw * drawn_by_fans(season, state.fans)).astype(np.int64)
    draw = draw * training.drawing(season, state) >> 16
    draw = draw * voice.pull(season, state) >> 16
    if night:
        draw = draw * stroke.brought_by_book(season, state, night) >> 16
        world = attrs_evolve(
            base,
            rates=rates,
            stock=stock,
            stock_most=stock,
            draw=draw,
            scripts=stroke.scaled(base, stock),
        )
        return stroke.settled_in(season, state, world)
    return attrs_evolve(
        base,
        appeal=base.appeal + training.believed(season, state)[None, None, :],
        scenario=attrs_evolve(base.scenario, starts=slot.starts),
        rates=rates,
        stock=stock,
        stock_most=stock,
        draw=draw,
        usual_pull=int(base.draw.sum()) + int(slot.rivals * ONE),
    )


def begin_show(season: Season, state: DayState) -> tuple[World, State]:
    """The evening's world and its first moment: today's prices, the slot's rivals beside it."""
    world = evening_world(season, state)
    night = begin(world, (evening_seed(state.seed, state.day),), (0,))
    rivals = int(season.campaign.slot[state.slot - 1].rivals * ONE)
    big = stroke.stroke_of(season, state)
    if big is not None:
        price = np.ascontiguousarray(state.price)[None, None, :]
        return world, evolve(
            stroke.begin_night(season, state, night),
            price=price.copy(),
            base=price.copy(),
            rest_pull=np.full((1,), big.rivals, dtype=np.int64),
        )
    return world, evolve(
        night,
        price=np.ascontiguousarray(state.price)[None, None, :].copy(),
        rest_pull=np.full((1,), rivals, dtype=np.int64),
        link=night.link * training.offered(season, state)[None, None, :],
    )


def end_show(season: Season, state: DayState, world: World, night: State) -> DayState:
    """Take the show's books, trust and new fans back into the campaign.

    Raises:
        ValueError: the show is not over.
    """
    if night.tick < world.ticks:
        raise ValueError("the show is not over yet")
    books = accounts(world, night)
    numbers = season.numbers
    packs, value = books.packs[0, 0], books.value[0, 0]
    visitors, turned = int(night.visitors[0, 0]), night.turned[0, 0]
    big = stroke.stroke_of(season, state)
    if big is not None:
        state = stroke.end_night(season, state, stroke.kept_for_book(state, world.stock[0]))
    else:
        state = book.left(season, state, also_pledged(season, state, packs))
    trust = int(night.trust[0, 0])
    by_show = state.by_show.copy()
    by_show[state.day] += packs
    # What the night engine would have paid back is the rate at which these packs come back once
    # they are delivered: nothing is paid back twice.
    back = (books.returned[0, 0] / np.maximum(packs, 1))[:, None]
    state = ordered(season, state, packs, value, EVENING_PLACE, back)
    for part, fen in (
        ("marketing", int(books.marketing[0, 0])),
        ("penalties", int(books.penalties[0, 0])),
    ):
        state = changed(state, **paid(state, part, fen))
    won = int(visitors * numbers.fan_rate * trust) >> 16
    return changed(
        voice.after_show(season, training.after_show(season, state)),
        phase=CLOSING,
        by_show=by_show,
        turned=state.turned + turned,
        turned_today=state.turned_today + turned,
        trust=state.trust + ((trust - state.trust) * numbers.trust_show >> 16),
        fans=state.fans + won,
        halo=int(visitors * (season.eve.halo if big is not None else numbers.halo)),
        shows=state.shows + 1,
        watched=state.watched + visitors,
        ticks=0,
    )


def also_pledged(season: Season, state: DayState, packs: Ints) -> Ints:
    """Deposits [G] of those who watched a show that sold so many packs and did not buy: as many to
    an order as at the page."""
    now = effects(season, state, state.day)
    pledging = pledges(season, state, now)
    if pledging is None:
        return np.zeros_like(packs)
    plenty = np.full(len(season.goods), 10**9, dtype=np.int64)
    bought = (buying(season, state, now, plenty) * season.share[:, None]).sum(axis=0)
    left = (pledging * season.share[:, None]).sum(axis=0)
    # In millionths, so that the count is the same on every machine.
    ratio = np.floor(np.minimum(left / np.maximum(bought, 1e-9), 2.0) * 1e6).astype(np.int64)
    found: Ints = packs * ratio // 10**6
    return found
