"""Scenarios that nobody wrote: offices, goods, pitches, crowd and paces drawn at random, then
compiled by the same code as the shipped ones."""

from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from livegame.catalog.library import Library
from livegame.catalog.models import Assumption, Pitch, Product, Segment
from livegame.catalog.nights import Calls, Fancy
from livegame.catalog.outside import Incident
from livegame.catalog.running import Cue, Script
from livegame.engine.compile import build_world
from livegame.engine.world import World

SCENE = "618-2020-diplomats"
# What a scenario might set otherwise, and between which bounds.
LOOSE = {
    "crowd.pool": (0, 10**9),
    "crowd.waiting": (0.0, 1.0),
    "crowd.bounce": (0.0, 1.0),
    "crowd.transfer": (0.01, 1.0),
    "crowd.lobby-enter": (0.0, 0.9),
    "decide.stage": (0.0, 1.0),
    "decide.launch": (0.0, 1.0),
    "decide.shelf": (0.0, 1.0),
    "decide.clutter": (0.0, 5.0),
    "choice.herding": (0.0, 1.0),
    "choice.trust": (0.0, 4.0),
    "choice.loss": (0.0, 5.0),
    "choice.doubt": (0.0, 3.0),
    "choice.own-rivalry": (0.0, 1.0),
    "basket.extra": (0.0, 1.0),
    "pay.unpaid": (0.0, 1.0),
    "pay.checkout-a-second": (0, 600_000),
    "stockout.substitute": (0.0, 1.0),
    "stockout.anger": (0.0, 10.0),
    "stockout.trust": (0.0, 5.0),
    "desire.decay": (0.0, 1.0),
    "weariness.gain": (0.0, 1.0),
    "mood.pace": (0.0, 1.0),
    "herding.keep": (0.0, 1.0),
    "heat.pace": (0.0, 1.0),
    "heat.market-growth": (0.0, 1.0),
    "chat.base": (0.0, 0.05),
    "chat.echo": (0.0, 0.95),
    "price.reopen": (0.0, 20.0),
    "lot.reopen": (0.0, 1.0),
    "lot.looks": (0.0, 100.0),
    "luck.room": (0.0, 1.0),
    "luck.taste": (0.0, 2.0),
    "refund.base": (0.0, 1.0),
}


def _pitch(draw: Any, pitch: Pitch, segments: list[str]) -> Pitch:
    whole, level = st.integers, st.floats(0.0, 1.0)
    share = draw(st.tuples(level, level, level))
    scale = max(sum(share), 1.0)
    seconds = draw(whole(5, 300))
    return evolve(
        pitch,
        seconds=seconds,
        launch=draw(whole(0, seconds)) if pitch.launch else 0,
        voice=draw(whole(-600, 600)),
        desire={k: draw(whole(0, 3000)) for k in segments},
        showing=share[0] / scale,
        tasting=share[1] / scale,
        giving=share[2] / scale,
        doubt=draw(whole(0, 1000)),
        trust=draw(whole(-500, 500)),
        mood=draw(whole(0, 1000)),
        pull=draw(whole(0, 5000)),
        extra=draw(whole(0, 1000)),
        reopen=draw(whole(0, 1000)),
        wear=draw(whole(0, 1000)),
        cost=draw(st.sampled_from([0, 0, 50_000, 2_000_000])) if pitch.needs_product else 0,
    )


def _segment(draw: Any, segment: Segment) -> Segment:
    return evolve(
        segment,
        share=draw(st.integers(1, 1000)),
        price_slope=draw(st.floats(0.0, 10.0)),
        stay=draw(st.integers(5, 3000)),
        interest=draw(st.floats(-3.0, 6.0)),
    )


def _good(draw: Any, good: Product) -> Product:
    most = draw(st.sampled_from([0, 1, 30, 5000, 10**7]))
    return evolve(
        good,
        usual_fen=draw(st.sampled_from([1, 99, 6_900, 10**8])),
        cost_permille=draw(st.integers(0, 1000)),
        spoil_permille=draw(st.integers(0, 1000)),
        stock=draw(st.integers(0, most)),
        stock_max=most,
        touch=draw(st.integers(0, 5000)),
    )


