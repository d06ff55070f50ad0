"""What the expert expects of every beat: sales now, and what the room is worth afterwards.

The closed form of the engine's own rules at their means, for a crowd of the usual mix. It leaves
out luck, rivals, herding and scarcity, which the expert can't compute in its head either.
"""

import numpy as np
from attrs import evolve, frozen

from livegame.bots.expert.known import Known
from livegame.bots.expert.sense import Sense
from livegame.bots.expert.style import Style
from livegame.engine.rates import Rates
from livegame.engine.tables import ONE, Floats

SEEN = 0.0005  # half of the smallest share that the screen tells
TINY = 1e-9
ODDS = 3.0  # no crowd is held to differ by more


@frozen(eq=False)
class Expected:
    """Of each pitch on each good [A,G], in fen; for pitches on the room each column is the same.

    Attributes:
        packs: what the beat itself sells. now: its margin.
        before: what a launch of each good would now bring [G]. after: the same after the beat.
        room: what the change of trust, mood, voice and crowd is worth [A].
    """

    packs: Floats
    now: Floats
    before: Floats
    after: Floats
    room: Floats


def chance(
    about: Known,
    rates: Rates,
    worth: Floats,
    desire: Floats,
    minus: Floats,
    room: Floats,
) -> Floats:
    """Chance of buying once decided, over the usual crowd.

    Args:
        about, rates: the rules.
        worth: log of what the good is held to be worth against its price [..., G].
        desire: per segment [..., G, K].
        minus: log-odds lost to doubt and weariness [..., G]; room: won by trust and mood [..., 1].
    """
    felt = np.where(worth < 0.0, worth * (rates.loss / ONE), worth) * about.touch
    slope = felt[..., None] * about.slope
    insight = (rates.information + rates.appetite) / ONE
    odds = about.appeal + slope + insight * desire + (room - minus)[..., None]
    return (about.share / (1.0 + np.exp(-odds))).sum(axis=-1)


def lost(rates: Rates, doubt: Floats, wear: Floats) -> Floats:
    """Log-odds lost to open questions and weariness."""
    return (doubt * rates.doubt + wear * rates.weariness) / ONE


def gained(rates: Rates, trust: Floats, mood: Floats) -> Floats:
    """Log-odds won by trust and mood above the ordinary."""
    par = rates.trust_par / ONE
    return ((trust - par) * rates.trust + (mood - 0.5) * rates.mood) / ONE


def buying(about: Known, rates: Rates, now: Sense, price: Floats, desire: Floats) -> Floats:
    """Chance of buying each good in the room as it is [..., G], at a price [..., G] and a desire
    that all have [G]."""
    wide = np.broadcast_to(desire[:, None], (len(desire), len(about.share)))
    minus = lost(rates, now.doubt, now.wear) - now.news - now.tonight
    room = gained(rates, np.asarray([now.trust]), np.asarray([now.mood]))
    return chance(about, rates, np.log(now.reference / price), wide, minus, room)


def tonight(about: Known, rates: Rates, now: Sense) -> Sense:
    """The same moment, with what tonight's crowd makes of the goods: the difference between what
    the screen says of those who would buy and what the rules say of a crowd of the usual mix."""
    usual = buying(about, rates, now, now.price, now.desire)
    seen = np.clip(now.would, SEEN, 1.0 - SEEN)
    usual = np.clip(usual, SEEN, 1.0 - SEEN)
    odds = np.log(seen / (1.0 - seen)) - np.log(usual / (1.0 - usual))
    return evolve(now, tonight=np.clip(odds, -ODDS, ODDS))


def net(about: Known, now: Sense, price: Floats) -> Floats:
    """What a pack leaves, fen; nothing if it would be sold at a loss."""
    return np.maximum(price * (about.keep - now.late) - about.unit_cost, 0.0)


