"""What may come over the night, as the studio writes it; what is going on, in a word or two."""

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.library import Library
from livegame.catalog.nights import Scenario
from livegame.catalog.texts import t
from livegame.engine.view import ProductView, RoomView
from livegame.engine.world import World
from livegame.runs.ahead import ahead_of, standing, title_of, touching
from livegame.runs.limits import rules_of
from livegame.studio.lines import Line, clip
from livegame.studio.wrap import flow

SIGN = "◆ "
LEAST = 4  # cells of a title that say anything


def expects(world: World, role: str) -> bool:
    """Whether anything can be said before the night."""
    rules = rules_of(world.scenario, role)
    return bool(
        world.pool_luck or rules or world.scenario.limits.blind or touching(world.scenario, role)
    )


def ahead(library: Library, world: World, role: str, width: int) -> list[Line]:
    """The crowd where nobody knows it, and each incident with odds, effects and cause."""
    told = ahead_of(library, world, world.scenario, role)
    lines: list[Line] = []
    if told.rules:
        lines += flow(t("limits.head"), width, "title")
        for rule in told.rules:
            lines += flow(f"- {rule}", width, "", "", "  ")
        lines.append(())
    crowd = t("rungs.blind") if told.blind else told.crowd
    lines += [*flow(crowd, width, "gold"), ()] if crowd else []
    lines += [*flow(told.fancy, width), ()] if told.fancy else []
    lines += [*flow(told.calls, width), ()] if told.calls else []
    for title, odds, effects, cause in told.rows:
        lines += flow(title, width, "bold")
        lines += flow(odds, width, "gold", "  ", "  ")
        lines += flow(effects, width, "", "  ", "  ")
        lines += flow(cause, width, "dim", "  ", "  ")
    return lines or flow(t("ahead.none"), width, "dim")


def going_on(scene: Scenario, view: RoomView, room: int) -> str:
    """What touches the room now, in at most `room` cells; "" if nothing does."""
    titles = [title_of(scene, name) for name in view.incidents]
    more = f" +{len(titles) - 1}" if len(titles) > 1 else ""
    if not titles or room < cell_len(SIGN + more) + LEAST:
        return ""
    return SIGN + clip(titles[-1], room - len(SIGN) - len(more)) + more


def stands(scene: Scenario, view: RoomView, room: int = 999) -> str:
    """Where the room stands in what only this night has, with shorter figures where it is wider
    than `room` cells; "" for ordinary nights."""
    told = ""
    ways = (figures.count, figures.short, _thousands)
    for tell, brief in [(way, brief) for brief in (False, True) for way in ways]:
        told = ", ".join(standing(scene, view, tell, brief=brief))
        if cell_len(told) <= room:
            break
    return told


def _thousands(number: int) -> str:
    """258, 1.2k, 12k: no figure behind the point where there are two before it."""
    return figures.short(number if number < 10_000 else number // 1000 * 1000)


def terms(good: ProductView) -> str:
    """How a good is sold where it is not simply paid for; "" for ordinary goods."""
    if good.step_packs:
        words = {"team": figures.short(good.team), "packs": figures.short(good.step_packs)}
        return t("ahead.team", price=figures.price(good.step_price), **words)
    if good.deposit:
        return t("ahead.deposit", price=figures.yuan(good.deposit))
    if good.money:
        words = {"local": figures.count(good.local), "looks": figures.count(good.looks)}
        return t("ahead.local", sign=good.money, **words)
    return ""


def terms_short(good: ProductView, width: int) -> str:
    """The same beside the price, in at most `width` cells."""
    if good.step_packs:
        words = {"packs": figures.short(good.step_packs), "price": figures.price(good.step_price)}
        return clip(t("ahead.team_short", **words), width)
    if good.money:
        return clip(t("ahead.local_short", sign=good.money, local=figures.count(good.local)), width)
    return clip(t("ahead.deposit_short", price=figures.short(good.deposit // 100)), width)
