"""The figures of a room taken apart in words."""

from livegame.catalog import figures
from livegame.catalog.models import Pitch
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs import scorewords
from livegame.runs.heat import heat_place, heat_times
from livegame.runs.tonight import on_table
from livegame.studio.lines import Line, Span, line
from livegame.studio.show import Show
from livegame.studio.wrap import flow

WORN, DOUBT, LOW_VOICE, CROSS = 300, 50, 400, 150


def explain(show: Show, width: int, height: int = 999, pitch: Pitch | None = None) -> list[Line]:
    """Score, good in hand, stock, price, host and people: as many whole parts as fit.

    `pitch` is one to begin with: what it is for and what it risks.
    """
    lines: list[Line] = []
    blocks = _blocks(show)
    if pitch:
        blocks.insert(0, (t("studio.why.pitch", pitch=pitch.name), [pitch.what, pitch.risk]))
    for head, texts in blocks:
        block = _block(head, texts, width)
        if len(lines) + len(block) <= height:
            lines += block
    return lines


def gist(show: Show, width: int, height: int) -> list[Line]:
    """The same for a panel: every part in a sentence or two where the whole does not fit, and in
    full as far as there is room."""
    full = {head: _block(head, texts, width) for head, texts in _blocks(show)}
    if sum(map(len, full.values())) <= height:
        return [row for block in full.values() for row in block]
    told: dict[str, list[Line]] = {}
    room = height
    for head, text in _gist(show):
        brief = _sentence(head, text, width)
        if len(brief) <= room:
            told[head] = brief
            room -= len(brief)
    for head, brief in told.items():
        more = len(full[head]) - len(brief)
        if 0 < more <= room:
            told[head] = full[head]
            room -= more
    return [row for block in told.values() for row in block]


def _block(head: str, texts: list[str], width: int) -> list[Line]:
    """A part in full."""
    block = [line(Span(head, "title"))]
    for text in texts:
        block.extend(flow(text, width, "", "  "))
    return block


def _sentence(head: str, text: str, width: int) -> list[Line]:
    """A part in brief, behind its head."""
    first, *others = flow(f"{head}: {text}", width, "", "", "  ")
    named = first[0].text
    return [line(Span(named[: len(head)], "title"), Span(named[len(head) :])), *others]


def _gist(show: Show) -> list[tuple[str, str]]:
    """Head and text of each part, what matters most first."""
    good, view = show.good, show.view
    guess = show.session.estimate
    score = f"{scorewords.so_far(guess, _recorded(show))} {scorewords.next_star(guess)}"
    host = t(
        "studio.why.you_brief",
        trust=figures.whole(view.trust),
        mood=figures.whole(view.mood),
        voice=figures.percent(view.voice),
        budget=figures.yuan(view.budget),
    )
    people = {"number": figures.count(view.arrived), "left": figures.count(view.left)}
    came = (t("studio.why.people"), t("studio.why.came", **people))
    parts = [(t("studio.why.score"), score)] if show.scored else []
    if good:
        counts = {"fresh": figures.count(good.fresh), "passed": figures.count(good.passed)}
        deciders = t("studio.why.deciders", **counts)
        buys = t("studio.why.appeal", percent=figures.tenths(good.appeal))
        parts += [
            (t("studio.why.want", name=show.called(good.id)), f"{deciders} {buys}"),
            (t("studio.why.stock"), " ".join(_stock(good))),
            (t("studio.why.price"), _price(good)[-1]),
        ]
    return [*parts, (t("studio.why.you"), host), came]


def _recorded(show: Show) -> bool:
    return show.library.hosts[show.session.role].recorded


def _blocks(show: Show) -> list[tuple[str, list[str]]]:
    good = show.good
    score = [(t("studio.why.score"), _score(show))] if show.scored else []
    people = (t("studio.why.people"), _people(show))
    you = (t("studio.why.you"), _you(show))
    if good is None:
        return [*score, you, people]
    return [
        *score,
        (t("studio.why.want", name=show.called(good.id)), _want(show, good)),
        (t("studio.why.stock"), _stock(good)),
        (t("studio.why.price"), _price(good)),
        you,
        people,
    ]


def _score(show: Show) -> list[str]:
    guess = show.session.estimate
    first = f"{scorewords.so_far(guess, _recorded(show))} {scorewords.next_star(guess)}"
    return [first, scorewords.parts(guess)]


def _people(show: Show) -> list[str]:
    view = show.view
    rate = sum(good.rate for good in view.products)
    rank = heat_place(view)
    words = {"number": figures.count(view.arrived), "left": figures.count(view.left)}
    return [
        t("studio.why.came", **words),
        t("studio.why.gaining" if view.arrived >= view.left else "studio.why.losing"),
        t("studio.why.heat", heat=heat_times(view.heat), rank=rank)
        if rank
        else t("studio.why.heat_none"),
        t("studio.why.orders", orders=figures.count(view.orders), rate=figures.count(rate)),
    ]


def _want(show: Show, good: ProductView) -> list[str]:
    asking = show.view.questions if good.id == show.view.product else 0
    doubt = {"percent": figures.percent(good.doubt), "number": figures.count(asking)}
    counts = {"fresh": figures.count(good.fresh), "passed": figures.count(good.passed)}
    return [
        t("studio.why.desire", percent=figures.percent(good.desire)),
        t("studio.why.worn", percent=figures.percent(good.wear))
        if good.wear >= WORN
        else t("studio.why.fresh"),
        t("studio.why.doubt", **doubt) if good.doubt >= DOUBT else t("studio.why.clear"),
        t("studio.why.deciders", **counts),
        t("studio.why.appeal", percent=figures.tenths(good.appeal)),
    ]


def _price(good: ProductView) -> list[str]:
    off = 1000 * (good.price - good.usual) // max(1, good.usual)
    key = "price_same" if abs(off) < 5 else "price_low" if off < 0 else "price_high"
    words = {
        "price": figures.price(good.price),
        "usual": figures.price(good.usual),
        "percent": figures.percent(abs(off)),
    }
    return [
        t(f"studio.why.{key}", **words),
        t("studio.why.margin", margin=figures.exact(good.price - good.cost)),
    ]


def _stock(good: ProductView) -> list[str]:
    if not on_table(good):
        told = [t("studio.why.absent")]
    elif not good.open:
        told = [t("studio.why.shut")]
    elif not good.shelf:
        told = [t("studio.why.gone", turned=figures.count(good.turned_away))]
    else:
        words = {"shelf": figures.count(good.shelf), "held": figures.count(good.held)}
        told = [t("studio.why.open", **words)]
    if good.reserved:
        told.append(t("studio.why.carts", packs=figures.count(good.reserved)))
    return told


def _you(show: Show) -> list[str]:
    view = show.view
    money = {"budget": figures.yuan(view.budget), "spent": figures.yuan(view.spent)}
    texts = [
        t("studio.why.trust", trust=figures.whole(view.trust)),
        t("studio.why.mood", mood=figures.whole(view.mood)),
    ]
    if view.voice < LOW_VOICE:
        texts.insert(0, t("studio.why.voice", percent=figures.percent(view.voice)))
    else:
        texts.append(t("studio.why.voice", percent=figures.percent(view.voice)))
    if view.anger >= CROSS:
        texts.insert(0, t("studio.why.anger", anger=figures.whole(view.anger)))
    return [*texts, t("studio.why.budget", **money)]
