"""Reading a state for whoever shows it: one room's view, the leaderboard, the tick's events."""

from collections.abc import Sequence

import numpy as np

from livegame.engine.acts import asking
from livegame.engine.calls import called
from livegame.engine.chatbot import load
from livegame.engine.choice import chances, reference_price
from livegame.engine.currencies import read_here
from livegame.engine.events import (
    BeatEnded,
    BeatStarted,
    CallChanged,
    Event,
    FancyChanged,
    IncidentBegan,
    IncidentOver,
    LinkOpened,
    Ordered,
    RankChanged,
    RivalSoldOut,
    RoomEnded,
    SoldOut,
    Unpaid,
)
from livegame.engine.fancy import NONE, fancied
from livegame.engine.milestones import lasting
from livegame.engine.moods import topics
from livegame.engine.reducer import TickReport
from livegame.engine.scene import set_scene
from livegame.engine.stalls import standing_now
from livegame.engine.state import State
from livegame.engine.tables import ONE, Ints
from livegame.engine.teams import next_step
from livegame.engine.view import ProductView, RoomView, Standing
from livegame.engine.world import World


def _permille(level: Ints | int) -> int:
    return int(level) * 1000 >> 16


def sales_now(state: State) -> Ints:
    """Sales value of every room so far, orders not yet paid included [B,R], fen."""
    return (state.sales + state.owed_fen).sum(axis=2)


def ranks(values: Ints) -> Ints:
    """Place of each entry, 1 for the largest; equals share the better place."""
    return 1 + (values[None, :] > values[:, None]).sum(axis=1)


def standings(world: World, state: State, before: State | None = None) -> tuple[Standing, ...]:
    """The night's leaderboard, best first; trend is places gained since `before`."""
    sales = sales_now(state)[0]
    now = ranks(sales)
    then = ranks(sales_now(before)[0]) if before is not None else now
    order = np.argsort(-sales, kind="stable")
    return tuple(
        Standing(
            rank=int(now[r]),
            role=world.roles[r],
            sales=int(sales[r]),
            watching=int(state.viewers[0, r].sum()),
            heat=_permille(state.heat[0, r]),
            trend=int(then[r] - now[r]),
        )
        for r in order
    )


