"""What is said of figures, over real runs: of every night, on the air and after it."""

from functools import partial

import pytest

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine import explain
from livegame.engine.actions import Beat, SetPrice
from livegame.runs.because import because
from livegame.runs.session import Session
from livegame.studio.answers import goods, page, room
from livegame.studio.answers.answer import Answer
from livegame.studio.show import Show
from tests.tui.fakehouse import FakeVoices

NIGHTS = sorted(library().scenarios)
WIDTH = 46


def begun(night: str, minutes: int = 6) -> Show:
    """A show some minutes in, whose host talks of the first good and cut its price."""
    scene = library().scenarios[night]
    session = Session.start(night, scene.roles[0], seed=2, keep=False)
    show = Show(session, library(), FakeVoices())
    good = show.view.products[0]
    cut = SetPrice(good.id, good.price * 9 // 10)
    if not session.why_not(cut):
        show.do(cut)
    while show.view.clock < minutes * 60:
        beats = (Beat(p.id, good.id if p.needs_product else "") for p in show.pitches)
        beat = next((one for one in beats if not session.why_not(one)), None)
        if show.view.idle and beat:
            show.do(beat)
        show.step()
    return show


def whole(answer: Answer | None) -> list[str]:
    """The lines of an answer; it has a title and says something, and nothing is left unfilled."""
    assert answer is not None
    assert answer.title
    rows = ["".join(span.text for span in row) for row in answer.lines(WIDTH)]
    assert rows
    assert all(len(row) <= WIDTH for row in rows)
    assert "{" not in " ".join([answer.title, *rows])
    return rows


@pytest.mark.parametrize("night", NIGHTS)
def test_every_figure_of_every_night_is_told(night: str) -> None:
    show = begun(night)
    known = partial(because, show.session)
    names = [name for name in room.PLAIN if name != "race"]
    names += [*room.DEEP, "curve:watching", "curve:sales"]
    names += [f"{key}:{good.id}" for key in goods.FIGURES for good in show.view.products]
    names += [f"place:{row.role}" for row in show.standings]
    names += [f"pitch:{pitch.id}:band" for pitch in show.pitches]
    for name in names:
        whole(room.answer(show, name, known))


def test_every_cause_that_the_engine_may_name_has_its_words() -> None:
    causes = {
        "buy_without": [*explain._BUYING, ("others", None)],
        "go_by": explain._LEAVING,
        "come_by": explain._COMING,
    }
    for kind, named in causes.items():
        for name, _ in named:
            assert t(f"why.{kind}.{name}"), name


def test_what_is_not_there_is_not_told() -> None:
    show = begun(NIGHTS[0], 1)
    known = partial(because, show.session)
    for name in ("", "nothing", "price:none", "place:nobody", "pitch:none", "race", "sale:1:x"):
        assert room.answer(show, name, known) is None


def test_the_parts_of_the_score_come_to_it() -> None:
    show = begun("618-2020-diplomats")
    guess = show.session.estimate
    answer = room.answer(show, "points", partial(because, show.session))
    assert answer
    parts = [int(amount.replace(",", "")) for kind, _, amount in answer.rows if kind == "part"]
    total = next(amount for kind, _, amount in answer.rows if kind == "total")
    assert sum(parts[:6]) == pytest.approx(int(total.replace(",", "")), abs=6)
    assert total == f"{int(guess.settled / 100):,}"


def test_the_room_a_minute_ago_and_who_came_and_left_come_to_the_room_now() -> None:
    show = begun("618-2020-diplomats")
    answer = room.answer(show, "watching", partial(because, show.session))
    assert answer
    parts = [int(amount.replace(",", "")) for kind, _, amount in answer.rows if kind == "part"]
    assert sum(parts[:3]) == show.view.watching


def test_where_every_pack_is_comes_to_all_that_was_brought() -> None:
    show = begun("618-2020-diplomats")
    session = show.session
    assert isinstance(session, Session)
    for slot, good in enumerate(show.view.products):
        answer = room.answer(show, f"sold:{good.id}", partial(because, session))
        assert answer
        total = next(amount for kind, _, amount in answer.rows if kind == "total")
        assert int(total.replace(",", "")) == int(session.state.stock[0, session.room, slot])


@pytest.mark.parametrize("night", ["618-2020-diplomats", "1111-2009"])
def test_every_figure_of_the_morning_is_told(night: str) -> None:
    show = begun(night)
    while not show.over:
        show.step()
    names = [f"part:{name}" for name in page.ACCOUNT] + [f"told:{name}" for name in page.STORY]
    names += [f"good:{good.id}" for good in show.session.result.products]
    names += [f"luck:{name}" for name, _ in show.session.result.luck]
    for name in names:
        if name != "told:rungs":
            whole(page.answer(show, name))
    settled = page.answer(show, "part:settled")
    assert settled
    cents = [int(a.replace(",", "").replace(".", "")) for _, _, a in settled.rows]
    assert sum(cents[:-1]) == cents[-1] == show.session.result.settled
