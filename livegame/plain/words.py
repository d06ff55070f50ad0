"""Figures and levels as words, so that nothing hangs on a picture."""

from livegame.catalog.figures import clock, count, money, price, whole
from livegame.catalog.library import library
from livegame.catalog.nights import Scenario
from livegame.catalog.nouns import in_sentence
from livegame.catalog.texts import t
from livegame.engine.view import ProductView, RoomView
from livegame.runs.tonight import on_table

LEVELS = ("none", "low", "middling", "high", "very_high")


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    teen = 10 < place % 100 < 14
    return f"{place}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


def level(permille: int) -> str:
    """A level in a word, with its percentage: "warm, 48 %"."""
    step = min(4, max(0, permille) // 200)
    return t("plain.level", word=t(f"plain.levels.{LEVELS[step]}"), percent=whole(permille))


def time_of(scenario: Scenario, tick: int, tick_seconds: int) -> str:
    """The time of day at a tick: 20:14:05."""
    return clock(scenario.starts, tick * tick_seconds)


def lasting(seconds: int) -> str:
    """A length of show time: "46 minutes", "40 seconds"."""
    if seconds >= 120:
        return t("plain.minutes", count=seconds // 60)
    return t("plain.seconds", count=seconds)


def country(role: str) -> str:
    """The country that a role speaks for."""
    host = library().hosts.get(role)
    return host.country if host else role


def good_name(view: RoomView, product: str) -> str:
    """A good's name; goods of other rooms are found too."""
    good = view.product_view(product)
    if good:
        return in_sentence(good.name)
    known = library().products.get(product)
    return in_sentence(known.name) if known else product


def pitch_name(pitch: str) -> str:
    """A pitch's name."""
    known = library().pitches.get(pitch)
    return known.name if known else pitch


def packs_of(packs: int, name: str) -> str:
    """A number of packs in words: 1 pack of rice, 3,000 packs of rice."""
    return t("plain.packs", packs=count(packs), name=name)


def coins(fen: int) -> str:
    """Money in words: to the fen below RMB 1,000, in whole yuan above."""
    return t("plain.coins", price=price(fen)) if abs(fen) < 100_000 else money(fen)


def link_word(good: ProductView) -> str:
    """Open, shut, sold out, or not there at all."""
    if not on_table(good):
        return t("plain.link.absent")
    if good.shelf == 0 and good.held == 0:
        return t("plain.link.gone")
    if good.shelf == 0:
        return t("plain.link.empty")
    return t("plain.link.open") if good.open else t("plain.link.shut")


def change(amount: int) -> str:
    """+2,100 or -300."""
    return f"+{count(amount)}" if amount > 0 else count(amount)
