"""One room on its own, the others held still: for forecasts, which ask about one host's next
minutes many times over. Exact for the room's own crowd and goods, an approximation for rivals."""

from functools import lru_cache
from typing import Any

import numpy as np
from attrs import evolve as with_fields
from attrs import fields, frozen

from livegame.engine.audience import leaving, room_pull
from livegame.engine.begin import draw_luck
from livegame.engine.calls import draw_calls
from livegame.engine.fancy import draw_fancy
from livegame.engine.incidents import NEVER, draw_incidents
from livegame.engine.mood import chat_rate
from livegame.engine.reducer import TickReport
from livegame.engine.scene import set_scene
from livegame.engine.state import ARRAYS, State
from livegame.engine.stretches import known_by
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import Scripts, World

_CROWD = frozenset({"pool", "lobby", "home", "rest_pull", "incident"})


@lru_cache(maxsize=32)
def solo_world(world: World, room: int) -> World:
    """The world of one room of a scenario."""
    only = slice(room, room + 1)
    names = (
        "has",
        "usual",
        "cost",
        "stock",
        "stock_most",
        "spoil",
        "appeal",
        "touch",
        "doubt",
        "draw",
    )
    script, incidents, teams = world.scripts, world.incidents, world.teams
    deals = world.contracts
    parts = {f.name: getattr(script, f.name)[only] for f in fields(Scripts)}
    return with_fields(
        world,
        roles=(world.roles[room],),
        goods=(world.goods[room],),
        par=(world.par[room],),
        stars=(world.stars[room],),
        pitches=with_fields(world.pitches, fit=world.pitches.fit[:, only]),
        scripts=with_fields(script, **parts),
        incidents=with_fields(
            incidents,
            rooms=incidents.rooms[:, only],
            pull=incidents.pull[:, only],
            appeal=incidents.appeal[:, only],
            reference=_of_room(incidents.reference, only),
            doubt=_of_room(incidents.doubt, only),
        ),
        contracts=deals and with_fields(deals, kept=deals.kept[only], has=deals.has[only]),
        couriers=with_fields(world.couriers, serves=world.couriers.serves[:, only]),
        teams=with_fields(
            teams, packs=teams.packs[only], permille=teams.permille[only], has=teams.has[only]
        ),
        chatbot=world.chatbot and world.chatbot.of_room(room),
        milestones=world.milestones and world.milestones.of_room(room),
        money=world.money and world.money.of_room(room),
        **{name: getattr(world, name)[only] for name in names},
    )


def _of_room(table: Ints | None, only: slice) -> Ints | None:
    return None if table is None else table[:, only]


@frozen(eq=False)
class Outside:
    """What the rooms that are not simulated do to the people between rooms.

    Attributes:
        coming: people a tick who leave those rooms and look for another [K].
        taken: share a tick of the people between rooms that those rooms take.
        rooms: how many rooms the night has.
        sales, watching, comments: what the others sell (fen) and say a tick, and who watches them.
    """

    coming: Ints
    taken: float
    rooms: int
    sales: float
    watching: float
    comments: float

    def after(self, lobby: Ints) -> Ints:
        """The people between rooms [B,K] after the others' part of a tick."""
        return lobby - np.floor(lobby * self.taken).astype(np.int64) + self.coming

    def heat(self, world: World, before: State, after: State, report: TickReport) -> Ints:
        """The heat of the copies' room [B,1] after a tick, beside the others' steady figures."""
        rates = world.rates
        parts = (
            (report.sold.fen.sum(axis=(1, 2)), self.sales, rates.heat_sales),
            (before.viewers.sum(axis=(1, 2)), self.watching, rates.heat_viewers),
            (report.comments[:, 0], self.comments, rates.heat_chat),
        )
        goal = np.zeros(after.batch)
        for own, others, weight in parts:
            goal = goal + own * (self.rooms * float(weight)) / np.maximum(own + others, 1.0)
        heat = after.heat[:, 0] + (goal - after.heat[:, 0]) * (rates.heat_pace / ONE)
        bounded = np.minimum(np.maximum(heat, rates.heat_floor), rates.heat_cap)
        return np.floor(bounded).astype(np.int64)[:, None]


def outside(world: World, state: State, room: int) -> Outside:
    """The mean effect of the other rooms of the first night, as they are now."""
    scene = set_scene(world, state)
    pull = room_pull(world, state, scene)[0]
    chance = leaving(world, state, scene)[0]
    going = np.floor(state.viewers[0] * chance).astype(np.int64)
    total = int(pull.sum())
    share = (total - int(pull[room])) / max(total + int(state.rest_pull[0]), 1)
    coming = going.sum(axis=0) - going[room]
    # Recent orders fade by herding.keep a tick, so the rest of them is a tick's worth.
    fade = (ONE - world.rates.claims_keep) / (256 * ONE)
    selling = (state.claims[0] * state.price[0]).sum(axis=1)
    watching, chat = state.viewers[0].sum(axis=1), chat_rate(world, state)[0]
    return Outside(
        coming=coming,
        taken=world.rates.lobby_enter * share,
        rooms=len(pull),
        sales=float(selling.sum() - selling[room]) * fade,
        watching=float(watching.sum() - watching[room]),
        comments=float(chat.sum() - chat[room]),
    )


def solo_state(world: World, state: State, room: int, seeds: tuple[int, ...]) -> State:
    """Copies of one room of the first night, each under a seed and luck of its own.

    The pull of the other rooms stays what it is now.
    """
    pull = room_pull(world, state, set_scene(world, state))[0]
    copies = len(seeds)
    arrays: dict[str, Any] = {}
    for name in ARRAYS:
        whole = getattr(state, name)[:1]
        axis = None if name in _CROWD else 2 if name == "minds" else 1
        part = whole if axis is None else whole.take([room], axis=axis)
        arrays[name] = np.broadcast_to(part, (copies, *part.shape[1:]))
    others = int(pull.sum() - pull[room] + state.rest_pull[0])
    arrays["rest_pull"] = np.full(copies, others, dtype=np.int64)
    arrays["luck_room"], arrays["luck_taste"] = draw_luck(solo_world(world, room), seeds)
    # What has begun is known to everybody; what has not may come as its odds have it.
    drawn = draw_incidents(world, seeds)
    known = (arrays["incident"] >= 0) & (arrays["incident"] <= state.tick)
    ahead = np.where(drawn > state.tick, drawn, NEVER)
    arrays["incident"] = np.where(known, arrays["incident"], ahead)
    wants = ("fancy", world.fancy, draw_fancy), ("call", world.calls, draw_calls)
    for name, rules, draw in wants:
        if rules is not None:
            coming = draw(solo_world(world, room), seeds)
            arrays[name] = np.where(known_by(rules, state.tick), arrays[name], coming)
    return State(seeds=seeds, tick=state.tick, played=(0,), **arrays)
