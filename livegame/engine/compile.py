"""From content to arrays. Every float of content becomes an integer or a double here, once."""

from typing import Any

import numpy as np

from livegame.catalog.library import Library
from livegame.catalog.models import Pitch, Product, Segment
from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError
from livegame.catalog.rungs import on_rung
from livegame.catalog.running import Cue, Script
from livegame.catalog.solved import Fit
from livegame.engine.busy import compile_busy
from livegame.engine.calls import compile_calls
from livegame.engine.chatbot import compile_chatbot
from livegame.engine.content_hash import content_hash
from livegame.engine.contracts import compile_contracts
from livegame.engine.couriers import compile_couriers
from livegame.engine.courses import compile_after
from livegame.engine.currencies import compile_currencies
from livegame.engine.fancy import compile_fancy
from livegame.engine.habit import compile_habit
from livegame.engine.incidents import compile_incidents
from livegame.engine.milestones import compile_milestones
from livegame.engine.presale import compile_presale
from livegame.engine.rates import read_rates
from livegame.engine.stalls import compile_stalls
from livegame.engine.tables import ONE, Floats, Ints
from livegame.engine.teams import compile_teams
from livegame.engine.world import Pitches, Scripts, World


def _q16(value: float) -> int:
    return round(value * ONE)


def _permille(value: float) -> int:
    return round(value * ONE / 1000)


def _fit_of(pitch: Pitch, good: Product) -> int:
    """How far a pitch suits a good, Q16: its general part, and its parts for the good's traits."""
    traits = (
        (pitch.showing, good.needs_showing),
        (pitch.tasting, good.tastes),
        (pitch.giving, good.gift),
    )
    general = 1.0 - pitch.showing - pitch.tasting - pitch.giving
    return _q16(general + sum(weight * trait / 3 for weight, trait in traits))


def _fallback(pitches: list[Pitch]) -> int:
    """The pitch for a host who can do nothing else: on the room, free, as often as one likes."""
    for at, pitch in enumerate(pitches, 1):
        if not (pitch.cost or pitch.needs_product or pitch.once):
            return at
    raise ContentError(
        "a scenario needs a pitch on the room that costs nothing and may be repeated, such as"
        " 'breathe', for hosts who can do nothing else"
    )


