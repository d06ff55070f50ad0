"""Random legal play: any action at any moment, with amounts from sensible to absurd."""

import random
from collections.abc import Iterator

from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.acts import why_not
from livegame.engine.state import State
from livegame.engine.world import World


class Player:
    """Plays a room at random from a seed; everything it proposes has been allowed."""

    def __init__(self, seed: int, haste: float = 0.35) -> None:
        self.dice = random.Random(seed)
        self.haste = haste

    def _good(self, world: World, room: int) -> str:
        return self.dice.choice(world.goods[room]).id

    def _amount(self, most: int) -> int:
        return self.dice.choice([1, 2, 10, most // 7, most // 2, most, self.dice.randint(0, most)])

    def plan(self, world: World, room: int) -> Plan:
        """A green room's decisions."""
        goods = world.goods[room]
        stock = {g.id: self._amount(g.stock_max) for g in goods if self.dice.random() < 0.5}
        brought = {g.id: stock.get(g.id, g.stock) for g in goods}
        lots = {n: self._amount(packs) for n, packs in brought.items() if self.dice.random() < 0.7}
        prices = {
            g.id: g.usual_fen * self.dice.randint(40, 150) // 100
            for g in goods
            if self.dice.random() < 0.5
        }
        return Plan(
            prices=tuple(prices.items()),
            stock=tuple(stock.items()),
            lots=tuple(lots.items()),
            open=tuple(g.id for g in goods if self.dice.random() < 0.5),
            advert=self.dice.choice([0, 0, 1, 123_456, world.rates.advert_most]),
        )

    def proposal(self, world: World, state: State, room: int) -> Action:
        """Something that the host might do, allowed or not."""
        good = self._good(world, room)
        slot = world.slot_of(room, good)
        usual, held = int(world.usual[room, slot]), int(state.held[0, room, slot])
        kind = self.dice.randrange(10)
        if kind < 4:
            pitch = self.dice.randrange(1, len(world.pitches.ids))
            about = good if world.pitches.on_product[pitch] else ""
            return Beat(world.pitches.ids[pitch], about)
        if kind < 6:
            return SetPrice(good, usual * self.dice.randint(40, 150) // 100)
        if kind == 6:
            return Release(good, self._amount(max(held, 1)))
        if kind == 7:
            return Link(good, self.dice.random() < 0.7)
        return Reply() if kind == 8 else Cut()

    def actions(self, world: World, state: State, room: int) -> Iterator[Action]:
        """Proposals for this moment; the caller applies each that is allowed before the next."""
        if state.tick == 0:
            yield self.plan(world, room)
        while self.dice.random() < self.haste:
            yield self.proposal(world, state, room)
        if state.left[0, room] == 0 and self.dice.random() < 0.8:
            yield self.proposal(world, state, room)


def allowed(world: World, state: State, room: int, action: Action) -> bool:
    return not why_not(world, state, room, action)
