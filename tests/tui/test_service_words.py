"""Service is told as what it is: no 100 % where goods sold out and later ones could not order."""

import pytest
from attrs import evolve

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.runs.panels import panels
from livegame.studio.answers import page, ranks
from livegame.studio.answers.answer import Answer
from livegame.studio.press import story
from livegame.studio.show import Show
from livegame.studio.widgets.stage import Stage
from tests.tui.fakehouse import FakeVoices, Row
from tests.tui.fakeruns import FakeSession


def said(answer: Answer | None) -> str:
    assert answer
    return " ".join([answer.title, *("".join(s.text for s in row) for row in answer.lines(200))])


def test_the_front_page_tells_what_service_counts() -> None:
    session = FakeSession(library(), ticks=1)
    show = Show(session, library(), FakeVoices())
    show.step()
    assert "of the packs ordered on an open link were delivered" in dict(story(show))["service"]
    assert "cannot order and is not counted" in said(page.STORY["service"](show))


@pytest.mark.parametrize(
    ("scenario", "role", "counted"),
    [("618-2020-diplomats", "thailand", False), ("farmers-2020-spring", "zhejiang-tea-hill", True)],
)
def test_a_campaign_counts_those_who_came_in_vain(scenario: str, role: str, counted: bool) -> None:
    row = Row("a.live", "Ann", 1000, scenario=scenario, role=role)
    (board,) = panels([row])  # type: ignore[list-item]
    told = said(ranks.row(board, row, "service"))  # type: ignore[arg-type]
    assert ("packs asked for" in told) == counted
    assert ("is not counted" in told) != counted


def test_service_is_whole_only_where_every_pack_was_delivered() -> None:
    assert [figures.share(permille) for permille in (1000, 999, 995, 978)] == [
        "100 %", "99 %", "99 %", "98 %",
    ]  # fmt: skip
    session = FakeSession(library(), ticks=1)
    show = Show(session, library(), FakeVoices())
    show.step()
    with pytest.MonkeyPatch.context() as patch:
        result = evolve(session.result, service=995)
        patch.setattr(type(session), "result", property(lambda self: result))
        assert "99 % of the packs ordered" in dict(story(show))["service"]
        assert "99 %" in said(page.STORY["service"](show))


def test_what_a_pack_leaves_is_rounded_where_fen_do_not_fit() -> None:
    session = FakeSession(library(), ticks=1)
    show = Show(session, library(), FakeVoices())
    good = evolve(show.view.products[0], price=100_00, usual=100_00, cost=22_26)
    stage = Stage(show, "stage")
    tails = {
        "".join(span.text for span in stage._price(good, width)).split("leaves ")[-1].strip()
        for width in range(18, 60)
    }
    assert "78" in tails
    assert "77.74" in tails
    assert "77" not in tails
