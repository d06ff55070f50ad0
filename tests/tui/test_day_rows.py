"""The rows of a day's plan at the smallest size: labels whole, choices told with their place."""

from collections.abc import Callable, Iterator

import pytest

from livegame.catalog.library import library
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.dayknobs import knobs
from livegame.studio.widgets.dayplan import DayPlan
from tests.tui.drive import settle

SMALL = (80, 24)
ROOMS = [(name, role) for name, one in library().campaigns.items() for role in one.roles[:1]]


def turned(draft: DayDraft) -> Iterator[None]:
    """The first morning's plan, with each choice turned through all there is to choose from."""
    for at, knob in enumerate(knobs(draft)):
        for _ in range(int(knob.place.partition("/")[2] or 1)):
            knobs(draft)[at].turn(1)
            yield


@pytest.mark.parametrize(("campaign", "role"), ROOMS)
async def test_every_label_and_choice_stands_whole(
    make_app: Callable[..., Livegame], campaign: str, role: str
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        session = CampaignSession.start(campaign, role, seed=5, keep=False)
        app.push_screen(doors.desk(session))
        await settle(pilot)
        plan = app.screen.query_one(DayPlan)
        draft = DayDraft(session.season, session.moment.days)
        for _ in turned(draft):
            plan.lay(draft)
            for knob, row in zip(plan.knobs, plan.rows, strict=True):
                told = "".join(span.text for span in row)
                if knob:
                    assert "…" not in told, told
                    assert f"{knob.label} " in told
                    assert told.endswith(knob.place)
                    assert len(told) <= plan.size.width - 3


async def test_a_choice_tells_which_of_how_many_it_is(make_app: Callable[..., Livegame]) -> None:
    """It goes round and round, and one sees that it does."""
    session = CampaignSession.start("1111-2020", "nov-brand", seed=5, keep=False)
    draft = DayDraft(session.season, session.moment.days)
    shows = []
    for _ in range(4):
        knob = knobs(draft)[-1]
        shows.append((knob.value, knob.place))
        assert knob.turn(1) == ""
    assert [place for _, place in shows] == ["1/3", "2/3", "3/3", "1/3"]
    assert shows[0] == shows[3]
