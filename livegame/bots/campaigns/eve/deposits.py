"""The book: which deposits to ask for, and what of it to call in the first window."""

import numpy as np

from livegame.bots.campaigns.eve.expecting import Guess, night_day
from livegame.engine.days import book
from livegame.engine.days.demand import deposits_likely
from livegame.engine.days.parcels import vans
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held, owing, under_way

COMES_BACK = 0.5  # of the price of a pack that has to wait


def call(season: Season, state: DayState, now: Guess) -> int:
    """The part of the book that today's stock can serve beside the page, if the vans can."""
    if not book.callable_now(season, state) or not state.book.any():
        return 0
    spare = np.maximum(held(state) - owing(state) - now.page[0], 0.0)
    served = float(np.minimum(spare, state.book).sum())
    room = vans(season, state, state.day) + int(season.eve.parts.sum()) * 0.3
    room -= float(state.waiting.sum()) + float(now.page[0].sum())
    part = min(served, max(room, 0.0)) / float(state.book.sum()) * now.temper.call
    return int(min(1.0, part) * 20) * 50


def offer(season: Season, state: DayState, now: Guess) -> str:
    """The offer whose deposits are worth most, with what can still be brought: a pack that sells
    at midnight for its price is not given away for less."""
    if book.closed(season, state) or state.day > night_day(season) or not season.eve.offers:
        return ""
    wanted = float(now.later.sum() + now.page[0].sum())
    there = float((held(state) + under_way(state)).sum()) + still_to_come(season, state, now)
    best, most, temper = "", 0.0, now.temper
    short = min(1.0, there / max(wanted, 1.0))
    beyond = uncarried(season, state, now)
    for row in season.eve.offers:
        if row.flaky and book.callable_now(season, state):
            continue  # whoever may pay today need not be won by a deep cut
        gained, lost = deposits_likely(season, state, season.eve.offer(row.id))
        price = state.price * (1000 - row.cut) // 1000
        keep = 1.0 - (season.eve.windows[-1].unpaid + row.flaky) / 1000
        worth = (gained * keep * (price - season.cost)).sum() - (lost * now.margin).sum()
        # A pack that is short at midnight would have sold for its whole price.
        worth -= (gained * keep * now.margin).sum() * max(0.0, 1.0 - short) * temper.short
        # What the page does not take today cannot be made into goods tomorrow.
        worth -= float((lost * state.price).sum()) * temper.ready
        # Whoever has left a deposit comes at midnight and brings others.
        worth += float((gained * price).sum()) * temper.book
        # Nor does it pay to sell what the vans cannot fetch in time.
        worth -= float((gained * keep * price).sum()) * beyond * COMES_BACK
        worth += (gained * row.flaky / 1000 * price * row.deposit / 1000).sum()
        # People get used to what the offer asks, and the night is the dearest time to have it so.
        worth -= float((now.night * state.price).sum()) * row.cut / 1000 * temper.habit
        if worth > most:
            best, most = row.id, float(worth)
    return best


def uncarried(season: Season, state: DayState, now: Guess) -> float:
    """Share of the night's and the last day's packs that nobody will fetch in time."""
    if season.eve.carrier is None:
        return 0.0
    packs = float((now.night + now.book + now.page[-1]).sum())
    carried = float(season.eve.vans[night_day(season) :].sum())
    there = state.depot.sum(axis=(1, 2)) + state.ahead.sum(axis=(1, 2, 3))
    roads = season.eve.roads[:, state.day :].sum(axis=1)
    carried += float(np.minimum(there + roads, season.eve.parts * 2).sum())
    return max(0.0, 1.0 - carried / max(packs, 1.0))


def still_to_come(season: Season, state: DayState, now: Guess) -> float:
    """Packs that can still be brought or picked before the last day, and paid for: out of the cash
    and of what the page will bring before the night."""
    found = float(state.plant.sum()) * 0.7
    mean = float(season.load[season.load > 0].mean()) if season.load.any() else 0.0
    for route, lead in enumerate(season.lead):
        days = max(0, season.days - 1 - int(lead) - state.day)
        found += days * float(season.loads[route]) * mean * 0.6
    money = float(state.cash) + float((now.page[:-2] * state.price).sum())
    return min(found, money / float(season.cost.mean()))
