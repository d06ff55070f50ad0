"""The expert's prices: the best margin a decider, at the desire that a launch will find."""

import numpy as np

from livegame.bots.expert.expecting import buying, net
from livegame.bots.expert.known import Known
from livegame.bots.expert.sense import Sense
from livegame.bots.expert.style import Style
from livegame.engine.rates import Rates
from livegame.engine.tables import Floats, Ints

STEP = 5  # per cent of the usual price between two prices that are tried
CHARGES = 9  # levels tried of what a place with the courier is worth
ROUND = 10  # fen: prices on a screen end in a zero
REOPENED = 0.8  # the engine's own limit of those who look again


def best_prices(about: Known, rates: Rates, style: Style, now: Sense) -> Floats:
    """The price of each good that brings the most a decider [G], fen."""
    percent = np.arange(rates.price_low, rates.price_high + 1, STEP)
    tried = percent[:, None] / 100.0 * about.usual
    desire = np.maximum(now.desire, style.eager)
    buy = buying(about, rates, now, tried, desire)
    margin = tried * about.keep - about.unit_cost + style.dearness * about.usual
    if not (style.reach and now.arrived):  # there is nobody to be counted yet
        best: Ints = np.argmax(buy * margin, axis=0)
    else:
        come = style.reach * _deciders(about, now)
        best = _carried(now, np.minimum(come * buy, np.maximum(now.stock, 1.0)), margin, tried)
    return np.floor(percent[best] * about.usual / 100.0 / ROUND) * ROUND


def _deciders(about: Known, now: Sense) -> Floats:
    """How many will yet make up their mind about each good, if it is launched at them [G]."""
    come = now.arrived / about.minute * now.left
    return (now.fresh + now.passed * REOPENED + come) * about.rush


def _carried(now: Sense, wanted: Floats, margin: Floats, tried: Floats) -> Ints:
    """Which of the prices tried is best for each good [G], of packs wanted and their margins at
    each. Where couriers fetch only so much, what a pack takes from the others is charged to it:
    the least at which no more is wanted than they fetch; no more than coming late costs."""
    best: Ints = np.argmax(wanted * margin, axis=0)
    goods = np.arange(len(best))
    for post in now.posts:
        charge = np.linspace(0.0, 1.0, CHARGES)[:, None, None] * post.late * tried * post.serves
        chosen = np.argmax(wanted * (margin - charge), axis=1)  # [charges, G]
        load = (wanted[chosen, goods] * post.serves).sum(axis=1)
        fits = np.flatnonzero(load <= post.left)
        best = np.where(post.serves > 0, chosen[fits[0] if len(fits) else -1], best)
    return best


def cut_pays(about: Known, rates: Rates, now: Sense, sold: Floats, new: Floats) -> Floats:
    """What a lower price brings more than it costs [G], fen: those who look again, against the
    difference that is owed to all who paid the old one."""
    cut = np.maximum(1.0 - new / now.price, 0.0)
    again = now.passed * np.minimum(rates.price_reopen * cut, REOPENED)
    was = buying(about, rates, now, now.price, now.desire) * net(about, now, now.price)
    will = buying(about, rates, now, new, now.desire) * net(about, now, new)
    more = np.minimum((now.fresh + again) * about.rush, now.stock / np.maximum(will, 1e-9)) * will
    return more - now.fresh * about.rush * was - sold * (now.price - new)
