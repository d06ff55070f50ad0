"""Why so many watch, come and go; why a room is hot; what trust, mood and voice do."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs import reasons
from livegame.runs.because import Because
from livegame.runs.heat import heat_place, heat_times
from livegame.runs.reasons import hundredths, points
from livegame.studio.answers.answer import Answer
from livegame.studio.show import Show


def watching(show: Show, known: Because) -> Answer:
    """A minute's balance, and what brings and drives people away now."""
    view, session = show.view, show.session
    minute = max(1, 60 // session.scenario.tick_seconds)
    before = session.watching[max(0, len(session.watching) - 1 - minute)]
    return Answer.of(reasons.watching(view, before, known))


def peak(show: Show) -> Answer:
    """When most were watching."""
    view, session = show.view, show.session
    told = Answer(t("why.peak", number=figures.count(view.peak)))
    if session.watching:
        tick = max(range(len(session.watching)), key=lambda at: session.watching[at])
        when = figures.clock(session.scenario.starts, tick * session.scenario.tick_seconds)
        told.say(t("why.peak_at", time=when))
    told.part(t("why.part.now"), figures.count(view.watching))
    return told


def seen(show: Show) -> Answer:
    """Everybody who ever looked in."""
    view = show.view
    told = Answer(t("why.seen", number=figures.count(view.visitors)))
    told.part(t("why.part.still"), figures.count(view.watching))
    told.part(t("why.part.gone"), figures.count(view.visitors - view.watching))
    return told.say(t("why.seen_counts"))


def heat(show: Show, known: Because) -> Answer:
    """The platform's measure and what it is made of."""
    view, warm = show.view, known.warmth
    rank = heat_place(view)
    if not rank:
        return Answer(t("why.heat_none")).say(t("why.heat_is"))
    told = Answer(t("why.heat", heat=heat_times(view.heat), rank=rank))
    told.say(t("why.heat_is"))
    names = ("sales", "viewers", "comments")
    for name, weight in zip(names, warm.weights, strict=True):
        label = t(f"why.heat_of.{name}", weight=figures.percent(weight))
        told.part(label, t("why.times", number=heat_times(getattr(warm, name))))
    brings = next((c for c in known.coming.causes.each if c.name == "heat"), None)
    if brings:
        by = known.coming.causes.now - brings.without
        told.say(t("why.heat_brings", number=figures.signed(figures.count(by), by)))
    return told


def comments(show: Show) -> Answer:
    """How lively the chat is."""
    view = show.view
    told = Answer(t("why.comments", number=figures.count(view.chat_rate)))
    told.part(t("why.part.watching"), figures.count(view.watching))
    told.part(t("why.part.asking"), figures.count(view.questions))
    return told.say(t("why.comments_are"))


def trust(show: Show, known: Because) -> Answer:
    """What trust does to buying now."""
    told = Answer(t("why.trust", trust=figures.whole(show.view.trust))).say(t("why.trust_is"))
    return _in_buying(told, "trust", show, known)


def mood(show: Show, known: Because) -> Answer:
    """What mood does to buying and leaving now."""
    view = show.view
    told = Answer(t("why.mood", mood=figures.whole(view.mood))).say(t("why.mood_is"))
    _in_buying(told, "mood", show, known)
    left = next((cause for cause in known.going.each if cause.name == "mood"), None)
    if left:
        by = known.going.now - left.without
        told.part(t("why.mood_leavers"), figures.signed(figures.count(by), by))
    if view.anger:
        told.part(t("why.part.anger"), str(figures.whole(view.anger)))
    return told


def _in_buying(told: Answer, name: str, show: Show, known: Because) -> Answer:
    causes = known.buying
    found = next((c for c in causes.each if c.name == name), None) if causes else None
    if causes and found:
        words = {"name": show.short(show.chosen), "without": hundredths(found.without)}
        told.say(t(f"why.{name}_buys", now=hundredths(causes.now), **words))
    return told


def voice(show: Show, known: Because) -> Answer:
    """What a tired voice takes from what is said."""
    view = show.view
    told = Answer(t("why.voice", percent=figures.percent(view.voice))).say(t("why.voice_is"))
    if left := show.session.breath:
        names = {pitch.id: pitch.name for pitch in show.pitches}
        easy, hard = names.get(left.easiest, ""), names.get(left.hardest, "")
        counts = {"least": left.least, "most": left.most}
        told.say(t("why.voice_lasts", easiest=easy, hardest=hard, **counts))
    wish = known.wish
    fresh = next((c for c in wish.causes.each if c.name == "voice"), None) if wish else None
    if wish and fresh:
        words = {"name": show.short(show.chosen), "now": points(wish.talk)}
        told.say(t("why.voice_adds", rested=points(fresh.without), **words))
    return told
