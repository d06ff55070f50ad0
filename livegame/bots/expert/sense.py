"""What the expert reads off the screen, as numbers, and the rules' constants it knows by heart."""

import math
from functools import lru_cache

import numpy as np
from attrs import evolve, frozen

from livegame.engine.calls import NONE
from livegame.engine.tables import ONE, Floats
from livegame.engine.view import RoomView
from livegame.engine.world import World


@frozen(eq=False)
class Known:
    """Constants of one room, as doubles: A pitches (idleness first), K segments, G goods.

    All of it stands in the Record. Paces are a tick.

    Attributes:
        ticks [A]; launch: tick at which the launch begins, 0 for none [A].
        gain [A,1,K], fit [A,G]: desire built. doubt, reopen, mood, trust, voice, pull [A].
        extra: more packs an order [A]; anchor: lift of the reference price [A].
        cost: fen at once [A]; about: whether it is about a good [A].
        wear: how worn a pitch is after one use [A]; rest: share of that which fades a tick.
        appeal [G,K], slope [K]: log-odds; touch: how much a good's price counts [G].
        share: of the people [K].
        called: what a pitch does more while the chat calls for it, a share; answered: factor on
            the odds of buying then.
        usual, unit_cost (less what unsold packs lose) [G], fen. keep: of a price, after refunds.
    """

    ticks: Floats
    launch: Floats
    gain: Floats
    fit: Floats
    doubt: Floats
    reopen: Floats
    mood: Floats
    trust: Floats
    voice: Floats
    pull: Floats
    extra: Floats
    anchor: Floats
    cost: Floats
    about: Floats
    wear: Floats
    rest: float
    appeal: Floats
    slope: Floats
    touch: Floats
    share: Floats
    usual: Floats
    unit_cost: Floats
    keep: float
    stage: Floats
    rush: Floats
    tiring: Floats
    seconds: int
    called: float
    answered: float


@lru_cache(maxsize=64)
def known(world: World, room: int) -> Known:
    """The constants of a room."""
    table, rates, goods = world.pitches, world.rates, len(world.goods[room])
    ticks = table.ticks.astype(np.float64)
    selling = np.maximum(ticks - table.launch, 0.0)
    pace = np.where(table.launch > 0, rates.decide_launch, rates.decide_stage)
    return Known(
        ticks=ticks,
        launch=table.launch.astype(np.float64),
        gain=table.gain[:, None, :] / ONE,
        fit=table.fit[:, room, :goods] / ONE,
        doubt=table.doubt / ONE,
        reopen=table.reopen,
        mood=table.mood / ONE,
        trust=table.trust / ONE,
        voice=table.voice / ONE,
        pull=table.pull / ONE,
        extra=table.extra,
        anchor=table.anchor / ONE,
        cost=table.cost.astype(np.float64),
        about=table.on_product.astype(np.float64),
        wear=1.0 - np.exp(-table.wear / ONE),
        rest=rates.used_rest / ONE,
        appeal=world.appeal[room, :, :goods].T / ONE,
        slope=world.slope / ONE,
        touch=world.touch[room, :goods] / ONE,
        share=world.share / world.share.sum(),
        usual=world.usual[room, :goods].astype(np.float64),
        unit_cost=world.cost[room, :goods] * (1000.0 - world.spoil[room, :goods]) / 1000.0,
        keep=1.0 - rates.refund_base,
        stage=1.0 - (1.0 - pace) ** selling,
        rush=1.0 - (1.0 - np.asarray(rates.decide_launch)) ** _launch_ticks(world),
        tiring=1.0 - (1.0 - rates.wear_gain / ONE) ** ticks,
        seconds=world.tick_seconds,
        called=world.calls.strength / ONE if world.calls else 0.0,
        answered=math.exp(world.calls.appeal / ONE) if world.calls else 1.0,
    )


def remaining(about: Known, world: World, pitch: int, left: int) -> Known:
    """The constants as if a pitch took only the ticks that are left of it, and were paid for."""
    ticks, cost, launch = about.ticks.copy(), about.cost.copy(), about.launch.copy()
    gone = ticks[pitch] - left
    ticks[pitch], cost[pitch] = left, 0.0
    launch[pitch] = max(launch[pitch] - gone, 0.0) if launch[pitch] else 0.0
    rates = world.rates
    pace = np.where(about.launch > 0, rates.decide_launch, rates.decide_stage)
    return evolve(
        about,
        ticks=ticks,
        cost=cost,
        stage=1.0 - (1.0 - pace) ** np.maximum(ticks - launch, 0.0),
        tiring=1.0 - (1.0 - rates.wear_gain / ONE) ** ticks,
    )


def _launch_ticks(world: World) -> int:
    """How long the longest launch lasts; half a minute where no pitch launches."""
    table = world.pitches
    spans = [int(t - at) for t, at in zip(table.ticks, table.launch, strict=True) if at > 0]
    return max(spans, default=max(30 // world.tick_seconds, 1))


@frozen(eq=False)
class Sense:
    """One moment of the room, levels as doubles 0..1: goods [G], and the room.

    Attributes:
        reference: price that each good is held against, fen. news: log-odds that what lasts
            outside, and what the crowd asks for, add to each good. call: the pitch that the chat
            calls for, or NONE.
    """

    price: Floats
    reference: Floats
    news: Floats
    desire: Floats
    doubt: Floats
    wear: Floats
    fresh: Floats
    passed: Floats
    stock: Floats
    shelf: Floats
    trust: float
    mood: float
    voice: float
    watching: float
    arrived: float
    left: int
    call: int


def sense(world: World, room: int, seen: RoomView) -> Sense:
    """Read the screen."""
    rows = np.array(
        [(p.price, p.desire, p.doubt, p.wear, p.fresh, p.passed, p.shelf + p.held, p.shelf,
          p.reference)
         for p in seen.products], dtype=np.float64).T  # fmt: skip
    price, desire, doubt, wear, fresh, passed, stock, shelf, reference = rows
    fancy = np.array([seen.fancy == p.id for p in seen.products])
    rules = world.fancy
    wave = np.where(fancy, rules.appeal, rules.others) / ONE if rules and seen.fancy else 0.0
    # Of what touches the room, milestones draw people and change nobody's mind.
    lasting = [n for n, name in enumerate(world.incidents.ids) if name in seen.incidents]
    return Sense(
        price=price,
        reference=reference,
        news=world.incidents.appeal[lasting, room, : len(price)].sum(axis=0) / ONE + wave,
        desire=desire / 1000,
        doubt=doubt / 1000,
        wear=wear / 1000,
        fresh=fresh,
        passed=passed,
        stock=stock,
        shelf=shelf,
        trust=seen.trust / 1000,
        mood=seen.mood / 1000,
        voice=seen.voice / 1000,
        watching=float(max(seen.watching, 1)),
        arrived=float(seen.arrived),
        left=seen.ticks - seen.tick,
        call=world.pitches.ids.index(seen.call) if seen.call else NONE,
    )
