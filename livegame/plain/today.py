"""Today's challenge: the one attempt, going on with it, and practice after it."""

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.plain.console import Console, Left
from livegame.plain.words import country
from livegame.runs.attempts import attempt_at, begin_attempt, practise
from livegame.runs.challenge import Challenge, challenge_of
from livegame.runs.clock import today
from livegame.runs.session import Session
from livegame.studio.figures import count


def challenge_line(asked: Challenge) -> str:
    """What is to be played on a day."""
    return t(
        "plain.today.what",
        day=asked.day.isoformat(),
        who=country(asked.role),
        night=library().scenarios[asked.scenario].title,
    )


def todays_session(console: Console, player: str) -> Session:
    """The session that the player wants to play today.

    Raises:
        Left: the player would rather not.
        RunError: it cannot be begun.
    """
    day = today()
    console.say(challenge_line(challenge_of(day)))
    attempt = attempt_at(day)
    if attempt and not attempt.finished:
        console.say(t("plain.today.going_on"))
        return Session.resume(attempt.file)
    if attempt:
        console.say(t("plain.today.played", points=count(attempt.points or 0)))
        _ask(console, "practise")
        return practise(day, player=player)
    console.say(t("plain.today.once"))
    _ask(console, "begin")
    return begin_attempt(day, player=player)


def _ask(console: Console, step: str) -> None:
    choices = [t(f"plain.today.{step}"), t("plain.today.not_now")]
    if console.choose(t("plain.choice"), choices) == 1:
        raise Left
