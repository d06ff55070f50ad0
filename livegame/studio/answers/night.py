"""The score, the takings, the places and the time of a night."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs import reasons
from livegame.runs.ahead import going_on
from livegame.runs.heat import heat_times
from livegame.runs.limits import courier_rules
from livegame.studio.ahead import stands
from livegame.studio.answers.answer import Answer
from livegame.studio.deeds import deed
from livegame.studio.show import Show
from livegame.studio.telling import Sale


def score(show: Show) -> Answer:
    """The estimate: the settlement's parts, what they come to, and the next star."""
    guess = show.session.estimate
    told = Answer.of(reasons.score(guess, show.library.hosts[show.session.role].recorded))
    return told.say(show.abroad(guess.settled))


def takings(show: Show) -> Answer:
    """Sales so far, good by good."""
    view = show.view
    told = Answer(t("why.takings", money=figures.money(view.sales)))
    for good in view.products:
        words = {"name": show.called(good.id), "packs": figures.count(good.sold)}
        told.part(t("why.good_packs", **words), figures.yuan(good.sales))
    told.total(t("why.part.every"), figures.yuan(view.sales))
    told.say(t("why.orders", orders=figures.count(view.orders)))
    return told.say(show.abroad(view.sales))


def budget(show: Show) -> Answer:
    """What there was to spend, and what is left."""
    view = show.view
    told = Answer(t("why.budget", money=figures.money(view.budget)))
    told.part(t("why.part.began"), figures.yuan(view.budget + view.spent))
    told.part(t("why.part.spent"), figures.yuan(-view.spent))
    return told.say(t("why.budget_is")).say(show.abroad(view.budget))


def time(show: Show) -> Answer:
    """How much of the show is over."""
    view, scene = show.view, show.session.scenario
    done, every = view.tick * scene.tick_seconds, view.ticks * scene.tick_seconds
    told = Answer(t("why.time", time=figures.clock(scene.starts, show.clock)))
    told.part(t("why.part.length"), _minutes(every))
    told.part(t("why.part.over"), _minutes(done))
    told.part(t("why.part.to_come"), _minutes(every - done))
    told.part(t("why.part.speed"), f"x{show.speed}")
    return told.say(t("why.time_is"))


def _minutes(second: int) -> str:
    return f"{second // 60}:{second % 60:02}"


def about(show: Show) -> Answer:
    """Which night it is."""
    scene = show.session.scenario
    told = Answer(f"{scene.title}, {scene.date}")
    told.part(t("why.part.festival"), scene.festival)
    told.part(t("why.part.platform"), scene.platform)
    told.part(t("why.part.begins"), scene.starts[:5])
    told.part(t("why.part.length"), _minutes(show.view.ticks * scene.tick_seconds))
    told.part(t("why.part.rooms_held"), figures.count(len(scene.roles)))
    return told.say(t("why.night_recorded" if scene.recorded else "why.night_assumed"))


def outside(show: Show) -> Answer:
    """Each thing that touches the room from outside with what it does and until when, and the
    crowd's own state."""
    scene, view = show.session.scenario, show.view
    told, ends = Answer(t("why.outside")), show.session.until
    for name, (title, effects) in zip(
        view.incidents, going_on(show.library, scene, view), strict=True
    ):
        told.head(title).say(effects)
        if name in ends and not scene.limits.blind:
            told.part(t("why.part.until"), figures.clock(scene.starts, ends[name])[:5])
    told.say(stands(scene, view))
    for rule in courier_rules(scene, view.role):
        told.say(rule)
    return told.say(t("why.outside_is"))


def place(show: Show, role: str) -> Answer | None:
    """A row of the night's leaderboard: how far to the ones above and below."""
    rows = show.standings
    at = next((n for n, row in enumerate(rows) if row.role == role), None)
    if at is None:
        return None
    row = rows[at]
    words = {"country": show.country(role), "rank": figures.ordinal(row.rank)}
    told = Answer(t("why.place", **words)).part(t("why.part.sales"), figures.yuan(row.sales))
    if at:
        above = rows[at - 1]
        lacks = figures.yuan(above.sales - row.sales)
        told.part(t("why.part.above", country=show.country(above.role)), lacks)
    if at + 1 < len(rows):
        below = rows[at + 1]
        leads = figures.yuan(row.sales - below.sales)
        told.part(t("why.part.below", country=show.country(below.role)), leads)
    told.part(t("why.part.watching"), figures.count(row.watching))
    told.part(t("why.part.heat"), heat_times(row.heat))
    told.part(t("why.part.trend"), figures.signed(str(row.trend), row.trend))
    return told.say(t("why.place_is"))


def race(show: Show) -> Answer | None:
    """Your sales beside those of the run that is raced, at the same moment."""
    ghost, view = show.ghost, show.view
    if ghost is None:
        return None
    told = Answer(t("why.race", who=ghost.name))
    told.part(t("why.part.you"), figures.yuan(view.sales))
    told.part(ghost.name, figures.yuan(ghost.sold(view.tick)))
    gap = ghost.ahead(view.tick, view.sales)
    told.total(t("why.part.gap"), figures.signed(figures.yuan(gap), gap))
    counts = ghost.gone_by(view.tick)
    return told.say(t("why.race_did", **{kind: counts[kind] for kind in counts}))


def orders(show: Show) -> Answer:
    """What is ordered in a minute, good by good."""
    goods = show.view.products
    every = sum(good.rate for good in goods)
    told = Answer(t("why.orders_minute", packs=figures.count(every)))
    for good in goods:
        told.part(show.called(good.id), figures.count(good.rate))
    return told


def sale(show: Show, clock: str, product: str) -> Answer | None:
    """A line of the order stream."""
    found = [s for s in show.stream if str(s.clock) == clock and s.product == product]
    if not found:
        return None
    every = Sale(found[0].clock, product, sum(s.packs for s in found), sum(s.fen for s in found))
    scene = show.session.scenario
    words = {"name": show.called(product), "time": figures.clock(scene.starts, every.clock)}
    told = Answer(t("why.sale", **words))
    told.part(t("why.part.packs"), figures.count(every.packs))
    told.part(t("why.part.each"), figures.exact(every.fen // max(1, every.packs)))
    return told.total(t("why.part.every"), figures.exact(every.fen))


def deed_at(show: Show, tick: str) -> Answer | None:
    """What was decided at a tick of a run that is watched."""
    taken = getattr(show.session, "taken", ())
    found = [entry for entry in taken if str(entry.tick) == tick]
    if not found:
        return None
    scene = show.session.scenario
    when = figures.clock(scene.starts, found[0].tick * scene.tick_seconds)
    told = Answer(t("why.deed", time=when))
    for entry in found:
        told.say(deed(show, entry.action))
    return told.say(t("why.deed_is"))


def curve(show: Show, which: str) -> Answer:
    """What a plot shows."""
    values = show.session.watching if which == "watching" else show.session.sales
    told = Answer(t(f"why.curve.{which}"))
    tell = figures.count if which == "watching" else figures.yuan
    if values:
        told.part(t("why.part.now"), tell(values[-1]))
        told.part(t("why.part.most"), tell(max(values)))
    kinds = [kind for _, kind, _ in show.session.marks]
    for kind in ("beat", "launch", "soldout"):
        told.part(t(f"why.mark.{kind}"), figures.count(kinds.count(kind)))
    return told
