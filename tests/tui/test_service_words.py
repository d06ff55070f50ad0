"""Service is told as what it is: no 100 % where goods sold out and later ones could not order."""

import pytest

from livegame.catalog.library import library
from livegame.runs.panels import panels
from livegame.studio.answers import page, ranks
from livegame.studio.answers.answer import Answer
from livegame.studio.press import story
from livegame.studio.show import Show
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
