"""Today's challenge: the one attempt, going on with it, and practice after it."""

from pathlib import Path

from livegame.catalog.figures import count
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.plain.console import Console, Left
from livegame.plain.words import country
from livegame.runs.attempts import attempt_at, begin_attempt, practise
from livegame.runs.challenge import Challenge, challenge_of
from livegame.runs.clock import today
from livegame.runs.raced import race_options
from livegame.runs.session import Session


def challenge_line(asked: Challenge) -> str:
    """What is to be played on a day."""
    return t(
        "plain.today.what",
        day=asked.day.isoformat(),
        who=country(asked.role),
        night=library().scenarios[asked.scenario].title,
    )


def todays_session(console: Console, player: str, ghost: Path | None = None) -> Session:
    """The session that the player wants to play today; `ghost` is a run to race.

    Raises:
        Left: the player would rather not.
        RunError: it cannot be begun.
    """
    day = today()
    console.say(challenge_line(challenge_of(day)))
    options = race_options(ghost, challenge_of(day).scenario) if ghost else None
    attempt = attempt_at(day)
    if attempt and not attempt.finished:
        console.say(t("plain.today.going_on"))
        return Session.resume(attempt.file)
    if attempt:
        console.say(t("plain.today.played", points=count(attempt.points or 0)))
        _ask(console, "practise")
        return practise(day, player=player, options=options)
    console.say(t("plain.today.once"))
    _ask(console, "begin")
    return begin_attempt(day, player=player, options=options)


def _ask(console: Console, step: str) -> None:
    choices = [t(f"plain.today.{step}"), t("plain.today.not_now")]
    if console.choose(t("plain.choice"), choices) == 1:
        raise Left
