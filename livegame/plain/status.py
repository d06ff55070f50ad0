"""The state of the room in a few short lines, read out before each decision."""

from livegame.catalog.figures import count, exact, money, percent, price
from livegame.catalog.library import library
from livegame.catalog.nouns import in_sentence
from livegame.catalog.texts import t
from livegame.engine.view import ProductView, RoomView, Standing
from livegame.plain.ahead import going_on, terms
from livegame.plain.words import change, coins, country, lasting, level, link_word, ordinal, time_of
from livegame.runs import scorewords
from livegame.runs.heat import heat_place
from livegame.runs.show import Show
from livegame.runs.tonight import on_table


def room_lines(show: Show, focus: str) -> list[str]:
    """Time and crowd, money and rank, the good in hand, the rest of the shelf."""
    view = show.view
    lines = [_crowd(show), _money(view, show.standings)]
    if show.world.par[show.room]:
        lines.append(score_line(show))
    lines.append(_self(show))
    lines += going_on(show)
    lines += good_lines(show, focus)
    others = [shelf_word(other) for other in view.products if other.id != focus]
    if others:
        lines.append(t("plain.shelf", goods="; ".join(others)))
    return lines


def good_lines(show: Show, focus: str) -> list[str]:
    """What is to be said of the good in hand."""
    good = show.view.product_view(focus)
    return on_stage(good) if good else []


def score_line(show: Show) -> str:
    """The score if the night ended now, and the next star."""
    recorded = library().hosts[show.role].recorded
    guess = show.estimate
    if not guess.sales and not show.finished:
        return f"{t('common.estimate.unsold')} {scorewords.next_star(guess)}"
    return f"{scorewords.so_far(guess, recorded)} {scorewords.next_star(guess)}"


def _crowd(show: Show) -> str:
    view = show.view
    seconds = show.world.tick_seconds
    return t(
        "plain.crowd",
        time=time_of(show.scenario, view.tick, seconds),
        left=lasting((view.ticks - view.tick) * seconds),
        watching=count(view.watching),
        change=change(view.arrived - view.left),
    )


def _money(view: RoomView, standings: tuple[Standing, ...]) -> str:
    rooms = len(standings)
    if not view.sales:
        return t("plain.no_money", rooms=rooms)
    line = t("plain.money", sales=coins(view.sales), rank=ordinal(view.rank), rooms=rooms)
    ahead = [row for row in standings if row.sales > view.sales]
    if ahead and view.rank > 1:
        gap = coins(ahead[-1].sales - view.sales)
        line += " " + t("plain.behind", who=country(ahead[-1].role), gap=gap)
    return line


def _self(show: Show) -> str:
    view, left = show.view, show.breath
    return t(
        "plain.host",
        heat=heat_place(view) or t("plain.heat_none"),
        trust=percent(view.trust),
        voice=percent(view.voice),
        lasts=t("plain.lasts", beats=left.least) if left else "",
        budget=money(view.budget),
    )


def on_stage(good: ProductView) -> list[str]:
    """The good in hand: desire, price, link, and who is asking."""
    if not on_table(good):
        return [t("plain.stage_absent", name=good.name)]
    lines = [
        t("plain.stage", name=good.name, desire=level(good.desire), doubt=level(good.doubt)),
        t(
            "plain.stock",
            pack=good.pack,
            price=price(good.price),
            usual=price(good.usual),
            link=link_word(good),
            shelf=count(good.shelf),
            held=count(good.held),
            sold=count(good.sold),
            margin=exact(good.price - good.cost),
        ),
    ]
    lines += terms(good)
    if good.reserved:
        lines.append(t("plain.carts", packs=count(good.reserved)))
    if good.wear >= 400:
        lines.append(t("plain.worn", name=in_sentence(good.name), wear=percent(good.wear)))
    return lines


def shelf_word(good: ProductView) -> str:
    """One good of the shelf, briefly."""
    if not on_table(good):
        return t("plain.shelf_absent", name=in_sentence(good.name))
    return t(
        "plain.shelf_good",
        name=in_sentence(good.name),
        price=price(good.price),
        link=link_word(good),
        shelf=count(good.shelf),
        held=count(good.held),
        sold=count(good.sold),
    )


def standing_lines(show: Show) -> list[str]:
    """The night's leaderboard, one room a line."""
    return [
        t(
            "plain.standing",
            rank=row.rank,
            who=country(row.role),
            you=t("plain.you") if row.role == show.role else "",
            sales=money(row.sales),
            watching=count(row.watching),
        )
        for row in show.standings
    ]