def _script(draw: Any, script: Script, pitches: list[str], goods: list[str]) -> Script:
    cues = [
        evolve(
            cue,
            price={k: v for k, v in cue.price.items() if k in goods},
            release={g: draw(st.integers(0, 10**6)) for g in goods if draw(st.booleans())},
            shut=[g for g in goods if draw(st.booleans())][:1],
            open=[g for g in goods if draw(st.booleans())],
        )
        for cue in script.cues
        if cue.pitch in pitches and (not cue.product or cue.product in goods)
    ]
    lots = {g: draw(st.integers(0, 10**4)) for g in goods}
    opened = [g for g in goods if draw(st.booleans())]
    return evolve(script, cues=cues or [Cue(pitch=pitches[0])], open=opened, lots=lots)


def _loosened(draw: Any, rows: dict[str, Assumption]) -> dict[str, Assumption]:
    names = draw(st.lists(st.sampled_from(sorted(LOOSE)), max_size=8, unique=True))
    changed = {}
    for name in names:
        low, high = LOOSE[name]
        value = draw(st.integers(low, high) if isinstance(high, int) else st.floats(low, high))
        changed[name] = evolve(rows[name], value=value)
    return rows | changed


def _fancy(draw: Any) -> Fancy | None:
    if not draw(st.booleans()):
        return None
    return Fancy(
        minutes=draw(st.integers(1, 30)),
        odds=draw(st.integers(0, 1000)),
        appeal=draw(st.floats(-3.0, 3.0)),
        others=draw(st.floats(-3.0, 3.0)),
        reason="drawn",
    )


def _calls(draw: Any, pitches: list[str]) -> Calls | None:
    if not draw(st.booleans()):
        return None
    return Calls(
        minutes=draw(st.integers(1, 30)),
        odds=draw(st.integers(0, 1000)),
        pitches=draw(st.lists(st.sampled_from(pitches), min_size=1, unique=True)),
        appeal=draw(st.floats(-3.0, 3.0)),
        strength=draw(st.floats(1.0, 10.0)),
        reason="drawn",
    )


def _incident(draw: Any, row: Incident) -> Incident:
    return evolve(
        row,
        odds=draw(st.integers(0, 1000)),
        earliest=draw(st.integers(0, 3)),
        latest=draw(st.integers(3, 10)),
        minutes=draw(st.integers(1, 10)),
        pull=draw(st.integers(0, 5000)),
        appeal=draw(st.floats(-3.0, 3.0)),
        reference=draw(st.integers(100, 5000)),
        doubt=draw(st.integers(0, 1000)),
        roles=[],
    )


@st.composite
def worlds(draw: Any, lib: Library, ticks: int = 60) -> World:
    """A scenario drawn at random, cut to some ticks."""
    scene = lib.scenarios[SCENE]

    def some(whole: list[str], most: int) -> list[str]:
        return draw(st.lists(st.sampled_from(whole), min_size=1, max_size=most, unique=True))

    roles, segments = some(scene.roles, 5), some(scene.segments, 4)
    free = [p for p in scene.pitches if not lib.pitches[p].needs_product]
    pitches = list(dict.fromkeys([*some(scene.pitches, 7), free[-1]]))
    goods = {
        g.id: _good(draw, g)
        for role in roles
        for g in draw(st.permutations(lib.goods(role)))[: draw(st.integers(1, 4))]
    }
    rows = _loosened(draw, lib.assumptions)
    rows["idle.mood"] = evolve(rows["idle.mood"], value=draw(st.floats(0.0, 1.0)))
    seconds = draw(st.sampled_from([1, 5, 10, 30, 60]))
    random = evolve(
        scene,
        roles=roles,
        segments=segments,
        pitches=pitches,
        target=[],
        fancy=_fancy(draw),
        calls=_calls(draw, pitches),
        incident=[_incident(draw, row) for row in scene.incident[: draw(st.integers(0, 3))]],
        tick_seconds=seconds,
        minutes=max(1, ticks * seconds // 60),
    )
    of_role = {r: [g.id for g in goods.values() if g.host == r] for r in roles}
    scripts = {r: _script(draw, lib.scripts[SCENE][r], pitches, of_role[r]) for r in roles}
    free_fit = evolve(
        lib.fits[SCENE],
        arrivals=draw(st.floats(0.0, 30.0)),
        appeal={g: draw(st.floats(-8.0, 4.0)) for g in goods},
        par=dict.fromkeys(roles, 10**6),
    )
    drawn = evolve(
        lib,
        scenarios={SCENE: random},
        segments=lib.segments | {k: _segment(draw, lib.segments[k]) for k in segments},
        pitches=lib.pitches | {p: _pitch(draw, lib.pitches[p], segments) for p in pitches},
        products=goods,
        scripts=lib.scripts | {SCENE: scripts},
        assumptions=rows,
    )
    return build_world(drawn, SCENE, free_fit)
