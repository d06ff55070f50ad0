"""The host who knows the rules by heart: a closed form of them, weighed by a tuned style."""

import numpy as np
from attrs import evolve

from livegame.bots.expert.expecting import expected, tonight
from livegame.bots.expert.known import Known, remaining, then
from livegame.bots.expert.memory import Memory
from livegame.bots.expert.pricing import best_prices, cut_pays
from livegame.bots.expert.sense import sense
from livegame.bots.expert.style import Style, style_for
from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.tables import Bools, Floats

BETTER = 1.0  # by so much more a second another beat must be worth before one is broken off
LEAST = 0.2  # of the usual stock: so much is always brought


class Expert(Host):
    """Expects of each beat what the rules say, adds what it leaves behind, takes the best a second.

    It sees the screen, remembers how often it has done what, and nothing else. How it weighs the
    present against the room's future is its style.
    """

    alert, restless = True, 20

    def __init__(self, style: Style | None = None) -> None:
        self._style = style
        self._memory, self._last = Memory(), ""

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """Readies prices, shelf and links, then begins the beat that is worth most a second."""
        style = self._style or _style_of(seat)
        if not seat.idle:
            return self._mid_beat(seat, style)
        ready = _made_ready(seat, style)
        if beat := self._best(ready, _about(seat), style):
            self._begin(ready, beat, style)
        return tuple(ready.done)

    def insist(self, seat: Seat, beat: Beat) -> tuple[Action, ...]:
        """The same with a beat that somebody else has chosen, if it is allowed."""
        style = self._style or _style_of(seat)
        ready = _made_ready(seat, style)
        if not ready.seat.why_not(beat):
            self._begin(ready, beat, style)
        return tuple(ready.done)

    def _mid_beat(self, seat: Seat, style: Style) -> tuple[Action, ...]:
        """The link on stage has run dry, or there is news: let the rest go, go on, or stop."""
        ready = _Readying(seat)
        _restock(ready, style)
        good = seat.view.product_view(seat.view.product)
        if good and not good.shelf and (not good.held or "release" in seat.without):
            ready.do(Cut())
        else:
            self._think_again(ready, style)
        return tuple(ready.done)

    def _think_again(self, ready: "_Readying", style: Style) -> None:
        """Stop if something else is now worth clearly more a second than going on."""
        before, about = ready.seat, _about(ready.seat)
        pitch = before.world.pitches.ids.index(before.view.pitch)
        slot = max(before.world.slot_of(before.room, before.view.product), 0)
        if before.why_not(Cut()):
            return
        left = before.view.beat_left // before.world.tick_seconds
        rest = remaining(about, before.world, pitch, left)
        even = evolve(style, haste=1.0)  # what is left is short, so only seconds compare fairly
        stays = self._pace(ready, rest, even, again=True)[pitch, slot]
        pace = self._pace(ready, about, even)
        best = _top(before.after(Cut()), pace)
        if best is None:
            return
        other = pace[before.world.pitches.ids.index(best.pitch)]
        gain = other[max(before.world.slot_of(before.room, best.product), 0)]
        if gain > max(stays, 0.0) * (1.0 + BETTER):
            ready.do(Cut())
            self._memory.stopped(about, before.tick, 1.0 - left / about.ticks[pitch])
            self._begin(ready, best, style)

    def _best(self, ready: "_Readying", about: Known, style: Style) -> Beat | None:
        return _top(ready.seat, self._pace(ready, about, style))

    def _pace(
        self, ready: "_Readying", about: Known, style: Style, *, again: bool = False
    ) -> Floats:
        """What each beat is worth, a second more or less [A,G], fen; `again` if to stay with the
        good on stage costs nothing."""
        seat, now, world = ready.seat, ready.now, ready.seat.world
        used = self._memory.worn(about, seat.tick)
        on_sale, beside = _on_sale(ready, style)
        outlook = expected(about, world.rates, style, now, used, on_sale, beside)
        left = np.maximum(now.left - about.ticks, 0.0) * about.seconds
        keeps = style.store * (1.0 - np.exp(-left / style.patience))
        stored = (outlook.after - outlook.before) * about.about[:, None]
        lasting = (outlook.room * (1.0 - np.exp(-left / style.patience)))[:, None]
        worth = outlook.now + keeps[:, None] * stored + lasting - about.cost[:, None]
        if self._last and not again:
            worth[:, world.slot_of(seat.room, self._last)] *= 1.0 - style.range
        pace: Floats = worth / (np.minimum(about.ticks, now.left)[:, None] ** style.haste)
        lean = np.array([style.leaning.get(name, 1.0) for name in world.pitches.ids])[:, None]
        return np.where(pace > 0.0, pace * lean, pace / lean)

    def _begin(self, ready: "_Readying", beat: Beat, style: Style) -> None:
        """Set the links for a beat, begin it, and remember it."""
        _set_links(ready, style, beat.product)
        ready.done.append(beat)
        self._last = beat.product
        self._memory.began(_about(ready.seat), ready.seat, beat)


class _Readying:
    """What is done at once before a beat, and the room as it then is.

    The screen is read once; what the actions change on it is known without looking again.
    """

    def __init__(self, seat: Seat) -> None:
        self.seat, self.done = seat, list[Action]()
        self.goods = seat.view.products
        now = sense(seat.world, seat.room, seat.view)
        about = _about(seat)
        self.now = tonight(about, seat.world.rates, now) if seat.tick else now
        self.open = np.array([good.open for good in self.goods])

    def do(self, action: Action) -> bool:
        """Do it, if it is allowed."""
        if self.seat.why_not(action):
            return False
        self.seat = self.seat.after(action)
        self.done.append(action)
        return True


