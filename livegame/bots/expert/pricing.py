"""The expert's prices: the best margin a decider, at the desire that a launch will find."""

import numpy as np

from livegame.bots.expert.expecting import chance, gained, lost, net
from livegame.bots.expert.sense import Known, Sense
from livegame.bots.expert.style import Style
from livegame.engine.rates import Rates
from livegame.engine.tables import Floats

STEP = 5  # per cent of the usual price between two prices that are tried
ROUND = 10  # fen: prices on a screen end in a zero
REOPENED = 0.8  # the engine's own limit of those who look again


def best_prices(about: Known, rates: Rates, style: Style, now: Sense) -> Floats:
    """The price of each good that brings the most a decider [G], fen."""
    percent = np.arange(rates.price_low, rates.price_high + 1, STEP)
    tried = percent[:, None] / 100.0 * about.usual
    desire = np.maximum(now.desire, style.eager)
    buy = _buy(about, rates, now, tried, desire)
    worth = buy * (tried * about.keep - about.unit_cost + style.dearness * about.usual)
    best = percent[np.argmax(worth, axis=0)] * about.usual / 100.0
    return np.floor(best / ROUND) * ROUND


def cut_pays(about: Known, rates: Rates, now: Sense, sold: Floats, new: Floats) -> Floats:
    """What a lower price brings more than it costs [G], fen: those who look again, against the
    difference that is owed to all who paid the old one."""
    cut = np.maximum(1.0 - new / now.price, 0.0)
    again = now.passed * np.minimum(rates.price_reopen * cut, REOPENED)
    was = _buy(about, rates, now, now.price, now.desire) * net(about, now.price)
    will = _buy(about, rates, now, new, now.desire) * net(about, new)
    more = np.minimum((now.fresh + again) * about.rush, now.stock / np.maximum(will, 1e-9)) * will
    return more - now.fresh * about.rush * was - sold * (now.price - new)


def _buy(about: Known, rates: Rates, now: Sense, price: Floats, desire: Floats) -> Floats:
    wide = np.broadcast_to(desire[:, None], (len(desire), len(about.share)))
    room = gained(rates, np.asarray([now.trust]), np.asarray([now.mood]))
    worth = np.log(now.reference / price)
    return chance(about, rates, worth, wide, lost(rates, now.doubt, now.wear) - now.news, room)
