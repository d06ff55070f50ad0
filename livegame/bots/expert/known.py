"""The rules' constants of one room, which the expert knows by heart."""

import math
from functools import lru_cache

import numpy as np
from attrs import evolve, frozen

from livegame.bots.valuing import worth
from livegame.engine.chatbot import PARTS
from livegame.engine.tables import ONE, Floats, Ints
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
            the odds of buying then. answers: questions a minute that each pitch answers [A].
        usual, unit_cost (less what unsold packs lose) [G], fen. keep: of a price, after refunds
            [G]. pace: chance of deciding in a tick while on sale; selling: ticks on sale [A].
        stage: chance of deciding in a beat [A]; rush: in a launch. tiring: what talk adds [A].
        draws: what the stall that a pitch opens brings while it stands, in ticks of those who
            come now [A]. bought: questions a minute that are answered more from then on [A].
        seconds: of a tick; minute: ticks in the screen's last minute, one where they are longer.
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
    keep: Floats
    pace: Floats
    selling: Floats
    stage: Floats
    rush: Floats
    tiring: Floats
    answers: Floats
    draws: Floats
    bought: Floats
    seconds: int
    minute: int
    called: float
    answered: float


@lru_cache(maxsize=64)
def known(world: World, room: int) -> Known:
    """The constants of a room."""
    table, rates, goods = world.pitches, world.rates, len(world.goods[room])
    ticks = table.ticks.astype(np.float64)
    selling = np.maximum(ticks - table.launch, 0.0)
    pace = np.where(table.launch > 0, rates.decide_launch, rates.decide_stage)
    each = worth(world, room)
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
        unit_cost=np.asarray(each.cost[:goods], dtype=np.float64),
        keep=np.broadcast_to(each.keep, world.cost[room].shape)[:goods] / (1.0 - rates.unpaid),
        pace=pace,
        selling=selling,
        stage=1.0 - (1.0 - pace) ** selling,
        rush=1.0 - (1.0 - np.asarray(rates.decide_launch)) ** _launch_ticks(world),
        tiring=1.0 - (1.0 - rates.wear_gain / ONE) ** ticks,
        answers=_a_minute(world, world.chatbot.held if world.chatbot else None),
        draws=np.zeros(len(ticks)),
        bought=_a_minute(world, world.chatbot.bought if world.chatbot else None),
        seconds=world.tick_seconds,
        minute=max(60 // world.tick_seconds, 1),
        called=world.calls.strength / ONE if world.calls else 0.0,
        answered=math.exp(world.calls.appeal / ONE) if world.calls else 1.0,
    )


def remaining(about: Known, world: World, pitch: int, left: int) -> Known:
    """The constants as if a pitch took only the ticks that are left of it, and were paid for."""
    ticks, cost, launch = about.ticks.copy(), about.cost.copy(), about.launch.copy()
    gone = ticks[pitch] - left
    ticks[pitch], cost[pitch] = left, 0.0
    launch[pitch] = max(launch[pitch] - gone, 0.0) if launch[pitch] else 0.0
    selling = np.maximum(ticks - launch, 0.0)
    return evolve(
        about,
        ticks=ticks,
        cost=cost,
        selling=selling,
        stage=1.0 - (1.0 - about.pace) ** selling,
        tiring=1.0 - (1.0 - world.rates.wear_gain / ONE) ** ticks,
    )


def _a_minute(world: World, parts: Ints | None) -> Floats:
    """Questions a minute of what a chatbot's table says for each pitch [A]; none without one."""
    if parts is None:
        return np.zeros(len(world.pitches.ticks))
    return np.asarray(parts * (60.0 / world.tick_seconds / PARTS), dtype=np.float64)


@lru_cache(maxsize=4096)
def then(world: World, room: int, tick: int) -> Known:
    """The constants of a room, for the crowd that the hour brings."""
    now = min(tick, world.ticks - 1)
    return evolve(known(world, room), share=_crowds(world)[now], draws=_drawn(world)[now])


@lru_cache(maxsize=16)
def _crowds(world: World) -> Floats:
    """Which people are in an ordinary room at each tick [T,K], shares: those who come by the
    scenario's curves, each staying as long as its kind does."""
    odds = world.leave
    stays = 1.0 - odds / (1.0 + odds)
    there, found = np.zeros(len(world.share)), []
    for hour in world.arrivals:
        there = there * stays + hour * world.share
        found.append(there / max(float(there.sum()), 1e-12))
    return np.array(found)


@lru_cache(maxsize=16)
def _drawn(world: World) -> Floats:
    """What each pitch's stall brings from each tick on, in ticks of those who come then [T,A]."""
    found = np.zeros((world.ticks, len(world.pitches.ticks)))
    stalls = world.stalls
    if stalls is None:
        return found
    come = world.arrivals * world.share  # [T,K]
    usual = np.maximum(come.sum(axis=1), 1e-12)
    for pitch, stands, pull in zip(stalls.pitch, stalls.ticks, stalls.pull, strict=True):
        more = np.append(0.0, np.cumsum((come * (pull / ONE - 1.0)).sum(axis=1)))
        ends = np.minimum(np.arange(world.ticks) + stands + world.pitches.ticks[pitch], world.ticks)
        found[:, pitch] = (more[ends] - more[:-1]) / usual
    return found


def _launch_ticks(world: World) -> int:
    """How long the longest launch lasts; half a minute where no pitch launches."""
    table = world.pitches
    spans = [int(t - at) for t, at in zip(table.ticks, table.launch, strict=True) if at > 0]
    return max(spans, default=max(30 // world.tick_seconds, 1))
