"""What three stars take in a campaign, and who wins its trophies: counted over campaigns played."""

import tomllib
from functools import partial

import pytest

from livegame.bots.campaigns import stars
from livegame.bots.campaigns.seekers import WAYS, Seeker, seeker
from livegame.bots.campaigns.stars import LEAST, Campaign, measured
from livegame.bots.campaigns.tempering import STEPS, Try, tempered, tempers_toml
from livegame.catalog.library import library
from livegame.catalog.reading import structure
from livegame.catalog.trophies import Trophy
from livegame.cli import main
from livegame.runs.campaigns.seasons import season_of

ELEVEN = "1111-2020"
ROLES = ("nov-brand", "nov-channel", "nov-orchard")
SOUGHT = "the-plain-price"


def fake(job: tuple[str, str, str, int]) -> Campaign:
    """The planner makes 1,300 to 1,410 points; who seeks a trophy wins it on even seeds."""
    _, role, trophy, seed = job
    n = seed - stars.FIRST_SEED
    if not trophy:
        points = 500 if role == "nov-orchard" else 1300 + 10 * n
        return Campaign(points, (SOUGHT,) if n == 0 else ())
    return Campaign(1100, (trophy,) if n % 2 == 0 else ())


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stars, "_one", fake)


@pytest.mark.usefixtures("played")
def test_four_campaigns_of_five_reach_it_and_it_is_never_two_stars() -> None:
    found = measured(ELEVEN, campaigns=12)
    assert found.stars.points["nov-brand"] == 1320
    two = season_of(ELEVEN, "nov-orchard").stars[1]
    assert found.stars.points["nov-orchard"] == two + LEAST


@pytest.mark.usefixtures("played")
def test_trophies_are_counted_for_whoever_seeks_them_and_whoever_does_not() -> None:
    rows = {(row.role, row.trophy): row for row in measured(ELEVEN, campaigns=10).cups}
    assert len(rows) == len(ROLES) * len(library().campaigns[ELEVEN].trophy)
    assert {row.sought for row in rows.values()} == {500}
    assert rows["nov-brand", SOUGHT].passing == 100
    assert rows["nov-brand", "none-waits"].passing == 0


@pytest.mark.usefixtures("played")
def test_the_command_tells_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stars", ELEVEN, "--nights", "2"]) == 0
    said = capsys.readouterr().out
    assert "nov-brand: The plain price: won by 50 %" in said
    assert "[points]" in said


def test_each_trophy_is_sought_in_a_way_of_its_own() -> None:
    ways = [seeker(row) for row in library().campaigns[ELEVEN].trophy]
    assert all(isinstance(one, Seeker) for one in ways)
    assert len(WAYS) == len(ways)
    nobody = seeker(Trophy(id="x", name="x", what="x", least={"points": 1}))
    assert not isinstance(nobody, Seeker)


def test_each_role_has_a_third_star_of_its_own() -> None:
    for role in ROLES:
        season = season_of(ELEVEN, role)
        assert season.stars[2] == library().third_stars[ELEVEN].points[role] > season.stars[1]


def test_the_search_keeps_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    def points(one: Try, goal: float) -> float:
        return 1000 - abs(one.temper.sure - goal) * 100

    monkeypatch.setattr(
        "livegame.bots.campaigns.tempering.points_of_try", partial(points, goal=0.9)
    )
    found = tempered(ELEVEN, ["nov-brand"], rounds=len(STEPS), seeds=1)
    assert found.weights["nov-brand"]["sure"] == pytest.approx(0.9, abs=0.06)
    assert found.points["nov-brand"] > found.start["nov-brand"]
    text = tempers_toml(found)
    again = structure(tomllib.loads(text), type(found), "again")
    assert again == found
