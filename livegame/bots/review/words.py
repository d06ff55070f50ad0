"""A review in words: every sentence is put together from what really differed."""

from livegame.bots.review.judge import Books
from livegame.bots.review.report import Choice, Review
from livegame.catalog.figures import whole
from livegame.catalog.library import library
from livegame.catalog.nouns import noun
from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.engine.view import ProductView

MOST_EFFECTS = 2
CROWD = 50  # a change in visitors by less than a fiftieth is not worth a word
TRUST = 10  # per mille points
SCARCE = 20  # a good of which less than a twentieth is left is as good as sold out


def time_at(scenario: str, tick: int) -> str:
    """The night's clock at a tick, to the minute: 21:14."""
    scene = library().scenarios[scenario]
    hour, minute, second = (int(part) for part in f"{scene.starts}:00".split(":")[:3])
    total = hour * 3600 + minute * 60 + second + tick * scene.tick_seconds
    return f"{total // 3600 % 24:02}:{total // 60 % 60:02}"


def accuracy_lines(review: Review) -> list[str]:
    """Where it was taken over, if it was; then how much the player's choices kept."""
    lines = [t("review.head.taken", origin=review.origin)] if review.origin else []
    if not review.mine:
        return [*lines, t("review.head.none_yours")]
    return [*lines, t("review.head.accuracy", percent=_kept(review.accuracy))]


def _kept(permille: int) -> str:
    """A percentage that is never rounded up: 98, 99.7, and 100 only where nothing was lost."""
    hundredths, tenth = divmod(permille, 10)
    return f"{hundredths}.{tenth}" if hundredths == 99 else str(hundredths)


def beat_name(beat: Beat) -> str:
    """A beat as a noun: "a demonstration of the ramen"."""
    try:
        return t(f"review.beat.{beat.pitch}", name=noun(beat.product))
    except KeyError:  # a pitch of one night only has no noun of its own
        key = "review.beat.other_on" if beat.product else "review.beat.other"
        pitch = library().pitches[beat.pitch].name
        return t(key, pitch=pitch, name=noun(beat.product))


def happened(review: Review, choice: Choice) -> str:
    """What the host did, and how things stood: the clock, and desire where a good was on stage."""
    pitch = library().pitches[choice.beat.pitch]
    good = choice.seen.product_view(choice.beat.product)
    words = {"time": time_at(review.scenario, choice.tick), "beat": beat_name(choice.beat)}
    if good is None:
        return t("review.said.room", **words)
    words |= {"name": noun(good.id), "desire": str(whole(good.desire))}
    return t("review.said.launch" if pitch.launch else "review.said.beat", **words)


def advice(review: Review, choice: Choice) -> str:
    """What would have been better, as a phrase; "" if nothing would."""
    change = choice.best
    if change is None:
        return ""
    if change.beat is None:
        return t("review.change.without")
    before = [other.beat for other in review.choices[: choice.number]]
    again = change.beat in before or change.beat == choice.beat
    key = "more" if change.kind == "first" and again else change.kind
    return t(f"review.change.{key}", beat=beat_name(change.beat), more=_more(change.beat))


def _more(beat: Beat) -> str:
    """One more of a beat, without its article."""
    return beat_name(beat).removeprefix("a ").removeprefix("an ").removeprefix("the ")


def sentence(review: Review, choice: Choice) -> str:
    """One choice in words: what was done, what was better, by how much, and by what means."""
    said = happened(review, choice)
    better = advice(review, choice)
    if not better or choice.lost <= 0:
        return t("review.sentence.best", said=said, others=choice.others)
    means = effects(review.own, choice)
    line = t("review.sentence.points", said=said, better=better, points=f"{choice.lost:,}")
    told = t("review.sentence.because", line=line, means=means) if means else line
    return told + _scarce(choice)


def _scarce(choice: Choice) -> str:
    """That little was left of what is advised: a minute's unpaid packs open a sold-out good for
    a moment, and who was refused just before or after should know."""
    beat = choice.best.beat if choice.best else None
    good = choice.seen.product_view(beat.product) if beat else None
    if good is None:
        return ""
    left = good.shelf + good.held
    if left * SCARCE >= left + good.sold:
        return ""
    return t("review.sentence.scarce", packs=f"{left:,}", name=noun(good.id))


def effects(own: Books, choice: Choice) -> str:
    """The largest differences that the change would have made by the end of the night."""
    then = choice.then
    if then is None:
        return ""
    goods: tuple[ProductView, ...] = choice.seen.products
    found: list[tuple[int, str]] = []
    for slot, good in enumerate(goods):
        packs = then.packs[slot] - own.packs[slot]
        value = then.sales[slot] - own.sales[slot] - packs * good.cost
        if packs:
            key = "packs_more" if packs > 0 else "packs_fewer"
            words = t(f"review.effect.{key}", packs=f"{abs(packs):,}", name=noun(good.id))
            found.append((value, words))
    for name in ("refunds", "spoilage", "marketing", "penalties"):
        saved = getattr(own, name) - getattr(then, name)
        words = t(f"review.effect.{name}", yuan=f"{abs(saved) // 100:,}")
        found.append((saved, words))
    gains = [part for part in sorted(found, key=lambda part: -part[0]) if part[0] > 0]
    parts = [words for _, words in gains[:MOST_EFFECTS]]
    more = then.visitors - own.visitors
    if more * CROWD > own.visitors:
        parts.append(t("review.effect.visitors", people=f"{more:,}"))
    if then.trust - own.trust >= TRUST:
        parts.append(t("review.effect.trust", points=(then.trust - own.trust) // 10))
    return t("review.effect.and").join(parts[: MOST_EFFECTS + 1])


def turn(review: Review, tick: int) -> str:
    """What was on air where the curve turns, and the score if the lights had gone out then."""
    on_air = [choice for choice in review.choices if choice.tick <= tick]
    words = {"time": time_at(review.scenario, tick), "points": f"{review.curve[tick]:,}"}
    if not on_air:
        return t("review.turn.before", **words)
    return t("review.turn.during", beat=beat_name(on_air[-1].beat), **words)
