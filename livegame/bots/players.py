"""Players by program. Each sees what a person sees and acts through the same actions."""

from collections.abc import Callable
from typing import Protocol

import numpy as np

from livegame.engine.actions import Action, Beat, Link, Release
from livegame.engine.acts import why_not
from livegame.engine.rivals import scripted
from livegame.engine.state import State
from livegame.engine.watch import view
from livegame.engine.world import World


class Player(Protocol):
    """Anything that hosts a room: asked whenever its host has nothing to do."""

    def choose(self, world: World, state: State, room: int) -> tuple[Action, ...]:
        """The actions to take now, in order, a beat last; empty to stay silent for a tick."""
        ...


def legal_beats(world: World, state: State, room: int) -> list[Beat]:
    """Every beat that the host of a room may begin now."""
    found = []
    for pitch, on_product in zip(world.pitches.ids[1:], world.pitches.on_product[1:], strict=True):
        goods = [g.id for g in world.goods[room]] if on_product else [""]
        found += [Beat(pitch, good) for good in goods]
    return [beat for beat in found if not why_not(world, state, room, beat)]


class History:
    """Does what the scenario's script has this host do."""

    def choose(self, world: World, state: State, room: int) -> tuple[Action, ...]:
        """The script's next actions."""
        return scripted(world, state, room)


class Random:
    """Any legal beat with equal chance; now and then opens, shuts or restocks a link first."""

    def __init__(self, seed: int) -> None:
        key = np.array([seed, 1_000_003], dtype=np.uint64)
        self._bits = np.random.Philox(key=key)

    def _below(self, count: int) -> int:
        return int(self._bits.random_raw()) % count

    def choose(self, world: World, state: State, room: int) -> tuple[Action, ...]:
        """A random instant action one time in three, then a random beat."""
        before: list[Action] = []
        if self._below(3) == 0:
            good = world.goods[room][self._below(len(world.goods[room]))]
            slot = world.slot_of(room, good.id)
            held = int(state.held[0, room, slot])
            options: list[Action] = [Link(good.id, not state.link[0, room, slot])]
            if held:
                options.append(Release(good.id, 1 + self._below(held)))
            before.append(options[self._below(len(options))])
        beats = legal_beats(world, state, room)
        return (*before, beats[self._below(len(beats))]) if beats else tuple(before)


class Greedy:
    """The most sales a second right now: opens every link, launches or talks up what sells best."""

    def choose(self, world: World, state: State, room: int) -> tuple[Action, ...]:
        """The beat with the largest expected sales a second at today's desire."""
        seen = view(world, state, room)
        before: list[Action] = [Link(p.id, True) for p in seen.products if not p.open]
        before += [Release(p.id, p.held) for p in seen.products if p.held]
        best, most = None, -1.0
        rates = world.rates
        for beat in legal_beats(world, state, room):
            pitch = world.pitches.ids.index(beat.pitch)
            good = seen.product_view(beat.product)
            if good is None:
                continue
            ticks = int(world.pitches.ticks[pitch])
            launch = int(world.pitches.launch[pitch])
            pace = rates.decide_launch if launch else rates.decide_stage
            share = 1.0 - (1.0 - pace) ** (ticks - launch)
            packs = min(good.fresh * share * good.appeal / 1000, good.shelf + good.held)
            worth = packs * good.price / ticks
            if worth > most:
                best, most = beat, worth
        if best is None:
            rest = legal_beats(world, state, room)
            best = rest[-1] if rest else None
        return (*before, best) if best else tuple(before)


BOTS: dict[str, Callable[[int], Player]] = {
    "history": lambda seed: History(),
    "random": Random,
    "greedy": lambda seed: Greedy(),
}