def _pitches(
    pitches: list[Pitch],
    segments: list[Segment],
    goods: list[list[Product]],
    width: int,
    tick: int,
    idle: dict[str, float],
) -> Pitches:
    count = len(pitches) + 1
    ticks = [1] + [max(1, round(p.seconds / tick)) for p in pitches]
    fit = np.zeros((count, len(goods), width), dtype=np.int64)
    gain = np.zeros((count, len(segments)), dtype=np.int64)
    for a, pitch in enumerate(pitches, 1):
        for r, row in enumerate(goods):
            for p, good in enumerate(row):
                fit[a, r, p] = _fit_of(pitch, good)
        for k, segment in enumerate(segments):
            heard = pitch.desire.get(segment.id, pitch.desire.get(segment.hears, 0))
            gain[a, k] = min(_permille(heard) // ticks[a], ONE)

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    def paced(name: str) -> Ints:
        return ints(
            [0]
            + [_permille(getattr(p, name)) // n for p, n in zip(pitches, ticks[1:], strict=True)]
        )

    def level(name: str, idle: float = 0.0) -> Ints:
        return ints([_q16(idle)] + [_permille(getattr(p, name)) for p in pitches])

    return Pitches(
        ids=("", *(p.id for p in pitches)),
        ticks=ints(ticks),
        launch=ints([0] + [round(p.launch / tick) for p in pitches]),
        gain=gain,
        fit=fit,
        doubt=paced("doubt"),
        trust=paced("trust"),
        voice=paced("voice"),
        mood=level("mood", idle["mood"]),
        pull=level("pull", idle["pull"]),
        anchor=level("anchor"),
        extra=np.array([0.0] + [p.extra / 1000 for p in pitches]),
        reopen=np.array(
            [0.0] + [p.reopen / 1000 / n for p, n in zip(pitches, ticks[1:], strict=True)]
        ),
        cost=ints([0] + [p.cost for p in pitches]),
        once=ints([0] + [int(p.once) for p in pitches]),
        on_product=ints([0] + [int(p.needs_product) for p in pitches]),
        wear=level("wear"),
        fallback=_fallback(pitches),
        after=compile_after(pitches),
    )


class _Slots:
    """Finds slots of goods and pitches while scripts are compiled."""

    def __init__(self, goods: list[Product], pitches: list[str], where: str) -> None:
        self.goods, self.pitches, self.where = [g.id for g in goods], pitches, where

    def good(self, name: str) -> int:
        if name not in self.goods:
            raise ContentError(f"{self.where}: {name!r} is not among its goods {self.goods}")
        return self.goods.index(name)

    def pitch(self, name: str) -> int:
        if name not in self.pitches:
            raise ContentError(f"{self.where}: pitch {name!r} is not in the scenario")
        return self.pitches.index(name) + 1


def _compile_cue(
    cue: Cue, slots: _Slots, goods: list[Product], row: dict[str, Ints], at: int
) -> None:
    row["pitch"][at] = slots.pitch(cue.pitch)
    row["product"][at] = slots.good(cue.product) if cue.product else -1
    for name in cue.shut:
        row["link"][at, slots.good(name)] = 0
    for name in cue.open:
        row["link"][at, slots.good(name)] = 1
    for name, packs in cue.release.items():
        row["release"][at, slots.good(name)] = packs
    for name, permille in cue.price.items():
        slot = slots.good(name)
        row["price"][at, slot] = goods[slot].usual_fen * permille // 1000


def _scripts(
    scripts: list[Script], goods: list[list[Product]], pitches: list[str], width: int
) -> Scripts:
    rooms, longest = len(scripts), max(len(s.cues) for s in scripts)
    rows: dict[str, Ints] = {
        "pitch": np.ones((rooms, longest), dtype=np.int64),
        "product": np.full((rooms, longest), -1, dtype=np.int64),
        "link": np.full((rooms, longest, width), -1, dtype=np.int64),
        "release": np.zeros((rooms, longest, width), dtype=np.int64),
        "price": np.zeros((rooms, longest, width), dtype=np.int64),
    }
    opened = np.zeros((rooms, width), dtype=np.int64)
    lots = np.zeros((rooms, width), dtype=np.int64)
    for r, script in enumerate(scripts):
        slots = _Slots(goods[r], pitches, f"script of {script.role}")
        if not script.cues:
            raise ContentError(f"{slots.where}: it has no cues; give it at least one")
        for name in script.open:
            opened[r, slots.good(name)] = 1
        for name, packs in script.lots.items():
            lots[r, slots.good(name)] = packs
        for at, cue in enumerate(script.cues):
            _compile_cue(cue, slots, goods[r], {k: v[r] for k, v in rows.items()}, at)
    length = np.array([len(s.cues) for s in scripts], dtype=np.int64)
    return Scripts(length=length, open=opened, lots=lots, **rows)


def _per_good(goods: list[list[Product]], width: int, value: Any, missing: int = 0) -> Ints:
    table = np.full((len(goods), width), missing, dtype=np.int64)
    for r, row in enumerate(goods):
        for p, good in enumerate(row):
            table[r, p] = value(good)
    return table


def _arrivals(lib: Library, scene: Scenario, ticks: int, scale: float) -> Floats:
    """Share of the pool that comes in each tick: one curve for all [T,1], or by segment [T,K]."""
    usual = scene.curve or lib.numbers("crowd.arrival-curve")
    curves = [scene.curves.get(k, usual) for k in scene.segments] if scene.curves else [usual]
    return np.stack([_spread(curve, ticks, scale) for curve in curves], axis=1)


def _spread(curve: list[float], ticks: int, scale: float) -> Floats:
    """A curve of weights over the ticks, in steps."""
    total = sum(curve)
    steps = len(curve)
    return np.array(
        [scale * curve[t * steps // ticks] * steps / total / ticks for t in range(ticks)]
    )


def _stars(lib: Library, scene: Scenario) -> tuple[tuple[int, ...], ...]:
    """Points for one, two and three stars in each room; the third may be a room's own."""
    usual = tuple(int(n) for n in lib.numbers("score.stars"))
    own = lib.third_stars.get(scene.id)
    if own is None:
        return (usual,) * len(scene.roles)
    return tuple((*usual[:-1], own.points.get(role, usual[-1])) for role in scene.roles)


def build_world(lib: Library, scenario: str, fit: Fit | None = None, rung: int = 1) -> World:
    """Compile a scenario.

    Args:
        lib: where its content stands.
        scenario: its id.
        fit: calibrated parameters; those of the library by default.
        rung: of difficulty, from 1; the first is the night as it is.

    Raises:
        ContentError: no such scenario or rung, or its content does not fit together.
    """
    if scenario not in lib.scenarios:
        raise ContentError(f"no scenario {scenario!r}; there are {', '.join(lib.scenarios)}")
    scene = on_rung(lib.scenarios[scenario], rung)
    lib = lib.under(scene)
    fit = fit or lib.fits.get(scenario)
    if fit is None:
        raise ContentError(f"scenario {scenario} has no calibration; run 'livegame calibrate'")
    goods = [lib.goods(role) for role in scene.roles]
    width = max(len(row) for row in goods)
    segments = [lib.segments[k] for k in scene.segments]
    pitches = [lib.pitches[p] for p in scene.pitches]
    appeal = np.zeros((len(goods), len(segments), width), dtype=np.int64)
    for r, row in enumerate(goods):
        for p, good in enumerate(row):
            base = fit.appeal.get(good.id)
            base = lib.number(f"appeal.{good.category}") if base is None else base
            for k, segment in enumerate(segments):
                appeal[r, k, p] = _q16(
                    base + segment.interest + segment.likes.get(good.category, 0.0)
                )
    ticks = scene.minutes * 60 // scene.tick_seconds
    idle = {name: lib.number(f"idle.{name}") for name in ("mood", "pull")}
    unknown = lib.numbers("doubt.by-unfamiliarity")
    resale = lib.number("settle.resale")
    stay = [segment.stay / scene.tick_seconds for segment in segments]
    return World(
        scenario=scene,
        content_hash=content_hash(lib, scene, fit),
        roles=tuple(scene.roles),
        goods=tuple(tuple(row) for row in goods),
        segments=tuple(scene.segments),
        ticks=ticks,
        tick_seconds=scene.tick_seconds,
        rates=read_rates(lib, scene.tick_seconds),
        pitches=_pitches(pitches, segments, goods, width, scene.tick_seconds, idle),
        scripts=_scripts(
            [lib.scripts[scene.id][r] for r in scene.roles], goods, scene.pitches, width
        ),
        has=_per_good(goods, width, lambda g: 1),
        usual=_per_good(goods, width, lambda g: g.usual_fen, missing=1),
        cost=_per_good(goods, width, lambda g: g.usual_fen * g.cost_permille // 1000),
        stock=_per_good(goods, width, lambda g: g.stock),
        stock_most=_per_good(goods, width, lambda g: g.stock_max),
        spoil=_per_good(goods, width, lambda g: round(g.spoil_permille * (1.0 - resale))),
        appeal=appeal,
        touch=_per_good(goods, width, lambda g: _permille(g.touch), missing=ONE),
        slope=np.array([_q16(s.price_slope) for s in segments], dtype=np.int64),
        leave=np.array([1.0 / max(n - 1.0, 0.1) for n in stay]),
        share=np.array([s.share for s in segments], dtype=np.int64),
        doubt=_per_good(goods, width, lambda g: _q16(unknown[g.unfamiliar])),
        draw=np.array([_q16(lib.hosts[r].draw) for r in scene.roles], dtype=np.int64),
        usual_pull=sum(_q16(lib.hosts[r].draw) for r in scene.roles) + _q16(scene.rest),
        arrivals=_arrivals(lib, scene, ticks, fit.arrivals),
        incidents=compile_incidents(
            scene.incident, scene.roles, goods, width, scene.tick_seconds, scene.pitches
        ),
        teams=compile_teams(goods, width),
        presale=compile_presale(scene),
        busy=compile_busy(scene, ticks),
        couriers=compile_couriers(scene.courier, scene.roles, goods, width),
        rest_pull=_q16(scene.rest),
        pool_luck=scene.pool_luck,
        habit=compile_habit(scene),
        fancy=compile_fancy(scene, ticks),
        calls=compile_calls(scene, ticks),
        contracts=compile_contracts(scene.closing, goods, width),
        par=tuple(fit.par.get(r, 0) for r in scene.roles),
        stars=_stars(lib, scene),
        chatbot=compile_chatbot(scene, goods),
        milestones=compile_milestones(scene, lib.facts),
        stalls=compile_stalls(scene),
        money=compile_currencies(scene, goods, width),
    )
