"""From a campaign's content to a season: every float becomes an integer or a double here, once."""

from functools import lru_cache

import numpy as np
from attrs import evolve

from livegame.catalog.campaigns import Campaign
from livegame.catalog.crops import Crop
from livegame.catalog.library import Library
from livegame.catalog.models import Product
from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError
from livegame.catalog.running import Script
from livegame.catalog.solved import Fit
from livegame.engine.compile import build_world
from livegame.engine.days.content_hash import content_hash
from livegame.engine.days.eve import eve_of, for_role, own_number
from livegame.engine.days.joint import common_of
from livegame.engine.days.season import Numbers, Season
from livegame.engine.days.stroke import strokes_of
from livegame.engine.days.village import village_of
from livegame.engine.tables import ONE, Floats, Ints
from livegame.engine.world import World

STAGES_MOST = 12


def q16(value: float) -> int:
    """A level as an integer of 1/65536."""
    return round(value * ONE)


def _numbers(lib: Library, key: str, role: str, rule: dict[str, int]) -> Numbers:
    def own(name: str) -> float:
        return own_number(lib, key, role, name)

    def common(name: str) -> float:
        return lib.number(f"days.{name}")

    purse = round(own("purse") * 100)
    hands = round(own("hands"))
    return Numbers(
        purse=purse * rule.get("purse", 1000) // 1000,
        advert_unit=round(own("advert-unit") * 100),
        advert_lift=own("advert-lift"),
        advert_most=round(own("advert-most") * 100),
        wage=round(own("wage") * 100),
        hands=hands * rule.get("hands", 1000) // 1000,
        hands_most=round(own("hands-most")),
        fan_rate=common("fan-rate"),
        fan_keep=common("fan-keep"),
        fan_visits=common("fan-visits"),
        fan_draw=own("fan-draw"),
        fan_most=common("fan-most"),
        trust_rest=q16(common("trust-rest")),
        trust_turned=q16(common("trust-turned")),
        trust_late=q16(common("trust-late")),
        trust_dear=q16(common("trust-dear")),
        trust_show=q16(common("trust-show")),
        halo=common("halo"),
        habit=q16(common("habit")),
        late_penalty=round(common("late-penalty") * 1000),
        refund=common("refund"),
        resale=round(own("resale") * 1000),
        luck=common("luck"),
        parts=tuple(lib.numbers("days.parts")),
        mood_trust=q16(common("mood-trust")),
    )


def evening_world(lib: Library, campaign: Campaign, role: str, fit: Fit) -> World:
    """The evening's world at the campaign's usual: one room, its goods, its running order."""
    evening = campaign.evening
    scene = Scenario(
        id=campaign.id,
        title=campaign.title,
        date=campaign.date,
        festival=campaign.festival,
        platform=campaign.platform,
        starts=campaign.starts,
        minutes=evening.minutes,
        tick_seconds=evening.tick_seconds,
        recorded=campaign.recorded,
        facts=campaign.facts,
        intro=campaign.intro,
        ending=campaign.ending,
        segments=evening.segments,
        pitches=evening.pitches,
        roles=[role],
    )
    script = next(s for s in campaign.script if s.role == role)
    arrivals = lib.number(f"days.{campaign.key}.evening-share")
    own = evolve(
        lib,
        scenarios={campaign.id: scene},
        scripts={campaign.id: {role: _all_on_link(script, lib.goods(role))}},
        fits={campaign.id: evolve(fit, arrivals=arrivals, par={})},
    )
    return build_world(own, campaign.id)


def _all_on_link(script: Script, goods: list[Product]) -> Script:
    """The running order, with all that the evening has on the link from the start unless it says
    otherwise: how much that is differs from day to day."""
    lots = {good.id: good.stock_max for good in goods}
    return evolve(script, lots=lots | script.lots)


def crops_of(lib: Library, campaign: Campaign, role: str) -> list[Crop]:
    """The crops of a role, in the order of its goods.

    Raises:
        ContentError: a good without one.
    """
    rows = {crop.product: crop for crop in campaign.crop}
    goods = [good.id for good in lib.goods(role)]
    missing = [name for name in goods if name not in rows]
    if missing:
        raise ContentError(f"campaign {campaign.id}: {missing[0]} needs a [[crop]]")
    return [rows[name] for name in goods]