def view(world: World, state: State, room: int, recent: Sequence[TickReport] = ()) -> RoomView:
    """What the host of a room sees; `recent` are the reports of the last minute."""
    recent = recent[-max(60 // world.tick_seconds, 1) :]
    scene = set_scene(world, state)
    slot = int(state.stage[0, room])
    busy = int(state.left[0, room]) > 0
    pitch = int(state.pitch[0, room]) if busy else 0
    about = busy and world.pitches.on_product.take(pitch) > 0
    watching = int(state.viewers[0, room].sum())
    hot = ranks(state.heat[0])
    _, buy = chances(world, state, scene)
    held_against = reference_price(world, state, scene)
    crowd = state.viewers[0, room].astype(np.float64)
    share = (
        crowd / max(float(crowd.sum()), 1.0) if crowd.sum() else np.full(len(crowd), 1 / len(crowd))
    )
    goods = []
    for p, good in enumerate(world.goods[room]):
        at = (0, room, p)
        lacking, price = next_step(world, state, room, p)
        local, looks, money = read_here(world, state, scene, room, p)
        goods.append(
            ProductView(
                id=good.id,
                name=good.name,
                short=good.short,
                name_zh=good.name_zh,
                pack=good.pack,
                unit=good.unit,
                units_per_pack=good.units_per_pack,
                price=int(state.price[at]),
                usual=int(world.usual[room, p]),
                cost=int(world.cost[room, p]),
                open=bool(state.link[at]),
                shelf=int(state.shelf[at]),
                held=int(state.held[at]),
                lot=int(state.lot[at]),
                sold=int(state.sold[at] + state.owed[at]),
                reserved=int(state.pending[at].sum()),
                sales=int(state.sales[at] + state.owed_fen[at]),
                desire=int((state.desire[0, room, :, p] * share).sum() * 1000 / ONE),
                doubt=_permille(state.doubt[at]),
                wear=_permille(state.wear[at]),
                fresh=int(state.minds[0, 0, room, :, p].sum()),
                passed=int(state.minds[0, 1, room, :, p].sum()),
                rate=sum(int(r.sold.packs[at]) for r in recent),
                turned_away=int(state.turned[at]),
                appeal=int((buy[0, room, :, p] * share).sum() * 1000),
                team=int(state.team[at]) if world.teams.has[room, p] else 0,
                step_packs=lacking,
                step_price=price,
                deposit=good.deposit,
                reference=int(held_against[at]),
                local=local,
                looks=looks,
                money=money,
            )
        )
    used = [
        world.pitches.ids[a]
        for a in range(1, len(world.pitches.ids))
        if world.pitches.once[a] and state.done[0, room, a]
    ]
    sales = sales_now(state)[0]
    queue, asked, answered = load(world, state, scene, room)
    return RoomView(
        role=world.roles[room],
        tick=state.tick,
        ticks=world.ticks,
        clock=state.tick * world.tick_seconds,
        watching=watching,
        visitors=int(state.visitors[0, room]),
        peak=int(state.peak[0, room]),
        arrived=sum(int(r.arrived[0, room]) for r in recent),
        left=sum(int(r.left[0, room]) for r in recent),
        heat=_permille(state.heat[0, room]),
        heat_rank=int(hot[room]),
        rank=int(ranks(sales)[room]),
        trust=_permille(state.trust[0, room]),
        mood=_permille(state.mood[0, room]),
        anger=_permille(state.anger[0, room]),
        voice=_permille(state.voice[0, room]),
        budget=int(state.budget[0, room]),
        spent=int(state.spent[0, room]),
        sales=int(sales[room]),
        orders=int(state.orders[0, room].sum()),
        pitch=world.pitches.ids[pitch],
        product=world.goods[room][slot].id if slot >= 0 and (about or not busy) else "",
        beat_left=int(state.left[0, room]) * world.tick_seconds,
        beat_seconds=int(world.pitches.ticks.take(pitch)) * world.tick_seconds if busy else 0,
        idle=not busy and state.tick < world.ticks,
        planned=bool(state.planned[0, room]),
        over=state.tick >= world.ticks,
        questions=asking(world, state, room),
        chat_rate=sum(int(r.comments[0, room]) for r in recent),
        used=tuple(used),
        fancy=_fancy(world, room, state),
        call=_call(world, room, state),
        incidents=tuple(
            name
            for n, name in enumerate(world.incidents.ids)
            if scene.on is not None and scene.on[0, n] and world.incidents.rooms[n, room]
        )
        + _drawing(world, state, room),
        queue=queue,
        asked=asked,
        answered=answered,
        stalls=tuple(standing_now(world, state, room)),
        passed=_passed(world, state, room),
        products=tuple(goods),
    )


def events_of(
    world: World, room: int, before: State, after: State, report: TickReport
) -> tuple[Event, ...]:
    """What a tick meant for one room, in the order in which it would be told."""
    found: list[Event] = []
    sold = report.sold
    for p, good in enumerate(world.goods[room]):
        at = (0, room, p)
        if report.launched[at]:
            found.append(LinkOpened(good.id))
        if sold.packs[at]:
            found.append(Ordered(good.id, int(sold.packs[at]), int(sold.fen[at])))
        if sold.emptied[at]:
            found.append(
                SoldOut(good.id, int(sold.tenths[at]), int(after.lot[at]), int(sold.turned[at]))
            )
        if report.unpaid[at]:
            found.append(Unpaid(good.id, int(report.unpaid[at])))
    found += topics(world, room, after, report)
    found += _elsewhere(world, room, report)
    found += _incidents(world, room, report.tick, after)
    found += _taken_up(world, room, before, after)
    if report.ended[0, room]:
        slot = int(after.stage[0, room])
        pitch = int(before.pitch[0, room])
        about = slot >= 0 and world.pitches.on_product.take(pitch) > 0
        found.append(
            BeatEnded(world.pitches.ids[pitch], world.goods[room][slot].id if about else "")
        )
    was, now = (int(ranks(sales_now(s)[0])[room]) for s in (before, after))
    if was != now:
        found.append(RankChanged(was, now))
    if after.tick >= world.ticks:
        found.append(RoomEnded())
    return tuple(found)


def _fancy(world: World, room: int, state: State) -> str:
    """The good that a room's crowd asks for, or ""."""
    now = fancied(world, state)
    slot = NONE if now is None else int(now[0, room])
    return world.goods[room][slot].id if slot >= 0 else ""


def _taken_up(world: World, room: int, before: State, after: State) -> list[Event]:
    """The crowd has taken a fancy to a good or a pitch, or has had enough of it."""
    was, now = (_fancy(world, room, state) for state in (before, after))
    found: list[Event] = [FancyChanged(now)] if was != now else []
    was, now = (_call(world, room, state) for state in (before, after))
    return [*found, CallChanged(now)] if was != now else found


def _call(world: World, room: int, state: State) -> str:
    """The pitch that a room's chat calls for, or ""."""
    now = called(world, state)
    pitch = NONE if now is None else int(now[0, room])
    return world.pitches.ids[pitch] if pitch >= 0 else ""


def _incidents(world: World, room: int, tick: int, state: State) -> list[Event]:
    """What began to touch a room in a tick, and what ended with it."""
    rows = world.incidents
    found: list[Event] = []
    for n, name in enumerate(rows.ids):
        begins = int(state.incident[0, n])
        if begins < 0 or not rows.rooms[n, room]:
            continue
        if begins == tick:
            found.append(IncidentBegan(name))
        if begins + int(rows.ticks[n]) == tick:
            found.append(IncidentOver(name))
    if world.milestones is not None:
        for n, name in enumerate(world.milestones.ids):
            begins = int(state.reached[0, room, n])
            if begins and begins == tick + 1:
                found.append(IncidentBegan(name))
            if begins and begins + int(world.milestones.ticks[n]) == tick:
                found.append(IncidentOver(name))
    return found


def _passed(world: World, state: State, room: int) -> tuple[str, ...]:
    """The milestones that a room has passed."""
    ids = world.milestones.ids if world.milestones is not None else ()
    return tuple(name for n, name in enumerate(ids) if state.reached[0, room, n])


def _drawing(world: World, state: State, room: int) -> tuple[str, ...]:
    """The milestones that draw people to a room now."""
    on = lasting(world, state)
    if world.milestones is None or on is None:
        return ()
    return tuple(name for n, name in enumerate(world.milestones.ids) if on[0, room, n])


def _elsewhere(world: World, room: int, report: TickReport) -> list[Event]:
    found: list[Event] = []
    for r, p in zip(*report.sold.emptied[0].nonzero(), strict=True):
        if r != room:
            found.append(RivalSoldOut(world.roles[r], world.goods[r][p].id))
    return found


def begun(world: World, room: int, state: State) -> BeatStarted:
    """The event of the beat that a room has just begun."""
    pitch, slot = int(state.pitch[0, room]), int(state.stage[0, room])
    about = slot >= 0 and world.pitches.on_product.take(pitch) > 0
    return BeatStarted(world.pitches.ids[pitch], world.goods[room][slot].id if about else "")
