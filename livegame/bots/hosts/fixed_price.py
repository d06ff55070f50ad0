"""The host with one price for the night and one routine for every good."""

from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Plan

MULTIPLE = 90  # per cent of the usual price: a tenth off, as shops announce it
ROUTINE = ("demonstrate", "taste", "countdown")


def price_plan(seat: Seat, percent: int) -> Plan:
    """The plan that history's host makes, at a multiple of the usual prices."""
    world, room = seat.world, seat.room
    lots = [(g.id, int(world.scripts.lots[room, i])) for i, g in enumerate(world.goods[room])]
    stock = {g.id: int(world.stock[room, i]) for i, g in enumerate(world.goods[room])}
    return Plan(
        prices=tuple((g.id, g.usual * percent // 100) for g in seat.view.products),
        lots=tuple((name, min(lot, stock[name])) for name, lot in lots),
        open=tuple(g.id for i, g in enumerate(world.goods[room]) if world.scripts.open[room, i]),
    )


class FixedPrice(Host):
    """Sets every price once, then shows, tastes and launches good after good, round and round."""

    def __init__(self, percent: int = MULTIPLE) -> None:
        self._percent, self._turn = percent, 0

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The plan before the show; then the next beat of the routine that is allowed."""
        before: list[Action] = []
        if seat.tick == 0:
            plan = price_plan(seat, self._percent)
            if not seat.why_not(plan):
                before.append(plan)
                seat = seat.after(plan)
        goods = [g.id for g in seat.view.products]
        for _ in range(len(goods) * len(ROUTINE)):
            good, step = divmod(self._turn, len(ROUTINE))
            self._turn += 1
            beat = Beat(ROUTINE[step], goods[good % len(goods)])
            if beat in seat.beats:
                return (*before, beat)
        return (*before, seat.beats[-1]) if seat.beats else tuple(before)
