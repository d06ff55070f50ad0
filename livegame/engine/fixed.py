"""What follows from a world and never changes: constants and tables as a tick wants them.

A tick of one night is some hundred operations on arrays of a few dozen numbers, so its time is
numpy's time to begin an operation. Constants without dimensions, numbers of one type, and a
look-up in place of a comparison and a choice make it less; they change no result.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import fields, frozen

from livegame.engine.constants import fixed
from livegame.engine.rates import Rates
from livegame.engine.tables import LN_COUNT, LN_RATIO, ONE, Bools, Floats, Ints

if TYPE_CHECKING:
    from livegame.engine.world import World


@frozen(eq=False)
class Fixed:
    """Constants of a world over A pitches, R rooms, P goods a room.

    A room's seat is 0 while its pitch is about no good, else the slot of that good plus one.

    Attributes:
        rates: the world's rates, each as an array without dimensions.
        on_seat [P+1,P]: the good that is talked about; talked, told: the same as 0 and 1.
        fancied [P+1,P]: shift of the log-odds while the crowd fancies nothing, or each slot, Q16;
            None without fancies.
        pace: chance a tick of deciding, without a launch; tiring, resting: paces of weariness.
        launch_left [A]: ticks left of a beat when its launch begins; -1 without a launch.
        voice [A]: change of the voice a tick; wear [A]: novelty lost a tick.
        says [R*C]: the cue of the running order has something to say of links, packs or prices.
        checkout: orders that the platform takes in a tick where nothing is in the way.
        rooms, pitches, cues, goods: how many there are (of goods in a room).
        pulling, appealing, comparing, slowing: the incidents that change a room's pull, the appeal
            of a good, the price it is held against, and the checkout at all.
        strain [A]: voice that a pitch takes; once, about [A]: it may be held once only, it is about
            a good; from_held [A]: 1 if packs that are held back are enough for it, else 0.
        anchored [A]: the pitch claims a higher price; bundled [A]: it sells bundles.
        draws [A]: it draws people. crowded [P+1]: share of the attention that the good on stage
            has beside so many other open links.
        gain [A,K], fit [R*A*P]: of the pitches, for look-ups by pitch and by pitch and good.
        herd: what recent orders add to the log-odds, by the logarithm of their number (LN_COUNT),
            Q32. worth: a good's worth for its price as buyers feel it, by LN_RATIO: what is
            dearer than the reference weighs more than what is cheaper, Q16.
        gone_home: chance a tick that somebody who found no room gives up, so that `crowd.transfer`
            of those who leave a room find another. stays: share of newcomers who do not leave at
            once.
        slope [1,R,K,P]: of price; usual, touch, doubt [1,R,P], appeal [1,R,K,P], draw [1,R],
            leave [1,R,K]: those of the world, of the shape of one night, since numpy takes longer
            where the shapes differ.
    """

    rates: Rates
    on_seat: Bools
    talked: Ints
    told: Floats
    fancied: Ints | None
    pace: Floats
    tiring: Ints
    resting: Ints
    launch_left: Ints
    voice: Ints
    wear: Ints
    anchored: Bools
    bundled: Bools
    draws: Bools
    crowded: Floats
    fit: Ints
    slope: Ints
    usual: Ints
    touch: Ints
    appeal: Ints
    doubt: Ints
    draw: Ints
    leave: Floats
    no_cut: Ints
    insight: Ints
    scarcity: Ints
    scarce_most: Ints
    herd_unit: Ints
    herd: Ints
    worth: Ints
    par_mood: Ints
    rush: Floats
    rivalry: tuple[Floats, Floats]
    growth: tuple[Floats, Floats]
    desire_keep: Floats
    voice_span: Ints
    chat_echo: Floats
    heat_weights: Ints
    heat_mean: Ints
    says: Bools
    checkout: Ints
    rooms: Ints
    pitches: Ints
    cues: Ints
    goods: Ints
    pulling: frozenset[int]
    appealing: frozenset[int]
    comparing: frozenset[int]
    slowing: frozenset[int]
    strain: Ints
    once: Bools
    about: Bools
    from_held: Ints
    gone_home: Floats
    unpaid: Floats
    stays: Floats
    anchor_pace: Ints


def _giving_up(rates: Rates) -> float:
    """Chance to go home, for those between rooms who do not enter one this tick."""
    finds = rates.lobby_enter
    away = finds * (1.0 / max(rates.transfer, 1e-6) - 1.0)
    return min(away / max(1.0 - finds, 1e-6), 1.0)


@lru_cache(maxsize=8)  # one table for all worlds that feel alike
def _herd(weight: int, most: int) -> Ints:
    return np.minimum(LN_COUNT, most) * weight


@lru_cache(maxsize=8)
def _worth(loss: int) -> Ints:
    return np.where(LN_RATIO < 0, LN_RATIO * loss >> 16, LN_RATIO)


def _fancied(world: "World", seat: Ints) -> Ints | None:
    """Shifts of the log-odds by the fancied slot plus one; nothing in row 0."""
    rules = world.fancy
    if rules is None:
        return None
    shift = np.where(seat > 0, rules.appeal, rules.others)
    return shift * (np.arange(len(seat)) > 0)[:, None]


def _differing(table: Ints | None, neutral: int) -> frozenset[int]:
    """The rows of a table in which anything differs from what changes nothing."""
    if table is None:
        return frozenset()
    return frozenset(n for n, row in enumerate(table) if np.count_nonzero(row != neutral))


def _says(world: "World") -> Bools:
    """Whether each cue sets a link, releases packs or names a price."""
    script = world.scripts
    said: Bools = (script.link >= 0) | (script.release > 0) | (script.price > 0)
    return np.logical_or.reduce(said, axis=2).reshape(-1)


def fix(world: "World") -> Fixed:
    """The constants of a world."""
    rates, table = world.rates, world.pitches
    rooms, _, goods = world.shape
    pitches = len(table.ids)
    seat = (np.arange(goods + 1)[:, None] == np.arange(goods) + 1).astype(np.int64)

    def by_seat(there: Any, elsewhere: Any) -> Any:
        return np.where(seat > 0, there, elsewhere)

    values: dict[str, Any] = {f.name: fixed(getattr(rates, f.name)) for f in fields(Rates)}
    weights = [rates.heat_sales, rates.heat_viewers, rates.heat_chat]
    return Fixed(
        rates=Rates(**values),
        on_seat=seat > 0,
        talked=seat,
        told=seat.astype(np.float64),
        fancied=_fancied(world, seat),
        pace=by_seat(rates.decide_stage, rates.decide_shelf),
        tiring=by_seat(rates.wear_gain, 0),
        resting=by_seat(0, rates.wear_rest),
        launch_left=np.where(table.launch > 0, table.ticks - table.launch, -1),
        voice=np.where(np.arange(pitches) == 0, rates.voice_rest, 0) - table.voice,
        wear=table.wear // table.ticks,
        says=_says(world),
        checkout=fixed(rates.checkout * world.tick_seconds),
        rooms=fixed(rooms),
        pitches=fixed(pitches),
        cues=fixed(world.scripts.pitch.shape[1]),
        goods=fixed(goods),
        pulling=_differing(world.incidents.pull, ONE),
        appealing=_differing(world.incidents.appeal, 0),
        comparing=_differing(world.incidents.reference, ONE),
        slowing=_differing(world.incidents.checkout, ONE),
        strain=table.voice * table.ticks,
        once=table.once > 0,
        about=table.on_product > 0,
        from_held=(table.launch == 0).astype(np.int64),
        anchored=table.anchor > 0,
        bundled=table.extra > 0,
        draws=table.pull > ONE,
        crowded=1.0 / (1.0 + rates.clutter * np.arange(goods + 1, dtype=np.float64)),
        fit=np.ascontiguousarray(table.fit.transpose(1, 0, 2)).reshape(-1),
        slope=np.array(np.broadcast_to(world.slope[:, None], world.appeal.shape))[None],
        usual=world.usual[None],
        touch=world.touch[None],
        appeal=world.appeal[None],
        doubt=world.doubt[None],
        draw=world.draw[None],
        leave=np.array(np.broadcast_to(world.leave, world.appeal.shape[:2]))[None],
        no_cut=fixed(ONE - rates.suspicion_from),
        insight=fixed(rates.information + rates.appetite),
        scarcity=fixed(rates.scarcity * ONE),
        scarce_most=fixed(rates.scarce_below),
        herd_unit=fixed(rates.herding_unit * 256),
        herd=_herd(rates.herding, rates.herding_most),
        worth=_worth(rates.loss),
        par_mood=fixed(rates.trust_par * rates.trust + ONE // 2 * rates.mood),
        rush=fixed((rates.decide_launch - rates.decide_stage) / ONE),
        rivalry=(fixed(1.0 - rates.rivalry), fixed(rates.rivalry)),
        growth=(fixed(1.0 - rates.market_growth), fixed(world.usual_pull * rates.market_growth)),
        desire_keep=fixed(1.0 - rates.desire_decay),
        voice_span=fixed(ONE - rates.voice_floor),
        chat_echo=fixed(rates.chat_echo * (1.0 - rates.chat_keep / ONE) / 256.0),
        gone_home=fixed(_giving_up(rates)),
        unpaid=fixed(rates.unpaid),
        stays=fixed(1.0 - rates.bounce),
        anchor_pace=fixed(rates.anchor_pace),
        heat_weights=np.array(weights, dtype=np.int64),
        heat_mean=fixed(rooms * ONE),
    )