def _style_of(seat: Seat) -> Style:
    return style_for(seat.world.scenario.id, seat.world.roles[seat.room])


def _about(seat: Seat) -> Known:
    return then(seat.world, seat.room, seat.tick)


def _made_ready(seat: Seat, style: Style) -> _Readying:
    """All that is done at once before a beat."""
    about, first = _about(seat), list[Action]()
    if seat.tick == 0:
        plan = _plan(seat, about, style)
        if not seat.why_not(plan):
            first.append(plan)
            seat = seat.after(plan)
    ready = _Readying(seat)
    ready.done = first
    _set_prices(ready, about, style)
    _restock(ready, style)
    if seat.view.questions and seat.view.voice >= style.reply * 1000:
        ready.do(Reply())
    return ready


def _top(seat: Seat, pace: Floats) -> Beat | None:
    """The legal beat with the highest figure; the first of equals."""
    ids, best, most = seat.world.pitches.ids, None, -np.inf
    slots = {"": 0} | {good.id: i for i, good in enumerate(seat.world.goods[seat.room])}
    for beat in seat.beats:
        figure = float(pace[ids.index(beat.pitch), slots[beat.product]])
        if figure > most:
            best, most = beat, figure
    return best


def _plan(seat: Seat, about: Known, style: Style) -> Plan:
    """The green room: prices for a wanting crowd, stock by how it keeps, advertising."""
    world, room, taboo = seat.world, seat.room, seat.without
    stock: dict[str, int] = {}
    for slot, good in enumerate(world.goods[room]):
        packs = int(world.stock[room, slot])
        if "stock" not in taboo:
            share = style.stock - style.fresh * good.spoil_permille / 1000
            packs = min(int(packs * max(share, LEAST)), int(world.stock_most[room, slot]))
        stock[good.id] = packs
    prices = best_prices(about, world.rates, style, sense(world, room, seat.view))
    lot = 1.0 if "release" in taboo else style.lot  # who can't let go later lets all go now
    advert = min(world.rates.advert_most, seat.view.budget, world.par[room] * style.advert)
    return Plan(
        prices=() if "price" in taboo else tuple(zip(stock, map(int, prices), strict=True)),
        stock=() if "stock" in taboo else tuple(stock.items()),
        lots=tuple((name, int(packs * lot)) for name, packs in stock.items()),
        open=tuple(stock) if "link" in taboo else (),  # and who can't open later opens all now
        advert=0 if "advert" in taboo else int(advert),
    )


def _set_prices(ready: _Readying, about: Known, style: Style) -> None:
    """Move prices to the best for now; down only where it pays for those who paid more."""
    now, rates = ready.now, ready.seat.world.rates
    best = best_prices(about, rates, style, now)
    # A price once up comes down only with refunds: up by no more than an ordinary minute bears.
    calm = evolve(
        now,
        reference=np.minimum(now.reference, about.usual),
        news=np.minimum(now.news, 0.0),
    )
    lasting = np.minimum(best, best_prices(about, rates, style, calm))
    best = np.where(best > now.price, np.maximum(lasting, now.price), best)
    far = np.abs(best / now.price - 1.0) >= style.steady
    if not far.any():
        return
    sold = np.array([float(good.sold) for good in ready.goods])
    pays = cut_pays(about, rates, now, sold, best)
    for slot in np.flatnonzero(far & ((best > now.price) | (pays > 0.0))).tolist():
        if ready.do(SetPrice(ready.goods[slot].id, int(best[slot]))):
            now.price[slot] = best[slot]


def _restock(ready: _Readying, style: Style) -> None:
    """Let another lot of a good go when little of the last is left; a small rest goes with it."""
    for slot, good in enumerate(ready.goods):
        if not good.held or good.shelf > style.restock * good.lot:
            continue
        lot = int(style.lot * (good.sold + good.reserved + good.shelf + good.held))
        packs = good.held if good.held < 2 * lot else max(lot, 1)
        if ready.do(Release(good.id, packs)):
            ready.now.shelf[slot] += packs


def _wanted(ready: _Readying, style: Style) -> tuple[Bools, Bools]:
    """Which links are to be open while their good is on stage [G], and while another is [G]."""
    late = ready.seat.seconds_left < style.closing
    desire = np.array([good.desire for good in ready.goods])
    return late | (desire >= style.shelf * 1000), late | (desire >= style.aside * 1000)


def _on_sale(ready: _Readying, style: Style) -> tuple[Floats, Floats]:
    """Whether each good would be on sale while on stage [G], 0 or 1, and beside how many other
    open links [G]."""
    on, aside = _wanted(ready, style)
    if "link" in ready.seat.without:
        on, aside = ready.open, ready.open
    return on.astype(np.float64), aside.sum() - aside.astype(np.float64)


def _set_links(ready: _Readying, style: Style, product: str) -> None:
    """Open what is wanted enough, or everything near the end; shut the rest until its launch."""
    on, aside = _wanted(ready, style)
    for slot, good in enumerate(ready.goods):
        wanted = bool(on[slot] if good.id == product else aside[slot])
        if wanted != ready.open[slot] and ready.do(Link(good.id, wanted)):
            ready.open[slot] = wanted
