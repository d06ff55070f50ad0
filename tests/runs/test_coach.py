"""The rehearsal's coach: each step can be told in a few words, ended, and taken in any order."""

import tomllib

from livegame.catalog.library import library
from livegame.engine.actions import Beat, Link, Release, Reply, SetPrice
from livegame.runs.coach import DONE, Coach
from livegame.runs.rehearsal import RehearsalSession, rehearsal, start

FRUIT, OTHER = "th-mangosteen", "th-durian"
MOST_WORDS = 8


def texts() -> dict[str, dict[str, object]]:
    path = library().folder / "text" / "en" / "rehearsal.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def through(session: RehearsalSession, action: Beat) -> None:
    """A whole beat."""
    session.decide(action)
    while not session.view.idle and not session.finished:
        session.advance()


def test_every_step_can_be_told_and_ended() -> None:
    for step in rehearsal().step:
        assert step.does in DONE
        assert step.id in texts()["step"]
        assert step.id in texts()["plain"]["step"]  # type: ignore[operator]
        assert step.wait > 0
    assert [step.does for step in rehearsal().step].count("sale") == 1


def test_no_step_takes_more_than_eight_words() -> None:
    said = [*texts()["step"].values(), *texts()["plain"]["step"].values()]  # type: ignore[attr-defined]
    assert len(said) == 2 * len(rehearsal().step)
    said += [*texts()["held"].values(), *texts()["plain"]["held"].values()]  # type: ignore[attr-defined]
    for words in said:
        assert len(str(words).split()) <= MOST_WORDS, words


def test_the_coach_follows_what_is_done() -> None:
    session = start(3)
    coach = Coach(session, rehearsal().step)

    def now() -> str:
        return coach.step.id if coach.step else ""

    assert now() == "show"
    session.decide(Beat("demonstrate", FRUIT))
    assert now() == "desire"
    while not session.view.idle:
        session.advance()
    assert now() == "launch"
    session.decide(Beat("countdown", FRUIT))
    assert now() == "sale"
    while not session.view.idle:
        session.advance()
    assert now() == "chat"
    session.decide(Reply())
    assert now() == "stock"
    session.decide(Release(FRUIT, 100))
    assert now() == "other"
    through(session, Beat("taste", OTHER))
    assert now() == "again"
    through(session, Beat("countdown", OTHER))
    assert now() == ""
    assert coach.taken == len(coach.steps)


def test_steps_may_be_taken_in_any_order_and_by_other_ways() -> None:
    session = start(3)
    coach = Coach(session, rehearsal().step)
    session.decide(SetPrice(FRUIT, 5000))
    session.decide(Link(FRUIT, open=True))
    for _ in range(6):
        session.advance()
    done = {step.id for step in coach.steps if coach.done(step)}
    assert done == {"stock", "launch", "sale"}
    assert coach.step
    assert coach.step.id == "show"
