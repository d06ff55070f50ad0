"""Any host, but with one price for the whole night: a multiple of the usual one."""

from attrs import evolve

from livegame.bots.host import Host
from livegame.bots.hosts.fixed_price import price_plan
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Plan


class OnePrice(Host):
    """Lets another host decide everything but prices, which stay where they are set at first."""

    def __init__(self, host: Host, percent: int) -> None:
        self._host, self._percent = host, percent
        self.listens, self.alert, self.restless = host.listens, host.alert, host.restless

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """What the other does without touching a price; the plan gets this host's prices."""
        prices = price_plan(seat, self._percent)
        if seat.tick > 0 or seat.why_not(prices):
            return self._host.decide(seat.limited(["price"]))
        # Plan first, so that the other host sees its prices; then put its own plan in the place.
        wanted = self._host.decide(seat.limited(["price"]))
        plans = [action for action in wanted if isinstance(action, Plan)]
        plan = evolve(plans[0], prices=prices.prices) if plans else prices
        return (plan, *(action for action in wanted if not isinstance(action, Plan)))
