"""The rows of a day's plan at the smallest size: labels whole, choices told with their place."""

from collections.abc import Callable, Iterator

import pytest

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.dayknobs import knobs
from livegame.studio.screens.ask import Told
from livegame.studio.widgets.dayplan import DayPlan
from tests.tui.drive import keys, settle

SMALL = (80, 24)
PICKS = t("days.studio.picks", place=t("days.plain.the_plants"))
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
        knob = next(one for one in knobs(draft) if one.label == t("days.studio.slot"))
        shows.append((knob.value, knob.place))
        assert knob.turn(1) == ""
    assert [place for _, place in shows] == ["1/3", "2/3", "3/3", "1/3"]
    assert shows[0] == shows[3]


def pushed(draft: DayDraft, group: str, label: str, by: int) -> str:
    """What is said when a row is turned until it goes no further."""
    for _ in range(80):
        knob = next(one for one in knobs(draft) if (one.group, one.label) == (group, label))
        before, said = draft.plan, knob.turn(by)
        if draft.plan == before:
            return knob.limit or said
    raise AssertionError(f"{label} goes on for ever")


@pytest.mark.parametrize(("campaign", "role"), ROOMS)
def test_no_row_stops_silently(campaign: str, role: str) -> None:
    session = CampaignSession.start(campaign, role, seed=5, keep=False)
    draft = DayDraft(session.season, session.moment.days)
    switches = {t(f"days.studio.{name}") for name in ("lessons", "farms", "wait", "toss")}
    for knob in knobs(draft):
        if not knob.place and knob.group not in switches:
            assert pushed(draft, knob.group, knob.label, 10), knob.label
            draft.clear()


def test_a_row_goes_as_far_as_it_can_and_says_how_far_that_is() -> None:
    session = CampaignSession.start("farmers-2020-spring", "zhejiang-tea-hill", seed=5, keep=False)
    draft = DayDraft(session.season, session.moment.days)
    said = pushed(draft, PICKS, t("days.studio.hands"), 10)
    assert draft.plan.hands == session.season.numbers.hands_most == 24
    assert said.startswith(t("days.refuse.no_hands"))
    assert "24" in said
    while draft.undo():
        pass
    said = pushed(draft, PICKS, "shoots", 1)
    good = dict(draft.plan.picks)["zt-shoots"]
    assert f"{good:,} of shoots" in said
    assert "on the plants" in said
    draft.clear()
    row = next(k for k in knobs(draft) if k.label == "tea" and k.group == t("days.studio.prices"))
    assert "RMB 27.20 to 102" in row.turn(1000)
    assert draft.undo()  # one turn, one change to be undone
    assert draft.price_of("zt-tea") == 6800


async def test_why_on_a_row_is_about_the_row(make_app: Callable[..., Livegame]) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        session = CampaignSession.start(
            "farmers-2020-three-days", "hainan-mango-farm", seed=5, keep=False
        )
        app.push_screen(doors.desk(session))
        await settle(pilot)
        await keys(pilot, "down", "question_mark")
        told = "\n".join("".join(s.text for s in row) for row in app.screen.query_one(Told)._drawn)
        assert "mango: 0" in told
        assert "costs you" in told
        assert "asked by store and show" in told
        assert "one more on the truck" in told
