"""A farm's part of the harvest that a whole channel has on record."""

import pytest
from attrs import evolve

from livegame.bots.campaigns.play import play_session
from livegame.catalog.library import library
from livegame.engine.days.outcome import DaysResult
from livegame.engine.days.season import Season
from livegame.runs.campaigns.ending import kilos_of, record_lines
from livegame.runs.campaigns.session import CampaignSession


@pytest.fixture(scope="module")
def ended() -> tuple[Season, DaysResult]:
    session = CampaignSession.start(
        "farmers-2020-three-days", "hainan-mango-farm", seed=3, mode="practice", keep=False
    )
    play_session(session, "history")
    return session.season, session.result


def test_it_is_told_with_its_share(ended: tuple[Season, DaysResult]) -> None:
    season, result = ended
    own = kilos_of(result)
    assert own == sum(good.units for good in result.goods)
    whole = int(library().facts["aw_kg"].value)
    told = " ".join(record_lines(season, result))
    assert f"{whole:,}" in told
    assert f"{own:,} kg" in told
    assert f"one kilogram in {whole // own:,}" in told


def test_goods_that_are_not_weighed_do_not_count(ended: tuple[Season, DaysResult]) -> None:
    season, result = ended
    none = evolve(result, goods=tuple(evolve(good, units=0) for good in result.goods))
    assert kilos_of(none) == 0
    assert "one kilogram" not in " ".join(record_lines(season, none))