def expected(
    about: Known,
    rates: Rates,
    style: Style,
    now: Sense,
    used: Floats,
    open_now: Floats,
    beside: Floats,
) -> Expected:
    """What every beat would bring.

    Args:
        used: how worn each pitch is on each good, 0..1 [A,G].
        open_now: which links are open in a beat without a launch [G], 0 or 1.
        beside: how many other links are open while a good is on stage [G].
    """
    n = about.ticks[:, None]
    half = rates.voice_floor / ONE
    strength = half + (1.0 - half) * min(2.0 * now.voice, 1.0)
    heard = np.arange(len(about.ticks)) == now.call
    power = about.fit * (1.0 - used) * strength * (1.0 + now.trust) / 2.0
    power *= 1.0 + heard[:, None] * about.called
    built = 1.0 - np.exp(-about.gain * (power * n)[..., None])  # [A,G,K]
    desire = now.desire[:, None] + (1.0 - now.desire[:, None]) * built
    doubt = now.doubt * (1.0 - about.doubt[:, None]) ** n
    wear = now.wear + (1.0 - now.wear) * (about.tiring * about.about)[:, None]
    trust = np.clip(now.trust + about.trust * about.ticks, 0.0, 1.0)
    pace = rates.mood_pace / ONE
    mood = about.mood + (now.mood - about.mood) * (1.0 - pace) ** about.ticks
    held = np.log(now.reference / now.price)
    claim = np.where(about.anchor > 0, 1.0 - (1.0 - rates.anchor_pace / ONE) ** about.ticks, 0.0)
    usual = now.reference / about.usual - 1.0  # what was claimed before
    lift = np.maximum((about.anchor[:, None] - usual) * claim[:, None], 0.0)
    believed = held + np.log1p(lift)
    was = buying(about, rates, now, now.price, now.desire)
    room = gained(rates, trust, mood)[:, None]
    minus = lost(rates, doubt, wear) - now.news - now.tonight
    will = chance(about, rates, believed, desire, minus, room)
    will_now = np.sqrt(was * will) * about.answered ** heard[:, None]
    ready = now.fresh + now.passed * (1.0 - (1.0 - about.reopen[:, None]) ** n)
    launches = about.launch[:, None] > 0
    sells = np.where(launches, 1.0 - used, open_now) * about.about[:, None]
    noticed = sells / (1.0 + rates.clutter * beside)
    deciding, rest = _flow(about, style, now, ready, noticed)
    served, later = _served(about, now)
    packs = deciding * will_now * served[:, None] * (1.0 + about.extra[:, None])
    packs = np.minimum(packs, np.where(launches, now.shelf, now.stock))
    each = net(about, now, now.price)
    free = _free(np.asarray(now.queue), np.asarray(now.answered))
    before = np.minimum(now.fresh * about.rush * was * free, now.stock) * each
    after = np.minimum(rest * about.rush * will * later[:, None], now.stock - packs) * each
    # A bundle's second pack goes at less than the price.
    second = net(about, now, now.price * rates.bundle_price / ONE)
    paid = (each + about.extra[:, None] * second) / (1.0 + about.extra[:, None])
    return Expected(
        packs,
        packs * paid,
        before,
        after,
        _room_worth(about, style, now, used, before, trust, mood),
    )


def _served(about: Known, now: Sense) -> tuple[Floats, Floats]:
    """Share of those who would buy that needn't wait for an answer first: during each beat, and
    after it [A]."""
    pace = now.answered + about.answers
    minutes = about.ticks * about.seconds / 60.0
    queue = np.maximum(now.queue + (now.asked - pace) * minutes, 0.0)
    return _free((now.queue + queue) / 2.0, pace), _free(queue, np.asarray(now.answered))


def _free(queue: Floats, pace: Floats) -> Floats:
    """Share that needn't wait, at so many questions waiting and answered in a minute."""
    return 1.0 - queue / np.maximum(queue + pace, TINY)


def _flow(
    about: Known, style: Style, now: Sense, ready: Floats, noticed: Floats
) -> tuple[Floats, Floats]:
    """Who decides during each beat, and who is then left undecided [A,G].

    Args:
        ready: the undecided, and those who look again [A,G].
        noticed: share of the pace of deciding that each good has then [A,G].
    """
    deciding = ready * about.stage[:, None] * noticed
    if not style.flow:
        return deciding, ready - deciding
    come = now.arrived / about.minute
    go = min(now.leaving / about.minute / now.watching, 1.0)
    waits, lasts = about.launch[:, None], about.selling[:, None]
    there = ready * (1.0 - go) ** waits + come * _sum(go, waits)
    hazard = np.minimum(about.pace[:, None] * noticed + go, 1.0)
    stays = (1.0 - hazard) ** lasts
    gone = (there - come / np.maximum(hazard, TINY)) * (1.0 - stays) + come * lasts * (hazard > 0)
    chosen = np.maximum(gone, 0.0) * (hazard - go) / np.maximum(hazard, TINY)
    left = there * stays + come * _sum(hazard, lasts)
    rest = ready - deciding
    return deciding + style.flow * (chosen - deciding), rest + style.flow * (left - rest)


def _sum(share: Floats | float, ticks: Floats) -> Floats:
    """How many of one comer a tick are there after so many, where a share of all goes a tick."""
    left = 1.0 - np.asarray(share)
    return np.where(left < 1.0, (1.0 - left**ticks) / np.maximum(1.0 - left, TINY), ticks)


def _room_worth(
    about: Known,
    style: Style,
    now: Sense,
    used: Floats,
    before: Floats,
    trust: Floats,
    mood: Floats,
) -> Floats:
    """What the room's own change is worth after each pitch [A], fen."""
    whole = float(before.sum())
    minutes = about.ticks / about.minute  # such as the screen's last one
    heard = np.arange(len(about.ticks)) == now.call
    fresh = np.where(about.pull > 1.0, (1.0 - used[:, 0]) * (1.0 + heard * about.called), 1.0)
    above = (about.pull - 1.0) * fresh
    minute = now.arrived / now.watching
    come = (above * minutes + about.draws / about.minute) * minute
    spared = _free(np.asarray(now.queue), now.answered + about.bought)
    come += (spared / max(spared[0], TINY) - 1.0) * now.left / about.minute * minute
    voice = np.clip(now.voice - about.voice * about.ticks, 0.0, 1.0)
    tired = np.minimum(2.0 * voice, 1.0) - min(2.0 * now.voice, 1.0)
    return whole * (
        style.trust * (trust - now.trust)
        + style.mood * (mood - now.mood)
        + style.crowd * come
        + style.voice * tired
    )
