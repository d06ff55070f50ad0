"""What a pack costs this morning and what it brings, by the store and on the platform's truck; and
what a load and a hired hand cost today."""

from attrs import evolve

from livegame.catalog.figures import price
from livegame.catalog.texts import t
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.plans import bill, truck_pays
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.joint import counts


def pack_rows(draft: DayDraft, product: str, route: str = "") -> list[tuple[str, str]]:
    """Names and amounts: the goods, the freight of a `route`, the price, the truck's money."""
    season, state = draft.season, draft.state
    g = season.good(product)
    rows = [(t("why.a_pack.costs"), price(int(season.cost[g])))]
    if route:
        load = load_fare(season, state, f"{route}.{product}")
        rows.append((t("why.a_pack.freight"), price(load // int(season.load[g]))))
    rows.append((t("why.a_pack.store"), price(draft.price_of(product))))
    if counts(season, g):
        rows.append((t("why.a_pack.truck"), price(_one_more(draft, product))))
    return rows


def load_fare(season: Season, state: DayState, load: str) -> int:
    """Fen of freight that a load costs today; `load` is "route.product", as in a plan."""
    return bill(season, state, DayPlan(loads=((load, 1),)))["freight"]


def wage_today(season: Season, state: DayState) -> int:
    """Fen that a hired hand costs today."""
    return bill(season, state, DayPlan(hands=1))["wages"]


def _one_more(draft: DayDraft, product: str) -> int:
    """Fen that the truck would pay for one more pack beside what the plan puts on it."""
    truck = dict(draft.plan.truck)
    truck[product] = truck.get(product, 0) + 1
    more = evolve(draft.plan, truck=tuple(truck.items()))
    return truck_pays(draft.season, draft.state, more) - draft.truck_pays
