"""The figures of a finished night by which its trophies are won."""

from livegame.catalog.nights import Scenario
from livegame.catalog.trophies import won
from livegame.engine.result import Result

PERMILLE = 1000


def figures_of(result: Result) -> dict[str, int]:
    """What a trophy may ask for (`NIGHT_FIGURES`).

    Fen: settled, sales, refunds, marketing, spoilage, penalties. Packs: packs (paid), turned (away
    empty-handed), left (unsold). Per mille: service, trust, returned (of the packs paid). Counts:
    points, rank, visitors, peak, kinds (goods of which any was sold), sold_out (goods whose link
    ran empty), milestones (lines of sales that were passed).
    """
    goods = result.products
    packs = sum(good.packs for good in goods)
    return {
        "points": result.points,
        "settled": result.settled,
        "sales": result.sales,
        "refunds": result.refunds,
        "marketing": result.marketing,
        "spoilage": result.spoilage,
        "penalties": result.penalties,
        "service": result.service,
        "trust": result.trust,
        "rank": result.rank,
        "visitors": result.visitors,
        "peak": result.peak,
        "packs": packs,
        "returned": sum(good.refunded for good in goods) * PERMILLE // max(packs, 1),
        "turned": sum(good.turned_away for good in goods),
        "left": sum(good.left for good in goods),
        "sold_out": sum(good.soldout_tenths >= 0 for good in goods),
        "kinds": sum(good.packs > 0 for good in goods),
        "milestones": result.milestones,
    }


def trophies_of(scene: Scenario, result: Result) -> tuple[str, ...]:
    """The ids of a night's trophies that a result wins."""
    return won(scene.trophy, figures_of(result))
