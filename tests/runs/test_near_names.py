"""A wrong name: what could be meant, campaigns too; where nothing is near, what there is."""

import pytest

from livegame.catalog.library import library
from livegame.runs.campaigns.seasons import season_of
from livegame.runs.problems import RunError
from livegame.runs.worlds import room_of, world_of


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("fruit", "618-2020-fruit-express"),
        ("fruit-expres", "618-2020-fruit-express"),
        ("dipomats", "618-2020-diplomats"),
        ("618-2021-fruit-express", "618-2020-fruit-express"),
        ("thre-days", "farmers-2020-three-days"),
    ],
)
def test_a_night_or_a_campaign_that_could_be_meant(said: str, meant: str) -> None:
    with pytest.raises(RunError, match=f"did you mean: {meant}"):
        world_of(said)
    with pytest.raises(RunError, match=f"did you mean: {meant}"):
        season_of(said, "")


def test_where_nothing_is_near_all_there_is_is_listed() -> None:
    with pytest.raises(RunError) as found:
        world_of("xyz")
    assert "did you mean" not in str(found.value)
    assert all(name in str(found.value) for name in (*library().scenarios, *library().campaigns))


def test_an_office_that_is_not_near_is_not_called_so() -> None:
    world = world_of("618-2020-diplomats")
    with pytest.raises(RunError) as found:
        room_of(world, "siam")
    assert "did you mean" not in str(found.value)
    assert all(role in str(found.value) for role in world.roles)
    with pytest.raises(RunError, match=r"did you mean: thailand$"):
        room_of(world, "tailand")
    with pytest.raises(RunError, match="there are: zhejiang-tea-hill"):
        season_of("farmers-2020-spring", "siam")
