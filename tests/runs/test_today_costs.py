"""What a row of the desk says a load or a hand costs is what the plan pays for it that day, by what
happens on it."""

from attrs import evolve

from livegame.catalog.library import library
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.happenings import effects
from livegame.engine.days.plans import bill
from livegame.engine.days.reducer import begin
from livegame.runs.campaigns.perpack import load_fare, wage_today
from livegame.runs.campaigns.seasons import season_of

SEEDS = range(6)


def test_a_row_s_cost_is_the_plan_s_on_every_day() -> None:
    seen = set()
    for name, campaign in library().campaigns.items():
        season = season_of(name, campaign.roles[0])
        good = next((g for g, packs in zip(season.goods, season.load, strict=True) if packs), "")
        for seed in SEEDS:
            first = begin(season, seed).days
            for state in (evolve(first, day=day) for day in range(season.days)):
                now, wage = effects(season, state, state.day), wage_today(season, state)
                assert wage == season.numbers.wage * now.wage // 1000
                assert bill(season, state, DayPlan(hands=1))["wages"] == wage
                dear = {"wage"} if wage > season.numbers.wage else set()
                for route in season.campaign.route if good else ():
                    one = DayPlan(loads=((f"{route.id}.{good}", 1),))
                    fare = load_fare(season, state, f"{route.id}.{good}")
                    assert fare == route.cost * now.freight // 1000
                    assert bill(season, state, one)["freight"] == fare
                    dear |= {"freight"} if fare > route.cost else set()
                seen |= dear
    assert seen == {
        "wage",
        "freight",
    }  # days on which today's cost is not the usual one were among them
