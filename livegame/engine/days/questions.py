"""Questions at the page: what the chatbot can tell of each topic, who answers the rest, and what
teaching it does.

A person at the chat either answers or teaches the machine one topic. What nobody answers costs a
part of those who would have bought, and trust. The skill fades, since offers and prices change; a
night's show has as many of its scenario's answers as the skill is worth.
"""

import numpy as np
from attrs import evolve as attrs_evolve

from livegame.engine.chatbot import MINUTE, PARTS
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.happenings import USUAL, effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import World

MOST_GROWTH = 3  # times its share that a topic's questions can grow to


def refusal(season: Season, plan: DayPlan) -> str:
    """Why a plan's people at the chat cannot be, as the last part of a text key, or ""."""
    if not 0 <= plan.staff <= season.eve.most:
        return "no_staff"
    if any(season.eve.topic(name) < 0 for name, _ in plan.teach):
        return "no_topic"
    if any(people <= 0 for _, people in plan.teach):
        return "amount"
    return "few_staff" if sum(people for _, people in plan.teach) > plan.staff else ""


def wages(season: Season, plan: DayPlan) -> int:
    """What the people at the chat cost today, fen."""
    return plan.staff * season.eve.wage


def taken(season: Season, state: DayState, plan: DayPlan) -> DayState:
    """The state once today's people sit at the chat."""
    eve = season.eve
    if not eve.topics:
        return state
    teach = np.zeros(len(eve.topics), dtype=np.int64)
    for name, people in plan.teach:
        teach[eve.topic(name)] = people
    desk = np.array([plan.staff - int(teach.sum()), 0, 0], dtype=np.int64)
    return changed(state, teach=teach, desk=desk)


def mix(season: Season, state: DayState) -> Ints:
    """What is asked about, as shares of ONE [Q]."""
    eve = season.eve
    day = max(state.day - 1, 0)
    sells = max(1, int(state.by_store[day].sum()), int(state.delivered.sum()) // (state.day + 2))
    waiting = int(state.waiting.sum())
    drives = {"": 0, "book": int(state.book.sum()), "waiting": waiting}
    weight = []
    for row, share in zip(eve.topics, eve.weight, strict=True):
        grown = min(drives[row.grows] * ONE // sells, MOST_GROWTH * ONE)
        weight.append(int(share) * (ONE + grown) if row.grows else int(share) * ONE)
    whole = max(sum(weight), 1)
    return np.array([n * ONE // whole for n in weight], dtype=np.int64)


def skill(season: Season, state: DayState) -> int:
    """Share of the questions that the chatbot can answer, Q16, by what is asked."""
    return int((mix(season, state) * state.bot).sum()) >> 16


def asked_likely(season: Season, state: DayState) -> int:
    """Questions that an ordinary day like today brings, before anybody is drawn by a coupon or an
    advertisement."""
    now = effects(season, state, state.day)
    known = int(state.fans * season.numbers.fan_visits) + state.halo
    people = (int(season.visitors[state.day]) + known) * now.traffic // USUAL
    return people * season.eve.asks // USUAL * now.asks // USUAL


def open_share(season: Season, state: DayState, visitors: int) -> tuple[int, int]:
    """Questions of so many visitors, and the share of them that nobody answers, Q16."""
    if not season.eve.topics:
        return 0, 0
    now = effects(season, state, state.day)
    asked = visitors * season.eve.asks // USUAL * now.asks // USUAL
    left = max(0, asked - told(season, state, asked))
    left = max(0, left - int(state.desk[0]) * season.eve.pace)
    return asked, left * ONE // max(asked, 1)


def told(season: Season, state: DayState, asked: int) -> int:
    """How many of so many questions the chatbot answers today."""
    answers = effects(season, state, state.day).answers
    return (asked * skill(season, state) >> 16) * answers // USUAL


def buying_share(season: Season, unanswered: int) -> float:
    """Part of those who would buy that does, with such a share unanswered."""
    return 1.0 - (unanswered * season.eve.hold >> 16) / ONE


def after_day(season: Season, state: DayState, asked: int, unanswered: int) -> DayState:
    """Trust after a day on which a share was not answered."""
    if not season.eve.topics:
        return state
    lost = season.eve.miss * unanswered >> 16
    desk = np.array([int(state.desk[0]), asked, unanswered], dtype=np.int64)
    machine = min(told(season, state, asked), asked)
    people = min(asked - machine, int(state.desk[0]) * season.eve.pace)
    by = np.array([machine, people, asked - machine - people], dtype=np.int64)
    lower = max(0, state.trust - lost)
    return changed(state, trust=lower, desk=desk, answered=state.answered + by)


def taught(season: Season, state: DayState) -> Ints:
    """The chatbot's skill tomorrow [Q], Q16, by what it is taught today."""
    eve, bot = season.eve, state.bot
    for people in range(int(state.teach.max(initial=0))):
        gain = (ONE - bot) * eve.lesson >> 16
        bot = np.where(state.teach > people, bot + gain, bot)
    found: Ints = bot - (bot * eve.fade >> 16)
    return found


def overnight(season: Season, state: DayState) -> DayState:
    """What was taught has sunk in, and some is out of date."""
    if not season.eve.topics:
        return state
    return changed(
        state,
        bot=taught(season, state),
        teach=np.zeros_like(state.teach),
        desk=np.zeros_like(state.desk),
    )


def on_air(season: Season, state: DayState, world: World) -> World:
    """A night's world with the answers that the chatbot's skill and the people at the chat give."""
    bot = world.chatbot
    if bot is None or not season.eve.topics:
        return world
    level = skill(season, state) * ONE // max(season.eve.usual, 1)
    now = effects(season, state, state.day).answers
    people = int(state.desk[0]) * season.eve.minute * PARTS * world.tick_seconds // MINUTE
    answers = (bot.answers * level >> 16) * now // USUAL + people
    return attrs_evolve(world, chatbot=attrs_evolve(bot, answers=answers))
