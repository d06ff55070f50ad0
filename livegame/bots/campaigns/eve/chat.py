"""Who sits at the chat, and what one of them teaches the machine."""

from livegame.bots.campaigns.eve.expecting import Guess, night_day
from livegame.engine.days import questions
from livegame.engine.days.actions import Pairs
from livegame.engine.days.demand import advert_lift
from livegame.engine.days.happenings import USUAL, effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.engine.tables import ONE


def at_chat(season: Season, state: DayState, now: Guess) -> tuple[int, Pairs]:
    """Desks at the chat, as many as pay, and what one of them teaches the machine."""
    eve = season.eve
    if not eve.topics:
        return 0, ()
    today = effects(season, state, state.day)
    asked = int(questions.asked_likely(season, state) * advert_lift(season, state))
    left = asked - (asked * questions.skill(season, state) >> 16) * today.answers // USUAL
    value = float((now.page[0] * now.margin).sum()) * eve.hold / ONE * now.temper.desk
    desks = 0
    while desks < eve.most and left > desks * eve.pace:
        answers = min(eve.pace, left - desks * eve.pace)
        if value * answers / max(asked, 1) < eve.wage:
            break
        desks += 1
    if state.day == night_day(season):
        desks = eve.most
    if state.day >= night_day(season):
        return desks, ()
    mix = questions.mix(season, state)
    gain = mix * (ONE - state.bot) * eve.lesson
    worth = float(gain.max()) / ONE**3 * float((now.later * now.margin).sum()) * now.temper.lesson
    if worth < eve.wage:
        return desks, ()
    teachers = 2 if worth > 4 * eve.wage else 1
    teachers = min(teachers, eve.most)
    return min(desks + teachers, eve.most), ((eve.topics[int(gain.argmax())].id, teachers),)