def build_season(
    lib: Library, campaign: str, role: str, rung: int = 1, fit: Fit | None = None
) -> Season:
    """Compile a campaign for a role and a rung of difficulty.

    Raises:
        ContentError: no such campaign, role or rung, or its content does not fit together.
    """
    if campaign not in lib.campaigns:
        raise ContentError(f"no campaign {campaign!r}; there are {', '.join(lib.campaigns)}")
    one = lib.campaigns[campaign]
    lib = lib.for_days(campaign)
    if role not in one.roles:
        raise ContentError(f"{campaign}: no role {role!r}; there are {', '.join(one.roles)}")
    one = for_role(one, role)
    rungs = {row.number: row for row in one.rung}
    if rung not in rungs:
        raise ContentError(f"{campaign}: no rung {rung}; there are 1 to {len(rungs)}")
    fit = fit or lib.fits.get(campaign)
    if fit is None:
        raise ContentError(f"campaign {campaign} has no calibration in content/fits")
    rule = rungs[rung].rule
    world = evening_world(lib, one, role, fit)
    strokes = strokes_of(lib, one, role)
    crops = crops_of(lib, one, role)
    goods = world.goods[0]
    wide = max(len(crop.stages) for crop in crops)
    if wide > STAGES_MOST:
        raise ContentError(f"{campaign}: at most {STAGES_MOST} stages")
    if len(goods) != world.shape[2]:
        raise ContentError(f"{campaign}: the evening has other goods than the store")

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    def by_stage(name: str, scale: float, empty: float = 0.0) -> Floats:
        table = np.zeros((len(crops), wide))
        for g, crop in enumerate(crops):
            row = getattr(crop, name) or [empty] * len(crop.stages)
            # A crop of fewer stages stays at its last one.
            table[g] = [row[min(a, len(row) - 1)] * scale for a in range(wide)]
        return table

    plant = np.zeros((len(crops), wide), dtype=np.int64)
    for g, crop in enumerate(crops):
        plant[g, : len(crop.plant)] = crop.plant
    faster = rule.get("ageing", 1000) / 1000
    ageing = np.array([min(1.0, crop.ageing / 1000 * faster) for crop in crops])
    complain = by_stage("complain", 0.001 * rule.get("complain", 1000) / 1000)
    curve = lib.numbers(f"days.{one.key}.traffic")
    if len(curve) != one.days:
        raise ContentError(f"days.{one.key}.traffic needs {one.days} numbers, one a day")
    pool = round(own_number(lib, one.key, role, "crowd"))
    visitors = [round(pool * fit.arrivals * weight) for weight in curve]
    leaves = [
        [int(not route.leaves or day + 1 in route.leaves) for day in range(one.days)]
        for route in one.route
    ]
    share = np.array([float(n) for n in world.share]) / float(world.share.sum())
    season = Season(
        campaign=one,
        role=role,
        rung=rungs[rung],
        content_hash=content_hash(one, lib, world, rung, fit),
        world=world,
        goods=tuple(good.id for good in goods),
        numbers=_numbers(lib, one.key, role, rule),
        usual=ints([good.usual_fen for good in goods]),
        cost=ints([good.usual_fen * good.cost_permille // 1000 for good in goods]),
        load=ints([crop.load for crop in crops]),
        from_stage=ints([crop.from_stage for crop in crops]),
        opening=ints([crop.opening for crop in crops]),
        plant=plant,
        picks=ints([crop.picks for crop in crops]),
        keen=np.floor(by_stage("keen", ONE) + 0.5).astype(np.int64),
        complain=complain,
        spoil=by_stage("spoil", 0.001),
        drop=by_stage("drop", 0.001),
        ageing=ageing,
        growing=np.array([crop.growing / 1000 for crop in crops]),
        ripe=ints([crop.ripe for crop in crops]),
        over=ints([crop.over for crop in crops]),
        choosy=ints([int(crop.choosy) for crop in crops]),
        promise_most=ints([crop.promise for crop in crops]),
        patience=ints([min(crop.patience, rule.get("patience", 3)) for crop in crops]),
        lead=ints([route.lead for route in one.route]),
        loads=ints([route.loads for route in one.route]),
        freight=ints([route.cost for route in one.route]),
        cold=np.array([route.ageing / 1000 for route in one.route]),
        aged=ints([route.aged for route in one.route]),
        leaves=np.array(leaves, dtype=np.int64).reshape(len(one.route), one.days),
        visitors=ints(visitors),
        share=share,
        shows_most=min(rule.get("shows", one.days), one.days),
        script=next(s for s in one.daily if s.role == role),
        par=fit.par.get(role, 0),
        stars=world.stars[0],
        village=village_of(lib, one, [good.id for good in goods], rule),
        joint=common_of(lib, one, role, goods),
        eve=eve_of(lib, one, role, crops, rungs[rung].without, rule),
        strokes=strokes,
    )
    for table in (season.plant, season.keen, season.complain, season.spoil, season.leaves):
        table.setflags(write=False)
    return season


@lru_cache(maxsize=16)
def shipped_season(campaign: str, role: str, rung: int = 1) -> Season:
    """A season of the shipped content, compiled once.

    Raises:
        ContentError: as build_season.
    """
    from livegame.catalog.library import library

    return build_season(library(), campaign, role, rung)
